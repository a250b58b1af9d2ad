using System.Globalization;
using System.Text;
using GreenBuild.Standards.Monitoring.Hj212;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring.Tests.Hj212;

public sealed class Hj212ReadingTests
{
    private static readonly DateTimeOffset Eight = new(2026, 4, 10, 8, 0, 0, TimeSpan.FromHours(8));

    /// <summary>The example of the standard, appendix A.</summary>
    [Fact]
    public void Standard_Example()
    {
        var message = Hj212Message.ReadFirst("##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&1C80\r\n"u8)!;
        Assert.True(message.Faults.IsEmpty);
        Assert.Equal(("20160801085857223", "32", 1062, "010000A8900016F000169DC0", 5), (message.Qn, message.St, message.Command, message.Station, message.Flag));
        Assert.Equal((Hj212Edition.Of2017, true, true, Hj212CrcRule.Standard), (message.ClaimedEdition, message.WantsAnswer, message.IsCrcAccepted, message.CrcRule));
        Assert.Equal(new KeyValuePair<string, string>("RtdInterval", "30"), Assert.Single(message.Parameters));
    }

    /// <summary>DataTime is the start of the period, at +08:00, whatever the clock of this machine says; platforms that stamp the end are read so only if the profile says so.</summary>
    [Theory]
    [InlineData("2061", false, null, "08:00", 60)]
    [InlineData("2061", true, null, "07:00", 60)]
    [InlineData("2051", false, null, "08:00", null)]
    [InlineData("2051", false, 10, "08:00", 10)]
    [InlineData("2051", true, 10, "07:50", 10)]
    [InlineData("2051", true, null, null, null)]
    // The moment of sampling has no end.
    [InlineData("2011", true, 10, "08:00", null)]
    public void Time_OfThePeriod(string command, bool stampsEnd, int? minutes, string? start, int? length)
    {
        var profile = new Hj212StationProfile("test", new Dictionary<string, Hj212Channel>()) { StampsEnd = stampsEnd, MinuteInterval = minutes is { } count ? TimeSpan.FromMinutes(count) : null };
        var message = Read(Packet(command).Add("a34001", "Avg", "186").Add("a34001", "Flag", "N"), profile);
        var reading = Assert.Single(message.Readings);
        Assert.Equal(start is null ? null : Eight.Date.Add(TimeSpan.Parse(start, CultureInfo.InvariantCulture)), reading.Time?.DateTime);
        Assert.Equal(start is null, message.Faults.Contains(Hj212Fault.PeriodUnknown));
        Assert.Equal(TimeSpan.FromHours(8), reading.Time?.Offset ?? TimeSpan.FromHours(8));
        Assert.Equal(length, (int?)reading.Duration?.TotalMinutes);
        Assert.Equal(start is not null, reading.IsUsable);
    }

    [Theory]
    [InlineData("20260230080000", false)]
    [InlineData("20260410246000", false)]
    [InlineData("20260410080000000", false)]
    [InlineData("20260410080000000", true)]
    [InlineData("18991231235959", false)]
    [InlineData("2026-04-10 08:00:00", false)]
    [InlineData("２０２６０４１００８００００", false)]
    public void Time_ThatIsNone(string time, bool cuts)
    {
        var profile = new Hj212StationProfile("test", new Dictionary<string, Hj212Channel>()) { CutsLongTimes = cuts };
        var message = Read(new Hj212Writer { Mn = "M", Cn = "2011" }.Add("DataTime", time).Add("a34001", "Rtd", "186").Add("a34001", "Flag", "N"), profile);
        Assert.Equal((!cuts, cuts), (message.Faults.Contains(Hj212Fault.DataTimeNot14Digits), message.Faults.Contains(Hj212Fault.DataTimeCut)));
        Assert.Equal(cuts, message.Readings[0].IsUsable);
        Assert.Equal(cuts ? Eight : null, message.Time);
    }

    /// <summary>The same air in three units (186, 97 and 41 µg/m³): right under its own profile, questioned under the others, and never rescaled.</summary>
    [Theory]
    [InlineData("186", "97", "41", "µg/m3", 0)]
    [InlineData("0.186", "0.097", "0.041", "µg/m3", 3)]
    [InlineData("186000", "97000", "41000", "µg/m3", 3)]
    [InlineData("186000", "97000", "41000", "ng/m3", 0)]
    [InlineData("186", "97", "41", "ng/m3", 3)]
    [InlineData("0.186", "0.097", "0.041", "mg/m3", 0)]
    [InlineData("186", "97", "41", "mg/m3", 3)]
    // Off by a million.
    [InlineData("186000", "97000", "41000", "mg/m3", 3)]
    public void Unit_IsThatOfTheProfile(string tsp, string pm10, string pm25, string unit, int doubtful)
    {
        var message = Read(Dust(tsp, pm10, pm25), ProfileOf(unit));
        Assert.Equal([tsp, pm10, pm25], message.Readings.Select(static reading => reading.Text));
        Assert.All(message.Readings, reading => Assert.Equal((unit, true), (reading.Unit, reading.IsUsable)));
        Assert.Equal(doubtful, message.Findings.Count(static finding => finding.Fault == Hj212Fault.UnitDoubtful));
        Assert.Equal([Measurands.Dust.SiteBoundaryTsp, Measurands.Dust.SiteBoundaryPm10, null], message.Readings.Select(static reading => reading.Measurand));
        Assert.All(Read(Dust(tsp, pm10, pm25)).Readings, static reading => Assert.Null(reading.Unit));
    }

    [Fact]
    public void Unit_SaysWhatWouldBeUsual()
    {
        var finding = Read(Dust("186", "97000", "41"), ProfileOf("µg/m3")).Findings.Single(static finding => finding.Fault == Hj212Fault.UnitDoubtful);
        Assert.Equal("a34002-Rtd: The value is probably in another unit than the profile says. 97000 µg/m3 is no outdoor air, 97 µg/m3 would be usual (profile: µg/m3).", finding.ToString());
        Assert.Contains("97 µg/m3 属正常范围", finding.In(Language.Chinese), StringComparison.Ordinal);
    }

    /// <summary>Only N counts. T proves at least that value; the rest is kept, and not used.</summary>
    [Theory]
    [InlineData("N", ReadingStatus.Valid, null)]
    [InlineData("T", ReadingStatus.OutOfRange, Hj212Fault.NotValidData)]
    [InlineData("M", ReadingStatus.Maintenance, Hj212Fault.NotValidData)]
    [InlineData("C", ReadingStatus.Calibration, Hj212Fault.NotValidData)]
    [InlineData("D", ReadingStatus.Fault, Hj212Fault.NotValidData)]
    [InlineData("F", ReadingStatus.Fault, Hj212Fault.NotValidData)]
    [InlineData("S", ReadingStatus.Fault, Hj212Fault.NotValidData)]
    [InlineData("B", ReadingStatus.Fault, Hj212Fault.NotValidData)]
    [InlineData("n", ReadingStatus.Fault, Hj212Fault.DataFlagLowerCase)]
    [InlineData("Z", ReadingStatus.Fault, Hj212Fault.DataFlagUnknown)]
    [InlineData("", ReadingStatus.Fault, Hj212Fault.DataFlagMissing)]
    public void Mark_DecidesWhetherItCounts(string mark, ReadingStatus status, Hj212Fault? fault)
    {
        var message = Read(Packet("2011").Add("a34002", "Rtd", "97").Add("a34002", "Flag", mark));
        var reading = Assert.Single(message.Readings);
        Assert.Equal((status, mark == "N", 97m), (reading.Status, reading.IsUsable, reading.Value));
        Assert.Equal(new MonitorReading(Eight.DateTime, 97, status), reading.ToMonitorReading());
        if (fault is { } expected) Assert.True(message.Faults.Contains(expected));
        else Assert.True(message.Faults.IsEmpty, message.Faults.ToString());
    }

    [Fact]
    public void Mark_Missing_CountsIfTheProfileSaysSo()
    {
        var profile = new Hj212StationProfile("test", new Dictionary<string, Hj212Channel>()) { CountsUnmarked = true };
        Assert.True(Read(Packet("2011").Add("a34002", "Rtd", "97"), profile).Readings[0].IsUsable);
        // One mark for the whole packet, as a dialect sends it.
        var bare = new Hj212StationProfile("test", new Dictionary<string, Hj212Channel>()) { BareFlagMarksAll = true };
        var writer = Packet("2011").Add("a34001", "Rtd", "92").Add("Flag", "N");
        Assert.Equal((true, false), (Read(writer, bare).Readings[0].IsUsable, Read(writer).Readings[0].IsUsable));
        // A number there is the Flag of the header, misplaced.
        Assert.False(Read(Packet("2011").Add("Flag", "5").Add("a34001", "Rtd", "92"), bare).Readings[0].IsUsable);
        // Noise levels of a period have no mark in the standard's own example (table C.26).
        Assert.True(Read(Packet("2051").Add("Leq", "Data", "50.0")).Readings[0].IsUsable);
    }

    [Theory]
    // A number with a decimal comma falls apart, and its first half must not pass as the value.
    [InlineData("a34002-Rtd=1,5,a34002-Flag=N", Hj212Fault.FieldMalformed)]
    [InlineData("a34002-Rtd=97,a34002-Flag=N;a34002-Rtd=11", Hj212Fault.DuplicateKey)]
    [InlineData("a34002-Rtd=97,a34002-Flag=N;A34002-Rtd=11", Hj212Fault.DuplicateKey)]
    [InlineData("a34002-Rtd=-999,a34002-Flag=N", Hj212Fault.SentinelValue)]
    [InlineData("a34002-Rtd=32767,a34002-Flag=N", Hj212Fault.SentinelValue)]
    [InlineData("a34002-Rtd=,a34002-Flag=N", Hj212Fault.ValueMissing)]
    [InlineData("a34002-Rtd=1e3,a34002-Flag=N", Hj212Fault.ValueNotANumber)]
    [InlineData("a34002-Rtd=NaN,a34002-Flag=N", Hj212Fault.ValueNotANumber)]
    [InlineData("a34002-Rtd=９７,a34002-Flag=N", Hj212Fault.ValueNotANumber)]
    [InlineData("a34002-Rtd=99999999999999999999999999999999999,a34002-Flag=N", Hj212Fault.ValueNotANumber)]
    public void Value_ThatDoesNotCount(string fields, Hj212Fault fault)
    {
        var message = Hj212Message.ReadFirst(Frame("ST=39;CN=2011;MN=M1;CP=&&DataTime=20260410080000;" + fields + "&&"))!;
        Assert.True(message.Faults.Contains(fault), message.Faults.ToString());
        Assert.NotEmpty(message.Readings);
        Assert.All(message.Readings, static reading => Assert.False(reading.IsUsable));
    }

    [Theory]
    [InlineData("LA", "12", true)]
    [InlineData("LA", "62.4", false)]
    // hPa where the profile says kPa.
    [InlineData("a01006", "1002", true)]
    [InlineData("a01006", "101.3", false)]
    [InlineData("a01002", "100.1", true)]
    [InlineData("a01008", "360", false)]
    [InlineData("a01001", "-51", true)]
    public void Value_OutOfPlausibleRange(string code, string value, bool isOut) =>
        Assert.Equal(isOut, Read(Packet("2011").Add(code, "Rtd", value).Add(code, "Flag", "N"), Hj212StationProfile.Micrograms).Faults.Contains(Hj212Fault.OutOfPlausibleRange));

    [Fact]
    public void Particulates_OutOfOrder()
    {
        Assert.True(Read(Dust("20", "24", "23"), Hj212StationProfile.Micrograms).Faults.Contains(Hj212Fault.ParticulatesOutOfOrder));
        Assert.False(Read(Dust("24", "24", "23"), Hj212StationProfile.Micrograms).Faults.Contains(Hj212Fault.ParticulatesOutOfOrder));
    }

    /// <summary>A packet under a Modbus CRC is read and reported; whether it counts is the profile's to say.</summary>
    [Theory]
    [InlineData(Hj212CrcRule.Modbus, Hj212Fault.CrcModbus)]
    [InlineData(Hj212CrcRule.ModbusSwapped, Hj212Fault.CrcModbusSwapped)]
    [InlineData(Hj212CrcRule.Missing, Hj212Fault.CrcMissing)]
    public void Crc_OfAnotherRule(Hj212CrcRule rule, Hj212Fault fault)
    {
        var writer = new Hj212Writer { Mn = "M", Cn = "2011", CrcRule = rule }.Add("DataTime", "20260410080000").Add("a34002", "Rtd", "97").Add("a34002", "Flag", "N");
        var (strict, tolerant) = (Read(writer, Hj212StationProfile.National2017), Read(writer, Hj212StationProfile.Micrograms));
        Assert.Equal((rule, rule), (strict.CrcRule, tolerant.CrcRule));
        Assert.True(strict.Faults.Contains(fault));
        Assert.Equal((false, rule != Hj212CrcRule.Missing), (strict.Readings[0].IsUsable, tolerant.Readings[0].IsUsable));
        Assert.Equal(rule != Hj212CrcRule.Missing, strict.Faults.Contains(Hj212Fault.CrcRuleNotInProfile));
    }

    /// <summary>Passwords and keys stand in no text that the library writes.</summary>
    [Fact]
    public void Secrets_AreNotShown()
    {
        var message = Read(new Hj212Writer { Mn = "M", Cn = "1072", Password = "geheim1" }.Add("NewPW", "geheim2").Add("PW", "geheim3").Add("NewSK", "geheim4"));
        Assert.DoesNotContain("geheim", message + string.Concat(message.Parameters) + string.Concat(message.Findings), StringComparison.Ordinal);
        Assert.Equal(3, message.Parameters.Count(static parameter => parameter.Value == "******"));
    }

    [Fact]
    public void Faults_HaveWordsInBothLanguages()
    {
        var faults = Enum.GetValues<Hj212Fault>();
        Assert.InRange(faults.Length, 1, 64);
        Assert.Equal(faults.Length, faults.Select(static fault => Hj212FaultText.Of(fault).English).Distinct().Count());
        Assert.Equal(faults.Length, faults.Select(static fault => Hj212FaultText.Of(fault).Chinese).Distinct().Count());
        Assert.All(faults, static fault => Assert.EndsWith("。", Hj212FaultText.Of(fault).Chinese, StringComparison.Ordinal));
    }

    internal static byte[] Frame(string data)
    {
        var bytes = Encoding.UTF8.GetBytes(data);
        return Encoding.UTF8.GetBytes(FormattableString.Invariant($"##{bytes.Length:0000}{data}{Hj212Crc.Compute(bytes):X4}\r\n"));
    }

    private static Hj212Writer Packet(string command) =>
        new Hj212Writer { Qn = "20260410080000000", St = "39", Cn = command, Mn = "EXAMPLE00000000000000039", Flag = 4 }.Add("DataTime", "20260410080000");

    private static Hj212Writer Dust(string tsp, string pm10, string pm25)
    {
        var writer = Packet("2011");
        foreach (var (code, value) in new[] { ("a34001", tsp), ("a34002", pm10), ("a34004", pm25) }) writer.Add(code, "Rtd", value).Add(code, "Flag", "N");
        return writer;
    }

    private static Hj212StationProfile ProfileOf(string unit) => unit switch
    {
        "ng/m3" => Hj212StationProfile.National2017,
        "µg/m3" => Hj212StationProfile.Micrograms,
        _ => Hj212StationProfile.ShanghaiDustNoise,
    };

    private static Hj212Message Read(Hj212Writer writer, Hj212StationProfile? profile = null) => Hj212Message.ReadFirst(writer.ToArray(), profile)!;
}
