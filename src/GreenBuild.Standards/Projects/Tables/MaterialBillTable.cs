using System.Text.RegularExpressions;
using GreenBuild.Standards.Materials;

namespace GreenBuild.Standards.Projects;

/// <summary>One bill of materials while it is read.</summary>
internal sealed class MaterialBillTable(string file, IReadOnlyDictionary<string, Epd> epds) : RecordTable(file)
{
    private readonly TableColumn _id = new("id", true, ["id", "编号", "序号"], [], "M-001") { Description = new("Number of the line, unique in the bill", "编号，清单内唯一") };
    private readonly TableColumn _name = new("name", true, ["name", "名称", "材料名称"], [], "rebar HRB400") { Description = new("Name of the material", "材料名称") };
    private readonly TableColumn _quantity = new("quantity", true, ["quantity", "用量", "数量"], [], "12.5") { Description = new("Quantity", "用量") };
    private readonly TableColumn _unit = new("unit", true, ["unit", "单位"], [], "t") { Description = new("Unit: t, kg, m3, m2, m, 1", "单位：t、kg、m3、m2、m、件") };
    private readonly TableColumn _supplier = new("supplier", false, ["supplier", "供应商"], [], "") { Description = new("Supplier", "供应商") };
    private readonly TableColumn _manufacturer = new("manufacturer", false, ["manufacturer", "生产企业"], [], "") { Description = new("Manufacturer", "生产企业") };
    private readonly TableColumn _plant = new("plant", false, ["plant", "生产厂"], [], "") { Description = new("Plant", "生产厂") };
    private readonly TableColumn _productUnit = new("product unit", false, ["product unit", "认证单元"], [], "") { Description = new("Certified product unit that was delivered", "所供产品的认证单元") };
    private readonly TableColumn _delivery = new("delivery date", false, ["delivery date", "进场日期", "交货日期"], [], "2026-05-31") { Description = new("Day of delivery; it chooses the edition", "进场日期，据此确定适用版本") };
    private readonly TableColumn _production = new("production date", false, ["production date", "生产日期"], [], "2026-05-20") { Description = new("Day of production", "生产日期") };
    private readonly TableColumn _class = new("class", false, ["class", "产品类别"], [], "wood-floor") { Description = new("Product class for limits of harmful substances", "有害物质限量所用的产品类别") };
    private readonly TableColumn _facets = new("facets", false, ["facets", "产品条件"], [], "panelType=mdf") { Description = new("Facets of the product: medium=water-borne; resin=acrylic", "产品条件：medium=water-borne; resin=acrylic") };
    private readonly TableColumn _uses = new("uses", false, ["uses", "用途"], [], "construction; other") { Description = new("Uses, separated by semicolons", "用途，以分号分隔") };
    private readonly TableColumn _tests = new("tests", false, ["tests", "检测结果"], [], "formaldehyde-emission=0.05 mg/m3 @Chamber1m3") { Description = new("Test results, separated by |", "检测结果，以 | 分隔") };
    private readonly TableColumn _radium = new("Ra-226", false, ["Ra-226", "镭-226"], ["Bq/kg"], "35") { Description = new("Specific activity of radium-226", "镭-226 放射性比活度") };
    private readonly TableColumn _thorium = new("Th-232", false, ["Th-232", "钍-232"], ["Bq/kg"], "40") { Description = new("Specific activity of thorium-232", "钍-232 放射性比活度") };
    private readonly TableColumn _potassium = new("K-40", false, ["K-40", "钾-40"], ["Bq/kg"], "400") { Description = new("Specific activity of potassium-40", "钾-40 放射性比活度") };
    private readonly TableColumn _density = new("density", false, ["density", "密度"], ["kg/m3", "kg/m³"], "2400") { IsConverted = true, Description = new("Density", "密度") };
    private readonly TableColumn _massPerUnit = new("mass per unit", false, ["mass per unit", "单位质量"], ["kg"], "12.5") { IsConverted = true, Description = new("Mass of one unit", "单位质量") };
    private readonly TableColumn _material = new("material", false, ["material", "碳核算材料"], [], "rebar") { Description = new("Material for carbon, a word of the facet 'buildingMaterial'", "碳核算材料，即条件“buildingMaterial”的词") };
    private readonly TableColumn _group = new("group", false, ["group", "材料组"], [], "q1") { Description = new("Group for the ratio of green materials", "绿色建材应用比例的材料组") };
    private readonly TableColumn _kind = new("kind", false, ["kind", "材料类别"], [], "") { Description = new("Kind of material", "材料类别") };
    private readonly TableColumn _list = new("list", false, ["list", "采购类别"], [], "optional") { Description = new("List of government procurement", "政府采购清单类别") };
    private readonly TableColumn _report = new("procurement report", false, ["procurement report", "采购检测报告"], [], "1") { Description = new("Whether a test report for procurement is there", "是否有采购检测报告") };
    private readonly TableColumn _role = new("role", false, ["role", "受力部位"], [], "rebar") { Description = new("Structural role: rebar, vertical-concrete, structural-steel", "受力部位：钢筋、竖向混凝土、钢结构") };
    private readonly TableColumn _grade = new("grade", false, ["grade", "强度等级"], [], "400") { Description = new("Strength grade", "强度等级") };
    private readonly TableColumn _recyclable = new("recyclable", false, ["recyclable", "可再循环再利用"], [], "1") { Description = new("Whether it can be recycled or reused", "是否可再循环、再利用") };
    private readonly TableColumn _recycled = new("recycled content", false, ["recycled content", "再生原料比例"], ["%"], "30") { Description = new("Recycled content", "再生原料比例") };
    private readonly TableColumn _certificate = new("certificate", false, ["certificate", "证书编号"], [], "") { Description = new("Number of the certificate of a green material", "绿色建材认证证书编号") };
    private readonly TableColumn _certifiedUnit = new("certified unit", false, ["certified unit", "证书认证单元"], [], "") { Description = new("Product unit on the certificate", "证书所载认证单元") };
    private readonly TableColumn _certifiedManufacturer = new("certified manufacturer", false, ["certified manufacturer", "证书生产企业"], [], "") { Description = new("Manufacturer on the certificate", "证书所载生产企业") };
    private readonly TableColumn _certifiedPlant = new("certified plant", false, ["certified plant", "证书生产厂"], [], "") { Description = new("Plant on the certificate", "证书所载生产厂") };
    private readonly TableColumn _stars = new("stars", false, ["stars", "星级"], [], "2") { Description = new("Stars", "星级") };
    private readonly TableColumn _issued = new("issued", false, ["issued", "发证日期"], [], "2024-03-01") { Description = new("Day of issue", "发证日期") };
    private readonly TableColumn _validUntil = new("valid until", false, ["valid until", "有效期至"], [], "2029-02-28") { Description = new("Last day of validity", "有效期至") };
    private readonly TableColumn _suspended = new("suspended", false, ["suspended", "证书暂停"], [], "0") { Description = new("Whether the certificate is suspended", "证书是否暂停") };
    private readonly TableColumn _epd = new("epd", false, ["epd", "环境产品声明"], [], "") { Description = new("Id of its environmental product declaration", "环境产品声明的 id") };
    private readonly TableColumn _factor = new("factor", false, ["factor", "碳排放因子"], ["kgCO2e"], "1800") { Description = new("Carbon factor of your own", "自有碳排放因子") };
    private readonly TableColumn _factorUnit = new("factor unit", false, ["factor unit", "因子单位"], [], "t") { Description = new("Unit that the factor is for", "因子对应的单位") };
    private readonly TableColumn _factorSource = new("factor source", false, ["factor source", "因子来源"], [], "") { Description = new("Where the factor comes from", "因子来源") };
    private readonly TableColumn _factorYear = new("factor year", false, ["factor year", "因子年份"], [], "2025") { Description = new("Year of the factor", "因子年份") };
    private readonly TableColumn _factorGeneration = new("factor generation", false, ["factor generation", "因子 EN 15804 版本"], [], "A2") { Description = new("Generation of EN 15804: A1 or A2", "EN 15804 版本：A1 或 A2") };
    private readonly TableColumn _distance = new("distance", false, ["distance", "运输距离"], ["km", "公里"], "120") { IsConverted = true, Description = new("Transport distance", "运输距离") };
    private readonly TableColumn _transport = new("transport", false, ["transport", "运输方式"], [], "heavy-diesel-18t") { Description = new("Means of transport, a word of the facet 'transportMode'", "运输方式，即条件“transportMode”的词") };

    // A number ends where its digits do: were it tried at each of them, a long cell would take the square of its length.
    private static readonly Regex TestForm = new(@"^(?<name>[a-z0-9-]+)(\[(?<facets>[^\]]*)\])?\s*=\s*(?<value>(?>[+-]?[0-9.]+))\s*(?<unit>[^\s@]+)\s*(@\s*(?<method>[A-Za-z]\w*))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private static readonly FacetValue[] Classes = [.. ProductClass.All.Select(static one => new FacetValue(one.Key, one.Name))];

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);

    public List<MaterialLine> Lines { get; } = [];

    public override TableColumn[] Columns =>
    [
        _id, _name, _quantity, _unit, _supplier, _manufacturer, _plant, _productUnit, _delivery, _production, _class, _facets, _uses, _tests, _radium, _thorium, _potassium, _density, _massPerUnit, _material, _group, _kind, _list, _report, _role, _grade, _recyclable,
        _recycled, _certificate, _certifiedUnit, _certifiedManufacturer, _certifiedPlant, _stars, _issued, _validUntil, _suspended, _epd, _factor, _factorUnit, _factorSource, _factorYear, _factorGeneration,
        _distance, _transport,
    ];

    protected override BilingualText NoRows => new("There is no line below the names of the columns.", "列名之下没有任何材料。");

    protected override void ReadRow()
    {
        var id = NeededText(_id);
        if (id.Length > 0)
        {
            if (_ids.TryGetValue(id, out var first)) Report(_id, $"'{InputError.Quote(id)}' stands already in line {first}.", $"“{InputError.Quote(id)}”已出现在第 {first} 行。");
            else _ids.Add(id, Line);
        }

        var line = new MaterialLine
        {
            Id = id,
            Name = NeededText(_name),
            Quantity = NeededNumber(_quantity),
            Unit = UnitOf(_unit) ?? "",
            Supplier = Text(_supplier),
            Manufacturer = Text(_manufacturer),
            Plant = Text(_plant),
            ProductUnit = Text(_productUnit),
            DeliveryDate = Day(_delivery),
            ProductionDate = Day(_production),
            Class = Class(),
            ProductCircumstances = Facets(_facets, Text(_facets)),
            Uses = Uses(),
            Reports = Tests(),
            Radionuclides = Radionuclides(),
            Density = Number(_density),
            MassPerUnit = Number(_massPerUnit),
            BuildingMaterial = Word(_material, "buildingMaterial"),
            MaterialGroup = Word(_group, "materialGroup"),
            Kind = Text(_kind),
            ProcurementList = Word(_list, "procurementList"),
            HasProcurementReport = YesOrNo(_report),
            StructuralRole = Role(),
            StrengthGrade = Number(_grade),
            IsRecyclable = YesOrNo(_recyclable),
            RecycledContent = Number(_recycled),
            Certificate = Certificate(),
            Epd = Declaration(),
            Factor = Factor(),
            TransportDistance = Number(_distance),
            TransportMode = Word(_transport, "transportMode"),
            Origin = Origin,
        };
        if (IsGood) Lines.Add(line);
    }

    private ProductClass? Class()
    {
        if (!IsGiven(_class)) return null;
        var text = TextOf(_class);
        if (ProductClass.TryParse(text, out var known) || (KnownWords.Find(Classes, text) is { } word && ProductClass.TryParse(word.Value, out known))) return known;
        var near = KnownWords.Listed(ProductClass.Nearest(text, 3).Select(static one => new FacetValue(one.Key, one.Name)));
        ReportForm(
            _class,
            $"'{InputError.Quote(text)}' is no product class.{(near.English.Length > 0 ? $" Near: {near.English}." : "")}", $"“{InputError.Quote(text)}”不是产品类别。{(near.Chinese.Length > 0 ? $"相近：{near.Chinese}。" : "")}");
        return null;
    }

    private List<string> Uses()
    {
        var uses = new List<string>();
        foreach (var part in Text(_uses).Split(';', '；'))
        {
            var use = part.Trim();
            if (use.Length == 0) continue;
            if (TryWord(_uses, use, "applicationField", out var word)) uses.Add(word);
        }

        return uses;
    }

    /// <summary>Results such as <c>formaldehyde-emission=0.05 mg/m3 @Chamber1m3 | soluble-metal[chemicalElement=Pb]=20 mg/kg</c>.</summary>
    private List<TestReport> Tests()
    {
        var tests = new List<TestReport>();
        foreach (var part in Text(_tests).Split('|'))
        {
            var test = part.Trim();
            if (test.Length == 0) continue;
            var match = TestForm.Match(test);
            var measurand = "materials." + match.Groups["name"].Value;
            var method = TestMethod.NotRecorded;
            if (!match.Success || Vocabulary.FindMeasurand(measurand) is null
                || !NumberText.TryParse(match.Groups["value"].Value, out var value, out _)
                || !MeasurementUnit.TryParse(match.Groups["unit"].Value, out var unit)
                || (match.Groups["method"].Value is { Length: > 0 } word && !Enum.TryParse(word, ignoreCase: true, out method)))
            {
                ReportForm(_tests, $"'{InputError.Quote(test)}' is no result of the form {_tests.Example}.", $"“{InputError.Quote(test)}”不是 {_tests.Example} 形式的检测结果。");
                continue;
            }

            tests.Add(new TestReport
            {
                Measurand = measurand, Value = value, Unit = unit.Symbol, Method = method, Circumstances = Facets(_tests, match.Groups["facets"].Value), Origin = Origin,
            });
        }

        return tests;
    }

    private RadionuclideTest? Radionuclides()
    {
        var (radium, thorium, potassium) = (Number(_radium), Number(_thorium), Number(_potassium));
        if (radium is null && thorium is null && potassium is null) return null;
        foreach (var (column, value) in new[] { (_radium, radium), (_thorium, thorium), (_potassium, potassium) })
            if (value is null && !IsGiven(column)) Report(column, "All three activities are needed.", "三种放射性比活度均须给出。");
        return radium is { } ra && thorium is { } th && potassium is { } k ? new RadionuclideTest { Radium226 = ra, Thorium232 = th, Potassium40 = k, Origin = Origin } : null;
    }

    private GreenMaterialCertificate? Certificate()
    {
        var stars = Whole(_stars);
        var (issued, validUntil, isSuspended) = (Day(_issued), Day(_validUntil), YesOrNo(_suspended));
        return !IsGiven(_certificate) ? null : new GreenMaterialCertificate
        {
            Number = Text(_certificate),
            ProductUnit = Text(_certifiedUnit),
            Manufacturer = Text(_certifiedManufacturer),
            Plant = Text(_certifiedPlant),
            Stars = stars,
            Issued = issued,
            ValidUntil = validUntil,
            IsSuspended = isSuspended,
        };
    }

    private Epd? Declaration()
    {
        if (!IsGiven(_epd)) return null;
        if (epds.TryGetValue(Text(_epd), out var epd)) return epd;
        Report(_epd, $"The declaration '{InputError.Quote(Text(_epd))}' was not given.", $"未提供声明“{InputError.Quote(Text(_epd))}”。");
        return null;
    }

    private CarbonFactor? Factor()
    {
        var value = Number(_factor);
        var year = Whole(_factorYear);
        var generation = Generation();
        if (value is null) return null;
        // A figure without source and year is none.
        var (unit, source) = (IsGiven(_factorUnit) ? UnitOf(_factorUnit) : null, Text(_factorSource));
        if (!IsGiven(_factorUnit)) Report(_factorUnit, "The factor has no unit.", "因子缺少单位。");
        if (source.Length == 0) Report(_factorSource, "The factor has no source.", "因子缺少来源。");
        if (year is null) Report(_factorYear, "The factor has no year.", "因子缺少年份。");
        return IsGood ? CarbonFactor.Given(source, year!.Value, value.Value, unit!, generation: generation) : null;
    }

    private EpdGeneration Generation()
    {
        switch (Text(_factorGeneration).ToUpperInvariant())
        {
            case "": return EpdGeneration.Unknown;
            case "A1": return EpdGeneration.A1;
            case "A2": return EpdGeneration.A2;
            default:
                ReportForm(_factorGeneration, $"'{InputError.Quote(TextOf(_factorGeneration))}' is not A1 or A2.", $"“{InputError.Quote(TextOf(_factorGeneration))}”不是 A1 或 A2。");
                return EpdGeneration.Unknown;
        }
    }

    private StructuralRole Role() => Choice(
        _role, StructuralRole.None, (StructuralRole.Rebar, new("rebar", new("rebar", "钢筋"))), (StructuralRole.VerticalConcrete, new("vertical-concrete", new("vertical concrete", "竖向混凝土"))),
        (StructuralRole.StructuralSteel, new("structural-steel", new("structural steel", "钢结构"))));
}
