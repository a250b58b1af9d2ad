using GreenBuild.Standards.Components;
using GreenBuild.Standards.Materials;
using GreenBuild.Standards.Projects;
using GreenBuild.Standards.Waste;

namespace GreenBuild.Standards.Tests.Projects;

/// <summary>The sections of a project file beside noise: what they read, and that the audit says of them what the domains say.</summary>
public sealed class ProjectSectionsTests
{
    private const string Site = """
        "name": "Site", "place": "CN-SH", "on": "2026-06-30",
        "site": { "projectType": "building", "prefabricated": false, "sourceWorks": "new-building", "structureType": "cast-in-situ-concrete", "buildingUse": "residential" },
        """;

    private const string Waste = """
        "waste": { "floorArea": 10000, "isComplete": true, "ledger": [
          { "date": "2026-01-31", "class": "engineering-waste", "route": "generated", "quantity": 400, "unit": "t" },
          { "date": "2026-02-28", "class": "engineering-waste", "route": "recycled-on-site", "quantity": 50, "unit": "t" },
          { "date": "2026-03-31", "class": "工程垃圾", "route": "消纳", "quantity": 350, "unit": "吨" } ] }
        """;

    private const string Components = """
        "components": { "schedule": [
          { "id": "DBS-1", "category": "composite-slab", "count": 4, "length": 3000, "width": 2400, "depth": 60, "lengthTolerance": 5, "sectionTolerance": 5, "flatness": 3 },
          { "id": "DBS-2", "category": "composite-slab", "length": 3050, "width": 2400, "depth": 60 } ] }
        """;

    private const string Assembly = """
        "assembly": { "structure": "concrete", "verticalVolume": 1000, "precastVerticalVolume": 500, "floorArea": 8000, "precastFloorArea": 6400, "hasFullFitOut": true,
          "claims": [ { "item": "vertical-members", "points": 25 } ] }
        """;

    /// <summary>By hand: 350 t left a site of 10,000 m2: 350 t per 10,000 m2 against 300 (建质〔2020〕46号 for buildings that are not prefabricated). 50 of 400 t were used: 12.5 % against 30 %.</summary>
    [Fact]
    public void Waste_IsJudged()
    {
        var audit = Judge(Site + Waste);

        var section = Assert.Single(audit.Sections);
        Assert.Equal((ProjectDomain.Waste, Verdict.NonCompliant), (section.Domain, audit.Overall));
        Assert.Contains(section.Findings, static finding => finding is { Subject: "discharge-intensity", Verdict: Verdict.NonCompliant, Measured: 350m, Limit: 300m });
        Assert.Contains(section.Findings, static finding => finding is { Subject: "construction-waste", Verdict: Verdict.NonCompliant, Measured: 12.5m, Limit: 30m });
        Assert.Equal(["400", "0", "50", "0", "0", "0", "350"], section.Groups[0].Tables[0].Rows.Single().Skip(1).Select(static cell => cell.English));
    }

    /// <summary>3050 mm is no multiple of 100 (GB/T 50002-2013, 3.2.2).</summary>
    [Fact]
    public void Components_AreJudged()
    {
        var section = Assert.Single(Judge(Site + Components).Sections);

        var finding = Assert.Single(section.Findings, static finding => finding.Verdict == Verdict.NonCompliant);
        Assert.Equal(("DBS-2", 3050m, "/components/schedule/1", "DBS-2"), (finding.Subject, finding.Measured, finding.Origin!.JsonPointer, finding.Origin.ElementId));
        // Nothing is wrong with the length of the first; its tolerances are recalled facts.
        Assert.DoesNotContain(section.Findings, static one => one.Subject == "DBS-1" && one.Verdict is not (Verdict.Indeterminate or Verdict.Compliant));
        Assert.Equal(["4", "1"], section.Groups[1].Tables[0].Rows.Select(static row => row[3].English));
    }

    /// <summary>By hand (GB/T 51129-2017, 4.0.1): 50 % of 35 to 80 % gives 20 + 15/45 of 10 = 23.3; 80 % gives 20; Q1 is 43.3. 25 are claimed.</summary>
    [Fact]
    public void Assembly_IsJudged()
    {
        var section = Assert.Single(Judge(Site + Assembly).Sections);

        Assert.StartsWith("Assembly rate: 49.3–93.3 % (Q1 43.3, ", section.Groups[0].Tables[0].Title.English, StringComparison.Ordinal);
        Assert.Equal(["50", "23.3"], section.Groups[0].Tables[0].Rows[0].Skip(1).Take(2).Select(static cell => cell.English));
        Assert.Equal(Verdict.Indeterminate, section.Overall);
        // The claim is not what the quantities give.
        Assert.Contains(section.Groups[0].Findings, static finding => finding.Reason.English.Contains("25", StringComparison.Ordinal) && finding.Reason.English.Contains("23.3", StringComparison.Ordinal));
    }

    [Fact]
    public void Duties_AreJudged()
    {
        var section = Assert.Single(Judge(Site + """ "duties": { "measurands": "dust.watering", "records": [ { "requirement": "cn.gb-55034-2022.watering", "done": false } ] }""").Sections);

        Assert.Contains(section.Findings, static finding => finding is { Verdict: Verdict.NonCompliant, Requirement.Key: "cn.gb-55034-2022.watering", Origin.JsonPointer: "/duties/records/0" });
        // Watering is a duty of other texts, too, of which nothing is recorded.
        Assert.Contains(section.Findings, static finding => finding.Verdict == Verdict.Indeterminate && finding.Missing.Contains(finding.Requirement!.Key));
        // Without the measurand only what has a record is judged.
        Assert.Equal(Verdict.Compliant, Assert.Single(Judge(Site + """ "duties": { "records": [ { "requirement": "cn.gb-55034-2022.watering", "done": true } ] }""").Findings).Verdict);
    }

    /// <summary>GB 18580-2025 (0.050 mg/m3) is in force from 2026-06-01; 0.13 mg/m3 breaks GB 18580-2017 (0.124) as well.</summary>
    [Fact]
    public void Materials_AreJudged()
    {
        var section = Assert.Single(Judge(Site + """
            "materials": { "floorArea": 10000, "bill": [
              { "id": "1", "name": "wood floor", "quantity": 10, "unit": "m2", "class": "wood-floor", "deliveryDate": "2026-06-02", "tests": "formaldehyde-emission=0.13 mg/m3 @Chamber1m3" } ] }
            """).Sections);

        Assert.Equal(("1 wood floor", Verdict.NonCompliant), (section.Groups[0].Name.English, Assert.Single(section.Groups[0].Findings).Verdict));
        Assert.Contains("Embodied carbon", section.Groups[^1].Tables[0].Rows.Select(static row => row[0].English));
    }

    [Fact]
    public void Waived_DoesNotCountTowardsTheResult()
    {
        var finding = Judge(Site + Components).Findings.Single(static finding => finding.Verdict == Verdict.NonCompliant);
        string Waiver(string until, string subject = "DBS-2") => $$""" "waivers": [ { "rule": "{{finding.Requirement!.Key}}", "subject": "{{subject}}", "reason": "agreed", "until": "{{until}}" } ],""";

        var waived = Judge(Site + Waiver("2026-06-30") + Components);
        Assert.Equal((1, Verdict.Indeterminate), (waived.WaivedCount, waived.Overall));
        Assert.Equal(Verdict.NonCompliant, waived.Findings.Single(one => waived.WaiverOf(one) is not null).Verdict);
        // Past its day, and of another subject, it does not count.
        var past = Judge(Site + Waiver("2026-06-29") + Components);
        Assert.Equal((0, Verdict.NonCompliant, 1), (past.WaivedCount, past.Overall, past.ExpiredWaivers.Count()));
        Assert.Equal(Verdict.NonCompliant, Judge(Site + Waiver("2026-06-30", "DBS-1") + Components).Overall);
    }

    [Theory]
    [InlineData("\"waste\": { }", "waste.ledger", "The field is missing", "缺少该字段")]
    [InlineData("\"waste\": { \"ledger\": [] }", "waste.ledger", "The list is empty", "列表为空")]
    [InlineData("\"waste\": { \"ledger\": { \"file\": \"l.csv\" } }", "waste.ledger.file", "No files can be read here", "此处无法读取文件")]
    [InlineData("\"waste\": { \"ledger\": 7 }", "waste.ledger", "a list of rows or { \"file\": … } is expected", "应为行的列表")]
    [InlineData("\"waste\": { \"floorArea\": 0, \"ledger\": [ { \"date\": \"2026-01-01\", \"class\": \"demolition-waste\", \"route\": \"disposed\", \"quantity\": 1, \"unit\": \"t\" } ] }", "waste.floorArea", "0 is not above 0", "0 超出范围")]
    [InlineData("\"waste\": { \"ledger\": [ { \"date\": \"2026-01-01\", \"class\": \"rubble\", \"route\": \"disposed\", \"quantity\": 1, \"unit\": \"t\" } ] }", "waste.ledger[0].class", "'rubble' is not one of", "“rubble”不是")]
    [InlineData("\"waste\": { \"ledger\": [ { \"date\": \"2026-01-01\", \"class\": \"demolition-waste\", \"route\": \"lost\", \"quantity\": 1, \"unit\": \"t\" } ] }", "waste.ledger[0].route", "'lost' is not one of", "“lost”不是")]
    [InlineData("\"components\": { \"schedule\": [ { \"id\": \"a\", \"category\": \"slap\" } ] }", "components.schedule[0].category", "'slap' is not a value of component", "“slap”不是")]
    [InlineData("\"components\": { \"schedule\": [ { \"id\": \"a\", \"category\": \"slab\", \"count\": 0 } ] }", "components.schedule[0].count", "'0' is not a number of pieces", "“0”不是")]
    [InlineData("\"components\": { \"schedule\": [ { \"id\": \"a\", \"category\": \"slab\", \"length\": -1 } ] }", "components.schedule[0].length", "is not more than nothing", "不大于零")]
    [InlineData("\"assembly\": { \"structure\": \"brick\" }", "assembly.structure", "'brick' is not one of concrete, steel, timber", "“brick”不是")]
    [InlineData("\"assembly\": { \"structure\": \"steel\", \"claims\": [ { \"item\": \"dry-floor\", \"points\": 1 }, { \"item\": \"dry-floor\", \"points\": 2 } ] }", "assembly.claims[1].item", "'dry-floor' stands twice", "“dry-floor”重复")]
    [InlineData("\"duties\": { \"records\": [ { \"requirement\": \"cn.gb-55034-2022.wattering\", \"done\": true } ] }", "duties.records[0].requirement", "Is 'cn.gb-55034-2022.watering' meant?", "是否应为“cn.gb-55034-2022.watering”？")]
    [InlineData("\"duties\": { \"records\": [ { \"requirement\": \"cn.gb-55034-2022.watering\" } ] }", "duties.records[0]", "Say whether it was done", "填写一项")]
    [InlineData("\"duties\": { \"measurands\": \"dust.coverin\", \"records\": [ { \"requirement\": \"cn.gb-55034-2022.watering\", \"done\": true } ] }", "duties.measurands", "'dust.coverin' is no measurand", "“dust.coverin”不是被测量")]
    [InlineData("\"materials\": { \"bill\": [ { \"id\": \"1\", \"name\": \"x\", \"quantity\": \"many\", \"unit\": \"t\" } ] }", "materials.bill[0].quantity", "'many' is not a number", "“many”不是数值")]
    [InlineData("\"materials\": { \"epds\": [ { \"file\": \"e.json\" } ], \"bill\": [ { \"id\": \"1\", \"name\": \"x\", \"quantity\": 1, \"unit\": \"t\" } ] }", "materials.epds[0].file", "No files can be read here", "此处无法读取文件")]
    public void Mistakes_AreNamed(string section, string field, string english, string chinese)
    {
        Assert.False(ProjectFile.TryReadText("{\n" + Site + "\n" + section + "\n}", "p", out _, out var errors));

        var error = errors.First(error => error.Field.StartsWith(field, StringComparison.Ordinal));
        Assert.Equal(4, error.Line);
        Assert.Contains(english, error.Message.English, StringComparison.Ordinal);
        Assert.Contains(chinese, error.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_MayBeOfTheirOwnFiles()
    {
        Assert.True(ProjectFile.TryReadText("{" + Site + """ "waste": { "ledger": { "file": "ledger.csv" } } }""", "p", out var project, out var errors, tables: new OneTable()), string.Join("\n", errors));
        var entry = Assert.Single(project!.Waste!.Ledger);
        Assert.Equal(("ledger.csv", 2, 12.5m, "m3"), (entry.Origin!.File, entry.Origin.Line, entry.Quantity, entry.Unit));

        Assert.False(ProjectFile.TryReadText("{" + Site + """ "waste": { "ledger": { "file": "other.csv" } } }""", "p", out _, out errors, tables: new OneTable()));
        Assert.Equal("not here", Assert.Single(errors).Message.English);
    }

    /// <summary>A report in Chinese and our own templates show these words: what is copied from them is read.</summary>
    [Theory]
    [InlineData("日期（date）", "engineering-waste（工程垃圾）", "reused-on-site（现场回用）", "concrete-or-asphalt（混凝土或沥青碎块）", "是")]
    [InlineData("date (日期)", "工程垃圾", "现场回用", "混凝土或沥青碎块", "true（是）")]
    [InlineData("日期", "Engineering waste", "现场再利用", "concrete or asphalt", "1")]
    public void Tables_TakeWordsInChinese(string date, string wasteClass, string route, string material, string recoverable)
    {
        var tables = new OneTable($"{date},类别,去向,数量,单位,材料,可回收\n2026-01-31,{wasteClass},{route},12.5,吨,{material},{recoverable}\n");

        Assert.True(ProjectFile.TryReadText("{" + Site + """ "waste": { "ledger": { "file": "ledger.csv" } } }""", "p", out var project, out var errors, tables: tables), string.Join("\n", errors));
        var entry = Assert.Single(project!.Waste!.Ledger);
        Assert.Equal((WasteClass.EngineeringWaste, WasteRoute.ReusedOnSite, "concrete-or-asphalt", true), (entry.Class, entry.Route, entry.Material, entry.IsRecoverable));
    }

    /// <summary>All that the ledger of an audit in Chinese shows at its head.</summary>
    [Theory]
    [InlineData("产生", WasteRoute.Generated)]
    [InlineData("现场再生", WasteRoute.RecycledOnSite)]
    [InlineData("场外回用", WasteRoute.ReusedOffSite)]
    [InlineData("场外再生", WasteRoute.RecycledOffSite)]
    [InlineData("能量回收", WasteRoute.EnergyRecovery)]
    [InlineData("处置", WasteRoute.Disposed)]
    public void Routes_InChinese(string word, WasteRoute route)
    {
        Assert.True(ProjectFile.TryReadText("{" + Site + $$""" "waste": { "ledger": [ { "date": "2026-01-31", "class": "危险废物", "route": "{{word}}", "quantity": 1, "unit": "t" } ] } }""", "p", out var project, out _));
        Assert.Equal((WasteClass.Hazardous, route), (project!.Waste!.Ledger[0].Class, project.Waste.Ledger[0].Route));
    }

    [Fact]
    public void Projects_TakeWordsInChinese()
    {
        var text = "{" + Site.Replace("\"building\"", "\"房屋建筑\"", StringComparison.Ordinal).Replace("\"residential\"", "\"居住建筑\", \"stages\": [\"土石方\", \"structure（结构）\"]", StringComparison.Ordinal)
            + """ "components": { "schedule": [ { "id": "1", "category": "叠合楼板", "face": "内表面" } ] }, "assembly": { "structure": "混凝土", "phase": "设计阶段" }, """
            + """ "materials": { "bill": [ { "id": "1", "name": "x", "quantity": 1, "unit": "t", "material": "C30混凝土", "role": "rebar（钢筋）", "uses": "建筑；other", "facets": "medium=水性", "class": "wood-based-panel（人造板）" } ] } }""";

        Assert.True(ProjectFile.TryReadText(text, "p", out var project, out var errors), string.Join("\n", errors));
        Assert.Equal("projectType=building, prefabricated=false, sourceWorks=new-building, structureType=cast-in-situ-concrete, buildingUse=residential", project!.Site.Circumstances.ToString());
        Assert.Equal(["earthwork", "structure"], project.Site.Stages);
        Assert.Equal("composite-slab", Assert.Single(project.Components!.Schedule).Category);
        Assert.Equal((AssemblyStructure.Concrete, AssemblyPhase.Design), (project.Assembly!.TakeOff.Structure, project.Assembly.TakeOff.Phase));
        var line = Assert.Single(project.Materials!.Bill);
        Assert.Equal(("concrete-c30", StructuralRole.Rebar, "medium=water-borne", "wood-based-panel"), (line.BuildingMaterial, line.StructuralRole, line.ProductCircumstances.ToString(), line.Class!.Key));
        Assert.Equal(["construction", "other"], line.Uses);
    }

    /// <summary>File, line, column, the words with their names, and the nearest.</summary>
    [Fact]
    public void Tables_SayWhichWordsThereAre()
    {
        var tables = new OneTable("日期,类别,去向,数量,单位\n2026-01-31,拆除垃圾,场外再生,1,t\n2026-01-31,拆除垃圾,现场会用,1,t\n");

        Assert.False(ProjectFile.TryReadText("{" + Site + """ "waste": { "ledger": { "file": "ledger.csv" } } }""", "p", out _, out var errors, tables: tables));
        Assert.Equal(
            "ledger.csv:3：去向：“现场会用”不是以下之一：generated（产生）、reused-on-site（现场回用）、recycled-on-site（现场再生）、reused-off-site（场外回用）、recycled-off-site（场外再生）、energy-recovery（能量回收）、disposed（处置）。是否应为“现场回用”？",
            Assert.Single(errors).In(Language.Chinese));
        Assert.Equal(
            "ledger.csv:3: 去向: '现场会用' is not one of generated, reused-on-site, recycled-on-site, reused-off-site, recycled-off-site, energy-recovery, disposed. Is '现场回用' meant?", errors[0].In(Language.English));
    }

    /// <summary>As Excel in Chinese saves a date, and a Chinese keyboard writes digits; blanks of any width around a value say nothing.</summary>
    [Theory]
    [InlineData("2026/1/31", "12.5")]
    [InlineData("2026年1月31日", "１２．５")]
    [InlineData("２０２６－０１－３１", "\u3000+12.5\u00a0")]
    public void Tables_TakeDaysAndDigitsAsPeopleWriteThem(string day, string quantity)
    {
        var tables = new OneTable($"日期,类别,去向,数量,单位\n{day},拆除垃圾,场外再生,{quantity},ｔ\n");

        Assert.True(ProjectFile.TryReadText("{" + Site + """ "waste": { "ledger": { "file": "ledger.csv" } } }""", "p", out var project, out var errors, tables: tables), string.Join("\n", errors));
        Assert.Equal((new CalendarDate(2026, 1, 31), 12.5m), (project!.Waste!.Ledger[0].Date, project.Waste.Ledger[0].Quantity));
    }

    [Theory]
    [InlineData("2026-06-31", "There is no such day as '2026-06-31': June 2026 has 30 days.", "没有“2026-06-31”这一天：2026 年 6 月只有 30 天。")]
    [InlineData("2026/13/01", "There is no such day as '2026/13/01': a year has 12 months.", "没有“2026/13/01”这一天：一年只有 12 个月。")]
    [InlineData("2025年2月29日", "There is no such day as '2025年2月29日': February 2025 has 28 days.", "没有“2025年2月29日”这一天：2025 年 2 月只有 28 天。")]
    // Which is the day and which the month is not known.
    [InlineData("31/01/2026", "'31/01/2026' is not a day of the form 2026-01-31.", "“31/01/2026”不是 2026-01-31 形式的日期。")]
    [InlineData("2026-01/31", "'2026-01/31' is not a day of the form 2026-01-31.", "“2026-01/31”不是 2026-01-31 形式的日期。")]
    public void Tables_DaysThatAreNone(string day, string english, string chinese)
    {
        Assert.False(ProjectFile.TryReadText("{" + Site + """ "waste": { "ledger": { "file": "ledger.csv" } } }""", "p", out _, out var errors, tables: new OneTable($"日期,类别,去向,数量,单位\n{day},拆除垃圾,场外再生,1,t\n")));

        Assert.Equal("ledger.csv:2: 日期: " + english, Assert.Single(errors).ToString());
        Assert.Equal("ledger.csv:2：日期：" + chinese, errors[0].In(Language.Chinese));
    }

    /// <summary>Line and position, as editors go to them; of a row in the file those of the row.</summary>
    [Fact]
    public void Mistakes_InJsonHaveTheirPosition()
    {
        var text = """
            { "name": "x", "place": "CN-SH",
              "on": "2026-6-30",
              "waste": { "ledger": [
                 { "date": "2026-01-31", "class": "拆除垃圾", "route": "处置", "quantity": "1,5", "unit": "t" } ] } }
            """;

        Assert.False(ProjectFile.TryReadText(text, "p.json", out _, out var errors));
        Assert.Equal(["p.json:2:9: on: '2026-6-30' is not a day of the form 2025-12-31.", "p.json:4:6: waste.ledger[0].quantity: '1,5' has a comma: write a decimal point (1.5), and nothing between thousands (1500)."], errors.Select(static error => error.ToString()));
    }

    private static ProjectAudit Judge(string members)
    {
        Assert.True(ProjectFile.TryReadText("{" + members + "}", "p.greenbuild.json", out var project, out var errors), string.Join("\n", errors));
        return ProjectAudit.Judge(project!, ProjectReadings.None);
    }

    private sealed class OneTable(string text = "日期,类别,去向,数量,单位\n2026-01-31,拆除垃圾,场外再生,12.5,m³\n") : ProjectTables
    {
        public override ProjectTable? Read(string path, out BilingualText problem)
        {
            problem = path == "ledger.csv" ? default : new("not here", "没有");
            return path == "ledger.csv" ? ProjectTable.ReadCsv(text, path) : null;
        }
    }
}
