using System.Globalization;
using System.Text;
using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Monitoring.Batch;
using GreenBuild.Standards.Monitoring.Tables;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring.Tests.Tables;

/// <summary>A table read into columns by several threads is the table that is read value by value.</summary>
public sealed class ReadingTableColumnsTests
{
    private static readonly string[] Oddities =
    [
        "N1,2026-02-30 00:00,1,2", "N1,2026-03-01 00:00,abc,2", "N1,2026-03-01 00:00,1", "N1,2026-03-01 00:00,\"1,2", "", ",,,", "N2,2026-03-01T00:00:00+00:00,1,2", ",2026-03-01 00:00,5,NA", "N1,,1,2", "N3,2026-03-01 00:00,-999,9999",
        "\"N,4\",2026-03-01 00:00,1.5,\"2.5\"", "N5,20260301,1e2,1.23456789012345678901", "N6,46027.5,-0,+7", "设备,2026年3月1日 3时04分,12.5,60", "N7,2026-03-01 00:00," + new string('1', 70_000) + ",2", "N8,2026-03-01 24:00,123456789012345678,0.000000000000000001",
    ];

    /// <summary>Some 400,000 lines of about 12 MB, every fiftieth odd, in three parts of 4 MiB; line ends of one and of two characters.</summary>
    [Theory]
    [InlineData("\n", "utf-8")]
    [InlineData("\r\n", "utf-8")]
    [InlineData("\r", "utf-8")]
    [InlineData("\n", "gb18030")]
    public void Read_IsWhatTheReaderReads(string lineEnd, string encoding)
    {
        var random = new Random(212);
        var text = new StringBuilder(13_000_000).Append(lineEnd).Append("station,time,PM10 (µg/m3),LAeq").Append(lineEnd);
        var long70000 = 0;
        for (var row = 0; row < 400_000; row++)
        {
            if (random.Next(50) == 0)
            {
                var odd = Oddities[random.Next(Oddities.Length)];
                if (odd.Length > 1000 && ++long70000 > 5) continue;
                text.Append(odd);
            }
            else
            {
                text.Append('N').Append(row % 7).Append(',').Append(new DateTime(2026, 3, 1).AddMinutes(row / 7).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)).Append(',')
                    .Append((random.Next(3000) / 10m).ToString(CultureInfo.InvariantCulture)).Append(',').Append(random.Next(40, 90));
            }

            text.Append(random.Next(1000) == 0 ? "\r\n" : lineEnd);
        }

        var bytes = CodePagesEncodingProvider.Instance.GetEncoding(encoding)?.GetBytes(text.ToString()) ?? Encoding.UTF8.GetBytes(text.ToString());
        Assert.InRange(bytes.Length, 9_000_000, int.MaxValue);
        foreach (var degree in new[] { 1, 3 }) AssertSame(bytes, new() { Duration = TimeSpan.FromMinutes(1) }, degree);
    }

    /// <summary>Twelve MB with line ends of one return, which old systems wrote, and a line of twelve MB that never ends: neither is held as a whole. No buffer is larger than a part of 4 MiB.</summary>
    [Theory]
    [InlineData("\r", "")]
    [InlineData("\n", "")]
    [InlineData("\n", "1")]
    [InlineData("\r\n", "1,")]
    [InlineData("\n", "设备")]
    [InlineData("\r", "é1设é备")]
    public void Read_HoldsAPartAtATime(string lineEnd, string endless)
    {
        var row = "N1,2026-03-01 00:00,97.25,61" + lineEnd;
        var text = "station,time,PM10 (µg/m3),LAeq" + lineEnd + row
            + (endless.Length > 0 ? string.Concat(Enumerable.Repeat(endless, 12_000_000 / endless.Length)) + lineEnd + row : string.Concat(Enumerable.Repeat(row, 12_000_000 / row.Length)));
        var bytes = Encoding.UTF8.GetBytes(text);
        AssertSame(bytes, new() { Duration = TimeSpan.FromMinutes(1) }, 2);

        using var stream = new LargestBuffer(bytes);
        var columns = ReadingTableColumns.Read(stream, "a.csv", new() { Duration = TimeSpan.FromMinutes(1) }, 2);
        Assert.InRange(stream.Largest, 64 * 1024, 4 << 20);
        if (endless.Length == 0) Assert.Empty(columns.Errors);
        else Assert.Equal("a.csv:3: The line is longer than 65536 characters.", Assert.Single(columns.Errors).ToString());
    }

    /// <summary>Bytes that note the largest buffer into which they were read.</summary>
    private sealed class LargestBuffer(byte[] bytes) : MemoryStream(bytes, writable: false)
    {
        public int Largest { get; private set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            Largest = Math.Max(Largest, buffer.Length);
            return base.Read(buffer, offset, count);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("time")]
    [InlineData("time,PM10\n")]
    [InlineData("time,PM10")]
    [InlineData("time,PM10\n2026-03-01 00:00,1")]
    [InlineData("time,PM10\r2026-03-01 00:00,1\r2026-03-01 00:01,2\r")]
    [InlineData("time,code,value,unit,mark\n2026-03-01 00:00,a34002,97,mg/m3,N\n2026-03-01 00:00,a34001,97,kg,N\n2026-03-01 00:00,Leq,60,,M\n")]
    [InlineData("year,month,day,hour,PM10\n2026,3,1,0,NA\n2026,3,1,1,5\n")]
    [InlineData("{\"time\":\"2026-01-05 22:00\",\"PM10\":1.5}\n{\"time\":\"2026-01-05 23:00\",\"TSP\":2}\n")]
    [InlineData("date,time,PM10\n2026-03-01,00:00,1\n")]
    [InlineData("time;PM10\n2026-03-01 00:00;1,5\n2026-03-01 00:01;1.5\n")]
    public void Read_SmallTables(string text)
    {
        foreach (var encoding in new Encoding[] { new UTF8Encoding(false), Encoding.Unicode })
        {
            foreach (var isStrict in new[] { false, true })
                AssertSame(encoding.GetBytes(text), new() { Unit = "µg/m3", IsStrict = isStrict }, 2);
        }
    }

    /// <summary>Bytes that are not of the encoding end the reading where they stand, though others have read on behind them.</summary>
    [Fact]
    public void Read_StopsAtWrongBytes()
    {
        var bytes = Encoding.UTF8.GetBytes("time,PM10 (µg/m3)\n" + string.Concat(Enumerable.Repeat("2026-03-01 00:00,97.25\n", 800_000)));
        bytes[9_000_000] = 0xFF;
        var columns = ReadingTableColumns.Read(new MemoryStream(bytes), "a.csv", new() { Duration = TimeSpan.FromMinutes(1) }, 3);
        Assert.True(columns.IsRefused);
        Assert.Contains("not of the encoding", Assert.Single(columns.Errors).Message.English, StringComparison.Ordinal);
        // What came before it is there: at least all but the part in which it stands.
        Assert.InRange(columns.ValueCount, 8_388_608 / 23 - 2000, 9_000_000 / 23);
    }

    /// <summary>Times that are ends of periods; where a period before the calendar would begin, and where nobody knows how long it is.</summary>
    [Theory]
    [InlineData("time,PM10 (µg/m3),LAeq\n2026-01-05 23:00,1,2\n2026-01-05 24:00,3,NA\n0001-01-01 00:30,1,1\n0002-01-01 00:30,1,1\n2026-01-06T01:00Z,4,5\n2026-01-06 02:00,-999,5\n")]
    [InlineData("time,PM10 (µg/m3)\n2026-01-05 23:00,1\n2026-01-05 24:00,3\n2026-01-06 00:00,3\n")]
    [InlineData("time,minutes,PM10 (µg/m3)\n2026-01-05 23:00,15,1\n2026-01-05 24:00,,3\n")]
    public void Ends_AreTheSame(string text)
    {
        foreach (var duration in new TimeSpan?[] { null, TimeSpan.FromHours(1) })
            foreach (var degree in new[] { 1, 3 })
                foreach (var stampsEnd in new[] { false, true }) AssertSame(Encoding.UTF8.GetBytes(text), new() { Duration = duration, StampsEnd = stampsEnd }, degree);
    }

    /// <summary>Two points whose rows come in turn, the second one first: judged like columns that were made without a table.</summary>
    [Fact]
    public void Columns_AreJudged()
    {
        var start = new DateTime(2026, 4, 1);
        var text = new StringBuilder("station,time,PM10 (µg/m3)\n");
        var values = new double[2 * 1440];
        for (var minute = 0; minute < 1440; minute++)
        {
            foreach (var (name, point) in new[] { ("B", 1), ("A", 0) })
            {
                var value = values[(point * 1440) + minute] = (point * 100) + (minute % 181);
                text.Append(name).Append(',').Append(start.AddMinutes(minute).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)).Append(',').Append(value.ToString(CultureInfo.InvariantCulture)).Append('\n');
            }
        }

        var table = ReadingTableColumns.Read(new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), "a.csv", new() { Duration = TimeSpan.FromMinutes(1), Place = Jurisdiction.Parse("GB") });
        Assert.Equal(["A", "B"], table.Stations);
        var channel = Assert.Single(table.Channels);
        Assert.Equal(("a34002", "µg/m3", (Particulate?)Particulate.Pm10, 2880), (channel.Code, channel.Unit, channel.Particulate, channel.Count));
        var judge = new HistoryJudge(table.Stations.Select(static name => new MonitoredPoint(name, new ConstructionSite(Jurisdiction.Parse("GB")))).ToList());
        var read = judge.JudgeDust(Particulate.Pm10, channel.Unit!, channel.Columns!);
        var made = judge.JudgeDust(Particulate.Pm10, "µg/m3", ReadingColumns.Regular(start, TimeSpan.FromMinutes(1), values, 2));
        Assert.Equal(48, read.Count);
        Assert.Equal(Enumerable.Range(0, 48).Select(window => (made.Means[window], made.OutcomeOf(window))), Enumerable.Range(0, 48).Select(window => (read.Means[window], read.OutcomeOf(window))));
    }

    private static void AssertSame(byte[] bytes, ReadingTableOptions options, int degree)
    {
        using var reader = new ReadingTableReader(new MemoryStream(bytes), "a.csv", options);
        var expected = new SortedDictionary<string, List<(string, long, double)>>(StringComparer.Ordinal);
        while (reader.Read(out var row))
        {
            var key = $"{row.Code} {(int)row.Statistic} {row.Duration} {row.Unit} {row.Measurand}";
            if (!expected.TryGetValue(key, out var values)) expected[key] = values = [];
            values.Add((row.Station, row.LocalTime.Ticks, row is { IsUsable: true, Value: { } value } ? (double)value : row.Status == ReadingStatus.OutOfRange ? double.PositiveInfinity : double.NaN));
        }

        var columns = ReadingTableColumns.Read(new MemoryStream(bytes), "a.csv", options, degree);

        Assert.Equal((reader.Form, reader.IsRefused, reader.RowCount, reader.BadRowCount, reader.ValueCount, reader.MissingCount), (columns.Form, columns.IsRefused, columns.RowCount, columns.BadRowCount, columns.ValueCount, columns.MissingCount));
        Assert.Equal(reader.UnusedColumns, columns.UnusedColumns);
        Assert.Equal(reader.LooksStampedAtEnd, columns.LooksStampedAtEnd);
        Assert.Equal(reader.Errors.Select(static error => error.ToString()), columns.Errors.Select(static error => error.ToString()));
        Assert.Equal(reader.Errors.More, columns.Errors.More);
        Assert.Equal(columns.Stations.Order(StringComparer.Ordinal), columns.Stations);
        var channels = columns.Channels.ToDictionary(static channel => $"{channel.Code} {(int)channel.Statistic} {channel.Duration} {channel.Unit} {channel.Measurand}");
        Assert.Equal(expected.Keys, channels.Keys.Order(StringComparer.Ordinal));
        foreach (var (key, values) in expected)
        {
            var channel = channels[key];
            Assert.Equal(values.Count, channel.Count);
            for (var i = 0; i < values.Count; i++)
                if (!values[i].Equals((columns.Stations[channel.Stations.Span[i]], channel.Times.Span[i], channel.Values.Span[i]))) Assert.Fail($"{key}, value {i}: {values[i]}, in the columns {columns.Stations[channel.Stations.Span[i]]} {new DateTime(channel.Times.Span[i]):s} {channel.Values.Span[i]}");
        }
    }
}
