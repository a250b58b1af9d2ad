using System.Globalization;

namespace GreenBuild.Standards.Reading;

/// <summary>A kind of mistake that a catalogue or an overlay can hold.</summary>
internal sealed class MistakeKind(string id, string english, string chinese)
{
    public string Id { get; } = id;

    /// <summary>The message with places for arguments, in both languages.</summary>
    public BilingualText Format { get; } = new(english, chinese);
}

/// <summary>A mistake at its place in a file.</summary>
internal sealed class Mistake
{
    public static readonly MistakeKind NotJson = new("GBC001", "This is not JSON: {0}", "不是 JSON：{0}");
    public static readonly MistakeKind UnknownMember = new("GBC002", "'{0}' is not a member of {1}{2}", "{1}没有成员“{0}”{2}");
    public static readonly MistakeKind MissingMember = new("GBC003", "{1} needs {0}", "{1}缺少{0}");
    public static readonly MistakeKind WrongType = new("GBC004", "'{0}' must be {1}", "“{0}”应为{1}");
    public static readonly MistakeKind UnknownWord = new("GBC005", "'{0}' is not one of: {1}", "“{0}”不在下列之中：{1}");
    public static readonly MistakeKind BadKey = new("GBC006", "The key '{0}' must be {1}", "键“{0}”应为{1}");
    public static readonly MistakeKind DuplicateKey = new("GBC007", "'{0}' is used twice; it stands also in {1}", "“{0}”重复；另见 {1}");
    public static readonly MistakeKind BadDate = new("GBC008", "'{0}' is not a date of the form yyyy-MM-dd", "“{0}”不是 yyyy-MM-dd 形式的日期");
    public static readonly MistakeKind DatesOutOfOrder = new("GBC009", "'{0}' ({1}) must not be before '{2}' ({3})", "“{0}”（{1}）不得早于“{2}”（{3}）");
    public static readonly MistakeKind UnknownPlace = new("GBC010", "'{0}' is not a known place", "“{0}”不是已知地区");
    public static readonly MistakeKind UnknownMeasurand = new("GBC011", "'{0}' is not a measurand of the vocabulary", "词汇表中没有测量量“{0}”");
    public static readonly MistakeKind UnknownUnit = new("GBC012", "'{0}' is not a known unit", "“{0}”不是已知单位");
    public static readonly MistakeKind WrongUnit = new("GBC013", "'{0}' is not a unit of {1}, which is given in: {2}", "“{0}”不是 {1} 的单位，其单位为：{2}");
    public static readonly MistakeKind UnknownFacet = new("GBC014", "'{0}' is not a facet of domain {1}", "领域 {1} 没有条件“{0}”");
    public static readonly MistakeKind UnknownFacetValue = new("GBC015", "'{0}' is not a value of facet '{1}', which may be: {2}", "“{0}”不是条件“{1}”的值，可用：{2}");
    public static readonly MistakeKind NoSource = new("GBC016", "A fact without a source must be marked \"evidence\": \"unconfirmed\"", "没有来源的事实必须标为 \"evidence\": \"unconfirmed\"");
    public static readonly MistakeKind BadSourceIndex = new("GBC017", "There is no source {0}; the edition has {1}", "没有来源 {0}；该版本共有 {1} 个来源");
    public static readonly MistakeKind UnknownEdition = new("GBC018", "'{0}' is neither an edition of the catalogue nor in register.json", "“{0}”既不是目录中的版本，也不在 register.json 中");
    public static readonly MistakeKind Overlap = new("GBC019", "{0} and {1} are editions of {2} and are both in force on {3}", "{0} 与 {1} 均为 {2} 的版本，且在 {3} 同时有效");
    public static readonly MistakeKind KindMismatch = new("GBC020", "A {0} {1}", "{0}：{1}");
    public static readonly MistakeKind ControlCharacter = new("GBC021", "Texts of the catalogue must not hold tabs, line breaks or other control characters", "目录文本不得包含制表符、换行符或其他控制字符");
    public static readonly MistakeKind BadNumber = new("GBC022", "'{0}' is not a number that a decimal can hold exactly", "“{0}”不是可精确表示的十进制数");
    public static readonly MistakeKind BadRange = new("GBC023", "A range needs {0}", "范围需要{0}");
    public static readonly MistakeKind NoBase = new("GBC024", "No limit of '{0}' stands in this edition", "该版本中没有“{0}”的限值");
    public static readonly MistakeKind MissingFile = new("GBC025", "The catalogue has no {0}", "目录缺少 {0}");
    public static readonly MistakeKind OutsideValidity = new("GBC026", "'{0}' is not inside the time in which the edition is in force ({1} to {2})", "“{0}”不在该版本的有效期内（{1} 至 {2}）");

    public static readonly MistakeKind Loosens = new("GBC027", "{0} is looser than the mandatory {1} of {2}, with which it can meet", "{0} 比 {2} 的强制性限值 {1} 宽松，而两者可能同时适用");

    public Mistake(MistakeKind kind, string path, TextRange range, int line, int column, object[] arguments)
    {
        Kind = kind;
        Path = path;
        Range = range;
        Line = line;
        Column = column;
        Arguments = arguments;
    }

    public MistakeKind Kind { get; }

    public string Path { get; }

    public TextRange Range { get; }

    /// <summary>The line, counted from 0 as compilers do.</summary>
    public int Line { get; }

    /// <summary>The column, counted from 0.</summary>
    public int Column { get; }

    public IReadOnlyList<object> Arguments { get; }

    public string Message(Language language)
    {
        var arguments = new object[Arguments.Count];
        for (var i = 0; i < arguments.Length; i++) arguments[i] = Arguments[i] is BilingualText text ? text.In(language) : Arguments[i];
        return string.Format(CultureInfo.InvariantCulture, Kind.Format.In(language), arguments);
    }
}

/// <summary>A stretch of a text.</summary>
internal readonly struct TextRange(int start, int length)
{
    public int Start { get; } = start;

    public int Length { get; } = length;

    public int End => Start + Length;

    public static TextRange Between(int start, int end) => new(start, end - start);
}

/// <summary>The words for things in a catalogue file that messages speak of.</summary>
internal static class Phrase
{
    /// <summary>Members by their names, for example <c>the members 'key', 'kind'</c>.</summary>
    public static BilingualText Members(params string[] names) => new(
        (names.Length == 1 ? "the member '" : "the members '") + string.Join("', '", names) + "'", "成员“" + string.Join("”、“", names) + "”");

    /// <summary>The question whether a member is meant, behind a message.</summary>
    public static BilingualText IsMeant(string name) => new($"; is '{name}' meant?", $"；是否应为“{name}”？");

    public static readonly BilingualText Edition = new("an edition", "版本");
    public static readonly BilingualText Register = new("the register", "登记表");
    public static readonly BilingualText RegisterEntry = new("an entry of the register", "登记表条目");
    public static readonly BilingualText Requirement = new("a requirement", "要求");
    public static readonly BilingualText Source = new("a source", "来源");
    public static readonly BilingualText SourceWithReference = new("a source (or the member 'reference')", "来源（或以“reference”代替）");
    public static readonly BilingualText Method = new("a method", "方法");
    public static readonly BilingualText Range = new("a range", "范围");
    public static readonly BilingualText Dimension = new("a dimension", "尺寸");
    public static readonly BilingualText Units = new("the list of units", "单位表");
    public static readonly BilingualText Unit = new("a unit", "单位");
    public static readonly BilingualText Places = new("the list of places", "地区表");
    public static readonly BilingualText Place = new("a place", "地区");
    public static readonly BilingualText Vocabulary = new("a vocabulary", "词汇表");
    public static readonly BilingualText Measurand = new("a measurand", "测量量");
    public static readonly BilingualText MeasurandWithoutDuty = new("a measurand that is not a duty", "非措施类测量量");
    public static readonly BilingualText Facet = new("a facet", "条件");
    public static readonly BilingualText TokenFacet = new("a facet of type token", "词类条件");
    public static readonly BilingualText FacetValue = new("a value of a facet", "条件的值");
    public static readonly BilingualText AnObject = new("an object", "对象");
    public static readonly BilingualText AText = new("a text", "文本");
    public static readonly BilingualText ANumber = new("a number", "数字");
    public static readonly BilingualText TrueOrFalse = new("true or false", "true 或 false");
    public static readonly BilingualText TwoNumbers = new("two numbers", "两个数字");
    public static readonly BilingualText LowerFirst = new("the lower end first", "先写下限");
    public static readonly BilingualText ABound = new("a bound", "至少一个界限");
    public static readonly BilingualText Decimals = new("a number of decimals from 0 to 9", "0 至 9 的小数位数");
    public static readonly BilingualText AnyValue = new("a number, a range, a text, true, false or null", "数字、范围、文本、true、false 或 null");
    public static readonly BilingualText NumberOrRange = new("a number or a range of min, max, above, below", "数字，或由 min、max、above、below 组成的范围");
    public static readonly BilingualText Hours = new("hours such as '22:00-06:00' or 'Mon-Sat 07:00-19:00'", "形如“22:00-06:00”或“Mon-Sat 07:00-19:00”的时段");
    public static readonly BilingualText Dates = new("dates such as '2024-06-07/2024-06-09'", "形如“2024-06-07/2024-06-09”的日期");
    public static readonly BilingualText EditionKeyForm = new("place and number in lower case, like 'cn.gb-12523-2025'", "小写的地区和编号，如“cn.gb-12523-2025”");
    public static readonly BilingualText RowKeyForm = new("words in lower case joined by hyphens, like 'boundary-night'", "以连字符连接的小写单词，如“boundary-night”");
}
