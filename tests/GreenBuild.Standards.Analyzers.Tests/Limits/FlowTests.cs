namespace GreenBuild.Standards.Analyzers.Tests;

/// <summary>Values that depend on the path. The limit by day is 70 dB(A), and 70.5 is still met (GB/T 8170: half to even).</summary>
public sealed class FlowTests
{
    /// <summary>Every path breaks the limit.</summary>
    public static TheoryData<string, string> OnAllPaths => new()
    {
        { "last value counts", "void M(Site s) { var x = 60.0; x = 80; s.Set({|GBS1001:x|}); x = 60; s.Set(x); }" },
        { "both branches", "void M(Site s, bool b) { double x; if (b) x = 80; else x = 90; s.Set({|GBS1001:x|}); }" },
        { "both sides of a choice", "void M(Site s, bool b) => s.Set({|GBS1001:b ? 80 : 90|});" },
        { "all arms", "void M(Site s, int i) => s.Set({|GBS1001:i switch { 0 => 80, 1 => 90, _ => throw new Exception() }|});" },
        { "choice of a constant", "const bool B = true; void M(Site s) => s.Set({|GBS1001:B ? 80 : 60|});" },
        { "known before the default", "void M(Site s) { double? x = 80; s.Set({|GBS1001:x ?? 60|}); }" },
        { "increment", "void M(Site s) { var x = 71; x++; s.SetInt({|GBS1001:x|}); }" },
        { "compound", "void M(Site s) { var x = 60.0; x += 15; s.Set({|GBS1001:x|}); }" },
        { "arithmetic", "void M(Site s) { var x = 35.0; var y = x * 2 + 1.5; s.Set({|GBS1001:y|}); x = 0; }" },
        { "whole numbers are cut", "void M(Site s) { var x = 143; x = x / 2; s.SetInt({|GBS1001:x|}); }" },
        { "tuple", "void M(Site s) { var (x, y) = (80.0, 60.0); s.Set({|GBS1001:x|}); s.Set(y); }" },
        { "exchange", "void M(Site s) { double x = 80, y = 60; (x, y) = (y, x); s.Set(x); s.Set({|GBS1001:y|}); }" },
        { "parameter that is set", "void M(Site s, double x) { x = 80; s.Set({|GBS1001:x|}); }" },
        { "assignment in an expression", "void M(Site s) { double x = 60; s.Set({|GBS1001:x = 80|}); s.Set({|GBS1001:x|}); }" },
        { "branch that cannot be", "void M(Site s) { var x = 80.0; if (x <= 70) x = 60; s.Set({|GBS1001:x|}); }" },
        { "in a lambda", "Action M(Site s) => () => { var x = 60.0; x = 80; s.Set({|GBS1001:x|}); };" },
        { "in a local function", "void M(Site s) { void Put() { var x = 60.0; x = 80; s.Set({|GBS1001:x|}); } Put(); }" },
        { "in a lambda in a try", "void M(Site s) { try { Action f = () => { var x = 60.0; x = 80; s.Set({|GBS1001:x|}); }; f(); } catch { s.Name(); } }" },
        { "in a local function in a try", "void M(Site s) { try { void Put() { var x = 60.0; x = 80; s.Set({|GBS1001:x|}); } Put(); } finally { s.Name(); } }" },
        { "in a constructor", "C(Site s) { var x = 60.0; x = 80; s.Set({|GBS1001:x|}); }" },
        { "in an accessor", "double P { get { var x = 60.0; x = 80; new Site().Set({|GBS1001:x|}); return x; } }" },
        { "in a try, seen from inside only", "void M(Site s) { try { var x = 60.0; x = 80; s.Set({|GBS1001:x|}); } catch { } }" },
        { "quantity", "void M(Site s, bool b) { var x = SoundLevel.FromDecibels(60); if (b) x = SoundLevel.FromDecibels(80); else x = SoundLevel.FromDecibels(90); s.SetSound({|GBS1001:x|}); }" },
        { "local of a local that moves", "void M(Site s, bool b) { var x = 60.0; if (b) x = 80; else x = 90; var y = x + 1; var z = y - 1; s.Set({|GBS1001:z|}); x = 60; s.Set({|GBS1001:y|}); s.Set(x); }" },
        { "outer local in a lambda", "Action M(Site s) { var x = 40.0 * 2; var y = x; return () => { var z = 60.0; z = y; s.Set({|GBS1001:z|}); }; }" },
        { "return", "[return: StandardValue(Keys.Day)] double M(bool b) { var x = 80.0; if (b) x = 90; return {|GBS1001:x|}; }" },
        { "elements", "void P([StandardValue(Keys.Day)] double[] x) { } void M() => P(new[] { 60, {|GBS1001:80|}, {|GBS1001:90.5|} });" },
        { "elements of a collection expression", "void P([StandardValue(Keys.Day)] ReadOnlySpan<double> x) { } void M() => P([60, {|GBS1001:80|}]);" },
        { "elements of params", "void P([StandardValue(Keys.Day)] params double[] x) { } void M() => P(60, {|GBS1001:80|});" },
        { "elements of a list", "[StandardValue(Keys.Day)] System.Collections.Generic.List<double> P { get; set; } = new() { 60, {|GBS1001:80|} };" },
    };

    /// <summary>Some paths break it.</summary>
    public static TheoryData<string, string> OnSomePaths => new()
    {
        { "one branch", "void M(Site s, bool b) { var x = 60.0; if (b) x = 80; s.Set({|GBS1005:x|}); }" },
        { "one side of a choice", "void M(Site s, bool b) => s.Set({|GBS1005:b ? 80 : 60|});" },
        { "one side is not known", "void M(Site s, bool b, double y) => s.Set({|GBS1005:b ? 80 : y|});" },
        { "default of what may be missing", "void M(Site s, double? y) => s.Set({|GBS1005:y ?? 80|});" },
        { "coalescing assignment", "void M(Site s, double? y) { y ??= 80; s.SetNullable({|GBS1005:y|}); }" },
        { "one arm", "void M(Site s, int i) => s.Set({|GBS1005:i switch { 0 => 80, _ => 60 }|});" },
        { "switch", "void M(Site s, int i) { double x; switch (i) { case 0: x = 60; break; case 1: x = 80; break; default: x = 90; break; } s.Set({|GBS1005:x|}); }" },
        { "first round of a loop", "void M(Site s) { var x = 80.0; while (true) { s.Set({|GBS1005:x|}); x = 60; } }" },
        { "backward goto", "void M(Site s) { var x = 80.0; again: s.Set({|GBS1005:x|}); x = 60; goto again; }" },
        { "counting down", "void M(Site s) { for (var x = 74; x > 66; x -= 2) s.SetInt({|GBS1005:x|}); }" },
        { "guard that keeps some", "void M(Site s, bool b) { var x = b ? 80.0 : 60.0; if (b) x = 75; if (x > 70) { s.Set({|GBS1001:x|}); } else s.Set(x); }" },
        { "switch that keeps some", "void M(Site s, bool b) { var x = b ? 80.0 : 60.0; if (b) x = 75; switch (x) { case > 70: s.Set({|GBS1001:x|}); break; case < 50: s.Set(x); break; default: s.Set(x); break; } }" },
        { "written in a guard of a switch", "void M(Site s, bool b) { var x = 60.0; if (b) x = 80; switch (x) { case > 70 when (x = 90) > 0: s.Set({|GBS1001:x|}); return; case > 70: break; } s.Set({|GBS1005:x|}); }" },
        { "short circuit", "void M(Site s, bool a, bool b) { var x = 60.0; if (a && b) x = 80; s.Set({|GBS1005:x|}); }" },
        { "handler sees what was before", "void M(Site s, bool b) { var x = 60.0; if (b) x = 80; try { s.Name(); } catch { s.Set({|GBS1005:x|}); } }" },
    };

    /// <summary>No value is certain to break it, or certain at all.</summary>
    public static TheoryData<string, string> Silent => new()
    {
        { "guarded", "void M(Site s, bool b) { var x = 60.0; if (b) x = 80; if (x <= 70) s.Set(x); }" },
        { "guarded by a pattern", "void M(Site s, bool b) { var x = 60.0; if (b) x = 80; if (x is >= 0 and <= 70) s.Set(x); }" },
        { "guarded by its opposite", "void M(Site s, bool b) { var x = 60.0; if (b) x = 80; if (!(x > 70)) s.Set(x); }" },
        { "capped", "void M(Site s, bool b) { var x = 60.0; if (b) x = 80; if (x > 70) x = 65; s.Set(x); }" },
        { "guard leaves", "void M(Site s, bool b) { var x = 60.0; if (b) x = 80; if (x > 70) return; s.Set(x); }" },
        { "guard by a constant", "const double Most = 70; void M(Site s, bool b) { var x = 60.0; if (b) x = 80; if (x <= Most) s.Set(x); }" },
        { "more than eight values", "void M(Site s, int i) { double x = 60; for (var n = 0; n < 100; n++) x = x + 1; s.Set(x); }" },
        { "written in a lambda", "void M(Site s) { var x = 80.0; Action a = () => x = 60; x = 90; a(); s.Set(x); }" },
        { "written in a local function", "void M(Site s) { var x = 80.0; x = 90; Lower(); s.Set(x); void Lower() => x = 60; }" },
        { "written before a handler", "void M(Site s) { var x = 80.0; try { x = 60; s.Name(); x = 80; } catch { } s.Set(x); }" },
        { "written in a finally", "void M(Site s) { var x = 80.0; try { s.Name(); } finally { x = 60; } s.Set(x); }" },
        { "by reference", "void Lower(ref double y) => y = 60; void M(Site s) { var x = 80.0; x = 90; Lower(ref x); s.Set(x); }" },
        { "parameter by reference", "void M(Site s, ref double x) { x = 80; s.Name(); s.Set(x); }" },
        { "captured parameter of the type", "class D(double y) { void M(Site s) { y = 80; Other(); s.Set(y); } void Other() => y = 60; }" },
        { "assigned from a method", "static double Read() => 1; void M(Site s) { var x = 80.0; x = Read(); s.Set(x); }" },
        { "order of evaluation", "double Two(double a, double b) => a; void M(Site s) { var x = 60.0; Two(x, x = 80); x = 60; s.Set(x); }" },
        { "throw only", "void M(Site s, bool b) => s.Set(b ? throw new Exception() : 60);" },
        { "switch leaves", "void M(Site s, bool b) { var x = 60.0; if (b) x = 80; switch (x) { case > 70: return; } s.Set(x); }" },
        { "switch by constants", "void M(Site s, bool b) { var x = 60; if (b) x = 80; switch (x) { case 80: break; default: s.SetInt(x); break; } }" },
        { "section of a switch", "void M(Site s, bool b) { var x = 60.0; if (b) x = 80; switch (x) { case <= 70: s.Set(x); break; } }" },
        { "arm of a switch", "[return: StandardValue(Keys.Day)] double M(bool b) { var x = 60.0; if (b) x = 80; return x switch { > 70 => 65, _ => x }; }" },
        { "division by zero", "void M(Site s) { var x = 80; var z = 1; z = 0; x = x / z; s.SetInt(x); }" },
        { "overflow", "void M(Site s) { var x = int.MaxValue; x = x + 1; s.SetInt(x); }" },
        { "unchecked cut", "void M(Site s) { var x = 300; x = 301; s.SetByte((byte)x); }" },
        { "unreachable", "void M(Site s) { var x = 60.0; x = 65; return; }" },
        { "value of an increment", "void M(Site s) { var x = 70; var y = ++x; s.SetInt(y); }" },
        { "moving local in a lambda", "Action M(Site s) { var x = 80.0; x = 90; var y = x; return () => { var z = 60.0; z = y; s.Set(z); }; }" },
        { "pattern variable", "void M(Site s, object o) { if (o is double x) { s.Set(x); x = 60; s.Set(x); } }" },
        { "foreach", "void M(Site s) { foreach (var x in new[] { 80.0 }) s.Set(x); }" },
    };

    [Theory]
    [MemberData(nameof(OnAllPaths))]
    [MemberData(nameof(OnSomePaths))]
    [MemberData(nameof(Silent))]
    public Task Path(string name, string members)
    {
        Assert.NotEmpty(name);
        return Verify.AllAsync(Source.With(members));
    }

    [Fact]
    public Task VeryLongMethod_IsUnknownAndEnds() => Verify.AllAsync(Source.With(
        "void M(Site s, int i) { var x = 60.0; " + string.Concat(Enumerable.Range(0, 3000).Select(static n => $"if (i == {n}) x = {80 + n}; ")) + "s.Set(x); }"));

    /// <summary>A local that is written once, and what conditions leave of it.</summary>
    [Theory]
    [InlineData("var v = b ? 80.0 : 60; if (v > 70) return; s.Set(v);")]
    [InlineData("var v = b ? 80.0 : 60; if (v <= 70) s.Set(v);")]
    [InlineData("var v = b ? 80.0 : 60; if (v > 70) s.Set({|GBS1001:v|});")]
    [InlineData("var v = b ? 80.0 : 60; if (v > 50) s.Set({|GBS1005:v|});")]
    public Task WrittenOnce_IsNarrowed(string body) => Verify.AllAsync(Source.With("void M(Site s, bool b) { " + body + " }"));

    /// <summary>Seven arms, each the one before, twelve times: as many ways as there are paths, 13 thousand million.</summary>
    [Theory]
    [InlineData("var v0 = 71.5; ", "var v{0} = i switch {{ {2} }}; ", "")]
    [InlineData("var v0 = 60.0; v0 = 71.5; ", "var v{0} = v{1}; if (i == {0}) v{0} = i switch {{ {2} }}; ", "v0 = 71.5; ")]
    public Task ChainOfChoices_EndsSoon(string first, string link, string last) => Verify.AllAsync(Source.With(
        "void M(Site s, int i) { " + first + string.Concat(Enumerable.Range(1, 12).Select(n => string.Format(
            System.Globalization.CultureInfo.InvariantCulture, link, n, n - 1, string.Concat(Enumerable.Range(0, 6).Select(arm => $"{arm} => v{n - 1}, ")) + $"_ => v{n - 1}"))) + last + "s.Set({|GBS1001:v12|}); }"));

    [Fact]
    public Task ChainOfMembers_EndsSoon() => Verify.AllAsync(Source.With(
        "static int N; static readonly double V0 = 71.5; " + string.Concat(Enumerable.Range(1, 10).Select(static n =>
            $"static readonly double V{n} = N switch {{ {string.Concat(Enumerable.Range(0, 6).Select(arm => $"{arm} => V{n - 1}, "))}_ => V{n - 1} }}; ")) + "void M(Site s) => s.Set({|GBS1001:V10|});"));

    [Fact]
    public Task DeepExpression_IsUnknownAndDoesNotOverflow() => Verify.AllAsync(Source.With(
        "void M(Site s, double y) { var x = 60.0; x = " + string.Concat(Enumerable.Repeat("y + ", 800)) + "80; s.Set(x); }"));
}
