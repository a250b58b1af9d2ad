namespace GreenBuild.Standards.Projects;

/// <summary>A file of readings that a project file names.</summary>
public sealed class ReadingsEntry
{
    private readonly (string File, int Line, string Field) _readingsAt;

    private ReadingsEntry(string name, string readings, TimeSpan readingDuration, bool? stampsEnd, string? unit, (string File, int Line, string Field) readingsAt)
    {
        _readingsAt = readingsAt;
        Name = name;
        Readings = readings;
        ReadingDuration = readingDuration;
        StampsEnd = stampsEnd;
        Unit = unit;
    }

    internal static readonly ProjectField MinutesField =
        new("readingMinutes", ProjectFieldKind.Number, new("Minutes that each reading stands for", "每个读数代表的分钟数")) { IsNeeded = true, Lowest = 0, IsAbove = true, Highest = 1440 };

    internal static readonly ProjectField StampsField = new("stamps", ProjectFieldKind.Word, new("Whether times are the start or the end of what each reading stands for; start if not given", "时间为读数时段的开始（start）还是结束（end）；未给出时为开始"))
    {
        Words = [new("start", new("The start of the reading", "读数时段的开始")), new("end", new("The end of the reading", "读数时段的结束"))],
    };

    internal static ProjectField FileField(BilingualText description) => new("readings", ProjectFieldKind.Path, description) { IsNeeded = true };

    /// <summary>The name of the monitor, unique in its section; empty for the surroundings.</summary>
    public string Name { get; }

    /// <summary>The file, relative to the folder of the project file, with <c>/</c>; not checked.</summary>
    public string Readings { get; }

    /// <summary>The time that each reading stands for; positive.</summary>
    public TimeSpan ReadingDuration { get; }

    /// <summary>Whether the times are the ends of the readings; <see langword="null"/> if the project file does not say, and they are taken for their starts.</summary>
    public bool? StampsEnd { get; }

    /// <summary>The unit of the columns whose heading names none, or <see langword="null"/>.</summary>
    public string? Unit { get; }

    /// <summary>An error about the file, which names the line and field of the project file in which it stands.</summary>
    public InputError Error(BilingualText message) => new(_readingsAt.File, _readingsAt.Line, _readingsAt.Field, message);

    internal static ReadingsEntry? Read(ProjectFields fields, string name, string? unit)
    {
        var (readings, stamps) = (fields.Text("readings"), fields.Word("stamps"));
        if (fields.Number("readingMinutes") is not { } minutes) return null;
        var duration = TimeSpan.FromTicks((long)(minutes * TimeSpan.TicksPerMinute));
        // What is above nothing as a number can still be less than the clock can tell.
        if (duration == TimeSpan.Zero) fields.Report("readingMinutes", "A reading stands for more than 0 and at most 1440 minutes.", "每个读数代表的时间应大于 0 且不超过 1440 分钟。");
        return readings is null || duration == TimeSpan.Zero ? null : new ReadingsEntry(name, readings, duration, stamps is null ? null : stamps == "end", unit, (fields.Origin.File!, fields.LineOf("readings"), fields.PathOf("readings")));
    }
}
