using System.Globalization;

namespace GreenBuild.Standards.Analyzers.Tests;

/// <summary>Limits that do not bind, and limits that do not bind yet.</summary>
/// <remarks>
/// GB/T 50905-2014 is recommended. GB 12523-2025 came into force on 2026-01-01 with 55 dB(A) at night, as before, and 70 by day; the
/// edition of 1990 had 75 by day for earthwork, and that of 2011 (from 2012-07-01) 70 for all stages. GB 18580-2025 (0.124 mg/m3, as the
/// edition of 2017) from 2026-06-01.
/// </remarks>
public sealed class WeakAndComingLimitsTests
{
    [Fact]
    public Task Recommended_IsAHint() => Verify.AllAsync(Source.With(
        "void Put([StandardValue(\"cn.gb-t-50905-2014.boundary-night\")] double x) { } void M() { Put({|GBS1002:80|}); Put(40); Put(55.4); }"));

    [Fact]
    public async Task Recommended_SaysSo()
    {
        var found = await Verify.DiagnosticsAsync(new LimitAnalyzer(), Source.With("void Put([StandardValue(\"cn.gb-t-50905-2014.boundary-night\")] double x) { } void M() => Put(80);"));

        var diagnostic = Assert.Single(found);
        Assert.Equal("80 dB(A) breaks ≤ 55 dB(A) (GB/T 50905-2014 Table 1; recommended, unconfirmed)", diagnostic.GetMessage(CultureInfo.InvariantCulture).Replace("GB/T 50905-2014 " + StandardsCatalogue.Default.Find("cn.gb-t-50905-2014.boundary-night")!.Clause, "GB/T 50905-2014 Table 1", StringComparison.Ordinal));
        Assert.Contains("推荐", diagnostic.GetMessage(new CultureInfo("zh-Hans")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2012-06-30", "{|GBS1006:74|}")] // 75 for earthwork, and 70 from the next day on
    [InlineData("2012-07-01", "{|GBS1001:74|}")]
    [InlineData("2012-06-30", "{|GBS1001:76|}")] // today's is broken already
    [InlineData("2012-06-30", "70")]
    public Task Published_IsAHint(string day, string value) => Verify.AllAsync(
        Source.With($"void Put([StandardValue(\"noise.site-boundary\", When = \"period=day; stage=earthwork; projectType=building; noiseSensitiveBuildings=true\")] double x) {{ }} void M() => Put({value});"), "greenbuild.as_of = " + day);

    [Fact]
    public async Task Published_SaysFromWhen()
    {
        var found = await Verify.DiagnosticsAsync(
            new LimitAnalyzer(), Source.With("void Put([StandardValue(\"noise.site-boundary\", When = \"period=day; stage=earthwork; projectType=building; noiseSensitiveBuildings=true\")] double x) { } void M() => Put(74);"), "greenbuild.as_of = 2012-06-30");

        Assert.Equal("74 dB(A) breaks ≤ 70 dB(A) (GB 12523-2011 4.1 Table 1) from 2012-07-01", Assert.Single(found).GetMessage(CultureInfo.InvariantCulture));
    }
}
