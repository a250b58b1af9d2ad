namespace GreenBuild.Standards;

/// <summary>Puts a contract like that of <see cref="StandardValueAttribute"/> on a member of a type that one cannot edit.</summary>
/// <remarks>
/// <para>It stands on the assembly whose code is to be checked, and holds in that assembly alone. The member is a property, a field, or a
/// method, indexer or constructor (<c>.ctor</c>) together with <see cref="Parameter"/>; without it what the method returns is meant.
/// Of overloads, all that have such a parameter are meant. A member that does not exist is reported (GBS8001).</para>
/// <para>At run time the attribute does nothing.</para>
/// </remarks>
/// <example><code>[assembly: StandardValueOf(typeof(Vendor.Alarm), "Threshold", RequirementKeys.Cn.Gb12523_2025.BoundaryNight)]</code></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class StandardValueOfAttribute : Attribute
{
    /// <summary>Creates a contract.</summary>
    /// <param name="type">The type that declares the member; of a generic one its definition (<c>typeof(Alarm&lt;&gt;)</c>).</param>
    /// <param name="member">The name of the member; <c>.ctor</c> for constructors, <c>this[]</c> for indexers.</param>
    /// <param name="key">The key of a limit or of a measurand, as for <see cref="StandardValueAttribute"/>.</param>
    public StandardValueOfAttribute(Type type, string member, string key)
    {
        Type = type;
        Member = member;
        Key = key;
    }

    /// <summary>The type that declares the member.</summary>
    public Type Type { get; }

    /// <summary>The name of the member.</summary>
    public string Member { get; }

    /// <summary>The key of a limit or of a measurand.</summary>
    public string Key { get; }

    /// <summary>The parameter that is meant; <see langword="null"/> for the member itself.</summary>
    public string? Parameter { get; set; }

    /// <summary>What is known of the case, as for <see cref="StandardValueAttribute.When"/>.</summary>
    public string? When { get; set; }
}
