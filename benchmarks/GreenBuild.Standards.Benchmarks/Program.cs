using BenchmarkDotNet.Running;
using GreenBuild.Standards.Benchmarks;

return args switch
{
    ["cold"] => ColdStart.Run(),
    ["cold", "once"] => ColdStart.Once(),
    ["size"] => FactsSize.Run(),
    ["components"] => ComponentRules.Run(),
    ["analyzers", .. var rest] => AnalyzerCost.Run(rest),
    ["hj212"] => Hj212Decoding.Run(),
    ["history", .. var rest] => HistoryJudging.Run(rest),
    ["csv", .. var rest] => CsvJudging.Run(rest),
    [] or ["help"] => Help(),
    _ => BenchmarkSwitcher.FromAssembly(typeof(ColdStart).Assembly).Run(args).Any() ? 0 : 1,
};

static int Help()
{
    Console.WriteLine("""
        cold              the first limit that a fresh process reads: time and allocation, median of 21 processes
        size              what the facts add to the package, zipped
        components        six rules on each of 20,000 components against FluentValidation and RulesEngine, medians of 15 rounds
        analyzers [9]     what the analyzers add beside the SDK's own, on code that uses the library and on code that does not, and on 2,000 files
        analyzers write folder   the 2,000 files as a project, for a build with -p:ReportAnalyzer=true
        hj212             packets of HJ 212: CRC, fields, and readings with numbers and units, MB/s of one core
        history [sites]   a month of minutes of 200 sites: hourly dust and LAeq by day and night against DuckDB; then what 1 to 2,000 sites cost
        csv [sites]       the same month as a file of separated values: from its bytes to the verdicts on hourly dust, against DuckDB
        --filter *Name*   benchmarks of BenchmarkDotNet; --list flat names them
        """);
    return 0;
}
