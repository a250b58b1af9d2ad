namespace GreenBuild.Standards;

/// <summary>What the reason of a waiver says about its end.</summary>
internal static class Waiver
{
    private static readonly string[] Words = ["until ", "截至", "有效期至", "至"];

    /// <summary>The reason that stands as a comment behind <c>#pragma warning disable</c>; empty if none does.</summary>
    public static string ReasonBehind(string directive) => directive.IndexOf("//", StringComparison.Ordinal) is var comment and >= 0 ? directive.Substring(comment + 2).Trim() : "";

    /// <summary>The last day of a waiver whose reason says <c>until 2026-12-31</c> or <c>有效期至 2026-12-31</c>; <see langword="null"/> if it says none.</summary>
    public static CalendarDate? LastDayIn(string reason)
    {
        foreach (var word in Words)
        {
            for (var at = reason.IndexOf(word, StringComparison.OrdinalIgnoreCase); at >= 0; at = reason.IndexOf(word, at + 1, StringComparison.OrdinalIgnoreCase))
            {
                var text = reason.Substring(at + word.Length).TrimStart(' ', ':', '：');
                // The form yyyy-MM-dd.
                if (text.Length >= 10 && CalendarDate.TryParse(text.Substring(0, 10), out var day)) return day;
            }
        }

        return null;
    }
}
