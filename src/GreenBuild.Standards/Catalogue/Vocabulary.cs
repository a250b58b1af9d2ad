namespace GreenBuild.Standards;

/// <summary>A facet: a question that decides whether a requirement applies, with its closed set of answers.</summary>
public sealed class Facet
{
    internal Facet(string domain, string name, FacetType type, string unit, BilingualText title, IReadOnlyList<FacetValue> values)
    {
        Domain = domain;
        Name = name;
        Type = type;
        Unit = unit;
        Title = title;
        Values = values;
    }

    /// <summary>The domain whose requirements may use it; <c>general</c> for all.</summary>
    public string Domain { get; }

    /// <summary>The name, for example <c>period</c>.</summary>
    public string Name { get; }

    /// <summary>The type.</summary>
    public FacetType Type { get; }

    /// <summary>The unit of a number; else empty.</summary>
    public string Unit { get; }

    /// <summary>What is asked.</summary>
    public BilingualText Title { get; }

    /// <summary>The answers that are possible, for a facet of type <see cref="FacetType.Token"/>; else empty.</summary>
    public IReadOnlyList<FacetValue> Values { get; }

    /// <summary>A value as the catalogue writes it, of what a person writes: <c>房屋建筑工程</c> is <c>building</c>, 是 is <c>true</c>. A text that means none is given back.</summary>
    internal string ValueOf(string text) => Type switch
    {
        FacetType.Token => KnownWords.Find(Values, text)?.Value ?? text,
        FacetType.Flag => KnownWords.Find(KnownWords.YesOrNo, text)?.Value ?? text,
        FacetType.Number => PlainText.Of(text),
        _ => text,
    };

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}

/// <summary>One possible answer to a facet.</summary>
public sealed class FacetValue
{
    internal FacetValue(string value, BilingualText title)
    {
        Value = value;
        Title = title;
    }

    /// <summary>The word that the catalogue uses, for example <c>night</c>.</summary>
    public string Value { get; }

    /// <summary>What it means.</summary>
    public BilingualText Title { get; }

    /// <summary>Other names that people have for it.</summary>
    internal IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>The word.</summary>
    public override string ToString() => Value;
}

/// <summary>The closed vocabulary of the catalogue: what can be measured, and what can decide whether a rule applies.</summary>
public static class Vocabulary
{

    /// <summary>All measurands.</summary>
    public static IReadOnlyCollection<Measurand> Measurands => MeasurandTable.ByKey.Values;

    /// <summary>All facets.</summary>
    public static IReadOnlyCollection<Facet> Facets => FacetTable.ByName.Values;

    /// <summary>Finds a measurand by its key, for example <c>noise.site-boundary</c>.</summary>
    public static Measurand? FindMeasurand(string key) => MeasurandTable.ByKey.TryGetValue(key, out var measurand) ? measurand : null;

    /// <summary>Finds a facet by its name, for example <c>period</c>.</summary>
    public static Facet? FindFacet(string name) => FacetTable.ByName.TryGetValue(name, out var facet) ? facet : null;

    /// <summary>A word that is one of a facet.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    internal static string Checked(string facet, string word)
    {
        _ = Circumstances.None.With(facet, word);
        return word;
    }

    internal static Measurand Measurand(string key) => MeasurandTable.ByKey[key];

    // Two tables, each read when it is first asked for: reading a limit needs no facet.
    private static class MeasurandTable
    {
        public static readonly Dictionary<string, Measurand> ByKey = Read();

        private static Dictionary<string, Measurand> Read()
        {
            var table = new Dictionary<string, Measurand>(StringComparer.Ordinal);
            foreach (var line in PackedFormat.Lines(CatalogueData.Measurands))
            {
                var field = PackedFormat.Fields(line);
                table.Add(field[0], new Measurand(field[0], new BilingualText(field[1], field[2]), PackedFormat.List(field[3]), field[4]));
            }

            return table;
        }
    }

    private static class FacetTable
    {
        public static readonly Dictionary<string, Facet> ByName = Read();

        private static Dictionary<string, Facet> Read()
        {
            var table = new Dictionary<string, Facet>(StringComparer.Ordinal);
            foreach (var line in PackedFormat.Lines(CatalogueData.Facets))
            {
                var field = PackedFormat.Fields(line);
                var values = Array.ConvertAll(PackedFormat.List(field[6]), static packed =>
                {
                    var part = packed.Split(PackedFormat.ConditionSeparator);
                    return new FacetValue(part[0], new BilingualText(part[1], part[2]));
                });
                table.Add(field[0], new Facet(field[1], field[0], (FacetType)(field[2][0] - '0'), field[3], new BilingualText(field[4], field[5]), values));
            }

            return table;
        }
    }
}
