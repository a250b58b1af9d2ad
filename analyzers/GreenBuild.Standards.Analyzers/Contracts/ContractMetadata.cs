using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace GreenBuild.Standards.Analyzers;

/// <summary>Which types of a compiled assembly have contracts on their members: its table of attributes is read once, instead of the attributes of everything that is called.</summary>
internal sealed class ContractMetadata
{
    private static readonly ConditionalWeakTable<AssemblyMetadata, ContractMetadata> Known = new();

    private readonly HashSet<int> _types = [];

    private ContractMetadata(AssemblyMetadata metadata)
    {
        // Modules of several files are older than the attribute.
        var reader = metadata.GetModules()[0].GetMetadataReader();
        foreach (var handle in reader.CustomAttributes)
        {
            var attribute = reader.GetCustomAttribute(handle);
            if (IsContract(reader, attribute.Constructor) && TypeOf(reader, attribute.Parent) is { IsNil: false } type) _types.Add(MetadataTokens.GetToken(type));
        }
    }

    /// <summary>Whether a type of a compiled assembly has a contract on one of its members; <see langword="null"/> if its metadata is not at hand.</summary>
    public static bool? HasContracts(INamedTypeSymbol type) =>
        type.MetadataToken != 0 && type.ContainingAssembly.GetMetadata() is { } metadata ? Known.GetValue(metadata, static metadata => new(metadata))._types.Contains(type.MetadataToken) : null;

    private static bool IsContract(MetadataReader reader, EntityHandle constructor)
    {
        var type = constructor.Kind switch
        {
            HandleKind.MemberReference => reader.GetMemberReference((MemberReferenceHandle)constructor).Parent,
            HandleKind.MethodDefinition => reader.GetMethodDefinition((MethodDefinitionHandle)constructor).GetDeclaringType(),
            _ => default,
        };
        var name = type.Kind switch
        {
            HandleKind.TypeReference => reader.GetTypeReference((TypeReferenceHandle)type).Name,
            HandleKind.TypeDefinition => reader.GetTypeDefinition((TypeDefinitionHandle)type).Name,
            _ => default,
        };
        return !name.IsNil && reader.StringComparer.Equals(name, nameof(StandardValueAttribute));
    }

    private static TypeDefinitionHandle TypeOf(MetadataReader reader, EntityHandle member)
    {
        switch (member.Kind)
        {
            case HandleKind.FieldDefinition: return reader.GetFieldDefinition((FieldDefinitionHandle)member).GetDeclaringType();
            case HandleKind.MethodDefinition: return reader.GetMethodDefinition((MethodDefinitionHandle)member).GetDeclaringType();
            case HandleKind.PropertyDefinition:
                var accessors = reader.GetPropertyDefinition((PropertyDefinitionHandle)member).GetAccessors();
                return reader.GetMethodDefinition(accessors.Getter.IsNil ? accessors.Setter : accessors.Getter).GetDeclaringType();
            case HandleKind.Parameter:
                // A parameter does not say whose it is: the method is the last whose parameters begin at it or before.
                foreach (var handle in reader.MethodDefinitions)
                {
                    var method = reader.GetMethodDefinition(handle);
                    foreach (var parameter in method.GetParameters())
                        if (parameter == (ParameterHandle)member) return method.GetDeclaringType();
                }

                return default;
            default: return default;
        }
    }
}
