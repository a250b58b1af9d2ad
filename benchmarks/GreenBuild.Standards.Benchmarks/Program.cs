using System.CommandLine;
using System.Text.Json;
using BenchmarkDotNet.Running;
using GreenBuild.Standards.Benchmarks;

if (args is ["--filter" or "--list", ..]) return BenchmarkSwitcher.FromAssembly(typeof(ColdStart).Assembly).Run(args).Any() ? 0 : 1;

var isLong = new Option<bool>("--long") { Description = "The rounds that the figures of README.md were taken with, and what stands beside the table." };
var rowsTo = new Option<FileInfo?>("--rows") { Hidden = true, Description = "File for the rows as JSON: how the table takes them from a process of their own." };
var sites = new Option<int>("--sites") { Description = "How many sites.", DefaultValueFactory = static _ => 200 };
var files = new Option<int>("--files") { Description = "How many files that use the library.", DefaultValueFactory = static _ => 2000 };
var native = new Option<FileInfo?>("--native") { Description = "The published native program: " + ProgramStart.Publish + "." };
var once = new Option<bool>("--once") { Hidden = true, Description = "What one of the processes measures of itself." };
var output = new Option<FileInfo?>("--out") { Description = "File for the table, as Markdown." };

Command[] parts =
[
    Part("components", "Six rules on each of 20,000 components, beside FluentValidation and RulesEngine.", parse => ComponentRules.Measure(EffortOf(parse))),
    Part("history", "A month of minutes of 200 sites: hourly dust, and LAeq by day and night, beside DuckDB. With --long also what 1 to 2,000 sites cost.", parse => HistoryJudging.Measure(EffortOf(parse), parse.GetValue(sites)), sites),
    Part("csv", "The same month as a file of separated values: from its bytes to the verdicts on hourly dust, beside DuckDB.", parse => CsvJudging.Measure(EffortOf(parse), parse.GetValue(sites)), sites),
    Part("hj212", "Packets of HJ 212: CRC, fields, and readings with numbers and units, MB/s of one core.", parse => Hj212Decoding.Measure(EffortOf(parse))),
    Part("analyzers", "What the analyzers add beside the SDK's own, on code that uses the library and on code that does not, with two peers.", parse => AnalyzerCost.Measure(EffortOf(parse), parse.GetValue(files)), files),
    Part("start", "From the start of the published program to its first output.", parse => ProgramStart.Measure(EffortOf(parse), parse.GetValue(native)?.FullName), native),
    Part("cold", "The first limit that a fresh process reads: time and allocation.", parse => ColdStart.Measure(EffortOf(parse)), once),
    Part("size", "What the facts add to the package, zipped.", static _ => FactsSize.Measure()),
];

var table = new Command("table", "All of these, each in a process of its own, as one table.") { output, native };
table.SetAction(parse => Table.Print([.. parts.Select(static part => part.Name)], EffortOf(parse), parse.GetValue(native)?.FullName, parse.GetValue(output)?.FullName));
var folder = new Argument<DirectoryInfo>("FOLDER");
var write = new Command("write", "Writes the files that use the library as a project, for a build with -p:ReportAnalyzer=true.") { folder, files };
write.SetAction(parse => AnalyzerCost.WriteProject(parse.GetRequiredValue(folder).FullName, parse.GetValue(files)));

isLong.Recursive = true;
var root = new RootCommand("What the library costs those who load it, beside others that do the same work. --filter *Name* runs benchmarks of BenchmarkDotNet, --list flat names them.") { isLong, table, write };
foreach (var part in parts) root.Subcommands.Add(part);
return root.Parse(args).Invoke();

Effort EffortOf(ParseResult parse) => new(parse.GetValue(isLong));

Command Part(string name, string description, Func<ParseResult, List<Row>> measure, params Option[] options)
{
    var part = new Command(name, description) { rowsTo };
    foreach (var option in options) part.Options.Add(option);
    part.SetAction(parse =>
    {
        if (parse.GetValue(once))
        {
            ColdStart.Once();
            return;
        }

        var rows = measure(parse);
        if (parse.GetValue(rowsTo) is { } file) File.WriteAllText(file.FullName, JsonSerializer.Serialize(rows));
        Console.Write(Row.Table(rows));
    });
    return part;
}
