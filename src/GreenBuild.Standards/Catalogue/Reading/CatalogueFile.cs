using System.Globalization;

namespace GreenBuild.Standards.Reading;

/// <summary>One JSON file of the catalogue while it is read: gives typed access to members and notes every mistake at its place.</summary>
internal sealed class CatalogueFile
{
    private readonly string _text;
    private readonly List<Mistake> _mistakes;

    public CatalogueFile(string path, string text, List<Mistake> mistakes)
    {
        Path = path;
        Name = path.Substring(path.LastIndexOf('/') + 1);
        _text = text;
        _mistakes = mistakes;
        try
        {
            Root = JsonScanner.Read(text);
        }
        catch (JsonException exception)
        {
            Report(Mistake.NotJson, new TextRange(exception.Position, 0), exception.Message);
        }
    }

    public string Path { get; }

    public string Name { get; }

    /// <summary>The value of the file, or null where it is not JSON.</summary>
    public JsonValue? Root { get; }

    public void Report(MistakeKind kind, TextRange range, params object[] arguments)
    {
        var (line, lineStart) = (0, 0);
        for (var i = 0; i < range.Start; i++)
        {
            if (_text[i] != '\n') continue;
            line++;
            lineStart = i + 1;
        }

        _mistakes.Add(new Mistake(kind, Path, range, line, range.Start - lineStart, arguments));
    }

    /// <summary>Checks that an object has only these members and all of those that are required ("!" behind the name).</summary>
    /// <remarks>
    /// What is missing is one mistake, however much it is. And where one member is missing and one is not known, that one is misspelt: it is said
    /// once, at its line. What else an object with such a mistake holds is not worth reading, since what follows from it would look like more mistakes.
    /// </remarks>
    public bool CheckMembers(JsonValue value, BilingualText what, params string[] allowed)
    {
        if (value.Kind != JsonKind.Object)
        {
            Report(Mistake.WrongType, value.Range, what, Phrase.AnObject);
            return false;
        }

        var unknown = value.Members.Where(member => !allowed.Any(name => name.TrimEnd('!') == member.Name)).ToList();
        var missing = allowed.Where(name => name.EndsWith("!", StringComparison.Ordinal) && value[name.TrimEnd('!')] is null).Select(static name => name.TrimEnd('!')).ToArray();
        var isMisspelt = unknown.Count == 1 && missing.Length == 1;
        foreach (var member in unknown) Report(Mistake.UnknownMember, member.NameRange, member.Name, what, isMisspelt ? Phrase.IsMeant(missing[0]) : default);
        if (missing.Length > 0 && !isMisspelt) Report(Mistake.MissingMember, new TextRange(value.Range.Start, 1), Phrase.Members(missing), what);
        return unknown.Count + missing.Length == 0;
    }

    /// <summary>The text of a member; empty where it is absent or null.</summary>
    public string Text(JsonValue owner, string name)
    {
        var value = owner[name];
        return value is null || value.Kind == JsonKind.Null ? "" : TextOf(value, name);
    }

    public string TextOf(JsonValue value, string name)
    {
        if (value.Kind != JsonKind.Text)
        {
            Report(Mistake.WrongType, value.Range, name, Phrase.AText);
            return "";
        }

        if (value.Text.Any(char.IsControl)) Report(Mistake.ControlCharacter, value.Range);
        return value.Text;
    }

    /// <summary>The texts of a member that is a list, or one text; empty where it is absent.</summary>
    public IReadOnlyList<string> Texts(JsonValue owner, string name) => Items(owner, name).Select(item => TextOf(item, name)).ToList();

    /// <summary>The items of a member that is a list; a single value counts as a list of one.</summary>
    public static IReadOnlyList<JsonValue> Items(JsonValue owner, string name) => owner[name] switch
    {
        null => [],
        { Kind: JsonKind.Array } list => list.Items,
        { Kind: JsonKind.Null } => [],
        var single => [single],
    };

    /// <summary>The member's word, checked against a closed list; its index in the list, or 0 after a mistake.</summary>
    public int Word(JsonValue owner, string name, IReadOnlyList<string> words)
    {
        if (owner[name] is not { } value) return 0;
        var index = IndexOf(words, TextOf(value, name));
        if (index < 0) Report(Mistake.UnknownWord, value.Range, value.Text, string.Join(", ", words.Where(static word => word.Length > 0)));
        return Math.Max(index, 0);
    }

    public CalendarDate? Date(JsonValue owner, string name)
    {
        if (owner[name] is not { } value || value.Kind == JsonKind.Null) return null;
        if (CalendarDate.TryParse(TextOf(value, name), out var date)) return date;
        Report(Mistake.BadDate, value.Range, value.Text);
        return null;
    }

    public bool Flag(JsonValue owner, string name)
    {
        if (owner[name] is not { } value) return false;
        if (value.Kind == JsonKind.Boolean) return value.Text == "true";
        Report(Mistake.WrongType, value.Range, name, Phrase.TrueOrFalse);
        return false;
    }

    /// <summary>The number as it is written, checked to be exact in a decimal.</summary>
    public string Number(JsonValue value, string name)
    {
        if (value.Kind != JsonKind.Number)
        {
            Report(Mistake.WrongType, value.Range, name, Phrase.ANumber);
            return "0";
        }

        if (value.Text.IndexOfAny(['e', 'E']) < 0
            && decimal.TryParse(value.Text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            && number.ToString(CultureInfo.InvariantCulture) == value.Text)
            return value.Text;
        Report(Mistake.BadNumber, value.Range, value.Text);
        return "0";
    }

    public static int IndexOf(IReadOnlyList<string> words, string word)
    {
        for (var i = 0; i < words.Count; i++)
            if (words[i] == word) return i;
        return -1;
    }
}
