using System.Text;
using GreenBuild.Standards.Monitoring.Ledgers;
using GreenBuild.Standards.Windows;

using static GreenBuild.Standards.Monitoring.Tests.Ledgers.LedgerCases;

namespace GreenBuild.Standards.Monitoring.Tests.Ledgers;

/// <summary>What a snapshot looks like, and what is wrong with those that are none.</summary>
public sealed class SiteLedgerSnapshotTests
{
    private const string Json = """
        {"format":"greenbuild-site-ledger","version":1,"site":"Lot 7","place":"CN-SH","allowedLateness":"00:05:00","refused":0,"series":[{"point":"Gate 1","measurand":"noise.site-boundary","unit":"dB(A)","duration":"00:01:00","watermark":"2026-05-31T15:57:00+00:00","closedTo":"0001-01-01T00:00:00","fedOffset":"08:00:00","newest":"2026-06-01T00:02:00+08:00","greatestLateness":"00:00:00","counts":{"received":6,"repeated":1,"contradicted":1},"runs":[{"from":"2026-05-31T23:55:00+08:00","step":"00:01:00","values":[60.10,61],"windSpeed":[null,1.5],"precipitation":[null,true]},{"from":"2026-05-31T23:58:00+08:00","status":"fault","values":[0]},{"from":"2026-06-01T00:01:00+08:00","use":"contradicted","values":[62],"maximum":[70],"highest":{"values":[64]}},{"from":"2026-06-01T00:02:00+08:00","values":[63]}]}]}
        """;

    private static SiteLedger Ledger()
    {
        var ledger = new SiteLedger(Site("CN-SH"), TimeSpan.FromMinutes(5), Options);
        var last = Day.AddMinutes(-5);
        ledger.Append(
        [
            new(Sound(1), last, 60.10m), new(Sound(1), last.AddMinutes(1), 61) { WindSpeed = 1.5m, Precipitation = true }, new(Sound(1), last.AddMinutes(3), 0, ReadingStatus.Fault),
            new(Sound(1), last.AddMinutes(6), 62) { Maximum = 70 }, new(Sound(1), last.AddMinutes(6), 64), new(Sound(1), last.AddMinutes(7), 63),
        ]);
        return ledger;
    }

    [Fact]
    public void Json_IsThis() => Assert.Equal(Json, Encoding.UTF8.GetString(Ledger().ToSnapshot().ToJson()));

    /// <summary>The word of a status is that of tables and of <c>readings</c>; another spelling is none.</summary>
    [Fact]
    public void Status_HasOneSpelling()
    {
        var ledger = new SiteLedger(Site("CN-SH"), TimeSpan.FromMinutes(5), Options);
        ledger.Append([new(Sound(1), Day, 60, ReadingStatus.OutOfRange)]);
        var json = Encoding.UTF8.GetString(ledger.ToSnapshot().ToJson());

        Assert.Contains("\"status\":\"out-of-range\"", json, StringComparison.Ordinal);
        Assert.True(SiteLedgerSnapshot.TryRead(Encoding.UTF8.GetBytes(json), out var read, out _));
        Assert.Equal(json, Encoding.UTF8.GetString(read.ToJson()));
        Assert.False(SiteLedgerSnapshot.TryRead(Encoding.UTF8.GetBytes(json.Replace("out-of-range", "outOfRange", StringComparison.Ordinal)), out _, out var errors));
        Assert.Equal("series[0].runs[0].status", Assert.Single(errors).Field);
    }

    [Theory]
    [InlineData("greenbuild-site-ledger", "another", "format")]
    [InlineData("\"version\":1", "\"version\":2", "version")]
    [InlineData("\"version\":1,", "", "version")]
    [InlineData("\"refused\":0", "\"refused\":-1", "refused")]
    [InlineData("\"refused\":0", "\"refused\":\"0\"", "refused")]
    [InlineData("\"refused\":0", "\"refused\":0,\"refused\":0", "refused")]
    [InlineData("\"refused\":0", "\"refused\":0,\"colour\":1", "colour")]
    [InlineData("\"00:05:00\"", "\"5 min\"", "allowedLateness")]
    [InlineData("\"00:05:00\"", "\"-00:05:00\"", "allowedLateness")]
    [InlineData("\"duration\":\"00:01:00\"", "\"duration\":\"00:00:00\"", "series[0].duration")]
    [InlineData("\"newest\":\"2026-06-01T00:02:00+08:00\"", "\"newest\":\"2026-06-01T00:01:00+08:00\"", "series[0].newest")]
    [InlineData("\"newest\":\"2026-06-01T00:02:00+08:00\",", "", "series[0].newest")]
    [InlineData("\"received\":6", "\"received\":1", "series[0].counts.received")]
    [InlineData("\"contradicted\":1}", "\"contradicted\":-1}", "series[0].counts.contradicted")]
    [InlineData("\"contradicted\":1}", "\"guessed\":1}", "series[0].counts.guessed")]
    [InlineData("\"fault\"", "\"broken\"", "series[0].runs[1].status")]
    [InlineData("\"fault\"", "\"3\"", "series[0].runs[1].status")]
    [InlineData("\"use\":\"contradicted\"", "\"use\":\"Contradicted\"", "series[0].runs[2].use")]
    [InlineData("\"use\":\"contradicted\"", "\"use\":\"set-back\"", "series[0].runs")]
    [InlineData(",\"highest\":{\"values\":[64]}", "", "series[0].runs[2].highest")]
    [InlineData("{\"values\":[64]}", "{}", "series[0].runs[2].highest.values")]
    [InlineData("{\"values\":[64]}", "{\"values\":[64,65]}", "series[0].runs[2].highest.values")]
    [InlineData("{\"values\":[64]}", "{\"values\":[\"64\"]}", "series[0].runs[2].highest.values[0]")]
    [InlineData("{\"values\":[64]}", "{\"values\":[64],\"from\":1}", "series[0].runs[2].highest.from")]
    [InlineData("{\"values\":[64]}", "{\"values\":[61]}", "series[0].runs")]
    [InlineData("60.10,61", "60.10,null", "series[0].runs[0].values[1]")]
    [InlineData("60.10,61", "60.10,1e300", "series[0].runs[0].values[1]")]
    [InlineData("[null,1.5]", "[1.5]", "series[0].runs[0].windSpeed")]
    [InlineData("[null,true]", "[null,1]", "series[0].runs[0].precipitation[1]")]
    [InlineData("\"step\":\"00:01:00\"", "\"step\":\"-00:01:00\"", "series[0].runs[0].step")]
    [InlineData("\"step\":\"00:01:00\"", "\"step\":\"10000000.00:00:00\"", "series[0].runs[0].step")]
    [InlineData("\"step\":\"00:01:00\"", "\"step\":\"01:00:00\"", "series[0].runs")]
    [InlineData("\"step\":\"00:01:00\",", "", "series[0].runs[0].step")]
    [InlineData("[62]", "[]", "series[0].runs[2].step")]
    [InlineData("\"fedOffset\":\"08:00:00\"", "\"fedOffset\":\"80:00:00\"", "series[0].fedOffset")]
    [InlineData("\"closedTo\":\"0001-01-01T00:00:00\"", "\"closedTo\":\"0001-01-01T00:00:00Z\"", "series[0].closedTo")]
    [InlineData("\"runs\":[", "\"runs\":[7,", "series[0].runs[0]")]
    [InlineData("\"series\":[", "\"series\":[null,", "series[0]")]
    [InlineData("\"series\":[{", "\"series\":[{\"point\":\"Gate 1\",\"measurand\":\"noise.site-boundary\",\"unit\":\"dB(A)\",\"duration\":\"00:01:00\",\"watermark\":\"2026-05-31T15:57:00+00:00\",\"closedTo\":\"0001-01-01T00:00:00\",\"greatestLateness\":\"00:00:00\",\"counts\":{},\"runs\":[]},{", "series[1]")]
    public void Corrupt_NamesTheField(string good, string bad, string field)
    {
        Assert.Contains(good, Json, StringComparison.Ordinal);
        var json = Json.Replace(good, bad, StringComparison.Ordinal);
        Assert.False(SiteLedgerSnapshot.TryRead(Encoding.UTF8.GetBytes(json), out var snapshot, out var errors, "lot7.json"));
        Assert.Null(snapshot);
        Assert.Equal(("lot7.json", field), (errors[0].File, errors[0].Field));
        Assert.All(errors, static error => Assert.True(error.Message is { English.Length: > 0, Chinese.Length: > 0 }));
    }

    /// <summary>Cut anywhere, it is no JSON; with any byte changed it is an error or a snapshot, and never an exception.</summary>
    [Fact]
    public void CutOrChanged_NeverThrows()
    {
        var json = Encoding.UTF8.GetBytes(Json);
        for (var i = 0; i < json.Length; i++)
        {
            Assert.False(SiteLedgerSnapshot.TryRead(json.AsMemory(0, i), out _, out var errors));
            Assert.NotEmpty(errors);
            var changed = (byte[])json.Clone();
            foreach (var other in new byte[] { (byte)'9', (byte)'-', (byte)'"', (byte)'}', 0xFF })
            {
                changed[i] = other;
                if (!SiteLedgerSnapshot.TryRead(changed, out var snapshot, out errors)) Assert.NotEmpty(errors);
                else if (!SiteLedger.TryRestore(Site("CN-SH"), snapshot, Options, out _, out errors)) Assert.NotEmpty(errors);
            }
        }
    }

    /// <summary>Entries of the columns are objects: each is an error at its own place, those beyond twenty are counted.</summary>
    [Fact]
    public void ObjectsForNumbers_AreErrorsInOrder()
    {
        var count = 100_000;
        var objects = "[" + string.Join(",", Enumerable.Repeat("{\"a\":[1,2]}", count)) + "]";
        var json = Json.Replace("[60.10,61]", "[" + string.Join(",", Enumerable.Repeat("60", count)) + "]", StringComparison.Ordinal).Replace("[null,1.5]", objects, StringComparison.Ordinal).Replace("[null,true]", objects, StringComparison.Ordinal);
        Assert.False(SiteLedgerSnapshot.TryRead(Encoding.UTF8.GetBytes(json), out _, out var errors));
        string[] columns = ["windSpeed", "precipitation"];
        Assert.Equal(Enumerable.Range(0, 10).SelectMany(i => columns.Select(column => $"series[0].runs[0].{column}[{i}]")), errors.Select(static error => error.Field));
        Assert.Equal((2 * count) - 20, errors.More);
    }

    /// <summary>More readings than a series keeps, in one run or in several, are refused before they are made.</summary>
    [Theory]
    [InlineData(200_001, 1)]
    [InlineData(100_000, 3)]
    [InlineData(1_000_000, 1)]
    public void TooManyReadings_AreRefusedFirst(int count, int runs)
    {
        var run = "{\"from\":\"2026-05-31T23:50:00+08:00\",\"step\":\"00:00:00.0000001\",\"values\":[" + string.Join(",", Enumerable.Repeat("1", count)) + "]}";
        var json = Encoding.UTF8.GetBytes(Json.Replace("\"runs\":[", "\"runs\":[" + string.Join(",", Enumerable.Repeat(run, runs)) + ",", StringComparison.Ordinal));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.False(SiteLedgerSnapshot.TryRead(json, out _, out var errors));
        // A reading is well over a hundred bytes, and those of the first runs are made. What the parser notes of each number is 12 bytes, in buffers that it doubles where none is left over from before.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, runs == 1 ? (48L * count) + (1 << 20) : 120 << 20);
        Assert.Equal("series[0].runs", errors[0].Field);
        Assert.Contains("at most 200000 readings", errors[0].Message.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"Lot 7\"", "\"Lot 8\"", "site")]
    [InlineData("CN-SH", "CN-BJ", "place")]
    [InlineData("noise.site-boundary", "noise.night-hours", "series[0]")]
    // One reading before the watermark more than a period holds: from the day, with the night behind it.
    [InlineData("\"runs\":[", "\"runs\":[{\"from\":\"2026-05-31T21:59:00+08:00\",\"values\":[60]},", "series[0].runs")]
    // What was judged for good comes again.
    [InlineData("\"closedTo\":\"0001-01-01T00:00:00\"", "\"closedTo\":\"2026-05-31T23:56:00\"", "series[0].runs")]
    public void Foreign_NamesTheField(string good, string bad, string field)
    {
        var json = Json.Replace(good, bad, StringComparison.Ordinal);
        Assert.True(SiteLedgerSnapshot.TryRead(Encoding.UTF8.GetBytes(json), out var snapshot, out var errors, "lot7.json"), string.Join("\n", errors));
        Assert.False(SiteLedger.TryRestore(Site("CN-SH"), snapshot, Options, out var ledger, out errors));
        Assert.Null(ledger);
        Assert.Equal(("lot7.json", field), (errors[0].File, errors[0].Field));
    }
}
