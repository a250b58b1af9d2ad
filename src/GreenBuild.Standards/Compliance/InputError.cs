using System.Collections;
using System.Globalization;
using System.Text;

namespace GreenBuild.Standards;

/// <summary>Something in a file that cannot be read: which file, which line, which field, and what is wrong with it.</summary>
/// <remarks>For files that cannot be judged at all. A measurement that can be read but does not count is <see cref="Verdict.Invalid"/> instead.</remarks>
public sealed class InputError
{
    /// <summary>Creates an error.</summary>
    /// <param name="file">The file, as the user names it.</param>
    /// <param name="line">The line in the file, counted from 1, or <see langword="null"/> where no line is meant.</param>
    /// <param name="field">The column of a table or the path of a field (<c>noise.points[0].readings</c>); may be empty.</param>
    /// <param name="message">What is wrong, as a sentence.</param>
    public InputError(string file, int? line, string field, BilingualText message)
    {
        File = file;
        Line = line;
        Field = field;
        Message = message;
    }

    /// <summary>The file, as the user names it.</summary>
    public string File { get; }

    /// <summary>The line in the file, counted from 1, or <see langword="null"/> where no line is meant.</summary>
    public int? Line { get; }

    /// <summary>The position in the line, counted from 1, or <see langword="null"/> where none is known.</summary>
    public int? Column { get; init; }

    /// <summary>The column of a table or the path of a field; may be empty.</summary>
    public string Field { get; }

    /// <summary>What is wrong, as a sentence.</summary>
    public BilingualText Message { get; }

    /// <summary>Text of a file as it may stand in a message: at most 60 characters, and without characters that a terminal would obey.</summary>
    public static string Quote(string text)
    {
        var shown = new StringBuilder();
        foreach (var c in text)
        {
            if (shown.Length >= 60 && !char.IsLowSurrogate(c))
            {
                shown.Append('…');
                break;
            }

            // Format characters can turn the direction of writing round.
            shown.Append(char.IsControl(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format ? '\uFFFD' : c);
        }

        return shown.ToString();
    }

    /// <summary>The error in one line, for example <c>readings/p1.csv:17: LAeq: 'abc' is not a number.</c>; the position in the line follows it where it is known, <c>site.json:3:12: place: …</c></summary>
    public string In(Language language)
    {
        var colon = language == Language.Chinese ? "：" : ": ";
        return File + (Line is { } line ? ":" + line.ToString(CultureInfo.InvariantCulture) + (Column is { } column ? ":" + column.ToString(CultureInfo.InvariantCulture) : "") : "") + colon
            + (Field.Length > 0 ? Field + colon : "") + Message.In(language);
    }

    /// <summary>The error in English.</summary>
    public override string ToString() => In(Language.English);
}

/// <summary>The errors of a file: the first <see cref="Kept"/> in full, the rest counted.</summary>
public sealed class InputErrorList : IReadOnlyList<InputError>
{
    private readonly List<InputError> _kept = [];

    /// <summary>How many errors are kept in full; a file with the wrong layout would else give one for every line.</summary>
    public const int Kept = 20;

    /// <summary>How many errors are kept in full in this list, 0 to <see cref="Kept"/>.</summary>
    public int Count => _kept.Count;

    /// <summary>How many errors there are beyond those that are kept.</summary>
    public int More { get; private set; }

    /// <summary>An error that is kept, in the order in which they were met.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such error.</exception>
    public InputError this[int index] => _kept[index];

    /// <summary>Adds an error.</summary>
    public void Add(InputError error)
    {
        if (_kept.Count < Kept) _kept.Add(error);
        else More++;
    }

    /// <summary>Adds errors that were only counted.</summary>
    /// <param name="count">How many; zero or more.</param>
    public void AddUnkept(int count) => More += count;

    /// <summary>"and N more", or the empty string if all are kept.</summary>
    public BilingualText Remainder =>
        More == 0 ? default : new("and " + More.ToString(CultureInfo.InvariantCulture) + " more", "另有 " + More.ToString(CultureInfo.InvariantCulture) + " 处");

    /// <inheritdoc/>
    public IEnumerator<InputError> GetEnumerator() => _kept.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
