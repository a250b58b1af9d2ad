namespace GreenBuild.Standards;

/// <summary>What the reason of a waiver says about its end.</summary>
internal static class Waiver
{
    private const string Parts = "-./年月日";
    private static readonly string[] Words = ["until", "截至", "有效期至", "至"];

    /// <summary>The reason that stands as a comment behind <c>#pragma warning disable</c>; empty if none does.</summary>
    public static string ReasonBehind(string directive) => directive.IndexOf("//", StringComparison.Ordinal) is var comment and >= 0 ? directive.Substring(comment + 2).Trim() : "";

    /// <summary>The last day of a waiver whose reason says <c>until 2026-12-31</c> or <c>有效期至 2026-12-31</c>; <see langword="null"/> if it says none. Of several, as where one was renewed, the latest.</summary>
    public static CalendarDate? LastDayIn(string reason)
    {
        CalendarDate? last = null;
        foreach (var text in BehindWordsOf(reason))
            if (ReadDay(text) is { } day && !(day <= last)) last = day;
        return last;
    }

    /// <summary>What a reason gives as its last day and what is none, such as <c>2026-02-30</c> or <c>31.05.2026</c>; <see langword="null"/> if there is nothing of the kind, or another one that can be read.</summary>
    public static string? UnreadableDayIn(string reason)
    {
        string? unreadable = null;
        foreach (var text in BehindWordsOf(reason))
        {
            if (ReadDay(text) is not null) return null;
            var end = 0;
            while (end < text.Length && (text[end] is >= '0' and <= '9' || Parts.IndexOf(text[end]) >= 0)) end++;
            // Hours and paragraphs are numbers as well; a day has a year in it.
            var numbers = text.Substring(0, end).Split(Parts.ToCharArray(), StringSplitOptions.RemoveEmptyEntries);
            if (numbers.Length > 1 && Array.Exists(numbers, static number => number.Length == 4)) unreadable ??= text.Substring(0, end).TrimEnd('.', '-', '/');
        }

        return unreadable;
    }

    // The form yyyy-MM-dd.
    private static CalendarDate? ReadDay(string text) => text.Length >= 10 && CalendarDate.TryParse(text.Substring(0, 10), out var day) ? day : null;

    private static IEnumerable<string> BehindWordsOf(string reason)
    {
        foreach (var word in Words)
            for (var at = reason.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = reason.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
                yield return reason.Substring(at + word.Length).TrimStart(' ', ':', '：');
    }
}
