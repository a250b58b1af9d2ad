using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using GreenBuild.Standards.Components;
using Microsoft.CodeAnalysis;

namespace GreenBuild.Standards.Analyzers;

/// <summary>What a <c>[StandardValue]</c> says, and what the catalogue makes of it. One object for all that say the same in a compilation.</summary>
internal sealed class Contract
{
    private readonly StandardsCatalogue _catalogue;
    private readonly ConcurrentDictionary<Settings, ContractLimits> _limits = new();

    // Nearly all files of a program are judged for the same day and place.
    private ContractLimits? _last;

    public Contract(StandardsCatalogue catalogue, string? key, string? when)
    {
        _catalogue = catalogue;
        Key = key ?? "";
        if (Circumstances.TryParse(when, out var circumstances, out var error)) Circumstances = circumstances;
        else Problem = Text.Format("Contract_BadWhen", Text.Of(error));

        // A key that is wrong is worse than a condition that is wrong: it is said first.
        Problem = ReadKey() ?? Problem;
        if (Problem is null && Requirement?.AppliesTo(Circumstances, out _) == FacetMatch.Fails)
            Problem = Text.Format("Contract_NeverApplies", Key, Circumstances);
    }

    public string Key { get; }

    /// <summary>The limit that is named, or <see langword="null"/> where a measurand is.</summary>
    public Requirement? Requirement { get; private set; }

    /// <summary>Whether it is one of sizes: a module or preferred sizes, and no limit.</summary>
    public bool IsSeries { get; private set; }

    /// <summary>The unit in which sizes are given where they have none of their own.</summary>
    public const string UnitOfSizes = "mm";

    /// <summary>The series of sizes that applies to a case; <see langword="null"/> if none does, or it cannot be told.</summary>
    /// <param name="settings">The day and the place.</param>
    /// <param name="missing">The facets that are not given and decide about it.</param>
    public SizeSeries? SeriesFor(Settings settings, out IReadOnlyList<string> missing)
    {
        var modules = new ModularCoordination(settings.Place, settings.AsOf, _catalogue);
        missing = [];
        if (Requirement is { } named) return SizeSeries.TryFrom(named, modules.BasicModule, out var series) ? series : null;
        foreach (var candidate in modules.SeriesFor(Circumstances, out missing))
            if (candidate.Requirement.Measurand.Key == Key) return candidate;
        return null;
    }

    /// <summary>What is known of the case.</summary>
    public Circumstances Circumstances { get; } = Circumstances.None;

    /// <summary>Why the contract cannot be checked, apart from what it stands on; <see langword="null"/> if it can.</summary>
    public Text? Problem { get; }

    /// <summary>The units in which values may be given.</summary>
    public IReadOnlyList<string> Units { get; private set; } = [];

    /// <summary>The limits that apply: the named one, or those that govern on the day in the place.</summary>
    [MethodImpl(HotPath.OptimisedAtOnce)]
    public ContractLimits LimitsFor(Settings settings)
    {
        if (_last is { } last && last.Settings == settings) return last;
        if (!_limits.TryGetValue(settings, out var limits)) limits = _limits.GetOrAdd(settings, new ContractLimits(this, _catalogue, settings));
        return _last = limits;
    }

    /// <summary>Whether it allows what another does not, on a day in a place.</summary>
    /// <param name="other">The other contract.</param>
    /// <param name="settings">The day and the place.</param>
    /// <param name="looser">The limit that this one stands for.</param>
    /// <param name="stricter">The limit that the other one stands for.</param>
    public bool IsLooserThan(Contract other, Settings settings, [NotNullWhen(true)] out Requirement? looser, [NotNullWhen(true)] out Requirement? stricter)
    {
        (looser, stricter) = (LimitsFor(settings).Binding.FirstOrDefault(), other.LimitsFor(settings).Binding.FirstOrDefault());
        return looser is not null && stricter is not null && looser != stricter && LimitCheck.CompareStrictness(looser, stricter) > 0;
    }

    /// <summary>Why values of a type cannot be checked against this contract; <see langword="null"/> if they can.</summary>
    public Text? ProblemWith(ITypeSymbol type)
    {
        var shown = type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
        type = ElementOf(type) ?? type;
        // Each construction is judged by its own type.
        if (type is ITypeParameterSymbol || IsNumber(type)) return null;
        if (QuantityUnits.BaseOf(type) is not { } unit) return Text.Format("Contract_WrongType", shown);
        foreach (var possible in Units)
            if (MeasurementUnit.TryConvert(1, unit, possible, out _)) return null;
        return Text.Format("Contract_WrongUnit", shown, string.Join(", ", Units));
    }

    /// <summary>Whether values of a type, or the elements of it, can be subject to a contract at all.</summary>
    public static bool IsCheckable(ITypeSymbol type) => IsNumberOrQuantity(type) || (ElementOf(type) is { } element && IsNumberOrQuantity(element));

    /// <summary>The elements of an array, a span, or a collection with one type argument; <see langword="null"/> for what is none. A contract on it is one on each element.</summary>
    [MethodImpl(HotPath.OptimisedAtOnce)]
    public static ITypeSymbol? ElementOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { Arity: 1, OriginalDefinition.SpecialType: not SpecialType.System_Nullable_T } collection when IsCollection(collection) => collection.TypeArguments[0],
        _ => null,
    };

    private static bool IsCollection(INamedTypeSymbol type)
    {
        if (type.Name is "Span" or "ReadOnlySpan" or "Memory" or "ReadOnlyMemory") return type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };
        // System.Collections.Generic, .Immutable and their like.
        return type.ContainingNamespace is { ContainingNamespace: { Name: "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };
    }

    private static bool IsNumberOrQuantity(ITypeSymbol type) => IsNumber(type) || QuantityUnits.BaseOf(type) is not null;

    /// <summary>The type itself, or what a nullable value type is made of.</summary>
    public static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static bool IsNumber(ITypeSymbol type) => ConstantNumber.IsNumber(Underlying(type));

    private Text? ReadKey()
    {
        if (Key.Length == 0) return Text.Format("Contract_NoKey");
        if (_catalogue.Find(Key) is { } requirement)
        {
            if (requirement.Kind == RequirementKind.SizeSeries && requirement.Values.Count > 0)
            {
                Requirement = requirement;
                return Series();
            }

            if (requirement.Kind != RequirementKind.Limit) return Text.Format("Contract_NotALimit", Key, Text.Of(Words.Of(requirement.Kind)));
            if (requirement.IsTrigger) return Text.Format("Contract_Trigger", Key);
            Requirement = requirement;
            Units = [requirement.Unit];
            return null;
        }

        if (Vocabulary.FindMeasurand(Key) is not { } measurand) return Text.Format("Contract_UnknownKey", Key);
        if (measurand.Key is Measurands.Components.ModuleStep or Measurands.Components.PreferredSize) return Series();
        if (measurand.IsDuty) return Text.Format("Contract_NotALimit", Key, Text.Of(Words.Of(RequirementKind.Measure)));
        Units = measurand.Units;
        return IsLimited(measurand) ? null : Text.Format("Contract_NoLimits", Key);
    }

    private Text? Series()
    {
        IsSeries = true;
        Units = [UnitOfSizes];
        return null;
    }

    private bool IsLimited(Measurand measurand)
    {
        foreach (var edition in _catalogue.Editions)
        {
            // Spares reading the rows of every other edition.
            if (!edition.IsAbout(measurand.Key)) continue;
            foreach (var requirement in edition.Requirements)
                if (requirement.Measurand == measurand && requirement.Kind == RequirementKind.Limit && !requirement.IsTrigger) return true;
        }

        return false;
    }
}
