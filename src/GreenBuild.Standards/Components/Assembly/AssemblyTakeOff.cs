namespace GreenBuild.Standards.Components;

/// <summary>What the main structure is made of.</summary>
public enum AssemblyStructure
{
    /// <summary>It was not said. This is the value of <c>default</c>.</summary>
    NotSaid = 0,

    /// <summary>Concrete: vertical members are counted by volume.</summary>
    Concrete = 1,

    /// <summary>Steel: vertical members count as prefabricated.</summary>
    Steel = 2,

    /// <summary>Timber: vertical members count as prefabricated.</summary>
    Timber = 3,
}

/// <summary>From which documents the quantities are taken (GB/T 51129-2017, 3.0.2).</summary>
public enum AssemblyPhase
{
    /// <summary>It was not said. This is the value of <c>default</c>.</summary>
    NotSaid = 0,

    /// <summary>From the drawings: a pre-assessment (预评价), which is advisable.</summary>
    Design = 1,

    /// <summary>From the records after completion acceptance: the assessment (评价).</summary>
    Completion = 2,
}

/// <summary>Where concrete is cast on the site between precast members.</summary>
public enum AssemblyJointKind
{
    /// <summary>A vertical strip between precast wall panels: counts up to a width, 4.0.3. This is the value of <c>default</c>.</summary>
    WallStrip = 0,

    /// <summary>A horizontal strip or ring beam on precast wall panels: counts up to a height, 4.0.3.</summary>
    WallBand = 1,

    /// <summary>The node of precast columns and precast beams: counts, 4.0.3.</summary>
    BeamColumnNode = 2,

    /// <summary>The zone between a precast column and the next: counts where it is not higher than the smaller dimension of the column, 4.0.3.</summary>
    ColumnJoint = 3,

    /// <summary>A strip between precast floor units: counts up to a width, 4.0.5.</summary>
    FloorStrip = 4,
}

/// <summary>Concrete that is cast on the site between precast members, and may count as precast.</summary>
public sealed record AssemblyJoint
{
    /// <summary>Where it is cast.</summary>
    public required AssemblyJointKind Kind { get; init; }

    /// <summary>The concrete in m3; for <see cref="AssemblyJointKind.FloorStrip"/> the plan area in m2.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>The width of a strip, or the height of a band or zone, in mm; not needed for <see cref="AssemblyJointKind.BeamColumnNode"/>; <see langword="null"/> if it is not known.</summary>
    public decimal? Size { get; init; }

    /// <summary>The smaller dimension of the column in mm, for <see cref="AssemblyJointKind.ColumnJoint"/>; <see langword="null"/> if it is not known.</summary>
    public decimal? ColumnSize { get; init; }
}

/// <summary>A single building of a group that is assessed together (GB/T 51129-2017, 3.0.1).</summary>
public sealed record AssemblyBuilding
{
    /// <summary>Its number in the planning approval.</summary>
    public required string Name { get; init; }

    /// <summary>The storeys above ground; <see langword="null"/> if they are not known.</summary>
    public decimal? Storeys { get; init; }

    /// <summary>The floor area above ground in m2; <see langword="null"/> if it is not known.</summary>
    public decimal? AboveGroundArea { get; init; }
}

/// <summary>The quantities of one single building above outdoor ground level, from which its assembly rate is computed by GB/T 51129-2017.</summary>
/// <remarks>
/// <para>A quantity that is <see langword="null"/> is not known, which is not the same as zero. A function that the building does not have (no kitchens in an office)
/// is named in <see cref="Absent"/>: only that takes its row out of the denominator.</para>
/// <para>Areas of walls are face areas; openings need not be deducted. The counting rules are recalled in the catalogue: see the methods of <c>cn.gb-t-51129-2017</c>.</para>
/// </remarks>
public sealed record AssemblyTakeOff
{
    /// <summary>The number of the building in the planning approval, or the words of the user.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where the quantities stand.</summary>
    public FindingOrigin? Origin { get; init; }

    /// <summary>Whether the quantities are those of the design or of the finished building.</summary>
    public AssemblyPhase Phase { get; init; }

    /// <summary>What the main structure is made of. How a structure of several materials is counted is not known to the catalogue.</summary>
    public required AssemblyStructure Structure { get; init; }

    /// <summary>The buildings of a group that is assessed together; empty for one single building.</summary>
    public IReadOnlyList<AssemblyBuilding> Group { get; init; } = [];

    /// <summary>V: the concrete of columns, braces, load-bearing walls and ductile wall panels, cast joints included, in m3. Not given where they are of steel or timber.</summary>
    public decimal? VerticalVolume { get; init; }

    /// <summary>The precast concrete of the same members in m3, without joints.</summary>
    public decimal? PrecastVerticalVolume { get; init; }

    /// <summary>The joints between them, which count as precast within the bounds of 4.0.3.</summary>
    public IReadOnlyList<AssemblyJoint> VerticalJoints { get; init; } = [];

    /// <summary>A: the plan area of all floors in m2.</summary>
    public decimal? FloorArea { get; init; }

    /// <summary>The plan area of precast beams, slabs, stairs, balconies and air-conditioner slabs in m2, composite slabs and roof slabs included.</summary>
    public decimal? PrecastFloorArea { get; init; }

    /// <summary>The plan area of floors on profiled decking, of timber, and of others cast without formwork on the site, in m2 (4.0.5); counted as prefabricated.</summary>
    public decimal FormworkFreeFloorArea { get; init; }

    /// <summary>The strips between precast floor units, which count within the bound of 4.0.5.</summary>
    public IReadOnlyList<AssemblyJoint> FloorStrips { get; init; } = [];

    /// <summary>Aw1: the outer face of the enclosure walls that bear no load, in m2.</summary>
    public decimal? NonBearingEnclosureArea { get; init; }

    /// <summary>A2a: of these, what is not laid as masonry, in m2.</summary>
    public decimal? NonMasonryEnclosureArea { get; init; }

    /// <summary>Aw2: the outer face of all enclosure walls, in m2.</summary>
    public decimal? EnclosureArea { get; init; }

    /// <summary>A2b: of these, what is wall, insulation and finish in one product, in m2.</summary>
    public decimal? IntegratedEnclosureArea { get; init; }

    /// <summary>Aw3: the face of the partitions, in m2.</summary>
    public decimal? PartitionArea { get; init; }

    /// <summary>A2c: of these, what is not laid as masonry, in m2.</summary>
    public decimal? NonMasonryPartitionArea { get; init; }

    /// <summary>A2d: of these, what is wall, services and finish in one, in m2.</summary>
    public decimal? IntegratedPartitionArea { get; init; }

    /// <summary>Whether the building is fully fitted out (全装修); <see langword="null"/> if it is not known.</summary>
    public bool? HasFullFitOut { get; init; }

    /// <summary>The floor area that is handed over without fit-out, in m2; anything above zero contradicts <see cref="HasFullFitOut"/>.</summary>
    public decimal UnfinishedArea { get; init; }

    /// <summary>A3a: the plan area of floors laid dry, in m2.</summary>
    public decimal? DryFloorArea { get; init; }

    /// <summary>Ak: walls, ceilings and floors of the kitchens, in m2.</summary>
    public decimal? KitchenArea { get; init; }

    /// <summary>A3b: of these, what is done dry, in m2.</summary>
    public decimal? DryKitchenArea { get; init; }

    /// <summary>Whether cabinets and appliances of the kitchens are all installed: without, none counts.</summary>
    public bool? KitchensEquipped { get; init; }

    /// <summary>Ab: walls, ceilings and floors of the bathrooms, in m2.</summary>
    public decimal? BathroomArea { get; init; }

    /// <summary>A3c: of these, what is done dry, in m2.</summary>
    public decimal? DryBathroomArea { get; init; }

    /// <summary>Whether the fixtures of the bathrooms are all installed: without, none counts.</summary>
    public bool? BathroomsEquipped { get; init; }

    /// <summary>L: the length of the lines of electricity, water, drainage and heating, in m.</summary>
    public decimal? ServiceLength { get; init; }

    /// <summary>L3d: of these, what is exposed in rooms, or lies in raised floors, hollow walls that bear no load, or ceilings, in m.</summary>
    public decimal? SeparatedServiceLength { get; init; }

    /// <summary>The rows whose function the building does not have; never rows that merely score nothing.</summary>
    public IReadOnlyList<AssemblyItem> Absent { get; init; } = [];

    /// <summary>The points that somebody claims, by row. They change nothing; where they are not what the quantities give, that is a finding.</summary>
    public IReadOnlyDictionary<AssemblyItem, decimal> ClaimedPoints { get; init; } = new Dictionary<AssemblyItem, decimal>();

    /// <summary>The take-off with the part of a row made such that the row has a ratio: the precast volume of the vertical members, the dry area of the kitchens ...</summary>
    /// <param name="item">The row. For <see cref="AssemblyItem.FullFitOut"/> the ratio does not matter: the building is then fully fitted out, its kitchens and bathrooms equipped.</param>
    /// <param name="ratio">The ratio in per cent. Kitchens and bathrooms become equipped.</param>
    /// <param name="catalogue">The catalogue that is asked which joints count beside the part; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <returns>The same take-off where the whole of the row is not known or no quantity. Below 0 or above 100 % the sheet of the result says that the parts contradict each other.</returns>
    /// <remarks><see cref="AssemblyWay.ApplyTo"/> asks the edition of its sheet.</remarks>
    public AssemblyTakeOff WithRatio(AssemblyItem item, decimal ratio, StandardsCatalogue? catalogue = null) => WithRatio(item, ratio, (catalogue ?? StandardsCatalogue.Default).FindEdition(AssemblyScoreSheet.EditionKey));

    internal AssemblyTakeOff WithRatio(AssemblyItem item, decimal ratio, Edition? edition)
    {
        var form = AssemblyForm.All[(int)item];
        if (item == AssemblyItem.FullFitOut)
        {
            // What is not there is not equipped.
            return this with
            {
                HasFullFitOut = true,
                UnfinishedArea = 0,
                KitchensEquipped = Absent.Contains(AssemblyItem.IntegratedKitchen) ? KitchensEquipped : true,
                BathroomsEquipped = Absent.Contains(AssemblyItem.IntegratedBathroom) ? BathroomsEquipped : true,
            };
        }

        if (form.WholeOf(this) is not { } whole || !AssemblyCount.IsQuantity(whole)) return this;
        // A ratio that is none stays none; it only must not overflow.
        const decimal Absurd = 1_000_000;
        ratio = Math.Max(-Absurd, Math.Min(Absurd, ratio));
        return form.WithPart(this, (whole * ratio / 100) - AssemblyCount.Beside(this, item, edition));
    }
}
