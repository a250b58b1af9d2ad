namespace GreenBuild.Standards;

/// <summary>The type of a facet: how its values are written and compared.</summary>
public enum FacetType
{
    /// <summary>One of a closed list of words.</summary>
    Token = 0,

    /// <summary>Yes or no.</summary>
    Flag = 1,

    /// <summary>A number in the unit of the facet, compared with a range.</summary>
    Number = 2,

    /// <summary>Times of day and days of the week, compared with the local moment.</summary>
    Hours = 3,

    /// <summary>Dates, compared with the local moment.</summary>
    Dates = 4,
}
