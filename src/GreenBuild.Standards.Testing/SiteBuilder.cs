namespace GreenBuild.Standards.Testing;

/// <summary>Builds construction sites.</summary>
public sealed class SiteBuilder
{
    private Jurisdiction _place = Jurisdiction.China;
    private string _name = "";
    private Circumstances _circumstances = Circumstances.None;
    private string[] _stages = [];

    private SiteBuilder()
    {
    }

    /// <summary>A site of which only the place is known: China.</summary>
    public static SiteBuilder Empty() => new();

    /// <summary>The usual site of GB 12523: a building, with homes beside it, no exception claimed.</summary>
    public static SiteBuilder BuildingNearHomes() => new SiteBuilder().With("projectType", "building").With("noiseSensitiveBuildings", true).WithNoneOf("workNature");

    /// <summary>Where the site lies.</summary>
    /// <param name="place">A code or name, such as <c>CN-SH</c> or <c>Shanghai</c>.</param>
    /// <exception cref="FormatException">No such place is known.</exception>
    public SiteBuilder In(string place) => Change(() => _place = Jurisdiction.Parse(place));

    /// <summary>The name of the site.</summary>
    public SiteBuilder Named(string name) => Change(() => _name = name);

    /// <summary>Sets a facet to a word.</summary>
    /// <exception cref="ArgumentException">There is no such facet, or it has no such word.</exception>
    public SiteBuilder With(string facet, string value) => Change(() => _circumstances = _circumstances.With(facet, value));

    /// <summary>Sets a facet to a number in its unit.</summary>
    /// <exception cref="ArgumentException">There is no such facet, or it is none of numbers.</exception>
    public SiteBuilder With(string facet, decimal value) => Change(() => _circumstances = _circumstances.With(facet, value));

    /// <summary>Sets a yes-or-no facet.</summary>
    /// <exception cref="ArgumentException">There is no such facet, or it is none of yes or no.</exception>
    public SiteBuilder With(string facet, bool value) => Change(() => _circumstances = _circumstances.With(facet, value));

    /// <summary>Says that a facet is known to be none of its words.</summary>
    /// <exception cref="ArgumentException">There is no such facet, or it is none of words.</exception>
    public SiteBuilder WithNoneOf(string facet) => Change(() => _circumstances = _circumstances.WithNoneOf(facet));

    /// <summary>The days that are public holidays.</summary>
    public SiteBuilder WithPublicHolidays(params CalendarDate[] days) => Change(() => _circumstances = _circumstances.WithPublicHolidays(days.Contains));

    /// <summary>The construction stages that run at the same time: words of the facet <c>stage</c>.</summary>
    public SiteBuilder AtStages(params string[] stages) => Change(() => _stages = stages);

    /// <summary>The site.</summary>
    /// <exception cref="ArgumentException">A stage is no word of the facet <c>stage</c>.</exception>
    public ConstructionSite Build() => new(_place) { Name = _name, Circumstances = _circumstances, Stages = _stages };

    private SiteBuilder Change(Action change)
    {
        change();
        return this;
    }
}
