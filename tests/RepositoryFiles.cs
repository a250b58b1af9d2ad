namespace GreenBuild.Standards;

/// <summary>
/// Finds the repository's files from where a test runs. The path in the sources is of no use for it: a build for publication
/// writes "/_/" in place of the folder.
/// </summary>
internal static class RepositoryFiles
{
    private static readonly string Root = Above("GreenBuild.Standards.sln") is { } solution
        ? System.IO.Path.GetDirectoryName(solution)!
        : throw new DirectoryNotFoundException("The repository is in none of the folders above " + AppContext.BaseDirectory);

    /// <summary>The full path of a file or folder of the repository.</summary>
    public static string PathOf(string relative) => Path.Combine(Root, relative);

    /// <summary>The text of a file of the repository, with line feeds alone.</summary>
    public static string Read(string relative) => File.ReadAllText(PathOf(relative)).ReplaceLineEndings("\n");

    /// <summary>
    /// A file or folder of the facts and real data that may lie beside the repository, such as <c>data/epd</c>.
    /// Skips the test, and says why, where they do not.
    /// </summary>
    public static string Shared(string relative)
    {
        if (Above(Path.Combine("shared", relative)) is { } found) return found;

        var reason = $"../shared/{relative} is not beside the repository.";
        TestContext.Current.TestOutputHelper?.WriteLine(reason);
        Assert.Skip(reason);
        return "";
    }

    private static string? Above(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Path.Combine(folder.FullName, relative) is var path && Path.Exists(path)) return path;
        return null;
    }
}
