using Microsoft.CodeAnalysis;

namespace GreenBuild.Standards.Analyzers;

/// <summary>The table of all rules. Texts are in <c>Messages.resx</c> and its Chinese twin, under the id of the rule.</summary>
internal static class Rules
{
    public const string Limits = "GreenBuild.Limits";
    public const string Citations = "GreenBuild.Citations";
    public const string Components = "GreenBuild.Components";
    public const string Quantities = "GreenBuild.Quantities";
    public const string Contracts = "GreenBuild.Contracts";
    public const string Projects = "GreenBuild.Projects";

    public static readonly DiagnosticDescriptor LimitBroken = Rule("GBS1001", Limits);
    public static readonly DiagnosticDescriptor WeakLimitBroken = Hint("GBS1002", Limits);
    public static readonly DiagnosticDescriptor LooserThreshold = Rule("GBS1003", Limits);
    public static readonly DiagnosticDescriptor HardCodedLimit = Hint("GBS1004", Limits);
    public static readonly DiagnosticDescriptor BrokenOnSomePaths = Hint("GBS1005", Limits);
    public static readonly DiagnosticDescriptor BreaksLaterLimit = Hint("GBS1006", Limits);
    public static readonly DiagnosticDescriptor WithdrawnEdition = Rule("GBS2001", Citations);
    public static readonly DiagnosticDescriptor FutureEdition = Hint("GBS2002", Citations);
    public static readonly DiagnosticDescriptor UnknownEdition = Rule("GBS2003", Citations);
    public static readonly DiagnosticDescriptor OffModule = Hint("GBS3001", Components);
    public static readonly DiagnosticDescriptor NotPreferredSize = Hint("GBS3002", Components);
    public static readonly DiagnosticDescriptor LooserTolerance = Rule("GBS3003", Components);
    public static readonly DiagnosticDescriptor ContradictoryTakeOff = Rule("GBS3004", Components);
    public static readonly DiagnosticDescriptor DecibelsAsNumbers = Rule("GBS4001", Quantities);
    public static readonly DiagnosticDescriptor OtherUnit = Rule("GBS4002", Quantities);
    public static readonly DiagnosticDescriptor UnitNameContradicts = Rule("GBS4003", Quantities);
    public static readonly DiagnosticDescriptor OtherRounding = Rule("GBS4004", Quantities);
    public static readonly DiagnosticDescriptor HourWithoutOffset = Hint("GBS4005", Quantities);
    public static readonly DiagnosticDescriptor UncheckableContract = Rule("GBS8001", Contracts);
    public static readonly DiagnosticDescriptor UnreadableOption = Rule("GBS8002", Contracts, WellKnownDiagnosticTags.CompilationEnd);
    public static readonly DiagnosticDescriptor UnreadableOverlay = Rule("GBS8003", Contracts, WellKnownDiagnosticTags.CompilationEnd);
    public static readonly DiagnosticDescriptor LooserContract = Rule("GBS8004", Contracts);
    public static readonly DiagnosticDescriptor ContractPassedOn = Hint("GBS8005", Contracts);

    public static readonly DiagnosticDescriptor WaiverWithoutReason = Rule("GBS8006", Contracts);
    public static readonly DiagnosticDescriptor WaiverPast = Rule("GBS8007", Contracts);
    public static readonly DiagnosticDescriptor UnreadableBaseline = Rule("GBS8008", Contracts, WellKnownDiagnosticTags.CompilationEnd);
    public static readonly DiagnosticDescriptor OpenContract = Rule("GBS8009", Contracts);
    public static readonly DiagnosticDescriptor UnreadableProject = Rule("GBS9001", Projects, WellKnownDiagnosticTags.CompilationEnd);
    public static readonly DiagnosticDescriptor ProjectBreaksRule = Rule("GBS9002", Projects, WellKnownDiagnosticTags.CompilationEnd);
    public static readonly DiagnosticDescriptor ProjectBreaksWeakRule = Hint("GBS9003", Projects, WellKnownDiagnosticTags.CompilationEnd);

    /// <summary>What a baseline may take over: findings in code, not mistakes in what the build is told.</summary>
    public static readonly DiagnosticDescriptor[] Suppressible =
    [
        LimitBroken, WeakLimitBroken, LooserThreshold, HardCodedLimit, BrokenOnSomePaths, BreaksLaterLimit,
        WithdrawnEdition, FutureEdition, UnknownEdition,
        OffModule, NotPreferredSize, LooserTolerance, ContradictoryTakeOff,
        DecibelsAsNumbers, OtherUnit, UnitNameContradicts, OtherRounding, HourWithoutOffset,
        UncheckableContract, LooserContract, ContractPassedOn, OpenContract,
    ];

    private static DiagnosticDescriptor Rule(string id, string category, params string[] tags) => Of(id, category, DiagnosticSeverity.Warning, tags);

    // What a developer may want to know, and no build should stop for.
    private static DiagnosticDescriptor Hint(string id, string category, params string[] tags) => Of(id, category, DiagnosticSeverity.Info, tags);

    private static DiagnosticDescriptor Of(string id, string category, DiagnosticSeverity severity, string[] tags) =>
        new(id, Text.Resource(id + "_Title"), Text.Resource(id + "_Message"), category, severity, true, Text.Resource(id + "_Description"), null, tags);
}
