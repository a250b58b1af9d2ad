using System.CommandLine;
using GreenBuild.Standards.Json;

namespace GreenBuild.Standards.Tool;

/// <summary><c>greenbuild schema</c>: the form of project files, for editors.</summary>
internal static class SchemaCommand
{
    public static Command Create(ToolContext context)
    {
        var command = new Command("schema", context.Say(
            "Prints the JSON Schema of project files (*.greenbuild.json), described in English and Chinese; an editor that is told of it completes and checks them.",
            "输出项目文件（*.greenbuild.json）的 JSON Schema（含中英文说明）；编辑器可据此补全和检查。"));
        command.SetAction(_ =>
        {
            context.Unbroken(ProjectSchema.Read().TrimEnd());
            return ExitCode.Compliant;
        });
        return command;
    }
}
