namespace GreenBuild.Standards.Waste;

/// <summary>What an entry of the ledger records: that waste arose, or what became of it.</summary>
public enum WasteRoute
{
    /// <summary>The waste arose. This is the value of <c>default</c>.</summary>
    Generated = 0,

    /// <summary>Used again on the site as it is, for example as backfill.</summary>
    ReusedOnSite = 1,

    /// <summary>Made into something on the site, for example crushed to aggregate, and used there.</summary>
    RecycledOnSite = 2,

    /// <summary>Left the site, to be used again as it is elsewhere.</summary>
    ReusedOffSite = 3,

    /// <summary>Left the site, to be recycled.</summary>
    RecycledOffSite = 4,

    /// <summary>Left the site, to be burnt with use of the energy. No recycling.</summary>
    EnergyRecovery = 5,

    /// <summary>Left the site, to a landfill or dump (消纳场). Cover of landfills counts here.</summary>
    Disposed = 6,
}

/// <summary>What routes have in common.</summary>
public static class WasteRoutes
{
    /// <summary>Whether the waste stays on the site and is used there.</summary>
    public static bool IsUsedOnSite(this WasteRoute route) => route is WasteRoute.ReusedOnSite or WasteRoute.RecycledOnSite;

    /// <summary>Whether the waste leaves the site: it is discharged (排放), whatever becomes of it.</summary>
    public static bool LeavesSite(this WasteRoute route) => route >= WasteRoute.ReusedOffSite;

    /// <summary>Whether the waste is reused or recycled, on the site or elsewhere.</summary>
    public static bool IsReusedOrRecycled(this WasteRoute route) => route is >= WasteRoute.ReusedOnSite and <= WasteRoute.RecycledOffSite;
}
