namespace GreenBuild.Standards;

/// <summary>
/// The form in which the generator writes the catalogue into the assembly, and in which it is read when it is first asked for:
/// one text per edition, a line per entry, tab between fields, unit separator inside lists.
/// </summary>
/// <remarks>
/// Why text and not object initialisers: a constructor call per fact would have the just-in-time compiler translate every
/// fact of every standard before the first could be read. Here an edition costs nothing until it is asked for. The catalogue
/// forbids control characters in its texts (a build error), so nothing needs to be escaped. The file is compiled into the
/// generator as well, so that writer and reader cannot part.
/// </remarks>
internal static class PackedFormat
{
    public const char FieldSeparator = '\t';
    public const char ListSeparator = '\u001F';

    /// <summary>First field of a line: a requirement, a source or a method.</summary>
    public const string RowLine = "R";
    public const string SourceLine = "S";
    public const string MethodLine = "M";

    /// <summary>Fields of a row line after its mark, in order.</summary>
    public enum Row
    {
        Mark, Key, Kind, Clause, Measurand, Comparator, Value, UpperValue, Setting, Unit, RelativeTo, IsTrigger, Rounding,
        Evidence, Sources, TitleEnglish, TitleChinese, Basis, Note, Conditions, Range, Points, UpperPoints, Values, Dimensions, Formula, Count,
    }

    /// <summary>Fields of an edition in the register, in order. The words come last: they are not read before they are asked for.</summary>
    public enum Header
    {
        Key, Standard, Number, Kind, Binding, Jurisdiction, Issued, Effective, Withdrawn, Supersedes, SupersededBy, Text, Measurands, IsDated, IsPartial,
        TitleEnglish, TitleChinese, Issuer, Scope, Count,
    }

    /// <summary>Fields of one applicability condition, joined by <see cref="ConditionSeparator"/>.</summary>
    public enum Condition
    {
        Facet, Type, IsException, Values, Count,
    }

    public const char ConditionSeparator = '\u001E';

    public static string[] Lines(string text) => text.Length == 0 ? [] : text.Split('\n');

    /// <summary>Where the line that begins at a position ends.</summary>
    public static int EndOfLine(string text, int start) => text.IndexOf('\n', start) is >= 0 and var end ? end : text.Length;

    /// <summary>Where a field of the line that begins at a position begins.</summary>
    public static int StartOfField(string text, int start, int field)
    {
        for (; field > 0; field--) start = text.IndexOf(FieldSeparator, start) + 1;
        return start;
    }

    public static string[] Fields(string line) => line.Split(FieldSeparator);

    /// <summary>The fields of the line that lies between two positions; nothing is copied but the fields.</summary>
    public static string[] Fields(string text, int start, int end)
    {
        var count = 1;
        for (var at = start; (at = text.IndexOf(FieldSeparator, at, end - at)) >= 0; at++) count++;
        var fields = new string[count];
        for (var i = 0; i < count; i++)
        {
            var next = i == count - 1 ? end : text.IndexOf(FieldSeparator, start);
            fields[i] = text.Substring(start, next - start);
            start = next + 1;
        }

        return fields;
    }

    public static string[] List(string field) => field.Length == 0 ? [] : field.Split(ListSeparator);
}
