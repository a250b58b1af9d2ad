using System.Text;

namespace GreenBuild.Standards.Json;

/// <summary>The words of an enumeration: the names of its members in small letters, with hyphens between their parts (<c>non-compliant</c>).</summary>
internal static class WordsOf<T>
    where T : struct, Enum
{
    private static readonly Dictionary<string, T> ByWord = Read();
    private static readonly Dictionary<T, string> ByValue = ByWord.ToDictionary(static pair => pair.Value, static pair => pair.Key);

    /// <summary>All words, in the order of the names.</summary>
    public static IReadOnlyCollection<string> All => ByWord.Keys;

    public static bool TryParse(string word, out T value) => ByWord.TryGetValue(word, out value);

    /// <summary>The word of a value; <see langword="null"/> for a number that is none of the enumeration.</summary>
    public static string? Find(T value) => ByValue.TryGetValue(value, out var word) ? word : null;

    private static Dictionary<string, T> Read()
    {
        var words = new Dictionary<string, T>(StringComparer.Ordinal);
#if NET
        foreach (var name in Enum.GetNames<T>())
#else
        foreach (var name in Enum.GetNames(typeof(T)))
#endif
            if (Enum.TryParse<T>(name, out var value)) words.Add(WordOf(name), value);
        return words;
    }

    private static string WordOf(string name)
    {
        var word = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i])) word.Append('-');
            word.Append(char.ToLowerInvariant(name[i]));
        }

        return word.ToString();
    }
}
