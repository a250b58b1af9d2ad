using GreenBuild.Standards.Components;

namespace GreenBuild.Standards;

public static partial class Words
{
    /// <summary>The name of a row of the scoring table of GB/T 51129-2017.</summary>
    public static BilingualText Of(AssemblyItem item) => AssemblyForm.All[(int)item].Title;

    /// <summary>The name of a joint between precast members.</summary>
    public static BilingualText Of(AssemblyJointKind kind) => kind switch
    {
        AssemblyJointKind.WallStrip => new("vertical strip between wall panels", "预制墙板间竖向后浇段"),
        AssemblyJointKind.WallBand => new("horizontal strip or ring beam", "水平后浇带或圈梁"),
        AssemblyJointKind.BeamColumnNode => new("node of beam and column", "梁柱节点区"),
        AssemblyJointKind.ColumnJoint => new("zone between columns", "预制柱间连接区"),
        _ => new("strip between floor units", "楼板间后浇带"),
    };

    /// <summary>The name of a grade of GB/T 51129-2017.</summary>
    public static BilingualText Of(AssemblyGrade grade) => grade switch
    {
        AssemblyGrade.A => new("grade A", "A级"),
        AssemblyGrade.AA => new("grade AA", "AA级"),
        AssemblyGrade.AAA => new("grade AAA", "AAA级"),
        _ => new("no grade", "无等级"),
    };

    /// <summary>What an assessment at a phase is called.</summary>
    public static BilingualText Of(AssemblyPhase phase) => phase switch
    {
        AssemblyPhase.Design => new("pre-assessment (design)", "预评价（设计阶段）"),
        AssemblyPhase.Completion => new("assessment (after completion acceptance)", "评价（竣工验收后）"),
        _ => new("phase not said", "未说明评价阶段"),
    };

    /// <summary>The name of an input of a take-off, with the name by which findings ask for it; the input itself where it has no other name.</summary>
    internal static BilingualText OfAssemblyInput(string input)
    {
        BilingualText name = input switch
        {
            "structure" => new("material of the main structure", "主体结构材料"),
            "verticalVolume" => new("concrete of vertical members", "竖向构件混凝土总体积"),
            "precastVerticalVolume" => new("precast concrete of vertical members", "竖向构件预制混凝土体积"),
            "floorArea" => new("plan area of all floors", "各楼层建筑平面总面积"),
            "precastFloorArea" => new("plan area of precast horizontal members", "预制水平构件水平投影面积"),
            "nonBearingEnclosureArea" => new("non-load-bearing enclosure walls", "非承重围护墙外表面积"),
            "nonMasonryEnclosureArea" => new("enclosure walls not of masonry", "非砌筑围护墙外表面积"),
            "enclosureArea" => new("enclosure walls", "围护墙外表面总面积"),
            "integratedEnclosureArea" => new("integrated enclosure walls", "一体化围护墙外表面积"),
            "partitionArea" => new("partitions", "内隔墙墙面总面积"),
            "nonMasonryPartitionArea" => new("partitions not of masonry", "非砌筑内隔墙墙面面积"),
            "integratedPartitionArea" => new("integrated partitions", "一体化内隔墙墙面面积"),
            "fullFitOut" => new("full fit-out or not", "是否全装修"),
            "dryFloorArea" => new("floors laid dry", "干式工法楼地面面积"),
            "kitchenArea" => new("surfaces of kitchens", "厨房墙面、顶面和地面总面积"),
            "dryKitchenArea" => new("surfaces of kitchens done dry", "厨房干式工法面积"),
            "kitchensEquipped" => new("kitchens equipped or not", "厨房设备是否全部安装到位"),
            "bathroomArea" => new("surfaces of bathrooms", "卫生间墙面、顶面和地面总面积"),
            "dryBathroomArea" => new("surfaces of bathrooms done dry", "卫生间干式工法面积"),
            "bathroomsEquipped" => new("bathrooms equipped or not", "洁具设备是否全部安装到位"),
            "serviceLength" => new("length of service lines", "管线总长度"),
            "separatedServiceLength" => new("length of separated service lines", "管线分离长度"),
            "jointSize" => new("size of a joint", "后浇部位尺寸"),
            "columnSize" => new("smaller dimension of the column", "柱截面较小尺寸"),
            "gradeRounding" => new("rounding of P between two grades", "等级空档内装配率的修约方式"),
            "storeys" => new("storeys", "层数"),
            "severeDeviation" => new("severe deviation or not", "是否存在严重偏差"),
            "checkPoints" => new("check points that were judged", "检查点判定结果"),
            "deviation" => new("measured deviation", "实测偏差"),
            "editionChosen" => new("rules that were chosen", "所选用的细则"),
            "grossConstructionCost" => new("value from the gross construction cost", "按总造价计算的数值"),
            "section" => new("section", "截面规格"),
            "sectionTable" => new("table of sections", "规格表"),
            "precastRatio" => new("precast ratio", "预制率"),
            "assemblyRate" => new("assembly rate", "装配率"),
            "assessment-unit" => new("unit of assessment", "评价单元"),
            "aboveGroundFloorArea" => new("floor area above ground", "地上建筑面积"),
            _ => new(input, input),
        };
        return name.English == input && name.Chinese == input ? name : new(name.English + " (" + input + ")", name.Chinese + "（" + input + "）");
    }

    /// <summary>That an assembly rate lies in a gap between the bands of two grades.</summary>
    internal static BilingualText BetweenGrades(string rate, IReadOnlyList<Requirement> bands)
    {
        var names = string.Join(", ", bands.Select(static band => ValueOf(band).English));
        return new($"P = {rate} lies between two grades ({names}); the text assigns it to none of them.", $"装配率 {rate} 处于两个等级之间（{names}）；条文未规定归属。");
    }

    /// <summary>That inputs of an assessment are not known, in words.</summary>
    internal static BilingualText NotKnownOfAssembly(IReadOnlyCollection<string> inputs)
    {
        var names = inputs.Select(OfAssemblyInput).ToList();
        return new($"Not known: {string.Join(", ", names.Select(static name => name.English))}.", $"缺少信息：{string.Join("、", names.Select(static name => name.Chinese))}。");
    }
}
