using GreenBuild.Standards.Noise;

namespace GreenBuild.Standards.Projects;

/// <summary>Reads a project file, section by section.</summary>
internal sealed class ProjectFileReader(ProjectReading reading)
{
    // These follow from the time and kind of each record, or are given another way.
    private static readonly Dictionary<string, BilingualText> DerivedFacets = new(StringComparer.Ordinal)
    {
        ["period"] = new("day and night follow from the time of each reading", "昼夜由每个读数的时间确定"),
        ["location"] = new("the points of a project stand at the boundary of the site", "项目的测点位于场界"),
        ["stage"] = new("give the stages that run at the same time in 'stages'", "请在“stages”中列出同时进行的施工阶段"),
        ["backgroundDifference"] = new("it follows from the background level of the point", "由测点的背景噪声值确定"),
        ["hours"] = new("it follows from the time of each reading", "由每个读数的时间确定"),
        ["dates"] = new("it follows from the time of each reading", "由每个读数的时间确定"),
    };

    // Of materials and components most facets are those of one product or part.
    private static readonly HashSet<string> OfBuilding = new(StringComparer.Ordinal)
    {
        "buildingClass", "climateZone", "buildingStatus", "designPhase", "statePublicWorks", "greenBuildingStars", "allBuildings", "gridProvince", "gridRegion",
        "structureSystem", "seismicIntensity", "promotionArea", "affordableHomesProgramme", "buildabilityEdition", "leedVersion", "leedProject",
    };

    /// <summary>The facets that a site may state.</summary>
    internal static IEnumerable<Facet> SiteFacets =>
        Vocabulary.Facets.Where(static facet => (facet.Domain is "noise" or "general" or "dust" or "waste" || OfBuilding.Contains(facet.Name)) && !DerivedFacets.ContainsKey(facet.Name));

    /// <summary>The sections, of which a project must have one.</summary>
    internal static readonly ProjectField[] Sections = [NoiseSection.Field, DustSection.Field, WasteSection.Field, MaterialsSection.Field, ComponentsSection.Field, AssemblySection.Field, DutiesSection.Field];

    /// <summary>The fields of a project file.</summary>
    internal static readonly ProjectField[] Fields =
    [
        new("$schema", ProjectFieldKind.Text, new("Where this schema stands, for editors", "本模式的位置，供编辑器使用")),
        new("name", ProjectFieldKind.Name, new("Name of the project", "项目名称")) { IsNeeded = true },
        new("place", ProjectFieldKind.Text, new(
            "Place of the site: ISO 3166-2 code, below the province followed by GB/T 2260; the name also does", "工地所在地：ISO 3166-2 代码，省以下附 GB/T 2260 代码；也可用名称")) { IsNeeded = true },
        new("from", ProjectFieldKind.Day, new("First day that is audited; all readings if not given", "审核的第一天；未给出则审核全部读数")),
        new("to", ProjectFieldKind.Day, new("Last day that is audited, included", "审核的最后一天（含）")),
        new("on", ProjectFieldKind.Day, new("Day by whose rules everything is judged that has no day of its own, such as a plan or a bill; 'to' if not given", "无自身日期的内容（如方案、清单）按该日的规则评价；未给出则取“to”")),
        new("site", ProjectFieldKind.Facets, new(
            "What is known of the site and the building. What is left out is not known, which is not the same as no", "工地与建筑的已知条件。未给出的视为未知，而不是“否”"))
        {
            Facets = static () => SiteFacets,
            Fields = [new("stages", ProjectFieldKind.Words, new("Construction stages that run at the same time", "同时进行的施工阶段")) { Facet = "stage" }],
        },
        .. Sections,
        new("waivers", ProjectFieldKind.List, new("Findings that are known and accepted until a day; they are shown as waived", "已知并在某日前予以豁免的结论；报告中标明“已豁免”"))
        {
            Fields =
            [
                new("rule", ProjectFieldKind.Text, new("Key of the requirement", "要求的键")) { IsNeeded = true },
                new("subject", ProjectFieldKind.Name, new("The point, product or component that is meant; all if not given", "所指测点、产品或构件；未给出则为全部")),
                new("reason", ProjectFieldKind.Name, new("Why", "理由")) { IsNeeded = true },
                new("until", ProjectFieldKind.Day, new("Last day on which it counts", "有效的最后一天")) { IsNeeded = true },
            ],
        },
    ];

    public ProjectFile? Read()
    {
        if (reading.ReadRoot() is not { } tree || reading.Object(tree, "", Fields) is not { } root) return null;
        root.Text("$schema");
        var name = root.Name("name");
        var place = Place(root);
        var (from, to, on) = (root.Day("from"), root.Day("to"), root.Day("on"));
        if (from is { } first && to is { } last && last < first) root.Report("to", $"{last} is before 'from', {first}.", $"{last} 早于“from”的 {first}。");
        // Without a place, the rest is still read, for its errors.
        var site = Site(root, place ?? Jurisdiction.China, name ?? "");
        var noise = root.Object("noise") is { } ofNoise ? NoiseSection.Read(ofNoise) : null;
        var dust = root.Object("dust") is { } ofDust ? DustSection.Read(ofDust) : null;
        var components = root.Object("components") is { } ofComponents ? ComponentsSection.Read(ofComponents) : null;
        var waste = root.Object("waste") is { } ofWaste ? WasteSection.Read(ofWaste) : null;
        var materials = root.Object("materials") is { } ofMaterials ? MaterialsSection.Read(ofMaterials) : null;
        var assembly = root.Object("assembly") is { } ofAssembly ? AssemblySection.Read(ofAssembly) : null;
        var duties = root.Object("duties") is { } ofDuties ? DutiesSection.Read(ofDuties) : null;
        if (place is not null && root.Has("noise")) CheckCoverage(root, Measurands.Noise.SiteBoundary, place, ("from", from), ("to", to));
        if (!Array.Exists(Sections, section => root.Has(section.Name)))
        {
            var names = Sections.Select(static section => section.Name).ToList();
            root.Report("", $"The project has nothing to judge: give at least one of {string.Join(", ", names)}.", $"项目没有可评价的内容：请至少给出以下之一：{string.Join("、", names)}。");
        }

        return new ProjectFile(name ?? "", site) { From = from, To = to, On = on ?? to, Noise = noise, Dust = dust, Waste = waste, Materials = materials, Components = components, Assembly = assembly, Duties = duties, Waivers = Waivers(root), Notes = reading.Notes.AsReadOnly() };
    }

    private Jurisdiction? Place(ProjectFields root)
    {
        if (root.Text("place") is not { } text) return null;
        if (Jurisdiction.TryParse(text, out var place)) return reading.PlaceInstead ?? place;
        var near = Suggestion.ForPlace(text);
        root.Report(
            "place", $"'{InputError.Quote(text)}' is not a known place; use an ISO 3166-2 code such as CN-SH.{near.English}",
            $"“{InputError.Quote(text)}”不是已知地点；请使用 ISO 3166-2 代码，例如 CN-SH。{near.Chinese}");
        return null;
    }

    // A place or a day without any rule is a mistake of the input: nothing could be judged there.
    private void CheckCoverage(ProjectFields root, string measurand, Jurisdiction place, params (string Field, CalendarDate? Day)[] days)
    {
        if (RuleCoverage.GapOf(reading.Catalogue, measurand, place, reading.Catalogue.ReleaseDate) is { } none)
        {
            root.Report("place", none);
            return;
        }

        foreach (var (field, date) in days)
            if (date is { } day && RuleCoverage.GapOf(reading.Catalogue, measurand, place, day) is { } gap) root.Report(field, gap);
    }

    private ConstructionSite Site(ProjectFields root, Jurisdiction place, string name)
    {
        var circumstances = root.Facets("site", DerivedFacets);
        var stages = root.Find("site") is { Kind: Reading.JsonKind.Object } site && site["stages"] is not null
            ? new ProjectFields(reading, site, "site", Array.Find(Fields, static field => field.Name == "site")!.Fields).WordList("stages") : [];
        return new ConstructionSite(place) { Name = name, Circumstances = circumstances, Stages = stages };
    }

    private List<ProjectWaiver> Waivers(ProjectFields root)
    {
        var waivers = new List<ProjectWaiver>();
        foreach (var fields in root.List("waivers"))
        {
            var (rule, reason, until) = (fields.Text("rule"), fields.Name("reason"), fields.Day("until"));
            if (rule is not null && WhyUnknown(rule, reading.Catalogue) is { } problem) fields.Report("rule", problem);
            else if (rule is not null && reason is not null && until is { } day)
            {
                waivers.Add(new ProjectWaiver(rule, reason, day) { Subject = fields.Name("subject"), Origin = fields.Origin });
            }
        }

        return waivers;
    }

    /// <summary>That a key is no requirement, with the nearest one that is; <see langword="null"/> if it is one.</summary>
    internal static BilingualText? WhyUnknown(string key, StandardsCatalogue catalogue)
    {
        if (catalogue.Find(key) is not null) return null;
        var near = Suggestion.Ask(Suggestion.For(key, catalogue.Editions.SelectMany(static edition => edition.Requirements).Select(static one => one.Key)));
        return new BilingualText($"'{InputError.Quote(key)}' is no requirement.{near.English}", $"“{InputError.Quote(key)}”不是任何要求的键。{near.Chinese}");
    }
}
