using System.Reflection;

namespace GreenBuild.Standards.Tests.Quantities;

/// <summary>The quantities of the library as a user's compiler sees them: found by the attribute on their members.</summary>
internal static class QuantityMembers
{
    public static IReadOnlyList<Type> Types { get; } =
        [.. typeof(QuantityUnitAttribute).Assembly.GetExportedTypes().Where(static type => type.IsValueType && Properties(type).Any()).OrderBy(static type => type.Name, StringComparer.Ordinal)];

    /// <summary>The unit of each property that is a number, in the order in which they are written.</summary>
    public static IEnumerable<(PropertyInfo Property, string Unit)> Properties(Type type) =>
        from property in type.GetProperties()
        let unit = property.GetCustomAttribute<QuantityUnitAttribute>()
        where unit is not null
        orderby property.MetadataToken
        select (property, unit.Unit);

    /// <summary>The unit of each factory.</summary>
    public static IEnumerable<(MethodInfo Factory, string Unit)> Factories(Type type) =>
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        let unit = method.GetCustomAttribute<QuantityUnitAttribute>()
        where unit is not null
        orderby method.MetadataToken
        select (method, unit.Unit);

    /// <summary>The value that the factory makes of a number.</summary>
    public static object Make(MethodInfo factory, decimal number) =>
        factory.Invoke(null, [Convert.ChangeType(number, factory.GetParameters()[0].ParameterType, System.Globalization.CultureInfo.InvariantCulture)])!;
}
