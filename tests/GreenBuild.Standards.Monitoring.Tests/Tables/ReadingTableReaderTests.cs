using System.Text;
using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Monitoring.Hj212;
using GreenBuild.Standards.Monitoring.Tables;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring.Tests.Tables;

public class ReadingTableReaderTests
{
    private const string Signs = "\",;{}[]\n\r\\:-.9e";

    private const string LongCsv =
        "file,line,station,time,seconds,code,suffix,value,unit,measurand,mark,status,usable\n" +
        "a.log,1,P1,2026-01-05T22:00:00+08:00,900,a34002,Avg,61.250,µg/m3,,N,valid,true\n" +
        "a.log,2,P1,2026-01-05T14:15:00+00:00,900,a34002,Avg,,µg/m3,,D,fault,false\n";

    [Fact]
    public void Read_LongCsv()
    {
        using var reader = Open(LongCsv);
        var rows = All(reader);

        Assert.Empty(reader.Errors);
        Assert.Equal((2L, 0L, 2L, 1L), (reader.RowCount, reader.BadRowCount, reader.ValueCount, reader.MissingCount));
        Assert.Equal(("P1", new DateTime(2026, 1, 5, 22, 0, 0), TimeSpan.FromMinutes(15)), (rows[0].Station, rows[0].LocalTime, rows[0].Duration!.Value));
        Assert.Equal(("a34002", Hj212Statistic.Average, 61.25m, "µg/m3", Particulate.Pm10, true), (rows[0].Code, rows[0].Statistic, rows[0].Value!.Value, rows[0].Unit!, rows[0].Particulate!.Value, rows[0].IsUsable));
        // 14:15 at UTC is 22:15 in China.
        Assert.Equal((new DateTime(2026, 1, 5, 22, 15, 0), null, ReadingStatus.Fault, false, 3, 8), (rows[1].LocalTime, rows[1].Value, rows[1].Status, rows[1].IsUsable, rows[1].Line, rows[1].Column));
    }

    [Theory]
    [InlineData("{0}\n{1}\n")]
    [InlineData("[{0},\n{1}]")]
    [InlineData("\n[\n{0}\n,{1}\n]\n")]
    public void Read_Json_SameAsCsv(string frame)
    {
        const string first = """{"file":"a.log","line":1,"station":"P1","time":"2026-01-05T22:00:00+08:00","seconds":900,"code":"a34002","suffix":"Avg","value":61.250,"unit":"µg/m3","measurand":null,"mark":"N","status":"valid","usable":true}""";
        const string second = """{"file":"a.log","line":2,"station":"P1","time":"2026-01-05T14:15:00+00:00","seconds":900,"code":"a34002","suffix":"Avg","value":null,"unit":"µg/m3","measurand":null,"mark":"D","status":"fault","usable":false}""";
        using var json = Open(frame.Replace("{0}", first).Replace("{1}", second));
        using var csv = Open(LongCsv);

        Assert.Equal(All(csv).Select(static row => row with { Line = 0, Column = 0 }), All(json).Select(static row => row with { Line = 0, Column = 0 }));
        Assert.Empty(json.Errors);
        Assert.Equal(ReadingTableForm.Json, json.Form);
    }

    /// <summary>The hour that ends at 24:00 of the 5th is of the 5th; nothing is moved where it is not known by how much, and it does not count; a value of a moment stays.</summary>
    [Theory]
    [InlineData("time,PM10 (µg/m3)\n2026-01-05 01:00,1\n2026-01-05 24:00,2\n", 60, "05 00:00 True, 05 23:00 True")]
    [InlineData("time,PM10 (µg/m3)\n2026010501,1\n202601052400,2\n", 60, "05 23:00 True")]
    [InlineData("date,time,PM10 (µg/m3)\n2026-01-05,1:00,1\n2026-01-05,24:00,2\n", 60, "05 00:00 True, 05 23:00 True")]
    [InlineData("year,month,day,hour,PM10 (µg/m3)\n2026,1,5,1,1\n2026,1,5,24,2\n", null, "05 00:00 True, 05 23:00 True")]
    [InlineData("time,PM10 (µg/m3)\n2026-01-05 01:00,1\n2026-01-05 24:00,2\n", null, "05 01:00 False, 06 00:00 False")]
    [InlineData("time,minutes,PM10 (µg/m3)\n2026-01-05 01:00,15,1\n2026-01-05 24:00,,2\n", null, "05 00:45 True, 06 00:00 False")]
    [InlineData("{\"time\":\"2026-01-05 24:00\",\"code\":\"a34002\",\"suffix\":\"Rtd\",\"value\":2,\"unit\":\"µg/m3\"}\n", 60, "06 00:00 True")]
    public void StampsEnd_MovesPeriods(string text, int? minutes, string expected)
    {
        var duration = minutes is { } count ? TimeSpan.FromMinutes(count) : (TimeSpan?)null;
        using var ends = Open(text, new() { Duration = duration, StampsEnd = true });
        Assert.Equal(expected, string.Join(", ", All(ends).Select(static row => $"{row.LocalTime:dd HH:mm} {row.IsUsable}")));
        Assert.False(ends.LooksStampedAtEnd);

        // Nobody said so: 24:00 begins the next day, and what it looks like is told.
        using var starts = Open(text, new() { Duration = duration });
        Assert.Equal(new DateTime(2026, 1, 6), All(starts)[^1].LocalTime);
        Assert.True(starts.LooksStampedAtEnd);
    }

    [Theory]
    [InlineData("time,PM10\n2026-01-05 24:00,1\n2026-01-06 24:00,1\n", true)]
    [InlineData("time,PM10\n2026-01-05 24:00,1\n2026-01-06 00:00,1\n", false)]
    [InlineData("time,PM10\n2026-01-05 24:00,1\n2026-01-06,1\n", false)]
    [InlineData("time,PM10\n2026-01-05 23:00,1\n2026-01-24 01:24,1\n", false)]
    [InlineData("date,time,PM10\n2026-01-05,24:00,1\n2026-01-06,0:00,1\n", false)]
    [InlineData("year,month,day,hour,PM10\n2026,1,5,24,1\n2026,1,6,0,1\n", false)]
    public void LooksStampedAtEnd_WhereThereIs24AndNo0(string text, bool expected)
    {
        using var reader = Open(text);
        All(reader);
        Assert.Empty(reader.Errors);
        Assert.Equal(expected, reader.LooksStampedAtEnd);
    }

    [Fact]
    public void StampsEnd_NeedsATimeBefore()
    {
        foreach (var (text, duration) in new[] { ("0002-01-01 00:30", TimeSpan.FromDays(366)), ("2026-01-01 00:30", TimeSpan.MaxValue), ("0001-01-01 00:30", TimeSpan.FromMinutes(1)) })
        {
            using var reader = Open($"time,PM10 (µg/m3)\n{text},1\n", new() { Duration = duration, StampsEnd = true });
            Assert.Empty(All(reader));
            Assert.Equal("#1 time", Assert.Single(reader.Errors).Field);
        }

        // Whatever a table says is a reading at the offset of the place, or an error.
        using var first = Open("time,PM10 (µg/m3)\n0001-01-01 00:30,1\n0002-01-01,2\n");
        Assert.Equal(new DateTimeOffset(2, 1, 1, 0, 0, 0, TimeSpan.FromHours(8)), Assert.Single(All(first)).ToReading().Time);
        Assert.Single(first.Errors);
    }

    [Fact]
    public void Read_Wide_UnitsOfHeadings()
    {
        using var reader = Open("日期时间;站点;PM10 (µg/m3);TSP mg/m3;Leq[dB(A)];note\n2026/1/5 3:04;东门;61,5;0,15;NA;x\n", new() { Duration = TimeSpan.FromHours(1) });
        var rows = All(reader);

        Assert.Empty(reader.Errors);
        Assert.Equal(["note"], reader.UnusedColumns);
        Assert.Equal([("a34002", 61.5m, "µg/m3"), ("a34001", 0.15m, "mg/m3"), ("Leq", null, "dB(A)")], rows.Select(static row => (row.Code, row.Value, row.Unit!)));
        Assert.All(rows, static row => Assert.Equal((new DateTime(2026, 1, 5, 3, 4, 0), "东门", TimeSpan.FromHours(1)), (row.LocalTime, row.Station, row.Duration!.Value)));
    }

    [Fact]
    public void Read_TimeInParts_IsAnHour()
    {
        using var reader = Open("No,year,month,day,hour,PM2.5,PM10,station\n1,2013,3,1,23,4,NA,Dongsi\n", new() { Unit = "µg/m3" });
        var rows = All(reader);

        Assert.Empty(reader.Errors);
        Assert.Equal([("a34004", 4m, true), ("a34002", null, false)], rows.Select(static row => (row.Code, row.Value, row.IsUsable)));
        Assert.All(rows, static row => Assert.Equal((new DateTime(2013, 3, 1, 23, 0, 0), TimeSpan.FromHours(1), "µg/m3"), (row.LocalTime, row.Duration!.Value, row.Unit!)));
    }

    [Theory]
    [InlineData("2026-01-05T22:00:30")]
    [InlineData("2026/1/5 22:00:30")]
    [InlineData("20260105220030")]
    [InlineData("2026年1月5日 22:00:30")]
    [InlineData("2026-01-05 15:00:30+01:00")]
    [InlineData("2026-01-05T14:00:30Z")]
    public void Read_Times(string time)
    {
        using var reader = Open($"time,LAeq\n{time},61.5\n");
        Assert.Equal(new DateTime(2026, 1, 5, 22, 0, 30), Assert.Single(All(reader)).LocalTime);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("gb18030", false)]
    public void Read_Encodings(string name, bool hasMark)
    {
        var encoding = name == "utf-8" ? new UTF8Encoding(hasMark) : CodePagesEncodingProvider.Instance.GetEncoding(name)!;
        using var stream = new MemoryStream([.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes("时间，点位，等效声级\n2026-01-05 22:00，东门，61.5\n")]);
        using var reader = new ReadingTableReader(stream, "a.csv");
        var row = Assert.Single(All(reader));
        Assert.Equal(("东门", 61.5m), (row.Station, row.Value));
    }

    [Fact]
    public void Read_BadRows_GoodOnesGoOn_OrNotIfStrict()
    {
        const string text = "time,PM10 (mg/m3)\n2026-01-05 22:00,abc\n2026-02-30 22:00,1\n2026-01-05 22:00,1,2\n2026-01-05 23:00,\"0.1\n2026-01-05 23:15,0.2\n";
        using var tolerant = Open(text);
        Assert.Equal([(6, 0.2m)], All(tolerant).Select(static row => (row.Line, row.Value!.Value)));
        Assert.Equal((5L, 4L, false), (tolerant.RowCount, tolerant.BadRowCount, tolerant.IsRefused));
        Assert.Equal([(2, "#2 PM10 (mg/m3)"), (3, "#1 time"), (4, ""), (5, "")], tolerant.Errors.Select(static error => (error.Line!.Value, error.Field)));

        using var strict = Open(text, new() { IsStrict = true });
        Assert.Empty(All(strict));
        Assert.True(strict.IsRefused);
        Assert.Single(strict.Errors);
    }

    [Theory]
    [InlineData("")]
    [InlineData("time,note\n2026-01-05 22:00,1\n")]
    [InlineData("PM10,PM2.5\n1,2\n")]
    [InlineData("time,time,PM10\n")]
    [InlineData("time,PM10 (°C)\n")]
    [InlineData("time,value\n")]
    public void Read_HeadingsThatSayTooLittle_Refused(string text)
    {
        using var reader = Open(text);
        Assert.True(reader.IsRefused);
        Assert.NotEmpty(reader.Errors);
        Assert.Empty(All(reader));
    }

    [Fact]
    public void Read_ColumnsOfTheCaller()
    {
        using var reader = Open("when,dust,LAeq\n2026-01-05 22:00,0.1,60\n", new() { Columns = new Dictionary<string, string> { ["when"] = "time", ["2"] = "TSP (mg/m3)", ["LAeq"] = "-" } });
        var row = Assert.Single(All(reader));
        Assert.Equal(("a34001", 0.1m, "mg/m3"), (row.Code, row.Value, row.Unit));
    }

    /// <summary>UTF-16 in both orders of bytes, with its mark and without, found out and named; named as something else its bytes are refused.</summary>
    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Read_Utf16(bool isBigEndian, bool hasMark)
    {
        var encoding = new UnicodeEncoding(isBigEndian, hasMark);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("时间\t点位\t等效声级\r\n2026-01-05 22:00\t东门\t61.5\r\n")];
        foreach (var named in new[] { null, Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            using var reader = new ReadingTableReader(new MemoryStream(bytes), "a.csv", new() { Encoding = named });
            var row = Assert.Single(All(reader));
            Assert.Equal(("东门", 61.5m, 2), (row.Station, row.Value, row.Line));
        }

        using var wrong = new ReadingTableReader(new MemoryStream(bytes), "a.csv", new() { Encoding = Encoding.UTF8 });
        Assert.Empty(All(wrong));
        Assert.True(wrong.IsRefused);
    }

    /// <summary>A file in GB 18030 whose first 64 KiB are plain letters: found out too late, unless it is named.</summary>
    [Fact]
    public void Read_EncodingThatIsNamed()
    {
        var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
        var text = new StringBuilder("time,point,LAeq\n");
        while (text.Length < 70_000) text.Append("2026-01-05 22:00,A,61.5\n");
        var bytes = gb18030.GetBytes(text.Append("2026-01-05 22:01,东门,62.5\n").ToString());

        using var unnamed = new ReadingTableReader(new MemoryStream(bytes), "a.csv");
        All(unnamed);
        Assert.Contains("GB 18030", Assert.Single(unnamed.Errors).Message.English, StringComparison.Ordinal);
        using var named = new ReadingTableReader(new MemoryStream(bytes), "a.csv", new() { Encoding = gb18030 });
        var last = All(named)[^1];
        Assert.Equal(("东门", 62.5m, false), (last.Station, last.Value, named.IsRefused));
    }

    [Fact]
    public void Read_TellsHowFarItIs()
    {
        var bytes = Encoding.UTF8.GetBytes("time,PM10 (mg/m3)\n" + string.Concat(Enumerable.Repeat("2026-01-05 22:00,0.15\n", 20_000)));
        var told = new List<long>();
        using var reader = new ReadingTableReader(new MemoryStream(bytes), "a.csv", new() { Progress = new Told(told) });
        Assert.Equal(20_000, All(reader).Count);
        // 20,000 rows of 22 bytes below a line of 18: 440,018, in steps of 64 KiB at most.
        Assert.Equal(440_018, told[^1]);
        Assert.Equal(told.Order(), told);
        Assert.All(told.Zip(told.Skip(1)), static step => Assert.InRange(step.Second - step.First, 1, 65_536));
    }

    /// <summary>A unit for all is that of quantities that can be in it: not of a temperature, nor of what nobody knows.</summary>
    [Fact]
    public void Read_UnitOfTheCaller()
    {
        using var wide = Open("time,PM10,TSP (mg/m3),a01001,LAeq\n2026-01-05 22:00,150,0.2,3.5,60\n", new() { Unit = "ug/m³" });
        Assert.Equal(["a34002 µg/m3", "a34001 mg/m3", "a01001 ", "Leq dB(A)"], All(wide).Select(static row => $"{row.Code} {row.Unit}"));
        using var table = Open("time,code,value\n2026-01-05 22:00,a34004,75\n2026-01-05 22:00,a01001,3.5\n2026-01-05 22:00,zzz,3.5\n2026-01-05 22:00,Leq,60\n", new() { Unit = "mg/m3" });
        Assert.Equal(["a34004 mg/m3", "a01001 ", "zzz ", "Leq dB(A)"], All(table).Select(static row => $"{row.Code} {row.Unit}"));

        Assert.All(new[] { "µg/m3", "ug/m³", "毫克/立方米", "dB(A)", "ng/m3" }, static unit => Assert.True(ReadingTableReader.IsUnitOfReadings(unit)));
        Assert.All(new[] { "", "kg", "degC", "ppm", "x" }, static unit => Assert.False(ReadingTableReader.IsUnitOfReadings(unit)));
    }

    [Fact]
    public void Read_MeaningThatNobodyUnderstands_IsAnError()
    {
        using var reader = Open("time,dust\n2026-01-05 22:00,0.1\n", new() { Columns = new Dictionary<string, string> { ["dust"] = "PMX (mg/m3)" } });
        Assert.True(reader.IsRefused);
        Assert.Equal((1, "#2 dust"), (reader.Errors[0].Line, reader.Errors[0].Field));
        Assert.Contains("'PMX (mg/m3)' is no heading", reader.Errors[0].Message.English, StringComparison.Ordinal);

        Assert.All(new[] { "time", "监测点位", "PM10", "PM10 (mg/m3)", "等效声级[dB(A)]", "a34002", "-" }, static heading => Assert.True(ReadingTableReader.IsUnderstood(heading)));
        Assert.All(new[] { "PMX", "PM10 (kg)", "LAeq (mg/m3)", "dust" }, static heading => Assert.False(ReadingTableReader.IsUnderstood(heading)));
    }

    [Theory]
    [InlineData("time,PM10\n2026-01-05 22:00,")]
    [InlineData("{\"time\":\"2026-01-05 22:00\",\"PM10\":")]
    public void Read_LineOfSixteenMegabytes_IsAnErrorAndNotMemory(string start)
    {
        using var stream = new EndlessLine(Encoding.UTF8.GetBytes(start), 16 << 20);
        using var reader = new ReadingTableReader(stream, "a");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Empty(All(reader));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 << 20);
        Assert.Equal(2 - (start[0] == '{' ? 1 : 0), Assert.Single(reader.Errors).Line);
    }

    /// <summary>A header of 64 Ki characters that names one quantity again and again: each repetition is one error.</summary>
    [Fact]
    public void Read_FullHeaderOfOneName_IsAnErrorAndNotMemory()
    {
        var header = "time" + string.Concat(Enumerable.Repeat(",TSP", 16_383));
        Assert.Equal(65_536, header.Length);
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var reader = Open(header + "\n");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200 << 20);
        Assert.True(reader.IsRefused);
        Assert.Equal((20, 16_382 - 20), (reader.Errors.Count, reader.Errors.More));
        Assert.Equal((1, "#3 TSP"), (reader.Errors[0].Line, reader.Errors[0].Field));
        Assert.Contains("Column 2 means the same", reader.Errors[0].Message.English, StringComparison.Ordinal);
        Assert.Contains("Column 2 means the same", reader.Errors[19].Message.English, StringComparison.Ordinal);
    }

    /// <summary>A thousand objects, each with a new way of writing one name: those before are not looked at again.</summary>
    [Fact]
    public void Read_JsonOfThousandNames_IsAnErrorAndNotMemory()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 1000; i++) text.Append("{\"").Append('T').Append(' ', i % 10).Append('S').Append(' ', i / 10 % 10).Append('P').Append(' ', i / 100).Append("\":").Append(i).Append("}\n");
        using var reader = Open(text.ToString());
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Empty(All(reader));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50 << 20);
        Assert.Equal((1000L, 1000L), (reader.RowCount, reader.BadRowCount));
    }

    /// <summary>Names of JSON that are longer than a header of separated values could be are left alone, and later ones with them.</summary>
    [Fact]
    public void Read_JsonNames_AreBoundedAsAHeader()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 50; i++) text.Append("{\"time\":\"2026-01-05 22:00\",\"").Append((char)('a' + (i % 26)), 30_000 + i).Append("\":1,\"TSP\":").Append(i).Append("}\n");
        using var reader = Open(text.ToString());
        Assert.Equal(Enumerable.Range(0, 50).Select(static i => (decimal?)i), All(reader).Select(static row => row.Value));
        Assert.Equal(2, reader.UnusedColumns.Count);
    }

    [Fact]
    public void Read_AnyBytes_NeverThrows()
    {
        var random = new Random(20260105);
        byte[][] seeds = [Encoding.UTF8.GetBytes(LongCsv), Encoding.UTF8.GetBytes("""[{"time":"2026-01-05 22:00","PM10":1.5},{"time":"2026-01-05 23:00","PM10":null}]"""), Encoding.UTF8.GetBytes("时间，PM10\n2026-01-05 22:00，\"1.5\"\n")];
        for (var i = 0; i < 3000; i++)
        {
            var bytes = (byte[])seeds[i % seeds.Length].Clone();
            for (var changes = random.Next(1, 12); changes > 0; changes--) bytes[random.Next(bytes.Length)] = random.Next(2) == 0 ? (byte)random.Next(256) : (byte)Signs[random.Next(Signs.Length)];
            using var stream = new MemoryStream(bytes);
            using var reader = new ReadingTableReader(stream, "a");
            var rows = All(reader);
            Assert.Equal(reader.ValueCount, rows.Count);
            Assert.True(reader.BadRowCount <= reader.RowCount);
        }
    }

    private sealed class Told(List<long> told) : IProgress<long>
    {
        public void Report(long value) => told.Add(value);
    }

    private static ReadingTableReader Open(string text, ReadingTableOptions? options = null) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), "a.csv", options);

    private static List<ReadingRow> All(ReadingTableReader reader)
    {
        var rows = new List<ReadingRow>();
        while (reader.Read(out var row)) rows.Add(row);
        return rows;
    }

    /// <summary>A line that does not end until so many bytes were read.</summary>
    private sealed class EndlessLine(byte[] start, long length) : Stream
    {
        private long _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => _position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var i = 0;
            for (; i < count && _position < length; i++, _position++) buffer[offset + i] = _position < start.Length ? start[_position] : (byte)'1';
            return i;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }

    /// <summary>An array that was cut off, or holds what is no object, says so, and where: what stood behind is not known. What came before is read.</summary>
    [Theory]
    [InlineData("[{\"time\":\"2026-03-01 00:00\",\"LAeq\":50},\n", 1, "2", "not closed")]
    [InlineData("[{\"time\":\"2026-03-01 00:00\",\"LAeq\":50},\n{\"time\":\"2026-03-01 00:01\",\"LA", 1, "2", "what follows it in the array was not read")]
    [InlineData("[{\"time\":\"2026-03-01 00:00\",\"LAeq\":50},\n5,\n{\"time\":\"2026-03-01 00:01\",\"LAeq\":50}]", 1, "2", "what follows it in the array was not read")]
    [InlineData("[{\"time\":\"2026-03-01 00:00\",\"LAeq\":50}]", 1, "", "")]
    [InlineData("[ ]", 0, "", "")]
    [InlineData("{\"time\":\"2026-03-01 00:00\",\"LAeq\":50}\n", 1, "", "")]
    public void BrokenArray_IsSaid(string json, int values, string line, string message)
    {
        using var table = Open(json, new());
        Assert.Equal(values, All(table).Count);
        Assert.Equal((line, message.Length > 0), (table.Errors.Count > 0 ? table.Errors[0].Line.ToString() : "", table.IsRefused));
        if (message.Length > 0) Assert.Contains(message, Assert.Single(table.Errors).Message.English, StringComparison.Ordinal);
    }

    /// <summary>Headings of stations as platforms write them: two stations must not melt into one.</summary>
    [Theory]
    [InlineData("设备名称")]
    [InlineData("测点名称")]
    [InlineData("站点名称")]
    [InlineData("监测点名称")]
    [InlineData("工地名称")]
    [InlineData("Station Name")]
    [InlineData("station id")]
    public void Station_HasManyNames(string heading)
    {
        using var table = Open($"time,{heading},LAeq\n2026-03-01 00:00,east,50\n2026-03-01 00:00,west,51\n", new());
        Assert.Equal(["east", "west"], All(table).Select(static row => row.Station));
    }
}
