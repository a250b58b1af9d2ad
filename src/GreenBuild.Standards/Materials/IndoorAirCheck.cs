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
        var known = StandardsCatalogue.WithPlaceAndDate(Circumstances.None, _place, test.TestDate);
        known = test.BuildingUse is { } use ? known.With("buildingUse", use) : known.WithNoneOf("buildingUse");
        if (test.BuildingClass is { } buildingClass) known = known.With("buildingClass", buildingClass);
        if (test.BuildingClass == "II" && test.BuildingUse is { } purpose && IsOfClassOne(purpose, test.TestDate))
            return new IndoorAirResult([Invalid(test.Building + " buildingClass", new(
                $"buildingClass is II, but {Words.ValueOf("buildingUse", purpose).English} is a building of class I.", $"buildingClass 为 II 类，但{Words.ValueOf("buildingUse", purpose).Chinese}属 I 类民用建筑。"), null)]);
        var pollutants = PollutantsInForce(test.TestDate);
        if (pollutants.Count == 0)
        {
            var none = new Finding(null) { Subject = test.Building, Verdict = Verdict.NotApplicable };
            none.Reason = new($"No limit on indoor air at completion is in force in {_place.Code} on {test.TestDate}.", $"{_place.Name.Chinese} 在 {test.TestDate} 没有施行的竣工验收室内空气限值。");
            return new IndoorAirResult([none]);
        }

        JudgeRooms(test, known, findings);
        JudgeDelay(test, findings);
        JudgeRetest(test, pollutants, known, findings);
        foreach (var room in test.Rooms.OrderBy(static room => room.Name, StringComparer.Ordinal))
            foreach (var pollutant in pollutants)
                findings.Add(Judge(test, room, pollutant, known));
        return new IndoorAirResult(findings);
    }

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
        if (finding.Verdict == Verdict.NotApplicable && averagingMinutes is not null && _catalogue.InForce(measurand, _place, date).Any(row => row.Kind == RequirementKind.Limit && row.AppliesTo(Circumstances.None.In(_place), out var unknown) == FacetMatch.Unknown && unknown.Contains("averaging")))
            ComputedFinding.Ask(finding, ["averaging"]);
        // With the doors open longer the air is no worse: a breach stands, and how much fresh air comes in is measured with them as they are.
        if ((finding.ProvisionalVerdict ?? finding.Verdict) == Verdict.NonCompliant || !IsConcentration(finding.Unit)) return finding;
        if (finding.Edition is not { } edition || edition.Requirements.FirstOrDefault(static row => row.Measurand.Key == Measurands.Materials.RoomClosingTime) is not { } closing) return finding;
        if (closedHours is { } hours) Unless(LimitCheck.Meets(closing, hours), finding, closing, "closedHours", $"{Words.Number(hours)} h");
        else finding.NotRecorded = ["closedHours"];
        return finding;
    }

    // Nurseries, classrooms, dormitories and elderly care, of which the standard asks more rooms, are all buildings of class I (1.0.4).
    private bool IsOfClassOne(string use, CalendarDate date) =>
        _catalogue.InForce(Measurands.Materials.RoomSamplingShare, _place, date).Any(row => row.Condition("buildingUse") is { IsException: false } condition && condition.Values.Contains(use));

    private static bool IsConcentration(string unit) => unit.EndsWith("/m3", StringComparison.Ordinal) || unit == "%";

    private List<string> PollutantsInForce(CalendarDate date) =>
        Vocabulary.FindFacet("indoorPollutant")!.Values.Select(static word => word.Value).Where(word => _catalogue.InForce(Acceptance + word, _place, date).Count > 0).ToList();

    private void JudgeRooms(IndoorAirTest test, Circumstances known, List<Finding> findings)
    {
        foreach (var name in test.Rooms.GroupBy(static room => room.Name).Where(static group => group.Count() > 1).Select(static group => group.Key))
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
        if (LimitCheck.Meets(rule, tested) || tested < count) return Counting(LimitCheck.Judge(rule, tested, null, _options), rule);
        var all = new Finding(rule) { Measured = tested, Compared = tested, Unit = rule.Unit };
        LimitCheck.Cite(all, rule);
        all.Rely(rule);
        all.Reason = new($"All {count} rooms were tested ({rule.Citation}).", $"全部 {count} 间房间均已检测（{rule.Citation}）。");
        all.Steps.Add(all.Reason);
        all.Conclude(Verdict.Compliant, _options);
        return all;
    }

    // A rule on the test itself: broken, it makes the test not count; broken and known from memory only, it asks. What is open or provisional stays so.
    private Finding Counting(Finding finding, Requirement rule)
    {
        if ((finding.ProvisionalVerdict ?? finding.Verdict) != Verdict.NonCompliant) return finding;
        var isRecalled = rule.Evidence < _options.EvidenceFloor;
        ComputedFinding.Withdraw(finding, isRecalled ? Verdict.Indeterminate : Verdict.Invalid, isRecalled ? ["roomsSampled"] : [], new($"Too few rooms: {finding.Reason.English}", $"抽检房间数不足：{finding.Reason.Chinese}"));
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
        finding.Steps.Add(finding.Reason);
        finding.Conclude(Verdict.Compliant, _options);
        Unless(LimitCheck.Meets(rule, days), finding, rule, "testDelay", $"{days} d");
        findings.Add(Named(finding, subject));
    }

    private void JudgeRetest(IndoorAirTest test, List<string> pollutants, Circumstances known, List<Finding> findings)
    {
        if (test.RetestOf is not { } first) return;
        if (_catalogue.InForce(Measurands.Materials.RetestSampleFactor, _place, test.TestDate).FirstOrDefault() is not { Value: { } factor } rule) return;
        var failed = first.Rooms.Where(room => pollutants.Exists(pollutant => Judge(first, room, pollutant, known) is var old && (old.ProvisionalVerdict ?? old.Verdict) == Verdict.NonCompliant))
            .Select(static room => room.Name).ToList();
        var left = failed.Where(name => !test.Rooms.Any(room => room.Name == name)).ToList();
        var wanted = factor * first.Rooms.Count;
        var isEnough = test.Rooms.Count >= Math.Min(wanted, test.RoomCount ?? wanted);
        var finding = new Finding(rule) { Measured = test.Rooms.Count, Compared = test.Rooms.Count, Limit = wanted, Unit = rule.Unit };
        LimitCheck.Cite(finding, rule);
        finding.Rely(rule);
        finding.Reason = new(
            $"Retested: {test.Rooms.Count} rooms after {first.Rooms.Count}; needed {Words.Number(wanted)}, with the failed ones{(left.Count > 0 ? "; left out: " + string.Join(", ", left) : "")} ({rule.Citation}).",
            $"复测 {test.Rooms.Count} 间（首次 {first.Rooms.Count} 间）；应为 {Words.Number(wanted)} 间，并包含原不合格房间{(left.Count > 0 ? "；缺：" + string.Join("、", left) : "")}（{rule.Citation}）。");
        finding.Steps.Add(finding.Reason);
        finding.Conclude(Verdict.Compliant, _options);
        Unless(isEnough && left.Count == 0, finding, rule, "retest", $"{test.Rooms.Count}");
        findings.Add(Named(finding, test.Building + " retest"));
    }

    private Finding Judge(IndoorAirTest test, IndoorAirRoom room, string pollutant, Circumstances known)
    {
        var subject = $"{test.Building} {room.Name} {pollutant}";
        var unit = pollutant == "radon" ? "Bq/m3" : "mg/m3";
        if (!room.Concentrations.TryGetValue(pollutant, out var points) || points.Count == 0) return Named(ComputedFinding.Ask(new Finding(null), [pollutant]), subject, room);
        foreach (var point in points)
            if (point is < 0 or > 1_000_000_000) return Invalid(subject, Negative(point, unit), room);

        if (room.Area is { } floor && (floor <= 0 || !MeasuredNumber.IsQuantity(floor))) return Invalid(subject, new($"{Words.Number(floor)} m2 is no area of a room.", $"{Words.Number(floor)} m2 不是房间面积。"), room);

        var sheet = new FactorSheet();
        var mean = points.Sum() / points.Count;
        if (points.Count > 1) sheet.Step($"Mean of {points.Count} points: {Words.Number(mean)} {unit}.", $"{points.Count} 个检测点平均值：{Words.Number(mean)} {unit}。");
        var governing = _catalogue.Governing(Acceptance + pollutant, _place, test.TestDate, known, _options);
        if (governing.Requirement is not { } limit)
        {
            var open = ComputedFinding.Ask(new Finding(null) { Measured = mean, Unit = unit }, governing.Missing.Count > 0 ? governing.Missing : ["limit"]);
            return Named(open, subject, room);
        }

        if (IsSubtracted(pollutant, test.TestDate) && test.Outdoor.TryGetValue(pollutant, out var outdoor) && outdoor > mean && !LimitCheck.Meets(limit, mean))
            return Invalid(subject, new(
                $"Outdoors {Words.Number(outdoor)} {unit}, indoors {Words.Number(mean)} {unit}: a value outdoors above the one indoors acquits no room (outdoor).",
                $"室外值 {Words.Number(outdoor)} {unit} 高于室内值 {Words.Number(mean)} {unit}：不能据此判定合格（outdoor）。"), room);

        var value = Net(test, pollutant, mean, limit, sheet, out var missing);
        var finding = ComputedFinding.Judge(limit, value, unit, sheet, missing, _options);
        finding.Measured ??= mean;
        LimitCheck.MentionOthers(finding, governing);
        if ((finding.ProvisionalVerdict ?? finding.Verdict) is Verdict.Compliant or Verdict.NonCompliant) JudgeConditions(test, room, pollutant, points.Count, known, finding);
        return Named(finding, subject, room);
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
        if (test.Outdoor.TryGetValue(pollutant, out var outdoor) && outdoor is >= 0 and <= 1_000_000_000)
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

    private void JudgeConditions(IndoorAirTest test, IndoorAirRoom room, string pollutant, int points, Circumstances known, Finding finding)
    {
        var notRecorded = new List<string>();
        if (_catalogue.InForce(Measurands.Materials.RoomSamplingPoints, _place, test.TestDate) is { Count: > 0 })
        {
            if (room.Area is not { } area) notRecorded.Add("roomArea");
            else if (PointsNeeded(area, test.TestDate) is ({ } needed, { } rule)) Unless(points >= needed, finding, rule, "samplingPoints", $"{points} / {Words.Number(needed)}");
        }

        var here = known.With("indoorPollutant", pollutant);
        if (room.Ventilation is { } ventilation) here = here.With("roomVentilation", ventilation);
        foreach (var rule in _catalogue.InForce(Measurands.Materials.RoomClosingTime, _place, test.TestDate))
        {
            // The closing time of rooms in use is that of another standard.
            if (rule.Condition("indoorPollutant") is null || rule.AppliesTo(here, out _) is FacetMatch.Fails) continue;
            var hours = pollutant == "radon" ? room.RadonClosedHours : room.ClosedHours;
            if (room.Ventilation is null) AddOnce(notRecorded, "roomVentilation");
            else if (hours is { } closed) Unless(LimitCheck.Meets(rule, closed), finding, rule, "closedHours", $"{Words.Number(closed)} h");
            else AddOnce(notRecorded, "closedHours");
        }

        foreach (var rule in _catalogue.InForce(Measurands.Materials.AirConditioningRunning, _place, test.TestDate))
        {
            if (rule.AppliesTo(here, out _) != FacetMatch.Holds) continue;
            if (room.IsConditioningRunning is { } running) Unless(running, finding, rule, "airConditioning", "–");
            else AddOnce(notRecorded, "airConditioning");
        }

        if (notRecorded.Count == 0) return;
        finding.NotRecorded = notRecorded.AsReadOnly();
        finding.Step($"Not recorded, and taken as in order: {string.Join(", ", notRecorded)}.", $"未记录，视为满足：{Words.NamesOf(notRecorded).Chinese}。");
    }

    private (decimal? Needed, Requirement? Rule) PointsNeeded(decimal area, CalendarDate date)
    {
        var known = StandardsCatalogue.WithPlaceAndDate(Circumstances.None, _place, date).With("roomArea", area);
        if (_catalogue.InForce(Measurands.Materials.RoomSamplingPoints, _place, date).FirstOrDefault(row => row.AppliesTo(known, out _) == FacetMatch.Holds) is not { Value: { } needed } rule) return default;
        if (_catalogue.InForce(Measurands.Materials.RoomSamplingPointArea, _place, date).FirstOrDefault(row => row.AppliesTo(known, out _) == FacetMatch.Holds) is { Value: > 0 and var step } added
            && added.Condition("roomArea")?.Range?.Low is { } from)
            needed += Math.Ceiling((area - from) / step);
        return (needed, rule);
    }

    /// <summary>Takes back a verdict where a rule on the test was broken: the measurement does not count, or, where the rule is from memory only, is asked about.</summary>
    private void Unless(bool isKept, Finding finding, Requirement rule, string name, string found)
    {
        finding.Refer(rule);
        if (isKept || finding.Verdict == Verdict.Invalid) return;
        var isRecalled = rule.Evidence < _options.EvidenceFloor;
        ComputedFinding.Withdraw(finding, isRecalled ? Verdict.Indeterminate : Verdict.Invalid, isRecalled ? [name] : [], new(
            $"{rule.Title.English}: {found}, against {Words.ValueOf(rule).English} ({rule.Citation}, {Words.Of(rule.Evidence).English}).",
            $"{rule.Title.Chinese}：{found}，要求 {Words.ValueOf(rule).Chinese}（{rule.Citation}，{Words.Of(rule.Evidence).Chinese}）。"));
    }

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
