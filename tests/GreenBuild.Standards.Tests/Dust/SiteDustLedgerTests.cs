using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Windows;

using static GreenBuild.Standards.Tests.Dust.DustCases;

namespace GreenBuild.Standards.Tests.Dust;

/// <summary>What a platform can show while the day runs.</summary>
public sealed class SiteDustLedgerTests
{
    /// <summary>The explanation of a day is the same on every machine, also where the culture writes clock times with a point.</summary>
    [Fact]
    public void Explanation_DoesNotFollowTheMachine()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        var culture = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone();
        culture.DateTimeFormat.TimeSeparator = ".";
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = culture;
            var readings = Enumerable.Range(0, 24).Select(static hour => new MonitorReading(new DateTime(2026, 6, 1, hour, 0, 0), hour == 7 ? 2 : 0.5m)).ToList();
            var day = new SiteDustMonitoring(new ConstructionSite(Jurisdiction.Parse("CN-SD"))).Judge(Particulate.Tsp, new MonitorSeries("P1", "mg/m3", TimeSpan.FromHours(1), readings)).Single();
            Assert.Contains(day.Finding.Explanation, static step => step.English.StartsWith("Highest: 2 mg/m3 from 07:00", StringComparison.Ordinal));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>
    /// Hebei, county at 100: an hour of 200 has net 100 and exceeds, an hour of 170 does not. By hand: two may exceed, so that the third hour in a
    /// row, to 03:00, is the first that can break the rule; each exceeding hour uses one up, each kept hour moves the moment on by one.
    /// </summary>
    [Fact]
    public void Remaining_CountsDown()
    {
        var ledger = Open("CN-HE", Particulate.Pm10, Hour, Background(100));
        (decimal Mean, int Remaining, string? Breach)[] course =
        [
            // The hour that has just come is judged when the next one comes.
            (200, 2, "03:00"), (170, 1, "03:00"), (200, 1, "04:00"), (200, 0, "04:00"), (170, 0, null),
        ];
        for (var i = 0; i < course.Length; i++)
        {
            Assert.Empty(ledger.Append(new MonitorReading(Day.AddHours(i), course[i].Mean)));
            var day = ledger.Today.Single();
            Assert.Equal((course[i].Remaining, course[i].Breach), (day.RemainingExceedances, day.EarliestBreach(Day.AddHours(i))?.ToString("HH:mm", null)));
        }

        Assert.True(ledger.Today.Single().IsBroken);
        Assert.Equal(Verdict.NonCompliant, ledger.Today.Single().Finding.Verdict);
    }

    /// <summary>
    /// At 09:00 the last minute of the hour from 08:00 has come and nothing later: that hour may be the one that breaks the rule, at 09:00. One minute later
    /// it is judged and kept, and the next moment is 10:00.
    /// </summary>
    [Fact]
    public void EarliestBreach_CountsTheHourThatIsOverAndNotJudgedYet()
    {
        var ledger = Open("CN-HN", Particulate.Tsp, TimeSpan.FromMinutes(1));
        for (var i = 0; i < 60; i++) ledger.Append(new(Day.AddHours(8).AddMinutes(i), 900));
        Assert.Equal(Day.AddHours(9), ledger.Today.Single().EarliestBreach(Day.AddHours(8).AddMinutes(59)));
        Assert.Equal(Day.AddHours(9), ledger.Today.Single().EarliestBreach(Day.AddHours(9)));
        ledger.Append(new(Day.AddHours(9), 900));
        Assert.Equal(Day.AddHours(10), ledger.Today.Single().EarliestBreach(Day.AddHours(9)));
    }

    /// <summary>Two hours are left and two may exceed: three cannot. With the last hour of one allowed left, midnight is the last moment.</summary>
    [Theory]
    [InlineData(20, "2026-06-01 23:00")]
    [InlineData(21, "2026-06-02 00:00")]
    [InlineData(22, null)]
    [InlineData(23, null)]
    public void EarliestBreach_EndsWithTheDay(int hour, string? breach)
    {
        var ledger = Open("CN-HE", Particulate.Pm10, Hour, Background(100));
        ledger.Append(new(Day.AddHours(hour), 170));
        Assert.Equal(breach, ledger.Today.Single().EarliestBreach(Day.AddHours(hour))?.ToString("yyyy-MM-dd HH:mm", null));
    }

    /// <summary>Shanghai's two tiers run side by side: after one mean of 2500 the upper has none left, the lower five.</summary>
    [Fact]
    public void TwoTiers_AreTwoStates()
    {
        var ledger = Open("CN-SH", Particulate.Tsp, TimeSpan.FromMinutes(15));
        ledger.Append(new(Day, 2500));
        ledger.Append(new(Day.AddMinutes(15), 100));
        Assert.Equal([(0, "00:30"), (5, "01:45")], ledger.Today.Select(static day => (day.RemainingExceedances, day.EarliestBreach(Day.AddMinutes(15))!.Value.ToString("HH:mm", null))));
    }

    /// <summary>Before the first averaging time is over there is no verdict, and it says why.</summary>
    [Fact]
    public void FirstHour_HasNoVerdictYet()
    {
        var ledger = Open("CN-HN", Particulate.Tsp, TimeSpan.FromMinutes(1));
        Assert.Empty(ledger.Today);
        ledger.Append(new(Day, 5000));
        var finding = ledger.Today.Single().Finding;
        Assert.Equal((Verdict.Indeterminate, "No averaging time of the day is over yet."), (finding.Verdict, finding.Reason.English));
        Assert.Equal(["readings"], finding.Missing);
    }

    /// <summary>While the day runs the verdict is that of the day so far, and says so; the day that is over does not.</summary>
    [Fact]
    public void OpenDay_SaysSoFar()
    {
        var ledger = Open("CN-HN", Particulate.Tsp, Hour);
        ledger.Append(new(Day, 100));
        ledger.Append(new(Day.AddHours(1), 100));
        Assert.Contains(ledger.Today.Single().Finding.Explanation, static step => step.English.Contains("so far", StringComparison.Ordinal));
        Assert.DoesNotContain(ledger.Complete().Single().Finding.Explanation, static step => step.English.Contains("so far", StringComparison.Ordinal));
    }

    /// <summary>A late reading, or the same again, is refused and changes nothing.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(-30)]
    public void LateReading_IsRefused(int hours)
    {
        var ledger = Open("CN-HE", Particulate.Pm10, Hour, Background(100));
        foreach (var hour in new[] { 0, 1, 2 }) ledger.Append(new(Day.AddHours(hour), 200));
        Assert.Throws<ArgumentException>(() => ledger.Append(new(Day.AddHours(2 + hours), 5000)));
        Assert.Equal((2, 2), (ledger.Today.Single().Exceedances, ledger.Today.Single().ValidWindows));
        ledger.Append(new(Day.AddHours(3), 200));
        Assert.Equal((3, 3), (ledger.Today.Single().Exceedances, ledger.Today.Single().ValidWindows));
    }

    /// <summary>A day that was completed stays so: a second half would start its count again.</summary>
    [Fact]
    public void CompletedDay_TakesNoMoreReadings()
    {
        var ledger = Open("CN-HE", Particulate.Pm10, Hour, Background(100));
        foreach (var hour in new[] { 0, 1 }) ledger.Append(new(Day.AddHours(hour), 200));
        Assert.Equal(2, ledger.Complete().Single().Exceedances);
        Assert.Empty(ledger.Complete());
        Assert.Throws<ArgumentException>(() => ledger.Append(new(Day.AddHours(2), 200)));
        Assert.Throws<ArgumentException>(() => ledger.Append(new(Day.AddDays(-1), 200)));
        Assert.Empty(ledger.Append(new(Day.AddDays(1), 200)));
    }

    /// <summary>The first reading of another day completes the day before, with its last hour in it; the count begins again.</summary>
    [Fact]
    public void DayChange_CompletesTheDay()
    {
        var ledger = Open("CN-HE", Particulate.Pm10, Hour, Background(100));
        foreach (var hour in new[] { 21, 22, 23 }) Assert.Empty(ledger.Append(new(Day.AddHours(hour), 200)));
        var completed = ledger.Append(new(Day.AddHours(24), 200)).Single();
        Assert.Equal(("2026-06-01", 3, Verdict.NonCompliant), (completed.Date.ToString(), completed.Exceedances, completed.Finding.Verdict));
        Assert.Equal(("2026-06-02", 0, 2, false), ledger.Today.Select(static day => (day.Date.ToString(), day.Exceedances, day.RemainingExceedances, day.IsBroken)).Single());
    }

    /// <summary>Days without readings have no entry: nobody says that they were compliant.</summary>
    [Fact]
    public void DaysWithoutReadings_HaveNoEntry()
    {
        var ledger = Open("CN-HN", Particulate.Tsp, Hour);
        ledger.Append(new(Day, 10));
        Assert.Single(ledger.Append(new(Day.AddDays(5), 10)));
        Assert.Equal("2026-06-06", ledger.Complete().Single().Date.ToString());
    }

    /// <summary>
    /// The first hour, 200 net of 100, is over at 01:00 and is judged when the ledger is told so; what comes from before then is not taken. At midnight the day is over, with a
    /// second hour that no reading follows.
    /// </summary>
    [Fact]
    public void Advance_JudgesWhatIsOver()
    {
        var ledger = Open("CN-HE", Particulate.Pm10, TimeSpan.FromMinutes(15), Background(100));
        for (var quarter = 0; quarter < 4; quarter++) ledger.Append(new(Day.AddMinutes(15 * quarter), 200));
        Assert.Empty(ledger.Advance(Day.AddMinutes(59)));
        Assert.Empty(ledger.Today[0].Windows);
        Assert.Empty(ledger.Advance(Day.AddHours(1)));
        Assert.Equal(1, ledger.Today[0].Exceedances);
        // Back again changes nothing.
        Assert.Empty(ledger.Advance(Day.AddMinutes(30)));
        Assert.False(ledger.CanAppend(new(Day.AddMinutes(59), 200)));
        Assert.Throws<ArgumentException>(() => ledger.Append(new(Day.AddMinutes(59), 200)));
        Assert.True(ledger.CanAppend(new(Day.AddHours(1), 200)));
        for (var quarter = 4; quarter < 8; quarter++) ledger.Append(new(Day.AddMinutes(15 * quarter), 200));
        Assert.Empty(ledger.Advance(Day.AddDays(1).AddTicks(-1)));

        var day = Assert.Single(ledger.Advance(Day.AddDays(1)));
        Assert.Equal((2, 22), (day.Exceedances, day.UnrecordedWindows));
        Assert.Empty(ledger.Today);
        Assert.False(ledger.CanAppend(new(Day.AddHours(23), 200)));
        Assert.False(ledger.CanAppend(new(DateTime.SpecifyKind(Day.AddDays(2), DateTimeKind.Utc), 200)));
        // Where nothing is open, the days before are over as well.
        Assert.Empty(ledger.Advance(Day.AddDays(3)));
        Assert.Equal((false, true), (ledger.CanAppend(new(Day.AddDays(2), 200)), ledger.CanAppend(new(Day.AddDays(3), 200))));
        Assert.Empty(ledger.Advance(DateTime.MinValue));
        Assert.False(ledger.CanAppend(new(Day.AddDays(2), 200)));
    }

    [Fact]
    public void UtcReading_IsRefused() =>
        Assert.Throws<ArgumentException>(static () => Open("CN-HN", Particulate.Tsp, Hour).Append(new(DateTime.SpecifyKind(Day, DateTimeKind.Utc), 10)));

    [Fact]
    public void UnitOrDurationThatCannotBe_IsRefused()
    {
        var monitoring = new SiteDustMonitoring(Site("CN-HN"));
        Assert.Throws<ArgumentException>(() => monitoring.Open(Particulate.Tsp, "P1", "kg", Hour));
        Assert.Throws<ArgumentException>(() => monitoring.Open(Particulate.Tsp, "P1", "µg/m3", TimeSpan.Zero));
    }

    private static SiteDustLedger Open(string place, Particulate particulate, TimeSpan duration, DustSurroundings? surroundings = null) =>
        new SiteDustMonitoring(Site(place), surroundings ?? AtReference, options: Recalled).Open(particulate, "P1", "µg/m3", duration);
}
