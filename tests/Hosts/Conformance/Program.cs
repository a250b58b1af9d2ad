using System.Text;
using GreenBuild.Standards.Hosts;

// Bytes, so that no console setting of the host comes between.
var output = new UTF8Encoding(false).GetBytes(ConformanceRun.Lines(ConformanceCase.ReadAll(args[0])));
using var console = Console.OpenStandardOutput();
console.Write(output, 0, output.Length);
