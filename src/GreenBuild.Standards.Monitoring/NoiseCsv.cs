using GreenBuild.Standards.Noise;
using GreenBuild.Standards.Projects;

namespace GreenBuild.Standards.Monitoring;

/// <summary>Reads the readings of a noise monitor from a table of comma-separated values in UTF-8; semicolons, tabs and full-width commas separate as well: what the first line has most of.</summary>
/// <remarks>
/// <para>The first line names the columns, in any order, in any letter case, with or without blanks; columns that are not
/// known are left alone. Needed: the time (<c>datetime</c>, <c>time</c>, <c>时间</c>, <c>日期时间</c>) and the level LAeq in dB(A) (<c>LAeq</c>,
/// <c>leq</c>, <c>LEQ dB -A</c>, <c>等效声级</c>, <c>噪声</c>, <c>噪声值</c>). Optional: the highest level in dB(A) (<c>LAmax</c>, <c>Lmax</c>, <c>LAFmax</c>, <c>最大声级</c>), the wind speed
/// in m/s (<c>wind</c>, <c>风速</c>), whether a reading counts (<c>status</c>, <c>状态</c>: valid, maintenance, calibration, fault, out-of-range; or <c>mark</c>, <c>标记</c>: those of HJ 212)
/// and whether it rained, snowed or thundered (<c>rain</c>, <c>precipitation</c>, <c>降水</c>: 0, 1,
/// true or false). A unit may follow in brackets and is checked.</para>
/// <para>A reading whose LAeq is blank, or a number that is no sound level of −50 to 200 dB(A), such as the error codes −999 and 9999 of
/// instruments, is kept with a level that is not a number: it does not count, and <see cref="NoiseCsvContent.WithoutLevelCount"/> says how many
/// there are; so is one whose status or mark says that it does not count. One above the range of the instrument (out-of-range, mark T) is <see cref="NoiseReading.IsAboveRange"/>. An LAmax or a wind speed like that (beyond 0 to 150 m/s) was not recorded. Text that is no number is an error.</para>
/// <para>Times are local (<c>2026-01-05 22:00</c> or <c>2026/1/5 22:00</c>, seconds optional), or ISO 8601 with an offset, which is converted to the fixed
/// offset of the place. They must rise from line to line. 24:00 is the beginning of the next day.</para>
/// </remarks>
public static class NoiseCsv
{
    /// <summary>Reads a table.</summary>
    /// <param name="utf8">The bytes of the file; a byte order mark does not matter. Read to the end, and not closed.</param>
    /// <param name="file">The file as the user names it, for errors.</param>
    /// <param name="place">Where the monitor stands: times with an offset are converted to the fixed offset of the place.</param>
    /// <param name="readingDuration">The time that each reading stands for; readings that overlap are an error. Positive.</param>
    /// <param name="stampsEnd">Whether the times of the file are the ends of the readings; those that are returned are always their starts.</param>
    /// <returns>The readings, or the errors: all of the file, the first twenty in full.</returns>
    public static NoiseCsvContent Read(Stream utf8, string file, Jurisdiction place, TimeSpan readingDuration, bool stampsEnd = false)
    {
        var table = new NoiseCsvTable(file, place, readingDuration, stampsEnd);
        var found = new FoundErrors();
        using var rows = new CsvRows(utf8, file, found);
        table.Read(rows, found);
        return new NoiseCsvContent(table.Errors.Count == 0 ? table.Readings : [], table.Errors.Count == 0 ? table.WithoutLevel : 0, table.UnusedColumns, table.Errors) { LooksStampedAtEnd = table.LooksStampedAtEnd };
    }
}

/// <summary>What a file of readings holds.</summary>
public sealed class NoiseCsvContent
{
    internal NoiseCsvContent(IReadOnlyList<NoiseReading> readings, int withoutLevelCount, IReadOnlyList<string> unusedColumns, InputErrorList errors)
    {
        Readings = readings;
        WithoutLevelCount = withoutLevelCount;
        UnusedColumns = unusedColumns;
        Errors = errors;
    }

    /// <summary>The readings, in order of time; empty if there is an error.</summary>
    public IReadOnlyList<NoiseReading> Readings { get; }

    /// <summary>How many of the readings have no level, so that they do not count; their level is not a number. 0 if there is an error.</summary>
    public int WithoutLevelCount { get; }

    /// <summary>The headings of the columns that were left alone, as the file writes them.</summary>
    public IReadOnlyList<string> UnusedColumns { get; }

    /// <summary>Whether the times look like the ends of readings: one is written as 24:00, and none as 0:00. Never where they were read as ends.</summary>
    public bool LooksStampedAtEnd { get; internal init; }

    /// <summary>What is wrong with the file; empty if nothing is.</summary>
    public InputErrorList Errors { get; }
}
