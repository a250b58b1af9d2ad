using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GreenBuild.Standards.Analyzers;

/// <summary>GBS8006 and 8007: a rule is waived in the source without a reason, or longer than the reason says.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WaiverAnalyzer : DiagnosticAnalyzer
{
    private const string Prefix = "GBS";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.WaiverWithoutReason, Rules.WaiverPast);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (ContractReader.For(start.Compilation, start.Options) is not { } contracts) return;
            start.RegisterSemanticModelAction(context => CheckFile(context, contracts));
        });
    }

    private static void CheckFile(SemanticModelAnalysisContext context, ContractReader contracts)
    {
        // Most files waive nothing, and their text says so.
        var tree = context.SemanticModel.SyntaxTree;
        var mentions = Mentions.In(tree);
        if (mentions.MayWaiveByDirective) CheckDirectives(context, contracts);
        if (!mentions.MayWaiveByAttribute) return;
        foreach (var node in tree.GetRoot(context.CancellationToken).DescendantNodes())
            if (node is AttributeSyntax attribute) CheckAttribute(attribute, context, contracts);
    }

    private static void CheckAttribute(AttributeSyntax attribute, SemanticModelAnalysisContext context, ContractReader contracts)
    {
        if (Text.LastNameOf(attribute) is not ("SuppressMessage" or "SuppressMessageAttribute" or "UnconditionalSuppressMessage" or "UnconditionalSuppressMessageAttribute")) return;
        if (attribute.ArgumentList is not { Arguments: [_, { NameEquals: null } check, ..] arguments } || Constant(check.Expression) is not { } id || RuleIn(id) is not { } rule) return;
        var reason = "";
        foreach (var argument in arguments)
            if (argument.NameEquals?.Name.Identifier.ValueText == "Justification") reason = Constant(argument.Expression) ?? "";
        // The text that editors put there until somebody writes one.
        if (reason == "<Pending>") reason = "";
        Judge(rule, reason, attribute.GetLocation(), contracts.SettingsOf(attribute.SyntaxTree).AsOf, context.ReportDiagnostic);

        string? Constant(ExpressionSyntax expression) => context.SemanticModel.GetConstantValue(expression, context.CancellationToken).Value as string;
    }

    private static void CheckDirectives(SemanticModelAnalysisContext context, ContractReader contracts)
    {
        var root = context.SemanticModel.SyntaxTree.GetRoot(context.CancellationToken);
        if (!root.ContainsDirectives) return;
        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (directive is not PragmaWarningDirectiveTriviaSyntax { IsActive: true } pragma || !pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword)) continue;
            foreach (var code in pragma.ErrorCodes)
            {
                if (code is not IdentifierNameSyntax { Identifier.ValueText: var id } || RuleIn(id) is not { } rule) continue;
                Judge(rule, Waiver.ReasonBehind(pragma.ToFullString()), code.GetLocation(), contracts.SettingsOf(context.SemanticModel.SyntaxTree).AsOf, context.ReportDiagnostic);
            }
        }
    }

    private static void Judge(string rule, string reason, Location location, CalendarDate asOf, Action<Diagnostic> report)
    {
        if (reason.Trim().Length == 0) report(Diagnostic.Create(Rules.WaiverWithoutReason, location, rule));
        else if (Waiver.LastDayIn(reason) is { } last)
        {
            if (asOf > last) report(Diagnostic.Create(Rules.WaiverPast, location, rule, Text.Format("Waiver_Past", last.ToString(), asOf.ToString())));
        }
        else if (Waiver.UnreadableDayIn(reason) is { } unreadable) report(Diagnostic.Create(Rules.WaiverPast, location, rule, Text.Format("Waiver_UnreadableDay", unreadable)));
    }

    /// <summary>The id at the start of a text such as <c>GBS1001:A value breaks a mandatory limit</c>, if it is one of ours.</summary>
    private static string? RuleIn(string text)
    {
        if (!text.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var end = Prefix.Length;
        while (end < text.Length && char.IsDigit(text[end])) end++;
        return end == Prefix.Length + 4 && (end == text.Length || !char.IsLetter(text[end])) ? text.Substring(0, end) : null;
    }
}
