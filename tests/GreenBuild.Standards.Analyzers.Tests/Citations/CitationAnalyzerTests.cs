using System.Globalization;
using Microsoft.CodeAnalysis.Testing;

namespace GreenBuild.Standards.Analyzers.Tests;

/// <summary>Which texts cite an edition that is no longer in force, and where exactly.</summary>
/// <remarks>
/// The dates are those of the standards: GB 12523-2025 replaced the edition of 2011 on 2026-01-01, which had replaced that of
/// 1990 on 2012-07-01; GB/T 50640-2023 replaced the edition of 2010 on 2024-05-01; GB 3096-2008 those before it on 2008-10-01.
/// </remarks>
public sealed class CitationAnalyzerTests
{
    public static TheoryData<string> Cited =>
    [
        "string M() => \"[|GB 12523-2011|]\";",
        "string M() => \"noise after [|GB 12523-2011|] Table 1, by day\";",
        "string M() => \"[|GB12523-2011|]\";",
        "string M() => \"[|GB 12523—2011|]\";",
        "string M() => \"[|GB 12523–2011|], [|GB 12523——2011|], [|GB 12523 - 2011|]\";",
        "string M() => \"[|GB/T 50640-2010|] and [|GB／T 50640-2010|] and [|GB/T50640-2010|]\";",
        "string M() => \"[|GB 12523-90|]; [|GB 12523-1990|]\";",
        "string M() => \"按《建筑施工场界环境噪声排放标准》（[|GB 12523-2011|]）执行\";",
        "string M() => \"按[|GB 12523-2011|]执行\";",
        "string M() => \"[|GB 12523-2011|]/[|GB 3096-93|]/GB 3096-2008\";",
        "string M() => \"[|GB 12523-2011|],4.1 ([|GB 12523-2011|]). [|GB 12523-2011|].\";",
        "string M() => @\"a \"\"[|GB 12523-2011|]\"\" b\";",
        "string M() => \"tab\\t[|GB 12523-2011|]\\n\";",
        "string M() => \"\"\"\n            first\n            [|GB 12523-2011|]\n            \"\"\";",
        "string M(int n) => $\"[|GB 12523-2011|] {n} [|GB/T 50640-2010|]\";",
        "string M(int n) => $@\"{{x}} [|GB 12523-2011|] {n}\";",
        "string M(int n) => $\"\"\"x \"[|GB 12523-2011|]\" {n}\"\"\";",
        "System.ReadOnlySpan<byte> M() => \"[|GB 12523-2011|]\"u8;",
        "const string Standard = \"[|GB 12523-2011|]\";",
        "static readonly string Standard = \"[|GB 12523-2011|]\";",
        "void M(string s = \"[|GB 12523-2011|]\") { }",
        "bool M(string s) => s is \"[|GB 12523-2011|]\";",
        "[System.Obsolete(\"[|GB 12523-2011|]\")] void M() { }",
        "[System.Obsolete(message: \"[|GB 12523-2011|]\")] void M() { }",
        // The edition of 2019 before its revision of 2024; a year in brackets that is no revision's changes nothing.
        "string M() => \"[|GB/T 50378-2019|]; [|GB/T 50378-2019|] (see 7.2.17); [|GB 12523-2011|] (2012)\";",
        // Escapes hide where the number stands: the literal is reported whole.
        "string M() => [|\"GB 12523\\u20142011\"|];",
    ];

    [Theory]
    [MemberData(nameof(Cited))]
    public Task Reported(string member) => Verify.AnalyzerAsync<CitationAnalyzer>(In(member));

    public static TheoryData<string> NotCited =>
    [
        "string M() => \"GB 12523-2025\";", // in force
        "string M() => \"GB 3096-2008, GB 12348-2008\";", // old, in force
        "string M() => \"GB 16710-2025\";",
        "string M() => \"GB/T 50378-2019 (2024), GB/T 50378-2019(2024), GB/T50378-2019（2024年版）, GB/T 50378-2019（2024 年局部修订）\";", // the revision in force
        "string M() => \"GB 99999-2011\";", // no edition that is known
        "string M() => \"GB/T 12523-2009\";", // nor this: the year does not fit either
        "string M() => \"GB 6566-1986\";", // older than the editions that are known
        "string M() => \"Q/GB 12523-2011\";", // a standard of a company
        "string M() => \"GB 12523\";", // no edition named
        "string M() => \"GB 12523-20111\";", // longer numbers
        "string M() => \"GB 112523-2011\";",
        "string M() => \"GB 12523-2011a, XGB 12523-2011, _GB 12523-2011, GB 12523-2011_1\";",
        "string M() => \"GB 12523 - 90 dB\";", // a dash and a level
        "string M() => \"GB 12523-90.5\";",
        "string M() => \"GB12523-2011.pdf\";", // a file
        "string M() => \"https://example.org/GB12523-2011\";", // a link
        "string M() => \"gb12523-2011\";", // an identifier
        "string M() => \"cn.gb-12523-2011.boundary-day\";", // a key
        "string M() => \"12523-2011\";",
        "string M() => \"2026-01-01 to 2026-12-31, 06:00-22:00, 70-55 dB, T-shirt, A4-210\";",
        "string M() => \"-\" + \"1-\" + \"GB 12523-\" + \"--\" + \"GB -2011\" + \"\";",
        "/* GB 12523-2011 */ string M() => nameof(M); // GB 12523-2011",
        "/// <summary>See GB 12523-2025.</summary>\nvoid M() { }",
    ];

    [Theory]
    [MemberData(nameof(NotCited))]
    public Task LeftAlone(string member)
    {
        Assert.DoesNotContain("[|", member, StringComparison.Ordinal);
        return Verify.AnalyzerAsync<CitationAnalyzer>(In(member));
    }

    // GB 12523 was issued in 1990, 2011 and 2025, as GB and not GB/T.
    [Theory]
    [InlineData("string M() => \"{|GBS2003:GB 12523-2012|}\";")]
    [InlineData("string M() => \"{|GBS2003:GB 12523-2052|}\";")]
    [InlineData("string M() => \"{|GBS2003:GB/T 12523-2011|}\";")]
    [InlineData("string M() => \"{|GBS2003:GB 50640-2023|}\";")] // is GB/T
    [InlineData("string M() => \"{|GBS2003:DB11/T 501-2017|}\";")]
    // Two digits changed places, or another standard: GB/T 50095-2014 is one of hydrology, GB/T 50905-2014 of green construction.
    [InlineData("string M() => \"GB 12532-2011, GB/T 50095-2014\";")]
    // Held as it was revised; withdrawn on 2020-08-01.
    [InlineData("string M() => \"{|GBS2001:GB 50325-2010|}\";")]
    [InlineData("/// <summary>Limits of {|GBS2001:GB 12523-2011|} and {|GBS2003:GB 12523-2012|}.</summary>\n/// <remarks>{|GBS2001:GB/T 50640-2010|}</remarks>\nvoid M() { }")]
    public Task Mistaken_AndDocumentation(string member) => Verify.AllAsync(In(member));

    [Theory]
    [InlineData("GB 12523-2012", "GB 12523-90, GB 12523-2011, GB 12523-2025")]
    [InlineData("GB/T 12523-2011", "GB 12523-2011")]
    public async Task Mistaken_NamesWhatIsKnown(string cited, string known)
    {
        var diagnostic = Assert.Single(await Verify.DiagnosticsAsync(new CitationAnalyzer(), In($"string M() => \"{cited}\";")));

        Assert.Equal($"No edition {cited} is known; known is {known}", diagnostic.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal($"未知的版本 {cited}；已知的有 {known}", diagnostic.GetMessage(new CultureInfo("zh-Hans")));
    }

    [Fact]
    public Task AttributeOfTheAssembly_IsRead() => Verify.AnalyzerAsync<CitationAnalyzer>(
        "[assembly: System.Reflection.AssemblyDescription(\"after [|GB 12523-2011|]\")]");

    [Theory]
    [InlineData("2025-12-31", "string M() => \"GB 12523-2011, [|GB 12523-90|]\";")] // the day before
    [InlineData("2026-01-01", "string M() => \"[|GB 12523-2011|], [|GB 12523-90|]\";")] // the first day of the new edition
    [InlineData("2012-06-30", "string M() => \"{|GBS2002:GB 12523-2011|}, GB 12523-90\";")] // to come
    [InlineData("2025-12-31", "string M() => \"{|GBS2002:GB 12523-2025|}\";")]
    public Task Day_Decides(string day, string member) => Verify.AnalyzerAsync<CitationAnalyzer>(In(member), "greenbuild.as_of = " + day);

    [Theory]
    [InlineData("GB 12523-2011", "", "2026-01-01", "GB 12523-2025 applies now", "现行版本为 GB 12523-2025")]
    [InlineData("GB 12523-90", "", "2012-07-01", "GB 12523-2025 applies now", "现行版本为 GB 12523-2025")] // two editions on
    [InlineData("GB 12523-90", "2020-01-01", "2012-07-01", "GB 12523-2011 applies now", "现行版本为 GB 12523-2011")]
    [InlineData("GB/T 50640-2010", "", "2024-05-01", "GB/T 50640-2023 applies now", "现行版本为 GB/T 50640-2023")]
    public async Task Message_NamesWhatAppliesAndSinceWhen(string cited, string asOf, string since, string now, string nowInChinese)
    {
        var source = In($"string M() => \"{cited}\";");
        var diagnostic = Assert.Single(await Verify.DiagnosticsAsync(new CitationAnalyzer(), source, asOf.Length == 0 ? "" : "greenbuild.as_of = " + asOf));

        Assert.Equal($"{cited} lapsed on {since}; {now}", diagnostic.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal($"{cited} 自 {since} 起失效；{nowInChinese}", diagnostic.GetMessage(new CultureInfo("zh-Hans")));
    }

    [Fact]
    public void LapsedWithoutSuccessor_SaysSo()
    {
        // A notice for the examinations of 2024 bound until 06:00 of 17 June, so the 18th is the first day without; nothing took its place.
        var notice = StandardsCatalogue.Default.FindEdition("cn-sh.exam-notice-2024");

        Assert.True(WithdrawnEdition.TryRead(notice, new CalendarDate(2026, 1, 1), out var withdrawn));
        Assert.Null(withdrawn.Current);
        Assert.Equal(new CalendarDate(2024, 6, 18), withdrawn.Since);
        Assert.Equal("no successor is known", Text.Format("Citation_NoSuccessor").ToString(CultureInfo.InvariantCulture));
        Assert.Equal("目录中没有其替代版本", Text.Format("Citation_NoSuccessor").ToString(new CultureInfo("zh-Hans")));
    }

    [Theory]
    [InlineData("void M([StandardValue([|\"cn.gb-12523-2011.boundary-day\"|])] double level) { }")]
    [InlineData("void M([StandardValue(key: [|\"cn.gb-12523-2011.boundary-day\"|], When = \"period=day\")] double level) { }")]
    [InlineData("void M([StandardValue([|RequirementKeys.Cn.Gb12523_2011.BoundaryDay|])] double level) { }")]
    [InlineData("const string Day = \"cn.gb-12523-2011.boundary-day\"; void M([StandardValue([|Day|])] double level) { }")]
    [InlineData("[return: StandardValue([|\"cn.gb-12523-90.earthwork-day\"|])] double M() => 60;")]
    [InlineData("[StandardValue([|\"cn.gb-12523-2011.boundary-day\"|])] double Level { get; set; }")]
    [InlineData("[StandardValue([|\"cn.gb-12523-2011.boundary-day\"|])] double _level;")]
    [InlineData("void M([StandardValue(\"cn.gb-12523-2025.boundary-day\")] double level, [StandardValue(\"noise.site-boundary\")] double other) { }")]
    public Task KeyOfAContract(string member) => Verify.AnalyzerAsync<CitationAnalyzer>("using GreenBuild.Standards;\n" + In(member));

    /// <summary>A text that says which edition took the place of which tells them apart by itself.</summary>
    [Theory]
    [InlineData("string M() => \"GB 12523-2025 (replaces GB 12523-2011)\";")]
    [InlineData("string M() => \"本标准代替 GB 12523—2011，现行为 GB12523—2025\";")]
    [InlineData("string M() => \"[|GB 12523-2011|] and GB 12523-2025\";")]
    [InlineData("string M() => \"[|GB 12523-2011|] replaced what was before\";")]
    [InlineData("string M() => \"[|GB 12523-2011|]\" + \" was replaced by GB 12523-2025\";")]
    public Task TextThatSaysWhatReplacesWhat_IsLeftAlone(string member) => Verify.AnalyzerAsync<CitationAnalyzer>(In(member));

    /// <summary>A constant of the library is named by its edition.</summary>
    [Theory]
    [InlineData("bool M(double level) => level > [|LimitValues.Cn.Gb12523_2011.BoundaryDay|];")]
    [InlineData("const double Most = [|GreenBuild.Standards.LimitValues.Cn.Gb12523_2011.BoundaryDay|] - 5;")]
    [InlineData("double M(bool isNight) => isNight ? [|LimitValues.Cn.Gb12523_2011.BoundaryNight|] : LimitValues.Cn.Gb12523_2025.BoundaryDay;")]
    [InlineData("string M() => [|RequirementKeys.Cn.Gb12523_2011.BoundaryDay|];")]
    [InlineData("[System.ComponentModel.DefaultValue([|LimitValues.Cn.Gb12523_2011.BoundaryDay|])] double Level { get; set; }")]
    [InlineData("string M() => nameof(LimitValues) + nameof(RequirementKeys.Cn); // LimitValues.Cn.Gb12523_2011.BoundaryDay")]
    [InlineData("class LimitValues { public static class Gb12523_2011 { public const double Day = 70; } } double M() => LimitValues.Gb12523_2011.Day;")]
    public Task ConstantOfAnEdition(string member) => Verify.AnalyzerAsync<CitationAnalyzer>("using GreenBuild.Standards;\n" + In(member));

    [Fact]
    public Task ConstantsOfAnEdition_InADirective() => Verify.AnalyzerAsync<CitationAnalyzer>("using static [|GreenBuild.Standards.LimitValues.Cn.Gb12523_2011|];\n" + In("double M() => BoundaryDay;"));

    [Fact]
    public Task ConstantOfAnEdition_OnADayWhenItWasInForce() => Verify.AnalyzerAsync<CitationAnalyzer>(In("double M() => GreenBuild.Standards.LimitValues.Cn.Gb12523_2011.BoundaryDay;"), "greenbuild.as_of = 2025-12-31");

    [Theory]
    [InlineData("cn.gb-12523-2011.boundary-day", "GB 12523-2011 lapsed on 2026-01-01; the same requirement of GB 12523-2025 is cn.gb-12523-2025.boundary-day", "GB 12523-2011 自 2026-01-01 起失效；GB 12523-2025 中的对应条目为 cn.gb-12523-2025.boundary-day")]
    [InlineData("cn.gb-12523-90.earthwork-day", "GB 12523-90 lapsed on 2012-07-01; GB 12523-2025 applies now and has no requirement earthwork-day", "GB 12523-90 自 2012-07-01 起失效；现行版本为 GB 12523-2025，其中没有条目 earthwork-day")]
    public async Task KeyOfAContract_Message(string key, string english, string chinese)
    {
        var diagnostic = Assert.Single(await Verify.DiagnosticsAsync(new CitationAnalyzer(), In($"void M([GreenBuild.Standards.StandardValue(\"{key}\")] double level) {{ }}")));

        Assert.Equal(english, diagnostic.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal(chinese, diagnostic.GetMessage(new CultureInfo("zh-Hans")));
    }

    [Fact]
    public Task LibraryNotReferenced_NothingIsReported() =>
        Verify.AnalyzerAsync<CitationAnalyzer>(In("string M() => \"GB 12523-2011\";"), withLibrary: false);

    [Fact]
    public Task GeneratedCode_IsNotAnalysed() => Verify.AnalyzerAsync<CitationAnalyzer>("// <auto-generated/>\n" + In("string M() => \"GB 12523-2011\";"));

    [Theory]
    [InlineData("[System.CodeDom.Compiler.GeneratedCode(\"tool\", \"1\")] string M() => \"GB 12523-2011\";")]
    [InlineData("[System.CodeDom.Compiler.GeneratedCodeAttribute(\"tool\", \"1\")] class Inner { string M() => \"GB 12523-2011\"; }")]
    [InlineData("/// <summary>As GB 12523-2011 has it.</summary>\n    [System.CodeDom.Compiler.GeneratedCode(\"tool\", \"1\")] void M() { }")]
    [InlineData("[System.CodeDom.Compiler.GeneratedCode(\"tool\", \"1\")] void M([GreenBuild.Standards.StandardValue(\"cn.gb-12523-2011.boundary-day\")] double level) { }")]
    public Task GeneratedMember_IsNotAnalysed(string member) => Verify.AnalyzerAsync<CitationAnalyzer>(In(member));

    [Fact]
    public Task MemberBesideGeneratedOne_IsAnalysed() =>
        Verify.AnalyzerAsync<CitationAnalyzer>(In("[System.CodeDom.Compiler.GeneratedCode(\"tool\", \"1\")] string M() => \"GB 12523-2011\"; string N() => \"[|GB 12523-2011|]\";"));

    [Fact]
    public async Task HalfTyped_NeverThrows()
    {
        var test = Verify.Test<CitationAnalyzer>(In("[GreenBuild.Standards.StandardValue(] int A; [GreenBuild.Standards.StandardValue(When = )] int B; string M() => \"[|GB 12523-2011|]"));
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    internal static string In(string member) => "public class C\n{\n    " + member + "\n}\n";
}
