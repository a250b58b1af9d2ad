namespace GreenBuild.Standards.Dust;

/// <summary>The particulates that limits are set for: at boundaries of construction sites TSP and PM10, in ambient air all three.</summary>
public enum Particulate
{
    /// <summary>Total suspended particulates. This is the value of <c>default</c>.</summary>
    Tsp = 0,

    /// <summary>Particulates of an aerodynamic diameter up to 10 µm.</summary>
    Pm10 = 1,

    /// <summary>Particulates of an aerodynamic diameter up to 2.5 µm.</summary>
    Pm25 = 2,
}
