namespace GreenBuild.Standards.Materials;

/// <summary>The class of civil building that a use is of: homes, nurseries and the like are of class I (GB 50325, GB 6566).</summary>
internal sealed class BuildingClassOfUse
{
    private readonly Requirement _row;
    private readonly string _use;

    private BuildingClassOfUse(Requirement row, string use)
    {
        _row = row;
        _use = use;
    }

    /// <summary>What the editions that are about a measurand say of a use; <see langword="null"/> if they say nothing.</summary>
    public static BuildingClassOfUse? Find(StandardsCatalogue catalogue, Jurisdiction place, CalendarDate date, string measurand, string use) =>
        catalogue.InForce(Measurands.Materials.BuildingClassOfUse, place, date)
            .FirstOrDefault(row => row.Edition.IsAbout(measurand) && row.Condition("buildingUse")?.Values.Contains(use) == true) is { } row
            ? new BuildingClassOfUse(row, use) : null;

    /// <summary>The class, where the use leaves no other; <see langword="null"/> for hospitals and schools under GB 50325, of which only parts are of class I.</summary>
    public string? Only => _row.Setting;

    /// <summary>Why a class that is stated cannot be that of the use; empty if it can. Where only parts are of class I, a building as a whole is not of class II.</summary>
    public BilingualText Against(string? stated)
    {
        if (stated is null || stated == _row.Settings[0]) return default;
        var (use, first) = (Words.ValueOf("buildingUse", _use), _row.Settings[0]);
        return Only is null
            ? new($"buildingClass is {stated}, but of {use.English} there are parts of class {first} ({_row.Citation}).", $"buildingClass 为 {stated} 类，但{use.Chinese}建筑中有部分属 {first} 类民用建筑（{_row.Citation}）。")
            : new($"buildingClass is {stated}, but {use.English} is of class {first} ({_row.Citation}).", $"buildingClass 为 {stated} 类，但{use.Chinese}属 {first} 类民用建筑（{_row.Citation}）。");
    }
}
