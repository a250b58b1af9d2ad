using System.Globalization;
using System.Resources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GreenBuild.Standards.Analyzers;

/// <summary>
/// A text whose language is chosen when it is shown, not when it is made: the compiler asks in the language of the build, an
/// editor in its own. Arguments that are such texts themselves follow.
/// </summary>
internal sealed class Text : LocalizableString
{
    private static readonly ResourceManager Messages = new("GreenBuild.Standards.Analyzers.Messages", typeof(Text).Assembly);
    private static readonly LocalizableString LanguageName = Resource("Language");

    private readonly LocalizableString? _format;
    private readonly object[] _arguments = [];
    private readonly BilingualText _words;

    private Text(BilingualText words) => _words = words;

    private Text(LocalizableString format, object[] arguments)
    {
        _format = format;
        _arguments = arguments;
    }

    /// <summary>A text of the resources.</summary>
    public static LocalizableResourceString Resource(string name) => new(name, Messages, typeof(Text));

    /// <summary>A text of the resources with its placeholders filled.</summary>
    public static Text Format(string name, params object[] arguments) => new(Resource(name), arguments);

    /// <summary>A text that the library gives in both languages.</summary>
    public static Text Of(BilingualText words) => new(words);

    /// <summary>What is wrong with a field of a file, behind its name.</summary>
    public static Text Of(InputError error) => Of(error.Field.Length == 0 ? error.Message : new(error.Field + ": " + error.Message.English, error.Field + "：" + error.Message.Chinese));

    /// <summary>Numbers with a unit behind them, as the library writes it.</summary>
    public static Text Behind(string numbers, string unit)
    {
        var behind = Words.Behind(unit);
        return Of(new BilingualText(numbers + behind.English, numbers + behind.Chinese));
    }

    /// <summary>The name of an attribute as it is written, without namespace and alias.</summary>
    public static string LastNameOf(AttributeSyntax attribute) => attribute.Name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };

    /// <summary>The line of a file that is no source.</summary>
    public static Location LocationOf(string path, SourceText text, InputError error) => LocationOf(path, text, error.Line ?? 1, null);

    /// <summary>A line of a file that is no source, from a position in it on.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its text.</param>
    /// <param name="line">The line, counted from 1.</param>
    /// <param name="column">The position in the line, counted from 1, or <see langword="null"/> for its beginning.</param>
    public static Location LocationOf(string path, SourceText text, int line, int? column)
    {
        var whole = text.Lines[Math.Min(Math.Max(line - 1, 0), text.Lines.Count - 1)].Span;
        var span = TextSpan.FromBounds(Math.Min(whole.Start + (column ?? 1) - 1, whole.End), whole.End);
        return Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
    }

    protected override string GetText(IFormatProvider? formatProvider)
    {
        if (_format is not null) return string.Format(formatProvider ?? CultureInfo.InvariantCulture, _format.ToString(formatProvider), Shown(formatProvider));
        // The resources that are found for the reader say which language they are in: one choice for both sources of words.
        return _words.In(LanguageName.ToString(formatProvider) == "zh" ? Language.Chinese : Language.English);
    }

    protected override int GetHash()
    {
        var hash = _format?.GetHashCode() ?? _words.GetHashCode();
        foreach (var argument in _arguments) hash = (hash * 31) + argument.GetHashCode();
        return hash;
    }

    protected override bool AreEqual(object? other)
    {
        if (other is not Text text || !Equals(_format, text._format) || _words != text._words || _arguments.Length != text._arguments.Length) return false;
        for (var i = 0; i < _arguments.Length; i++)
            if (!_arguments[i].Equals(text._arguments[i])) return false;
        return true;
    }

    private object[] Shown(IFormatProvider? formatProvider) =>
        Array.ConvertAll(_arguments, argument => argument is LocalizableString text ? text.ToString(formatProvider) : argument);
}
