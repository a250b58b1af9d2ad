namespace GreenBuild.Standards.Analyzers.Tests;

public sealed class WaiverTests
{
    private const string Usings = "using System.Diagnostics.CodeAnalysis;\n";

    [Theory]
    // With a reason.
    [InlineData("""[SuppressMessage("GreenBuild.Limits", "GBS1001", Justification = "test data of the broken case")] class A { }""")]
    [InlineData("""[SuppressMessage("GreenBuild.Limits", "GBS1001:A value breaks a mandatory limit", Justification = "until 2099-12-31: permit 17")] class A { }""")]
    [InlineData("""[assembly: SuppressMessage("GreenBuild.Citations", "GBS2001", Justification = "history", Scope = "type", Target = "A")] class A { }""")]
    [InlineData("#pragma warning disable GBS1001 // the broken case of the tests\nclass A { }")]
    [InlineData("#pragma warning restore GBS1001\nclass A { }")]
    // Of other tools, or of none in particular.
    [InlineData("""[SuppressMessage("Style", "IDE0001")] class A { }""")]
    [InlineData("""[SuppressMessage("GreenBuild.Limits", "GBS10011")] class A { }""")]
    [InlineData("#pragma warning disable\nclass A { }")]
    [InlineData("#pragma warning disable CS1591, CA1000\nclass A { }")]
    [InlineData("#if NEVER\n#pragma warning disable GBS1001\n#endif\nclass A { }")]
    // Half typed: the compiler says enough about it.
    [InlineData("""[SuppressMessage("GreenBuild.Limits", Justification = "")] class A { }""")]
    // No reason.
    [InlineData("""[{|GBS8006:SuppressMessage("GreenBuild.Limits", "GBS1001")|}] class A { }""")]
    [InlineData("""[{|GBS8006:SuppressMessage("GreenBuild.Limits", "GBS1001", Justification = "  ")|}] class A { }""")]
    [InlineData("""[{|GBS8006:SuppressMessage("GreenBuild.Limits", "GBS1001", Justification = "<Pending>")|}] class A { }""")]
    [InlineData("""[{|GBS8006:System.Diagnostics.CodeAnalysis.SuppressMessageAttribute("GreenBuild.Limits", A.Id)|}] class A { public const string Id = "GBS1001"; }""")]
    [InlineData("#pragma warning disable {|GBS8006:GBS1001|}\nclass A { }")]
    [InlineData("#pragma warning disable CS1591, {|GBS8006:GBS1001|}, {|GBS8006:GBS2001|} //\nclass A { }")]
    // Past its day: the day itself still counts.
    [InlineData("""[SuppressMessage("GreenBuild.Limits", "GBS1001", Justification = "until 2026-06-30")] class A { }""")]
    [InlineData("""[{|GBS8007:SuppressMessage("GreenBuild.Limits", "GBS1001", Justification = "permit 17, until 2026-06-29")|}] class A { }""")]
    [InlineData("""[{|GBS8007:SuppressMessage("GreenBuild.Limits", "GBS1001", Justification = "夜间施工证明，有效期至 2026-06-29。")|}] class A { }""")]
    [InlineData("#pragma warning disable {|GBS8007:GBS1001|} // until 2026-06-29, then the new pump comes\nclass A { }")]
    [InlineData("#pragma warning disable {|GBS8007:GBS1001|} // until 2026-02-30\nclass A { }")]
    [InlineData("#pragma warning disable {|GBS8007:GBS1001|} // permit 17, until: 31.12.2026.\nclass A { }")]
    [InlineData("#pragma warning disable {|GBS8007:GBS1001|} // until 2026-5-31, renewed until 2026/12/31\nclass A { }")]
    [InlineData("#pragma warning disable {|GBS8007:GBS1001|} // 有效期至2026年12月31日\nclass A { }")]
    [InlineData("#pragma warning disable GBS1001 // until 2026-01-01, renewed until 2027-05-31\nclass A { }")]
    [InlineData("#pragma warning disable GBS1001 // until 2026-5-31, renewed until 2027-05-31\nclass A { }")]
    [InlineData("#pragma warning disable GBS1001 // 昼间 6 时至22时，until the new pump comes, see 4.2.1\nclass A { }")]
    public async Task Waiver_HasAReasonAndIsNotPast(string source) => await Verify.AllowingErrorsAsync(Usings + source, "greenbuild.as_of = 2026-06-30");
}
