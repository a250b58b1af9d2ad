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
