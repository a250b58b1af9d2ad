namespace GreenBuild.Standards.Materials;

/// <summary>Judges the indoor air of a building at its completion, room by room (GB 50325-2010, GB 50325-2020, GB 55016-2021), and of rooms in use (GB/T 18883).</summary>
/// <remarks>
/// Every value of every room must keep its limit, not the mean of the rooms. The points of one room are averaged, and the value outdoors upwind is subtracted, but not from
/// radon. What a standard asks of the test itself and is known from memory only makes no verdict by itself: what would not count is then asked for by name.
/// </remarks>
public sealed class IndoorAirCheck
{
    private const string Acceptance = "materials.indoor-acceptance-";

    private readonly Jurisdiction _place;
    private readonly StandardsCatalogue _catalogue;
    private readonly CheckOptions _options;

    /// <summary>Creates a check for a place.</summary>
    /// <param name="place">The place.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    public IndoorAirCheck(Jurisdiction place, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        _place = place;
        _catalogue = catalogue ?? StandardsCatalogue.Default;
        _options = options ?? CheckOptions.Default;
    }

    /// <summary>Judges a test at completion.</summary>
    public IndoorAirResult Judge(IndoorAirTest test)
    {
        var findings = new List<Finding>();
        var building = OfOneBuilding(test);
        var known = KnownOf(test, building);
        if (ContradictionOf(test, building) is { English.Length: > 0 } contradiction) return new IndoorAirResult([Invalid(test.Building + " buildingClass", contradiction, null)]);
        var pollutants = PollutantsInForce(test.TestDate);
        if (pollutants.Count == 0)
        {
            var none = new Finding(null) { Subject = test.Building, Verdict = Verdict.NotApplicable };
            none.Reason = new($"No limit on indoor air at completion is in force in {_place.Code} on {test.TestDate}.", $"{_place.Name.Chinese}在 {test.TestDate} 没有施行的竣工验收室内空气限值。");
            return new IndoorAirResult([none]);
        }

        JudgeRooms(test, known, findings);
        JudgeDelay(test, findings);
        JudgeRetest(test, findings);
        findings.AddRange(pollutants.SelectMany(pollutant => Judge(test, pollutant, building)).OrderBy(static judged => judged.Room, StringComparer.Ordinal).Select(judged => Said(judged.Finding, judged.Test)));
        return new IndoorAirResult(findings);

        Finding Said(Finding finding, IndoorAirTest of)
        {
            if (of != test) finding.Step($"From the test of {of.TestDate}; the retest did not measure it.", $"取自 {of.TestDate} 的检测；复测未检测该项。");
            return finding;
        }
    }

    // The rooms with one pollutant, and the test that each is known from: what a retest leaves alone is known from the test that it repeats, and what did not pass there stands.
    private List<(string Room, Finding Finding, IndoorAirTest Test, bool IsMeasured)> Judge(IndoorAirTest test, string pollutant, IReadOnlyList<IndoorAirTest> building)
    {
        var earlier = test.RetestOf is { } first && FaultOfRetest(test).English is not { Length: > 0 } ? Judge(first, pollutant, building).ToList() : null;
        if (earlier is not null && !test.Rooms.Any(room => IsMeasured(room, pollutant))) return earlier;
        var known = KnownOf(test, building);
        var isLimited = _catalogue.InForce(Acceptance + pollutant, _place, test.TestDate).Count > 0;
        var judged = new List<(string Room, Finding Finding, IndoorAirTest Test, bool IsMeasured)>();
        foreach (var room in test.Rooms)
        {
            var isMeasured = IsMeasured(room, pollutant);
            var before = isMeasured || earlier is null ? -1 : earlier.FindIndex(was => was.IsMeasured && NameText.AreSame(was.Room, room.Name));
            judged.Add(before >= 0 ? earlier![before] : (room.Name, Judge(test, room, pollutant, known), test, isMeasured && isLimited));
        }

        if (earlier is not null) judged.AddRange(earlier.Where(was => was.IsMeasured && was.Finding.Decided != Verdict.Compliant && !test.Rooms.Any(room => NameText.AreSame(was.Room, room.Name))));
        return judged;
    }

    // The test and those that it repeats, as far as they are of the same building: of which class and use it is, each of them can say.
    private static List<IndoorAirTest> OfOneBuilding(IndoorAirTest test)
    {
        var tests = new List<IndoorAirTest>();
        for (var next = test; next is not null && NameText.AreSame(next.Building, test.Building); next = next.RetestOf) tests.Add(next);
        return tests;
    }

    private Circumstances KnownOf(IndoorAirTest test, IReadOnlyList<IndoorAirTest> building)
    {
        var known = StandardsCatalogue.WithPlaceAndDate(Circumstances.None, _place, test.TestDate);
        List<IndoorAirTest> told = [test, .. building];
        known = told.Find(static of => of.BuildingUse is not null)?.BuildingUse is { } use ? known.With("buildingUse", use) : known.WithNoneOf("buildingUse");
        return told.Select(of => of.BuildingClass ?? ClassOf(test, of.BuildingUse)?.Only).FirstOrDefault(static found => found is not null) is { } buildingClass ? known.With("buildingClass", buildingClass) : known;
    }

    private BuildingClassOfUse? ClassOf(IndoorAirTest test, string? use) => use is null ? null : BuildingClassOfUse.Find(_catalogue, _place, test.TestDate, Measurands.Materials.RoomSamplingShare, use);

    // The class of a test against each use that it, or another test of the building, gives.
    private BilingualText ContradictionOf(IndoorAirTest test, IReadOnlyList<IndoorAirTest> building) =>
        building.Select(of => ClassOf(test, of.BuildingUse)?.Against(test.BuildingClass) ?? default).FirstOrDefault(static found => found.English is { Length: > 0 });

    private static bool IsMeasured(IndoorAirRoom room, string pollutant) => room.Concentrations.TryGetValue(pollutant, out var points) && points.Count > 0;

    /// <summary>Judges a value measured in a room in use against GB/T 18883, which is recommended.</summary>
    /// <param name="measurand">The key of a measurand, for example <c>materials.indoor-air-formaldehyde</c>.</param>
    /// <param name="value">The value in <paramref name="unit"/>.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="averagingMinutes">Over how many minutes it was measured; <see langword="null"/> if not recorded.</param>
    /// <param name="closedHours">How long doors and windows had been closed, in h; <see langword="null"/> if not recorded.</param>
    /// <param name="date">The day.</param>
    /// <remarks>It is no acceptance test: closing times and limits differ, and a room may pass the one and fail the other.</remarks>
    public Finding JudgeInUse(string measurand, decimal value, string unit, decimal? averagingMinutes, decimal? closedHours, CalendarDate date)
    {
        var known = averagingMinutes is { } minutes ? Circumstances.None.With("averaging", minutes) : Circumstances.None;
        if (value < 0 || !MeasuredNumber.IsBounded(value)) return Invalid(measurand, Negative(value, unit), null);
        var finding = LimitCheck.JudgeGoverning(_catalogue, measurand, value, _place, date, known, _options, MeasurementUnit.TryParse(unit, out var symbol) ? symbol.Symbol : unit);
        finding.Subject = measurand;
        // Limits on other times than the one measured are limits all the same.
        if (finding.Verdict == Verdict.NotApplicable && averagingMinutes is { } over && _catalogue.InForce(measurand, _place, date).FirstOrDefault(row => row.Kind == RequirementKind.Limit && row.AppliesTo(Circumstances.None.In(_place), out var unknown) == FacetMatch.Unknown && unknown.Contains("averaging")) is { } other)
            ComputedFinding.Withdraw(finding, Verdict.Indeterminate, ["averaging"], new(
                $"Measured over {Words.Number(over)} min; the limit is on {Words.ValueOf(other.Condition("averaging")!).English} ({other.Citation}).",
                $"检测时段为 {Words.Number(over)} min；限值对应 {Words.ValueOf(other.Condition("averaging")!).Chinese}（{other.Citation}）。"));
        // With the doors open longer the air is no worse: a breach stands, and how much fresh air comes in is measured with them as they are.
        if (finding.Decided == Verdict.NonCompliant || !IsConcentration(finding.Unit)) return finding;
        if (finding.Edition is not { } edition || edition.Requirements.FirstOrDefault(static row => row.Measurand.Key == Measurands.Materials.RoomClosingTime) is not { } closing) return finding;
        if (closedHours is { } hours) Unless(LimitCheck.Meets(closing, hours), finding, closing, "closedHours", Closed(closing, hours));
        else finding.NotRecorded = ["closedHours"];
        return finding;
    }

    private static bool IsConcentration(string unit) => unit.EndsWith("/m3", StringComparison.Ordinal) || unit == "%";

    private List<string> PollutantsInForce(CalendarDate date) =>
        Vocabulary.FindFacet("indoorPollutant")!.Values.Select(static word => word.Value).Where(word => _catalogue.InForce(Acceptance + word, _place, date).Count > 0).ToList();

    private void JudgeRooms(IndoorAirTest test, Circumstances known, List<Finding> findings)
    {
        foreach (var name in test.Rooms.GroupBy(static room => NameText.Fold(room.Name)).Where(static group => group.Count() > 1).Select(static group => group.First().Name))
            findings.Add(Invalid(test.Building + " rooms", new($"Room '{InputError.Quote(name)}' stands twice.", $"房间“{InputError.Quote(name)}”重复。"), null));
        if (test.RoomCount is not { } count)
        {
            findings.Add(Named(ComputedFinding.Ask(new Finding(null), ["roomCount"]), test.Building + " rooms"));
            return;
        }

        if (count < test.Rooms.Count || count <= 0)
        {
            findings.Add(Invalid(test.Building + " rooms", new($"{test.Rooms.Count} rooms were tested of {count}.", $"共 {count} 间房间，却检测了 {test.Rooms.Count} 间。"), null));
            return;
        }

        foreach (var measurand in new[] { Measurands.Materials.RoomSamplingShare, Measurands.Materials.RoomsSampled })
        {
            if (_catalogue.InForce(measurand, _place, test.TestDate).FirstOrDefault(row => row.Kind == RequirementKind.Limit && row.AppliesTo(known, out _) == FacetMatch.Holds) is not { } rule) continue;
            findings.Add(Named(measurand == Measurands.Materials.RoomSamplingShare ? JudgeShare(test, rule, count) : JudgeMinimum(test, rule, count), test.Building + " " + measurand));
        }
    }

    private Finding JudgeShare(IndoorAirTest test, Requirement rule, int count)
    {
        var sheet = new FactorSheet();
        // The reduction (6.0.13) is one of the general share; that of nurseries, schools and the like (6.0.14) has none.
        var reduction = test.SampleRoomPassed == true && !rule.Conditions.Any(static condition => condition is { Facet: "buildingUse", IsException: false })
            ? FactorSheet.Find(_catalogue, Measurands.Materials.RoomSamplingReduction, _place, test.TestDate, Circumstances.None.With("sampleRoomPassed", true))
            : null;
        // A passed sample room halves the number; compared is then twice the share.
        var share = test.Rooms.Count * 100m / count;
        if (reduction?.Value is > 0 and var part && rule.Edition == reduction.Edition)
        {
            if (!LimitCheck.Meets(rule, share))
            {
                sheet.Cite(reduction);
                share = test.Rooms.Count * 100m / (count * part);
            }
        }

        sheet.Step($"{test.Rooms.Count} of {count} rooms: {Words.Number(share)} %.", $"抽检 {test.Rooms.Count} 间，共 {count} 间：{Words.Number(share)} %。");
        return Counting(ComputedFinding.Judge(rule, share, "%", sheet, [], _options), rule);
    }

    private Finding JudgeMinimum(IndoorAirTest test, Requirement rule, int count)
    {
        var tested = test.Rooms.Count;
        if (LimitCheck.Meets(rule, tested) || tested < count)
            return Counting(LimitCheck.Judge(rule, tested, null, _options), rule, rule.Value >= count ? new($"{tested}, needed are all {count} ({rule.Citation}).", $"{tested} 间，应检测全部 {count} 间（{rule.Citation}）。") : default);
        var all = new Finding(rule) { Measured = tested, Compared = tested, Unit = rule.Unit };
        LimitCheck.Cite(all, rule);
        all.Rely(rule);
        all.Reason = new($"All {count} rooms were tested ({rule.Citation}).", $"全部 {count} 间房间均已检测（{rule.Citation}）。");
        all.Steps.Add(all.Reason);
        all.Conclude(Verdict.Compliant, _options);
        return all;
    }

    // A rule on the test itself: broken, it makes the test not count; broken and known from memory only, it asks. What is open or provisional stays so.
    private Finding Counting(Finding finding, Requirement rule, BilingualText needed = default)
    {
        if (finding.Decided != Verdict.NonCompliant) return finding;
        var isRecalled = rule.Evidence < _options.EvidenceFloor;
        ComputedFinding.Withdraw(finding, isRecalled ? Verdict.Indeterminate : Verdict.Invalid, isRecalled ? ["roomsSampled"] : [], needed.English is { Length: > 0 }
            ? new($"Too few rooms: {needed.English}", $"抽检房间数不足：{needed.Chinese}")
            : new($"Too few rooms: {finding.Reason.English}", $"抽检房间数不足：{finding.Reason.Chinese}"));
        return finding;
    }

    private void JudgeDelay(IndoorAirTest test, List<Finding> findings)
    {
        if (_catalogue.InForce(Measurands.Materials.IndoorTestDelay, _place, test.TestDate).FirstOrDefault(static row => row.Kind == RequirementKind.Limit) is not { } rule) return;
        var subject = test.Building + " " + rule.Measurand.Key;
        if (test.CompletionDate is not { } completion)
        {
            findings.Add(Named(ComputedFinding.Ask(new Finding(rule), ["completionDate"]), subject));
            return;
        }

        var days = test.TestDate.DaysSince(completion);
        if (days < 0)
        {
            findings.Add(Invalid(subject, new($"Tested on {test.TestDate}, before the completion on {completion}.", $"检测日期 {test.TestDate} 早于完工日期 {completion}。"), null));
            return;
        }

        var finding = new Finding(rule) { Measured = days, Compared = days, Limit = rule.Value, Unit = rule.Unit };
        LimitCheck.Cite(finding, rule);
        finding.Rely(rule);
        finding.Reason = new($"Tested {days} days after completion ({rule.Citation}).", $"完工后第 {days} 天检测（{rule.Citation}）。");
        if (LimitCheck.Meets(rule, days))
        {
            finding.Steps.Add(finding.Reason);
            finding.Conclude(Verdict.Compliant, _options);
        }
        else
        {
            Withdraw(finding, rule, "testDelay", new($"Tested {days} days after completion, needed {Words.ValueOf(rule).English}", $"完工后第 {days} 天检测，要求 {Words.ValueOf(rule).Chinese}"));
        }

        findings.Add(Named(finding, subject));
    }

    /// <summary>A retest holds every room that did not pass before, in the first test or in a retest of it, and is twice as large as the test that it repeats.</summary>
    private void JudgeRetest(IndoorAirTest test, List<Finding> findings)
    {
        if (test.RetestOf is not { } first) return;
        var subject = test.Building + " retest";
        if (FaultOfRetest(test) is { English.Length: > 0 } fault)
        {
            findings.Add(Invalid(subject, fault, null));
            return;
        }

        var left = LeftOut(test, first);
        var without = left.Count == 0 ? default : new BilingualText(
            $"; left out, and not passed before: {string.Join(", ", left.Select(static name => name.English))}", $"；缺少此前未合格的房间或项目：{string.Join("、", left.Select(static name => name.Chinese))}");
        if (_catalogue.InForce(Measurands.Materials.RetestSampleFactor, _place, test.TestDate).FirstOrDefault() is not { Value: { } factor } rule)
        {
            // How many rooms, no rule says; that those which did not pass are among them needs none.
            if (left.Count == 0) return;
            var open = ComputedFinding.Ask(new Finding(null), ["retest"]);
            open.Reason = new($"Retested: {test.Rooms.Count} rooms{without.English}.", $"复测 {test.Rooms.Count} 间{without.Chinese}。");
            findings.Add(Named(open, subject));
            return;
        }

        var wanted = Math.Min(factor * first.Rooms.Count, test.RoomCount ?? factor * first.Rooms.Count);
        var finding = new Finding(rule) { Measured = test.Rooms.Count, Compared = test.Rooms.Count, Limit = wanted, Unit = rule.Unit };
        LimitCheck.Cite(finding, rule);
        finding.Rely(rule);
        var reason = new BilingualText(
            $"Retested: {test.Rooms.Count} rooms after {first.Rooms.Count}; needed {Words.Number(wanted)}, with all that did not pass{without.English}",
            $"复测 {test.Rooms.Count} 间（首次 {first.Rooms.Count} 间）；应为 {Words.Number(wanted)} 间，并包含此前未合格的房间{without.Chinese}");
        if (test.Rooms.Count >= wanted && left.Count == 0)
        {
            finding.Reason = new($"{reason.English} ({rule.Citation}).", $"{reason.Chinese}（{rule.Citation}）。");
            finding.Steps.Add(finding.Reason);
            finding.Conclude(Verdict.Compliant, _options);
        }
        else
        {
            Withdraw(finding, rule, "retest", reason);
        }

        findings.Add(Named(finding, subject));
    }

    // A test repeats an earlier one of the same building, and of the same class, all the way back.
    private BilingualText FaultOfRetest(IndoorAirTest test)
    {
        var building = OfOneBuilding(test);
        for (var (later, first) = (test, test.RetestOf); first is not null; (later, first) = (first, first.RetestOf))
        {
            if (!NameText.AreSame(first.Building, later.Building))
                return new($"It repeats a test of another building: {InputError.Quote(first.Building)}.", $"所复测的检测属于另一建筑：{InputError.Quote(first.Building)}。");
            if (ContradictionOf(first, building) is { English.Length: > 0 } contradiction) return contradiction;
            if (first.BuildingClass is { } was && later.BuildingClass is { } stated && was != stated)
                return new($"buildingClass is {stated}, and {was} in the test that it repeats.", $"buildingClass 为 {stated} 类，而其所复测的检测为 {was} 类。");
            if (first.TestDate > later.TestDate)
                return new($"Tested on {later.TestDate}, before the test of {first.TestDate} that it repeats.", $"检测日期 {later.TestDate} 早于其所复测的 {first.TestDate} 的检测。");
        }

        return default;
    }

    // What was measured and did not pass, neither in a later test, and is not measured again: rooms, and pollutants of rooms that are there.
    private List<BilingualText> LeftOut(IndoorAirTest test, IndoorAirTest first)
    {
        var building = OfOneBuilding(test);
        var left = new List<BilingualText>();
        foreach (var pollutant in PollutantsInForce(first.TestDate))
            foreach (var (room, finding, _, isMeasured) in Judge(first, pollutant, building))
            {
                if (!isMeasured || finding.Decided == Verdict.Compliant) continue;
                var name = InputError.Quote(room);
                if (!test.Rooms.Any(again => NameText.AreSame(again.Name, room))) left.Add(new(name, name));
                else if (!test.Rooms.Any(again => NameText.AreSame(again.Name, room) && IsMeasured(again, pollutant)))
                    left.Add(new($"{name} ({Words.ValueOf("indoorPollutant", pollutant).English})", $"{name}（{Words.ValueOf("indoorPollutant", pollutant).Chinese}）"));
            }

        return left.GroupBy(static name => name.English).Select(static same => same.First()).ToList();
    }

    private Finding Judge(IndoorAirTest test, IndoorAirRoom room, string pollutant, Circumstances known)
    {
        var subject = $"{test.Building} {room.Name} {pollutant}";
        var unit = pollutant == "radon" ? "Bq/m3" : "mg/m3";
        if (!room.Concentrations.TryGetValue(pollutant, out var points) || points.Count == 0) return Named(ComputedFinding.Ask(new Finding(null), [pollutant]), subject, room);
        foreach (var point in points)
            if (point is < 0 or > 1_000_000_000) return Invalid(subject, Negative(point, unit), room);

        if (room.Area is { } floor && (floor <= 0 || !MeasuredNumber.IsQuantity(floor))) return Invalid(subject, new($"{Words.Number(floor)} m2 is no area of a room.", $"{Words.Number(floor)} m2 不是房间面积。"), room);

        if ((pollutant == "radon" ? room.RadonClosedHours : room.ClosedHours) is { } hours && hours < 0)
            return Invalid(subject, new($"{Words.Number(hours)} h is no time for which doors and windows were closed.", $"{Words.Number(hours)} h 不是门窗关闭时间。"), room);

        if (test.Outdoor.TryGetValue(pollutant, out var outside) && outside is < 0 or > 1_000_000_000) return Invalid(subject, Negative(outside, unit), room);

        var mean = points.Sum() / points.Count;
        var governing = Governing(known);
        // Where the class of the building is not known, it may decide nothing.
        return JudgeBy(governing, known) ?? WhateverIsMissing.Judge(known, Governing, JudgeBy, static found => found.Missing)
            ?? Named(ComputedFinding.Ask(new Finding(null) { Measured = mean, Unit = unit }, governing.Missing.Count > 0 ? governing.Missing : ["limit"]), subject, room);

        GoverningLimit Governing(Circumstances under) => _catalogue.Governing(Acceptance + pollutant, _place, test.TestDate, under, _options);

        Finding? JudgeBy(GoverningLimit governs, Circumstances under)
        {
            if (governs.Requirement is not { } limit) return null;
            if (IsSubtracted(pollutant, test.TestDate) && test.Outdoor.TryGetValue(pollutant, out var outdoor) && outdoor > mean && !LimitCheck.Meets(limit, mean))
                return Invalid(subject, new(
                    $"Outdoors {Words.Number(outdoor)} {unit}, indoors {Words.Number(mean)} {unit}: a value outdoors above the one indoors acquits no room (outdoor).",
                    $"室外值 {Words.Number(outdoor)} {unit} 高于室内值 {Words.Number(mean)} {unit}：不能据此判定合格（outdoor）。"), room);

            var sheet = new FactorSheet();
            if (points.Count > 1) sheet.Step($"Mean of {points.Count} points: {Words.Number(mean)} {unit}.", $"{points.Count} 个检测点平均值：{Words.Number(mean)} {unit}。");
            var value = Net(test, pollutant, mean, limit, sheet, out var missing);
            var finding = ComputedFinding.Judge(limit, value, unit, sheet, missing, _options);
            finding.Measured ??= mean;
            LimitCheck.MentionOthers(finding, governs);
            if (finding.Decided is Verdict.Compliant or Verdict.NonCompliant) JudgeConditions(test, room, pollutant, points, value ?? mean, limit, finding, under);
            return Named(finding, subject, room);
        }
    }

    private bool IsSubtracted(string pollutant, CalendarDate date) => SubtractionOf(pollutant, date)?.Setting != "false";

    private Requirement? SubtractionOf(string pollutant, CalendarDate date) =>
        _catalogue.InForce(Measurands.Materials.IndoorBackgroundSubtraction, _place, date)
            .Where(row => row.Condition("indoorPollutant")?.Values.Contains(pollutant) == true).OrderByDescending(static row => row.Evidence).FirstOrDefault();

    /// <summary>Indoors minus outdoors. Without a value outdoors, a mean that keeps the limit keeps it whatever is subtracted.</summary>
    private decimal? Net(IndoorAirTest test, string pollutant, decimal mean, Requirement limit, FactorSheet sheet, out IReadOnlyList<string> missing)
    {
        missing = [];
        var rule = SubtractionOf(pollutant, test.TestDate);
        if (rule?.Setting == "false") return mean;
        if (test.Outdoor.TryGetValue(pollutant, out var outdoor))
        {
            if (rule is null)
            {
                // Whether it is subtracted is not known: it decides only between the two.
                if (LimitCheck.Meets(limit, mean) || !LimitCheck.Meets(limit, mean - outdoor)) return mean;
                missing = ["backgroundRule"];
                return null;
            }

            sheet.Cite(rule);
            sheet.Step($"Indoors minus outdoors upwind: {Words.Number(mean)} − {Words.Number(outdoor)} = {Words.Number(mean - outdoor)}.", $"室内值减室外上风向值：{Words.Number(mean)} − {Words.Number(outdoor)} = {Words.Number(mean - outdoor)}。");
            return mean - outdoor;
        }

        if (LimitCheck.Meets(limit, mean))
        {
            sheet.Step("No value outdoors: the value indoors keeps the limit without subtracting.", "无室外值：室内值未扣除即满足限值。");
            return mean;
        }

        missing = ["outdoor"];
        return null;
    }

    private void JudgeConditions(IndoorAirTest test, IndoorAirRoom room, string pollutant, IReadOnlyList<decimal> points, decimal value, Requirement limit, Finding finding, Circumstances known)
    {
        var notRecorded = new List<string>();
        var isBroken = finding.Decided == Verdict.NonCompliant;
        if (_catalogue.InForce(Measurands.Materials.RoomSamplingPoints, _place, test.TestDate) is { Count: > 0 })
        {
            if (room.Area is not { } area) notRecorded.Add("roomArea");
            else if (PointsNeeded(area, test.TestDate) is ({ } needed, { } rule))
            {
                // A breach stands where it is one even if nothing had been found at the points that are missing.
                var least = points.Sum() / Math.Max(needed, points.Count) + value - points.Sum() / points.Count;
                Unless(points.Count >= needed || (isBroken && !LimitCheck.Meets(limit, least)), finding, rule, "samplingPoints", new(
                    $"Measuring points in the room: {points.Count}, needed {Words.Number(needed)}", $"房间检测点数：{points.Count}，应为 {Words.Number(needed)}"));
            }
        }

        var here = known.With("indoorPollutant", pollutant);
        if (room.Ventilation is { } ventilation) here = here.With("roomVentilation", ventilation);
        foreach (var rule in _catalogue.InForce(Measurands.Materials.RoomClosingTime, _place, test.TestDate))
        {
            // The closing time of rooms in use is that of another standard.
            if (rule.Condition("indoorPollutant") is null || rule.AppliesTo(here, out var unknown) is var match && match == FacetMatch.Fails) continue;
            var hours = pollutant == "radon" ? room.RadonClosedHours : room.ClosedHours;
            // With the doors open longer the air is no worse: a breach stands.
            var isKept = isBroken || hours is not { } closed || LimitCheck.Meets(rule, closed);
            if (match == FacetMatch.Holds && hours is null) AddOnce(notRecorded, "closedHours");
            if (match == FacetMatch.Holds) Unless(isKept, finding, rule, "closedHours", Closed(rule, hours ?? 0));
            else if (isKept) AddOnce(notRecorded, "roomVentilation");
            else Ask(finding, rule, unknown, Closed(rule, hours!.Value));
        }

        foreach (var rule in _catalogue.InForce(Measurands.Materials.AirConditioningRunning, _place, test.TestDate))
        {
            if (rule.AppliesTo(here, out var unknown) is var match && match == FacetMatch.Fails) continue;
            // Without it the air can be worse than in use: neither verdict stands.
            var stopped = new BilingualText("The air conditioning did not run during the test, and has to", "检测时集中通风空调未运行，应当运行");
            if (match == FacetMatch.Unknown && room.IsConditioningRunning == false) Ask(finding, rule, unknown, stopped);
            else if (match == FacetMatch.Holds && room.IsConditioningRunning is { } running) Unless(running, finding, rule, "airConditioning", stopped);
            else if (match == FacetMatch.Holds) AddOnce(notRecorded, "airConditioning");
        }

        notRecorded.RemoveAll(finding.Missing.Contains);
        if (notRecorded.Count == 0) return;
        finding.NotRecorded = notRecorded.AsReadOnly();
        finding.Step($"Not recorded, and taken as in order: {string.Join(", ", notRecorded)}.", $"未记录，视为满足：{Words.NamesOf(notRecorded).Chinese}。");
    }

    private static BilingualText Closed(Requirement rule, decimal hours) => new(
        $"Doors and windows were closed for {Words.Number(hours)} h, needed {Words.ValueOf(rule).English}", $"门窗关闭 {Words.Number(hours)} h，要求 {Words.ValueOf(rule).Chinese}");

    private (decimal? Needed, Requirement? Rule) PointsNeeded(decimal area, CalendarDate date)
    {
        var known = StandardsCatalogue.WithPlaceAndDate(Circumstances.None, _place, date).With("roomArea", area);
        if (_catalogue.InForce(Measurands.Materials.RoomSamplingPoints, _place, date).FirstOrDefault(row => row.AppliesTo(known, out _) == FacetMatch.Holds) is not { Value: { } needed } rule) return default;
        if (_catalogue.InForce(Measurands.Materials.RoomSamplingPointArea, _place, date).FirstOrDefault(row => row.AppliesTo(known, out _) == FacetMatch.Holds) is { Value: > 0 and var step } added
            && added.Condition("roomArea")?.Range?.Low is { } from)
            needed += Math.Ceiling((area - from) / step);
        return (needed, rule);
    }

    /// <summary>Takes back a verdict where a rule on the test was broken.</summary>
    private void Unless(bool isKept, Finding finding, Requirement rule, string name, BilingualText broken)
    {
        finding.Refer(rule);
        if (!isKept && finding.Verdict != Verdict.Invalid) Withdraw(finding, rule, name, broken);
    }

    // The measurement does not count, or, where the rule is from memory only, is asked about.
    private void Withdraw(Finding finding, Requirement rule, string name, BilingualText broken)
    {
        var isRecalled = rule.Evidence < _options.EvidenceFloor;
        ComputedFinding.Withdraw(finding, isRecalled ? Verdict.Indeterminate : Verdict.Invalid, isRecalled ? [name] : [], Citing(broken, rule));
    }

    // Whether the rule applies is not known, and it is not kept.
    private static void Ask(Finding finding, Requirement rule, IReadOnlyList<string> unknown, BilingualText broken)
    {
        finding.Refer(rule);
        if (finding.Verdict == Verdict.Invalid) return;
        ComputedFinding.Withdraw(finding, Verdict.Indeterminate, unknown, Citing(new(
            $"{broken.English}, if it applies: not known is {Words.NamesOf(unknown).English}", $"{broken.Chinese}；是否适用取决于{Words.NamesOf(unknown).Chinese}"), rule));
    }

    private static BilingualText Citing(BilingualText broken, Requirement rule) => new(
        $"{broken.English} ({rule.Citation}, {Words.Of(rule.Evidence).English}).", $"{broken.Chinese}（{rule.Citation}，{Words.Of(rule.Evidence).Chinese}）。");

    private static void AddOnce(List<string> list, string name)
    {
        if (!list.Contains(name)) list.Add(name);
    }

    private static BilingualText Negative(decimal value, string unit) => new($"{Words.Number(value)} {unit} is no concentration.", $"{Words.Number(value)} {unit} 不是浓度。");

    private static Finding Invalid(string subject, BilingualText reason, IndoorAirRoom? room)
    {
        var finding = new Finding(null) { Verdict = Verdict.Invalid, Reason = reason };
        finding.Steps.Add(reason);
        return Named(finding, subject, room);
    }

    private static Finding Named(Finding finding, string subject, IndoorAirRoom? room = null)
    {
        finding.Subject = subject;
        finding.Origin = room?.Origin;
        return finding;
    }
}
