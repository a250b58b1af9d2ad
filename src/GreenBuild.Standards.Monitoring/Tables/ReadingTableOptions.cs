using System.Text;

namespace GreenBuild.Standards.Monitoring.Tables;

/// <summary>What is known of a table of readings that it does not say itself. Immutable.</summary>
public sealed record ReadingTableOptions
{
    /// <summary>Nothing is known: everything is found out from the file, and the place is China.</summary>
    public static ReadingTableOptions Default { get; } = new();

    /// <summary>Where the monitors stand: times with an offset are converted to its fixed offset, times without one are its local time. China by default.</summary>
    public Jurisdiction Place { get; init; } = Jurisdiction.China;

    /// <summary>The point of rows that name none; the name of the file without its ending if <see langword="null"/>.</summary>
    public string? Station { get; init; }

    /// <summary>The time that a row stands for where the file does not say; positive, or <see langword="null"/> (the default) if it is not known.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>
    /// Whether times are the ends of the periods, as of tables whose hours run from 01:00 to 24:00, instead of their starts. <see langword="false"/> by default.
    /// A row of a period whose length is not known is not moved then, and does not count; values of a moment stay as they are.
    /// </summary>
    public bool StampsEnd { get; init; }

    /// <summary>The unit of values where neither a heading nor a column says, for quantities that are known and can be in it: <c>µg/m3</c> is for particulates only. <see langword="null"/> by default.</summary>
    public string? Unit { get; init; }

    /// <summary>
    /// What headings mean that say it otherwise: from a heading, or the number of a column counted from 1, to a heading that is understood,
    /// such as <c>time</c>, <c>station</c> or <c>PM10 (mg/m3)</c>; <c>-</c> leaves a column alone. What is not understood is an error. Empty by default.
    /// </summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>();

    /// <summary>The encoding of CSV; if <see langword="null"/> (the default), a byte order mark decides, else UTF-16 or UTF-8 if the beginning is that, else GB 18030. In which order UTF-16 has its bytes is found out even if it is named. JSON is always UTF-8.</summary>
    public Encoding? Encoding { get; init; }

    /// <summary>What separates the values of CSV: <c>, ; tab ，</c> or another sign; found out from the first line if <see langword="null"/> (the default).</summary>
    public char? Separator { get; init; }

    /// <summary>Whether a comma is the decimal sign of CSV, which no comma separates then; found out from the first 64 KiB if <see langword="null"/> (the default).</summary>
    public bool? HasDecimalComma { get; init; }

    /// <summary>Whether the first error ends the reading. By default (<see langword="false"/>) what is wrong is reported and counted, and the good rows go on.</summary>
    public bool IsStrict { get; init; }

    /// <summary>Is told how many bytes were read, every 64 KiB, or every 4 MiB where several threads read; <see langword="null"/> by default.</summary>
    public IProgress<long>? Progress { get; init; }
}
