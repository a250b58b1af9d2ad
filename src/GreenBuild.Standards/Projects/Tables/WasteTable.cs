using GreenBuild.Standards.Waste;

namespace GreenBuild.Standards.Projects;

/// <summary>A ledger of construction waste while it is read.</summary>
internal sealed class WasteTable(string file) : RecordTable(file)
{
    private static readonly (WasteRoute, FacetValue)[] Routes =
    [
        Of(WasteRoute.Generated, "generated", Words.Of(WasteRoute.Generated)),
        Of(WasteRoute.ReusedOnSite, "reused-on-site", Words.Of(WasteRoute.ReusedOnSite), "现场再利用"),
        Of(WasteRoute.RecycledOnSite, "recycled-on-site", Words.Of(WasteRoute.RecycledOnSite), "现场再生利用"),
        Of(WasteRoute.ReusedOffSite, "reused-off-site", Words.Of(WasteRoute.ReusedOffSite), "场外再利用"),
        Of(WasteRoute.RecycledOffSite, "recycled-off-site", Words.Of(WasteRoute.RecycledOffSite), "场外再生利用"),
        Of(WasteRoute.EnergyRecovery, "energy-recovery", Words.Of(WasteRoute.EnergyRecovery)),
        Of(WasteRoute.Disposed, "disposed", Words.Of(WasteRoute.Disposed), "填埋", "消纳", "填埋或消纳"),
    ];

    // Words of places for the same classes are read by their own list.
    private static readonly (WasteClass, FacetValue)[] Classes =
    [
        Of(WasteClass.EngineeringSpoil, "engineering-spoil", Words.Of(WasteClass.EngineeringSpoil)),
        Of(WasteClass.EngineeringSlurry, "engineering-slurry", Words.Of(WasteClass.EngineeringSlurry)),
        Of(WasteClass.EngineeringWaste, "engineering-waste", Words.Of(WasteClass.EngineeringWaste)),
        Of(WasteClass.DemolitionWaste, "demolition-waste", Words.Of(WasteClass.DemolitionWaste)),
        Of(WasteClass.DecorationWaste, "decoration-waste", Words.Of(WasteClass.DecorationWaste)),
        Of(WasteClass.LandClearing, "land-clearing", Words.Of(WasteClass.LandClearing)),
        Of(WasteClass.Hazardous, "hazardous", Words.Of(WasteClass.Hazardous)),
        Of(WasteClass.Unknown, "unknown", Words.Of(WasteClass.Unknown), "不明"),
    ];

    private readonly TableColumn _date = new("date", true, ["date", "日期"], [], "2026-03-31") { Description = new("Day", "日期") };
    private readonly TableColumn _class = new("class", true, ["class", "类别", "垃圾类别"], [], "engineering-waste") { Description = Described(new("Class of waste: ", "垃圾类别："), Classes) };
    private readonly TableColumn _route = new("route", true, ["route", "去向"], [], "recycled-off-site") { Description = Described(new("What the line records: ", "该行记录的去向："), Routes) };
    private readonly TableColumn _quantity = new("quantity", true, ["quantity", "数量"], [], "12.5") { Description = new("Quantity", "数量") };
    private readonly TableColumn _unit = new("unit", true, ["unit", "单位"], [], "t") { Description = new("Unit of mass or volume", "质量或体积单位") };
    private readonly TableColumn _material = new("material", false, ["material", "材料"], [], "concrete") { Description = new("Material, a word of the facet 'wasteMaterial'", "材料，即条件“wasteMaterial”的词"), Facet = "wasteMaterial" };
    private readonly TableColumn _stage = new("stage", false, ["stage", "施工阶段"], [], "structure") { Description = new("Construction stage", "施工阶段"), Facet = "stage" };
    private readonly TableColumn _destination = new("destination", false, ["destination", "接收单位"], [], "") { Description = new("Who received it", "接收单位") };
    private readonly TableColumn _facility = new("receiving facility", false, ["receiving facility", "接收设施"], [], "") { Description = new("Kind of facility that received it", "接收设施类型"), Facet = "receivingFacility" };
    private readonly TableColumn _density = new("density", false, ["density", "密度"], ["t/m3"], "1.6") { IsConverted = true, Description = new("Density of this line, for a volume", "本行体积换算密度") };
    private readonly TableColumn _recoverable = new("recoverable", false, ["recoverable", "可回收"], [], "1") { Description = new("Whether it can be recovered", "是否可回收") };
    private readonly TableColumn _commingled = new("commingled", false, ["commingled", "混合收运"], [], "0") { Description = new("Whether it went to recycling mixed with other materials", "是否与其他材料混合送往再生") };

    private static BilingualText Described<T>(BilingualText what, (T, FacetValue Word)[] known)
    {
        var words = KnownWords.Listed(known.Select(static one => one.Word));
        return new(what.English + words.English, what.Chinese + words.Chinese);
    }

    public List<WasteEntry> Entries { get; } = [];

    public override TableColumn[] Columns => [_date, _class, _route, _quantity, _unit, _material, _stage, _destination, _facility, _density, _recoverable, _commingled];

    protected override BilingualText NoRows => new("There is no line below the names of the columns.", "列名之下没有任何记录。");

    protected override void ReadRow()
    {
        if (NeededText(_date).Length == 0 | NeededText(_class).Length == 0 | NeededText(_route).Length == 0) return;
        var (date, wasteClass) = (Day(_date), Class());
        var route = Choice(_route, WasteRoute.Generated, Routes);
        var quantity = NeededNumber(_quantity);
        var (material, stage, facility) = (Word(_material, "wasteMaterial"), Word(_stage, "stage"), Word(_facility, "receivingFacility"));
        var (density, recoverable, commingled) = (Density(), YesOrNo(_recoverable), YesOrNo(_commingled));
        if (!IsGood) return;
        // What is no unit is a finding on the line, not an error of the file.
        Entries.Add(new WasteEntry(date!.Value, wasteClass, route, quantity, Text(_unit))
        {
            Material = material, Stage = stage, ReceivingFacility = facility, Destination = IsGiven(_destination) ? Text(_destination) : null, Density = density, IsRecoverable = recoverable, IsCommingled = commingled ?? false, Origin = Origin,
        });
    }

    private WasteClass Class()
    {
        var text = Text(_class);
        if (WasteClassScheme.TryParse(text, out var known)) return known;
        return Choice(_class, WasteClass.Unknown, Classes);
    }

    private static (T, FacetValue) Of<T>(T value, string word, BilingualText title, params string[] also) => (value, new FacetValue(word, title) { Also = also });

    private WasteDensity? Density()
    {
        if (Number(_density) is not { } density) return null;
        if (density is > 0 and <= 10) return WasteDensity.Given(File, density);
        ReportForm(_density, $"{Words.Number(density)} t/m3 is no density of waste (above 0, at most 10).", $"{Words.Number(density)} t/m3 不是垃圾的密度（大于 0，不超过 10）。");
        return null;
    }
}
