using System;
using System.Linq;
using System.Text;
using GreenBuild.Standards.Generators.Quantities;
using GreenBuild.Standards.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GreenBuild.Standards.Generators.Catalogue;

/// <summary>Turns the JSON files of the catalogue into static C# tables and quantities, and each mistake in them into an error at its line.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class CatalogueGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider
            .Where(static file => file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && file.Path.Replace('\\', '/').Contains("/catalogue/"))
            .Select(static (file, cancellation) => (file.Path, Text: file.GetText(cancellation)!.ToString()))
            .Collect();

        // The quantities are code around numbers and need the rest of the library; the facts alone stand by themselves.
        var isLibrary = context.CompilationProvider.Select(static (compilation, _) => compilation.GetTypeByMetadataName("GreenBuild.Standards.QuantityUnitAttribute") is not null);

        // Texts of bytes are read through spans, which .NET Standard 2.0 has only in a package.
        var hasSpans = context.CompilationProvider.Select(static (compilation, _) => compilation.GetTypeByMetadataName("System.ReadOnlySpan`1") is not null);

        context.RegisterSourceOutput(files.Combine(isLibrary).Combine(hasSpans), static (output, input) =>
        {
            var ((files, isLibrary), hasSpans) = input;
            if (files.IsEmpty) return;
            var model = new CatalogueModelReader();
            model.Read(files);
            foreach (var mistake in model.Mistakes) output.ReportDiagnostic(ToDiagnostic(mistake));

            // A catalogue with a mistake is not compiled at all: a wrong fact must not reach a user because somebody overlooked an error.
            var isSound = model.Mistakes.Count == 0;
            if (!isSound) model = new CatalogueModelReader();
            var writer = new CatalogueWriter(model);
            output.AddSource("CatalogueData.g.cs", SourceText.From(writer.WriteData(asUtf8: hasSpans), Encoding.UTF8));
            output.AddSource("Measurands.g.cs", SourceText.From(writer.WriteMeasurandKeys(), Encoding.UTF8));
            output.AddSource("RequirementKeys.g.cs", SourceText.From(writer.WriteRequirementKeys(), Encoding.UTF8));
            output.AddSource("LimitValues.g.cs", SourceText.From(writer.WriteLimitValues(), Encoding.UTF8));
            if (!isLibrary) return;
            foreach (var (name, code) in QuantityWriter.WriteAll(model.Vocabulary.UnitLines))
                output.AddSource("Quantities." + name + ".g.cs", SourceText.From(code, Encoding.UTF8));
        });
    }

    private static Diagnostic ToDiagnostic(Mistake mistake)
    {
        var descriptor = new DiagnosticDescriptor(
            mistake.Kind.Id, "A mistake in the catalogue", "{0}", "GreenBuild.Catalogue", DiagnosticSeverity.Error, isEnabledByDefault: true);
        var line = new LinePosition(mistake.Line, mistake.Column);
        var location = mistake.Path.Length == 0
            ? Location.None
            : Location.Create(mistake.Path, new TextSpan(mistake.Range.Start, mistake.Range.Length), new LinePositionSpan(line, line));
        return Diagnostic.Create(descriptor, location, mistake.Message(Language.English));
    }
}
