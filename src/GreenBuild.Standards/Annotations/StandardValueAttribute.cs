namespace GreenBuild.Standards;

/// <summary>Says that a value is subject to a requirement of a standard; the analyzers then check what flows into it.</summary>
/// <remarks>
/// <para>On a parameter, property, field or return value of a numeric type (in the unit of the requirement) or of a quantity
/// type of this library such as <see cref="SoundLevel"/>. A key of the catalogue names one limit of one edition; a measurand
/// names what is limited, and the limit in force on <c>greenbuild.as_of</c> in <c>greenbuild.jurisdiction</c> is looked up.</para>
/// <para>Use the constants of <see cref="RequirementKeys"/> and <see cref="Measurands"/>: a key that does not exist is reported
/// (GBS8001). At run time the attribute does nothing.</para>
/// </remarks>
/// <example><code>void SetBoundaryLevel([StandardValue(RequirementKeys.Cn.Gb12523_2025.BoundaryDay)] decimal decibels)</code></example>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.ReturnValue, AllowMultiple = true)]
public sealed class StandardValueAttribute : Attribute
{
    /// <summary>Creates a contract.</summary>
    /// <param name="key">The key of a limit (<c>cn.gb-12523-2025.boundary-day</c>) or of a measurand (<c>noise.site-boundary</c>).</param>
    public StandardValueAttribute(string key) => Key = key;

    /// <summary>The key of a limit or of a measurand.</summary>
    public string Key { get; }

    /// <summary>
    /// What is known of the case, as <c>facet=value</c> pairs separated by semicolons, for example
    /// <c>period=night; noiseSensitiveBuildings=true</c>. It chooses the limit where <see cref="Key"/> is a measurand.
    /// </summary>
    public string? When { get; set; }
}
