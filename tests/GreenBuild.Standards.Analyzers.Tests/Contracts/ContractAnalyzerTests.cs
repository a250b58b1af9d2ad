using System.Globalization;
using Microsoft.CodeAnalysis.Testing;

namespace GreenBuild.Standards.Analyzers.Tests;

public sealed class ContractAnalyzerTests
{
    public static TheoryData<string> Sound =>
    [
        "void M([StandardValue(\"cn.gb-12523-2025.boundary-day\")] double level) { }",
        "void M([StandardValue(\"noise.site-boundary\", When = \"period=night; projectType=building\")] decimal level) { }",
        "void M([StandardValue(\"cn.gb-12523-2025.boundary-night\", When = \"period=night\")] double level) { }",
        "void M([StandardValue(Measurands.Noise.SiteBoundary)] SoundLevel level, [StandardValue(RequirementKeys.Cn.Gb12523_2025.BoundaryDay)] SoundLevel? other) { }",
        "[StandardValue(\"noise.site-boundary\")] int A; [StandardValue(\"noise.site-boundary\")] uint? B; [StandardValue(\"noise.site-boundary\")] sbyte D { get; set; }",
        "[StandardValue(\"noise.site-boundary\")] byte A; [StandardValue(\"noise.site-boundary\")] short B; [StandardValue(\"noise.site-boundary\")] ulong D; [StandardValue(\"noise.site-boundary\")] float? E;",
        "[return: StandardValue(\"noise.site-boundary\")] long M() => 60;",
        "[StandardValue(\"cn.gb-12523-2025.weather\")] double Wind { get; set; }",
    ];

    [Theory]
    [MemberData(nameof(Sound))]
    public Task SoundContract_IsNotReported(string member) => Verify.AnalyzerAsync<ContractAnalyzer>(In(member));

    /// <summary>The contract, what it stands on, and what is wrong with it in both languages.</summary>
    public static TheoryData<string, string, string, string> Wrong => new()
    {
        { "\"cn.gb-12523-2025.boundary-dya\"", "double", "'cn.gb-12523-2025.boundary-dya' is neither a key of the catalogue nor a measurand", "“cn.gb-12523-2025.boundary-dya”既不是目录条目，也不是被测量" },
        { "\"noise.boundary\"", "double", "'noise.boundary' is neither a key of the catalogue nor a measurand", "“noise.boundary”既不是目录条目，也不是被测量" },
        { "\"GB 12523-2025\"", "double", "'GB 12523-2025' is neither a key of the catalogue nor a measurand", "“GB 12523-2025”既不是目录条目，也不是被测量" },
        { "\"\"", "double", "it names nothing", "未指明任何条目" },
        { "null", "double", "it names nothing", "未指明任何条目" },
        { "\"cn.gb-12523-2025.responsible-parties\"", "double", "'cn.gb-12523-2025.responsible-parties' is not a limit but a measure", "“cn.gb-12523-2025.responsible-parties”不是限值，而是措施" },
        { "\"cn.gb-12523-2011.bg-correction-3\"", "double", "'cn.gb-12523-2011.bg-correction-3' is not a limit but a factor", "“cn.gb-12523-2011.bg-correction-3”不是限值，而是系数" },
        { "\"sg.nea-construction-noise.real-time-monitoring\"", "double", "'sg.nea-construction-noise.real-time-monitoring' is not a limit but a threshold at which a consequence starts", "“sg.nea-construction-noise.real-time-monitoring”不是限值，而是产生后果的阈值" },
        { "\"noise.responsible-parties\"", "double", "'noise.responsible-parties' is not a limit but a measure", "“noise.responsible-parties”不是限值，而是措施" },
        { "\"noise.background-correction\"", "double", "the catalogue holds no limit of the measurand 'noise.background-correction'", "目录中没有被测量“noise.background-correction”的限值" },
        { "\"noise.site-boundary\", When = \"period\"", "double", "When: 'period' is not of the form facet=value.", "When：“period”不是“条件=值”的形式。" },
        { "\"noise.site-boundary\", When = \"perood=night\"", "double", "When: 'perood' is not a facet.", "When：“perood”不是已知条件。" },
        { "\"cn.gb-12523-2025.boundary-day\", When = \"period=night\"", "double", "'cn.gb-12523-2025.boundary-day' never applies when period=night", "在 period=night 时“cn.gb-12523-2025.boundary-day”不适用" },
        { "\"noise.site-boundary\"", "string", "it stands on the type 'string', which is neither a number nor a quantity", "其所标注的类型“string”既不是数值，也不是量" },
        { "\"noise.site-boundary\"", "bool", "it stands on the type 'bool', which is neither a number nor a quantity", "其所标注的类型“bool”既不是数值，也不是量" },
        { "\"noise.site-boundary\"", "char", "it stands on the type 'char', which is neither a number nor a quantity", "其所标注的类型“char”既不是数值，也不是量" },
        { "\"noise.site-boundary\"", "object[]", "it stands on the type 'object[]', which is neither a number nor a quantity", "其所标注的类型“object[]”既不是数值，也不是量" },
        { "\"cn.gb-12523-2025.weather\"", "SoundLevel", "the type 'SoundLevel' does not hold a value in m/s", "类型“SoundLevel”不表示以 m/s 为单位的值" },
        { "\"cn.gb-12523-2025.weather\"", "SoundLevel?", "the type 'SoundLevel?' does not hold a value in m/s", "类型“SoundLevel?”不表示以 m/s 为单位的值" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task WrongContract_IsReportedWithTheReason(string contract, string type, string english, string chinese)
    {
        await Verify.AnalyzerAsync<ContractAnalyzer>(In($"void M([[|StandardValue({contract})|]] {type} level) {{ }}"));

        var diagnostic = Assert.Single(await Verify.DiagnosticsAsync(new ContractAnalyzer(), In($"void M([StandardValue({contract})] {type} level) {{ }}")));
        Assert.Equal("The contract cannot be checked: " + english, diagnostic.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal("该约定无法检查：" + chinese, diagnostic.GetMessage(new CultureInfo("zh-Hans")));
    }

    /// <summary>Every place that a contract can stand in.</summary>
    public static TheoryData<string> Places =>
    [
        "void M([[|StandardValue(\"x\")|]] double level) { }",
        "[return: [|StandardValue(\"x\")|]] double M() => 60;",
        "[[|StandardValue(\"x\")|]] double Level { get; set; }",
        "[field: [|StandardValue(\"x\")|]] double Level { get; set; }",
        "double Level { [return: [|StandardValue(\"x\")|]] get; [param: [|StandardValue(\"x\")|]] set; }",
        "[[|StandardValue(\"x\")|]] double this[int i] { get => 0; set { } }",
        "double this[[[|StandardValue(\"x\")|]] double i] { get => 0; set { } }",
        "[[|StandardValue(\"x\")|]] double _a, _b;",
        "[[|StandardValue(\"x\")|]] const double A = 60;",
        "C([[|StandardValue(\"x\")|]] double level) { }",
        "class D([[|StandardValue(\"x\")|]] double level) { double L => level; }",
        "record R([[|StandardValue(\"x\")|]] double Level, [property: [|StandardValue(\"x\")|]] double Other);",
        "delegate double F([[|StandardValue(\"x\")|]] double level);",
        "[return: [|StandardValue(\"x\")|]] delegate double F();",
        "void M() { [return: [|StandardValue(\"x\")|]] double F([[|StandardValue(\"x\")|]] double level) => level; F(1); }",
        "Func<double, double> M() => [return: [|StandardValue(\"x\")|]] ([[|StandardValue(\"x\")|]] double level) => level;",
        "public static double operator +(C c, [[|StandardValue(\"x\")|]] double level) => level;",
        "interface I { void M([[|StandardValue(\"x\")|]] double level); [[|StandardValue(\"x\")|]] double P { get; } }",
        "enum E { [[|StandardValue(\"x\")|]] A }",
        "[[|StandardValue(\"x\")|]] [[|StandardValue(\"y\")|]] double _twice;",
    ];

    [Theory]
    [MemberData(nameof(Places))]
    public Task EveryPlace_IsSeenOnce(string member) => Verify.AnalyzerAsync<ContractAnalyzer>(In(member));

    [Theory]
    [InlineData("[return: [|StandardValue(\"noise.site-boundary\")|]] string M() => \"\";")]
    [InlineData("[return: [|StandardValue(\"noise.site-boundary\")|]] System.Threading.Tasks.Task<double> M() => null!;")]
    [InlineData("[return: [|StandardValue(\"noise.site-boundary\")|]] void M() { }")]
    [InlineData("[[|StandardValue(\"noise.site-boundary\")|]] string Level { get; set; }")]
    [InlineData("string Level { [return: [|StandardValue(\"noise.site-boundary\")|]] get; [param: [|StandardValue(\"noise.site-boundary\")|]] set; }")]
    [InlineData("[[|StandardValue(\"noise.site-boundary\")|]] string _level;")]
    [InlineData("void M([[|StandardValue(\"noise.site-boundary\")|]] params string[] level) { }")]
    [InlineData("[return: [|StandardValue(\"noise.site-boundary\")|]] delegate string F();")]
    [InlineData("Func<string> M() => [return: [|StandardValue(\"noise.site-boundary\")|]] () => \"\";")]
    [InlineData("void M() { [return: [|StandardValue(\"noise.site-boundary\")|]] string F() => \"\"; F(); }")]
    [InlineData("record R([property: [|StandardValue(\"noise.site-boundary\")|]] string Level);")]
    public Task WrongType_IsSeenInEveryPlace(string member) => Verify.AnalyzerAsync<ContractAnalyzer>(In(member));

    /// <summary>However the attribute is named.</summary>
    [Theory]
    [InlineData("using GreenBuild.Standards; class C { [[|StandardValueAttribute(\"x\")|]] double _a; }")]
    [InlineData("class C { [[|GreenBuild.Standards.StandardValue(\"x\")|]] double _a; }")]
    [InlineData("class C { [[|global::GreenBuild.Standards.StandardValue(\"x\")|]] double _a; }")]
    [InlineData("using G = GreenBuild.Standards; class C { [[|G::StandardValue(\"x\")|]] double _a; [[|G.StandardValue(\"x\")|]] double _b; }")]
    [InlineData("using Limit = GreenBuild.Standards.StandardValueAttribute; class C { [[|Limit(\"x\")|]] double _a; }")]
    [InlineData("namespace N; using LimitAttribute = GreenBuild.Standards.StandardValueAttribute; class C { [[|Limit(\"x\")|]] double _a; }")]
    [InlineData("namespace M { using StandardValue = System.ObsoleteAttribute; class C { [StandardValue(\"x\")] double _a; } }")]
    [InlineData("namespace M { sealed class StandardValueAttribute(string key) : System.Attribute { public string Key => key; } class C { [StandardValue(\"x\")] double _a; } }")]
    public Task Name_DoesNotMatter(string source) => Verify.AnalyzerAsync<ContractAnalyzer>("#pragma warning disable CS0169\n" + source);

    [Fact]
    public Task GeneratedCode_IsNotAnalysed() => Verify.AnalyzerAsync<ContractAnalyzer>("// <auto-generated/>\n" + In("void M([StandardValue(\"x\")] double level) { }"));

    [Theory]
    [InlineData("void M([StandardValue] double level) { }")]
    [InlineData("void M([StandardValue(] double level) { }")]
    [InlineData("void M([StandardValue(Missing.Key)] double level, [StandardValue(\"noise.site-boundary\", When = Missing.When)] double other) { }")]
    [InlineData("void M([StandardValue(\"noise.site-boundary\")] Missing level, [StandardValue(\"noise.site-boundary\")]) { }")]
    [InlineData("[StandardValue(\"noise.site-boundary\")]")]
    public async Task HalfTyped_IsLeftToTheCompiler(string member)
    {
        var test = Verify.Test<ContractAnalyzer>(In(member));
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    private static string In(string member) => "using System;\nusing GreenBuild.Standards;\npublic class C\n{\n    " + member + "\n}\n";
}
