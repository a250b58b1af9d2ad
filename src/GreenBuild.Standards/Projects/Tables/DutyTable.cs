namespace GreenBuild.Standards.Projects;

/// <summary>The records of an inspection of duties while they are read.</summary>
internal sealed class DutyTable(string file, StandardsCatalogue catalogue) : RecordTable(file)
{
    private readonly TableColumn _requirement = new("requirement", true, ["requirement", "要求"], [], "cn.gb-55034-2022.watering") { Description = new("Key of the requirement; 'greenbuild limits' lists them", "要求的键；可用 greenbuild limits 查询") };
    private readonly TableColumn _done = new("done", false, ["done", "是否做到"], [], "1") { Description = new("Whether it was done; of something forbidden, whether it happened", "是否做到；对禁止事项为是否发生") };
    private readonly TableColumn _value = new("value", false, ["value", "实测值"], [], "100") { Description = new("What was measured, in the unit of the requirement", "实测值，单位同要求") };
    private readonly TableColumn _proof = new("proof", false, ["proof", "证明材料"], [], "") { Description = new("What shows it: a photograph, a log", "证明材料：照片、记录等") };

    public List<DutyRecord> Records { get; } = [];

    public override TableColumn[] Columns => [_requirement, _done, _value, _proof];

    protected override BilingualText NoRows => new("There is no record below the names of the columns.", "列名之下没有任何记录。");

    protected override void ReadRow()
    {
        var (requirement, done, value) = (NeededText(_requirement), YesOrNo(_done), Number(_value));
        if (requirement.Length > 0 && ProjectFileReader.WhyUnknown(requirement, catalogue) is { } problem) Report(_requirement, problem.English, problem.Chinese);
        if (IsGood && (done is null) == (value is null)) Report(_done, "Say whether it was done, or what was measured: one of the two.", "请在“是否做到”和“实测值”中填写一项。");
        if (!IsGood) return;
        Records.Add(value is { } measured
            ? new DutyRecord(requirement, measured) { Proof = Text(_proof), Origin = Origin } : new DutyRecord(requirement, done!.Value) { Proof = Text(_proof), Origin = Origin });
    }
}
