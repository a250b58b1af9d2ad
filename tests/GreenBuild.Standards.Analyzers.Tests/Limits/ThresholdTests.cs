using GreenBuild.Standards.CodeFixes;

namespace GreenBuild.Standards.Analyzers.Tests;

/// <summary>Thresholds that values under contract are compared with. The limit by day is at most 70 dB(A), rounded to whole decibels first.</summary>
public sealed class ThresholdTests
{
    private const string Void = "void Alarm() { } ";

    public static TheoryData<string, string> Looser => new()
    {
        { "parameter", "void M([StandardValue(Keys.Day)] double x) { if (x > {|GBS1003:75|}) Alarm(); }" },
        { "the other way round", "void M([StandardValue(Keys.Day)] double x) { if ({|GBS1003:75|} < x) Alarm(); }" },
        { "good branch", "bool M([StandardValue(Keys.Day)] double x) => x <= {|GBS1003:75|};" },
        { "not above", "bool M([StandardValue(Keys.Day)] double x) => x < {|GBS1003:75|};" },
        { "or more", "bool M([StandardValue(Keys.Day)] double x) => x >= {|GBS1003:75|};" },
        { "half a decibel is rounded to even, more is not", "bool M([StandardValue(Keys.Day)] double x) => x > {|GBS1003:70.6|};" },
        { "whole number, from 72", "bool M([StandardValue(Keys.Day)] int x) => x >= {|GBS1003:72|};" },
        { "property", "bool M(Site s) => s.Level > {|GBS1003:75|};" },
        { "field", "bool M(Site s) => s.Field > {|GBS1003:75|};" },
        { "result", "[return: StandardValue(Keys.Day)] double Read() => 0; bool M() => Read() > {|GBS1003:75|};" },
        { "local that holds it", "bool M(Site s) { var x = s.Level; return x > {|GBS1003:75|}; }" },
        { "named threshold", "const double Most = 75; bool M(Site s) => s.Level > {|GBS1003:Most|};" },
        { "static readonly threshold", "static readonly double Most = 75; bool M(Site s) => s.Level > {|GBS1003:Most|};" },
        { "pattern", "bool M(Site s) => s.Level is > {|GBS1003:75|};" },
        { "pattern, negated", "bool M(Site s) => s.Level is not > {|GBS1003:75|};" },
        { "property pattern", "bool M(Site s) => s is { Level: > {|GBS1003:75|} };" },
        { "nested property pattern", "bool M(Site s) => s is { Next.Level: > {|GBS1003:75|} };" },
        { "switch expression", "string M(Site s) => s.Level switch { > {|GBS1003:75|} => \"loud\", _ => \"\" };" },
        { "switch statement", "void M(Site s) { switch (s.Level) { case > {|GBS1003:75|}: Alarm(); break; } }" },
        { "quantity", "bool M(Site s) => s.Sound > SoundLevel.FromDecibels({|GBS1003:75|});" },
        { "decibels of a quantity", "bool M(Site s) => s.Sound.Decibels > {|GBS1003:75m|};" },
        { "while", "void M(Site s) { while (s.Level > {|GBS1003:75|}) Alarm(); }" },
        { "choice", "string M(Site s) => s.Level > {|GBS1003:75|} ? \"loud\" : \"\";" },
        { "exception that is no guard", "void M(Site s) { if (s.Level > {|GBS1003:75|}) throw new InvalidOperationException(); }" },
        { "only far stages beside it", "string M(Site s) => s.Level switch { < 0 => \"?\", > {|GBS1003:75|} => \"loud\", _ => \"\" };" },
        { "end of a range", "bool M(Site s) => s.Level is >= 40 and <= {|GBS1003:80|};" },
        { "end of a range in two statements", "bool M(Site s) { if (s.Level < 35) return false; return s.Level <= {|GBS1003:90|}; }" },
        { "whole number, from 71.5", "bool M([StandardValue(Keys.Day)] int x) => x >= {|GBS1003:71.5|};" },
        { "at night 55.5 goes to 56, and 55.55 is let through", "bool M([StandardValue(Keys.Night)] double x) => x < {|GBS1003:55.6|};" },
        { "question mark", "bool M(Site? s) => s?.Level > {|GBS1003:75|};" },
        { "question mark behind another", "bool M(Site? s) => s?.Next?.Level > {|GBS1003:75|};" },
        { "decibels behind a question mark", "bool M(Site? s) => s?.Sound.Decibels > {|GBS1003:75m|};" },
        { "decibels in a property pattern", "bool M(Site s) => s.Sound is { Decibels: > {|GBS1003:75m|} };" },
        { "decibels in a nested pattern", "bool M(Site s) => s is { Next: { Sound: { Decibels: > {|GBS1003:75m|} } } };" },
        { "value of a nullable", "bool M(Site s) => s.Maybe!.Value > {|GBS1003:75|};" },
        { "nullable with a stand-in", "bool M(Site s) => (s.Maybe ?? 0) > {|GBS1003:75|};" },
        { "nullable with its default", "bool M(Site s) => s.Maybe.GetValueOrDefault() > {|GBS1003:75|};" },
        { "when", "void M(Site s) { try { } catch when (s.Level > {|GBS1003:75|}) { } }" },
    };

    public static TheoryData<string, string> NotLooser => new()
    {
        { "the limit, named", "bool M(Site s) => s.Level > LimitValues.Cn.Gb12523_2025.BoundaryDay;" },
        { "stricter", "bool M(Site s) => s.Level > 65;" },
        { "half a decibel", "bool M(Site s) => s.Level > 70.5;" },
        { "whole numbers from 71 are those above 70", "bool M([StandardValue(Keys.Day)] int x) => x >= 71;" },
        { "whole numbers below 71", "bool M([StandardValue(Keys.Day)] int x) => x < 71;" },
        { "stages", "string M(Site s) => s.Level switch { > 85 => \"stop\", > 69 => \"alarm\", _ => \"\" };" },
        { "stages in statements", "void M(Site s) { if (s.Level > 85) Alarm(); else if (s.Level > 65) Alarm(); }" },
        { "guard", "void M(Site s) { if (s.Level < 0 || s.Level > 200) throw new ArgumentOutOfRangeException(nameof(s)); }" },
        { "guard in a switch", "double M(Site s) => s.Level switch { > 200 => throw new FormatException(), var x => x };" },
        // GB/T 8170: 55.5 goes to 56, everything below it to 55.
        { "night, below half a decibel more", "bool M([StandardValue(Keys.Night)] double x) => x < 55.5; bool N([StandardValue(Keys.Night)] double x) => x >= 55.5;" },
        { "whole numbers up to 70.9 end at 70", "bool M([StandardValue(Keys.Day)] int x) => x <= 70.9;" },
        { "no meter shows it", "bool M(Site s) => s.Level > 199.9;" },
        { "what a meter can show", "bool M(Site s) => s.Level >= 0 && s.Level <= 140;" },
        { "guard with the exception behind it", "double M(Site s) { if (s.Level <= 130) return s.Level; throw new ArgumentOutOfRangeException(nameof(s)); }" },
        { "guard that tells first", "void M(Site s) { if (s.Level > 130) { Alarm(); throw new ArgumentException(); } }" },
        { "guard that keeps what is good", "double M(Site s) => s.Level <= 200 ? s.Level : throw new ArgumentOutOfRangeException(nameof(s));" },
        { "guard by a pattern", "double M(Site s) => s.Level is >= 0 and <= 200 ? s.Level : throw new ArgumentException();" },
        { "guard by what no arm fits", "double M(Site s) => s.Level switch { <= 200 => s.Level, _ => throw new OverflowException() };" },
        { "no contract", "bool M(double x) => x > 75;" },
        { "not known", "bool M(Site s, double most) => s.Level > most;" },
        { "two values under contract", "bool M(Site s, Site t) => s.Level > t.Level;" },
        { "equality", "bool M(Site s) => s.Level == 75;" },
        { "recommended", "bool M([StandardValue(\"cn.gb-t-50905-2014.boundary-night\")] double x) => x > 80;" },
    };

    public static TheoryData<string, string> Copies => new()
    {
        { "threshold", "bool M(Site s) => s.Level > {|GBS1004:70|};" },
        { "pattern", "bool M(Site s) => s.Level is > {|GBS1004:70|};" },
        { "quantity", "bool M(Site s) => s.Sound > SoundLevel.FromDecibels({|GBS1004:70|});" },
        { "argument", "void M(Site s) => s.Set({|GBS1004:70|});" },
        { "property", "Site M() => new() { Level = {|GBS1004:70.0|} };" },
        { "default value", "void M([StandardValue(Keys.Day)] double x = {|GBS1004:70|}) { }" },
    };

    [Theory]
    [MemberData(nameof(Looser))]
    [MemberData(nameof(NotLooser))]
    [MemberData(nameof(Copies))]
    public Task Comparison(string name, string members)
    {
        Assert.NotEmpty(name);
        return Verify.AllAsync(Source.With(Void + members));
    }

    /// <summary>What the fix writes compiles, keeps what stands around it, and says the same of every number type.</summary>
    [Theory]
    [InlineData("bool M(Site s) => s.Level > /* why */ {|GBS1003:75|} /* dB */;", "bool M(Site s) => s.Level > /* why */ LimitValues.Cn.Gb12523_2025.BoundaryDay /* dB */;")]
    [InlineData("bool M(Site s) => {|GBS1003:75|} < s.Level;", "bool M(Site s) => LimitValues.Cn.Gb12523_2025.BoundaryDay < s.Level;")]
    [InlineData("bool M(Site s) => s.Level is > {|GBS1003:75|};", "bool M(Site s) => s.Level is > LimitValues.Cn.Gb12523_2025.BoundaryDay;")]
    [InlineData("bool M([StandardValue(Keys.Day)] decimal x) => x > {|GBS1003:75|};", "bool M([StandardValue(Keys.Day)] decimal x) => x > (decimal)LimitValues.Cn.Gb12523_2025.BoundaryDay;")]
    [InlineData("bool M([StandardValue(Keys.Day)] int x) => x > {|GBS1003:75|};", "bool M([StandardValue(Keys.Day)] int x) => x > (int)LimitValues.Cn.Gb12523_2025.BoundaryDay;")]
    [InlineData("bool M([StandardValue(Keys.Day)] int x) => x is > {|GBS1003:75|};", "bool M([StandardValue(Keys.Day)] int x) => x is > (int)LimitValues.Cn.Gb12523_2025.BoundaryDay;")]
    [InlineData("bool M([StandardValue(Keys.Day)] float x) => x > {|GBS1003:75f|};", "bool M([StandardValue(Keys.Day)] float x) => x > (float)LimitValues.Cn.Gb12523_2025.BoundaryDay;")]
    [InlineData("bool M(Site s) => s.Sound > SoundLevel.FromDecibels({|GBS1003:75|});", "bool M(Site s) => s.Sound > SoundLevel.FromDecibels(LimitValues.Cn.Gb12523_2025.BoundaryDay);")]
    [InlineData("bool M(Site s, Site t) => s.Level > {|GBS1003:75|}; bool N(Site t) => t.Level > {|GBS1003:80|};", "bool M(Site s, Site t) => s.Level > LimitValues.Cn.Gb12523_2025.BoundaryDay; bool N(Site t) => t.Level > LimitValues.Cn.Gb12523_2025.BoundaryDay;")]
    [InlineData("bool M(Site s) => s.Level > {|GBS1004:70|};", "bool M(Site s) => s.Level > LimitValues.Cn.Gb12523_2025.BoundaryDay;")]
    // Where the bound itself is left out, or the number is in another unit, the limit in its place would let other values comply.
    [InlineData("bool M([StandardValue(Keys.Day)] int x) => x >= {|GBS1003:72|};", "bool M([StandardValue(Keys.Day)] int x) => x >= {|GBS1003:72|};")]
    [InlineData("bool M(Site s) => s.Level < {|GBS1003:75|};", "bool M(Site s) => s.Level < {|GBS1003:75|};")]
    [InlineData("bool M([StandardValue(\"dust.ambient-pm10-daily\", When = \"airZone=2\")] MassConcentration x) => x.InMilligramsPerCubicMetre > {|GBS1003:0.15m|};", "bool M([StandardValue(\"dust.ambient-pm10-daily\", When = \"airZone=2\")] MassConcentration x) => x.InMilligramsPerCubicMetre > {|GBS1003:0.15m|};")]
    // Several that are looser would become one.
    [InlineData("int M(Site s) => s.Level switch { > {|GBS1003:90|} => 2, > {|GBS1003:75|} => 1, _ => 0 };", "int M(Site s) => s.Level switch { > {|GBS1003:90|} => 2, > {|GBS1003:75|} => 1, _ => 0 };")]
    public Task Fix_NamesTheLimit(string before, string after) => Verify.FixAsync<ThresholdAnalyzer, LimitFix>(Source.With(before), Source.With(after));

    [Theory]
    [InlineData("void M(Site s) => s.Set({|GBS1004:70|});", "void M(Site s) => s.Set(LimitValues.Cn.Gb12523_2025.BoundaryDay);")]
    [InlineData("void M(Site s) => s.SetInt({|GBS1004:70|});", "void M(Site s) => s.SetInt((int)LimitValues.Cn.Gb12523_2025.BoundaryDay);")]
    [InlineData("void M(Site s) => s.SetDecimal({|GBS1004:70m|});", "void M(Site s) => s.SetDecimal((decimal)LimitValues.Cn.Gb12523_2025.BoundaryDay);")]
    [InlineData("void M(Site s) => s.SetNullable({|GBS1004:70|});", "void M(Site s) => s.SetNullable(LimitValues.Cn.Gb12523_2025.BoundaryDay);")]
    [InlineData("[StandardValue(Keys.Day)] double X = {|GBS1004:70|}; // day", "[StandardValue(Keys.Day)] double X = LimitValues.Cn.Gb12523_2025.BoundaryDay; // day")]
    public Task Fix_NamesTheCopy(string before, string after) => Verify.FixAsync<LimitAnalyzer, LimitFix>(Source.With(before), Source.With(after));

    /// <summary>A copy is reported where there is a constant to use instead, and the constant has the number of the limit.</summary>
    [Fact]
    public void Constants_AreThoseThatAreReported()
    {
        var constants = new Dictionary<string, double>(StringComparer.Ordinal);
        Collect(typeof(RequirementKeys), typeof(LimitValues));

        Assert.NotEmpty(constants);
        foreach (var limit in StandardsCatalogue.Default.Editions.SelectMany(static edition => edition.Requirements).Where(static row => row.Kind == RequirementKind.Limit))
        {
            Assert.Equal(HardCodedLimit.HasConstant(limit), constants.ContainsKey(limit.Key));
            if (constants.TryGetValue(limit.Key, out var number)) Assert.Equal(limit.Value, (decimal)number);
        }

        void Collect(Type keys, Type? values)
        {
            foreach (var key in keys.GetFields())
                if (values?.GetField(key.Name) is { } value) constants.Add((string)key.GetRawConstantValue()!, (double)value.GetRawConstantValue()!);
            foreach (var inner in keys.GetNestedTypes()) Collect(inner, values?.GetNestedType(inner.Name));
        }
    }
}
