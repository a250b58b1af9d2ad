using GreenBuild.Standards.Components;

namespace GreenBuild.Standards.Analyzers;

/// <summary>The limits that a contract stands for on a day in a place.</summary>
internal sealed class ContractLimits
{
    private readonly Lazy<IReadOnlyList<LaterLimit>> _later;

    public ContractLimits(Contract contract, StandardsCatalogue catalogue, Settings settings)
    {
        Settings = settings;
        if (contract.IsSeries)
        {
            Series = contract.SeriesFor(settings, out var missing);
            if (Series is null) Missing = missing;
            _later = new(static () => []);
            return;
        }

        if (contract.Requirement is { } named)
        {
            Binding = [named];
            _later = new(() => Successor(named, settings.AsOf));
            return;
        }

        var governing = catalogue.Governing(contract.Key, settings.Place, settings.AsOf, contract.Circumstances);
        Missing = governing.Missing;
        if (governing.Requirement is { } first)
        {
            Binding = [first, .. governing.Beside];
            Others = [.. governing.Applicable.Where(limit => !Binding.Contains(limit))];
        }

        _later = new(() => Later(contract, catalogue, settings));
    }

    /// <summary>The day and the place.</summary>
    public Settings Settings { get; }

    /// <summary>The limit that governs, and those that bind together with it; empty if none applies or it cannot be told which.</summary>
    public IReadOnlyList<Requirement> Binding { get; } = [];

    /// <summary>The series that a contract of sizes stands for; <see langword="null"/> if none applies, and of every other contract.</summary>
    public SizeSeries? Series { get; }

    /// <summary>The facets that are not given and decide what applies; of a contract of sizes, which series.</summary>
    public IReadOnlyList<string> Missing { get; } = [];

    /// <summary>Limits that apply as well and do not govern: recommended ones, and those that are not confirmed.</summary>
    public IReadOnlyList<Requirement> Others { get; } = [];

    /// <summary>Limits that are published and come into force later, by date. Looked up when the first value complies with those of today.</summary>
    public IReadOnlyList<LaterLimit> Coming => _later.Value;

    private static IReadOnlyList<LaterLimit> Successor(Requirement named, CalendarDate asOf) =>
        named.Edition.Successor is { CountsFrom: { } from } successor && from > asOf && successor.Find(named.RowKey) is { Kind: RequirementKind.Limit } same
        && same.Measurand == named.Measurand && same.Unit == named.Unit ? [new(from, same)] : [];

    private List<LaterLimit> Later(Contract contract, StandardsCatalogue catalogue, Settings settings)
    {
        var found = new List<LaterLimit>();
        foreach (var date in catalogue.ChangesBetween(settings.AsOf, CalendarDate.MaxValue, settings.Place)
                     .Where(change => change.Begins && change.Edition.IsAbout(contract.Key)).Select(static change => change.Date).Distinct())
        {
            var governing = catalogue.Governing(contract.Key, settings.Place, date, contract.Circumstances);
            if (governing.Requirement is not { } first) continue;
            foreach (var limit in governing.Beside.Prepend(first))
                if (!Binding.Contains(limit) && !found.Exists(later => later.Limit == limit)) found.Add(new(date, limit));
        }

        return found;
    }
}

/// <summary>A limit, and the first day on which it governs.</summary>
internal readonly record struct LaterLimit(CalendarDate From, Requirement Limit);
