using System.Globalization;

namespace GreenBuild.Standards.Catalogue.Tests;

public sealed class ReadmeTests
{
    /// <summary>What the READMEs say of the size of the catalogue is its size.</summary>
    [Theory]
    [InlineData("README.md", "{0} editions with {1} requirements")]
    [InlineData("README.zh-CN.md", "{0} 个版本、{1} 项要求")]
    public void Readme_SaysHowMuchThereIs(string file, string form)
    {
        var editions = StandardsCatalogue.Default.Editions.Where(static edition => edition.HasRequirements).ToList();
        var said = string.Format(
            CultureInfo.InvariantCulture, form, editions.Count, editions.Sum(static edition => edition.Requirements.Count).ToString("N0", CultureInfo.InvariantCulture));
        Assert.Contains(said, RepositoryFiles.Read(file), StringComparison.Ordinal);
    }
}
