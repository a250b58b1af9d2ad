using System.Collections.Immutable;
using GreenBuild.Standards.Projects;
using Microsoft.CodeAnalysis;

namespace GreenBuild.Standards.Analyzers;

/// <summary>The tables of a project file among the files that the build is given. Nothing else is read: a compiler opens no files by itself.</summary>
internal sealed class AdditionalTables(string projectFile, ImmutableArray<AdditionalText> files, CancellationToken cancellation) : ProjectTables
{
    public override ProjectTable? Read(string path, out BilingualText problem)
    {
        problem = default;
        var wanted = Normal(projectFile).LastIndexOf('/') is >= 0 and var slash ? Normal(projectFile).Substring(0, slash + 1) + path : path;
        foreach (var file in files)
        {
            if (!string.Equals(Normal(file.Path), wanted, StringComparison.OrdinalIgnoreCase) || file.GetText(cancellation) is not { } text) continue;
            if (path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) return ProjectTable.ReadJson(text.ToString(), file.Path);
            if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)) return ProjectTable.ReadCsv(text.ToString(), file.Path);
            problem = new($"The compiler reads tables as CSV and JSON; '{InputError.Quote(path)}' is judged by an audit only.", $"编译器只读取 CSV 和 JSON 表格；“{InputError.Quote(path)}”仅可由审核评价。");
            return null;
        }

        problem = new($"'{InputError.Quote(path)}' is not among the AdditionalFiles of the build.", $"“{InputError.Quote(path)}”不在编译的 AdditionalFiles 中。");
        return null;
    }

    private static string Normal(string path) => path.Replace('\\', '/');
}
