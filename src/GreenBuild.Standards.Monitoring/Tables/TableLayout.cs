using System.Globalization;
using System.Text;

namespace GreenBuild.Standards.Monitoring.Tables;

/// <summary>A column of values in a table that has one for each quantity.</summary>
internal readonly record struct ValueColumn(int Index, TableQuantity Quantity, string? Unit);

/// <summary>Which column is what: by the names of the headings, or as the caller says.</summary>
internal sealed class TableLayout
{
    private static readonly (TableField Field, string[] Names)[] Names =
    [
        (TableField.Station, ["station", "point", "site", "MN", "monitor", "device", "监测站", "站点", "站名", "测点", "点位", "监测点", "监测点位", "设备编号", "设备编码", "设备名称", "测点名称", "测点编号", "站点名称", "站点编号", "监测点名称", "点位名称", "工地名称", "stationname", "stationid", "sensor"]),
        (TableField.Time, ["time", "datetime", "timestamp", "DataTime", "时间", "日期时间", "监测时间", "数据时间", "采样时间"]),
        (TableField.Date, ["date", "日期", "监测日期"]),
        (TableField.Year, ["year", "年"]),
        (TableField.Month, ["month", "月"]),
        (TableField.Day, ["day", "日"]),
        (TableField.Hour, ["hour", "时", "小时"]),
        (TableField.Minute, ["minute", "分"]),
        (TableField.Second, ["second", "秒"]),
        (TableField.Seconds, ["seconds", "duration(s)", "时长(秒)", "时长(s)"]),
        (TableField.Minutes, ["minutes", "duration(min)", "时长(分钟)", "时长(min)", "分钟"]),
        (TableField.Code, ["code", "factor", "parameter", "pollutant", "quantity", "因子", "因子编码", "监测因子", "污染物", "指标", "监测项目"]),
        (TableField.Suffix, ["suffix", "后缀"]),
        (TableField.Value, ["value", "数值", "监测值", "测量值", "浓度"]),
        (TableField.Unit, ["unit", "单位"]),
        (TableField.Measurand, ["measurand", "被测量"]),
        (TableField.Mark, ["mark", "flag", "标记", "数据标记"]),
        (TableField.Status, ["status", "状态"]),
        (TableField.Usable, ["usable", "valid", "有效", "是否有效"]),
        // What 'greenbuild readings' writes besides.
        (TableField.None, ["file", "line", "文件", "行"]),
    ];

    // As the headings say, and as they are meant together.
    private readonly int[] _named = Unnamed();
    private readonly int[] _columns = Unnamed();
    private readonly Dictionary<string, int> _columnOfCode = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.OrdinalIgnoreCase);
    private readonly ReadingTableOptions _options;
    private int _count;

    public TableLayout(IReadOnlyList<string> headings, ReadingTableOptions options)
    {
        _options = options;
        Learn(headings);
    }

    /// <summary>Takes in the headings that came since the last time: in JSON any object may bring some, and those before are not looked at again.</summary>
    public void Learn(IReadOnlyList<string> headings)
    {
        for (; _count < headings.Count; _count++) Find(_count, headings[_count], Meaning(_count, headings[_count]));
        Missing.Clear();
        foreach (var name in _options.Columns.Keys)
        {
            if (!_used.Contains(name)) Missing.Add(new("", new(
                $"There is no column '{InputError.Quote(name)}'. Found: {Found(headings)}.", $"没有“{InputError.Quote(name)}”列。现有：{Found(headings)}。")));
        }

        _named.CopyTo(_columns, 0);
        IsLong = this[TableField.Value] >= 0;
        if (this[TableField.Time] < 0 && this[TableField.Date] >= 0)
        {
            // A column that is called a date may hold whole times.
            _columns[(int)TableField.Time] = this[TableField.Date];
            _columns[(int)TableField.Date] = -1;
        }

        HasTimeParts = this[TableField.Time] < 0 && this[TableField.Year] >= 0 && this[TableField.Month] >= 0 && this[TableField.Day] >= 0;
        if (this[TableField.Time] < 0 && !HasTimeParts) Missing.Add(new("", new(
            $"There is no column of the time: time, datetime, date and time, or year, month, day, hour. Found: {Found(headings)}.",
            $"缺少时间列：time、时间、日期时间、date 加 time，或 year、month、day、hour。现有：{Found(headings)}。")));
        if (IsLong ? this[TableField.Code] < 0 && this[TableField.Measurand] < 0 : Values.Count == 0) Missing.Add(new("", IsLong
            ? new($"There is a column of values, but none that says what was measured (code, factor). Found: {Found(headings)}.", $"有数值列，但没有说明监测因子的列（code、因子）。现有：{Found(headings)}。")
            : new($"There is no column of values: TSP, PM10, PM2.5, LAeq, or value with code. Found: {Found(headings)}.", $"没有数值列：TSP、PM10、PM2.5、LAeq、等效声级，或 value 加 code。现有：{Found(headings)}。")));
    }

    /// <summary>What is wrong with the headings, each with the heading that it is said of; further ones are counted (<see cref="MoreErrors"/>).</summary>
    public List<(string Heading, BilingualText Message)> Errors { get; } = [];

    /// <summary>How many errors there are beyond those that are kept.</summary>
    public int MoreErrors { get; private set; }

    /// <summary>What no heading means though it is needed.</summary>
    public List<(string Heading, BilingualText Message)> Missing { get; } = [];

    /// <summary>Whether a row is one value, and says of what.</summary>
    public bool IsLong { get; private set; }

    /// <summary>Whether the time stands in columns of its parts.</summary>
    public bool HasTimeParts { get; private set; }

    public List<ValueColumn> Values { get; } = [];

    public List<string> Unused { get; } = [];

    public int this[TableField field] => _columns[(int)field];

    public static string Place(int index, string heading) => "#" + (index + 1).ToString(CultureInfo.InvariantCulture) + (heading.Length > 0 ? " " + InputError.Quote(heading) : "");

    // No more of them than are shown: there may be thousands.
    private static string Found(IReadOnlyList<string> headings) => InputError.Quote(string.Join(", ", headings.Take(60)));

    private static int[] Unnamed()
    {
        var columns = new int[(int)TableField.Usable + 1];
        for (var i = 0; i < columns.Length; i++) columns[i] = -1;
        return columns;
    }

    private string Meaning(int index, string heading)
    {
        foreach (var pair in _options.Columns)
        {
            if (!string.Equals(pair.Key.Trim(), heading, StringComparison.OrdinalIgnoreCase) && pair.Key.Trim() != (index + 1).ToString(CultureInfo.InvariantCulture)) continue;
            _used.Add(pair.Key);
            return pair.Value.Trim();
        }

        return heading;
    }

    /// <summary>Whether a heading means something, and its unit is one of its quantity.</summary>
    public static bool IsUnderstood(string meaning) =>
        meaning is "" or "-" || FieldOf(meaning) is not null || (TableQuantity.OfHeading(meaning, out var unit) is { } quantity && (unit.Length == 0 || quantity.TryUnit(unit, out _)));

    private void Find(int index, string heading, string meaning)
    {
        if (meaning is "" or "-") return;
        if (FieldOf(meaning) is { } field)
        {
            if (field == TableField.None) return;
            if (_named[(int)field] is >= 0 and var other) Wrong(index, heading, Twice(other));
            _named[(int)field] = index;
            return;
        }

        if (TableQuantity.OfHeading(meaning, out var text) is not { } quantity)
        {
            if (meaning != heading)
                Wrong(index, heading, new($"'{InputError.Quote(meaning)}' is no heading that is understood, such as time, station, PM10 (mg/m3) or LAeq.", $"“{InputError.Quote(meaning)}”不是可识别的列名（如 time、station、PM10 (mg/m3)、LAeq）。"));
            else if (heading.Length > 0 && Unused.Count < 100) Unused.Add(InputError.Quote(heading));
            return;
        }

        string? unit = null;
        if (text.Length > 0)
        {
            if (!quantity.TryUnit(text, out unit))
                Wrong(index, heading, new($"'{InputError.Quote(text)}' is no unit of this quantity.", $"“{InputError.Quote(text)}”不是该量的单位。"));
        }
        else if (quantity.OnlyUnit is { } only)
        {
            unit = only;
        }
        else if (_options.Unit is { } given && quantity.TryDeclared(given, out var symbol))
        {
            unit = symbol;
        }

        if (_columnOfCode.TryGetValue(quantity.Code, out var first)) Wrong(index, heading, Twice(first));
        else _columnOfCode.Add(quantity.Code, index);
        Values.Add(new ValueColumn(index, quantity, unit));
    }

    private void Wrong(int index, string heading, BilingualText message)
    {
        if (Errors.Count < InputErrorList.Kept) Errors.Add((Place(index, heading), message));
        else MoreErrors++;
    }

    private static BilingualText Twice(int other) => new($"Column {other + 1} means the same; say with a mapping of the columns which one counts.", $"与第 {other + 1} 列含义相同；请用列映射说明以哪一列为准。");

    private static TableField? FieldOf(string heading)
    {
        var plain = Plain(heading);
        var bracket = plain.IndexOf('(');
        foreach (var (field, names) in Names)
        {
            foreach (var name in names)
            {
                // "time (local)" is the time; "minutes (x)" must be meant as a whole.
                if (string.Equals(plain, name, StringComparison.OrdinalIgnoreCase)) return field;
                if (field is TableField.Time or TableField.Date or TableField.Station && bracket > 0 && string.Equals(plain.Substring(0, bracket), name, StringComparison.OrdinalIgnoreCase)) return field;
            }
        }

        return null;
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
            if (!char.IsWhiteSpace(c) && c != '\uFEFF') plain.Append(c switch { '（' => '(', '）' => ')', '[' => '(', ']' => ')', _ => c });
        return plain.ToString();
    }
}

/// <summary>What a column that is no quantity can be.</summary>
internal enum TableField
{
    None,
    Station,
    Time,
    Date,
    Year,
    Month,
    Day,
    Hour,
    Minute,
    Second,
    Seconds,
    Minutes,
    Code,
    Suffix,
    Value,
    Unit,
    Measurand,
    Mark,
    Status,
    Usable,
}
