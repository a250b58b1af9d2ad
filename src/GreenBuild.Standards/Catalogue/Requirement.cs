namespace GreenBuild.Standards;

/// <summary>One typed, dated, cited entry of the catalogue: a limit, a factor, a duty, a row of a scoring table or a size series.</summary>
public sealed class Requirement
{
    private readonly FacetCondition[] _conditions;
    private readonly int[] _sourceIndexes;

    internal Requirement(Edition edition, string[] field, FacetCondition[] conditions, int[] sourceIndexes, RequirementValue value)
    {
        _sourceIndexes = sourceIndexes;
        Edition = edition;
        RowKey = field[(int)PackedFormat.Row.Key];
        Key = edition.Key + "." + RowKey;
        Kind = (RequirementKind)(field[(int)PackedFormat.Row.Kind][0] - '0');
        Clause = field[(int)PackedFormat.Row.Clause] is { Length: > 0 } clause ? clause : null;
        Measurand = Vocabulary.Measurand(field[(int)PackedFormat.Row.Measurand]);
        Title = new BilingualText(field[(int)PackedFormat.Row.TitleEnglish], field[(int)PackedFormat.Row.TitleChinese]);
        Basis = field[(int)PackedFormat.Row.Basis];
        Note = field[(int)PackedFormat.Row.Note];
        Evidence = (Evidence)(field[(int)PackedFormat.Row.Evidence][0] - '0');
        Comparator = (Comparator)(field[(int)PackedFormat.Row.Comparator][0] - '0');
        IsTrigger = field[(int)PackedFormat.Row.IsTrigger].Length > 0;
        RelativeTo = field[(int)PackedFormat.Row.RelativeTo] is { Length: > 0 } relative ? Vocabulary.Measurand(relative) : null;
        RoundingDigits = field[(int)PackedFormat.Row.Rounding] is { Length: > 0 } rounding ? rounding[0] - '0' : null;
        Unit = field[(int)PackedFormat.Row.Unit];
        _conditions = conditions;
        Conditions = Array.AsReadOnly(conditions);
        Value = value.Number;
        UpperValue = value.Upper;
        Settings = PackedFormat.List(field[(int)PackedFormat.Row.Setting]);
        Range = field[(int)PackedFormat.Row.Range] is { Length: > 0 } range ? NumberRange.FromBounds(range.Split('|')) : null;
        Points = value.Points;
        UpperPoints = value.UpperPoints;
        Values = value.Values;
        Dimensions = value.Dimensions;
        Formula = field[(int)PackedFormat.Row.Formula] is { Length: > 0 } formula ? formula : null;
    }

    /// <summary>The stable key, for example <c>cn.gb-12523-2025.boundary-night</c>.</summary>
    public string Key { get; }

    /// <summary>The last part of <see cref="Key"/>, unique in its edition.</summary>
    public string RowKey { get; }

    /// <summary>The edition that the requirement stands in.</summary>
    public Edition Edition { get; }

    /// <summary>What sort of rule it is.</summary>
    public RequirementKind Kind { get; }

    /// <summary>The clause, table or article, or <see langword="null"/> where it is not known.</summary>
    public string? Clause { get; }

    /// <summary>What the requirement says, in short.</summary>
    public BilingualText Title { get; }

    /// <summary>What is limited or demanded.</summary>
    public Measurand Measurand { get; }

    /// <summary>Which comparison must hold; <see cref="Comparator.None"/> where nothing is compared.</summary>
    public Comparator Comparator { get; }

    /// <summary>
    /// Whether the limit is a threshold at which a consequence starts (a duty, a significant effect): there the comparison
    /// says when the consequence applies, and a value that meets it is not compliant.
    /// </summary>
    public bool IsTrigger { get; }

    /// <summary>
    /// The value in <see cref="Unit"/>; the lower end where <see cref="UpperValue"/> is given; an offset where
    /// <see cref="RelativeTo"/> is given. <see langword="null"/> where the value is not known, or the requirement has none.
    /// </summary>
    public decimal? Value { get; }

    /// <summary>The upper end of a range, or <see langword="null"/>.</summary>
    public decimal? UpperValue { get; }

    /// <summary>A value that is a word: a named setting, or <c>true</c> (must be done) and <c>false</c> (must not be done) of a duty; else <see langword="null"/>.</summary>
    public string? Setting => Settings.Count == 1 ? Settings[0] : null;

    /// <summary>The words of a requirement that names several (the classes to be kept apart); one or none for the others.</summary>
    public IReadOnlyList<string> Settings { get; }

    /// <summary>The range of the input that earns the points of a <see cref="RequirementKind.ScoreRow"/>; else <see langword="null"/>.</summary>
    public NumberRange? Range { get; }

    /// <summary>The points of a score row, at the lower end of <see cref="Range"/> where <see cref="UpperPoints"/> is given; else <see langword="null"/>.</summary>
    public decimal? Points { get; }

    /// <summary>The points at the upper end of <see cref="Range"/>, between which is interpolated; <see langword="null"/> where the points are one number.</summary>
    public decimal? UpperPoints { get; }

    /// <summary>The sizes of a <see cref="RequirementKind.SizeSeries"/> in <see cref="Unit"/>; else empty.</summary>
    public IReadOnlyList<decimal> Values { get; }

    /// <summary>The named dimensions of a standard section; else empty.</summary>
    public IReadOnlyList<Dimension> Dimensions { get; }

    /// <summary>How the value is computed, in the words of the standard, where it is no plain number; else <see langword="null"/>.</summary>
    public string? Formula { get; }

    /// <summary>The unit of the values, as the standard writes it; empty for a duty.</summary>
    public string Unit { get; }

    /// <summary>
    /// The measurand whose limit <see cref="Value"/> is added to ("the limit + 15 dB"), in the same edition and under the
    /// same circumstances; <see langword="null"/> where the value stands by itself.
    /// </summary>
    public Measurand? RelativeTo { get; }

    /// <summary>How and over what time the value is measured, in words; may be empty.</summary>
    public string Basis { get; }

    /// <summary>
    /// The number of decimals to which a measured value is rounded by GB/T 8170 before it is compared, or
    /// <see langword="null"/> where the unrounded value is compared.
    /// </summary>
    public int? RoundingDigits { get; }

    /// <summary>When the requirement applies, condition by condition; all must hold, and no exception.</summary>
    public IReadOnlyList<FacetCondition> Conditions { get; }

    /// <summary>How well the fact is known.</summary>
    public Evidence Evidence { get; }

    /// <summary>Where the fact was found; may be empty only for an unconfirmed one.</summary>
    public IReadOnlyList<Source> Sources => Array.ConvertAll(_sourceIndexes, i => Edition.Sources[i]);

    /// <summary>Exceptions, doubts and remarks; may be empty.</summary>
    public string Note { get; }

    /// <summary>The domain, for example <c>noise</c>.</summary>
    public string Domain => Measurand.Domain;

    /// <summary>How the requirement is cited: number of the edition and clause, for example "GB 12523-2025 Table 1".</summary>
    public string Citation => Clause is null ? Edition.Number : Edition.Number + " " + Clause;

    /// <summary>The condition on a facet, or <see langword="null"/> if the requirement does not ask about it.</summary>
    public FacetCondition? Condition(string facet)
    {
        foreach (var condition in Conditions)
            if (condition.Facet == facet && !condition.IsException) return condition;
        return null;
    }

    /// <summary>Whether another requirement asks about the same thing under the same conditions, dates aside: an earlier or later stage of it.</summary>
    public bool IsStageOf(Requirement other)
    {
        if (Measurand != other.Measurand || Kind != other.Kind) return false;
        var (own, others) = (Undated(this), Undated(other));
        return own.Count == others.Count && own.SetEquals(others);

        static HashSet<string> Undated(Requirement requirement) =>
            new(requirement.Conditions.Where(static condition => condition.Facet != "dates" || condition.IsException).Select(static condition => condition.ToString()), StringComparer.Ordinal);
    }

    /// <summary>Whether the requirement may hold on a day: <see langword="false"/> where it is bound to dates, none of which touches the day.</summary>
    /// <remarks>Only the dates of the requirement count; the validity of its edition is asked for by <see cref="Edition.IsInForceOn"/>. A span that comes back every year may hold on any day.</remarks>
    public bool MayHoldOn(CalendarDate date)
    {
        if (Condition("dates") is not { } dates) return true;
        foreach (var span in dates.Spans)
            if (span.IsYearly || span.Contains(date) != false) return true;
        return false;
    }

    /// <summary>Whether the requirement applies under the circumstances.</summary>
    /// <param name="circumstances">What is known.</param>
    /// <param name="missing">
    /// The facets that decide and are not known; empty unless the result is <see cref="FacetMatch.Unknown"/>.
    /// </param>
    public FacetMatch AppliesTo(Circumstances circumstances, out IReadOnlyList<string> missing) => AppliesTo(circumstances, null, out missing);

    /// <summary>The same without the exception on a facet that makes no difference any more.</summary>
    internal FacetMatch AppliesTo(Circumstances circumstances, string? settled, out IReadOnlyList<string> missing)
    {
        List<string>? unknown = null;
        missing = [];
        // The array itself: this is asked for every limit of every question, and an enumerator of the list would be allocated each time.
        foreach (var condition in _conditions)
        {
            if (condition.IsException && settled is not null && condition.Facet == settled) continue;
            var match = condition.Match(circumstances);
            // An exception that nobody claims is not taken: emergency repair has to be declared. But a number that is not known may be the other way to comply.
            if (condition.IsException)
            {
                if (match == FacetMatch.Holds) return FacetMatch.Fails;
                if (match == FacetMatch.Unknown && condition.Type == FacetType.Number) (unknown ??= []).Add(condition.Facet);
                continue;
            }

            if (match == FacetMatch.Fails) return FacetMatch.Fails;
            if (match == FacetMatch.Unknown && !IsSettledByTheOther(condition, circumstances)) (unknown ??= []).Add(condition.Facet);
        }

        if (unknown is null) return FacetMatch.Holds;
        missing = unknown;
        return FacetMatch.Unknown;
    }

    /// <summary>Hours and the name of the period that they define are one question: whichever is known answers both.</summary>
    private bool IsSettledByTheOther(FacetCondition condition, Circumstances circumstances) => condition.Facet switch
    {
        // Where the period is not known either, it is what is asked for.
        "hours" => Condition("period") is not null,
        "period" => Condition("hours")?.Match(circumstances) == FacetMatch.Holds,
        _ => false,
    };

    /// <summary>The key.</summary>
    public override string ToString() => Key;
}

/// <summary>One named dimension of a standard section, for example the depth H = 200 mm.</summary>
public sealed class Dimension
{
    internal Dimension(string name, decimal value, string unit)
    {
        Name = name;
        Value = value;
        Unit = unit;
    }

    /// <summary>The symbol that the standard uses.</summary>
    public string Name { get; }

    /// <summary>The value in <see cref="Unit"/>.</summary>
    public decimal Value { get; }

    /// <summary>The unit.</summary>
    public string Unit { get; }

    /// <summary>Symbol, value and unit.</summary>
    public override string ToString() => Name + " = " + Words.Number(Value) + " " + Unit;
}

/// <summary>The numbers of a requirement, read from their packed form.</summary>
internal readonly record struct RequirementValue(
    decimal? Number, decimal? Upper, decimal? Points, decimal? UpperPoints, IReadOnlyList<decimal> Values, IReadOnlyList<Dimension> Dimensions);
