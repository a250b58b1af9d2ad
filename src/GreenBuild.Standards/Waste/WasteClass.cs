namespace GreenBuild.Standards.Waste;

/// <summary>The class of construction waste: the national five (GB 55012-2021, 6.1.1), and what is no construction waste but stands in ledgers.</summary>
public enum WasteClass
{
    /// <summary>Not recorded. It may be any class. This is the value of <c>default</c>.</summary>
    Unknown = 0,

    /// <summary>Engineering spoil (工程渣土): excavated earth and stones.</summary>
    EngineeringSpoil = 1,

    /// <summary>Engineering slurry (工程泥浆).</summary>
    EngineeringSlurry = 2,

    /// <summary>Engineering waste (工程垃圾): what arises in building itself. Shenzhen calls it 施工废弃物.</summary>
    EngineeringWaste = 3,

    /// <summary>Demolition waste (拆除垃圾).</summary>
    DemolitionWaste = 4,

    /// <summary>Decoration waste (装修垃圾).</summary>
    DecorationWaste = 5,

    /// <summary>Land-clearing debris, which LEED and CALGreen leave out; the national five do not name it.</summary>
    LandClearing = 6,

    /// <summary>Hazardous waste. It is no construction waste (GB/T 45931-2025, 3.1) and counts nowhere.</summary>
    Hazardous = 7,
}

/// <summary>The classes that a place divides its construction waste into, and what they are among the national five.</summary>
public sealed class WasteClassScheme
{
    // What local words for the national classes mean: 深圳市人民政府令第330号, 2; 宁波市建筑垃圾管理条例, 3.
    private static readonly (string Word, WasteClass Class)[] Known =
    [
        ("engineering-spoil", WasteClass.EngineeringSpoil),
        ("engineering-slurry", WasteClass.EngineeringSlurry),
        ("engineering-waste", WasteClass.EngineeringWaste),
        ("construction-waste", WasteClass.EngineeringWaste),
        ("engineering-offcuts", WasteClass.EngineeringWaste),
        ("demolition-waste", WasteClass.DemolitionWaste),
        ("demolition-offcuts", WasteClass.DemolitionWaste),
        ("decoration-waste", WasteClass.DecorationWaste),
    ];

    private WasteClassScheme(Requirement requirement) => Requirement = requirement;

    /// <summary>The row of the catalogue that names the classes.</summary>
    public Requirement Requirement { get; }

    /// <summary>The words of the scheme for its classes, for example <c>construction-waste</c> in Shenzhen.</summary>
    public IReadOnlyList<string> Classes => Requirement.Settings;

    /// <summary>The scheme of the narrowest place that has one in force, or <see langword="null"/>.</summary>
    public static WasteClassScheme? InForce(StandardsCatalogue catalogue, Jurisdiction place, CalendarDate date)
    {
        Requirement? found = null;
        foreach (var row in catalogue.InForce(Measurands.Waste.Classes, place, date))
        {
            if (row.Settings.Count == 0) continue;
            // The narrowest place; of two in the same place, the one that binds.
            var isNarrower = found is not null && found.Edition.Jurisdiction.Contains(row.Edition.Jurisdiction) && !row.Edition.Jurisdiction.Contains(found.Edition.Jurisdiction);
            if (found is null || isNarrower || (row.Edition.Jurisdiction.Equals(found.Edition.Jurisdiction) && row.Edition.Binding > found.Edition.Binding)) found = row;
        }

        return found is null ? null : new WasteClassScheme(found);
    }

    /// <summary>What a word of the scheme is among the national five.</summary>
    /// <param name="word">The word, for example <c>engineering-offcuts</c> in Ningbo.</param>
    /// <param name="wasteClass">The class; <see cref="WasteClass.Unknown"/> if the scheme has no such word.</param>
    public bool TryRead(string word, out WasteClass wasteClass)
    {
        wasteClass = WasteClass.Unknown;
        return Classes.Contains(word) && TryParse(word, out wasteClass);
    }

    /// <summary>Reads a class: a word of the national five or of a local scheme, or a Chinese name of the national five.</summary>
    public static bool TryParse(string? text, out WasteClass wasteClass)
    {
        var plain = (text ?? "").Trim();
        foreach (var (word, known) in Known)
        {
            wasteClass = known;
            if (word == plain || Words.Of(known).Chinese == plain) return true;
        }

        wasteClass = WasteClass.Unknown;
        return false;
    }

    /// <summary>The national word of a class, for example <c>engineering-waste</c>.</summary>
    internal static string WordOf(WasteClass wasteClass) => Words.Of(wasteClass).English.Replace(' ', '-');
}
