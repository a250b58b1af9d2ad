using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

// Not shipped: what compilers ask of analyzers does not hold for these.
#pragma warning disable RS1036, RS1038, RS1041
namespace GreenBuild.Standards.Analyzers.Tests;

/// <summary>The rules that tests look at alone; in the package one analyzer runs all of them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LimitAnalyzer() : OperationAnalyzer([new LimitRule()]);

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ThresholdAnalyzer() : OperationAnalyzer([new ThresholdRule()]);

[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AssemblyTakeOffAnalyzer() : OperationAnalyzer([new AssemblyTakeOffRule()]);

// Not found by the tests that run all analyzers: it is made by the one that needs it.
#pragma warning disable RS1001
internal sealed class RecordingAnalyzer(SeenRule rule) : OperationAnalyzer([rule]);
