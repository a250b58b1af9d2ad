using System.Text;
using GreenBuild.Standards;
using GreenBuild.Standards.Auditing;

// A validator of your own: validator PROJECT [en|zh]. Exit codes as those of greenbuild: 0 compliant, 1 non-compliant, 2 not shown, 64 and 65 for wrong usage and wrong data.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
if (args.Length is 0 or > 2 || args is [_, not ("en" or "zh")])
{
    Console.Error.WriteLine("validator PROJECT [en|zh]");
    return 64;
}

var language = args is [_, "zh"] ? Language.Chinese : Language.English;
if (!ProjectInput.TryRead(args[0], out var input, out var errors))
{
    // Nothing is judged while anything in the project cannot be read; each error says file, line and field.
    foreach (var error in errors.SelectMany(static file => file)) Console.Error.WriteLine(error.In(language));
    return 65;
}

var audit = input!.Judge();
foreach (var section in audit.Sections)
{
    Console.WriteLine($"{section.Title.In(language)} ({Words.Of(audit.OverallOf(section)).In(language)})");
    foreach (var finding in section.Findings)
    {
        // What this house wants to read: everything that is neither kept nor without concern.
        if (finding.Verdict is Verdict.Compliant or Verdict.NotApplicable) continue;
        var waiver = audit.WaiverOf(finding) is { } waived ? $" [{waived.Reason}, {waived.Until}]" : "";
        Console.WriteLine($"  {finding.Subject} {finding.Summarise(language)}{waiver}");
    }
}

Console.WriteLine(Words.Of(audit.Overall).In(language));
return audit.Overall switch { Verdict.Compliant => 0, Verdict.NonCompliant => 1, _ => 2 };
