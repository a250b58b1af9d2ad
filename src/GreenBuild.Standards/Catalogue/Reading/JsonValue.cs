namespace GreenBuild.Standards.Reading;

internal enum JsonKind
{
    Null,
    Boolean,
    Number,
    Text,
    Array,
    Object,
}

/// <summary>A value of a JSON text that knows where it stands, so that what is wrong with it can be shown at its line.</summary>
internal sealed class JsonValue
{
    private static readonly JsonMember[] NoMembers = [];
    private static readonly JsonValue[] NoItems = [];

    public JsonValue(JsonKind kind, TextRange range, string text, IReadOnlyList<JsonMember>? members = null, IReadOnlyList<JsonValue>? items = null)
    {
        Kind = kind;
        Range = range;
        Text = text;
        Members = members ?? NoMembers;
        Items = items ?? NoItems;
    }

    public JsonKind Kind { get; }

    public TextRange Range { get; }

    /// <summary>The decoded text of a string, or the token of a number or literal.</summary>
    public string Text { get; }

    public IReadOnlyList<JsonMember> Members { get; }

    public IReadOnlyList<JsonValue> Items { get; }

    public JsonValue? this[string name]
    {
        get
        {
            foreach (var member in Members)
                if (member.Name == name) return member.Value;
            return null;
        }
    }
}

internal sealed class JsonMember
{
    public JsonMember(string name, TextRange nameRange, JsonValue value)
    {
        Name = name;
        NameRange = nameRange;
        Value = value;
    }

    public string Name { get; }

    public TextRange NameRange { get; }

    public JsonValue Value { get; }
}
