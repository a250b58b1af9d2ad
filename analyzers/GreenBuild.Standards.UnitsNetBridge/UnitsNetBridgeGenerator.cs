using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GreenBuild.Standards.UnitsNetBridge;

/// <summary>Where a project has UnitsNet, gives its quantities <c>ToGreenBuild()</c> and those of this library <c>ToUnitsNet()</c>.</summary>
/// <remarks>
/// This library has no dependency, and so cannot hold the conversions itself. They are found by name and shape alone: UnitsNet 5
/// and 6 differ in the types of their properties, and UnitsNet.Modular makes the types within a project of the user.
/// </remarks>
[Generator(LanguageNames.CSharp)]
public sealed class UnitsNetBridgeGenerator : IIncrementalGenerator
{
    internal const string BridgeStep = "Bridge";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // The text is the model: it is equal after every edit that touches no quantity, and then nothing behind it runs.
        var bridge = context.CompilationProvider
            .Select(static (compilation, cancellation) => BridgeWriter.Write(compilation, cancellation))
            .WithTrackingName(BridgeStep);
        context.RegisterSourceOutput(bridge, static (output, code) =>
        {
            if (code.Length > 0) output.AddSource(BridgeWriter.ClassName + ".g.cs", SourceText.From(code, Encoding.UTF8));
        });
    }
}
