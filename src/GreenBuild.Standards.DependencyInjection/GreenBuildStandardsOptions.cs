namespace GreenBuild.Standards.DependencyInjection;

/// <summary>What a host settles about the standards: place, clock, evidence floor and overlays.</summary>
/// <remarks>Read once, when the host starts or the service is first asked for; later changes of the configuration need a restart.</remarks>
public sealed class GreenBuildStandardsOptions
{
    /// <summary>The place whose rules apply. Required: a site without a place has no rules.</summary>
    public Jurisdiction? Place { get; set; }

    /// <summary>The clock that says what day it is; if not given, the <see cref="TimeProvider"/> of the container, or else that of the system.</summary>
    public TimeProvider? Clock { get; set; }

    /// <summary>The evidence that a fact must have to decide a verdict by itself; <see cref="Evidence.SingleSource"/> if not set.</summary>
    public Evidence EvidenceFloor { get; set; } = CheckOptions.Default.EvidenceFloor;

    /// <summary>The overlays, in the order in which they are loaded. None may loosen a mandatory limit. One that stands there twice is loaded once.</summary>
    public IList<StandardsOverlay> Overlays { get; } = [];

    /// <summary>
    /// The folder from which relative paths of overlays count; that of the application (<see cref="AppContext.BaseDirectory"/>) if not given, from which a relative folder counts as well.
    /// </summary>
    public string? OverlayFolder { get; set; }

    /// <summary>The path of the section that was read, or <see langword="null"/> if all comes from code.</summary>
    internal string? Section { get; set; }

    /// <summary>What could not be understood in the section.</summary>
    internal InputErrorList SectionErrors { get; } = new();

    /// <summary>Whether the section names a place, be it a wrong one.</summary>
    internal bool IsPlaceNamed { get; set; }

    /// <summary>The catalogue with the overlays: there once the options are validated.</summary>
    internal StandardsCatalogue? Catalogue { get; set; }
}
