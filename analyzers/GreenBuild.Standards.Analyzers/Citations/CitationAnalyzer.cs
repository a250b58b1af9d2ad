using System.CodeDom.Compiler;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GreenBuild.Standards.Analyzers;

/// <summary>GBS2001, 2002 and 2003: a text or a contract cites an edition that is no longer in force, not yet, or that does not exist.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CitationAnalyzer : DiagnosticAnalyzer
{
    /// <summary>Property of a diagnostic: what the reported text is to be replaced by.</summary>
    internal const string Replacement = "Replacement";

    /// <summary>Property of a diagnostic: the key of a requirement that is to be named instead of the one at the place reported.</summary>
    internal const string ReplacementKey = "ReplacementKey";

    // Beginnings of what is said of an edition that another took the place of.
    private static readonly string[] Replacing = ["replac", "supersed", "former", "withdrawn", "obsolete", "代替", "替代", "取代", "废止", "作废"];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.WithdrawnEdition, Rules.FutureEdition, Rules.UnknownEdition);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        // Generated files are not read. Generated members of others are left out below: the compiler would read the tokens of the whole file to find them.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (ContractReader.For(start.Compilation, start.Options) is not { } contracts) return;
            // The same few numbers stand all over a program, and one that is not known is compared with all that are.
            var known = new ConcurrentDictionary<string, Cited>(StringComparer.Ordinal);
            start.RegisterSemanticModelAction(context =>
            {
                CheckTexts(context, contracts, known);
                CheckConstants(context, contracts);
                foreach (var attribute in contracts.AttributesIn(context.SemanticModel.SyntaxTree, context.CancellationToken)) CheckKey(attribute, context, contracts);
            });
        });
    }

    // Syntax, and not operations: a text means the same wherever it stands, in an attribute of the assembly too, and nothing has to
    // be bound to read it. The few places that may matter are found in the text of the file.
    private static void CheckTexts(SemanticModelAnalysisContext context, ContractReader contracts, ConcurrentDictionary<string, Cited> known)
    {
        var tree = context.SemanticModel.SyntaxTree;
        if (Mentions.In(tree).Numbers is not { Length: > 0 } positions) return;
        var root = tree.GetRoot(context.CancellationToken);
        var end = -1;
        foreach (var position in positions)
        {
            // One text may hold several.
            if (position < end) continue;
            var token = root.FindToken(position, findInsideTrivia: true);
            if (!token.Span.Contains(position) || token.Parent?.Kind() is not (SyntaxKind.StringLiteralExpression or SyntaxKind.Utf8StringLiteralExpression or SyntaxKind.InterpolatedStringText or SyntaxKind.XmlText)) continue;
            end = token.Span.End;
            CheckText(context, token, contracts, known);
        }
    }

    private static void CheckText(SemanticModelAnalysisContext context, SyntaxToken token, ContractReader contracts, ConcurrentDictionary<string, Cited> known)
    {
        var text = token.ValueText;
        for (var from = 0; CitedNumber.TryFind(text, from, out var cited); from = cited.End)
        {
            var number = cited.ToString();
            var asOf = contracts.SettingsOf(context.SemanticModel.SyntaxTree).AsOf;
            // A revision of an edition is an edition of its own.
            var found = cited.Revised() is { } revised && Find(revised) is { Edition: not null } own ? own : Find(number);
            var edition = found.Edition;
            if (WithdrawnEdition.TryRead(edition, asOf, out var withdrawn))
            {
                // Who says that one replaces the other knows which of them applies: "GB 12523-2025 (replaces GB 12523-2011)".
                if (withdrawn.Current is { } current && Array.Exists(Replacing, word => text.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0) && Names(current)) continue;
                Report(Rules.WithdrawnEdition, withdrawn.Current, withdrawn.Edition.Number, withdrawn.Since.ToString(), withdrawn.Current is null ? Text.Format("Citation_NoSuccessor") : Text.Format("Citation_Successor", withdrawn.Current.Number));
            }
            else if (edition?.CountsFrom is { } day && day > asOf)
                Report(Rules.FutureEdition, null, edition.Number, day.ToString(), asOf.ToString());
            else if (found.Candidates.Count > 0)
                Report(Rules.UnknownEdition, found.Candidates is [var only] ? only : null, number, string.Join(", ", found.Candidates.Select(static candidate => candidate.Number)));

            Cited Find(string number) => known.TryGetValue(number, out var before) ? before : known.GetOrAdd(number, Cited.In(contracts.Catalogue, number));

            bool Names(Edition other)
            {
                for (var at = 0; CitedNumber.TryFind(text, at, out var beside); at = beside.End)
                    if (Find(beside.ToString()).Edition == other) return true;
                return false;
            }

            void Report(DiagnosticDescriptor rule, Edition? replacement, params object[] words)
            {
                if (IsGenerated(token.Parent)) return;
                var properties = ImmutableDictionary<string, string?>.Empty;
                var span = SpanOf(token, number, CountBefore(text, number, cited.Start));
                // Where the number does not stand in the source as it reads, the text is reported and left to its writer.
                if (span is not null && replacement is not null && !IsCompared(token.Parent)) properties = properties.Add(Replacement, cited.Rewrite(replacement.Number));
                context.ReportDiagnostic(Diagnostic.Create(rule, Location.Create(context.SemanticModel.SyntaxTree, span ?? token.Span), properties, words));
            }
        }
    }

    /// <summary>Whether a text is compared with another or is a key: with another number in it the program would do something else.</summary>
    private static bool IsCompared(SyntaxNode? text) => text?.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } or ConstantPatternSyntax or CaseSwitchLabelSyntax
        or ArgumentSyntax { Parent: BracketedArgumentListSyntax };

    /// <summary>Constants are named by their editions: who compares with one has the number of an edition in the code as much as who types it.</summary>
    private static void CheckConstants(SemanticModelAnalysisContext context, ContractReader contracts)
    {
        var tree = context.SemanticModel.SyntaxTree;
        foreach (var position in Mentions.In(tree).Constants)
        {
            var token = tree.GetRoot(context.CancellationToken).FindToken(position);
            if (token.Parent is not SimpleNameSyntax || token.SpanStart != position || token.Text is not (nameof(LimitValues) or nameof(RequirementKeys))) continue;
            var name = token.Parent;
            while (name.Parent is MemberAccessExpressionSyntax or QualifiedNameSyntax or AliasQualifiedNameSyntax) name = name.Parent;
            // The key of a contract is judged with what the contract says.
            if (name.Parent is AttributeArgumentSyntax { NameEquals: null, Parent.Parent: AttributeSyntax attribute } && contracts.MayBeContract(attribute)) continue;
            CheckConstant(name, context, contracts);
        }
    }

    private static void CheckConstant(SyntaxNode name, SemanticModelAnalysisContext context, ContractReader contracts)
    {
        var model = context.SemanticModel;
        if (model.GetSymbolInfo(name, context.CancellationToken).Symbol is not { } symbol || !contracts.IsOfLibrary(symbol)) return;
        // A whole edition, in a using directive: all of its constants say the same.
        var constant = symbol as IFieldSymbol ?? (symbol as INamedTypeSymbol)?.GetMembers().OfType<IFieldSymbol>().FirstOrDefault();
        if (constant is null || RequirementConstant.RequirementOf(constant, model.Compilation, contracts.Catalogue) is not { } requirement) return;
        Report(context, contracts, name, requirement, same => symbol is IFieldSymbol && (constant.ConstantValue is string || HardCodedLimit.HasConstant(same)));
    }

    private static void CheckKey(AttributeSyntax attribute, SemanticModelAnalysisContext context, ContractReader contracts)
    {
        if (WrittenContract.TryRead(attribute, context.SemanticModel, contracts, context.CancellationToken, out var written) && written.Contract.Requirement is { } requirement)
            Report(context, contracts, written.Key, requirement, static _ => true);
    }

    /// <summary>Reports the key or constant of a requirement whose edition is no longer in force.</summary>
    private static void Report(SemanticModelAnalysisContext context, ContractReader contracts, SyntaxNode named, Requirement requirement, Predicate<Requirement> hasReplacement)
    {
        if (!WithdrawnEdition.TryRead(requirement.Edition, contracts.SettingsOf(named.SyntaxTree).AsOf, out var withdrawn) || IsGenerated(named)) return;
        var properties = ImmutableDictionary<string, string?>.Empty;
        Text place;
        if (withdrawn.Current is not { } current) place = Text.Format("Citation_NoSuccessor");
        else if (current.Find(requirement.RowKey) is { } same)
        {
            place = Text.Format("Citation_SuccessorKey", current.Number, same.Key);
            if (hasReplacement(same)) properties = properties.Add(ReplacementKey, same.Key);
        }
        else place = Text.Format("Citation_NoSuccessorKey", current.Number, requirement.RowKey);

        context.ReportDiagnostic(Diagnostic.Create(
            Rules.WithdrawnEdition, named.GetLocation(), properties, withdrawn.Edition.Number, withdrawn.Since.ToString(), place));
    }

    /// <summary>Whether a program wrote the member or type that a place belongs to, as its attribute says.</summary>
    private static bool IsGenerated(SyntaxNode? place)
    {
        // The text that documents a member stands in a token of it.
        for (var node = place; node is not null; node = node.Parent ?? (node as StructuredTriviaSyntax)?.ParentTrivia.Token.Parent)
        {
            if (node is not MemberDeclarationSyntax { AttributeLists: { Count: > 0 } lists }) continue;
            foreach (var list in lists)
                foreach (var attribute in list.Attributes)
                    if (Text.LastNameOf(attribute) is "GeneratedCode" or nameof(GeneratedCodeAttribute)) return true;
        }

        return false;
    }

    /// <summary>How often a piece of a text stands before a position of it.</summary>
    private static int CountBefore(string text, string piece, int position)
    {
        var count = 0;
        for (var at = text.IndexOf(piece, StringComparison.Ordinal); at >= 0 && at < position; at = text.IndexOf(piece, at + 1, StringComparison.Ordinal)) count++;
        return count;
    }

    /// <summary>Where the n-th piece stands in the source; <see langword="null"/> if escapes hide one of them.</summary>
    private static TextSpan? SpanOf(SyntaxToken token, string piece, int index)
    {
        var source = token.Text;
        if (CountBefore(source, piece, source.Length) != CountBefore(token.ValueText, piece, token.ValueText.Length)) return null;
        var at = source.IndexOf(piece, StringComparison.Ordinal);
        for (; index > 0; index--) at = source.IndexOf(piece, at + 1, StringComparison.Ordinal);
        return new TextSpan(token.SpanStart + at, piece.Length);
    }

    /// <summary>What a number stands for: an edition, or those that may be meant by it.</summary>
    private sealed class Cited(Edition? edition, IReadOnlyList<Edition> candidates)
    {
        public Edition? Edition => edition;

        public IReadOnlyList<Edition> Candidates => candidates;

        /// <summary>An edition that the catalogue holds as it was revised: <c>GB 50325-2010</c> stands for <c>GB 50325-2010 (2013)</c>.</summary>
        private static Edition? RevisionOf(StandardsCatalogue catalogue, string number)
        {
            var start = StandardNumber.Normalise(number) + "(";
            return catalogue.Editions.LastOrDefault(edition => StandardNumber.Normalise(edition.Number).StartsWith(start, StringComparison.Ordinal));
        }

        public static Cited In(StandardsCatalogue catalogue, string number) =>
            (catalogue.FindEdition(number) ?? RevisionOf(catalogue, number)) is { } edition ? new(edition, []) : new(null, MistakenNumber.TryRead(catalogue, number, out var mistake) ? mistake.Candidates : []);
    }
}
