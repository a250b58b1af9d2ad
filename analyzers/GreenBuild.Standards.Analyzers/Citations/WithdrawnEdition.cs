namespace GreenBuild.Standards.Analyzers;

/// <summary>An edition that is no longer in force on a day, and what stands in its place.</summary>
internal readonly struct WithdrawnEdition
{
    private WithdrawnEdition(Edition edition, CalendarDate since, Edition? current)
    {
        Edition = edition;
        Since = since;
        Current = current;
    }

    public Edition Edition { get; }

    /// <summary>The first day on which it was no longer in force.</summary>
    public CalendarDate Since { get; }

    /// <summary>The edition that stands in its place on the day, or <see langword="null"/> if none is known.</summary>
    public Edition? Current { get; }

    /// <summary>Tells whether an edition is no longer in force.</summary>
    public static bool TryRead(Edition? edition, CalendarDate asOf, out WithdrawnEdition withdrawn)
    {
        withdrawn = default;
        if (edition?.ValidUntil is not { } since || since > asOf) return false;
        // GB 12523-90 was replaced by GB 12523-2011, which was replaced in its turn. Each step leads to another edition of a
        // finite list; the count ends a ring that a mistake in the catalogue might make.
        var current = edition.Successor;
        for (var step = 0; step < 16 && current?.ValidUntil is { } end && end <= asOf && current.Successor is { } next; step++) current = next;
        withdrawn = new WithdrawnEdition(edition, since, current);
        return true;
    }
}
