using GreenBuild.Standards.Materials;

namespace GreenBuild.Standards;

public static partial class Words
{
    /// <summary>The name of a test method.</summary>
    public static BilingualText Of(TestMethod method) => method switch
    {
        TestMethod.Chamber1m3 => new("1 m3 climate chamber (GB/T 17657)", "1 m³气候箱法（GB/T 17657）"),
        TestMethod.FurnitureChamber => new("whole-furniture climate chamber", "家具整体气候舱法"),
        TestMethod.EmissionChamber => new("emission chamber", "释放舱法"),
        TestMethod.SmallChamber => new("small chamber", "小型环境试验舱法"),
        TestMethod.Desiccator => new("desiccator", "干燥器法"),
        TestMethod.Perforator => new("perforator", "穿孔萃取法"),
        TestMethod.GasAnalysis => new("gas analysis", "气体分析法"),
        TestMethod.ReachAppendix14 => new("REACH Appendix 14 chamber", "REACH 附录14气候箱法"),
        TestMethod.En16516 => new("EN 16516", "EN 16516 舱法"),
        TestMethod.Iso16000 => new("ISO 16000", "ISO 16000 舱法"),
        TestMethod.AstmE1333 => new("ASTM E1333 or D6007", "ASTM E1333 或 D6007 舱法"),
        TestMethod.Cdph01350 => new("CDPH Standard Method (01350)", "CDPH 标准方法（01350）"),
        TestMethod.Other => new("another method", "其他方法"),
        _ => new("a method not recorded", "未记录的方法"),
    };

    /// <summary>The name of a family of products.</summary>
    public static BilingualText Of(ProductFamily family) => family switch
    {
        ProductFamily.Panel => new("wood-based panel", "人造板"),
        ProductFamily.PanelProduct => new("product of wood-based panels", "人造板制品"),
        ProductFamily.Furniture => new("furniture", "家具"),
        ProductFamily.Coating => new("coating", "涂料"),
        ProductFamily.Adhesive => new("adhesive", "胶粘剂"),
        ProductFamily.Covering => new("wall or floor covering", "墙面或地面覆盖材料"),
        ProductFamily.Admixture => new("admixture", "外加剂"),
        ProductFamily.MainStructure => new("main-structure material", "建筑主体材料"),
        ProductFamily.Decoration => new("inorganic decoration material", "无机装饰装修材料"),
        ProductFamily.Inorganic => new("inorganic material", "无机非金属材料"),
        ProductFamily.Insulation => new("insulation", "保温材料"),
        _ => new("other product", "其他产品"),
    };
}
