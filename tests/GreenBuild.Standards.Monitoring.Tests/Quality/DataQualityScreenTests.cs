using GreenBuild.Standards.Monitoring.Hj212;
using GreenBuild.Standards.Monitoring.Quality;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring.Tests.Quality;

public sealed class DataQualityScreenTests
{
    public static TheoryData<string> Faults => [.. QualityFaults.All.Keys];

    [Fact]
    public void CleanSeries_FindNothing()
    {
        for (var seed = 1; seed <= 20; seed++) Assert.Empty(DataQualityScreen.Screen([QualityFaults.Channel("PM10", QualityFaults.Synthetic(seed))]));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public void Fault_IsFoundInItsMonth(string fault)
    {
        var all = QualityFaults.Synthetic(4);
        // March has 31 days; the fault is put into April.
        var (from, to) = (31 * 24, 61 * 24);
        var (kind, make) = QualityFaults.All[fault];

        var found = DataQualityScreen.Screen(make(all, from, to, new Random(7)));

        var finding = Assert.Single(found.Where(one => one.Kind == kind).Take(1));
        Assert.True(finding.From <= all[to - 1].LocalTime && finding.To >= all[from].LocalTime, finding.ToString());
        Assert.Equal(kind == QualityFindingKind.CopiedChannel && fault.StartsWith("a day", StringComparison.Ordinal) ? "P2" : "P1", finding.Point);
        Assert.NotEqual("", finding.Text.Chinese);
        Assert.NotEqual("", finding.Statistic.Chinese);
    }

    [Fact]
    public void FlatLine_ByHand()
    {
        // 200 hours of 0, 1, 2 … 199, the ten from 100 on all 100: no other pair is equal, so that the overall chance is (0 + 1) / (190 + 2) and the value, with no other pair than the last, borrows 10 of it:
        // (10 / 192) / (1 + 10) = 1 / 211.2. Of six in a row 199 pairs × (1 / 211.2)⁵ = 4.7e-10 are expected, not above 0.001; fewer than six are never looked at.
        var readings = Enumerable.Range(0, 200).Select(static i => new MonitorReading(new DateTime(2026, 3, 1).AddHours(i), i is >= 100 and < 110 ? 100 : i));

        var finding = Assert.Single(DataQualityScreen.Screen([QualityFaults.Channel("PM10", readings)]), static one => one.Kind == QualityFindingKind.FlatLine);

        Assert.Equal(new DateTime(2026, 3, 5, 4, 0, 0), finding.From);
        Assert.Equal(new DateTime(2026, 3, 5, 13, 0, 0), finding.To);
        Assert.Equal((10, 6), (finding.Value, finding.Threshold));
        Assert.Equal(("readingsInARow", "equal readings in a row", "连续相同读数的条数"), (finding.StatisticKey, finding.Statistic.English, finding.Statistic.Chinese));
        Assert.Equal("10 readings in a row are all 100 µg/m3; 6 or more are odd, since by the way this channel repeats a value fewer than 0.001 such runs are expected.", finding.Text.English);
        Assert.Equal("连续 10 条读数均为 100 µg/m3；按该通道取值重复的频率，达到 6 条的期望次数不足 0.001，不寻常。", finding.Text.Chinese);
    }

    /// <summary>
    /// A channel of 41, 41, 42, 42, 43, 43 … has half of its pairs equal. Of 300 readings the 20 from 100 on are all 60: beside the 19 pairs of the run, 140 of 280 pairs are equal, (140 + 1) / (280 + 2) = 1/2; the value
    /// borrows it: (10/2) / (1 + 10) = 5/11 with the pair that follows it. 299 × (5/11)^(n − 1) ≤ 0.001 from n = 17 on: 299 × (5/11)^15 = 0.0022, 299 × (5/11)^16 = 0.00099.
    /// </summary>
    [Fact]
    public void FlatLine_SaysFromWhichLengthOnARunIsOdd()
    {
        var readings = Enumerable.Range(0, 300).Select(static i => new MonitorReading(new DateTime(2026, 3, 1).AddHours(i), i is >= 100 and < 120 ? 1060 : 41 + (i / 2)));

        var finding = Assert.Single(DataQualityScreen.Screen([QualityFaults.Channel("PM10", readings)]), static one => one.Kind == QualityFindingKind.FlatLine);

        Assert.Equal((20, 17), (finding.Value, finding.Threshold));
        // A run that is shorter is none of them.
        Assert.DoesNotContain(DataQualityScreen.Screen([QualityFaults.Channel("PM10", readings.Take(116))]), static one => one.Kind == QualityFindingKind.FlatLine);
    }

    /// <summary>A monitor rests on its least value: there 48 in a row are odd, and that is said.</summary>
    [Fact]
    public void FlatLine_AtTheLeastValue()
    {
        static List<QualityFinding> Found(int length) => DataQualityScreen.Screen([QualityFaults.Channel("PM10", Enumerable.Range(0, 200).Select(i => new MonitorReading(new DateTime(2026, 3, 1).AddHours(i), i < length ? 5 : 10 + (i * 7 % 90))))])
            .Where(static one => one.Kind == QualityFindingKind.FlatLine).ToList();

        Assert.Empty(Found(47));
        var finding = Assert.Single(Found(50));
        Assert.Equal((50, 48), (finding.Value, finding.Threshold));
        Assert.Equal("50 readings in a row are all 5 µg/m3, the least value of the channel; 48 or more are odd even in clean air.", finding.Text.English);
    }

    /// <summary>Words for programs: one for each statistic, none of them a sentence.</summary>
    [Theory]
    [MemberData(nameof(Faults))]
    public void StatisticKeys_AreWords(string fault)
    {
        var all = QualityFaults.Synthetic(4);
        foreach (var finding in DataQualityScreen.Screen(QualityFaults.All[fault].Make(all, 31 * 24, 61 * 24, new Random(7))))
        {
            Assert.Matches("^[a-zA-Z0-9]+$", finding.StatisticKey);
            Assert.NotEqual(finding.StatisticKey, finding.Statistic.English);
        }
    }

    [Fact]
    public void MissingNights_ByHand()
    {
        // Thirty days, of which 12 nights miss all 8 hours and no day does: p = 0.5¹².
        var start = new DateTime(2026, 4, 1);
        var readings = QualityFaults.Synthetic(2).Where(reading => reading.LocalTime >= start && reading.LocalTime < start.AddDays(30) && !(reading.LocalTime.Day is >= 5 and <= 16 && reading.LocalTime.Hour is < 6 or >= 22 && reading.LocalTime.Day is >= 5 and <= 16));

        var finding = Assert.Single(DataQualityScreen.Screen([QualityFaults.Channel("PM10", readings)]), static one => one.Kind == QualityFindingKind.MissingNights);

        Assert.Equal(Math.Pow(0.5, 12), finding.Value, 1e-12);
        Assert.StartsWith("On 12 days ", finding.Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public void StrangeSeries_NeverThrow()
    {
        var random = new Random(3);
        decimal[] strange = [0, -1, 1, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, 1e15m, 150, 150.5m];
        foreach (var count in new[] { 0, 1, 2, 23, 200, 1000 })
        {
            foreach (var duration in new[] { TimeSpan.FromTicks(1), TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), TimeSpan.FromDays(400) })
            {
                MonitorReading[] Make() => [.. Enumerable.Range(0, count).Select(i => new MonitorReading(new DateTime(2026, 1, 1).AddMinutes(i * 7), strange[random.Next(strange.Length)], (ReadingStatus)random.Next(3)))];
                QualityChannel[] channels =
                [
                    new("a", new("P", "µg/m3", duration, Make())) { Limits = [strange[random.Next(strange.Length)]], Minimum = new("P", "µg/m3", duration, Make()), Maximum = new("P", "µg/m3", duration, Make()) },
                    new("b", new("P", "dB(A)", duration, Make())),
                    new("a", new("P", "µg/m3", TimeSpan.FromMinutes(1), Make())),
                ];
                foreach (var finding in DataQualityScreen.Screen(channels)) Assert.True(finding.From <= finding.To, finding.ToString());
            }
        }
    }

    [Fact]
    public void Hj212_LowestMeanAndHighestOfOneNumber()
    {
        // 30 minutes of one packet each, in which lowest, mean and highest are always one number.
        var log = new List<Hj212Message>();
        for (var i = 0; i < 30; i++)
        {
            var value = 60 + (i * 17 % 29);
            var data = $"QN=202604101{i:00}000000;ST=39;CN=2051;PW=123456;MN=EXAMPLE00000000000000039;Flag=4;CP=&&DataTime=2026041010{i:00}00;a34002-Min={value},a34002-Avg={value},a34002-Max={value},a34002-Flag=N&&";
            var bytes = System.Text.Encoding.ASCII.GetBytes(data);
            var packet = $"##{bytes.Length:0000}{data}{Hj212Crc.Compute(bytes):X4}\r\n";
            log.Add(Hj212Message.ReadFirst(System.Text.Encoding.ASCII.GetBytes(packet), Hj212StationProfile.Micrograms with { MinuteInterval = TimeSpan.FromMinutes(1) })!);
        }

        var finding = Assert.Single(DataQualityScreen.Screen(QualityChannel.Of(Hj212Series.Of(log))));

        Assert.Equal(QualityFindingKind.RelabelledSample, finding.Kind);
        Assert.Equal(["a34002"], finding.Channels);
        Assert.Equal(1, finding.Value);
    }
}
