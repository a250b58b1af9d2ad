namespace GreenBuild.Standards;

/// <summary>What sort of rule an entry of the catalogue is. The set is closed.</summary>
public enum RequirementKind
{
    /// <summary>A value is compared with a limit.</summary>
    Limit = 0,

    /// <summary>A coefficient, setting or reference value that a method uses; never a verdict of its own.</summary>
    Factor = 1,

    /// <summary>A duty that is done or not, or an act that is forbidden.</summary>
    Measure = 2,

    /// <summary>A row of a scoring table: a range of an input, or an item done, gives points.</summary>
    ScoreRow = 3,

    /// <summary>A series of preferred sizes, or the dimensions of one standard section.</summary>
    SizeSeries = 4,
}

/// <summary>How a measured value is compared with a limit; written as the standard writes it.</summary>
public enum Comparator
{
    /// <summary>Nothing is compared. This is the value of <c>default</c>.</summary>
    None = 0,

    /// <summary>The value must be less than the limit.</summary>
    LessThan = 1,

    /// <summary>The value must not exceed the limit.</summary>
    LessThanOrEqual = 2,

    /// <summary>The value must exceed the limit.</summary>
    GreaterThan = 3,

    /// <summary>The value must not be less than the limit.</summary>
    GreaterThanOrEqual = 4,

    /// <summary>The value must lie between <see cref="Requirement.Value"/> and <see cref="Requirement.UpperValue"/>, both included.</summary>
    Between = 5,

    /// <summary>The value must be exactly the limit.</summary>
    Equal = 6,
}

/// <summary>Whether a document binds.</summary>
public enum BindingForce
{
    /// <summary>Recommended: it binds where a contract or another rule says so. This is the value of <c>default</c>.</summary>
    Recommended = 0,

    /// <summary>Mandatory by law.</summary>
    Mandatory = 1,
}

/// <summary>What sort of document an edition is.</summary>
public enum StandardKind
{
    /// <summary>A policy document, law, regulation or notice of a government. This is the value of <c>default</c>.</summary>
    Policy = 0,

    /// <summary>A mandatory national standard (GB).</summary>
    MandatoryNational = 1,

    /// <summary>A recommended national standard (GB/T, BS, DIN ...).</summary>
    RecommendedNational = 2,

    /// <summary>A national engineering standard (GB 50xxx, GB/T 50xxx).</summary>
    EngineeringNational = 3,

    /// <summary>A standard of an industry (HJ, JGJ, JB/T ...).</summary>
    Industry = 4,

    /// <summary>A standard or regulation of a province or city.</summary>
    Local = 5,

    /// <summary>A standard or rating scheme of an association (T/..., LEED, BREEAM ...).</summary>
    Association = 6,
}
