using GreenBuild.Standards.CodeFixes;

namespace GreenBuild.Standards.Analyzers.Tests;

public sealed class CitationFixTests
{
    /// <summary>What is written, and what it becomes: the manner of writing stays.</summary>
    [Theory]
    [InlineData("GB 12523-2011", "GB 12523-2025")]
    [InlineData("GB12523-2011", "GB12523-2025")]
    [InlineData("GB 12523—2011", "GB 12523—2025")]
    [InlineData("GB 12523——2011", "GB 12523——2025")]
    [InlineData("GB 12523 - 2011", "GB 12523 - 2025")]
    [InlineData("GB  12523-1990", "GB  12523-2025")]
    [InlineData("GB 12523-90", "GB 12523-2025")]
    [InlineData("GB/T 50640-2010", "GB/T 50640-2023")]
    [InlineData("GB／T50640—2010", "GB／T50640—2023")]
    // Another number altogether: the successor of GB 12524-90 is an edition of GB 12523.
    [InlineData("GB 12524-90", "GB 12523-2025")]
    // From a recommended standard to a mandatory one.
    [InlineData("GB/T14623-93", "GB3096-2008")]
    public Task Number_IsReplacedInTheWritersManner(string written, string expected) => Verify.FixAsync<CitationAnalyzer, CitationFix>(
        CitationAnalyzerTests.In($"string M() => \"after [|{written}|] Table 1\";"),
        CitationAnalyzerTests.In($"string M() => \"after {expected} Table 1\";"));

    [Theory]
    [InlineData("string M() => @\"a \"\"[|GB 12523-2011|]\"\"\";", "string M() => @\"a \"\"GB 12523-2025\"\"\";")]
    [InlineData("string M() => \"\\t[|GB 12523-2011|]\\n\";", "string M() => \"\\tGB 12523-2025\\n\";")]
    [InlineData("string M(int n) => $\"{{[|GB 12523-2011|]}} {n}\";", "string M(int n) => $\"{{GB 12523-2025}} {n}\";")]
    [InlineData("string M() => \"\"\"\n        [|GB 12523-2011|]\n        \"\"\";", "string M() => \"\"\"\n        GB 12523-2025\n        \"\"\";")]
    [InlineData("System.ReadOnlySpan<byte> M() => \"[|GB 12523-2011|]\"u8;", "System.ReadOnlySpan<byte> M() => \"GB 12523-2025\"u8;")]
    [InlineData("[System.Obsolete(\"[|GB 12523-2011|]\")] void M() { }", "[System.Obsolete(\"GB 12523-2025\")] void M() { }")]
    public Task Literal_KeepsItsForm(string member, string expected) =>
        Verify.FixAsync<CitationAnalyzer, CitationFix>(CitationAnalyzerTests.In(member), CitationAnalyzerTests.In(expected));

    [Fact]
    public Task FixAll_TakesDifferentCitationsOfOneTextAlong() => Verify.FixAsync<CitationAnalyzer, CitationFix>(
        CitationAnalyzerTests.In("string A() => \"[|GB 12523-2011|], [|GB 12523-2011|] and [|GB/T 50640-2010|]\"; string B() => \"[|GB 3096-93|]\";"),
        CitationAnalyzerTests.In("string A() => \"GB 12523-2025, GB 12523-2025 and GB/T 50640-2023\"; string B() => \"GB 3096-2008\";"));

    [Fact]
    public Task Day_DecidesWhatIsCited() => Verify.FixAsync<CitationAnalyzer, CitationFix>(
        CitationAnalyzerTests.In("string M() => \"[|GB 12523-90|]\";"),
        CitationAnalyzerTests.In("string M() => \"GB 12523-2011\";"),
        "greenbuild.as_of = 2020-01-01");

    [Theory]
    [InlineData("void M([StandardValue([|\"cn.gb-12523-2011.boundary-day\"|])] double level) { }", "void M([StandardValue(\"cn.gb-12523-2025.boundary-day\")] double level) { }")]
    [InlineData("void M([StandardValue(key: [|\"cn.gb-12523-2011.boundary-night\"|] /* night */)] double level) { }", "void M([StandardValue(key: \"cn.gb-12523-2025.boundary-night\" /* night */)] double level) { }")]
    [InlineData("void M([StandardValue([|RequirementKeys.Cn.Gb12523_2011.BoundaryDay|])] double level) { }", "void M([StandardValue(RequirementKeys.Cn.Gb12523_2025.BoundaryDay)] double level) { }")]
    [InlineData("void M([StandardValue([|GreenBuild.Standards.RequirementKeys.Cn.Gb12523_2011.BoundaryDay|])] double level) { }", "void M([StandardValue(RequirementKeys.Cn.Gb12523_2025.BoundaryDay)] double level) { }")]
    [InlineData("bool M(double level) => level > [|LimitValues.Cn.Gb12523_2011.BoundaryDay|];", "bool M(double level) => level > LimitValues.Cn.Gb12523_2025.BoundaryDay;")]
    [InlineData("string M() => /* day */ [|RequirementKeys.Cn.Gb12523_2011.BoundaryDay|];", "string M() => /* day */ RequirementKeys.Cn.Gb12523_2025.BoundaryDay;")]
    public Task Key_IsReplacedByThatOfTheSuccessor(string member, string expected) => Verify.FixAsync<CitationAnalyzer, CitationFix>(
        "using GreenBuild.Standards;\n" + CitationAnalyzerTests.In(member), "using GreenBuild.Standards;\n" + CitationAnalyzerTests.In(expected));

    /// <summary>Nothing is offered where it would be a guess; the source stays as it is.</summary>
    [Theory]
    [InlineData("void M([StandardValue([|\"cn.gb-12523-90.earthwork-day\"|])] double level) { }")] // no such row any more
    [InlineData("string M() => [|\"GB 12523\\u20142011\"|];")] // an escape inside the number
    public Task NothingSure_NothingOffered(string member)
    {
        var source = "using GreenBuild.Standards;\n" + CitationAnalyzerTests.In(member);
        return Verify.FixAsync<CitationAnalyzer, CitationFix>(source, source);
    }
}
