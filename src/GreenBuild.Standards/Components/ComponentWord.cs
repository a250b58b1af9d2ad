namespace GreenBuild.Standards.Components;

/// <summary>Words of schedules and drawings, checked against the vocabulary: a slip is a finding that names the field and the words, never a rule that silently does not apply.</summary>
internal static class ComponentWord
{
    /// <summary>What is wrong with a word; <see langword="null"/> if it is one of its facet, or not given.</summary>
    /// <param name="field">The field in which it stands, for the text.</param>
    /// <param name="facet">The facet.</param>
    /// <param name="word">The word.</param>
    public static BilingualText? Problem(string field, string facet, string? word)
    {
        if (word is null || Circumstances.None.TryWith(facet, word, out _, out var error)) return null;
        return new BilingualText($"{field}: {error.English}", $"{field}：{error.Chinese}");
    }
}
