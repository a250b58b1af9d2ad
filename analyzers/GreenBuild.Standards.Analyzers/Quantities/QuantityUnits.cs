using System.Runtime.CompilerServices;
using GreenBuild.Standards.UnitsNetBridge;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace GreenBuild.Standards.Analyzers;

/// <summary>In which unit the numbers of quantities are: those with <c>[QuantityUnit]</c> say it, those of UnitsNet by their names.</summary>
/// <remarks>
/// UnitsNet is recognised by namespace and shape and not by assembly, since its types may be compiled into the user's own. The value of a
/// quantity is followed in one unit, that of the first factory that names one, whatever it was made from.
/// </remarks>
internal static class QuantityUnits
{
    private const string Guests = "UnitsNet";

    // The symbols of a compilation are asked about over and over, and end with it.
    private static readonly ConditionalWeakTable<ITypeSymbol, StrongBox<string?>> Bases = new();

    /// <summary>The unit in which values of a type are followed; <see langword="null"/> if it is no quantity.</summary>
    [MethodImpl(HotPath.OptimisedAtOnce)]
    public static string? BaseOf(ITypeSymbol type)
    {
        type = Contract.Underlying(type);
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Struct or TypeKind.Class, SpecialType: SpecialType.None } named) return null;
        return Bases.TryGetValue(type, out var known) ? known.Value : FirstBaseOf(named);
    }

    /// <summary>The unit of the number that a factory or constructor takes.</summary>
    public static string? OfFactory(IMethodSymbol method)
    {
        if (UnitOf(method) is { } unit) return unit;
        if (method is { MethodKind: MethodKind.Constructor, Parameters.Length: 1 }) return UnitOf(method.Parameters[0]);
        return method.IsStatic && CounterpartOf(method.ContainingType) is { } counterpart && method.Name.StartsWith("From", StringComparison.Ordinal)
            ? Array.Find(counterpart.Units, known => known.Plural == method.Name.Substring(4)).Symbol
            : null;
    }

    /// <summary>The unit of the number that a property or field gives, or that a parameter takes.</summary>
    public static string? OfNumber(ISymbol member)
    {
        if (UnitOf(member) is { } unit) return unit;
        return member is IPropertySymbol { IsStatic: false } property && CounterpartOf(property.ContainingType) is { } counterpart
            ? Array.Find(counterpart.Units, known => known.Plural == property.Name).Symbol
            : null;
    }

    /// <summary>The number inside the making of a quantity, and its unit: <c>FromMillimetres(90)</c>, <c>new Length(90, LengthUnit.Millimeter)</c>, <c>90.Millimeters()</c>.</summary>
    public static bool TryReadMaking(IOperation operation, out IOperation number, out string unit)
    {
        (number, unit) = (null!, null!);
        switch (operation)
        {
            case IInvocationOperation { TargetMethod.IsStatic: true, Arguments.Length: >= 1 } call when OfFactory(call.TargetMethod) is { } found:
                (number, unit) = (Elements.ArgumentOf(call.Arguments, 0)!, found);
                return true;

            // An extension method on numbers, whose class stands in a namespace of its own.
            case IInvocationOperation { TargetMethod: { IsExtensionMethod: true, ReturnType: { } made }, Arguments: [var only] } call
                when CounterpartOf(made) is { } counterpart && IsUnder(call.TargetMethod.ContainingNamespace, Guests) && Array.Find(counterpart.Units, known => known.Plural == call.TargetMethod.Name).Symbol is { } found:
                (number, unit) = (only.Value, found);
                return true;

            // An initialiser may make another value of it.
            case IObjectCreationOperation { Constructor: { } constructor, Arguments.Length: >= 1, Initializer: null } creation:
                if (OfFactory(constructor) is { } taken) (number, unit) = (Elements.ArgumentOf(creation.Arguments, 0)!, taken);
                else if (creation.Arguments.Length == 2 && CounterpartOf(constructor.ContainingType) is { } guest && Elements.ArgumentOf(creation.Arguments, 1) is IFieldReferenceOperation { Field: { HasConstantValue: true } member }
                    && Array.Find(guest.Units, known => known.Member == member.Name).Symbol is { } named)
                    (number, unit) = (Elements.ArgumentOf(creation.Arguments, 0)!, named);
                return number is not null;

            default:
                return false;
        }
    }

    /// <summary>Whether a symbol is of UnitsNet.</summary>
    public static bool IsGuest(ISymbol symbol) => symbol.ContainingNamespace is { } space && IsUnder(space, Guests);

    // Apart, since what it captures would be made for each look otherwise.
    private static string? FirstBaseOf(INamedTypeSymbol type) => Bases.GetValue(type, _ => new StrongBox<string?>(FindBase(type))).Value;

    private static string? FindBase(INamedTypeSymbol type)
    {
        if (CounterpartOf(type) is { } counterpart) return counterpart.Units[0].Symbol;
        // Most types of a program are no quantities, and the text of their files says so before their members and attributes are bound.
        if (type.DeclaringSyntaxReferences is { IsEmpty: false } parts && !parts.Any(static part => Mentions.In(part.SyntaxTree).MayHoldQuantities)
            && type.ContainingAssembly is ISourceAssemblySymbol { Compilation: var own } && !Mentions.AreRenamedIn(own))
            return null;
        foreach (var member in type.GetMembers())
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor } method
                && (method.MethodKind == MethodKind.Constructor || (method.IsStatic && SymbolEqualityComparer.Default.Equals(method.ReturnType, type)))
                && OfFactory(method) is { } unit)
                return unit;
        return null;
    }

    private static Counterpart? CounterpartOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Arity: 0, ContainingType: null, ContainingNamespace: { Name: Guests, ContainingNamespace.IsGlobalNamespace: true } }
            ? Array.Find(CounterpartTable.All, counterpart => counterpart.Guest == type.Name)
            : null;

    private static bool IsUnder(INamespaceSymbol space, string root)
    {
        while (space is { IsGlobalNamespace: false, ContainingNamespace: { IsGlobalNamespace: false } outer }) space = outer;
        return space.Name == root;
    }

    [MethodImpl(HotPath.OptimisedAtOnce)]
    private static string? UnitOf(ISymbol member)
    {
        foreach (var attribute in member.GetAttributes())
            if (attribute.AttributeClass is { Name: nameof(QuantityUnitAttribute), ContainingNamespace: { Name: "Standards", ContainingNamespace: { Name: "GreenBuild", ContainingNamespace.IsGlobalNamespace: true } } }
                && attribute.ConstructorArguments is [{ Value: string unit }] && MeasurementUnit.Find(unit) is not null)
                return unit;
        return null;
    }
}
