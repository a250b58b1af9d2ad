using GreenBuild.Standards.Components;

namespace GreenBuild.Standards.Projects;

/// <summary>What a project file says of the assembly rate: the take-off of one building by GB/T 51129-2017.</summary>
public sealed class AssemblySection
{
    internal static readonly ProjectField Field = new("assembly", ProjectFieldKind.Object, new("Take-off for the assembly rate of one building (GB/T 51129-2017), above outdoor ground level", "单体建筑装配率计算数据（GB/T 51129-2017，室外地坪以上）"))
    {
        Fields =
        [
            new("name", ProjectFieldKind.Name, new("Number of the building in the planning approval", "规划批准文件中的单体建筑编号")),
            new("structure", ProjectFieldKind.Word, new("What the main structure is made of", "主体结构材料"))
            {
                IsNeeded = true,
                Words = [new("concrete", new("Concrete", "混凝土")), new("steel", new("Steel", "钢")), new("timber", new("Timber", "木"))],
            },
            new("phase", ProjectFieldKind.Word, new("Whether the quantities are those of the design or of the finished building", "数据取自设计还是竣工"))
            {
                Words = [new("design", new("Design: pre-assessment", "设计阶段（预评价）")), new("completion", new("Completion: assessment", "竣工（评价）"))],
            },
            Quantity("verticalVolume", "V: concrete of columns, braces, load-bearing walls and ductile wall panels, joints included, m3", "V：柱、支撑、承重墙、延性墙板的混凝土总体积（含后浇），m3"),
            Quantity("precastVerticalVolume", "Precast concrete of the same members without joints, m3", "上述构件的预制混凝土体积（不含后浇），m3"),
            Joints("verticalJoints", "Joints between precast vertical members", "预制竖向构件间的后浇部分"),
            Quantity("floorArea", "A: plan area of all floors, m2", "A：各楼层建筑平面总面积，m2"),
            Quantity("precastFloorArea", "Plan area of precast beams, slabs, stairs, balconies, composite and roof slabs, m2", "预制梁、板、楼梯、阳台、叠合板、屋面板的水平投影面积，m2"),
            Quantity("formworkFreeFloorArea", "Plan area of floors on profiled decking, timber floors, and others without formwork on the site, m2", "压型钢板组合楼板、木楼板及其他免支模楼板的水平投影面积，m2"),
            Joints("floorStrips", "Strips between precast floor units", "预制楼板间的后浇带"),
            Quantity("nonBearingEnclosureArea", "Aw1: outer face of the enclosure walls that bear no load, m2", "Aw1：非承重围护墙外表面总面积，m2"),
            Quantity("nonMasonryEnclosureArea", "A2a: of these, not laid as masonry, m2", "A2a：其中非砌筑部分，m2"),
            Quantity("enclosureArea", "Aw2: outer face of all enclosure walls, m2", "Aw2：围护墙外表面总面积，m2"),
            Quantity("integratedEnclosureArea", "A2b: of these, wall, insulation and finish in one, m2", "A2b：其中墙体与保温隔热、装饰一体化部分，m2"),
            Quantity("partitionArea", "Aw3: face of the partitions, m2", "Aw3：内隔墙墙面总面积，m2"),
            Quantity("nonMasonryPartitionArea", "A2c: of these, not laid as masonry, m2", "A2c：其中非砌筑部分，m2"),
            Quantity("integratedPartitionArea", "A2d: of these, wall, services and finish in one, m2", "A2d：其中墙体与管线、装修一体化部分，m2"),
            new("hasFullFitOut", ProjectFieldKind.Flag, new("Whether the building is fully fitted out", "是否全装修")),
            Quantity("unfinishedArea", "Floor area handed over without fit-out, m2", "未装修交付的建筑面积，m2"),
            Quantity("dryFloorArea", "A3a: plan area of floors laid dry, m2", "A3a：干式工法楼面、地面面积，m2"),
            Quantity("kitchenArea", "Ak: walls, ceilings and floors of the kitchens, m2", "Ak：厨房墙面、顶面、地面总面积，m2"),
            Quantity("dryKitchenArea", "A3b: of these, done dry, m2", "A3b：其中干式工法面积，m2"),
            new("kitchensEquipped", ProjectFieldKind.Flag, new("Whether cabinets and appliances of the kitchens are all installed", "厨房橱柜和厨房设备是否全部安装到位")),
            Quantity("bathroomArea", "Ab: walls, ceilings and floors of the bathrooms, m2", "Ab：卫生间墙面、顶面、地面总面积，m2"),
            Quantity("dryBathroomArea", "A3c: of these, done dry, m2", "A3c：其中干式工法面积，m2"),
            new("bathroomsEquipped", ProjectFieldKind.Flag, new("Whether the fixtures of the bathrooms are all installed", "卫生间洁具设备是否全部安装到位")),
            Quantity("serviceLength", "L: length of the lines of electricity, water, drainage and heating, m", "L：电气、给排水、采暖管线总长度，m"),
            Quantity("separatedServiceLength", "L3d: of these, apart from the structure, m", "L3d：其中与支撑体分离部分，m"),
            new("absent", ProjectFieldKind.List, new("Rows of the table whose function the building does not have; never rows that merely score nothing", "建筑不具备的功能所对应的评价项；得分为零的项不属于此类"))
            {
                Fields = [new("item", ProjectFieldKind.Word, new("Row", "评价项")) { IsNeeded = true, Words = Items() }],
            },
            new("claims", ProjectFieldKind.List, new("Points that somebody claims; where they are not what the quantities give, that is a finding", "自报得分；与计算结果不符时列为结论"))
            {
                Fields =
                [
                    new("item", ProjectFieldKind.Word, new("Row", "评价项")) { IsNeeded = true, Words = Items() },
                    new("points", ProjectFieldKind.Number, new("Points", "得分")) { IsNeeded = true, Lowest = 0, Highest = 100 },
                ],
            },
        ],
    };

    /// <summary>Creates the section.</summary>
    /// <param name="takeOff">The quantities.</param>
    public AssemblySection(AssemblyTakeOff takeOff) => TakeOff = takeOff;

    /// <summary>The quantities.</summary>
    public AssemblyTakeOff TakeOff { get; }

    internal static AssemblySection? Read(ProjectFields assembly)
    {
        var (structure, phase) = (assembly.Word("structure"), assembly.Word("phase"));
        var takeOff = new AssemblyTakeOff
        {
            Name = assembly.Name("name") ?? "",
            Origin = assembly.Origin,
            Structure = structure switch { "concrete" => AssemblyStructure.Concrete, "steel" => AssemblyStructure.Steel, "timber" => AssemblyStructure.Timber, _ => AssemblyStructure.NotSaid },
            Phase = phase switch { "design" => AssemblyPhase.Design, "completion" => AssemblyPhase.Completion, _ => AssemblyPhase.NotSaid },
            VerticalVolume = assembly.Number("verticalVolume"),
            PrecastVerticalVolume = assembly.Number("precastVerticalVolume"),
            VerticalJoints = JointsOf(assembly, "verticalJoints"),
            FloorArea = assembly.Number("floorArea"),
            PrecastFloorArea = assembly.Number("precastFloorArea"),
            FormworkFreeFloorArea = assembly.Number("formworkFreeFloorArea") ?? 0,
            FloorStrips = JointsOf(assembly, "floorStrips"),
            NonBearingEnclosureArea = assembly.Number("nonBearingEnclosureArea"),
            NonMasonryEnclosureArea = assembly.Number("nonMasonryEnclosureArea"),
            EnclosureArea = assembly.Number("enclosureArea"),
            IntegratedEnclosureArea = assembly.Number("integratedEnclosureArea"),
            PartitionArea = assembly.Number("partitionArea"),
            NonMasonryPartitionArea = assembly.Number("nonMasonryPartitionArea"),
            IntegratedPartitionArea = assembly.Number("integratedPartitionArea"),
            HasFullFitOut = assembly.Flag("hasFullFitOut"),
            UnfinishedArea = assembly.Number("unfinishedArea") ?? 0,
            DryFloorArea = assembly.Number("dryFloorArea"),
            KitchenArea = assembly.Number("kitchenArea"),
            DryKitchenArea = assembly.Number("dryKitchenArea"),
            KitchensEquipped = assembly.Flag("kitchensEquipped"),
            BathroomArea = assembly.Number("bathroomArea"),
            DryBathroomArea = assembly.Number("dryBathroomArea"),
            BathroomsEquipped = assembly.Flag("bathroomsEquipped"),
            ServiceLength = assembly.Number("serviceLength"),
            SeparatedServiceLength = assembly.Number("separatedServiceLength"),
            Absent = assembly.List("absent").Select(static one => one.Word("item")).OfType<string>().Select(ItemOf).Distinct().ToList().AsReadOnly(),
            ClaimedPoints = Claims(assembly),
        };
        return structure is null ? null : new AssemblySection(takeOff);
    }

    internal AuditSection Judge(ProjectFile project, CalendarDate date, StandardsCatalogue catalogue, CheckOptions options)
    {
        var sheet = AssemblyScoreSheet.Of(TakeOff, project.Place, date, catalogue: catalogue, options: options);
        var rows = sheet.Rows.Select(static row => (IReadOnlyList<BilingualText>)
        [
            Words.Of(row.Item), row.IsAbsent ? new("not there", "不具备") : Words.Same(row.Ratio is { } ratio ? Words.Number(Gbt8170.Round(ratio, 2)) : "–"), Words.Same(row.Points.ToString()), Words.Same(Words.Number(row.FullPoints)),
        ]).ToList();
        var groups = new List<AuditGroup>
        {
            new(TakeOff.Name.Length > 0 ? Words.Same(TakeOff.Name) : new("Score sheet", "评分表"), [.. sheet.Findings, .. sheet.Claims])
            {
                Tables = [new AuditTable(
                    new($"Assembly rate: {sheet.Rate} % (Q1 {sheet.Q1}, Q2 {sheet.Q2}, Q3 {sheet.Q3}, Q4 {Words.Number(sheet.Q4)})", $"装配率：{sheet.Rate} %（Q1 {sheet.Q1}，Q2 {sheet.Q2}，Q3 {sheet.Q3}，Q4 {Words.Number(sheet.Q4)}）"),
                    [new(new("Row", "评价项")), new(new("Ratio, %", "比例 %"), true), new(new("Points", "得分"), true), new(new("Full points", "满分"), true)], rows)],
                Notes = sheet.ProvisionalGrade is { } grade && grade != AssemblyGrade.None && sheet.Grade is null
                    ? [new($"Grade {grade} if what the catalogue knows only from memory holds.", $"若目录中尚未证实的依据成立，则等级为 {grade} 级。")]
                    : sheet.Grade is { } sure && sure != AssemblyGrade.None ? [new($"Grade {sure}.", $"等级：{sure} 级。")] : [],
            },
            new(new("Grading", "等级评价"), sheet.Grading),
        };
        // A grade that was not reached, or is not applied for, is no breach, and a claim changes no verdict.
        return new AuditSection(ProjectDomain.Assembly, new("Assembly rate", "装配率"), groups) { Beside = [.. sheet.Claims, .. sheet.Grading] };
    }

    private static ProjectField Quantity(string name, string english, string chinese) => new(name, ProjectFieldKind.Number, new(english, chinese)) { Lowest = 0, Highest = 1_000_000_000 };

    private static ProjectField Joints(string name, string english, string chinese) => new(name, ProjectFieldKind.List, new(english, chinese))
    {
        Fields =
        [
            new("kind", ProjectFieldKind.Word, new("Where it is cast", "后浇部位"))
            {
                IsNeeded = true,
                Words =
                [
                    new("wall-strip", new("Vertical strip between wall panels", "预制墙板间竖向后浇段")), new("wall-band", new("Horizontal strip or ring beam on wall panels", "预制墙板水平后浇带或圈梁")),
                    new("beam-column-node", new("Node of beams and columns", "预制梁柱节点核心区")), new("column-joint", new("Zone between columns", "预制柱间后浇段")), new("floor-strip", new("Strip between floor units", "预制楼板间后浇带")),
                ],
            },
            new("quantity", ProjectFieldKind.Number, new("Concrete in m3; of floor strips the plan area in m2", "混凝土体积 m3；楼板后浇带为水平投影面积 m2")) { IsNeeded = true, Lowest = 0, Highest = 1_000_000_000 },
            new("size", ProjectFieldKind.Number, new("Width of a strip, or height of a band or zone, mm", "后浇段宽度或高度，mm")) { Lowest = 0, Highest = 100_000 },
            new("columnSize", ProjectFieldKind.Number, new("Smaller dimension of the column, mm", "柱截面较小尺寸，mm")) { Lowest = 0, Highest = 100_000 },
        ],
    };

    private static List<AssemblyJoint> JointsOf(ProjectFields assembly, string name)
    {
        var joints = new List<AssemblyJoint>();
        foreach (var joint in assembly.List(name))
        {
            var (kind, quantity) = (joint.Word("kind"), joint.Number("quantity"));
            var (size, columnSize) = (joint.Number("size"), joint.Number("columnSize"));
            if (kind is null || quantity is not { } amount) continue;
            joints.Add(new AssemblyJoint
            {
                Kind = kind switch
                {
                    "wall-strip" => AssemblyJointKind.WallStrip,
                    "wall-band" => AssemblyJointKind.WallBand,
                    "beam-column-node" => AssemblyJointKind.BeamColumnNode,
                    "column-joint" => AssemblyJointKind.ColumnJoint,
                    _ => AssemblyJointKind.FloorStrip,
                },
                Quantity = amount, Size = size, ColumnSize = columnSize,
            });
        }

        return joints;
    }

    private static Dictionary<AssemblyItem, decimal> Claims(ProjectFields assembly)
    {
        var claims = new Dictionary<AssemblyItem, decimal>();
        foreach (var claim in assembly.List("claims"))
        {
            var (item, points) = (claim.Word("item"), claim.Number("points"));
            if (item is null || points is not { } claimed) continue;
            if (claims.ContainsKey(ItemOf(item))) claim.Report("item", $"'{item}' stands twice.", $"“{item}”重复。");
            else claims.Add(ItemOf(item), claimed);
        }

        return claims;
    }

    private static FacetValue[] Items() => [.. AssemblyForm.All.Select(static form => new FacetValue(form.Word, form.Title))];

    private static AssemblyItem ItemOf(string word) => AssemblyForm.All.First(form => form.Word == word).Item;
}
