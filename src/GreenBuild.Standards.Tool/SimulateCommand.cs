using System.CommandLine;

namespace GreenBuild.Standards.Tool;

/// <summary><c>greenbuild simulate</c>: a log of stations that do not exist, for trying things out.</summary>
internal static class SimulateCommand
{
    public static Command Create(ToolContext context)
    {
        var output = new Option<string>("--out") { Description = context.Say("Log to write.", "要写入的日志。"), HelpName = "FILE", Required = true };
        var sites = ToolOptions.Number(context, "--sites", 1, 10_000, "How many stations. Default: 1.", "监测站数量。默认：1。");
        var days = ToolOptions.Number(context, "--days", 1, 366, "How many days. Default: 1.", "天数。默认：1。");
        var seed = ToolOptions.Number(context, "--seed", 0, int.MaxValue, "The same seed gives the same log. Default: 1.", "种子相同则日志相同。默认：1。");
        var from = ToolOptions.Day(context, "--from", "First day. Default: the release date of the catalogue.", "第一天。默认：目录发布日期。");
        var command = new Command("simulate", context.Say(
            "Writes a log of synthetic stations (HJ 212, a packet a minute, µg/m3) with the faults of real ones, for trying out 'readings' and 'monitor'. Overwrites nothing.",
            "生成合成监测站的日志（HJ 212，每分钟一个数据包，µg/m3），含真实站点常见的故障，供试用 readings 和 monitor。不覆盖已有文件。"))
        {
            output, sites, days, seed, from,
        };
        command.SetAction(result =>
        {
            var name = result.GetRequiredValue(output);
            var path = Path.GetFullPath(Path.Combine(context.CurrentDirectory, PlainText.Of(name)));
            // A log of a real station may have this name.
            if (File.Exists(path)) return context.Fail(ExitCode.CannotWrite, new($"'{InputError.Quote(name)}' is there already; nothing was written.", $"“{InputError.Quote(name)}”已存在；未写入任何文件。"));
            try
            {
                ReportFile.WriteBytes(path, new SyntheticCity(result.GetValue(sites) ?? 1, ToolOptions.DateOr(result.GetValue(from), context), result.GetValue(days) ?? 1, result.GetValue(seed) ?? 1).Write);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                return context.Fail(ExitCode.CannotWrite, new($"'{InputError.Quote(name)}' cannot be written.", $"无法写入“{InputError.Quote(name)}”。"));
            }

            context.Line(context.Say($"Synthetic: no value in '{name}' was measured anywhere.", $"合成数据：“{name}”中没有任何数值来自实测。"));
            var file = name.Contains(' ', StringComparison.Ordinal) ? $"\"{name}\"" : name;
            context.Line(context.Say("Next: ", "下一步：") + $"greenbuild monitor {file} --profile micrograms --minutes 1 --in CN-SH");
            return ExitCode.Compliant;
        });
        return command;
    }
}
