using System.Collections.Concurrent;
using GreenBuild.Standards.Reading;

namespace GreenBuild.Standards;

/// <summary>All editions and requirements that are known, and the questions that can be asked of them.</summary>
/// <remarks>
/// Place and date are arguments of every question; nothing reads a clock or a setting. Immutable and safe for use by
/// several threads. An edition's rows are read when they are first asked for.
/// </remarks>
public sealed class StandardsCatalogue
{
    private readonly Edition[] _byKey;
    private Dictionary<string, Edition>? _byNumber;
    private readonly IReadOnlyList<OverlayText> _overlays;
    private readonly string _register;
    // Which editions are about a measurand, for those that were asked about.
    private readonly ConcurrentDictionary<string, Edition[]> _byMeasurand = new(StringComparer.Ordinal);
    private readonly Func<string, Edition[]> _editionsAbout;

    private StandardsCatalogue(IReadOnlyList<OverlayText> overlays, string register)
    {
        _overlays = overlays;
        _register = register;
        _editionsAbout = measurand => Editions!.Where(edition => edition.HasRequirements && edition.IsAbout(measurand)).ToArray();
        var editions = new List<Edition>();
        for (int start = 0, end; start < register.Length; start = end + 1)
        {
            end = PackedFormat.EndOfLine(register, start);
            editions.Add(new Edition(this, register, start, end));
        }

        foreach (var overlay in overlays) editions.Add(new Edition(this, overlay.Header, 0, overlay.Header.Length, overlay.Text, overlay.Name));
        Editions = editions.AsReadOnly();
        _byKey = editions.ToArray();
        Array.Sort(_byKey, static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        ReleaseDate = CalendarDate.Parse(CatalogueData.ReleaseDate);
    }

    /// <summary>The catalogue that this library was built with.</summary>
    public static StandardsCatalogue Default { get; } = new([], CatalogueData.Register);

    /// <summary>
    /// A catalogue without an edition, with the vocabulary of the built-in one: for tests that load overlays of their own by <see cref="WithOverlay"/> and
    /// want no real rule beside them. No real site is judged by it.
    /// </summary>
    public static StandardsCatalogue Empty { get; } = new([], "");

    /// <summary>The day for which the facts were last checked; the day that analyzers judge by unless told otherwise.</summary>
    public CalendarDate ReleaseDate { get; }

    /// <summary>All editions, those known only by their number included.</summary>
    public IReadOnlyList<Edition> Editions { get; }

    /// <summary>Loads an overlay: an edition of one's own in the JSON form of the catalogue, which may add limits and tighten them.</summary>
    /// <param name="name">The name of the file, for messages and findings.</param>
    /// <param name="json">Its text.</param>
    /// <param name="catalogue">A catalogue that holds the overlay as well; this one if there are errors.</param>
    /// <returns>
    /// What is wrong, empty if nothing is. All checks of the build are made. A limit that is looser than a mandatory one which it can meet with
    /// is an error: where it only holds under other conditions, they have to be said.
    /// </returns>
    public InputErrorList WithOverlay(string name, string json, out StandardsCatalogue catalogue)
    {
        var errors = OverlayReader.Read(this, name, json, out var overlay);
        catalogue = errors.Count > 0 ? this : new StandardsCatalogue([.. _overlays, overlay!], _register);
        return errors;
    }

    /// <summary>Finds requirements by words in English or Chinese, numbers of standards and keys.</summary>
    /// <param name="text">Words; each must be found in a requirement: in its key, number, clause, titles or measurand. Letter case and dashes do not matter.</param>
    /// <returns>All requirements if the text is empty.</returns>
    public IEnumerable<Requirement> Search(string text) => Search(text, Editions);

    /// <summary>Finds requirements like <see cref="Search(string)"/>, in some of the editions; of no other are the rows read.</summary>
    internal static IEnumerable<Requirement> Search(string text, IEnumerable<Edition> editions)
    {
        var search = new SearchText(text);
        foreach (var edition in editions)
        {
            var number = StandardNumber.Normalise(edition.Number);
            foreach (var requirement in edition.Requirements)
                if (search.Finds(requirement, number)) yield return requirement;
        }
    }

    /// <summary>Finds editions by words in English or Chinese, numbers of standards and keys, those known only by their number included.</summary>
    /// <param name="text">Words; each must be found in an edition: in its key, number, titles or issuer. Letter case and dashes do not matter.</param>
    /// <returns>All editions if the text is empty.</returns>
    public IEnumerable<Edition> SearchEditions(string text)
    {
        var search = new SearchText(text);
        foreach (var edition in Editions)
            if (search.Finds(edition)) yield return edition;
    }

    /// <summary>Finds an edition by its key (<c>cn.gb-12523-2025</c>) or its number as people write it (<c>GB 12523—2025</c>, <c>gb12523-2025</c>).</summary>
    public Edition? FindEdition(string keyOrNumber) =>
        FindEdition(keyOrNumber, keyOrNumber.Length) ?? (ByNumber.TryGetValue(StandardNumber.Normalise(keyOrNumber), out var edition) ? edition : null);

    /// <summary>Finds a requirement by its key, for example <c>cn.gb-12523-2025.boundary-night</c>.</summary>
    public Requirement? Find(string key)
    {
        // Edition keys may hold dots themselves (BS 5228-1.2009), so every dot is tried.
        for (var dot = key.IndexOf('.'); dot >= 0; dot = key.IndexOf('.', dot + 1))
            if (FindEdition(key, dot) is { } edition && edition.Find(key, dot + 1) is { } found) return found;
        return null;
    }

    // Two threads may both fill it; the results are equal and one of them stays.
    private Dictionary<string, Edition> ByNumber
    {
        get
        {
            if (_byNumber is { } known) return known;
            var editions = new Dictionary<string, Edition>(StringComparer.Ordinal);
            foreach (var edition in Editions) editions[StandardNumber.Normalise(edition.Number)] = edition;
            return _byNumber = editions;
        }
    }

    /// <summary>Finds an edition by its key, the first characters of a text. Searched and not looked up, so that nothing is cut out of the text.</summary>
    private Edition? FindEdition(string text, int length)
    {
        if (length == 0) return null;
        var (low, high) = (0, _byKey.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var key = _byKey[middle].Key;
            var order = string.CompareOrdinal(key, 0, text, 0, length);
            // What begins with the text but is longer stands behind it.
            if (order == 0) order = key.Length.CompareTo(length);
            if (order == 0) return _byKey[middle];
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return null;
    }

    /// <summary>All editions of a standard, the oldest first: its own and those of the standards that it replaced or was replaced by.</summary>
    /// <param name="standardOrNumber">The standard (<c>GB 12523</c>) or one of its editions (<c>GB 12523-2011</c>).</param>
    /// <returns>Empty if nothing of the kind is known.</returns>
    public IReadOnlyList<Edition> History(string standardOrNumber)
    {
        var wanted = StandardNumber.Normalise(standardOrNumber);
        var found = new List<Edition>();
        foreach (var edition in Editions)
            if (StandardNumber.Normalise(edition.Standard) == wanted || StandardNumber.Normalise(edition.Number) == wanted) found.Add(edition);
        for (var i = 0; i < found.Count; i++)
        {
            foreach (var number in found[i].Supersedes) Add(number);
            if (found[i].SupersededBy is { } successor) Add(successor);
        }

        // A stable order also where dates are not known: those without a date come first, by number.
        found.Sort(static (a, b) =>
        {
            var order = (a.CountsFrom ?? CalendarDate.MinValue).CompareTo(b.CountsFrom ?? CalendarDate.MinValue);
            return order != 0 ? order : string.CompareOrdinal(a.Number, b.Number);
        });
        return found.AsReadOnly();

        void Add(string number)
        {
            if (FindEdition(number) is { } edition && !found.Contains(edition)) found.Add(edition);
        }
    }

    /// <summary>The edition of a standard that is in force in a place on a day, the youngest where several are; <see langword="null"/> if none is.</summary>
    internal Edition? EditionInForce(string standard, Jurisdiction place, CalendarDate date) =>
        History(standard).LastOrDefault(edition => edition.HasRequirements && edition.Jurisdiction.Contains(place) && edition.IsInForceOn(date));

    /// <summary>All editions with requirements that are in force in a place on a day, those of the places that contain it included.</summary>
    public IEnumerable<Edition> EditionsInForce(Jurisdiction place, CalendarDate date)
    {
        foreach (var edition in Editions)
            if (edition.HasRequirements && edition.Jurisdiction.Contains(place) && edition.IsInForceOn(date)) yield return edition;
    }

    /// <summary>The requirements on a measurand that are in force in a place on a day, those of the places that contain it included.</summary>
    public IReadOnlyList<Requirement> InForce(string measurand, Jurisdiction place, CalendarDate date)
    {
        var found = new List<Requirement>();
        foreach (var edition in _byMeasurand.GetOrAdd(measurand, _editionsAbout))
        {
            if (!edition.Jurisdiction.Contains(place) || !edition.IsInForceOn(date)) continue;
            foreach (var requirement in edition.Requirements)
                if (requirement.Measurand.Key == measurand) found.Add(requirement);
        }

        return found.AsReadOnly();
    }

    /// <summary>The limit on a measurand that governs in a place on a day under the circumstances: the stricter mandatory one.</summary>
    /// <remarks>
    /// Of the mandatory limits, those whose evidence reaches the floor go before the others, and among equals the stricter governs: a province
    /// may tighten what the country asks, never loosen it. Recommended limits govern only where no mandatory one is in force on the same
    /// thing: where a mandatory standard makes an exception, a recommended one that repeats its figures does not take it back. What a
    /// mandatory one does not speak of (the sleeves of a precast wall, where it has rows on holes only) stays to the recommended.
    /// </remarks>
    public GoverningLimit Governing(string measurand, Jurisdiction place, CalendarDate date, Circumstances circumstances, CheckOptions? options = null)
    {
        var floor = (options ?? CheckOptions.Default).EvidenceFloor;
        circumstances = WithPlaceAndDate(circumstances, place, date);
        var limits = InForce(measurand, place, date).Where(static limit => limit.Kind == RequirementKind.Limit && !limit.IsTrigger).ToList();
        limits.Sort((a, b) => Rank(b).CompareTo(Rank(a)) is var rank and not 0 ? rank : InOrder(a, b));

        // From the one that goes before all others down: a limit that may apply hides those behind it.
        Requirement? governing = null;
        var (isOpen, applicable, missing) = (true, new List<Requirement>(), new List<string>());
        foreach (var limit in limits)
        {
            var match = limit.AppliesTo(circumstances, out var unknown);
            if (match == FacetMatch.Holds) applicable.Add(limit);
            if (!isOpen || (limit.Edition.Binding != BindingForce.Mandatory && match != FacetMatch.Fails && IsDisplaced(limit))) continue;
            if (match == FacetMatch.Holds)
            {
                if (missing.Count == 0) governing = limit;
                isOpen = false;
            }

            foreach (var facet in unknown)
                if (!missing.Contains(facet)) missing.Add(facet);
        }

        return new GoverningLimit(governing, Beside(governing), applicable, missing);

        // A ceiling does not stand for a floor: the first of each other side binds as well, if it ranks as high.
        List<Requirement> Beside(Requirement? first)
        {
            var beside = new List<Requirement>();
            if (first is null) return beside;
            foreach (var limit in applicable)
                if (limit != first && Rank(limit) == Rank(first) && LimitCheck.SideOf(limit) != LimitCheck.SideOf(first)
                    && !beside.Exists(other => LimitCheck.SideOf(other) == LimitCheck.SideOf(limit)))
                    beside.Add(limit);
            return beside;
        }

        int Rank(Requirement limit) =>
            (limit.Value is null ? 0 : 4) + (limit.Edition.Binding == BindingForce.Mandatory ? 2 : 0) + (limit.Evidence >= floor ? 1 : 0);

        // Limits of different sides or quantities have no order of strictness: each such group stands together.
        int InOrder(Requirement a, Requirement b)
        {
            var order = LimitCheck.SideOf(a).CompareTo(LimitCheck.SideOf(b));
            if (order == 0) order = string.CompareOrdinal(QuantityOf(a), QuantityOf(b));
            if (order == 0) order = (LimitCheck.BoundOf(a, circumstances), LimitCheck.BoundOf(b, circumstances)) switch
            {
                ({ } first, { } second) => LimitCheck.CompareStrictness(a, first, b, second) ?? 0,
                // What is relative to a limit that is not determined may be the strictest.
                (null, { }) => -1,
                ({ }, null) => 1,
                _ => 0,
            };
            return order != 0 ? order : string.CompareOrdinal(a.Key, b.Key);
        }

        bool IsDisplaced(Requirement limit)
        {
            foreach (var other in limits)
                if (IsOnTheSame(other, limit)) return true;
            return false;
        }

        // A recommended limit names the thing that is asked about, and the words of the mandatory one on it are others: that one is on something else.
        bool IsOnTheSame(Requirement mandatory, Requirement limit)
        {
            if (mandatory.Edition.Binding != BindingForce.Mandatory) return false;
            foreach (var condition in mandatory.Conditions)
                if (condition is { IsException: false, Type: FacetType.Token } && limit.Condition(condition.Facet) is not null && condition.Match(circumstances) == FacetMatch.Fails)
                    // Unless its row on it is among those that were not seen.
                    return mandatory.Edition.IsPartial && ReplacedWhatApplied(mandatory.Edition, measurand, circumstances);
            return true;
        }

        static string? QuantityOf(Requirement limit) => MeasurementUnit.Find(limit.Unit)?.Quantity;
    }

    /// <summary>
    /// The editions in force of which only a part is known and which have, or may have, rules on a measurand: they have some, or an edition that they replaced had.
    /// Where nothing else applies, it would be wrong to say that nothing does.
    /// </summary>
    internal IReadOnlyList<Edition> PartlyKnown(string measurand, Jurisdiction place, CalendarDate date, Circumstances? circumstances = null)
    {
        var found = new List<Edition>();
        var likely = new List<Edition>();
        var here = Circumstances.None.In(place);
        foreach (var edition in Editions)
        {
            if (!edition.IsPartial || !edition.Jurisdiction.Contains(place) || !edition.IsInForceOn(date)) continue;
            // A collection of rules of several places says nothing of a place of which it has none.
            if ((edition.IsAbout(measurand) && edition.Requirements.Any(IsHere)) || edition.Supersedes.Any(number => FindEdition(number)?.IsAbout(measurand) == true)) found.Add(edition);
            if (circumstances is not null && ReplacedWhatApplied(edition, measurand, circumstances.In(place))) likely.Add(edition);
        }

        // Those that took the place of a limit which applied are meant; else any of them may be.
        return likely.Count > 0 ? likely : found;

        bool IsHere(Requirement row) => row.Measurand.Key == measurand && (row.Condition("region") is not { IsException: false } region || region.Match(here) == FacetMatch.Holds);
    }

    /// <summary>Whether an edition took the place of one with a limit that applied.</summary>
    private bool ReplacedWhatApplied(Edition edition, string measurand, Circumstances circumstances) => edition.Supersedes.Any(number =>
        FindEdition(number) is { } before && before.IsAbout(measurand)
        && before.Requirements.Any(row => row.Measurand.Key == measurand && row.Kind == RequirementKind.Limit && row.AppliesTo(circumstances, out _) == FacetMatch.Holds));

    /// <summary>
    /// An edition that may have been in force on a day with rules on a measurand, and whose rows the catalogue does not hold: one that it knows by name only, as replaced by an
    /// edition that began later. Where nothing else applies, it would be wrong to say that nothing does. <see langword="null"/> if there is none.
    /// </summary>
    /// <param name="measurand">The measurand.</param>
    /// <param name="place">The place.</param>
    /// <param name="date">The day.</param>
    /// <param name="about">What the rows must be on: an edition whose successor has no row on it is not meant. Any row if not given.</param>
    internal (string Number, Edition ReplacedBy)? NotHeld(string measurand, Jurisdiction place, CalendarDate date, Circumstances? about = null)
    {
        foreach (var later in Editions)
        {
            if (!(later.CountsFrom > date) || !later.HasRequirements || !later.Jurisdiction.Contains(place) || !later.IsAbout(measurand)) continue;
            if (about is not null && !later.Requirements.Any(row => row.Measurand.Key == measurand && row.AppliesTo(about, out _) != FacetMatch.Fails)) continue;
            foreach (var number in later.Supersedes)
                if (FindEdition(number) is not { } before ? !(StandardNumber.YearOf(number) > date.Year) : (!before.HasRequirements && !(before.CountsFrom > date))) return (number, later);
        }

        return null;
    }

    /// <summary>The circumstances with what place and day say about them by themselves.</summary>
    internal static Circumstances WithPlaceAndDate(Circumstances circumstances, Jurisdiction place, CalendarDate date)
    {
        circumstances = circumstances.In(place);
        // What is due by the end of a year binds once it has ended: from 31 December, not from the first of January before it.
        if (!circumstances.TryGetToken("targetYear", out _)) circumstances = circumstances.With("targetYear", date is { Month: 12, Day: 31 } ? date.Year : date.Year - 1);
        if (circumstances.LocalTime is null && !circumstances.TryGetToken("dates", out _)) circumstances = circumstances.With("dates", date.ToString());
        return circumstances;
    }

    /// <summary>What changes in a place after one day and up to another, in order of date: editions, and dated rows of editions.</summary>
    /// <param name="from">The last day that is already known; changes of that very day are not listed.</param>
    /// <param name="to">The last day that is looked at.</param>
    /// <param name="place">The place; rules of the places that contain it count.</param>
    /// <remarks>
    /// An edition may hold limits that begin on a day of their own (a second stage): they are listed with the requirement, those that
    /// begin or end together with their edition with the edition alone.
    /// </remarks>
    public IReadOnlyList<CatalogueChange> ChangesBetween(CalendarDate from, CalendarDate to, Jurisdiction place)
    {
        var changes = new List<CatalogueChange>();
        foreach (var edition in Editions)
        {
            if (!edition.Jurisdiction.Contains(place)) continue;
            Note(edition.CountsFrom, edition, null, true);
            Note(edition.ValidUntil, edition, null, false);
            if (edition.ValidUntil <= from || edition.CountsFrom > to || !edition.IsDated) continue;
            foreach (var requirement in edition.Requirements)
                foreach (var span in requirement.Condition("dates")?.Spans ?? [])
                    if (!span.IsYearly) NoteSpan(edition, requirement, span);
        }

        changes.Sort(static (a, b) =>
        {
            var order = a.Date.CompareTo(b.Date);
            if (order == 0) order = a.Begins.CompareTo(b.Begins);
            if (order == 0) order = string.CompareOrdinal(a.Edition.Number, b.Edition.Number);
            return order != 0 ? order : string.CompareOrdinal(a.Requirement?.Key, b.Requirement?.Key);
        });
        return changes.AsReadOnly();

        void Note(CalendarDate? date, Edition edition, Requirement? requirement, bool begins)
        {
            if (date is { } day && day > from && day <= to) changes.Add(new CatalogueChange(day, edition, requirement, begins));
        }

        void NoteSpan(Edition edition, Requirement requirement, DateSpan span)
        {
            if (CalendarDate.FromDateTime(span.Start) is var start && start != edition.CountsFrom) Note(start, edition, requirement, true);
            if (span.End is { } end && CalendarDate.FromDateTime(end) is var last && last != edition.ValidUntil) Note(last, edition, requirement, false);
        }
    }
}

/// <summary>An edition, or one dated requirement of an edition, that begins or ceases to hold on a day.</summary>
public sealed class CatalogueChange
{
    internal CatalogueChange(CalendarDate date, Edition edition, Requirement? requirement, bool begins)
    {
        Date = date;
        Edition = edition;
        Requirement = requirement;
        Begins = begins;
    }

    /// <summary>The first day of the new state.</summary>
    public CalendarDate Date { get; }

    /// <summary>The edition.</summary>
    public Edition Edition { get; }

    /// <summary>The requirement, or <see langword="null"/> where the whole edition is meant.</summary>
    public Requirement? Requirement { get; }

    /// <summary>Whether it begins to hold; else it ceases to.</summary>
    public bool Begins { get; }

    /// <summary>Date, number or citation with value, and what happens.</summary>
    public override string ToString() =>
        Requirement is null
            ? $"{Date} {Edition.Number} {(Begins ? "comes into force" : "lapses")}"
            : $"{Date} {Requirement.Citation}, {Requirement.Title.English} {Words.ValueOf(Requirement).English} {(Begins ? "begins" : "ends")}";
}

/// <summary>The limit that governs under given circumstances, and what stood beside it.</summary>
public sealed class GoverningLimit
{
    internal GoverningLimit(Requirement? requirement, List<Requirement> beside, List<Requirement> applicable, List<string> missing)
    {
        Requirement = requirement;
        Beside = beside.AsReadOnly();
        Applicable = applicable.AsReadOnly();
        Missing = missing.AsReadOnly();
    }

    /// <summary>The limit that governs, or <see langword="null"/> if none applies or it cannot be told which.</summary>
    public Requirement? Requirement { get; }

    /// <summary>Limits that bind together with <see cref="Requirement"/>, because they bound from another side: a floor beside a ceiling. Mostly empty.</summary>
    public IReadOnlyList<Requirement> Beside { get; }

    /// <summary>All limits that apply, mandatory or recommended, those that go first in front.</summary>
    public IReadOnlyList<Requirement> Applicable { get; }

    /// <summary>The facets that are not known and decide which limit governs; empty if <see cref="Requirement"/> is settled.</summary>
    public IReadOnlyList<string> Missing { get; }
}
