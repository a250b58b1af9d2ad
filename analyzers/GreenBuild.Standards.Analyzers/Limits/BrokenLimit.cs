using System.Runtime.CompilerServices;

namespace GreenBuild.Standards.Analyzers;

/// <summary>What the values of an expression do to a limit.</summary>
internal readonly struct BrokenLimit
{
    private readonly Requirement _limit;
    private readonly decimal _bound;

    private BrokenLimit(Requirement limit, List<decimal> values, string unit, decimal bound, bool isByAll, bool isConfirmed)
    {
        _limit = limit;
        _bound = bound;
        IsBroken = true;
        IsByAll = isByAll;
        IsBinding = isConfirmed && limit.Edition.Binding == BindingForce.Mandatory;
        Values = Text.Behind(string.Join(", ", values.ConvertAll(Words.Number)), unit);
    }

    /// <summary>Whether a value breaks it.</summary>
    public bool IsBroken { get; }

    /// <summary>Whether every value does, and there can be no others.</summary>
    public bool IsByAll { get; }

    /// <summary>Whether the limit is mandatory, and its evidence reaches the floor.</summary>
    public bool IsBinding { get; }

    /// <summary>The values that break it, with their unit.</summary>
    public Text Values { get; }

    /// <summary>The limit with comparison and unit; of a relative one the number that comes out.</summary>
    public Text Limit => LimitAsWords(_limit, _bound);

    /// <summary>Edition and clause; a limit of one's own is told apart from those of the library.</summary>
    public string Citation => CitationOf(_limit);

    /// <summary>What makes it less than binding: recommended, not confirmed, or both.</summary>
    public Text Weakness
    {
        get
        {
            var (binding, evidence) = (Words.Of(_limit.Edition.Binding), Words.Of(_limit.Evidence));
            if (_limit.Edition.Binding == BindingForce.Mandatory) return Text.Of(evidence);
            return Text.Of(_limit.Evidence >= CheckOptions.Default.EvidenceFloor ? binding : new(binding.English + ", " + evidence.English, binding.Chinese + "、" + evidence.Chinese));
        }
    }

    /// <summary>Holds values against a limit.</summary>
    /// <param name="values">The values.</param>
    /// <param name="unit">Their unit; that of the limit if not given.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="circumstances">What is known of the case.</param>
    [MethodImpl(HotPath.OptimisedAtOnce)]
    public static BrokenLimit By(ValueSet values, string? unit, Requirement limit, Circumstances circumstances)
    {
        unit ??= limit.Unit;
        List<decimal>? broken = null;
        var (bound, isConfirmed) = (0m, false);
        foreach (var value in values.Values)
        {
            // Most values are right, and that is found out without writing a finding.
            if (!MeasurementUnit.TryConvert(value, unit, limit.Unit, out var converted)) continue;
            if (LimitCheck.TryCompare(limit, converted, out var comparison) && comparison.IsMet) continue;
            var finding = LimitCheck.Judge(limit, converted, circumstances);
            if (finding.Verdict != Verdict.NonCompliant && finding.ProvisionalVerdict != Verdict.NonCompliant) continue;
            isConfirmed = finding.Verdict == Verdict.NonCompliant;
            bound = finding.Limit ?? 0;
            (broken ??= []).Add(value);
        }

        return broken is null ? default : new(limit, broken, unit, bound, values.IsClosed && broken.Count == values.Values.Length, isConfirmed);
    }

    public static Text LimitAsWords(Requirement limit, decimal bound)
    {
        if (limit.RelativeTo is null) return Text.Of(Words.ValueOf(limit));
        return Text.Behind(Words.Of(limit.Comparator) + " " + Words.Number(bound), limit.Unit);
    }

    public static string CitationOf(Requirement limit) => limit.Edition.Overlay is { } overlay ? limit.Citation + ", " + overlay : limit.Citation;
}
