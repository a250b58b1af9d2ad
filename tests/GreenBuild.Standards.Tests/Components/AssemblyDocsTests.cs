using GreenBuild.Standards.Components;
using static GreenBuild.Standards.Tests.Components.AssemblySample;

namespace GreenBuild.Standards.Tests.Components;

/// <summary>Sheet, ways and finding of docs/components.md are those that the library gives.</summary>
public sealed class AssemblyDocsTests
{
    [Theory]
    [InlineData("components.md", Language.English)]
    [InlineData("components.zh-CN.md", Language.Chinese)]
    public void TheSection_IsWhatTheLibrarySays(string page, Language language)
    {
        var text = RepositoryFiles.Read("docs/" + page);
        var sheet = Score(Building(), options: CheckOptions.Default);
        var table = string.Join("\n", sheet.ToMarkdown(language).Split('\n').Where(static line => line.StartsWith('|')));
        var ways = string.Join("\n", AssemblyWhatIf.Of(sheet, AssemblyTarget.AA).Ways.Select(way => "- " + string.Join(language == Language.Chinese ? "；" : "; ", way.Changes.Select(change => change.In(language)))));
        var figure = AssemblyFigure.PrecastRatio(52).Judge(StandardsCatalogue.Default.Find("cn.gb-t-51129-2017.min-assembly-rate")!).Reason.In(language);

        Assert.Contains(table, text, StringComparison.Ordinal);
        Assert.Contains(ways, text, StringComparison.Ordinal);
        Assert.Contains(figure, text, StringComparison.Ordinal);
    }
}
