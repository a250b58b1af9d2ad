using Microsoft.Playwright;

namespace GreenBuild.Standards.Reporting.Browser.Tests;

/// <summary>The pictures of the report in the READMEs, as the browser shows the sample today.</summary>
public sealed class ReportPictureTests(Browser browser, SampleReports reports) : IClassFixture<Browser>, IClassFixture<SampleReports>
{
    /// <summary><c>bash eng/pictures</c> takes them anew. Pixels hang on the fonts of the machine, so that what the picture says is held by the words that the README gives for it.</summary>
    [Theory]
    [InlineData("en", "README.md", ", ")]
    [InlineData("zh", "README.zh-CN.md", "、")]
    public async Task Picture_SaysWhatTheReportSays(string language, string readme, string between)
    {
        await using var open = await browser.OpenAsync(reports.File(language), width: 1200);
        var summary = (await open.Page.Locator("#summary").BoundingBoxAsync())!;
        var (point, legend) = ((await open.Page.Locator("#point-1").BoundingBoxAsync())!, (await open.Page.Locator("#point-1 .legend").BoundingBoxAsync())!);

        await TakeAsync("summary", summary.Y, summary.Y + summary.Height);
        await TakeAsync("chart", point.Y, legend.Y + legend.Height);

        // "45 compliant, 15 non-compliant", without the signs beside the words.
        var counts = await open.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.counts li')].map(li => li.querySelector('b').textContent + ' ' + li.querySelector('span').lastChild.textContent)");
        Assert.Equal(5, counts.Length);
        Assert.Contains($"{string.Join(between, counts)}](docs/images/summary.{language}.png)", RepositoryFiles.Read(readme), StringComparison.Ordinal);
        Assert.Contains($"](docs/images/chart.{language}.png)", RepositoryFiles.Read(readme), StringComparison.Ordinal);

        async Task TakeAsync(string name, float top, float bottom)
        {
            var picture = await open.Page.ScreenshotAsync(new() { FullPage = true, Clip = new() { X = 0, Y = top - 8, Width = 1200, Height = bottom - top + 16 } });
            Assert.True(picture.Length > 10_000);
            if (Environment.GetEnvironmentVariable("GREENBUILD_UPDATE_PICTURES") == "1")
                await File.WriteAllBytesAsync(RepositoryFiles.PathOf($"docs/images/{name}.{language}.png"), picture, TestContext.Current.CancellationToken);
        }
    }
}
