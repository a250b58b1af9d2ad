namespace GreenBuild.Standards.Auditing.Tests;

public sealed class ProjectFolderTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("greenbuild-");
    private readonly string _folder;

    public ProjectFolderTests()
    {
        _folder = Path.Combine(_root.FullName, "site");
        Directory.CreateDirectory(Path.Combine(_folder, "readings"));
        File.WriteAllText(Path.Combine(_folder, "a.greenbuild.json"), "{}");
        File.WriteAllText(Path.Combine(_folder, "readings", "a.csv"), "x");
        File.WriteAllText(Path.Combine(_root.FullName, "secret.csv"), "secret");
        // A folder beside it whose name begins the same way.
        Directory.CreateDirectory(Path.Combine(_root.FullName, "site-2"));
        File.WriteAllText(Path.Combine(_root.FullName, "site-2", "b.csv"), "x");
    }

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public void TryOpen_FolderOrFile()
    {
        Assert.True(ProjectFolder.TryOpen(_folder, out var byFolder, out _));
        Assert.True(ProjectFolder.TryOpen(Path.Combine(_folder, "a.greenbuild.json"), out var byFile, out _));

        Assert.Equal(byFile.ProjectFilePath, byFolder.ProjectFilePath);
        Assert.Equal(_folder, byFile.Folder);
    }

    [Fact]
    public void TryOpen_TwoProjectFilesAreNotChosenFrom()
    {
        File.WriteAllText(Path.Combine(_folder, "b.greenbuild.json"), "{}");

        Assert.False(ProjectFolder.TryOpen(_folder, out _, out var error));
        Assert.Contains("a.greenbuild.json, b.greenbuild.json", error.English, StringComparison.Ordinal);
        Assert.Contains("2 个项目文件", error.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void TryOpen_NothingThere()
    {
        Assert.False(ProjectFolder.TryOpen(Path.Combine(_folder, "readings"), out _, out var noProject));
        Assert.Contains("no project file", noProject.English, StringComparison.Ordinal);
        Assert.False(ProjectFolder.TryOpen(Path.Combine(_folder, "missing"), out _, out var nothing));
        Assert.Contains("no such file", nothing.English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("readings/a.csv")]
    [InlineData("./readings/../readings/a.csv")]
    public void TryResolve_Inside(string relative)
    {
        Assert.True(Open().TryResolve(relative, out var path, out var error), error.English);
        Assert.Equal(Path.Combine(_folder, "readings", "a.csv"), path);
    }

    [Theory]
    [InlineData("../secret.csv")]
    [InlineData("readings/../../secret.csv")]
    [InlineData("../site-2/b.csv")]
    [InlineData("/etc/hostname")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("..\\secret.csv")]
    [InlineData("C:/secret.csv")]
    [InlineData("\\\\server\\share\\secret.csv")]
    [InlineData("")]
    [InlineData("readings/a.csv\0.txt")]
    public void TryResolve_OutsideIsRefused(string relative)
    {
        Assert.False(Open().TryResolve(relative, out var path, out var error));
        Assert.Empty(path);
        // Said about the path and not about the file: whether something stands outside is nobody's business.
        Assert.DoesNotContain("does not exist", error.English, StringComparison.Ordinal);
        Assert.NotEmpty(error.Chinese);
    }

    [Fact]
    public void TryResolve_AbsolutePathIntoTheFolderIsNotRelative()
    {
        Assert.False(Open().TryResolve(Path.Combine(_folder, "readings", "a.csv"), out _, out _));
    }

    [Fact]
    public void TryResolve_MissingFile()
    {
        Assert.False(Open().TryResolve("readings/b.csv", out _, out var error));
        Assert.Contains("'readings/b.csv' does not exist", error.English, StringComparison.Ordinal);
        Assert.Contains("不存在", error.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void TryResolve_LinksMayNotLeadOut()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Making symbolic links needs a privilege on Windows.");
        File.CreateSymbolicLink(Path.Combine(_folder, "readings", "absolute.csv"), Path.Combine(_root.FullName, "secret.csv"));
        File.CreateSymbolicLink(Path.Combine(_folder, "readings", "relative.csv"), "../../secret.csv");
        Directory.CreateSymbolicLink(Path.Combine(_folder, "folder"), _root.FullName);
        Directory.CreateSymbolicLink(Path.Combine(_folder, "there-and-back"), "../site/readings");
        File.CreateSymbolicLink(Path.Combine(_folder, "circle.csv"), "circle.csv");
        var folder = Open();

        foreach (var relative in new[] { "readings/absolute.csv", "readings/relative.csv", "folder/secret.csv", "circle.csv" })
        {
            Assert.False(folder.TryResolve(relative, out _, out var error), relative);
            Assert.Contains("leads out of the project folder", error.English, StringComparison.Ordinal);
        }

        // A link whose end lies inside does no harm.
        Assert.True(folder.TryResolve("there-and-back/a.csv", out _, out _));
    }

    [Fact]
    public void TryResolve_TheFolderItselfMayBeALink()
    {
        if (OperatingSystem.IsWindows()) Assert.Skip("Making symbolic links needs a privilege on Windows.");
        var link = Path.Combine(_root.FullName, "link");
        Directory.CreateSymbolicLink(link, _folder);

        Assert.True(ProjectFolder.TryOpen(link, out var folder, out _));
        Assert.True(folder.TryResolve("readings/a.csv", out _, out var error), error.English);
    }

    private ProjectFolder Open()
    {
        Assert.True(ProjectFolder.TryOpen(_folder, out var folder, out var error), error.English);
        return folder;
    }
}
