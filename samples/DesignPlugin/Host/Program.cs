using System.Text;
using GreenBuild.Standards;
using GreenBuild.Standards.Samples.DesignHost;

// host [EDITS] [en|zh]
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var language = args is [.., "zh"] ? Language.Chinese : Language.English;
var edits = args.FirstOrDefault(static argument => argument is not ("en" or "zh")) ?? Path.Combine(AppContext.BaseDirectory, "edits.txt");
using var loop = new MessageLoop();
loop.Run(() => new DesignSession(loop, language, Console.Out).Play(File.ReadAllLines(edits)));
