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

    [Theory]
    [InlineData("catalogue")]
    [InlineData("catalogue", "html")]
    [InlineData("catalogue", "pdf", "x")]
    public void Usage_ExitsWith64(params string[] arguments) => Assert.Equal(64, ToolRun.In(_folder.FullName, arguments).ExitCode);
}
