using System.Text;
using GreenBuild.Standards.Hosts;

// Bytes, so that no console setting of the host comes between.
var lines = ConformanceRun.Lines(ConformanceCase.ReadAll(args[0]));
#if COMPANIONS
lines += CompanionRun.Lines();
#endif
var output = new UTF8Encoding(false).GetBytes(lines);
using var console = Console.OpenStandardOutput();
console.Write(output, 0, output.Length);
