using System.CommandLine;
using GreenBuild.Standards.Reporting;

namespace GreenBuild.Standards.Tool;

/// <summary><c>greenbuild catalogue</c>: the whole catalogue for a person to read.</summary>
internal static class CatalogueCommand
{
    public static Command Create(ToolContext context)
    {
        var path = new Argument<string>("OUT") { Description = context.Say("HTML file to write.", "要写入的 HTML 文件。") };
        var overlay = ToolOptions.Overlay(context);
        var html = new Command("html", context.Say(
            "Writes the catalogue as one page in both languages, to be searched and read without network.", "将目录写为单个中英双语网页，无需联网即可搜索和阅读。"))
        {
            path, overlay,
        };
        html.SetAction(result => context.TryLoad(result.GetValue(overlay) ?? []) ? Write(context, result.GetRequiredValue(path)) : ExitCode.BadData);
        return new Command("catalogue", context.Say("Writes the whole catalogue as a page: catalogue html <OUT>.", "将整个目录写为网页：catalogue html <OUT>。")) { html };
    }

    private static int Write(ToolContext context, string path)
    {
        try
        {
            var full = Path.GetFullPath(Path.Combine(context.CurrentDirectory, path));
            // A slip of the hand must not cost an overlay.
            if (context.Overlays.Any(overlay => string.Equals(overlay.Path, full, OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase)))
                return context.Fail(ExitCode.Usage, new($"The page would overwrite '{InputError.Quote(path)}', which was read.", $"网页将覆盖所读取的文件“{InputError.Quote(path)}”。"));
            ReportFile.Write(full, writer => CatalogueReport.Write(writer, context.Catalogue, context.Language));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return context.Fail(ExitCode.CannotWrite, new($"The page '{InputError.Quote(path)}' cannot be written.", $"无法写入网页“{InputError.Quote(path)}”。"));
        }

        var (editions, requirements) = (context.Catalogue.Editions.Count(static edition => edition.HasRequirements), context.Catalogue.Editions.Sum(static edition => edition.Requirements.Count));
        context.Line(context.Say(
            $"{requirements} requirements of {editions} editions, facts as of {context.Catalogue.ReleaseDate}: {path}",
            $"{editions} 个版本，{requirements} 项要求，数据截至 {context.Catalogue.ReleaseDate}：{path}"));
        return 0;
    }
}
