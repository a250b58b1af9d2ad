using System.Globalization;
using Microsoft.CodeAnalysis.Testing;

namespace GreenBuild.Standards.Analyzers.Tests;

/// <summary>Which limit a contract stands for, and what is said about it.</summary>
public sealed class LimitChoiceTests
{
    private const string Stage = "period=day; stage=earthwork";
    private const string Boundary2025 = "period=night; projectType=building; noiseSensitiveBuildings=true";

    // The tables of the standards, from their texts: GB 12523-90 table 1 has 75 dB(A) for earthwork by day (not rounded before
    // it is compared), GB 12523-2025 table 1 has 55 by night. Japan: 85 dB at the boundary for specified works. GB 12348-2008:
    // 50 by night in zones of class 2 (table 1), which the maximum of a chance noise may exceed by 15 (4.1.3).
    [Theory]
    [InlineData("noise.site-boundary", Stage, "76", "greenbuild.as_of = 2011-06-01", "76 dB(A)", "≤ 75 dB(A)", "GB 12523-90 2.1")]
    [InlineData("noise.site-boundary", Stage, "75.1", "build_property.GreenBuildAsOf = 2011-06-01", "75.1 dB(A)", "≤ 75 dB(A)", "GB 12523-90 2.1")]
    [InlineData("noise.site-boundary", Boundary2025, "70.4", "", "70.4 dB(A)", "≤ 55 dB(A)", "GB 12523-2025 Table 1")]
    [InlineData("noise.site-boundary", Boundary2025, "70.4", "greenbuild.jurisdiction = CN-SH", "70.4 dB(A)", "≤ 55 dB(A)", "GB 12523-2025 Table 1")]
    [InlineData("noise.site-boundary-l5", "designatedZone=1", "86", "greenbuild.jurisdiction = JP", "86 dB", "≤ 85 dB", "JP 騒音規制法 特定建設作業 告示1号 (1968) 告示")]
    [InlineData("noise.site-boundary-l5", "designatedZone=1", "86", "build_property.GreenBuildJurisdiction = JP", "86 dB", "≤ 85 dB", "JP 騒音規制法 特定建設作業 告示1号 (1968) 告示")]
    [InlineData("cn.gb-12523-90.earthwork-day", null, "76", "", "76 dB(A)", "≤ 75 dB(A)", "GB 12523-90 2.1")]
    [InlineData("cn.gb-12523-2025.boundary-day", null, "71.5", "", "71.5 dB(A)", "≤ 70 dB(A)", "GB 12523-2025 Table 1")]
    [InlineData("cn.gb-12348-2008.night-sporadic-lmax", "period=night; functionZone=2; noisePattern=sporadic", "66", "", "66 dB(A)", "≤ 65 dB(A)", "GB 12348-2008 4.1.3")]
    public Task Broken_SaysValueLimitAndCitation(string key, string? when, string value, string options, string shown, string limit, string citation)
    {
        var expected = Verify.Result<LimitAnalyzer>("GBS1001").WithArguments(shown, limit, citation).WithLocation(0);
        return Verify.AnalyzerAsync<LimitAnalyzer>(ContractOn(key, when, "{|#0:" + value + "|}"), options, expected: expected);
    }

    [Theory]
    [InlineData("noise.site-boundary", Stage, "74", "greenbuild.as_of = 2011-06-01")] // meets the limit
    [InlineData("noise.site-boundary", Stage, "76", "greenbuild.as_of = 2026-06-01")] // no stages any more, and what decides now is not given
    [InlineData("noise.site-boundary", Boundary2025, "70.4", "greenbuild.as_of = 1980-01-01")] // before there was a limit
    [InlineData("noise.site-boundary", Boundary2025, "70.4", "greenbuild.jurisdiction = SG")] // a rule of China
    [InlineData("noise.site-boundary-l5", "designatedZone=1", "86", "")] // a rule of Japan
    public Task NotBroken(string key, string when, string value, string options) =>
        Verify.AnalyzerAsync<LimitAnalyzer>(ContractOn(key, when, value), options);

    [Fact]
    public Task OptionOfTheFolder_GoesBeforeThatOfTheBuild()
    {
        var test = Verify.Test<LimitAnalyzer>(ContractOn("noise.site-boundary", Stage, "[|76|]"), "greenbuild.as_of = 2026-06-01");
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\ngreenbuild.as_of = 2011-06-01\n"));
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>72 keeps the 75 of GB 12523-90 and will break the 70 of its successors, and breaks that today: each file is judged for its own day, whichever comes first.</summary>
    [Theory]
    [InlineData("Old", "New", "Old")]
    [InlineData("New", "Old", "New")]
    public async Task FilesOfOneCompilation_AreJudgedForDaysOfTheirOwn(params string[] files)
    {
        const string Key = "noise.site-boundary", When = "period=day; stage=earthwork; projectType=building; noiseSensitiveBuildings=true";
        var test = Verify.Test<LimitAnalyzer>("class Empty { }");
        for (var i = 0; i < files.Length; i++)
            test.TestState.Sources.Add(($"/{files[i]}/File{i}.cs", $"namespace N{i}\n{{\n{ContractOn(Key, When, files[i] == "New" ? "{|GBS1001:72|}" : "{|GBS1006:72|}")}\n}}\n"));
        test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[/Old/*.cs]\ngreenbuild.as_of = 2011-06-01\n[/New/*.cs]\ngreenbuild.as_of = 2026-06-01\n"));
        await test.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A unit is written as the reports write it.</summary>
    [Fact]
    public async Task Message_HasTheUnitInWords()
    {
        var source = ContractOn("cn.jianzhi-2007-223.waste-residential", null, "99999");
        var diagnostic = (await Verify.DiagnosticsAsync(new LimitAnalyzer(), source)).Single();

        Assert.StartsWith("99999 t/10⁴ m² breaks ≤ 400 t/10⁴ m² ", diagnostic.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_InBothLanguages()
    {
        var diagnostic = Assert.Single(await Verify.DiagnosticsAsync(new LimitAnalyzer(), ContractOn("cn.gb-12523-2025.boundary-day", null, "71.5")));

        Assert.Equal("71.5 dB(A) breaks ≤ 70 dB(A) (GB 12523-2025 Table 1)", diagnostic.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal("71.5 dB(A) 不满足 ≤ 70 dB(A)（GB 12523-2025 Table 1）", diagnostic.GetMessage(new CultureInfo("zh-Hans")));
        Assert.Equal("数值不满足强制性限值", diagnostic.Descriptor.Title.ToString(new CultureInfo("zh-Hans")));
    }

    private static string ContractOn(string key, string? when, string value) => $$"""
        using GreenBuild.Standards;
        class C
        {
            void Set([StandardValue("{{key}}"{{(when is null ? "" : $", When = \"{when}\"")}})] double level) { }
            void M() => Set({{value}});
        }
        """;
}
