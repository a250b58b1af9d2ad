using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Noise;

namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>How a station speaks: the units and meanings of its factor codes, and where it departs from the standard.</summary>
/// <remarks>
/// A packet names no unit. For particulates table B.2 of HJ 212-2017 says ng/m3, most platforms mean µg/m3 and the Shanghai style means mg/m3; so there is no default,
/// and <see cref="Unspecified"/> gives numbers without units. Nothing is ever converted because a number looks too large. Unit symbols that are not of the catalogue
/// (kPa, degree) are names only.
/// </remarks>
public sealed record Hj212StationProfile
{
    private readonly Dictionary<string, (string Code, Hj212Channel Channel)> _channels = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Creates a profile.</summary>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="channels">What each factor code means; two codes that differ in letter case only are one, and the last stands.</param>
    public Hj212StationProfile(string name, IReadOnlyDictionary<string, Hj212Channel> channels)
    {
        Name = name;
        foreach (var pair in channels) _channels[pair.Key] = (pair.Key, pair.Value);
    }

    private Hj212StationProfile(string name, string? dustUnit, string? noiseCode)
        : this(name, new Dictionary<string, Hj212Channel>())
    {
        if (dustUnit is null) return;
        Add("a34001", new(dustUnit) { Particulate = Particulate.Tsp, Measurand = Measurands.Dust.SiteBoundaryTsp });
        Add("a34002", new(dustUnit) { Particulate = Particulate.Pm10, Measurand = Measurands.Dust.SiteBoundaryPm10 });
        Add("a34004", new(dustUnit) { Particulate = Particulate.Pm25 });
        Add("a01001", new("degC") { Least = -50, Most = 60 });
        Add("a01002", new("%") { Least = 0, Most = 100 });
        Add("a01006", new("kPa") { Least = 50, Most = 110 });
        Add("a01007", new("m/s"));
        Add("a01008", new("degree") { Least = 0, Most = 360 });
        foreach (var level in new[] { "LA", "L5", "L10", "L50", "L90", "L95", "Ldn", "Ld", "Ln", "LMn" }) Add(level, Noise(null));
        Add("Leq", Noise(Measurands.Noise.SiteBoundary));
        Add("LMx", Noise(Measurands.Noise.SiteBoundaryMaximum));
        if (noiseCode is not null) Add(noiseCode, Noise(null));

        void Add(string code, Hj212Channel channel) => _channels[code] = (code, channel);
        static Hj212Channel Noise(string? measurand) => new(SiteBoundaryMonitoring.Unit) { Least = 20, Most = 140, Measurand = measurand };
    }

    /// <summary>Nothing is known of the station: numbers come without units, and nothing is checked for plausibility.</summary>
    public static Hj212StationProfile Unspecified { get; } = new("unspecified", null, null) { AllowsModbusCrc = true };

    /// <summary>Units as table B.2 of HJ 212-2017 prints them: particulates in ng/m3, pressure in kPa, noise in dB(A); the CRC of the standard only.</summary>
    public static Hj212StationProfile National2017 { get; } = new("HJ 212-2017", "ng/m3", null);

    /// <summary>As most platforms read it: particulates in µg/m3, the rest as <see cref="National2017"/>; Modbus CRCs are accepted.</summary>
    public static Hj212StationProfile Micrograms { get; } = new("µg/m3", "µg/m3", null) { AllowsModbusCrc = true };

    /// <summary>Dust and noise stations of the Shanghai style: particulates in mg/m3, noise also as a50001; Modbus CRCs are accepted.</summary>
    public static Hj212StationProfile ShanghaiDustNoise { get; } = new("Shanghai dust and noise", "mg/m3", "a50001") { AllowsModbusCrc = true };

    /// <summary>The name, for messages.</summary>
    public string Name { get; }

    /// <summary>Whether readings under a Modbus CRC count; they are reported in any case. <see langword="false"/> by default.</summary>
    public bool AllowsModbusCrc { get; init; }

    /// <summary>Whether DataTime is the end of a period, as some platforms stamp it, instead of its start. <see langword="false"/> by default.</summary>
    public bool StampsEnd { get; init; }

    /// <summary>The length of the periods of CN 2051, which the packet does not say; <see langword="null"/> if it is not known.</summary>
    public TimeSpan? MinuteInterval { get; init; }

    /// <summary>Whether a DataTime with milliseconds behind it (16 or 17 digits) is read by its first 14 digits. <see langword="false"/> by default.</summary>
    public bool CutsLongTimes { get; init; }

    /// <summary>Whether values without a data mark count. <see langword="false"/> by default; noise levels of a period (<c>-Data</c>), which have none in the standard, count.</summary>
    public bool CountsUnmarked { get; init; }

    /// <summary>Whether a data mark that stands alone in the data region holds for each factor without one. <see langword="false"/> by default.</summary>
    public bool BareFlagMarksAll { get; init; }

    /// <summary>Deciphers data regions of HJ 212-2025; <see langword="null"/> by default, as the library holds no keys.</summary>
    public Hj212Decryptor? Decryptor { get; init; }

    /// <summary>What a factor code means here; letter case does not matter.</summary>
    /// <returns><see langword="null"/> if the profile does not say.</returns>
    public Hj212Channel? Find(string code) => Find(code, out _);

    internal Hj212Channel? Find(string code, out string spelling)
    {
        var isFound = _channels.TryGetValue(code, out var known);
        spelling = isFound ? known.Code : code;
        return isFound ? known.Channel : null;
    }
}
