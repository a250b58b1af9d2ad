using GreenBuild.Standards.Materials;
using static GreenBuild.Standards.Tests.Materials.MaterialCases;

namespace GreenBuild.Standards.Tests.Materials;

/// <summary>Indoor air: the class that a use has, how a room was kept before the test, and what a retest takes over. GB 50325-2020: formaldehyde 0.07 in class I, 0.08 in class II, radon 150.</summary>
public sealed class IndoorAirConditionsTests
{
    private static readonly IndoorAirCheck Check = new(Jurisdiction.China);

    /// <summary>Source 4 of GB 50325: homes, hospital wards, elderly care, nurseries, classrooms and student dormitories are of class I.</summary>
    [Theory]
    [InlineData("2026-06-01", "residential")]
    [InlineData("2026-06-01", "multi-family")]
    [InlineData("2026-06-01", "single-family")]
    [InlineData("2026-06-01", "elderly-care")]
    [InlineData("2026-06-01", "healthcare")]
    [InlineData("2015-06-01", "nursery")]
    [InlineData("2015-06-01", "residential")]
    public void ClassTwo_IsNoClassOfHomesWardsAndSchools(string date, string use)
    {
        var only = Assert.Single(Check.Judge(Test("II", use, date, Room("1", 0.075m))).Findings);

        Assert.Equal((Verdict.Invalid, "b buildingClass"), (only.Verdict, only.Subject));
        Assert.Contains("GB 50325", only.Reason.English, StringComparison.Ordinal);
    }

    [Theory]
    // 0.075 keeps 0.08 and breaks 0.07; 0.2 breaks both, 0.05 keeps both.
    [InlineData(null, "nursery", 0.075, "NonCompliant", "")]
    [InlineData(null, "healthcare", 0.075, "Indeterminate", "buildingClass")]
    [InlineData(null, null, 0.075, "Indeterminate", "buildingClass")]
    [InlineData(null, null, 0.2, "NonCompliant", "")]
    [InlineData(null, null, 0.05, "Compliant", "")]
    [InlineData("II", "retail", 0.075, "Compliant", "")]
    public void Class_IsAskedForOnlyWhereItDecides(string? buildingClass, string? use, double value, string expected, string missing)
    {
        var finding = Of(Test(buildingClass, use, "2026-06-01", Room("1", (decimal)value)));

        Assert.Equal((expected, missing), (finding.Says(), string.Join(",", finding.Missing)));
        // Broken, the loosest limit says it most plainly.
        if (value == 0.2) Assert.Equal(0.08m, finding.Limit);
    }

    /// <summary>What is recalled: natural ventilation 1 h closed (radon 24 h), central air conditioning running, 2 points from 50 m2 on.</summary>
    [Theory]
    // With the doors open longer the air is no worse: 0.2 after half an hour is a breach.
    [InlineData("natural", 0.5, true, 20d, 0.2, "NonCompliant", "")]
    [InlineData("natural", 0.5, true, 20d, 0.05, "Indeterminate", "closedHours")]
    // Without ventilation it can be worse: neither verdict stands.
    [InlineData("central-air-conditioning", 0d, false, 20d, 0.3, "Indeterminate", "airConditioning")]
    [InlineData("central-air-conditioning", 0d, false, 20d, 0.05, "Indeterminate", "airConditioning")]
    // One point of two: (0.5 + 0) / 2 = 0.25 is above 0.07 whatever the other is; (0.12 + 0) / 2 = 0.06 is not.
    [InlineData("natural", 1d, true, 60d, 0.5, "NonCompliant", "")]
    [InlineData("natural", 1d, true, 60d, 0.12, "Indeterminate", "samplingPoints")]
    // Of a room of which nobody says how it is ventilated, too few hours are asked about; none recorded are taken as in order, and said.
    [InlineData(null, 0.1, null, 20d, 0.05, "Indeterminate", "roomVentilation")]
    [InlineData(null, null, false, 20d, 0.05, "Indeterminate", "roomVentilation")]
    [InlineData(null, 1d, null, 20d, 0.05, "Compliant", "")]
    [InlineData(null, null, null, null, 0.05, "Compliant", "")]
    [InlineData(null, 0.1, null, 20d, 0.2, "NonCompliant", "")]
    public void Conditions_OfTheTest(string? ventilation, double? hours, bool? isRunning, double? area, double value, string expected, string missing)
    {
        var room = new IndoorAirRoom
        {
            Name = "1", Area = (decimal?)area, Ventilation = ventilation, ClosedHours = (decimal?)hours, IsConditioningRunning = isRunning,
            Concentrations = new Dictionary<string, IReadOnlyList<decimal>> { ["formaldehyde"] = [(decimal)value] },
        };

        var finding = Of(Test("I", null, "2026-06-01", room));

        Assert.Equal((expected, missing), (finding.Says(), string.Join(",", finding.Missing)));
        if (ventilation is null && area is null) Assert.Equal(["roomArea", "roomVentilation"], finding.NotRecorded);
    }

    [Theory]
    [InlineData(0, "Indeterminate", "roomVentilation")]
    [InlineData(24, "Compliant", "")]
    public void Radon_IsClosedForADay(double hours, string expected, string missing)
    {
        var room = new IndoorAirRoom { Name = "1", Area = 20, RadonClosedHours = (decimal)hours, Concentrations = new Dictionary<string, IReadOnlyList<decimal>> { ["radon"] = [100] } };

        var finding = Of(Test("I", null, "2026-06-01", room), pollutant: "radon");

        Assert.Equal((expected, missing), (finding.Says(), string.Join(",", finding.Missing)));
    }

    [Fact]
    public void BrokenConditions_AreSaidPlainly()
    {
        IndoorAirRoom At(string ventilation, decimal area) => new()
        {
            Name = "1", Area = area, Ventilation = ventilation, ClosedHours = 0.5m, IsConditioningRunning = false, Concentrations = new Dictionary<string, IReadOnlyList<decimal>> { ["formaldehyde"] = [0.05m, 0.05m, 0.05m, 0.05m, 0.05m] },
        };

        Assert.StartsWith("Doors and windows were closed for 0.5 h, needed ≥ 1 h (GB 50325-2020, unconfirmed)", Of(Test("I", null, "2026-06-01", At("natural", 20))).Reason.English, StringComparison.Ordinal);
        Assert.StartsWith("The air conditioning did not run during the test, and has to (GB 50325-2020", Of(Test("I", null, "2026-06-01", At("central-air-conditioning", 20))).Reason.English, StringComparison.Ordinal);
        // 1000.01 m2: five, and one more for the started 1000 m2.
        var large = new IndoorAirRoom { Name = "1", Area = 1000.01m, Concentrations = At("natural", 1).Concentrations };
        Assert.StartsWith("Measuring points in the room: 5, needed 6 (GB 50325-2020", Of(Test("I", null, "2026-06-01", large)).Reason.English, StringComparison.Ordinal);
    }

    /// <summary>Nurseries test at least 20 rooms, all where there are 20 or fewer; others at least 3, all where there are fewer.</summary>
    [Theory]
    [InlineData("nursery", 18, 17, "17, needed are all 18")]
    [InlineData(null, 2, 1, "1, needed are all 2")]
    [InlineData("nursery", 30, 19, "19 against ≥ 20")]
    public void TooFewRooms_NamesHowManyAreNeeded(string? use, int total, int tested, string expected)
    {
        var rooms = Enumerable.Range(1, tested).Select(static number => Room("r" + number, 0.01m)).ToArray();
        var test = new IndoorAirTest { Building = "b", BuildingClass = "I", BuildingUse = use, RoomCount = total, TestDate = new(2026, 6, 1), CompletionDate = new(2026, 5, 1), Rooms = rooms };

        Assert.Contains(expected, Assert.Single(Check.Judge(test).Findings, static finding => finding.Subject == "b materials.rooms-sampled").Reason.English, StringComparison.Ordinal);
    }

    [Fact]
    public void NegativeOutdoorValue_IsInvalid()
    {
        var test = new IndoorAirTest { Building = "b", BuildingClass = "I", RoomCount = 1, TestDate = new(2026, 6, 1), Rooms = [Room("1", 0.05m)], Outdoor = new Dictionary<string, decimal> { ["formaldehyde"] = -0.3m } };

        Assert.Equal(Verdict.Invalid, Of(test).Verdict);
    }

    [Fact]
    public void NegativeHours_AreInvalid()
    {
        var room = new IndoorAirRoom { Name = "1", Area = 20, Ventilation = "natural", ClosedHours = -1, Concentrations = new Dictionary<string, IReadOnlyList<decimal>> { ["formaldehyde"] = [0.2m] } };

        Assert.Equal(Verdict.Invalid, Of(Test("I", null, "2026-06-01", room)).Verdict);
    }

    /// <summary>GB/T 18883: the figure for radon is an annual mean (400 in 2002, 300 in 2022); an hour says nothing of a year of 525,600 minutes, and a leap year has 527,040.</summary>
    [Theory]
    [InlineData("2022-06-01", 450d, 60d, "Indeterminate", "averaging")]
    [InlineData("2022-06-01", 450d, null, "Indeterminate", "averaging")]
    [InlineData("2022-06-01", 450d, 525600d, "NonCompliant", "")]
    [InlineData("2022-06-01", 350d, 525600d, "Compliant", "")]
    [InlineData("2022-06-01", 450d, 527040d, "NonCompliant", "")]
    [InlineData("2022-06-01", 350d, 525601d, "Compliant", "")]
    [InlineData("2022-06-01", 350d, 525599d, "Indeterminate", "averaging")]
    [InlineData("2026-06-01", 350d, 525600d, "NonCompliant?", "")]
    public void Radon_InUse_IsAnAnnualMean(string date, double value, double? minutes, string expected, string missing)
    {
        var finding = Check.JudgeInUse("materials.indoor-air-radon", (decimal)value, "Bq/m3", (decimal?)minutes, 24, CalendarDate.Parse(date));

        Assert.Equal((expected, missing), (finding.Says(), string.Join(",", finding.Missing)));
        if (minutes is 60) Assert.Contains("Measured over 60 min; the limit is on ≥ 525600 min", finding.Reason.English, StringComparison.Ordinal);
    }

    /// <summary>A retest of formaldehyde alone: the other pollutants are those of the first test, with its verdicts.</summary>
    [Fact]
    public void Retest_TakesOverWhatItLeavesAlone()
    {
        var first = Test("I", null, "2026-06-01", Room("1", 0.2m, 0.03m), Room("2", 0.01m, 0.07m));
        var again = Retest(first, "2026-07-01", "1", "2", "3", "4");

        var findings = Check.Judge(again).Findings;

        // Benzene 0.06: kept in room 1, broken in room 2.
        Assert.Equal(["b 1 benzene Compliant", "b 2 benzene NonCompliant"], findings.Where(static finding => finding.Subject.EndsWith("benzene", StringComparison.Ordinal)).Select(static finding => finding.Subject + " " + finding.Says()));
        Assert.Equal(4, findings.Count(static finding => finding.Subject.EndsWith("formaldehyde", StringComparison.Ordinal) && finding.Verdict == Verdict.Compliant));
        Assert.Contains(findings, static finding => finding.Explanation.Any(static step => step.English.Contains("From the test of 2026-06-01", StringComparison.Ordinal)));
        // Room 2 did not pass: left out, it is named.
        Assert.Contains("2", RetestOf(Retest(first, "2026-07-01", "1", "3", "4", "5")).Reason.English, StringComparison.Ordinal);
    }

    /// <summary>A nursery is of class I whichever of its tests says so: 0.07, which 0.075 breaks; class II would be 0.08.</summary>
    [Fact]
    public void Class_IsThatOfTheBuilding_WhicheverTestSaysIt()
    {
        IndoorAirTest Again(IndoorAirTest first, string? buildingClass, string? use, params IndoorAirRoom[] rooms) => new()
        {
            Building = "b", BuildingClass = buildingClass, BuildingUse = use, RoomCount = 60, TestDate = new(2026, 7, 1), Rooms = rooms, RetestOf = first, Outdoor = new Dictionary<string, decimal> { ["formaldehyde"] = 0 },
        };

        var nursery = Test(null, "nursery", "2026-06-01", Room("1", 0.2m));
        var contradiction = Assert.Single(Check.Judge(Again(nursery, "II", null, Room("1", 0.075m), Room("2", 0.075m))).Findings);
        Assert.Equal((Verdict.Invalid, "b buildingClass"), (contradiction.Verdict, contradiction.Subject));
        foreach (var first in new[] { nursery, Test("I", null, "2026-06-01", Room("1", 0.2m)) })
        {
            var finding = Of(Again(first, null, null, Room("1", 0.075m), Room("2", 0.01m)));
            Assert.Equal(("NonCompliant", 0.07m), (finding.Says(), finding.Limit));
        }

        // What the retest leaves alone is of its building too.
        var tvoc = new IndoorAirRoom { Name = "1", Area = 20, Concentrations = new Dictionary<string, IReadOnlyList<decimal>> { ["tvoc"] = [0.1m] } };
        Assert.Equal("NonCompliant", Of(Again(Test(null, null, "2026-06-01", Room("1", 0.075m)), "I", null, tvoc)).Says());
        // Of another building nothing is known by it.
        Assert.Equal(["buildingClass"], Of(Again(new() { Building = "c", BuildingClass = "I", TestDate = new(2026, 6, 1) }, null, null, Room("1", 0.075m))).Missing);
    }

    /// <summary>Room 1 had 0.2 of formaldehyde. A retest with formaldehyde in room 3 alone leaves that as it is, and is short of it; so does one without room 1.</summary>
    [Fact]
    public void ABreachThatIsNotMeasuredAgain_Stands()
    {
        IndoorAirRoom Tvoc(string name) => new() { Name = name, Area = 20, Concentrations = new Dictionary<string, IReadOnlyList<decimal>> { ["tvoc"] = [0.1m] } };
        var first = Test("I", null, "2026-06-01", Room("1", 0.2m), Room("2", 0.01m));
        var again = new IndoorAirTest { Building = "b", BuildingClass = "I", RoomCount = 60, TestDate = new(2026, 7, 1), Rooms = [Tvoc("1"), Tvoc("2"), Room("3", 0.01m), Tvoc("4")], RetestOf = first };

        var carried = Of(again);
        Assert.Equal("NonCompliant", carried.Says());
        Assert.Contains(carried.Explanation, static step => step.English.Contains("From the test of 2026-06-01", StringComparison.Ordinal));
        Assert.Equal("Compliant", Of(again, "2").Says());
        Assert.Equal(["formaldehyde"], Of(again, "4").Missing);
        Assert.Equal(["retest"], RetestOf(again).Missing);
        Assert.Contains("left out, and not passed before: 1 (", RetestOf(again).Reason.English, StringComparison.Ordinal);

        var without = Retest(first, "2026-07-01", "2", "3", "4", "5");
        Assert.Equal("NonCompliant", Of(without).Says());
        Assert.Equal(Verdict.NonCompliant, Check.Judge(without).Verdict);
        // One that measures it again, and keeps the limit, mends it: by its name, whatever blanks are around it.
        var mended = Retest(first, "2026-07-01", "1 ", "3", "4", "5");
        Assert.Equal("Compliant?", RetestOf(mended).Says());
        Assert.Equal(0, Check.Judge(mended).Findings.Count(static finding => finding.Verdict == Verdict.NonCompliant));
    }

    /// <summary>Room 1 failed, and no retest of a retest without it makes it pass; once it passed it is no longer asked for.</summary>
    [Fact]
    public void Retest_LooksAllTheWayBack()
    {
        var first = Test("I", null, "2026-06-01", Room("1", 0.2m), Room("2", 0.01m));
        var second = Retest(first, "2026-07-01", "2", "3", "4", "5");
        string[] eight = ["2", "3", "4", "5", "6", "7", "8", "9"];

        var without = RetestOf(Retest(second, "2026-08-01", eight));
        Assert.Equal(["retest"], without.Missing);
        Assert.Contains("left out, and not passed before: 1", without.Reason.English, StringComparison.Ordinal);
        Assert.DoesNotContain(without.Explanation, static step => step.English.Contains("would be compliant", StringComparison.Ordinal));
        Assert.Equal("Compliant?", RetestOf(Retest(second, "2026-08-01", ["1", .. eight])).Says());
        Assert.Equal("Compliant?", RetestOf(Retest(Retest(first, "2026-07-01", "1", "2", "3", "4"), "2026-08-01", eight)).Says());
    }

    /// <summary>A room whose value was open in the first test, for want of a value outdoors, did not pass either.</summary>
    [Fact]
    public void Retest_HoldsTheRoomsThatWereOpen()
    {
        var first = new IndoorAirTest { Building = "b", BuildingClass = "I", RoomCount = 60, TestDate = new(2026, 6, 1), Rooms = [Room("1", 0.2m), Room("2", 0.01m)] };

        Assert.Equal(["retest"], RetestOf(Retest(first, "2026-07-01", "2", "3", "4", "5")).Missing);
    }

    [Theory]
    [InlineData("2026-05-01", "b", "I")]
    [InlineData("2026-07-01", "another", "I")]
    [InlineData("2026-07-01", "b", "II")]
    public void Retest_IsLaterAndOfTheSameBuilding(string date, string building, string buildingClass)
    {
        var first = Test("I", null, "2026-06-01", Room("1", 0.2m));
        var again = new IndoorAirTest
        {
            Building = building, BuildingClass = buildingClass, RoomCount = 60, TestDate = CalendarDate.Parse(date), Rooms = [Room("1", 0.01m), Room("2", 0.01m)], RetestOf = first,
        };

        Assert.Equal(Verdict.Invalid, RetestOf(again).Verdict);
    }

    private static Finding Of(IndoorAirTest test, string room = "1", string pollutant = "formaldehyde") => Assert.Single(Check.Judge(test).Findings, finding => finding.Subject == $"b {room} {pollutant}");

    private static Finding RetestOf(IndoorAirTest test) => Assert.Single(Check.Judge(test).Findings, static finding => finding.Subject.EndsWith(" retest", StringComparison.Ordinal));

    private static IndoorAirRoom Room(string name, decimal formaldehyde, decimal? benzene = null)
    {
        var values = new Dictionary<string, IReadOnlyList<decimal>> { ["formaldehyde"] = [formaldehyde] };
        if (benzene is { } measured) values["benzene"] = [measured];
        return new() { Name = name, Area = 20, Concentrations = values };
    }

    private static IndoorAirTest Retest(IndoorAirTest first, string date, params string[] rooms) => new()
    {
        Building = "b", BuildingClass = "I", RoomCount = 60, TestDate = CalendarDate.Parse(date), Rooms = rooms.Select(static name => Room(name, 0.01m)).ToList(), RetestOf = first,
    };

    private static IndoorAirTest Test(string? buildingClass, string? use, string date, params IndoorAirRoom[] rooms) => new()
    {
        Building = "b", BuildingClass = buildingClass, BuildingUse = use, RoomCount = 60, CompletionDate = CalendarDate.Parse(date).PlusDays(-30), TestDate = CalendarDate.Parse(date), Rooms = rooms,
        Outdoor = new Dictionary<string, decimal> { ["formaldehyde"] = 0, ["benzene"] = 0 },
    };
}
