using System.Globalization;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers.Tests;

/// <summary>Methods that a generator writes are compiled and run with many inputs: every number that really arrives at a sink is one of those that the value flow gives, or it says that there may be others.</summary>
public sealed class ValueOracleTests
{
    private const int Methods = 500;

    private static readonly int[] Numbers = [-2, 0, 1, 2, 3, 6];

    private const string Frame = """
        using System;
        public static class Run
        {
            public static Action<int, double> Seen = (_, _) => { };
            public static int Left;
            public static bool Tick() => --Left > 0;
            public static int PutWhole(int place, int value) { Seen(place, value); return value; }
            public static double Put(int place, double value) { Seen(place, value); return value; }
            public static void Risk(int a) { if (a > 1 || --Left < 0) throw new InvalidOperationException(); }
            public static void ByRef(ref int x) => x += 11;
            public static void ByOut(out int x) => x = 13;
        }

        """;

    [Fact]
    public void Flow_HoldsEveryNumberThatArrives()
    {
        var (compilation, tree) = GeneratedMethods();
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, emitted.Diagnostics.FirstOrDefault(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)?.ToString());
        var arrived = RunAll(Assembly.Load(image.ToArray()));

        var values = new KnownValues(compilation);
        var model = compilation.GetSemanticModel(tree);
        var (places, known, several) = (0, 0, 0);
        foreach (var call in tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>())
        {
            if (call.Expression.ToString() is not ("Run.Put" or "Run.PutWhole")) continue;
            var invocation = (IInvocationOperation)model.GetOperation(call, TestContext.Current.CancellationToken)!;
            var value = invocation.Arguments[1].Value;
            var place = (int)invocation.Arguments[0].Value.ConstantValue.Value!;
            var set = values.Of(value, TestContext.Current.CancellationToken);
            places++;
            // What is found without following paths holds all that is found along them.
            var most = values.AtMost(value, TestContext.Current.CancellationToken);
            var met = arrived.GetValueOrDefault(place) ?? [];
            if (set.IsClosed)
            {
                known++;
                if (set.Values.Length > 1) several++;
                Assert.All(met, number => Assert.True(set.Values.Any(one => (double)one == number), Say(number, set)));
            }

            if (!most.IsClosed) continue;
            Assert.All(met, number => Assert.True(most.Values.Any(one => (double)one == number), Say(number, most)));
            if (set.IsClosed) Assert.All(set.Values, one => Assert.Contains(one, most.Values));

            string Say(double number, ValueSet those) => string.Create(CultureInfo.InvariantCulture, $"{number} is not in {those} at {call}:\n{call.FirstAncestorOrSelf<ClassDeclarationSyntax>()}");
        }

        // Not by knowing nothing.
        Assert.True(places > 1000 && known > places / 10 && several > 50, $"{places} places, {known} known, {several} of them with several numbers.");
        TestContext.Current.TestOutputHelper?.WriteLine($"{places} places, {known} known, {several} of them with several numbers; {arrived.Values.Sum(static those => those.Count)} different numbers arrived.");
    }

    /// <summary>A compilation of the methods, each named <c>M</c>, in which <c>Run.Put</c> and <c>Run.PutWhole</c> are the sinks.</summary>
    internal static (CSharpCompilation Compilation, SyntaxTree Tree) GeneratedMethods()
    {
        var source = new StringBuilder(Frame);
        for (var seed = 0; seed < Methods; seed++) source.Append(new MethodWriter(seed).Write());
        var tree = CSharpSyntaxTree.ParseText(source.ToString(), new CSharpParseOptions(LanguageVersion.Latest), cancellationToken: TestContext.Current.CancellationToken);
        return (CSharpCompilation.Create("Oracle" + Guid.NewGuid().ToString("N"), [tree], Verify.Framework, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release)), tree);
    }

    private static Dictionary<int, HashSet<double>> RunAll(Assembly assembly)
    {
        var arrived = new Dictionary<int, HashSet<double>>();
        var run = assembly.GetType("Run")!;
        var left = run.GetField("Left")!;
        run.GetField("Seen")!.SetValue(null, (Action<int, double>)((place, value) => (arrived.TryGetValue(place, out var those) ? those : arrived[place] = []).Add(value)));
        for (var seed = 0; seed < Methods; seed++)
        {
            var method = assembly.GetType("C" + seed.ToString(CultureInfo.InvariantCulture))!.GetMethod("M")!.CreateDelegate<Action<int, bool, bool>>();
            foreach (var a in Numbers)
                for (var bits = 0; bits < 4; bits++)
                {
                    left.SetValue(null, 12);
                    try
                    {
                        method(a, (bits & 1) != 0, (bits & 2) != 0);
                    }
                    catch (InvalidOperationException)
                    {
                        // What was thrown outside of every try.
                    }
                }
        }

        return arrived;
    }

    /// <summary>Writes a method of locals, choices, loops, handlers, steps and calls by reference; the same seed writes the same.</summary>
    private sealed class MethodWriter(int seed)
    {
        private readonly Random _random = new(seed);
        private int _place = seed * 1000;
        private int _names;

        public string Write()
        {
            var body = Block(4, 7, isInLoop: false);
            return $"public static class C{seed} {{ public static void M(int a, bool b, bool c) {{ int x0 = {Number()}, x1 = {Number()}, x2 = {Number()}; double y0 = {Half()}, y1 = {Half()}; {body} {Put()} {Put()} }} }}\n";
        }

        private string Block(int depth, int most, bool isInLoop)
        {
            var text = new StringBuilder();
            for (var i = _random.Next(1, most); i > 0; i--) text.Append(Statement(depth, isInLoop)).Append(' ');
            return text.ToString();
        }

        private string Statement(int depth, bool isInLoop)
        {
            switch (_random.Next(depth > 0 ? 20 : 8))
            {
                case 0 or 1: return $"{Whole()} = {Expression(2)};";
                case 2: return $"{Real()} = {RealExpression(2)};";
                case 3: return $"{Whole()} {Pick("+=", "-=", "*=", "/=", "%=")} {_random.Next(1, 4)};";
                case 4: return $"{Pick(Whole() + "++", "--" + Whole(), Whole() + "--", Real() + "++", Real() + " += 0.5")};";
                case 5: return Put();
                case 6: return _random.Next(3) == 0 ? Pick($"(x0, x1) = (x1, {Expression(1)});", "(y0, y1) = (y1, y0);", $"Run.ByRef(ref {Whole()});", $"Run.ByOut(out {Whole()});") : Put();
                case 7: return isInLoop && _random.Next(2) == 0 ? $"if ({Condition(1)}) {Pick("break", "continue")};" : Put();
                case 8 or 9 or 10: return $"if ({Condition(2)}) {{ {Block(depth - 1, 4, isInLoop)} }}" + (_random.Next(2) == 0 ? $" else {{ {Block(depth - 1, 4, isInLoop)} }}" : "");
                case 11: return $"switch ({Pick("a", Whole())}) {{ case 0: {Block(depth - 1, 3, false)} break; case 2: case 3: {Block(depth - 1, 3, false)} break;" + (_random.Next(2) == 0 ? $" default: {Block(depth - 1, 3, false)} break;" : "") + " }";
                case 12:
                    var counter = "i" + _names++;
                    return $"for (var {counter} = {_random.Next(3)}; {counter} < {_random.Next(2, 9)}; {counter} += {_random.Next(1, 4)}) {{ Run.PutWhole({_place++}, {counter}); if (!Run.Tick()) break; {Block(depth - 1, 4, true)} }}";
                case 13: return $"while ({Condition(1)} && Run.Tick()) {{ {Block(depth - 1, 4, true)} }}";
                case 14: return $"do {{ {Block(depth - 1, 4, true)} }} while ({Condition(1)} && Run.Tick());";
                case 15: return $"try {{ {Block(depth - 1, 3, isInLoop)} Run.Risk(a); {Block(depth - 1, 3, isInLoop)} }} catch (InvalidOperationException) {{ {Block(depth - 1, 3, isInLoop)} }}";
                case 16: return $"try {{ {Block(depth - 1, 3, isInLoop)} if (b) Run.Risk(a); }} finally {{ {Block(depth - 1, 3, false)} }}";
                case 17:
                    var local = "z" + _names++;
                    return $"{{ var {local} = {Expression(2)}; {Block(depth - 1, 3, isInLoop)} {local} = {Expression(1)}; Run.PutWhole({_place++}, {local}); }}";
                case 18:
                    if (_random.Next(4) != 0) goto default;
                    var function = "f" + _names++;
                    return Pick($"{{ Action {function} = () => {{ {Block(1, 3, false)} }}; {function}(); }}", $"{{ void {function}() {{ {Block(1, 3, false)} }} if (b) {function}(); }}");
                default: return Put();
            }
        }

        private string Put() => _random.Next(3) == 0 ? $"Run.Put({_place++}, {RealExpression(1)});" : $"Run.PutWhole({_place++}, {Pick(Whole(), Whole(), Expression(2))});";

        private string Expression(int depth) => _random.Next(depth > 0 ? 10 : 4) switch
        {
            0 or 1 => Number(),
            2 or 3 => Whole(),
            4 => $"({Expression(depth - 1)} {Pick("+", "-", "*")} {Expression(depth - 1)})",
            5 => $"({Expression(depth - 1)} {Pick("/", "%")} {_random.Next(2, 5)})",
            6 => $"({Condition(1)} ? {Expression(depth - 1)} : {Expression(depth - 1)})",
            7 => $"({Pick("a", Whole())} switch {{ 0 => {Expression(depth - 1)}, > 2 => {Expression(depth - 1)}, _ => {Expression(depth - 1)} }})",
            8 => $"({Whole()} = {Expression(depth - 1)})",
            _ => Pick(Whole() + "++", "++" + Whole(), "(int)" + Real(), "a"),
        };

        private string RealExpression(int depth) => _random.Next(depth > 0 ? 6 : 2) switch
        {
            0 => Half(),
            1 => Real(),
            2 => $"({RealExpression(depth - 1)} {Pick("+", "-")} {RealExpression(depth - 1)})",
            3 => $"({RealExpression(depth - 1)} * 0.5)",
            4 => $"({Condition(1)} ? {RealExpression(depth - 1)} : {RealExpression(depth - 1)})",
            _ => Pick(Whole(), Expression(depth - 1)),
        };

        private string Condition(int depth) => _random.Next(depth > 0 ? 10 : 4) switch
        {
            0 => "b",
            1 => "c",
            2 => $"{Pick("a", Whole())} {Pick("<", "<=", ">", ">=", "==", "!=")} {Number()}",
            3 => $"{Whole()} {Pick("<", ">", "==")} {Pick(Number(), Whole())}",
            4 => $"({Condition(depth - 1)} && {Condition(depth - 1)})",
            5 => $"({Condition(depth - 1)} || {Condition(depth - 1)})",
            6 => $"!({Condition(depth - 1)})",
            7 => $"{Whole()} is {Pick("> 2 and < 7", "1 or 2", "not 3", ">= 4")}",
            8 => $"(int){Real()} {Pick(">", "<=")} {Number()}",
            _ => $"{Real()} > {Half()}",
        };

        private string Whole() => Pick("x0", "x1", "x2");

        private string Real() => Pick("y0", "y1");

        private string Number() => _random.Next(10).ToString(CultureInfo.InvariantCulture);

        private string Half() => (_random.Next(20) / 2.0).ToString("0.0", CultureInfo.InvariantCulture);

        private string Pick(params string[] those) => those[_random.Next(those.Length)];
    }
}
