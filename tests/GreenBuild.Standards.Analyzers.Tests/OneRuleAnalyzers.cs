using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GreenBuild.Standards.Analyzers.Tests;

/// <summary>The rules that tests look at alone; in the package one analyzer runs all of them.</summary>
[SuppressMessage("MicrosoftCodeAnalysisCorrectness", "RS1036", Justification = "Not shipped.")]
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LimitAnalyzer() : OperationAnalyzer([new LimitRule()]);

[SuppressMessage("MicrosoftCodeAnalysisCorrectness", "RS1036", Justification = "Not shipped.")]
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ThresholdAnalyzer() : OperationAnalyzer([new ThresholdRule()]);

[SuppressMessage("MicrosoftCodeAnalysisCorrectness", "RS1036", Justification = "Not shipped.")]
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AssemblyTakeOffAnalyzer() : OperationAnalyzer([new AssemblyTakeOffRule()]);
