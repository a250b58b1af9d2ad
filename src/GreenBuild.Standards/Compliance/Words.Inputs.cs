namespace GreenBuild.Standards;

public static partial class Words
{
    // Inputs that are no facets of the vocabulary, as findings on noise, dust, waste and components name them.
    private static readonly Dictionary<string, BilingualText> SiteInputs = new(StringComparer.Ordinal)
    {
        ["airState"] = new("state of the air that the values are for", "浓度所对应的空气状态"),
        ["area"] = new("area", "面积"),
        ["background"] = new("background or upwind concentration", "背景（上风向）浓度"),
        ["backgroundLevel"] = new("background level", "背景噪声"),
        ["calibrationDrift"] = new("calibration before and after", "测量前后校准示值偏差"),
        ["completion"] = new("whether the works are finished", "工程是否完工"),
        ["contradictedReadings"] = new("readings that contradict each other", "相互矛盾的读数"),
        ["count"] = new("number of pieces", "件数"),
        ["destination"] = new("where it went", "去向"),
        ["entries"] = new("entries of the ledger", "台账记录"),
        ["examNotice"] = new("notice of an examination", "考试期间通告"),
        ["exceedances"] = new("exceedances", "超标次数"),
        ["factor"] = new("factor of the table", "系数"),
        ["flangeThickness"] = new("thickness of the flange", "翼缘厚度"),
        ["flatnessTolerance"] = new("deviation from flatness allowed", "平整度允许偏差"),
        ["generated"] = new("waste generated", "产生量"),
        ["households"] = new("number of households", "户数"),
        ["indoorMaximumLimit"] = new("maximum level that applies indoors", "室内适用的最大声级限值"),
        ["lengthTolerance"] = new("deviation of length allowed", "长度允许偏差"),
        ["maximumLevel"] = new("LAmax", "最大声级 LAmax"),
        ["members"] = new("pieces", "构件"),
        ["months"] = new("months", "月数"),
        ["neededShare"] = new("share of valid readings that is needed", "所需有效数据比例"),
        ["otherFeatures"] = new("other features", "其他特征"),
        ["overRange"] = new("readings above the range of the instrument", "超量程读数"),
        ["precipitation"] = new("rain, snow and thunder", "雨雪雷电"),
        ["productClass"] = new("class of the product", "产品类别"),
        ["quantity"] = new("quantity", "数量"),
        ["rate"] = new("rate", "比率"),
        ["readings"] = new("readings", "读数"),
        ["recoverable"] = new("whether it can be recovered", "是否可回收"),
        ["sectionTolerance"] = new("deviation of the section allowed", "截面允许偏差"),
        ["size"] = new("size", "尺寸"),
        ["sizeTable"] = new("table of sizes", "尺寸系列表"),
        ["taxRate"] = new("rate of the tax", "适用税额"),
        ["tonnes"] = new("mass in tonnes", "质量（t）"),
        ["unit"] = new("unit", "单位"),
        ["upwind"] = new("upwind reference", "上风向参照点"),
        ["volume"] = new("volume", "体积"),
        ["walls"] = new("walls", "墙体"),
        ["webThickness"] = new("thickness of the web", "腹板厚度"),
        ["windows"] = new("means that are missing of the day", "当日缺失的均值"),
        ["windSpeed"] = new("wind speed", "风速"),
        ["work"] = new("work", "施工作业"),
    };

    /// <summary>What <see cref="Finding.Missing"/> or <see cref="Finding.NotRecorded"/> names, in words with the name as it is typed in brackets: <c>wind speed (windSpeed)</c>; the name alone where no word is known for it.</summary>
    /// <param name="input">The name of a facet or of another input of a check.</param>
    public static BilingualText OfInput(string input)
    {
        // What stands in brackets or after a semicolon explains how to fill the facet in.
        if (Vocabulary.FindFacet(input) is { } facet) return Named(facet.Title.English.Split('(', ';')[0].TrimEnd(), facet.Title.Chinese.Split('（', '；')[0]);
        if (SiteInputs.TryGetValue(input, out var title)) return Named(title.English, title.Chinese);
        return OfMaterialInput(input) is { } material ? new(InEnglish(InWords(input)), material) : OfAssemblyInput(input);

        BilingualText Named(string english, string chinese) => new(InEnglish(english), chinese + "（" + input + "）");

        // A word that is its own name is said once.
        string InEnglish(string title) => title == input ? input : title + " (" + input + ")";

        // The names of inputs are English words that are written together.
        static string InWords(string name) => string.Concat(name.Select(static c => c is >= 'A' and <= 'Z' ? " " + (char)(c + ('a' - 'A')) : c.ToString()));
    }
}
