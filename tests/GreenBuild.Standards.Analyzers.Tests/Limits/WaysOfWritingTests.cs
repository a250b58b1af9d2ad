namespace GreenBuild.Standards.Analyzers.Tests;

/// <summary>Every way of writing a value that breaks a limit.</summary>
/// <remarks>71.5 rounds to 72 by GB/T 8170 (half to even), which is above the 70 dB(A) of GB 12523-2025 Table 1 by day.</remarks>
public sealed class WaysOfWritingTests
{
    /// <summary>How the value itself is written: the name of the case, members, and how it arrives.</summary>
    public static TheoryData<string, string> Values => new()
    {
        { "literal", "void M(Site s) => s.Set([|71.5|]);" },
        { "constant expression", "void M(Site s) => s.Set([|70 + 1.5|]);" },
        { "const", "const double Level = 71.5; void M(Site s) => s.Set([|Level|]);" },
        { "local const", "void M(Site s) { const double level = 71.5; s.Set([|level|]); }" },
        { "static readonly", "static readonly double Level = 71.5; void M(Site s) => s.Set([|Level|]);" },
        { "static readonly of another type", "static class Levels { public static readonly double Day = 71.5; } void M(Site s) => s.Set([|Levels.Day|]);" },
        { "static readonly from static readonly", "static readonly int A = 72; static readonly double B = A; void M(Site s) => s.Set([|B|]);" },
        { "readonly", "readonly double _level = 71.5; void M(Site s) => s.Set([|_level|]);" },
        { "get-only property", "static double Level { get; } = 71.5; void M(Site s) => s.Set([|Level|]);" },
        { "get-only property of an instance", "double Level { get; } = 71.5; void M(Site s) => s.Set([|Level|]);" },
        { "static constructor that sets something else", "static readonly double Level = 71.5; static int _other; static C() { _other = 1; } void M(Site s) => s.Set([|Level|]);" },
        { "local written once", "void M(Site s) { var level = 71.5; s.Set([|level|]); }" },
        { "local from local", "void M(Site s) { var a = 71.5; var b = a; s.Set([|b|]); }" },
        { "local that a lambda reads", "void M(Site s) { var level = 71.5; Action a = () => s.Set([|level|]); a(); }" },
        { "local in a lambda", "void M(Site s) { Action a = () => { var level = 71.5; s.Set([|level|]); }; a(); }" },
        { "parenthesised", "void M(Site s) => s.Set(([|71.5|]));" },
        { "negative twice", "static readonly double Level = -71.5; void M(Site s) => s.Set([|-Level|]);" },
        { "negative of a constant", "const double Level = -71.5; void M(Site s) => s.Set([|-Level|]);" },
        { "cast", "static readonly double Level = 72.9; void M(Site s) => s.SetInt([|(int)Level|]);" },
        { "int", "void M(Site s) => s.SetInt([|72|]);" },
        { "int to double", "void M(Site s) => s.Set([|72|]);" },
        { "long", "void M(Site s) => s.SetLong([|72L|]);" },
        { "byte", "void M(Site s) => s.SetByte([|72|]);" },
        { "float", "void M(Site s) => s.SetFloat([|71.5f|]);" },
        { "float to double", "void M(Site s) => s.Set([|71.5f|]);" },
        { "decimal", "void M(Site s) => s.SetDecimal([|71.5m|]);" },
        { "static readonly int to decimal", "static readonly int Level = 72; void M(Site s) => s.SetDecimal([|Level|]);" },
        { "nullable", "void M(Site s) => s.SetNullable([|71.5|]);" },
        { "nullable of a static readonly", "static readonly double? Level = 71.5; void M(Site s) => s.SetNullable([|Level|]);" },
        { "sound level", "void M(Site s) => s.SetSound([|SoundLevel.FromDecibels(71.5)|]);" },
        { "sound level of an int", "void M(Site s) => s.SetSound([|SoundLevel.FromDecibels(72)|]);" },
        { "sound level, static readonly", "static readonly SoundLevel Level = SoundLevel.FromDecibels(71.5m); void M(Site s) => s.SetSound([|Level|]);" },
        { "sound level, local", "void M(Site s) { var level = SoundLevel.FromDecibels(71.5m); s.SetSound([|level|]); }" },
        { "decibels of a sound level", "void M(Site s) { var level = SoundLevel.FromDecibels(71.5m); s.SetDecimal([|level.Decibels|]); }" },
        { "implicit conversions of a type", "static readonly Decibels Level = 71.5; void M(Site s) => s.Set([|Level|]);" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public Task Value(string name, string members)
    {
        Assert.NotEmpty(name);
        return Verify.AnalyzerAsync<LimitAnalyzer>(Source.With(members));
    }

    /// <summary>Where the value goes.</summary>
    public static TheoryData<string, string> Places => new()
    {
        { "argument after others", "void M(Site s) => s.SetAt(\"north\", [|71.5|]);" },
        { "named argument", "void M(Site s) => s.SetAt(level: [|71.5|], name: \"north\");" },
        { "after it was passed by in", "void Look(in double level) { } void M(Site s) { var level = 71.5; Look(level); s.Set([|level|]); }" },
        { "static method", "void M() => Site.SetStatic([|71.5|]);" },
        { "in argument", "void M(Site s) { var level = 71.5; s.SetIn([|level|]); s.SetIn([|72|]); }" },
        { "constructor", "Site M() => new Site([|71.5|]);" },
        { "implicit new", "Site M() { Site s = new([|71.5|], name: \"north\"); return s; }" },
        { "base constructor", "class D : Base { public D() : base([|71.5|]) { } public override void Put(double level) { } }" },
        { "this constructor", "class D { public D([StandardValue(Keys.Day)] double level) { } public D() : this([|71.5|]) { } }" },
        { "primary constructor", "class D([StandardValue(Keys.Day)] double level) { public double Level => level; } D M() => new([|71.5|]);" },
        { "primary base constructor", "class D() : Base([|71.5|]) { public override void Put(double level) { } }" },
        { "object initialiser", "Site M() => new Site { Level = [|71.5|] };" },
        { "object initialiser of a field", "Site M() => new() { Field = [|71.5|] };" },
        { "object initialiser, nested", "Site M() => new Site { Next = new() { Level = [|71.5|] } };" },
        { "object initialiser, init-only quantity", "Site M() => new Site { Sound = [|SoundLevel.FromDecibels(72)|] };" },
        { "object initialiser, index", "Site M() => new Site { [1] = [|71.5|] };" },
        { "with", "Reading M(Reading r) => r with { Level = [|71.5|] };" },
        { "with on a positional record", "Positional M(Positional p) => p with { Level = [|71.5|] };" },
        { "positional record", "Positional M() => new([|71.5|]);" },
        { "property", "void M(Site s) => s.Level = [|71.5|];" },
        { "property of nullable type", "void M(Site s) => s.Maybe ??= [|71.5|];" },
        { "property by its setter", "void M(Site s) => s.Setter = [|71.5|];" },
        { "indexer", "void M(Site s) => s[1] = [|71.5|];" },
        { "field", "void M(Site s) => s.Field = [|71.5|];" },
        { "out parameter", "void M([StandardValue(Keys.Day)] out double level) { level = [|71.5|]; }" },
        { "attribute argument", "[Level([|71.5|])] void M() { }" },
        { "attribute property", "[Level(Night = [|55.6|])] void M() { }" },
        { "attribute on a parameter", "void M([Level([|71.5|])] int p) { }" },
        { "attribute of two fields", "[Level([|71.5|])] int _a, _b;" },
        { "attribute of a lambda and of a local function", "void M() { Action a = [Level([|71.5|])] () => { }; [Level(Night = [|55.6|])] void F() { } a(); F(); }" },
        { "attribute on a type", "[Level([|71.5|])] class D { }" },
        { "return", "[return: StandardValue(Keys.Day)] double M() { return [|71.5|]; }" },
        { "return of a local", "[return: StandardValue(Keys.Day)] double M() { var level = 71.5; return [|level|]; }" },
        { "expression body", "[return: StandardValue(Keys.Day)] double M() => [|71.5|];" },
        { "arrow property", "[StandardValue(Keys.Day)] double Level => [|71.5|];" },
        { "getter", "[StandardValue(Keys.Day)] double Level { get { return [|71.5|]; } }" },
        { "getter with a contract of its own", "double Level { [return: StandardValue(Keys.Day)] get => [|71.5|]; }" },
        { "local function", "void M() { [return: StandardValue(Keys.Day)] static double Level() => [|71.5|]; Level(); }" },
        { "parameter of a local function", "void M() { void Set([StandardValue(Keys.Day)] double level) { } Set([|71.5|]); }" },
        { "lambda", "Func<double> M() => [return: StandardValue(Keys.Day)] () => [|71.5|];" },
        { "delegate", "delegate void Put([StandardValue(Keys.Day)] double level); void M(Put put) => put([|71.5|]);" },
        { "field initialiser", "[StandardValue(Keys.Day)] double _level = [|71.5|];" },
        { "const field", "[StandardValue(Keys.Day)] const double Level = [|71.5|];" },
        { "static readonly field of a quantity", "[StandardValue(Keys.Day)] static readonly SoundLevel Level = [|SoundLevel.FromDecibels(71.5)|];" },
        { "two fields", "[StandardValue(Keys.Day)] double _a = [|71.5|], _b = 60, _c = [|72|];" },
        { "property initialiser", "[StandardValue(Keys.Day)] double Level { get; set; } = [|71.5|];" },
        { "default of a parameter", "void M([StandardValue(Keys.Day)] double level = [|71.5|]) { }" },
        { "default of a parameter of a lambda", "void M() { var f = ([StandardValue(Keys.Day)] double level = [|71.5|], int other = 72) => level; f(); }" },
        { "default of a parameter of a local function", "void M() { void F([StandardValue(Keys.Day)] double level = [|71.5|]) { } F(); }" },
        { "interface, called through it", "void M(ISite s) => s.Put([|71.5|]);" },
        { "interface, called on the class", "class D : ISite { public void Put(double level) { } public double Get() => [|71.5|]; public double Limit => [|71.5|]; } void M(D d) => d.Put([|71.5|]);" },
        { "interface, explicit", "class D : ISite { void ISite.Put(double level) { } double ISite.Get() => [|71.5|]; double ISite.Limit { get { return [|71.5|]; } } }" },
        { "override", "class D : Base { public override void Put(double level) { } public override double Get() => [|71.5|]; public override double Limit => [|71.5|]; } void M(D d) => d.Put([|71.5|]);" },
        { "generic type", "class D<T> { public void Put([StandardValue(Keys.Day)] double level, T other) { } } void M(D<int> d) => d.Put([|71.5|], 1);" },
        { "extension", "void M(Site s) => s.Put([|71.5|]); } public static class Extensions { public static void Put(this Site s, [StandardValue(Keys.Day)] double level) { }" },
        { "deconstruction", "void M(Site a, Site b) { (a.Level, b.Field) = ([|72|], 60); (a.Level, _) = ([|71.5|], 72); }" },
        { "deconstruction, nested and converted", "void M(Site a, Site b) { (a.Level, (b[1], var x)) = ([|72|], ([|73|], 74)); }" },
        { "deconstruction of locals", "void M(Site a, Site b) { var x = 60; if (a.Level > b.Level) x = 72; else x = 73; (a.Level, b.Level) = ([|x|], 70.5); }" },
        { "two contracts, one broken", "void Put([StandardValue(Keys.Day)][StandardValue(Keys.Night)] double level) { } void M() => Put([|60|]);" },
    };

    /// <summary>A contract on a collection is one on each of its elements.</summary>
    public static TheoryData<string, string> Collections => new()
    {
        { "params array", "void F([StandardValue(Keys.Day)] params double[] x) { } void M() => F(60, [|72|]);" },
        { "two dimensions", "[StandardValue(Keys.Day)] double[,] _x = { { 60, [|72|] }, { [|73|], 61 } }; void M() => _x = new double[,] { { 60, [|74|] } };" },
        { "stackalloc", "void F([StandardValue(Keys.Day)] ReadOnlySpan<double> x) { } void M() { F(stackalloc double[] { 60, [|72|] }); F(stackalloc[] { [|73.0|] }); F(stackalloc double[2]); }" },
        { "choice", "void F([StandardValue(Keys.Day)] double[]? x) { } void M(bool b) { F(b ? [60, [|72|]] : null); F(b ? new double[] { 60 } : new[] { [|73.0|] }); }" },
        { "switch", "void F([StandardValue(Keys.Day)] double[] x) { } void M(int b) => F(b switch { 0 => [60, [|72|]], 1 => new[] { [|73.0|] }, _ => throw new ArgumentException() });" },
        { "coalesce", "void F([StandardValue(Keys.Day)] double[] x) { } void M(double[]? x) => F(x ?? new double[] { 60, [|72|] });" },
        { "added by an initialiser", "class S { [StandardValue(Keys.Day)] public System.Collections.Generic.List<double> Levels { get; } = [60, [|71.5|]]; } object M() => new S { Levels = { 60, [|72|] } };" },
        { "iterator", "[return: StandardValue(Keys.Day)] System.Collections.Generic.IEnumerable<double> M() { yield return 60; yield return [|72|]; }" },
        { "iterator of a property", "[StandardValue(Keys.Day)] System.Collections.Generic.IEnumerable<double> Levels { get { yield return [|72|]; yield break; } }" },
        { "nothing that is written out", "void F([StandardValue(Keys.Day)] double[] x) { } double[] G() => [72]; void M(double[] x, bool b) { F(x); F(b ? x : G()); F([.. x]); }" },
#if NEWEST_ROSLYN
        { "argument of a member in an extension block", "void M() => 60.0.Set([|73|]); } public static class Extensions { extension([StandardValue(Keys.Day)] double x) { public void Set([StandardValue(Keys.Day)] double y) { } }" },
        { "params of other collections", "void A([StandardValue(Keys.Day)] params ReadOnlySpan<double> x) { } void B([StandardValue(Keys.Day)] params System.Collections.Generic.List<double> x) { } void D([StandardValue(Keys.Day)] params System.Collections.Generic.IEnumerable<double> x) { } void M() { A(60, [|72|]); B(60, [|72|], 61); D([|73|]); D(); A([60, [|72|]]); }" },
#endif
    };

    [Theory]
    [MemberData(nameof(Collections))]
    [MemberData(nameof(Places))]
    public Task Place(string name, string members)
    {
        Assert.NotEmpty(name);
        return Verify.AnalyzerAsync<LimitAnalyzer>(Source.With(members));
    }

    [Fact]
    public Task ValueOfAnotherFile_IsKnown()
    {
        var test = Verify.Test<LimitAnalyzer>(Source.With("void M(Site s) { s.Set([|Far|]); s.Set([|Levels.Day|]); }"));
        test.TestState.Sources.Add("public partial class C { static readonly double Far = 71.5; } public static class Levels { public static double Day { get; } = 71.5; }");
        return test.RunAsync(TestContext.Current.CancellationToken);
    }
}
