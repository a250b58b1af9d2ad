using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Dust;

/// <summary>What is known of the air around a site: many rules do not hold it responsible for the dust of the city.</summary>
/// <remarks>Everything may be left out. A verdict that hangs on what was left out is indeterminate, and names it.</remarks>
public sealed class DustSurroundings
{
    /// <summary>Nothing is known.</summary>
    public static DustSurroundings None { get; } = new();

    /// <summary>
    /// PM10 of the surroundings in µg/m³ by the local moment at which a full hour begins: the mean of the county (DB13/ 2934), of the city
    /// (DB32/ 4437) or of the nearest ambient station (DB61/ 1078); <see langword="null"/> for an hour without a mean.
    /// </summary>
    public Func<DateTime, decimal?>? BackgroundPm10 { get; init; }

    /// <summary>
    /// TSP at the upwind reference point in µg/m³, in the state of the air on the site, by the local moment at which a full hour begins
    /// (GB 16297-1996, existing sources).
    /// </summary>
    public Func<DateTime, decimal?>? UpwindTsp { get; init; }

    /// <summary>The air quality of the city on a day; <see langword="null"/> for a day on which it is not known.</summary>
    public Func<CalendarDate, CityAir?>? City { get; init; }

    /// <summary>
    /// Temperature in K and pressure in kPa during a time that begins at a local moment, for limits that refer to dry air at 273 K and 101.325 kPa;
    /// <see langword="null"/> where they are not known.
    /// </summary>
    public Func<DateTime, AirState?>? State { get; init; }

    /// <summary>Hourly means of a series in µg/m³, for <see cref="BackgroundPm10"/> and <see cref="UpwindTsp"/>.</summary>
    /// <param name="series">The readings; those below nothing do not count.</param>
    /// <param name="neededShare">The share of an hour that must be covered, above 0 and at most 1.</param>
    /// <exception cref="ArgumentException">The unit is none of mass concentration, or the readings cannot be cut into hours.</exception>
    public static Func<DateTime, decimal?> HourlyMeans(MonitorSeries series, decimal neededShare = SiteDustMonitoring.DefaultNeededShare)
    {
        var hour = TimeSpan.FromHours(1);
        if (!MeasurementUnit.TryConvert(0, series.Unit, SiteDustMonitoring.Unit, out _)) throw new ArgumentException($"{series.Unit} is no unit of mass concentration.", nameof(series));
        var means = new Dictionary<DateTime, decimal>();
        foreach (var window in ClockWindows.Of(series.AsConcentrations(), new WindowRule(hour, TimeSpan.FromTicks((long)Math.Ceiling(hour.Ticks * neededShare)))))
            if (window is { IsValid: true, Mean: { } mean } && MeasurementUnit.TryConvert(mean, series.Unit, SiteDustMonitoring.Unit, out var converted)) means[window.Start] = converted;
        return start => means.TryGetValue(start, out var mean) ? mean : null;
    }
}

/// <summary>The air quality of a city on a day, by HJ 633.</summary>
/// <param name="Index">The air quality index AQI, 0 to 500.</param>
/// <param name="PrimaryPollutant">
/// The pollutant with the highest sub-index, a word of the facet <c>primaryPollutant</c> (<c>pm10</c>, <c>pm25</c>) or as HJ 633 writes it (PM10, PM2.5), or any other.
/// </param>
public readonly record struct CityAir(int Index, string PrimaryPollutant)
{
    /// <summary>The word of the facet, or <see langword="null"/> for any other pollutant.</summary>
    internal string? PrimaryParticulate => PrimaryPollutant?.ToUpperInvariant() switch
    {
        "PM10" => "pm10",
        "PM25" or "PM2.5" => "pm25",
        _ => null,
    };
}

/// <summary>The state of the air in which a concentration was measured.</summary>
/// <param name="Kelvin">The temperature in K; above 0.</param>
/// <param name="Kilopascals">The pressure in kPa; above 0.</param>
public readonly record struct AirState(decimal Kelvin, decimal Kilopascals)
{
    /// <summary>Dry air at 273 K and 101.325 kPa, to which the values of GB 16297-1996 refer (3.1).</summary>
    public static AirState Reference { get; } = new(273, 101.325m);

    /// <summary>Whether it is one that air on a site can have; conversion asks for it.</summary>
    public bool IsPlausible => Kelvin is > 200 and < 350 && Kilopascals is > 40 and < 120;

    /// <summary>A concentration that was measured in this state, as it would be in another: C · (P'/P) · (T/T').</summary>
    /// <exception cref="InvalidOperationException">One of the states is none of air on a site.</exception>
    public decimal Convert(decimal concentration, AirState to)
    {
        if (!IsPlausible || !to.IsPlausible) throw new InvalidOperationException("A temperature is given in K, a pressure in kPa.");
        return concentration * to.Kilopascals / Kilopascals * Kelvin / to.Kelvin;
    }
}
