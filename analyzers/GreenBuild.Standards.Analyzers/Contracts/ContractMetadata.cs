using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace GreenBuild.Standards.Analyzers;

/// <summary>Which types and members of a compiled assembly have contracts, and numbers with units: its table of attributes is read once, instead of the attributes of everything that is called.</summary>
internal sealed class ContractMetadata
{
    private static readonly ConditionalWeakTable<AssemblyMetadata, ContractMetadata> Known = new();

    private readonly HashSet<int> _types = [];
    private readonly HashSet<(string Type, string Member)> _members = [];

    private ContractMetadata(AssemblyMetadata metadata)
    {
        // Modules of several files are older than the attribute.
        var reader = metadata.GetModules()[0].GetMetadataReader();
        foreach (var handle in reader.CustomAttributes)
        {
            var attribute = reader.GetCustomAttribute(handle);
            var isContract = IsNamed(reader, attribute.Constructor, nameof(StandardValueAttribute));
            if (!isContract && !IsNamed(reader, attribute.Constructor, nameof(QuantityUnitAttribute))) continue;
            if (!TryFindMember(reader, attribute.Parent, out var type, out var name)) continue;
            if (isContract) _types.Add(MetadataTokens.GetToken(type));
            _members.Add((reader.GetString(reader.GetTypeDefinition(type).Name), reader.GetString(name)));
        }
    }

    /// <summary>Reads an assembly, or finds what was read of it before.</summary>
    public static ContractMetadata Of(AssemblyMetadata metadata) => Known.GetValue(metadata, static metadata => new(metadata));

    /// <summary>The members with contracts or units, by the names of their types; of a parameter, the method that has it.</summary>
    public IEnumerable<(string Type, string Member)> Members => _members;

    /// <summary>Whether a type of a compiled assembly has a contract on one of its members; <see langword="null"/> if its metadata is not at hand.</summary>
    public static bool? HasContracts(INamedTypeSymbol type) =>
        type.MetadataToken != 0 && type.ContainingAssembly.GetMetadata() is { } metadata ? Of(metadata)._types.Contains(type.MetadataToken) : null;

    private static bool IsNamed(MetadataReader reader, EntityHandle constructor, string attribute)
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
        return !name.IsNil && reader.StringComparer.Equals(name, attribute);
    }

    private static bool TryFindMember(MetadataReader reader, EntityHandle member, out TypeDefinitionHandle type, out StringHandle name)
    {
        (type, name) = (default, default);
        switch (member.Kind)
        {
            case HandleKind.FieldDefinition:
                var field = reader.GetFieldDefinition((FieldDefinitionHandle)member);
                (type, name) = (field.GetDeclaringType(), field.Name);
                break;
            case HandleKind.MethodDefinition:
                var method = reader.GetMethodDefinition((MethodDefinitionHandle)member);
                (type, name) = (method.GetDeclaringType(), method.Name);
                break;
            case HandleKind.PropertyDefinition:
                var property = reader.GetPropertyDefinition((PropertyDefinitionHandle)member);
                var accessors = property.GetAccessors();
                (type, name) = (reader.GetMethodDefinition(accessors.Getter.IsNil ? accessors.Setter : accessors.Getter).GetDeclaringType(), property.Name);
                break;
            case HandleKind.Parameter:
                // A parameter does not say whose it is: the method is the last whose parameters begin at it or before.
                foreach (var handle in reader.MethodDefinitions)
                {
                    var owner = reader.GetMethodDefinition(handle);
                    foreach (var parameter in owner.GetParameters())
                        if (parameter == (ParameterHandle)member) (type, name) = (owner.GetDeclaringType(), owner.Name);
                    if (!type.IsNil) break;
                }

                break;
        }

        return !type.IsNil;
    }
}
