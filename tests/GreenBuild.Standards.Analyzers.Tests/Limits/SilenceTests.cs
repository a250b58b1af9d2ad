using Microsoft.CodeAnalysis.Testing;

namespace GreenBuild.Standards.Analyzers.Tests;

/// <summary>What must not be reported: values that meet the limit, and values that are not sure.</summary>
public sealed class SilenceTests
{
    public static TheoryData<string, string> Compliant => new()
    {
        // GB/T 8170: half goes to the even digit, so 70.5 is 70 and meets the 70 of GB 12523-2025 Table 1.
        { "rounded to the limit", "void M(Site s) => s.Set(70.5);" },
        { "at the limit", "const double Most = 70; void M(Site s) => s.Set(Most);" },
        { "below", "[Level(60, Night = 55.5 - 1)] Site M() => new(60) { Level = 60, Sound = SoundLevel.FromDecibels(60) };" },
        { "negative", "static readonly double Level = 71.5; void M(Site s) => s.Set(-Level);" },
        { "default of the parameter used", "void M(Site s) => s.SetAt(\"north\");" },
        { "no contract", "void Set(double level) { } void M() => Set(71.5);" },
        { "another argument", "void M(Site s) => s.Set(60, \"71.5\");" },
    };

    public static TheoryData<string, string> Unsure => new()
    {
        { "parameter", "void M(Site s, double level = 71.5) => s.Set(level);" },
        { "reassigned local", "void M(Site s) { var level = 71.5; level = 60; s.Set(level); }" },
        { "compound assignment", "void M(Site s) { var level = 71.5; level -= 10; s.Set(level); }" },
        { "foreach", "void M(Site s) { foreach (var level in new[] { 71.5 }) s.Set(level); }" },
        { "by ref", "void Lower(ref double level) => level = 60; void M(Site s) { var level = 71.5; Lower(ref level); s.Set(level); }" },
        { "by ref to the contract", "void M(Site s) { var level = 71.5; s.SetRef(ref level); }" },
        { "by out", "void M(Site s) { var level = 71.5; s.SetOut(out level); s.Set(level); }" },
        { "out variable", "void M(Site s) { s.SetOut(out var level); s.Set(level); }" },
        { "ref local", "void M(Site s) { var level = 71.5; ref var r = ref level; r = 60; s.Set(level); }" },
        { "value of a ref local", "void M(Site s) { var other = 71.5; ref var level = ref other; s.Set(level); }" },
        { "ref of a condition", "void M(Site s, bool b) { double a = 71.5, c = 71.5; (b ? ref a : ref c) = 60; s.Set(a); }" },
        { "address taken", "unsafe void M(Site s) { var level = 71.5; var p = &level; *p = 60; s.Set(level); }" },
        { "deconstructed into", "void M(Site s) { var level = 71.5; (level, _) = (60, 1); s.Set(level); }" },
        { "pattern", "void M(Site s, object o) { if (o is double level) s.Set(level); }" },
        { "changed in a lambda", "void M(Site s) { var level = 71.5; Action a = () => level = 60; a(); s.Set(level); }" },
        { "changed in a lambda in a lambda", "void M(Site s) { var level = 71.5; Action a = () => { Action b = () => level = 60; b(); }; a(); s.Set(level); }" },
        { "changed in a local function", "void M(Site s) { var level = 71.5; Lower(); s.Set(level); void Lower() => level = 60; }" },
        { "sum with something unknown", "void M(Site s, double more) => s.Set(71.5 + more);" },
        { "method", "static double Level() => 71.5; void M(Site s) => s.Set(Level());" },
        { "arrow property", "static double Level => 71.5; void M(Site s) => s.Set(Level);" },
        { "field that is not readonly", "static double Level = 71.5; void M(Site s) => s.Set(Level);" },
        { "property that can be set", "double Level { get; set; } = 71.5; void M(Site s) => s.Set(Level);" },
        { "property that can be overridden", "public class D { public virtual double Level { get; } = 71.5; } void M(Site s, D d) => s.Set(d.Level);" },
        { "property of an interface", "void M(Site s, ISite other) => s.Set(other.Limit);" },
        { "static readonly set by the static constructor", "static readonly double Level = 71.5; static C() { Level = 60; } void M(Site s) => s.Set(Level);" },
        { "readonly set by a constructor", "readonly double _level = 71.5; C(double level) { _level = level; } void M(Site s) => s.Set(_level);" },
        { "readonly passed on by a constructor", "readonly double _level = 71.5; C() { Lower(out _level); } static void Lower(out double level) => level = 60; void M(Site s) => s.Set(_level);" },
        { "readonly set by an init accessor", "readonly double _level = 71.5; double Level { get => _level; init => _level = value; } void M(Site s) => s.Set(_level);" },
#if NEWEST_ROSLYN
        { "readonly set by the body of a partial constructor", "readonly double _level = 71.5; public partial C(double level); public partial C(double level) { _level = level; } void M(Site s) => s.Set(_level);" },
        { "readonly set by the body of a partial property", "readonly double _level = 71.5; public partial double Part { get; init; } public partial double Part { get => 0; init => _level = value; } void M(Site s) => s.Set(_level);" },
#endif
        { "deconstructed after a conversion of its own", "readonly struct Pair { public static explicit operator Pair((double, double) x) => default; public void Deconstruct(out double a, out double b) => (a, b) = (60, 50); } void M(Site s) { double x = 1, y = 1; x++; (x, y) = (Pair)(80.0, 90.0); s.Set(x); }" },
        { "narrowed through a cast that cuts", "void M(Site s, bool b) { var x = 60.0; if (b) x = 70.6; if ((int)x > 70) s.Set(x); }" },
        { "get-only property set by a constructor", "double Level { get; } = 71.5; C(double level) { Level = level; } void M(Site s) => s.Set(Level);" },
        { "readonly of a struct, whose default runs no initialiser", "struct S { public readonly double Level = 71.5; public S() { } } void M(Site s, S x) => s.Set(x.Level);" },
        { "explicit conversion of a type", "static readonly Decibels Level = (Decibels)715; void M(Site s) => s.Set(Level);" },
        { "conversion that may cut", "static readonly double Level = 300.0; void M(Site s) => s.SetByte((byte)Level);" },
        { "not a number", "void M(Site s) { s.Set(double.NaN); s.Set(double.PositiveInfinity); s.Set(double.MaxValue); s.SetFloat(float.MinValue); s.SetDecimal(decimal.MinValue); s.SetDecimal(decimal.MaxValue); }" },
        { "compound assignment to the property", "void M(Site s) => s.Level += 71.5;" },
        { "return in a lambda inside", "[return: StandardValue(Keys.Day)] double M() { Func<double> f = () => 71.5; return f(); }" },
        { "dynamic", "void M(dynamic s) => s.Set(71.5);" },
    };

    /// <summary>Contracts by which nothing is broken that binds.</summary>
    public static TheoryData<string, string> NotBinding => new()
    {
        { "contradicted by When", "void Set([StandardValue(Keys.Day, When = \"period=night\")] double level) { } void M() => Set(80);" },
        { "measurand whose limit hangs on what is not said", "void Set([StandardValue(\"noise.site-boundary\")] double level) { } void M() => Set(80);" },
        { "relative to a limit that is not determined", "void Set([StandardValue(\"cn.gb-12348-2008.night-sporadic-lmax\")] double level) { } void M() => Set(80);" },
        { "unknown key", "void Set([StandardValue(\"cn.gb-12523-2025.nothing\")] double level) { } void M() => Set(80);" },
        { "wrong type", "void Set([StandardValue(Keys.Day)] object level) { } void M() => Set(80);" },
        { "bad When", "void Set([StandardValue(Keys.Day, When = \"period\")] double level) { } void M() => Set(80);" },
    };

    [Theory]
    [MemberData(nameof(Compliant))]
    [MemberData(nameof(Unsure))]
    [MemberData(nameof(NotBinding))]
    public Task Nothing(string name, string members)
    {
        Assert.NotEmpty(name);
        Assert.DoesNotContain("[|", members, StringComparison.Ordinal);
        return Verify.AnalyzerAsync<LimitAnalyzer>(Source.With(members));
    }

    [Theory]
    [InlineData("static readonly double A = A; void M(Site s) => s.Set(A);")]
    [InlineData("static readonly double A = B; static readonly double B = -A; void M(Site s) { s.Set(A); s.Set(B); }")]
    [InlineData("static double A { get; } = B; static double B { get; } = A; void M(Site s) => s.Set(A);")]
    [InlineData("static readonly SoundLevel A = SoundLevel.FromDecibels(B); static readonly decimal B = A.Decibels; void M(Site s) => s.SetSound(A);")]
    public Task RingOfFields_EndsAndIsUnknown(string members) => Verify.AnalyzerAsync<LimitAnalyzer>(Source.With(members));

    [Fact]
    public Task LongChainOfFields_IsUnknownAndDoesNotOverflow() => Verify.AnalyzerAsync<LimitAnalyzer>(Source.With(
        "static readonly double A0 = 71.5;\n"
        + string.Concat(Enumerable.Range(1, 3000).Select(static i => $"static readonly double A{i} = A{i - 1};\n"))
        + "void M(Site s) => s.Set(A3000);"));

    [Fact]
    public Task GetterWithABodyOfItsOwn_IsUnknown()
    {
        // Sound with the field keyword of C# 14 only; an older compiler says so, and the analyzer keeps quiet under both.
        var test = Verify.Test<LimitAnalyzer>(Source.With("static double Level { get => field - 20; } = 71.5; void M(Site s) => s.Set(Level);"));
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        return test.RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task GeneratedCode_IsNotAnalysed()
    {
        var source = Source.With("void M(Site s) => s.Set(71.5);");
        await Verify.AnalyzerAsync<LimitAnalyzer>("// <auto-generated/>\n#nullable enable\n" + source);
        await Verify.AnalyzerAsync<LimitAnalyzer>(Source.With("[System.CodeDom.Compiler.GeneratedCode(\"tool\", \"1\")] void M(Site s) => s.Set(71.5);"));
        await Verify.AnalyzerAsync<LimitAnalyzer>(Source.With("[System.CodeDom.Compiler.GeneratedCode(\"tool\", \"1\")] class Inner { void M(Site s) => s.Set(71.5); }"));
    }

    [Fact]
    public Task LibraryNotReferenced_NothingIsRegistered() => Verify.AnalyzerAsync<LimitAnalyzer>(
        """
        using System;
        namespace Mine
        {
            public sealed class StandardValueAttribute : Attribute { public StandardValueAttribute(string key) { } }
            public class C
            {
                void Set([StandardValue("cn.gb-12523-2025.boundary-day")] double level) { }
                void M() => Set(71.5);
            }
        }
        """,
        withLibrary: false);

    [Theory]
    [InlineData("void M(Site s) => s.Set(")]
    [InlineData("void M(Site s) => s.Set(level: );")]
    [InlineData("void M(Site s) => s.Set(71.5, 71.5, 71.5);")]
    [InlineData("void M(Site s) => s.Sett(71.5);")]
    [InlineData("void M(Site s) { s.Level = ; s.Sound = SoundLevel.FromDecibels(); s.Sound = SoundLevel.FromDecibels(71, 72); }")]
    [InlineData("void M(Site s) { var level = ; s.Set(level); } double X { get; } = ; static readonly double Y = ;")]
    [InlineData("[StandardValue] double A = 71.5; [StandardValue(] double B = 71.5; [StandardValue(null)] double D = 71.5; [StandardValue(\"x\", When = )] double E = 71.5;")]
    [InlineData("[StandardValue(Keys.Day)] Missing A = 71.5; void M([StandardValue(Keys.Day)] Missing m, [StandardValue(Keys.Day)] m2) { M(71.5, 71.5); }")]
    [InlineData("class D : ISite, Missing { public void Put(double level) { } } void M(D d) { d.Put(71.5).X = 71.5; }")]
    [InlineData("record R([StandardValue(Keys.Day)] double Level, double Level); R M(R r) => r with { Level = , Level = 71. };")]
    [InlineData("[return: StandardValue(Keys.Day)] double M() { return; } [return: StandardValue(Keys.Day)] void N() { return 71.5; }")]
    public async Task HalfTyped_NeverThrows(string members)
    {
        // A crash of the analyzer arrives as AD0001, which the test framework does not accept; warnings are another matter.
        var test = Verify.Test<LimitAnalyzer>(Source.With(members));
        test.CompilerDiagnostics = CompilerDiagnostics.None;
        test.DisabledDiagnostics.Add("GBS1001");
        await test.RunAsync(TestContext.Current.CancellationToken);
    }
}
