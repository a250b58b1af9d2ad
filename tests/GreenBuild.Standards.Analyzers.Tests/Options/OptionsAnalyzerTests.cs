using System.Globalization;

namespace GreenBuild.Standards.Analyzers.Tests;

public sealed class OptionsAnalyzerTests
{
    private const string OneFile = "class A { }";

    [Theory]
    [InlineData("")]
    [InlineData("greenbuild.as_of = 2026-02-28\ngreenbuild.jurisdiction = CN-SH")]
    [InlineData("greenbuild.jurisdiction = 上海市")]
    [InlineData("build_property.GreenBuildAsOf = \nbuild_property.GreenBuildJurisdiction = ")]
    public Task Readable_IsNotReported(string options) => Verify.AnalyzerAsync<OptionsAnalyzer>(OneFile, options);

    [Theory]
    [InlineData("greenbuild.as_of = 2026-02-30", "greenbuild.as_of", "2026-02-30", true)]
    [InlineData("greenbuild.as_of = 1.3.2026", "greenbuild.as_of", "1.3.2026", true)]
    [InlineData("greenbuild.as_of = today", "greenbuild.as_of", "today", true)]
    [InlineData("build_property.GreenBuildAsOf = 2026", "GreenBuildAsOf", "2026", true)]
    [InlineData("greenbuild.jurisdiction = CN-XX", "greenbuild.jurisdiction", "CN-XX", false)]
    [InlineData("build_property.GreenBuildJurisdiction = Atlantis", "GreenBuildJurisdiction", "Atlantis", false)]
    public async Task Unreadable_IsReportedOnceForAllFiles(string options, string name, string value, bool isDate)
    {
        var used = isDate ? StandardsCatalogue.Default.ReleaseDate.ToString() : "CN";
        var expected = isDate ? "a date of the form yyyy-MM-dd is expected" : "a place such as CN or CN-SH is expected";
        var expectedInChinese = isDate ? "应为 yyyy-MM-dd 形式的日期" : "应为 CN、CN-SH 等地区代码";
        var test = Verify.Test<OptionsAnalyzer>(OneFile, options);
        test.TestState.Sources.Add("class B { }");
        test.ExpectedDiagnostics.Add(Verify.Result<OptionsAnalyzer>("GBS8002").WithArguments(name, value, expected, used));
        await test.RunAsync(TestContext.Current.CancellationToken);

        var diagnostic = Assert.Single(await Verify.DiagnosticsAsync(new OptionsAnalyzer(), OneFile, options));
        Assert.Equal($"'{value}' is not a value of {name}: {expected}; {used} is used", diagnostic.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal($"“{value}”不是 {name} 的有效值：{expectedInChinese}；改用 {used}", diagnostic.GetMessage(new CultureInfo("zh-Hans")));
    }

    [Fact]
    public async Task DifferentValuesInDifferentFolders_AreReportedEach()
    {
        var test = Verify.Test<OptionsAnalyzer>(OneFile);
        test.TestState.Sources.Add(("/0/old/Old.cs", "class B { }"));
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\ngreenbuild.as_of = soon\n[**/old/*.cs]\ngreenbuild.as_of = long ago\n"));
        var used = StandardsCatalogue.Default.ReleaseDate.ToString();
        foreach (var value in new[] { "soon", "long ago" })
            test.ExpectedDiagnostics.Add(Verify.Result<OptionsAnalyzer>("GBS8002").WithArguments("greenbuild.as_of", value, "a date of the form yyyy-MM-dd is expected", used));
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public Task UnreadableDay_TheDefaultIsUsed() => Verify.AnalyzerAsync<CitationAnalyzer>("class A { string M() => \"[|GB 12523-2011|]\"; }", "greenbuild.as_of = 2020");

    [Fact]
    public Task LibraryNotReferenced_NothingIsReported() => Verify.AnalyzerAsync<OptionsAnalyzer>(OneFile, "greenbuild.as_of = today", withLibrary: false);
}
