namespace GreenBuild.Standards;

/// <summary>What a check says about one requirement.</summary>
public enum Verdict
{
    /// <summary>Nothing can be said, because an input is missing; the finding names it. This is the value of <c>default</c>.</summary>
    Indeterminate = 0,

    /// <summary>The requirement is met.</summary>
    Compliant = 1,

    /// <summary>The requirement is broken.</summary>
    NonCompliant = 2,

    /// <summary>The requirement does not apply under the circumstances given.</summary>
    NotApplicable = 3,

    /// <summary>The measurement itself does not count (wind, rain, failed calibration, too few minutes ...).</summary>
    Invalid = 4,
}
