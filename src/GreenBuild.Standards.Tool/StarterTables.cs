namespace GreenBuild.Standards.Tool;

/// <summary>The tables of a new project: the columns that matter, with example rows to replace.</summary>
internal static class StarterTables
{
    // By the path of the field that names the file; no figure is measured, and no row says anything of a real site.
    private static readonly Dictionary<string, (string File, BilingualText Text)> ByPath = new(StringComparer.Ordinal)
    {
        ["noise-points-readings"] = ("noise-readings.csv", new(
            """
            datetime,LAeq (dB(A)),LAmax (dB(A)),wind (m/s),rain
            2026-06-01 08:00,61.5,71.5,2.5,0
            2026-06-01 08:01,60.0,68.0,2.5,0
            2026-06-01 08:02,62.5,70.0,2.5,0
            """,
            """
            时间,等效声级 (dB(A)),最大声级 (dB(A)),风速 (m/s),降雨
            2026-06-01 08:00,61.5,71.5,2.5,否
            2026-06-01 08:01,60.0,68.0,2.5,否
            2026-06-01 08:02,62.5,70.0,2.5,否
            """)),
        ["dust-monitors-readings"] = ("dust-readings.csv", new(
            """
            datetime,TSP (µg/m3),PM10 (µg/m3)
            2026-06-01 08:00,120,60
            2026-06-01 08:01,130,65
            2026-06-01 08:02,125,62
            """,
            """
            时间,总悬浮颗粒物 (µg/m3),PM10 (µg/m3)
            2026-06-01 08:00,120,60
            2026-06-01 08:01,130,65
            2026-06-01 08:02,125,62
            """)),
        ["waste-ledger"] = ("waste-ledger.csv", new(
            """
            date,class,route,quantity,unit,material,destination
            2026-06-01,engineering-waste,generated,12.5,t,mixed,
            2026-06-02,engineering-waste,reused-on-site,4,t,brick,backfill
            2026-06-03,engineering-waste,recycled-off-site,8.5,t,mixed,recycling plant
            """,
            """
            日期,类别,去向,数量,单位,材料,接收单位
            2026-06-01,工程垃圾,产生,12.5,吨,混合废弃物,
            2026-06-02,工程垃圾,现场回用,4,吨,普通砖,场内回填
            2026-06-03,工程垃圾,场外再生,8.5,吨,混合废弃物,资源化利用厂
            """)),
        ["materials-bill"] = ("materials-bill.csv", new(
            """
            id,name,quantity,unit,delivery date,class,tests,material,distance (km),transport
            M-1,wood floor,200,m2,2026-06-01,wood-floor,formaldehyde-emission=0.04 mg/m3 @Chamber1m3,,,
            M-2,rebar HRB400,12.5,t,2026-06-01,,,rebar,120,heavy-diesel-18t
            """,
            """
            编号,名称,用量,单位,进场日期,产品类别,检测结果,碳核算材料,运输距离 (km),运输方式
            M-1,木地板,200,m2,2026-06-01,木质地板,formaldehyde-emission=0.04 mg/m3 @Chamber1m3,,,
            M-2,钢筋 HRB400,12.5,吨,2026-06-01,,,热轧碳钢钢筋,120,重型柴油货车（载重18t）
            """)),
        ["components-schedule"] = ("components-schedule.csv", new(
            """
            id,category,count,length (mm),width (mm),depth (mm)
            YLB-1,composite-slab,12,3000,2400,60
            """,
            """
            编号,类别,数量,长度 (mm),宽度 (mm),厚度 (mm)
            YLB-1,叠合楼板,12,3000,2400,60
            """)),
        ["duties-records"] = ("duties-records.csv", new(
            """
            requirement,done,proof
            cn.gb-55034-2022.watering,yes,log of watering
            """,
            """
            要求,是否做到,证明材料
            cn.gb-55034-2022.watering,是,洒水记录
            """)),
    };

    /// <summary>The file that a field of the starter names, and what stands in it.</summary>
    public static (string File, string Text) Of(string path, Language language)
    {
        var (file, text) = ByPath[path];
        return (file, text.In(language).ReplaceLineEndings("\n") + "\n");
    }
}
