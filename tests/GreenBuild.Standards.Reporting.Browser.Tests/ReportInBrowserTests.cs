using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace GreenBuild.Standards.Reporting.Browser.Tests;

/// <summary>The report of the sample, looked at in a browser.</summary>
public sealed class ReportInBrowserTests(Browser browser, SampleReports reports) : IClassFixture<Browser>, IClassFixture<SampleReports>
{
    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task Page_IsQuietAndAsksForNothing(string language)
    {
        await using var open = await browser.OpenAsync(reports.File(language));

        Assert.Empty(open.Problems);
        // The file itself, and nothing of the network.
        Assert.Equal([new Uri(reports.File(language)).AbsoluteUri], open.Requests);
        Assert.Equal(0, await open.Page.Locator("script, link, iframe, img, object, embed").CountAsync());
        Assert.Equal(language == "zh" ? "zh-CN" : "en", await open.Page.Locator("html").GetAttributeAsync("lang"));
    }

    [Fact]
    public async Task Page_RunsNothingThatAFileBroughtIn()
    {
        // The policy of the page is what holds if an escape ever failed: an image and a script that were put in do nothing.
        var hostile = Path.Combine(Path.GetDirectoryName(reports.File("en"))!, "hostile.html");
        await File.WriteAllTextAsync(
            hostile, (await File.ReadAllTextAsync(reports.File("en"), TestContext.Current.CancellationToken)).Replace("<main>", "<main><img src=\"http://127.0.0.1:9/x.png\"><script>document.title='taken'</script>", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await using var open = await browser.OpenAsync(hostile);

        Assert.NotEqual("taken", await open.Page.TitleAsync());
        Assert.Equal(2, open.Problems.Count(static problem => problem.Contains("Content Security Policy", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task Charts_AreDrawn(string language)
    {
        await using var open = await browser.OpenAsync(reports.File(language));

        var charts = await open.Page.Locator("svg").AllAsync();
        Assert.NotEmpty(charts);
        foreach (var chart in charts)
        {
            var frame = (await chart.Locator(".frame").BoundingBoxAsync())!;
            Assert.True(frame is { Width: > 600, Height: > 100 });
            foreach (var kind in new[] { ".readings", ".limit", ".mean" })
            {
                var lines = await chart.Locator(kind).AllAsync();
                Assert.NotEmpty(lines);
                // What is drawn lies inside of the frame, but for the width of its strokes.
                foreach (var line in lines)
                    if (await line.BoundingBoxAsync() is { } box) Assert.True(box.X >= frame.X - 3 && box.Y >= frame.Y - 3 && box.X + box.Width <= frame.X + frame.Width + 3 && box.Y + box.Height <= frame.Y + frame.Height + 3);
            }
        }

        // The first point breaks the limit in the night of the turn of the year; that is marked, not only coloured, and its legend names it.
        Assert.True((await charts[0].Locator(".mark").BoundingBoxAsync())!.Height > 5);
        Assert.True((await charts[0].Locator(".over").First.BoundingBoxAsync())!.Height > 10);
        Assert.Contains(language == "zh" ? "超过限值" : "over the limit", await open.Page.Locator(".legend").First.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Views_ShowWhatTheyName()
    {
        await using var open = await browser.OpenAsync(reports.File("en"));
        var all = await Visible();
        Assert.All(new[] { "compliant", "non-compliant", "indeterminate", "invalid", "not-applicable" }, verdict => Assert.True(all.GetValueOrDefault(verdict) > 0, verdict));

        await open.Page.GetByText("what wants attention").ClickAsync();
        Assert.Equal(["indeterminate", "invalid", "non-compliant"], (await Visible()).Keys.Order());
        await open.Page.Locator("label[for=view-non-compliant]").ClickAsync();
        Assert.Equal(new Dictionary<string, int> { ["non-compliant"] = all["non-compliant"] }, await Visible());
        // By the keyboard as well, back to everything.
        await open.Page.Keyboard.PressAsync("ArrowLeft");
        await open.Page.Keyboard.PressAsync("ArrowLeft");
        Assert.Equal(all, await Visible());

        // How many rows and explanations of each verdict can be seen.
        async Task<Dictionary<string, int>> Visible() => (await open.Page.EvaluateAsync<string>("""
            () => JSON.stringify([...document.querySelectorAll('main tr[class]:not([class=""]), main details.finding')].filter(e => e.checkVisibility())
              .map(e => [...e.classList].find(c => c !== 'finding'))
              .reduce((counts, c) => ({ ...counts, [c]: (counts[c] ?? 0) + 1 }), {}))
            """)) is var text ? JsonSerializer.Deserialize<Dictionary<string, int>>(text)! : [];
    }

    [Fact]
    public async Task Parts_ShowOneAlone()
    {
        await using var open = await browser.OpenAsync(reports.File("en"));
        Assert.Equal(["part-assembly", "part-components", "part-dust", "part-duties", "part-materials", "part-waste", "point-1", "point-2", "point-3"], await Shown("section"));

        // A part by its name, and with it what the list for the site has of it: nothing else.
        await open.Page.Locator("label[for=only-dust]").ClickAsync();
        Assert.Equal(["part-dust"], await Shown("section"));
        Assert.Equal(["of-dust"], await open.Page.EvaluateAsync<string[]>("() => [...new Set([...document.querySelectorAll('.checklist tbody tr')].filter(e => e.checkVisibility()).map(e => e.classList[1]))]"));
        Assert.True(await open.Page.Locator(".filtered").IsVisibleAsync());
        // Both at once: the days of dust that were not decided are there, those of other verdicts are not.
        await open.Page.Locator("label[for=view-compliant]").ClickAsync();
        Assert.Equal(0, await open.Page.EvaluateAsync<int>("() => [...document.querySelectorAll('#part-dust details')].filter(e => e.checkVisibility()).length"));
        await open.Page.Locator("label[for=only-noise]").ClickAsync();
        Assert.Equal(["point-1", "point-2", "point-3"], await Shown("section"));

        await open.Page.Locator("label[for=only-all]").ClickAsync();
        await open.Page.Locator("label[for=view-all]").ClickAsync();
        Assert.False(await open.Page.Locator(".filtered").IsVisibleAsync());
        Assert.Equal(9, (await Shown("section")).Length);

        async Task<string[]> Shown(string tag) =>
            await open.Page.EvaluateAsync<string[]>("tag => [...document.querySelectorAll(tag + '.point')].filter(e => e.checkVisibility()).map(e => e.id).sort()", tag);
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Contrast_IsEnoughToRead(ColorScheme scheme)
    {
        await using var open = await browser.OpenAsync(reports.File("en"), scheme);

        // WCAG 2.2, 1.4.3: 4.5 to 1. Of every element that has text of its own, against the nearest background that is none of transparent.
        var poor = await open.Page.EvaluateAsync<string[]>("""
            () => {
              const parse = c => (c.match(/[\d.]+/g) ?? []).map(Number);
              const light = ([r, g, b]) => { const f = v => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; return 0.2126 * f(r) + 0.7152 * f(g) + 0.0722 * f(b); };
              const behind = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.length && (c.length < 4 || c[3] > 0)) return c; } return [255, 255, 255]; };
              document.querySelectorAll('details').forEach(d => d.open = true);
              const poor = new Set();
              for (const e of document.querySelectorAll('body *')) {
                if (e.namespaceURI.endsWith('svg') || !e.checkVisibility() || ![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
                const [a, b] = [light(parse(getComputedStyle(e).color)), light(behind(e))];
                const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
                if (ratio < 4.5) poor.add(e.tagName + '.' + e.className + ' ' + ratio.toFixed(2));
              }
              return [...poor];
            }
            """);

        Assert.Empty(poor);
        var paper = await open.Page.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");
        Assert.Equal(scheme == ColorScheme.Dark ? "rgb(20, 24, 31)" : "rgb(255, 255, 255)", paper);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task Headings_AreInOrderAndLinksLeadSomewhere(string language)
    {
        await using var open = await browser.OpenAsync(reports.File(language));

        var levels = await open.Page.EvaluateAsync<int[]>("() => [...document.querySelectorAll('h1, h2, h3, h4')].map(h => Number(h.tagName[1]))");
        Assert.Equal(1, levels[0]);
        Assert.Equal(1, levels.Count(static level => level == 1));
        for (var i = 1; i < levels.Length; i++) Assert.True(levels[i] <= levels[i - 1] + 1);
        Assert.Empty(await open.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.getAttribute('href')).filter(h => !document.getElementById(decodeURIComponent(h.slice(1))))"));
        // Each identifier once, and each table with headings.
        Assert.Empty(await open.Page.EvaluateAsync<string[]>("() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id); return ids.filter((id, i) => ids.indexOf(id) !== i); }"));
        Assert.Equal(0, await open.Page.Locator("table:not(:has(thead th[scope=col]))").CountAsync());
    }

    [Theory]
    [InlineData("en", 1200)]
    [InlineData("zh", 800)]
    [InlineData("en", 390)]
    [InlineData("zh", 390)]
    public async Task Page_NeverScrollsSideways(string language, int width)
    {
        await using var open = await browser.OpenAsync(reports.File(language), width: width);

        Assert.True(await open.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public async Task Print_FitsA4AndCutsNothing(string language)
    {
        await using var open = await browser.OpenAsync(reports.File(language));

        // Millimetres of A4 less the margins of the style sheet, at 96 dots an inch: what is wider would be cut.
        const int Width = (int)((210 - 2 * 12) / 25.4 * 96);
        await open.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await open.Page.SetViewportSizeAsync(Width, 1000);
        Assert.Empty(await open.Page.EvaluateAsync<string[]>("width => [...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && e.getBoundingClientRect().right > width + 1).map(e => e.tagName + '.' + e.className + ' ' + Math.round(e.getBoundingClientRect().right) + ' ' + e.textContent.slice(0, 60))", Width));
        // A row is never cut by the end of a page, and its headings come again on the next.
        Assert.Empty(await open.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('tr')].filter(e => getComputedStyle(e).breakInside !== 'avoid').map(e => e.className)"));
        Assert.Empty(await open.Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('thead')].filter(e => getComputedStyle(e).display !== 'table-header-group').map(e => e.className)"));
        // No row is higher than a page.
        Assert.True(await open.Page.EvaluateAsync<double>("() => Math.max(...[...document.querySelectorAll('tr')].map(e => e.getBoundingClientRect().height))") < (297 - 2 * 14) / 25.4 * 96);
        // What is folded on the screen is unfolded, what is for the screen alone is gone.
        foreach (var views in await open.Page.Locator(".views").AllAsync()) Assert.False(await views.IsVisibleAsync());
        Assert.True(await open.Page.Locator("details.rule:not([open]) dd").First.EvaluateAsync<bool>("e => e.getBoundingClientRect().height > 0"));
        // The explanations of what is compliant are most of the pages, and are printed when they are asked for.
        var explanation = open.Page.Locator("details.finding:not([open]) li").First;
        Assert.False(await explanation.IsVisibleAsync());
        await open.Page.Locator("#print-all").EvaluateAsync("e => e.checked = true");
        Assert.True(await explanation.EvaluateAsync<bool>("e => e.getBoundingClientRect().height > 0"));

        var pdf = System.Text.Encoding.Latin1.GetString(await open.Page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true }));
        var boxes = Regex.Matches(pdf, @"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]").Select(static box => (Number(box.Groups[1]), Number(box.Groups[2]))).ToList();
        Assert.NotEmpty(boxes);
        // Points of 1/72 inch; browsers round to whole ones.
        Assert.All(boxes, static box => Assert.True(Math.Abs(box.Item1 - 595.3) < 1 && Math.Abs(box.Item2 - 841.9) < 1, box.ToString()));

        static double Number(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);
    }
}
