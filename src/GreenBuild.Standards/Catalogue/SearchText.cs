namespace GreenBuild.Standards;

/// <summary>What someone looks for in the catalogue: words, of which all must be found, or the number of a standard.</summary>
internal sealed class SearchText
{
    private readonly string[] _words;
    private readonly string[] _numbers;
    private readonly string _number;

    public SearchText(string text)
    {
        _words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        _numbers = Array.ConvertAll(_words, static word => IsNumber(word) ? StandardNumber.Normalise(word) : "");
        _number = IsNumber(text) ? StandardNumber.Normalise(text) : "";
    }

    public bool Finds(Edition edition)
    {
        var number = StandardNumber.Normalise(edition.Number);
        if (IsTheNumberOf(number)) return true;
        for (var i = 0; i < _words.Length; i++)
            if (!IsIn(edition, number, i) && !Contains(edition.Issuer, _words[i])) return false;
        return true;
    }

    /// <summary>Whether a requirement is looked for.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <param name="number">The number of its edition, normalised; once for all of an edition.</param>
    public bool Finds(Requirement requirement, string number)
    {
        if (IsTheNumberOf(number)) return true;
        for (var i = 0; i < _words.Length; i++)
            if (!IsIn(requirement, _words[i]) && !IsIn(requirement.Edition, number, i)) return false;
        return true;
    }

    // "GB 12523—2011" is one thing and not two words.
    private bool IsTheNumberOf(string number) => _number.Length > 2 && number.StartsWith(_number, StringComparison.Ordinal);

    private bool IsIn(Edition edition, string number, int word) =>
        Contains(edition.Number, _words[word]) || (_numbers[word].Length > 2 && number.Contains(_numbers[word]))
        || Contains(edition.Title.English, _words[word]) || Contains(edition.Title.Chinese, _words[word]) || Contains(edition.Key, _words[word]);

    private static bool IsIn(Requirement requirement, string word) =>
        Contains(requirement.Key, word) || Contains(requirement.Title.English, word) || Contains(requirement.Title.Chinese, word)
        || Contains(requirement.Measurand.Key, word) || Contains(requirement.Measurand.Title.English, word) || Contains(requirement.Measurand.Title.Chinese, word)
        || Contains(requirement.Clause ?? "", word);

    private static bool IsNumber(string text) => text.Any(char.IsDigit);

    private static bool Contains(string where, string word) => where.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}
