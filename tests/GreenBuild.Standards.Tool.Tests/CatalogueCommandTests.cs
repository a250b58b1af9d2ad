namespace GreenBuild.Standards.Tool.Tests;

public sealed class CatalogueCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("greenbuild-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("en", "requirements of", "<title data-en")]
    [InlineData("zh", "项要求", ">绿色建造规则目录</title>")]
    public void Html_IsWrittenAndSaysSo(string language, string said, string written)
    {
        var run = ToolRun.In(_folder.FullName, "catalogue", "html", "catalogue.html", "--lang", language);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(said, run.Output, StringComparison.Ordinal);
        Assert.Contains("catalogue.html", run.Output, StringComparison.Ordinal);
        var page = File.ReadAllText(Path.Combine(_folder.FullName, "catalogue.html"));
        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.Ordinal);
        Assert.Contains(written, page, StringComparison.Ordinal);
        Assert.Contains("id=\"cn.gb-12523-2025.boundary-night\"", page, StringComparison.Ordinal);
        Assert.EndsWith("</html>\n", page, StringComparison.Ordinal);
        Assert.Single(_folder.GetFileSystemInfos());
    }

    [Theory]
    [InlineData("no-such-folder/catalogue.html")]
    [InlineData(".")]
    public void Html_ThatCannotBeWrittenExitsWith73(string path)
    {
        var english = ToolRun.In(_folder.FullName, "catalogue", "html", path);
        var chinese = ToolRun.In(_folder.FullName, "catalogue", "html", path, "--lang", "zh");

        Assert.Equal((73, ""), (english.ExitCode, english.Output));
        Assert.Equal($"greenbuild: The page '{path}' cannot be written.", english.Error.TrimEnd());
        Assert.Equal($"greenbuild：无法写入网页“{path}”。", chinese.Error.TrimEnd());
        Assert.Empty(_folder.GetFileSystemInfos());
    }

    [Fact]
    public void Html_WithAnOverlay()
    {
        using var file = new OverlayFile();

        var run = file.Run("catalogue", "html", "catalogue.html");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var page = File.ReadAllText(Path.Combine(file.Folder, "catalogue.html"));
        Assert.Contains("id=\"cn-sh.acme-dust-2026.pm10-daily-2027\"", page, StringComparison.Ordinal);
        Assert.Contains("overlay acme.json", page, StringComparison.Ordinal);
        // The built-in catalogue is there as well.
        Assert.Contains("id=\"cn.gb-12523-2025.boundary-night\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_OverlayWithAMistakeIsRefused()
    {
        using var file = new OverlayFile(unit: "furlong");

        var run = file.Run("catalogue", "html", "catalogue.html");

        Assert.Equal((65, ""), (run.ExitCode, run.Output));
        Assert.Contains("acme.json:18: ", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(file.Folder, "catalogue.html")));
    }

    [Fact]
    public void Html_NeverOverwritesTheOverlay()
    {
        using var file = new OverlayFile();
        var before = File.ReadAllText(Path.Combine(file.Folder, OverlayFile.Name));

        var run = file.Run("catalogue", "html", OverlayFile.Name);

        Assert.Equal((64, ""), (run.ExitCode, run.Output));
        Assert.Contains("would overwrite", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(Path.Combine(file.Folder, OverlayFile.Name)));
    }

    [Theory]
    [InlineData("catalogue")]
    [InlineData("catalogue", "html")]
    [InlineData("catalogue", "pdf", "x")]
    public void Usage_ExitsWith64(params string[] arguments) => Assert.Equal(64, ToolRun.In(_folder.FullName, arguments).ExitCode);
}
