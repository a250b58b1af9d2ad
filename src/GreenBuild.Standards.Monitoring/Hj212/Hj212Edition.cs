namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>The edition that a packet claims in the upper six bits of its Flag.</summary>
/// <remarks>A claim only: old devices go on for years, and a Flag of 8 was seen in 2021, four years before the edition that it names.</remarks>
public enum Hj212Edition
{
    /// <summary>The packet has no Flag, or one of no known edition. This is the value of <c>default</c>.</summary>
    Unknown = 0,

    /// <summary>HJ/T 212-2005, until 2017-05-01 (Flag 0 to 3).</summary>
    Of2005 = 1,

    /// <summary>HJ 212-2017, from 2017-05-01 until 2026-01-01 (Flag 4 to 7).</summary>
    Of2017 = 2,

    /// <summary>HJ 212-2025, from 2026-01-01 (Flag 8 to 11).</summary>
    Of2025 = 3,
}
