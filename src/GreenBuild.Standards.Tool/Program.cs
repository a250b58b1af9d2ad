using System.Text;
using GreenBuild.Standards.Tool;

// Without a byte order mark, which would end up in the first line of a redirected file.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return GreenBuildTool.Run(args, Console.Out, Console.Error, Environment.CurrentDirectory, isTerminal: !Console.IsOutputRedirected);
