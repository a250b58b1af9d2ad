using Microsoft.Playwright;

namespace GreenBuild.Standards.Reporting.Browser.Tests;

/// <summary>The browser that is installed on the machine, opened once for all tests; where there is none, its tests are skipped and say so.</summary>
public sealed class Browser : IAsyncLifetime
{
    private static readonly string[] s_places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Executable is not { } executable) return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = executable,
            // As root no sandbox can be made; nothing but our own report is opened.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.CloseAsync();
        _playwright?.Dispose();
    }

    /// <summary>Opens a page of a file, which may load nothing else. What goes wrong in it is collected.</summary>
    internal async Task<OpenPage> OpenAsync(string file, ColorScheme scheme = ColorScheme.Light, int width = 1200)
    {
        if (_browser is null) MissingTool.Skip("No Chromium is installed here (" + string.Join(", ", s_places) + ", or the path in GREENBUILD_CHROMIUM).");
        var context = await _browser!.NewContextAsync(new() { ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        var page = await context.NewPageAsync();
        var problems = new List<string>();
        var requests = new List<string>();
        page.Console += (_, message) => problems.Add(message.Type + ": " + message.Text);
        page.PageError += (_, error) => problems.Add(error);
        page.Request += (_, request) => requests.Add(request.Url);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return new OpenPage(context, page, problems, requests);
    }

    private static string? Executable =>
        Environment.GetEnvironmentVariable("GREENBUILD_CHROMIUM") is { Length: > 0 } given ? given : Array.Find(s_places, File.Exists);
}

/// <summary>A page, with what its console said and what it asked for.</summary>
internal sealed record OpenPage(IBrowserContext Context, IPage Page, List<string> Problems, List<string> Requests) : IAsyncDisposable
{
    public ValueTask DisposeAsync() => Context.DisposeAsync();
}

/// <summary>The report of the sample in both languages, as the tool writes it.</summary>
public sealed class SampleReports : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("greenbuild-");

    public SampleReports()
    {
        foreach (var language in new[] { "en", "zh" })
        {
            using var output = new StringWriter();
            using var error = new StringWriter();
            Tool.GreenBuildTool.Run(["audit", RepositoryFiles.PathOf("samples/SiteAudit"), "--out", language + ".html", "--lang", language, "--quiet"], output, error, _folder.FullName);
            Assert.Equal("", error.ToString());
        }
    }

    public string File(string language) => Path.Combine(_folder.FullName, language + ".html");

    public void Dispose() => _folder.Delete(recursive: true);
}
