using Microsoft.CodeAnalysis;

namespace GreenBuild.Standards.Analyzers;

/// <summary>The table of all rules. Texts are in <c>Messages.resx</c> and its Chinese twin, under the id of the rule.</summary>
internal static class Rules
{
    public const string Limits = "GreenBuild.Limits";
    public const string Citations = "GreenBuild.Citations";
    public const string Contracts = "GreenBuild.Contracts";

    public static readonly DiagnosticDescriptor LimitBroken = Rule("GBS1001", Limits);
    public static readonly DiagnosticDescriptor WithdrawnEdition = Rule("GBS2001", Citations);
    public static readonly DiagnosticDescriptor UncheckableContract = Rule("GBS8001", Contracts);
    public static readonly DiagnosticDescriptor UnreadableOption = Rule("GBS8002", Contracts, WellKnownDiagnosticTags.CompilationEnd);
    public static readonly DiagnosticDescriptor UnreadableOverlay = Rule("GBS8003", Contracts, WellKnownDiagnosticTags.CompilationEnd);

    private static DiagnosticDescriptor Rule(string id, string category, params string[] tags) =>
        new(id, Text.Resource(id + "_Title"), Text.Resource(id + "_Message"), category, DiagnosticSeverity.Warning, true, Text.Resource(id + "_Description"), null, tags);
}
