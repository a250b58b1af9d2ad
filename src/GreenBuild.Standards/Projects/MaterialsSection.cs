using GreenBuild.Standards.Materials;

namespace GreenBuild.Standards.Projects;

/// <summary>What a project file says of building materials: their bill, and the declarations that it names.</summary>
public sealed class MaterialsSection
{
    internal static readonly ProjectField Field = new("materials", ProjectFieldKind.Object, new("Building materials", "建筑材料"))
    {
        Fields =
        [
            new("bill", ProjectFieldKind.Table, new("Bill of the materials with their test reports and certificates", "材料清单（含检测报告和认证证书）"))
            {
                IsNeeded = true, NeedsItem = true, Table = static () => new MaterialBillTable("", new Dictionary<string, Epd>()),
            },
            new("floorArea", ProjectFieldKind.Number, new("Gross floor area, m2, to which carbon is referred", "建筑面积，m2，用于单位面积碳排放")) { Lowest = 0, IsAbove = true, Highest = 1_000_000_000 },
            new("epds", ProjectFieldKind.List, new("Environmental product declarations that the bill names by their id", "材料清单以 id 引用的环境产品声明"))
            {
                Fields = [new("file", ProjectFieldKind.Path, new("File of the declaration (ILCD+EPD, JSON)", "声明文件（ILCD+EPD，JSON）")) { IsNeeded = true }],
            },
        ],
    };

    /// <summary>The lines of the bill, in order.</summary>
    public IReadOnlyList<MaterialLine> Bill { get; init; } = [];

    /// <summary>The gross floor area in m2; <see langword="null"/> if it is not known.</summary>
    public decimal? FloorArea { get; init; }

    internal static MaterialsSection? Read(ProjectFields materials)
    {
        var floorArea = materials.Number("floorArea");
        var epds = new Dictionary<string, Epd>(StringComparer.Ordinal);
        var isGood = true;
        foreach (var declared in materials.List("epds"))
        {
            if (declared.Epd("file") is not { } epd)
            {
                isGood = false;
                continue;
            }

            var known = epds.Count;
            epds[epd.Id] = epd;
            if (epds.Count == known) declared.Report("file", $"The declaration '{InputError.Quote(epd.Id)}' stands twice.", $"声明“{InputError.Quote(epd.Id)}”重复。");
        }

        // Lines that name a declaration which could not be read are not wrong themselves.
        if (!isGood) return null;
        return materials.TryReadTable("bill", file => new MaterialBillTable(file, epds), out var table) ? new MaterialsSection { Bill = table.Lines.AsReadOnly(), FloorArea = floorArea } : null;
    }

    internal AuditSection Judge(ProjectFile project, CalendarDate date, StandardsCatalogue catalogue, CheckOptions options)
    {
        var result = new MaterialBill { Lines = Bill, Place = project.Place, FloorArea = FloorArea, Circumstances = project.Site.Circumstances }.Judge(date, catalogue, options);
        var groups = new List<AuditGroup>();
        foreach (var line in result.Lines)
        {
            if (line.HarmfulSubstances.Count + line.Certificate.Count == 0) continue;
            var name = line.Line.Id + " " + line.Line.Name;
            groups.Add(new AuditGroup(new(name, name), [.. line.HarmfulSubstances, .. line.Certificate]));
        }

        if (result.Procurement.Count > 0) groups.Add(new AuditGroup(new("Government procurement", "政府采购"), result.Procurement));
        var figures = result.Figures.Select(static figure => (IReadOnlyList<BilingualText>)
        [
            TitleOf(figure.Name), Words.Same(figure.Subject), Words.Same(figure.Value is { } value ? Words.Number(Gbt8170.Round(value, 2)) : "–"), Words.Same(figure.Unit), Words.Of(figure.Evidence),
        ]).ToList();
        groups.Add(new AuditGroup(new("The bill as a whole", "清单整体"), result.Carbon.Findings)
        {
            Tables = [new AuditTable(new("Figures of the bill", "清单指标"), [new(new("Figure", "指标")), new(new("Of", "对象")), new(new("Value", "数值"), true), new(new("Unit", "单位")), new(new("Evidence", "依据"))], figures)],
        });
        return new AuditSection(ProjectDomain.Materials, new("Building materials", "建筑材料"), groups.AsReadOnly());
    }

    private static BilingualText TitleOf(string figure) => figure switch
    {
        "embodied-carbon" => new("Embodied carbon", "隐含碳排放"),
        "embodied-carbon-per-area" => new("Embodied carbon by floor area", "单位面积隐含碳排放"),
        "green-material-ratio" => new("Ratio of green materials", "绿色建材应用比例"),
        "recyclable-share" => new("Recyclable and reusable materials", "可再循环和可再利用材料用量比例"),
        "points" => new("Points of GB/T 50378", "GB/T 50378 得分"),
        _ => Words.Same(figure),
    };
}
