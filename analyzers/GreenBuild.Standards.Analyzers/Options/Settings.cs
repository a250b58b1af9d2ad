using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GreenBuild.Standards.Analyzers;

/// <summary>The day and the place that code is judged for.</summary>
/// <remarks>An object, and no structure: the runtime has collections of objects ready, and would translate those of a structure in every build. Never the clock of the machine: a build of the same sources says the same tomorrow.</remarks>
internal sealed record Settings(CalendarDate AsOf, Jurisdiction Place)
{
    public static Settings Default { get; } = new(StandardsCatalogue.Default.ReleaseDate, Jurisdiction.China);

    /// <summary>Reads the settings for a file; a value that cannot be read counts as not given, and the options analyzer reports it.</summary>
    public static Settings Of(AnalyzerConfigOptions file, AnalyzerConfigOptions build)
    {
        var asOf = Option.AsOf.TryFind(file, build, out var text, out _) && CalendarDate.TryParse(text, out var date) ? date : Default.AsOf;
        var place = Option.Place.TryFind(file, build, out text, out _) && Jurisdiction.TryParse(text, out var code) ? code : Default.Place;
        return asOf == Default.AsOf && place == Default.Place ? Default : new(asOf, place);
    }
}
