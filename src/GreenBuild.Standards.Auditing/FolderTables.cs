using System.Text;
using GreenBuild.Standards.Json;
using GreenBuild.Standards.Materials;
using GreenBuild.Standards.Projects;

namespace GreenBuild.Standards.Auditing;

/// <summary>The tables and files of a project folder. Each file is read once, however often it is named; nothing outside of the folder is read, and nothing that is too large.</summary>
internal sealed class FolderTables(ProjectFolder folder) : ProjectTables
{
    /// <summary>How large all files of a project may be together, in bytes.</summary>
    public const long LongestTogether = 2048L << 20;

    /// <summary>How large a file in JSON may be, in bytes, the project file among them: it is read as a tree.</summary>
    public const int LongestJson = 64 << 20;

    /// <summary>How long a line of a table may be, in bytes: without line breaks the whole file would be one cell, several times in memory.</summary>
    public const int LongestLine = 1 << 20;

    private static readonly BilingualText Unreadable = new("The file cannot be read.", "文件无法读取。");

    private readonly Dictionary<string, byte[]> _read = new(StringComparer.Ordinal);
    private readonly List<AuditedFile> _files = [];
    private readonly List<string> _paths = [];
    private long _together;

    public IReadOnlyList<AuditedFile> Files => _files;

    public IReadOnlyList<string> Paths => _paths;

    /// <summary>The bytes of the project file itself, or <see langword="null"/>.</summary>
    public byte[]? ReadProjectFile(out BilingualText problem) => ReadOnce(Path.GetFileName(folder.ProjectFilePath), folder.ProjectFilePath, out problem);

    public byte[]? ReadBytes(string path, out BilingualText problem) => folder.TryResolve(path, out var full, out problem) ? ReadOnce(path, full, out problem) : null;

    public override ProjectTable? Read(string path, out BilingualText problem)
    {
        if (ReadBytes(path, out problem) is not { } bytes) return null;
        var extension = Path.GetExtension(path).ToLowerInvariant();
        if (extension == ".xlsx") return ExcelTables.Read(bytes, path);
        try
        {
            // Bytes that are no UTF-8 (files in GBK are common) must not turn into question marks unseen.
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
            return extension == ".json" ? ProjectTable.ReadJson(text, path) : ProjectTable.ReadCsv(text, path);
        }
        catch (DecoderFallbackException)
        {
            var errors = new InputErrorList();
            errors.Add(new InputError(path, null, "", extension == ".json" ? new("The file is not in UTF-8.", "文件编码不是 UTF-8。") : new(
                "The file is not in UTF-8; Chinese Excel saves CSV in GBK. Save it as \"CSV UTF-8 (Comma delimited)\".",
                "文件不是 UTF-8 编码（中文版 Excel 的“CSV”为 GBK 编码）。请在 Excel 中“另存为”，选择“CSV UTF-8（逗号分隔）”。")));
            return ProjectTable.Unread(path, errors);
        }
    }

    public override Epd? ReadEpd(string path, InputErrorList errors, out BilingualText problem)
    {
        if (ReadBytes(path, out problem) is not { } bytes) return null;
        if (EpdReader.TryRead(bytes, path, out var epd, out var wrong)) return epd;
        foreach (var error in wrong) errors.Add(error);
        errors.AddUnkept(wrong.More);
        return null;
    }

    private byte[]? ReadOnce(string name, string path, out BilingualText problem)
    {
        problem = default;
        if (_read.TryGetValue(path, out var known)) return known;
        try
        {
            var extension = Path.GetExtension(path).ToLowerInvariant();
            // What has no length may be a pipe, which waits and has no end.
            var bytes = new FileInfo(path).Length == 0 ? [] : WholeFile.Read(path, extension == ".json" ? LongestJson : WholeFile.LongestFile, out problem);
            if (bytes is null) return null;
            if (bytes.Length + _together > LongestTogether)
            {
                problem = new($"The files of the project are larger than {LongestTogether >> 20} MiB together.", $"项目各文件合计大于 {LongestTogether >> 20} MiB。");
                return null;
            }

            if (extension is not (".json" or ".xlsx") && LongLineOf(bytes) is { } line)
            {
                problem = new($"Line {line} is longer than {LongestLine >> 20} MiB.", $"第 {line} 行长于 {LongestLine >> 20} MiB。");
                return null;
            }

            _together += bytes.Length;
            _read.Add(path, bytes);
            _paths.Add(path);
            _files.Add(AuditedFile.Of(name, bytes));
            return bytes;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problem = Unreadable;
            return null;
        }
    }

    private static int? LongLineOf(byte[] bytes)
    {
        var rest = bytes.AsSpan();
        for (var line = 1; rest.Length > LongestLine; line++)
        {
            var end = rest[..LongestLine].IndexOfAny((byte)'\n', (byte)'\r');
            if (end < 0) return line;
            // The end of a line in two characters is one; the rest is longer than a line.
            rest = rest[(end + (rest[end] == '\r' && rest[end + 1] == '\n' ? 2 : 1))..];
        }

        return null;
    }
}
