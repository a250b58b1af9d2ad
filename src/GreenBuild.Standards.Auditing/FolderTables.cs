using System.Text;
using GreenBuild.Standards.Json;
using GreenBuild.Standards.Materials;
using GreenBuild.Standards.Projects;

namespace GreenBuild.Standards.Auditing;

/// <summary>The tables and files of a project folder. Each file is read once, however often it is named; nothing outside of the folder is read, and nothing that is too large.</summary>
internal sealed class FolderTables(ProjectFolder folder) : ProjectTables
{
    public static readonly BilingualText Unreadable = new("The file cannot be read.", "文件无法读取。");

    private readonly Dictionary<string, byte[]> _read = new(StringComparer.Ordinal);
    private readonly List<AuditedFile> _files = [];
    private readonly List<string> _paths = [];

    public IReadOnlyList<AuditedFile> Files => _files;

    public IReadOnlyList<string> Paths => _paths;

    /// <summary>The bytes of the project file itself, or <see langword="null"/>.</summary>
    public byte[]? ReadProjectFile() => ReadOnce(Path.GetFileName(folder.ProjectFilePath), folder.ProjectFilePath, out _);

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
            if (WholeFile.Read(path) is not { } bytes)
            {
                problem = WholeFile.TooLarge;
                return null;
            }

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
}
