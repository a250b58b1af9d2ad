namespace GreenBuild.Standards;

/// <summary>Says in which unit a number is: on a factory, the number that it takes; on a property, field or parameter, that number itself.</summary>
/// <remarks>
/// <para>The quantities of this library carry it on their factories and properties, and the analyzers read it there to know that
/// <c>MassConcentration.FromMilligramsPerCubicMetre(0.2m)</c> is 0.2 mg/m3. Put it on wrappers of your own, and their numbers are understood alike.</para>
/// <para>At run time the attribute does nothing.</para>
/// </remarks>
/// <example><code>[QuantityUnit("mm")] public static Wall OfThickness(decimal millimetres)</code></example>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Constructor | AttributeTargets.Property | AttributeTargets.Field | AttributeTargets.Parameter)]
public sealed class QuantityUnitAttribute : Attribute
{
    /// <summary>Names the unit.</summary>
    /// <param name="unit">The symbol as the catalogue writes it (<see cref="MeasurementUnit.Symbol"/>), for example <c>mg/m3</c>.</param>
    public QuantityUnitAttribute(string unit) => Unit = unit;

    /// <summary>The symbol of the unit as the catalogue writes it, for example <c>mg/m3</c>.</summary>
    public string Unit { get; }
}
