namespace GreenBuild.Standards.Components;

/// <summary>A row of the scoring table of GB/T 51129-2017 (装配式建筑评价标准), Table 4.0.1, in its order.</summary>
public enum AssemblyItem
{
    /// <summary>q1a: columns, braces, load-bearing walls, ductile wall panels (竖向构件). This is the value of <c>default</c>.</summary>
    VerticalMembers = 0,

    /// <summary>q1b: beams, slabs, stairs, balconies, air-conditioner slabs (水平构件).</summary>
    HorizontalMembers = 1,

    /// <summary>q2a: non-load-bearing enclosure walls not laid as masonry (非承重围护墙非砌筑).</summary>
    EnclosureNonMasonry = 2,

    /// <summary>q2b: enclosure walls integrated with insulation and finish (围护墙与保温、隔热、装饰一体化).</summary>
    EnclosureIntegrated = 3,

    /// <summary>q2c: partitions not laid as masonry (内隔墙非砌筑).</summary>
    PartitionNonMasonry = 4,

    /// <summary>q2d: partitions integrated with services and finish (内隔墙与管线、装修一体化).</summary>
    PartitionIntegrated = 5,

    /// <summary>Full fit-out (全装修).</summary>
    FullFitOut = 6,

    /// <summary>q3a: floors laid dry (干式工法的楼面、地面).</summary>
    DryFloor = 7,

    /// <summary>q3b: integrated kitchens (集成厨房).</summary>
    IntegratedKitchen = 8,

    /// <summary>q3c: integrated bathrooms (集成卫生间).</summary>
    IntegratedBathroom = 9,

    /// <summary>q3d: services separated from the structure (管线分离).</summary>
    ServiceSeparation = 10,
}

/// <summary>What a row counts: the word of the catalogue, the symbols of the standard, and where its two quantities stand in a take-off.</summary>
internal sealed class AssemblyForm
{
    private AssemblyForm(
        AssemblyItem item, string word, string symbol, (string Symbol, string Input) part, (string Symbol, string Input) whole, string unit, bool canBeAbsent,
        Func<AssemblyTakeOff, decimal?> partOf, Func<AssemblyTakeOff, decimal?> wholeOf, Func<AssemblyTakeOff, decimal, AssemblyTakeOff> withPart)
    {
        Item = item;
        Word = word;
        Symbol = symbol;
        Part = part;
        Whole = whole;
        Unit = unit;
        CanBeAbsent = canBeAbsent;
        PartOf = partOf;
        WholeOf = wholeOf;
        WithPart = withPart;
    }

    public AssemblyItem Item { get; }

    /// <summary>The word of the facet <c>scoreItem</c>.</summary>
    public string Word { get; }

    public string Symbol { get; }

    public (string Symbol, string Input) Part { get; }

    public (string Symbol, string Input) Whole { get; }

    public string Unit { get; }

    /// <summary>Whether a building can be without: none is without structure, floors or fit-out.</summary>
    public bool CanBeAbsent { get; }

    public Func<AssemblyTakeOff, decimal?> PartOf { get; }

    public Func<AssemblyTakeOff, decimal?> WholeOf { get; }

    /// <summary>The take-off with another quantity as the part.</summary>
    public Func<AssemblyTakeOff, decimal, AssemblyTakeOff> WithPart { get; }

    /// <summary>All rows, in the order of the table.</summary>
    public static IReadOnlyList<AssemblyForm> All { get; } =
    [
        new(AssemblyItem.VerticalMembers, "vertical-members", "q1a", ("V1a", "precastVerticalVolume"), ("V", "verticalVolume"), "m3", false,
            static of => of.PrecastVerticalVolume, static of => of.VerticalVolume, static (of, part) => of with { PrecastVerticalVolume = part }),
        new(AssemblyItem.HorizontalMembers, "horizontal-members", "q1b", ("A1b", "precastFloorArea"), ("A", "floorArea"), "m2", false,
            static of => of.PrecastFloorArea, static of => of.FloorArea, static (of, part) => of with { PrecastFloorArea = part }),
        new(AssemblyItem.EnclosureNonMasonry, "enclosure-non-masonry", "q2a", ("A2a", "nonMasonryEnclosureArea"), ("Aw1", "nonBearingEnclosureArea"), "m2", true,
            static of => of.NonMasonryEnclosureArea, static of => of.NonBearingEnclosureArea, static (of, part) => of with { NonMasonryEnclosureArea = part }),
        new(AssemblyItem.EnclosureIntegrated, "enclosure-integrated", "q2b", ("A2b", "integratedEnclosureArea"), ("Aw2", "enclosureArea"), "m2", true,
            static of => of.IntegratedEnclosureArea, static of => of.EnclosureArea, static (of, part) => of with { IntegratedEnclosureArea = part }),
        new(AssemblyItem.PartitionNonMasonry, "partition-non-masonry", "q2c", ("A2c", "nonMasonryPartitionArea"), ("Aw3", "partitionArea"), "m2", true,
            static of => of.NonMasonryPartitionArea, static of => of.PartitionArea, static (of, part) => of with { NonMasonryPartitionArea = part }),
        new(AssemblyItem.PartitionIntegrated, "partition-integrated", "q2d", ("A2d", "integratedPartitionArea"), ("Aw3", "partitionArea"), "m2", true,
            static of => of.IntegratedPartitionArea, static of => of.PartitionArea, static (of, part) => of with { IntegratedPartitionArea = part }),
        new(AssemblyItem.FullFitOut, "full-fit-out", "", ("", "fullFitOut"), ("", ""), "", false,
            static _ => null, static _ => null, static (of, _) => of with { HasFullFitOut = true }),
        new(AssemblyItem.DryFloor, "dry-floor", "q3a", ("A3a", "dryFloorArea"), ("A", "floorArea"), "m2", false,
            static of => of.DryFloorArea, static of => of.FloorArea, static (of, part) => of with { DryFloorArea = part }),
        new(AssemblyItem.IntegratedKitchen, "integrated-kitchen", "q3b", ("A3b", "dryKitchenArea"), ("Ak", "kitchenArea"), "m2", true,
            static of => of.DryKitchenArea, static of => of.KitchenArea, static (of, part) => of with { DryKitchenArea = part, KitchensEquipped = true }),
        new(AssemblyItem.IntegratedBathroom, "integrated-bathroom", "q3c", ("A3c", "dryBathroomArea"), ("Ab", "bathroomArea"), "m2", true,
            static of => of.DryBathroomArea, static of => of.BathroomArea, static (of, part) => of with { DryBathroomArea = part, BathroomsEquipped = true }),
        new(AssemblyItem.ServiceSeparation, "service-separation", "q3d", ("L3d", "separatedServiceLength"), ("L", "serviceLength"), "m", true,
            static of => of.SeparatedServiceLength, static of => of.ServiceLength, static (of, part) => of with { SeparatedServiceLength = part }),
    ];

    /// <summary>The row that is absent wherever this one is: both rows on partitions count the same walls, and walls that bear no load are enclosure walls.</summary>
    public AssemblyItem? AbsentWith => Item switch
    {
        AssemblyItem.EnclosureIntegrated => AssemblyItem.EnclosureNonMasonry,
        AssemblyItem.PartitionNonMasonry => AssemblyItem.PartitionIntegrated,
        AssemblyItem.PartitionIntegrated => AssemblyItem.PartitionNonMasonry,
        _ => null,
    };

    /// <summary>The name of a row.</summary>
    public BilingualText Title => Words.ValueOf("scoreItem", Word);
}
