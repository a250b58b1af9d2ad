using System.Text;
using GreenBuild.Standards.Tool;

// Without a byte order mark, which would end up in the first line of a redirected file.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
// The console's own writer passes on every 256 letters by themselves; what goes to a file or a pipe goes in larger pieces.
if (Console.IsOutputRedirected) Console.SetOut(new StreamWriter(Console.OpenStandardOutput(), Console.OutputEncoding, 1 << 15) { AutoFlush = true });
return GreenBuildTool.Run(args, Console.Out, Console.Error, Environment.CurrentDirectory, isTerminal: !Console.IsOutputRedirected);
