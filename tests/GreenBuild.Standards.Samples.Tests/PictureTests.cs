using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace GreenBuild.Standards.Samples.Tests;

/// <summary>The pictures of the pages; that they show what is so today is held where they are made (<c>bash eng/pictures</c>).</summary>
public sealed partial class PictureTests
{
    [Fact]
    public void Pictures_AreThereAndShown()
    {
        var root = RepositoryFiles.PathOf("");
        var pages = Directory.GetFiles(root, "*.md").Concat(Directory.GetFiles(RepositoryFiles.PathOf("docs"), "*.md", SearchOption.AllDirectories)).Concat(Directory.GetFiles(RepositoryFiles.PathOf("samples"), "README*.md", SearchOption.AllDirectories));
        var shown = pages.SelectMany(page => Picture().Matches(File.ReadAllText(page)).Select(match => (Page: page, Text: match.Groups[1].Value, File: Path.GetFullPath(match.Groups[2].Value, Path.GetDirectoryName(page)!)))).ToList();

        Assert.NotEmpty(shown);
        // Each with words for those who do not see it.
        Assert.All(shown, static one => Assert.True(one.Text.Length > 20 && File.Exists(one.File), one.ToString()));
        // None lies about unseen, and all of them together do not slow down a clone.
        var pictures = Directory.GetFiles(RepositoryFiles.PathOf("docs/images")).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(pictures, shown.Select(static one => one.File).Distinct().Order(StringComparer.Ordinal));
        Assert.True(pictures.Sum(static picture => new FileInfo(picture).Length) < 400_000);
        foreach (var picture in pictures)
        {
            if (Path.GetExtension(picture) == ".svg") Assert.Equal("svg", XDocument.Load(picture).Root!.Name.LocalName);
            else Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(picture)[..4]);
        }
    }

    /// <summary>Each README shows the pictures in its own language, and the same ones.</summary>
    [Fact]
    public void Readmes_ShowTheSamePictures() => Assert.Equal(
        Picture().Matches(RepositoryFiles.Read("README.md")).Select(static match => match.Groups[2].Value.Replace(".en.", ".zh.", StringComparison.Ordinal)),
        Picture().Matches(RepositoryFiles.Read("README.zh-CN.md")).Select(static match => match.Groups[2].Value));

    [GeneratedRegex(@"!\[([^\]]*)\]\(([^)#]+)\)")]
    private static partial Regex Picture();
}
