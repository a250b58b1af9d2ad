using GreenBuild.Standards.Monitoring.Hj212;

namespace GreenBuild.Standards.Monitoring.Tests.Hj212;

public sealed class Hj212PartJoinerTests
{
    /// <summary>Parts in any order, each with a QN of its own as in the standard's example (tables C.49 and C.50), between parts of another station.</summary>
    [Fact]
    public void Parts_AreJoined()
    {
        var joiner = new Hj212PartJoiner();
        Assert.Empty(joiner.Append(Part(2, "46", qn: "535")));
        Assert.Empty(joiner.Append(Part(1, "7", mn: "OTHER")));
        var joined = Assert.Single(joiner.Append(Part(1, "201", qn: "534")));
        Assert.True(joined.IsComplete);
        Assert.Equal(["201", "46"], joined.Readings.Select(static reading => reading.Text));
        Assert.All(joined.Readings, static reading => Assert.True(reading.IsUsable));
        Assert.Equal(1, joiner.OpenCount);

        var rest = Assert.Single(joiner.Complete());
        Assert.False(rest.IsComplete);
        Assert.Equal([2], rest.MissingParts);
        Assert.Equal("PNO=2: Parts of the message did not arrive.", Assert.Single(rest.Findings).ToString());
        Assert.Equal((0, 0), (joiner.OpenCount, joiner.HeldBytes));
    }

    [Fact]
    public void Messages_ThatAreNotSplit_PassAtOnce()
    {
        var message = Hj212Message.ReadFirst(new Hj212Writer { Mn = "M", Cn = "2011" }.ToArray())!;
        Assert.Same(message, Assert.Single(Assert.Single(new Hj212PartJoiner().Append(message)).Parts));
    }

    /// <summary>Sent again the same, a part is dropped and counted. With other data, both are kept, and neither counts: which one is true, nobody can say.</summary>
    [Fact]
    public void Parts_Twice()
    {
        var joiner = new Hj212PartJoiner();
        joiner.Append(Part(1, "201"));
        joiner.Append(Part(1, "201"));
        joiner.Append(Part(1, "20"));
        var joined = Assert.Single(joiner.Append(Part(2, "46")));
        Assert.Equal((1, 3, false), (joined.RepeatedCount, joined.Parts.Count, joined.IsComplete));
        Assert.Equal([1], joined.ConflictingParts);
        Assert.Equal([false, false, true], joined.Readings.Select(static reading => reading.IsUsable));
        Assert.Equal(Hj212Fault.PartsConflict, Assert.Single(joined.Findings).Fault);
    }

    [Fact]
    public void Damaged_FillsNoPlace()
    {
        var joiner = new Hj212PartJoiner();
        var bytes = Writer(1, "201").ToArray();
        bytes[^3] ^= 1;
        var alone = Assert.Single(joiner.Append(Hj212Message.ReadFirst(bytes)!));
        Assert.Equal((false, 0), (alone.IsComplete, joiner.OpenCount));
        Assert.All(alone.Readings, static reading => Assert.False(reading.IsUsable));
    }

    /// <summary>However many messages never end, so many are held and no more, in messages and in bytes.</summary>
    [Fact]
    public void Bounds_Hold()
    {
        var joiner = new Hj212PartJoiner(mostOpen: 10, mostBytes: 16 * 1024);
        var given = 0;
        for (var i = 0; i < 1000; i++)
        {
            given += joiner.Append(Part(1, "1", mn: "M" + i)).Count;
            Assert.InRange(joiner.OpenCount, 1, 10);
            Assert.InRange(joiner.HeldBytes, 1, 16 * 1024);
        }

        for (var i = 0; i < 1000; i++)
        {
            given += joiner.Append(Part(1 + (i % 9), i.ToString(System.Globalization.CultureInfo.InvariantCulture), count: 9999)).Count;
            Assert.InRange(joiner.HeldBytes, 0, 16 * 1024);
        }

        Assert.InRange(given, 1000, 2000);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Hj212PartJoiner(mostOpen: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Hj212PartJoiner(mostBytes: 100));
    }

    private static Hj212Message Part(int number, string value, string mn = "EXAMPLE00000000000000039", string qn = "101", int count = 2) => Hj212Message.ReadFirst(Writer(number, value, mn, qn, count).ToArray())!;

    private static Hj212Writer Writer(int number, string value, string mn = "EXAMPLE00000000000000039", string qn = "101", int count = 2) =>
        new Hj212Writer { Qn = "20260301091500" + qn, St = "39", Cn = "2051", Mn = mn, Flag = 10, PartCount = count, PartNumber = number }
            .Add("DataTime", "20260301091400").Add("a3400" + number, "Avg", value).Add("a3400" + number, "Flag", "N");
}
