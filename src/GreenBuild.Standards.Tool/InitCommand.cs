using System.CommandLine;
using System.Text;
using GreenBuild.Standards.Json;
using GreenBuild.Standards.Projects;

namespace GreenBuild.Standards.Tool;

/// <summary><c>greenbuild init</c>: a project file to fill in, with the tables that it names.</summary>
internal static class InitCommand
{
    private const string SchemaFile = "project.schema.json";

    public static Command Create(ToolContext context)
    {
        var folder = new Argument<string>("FOLDER") { Description = context.Say("Folder to write into. Default: the current one.", "要写入的文件夹。默认：当前文件夹。"), Arity = ArgumentArity.ZeroOrOne };
        var name = new Option<string>("--name") { Description = context.Say("Name of the project.", "项目名称。"), HelpName = "NAME" };
        var place = ToolOptions.In(context);
        // By the parts themselves: the fields of each, with all their words, are made when they are asked for.
        var known = Enum.GetNames<ProjectDomain>().Select(static part => part.ToLowerInvariant()).ToList();
        var sections = new Option<string[]>("--sections")
        {
            Description = context.Say($"Which parts: {string.Join(", ", known)}. Default: all.", $"包含哪些部分：{string.Join("、", known)}。默认：全部。"),
            HelpName = "NAME",
            AllowMultipleArgumentsPerToken = true,
        };
        sections.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.SelectMany(static token => Split(token.Value)))
                if (!known.Contains(token)) result.AddError(context.Say($"--sections: '{InputError.Quote(token)}' is not one of {string.Join(", ", known)}.", $"--sections：“{InputError.Quote(token)}”不是 {string.Join("、", known)} 之一。"));
        });
        var command = new Command("init", context.Say(
            "Writes a project file to fill in, with a remark on every field, and the tables that it names with example rows. Overwrites nothing.",
            "写入待填写的项目文件（每个字段附说明）及其引用的表格（含示例行）。不覆盖已有文件。"))
        {
            folder, name, place, sections,
        };
        command.SetAction(result => ToolOptions.TryPlace(context, result.GetValue(place), out var where)
            ? Write(context, result.GetValue(folder) ?? ".", result.GetValue(name) ?? context.Say("New project", "新项目"), where, (result.GetValue(sections) ?? []).SelectMany(Split).ToHashSet())
            : ExitCode.BadData);
        return command;
    }

    private static string[] Split(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static int Write(ToolContext context, string folder, string name, Jurisdiction place, HashSet<string> sections)
    {
        var root = Path.GetFullPath(Path.Combine(context.CurrentDirectory, PlainText.Of(folder)));
        var starter = new ProjectStarter(context.Language);
        var files = new List<(string Name, string Text)>
        {
            ("site" + ProjectFile.Extension, starter.Write(name, place, SchemaFile, section => sections.Count == 0 || sections.Contains(section.Name))),
            (SchemaFile, ProjectSchema.Read()),
        };
        files.AddRange(starter.Tables);
        try
        {
            foreach (var (file, _) in files)
                if (File.Exists(Path.Combine(root, file)))
                    return context.Fail(ExitCode.CannotWrite, new($"'{InputError.Quote(file)}' is there already; nothing was written.", $"“{InputError.Quote(file)}”已存在；未写入任何文件。"));
            foreach (var (file, text) in files)
            {
                var path = Path.Combine(root, file);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                // A mark for Excel, which takes Chinese headings for another encoding without it.
                File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: file.EndsWith(".csv", StringComparison.Ordinal)));
            }
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return context.Fail(ExitCode.CannotWrite, new($"'{InputError.Quote(folder)}' cannot be written to.", $"无法写入“{InputError.Quote(folder)}”。"));
        }

        foreach (var (file, _) in files) context.Line(context.Say("Written: ", "已写入：") + file);
        context.Line(context.Say("Replace the examples in them, delete what the project does not have, then: greenbuild audit ", "替换其中的示例，删除项目不涉及的部分，然后运行：greenbuild audit ") + folder);
        return ExitCode.Compliant;
    }
}
