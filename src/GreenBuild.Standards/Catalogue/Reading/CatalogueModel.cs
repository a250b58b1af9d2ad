namespace GreenBuild.Standards.Reading;

internal sealed class PlaceModel(string code, string parent, string english, string chinese, string utcOffset, IReadOnlyList<string> aliases)
{
    public string Code { get; } = code;

    public string Parent { get; } = parent;

    public string English { get; } = english;

    public string Chinese { get; } = chinese;

    public string UtcOffset { get; } = utcOffset;

    public IReadOnlyList<string> Aliases { get; } = aliases;
}

internal sealed class MeasurandModel(string key, string english, string chinese, IReadOnlyList<string> units, string basis)
{
    public string Key { get; } = key;

    public string English { get; } = english;

    public string Chinese { get; } = chinese;

    public IReadOnlyList<string> Units { get; } = units;

    public string Basis { get; } = basis;
}

internal sealed class FacetModel(string domain, string name, FacetType kind, string unit, string english, string chinese)
{
    public string Domain { get; } = domain;

    public string Name { get; } = name;

    public FacetType Kind { get; } = kind;

    public string Unit { get; } = unit;

    public string English { get; } = english;

    public string Chinese { get; } = chinese;

    public List<(string Value, string English, string Chinese)> Values { get; } = [];
}

internal sealed class EditionModel
{
    public EditionModel(CatalogueFile file, JsonValue value)
    {
        File = file;
        Value = value;
    }

    public CatalogueFile File { get; }

    public JsonValue Value { get; }

    public string Key { get; set; } = "";

    public string Standard { get; set; } = "";

    public string Number { get; set; } = "";

    public int Kind { get; set; }

    public int Binding { get; set; }

    public string Jurisdiction { get; set; } = "";

    public CalendarDate? Issued { get; set; }

    public CalendarDate? Effective { get; set; }

    public CalendarDate? Withdrawn { get; set; }

    public IReadOnlyList<string> Supersedes { get; set; } = [];

    public string SupersededBy { get; set; } = "";

    public string English { get; set; } = "";

    public string Chinese { get; set; } = "";

    public string Issuer { get; set; } = "";

    public string Scope { get; set; } = "";

    /// <summary>Whether the edition has a file of its own; else it is an entry of the register, known by number only.</summary>
    public bool HasText { get; set; }

    /// <summary>Whether the edition is known to have rules that the catalogue does not hold.</summary>
    public bool IsPartial { get; set; }

    public List<RowModel> Rows { get; } = [];

    public List<(string Reference, string What, string Says)> Sources { get; } = [];

    public List<(string Key, string Text)> Methods { get; } = [];
}

/// <summary>One requirement, with its fields in the words of the packed form.</summary>
internal sealed class RowModel
{
    public string[] Fields { get; } = new string[(int)PackedFormat.Row.Count];

    public string this[PackedFormat.Row field]
    {
        get => Fields[(int)field] ?? "";
        set => Fields[(int)field] = value;
    }
}
