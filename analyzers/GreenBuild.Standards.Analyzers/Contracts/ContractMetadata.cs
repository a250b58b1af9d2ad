using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace GreenBuild.Standards.Analyzers;

/// <summary>Which types and members of a compiled assembly have contracts, and numbers with units: its table of attributes is read once, instead of the attributes of everything that is called.</summary>
internal sealed class ContractMetadata
{
    // Each look at the metadata of an assembly is a copy; what they are copies of has one identity.
    private static readonly ConditionalWeakTable<MetadataId, ContractMetadata> Known = new();

    private readonly HashSet<int> _types = [];
    private readonly HashSet<(string Type, string Member)> _members = [];

    private ContractMetadata(AssemblyMetadata metadata)
    {
        // Modules of several files are older than the attribute.
        var reader = metadata.GetModules()[0].GetMetadataReader();
        // A parameter does not say whose it is.
        Dictionary<ParameterHandle, MethodDefinitionHandle>? owners = null;
        foreach (var handle in reader.CustomAttributes)
        {
            var attribute = reader.GetCustomAttribute(handle);
            var isContract = IsNamed(reader, attribute.Constructor, nameof(StandardValueAttribute));
            if (!isContract && !IsNamed(reader, attribute.Constructor, nameof(QuantityUnitAttribute))) continue;
            if (attribute.Parent.Kind == HandleKind.Parameter) owners ??= OwnersOf(reader);
            if (!TryFindMember(reader, attribute.Parent, owners, out var type, out var name)) continue;
            if (isContract) _types.Add(MetadataTokens.GetToken(type));
            _members.Add((reader.GetString(reader.GetTypeDefinition(type).Name), reader.GetString(name)));
        }
    }

    /// <summary>Reads an assembly, or finds what was read of it before.</summary>
    public static ContractMetadata Of(AssemblyMetadata metadata) => Known.TryGetValue(metadata.Id, out var known) ? known : Known.GetValue(metadata.Id, _ => new(metadata));

    /// <summary>The members with contracts or units, by the names of their types; of a parameter, the method that has it.</summary>
    public IEnumerable<(string Type, string Member)> Members => _members;

    /// <summary>Whether a type of a compiled assembly has a contract on one of its members; <see langword="null"/> if its metadata is not at hand.</summary>
    public static bool? HasContracts(INamedTypeSymbol type) =>
        type.MetadataToken != 0 && type.ContainingAssembly.GetMetadata() is { } metadata ? Of(metadata)._types.Contains(type.MetadataToken) : null;

    /// <summary>Whether a compiled assembly declares a type, without the compiler reading any other.</summary>
    public static bool Declares(PortableExecutableReference reference, string type)
    {
        try
        {
            if (reference.GetMetadata() is not AssemblyMetadata metadata) return false;
            var reader = metadata.GetModules()[0].GetMetadataReader();
            var (space, name) = (type.Substring(0, type.LastIndexOf('.')), type.Substring(type.LastIndexOf('.') + 1));
            foreach (var handle in reader.TypeDefinitions)
            {
                var found = reader.GetTypeDefinition(handle);
                if (reader.StringComparer.Equals(found.Name, name) && reader.StringComparer.Equals(found.Namespace, space)) return true;
            }
        }
        // What cannot be read as an assembly, the compiler reports.
        catch (Exception unreadable) when (unreadable is IOException or BadImageFormatException)
        {
        }

        return false;
    }

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

    private static Dictionary<ParameterHandle, MethodDefinitionHandle> OwnersOf(MetadataReader reader)
    {
        var owners = new Dictionary<ParameterHandle, MethodDefinitionHandle>();
        foreach (var handle in reader.MethodDefinitions)
            foreach (var parameter in reader.GetMethodDefinition(handle).GetParameters()) owners[parameter] = handle;
        return owners;
    }

    private static bool TryFindMember(MetadataReader reader, EntityHandle member, Dictionary<ParameterHandle, MethodDefinitionHandle>? owners, out TypeDefinitionHandle type, out StringHandle name)
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
                if (owners is null || !owners.TryGetValue((ParameterHandle)member, out var handle)) break;
                var owner = reader.GetMethodDefinition(handle);
                (type, name) = (owner.GetDeclaringType(), owner.Name);
                break;
        }

        return !type.IsNil;
    }
}
