using System.Globalization;
using Microsoft.CodeAnalysis;

namespace GreenBuild.Standards.Analyzers.Tests;

/// <summary>GBS3001 to 3004. Series: GB/T 50002-2013 (the basic module 1M = 100 mm horizontally and vertically); tolerances: GB 50204-2015, Table 8.3.2 (8 mm, confirmed).</summary>
public sealed class ComponentRuleTests
{
    private const string Usings = "using System;\nusing System.Collections.Generic;\nusing GreenBuild.Standards;\nusing GreenBuild.Standards.Components;\n";

    private const string Room = Usings + """
        class SizeAttribute : Attribute { public SizeAttribute([StandardValue("components.module-step", When = "sizeUse=bay")] int size) { } }
        class Room
        {
            [StandardValue("components.module-step", When = "sizeUse=bay")] public int Bay { get; set; }
            [StandardValue("cn.gb-t-50002-2013.vertical-series")] public Length Storey { get; set; }
            [StandardValue("components.preferred-size", When = "sizeUse=opening-width; openingKind=window")] public double Window { get; set; }
            [StandardValue("components.preferred-size", When = "sizeUse=opening-width; openingKind=window")] public double[] Windows { get; set; } = [];
            [StandardValue("components.tolerance-axis", When = "component=wall; inspectionStage=cast-in-place")] public double Axis { get; set; }
            [StandardValue("cn.gb-50204-2015.cast-section")] public double Section { get; set; }
            void M(bool wide, int unknown) { BODY }
        }
        """;

    [Theory]
    // Multiples of 100 mm; 3100 is one, though no multiple of the preferred 200 and 300.
    [InlineData("Bay = 3000;")]
    [InlineData("Bay = 3200;")]
    [InlineData("Bay = 3300;")]
    [InlineData("Bay = {|GBS3001:2950|};")]
    [InlineData("Bay = 3100;")]
    [InlineData("Bay = {|GBS3001:0|};")]
    [InlineData("Bay = unknown;")]
    // The attribute of two fields, which the compiler shows twice.
    [InlineData("} [Size({|GBS3001:2950|})] int _a, _b; void N() {")]
    // One of the paths is right: no word.
    [InlineData("var bay = wide ? 3300 : 2950; Bay = bay;")]
    [InlineData("var bay = wide ? 3350 : 2950; Bay = {|GBS3001:bay|};")]
    // Multiples of 100 mm, in whatever unit.
    [InlineData("Storey = Length.FromMillimetres(2900);")]
    [InlineData("Storey = Length.FromMetres(2.9m);")]
    [InlineData("Storey = {|GBS3001:Length.FromMetres(2.85m)|};")]
    [InlineData("Storey = {|GBS3001:Length.FromMillimetres(2900.5m)|};")]
    // The list of practice.
    [InlineData("Window = 1500;")]
    [InlineData("Window = {|GBS3002:1600|};")]
    [InlineData("Windows = [1500, {|GBS3002:1600|}, 1800];")]
    [InlineData("Windows = new double[] { {|GBS3002:500|}, 600 };")]
    // Tolerances: the confirmed, mandatory one.
    [InlineData("Axis = {|GBS1004:8|};")]
    [InlineData("Axis = 5;")]
    [InlineData("Axis = {|GBS3003:10|};")]
    [InlineData("var axis = wide ? 10 : 5; Axis = {|GBS1005:axis|};")]
    [InlineData("if (Math.Abs(Axis) > 0 && Axis > {|GBS3003:10|}) throw new InvalidOperationException();")]
    [InlineData("if (Axis is > {|GBS3003:10|}) Console.WriteLine();")]
    // Of one with two sides, −5 to 10 mm, each by itself.
    [InlineData("if (Section is >= -5 and <= {|GBS3003:12|}) Console.WriteLine();")]
    [InlineData("if (Section > {|GBS3003:12|}) Console.WriteLine();")]
    [InlineData("if (Section >= {|GBS3003:-8|}) Console.WriteLine();")]
    [InlineData("if (Section is >= -4 and <= 9) Console.WriteLine();")]
    public Task Size_IsHeldAgainstItsSeries(string body) => Verify.AllAsync(Room.Replace("BODY", body, StringComparison.Ordinal));

    [Theory]
    [InlineData("Bay = 2950;", "2950 mm is not in the module series (GB/T 50002-2013 3.2.2: multiples of 100 mm); nearest: 2900 (− 50), 3000 (+ 50) mm", "2950 mm 不在模数数列中")]
    [InlineData("Window = 1600;", "1600 mm is no preferred size", "1600 mm 不是优先尺寸")]
    [InlineData("Window = 1600;", "nearest: 1500 (− 100), 1800 (+ 200) mm", "最接近的尺寸：1500 (− 100), 1800 (+ 200) mm")]
    [InlineData("Axis = 10;", "10 mm lets through more than ≤ 8 mm (GB 50204-2015", "10 mm 宽于 ≤ 8 mm")]
    public async Task Message_NamesTheNearestAndTheSource(string body, string english, string chinese)
    {
        var found = new List<Diagnostic>();
        foreach (var analyzer in Verify.Analyzers) found.AddRange(await Verify.DiagnosticsAsync(analyzer, Room.Replace("BODY", body, StringComparison.Ordinal)));
        var diagnostic = Assert.Single(found);
        Assert.Contains(english, diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains(chinese, diagnostic.GetMessage(new CultureInfo("zh-Hans")), StringComparison.Ordinal);
    }

    private const string TakeOff = Usings + """
        class Building
        {
            public AssemblyTakeOff Of(decimal measured, AssemblyTakeOff other) => new()
            {
                Structure = AssemblyStructure.Concrete,
                MEMBERS
            };
        }
        """;

    [Theory]
    // 80 of 100 m2 of floors: 80 %, the upper bound of its row, 20 points.
    [InlineData("FloorArea = 100, PrecastFloorArea = 80, ClaimedPoints = new Dictionary<AssemblyItem, decimal> { [AssemblyItem.HorizontalMembers] = 20 },")]
    [InlineData("FloorArea = 100, PrecastFloorArea = measured,")]
    [InlineData("FloorArea = 100, {|GBS3004:PrecastFloorArea = 120|},")]
    [InlineData("FloorArea = measured, PrecastFloorArea = 120,")]
    [InlineData("FloorArea = 100, {|GBS3004:PrecastFloorArea = -1|},")]
    // The whole of two rows, said once, and where it stands.
    [InlineData("{|GBS3004:FloorArea = -100|},")]
    [InlineData("{|GBS3004:FloorArea = -100|}, PrecastFloorArea = 50,")]
    [InlineData("{|GBS3004:FloorArea = -100|}, {|GBS3004:PrecastFloorArea = -50|},")]
    // The library asks for a total of 0, as of one that is left out.
    [InlineData("FloorArea = 0, PrecastFloorArea = 1,")]
    // 60 % is below the 70 % of the row: no points.
    [InlineData("FloorArea = 100, PrecastFloorArea = 60, {|GBS3004:ClaimedPoints = new Dictionary<AssemblyItem, decimal> { [AssemblyItem.HorizontalMembers] = 10 }|},")]
    [InlineData("FloorArea = 100, PrecastFloorArea = 60, ClaimedPoints = new Dictionary<AssemblyItem, decimal> { { AssemblyItem.HorizontalMembers, 0 } },")]
    // Areas that are cast without formwork count as well; how many is not known here.
    [InlineData("FloorArea = 100, PrecastFloorArea = 60, FormworkFreeFloorArea = measured, ClaimedPoints = new Dictionary<AssemblyItem, decimal> { [AssemblyItem.HorizontalMembers] = 10 },")]
    [InlineData("FloorArea = 100, PrecastFloorArea = 60, ClaimedPoints = new Dictionary<AssemblyItem, decimal> { [AssemblyItem.HorizontalMembers] = measured },")]
    // More points than the row has, whatever the quantities are.
    [InlineData("{|GBS3004:ClaimedPoints = new Dictionary<AssemblyItem, decimal> { [AssemblyItem.HorizontalMembers] = 25 }|},")]
    [InlineData("KitchensEquipped = true, Absent = [AssemblyItem.IntegratedKitchen],", "Absent")]
    [InlineData("Absent = [AssemblyItem.IntegratedKitchen],")]
    // One row on partitions is absent without the other, unless that one is among what is spread.
    [InlineData("Absent = [AssemblyItem.PartitionNonMasonry],", "Absent")]
    [InlineData("Absent = [.. other.Absent, AssemblyItem.PartitionNonMasonry],")]
    [InlineData("Absent = measured > 0 ? [AssemblyItem.PartitionNonMasonry] : [],")]
    [InlineData("Absent = other.Absent, FloorArea = 100, PrecastFloorArea = 120,")]
    public async Task TakeOff_DoesNotContradictItself(string members, string word = "")
    {
        var source = TakeOff.Replace("MEMBERS", members, StringComparison.Ordinal);
        if (word.Length == 0) await Verify.AllAsync(source);
        else Assert.Contains(await Verify.DiagnosticsAsync(new AssemblyTakeOffAnalyzer(), source), static diagnostic => diagnostic.Id == "GBS3004");
    }
}
