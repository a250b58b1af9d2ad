namespace GreenBuild.Standards.Dust;

/// <summary>The particulates that boundary limits of construction sites are set for.</summary>
public enum Particulate
{
    /// <summary>Total suspended particulates. This is the value of <c>default</c>.</summary>
    Tsp = 0,

    /// <summary>Particulates of an aerodynamic diameter up to 10 µm.</summary>
    Pm10 = 1,
}
