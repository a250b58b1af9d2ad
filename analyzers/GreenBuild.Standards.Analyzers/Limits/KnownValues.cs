using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers;

/// <summary>Tells which number an expression is sure to have. Whatever is not sure is unknown: a false alarm costs more than a silence.</summary>
/// <remarks>
/// Known are constants; readonly fields and get-only properties that only their initialiser sets; locals that are written
/// once, where they are declared; and on top of these the sign, numeric conversions, conversions that a type declares as
/// implicit, and the factory of <see cref="SoundLevel"/>. No method is looked into: the contract stands on the signature.
/// </remarks>
internal sealed class KnownValues
{
    // Fields may be initialised by each other in a ring, which the compiler allows; overflowing its stack would end it.
    private const int MaxDepth = 32;

    // Far beyond every quantity of construction, and far enough from the end of decimal for the arithmetic of margins.
    private const decimal MaxMagnitude = 1e20m;

    private readonly Compilation _compilation;
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();

    public KnownValues(Compilation compilation) => _compilation = compilation;

    /// <summary>The number that an expression has, if that is sure.</summary>
    /// <param name="operation">The expression.</param>
    /// <param name="value">The number; of a sound level, its decibels.</param>
    /// <param name="cancellation">Ends the search.</param>
    public bool TryGet(IOperation? operation, out decimal value, CancellationToken cancellation) => TryGet(operation, MaxDepth, cancellation, out value);

    private bool TryGet(IOperation? operation, int depth, CancellationToken cancellation, out decimal value)
    {
        cancellation.ThrowIfCancellationRequested();
        value = 0;
        if (operation is null || depth == 0) return false;
        if (operation.ConstantValue.HasValue)
        {
            // The same number, but 70.1f is 70.1 to its writer and 70.0999984741211 as a double.
            if (operation is IConversionOperation { Type.SpecialType: SpecialType.System_Double, Operand: { Type.SpecialType: SpecialType.System_Single } single }) operation = single;
            return TryRead(operation.ConstantValue.Value, out value);
        }

        switch (operation)
        {
            case IConversionOperation conversion:
                return TryGet(conversion.Operand, depth - 1, cancellation, out value) && TryConvert(conversion, ref value);

            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Minus or UnaryOperatorKind.Plus, Type: { } type } unary when type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double:
                if (!TryGet(unary.Operand, depth - 1, cancellation, out value)) return false;
                if (unary.OperatorKind == UnaryOperatorKind.Minus) value = -value;
                return true;

            case ILocalReferenceOperation local:
                return WrittenOnce(local, cancellation) is { } initial && TryGet(initial, depth - 1, cancellation, out value);

            case IFieldReferenceOperation { Field: { IsReadOnly: true } field }:
                return IsSetOnlyByInitialiser(field, cancellation) && TryGet(InitialiserOf(field, cancellation), depth - 1, cancellation, out value);

            // The decibels of a known level.
            case IPropertyReferenceOperation { Property: { Name: nameof(SoundLevel.Decibels), IsStatic: false } property } decibels when Contract.IsSoundLevel(property.ContainingType):
                return TryGet(decibels.Instance, depth - 1, cancellation, out value);

            case IPropertyReferenceOperation { Property: { SetMethod: null, IsVirtual: false, IsOverride: false, IsAbstract: false } property }:
                return IsSetOnlyByInitialiser(property, cancellation) && TryGet(InitialiserOf(property, cancellation), depth - 1, cancellation, out value);

            case IInvocationOperation { TargetMethod: { Name: nameof(SoundLevel.FromDecibels), IsStatic: true } factory, Arguments.Length: 1 } call when Contract.IsSoundLevel(factory.ContainingType):
                return TryGet(call.Arguments[0].Value, depth - 1, cancellation, out value);

            default:
                return false;
        }
    }

    private static bool TryRead(object? constant, out decimal value)
    {
        value = 0;
        switch (constant)
        {
            case int number: value = number; break;
            case double number:
                // Also sorts out what is no number: NaN compares to nothing.
                if (!(Math.Abs(number) <= (double)MaxMagnitude)) return false;
                value = (decimal)number;
                break;
            case decimal number: value = number; break;
            case float number:
                if (!(Math.Abs(number) <= (float)MaxMagnitude)) return false;
                value = (decimal)number;
                break;
            case long number: value = number; break;
            case ulong number: value = number; break;
            case uint number: value = number; break;
            case short number: value = number; break;
            case ushort number: value = number; break;
            case byte number: value = number; break;
            case sbyte number: value = number; break;
            default: return false;
        }

        return Math.Abs(value) <= MaxMagnitude;
    }

    private static bool TryConvert(IConversionOperation conversion, ref decimal value)
    {
        if (conversion.Type is not { } to || conversion.Operand.Type is not { } from) return false;
        to = Contract.Underlying(to);
        from = Contract.Underlying(from);
        // A conversion that a type declares as implicit keeps the number; an explicit one may do anything, such as change the unit.
        if (conversion.OperatorMethod is { } method && to.SpecialType == SpecialType.None) return method.MetadataName == WellKnownMemberNames.ImplicitConversionName;
        if (conversion.OperatorMethod is { } back && from.SpecialType == SpecialType.None && back.MetadataName != WellKnownMemberNames.ImplicitConversionName) return false;
        if (SymbolEqualityComparer.Default.Equals(from, to)) return true;

        switch (to.SpecialType)
        {
            case SpecialType.System_Double or SpecialType.System_Decimal or SpecialType.System_Single: return true;
            case SpecialType.System_Int32: return Truncate(int.MinValue, int.MaxValue, ref value);
            case SpecialType.System_Int64: return Truncate(long.MinValue, long.MaxValue, ref value);
            case SpecialType.System_UInt32: return Truncate(uint.MinValue, uint.MaxValue, ref value);
            case SpecialType.System_UInt64: return Truncate(ulong.MinValue, ulong.MaxValue, ref value);
            case SpecialType.System_Int16: return Truncate(short.MinValue, short.MaxValue, ref value);
            case SpecialType.System_UInt16: return Truncate(ushort.MinValue, ushort.MaxValue, ref value);
            case SpecialType.System_Byte: return Truncate(byte.MinValue, byte.MaxValue, ref value);
            case SpecialType.System_SByte: return Truncate(sbyte.MinValue, sbyte.MaxValue, ref value);
            default: return false;
        }

        static bool Truncate(decimal least, decimal most, ref decimal value)
        {
            value = decimal.Truncate(value);
            return value >= least && value <= most;
        }
    }

    /// <summary>The value that a local is declared with, if nothing else can have written it.</summary>
    private static IOperation? WrittenOnce(ILocalReferenceOperation reference, CancellationToken cancellation)
    {
        var local = reference.Local;
        if (local.RefKind != RefKind.None) return null;
        IOperation root = reference;
        while (root.Parent is { } parent) root = parent;

        IOperation? initial = null;
        foreach (var operation in root.Descendants())
        {
            cancellation.ThrowIfCancellationRequested();
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when SymbolEqualityComparer.Default.Equals(declarator.Symbol, local):
                    initial = declarator.GetVariableInitializer()?.Value;
                    break;
                // Lambdas and local functions are among the descendants: what they write counts wherever they run.
                case ILocalReferenceOperation other when other.Syntax != reference.Syntax && SymbolEqualityComparer.Default.Equals(other.Local, local) && MayWrite(other):
                    return null;
            }
        }

        return initial;
    }

    private static bool MayWrite(ILocalReferenceOperation reference)
    {
        if (reference.Syntax.Parent is RefExpressionSyntax or ArgumentSyntax { RefKindKeyword.RawKind: not 0 }) return true;
        IOperation current = reference;
        while (current.Parent is ITupleOperation or IConversionOperation) current = current.Parent;
        return current.Parent switch
        {
            IAssignmentOperation assignment => assignment.Target == current,
            IIncrementOrDecrementOperation or IAddressOfOperation or IInvalidOperation => true,
            IArgumentOperation argument => argument.Parameter is not { RefKind: RefKind.None },
            _ => false,
        };
    }

    /// <summary>Whether the value that a member is declared with is the one it keeps: nothing that could set it mentions it.</summary>
    private static bool IsSetOnlyByInitialiser(ISymbol member, CancellationToken cancellation)
    {
        var type = member.ContainingType;
        // The default value of a struct runs no initialiser.
        if (type is null || (!member.IsStatic && type.IsValueType)) return false;
        foreach (var other in type.GetMembers())
        {
            if (other is not IMethodSymbol method || !(method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor || method.IsInitOnly)) continue;
            foreach (var reference in method.DeclaringSyntaxReferences)
            {
                var syntax = reference.GetSyntax(cancellation);
                // A primary constructor is declared by the type itself and has no body.
                if (syntax is TypeDeclarationSyntax) continue;
                foreach (var token in syntax.DescendantTokens())
                    if (token.ValueText == member.Name) return false;
            }
        }

        return true;
    }

    private IOperation? InitialiserOf(ISymbol member, CancellationToken cancellation)
    {
        // Members of other assemblies have no syntax, and their constants are folded already.
        if (member.DeclaringSyntaxReferences.Length != 1) return null;
        var initialiser = member.DeclaringSyntaxReferences[0].GetSyntax(cancellation) switch
        {
            VariableDeclaratorSyntax field => field.Initializer,
            // A getter with a body may make anything of the value that the property is initialised with.
            PropertyDeclarationSyntax { AccessorList.Accessors: [{ Body: null, ExpressionBody: null }] } property => property.Initializer,
            _ => null,
        };
        if (initialiser is null) return null;

        // The initialiser may stand in another file than the code that is analysed; one model a file serves the whole compilation.
#pragma warning disable RS1030
        var model = _models.GetOrAdd(initialiser.SyntaxTree, tree => _compilation.GetSemanticModel(tree));
#pragma warning restore RS1030
        return (model.GetOperation(initialiser, cancellation) as ISymbolInitializerOperation)?.Value;
    }
}
