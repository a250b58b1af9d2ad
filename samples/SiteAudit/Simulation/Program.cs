using GreenBuild.Standards.Samples.Simulation;

// dotnet run --project samples/SiteAudit/Simulation -- samples/SiteAudit/readings
var folder = args.Length == 1 ? args[0] : "samples/SiteAudit/readings";
foreach (var (name, lines) in SyntheticReadings.Files()) File.WriteAllText(Path.Combine(folder, name), string.Concat(lines.Select(static line => line + "\n")));
