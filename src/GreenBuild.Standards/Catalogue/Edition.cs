using System.Globalization;

namespace GreenBuild.Standards;

/// <summary>One edition of a standard, law or policy: when and where it is in force, what it replaced, and its requirements.</summary>
/// <remarks>
/// An edition without requirements is known by its number only, as the predecessor or successor of another, so that a
/// citation of it is recognised. What is not known is <see langword="null"/> and never guessed.
/// </remarks>
public sealed class Edition
{
    private readonly int _text;
    private readonly string _measurands;
    private readonly string _register;
    private readonly int _words;
    private readonly int _end;
    private readonly StandardsCatalogue _catalogue;
    private readonly string? _overlayText;
    private string[]? _wordFields;
    private Contents? _contents;

    /// <summary>Reads the line of an edition, from <paramref name="start"/> to <paramref name="end"/> in the register, up to its words.</summary>
    internal Edition(StandardsCatalogue catalogue, string register, int start, int end, string? overlayText = null, string? overlay = null)
    {
        _register = register;
        _words = PackedFormat.StartOfField(register, start, (int)PackedFormat.Header.TitleEnglish);
        _end = end;
        var field = PackedFormat.Fields(register, start, _words - 1);
        _catalogue = catalogue;
        _overlayText = overlayText;
        Overlay = overlay;
        Key = field[(int)PackedFormat.Header.Key];
        Standard = field[(int)PackedFormat.Header.Standard];
        Number = field[(int)PackedFormat.Header.Number];
        Kind = (StandardKind)(field[(int)PackedFormat.Header.Kind][0] - '0');
        Binding = (BindingForce)(field[(int)PackedFormat.Header.Binding][0] - '0');
        Jurisdiction = Jurisdiction.Parse(field[(int)PackedFormat.Header.Jurisdiction]);
        Issued = Date(field[(int)PackedFormat.Header.Issued]);
        Effective = Date(field[(int)PackedFormat.Header.Effective]);
        Withdrawn = Date(field[(int)PackedFormat.Header.Withdrawn]);
        Supersedes = PackedFormat.List(field[(int)PackedFormat.Header.Supersedes]);
        SupersededBy = field[(int)PackedFormat.Header.SupersededBy] is { Length: > 0 } successor ? successor : null;
        _measurands = field[(int)PackedFormat.Header.Measurands];
        IsDated = field[(int)PackedFormat.Header.IsDated].Length > 0;
        IsPartial = field[(int)PackedFormat.Header.IsPartial].Length > 0;
        _text = int.Parse(field[(int)PackedFormat.Header.Text], CultureInfo.InvariantCulture);

        static CalendarDate? Date(string text) => text.Length == 0 ? null : CalendarDate.Parse(text);
    }

    /// <summary>The stable key, for example <c>cn.gb-12523-2025</c>.</summary>
    public string Key { get; }

    /// <summary>The standard of which this is an edition: the number without the year, for example <c>GB 12523</c>.</summary>
    public string Standard { get; }

    /// <summary>The number as it is cited, for example <c>GB 12523-2025</c>.</summary>
    public string Number { get; }

    /// <summary>What sort of document it is.</summary>
    public StandardKind Kind { get; }

    /// <summary>Whether it binds by law.</summary>
    public BindingForce Binding { get; }

    /// <summary>Where it applies.</summary>
    public Jurisdiction Jurisdiction { get; }

    /// <summary>The day of issue, or <see langword="null"/> where it is not known.</summary>
    public CalendarDate? Issued { get; }

    /// <summary>The first day in force, or <see langword="null"/> where it is not known.</summary>
    public CalendarDate? Effective { get; }

    /// <summary>The first day no longer in force, or <see langword="null"/> while it is in force or where that is not known.</summary>
    public CalendarDate? Withdrawn { get; }

    /// <summary>The numbers of the editions that it replaced.</summary>
    public IReadOnlyList<string> Supersedes { get; }

    /// <summary>The number of the edition that replaced it, or <see langword="null"/>.</summary>
    public string? SupersededBy { get; }

    /// <summary>The title.</summary>
    public BilingualText Title => new(Words(PackedFormat.Header.TitleEnglish), Words(PackedFormat.Header.TitleChinese));

    /// <summary>Who issued it; may be empty.</summary>
    public string Issuer => Words(PackedFormat.Header.Issuer);

    /// <summary>What it covers, in words; may be empty.</summary>
    public string Scope => Words(PackedFormat.Header.Scope);

    /// <summary>The file that the edition was loaded from at run time, as its loader names it; <see langword="null"/> for what was built in.</summary>
    public string? Overlay { get; }

    /// <summary>
    /// Whether the catalogue is known to hold only a part of its rules, because its text, or tables of it, were not seen. Where
    /// <see langword="true"/>, that the edition has no row on a thing does not say that it has no rule on it: the rule is not known. Where
    /// <see langword="false"/>, no gap is known; the catalogue then holds what the edition says on the subjects of the catalogue, which need
    /// not be all that stands in it.
    /// </summary>
    public bool IsPartial { get; }

    /// <summary>Whether the catalogue holds its rows; without, only its number and dates are known.</summary>
    /// <remarks>True also for an edition of which the catalogue describes the document but has seen no rule: such a one is <see cref="IsPartial"/>.</remarks>
    public bool HasRequirements => _text >= 0 || _overlayText is not null;

    /// <summary>The requirements, in the order of the catalogue.</summary>
    public IReadOnlyList<Requirement> Requirements => Read().Requirements;

    /// <summary>The sources that its requirements cite.</summary>
    public IReadOnlyList<Source> Sources => Read().Sources;

    /// <summary>The methods that it prescribes, in words.</summary>
    public IReadOnlyList<Method> Methods => Read().Methods;

    /// <summary>The edition that replaced it, or <see langword="null"/> if there is none or the catalogue does not know it.</summary>
    public Edition? Successor => SupersededBy is null ? null : _catalogue.FindEdition(SupersededBy);

    /// <summary>
    /// The first day on which it can no longer be relied on: <see cref="Withdrawn"/>, or else the day its successor came
    /// into force; <see langword="null"/> if neither is known.
    /// </summary>
    public CalendarDate? ValidUntil => Withdrawn ?? Successor?.Effective;

    /// <summary>
    /// The first day on which it counts as in force: <see cref="Effective"/>, or where that is not known <see cref="Issued"/>, or the first day of the year
    /// in its number (GB 12523-2025), before which it cannot have been; <see langword="null"/> if none is known, and it counts as in force before its end.
    /// </summary>
    public CalendarDate? CountsFrom => Effective ?? Issued ?? YearOfNumber;

    private CalendarDate? YearOfNumber => StandardNumber.YearOf(Number) is { } year ? new CalendarDate(year, 1, 1) : null;

    /// <summary>Whether it counts as in force on a day: from <see cref="CountsFrom"/> and before <see cref="ValidUntil"/>.</summary>
    public bool IsInForceOn(CalendarDate date) => !(date < CountsFrom) && !(date >= ValidUntil);

    /// <summary>Whether a requirement of the edition is about a measurand; answered without reading the requirements.</summary>
    public bool IsAbout(string measurand)
    {
        for (var at = _measurands.IndexOf(measurand, StringComparison.Ordinal); at >= 0; at = _measurands.IndexOf(measurand, at + 1, StringComparison.Ordinal))
        {
            var end = at + measurand.Length;
            if ((at == 0 || _measurands[at - 1] == PackedFormat.ListSeparator) && (end == _measurands.Length || _measurands[end] == PackedFormat.ListSeparator)) return true;
        }

        return false;
    }

    /// <summary>Whether requirements of the edition hold on dates of their own; answered without reading them.</summary>
    internal bool IsDated { get; }

    /// <summary>Finds a requirement by the last part of its key.</summary>
    public Requirement? Find(string rowKey) => Find(rowKey, 0);

    /// <summary>Finds a requirement by the part of its key that begins at a position.</summary>
    internal Requirement? Find(string key, int start)
    {
        var requirements = Read().Requirements;
        for (var i = 0; i < requirements.Count; i++)
            if (string.CompareOrdinal(requirements[i].RowKey, 0, key, start, int.MaxValue) == 0) return requirements[i];
        return null;
    }

    /// <summary>The number.</summary>
    public override string ToString() => Number;

    private string Words(PackedFormat.Header field) =>
        (_wordFields ??= PackedFormat.Fields(_register, _words, _end))[field - PackedFormat.Header.TitleEnglish];

    // Two threads may both read the text the first time; only one of the results is ever given out, since requirements are told apart by what they are and not by what they say.
    private Contents Read()
    {
        if (Volatile.Read(ref _contents) is { } known) return known;
        var read = HasRequirements ? Contents.Read(this, _overlayText ?? CatalogueData.Text(_text)) : Contents.Empty;
        return Interlocked.CompareExchange(ref _contents, read, null) ?? read;
    }

    private sealed class Contents
    {
        public static readonly Contents Empty = new([], [], []);

        private Contents(Requirement[] requirements, Source[] sources, Method[] methods)
        {
            Requirements = Array.AsReadOnly(requirements);
            Sources = Array.AsReadOnly(sources);
            Methods = Array.AsReadOnly(methods);
        }

        public IReadOnlyList<Requirement> Requirements { get; }

        public IReadOnlyList<Source> Sources { get; }

        public IReadOnlyList<Method> Methods { get; }

        public static Contents Read(Edition edition, string text)
        {
            var requirements = new List<Requirement>();
            var sources = new List<Source>();
            var methods = new List<Method>();
            for (int start = 0, end; start < text.Length; start = end + 1)
            {
                end = PackedFormat.EndOfLine(text, start);
                var field = PackedFormat.Fields(text, start, end);
                switch (field[0])
                {
                    case PackedFormat.RowLine:
                        requirements.Add(ReadRow(edition, field));
                        break;
                    case PackedFormat.SourceLine:
                        sources.Add(new Source(IsAddress(field[1]) ? field[1] : null, field[1], field[2], field[3]));
                        break;
                    default:
                        methods.Add(new Method(field[1], field[2]));
                        break;
                }
            }

            return new Contents(requirements.ToArray(), sources.ToArray(), methods.ToArray());
        }

        // Some references in words begin with an address and go on with a place in it.
        private static bool IsAddress(string reference) =>
            reference.StartsWith("http", StringComparison.Ordinal) && reference.IndexOf(' ') < 0;

        private static Requirement ReadRow(Edition edition, string[] field)
        {
            var conditions = Array.ConvertAll(PackedFormat.List(field[(int)PackedFormat.Row.Conditions]), static packed =>
            {
                var part = packed.Split(PackedFormat.ConditionSeparator);
                return new FacetCondition(
                    part[(int)PackedFormat.Condition.Facet],
                    (FacetType)(part[(int)PackedFormat.Condition.Type][0] - '0'),
                    part[(int)PackedFormat.Condition.IsException].Length > 0,
                    part[(int)PackedFormat.Condition.Values].Split('|'));
            });
            var sources = Array.ConvertAll(PackedFormat.List(field[(int)PackedFormat.Row.Sources]), static i => int.Parse(i, CultureInfo.InvariantCulture));
            var value = new RequirementValue(
                Number(field[(int)PackedFormat.Row.Value]),
                Number(field[(int)PackedFormat.Row.UpperValue]),
                Number(field[(int)PackedFormat.Row.Points]),
                Number(field[(int)PackedFormat.Row.UpperPoints]),
                Array.ConvertAll(PackedFormat.List(field[(int)PackedFormat.Row.Values]), static text => Number(text)!.Value),
                Array.ConvertAll(PackedFormat.List(field[(int)PackedFormat.Row.Dimensions]), static packed =>
                {
                    var part = packed.Split(PackedFormat.ConditionSeparator);
                    return new Dimension(part[0], Number(part[1])!.Value, part[2]);
                }));
            return new Requirement(edition, field, conditions, sources, value);
        }

        private static decimal? Number(string text) =>
            text.Length == 0 ? null : decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
    }
}
