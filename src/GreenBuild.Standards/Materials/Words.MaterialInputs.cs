namespace GreenBuild.Standards;

public static partial class Words
{
    // Inputs that are no facets of the vocabulary, as findings on materials name them.
    private static readonly Dictionary<string, string> MaterialInputs = new(StringComparer.Ordinal)
    {
        ["airConditioning"] = "检测时空调运行情况",
        ["backgroundRule"] = "室外值扣除规定",
        ["carbonFactor"] = "碳排放因子",
        ["carbonReport"] = "碳排放分析报告",
        ["certificate"] = "证书",
        ["certificateIssued"] = "发证日期",
        ["certificateNumber"] = "证书编号",
        ["certificateStatus"] = "证书状态",
        ["certificateValidUntil"] = "证书有效期",
        ["closedHours"] = "门窗关闭时间",
        ["completionDate"] = "完工日期",
        ["controlItems"] = "控制项",
        ["datasetType"] = "数据集类型",
        ["deliveryDate"] = "交付日期",
        ["density"] = "密度",
        ["designIntensity"] = "设计碳排放强度",
        ["edition"] = "标准版本",
        ["energyReduction"] = "设计能耗降低率",
        ["energySavingRate"] = "节能率",
        ["epdGeneration"] = "EN 15804 版本",
        ["epdProductWeight"] = "声明的计数权重",
        ["fault"] = "有误的行",
        ["fireSpreadMeasures"] = "防止火灾蔓延的措施",
        ["fullDecoration"] = "全装修",
        ["gwp"] = "声明的 GWP 值",
        ["item"] = "条目",
        ["kind"] = "建材类别",
        ["limit"] = "限值",
        ["manufacturer"] = "制造商",
        ["mass"] = "质量",
        ["massPerUnit"] = "单位质量",
        ["materialLines"] = "清单行",
        ["materialRatio"] = "绿色建材应用比例",
        ["outdoor"] = "室外值",
        ["plant"] = "生产厂",
        ["pollutantReduction"] = "室内污染物浓度降低比例",
        ["productionDate"] = "生产日期",
        ["productUnit"] = "认证单元",
        ["radionuclides"] = "放射性比活度",
        ["referenceIntensity"] = "参照建筑碳排放强度",
        ["retest"] = "复验或复测结果",
        ["roomCount"] = "房间总数",
        ["roomsSampled"] = "抽检房间数",
        ["samplingPoints"] = "检测点数",
        ["stars"] = "星级",
        ["stockTransition"] = "库存产品的过渡规定",
        ["strengthGrade"] = "强度等级",
        ["testDelay"] = "完工至检测的时间",
        ["testMethod"] = "检测方法",
        ["tier"] = "档次",
        ["transportDistance"] = "运输距离",
        ["transportFactor"] = "运输排放因子",
        ["uncertainty"] = "测量不确定度",
        ["validUntil"] = "有效期",
        ["weight"] = "权重",
    };

    /// <summary>An input of a check on materials in Chinese with its name beside it; <see langword="null"/> if it is none of them. <c>fault:5</c> is what stands before the colon.</summary>
    internal static string? OfMaterialInput(string input)
    {
        var colon = input.IndexOf(':');
        var before = colon < 0 ? input : input.Substring(0, colon);
        var title = MaterialInputs.TryGetValue(before, out var word) ? word
            : Vocabulary.FindFacet(before)?.Title.Chinese ?? Vocabulary.FindMeasurand(input)?.Title.Chinese ?? Vocabulary.FindFacet("indoorPollutant")?.Values.FirstOrDefault(pollutant => pollutant.Value == input)?.Title.Chinese;
        return title is null || title == input ? null : title + "（" + input + "）";
    }
}
