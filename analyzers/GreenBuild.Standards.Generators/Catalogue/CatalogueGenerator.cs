using System;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GreenBuild.Standards.Generators.Catalogue;

/// <summary>Turns the JSON files of the catalogue into static C# tables, and each mistake in them into an error at its line.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class CatalogueGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = context.AdditionalTextsProvider
            .Where(static file => file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase) && file.Path.Replace('\\', '/').Contains("/catalogue/"))
            .Select(static (file, cancellation) => (file.Path, Text: file.GetText(cancellation)!))
            .Collect();

        context.RegisterSourceOutput(files, static (output, files) =>
        {
            if (files.IsEmpty) return;
            var model = new CatalogueModelReader();
            model.Read(files);
            foreach (var mistake in model.Mistakes) output.ReportDiagnostic(mistake);

            // A catalogue with a mistake is not compiled at all: a wrong fact must not reach a user because somebody overlooked an error.
            var isSound = model.Mistakes.Count == 0;
            if (!isSound) model = new CatalogueModelReader();
            var writer = new CatalogueWriter(model);
            output.AddSource("CatalogueData.g.cs", SourceText.From(writer.WriteData(), Encoding.UTF8));
            output.AddSource("Measurands.g.cs", SourceText.From(writer.WriteMeasurandKeys(), Encoding.UTF8));
            output.AddSource("RequirementKeys.g.cs", SourceText.From(writer.WriteRequirementKeys(), Encoding.UTF8));
        });
    }
}
