namespace GreenBuild.Standards.Tool.Tests;

public sealed class ReportFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("greenbuild-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Write_FailureHalfWayLeavesWhatWasThere()
    {
        var path = Path.Combine(_folder.FullName, "report.html");
        File.WriteAllText(path, "earlier");

        Assert.Throws<InvalidOperationException>(() => ReportFile.Write(path, static writer =>
        {
            // More than any buffer, so that it has reached the disk.
            writer.Write(new string('x', 1_000_000));
            throw new InvalidOperationException();
        }));

        Assert.Equal("earlier", File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.FullName));
    }

    [Fact]
    public void Write_FailureHalfWayLeavesNothingWhereNothingWas()
    {
        var path = Path.Combine(_folder.FullName, "report.html");

        Assert.Throws<InvalidOperationException>(() => ReportFile.Write(path, static _ => throw new InvalidOperationException()));

        Assert.Empty(Directory.GetFileSystemEntries(_folder.FullName));
    }

    [Fact]
    public void Write_Replaces()
    {
        var path = Path.Combine(_folder.FullName, "report.html");
        File.WriteAllText(path, "earlier and longer");

        ReportFile.Write(path, static writer => writer.Write("噪声"));

        // UTF-8 without a mark.
        Assert.Equal("噪声"u8.ToArray(), File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFileSystemEntries(_folder.FullName));
    }
}
