using System.Collections.Immutable;
using GreenBuild.Standards.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GreenBuild.Standards.Analyzers;

/// <summary>GBS9001 to GBS9003: project files (<c>*.greenbuild.json</c>) that the build is given, and the tables that they name, are judged as an audit judges them; what waits for readings is left to it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ProjectFileAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Rules.UnreadableProject, Rules.ProjectBreaksRule, Rules.ProjectBreaksWeakRule);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            // Nothing is registered where the library is not referenced.
            if (start.Options.AdditionalFiles.IsEmpty || !ContractReader.IsAtWork(start.Compilation, start.Options)) return;
            start.RegisterCompilationEndAction(static context =>
            {
                foreach (var file in context.Options.AdditionalFiles)
                {
                    // An overlay ends otherwise: .greenbuild-overlay.json.
                    if (!file.Path.EndsWith(ProjectFile.Extension, StringComparison.OrdinalIgnoreCase) || file.GetText(context.CancellationToken) is not { } text) continue;
                    Judge(context, file, text);
                }
            });
        });
    }

    private static void Judge(CompilationAnalysisContext context, AdditionalText file, SourceText text)
    {
        var files = context.Options.AdditionalFiles;
        var catalogue = OverlayFiles.CatalogueOf(files, context.CancellationToken);
        if (!ProjectFile.TryReadText(text.ToString(), file.Path, out var project, out var errors, catalogue, new AdditionalTables(file.Path, files, context.CancellationToken)))
        {
            foreach (var error in errors) Report(Rules.UnreadableProject, error.File, error.Line, error.Column, Text.Of(error));
            if (errors.More > 0) Report(Rules.UnreadableProject, file.Path, 1, null, Text.Of(errors.Remainder));
            return;
        }

        var options = context.Options.AnalyzerConfigOptionsProvider;
        var settings = Settings.Of(options.GetOptions(file), options.GlobalOptions);
        var audit = ProjectAudit.Judge(project!, ProjectReadings.None, project!.On ?? settings.AsOf, catalogue);
        foreach (var finding in audit.Findings)
        {
            if (finding.Requirement is not { } requirement || audit.WaiverOf(finding) is not null) continue;
            var isBroken = finding.Verdict == Verdict.NonCompliant;
            if (!isBroken && finding.ProvisionalVerdict != Verdict.NonCompliant) continue;
            var rule = isBroken && requirement.Edition.Binding == BindingForce.Mandatory ? Rules.ProjectBreaksRule : Rules.ProjectBreaksWeakRule;
            Report(rule, finding.Origin?.File ?? file.Path, finding.Origin?.Line, finding.Origin?.Column, Text.Of(Words(finding, audit)));
        }

        void Report(DiagnosticDescriptor rule, string path, int? line, int? column, Text words) =>
            context.ReportDiagnostic(Diagnostic.Create(rule, LocationOf(path, line, column), words));

        Location LocationOf(string path, int? line, int? column)
        {
            var place = path == file.Path ? text : files.FirstOrDefault(one => one.Path == path)?.GetText(context.CancellationToken);
            return place is null ? Text.LocationOf(file.Path, text, 1, null) : Text.LocationOf(path, place, line ?? 1, column);
        }
    }

    private static BilingualText Words(Finding finding, ProjectAudit audit)
    {
        // With the key, which a waiver names.
        var key = " [" + finding.Requirement!.Key + "]";
        var (english, chinese) = (finding.Summarise(Language.English) + key, finding.Summarise(Language.Chinese) + key);
        if (audit.ExpiredWaivers.LastOrDefault(waiver => waiver.Rule == finding.Requirement.Key) is { } ended)
            (english, chinese) = ($"{english}; its waiver ended on {ended.Until}", $"{chinese}；对其的豁免已于 {ended.Until} 到期");
        return finding.Subject.Length == 0 ? new(english, chinese) : new(finding.Subject + ": " + english, finding.Subject + "：" + chinese);
    }
}
