using System.Text;
using System.Text.RegularExpressions;
using GreenBuild.Standards.Monitoring.Hj212;

namespace GreenBuild.Standards.Monitoring.Tests.Hj212;

/// <summary>What docs/hj-212.md says of its first packet is what the library says.</summary>
public sealed class Hj212DocsTests
{
    [Theory]
    [InlineData("hj-212.md", Language.English)]
    [InlineData("hj-212.zh-CN.md", Language.Chinese)]
    public void ThePacket_IsWhatTheLibrarySays(string page, Language language)
    {
        var text = RepositoryFiles.Read("docs/" + page);
        var packet = Regex.Match(text, "ReadFirst\\(\"(##[^\"]*)\"u8").Groups[1].Value.Replace("\\r\\n", "\r\n", StringComparison.Ordinal);
        var message = Hj212Message.ReadFirst(Encoding.ASCII.GetBytes(packet), Hj212StationProfile.Micrograms)!;

        Assert.Equal(Hj212CrcRule.Standard, message.CrcRule);
        var reading = message.Readings[0];
        var what = $"{reading.Time:yyyy-MM-dd HH:mm zzz} + {reading.Duration}: {reading.Code} {reading.Statistic} = {reading.Value} {reading.Unit}, usable: {reading.IsUsable}";
        Assert.Contains("`" + what + "`", text, StringComparison.Ordinal);
        Assert.Contains("`" + Assert.Single(message.Findings).In(language) + "`", text, StringComparison.Ordinal);

        // Each profile that is built in stands in the table with its unit.
        foreach (var (name, profile) in new[] { ("National2017", Hj212StationProfile.National2017), ("Micrograms", Hj212StationProfile.Micrograms), ("ShanghaiDustNoise", Hj212StationProfile.ShanghaiDustNoise) })
            Assert.Contains($"| `{name}` | {profile.Find("a34001")!.Unit} |", text, StringComparison.Ordinal);
    }
}
