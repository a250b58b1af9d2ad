using System.Text;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Dust;

/// <summary>What is known of the air around a site: many rules do not hold it responsible for the dust of the city.</summary>
/// <remarks>Everything may be left out. A verdict that hangs on what was left out is indeterminate, and names it.</remarks>
public sealed class DustSurroundings
{
    /// <summary>
    /// The most in µg/m³ that a background or an upwind reference may be to be believed: a bound of plausibility, no limit. The hours of PM10 that were looked at (Beijing,
    /// 2013 to 2017) end at 955; a dust storm brings thousands; 9999, 32767 and 65535 are codes of instruments.
    /// </summary>
    internal const decimal MostPlausible = 5000;

    /// <summary>How many times the mean of the site its surroundings may have to be believed: a bound of plausibility, no limit.</summary>
    internal const decimal MostTimesOfSite = 3;

    /// <summary>Nothing is known.</summary>
    public static DustSurroundings None { get; } = new();

    /// <summary>
    /// PM10 of the surroundings in µg/m³ by the local moment at which a full hour begins: the mean of the county (DB13/ 2934), of the city
    /// (DB32/ 4437) or of the nearest ambient station (DB61/ 1078); <see langword="null"/> for an hour without a mean. One below nothing, above 5000, or of more than
    /// three times the mean of the site counts as not known.
    /// </summary>
    public Func<DateTime, decimal?>? BackgroundPm10 { get; init; }

    /// <summary>
    /// TSP at the upwind reference point in µg/m³, in the state of the air on the site, by the local moment at which a full hour begins
    /// (GB 16297-1996, existing sources). It counts as not known where <see cref="BackgroundPm10"/> does.
    /// </summary>
    public Func<DateTime, decimal?>? UpwindTsp { get; init; }

    /// <summary>The air quality of the city on a day; <see langword="null"/> for a day on which it is not known.</summary>
    public Func<CalendarDate, CityAir?>? City { get; init; }

    /// <summary>
    /// Temperature in K and pressure in kPa during a time that begins at a local moment, for limits that refer to dry air at 273 K and 101.325 kPa (GB 16297-1996,
    /// DB44/ 27-2001); <see langword="null"/> where they are not known: then a mean that air of −53 to 40 °C and 60 to 108 kPa could put on either side of the limit is left
    /// open.
    /// </summary>
    public Func<DateTime, AirState?>? State { get; init; }

    /// <summary>Hourly means of a series in µg/m³, for <see cref="BackgroundPm10"/> and <see cref="UpwindTsp"/>.</summary>
    /// <param name="series">The readings; those below nothing do not count, and an hour with one above the range of its monitor is not known.</param>
    /// <param name="neededShare">The share of an hour that must be covered, above 0 and at most 1.</param>
    /// <exception cref="ArgumentException">The unit is none of mass concentration, or the readings cannot be cut into hours.</exception>
    public static Func<DateTime, decimal?> HourlyMeans(MonitorSeries series, decimal neededShare = SiteDustMonitoring.DefaultNeededShare)
    {
        var hour = TimeSpan.FromHours(1);
        if (!MeasurementUnit.TryConvert(0, series.Unit, SiteDustMonitoring.Unit, out _)) throw new ArgumentException($"{series.Unit} is no unit of mass concentration.", nameof(series));
        var means = new Dictionary<DateTime, decimal>();
        foreach (var window in ClockWindows.Of(series.AsConcentrations(), new WindowRule(hour, TimeSpan.FromTicks((long)Math.Ceiling(hour.Ticks * neededShare)))))
            if (window is { IsValid: true, HasReadingsAboveRange: false, Mean: { } mean } && MeasurementUnit.TryConvert(mean, series.Unit, SiteDustMonitoring.Unit, out var converted)) means[window.Start] = converted;
        return start => means.TryGetValue(start, out var mean) ? mean : null;
    }
}

/// <summary>The air quality of a city on a day, by HJ 633.</summary>
/// <param name="Index">The air quality index AQI, 0 to 500; another number counts as not known.</param>
/// <param name="PrimaryPollutant">
/// The pollutant with the highest sub-index, a word of the facet <c>primaryPollutant</c> (<c>pm10</c>, <c>pm25</c>), as HJ 633 writes it (PM10, PM2.5, 细颗粒物, O3), or
/// several of the same sub-index (<c>PM2.5,PM10</c>). Empty, or a word that is none of a pollutant, means that it is not known.
/// </param>
public readonly record struct CityAir(int Index, string PrimaryPollutant)
{
    private static readonly char[] Separators = [',', '，', '、', ';', '；', '/', '|', '+', '&', '和', '与'];
    private static readonly string[] Gases = ["O3", "SO2", "NO2", "CO", "臭氧", "二氧化硫", "二氧化氮", "一氧化碳"];

    /// <summary>Whether the index is one.</summary>
    internal bool IsIndex => Index is >= 0 and <= 500;

    /// <summary>The particulates among the primary pollutants, in words of the facet: none where all are gases; <see langword="null"/> if they are not known.</summary>
    internal IReadOnlyList<string>? PrimaryParticulates
    {
        get
        {
            var (found, isUnknown, names) = (new List<string>(), false, 0);
            foreach (var part in (PrimaryPollutant ?? "").Split(Separators))
            {
                var name = Plain(part);
                if (name.Length == 0) continue;
                names++;
                if (name.Contains("PM25") || name.Contains("细颗粒物") || (name.Contains("颗粒物") && name.Contains("25"))) found.Add("pm25");
                else if (name.Contains("PM10") || name.Contains("可吸入颗粒物") || (name.Contains("颗粒物") && name.Contains("10"))) found.Add("pm10");
                else if (!Array.Exists(Gases, gas => name.StartsWith(gas, StringComparison.Ordinal))) isUnknown = true;
            }

            // One particulate is enough to know; a word that nobody knows might be another.
            return names == 0 || (isUnknown && found.Count == 0) ? null : found;
        }
    }

    // "PM₂.₅", "PM2_5" and "pm 2.5" are one name.
    private static string Plain(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var c in name)
        {
            var digit = c is >= '₀' and <= '₉' ? (char)('0' + (c - '₀')) : c is >= '０' and <= '９' ? (char)('0' + (c - '０')) : c;
            if (char.IsLetterOrDigit(digit)) plain.Append(char.ToUpperInvariant(digit));
        }

        return plain.ToString();
    }
}

/// <summary>The state of the air in which a concentration was measured.</summary>
/// <param name="Kelvin">The temperature in K; above 0.</param>
/// <param name="Kilopascals">The pressure in kPa; above 0.</param>
public readonly record struct AirState(decimal Kelvin, decimal Kilopascals)
{
    /// <summary>Dry air at 273 K and 101.325 kPa, to which the values of GB 16297-1996 refer (3.1).</summary>
    public static AirState Reference { get; } = new(273, 101.325m);

    /// <summary>
    /// The thinnest and the densest air that a site is taken to have where its state is not known: 40 °C at 60 kPa and −53 °C at 108 kPa. Bounds of plausibility, no limits: the
    /// highest towns of China lie where the air has about 60 kPa, and the cold end is chosen wide.
    /// </summary>
    internal static AirState Thinnest { get; } = new(313, 60);

    internal static AirState Densest { get; } = new(220, 108);

    /// <summary>The state from a temperature in °C and a pressure in hPa (mbar), as weather services and most monitors give them.</summary>
    /// <param name="celsius">The temperature in °C.</param>
    /// <param name="hectopascals">The pressure in hPa at the site, not reduced to sea level.</param>
    public static AirState FromCelsiusAndHectopascals(decimal celsius, decimal hectopascals) => new(celsius + 273.15m, hectopascals / 10);

    /// <summary>Whether it is one that air on a site can have, above 200 and below 350 K, above 40 and below 120 kPa; conversion asks for it.</summary>
    public bool IsPlausible => Kelvin is > 200 and < 350 && Kilopascals is > 40 and < 120;

    /// <summary>A concentration that was measured in this state, as it would be in another: C · (P'/P) · (T/T').</summary>
    /// <exception cref="InvalidOperationException">One of the states is none of air on a site.</exception>
    public decimal Convert(decimal concentration, AirState to)
    {
        if (!IsPlausible || !to.IsPlausible) throw new InvalidOperationException("A temperature is given in K, a pressure in kPa.");
        return concentration * to.Kilopascals / Kilopascals * Kelvin / to.Kelvin;
    }
}
