using GreenBuild.Standards.Waste;

namespace GreenBuild.Standards;

public static partial class Words
{
    /// <summary>The name of a class of construction waste.</summary>
    public static BilingualText Of(WasteClass wasteClass) => wasteClass switch
    {
        WasteClass.EngineeringSpoil => new("engineering spoil", "工程渣土"),
        WasteClass.EngineeringSlurry => new("engineering slurry", "工程泥浆"),
        WasteClass.EngineeringWaste => new("engineering waste", "工程垃圾"),
        WasteClass.DemolitionWaste => new("demolition waste", "拆除垃圾"),
        WasteClass.DecorationWaste => new("decoration waste", "装修垃圾"),
        WasteClass.LandClearing => new("land-clearing debris", "清表废弃物"),
        WasteClass.Hazardous => new("hazardous waste", "危险废物"),
        _ => new("waste of unknown class", "未分类废弃物"),
    };

    /// <summary>The name of what an entry of a waste ledger records.</summary>
    public static BilingualText Of(WasteRoute route) => route switch
    {
        WasteRoute.ReusedOnSite => new("reused on site", "现场回用"),
        WasteRoute.RecycledOnSite => new("recycled on site", "现场再生"),
        WasteRoute.ReusedOffSite => new("reused off site", "场外回用"),
        WasteRoute.RecycledOffSite => new("recycled off site", "场外再生"),
        WasteRoute.EnergyRecovery => new("energy recovery", "能量回收"),
        WasteRoute.Disposed => new("disposed of", "处置"),
        _ => new("generated", "产生"),
    };
}
