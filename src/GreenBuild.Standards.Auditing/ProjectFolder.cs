using GreenBuild.Standards.Projects;

namespace GreenBuild.Standards.Auditing;

/// <summary>The folder of a project file: nothing outside it is ever read on the word of the project file.</summary>
/// <remarks>
/// A project file may come from anyone, and its report goes to others: a path that leads out (<c>..</c>, an absolute path, a
/// symbolic link) could put any file of the auditor's machine into the report.
/// </remarks>
public sealed class ProjectFolder
{
    private ProjectFolder(string folder, string projectFile)
    {
        Folder = folder;
        ProjectFilePath = projectFile;
    }

    /// <summary>The folder, as a full path.</summary>
    public string Folder { get; }

    /// <summary>The project file, as a full path.</summary>
    public string ProjectFilePath { get; }

    /// <summary>Finds the project file that a path means: the file itself, or the only one in a folder.</summary>
    /// <param name="path">A project file or a folder.</param>
    /// <param name="folder">The folder that was found.</param>
    /// <param name="error">What is wrong; empty if nothing is.</param>
    public static bool TryOpen(string path, out ProjectFolder folder, out BilingualText error)
    {
        folder = null!;
        error = default;
        string full;
        try
        {
            full = Path.GetFullPath(path);
        }
        catch (Exception problem) when (problem is ArgumentException or NotSupportedException or PathTooLongException)
        {
            error = new("This is not a path.", "路径无效。");
            return false;
        }

        if (File.Exists(full))
        {
            folder = new ProjectFolder(Path.GetDirectoryName(full)!, full);
            return true;
        }

        if (!Directory.Exists(full))
        {
            error = new("There is no such file or folder.", "文件或文件夹不存在。");
            return false;
        }

        var found = Directory.GetFiles(full, "*" + ProjectFile.Extension);
        Array.Sort(found, StringComparer.Ordinal);
        if (found.Length == 1)
        {
            folder = new ProjectFolder(full, found[0]);
            return true;
        }

        error = found.Length == 0
            ? new($"The folder holds no project file (*{ProjectFile.Extension}).", $"文件夹中没有项目文件（*{ProjectFile.Extension}）。")
            : new(
                $"The folder holds {found.Length} project files; name one: {string.Join(", ", Array.ConvertAll(found, Path.GetFileName))}.",
                $"文件夹中有 {found.Length} 个项目文件，请指定其一：{string.Join("、", Array.ConvertAll(found, Path.GetFileName))}。");
        return false;
    }

    /// <summary>Finds a file that the project file names.</summary>
    /// <param name="relative">The path relative to the folder, with <c>/</c>.</param>
    /// <param name="path">The full path of the file, which exists.</param>
    /// <param name="error">What is wrong; empty if nothing is.</param>
    public bool TryResolve(string relative, out string path, out BilingualText error)
    {
        path = "";
        // A backslash separates on one system and is a letter on another: it would mean two files.
        if (relative.Trim().Length == 0 || relative.IndexOfAny(['\\', ':', '\0']) >= 0 || relative.Any(char.IsControl))
        {
            error = new(
                $"'{InputError.Quote(relative)}' is not a relative path with '/' inside the project folder.",
                $"“{InputError.Quote(relative)}”不是项目文件夹内以“/”分隔的相对路径。");
            return false;
        }

        var outside = new BilingualText(
            $"'{InputError.Quote(relative)}' leads out of the project folder.", $"“{InputError.Quote(relative)}”指向项目文件夹之外。");
        var full = Path.GetFullPath(Path.Combine(Folder, relative));
        if (Path.IsPathRooted(relative) || !IsInside(full, Folder))
        {
            error = outside;
            return false;
        }

        if (LeadsOut(full))
        {
            error = outside;
            return false;
        }

        if (!File.Exists(full))
        {
            error = new($"The file '{InputError.Quote(relative)}' does not exist.", $"文件“{InputError.Quote(relative)}”不存在。");
            return false;
        }

        path = full;
        error = default;
        return true;
    }

    private static bool IsInside(string path, string folder)
    {
        var root = folder[folder.Length - 1] == Path.DirectorySeparatorChar ? folder : folder + Path.DirectorySeparatorChar;
        return path.StartsWith(root, StringComparison.Ordinal);
    }

#if NET8_0_OR_GREATER
    private bool LeadsOut(string full) => RealPath(full) is not { } real || !IsInside(real, RealPath(Folder) ?? Folder);

    /// <summary>A path with every symbolic link in it followed, or <see langword="null"/> if the links run in a circle.</summary>
    private static string? RealPath(string path)
    {
        var root = Path.GetPathRoot(path)!;
        var rest = new Stack<string>();
        var real = root;
        Push(path[root.Length..]);
        var links = 0;
        while (rest.TryPop(out var part))
        {
            if (part == "..")
            {
                real = Path.GetDirectoryName(real) ?? root;
                continue;
            }

            var next = Path.Combine(real, part);
            if (part == "." || new FileInfo(next).LinkTarget is not { } target)
            {
                if (part != ".") real = next;
                continue;
            }

            // As many as Linux follows.
            if (++links > 40) return null;
            if (Path.IsPathRooted(target)) real = Path.GetPathRoot(target)!;
            Push(Path.IsPathRooted(target) ? target[real.Length..] : target);
        }

        return real;

        void Push(string parts)
        {
            var split = parts.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
            for (var i = split.Length - 1; i >= 0; i--) rest.Push(split[i]);
        }
    }
#else
    // Older hosts cannot ask where a link leads: none is followed.
    private bool LeadsOut(string full)
    {
        for (var path = full; path is not null && path.Length > Folder.Length; path = Path.GetDirectoryName(path))
            if ((File.Exists(path) || Directory.Exists(path)) && (File.GetAttributes(path) & FileAttributes.ReparsePoint) != 0) return true;
        return false;
    }
#endif
}
