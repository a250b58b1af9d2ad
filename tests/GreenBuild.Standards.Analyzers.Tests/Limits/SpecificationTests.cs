namespace GreenBuild.Standards.Analyzers.Tests;

/// <summary>Every way of writing a value, in every type, inside and outside of the limit: what is reported follows from the table alone.</summary>
/// <remarks>
/// The limits are read from the standard: GB 12523-2025 Table 1, 70 dB(A) by day, compared after rounding to whole decibels, half to even
/// (GB/T 8170), so that 70.5 is 70 and met, and 71.5 is 72 and not. GB/T 50905-2014 gives 55 at night and is recommended.
/// </remarks>
public sealed class SpecificationTests
{
    private const string Day = "[StandardValue(Keys.Day)]";

    /// <summary>A type, and how a number is written in it.</summary>
    private static readonly (string Type, string Format, bool HasFractions)[] Types =
    [
        ("double", "{0}", true), ("float", "{0}f", true), ("decimal", "{0}m", true), ("int", "{0}", false), ("long", "{0}L", false), ("short", "{0}", false), ("byte", "{0}", false), ("uint", "{0}u", false),
        ("double?", "{0}", true), ("decimal?", "{0}m", true), ("int?", "{0}", false), ("SoundLevel", "SoundLevel.FromDecibels({0})", true), ("SoundLevel?", "SoundLevel.FromDecibels({0})", true), ("SoundLevel", "SoundLevel.FromDecibels({0}m)", true),
    ];

    /// <summary>A number, whether it has a fraction, and whether it meets the limit.</summary>
    private static readonly (string Number, bool IsWhole, bool IsMet)[] Numbers =
    [
        ("0", true, true), ("60", true, true), ("69.9", false, true), ("70.5", false, true), ("70.6", false, false), ("71", true, false), ("71.5", false, false), ("120", true, false),
    ];

    /// <summary>Members of a class in which T stands for the type, V for the value, and «…» around what is reported.</summary>
    public static TheoryData<string, string> Ways => new()
    {
        { "argument", $"void Put({Day} T x) {{ }} void M() => Put(«V»);" },
        { "named argument", $"void Put(string n, {Day} T x) {{ }} void M() => Put(x: «V», n: \"\");" },
        { "second argument", $"void Put(string n, {Day} T x) {{ }} void M() => Put(\"\", «V»);" },
        { "optional argument that is given", $"void Put({Day} T x = default) {{ }} void M() => Put(«V»);" },
        { "static method", $"static void Put({Day} T x) {{ }} static void M() => Put(«V»);" },
        { "in argument", $"void Put({Day} in T x) {{ }} void M() => Put(«V»);" },
        { "parenthesised", $"void Put({Day} T x) {{ }} void M() => Put((«V»));" },
        { "cast to its type", $"void Put({Day} T x) {{ }} void M() => Put(«(T)(V)»);" },
        { "local", $"void Put({Day} T x) {{ }} void M() {{ T x = V; Put(«x»); }}" },
        { "local of a local", $"void Put({Day} T x) {{ }} void M() {{ T x = V; var y = x; Put(«y»); }}" },
        { "local that is written again", $"void Put({Day} T x) {{ }} void M() {{ T x = default; x = V; Put(«x»); x = default; }}" },
        { "both branches", $"void Put({Day} T x) {{ }} void M(bool b) {{ T x; if (b) x = V; else x = V; Put(«x»); }}" },
        { "both sides of a choice", $"void Put({Day} T x) {{ }} void M(bool b) => Put(«b ? (T)(V) : (T)(V)»);" },
        { "all arms", $"void Put({Day} T x) {{ }} void M(int i) => Put(«i switch {{ 0 => (T)(V), _ => (T)(V) }}»);" },
        { "or an exception", $"void Put({Day} T x) {{ }} void M(bool b) => Put(«b ? (T)(V) : throw new Exception()»);" },
        { "parameter that is set", $"void Put({Day} T x) {{ }} void M(T x) {{ x = V; Put(«x»); }}" },
        { "in a loop", $"void Put({Day} T x) {{ }} void M(int n) {{ T x = default; for (var i = 0; i < n; i++) {{ x = V; Put(«x»); }} }}" },
        { "in a lambda", $"void Put({Day} T x) {{ }} Action M() => () => Put(«V»);" },
        { "in a local function", $"void Put({Day} T x) {{ }} void M() {{ Inner(); void Inner() => Put(«V»); }}" },
        { "static readonly field", $"static readonly T X = V; void Put({Day} T x) {{ }} void M() => Put(«X»);" },
        { "readonly field", $"readonly T _x = V; void Put({Day} T x) {{ }} void M() => Put(«_x»);" },
        { "get-only property", $"static T X {{ get; }} = V; void Put({Day} T x) {{ }} void M() => Put(«X»);" },
        { "tuple", $"void Put({Day} T x) {{ }} void M() {{ (T x, int y) = (V, 1); Put(«x»); }}" },
        { "assignment in an argument", $"void Put({Day} T x) {{ }} void M() {{ T x = default; Put(«x = V»); }}" },
        { "constructor", $"class K {{ public K({Day} T x) {{ }} }} object M() => new K(«V»);" },
        { "target-typed new", $"class K {{ public K({Day} T x) {{ }} }} K M() => new(«V»);" },
        { "primary constructor", $"class K({Day} T x) {{ public T X => x; }} K M() => new(«V»);" },
        { "base constructor", $"class B {{ public B({Day} T x) {{ }} }} class K : B {{ public K() : base(«V») {{ }} }}" },
        { "this constructor", $"class K {{ public K({Day} T x) {{ }} public K() : this(«V») {{ }} }}" },
        { "record", $"record K({Day} T X); K M() => new(«V»);" },
        { "with", $"record K({Day} T X); K M(K k) => k with {{ X = «V» }};" },
        { "object initialiser", $"class K {{ {Day} public T X {{ get; set; }} }} K M() => new() {{ X = «V» }};" },
        { "object initialiser, init", $"class K {{ {Day} public T X {{ get; init; }} }} K M() => new K {{ X = «V» }};" },
        { "object initialiser, required", $"class K {{ {Day} public required T X {{ get; init; }} }} K M() => new K {{ X = «V» }};" },
        { "object initialiser, nested", $"class K {{ {Day} public T X {{ get; set; }} public K? Next {{ get; set; }} }} K M() => new() {{ Next = new() {{ X = «V» }} }};" },
        { "object initialiser, field", $"class K {{ {Day} public T X; }} K M() => new() {{ X = «V» }};" },
        { "property", $"{Day} T X {{ get; set; }} void M() => X = «V»;" },
        { "property initialiser", $"{Day} T X {{ get; set; }} = «V»;" },
        { "parameter of a setter", $"T X {{ get => default!; [param: StandardValue(Keys.Day)] set {{ }} }} void M() => X = «V»;" },
        { "field", $"{Day} T _x; void M() => _x = «V»;" },
        { "field initialiser", $"{Day} T _x = «V»;" },
        { "static field initialiser", $"{Day} static readonly T X = «V»;" },
        { "indexer", $"{Day} T this[int i] {{ get => default!; set {{ }} }} void M() => this[1] = «V»;" },
        { "argument of an indexer", $"int this[{Day} T i] => 0; int M() => this[«V»];" },
        { "return", "[return: StandardValue(Keys.Day)] T M() { return «V»; }" },
        { "arrow", "[return: StandardValue(Keys.Day)] T M() => «V»;" },
        { "getter", $"{Day} T X => «V»;" },
        { "return of a lambda", "Func<T> M() => [return: StandardValue(Keys.Day)] () => «V»;" },
        { "parameter of a local function", $"void M() {{ Put(«V»); void Put({Day} T x) {{ }} }}" },
        { "parameter of a lambda", $"void M() {{ var put = ({Day} T x) => {{ }}; put(V); }}" },
        { "implementation", $"interface I {{ void Put({Day} T x); }} class K : I {{ public void Put(T x) {{ }} }} void M(K k) => k.Put(«V»);" },
        { "override", $"class B {{ public virtual void Put({Day} T x) {{ }} }} class K : B {{ public override void Put(T x) {{ }} }} void M(K k) => k.Put(«V»);" },
        { "generic type", $"class K<TElement> {{ public void Put({Day} T x) {{ }} }} void M(K<string> k) => k.Put(«V»);" },
        { "generic method", $"void Put<TElement>(TElement e, {Day} T x) {{ }} void M() => Put(\"\", «V»);" },
        { "conditional access", $"class K {{ public void Put({Day} T x) {{ }} }} void M(K? k) => k?.Put(«V»);" },
        { "array", $"void Put({Day} T[] x) {{ }} void M() => Put(new T[] {{ «V», «V» }});" },
        { "params", $"void Put({Day} params T[] x) {{ }} void M() => Put(«V», «V»);" },
        { "collection expression", $"void Put({Day} T[] x) {{ }} void M() => Put([«V»]);" },
        { "span", $"void Put({Day} ReadOnlySpan<T> x) {{ }} void M() => Put([«V»]);" },
        { "list", $"void Put({Day} System.Collections.Generic.List<T> x) {{ }} void M() => Put(new() {{ «V» }});" },
        { "read-only list", $"void Put({Day} System.Collections.Generic.IReadOnlyList<T> x) {{ }} void M() => Put(new[] {{ «(T)(V)» }});" },
    };

    /// <summary>The cases of one way; together with all ways more than five thousand.</summary>
    public static int CasesOfAWay { get; } = Cases().Count();

    [Theory]
    [MemberData(nameof(Ways))]
    public Task Way(string name, string members)
    {
        // A contract on the parameter of a lambda is on no symbol that the call names: nothing is reported there, which is on purpose.
        Assert.Equal(name != "parameter of a lambda", members.Contains('«', StringComparison.Ordinal));
        return Verify.AllAsync(Source.With(string.Concat(Cases().Select((item, index) => $"class Case{index} {{ {Written(members, item.Type, item.Value, item.IsMet ? "" : "GBS1001")} }}\n"))));
    }

    /// <summary>The same value on one of two paths.</summary>
    [Fact]
    public Task OneOfTwoPaths() => Verify.AllAsync(Source.With(string.Concat(Cases().Select(static (item, index) =>
        $"class Case{index} {{ {Written($"void Put({Day} T x) {{ }} void M(bool b) {{ T x = Z; if (b) x = V; Put(«x»); }}", item.Type, item.Value, item.IsMet ? "" : "GBS1005").Replace("Z", item.Least, StringComparison.Ordinal)} }}\n"))));

    /// <summary>A limit that is only recommended.</summary>
    [Fact]
    public Task Recommended() => Verify.AllAsync(Source.With(string.Concat(Cases().Where(static item => item.Number is "0" or "71" or "120").Select(static (item, index) =>
        $"class Case{index} {{ {Written("void Put([StandardValue(\"cn.gb-t-50905-2014.boundary-night\")] T x) { } void M() => Put(«V»);", item.Type, item.Value, item.Number == "0" ? "" : "GBS1002")} }}\n"))));

    /// <summary>The number as a threshold: what is let through counts.</summary>
    [Theory]
    [InlineData("bool M({0} T x) => x > «V»;")]
    [InlineData("bool M({0} T x) => «V» < x;")]
    [InlineData("bool M({0} T x) => !(x <= «V»);")]
    [InlineData("string M({0} T x) { if (x > «V») return \"loud\"; return \"\"; }")]
    [InlineData("string M({0} T x) => x > «V» ? \"loud\" : \"\";")]
    public Task Threshold(string members) => Verify.AllAsync(Source.With(string.Concat(
        Cases().Where(static item => item.Type is not "byte" and not "short" && item.Number != "0").Select((item, index) =>
            // What is reported of a quantity is the number inside.
            $"class Case{index} {{ {Written(members.Replace("{0}", Day, StringComparison.Ordinal).Replace("«V»", item.Value.Replace(item.Literal, "«" + item.Literal + "»", StringComparison.Ordinal), StringComparison.Ordinal), item.Type, item.Value, item.IsMet ? "" : "GBS1003")} }}\n"))));

    [Fact]
    public void Table_HasThousandsOfCases() => Assert.True(CasesOfAWay * Ways.Count >= 1000, $"{CasesOfAWay} x {Ways.Count}");

    private static IEnumerable<(string Type, string Number, string Literal, string Value, string Least, bool IsMet)> Cases() =>
        from type in Types
        from number in Numbers
        where number.IsWhole || type.HasFractions
        let value = string.Format(System.Globalization.CultureInfo.InvariantCulture, type.Format, number.Number)
        let literal = type.Type.StartsWith("SoundLevel", StringComparison.Ordinal) ? value[(value.IndexOf('(', StringComparison.Ordinal) + 1)..^1] : value
        select (type.Type, number.Number, literal, value, string.Format(System.Globalization.CultureInfo.InvariantCulture, type.Format, "0"), number.IsMet);

    private static string Written(string members, string type, string value, string rule)
    {
        var written = System.Text.RegularExpressions.Regex.Replace(members, @"\bT\b", type);
        written = System.Text.RegularExpressions.Regex.Replace(written, @"\bV\b", value);
        return rule.Length == 0
            ? written.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal)
            : written.Replace("«", "{|" + rule + ":", StringComparison.Ordinal).Replace("»", "|}", StringComparison.Ordinal);
    }
}
