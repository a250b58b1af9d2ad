using System.Globalization;
using System.Text.Json;
using GreenBuild.Standards.Noise;

namespace GreenBuild.Standards.Json;

/// <summary>Walks the tree of a project file and reports everything that is wrong with it, with line and path.</summary>
internal sealed class ProjectFileReader(string file, InputErrorList errors, StandardsCatalogue catalogue)
{
    // What the schema publishes; a test holds the two together.
    internal static readonly string[] ProjectFields = ["$schema", "name", "place", "from", "to", "noise"];
    internal static readonly string[] NoiseFields = ["site", "points", "nightWork"];
    internal static readonly string[] PointFields = ["name", "readings", "readingMinutes", "backgroundLevel", "calibrationDrift"];
    internal static readonly string[] BackgroundFields = ["day", "night"];
    internal static readonly string[] NightWorkFields = ["permits", "work"];
    internal static readonly string[] PermitFields = ["number", "issuer", "from", "to", "reason", "noticePosted"];
    internal static readonly string[] WorkFields = ["description", "from", "to", "workNature", "residentsNotified"];

    // These follow from the time and kind of each reading, or are given another way.
    private static readonly Dictionary<string, BilingualText> DerivedFacets = new(StringComparer.Ordinal)
    {
        ["period"] = new("day and night follow from the time of each reading", "昼夜由每个读数的时间确定"),
        ["location"] = new("the points of a project stand at the boundary of the site", "项目的测点位于场界"),
        ["stage"] = new("give the stages that run at the same time in 'stages'", "请在“stages”中列出同时进行的施工阶段"),
        ["backgroundDifference"] = new("it follows from the background level of the point", "由测点的背景噪声值确定"),
        ["hours"] = new("it follows from the time of each reading", "由每个读数的时间确定"),
        ["dates"] = new("it follows from the time of each reading", "由每个读数的时间确定"),
    };

    /// <summary>The facets that a site may state.</summary>
    internal static IEnumerable<Facet> SiteFacets => Vocabulary.Facets.Where(static facet => facet.Domain is "noise" or "general" && !DerivedFacets.ContainsKey(facet.Name));

    public ProjectFile? Read(JsonTree tree)
    {
        if (Object(tree, "", ProjectFields) is not { } root) return null;
        if (root.Find("$schema") is { } schema) Text(schema, "$schema");
        var name = root.Need("name") is { } named ? Name(named, "name") : null;
        var place = root.Need("place") is { } placed ? Place(placed) : null;
        var (from, to) = (Day(root, "from"), Day(root, "to"));
        if (from is { } first && to is { } last && last < first)
            Report(root.Find("to")!, "to", $"{last} is before 'from', {first}.", $"{last} 早于“from”的 {first}。");
        if (place is not null)
            foreach (var (field, date) in new[] { ("from", from), ("to", to) })
                if (date is { } day && RuleCoverage.GapOf(catalogue, Measurands.Noise.SiteBoundary, place, day) is { } gap) Report(root.Find(field)!, field, gap);

        if (root.Need("noise") is not { } noiseTree || Object(noiseTree, "noise", NoiseFields) is not { } noise) return null;
        // Without a place, the rest is still read, for its errors.
        var site = Site(noise, place ?? Jurisdiction.China, name ?? "");
        var points = Points(noise);
        var (permits, works) = NightWork(noise);
        return new ProjectFile(name ?? "", site) { From = from, To = to, Points = points, Permits = permits, Works = works };
    }

    private Jurisdiction? Place(JsonTree tree)
    {
        if (Text(tree, "place") is not { } text) return null;
        if (!Jurisdiction.TryParse(text, out var place))
        {
            var near = Suggestion.ForPlace(text);
            Report(
                tree, "place",
                $"'{InputError.Quote(text)}' is not a known place; use an ISO 3166-2 code such as CN-SH.{near.English}",
                $"“{InputError.Quote(text)}”不是已知地点；请使用 ISO 3166-2 代码，例如 CN-SH。{near.Chinese}");
            return null;
        }

        // A place without any rule is a mistake of the input: nothing could be judged there on any day.
        if (RuleCoverage.GapOf(catalogue, Measurands.Noise.SiteBoundary, place, catalogue.ReleaseDate) is not { } gap) return place;
        Report(tree, "place", gap);
        return null;
    }

    private ConstructionSite Site(Fields noise, Jurisdiction place, string name)
    {
        var circumstances = Circumstances.None;
        var stages = new List<string>();
        if (noise.Find("site") is { } tree && Expect(tree, "noise.site", JsonTokenType.StartObject))
        {
            foreach (var member in Members(tree, "noise.site"))
            {
                var path = "noise.site." + member.Name;
                if (member.Name == "stages") stages = Stages(member.Value, path);
                else if (Facet(member, path) is { } value && !circumstances.TryWith(member.Name, value, out circumstances, out var problem)) Report(member.Value, path, With(problem, Suggestion.ForFacet(member.Name, value, SiteFacets)));
            }
        }

        return new ConstructionSite(place) { Name = name, Circumstances = circumstances, Stages = stages };
    }

    private string? Facet(JsonMember member, string path)
    {
        if (DerivedFacets.TryGetValue(member.Name, out var derived))
        {
            Report(member.Value, path, $"This cannot be stated of a site: {derived.English}.", $"不能作为工地条件给出：{derived.Chinese}。", member.Line);
            return null;
        }

        if (SiteFacets.FirstOrDefault(known => known.Name == member.Name) is not { } facet)
        {
            var near = Suggestion.ForFacet(member.Name, "", SiteFacets);
            Report(member.Value, path, $"'{InputError.Quote(member.Name)}' is not a facet of the rules on noise.{near.English}", $"“{InputError.Quote(member.Name)}”不是噪声规则中的条件。{near.Chinese}", member.Line);
            return null;
        }

        switch (facet.Type)
        {
            case FacetType.Flag:
                if (member.Value.Type is JsonTokenType.True) return "true";
                if (member.Value.Type is JsonTokenType.False) return "false";
                ReportType(member.Value, path, new("true or false", "true 或 false"));
                return null;
            case FacetType.Number:
                return Number(member.Value, path) is { } number ? number.ToString(CultureInfo.InvariantCulture) : null;
            default:
                return Text(member.Value, path);
        }
    }

    private List<string> Stages(JsonTree tree, string path)
    {
        var stages = new List<string>();
        if (!Expect(tree, path, JsonTokenType.StartArray)) return stages;
        for (var i = 0; i < tree.Items.Count; i++)
        {
            var item = path + Index(i);
            if (Word(tree.Items[i], item, "stage") is not { } stage) continue;
            if (stages.Contains(stage)) Report(tree.Items[i], item, $"'{stage}' stands twice.", $"“{stage}”重复。");
            else stages.Add(stage);
        }

        return stages;
    }

    private List<ProjectPoint> Points(Fields noise)
    {
        var points = new List<ProjectPoint>();
        if (noise.Need("points") is not { } tree || !Expect(tree, "noise.points", JsonTokenType.StartArray)) return points;
        if (tree.Items.Count == 0) Report(tree, "noise.points", "There is no monitoring point.", "没有任何测点。");
        for (var i = 0; i < tree.Items.Count; i++)
        {
            var path = "noise.points" + Index(i);
            if (Object(tree.Items[i], path, PointFields) is not { } point) continue;
            var name = point.Need("name") is { } named ? Name(named, path + ".name") : null;
            if (name is not null && points.Any(other => other.Name == name))
                Report(point.Find("name")!, path + ".name", $"Another point is called '{InputError.Quote(name)}' already.", $"已有名为“{InputError.Quote(name)}”的测点。");
            var readings = point.Need("readings") is { } written ? Text(written, path + ".readings") : null;
            var duration = point.Need("readingMinutes") is { } minutes ? Minutes(minutes, path + ".readingMinutes") : null;
            var (day, night) = Background(point, path + ".backgroundLevel");
            var drift = point.Find("calibrationDrift") is { } calibration ? Number(calibration, path + ".calibrationDrift") : null;
            if (readings is not null && points.Any(other => other.Readings == readings))
                Report(point.Find("readings")!, path + ".readings", "These are the readings of another point already.", "该文件已是另一测点的读数。");
            if (name is null || readings is null || duration is not { } time) continue;
            points.Add(new ProjectPoint(name, readings, time, (file, point.Find("readings")!.Line, path + ".readings"))
            {
                DayBackgroundLevel = day,
                NightBackgroundLevel = night,
                CalibrationDrift = drift,
            });
        }

        return points;
    }

    private (decimal? Day, decimal? Night) Background(Fields point, string path)
    {
        if (point.Find("backgroundLevel") is not { } tree) return (null, null);
        if (tree.Type != JsonTokenType.StartObject)
        {
            var both = Level(tree, path);
            return (both, both);
        }

        if (Object(tree, path, BackgroundFields) is not { } fields) return (null, null);
        return (fields.Find("day") is { } day ? Level(day, path + ".day") : null, fields.Find("night") is { } night ? Level(night, path + ".night") : null);
    }

    private decimal? Level(JsonTree tree, string path)
    {
        if (Number(tree, path) is not { } level) return null;
        // The range of SoundLevel.
        if (level is >= -50 and <= 200) return level;
        Report(tree, path, $"{Words.Number(level)} is not a sound level of −50 to 200 dB(A).", $"{Words.Number(level)} 不是 −50 至 200 dB(A) 的声级。");
        return null;
    }

    private TimeSpan? Minutes(JsonTree tree, string path)
    {
        if (Number(tree, path) is not { } minutes) return null;
        if (minutes is > 0 and <= 1440 && TimeSpan.FromTicks((long)(minutes * TimeSpan.TicksPerMinute)) is var time && time > TimeSpan.Zero) return time;
        Report(tree, path, "A reading stands for more than 0 and at most 1440 minutes.", "每个读数代表的时间应大于 0 且不超过 1440 分钟。");
        return null;
    }

    private (List<NightWorkPermit> Permits, List<ConstructionWork> Works) NightWork(Fields noise)
    {
        var permits = new List<NightWorkPermit>();
        var works = new List<ConstructionWork>();
        if (noise.Find("nightWork") is not { } tree || Object(tree, "noise.nightWork", NightWorkFields) is not { } nightWork) return (permits, works);
        foreach (var (permit, path) in Objects(nightWork, "permits", "noise.nightWork.permits", PermitFields))
        {
            var number = permit.Need("number") is { } numbered ? Name(numbered, path + ".number") : null;
            var issuer = permit.Find("issuer") is { } issued ? Name(issued, path + ".issuer") : null;
            var span = Span(permit, path);
            var reason = permit.Find("reason") is { } given ? Word(given, path + ".reason", "workNature") : null;
            var posted = NoticeOf(permit, "noticePosted", path + ".");
            if (number is not null && span is var (start, end)) permits.Add(new NightWorkPermit(number, start, end) { Issuer = issuer ?? "", Reason = reason, NoticePosted = posted.Day, IsWithoutNotice = posted.IsNone });
        }

        foreach (var (work, path) in Objects(nightWork, "work", "noise.nightWork.work", WorkFields))
        {
            var description = work.Find("description") is { } described ? Name(described, path + ".description") : null;
            var nature = work.Find("workNature") is { } claimed ? Word(claimed, path + ".workNature", "workNature") : null;
            var notified = NoticeOf(work, "residentsNotified", path + ".");
            if (Span(work, path) is not var (start, end)) continue;
            if (end - start > TimeSpan.FromDays(366))
            {
                Report(work.Find("to")!, path + ".to", "One stretch of work is at most 366 days long.", "一段施工最长 366 天。");
                continue;
            }

            works.Add(new ConstructionWork(start, end)
            {
                Description = description ?? "",
                WorkNature = nature,
                ResidentsNotified = notified.Day,
                IsWithoutNotice = notified.IsNone,
                Origin = new FindingOrigin { File = file, Line = work.Line, JsonPointer = "/" + path.Replace(".", "/").Replace("[", "/").Replace("]", "") },
            });
        }

        return (permits, works);
    }

    private (DateTime Start, DateTime End)? Span(Fields fields, string path)
    {
        var start = fields.Need("from") is { } from ? Moment(from, path + ".from") : null;
        var end = fields.Need("to") is { } to ? Moment(to, path + ".to") : null;
        if (start is not { } first || end is not { } last) return null;
        if (last > first) return (first, last);
        Report(fields.Find("to")!, path + ".to", "The end is not after the beginning.", "结束时间不晚于开始时间。");
        return null;
    }

    private DateTime? Moment(JsonTree tree, string path)
    {
        if (Text(tree, path) is not { } text) return null;
        if (DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)) return moment;
        Report(tree, path, $"'{InputError.Quote(text)}' is not a local time of the form 2025-12-31T22:00.", $"“{InputError.Quote(text)}”不是 2025-12-31T22:00 形式的当地时间。");
        return null;
    }

    private CalendarDate? Day(Fields fields, string name, string prefix = "")
    {
        if (fields.Find(name) is not { } tree || Text(tree, prefix + name) is not { } text) return null;
        if (CalendarDate.TryParse(text, out var date)) return date;
        Report(tree, prefix + name, $"'{InputError.Quote(text)}' is not a day of the form 2025-12-31.", $"“{InputError.Quote(text)}”不是 2025-12-31 形式的日期。");
        return null;
    }

    /// <summary>A day on which notice was given, or <c>false</c> for none.</summary>
    private Notice NoticeOf(Fields fields, string name, string prefix) =>
        fields.Find(name) is { Type: JsonTokenType.False } ? new Notice(null, true) : new Notice(Day(fields, name, prefix), false);

    private readonly record struct Notice(CalendarDate? Day, bool IsNone);

    private string? Word(JsonTree tree, string path, string facet)
    {
        if (Text(tree, path) is not { } text) return null;
        if (Circumstances.None.TryWith(facet, text, out _, out var problem)) return text;
        Report(tree, path, With(problem, Suggestion.ForFacet(facet, text, Vocabulary.Facets)));
        return null;
    }

    /// <summary>A text that is shown to people: not blank, not endless, one line.</summary>
    private string? Name(JsonTree tree, string path)
    {
        if (Text(tree, path) is not { } text) return null;
        if (text.Trim().Length == 0) Report(tree, path, "The text is blank.", "文本为空白。");
        else if (text.Length > 200) Report(tree, path, "The text is longer than 200 characters.", "文本超过 200 个字符。");
        else if (text.Any(char.IsControl)) Report(tree, path, "The text holds a control character.", "文本含有控制字符。");
        else return text;
        return null;
    }

    private string? Text(JsonTree tree, string path) => Expect(tree, path, JsonTokenType.String) ? tree.Text : null;

    private decimal? Number(JsonTree tree, string path)
    {
        if (!Expect(tree, path, JsonTokenType.Number)) return null;
        if (decimal.TryParse(tree.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return number;
        Report(tree, path, $"{InputError.Quote(tree.Text)} is too large.", $"{InputError.Quote(tree.Text)} 过大。");
        return null;
    }

    private IEnumerable<(Fields Fields, string Path)> Objects(Fields parent, string name, string path, string[] known)
    {
        if (parent.Find(name) is not { } tree || !Expect(tree, path, JsonTokenType.StartArray)) yield break;
        for (var i = 0; i < tree.Items.Count; i++)
            if (Object(tree.Items[i], path + Index(i), known) is { } fields) yield return (fields, path + Index(i));
    }

    private Fields? Object(JsonTree tree, string path, string[] known)
    {
        if (!Expect(tree, path, JsonTokenType.StartObject)) return null;
        foreach (var member in Members(tree, path))
        {
            if (Array.IndexOf(known, member.Name) >= 0) continue;
            var near = Suggestion.Ask(Suggestion.For(member.Name, known));
            Report(member.Value, Path(path, member.Name), $"The field is not known.{near.English}", $"未知字段。{near.Chinese}", member.Line);
        }

        return new Fields(this, tree, path);
    }

    /// <summary>The members of an object; one that stands twice is an error, since either could be meant.</summary>
    private List<JsonMember> Members(JsonTree tree, string path)
    {
        var members = new List<JsonMember>();
        foreach (var member in tree.Members)
        {
            if (members.Any(other => other.Name == member.Name)) Report(member.Value, Path(path, member.Name), "The field stands twice.", "字段重复。", member.Line);
            else members.Add(member);
        }

        return members;
    }

    private bool Expect(JsonTree tree, string path, JsonTokenType type)
    {
        if (tree.Type == type) return true;
        ReportType(tree, path, type switch
        {
            JsonTokenType.StartObject => new("an object", "对象"),
            JsonTokenType.StartArray => new("an array", "数组"),
            JsonTokenType.Number => new("a number", "数值"),
            _ => new("a text", "文本"),
        });
        return false;
    }

    private void ReportType(JsonTree tree, string path, BilingualText expected)
    {
        BilingualText found = tree.Type switch
        {
            JsonTokenType.StartObject => new("an object", "对象"),
            JsonTokenType.StartArray => new("an array", "数组"),
            JsonTokenType.Number => new("a number", "数值"),
            JsonTokenType.String => new("a text", "文本"),
            JsonTokenType.Null => new("null", "null"),
            _ => new("true or false", "true 或 false"),
        };
        Report(tree, path, $"{expected.English} is expected, but this is {found.English}.", $"应为{expected.Chinese}，此处却是{found.Chinese}。");
    }

    private void Report(JsonTree tree, string path, string english, string chinese, int? line = null) => Report(tree, path, new BilingualText(english, chinese), line);

    private void Report(JsonTree tree, string path, BilingualText message, int? line = null) => errors.Add(new InputError(file, line ?? tree.Line, InputError.Quote(path), message));

    private static BilingualText With(BilingualText problem, BilingualText near) => new(problem.English + near.English, problem.Chinese + near.Chinese);

    private static string Path(string parent, string name) => parent.Length == 0 ? name : parent + "." + name;

    private static string Index(int index) => "[" + index.ToString(CultureInfo.InvariantCulture) + "]";

    /// <summary>The fields of an object.</summary>
    private sealed class Fields(ProjectFileReader reader, JsonTree tree, string path)
    {
        public int Line => tree.Line;

        public JsonTree? Find(string name)
        {
            foreach (var member in tree.Members)
                if (member.Name == name) return member.Value;
            return null;
        }

        public JsonTree? Need(string name)
        {
            var found = Find(name);
            if (found is null) reader.Report(tree, Path(path, name), "The field is missing.", "缺少该字段。");
            return found;
        }
    }
}
