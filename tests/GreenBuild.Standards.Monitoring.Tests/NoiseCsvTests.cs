using System.Text;

namespace GreenBuild.Standards.Monitoring.Tests;

public class NoiseCsvTests
{
    private static readonly TimeSpan OneMinute = TimeSpan.FromMinutes(1);

    [Theory]
    // The spellings that monitors and platforms write, with and without blanks and units.
    [InlineData("datetime,LEQ dB -A")]
    [InlineData("time,LAeq")]
    [InlineData("时间,等效声级")]
    [InlineData(" DateTime , leq ")]
    [InlineData("datetime,LAeq (dB(A))")]
    [InlineData("时间,等效声级（分贝）")]
    [InlineData("日期时间,噪声值")]
    [InlineData("时间,噪声(dB)")]
    public void Read_HeaderSpellings(string header)
    {
        var content = Read(header + "\n2026-01-05 08:00:30,61.25\n");

        Assert.Empty(content.Errors);
        var reading = Assert.Single(content.Readings);
        Assert.Equal(new DateTime(2026, 1, 5, 8, 0, 30), reading.LocalTime);
        Assert.Equal(61.25, reading.Level);
        Assert.Equal(2, reading.Line);
    }

    [Theory]
    // As Chinese Excel writes times.
    [InlineData("2025/12/30 12:00", 12, 30, 12, 0)]
    [InlineData("2025/1/5 9:05", 1, 5, 9, 5)]
    [InlineData("2025-1-5 9:05:00", 1, 5, 9, 5)]
    [InlineData("2025-12-30 12:00", 12, 30, 12, 0)]
    public void Read_TimesOfSpreadsheets(string time, int month, int day, int hour, int minute)
    {
        var content = Read($"time,LAeq\n{time},61\n");

        Assert.Empty(content.Errors);
        Assert.Equal(new DateTime(2025, month, day, hour, minute, 0), content.Readings[0].LocalTime);
    }

    [Theory]
    [InlineData("time;LAeq;Lmax\n2026-01-05 08:00;61.5;70\n")]
    [InlineData("time\tLAeq\tLAFmax\n2026-01-05 08:00\t61.5\t70\n")]
    [InlineData("时间，等效声级，最大声级\n2026-01-05 08:00，61.5，70\n")]
    [InlineData("\n\ntime;LAeq;LAmax\r\n2026-01-05 08:00;61.5;70")]
    public void Read_OtherSeparators(string text)
    {
        var content = Read(text);

        Assert.Empty(content.Errors);
        Assert.Equal((61.5, 70.0), (content.Readings[0].Level, content.Readings[0].Maximum));
    }

    [Fact]
    public void Read_SeparatorsThatDiffer()
    {
        var error = Assert.Single(Read("time,LAeq\n2026-01-05 08:00;61\n").Errors);
        Assert.Equal("The values are separated by semicolons (;), the header by commas (,).", error.Message.English);
        Assert.Contains("write a decimal point", Assert.Single(Read("time;LAeq\n2026-01-05 08:00;61,5\n").Errors).Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_ColumnThatIsWrongInEveryRowIsOneError()
    {
        var rows = string.Concat(Enumerable.Range(0, 30).Select(static i => $"05.01.2026 08:{i:00},61\n"));

        var error = Assert.Single(Read("time,LAeq\n" + rows).Errors);
        Assert.Equal(2, error.Line);
        Assert.Contains("So it is in all 30 rows. A good value: 2026-01-05 22:00.", error.Message.English, StringComparison.Ordinal);
        Assert.Contains("全部 30 行均如此。正确示例：2026-01-05 22:00。", error.Message.Chinese, StringComparison.Ordinal);

        // Where some are right each wrong one is named, and the rest counted.
        var some = Read("time,LAeq\n2026-01-05 07:59,61\n" + rows).Errors;
        Assert.Equal((20, 10), (some.Count, some.More));
    }

    [Fact]
    public void Read_DateInAColumnOfItsOwn()
    {
        var error = Assert.Single(Read("日期,时间,噪声\n2026-01-05,08:00,61\n2026-01-05,08:01,61\n2026-01-05,08:02,61\n").Errors);
        Assert.Contains("日期和时间应写在同一列", error.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_GbkIsRefusedWithTheWayOut()
    {
        // "时间,噪声" in GBK.
        byte[] gbk = [0xCA, 0xB1, 0xBC, 0xE4, 0x2C, 0xD4, 0xEB, 0xC9, 0xF9, 0x0A];
        var error = Assert.Single(NoiseCsv.Read(new MemoryStream(gbk), "p.csv", Jurisdiction.China, OneMinute).Errors);
        Assert.Contains("CSV UTF-8 (Comma delimited)", error.Message.English, StringComparison.Ordinal);
        Assert.Contains("CSV UTF-8（逗号分隔）", error.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TellsTheColumnsThatAreNotUsed() =>
        Assert.Equal(["station", "LAmin"], Read("station,time,LAeq,LAmin\nA,2026-01-05 08:00,61,50\n").UnusedColumns);

    [Fact]
    public void Read_AllColumnsInAnyOrder()
    {
        var content = Read(
            "rain,wind (m/s),station,LAmax,leq,time\n" +
            "0,4.9,A,70.5,61,2026-01-05 08:00\n" +
            "TRUE,5.0,A,71,62,2026-01-05 08:01\n" +
            ",,A,,63,2026-01-05 08:02\n");

        Assert.Empty(content.Errors);
        Assert.Equal([false, true, null], content.Readings.Select(static reading => reading.Precipitation));
        // Exactly as written: 5 m/s decides whether a reading counts.
        Assert.Equal([4.9m, 5.0m, null], content.Readings.Select(static reading => reading.WindSpeed));
        Assert.Equal([70.5, 71.0, null], content.Readings.Select(static reading => reading.Maximum));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_ByteOrderMarkDoesNotMatter(bool hasMark)
    {
        var encoding = new UTF8Encoding(hasMark);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes("时间,等效声级\n2026-01-05 08:00,61\n")];

        var content = NoiseCsv.Read(new MemoryStream(bytes), "p.csv", Jurisdiction.Parse("CN-SH"), OneMinute);

        Assert.Empty(content.Errors);
        Assert.Single(content.Readings);
    }

    [Fact]
    public void Read_BlankLinesAndWindowsLineEndsKeepLineNumbers()
    {
        var content = Read("time,LAeq\r\n\r\n2026-01-05 08:00,61\r\n\r\n2026-01-05 08:01,x\r\n");

        var error = Assert.Single(content.Errors);
        // Header 1, blank 2, reading 3, blank 4, bad reading 5.
        Assert.Equal(5, error.Line);
    }

    [Theory]
    // 08:00 in Shanghai (+08:00) is midnight UTC.
    [InlineData("2026-01-05T00:00:00Z")]
    [InlineData("2026-01-05T00:00Z")]
    [InlineData("2026-01-05T08:00:00+08:00")]
    [InlineData("2026-01-05 01:00+01:00")]
    public void Read_OffsetIsConvertedToThePlace(string time)
    {
        var content = Read($"time,LAeq\n{time},61\n");

        Assert.Empty(content.Errors);
        Assert.Equal(new DateTime(2026, 1, 5, 8, 0, 0), content.Readings[0].LocalTime);
    }

    [Fact]
    public void Read_EachLineMayWriteItsTimeInAnotherForm()
    {
        var content = Read(
            "time,LAeq\n2026-01-05 08:00,61\n2026-01-05T08:01:30,61\n2026-01-05 08:03:00.5,61\n2026-01-05T08:04,61\n2026-01-05 08:05:00,61\n2026-01-05T08:06:00.25,61\n2026-01-05 08:07,61\n");

        Assert.Empty(content.Errors);
        Assert.Equal(
            ["08:00:00", "08:01:30", "08:03:00.5", "08:04:00", "08:05:00", "08:06:00.25", "08:07:00"],
            content.Readings.Select(static reading => reading.LocalTime.ToString("HH:mm:ss.FF", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    // 9999-12-31 16:00 UTC is already the year 10000 in Shanghai (+08:00).
    [InlineData("9999-12-31T16:00Z")]
    [InlineData("0001-01-01T00:00+14:00")]
    public void Read_MomentsBeyondTheCalendarAreNoTimes(string time)
    {
        var error = Assert.Single(Read($"time,LAeq\n{time},61\n").Errors);

        Assert.Contains("not a time", error.Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OffsetNeedsAPlaceWithAFixedOne()
    {
        // Germany has summer time, so that the catalogue gives it no offset.
        var content = NoiseCsv.Read(new MemoryStream(Encoding.UTF8.GetBytes("time,LAeq\n2026-07-05T00:00:00Z,61\n")), "p.csv", Jurisdiction.Parse("DE"), OneMinute);

        var error = Assert.Single(content.Errors);
        Assert.Equal(("p.csv", 2, "time"), (error.File, error.Line, error.Field));
        Assert.Contains("no fixed offset", error.Message.English, StringComparison.Ordinal);
        Assert.Contains("没有固定时差", error.Message.Chinese, StringComparison.Ordinal);
    }

    public static TheoryData<string, int?, string, string, string> BadFiles => new()
    {
        // content, line, column, English, Chinese
        { "", 1, "", "is empty", "文件为空" },
        { "time,LAeq\n", 1, "", "no reading", "没有任何读数" },
        { "LAeq\n61\n", 1, "datetime", "column is missing", "缺少该列" },
        { "time,level\n2026-01-05 08:00,61\n", 1, "LAeq", "column is missing", "缺少该列" },
        { "time,LAeq,leq\n2026-01-05 08:00,61,61\n", 1, "LAeq", "means the same", "含义相同" },
        { "time,LAeq,wind (km/h)\n2026-01-05 08:00,61,3\n", 1, "wind (km/h)", "unit", "单位" },
        { "time,LAeq\n2026-01-05 08:00,loud\n", 2, "LAeq", "'loud' is not a number", "“loud”不是数值" },
        { "time,LAeq\n2026-01-05 08:00,NaN\n", 2, "LAeq", "not a finite number", "不是有限数值" },
        { "time,LAeq\n2026-01-05 08:00,Infinity\n", 2, "LAeq", "not a finite number", "不是有限数值" },
        { "time,LAeq\n2026-01-05 08:00,\"61,5\"\n", 2, "LAeq", "'61,5' is not a number", "“61,5”不是数值" },
        { "time,LAeq\n05.01.2026 08:00,61\n", 2, "time", "not a time", "形式的时间" },
        { "time,LAeq\n2026-02-30 08:00,61\n", 2, "time", "There is no such day as '2026-02-30': February 2026 has 28 days.", "2026 年 2 月只有 28 天" },
        { "time,LAeq\n,61\n", 2, "time", "time is missing", "缺少时间" },
        { "time,LAeq\n2026-01-05 08:00,61\n2026-01-05 08:01,61\n2026-01-05 08:00,61\n", 4, "time", "already in line 2", "已出现在第 2 行" },
        { "time,LAeq\n2026-01-05 08:05,61\n2026-01-05 08:00,61\n", 3, "time", "times must rise", "应逐行递增" },
        { "time,LAeq\n2026-01-05 08:00:00,61\n2026-01-05 08:00:10,61\n", 3, "time", "overlaps", "重叠" },
        { "time,LAeq\n2026-01-05 08:00,61,7\n", 2, "", "has 3 value(s), the header 2 columns", "却有 3 个值" },
        { "time,LAeq,wind\n2026-01-05 08:00,61,calm\n", 2, "wind", "'calm' is not a number", "“calm”不是数值" },
        { "time,LAeq,LAmax\n2026-01-05 08:00,,loud\n", 2, "LAmax", "'loud' is not a number", "“loud”不是数值" },
        { "time,LAeq,rain\n2026-01-05 08:00,61,yes\n", 2, "rain", "not 0, 1, true or false", "不是 是、否、1、0、true 或 false" },
        { "time,LAeq,LAmax\n2026-01-05 08:00,61,60.9\n", 2, "LAmax", "below LAeq", "低于同一时段" },
        { "time,LAeq\n2026-01-05 08:00,61\n2026-01-05T00:01Z,61\n2026-01-05 08:02,61\n", 3, "time", "with an offset, the times above it without", "带有时差，而前面各行没有" },
        { "time,LAeq\n2026-01-05T00:01Z,61\n2026-01-05 08:02,61\n", 3, "time", "without an offset", "没有时差" },
        { "time,LAeq\n2026-01-05 08:00,6\"1\n", 2, "", "quotation mark", "引号" },
    };

    [Theory]
    [MemberData(nameof(BadFiles))]
    public void Read_NamesLineAndColumn(string text, int? line, string column, string english, string chinese)
    {
        var content = Read(text);

        var error = content.Errors[0];
        Assert.Equal(("p.csv", line, column), (error.File, error.Line, error.Field));
        Assert.Contains(english, error.Message.English, StringComparison.Ordinal);
        Assert.Contains(chinese, error.Message.Chinese, StringComparison.Ordinal);
        // Half a file is never judged.
        Assert.Empty(content.Readings);
    }

    /// <summary>A wrong readingMinutes makes most lines overlap: that is one mistake. By hand: of 1261 minutes every thirtieth is half a reading of 60 apart from the last that counted, 43 with the first. A clock that once went wrong is told line by line.</summary>
    [Fact]
    public void Read_AWrongDurationIsOneError()
    {
        var lines = Enumerable.Range(0, 1261).Select(static i => new DateTime(2026, 1, 5, 8, 0, 0).AddMinutes(i).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture) + ",61\n");

        var errors = Read("time,LAeq\n" + string.Concat(lines), minutes: 60).Errors;

        Assert.Equal((1, 0), (errors.Count, errors.More));
        Assert.Equal("p.csv:3: time: The reading overlaps that of line 2: each stands for 60 min (readingMinutes), but they are 1 min apart. So it is in 1218 of 1261 rows.", errors[0].ToString());
        Assert.Equal("p.csv:3：time：与第 2 行的读数重叠：每个读数代表 60 min（readingMinutes），两者却仅相隔 1 min。1261 行中的 1218 行均如此。", errors[0].In(Language.Chinese));
        Assert.Equal(2, Read("time,LAeq\n2026-01-05 08:00:00,61\n2026-01-05 08:00:10,61\n2026-01-05 08:01:10,61\n2026-01-05 08:02:10,61\n2026-01-05 08:02:20,61\n").Errors.Count);
    }

    [Fact]
    public void Read_FullWidth()
    {
        var reading = Assert.Single(Read("时间,噪声,风速,降雨\n２０２６－０１－０５ ０８：００,６１．５,\u3000２,否\n").Readings);

        Assert.Equal((new DateTime(2026, 1, 5, 8, 0, 0), 61.5, 2m, false), (reading.LocalTime, reading.Level, reading.WindSpeed, reading.Precipitation));
    }

    [Theory]
    // Blank, the error codes of instruments, and the first values beyond what a sound level can be.
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("-999")]
    [InlineData("9999")]
    [InlineData("-50.1")]
    [InlineData("200.1")]
    public void Read_ReadingWithoutLevelIsKeptAndDoesNotCount(string level)
    {
        var content = Read($"time,LAeq,LAmax\n2026-01-05 08:00,61,65\n2026-01-05 08:01,{level},66\n2026-01-05 08:02,62,67\n");

        Assert.Empty(content.Errors);
        Assert.Equal([61, double.NaN, 62], content.Readings.Select(static reading => reading.Level));
        Assert.Equal([2, 3, 4], content.Readings.Select(static reading => reading.Line));
        Assert.Equal(1, content.WithoutLevelCount);
    }

    /// <summary>A status, or a mark of HJ 212, says the same here as in a table of readings: T and out-of-range are above the range, the rest does not count at all.</summary>
    [Theory]
    [InlineData("status", "out-of-range", double.PositiveInfinity, double.PositiveInfinity, 0)]
    [InlineData("status", "Fault", double.NaN, null, 1)]
    [InlineData("状态", "valid", 130, 140.0, 0)]
    [InlineData("flag", "T", double.PositiveInfinity, double.PositiveInfinity, 0)]
    [InlineData("mark", "D", double.NaN, null, 1)]
    [InlineData("mark", "", 130, 140.0, 0)]
    public void Read_StatusSaysWhatCounts(string heading, string status, double level, double? maximum, int withoutLevel)
    {
        var content = Read($"time,LAeq,LAmax,{heading}\n2026-01-05 08:00,130,140,{status}\n");

        Assert.Empty(content.Errors);
        Assert.Empty(content.UnusedColumns);
        Assert.Equal((level, maximum, withoutLevel), (content.Readings[0].Level, content.Readings[0].Maximum, content.WithoutLevelCount));
        Assert.Contains("out-of-range", Assert.Single(Read("time,LAeq,status\n2026-01-05 08:00,130,loud\n").Errors).Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_LevelsAtTheEdgesCount()
    {
        var content = Read("time,LAeq\n2026-01-05 08:00,-50\n2026-01-05 08:01,200\n");

        Assert.Equal([-50.0, 200.0], content.Readings.Select(static reading => reading.Level));
        Assert.Equal(0, content.WithoutLevelCount);
    }

    [Fact]
    public void Read_ErrorCodesOfOtherColumnsWereNotRecorded()
    {
        var content = Read("time,LAeq,LAmax,wind\n2026-01-05 08:00,61,-999,9999\n2026-01-05 08:01,61,65,-1\n2026-01-05 08:02,61,,\n");

        Assert.Empty(content.Errors);
        Assert.Equal([null, 65.0, null], content.Readings.Select(static reading => reading.Maximum));
        Assert.All(content.Readings, static reading => Assert.Null(reading.WindSpeed));
        Assert.Equal(0, content.WithoutLevelCount);
    }

    [Fact]
    public void Read_OpenQuotationMarkDoesNotSwallowTheFile()
    {
        var content = Read("time,LAeq\n2026-01-05 08:00,\"61\n2026-01-05 08:01,62\n2026-01-05 08:02,63\n");

        Assert.NotEmpty(content.Errors);
        Assert.Contains(content.Errors, static error => error.Message.English.Contains("quotation mark", StringComparison.Ordinal));
        Assert.Empty(content.Readings);
    }

    [Fact]
    public void Read_BytesOfAnotherEncodingAreNoUtf8()
    {
        // "时间" in GBK.
        byte[] bytes = [0xCA, 0xB1, 0xBC, 0xE4, .. "\n"u8];

        var content = NoiseCsv.Read(new MemoryStream(bytes), "p.csv", Jurisdiction.China, OneMinute);

        Assert.Contains("UTF-8", Assert.Single(content.Errors).Message.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_KeepsTwentyErrorsAndCountsTheRest()
    {
        var content = Read("time,LAeq\n" + string.Concat(Enumerable.Range(0, 33).Select(static i => $"2026-01-05 08:{i:00},x\n")) + "2026-01-05 09:00,61\n");

        Assert.Equal(20, content.Errors.Count);
        Assert.Equal(13, content.Errors.More);
        Assert.Equal("and 13 more", content.Errors.Remainder.English);
        Assert.Equal("另有 13 处", content.Errors.Remainder.Chinese);
        Assert.Equal(Enumerable.Range(2, 20), content.Errors.Select(static error => error.Line!.Value));
    }

    [Fact]
    public void Read_MessagesHoldNoControlCharacters()
    {
        // An escape sequence in a file must not reach the terminal of the auditor.
        var content = Read("time,LAeq\n2026-01-05 08:00,\u001b[31mred\n");

        Assert.DoesNotContain('\u001b', Assert.Single(content.Errors).ToString());
    }

    [Fact]
    public void Read_JitterOfTheClockIsNoOverlap()
    {
        var content = Read("time,LAeq\n2026-01-05 08:00:01,61\n2026-01-05 08:00:59,61\n");

        Assert.Empty(content.Errors);
        Assert.Equal(2, content.Readings.Count);
    }

    private static NoiseCsvContent Read(string text, int minutes = 1) => NoiseCsv.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "p.csv", Jurisdiction.Parse("CN-SH"), TimeSpan.FromMinutes(minutes));
}
