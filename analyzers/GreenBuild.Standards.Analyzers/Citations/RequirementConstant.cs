using Microsoft.CodeAnalysis;

namespace GreenBuild.Standards.Analyzers;

/// <summary>A constant of the library that stands for a requirement: its key in <see cref="RequirementKeys"/>, or its number in <see cref="LimitValues"/>, by the same names.</summary>
internal static class RequirementConstant
{
    /// <summary>The requirement that a constant of the library stands for; <see langword="null"/> if it stands for none.</summary>
    public static Requirement? RequirementOf(IFieldSymbol constant, Compilation compilation, StandardsCatalogue catalogue) =>
        (constant.ConstantValue as string ?? TwinOf(constant, nameof(RequirementKeys), compilation)?.ConstantValue as string) is { } key ? catalogue.Find(key) : null;

    /// <summary>The constant that has the same place in the other of the two classes; <see langword="null"/> if there is none.</summary>
    public static IFieldSymbol? TwinOf(IFieldSymbol constant, string root, Compilation compilation)
    {
        var path = new Stack<string>();
        for (var type = constant.ContainingType; type.ContainingType is { } outer; type = outer) path.Push(type.Name);
        var twin = compilation.GetTypeByMetadataName("GreenBuild.Standards." + root);
        while (twin is not null && path.Count > 0) twin = twin.GetTypeMembers(path.Pop()).FirstOrDefault();
        return twin?.GetMembers(constant.Name).OfType<IFieldSymbol>().FirstOrDefault();
    }
}
