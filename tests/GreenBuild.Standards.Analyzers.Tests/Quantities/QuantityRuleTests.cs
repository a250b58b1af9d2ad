namespace GreenBuild.Standards.Analyzers.Tests;

/// <summary>Units, decibels, rounding and hours; and quantities of every make as values under contract.</summary>
/// <remarks>
/// From the standards: GB 3095-2026, PM10 a day in zone 2 at most 120 µg/m3 until the end of 2030; 建质〔2020〕46号, waste of a new building at
/// most 300 t per 10,000 m2, which is 30 kg/m2; GB 12523-2025, 70 dB(A) by day.
/// </remarks>
public sealed class QuantityRuleTests
{
    private const string Air = "[StandardValue(\"dust.ambient-pm10-daily\", When = \"airZone=2\")]";

    /// <summary>The shape of UnitsNet 5: factories take a value that converts by itself, properties are double.</summary>
    private const string UnitsNet = """

        namespace UnitsNet
        {
            public readonly struct QuantityValue { public static implicit operator QuantityValue(int v) => default; public static implicit operator QuantityValue(double v) => default; }
            public readonly struct MassConcentration
            {
                public MassConcentration(double value, Units.MassConcentrationUnit unit) { }
                public static MassConcentration FromMicrogramsPerCubicMeter(QuantityValue v) => default;
                public static MassConcentration FromMilligramsPerCubicMeter(QuantityValue v) => default;
                public double MicrogramsPerCubicMeter => 0;
                public double MilligramsPerCubicMeter => 0;
                public static bool operator >(MassConcentration a, MassConcentration b) => false;
                public static bool operator <(MassConcentration a, MassConcentration b) => false;
            }
            public readonly struct Level { public static Level FromDecibels(QuantityValue v) => default; public double Decibels => 0; }
            namespace Units { public enum MassConcentrationUnit { MicrogramPerCubicMeter, MilligramPerCubicMeter } }
            namespace NumberExtensions.NumberToMassConcentration { public static class Extensions { public static MassConcentration MilligramsPerCubicMeter(this double v) => default; } }
        }
        """;

    public static TheoryData<string, string> Values => new()
    {
        { "own, in another unit", $"void P({Air} MassConcentration x) {{ }} void M() {{ P({{|GBS1001:MassConcentration.FromMilligramsPerCubicMetre(0.13m)|}}); P(MassConcentration.FromMilligramsPerCubicMetre(0.09m)); }}" },
        { "own, in its own unit", $"void P({Air} MassConcentration x) {{ }} void M() {{ P({{|GBS1001:MassConcentration.FromMicrogramsPerCubicMetre(130)|}}); }}" },
        { "own, flows", $"void P({Air} MassConcentration x) {{ }} void M(bool b) {{ var x = MassConcentration.FromMicrogramsPerCubicMetre(110); if (b) x = MassConcentration.FromMilligramsPerCubicMetre(0.13m); P({{|GBS1005:x|}}); }}" },
        { "own, number of it", $"void P({Air} decimal x) {{ }} void M() {{ P({{|GBS1001:MassConcentration.FromMilligramsPerCubicMetre(0.13m).InMicrogramsPerCubicMetre|}}); }}" },
        { "own, threshold", $"bool M({Air} MassConcentration x) => x > {{|GBS1003:MassConcentration.FromMilligramsPerCubicMetre(0.15m)|}};" },
        { "own, threshold in its own unit", $"bool M({Air} MassConcentration x) => x > MassConcentration.FromMicrogramsPerCubicMetre({{|GBS1003:150|}});" },
        { "own, threshold that is the limit", $"bool M({Air} MassConcentration x) => x > MassConcentration.FromMicrogramsPerCubicMetre({{|GBS1004:120|}});" },
        { "own, the same in another unit is no copy", $"bool M({Air} MassConcentration x) => x > MassConcentration.FromMilligramsPerCubicMetre(0.12m);" },
        { "a wrapper of one's own", $"readonly struct Dust {{ [QuantityUnit(\"mg/m3\")] public static Dust Of(double v) => default; }} void P({Air} Dust x) {{ }} void M() {{ P({{|GBS1001:Dust.Of(0.13)|}}); P(Dust.Of(0.05)); }}" },
        { "a wrapper with a constructor", $"readonly struct Dust {{ public Dust([QuantityUnit(\"mg/m3\")] double v) {{ }} }} void P({Air} Dust x) {{ }} void M() {{ P({{|GBS1001:new Dust(0.13)|}}); P({{|GBS1001:new(0.13)|}}); }}" },
        { "number of it in another unit", $"bool M({Air} MassConcentration x) => x.InMilligramsPerCubicMetre > {{|GBS1003:0.15m|}}; bool N({Air} MassConcentration x) => x.InMilligramsPerCubicMetre > 0.1m;" },
        { "a wrapper that is changed afterwards", $"struct Dust {{ [QuantityUnit(\"mg/m3\")] public static Dust Of(double v) => default; public double Value; public void Clear() {{ }} }} void P({Air} Dust x) {{ }} void M() {{ var d = Dust.Of(0.13); d.Value = 0.05; P(d); var e = Dust.Of(0.13); e.Clear(); P(e); var f = Dust.Of(0.13); P({{|GBS1001:f|}}); }}" },
        { "a wrapper with an initialiser", $"struct Dust {{ public Dust([QuantityUnit(\"mg/m3\")] double v) => Value = v; public double Value {{ get; set; }} }} void P({Air} Dust x) {{ }} void M() {{ P(new Dust(0.13) {{ Value = 0.05 }}); P({{|GBS1001:new Dust(0.13)|}}); }}" },
        { "a unit of one's own beside the contract", $"[{{|GBS8001:StandardValue(\"dust.ambient-pm10-daily\", When = \"airZone=2\")|}}] [QuantityUnit(\"mg/m3\")] double Mg {{ get; set; }} [StandardValue(\"dust.ambient-pm10-daily\", When = \"airZone=2\")] [QuantityUnit(\"µg/m3\")] double Ug {{ get; set; }}" },
        { "wrong quantity", $"void P([{{|GBS8001:StandardValue(\"dust.ambient-pm10-daily\", When = \"airZone=2\")|}}] Length x) {{ }}" },
        { "UnitsNet factory", $"void P({Air} UnitsNet.MassConcentration x) {{ }} void M() {{ P({{|GBS1001:UnitsNet.MassConcentration.FromMilligramsPerCubicMeter(0.13)|}}); P(UnitsNet.MassConcentration.FromMicrogramsPerCubicMeter(90)); P({{|GBS1001:UnitsNet.MassConcentration.FromMicrogramsPerCubicMeter(130)|}}); }}" },
        { "UnitsNet constructor", $"void P({Air} UnitsNet.MassConcentration x) {{ }} void M() => P({{|GBS1001:new UnitsNet.MassConcentration(0.13, UnitsNet.Units.MassConcentrationUnit.MilligramPerCubicMeter)|}});" },
        { "UnitsNet extension", $"void P({Air} UnitsNet.MassConcentration x) {{ }} void M() => P({{|GBS1001:UnitsNet.NumberExtensions.NumberToMassConcentration.Extensions.MilligramsPerCubicMeter(0.13)|}});" },
        { "UnitsNet property", $"void P({Air} double x) {{ }} void M() => P({{|GBS1001:UnitsNet.MassConcentration.FromMilligramsPerCubicMeter(0.13).MicrogramsPerCubicMeter|}});" },
        { "UnitsNet level", "void P([StandardValue(Keys.Day)] UnitsNet.Level x) { } void M() { P({|GBS1001:UnitsNet.Level.FromDecibels(75)|}); P(UnitsNet.Level.FromDecibels(65)); }" },
        { "UnitsNet of the wrong quantity", $"void P([{{|GBS8001:StandardValue(\"dust.ambient-pm10-daily\", When = \"airZone=2\")|}}] UnitsNet.Level x) {{ }}" },
    };

    public static TheoryData<string, string> Decibels => new()
    {
        { "mean of two", "double M(Site a, Site b) => ({|GBS4001:a.Level + b.Level|}) / 2;" },
        { "sum", "double M([StandardValue(Keys.Day)] double a, [StandardValue(Keys.Day)] double b) => {|GBS4001:a + b|};" },
        { "of quantities", "decimal M(SoundLevel a, SoundLevel b) => {|GBS4001:a.Decibels + b.Decibels|};" },
        { "of UnitsNet", "double M(UnitsNet.Level a, UnitsNet.Level b) => {|GBS4001:a.Decibels + b.Decibels|};" },
        { "in a loop", "double M(Site[] all) { double sum = 0; foreach (var s in all) {|GBS4001:sum += s.Level|}; return sum / all.Length; }" },
        { "Average", "double M(Site[] all) => {|GBS4001:System.Linq.Enumerable.Average(all, s => s.Level)|};" },
        { "Sum of a selection", "double M(Site[] all) => {|GBS4001:System.Linq.Enumerable.Sum(System.Linq.Enumerable.Select(all, s => s.Level))|};" },
        { "Average of an array", "double M([StandardValue(Keys.Day)] double[] all) => {|GBS4001:System.Linq.Enumerable.Average(all)|};" },
        { "Average of a query", "decimal M(System.Collections.Generic.List<SoundLevel> l) => {|GBS4001:(from x in l select x.Decibels).Average()|}; decimal N(System.Collections.Generic.List<SoundLevel> l) => {|GBS4001:(from x in l where x.Decibels > 0 select x.Decibels).Sum()|};" },
        { "Average of some in order", "decimal M(System.Collections.Generic.List<SoundLevel> l) => {|GBS4001:l.Select(x => x.Decibels).OrderBy(x => x).Skip(1).Average()|}; double N(Site[] l) => {|GBS4001:l.Select(x => x.Level).DefaultIfEmpty().Average()|}; double O(Site[] l) => {|GBS4001:l.OrderBy(x => x.Level).Skip(1).Average(x => x.Level)|};" },
        { "some of an array under contract", "double M([StandardValue(Keys.Day)] double[] l) => {|GBS4001:l.Where(x => x > 0).Average()|}; double N([StandardValue(Keys.Day)] double[] l) => {|GBS4001:l.Average(x => x)|};" },
        { "elements", "double M([StandardValue(Keys.Day)] double[] l) => ({|GBS4001:l[0] + l[1]|}) / 2; double N([StandardValue(Keys.Day)] System.Collections.Generic.List<double> l) => ({|GBS4001:l[0] + l[1]|}) / 2; double O([StandardValue(Keys.Day)] ReadOnlySpan<double> l) => ({|GBS4001:l[0] + l[1]|}) / 2;" },
        { "elements in a loop", "double M([StandardValue(Keys.Day)] double[] l) { double t = 0; foreach (var x in l) {|GBS4001:t += x|}; return t / l.Length; } double N(Site[] l) { double t = 0; foreach (var x in l.Select(x => x.Level)) {|GBS4001:t += x|}; return t; }" },
        { "a list that was made before", "double M(Site[] l) { var levels = l.Select(x => x.Level).ToList(); return {|GBS4001:levels.Average()|}; }" },
        { "energy mean by hand", "double M(SoundLevel[] l) => 10 * Math.Log10(l.Select(x => (double)x.Decibels).Average(d => Math.Pow(10, d / 10))); double N(SoundLevel[] l) => 10 * Math.Log10(l.Select(x => (double)x.Decibels).Select(d => Math.Pow(10, d / 10)).Sum() / l.Length); double O(Site[] l) { double t = 0; foreach (var x in l) t += Math.Pow(10, x.Level / 10); return 10 * Math.Log10(t / l.Length); }" },
        { "counts", "int M(Site[] l) => l.Select(x => x.Level).Sum(x => x > 60 ? 1 : 0); int N([StandardValue(Keys.Day)] double[] l) => l.Where(x => x > 60).Sum(x => 1); double O(Site[] l) => l.Select(x => x.Level).GroupBy(x => x > 60).Average(g => g.Count());" },
        { "differences", "decimal M(SoundLevel[] l) => l.Select(x => x.Decibels).Average(d => d - 60); double N(Site[] l) => l.Select(x => x.Level).Select(d => d - 60).Average(); double Of(double x) => x - 60; double O(Site[] l) => l.Select(x => x.Level).Average(Of);" },
        { "differences under contract", "double M(Site s, [StandardValue(\"noise.calibration-drift\")] double drift, [StandardValue(\"noise.calibration-drift\")] double other, [StandardValue(\"noise.calibration-drift\")] double[] gaps) => s.Level + drift + (drift + other) + gaps.Average() + gaps[0] + gaps[1];" },
        { "a difference as a quantity", "class K { [StandardValue(\"noise.calibration-drift\")] public SoundLevel Drift { get; set; } } decimal M(SoundLevel s, K k) => s.Decibels + k.Drift.Decibels;" },
        { "text", "void M(Site s) { var text = \"\"; text += s.Level; }" },
        { "correction", "double M(Site a) => a.Level + 5;" },
        { "difference", "double M(Site a, Site b) => a.Level - b.Level;" },
        { "other numbers", "double M(double a, double b) => a + b; double N(int[] x) => System.Linq.Enumerable.Average(x);" },
        { "energy", "SoundLevel M(SoundLevel[] all) => SoundLevel.EnergyMean(all);" },
    };

    public static TheoryData<string, string> Units => new()
    {
        { "milligrams for micrograms", $"void P({Air} double x) {{ }} void M() {{ P({{|GBS4002:0.12|}}); P(0.5); }}" },
        { "tenfold", "void P([StandardValue(\"cn.jianzhi-2020-46.site-discharge-new-build\")] double x) { } void M() { P({|GBS4002:30|}); P(200); }" },
        { "factory", "MassConcentration M(decimal pm10Ug) => MassConcentration.FromMilligramsPerCubicMetre({|GBS4003:pm10Ug|});" },
        { "factory, long name", "MassConcentration M(double dust_mg_m3) => MassConcentration.FromMicrogramsPerCubicMetre({|GBS4003:dust_mg_m3|});" },
        { "factory, written out", "Length M(double widthMillimetres) => Length.FromMetres({|GBS4003:widthMillimetres|});" },
        { "UnitsNet", "UnitsNet.MassConcentration M(double pm10Ug) => UnitsNet.MassConcentration.FromMilligramsPerCubicMeter({|GBS4003:pm10Ug|});" },
        { "number under contract", $"void P({Air} double x) {{ }} void M(double pm10MgM3) => P({{|GBS4003:pm10MgM3|}});" },
        { "parameter with a unit", "void P([QuantityUnit(\"mm\")] double x) { } void M(double depthCm) => P({|GBS4003:depthCm|});" },
        { "small words and capitals", "Length M(double WIDTH_MM, double x__mm_) => Length.FromMetres({|GBS4003:WIDTH_MM|}) + Length.FromMetres({|GBS4003:x__mm_|});" },
        { "before per", "MassConcentration M(double dustUgPerCubicMetre) => MassConcentration.FromMilligramsPerCubicMetre({|GBS4003:dustUgPerCubicMetre|});" },
        { "no words at all", "Length M(double _, double __, double _mm) => Length.FromMetres(_) + Length.FromMetres(__) + Length.FromMetres(_mm);" },
        { "right unit", "MassConcentration M(decimal pm10Mg, double pm25UgPerCubicMeter) { MassConcentration.FromMicrogramsPerCubicMetre(pm25UgPerCubicMeter); return MassConcentration.FromMilligramsPerCubicMetre(pm10Mg); }" },
        { "no unit in the name", "MassConcentration M(decimal level, decimal mg, decimal img, decimal omg) => MassConcentration.FromMicrogramsPerCubicMetre(img + mg + omg + level);" },
        { "unit of another quantity", "Length M(double slabKg) => Length.FromMetres(slabKg);" },
    };

    public static TheoryData<string, string> Rounding => new()
    {
        { "away from zero", "void M(Site s, double x) => s.Set({|GBS4004:Math.Round(x, MidpointRounding.AwayFromZero)|});" },
        { "named arguments", "void M(Site s) => Math.Abs({|GBS4004:Math.Round(mode: MidpointRounding.AwayFromZero, digits: 0, value: s.Level)|});" },
        { "cut", "void M(Site s, double x) => s.Level = {|GBS4004:Math.Floor(x)|};" },
        { "local", "void M(Site s, double x) { var y = {|GBS4004:Math.Truncate(x)|}; s.Set(y); }" },
        { "before a comparison", "bool M(Site s) => {|GBS4004:Math.Round(s.Level, 0, MidpointRounding.AwayFromZero)|} > LimitValues.Cn.Gb12523_2025.BoundaryDay;" },
        { "back into its place", "void M(Site s) => s.Level = {|GBS4004:Math.Floor(s.Level)|};" },
        { "local that is passed on twice", "void M(Site s, double x) { var y = {|GBS4004:Math.Truncate(x)|}; s.Set(y); s.Level = y; }" },
        { "half to even", "void M(Site s, double x) { s.Set(Math.Round(x)); s.Set(Math.Round(x, 0, MidpointRounding.ToEven)); }" },
        { "no contract", "double M(double x) => Math.Round(x, MidpointRounding.AwayFromZero);" },
    };

    public static TheoryData<string, string> Hours => new()
    {
        { "night", "bool M(DateTime t) => {|GBS4005:t.Hour|} >= 22 || t.Hour < 6;" },
        { "day", "bool M(DateTime t) => {|GBS4005:t.Hour|} >= 6 && t.Hour < 22;" },
        { "night, as a pattern", "bool M(DateTime t) => {|GBS4005:t.Hour|} is >= 22 or < 6;" },
        { "day, as a pattern", "bool M(DateTime t) => {|GBS4005:t.Hour|} is >= 6 and < 22;" },
        { "not by day", "bool M(DateTime t) => {|GBS4005:t.Hour|} is not (> 5 and <= 21);" },
        { "two patterns", "bool M(DateTime t) => {|GBS4005:t.Hour|} is >= 22 || t.Hour is < 6;" },
        { "pattern of a property", "bool M(DateTime t) => t is { {|GBS4005:Hour|}: >= 22 or < 6 };" },
        { "switch expression", "string M(DateTime t) => {|GBS4005:t.Hour|} switch { >= 22 or < 6 => \"night\", _ => \"day\" };" },
        { "arms of a switch expression", "string M(DateTime t) => {|GBS4005:t.Hour|} switch { < 6 => \"night\", < 22 => \"day\", _ => \"night\" };" },
        { "switch statement", "int M(DateTime t) { switch ({|GBS4005:t.Hour|}) { case >= 22: case < 6: return 55; default: return 70; } }" },
        { "after 21, up to 5", "bool M(DateTime t) => {|GBS4005:t.Hour|} > 21 || t.Hour <= 5;" },
        { "after 5, up to 21", "bool M(DateTime t) => {|GBS4005:t.Hour|} > 5 && t.Hour <= 21;" },
        { "hour on the right", "bool M(DateTime t) => 22 <= {|GBS4005:t.Hour|} || 6 > t.Hour;" },
        { "both sides asked", "bool M(DateTime t) => {|GBS4005:t.Hour|} >= 22 | t.Hour < 6; bool N(DateTime t) => {|GBS4005:t.Hour|} >= 6 & t.Hour < 22;" },
        { "among other conditions", "bool M(DateTime t, bool b) => b && {|GBS4005:t.Hour|} >= 6 && t.Hour < 22 && b;" },
        { "with offset", "bool M(DateTimeOffset t) => t.Hour >= 22 || t.Hour < 6; bool N(DateTimeOffset t) => t.Hour is >= 22 or < 6; bool O(DateTimeOffset t) => t is { Hour: >= 22 or < 6 }; bool P(DateTimeOffset t) => t.LocalDateTime.Hour is >= 22 or < 6;" },
        { "other hours", "bool M(DateTime t) => t.Hour >= 9 && t.Hour < 17; bool N(DateTime t) => t.Hour is >= 9 and < 17; bool O(DateTime t) => t.Hour is >= 21 or < 5; bool P(DateTime t) => t.Hour > 22 || t.Hour <= 6 - 2; string Q(DateTime t) => t.Hour switch { < 12 => \"morning\", _ => \"afternoon\" };" },
        { "one end", "bool M(DateTime t) => t.Hour >= 22; bool N(DateTime t) => t.Hour is >= 22 or 23;" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    [MemberData(nameof(Decibels))]
    [MemberData(nameof(Units))]
    [MemberData(nameof(Rounding))]
    [MemberData(nameof(Hours))]
    public Task Rule(string name, string members)
    {
        Assert.NotEmpty(name);
        return Verify.AllAsync("using System.Linq;\n" + Source.With(members) + UnitsNet);
    }
}
