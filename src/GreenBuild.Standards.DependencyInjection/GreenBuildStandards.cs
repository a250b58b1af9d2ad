namespace GreenBuild.Standards.DependencyInjection;

/// <summary>What a host has settled once: place, catalogue with overlays, clock and evidence floor, and the questions that hang on all of them.</summary>
/// <remarks>
/// Questions that a host asks of another place or with other options are asked of <see cref="Catalogue"/> itself. Immutable and safe for use by
/// several threads, if the clock is. A day that is not given is <see cref="Today"/>; a measurement has a day of its own and should be asked for with it.
/// </remarks>
public sealed class GreenBuildStandards
{
    /// <summary>Creates the service by hand, for hosts without a container and for tests.</summary>
    /// <param name="place">The place whose rules apply.</param>
    /// <param name="clock">The clock that says what day it is; that of the system if not given.</param>
    /// <param name="catalogue">The catalogue that is asked; the built-in one if not given.</param>
    /// <param name="checkOptions">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    public GreenBuildStandards(Jurisdiction place, TimeProvider? clock = null, StandardsCatalogue? catalogue = null, CheckOptions? checkOptions = null)
    {
        Place = place ?? throw new ArgumentNullException(nameof(place));
        Clock = clock ?? TimeProvider.System;
        Catalogue = catalogue ?? StandardsCatalogue.Default;
        CheckOptions = checkOptions ?? CheckOptions.Default;
    }

    /// <summary>The place whose rules apply.</summary>
    public Jurisdiction Place { get; }

    /// <summary>The clock that says what day it is.</summary>
    public TimeProvider Clock { get; }

    /// <summary>The built-in catalogue with the overlays of the host.</summary>
    public StandardsCatalogue Catalogue { get; }

    /// <summary>The evidence floor, for the evaluators of the library.</summary>
    public CheckOptions CheckOptions { get; }

    /// <summary>
    /// The day that it is now in <see cref="Place"/>, by its fixed offset from UTC (+08:00 in all of China); in the zone of the clock where the place has several zones or summer time.
    /// </summary>
    public CalendarDate Today => TodayIn(Place);

    internal CalendarDate TodayIn(Jurisdiction place) =>
        CalendarDate.FromDateTime((place.UtcOffset is { } offset ? Clock.GetUtcNow().ToOffset(offset) : Clock.GetLocalNow()).DateTime);

    /// <summary>The requirements on a measurand that are in force.</summary>
    /// <param name="measurand">What is measured, for example <c>noise.site-boundary</c>.</param>
    /// <param name="date">The day; <see cref="Today"/> if not given.</param>
    public IReadOnlyList<Requirement> InForce(string measurand, CalendarDate? date = null) => Catalogue.InForce(measurand, Place, date ?? Today);

    /// <summary>All editions with requirements that are in force.</summary>
    /// <param name="date">The day; <see cref="Today"/> if not given.</param>
    public IEnumerable<Edition> EditionsInForce(CalendarDate? date = null) => Catalogue.EditionsInForce(Place, date ?? Today);

    /// <summary>The limit on a measurand that governs under the circumstances.</summary>
    /// <param name="measurand">What is measured, for example <c>noise.site-boundary</c>.</param>
    /// <param name="circumstances">What is known of the case.</param>
    /// <param name="date">The day; <see cref="Today"/> if not given.</param>
    public GoverningLimit Governing(string measurand, Circumstances circumstances, CalendarDate? date = null) =>
        Catalogue.Governing(measurand, Place, date ?? Today, circumstances, CheckOptions);

    /// <summary>Judges a value against the limit that governs.</summary>
    /// <param name="measurand">What was measured, for example <c>noise.site-boundary</c>.</param>
    /// <param name="value">The unrounded value, in <paramref name="unit"/>.</param>
    /// <param name="unit">The unit of the value, for example <c>dB(A)</c>.</param>
    /// <param name="circumstances">What is known of the case.</param>
    /// <param name="date">The local day on which it was measured; <see cref="Today"/> if not given.</param>
    public Finding Judge(string measurand, decimal value, string unit, Circumstances circumstances, CalendarDate? date = null) =>
        LimitCheck.JudgeGoverning(Catalogue, measurand, value, Place, date ?? Today, circumstances, CheckOptions, unit);
}
