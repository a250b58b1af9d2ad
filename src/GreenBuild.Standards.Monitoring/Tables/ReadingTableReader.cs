using System.Text;
using GreenBuild.Standards.Json;
using GreenBuild.Standards.Monitoring.Hj212;
using GreenBuild.Standards.Projects;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring.Tables;

/// <summary>Reads a table of readings value by value: separated values (CSV), JSON lines, or a JSON array of objects.</summary>
/// <remarks>
/// <para>A table is long (a value a row, with columns for <c>code</c> and <c>value</c>: what <c>greenbuild readings --format csv</c> writes) or wide (a moment a row, a column for each
/// quantity, with its unit in the heading: <c>PM10 (µg/m3)</c>, <c>TSP mg/m3</c>, <c>Leq[dB(A)]</c>). Columns are found by their Chinese and English names, in any order and letter case. Time
/// and date stand in one column, in two, or in <c>year, month, day, hour</c>; without a column of minutes such a row is an hour.</para>
/// <para>Never throws for what the file holds: errors have line and column. Holds one line of at most 64 Ki characters and buffers of a few hundred KiB; what the stream itself throws is passed
/// on. Rows of CSV leave nothing behind on modern targets; text that comes again is one string. Not for several threads at once.</para>
/// </remarks>
public sealed class ReadingTableReader : IDisposable
{
    private const int StartLength = 64 * 1024;

    private readonly string _file;
    private readonly ReadingTableOptions _options;
    private readonly string _station;
    private readonly TableSource _source;
    private readonly TextCache _texts = new();
    private readonly Dictionary<string, TableQuantity> _quantities = new(StringComparer.Ordinal);
    private readonly Dictionary<(TableQuantity, string), string?> _units = [];
    private readonly bool _hasDecimalComma;
    private readonly char _separator;
    private readonly TableLayout _layout;
    private int _headings;
    private int _nextValue = -1;
    private bool _isLong;
    private bool _isRowBad;
    private bool _isPlain;
    private double[] _plain = [];
    private readonly char[] _timeText = new char[40];
    private int _timeLength;
    private DateTime _time;
    private bool _hasTwentyFour;
    private bool _hasMidnight;
    private ReadingRow _row;

    /// <summary>Opens a table: reads its beginning and, of CSV, its headings.</summary>
    /// <param name="stream">The bytes. Read to the end, and not closed.</param>
    /// <param name="file">The file as the user names it, for errors.</param>
    /// <param name="options">What the file does not say; <see cref="ReadingTableOptions.Default"/> if not given.</param>
    /// <exception cref="ArgumentException">The duration or the separator of the options is none.</exception>
    public ReadingTableReader(Stream stream, string file, ReadingTableOptions? options = null)
    {
        _options = options ?? ReadingTableOptions.Default;
        if (_options.Duration <= TimeSpan.Zero) throw new ArgumentException("A reading stands for a positive time.", nameof(options));
        if (_options.Separator is { } given && given != '，' && (given is '"' or '\r' or '\n' || given is not ('\t' or (>= ' ' and <= '~')))) throw new ArgumentException("This sign cannot separate values.", nameof(options));
        _file = file;
        _station = _options.Station ?? Path.GetFileNameWithoutExtension(file);
        var start = new byte[StartLength];
        var length = 0;
        for (int read; length < start.Length && (read = stream.Read(start, length, start.Length - length)) > 0;) length += read;
        Advance(length);
        var encoding = TableEncoding.Detect(start.AsSpan(0, length), out var markLength);
        Form = FormOf(start.AsSpan(markLength, length - markLength));
        if (Form == ReadingTableForm.Json)
        {
            _source = new JsonSource(stream, start, length, markLength, Advance);
            _layout = new TableLayout([], _options);
            return;
        }

        if (_options.Encoding is { } named) encoding = TableEncoding.Named(named, start.AsSpan(0, length), out markLength);
        Encoding = encoding;
        var sample = new TableSample(Decode(encoding, start, markLength, length), _options);
        _hasDecimalComma = sample.HasDecimalComma;
        _separator = sample.Separator;
        _source = new UnopenedTable();
        _layout = new TableLayout([], _options);
        try
        {
            _source = new CsvSource(TextOf(stream, start, length, markLength), ParserSeparator);
        }
        catch (DecoderFallbackException)
        {
            RefuseBytes();
            return;
        }

        if (_source.Headings.Count == 0)
        {
            Stop(1, "", DelimitedText.Empty);
            return;
        }

        Learn();
        foreach (var (heading, message) in _layout.Errors.Concat(_layout.Missing)) Stop(_source.Line, heading, message);
        Errors.AddUnkept(_layout.MoreErrors);
    }

    /// <summary>Opens a part of a table of separated values, which begins with a line, beside the reader that has read its headings.</summary>
    /// <param name="whole">The reader of the whole table, or of its beginning.</param>
    /// <param name="part">The bytes of the part.</param>
    /// <param name="linesBefore">How many lines of the table stand before it.</param>
    internal ReadingTableReader(ReadingTableReader whole, Stream part, int linesBefore)
    {
        (_file, _options, _station, _hasDecimalComma, _separator) = (whole._file, whole._options with { Progress = null }, whole._station, whole._hasDecimalComma, whole._separator);
        (_layout, _headings, Encoding) = (whole._layout, whole._headings, whole.Encoding);
        _source = new CsvSource(TextOf(part, new byte[StartLength], 0, 0), ParserSeparator, whole._source.Headings, linesBefore);
    }

    /// <summary>The encoding of the bytes; <see langword="null"/> for JSON.</summary>
    internal Encoding? Encoding { get; }

    /// <summary>Whether times are the ends of periods.</summary>
    internal bool StampsEnd => _options.StampsEnd;

    /// <summary>The file as the user names it.</summary>
    internal string File => _file;

    /// <summary>The line that was read last: after opening, that of the headings.</summary>
    internal int Line => _source.Line;

    /// <summary>How the table is written.</summary>
    public ReadingTableForm Form { get; }

    /// <summary>What is wrong with the table so far: the first twenty in full, the rest counted.</summary>
    public InputErrorList Errors { get; } = new();

    /// <summary>Whether reading ended before the end of the file: its headings say too little, its bytes are not of its encoding, or it was read strictly and something is wrong.</summary>
    public bool IsRefused { get; private set; }

    /// <summary>How many rows were read so far, without the headings and blank lines.</summary>
    public long RowCount { get; private set; }

    /// <summary>How many rows have something wrong with them; of a wide one the other values may be good.</summary>
    public long BadRowCount { get; private set; }

    /// <summary>How many values were given so far.</summary>
    public long ValueCount { get; private set; }

    /// <summary>How many of them are missing: blank, <c>NA</c>, <c>-</c>, <c>null</c> and the like.</summary>
    public long MissingCount { get; private set; }

    /// <summary>
    /// Whether the times so far look like the ends of periods: one is written as 24:00, and none as 0:00. Never where <see cref="ReadingTableOptions.StampsEnd"/> says so; a caller whose table is known
    /// to have their starts need not ask.
    /// </summary>
    public bool LooksStampedAtEnd => _hasTwentyFour && !_hasMidnight && !_options.StampsEnd;

    /// <summary>Whether a time so far is written as 24:00, and whether one is midnight and written otherwise.</summary>
    internal (bool TwentyFour, bool Midnight) Midnights => (_hasTwentyFour, _hasMidnight);

    /// <summary>How many bytes were read.</summary>
    public long BytesRead { get; private set; }

    /// <summary>The headings that mean nothing here and were left alone, as the file writes them.</summary>
    public IReadOnlyList<string> UnusedColumns => _layout.Unused.AsReadOnly();

    /// <summary>Whether a heading is understood, as <see cref="ReadingTableOptions.Columns"/> may give: a name of a column such as <c>time</c>, or of a quantity with or without a unit that it can be in.</summary>
    /// <param name="heading">The heading; <c>-</c>, which leaves a column alone, is understood as well.</param>
    public static bool IsUnderstood(string heading) => TableLayout.IsUnderstood(heading.Trim());

    /// <summary>Whether <see cref="ReadingTableOptions.Unit"/> can be this: a unit of a quantity that the reader knows.</summary>
    /// <param name="unit">The unit as people write it, for example <c>ug/m³</c>.</param>
    public static bool IsUnitOfReadings(string unit) => TableQuantity.IsUnit(unit);

    /// <summary>Whether a table with these first bytes could be JSON, by its first sign.</summary>
    internal static ReadingTableForm FormOf(ReadOnlySpan<byte> start)
    {
        foreach (var b in start)
        {
            if (b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') continue;
            return b is (byte)'{' or (byte)'[' ? ReadingTableForm.Json : ReadingTableForm.Csv;
        }

        return ReadingTableForm.Csv;
    }

    /// <summary>Reads the next value.</summary>
    /// <param name="row">The value and its row.</param>
    /// <returns><see langword="false"/> at the end of the table, and where it <see cref="IsRefused"/>.</returns>
    public bool Read(out ReadingRow row)
    {
        while (!IsRefused)
        {
            if (_nextValue >= 0 && TryReadValue(out row)) return true;
            if (_nextValue >= 0) continue;
            if (!MoveNext()) break;
            if (!_isRowBad) _nextValue = 0;
        }

        row = default;
        return false;
    }

    /// <summary>Reads all values, one by one as they are asked for; what is wrong is passed over.</summary>
    /// <param name="stream">The bytes. Read to the end, and not closed.</param>
    /// <param name="file">The file as the user names it.</param>
    /// <param name="options">What the file does not say; <see cref="ReadingTableOptions.Default"/> if not given.</param>
    public static IEnumerable<ReadingRow> ReadAll(Stream stream, string file, ReadingTableOptions? options = null)
    {
        using var reader = new ReadingTableReader(stream, file, options);
        while (reader.Read(out var row)) yield return row;
    }

    /// <summary>Gives back the buffers; the stream stays open.</summary>
    public void Dispose() => _source.Dispose();

    private char ParserSeparator => _separator == '，' ? '\t' : _separator;

    private TableText TextOf(Stream stream, byte[] start, int length, int markLength) => new(stream, start, length, markLength, Encoding!, _separator == '，', Advance);

    private static string Decode(Encoding encoding, byte[] start, int markLength, int length)
    {
        var lenient = (Encoding)encoding.Clone();
        lenient.DecoderFallback = DecoderFallback.ReplacementFallback;
        return lenient.GetString(start, markLength, length - markLength);
    }

    private void Advance(int count)
    {
        BytesRead += count;
        if (count > 0) _options.Progress?.Report(BytesRead);
    }

    private void Learn()
    {
        _headings = _source.Headings.Count;
        _layout.Learn(_source.Headings);
    }

    /// <summary>Reads all that is left into columns: the values that <see cref="Read"/> gives, those of plain rows by a shorter way.</summary>
    internal void ReadInto(ReadingTablePart part)
    {
        var channels = PlainChannels(part);
        while (!IsRefused && MoveNext(channels is null ? null : part, channels))
        {
            if (_isRowBad || _isPlain) continue;
            _nextValue = 0;
            while (_nextValue >= 0 && !IsRefused)
                if (TryReadValue(out var row)) part.Add(row);
        }
    }

    // A moment a row in one column, and nothing that says of a row whether or how long it counts.
    private ChannelPart[]? PlainChannels(ReadingTablePart part)
    {
        if (_options is { StampsEnd: true, Duration: null }) return null;
        if (Form != ReadingTableForm.Csv || _layout.IsLong || _layout.HasTimeParts || _layout[TableField.Time] < 0 || _layout[TableField.Date] >= 0 || _layout.Errors.Count > 0) return null;
        foreach (var field in new[] { TableField.Mark, TableField.Status, TableField.Usable, TableField.Seconds, TableField.Minutes })
            if (_layout[field] >= 0) return null;
        _plain = new double[_layout.Values.Count];
        return _layout.Values.Select(value => part.ChannelOf(new(value.Quantity.Code, StatisticOf(value.Quantity.Suffix), _options.Duration, value.Unit, value.Quantity.Measurand, value.Quantity.Particulate))).ToArray();
    }

    // Where anything is not plain it says so, and leaves the row to the longer way.
    private bool TryReadPlain(ReadingTablePart part, ChannelPart[] channels)
    {
        var text = _source.Cell(_layout[TableField.Time]);
        if (text.IsEmpty) return false;
        if (!text.SequenceEqual(_timeText.AsSpan(0, _timeLength)))
        {
            if (!TableTime.TryRead(text, out var time, out var offset, out var isTwentyFour) || offset is not null) return false;
            NoteMidnight(time, isTwentyFour);
            if (_options is { StampsEnd: true, Duration: { } length } && !TryBegin(ref time, length)) return false;
            KeepTime(text, time);
        }

        var missing = 0;
        for (var i = 0; i < _plain.Length; i++)
        {
            var cell = _source.Cell(_layout.Values[i].Index);
            if (TableNumber.IsMissing(cell))
            {
                missing++;
                _plain[i] = double.NaN;
            }
            // Codes for "no value" are told apart in decimal.
            else if (!TableNumber.TryReadPlain(cell, _hasDecimalComma, out _plain[i]) || Hj212Fields.MayBeSentinel(_plain[i]))
            {
                return false;
            }
        }

        var place = 0;
        var station = _layout[TableField.Station] is >= 0 and var column ? _texts.Of(_source.Cell(column), out place) : "";
        var number = part.NumberOf(station.Length > 0 ? station : _station, place);
        for (var i = 0; i < _plain.Length; i++) channels[i].Add(_time.Ticks, number, _plain[i]);
        ValueCount += _plain.Length;
        MissingCount += missing;
        return true;
    }

    // How a time is written says whether it ends or begins a period: none begins at 24:00.
    private void NoteMidnight(DateTime time, bool isTwentyFour)
    {
        _hasTwentyFour |= isTwentyFour;
        _hasMidnight |= !isTwentyFour && time.TimeOfDay == TimeSpan.Zero;
    }

    // The first day of the calendar has no time of another offset.
    private static bool TryBegin(ref DateTime time, TimeSpan length)
    {
        if (time.Ticks - TimeSpan.TicksPerDay < length.Ticks) return false;
        time -= length;
        return true;
    }

    // Rows of many stations have one time, again and again.
    private void KeepTime(ReadOnlySpan<char> text, DateTime time)
    {
        (_timeLength, _time) = (text.Length <= _timeText.Length ? text.Length : 0, time);
        if (_timeLength > 0) text.CopyTo(_timeText);
    }

    private bool MoveNext(ReadingTablePart? part = null, ChannelPart[]? channels = null)
    {
        (_isRowBad, _isPlain) = (false, false);
        try
        {
            if (!_source.MoveNext()) return false;
        }
        catch (DecoderFallbackException)
        {
            RefuseBytes();
            return false;
        }

        if (_source.Fault == LineFault.Unclosed)
        {
            Stop(_source.Line, "", Say(LineFault.Unclosed));
            return false;
        }

        RowCount++;
        if (_source.Headings.Count != _headings)
        {
            if (Form == ReadingTableForm.Json) Learn();
        }

        if (_source.Fault != LineFault.None) Bad("", Say(_source.Fault));
        else if (Form == ReadingTableForm.Csv && _source.Count != _headings)
            Bad("", new($"The line has {_source.Count} value(s), the header {_headings} columns.", $"共有 {_headings} 列，本行却有 {_source.Count} 个值。"));
        else if (part is not null && TryReadPlain(part, channels!)) _isPlain = true;
        else ReadRow();
        if (_source.IsLost) IsRefused = true;
        return true;
    }

    private void ReadRow()
    {
        if (_layout.Errors.Count > 0)
        {
            Bad(_layout.Errors[0].Heading, _layout.Errors[0].Message);
            return;
        }

        _isLong = _layout.IsLong && _source.Has(_layout[TableField.Value]);
        var quantity = _isLong ? ReadQuantity() : null;
        if (_isLong && quantity is null) return;
        if (!_isLong && _layout.Values.Count == 0)
        {
            var (heading, message) = _layout.Missing.Count > 0 ? _layout.Missing[_layout.Missing.Count - 1] : ("", new("The row has no value.", "本行没有数值。"));
            Bad(heading, message);
            return;
        }

        var statistic = quantity is null ? default : StatisticOf(quantity, out _);
        if (!TryReadStatus(out var mark, out var status, out var isDenied)) return;
        if (!TryReadTime(isDenied, out var time) || !TryReadDuration(statistic, out var duration)) return;
        var isOfMoment = _isLong && statistic is Hj212Statistic.RealTime or Hj212Statistic.ConvertedRealTime;
        if (_options.StampsEnd && duration is { } length && !TryBegin(ref time, length))
        {
            BadTime(_layout[_layout.HasTimeParts ? TableField.Day : TableField.Time]);
            return;
        }

        _row = new ReadingRow
        {
            Station = Text(TableField.Station) is { Length: > 0 } station ? station : _station,
            LocalTime = time,
            UtcOffset = _options.Place.UtcOffset,
            Duration = duration,
            Mark = mark,
            Status = status,
            // Where a period began whose length nobody knows is not known either.
            IsUsable = !isDenied && status == ReadingStatus.Valid && (!_options.StampsEnd || duration is not null || isOfMoment),
            Line = _source.Line,
        };
    }

    private bool TryReadValue(out ReadingRow row)
    {
        row = default;
        var count = _isLong ? 1 : _layout.Values.Count;
        if (_nextValue == count)
        {
            _nextValue = -1;
            return false;
        }

        var index = _nextValue++;
        var column = _isLong ? _layout[TableField.Value] : _layout.Values[index].Index;
        // In JSON an object need not have all names.
        if (!_source.Has(column)) return false;
        var quantity = _isLong ? ReadQuantity()! : _layout.Values[index].Quantity;
        var suffix = quantity.Suffix;
        var statistic = _isLong ? StatisticOf(quantity, out suffix) : StatisticOf(suffix);
        if (!TryReadUnit(quantity, index, out var unit)) return false;
        var text = _source.Cell(column);
        decimal? value = null;
        if (TableNumber.IsMissing(text)) MissingCount++;
        else if (quantity.IsPrecipitation && NoiseConditions.YesOrNo(text) is { } rains) value = rains ? 1 : 0;
        else if (TableNumber.TryRead(text, _hasDecimalComma, out var number, out var problem)) value = number;
        else
        {
            Bad(column, problem);
            return false;
        }

        ValueCount++;
        row = _row with
        {
            Code = quantity.Code,
            Statistic = statistic,
            Suffix = suffix,
            Value = value,
            Unit = unit,
            Measurand = MeasurandOf(quantity),
            Particulate = quantity.Particulate,
            IsUsable = _row.IsUsable && value is { } known && !Hj212Fields.IsSentinel(known),
            Column = column + 1,
        };
        return true;
    }

    private string Text(TableField field) => _layout[field] is >= 0 and var column ? _texts.Of(_source.Cell(column)) : "";

    // A code, a name, or else the key of the catalogue.
    private TableQuantity? ReadQuantity()
    {
        var code = Text(TableField.Code);
        if (code.Length == 0) code = Text(TableField.Measurand);
        if (code.Length == 0)
        {
            Bad(_layout[TableField.Code] >= 0 ? _layout[TableField.Code] : _layout[TableField.Measurand], new("What was measured is missing.", "缺少监测因子。"));
            return null;
        }

        if (_quantities.TryGetValue(code, out var quantity)) return quantity;
        quantity = TableQuantity.OfMeasurand(code) ?? TableQuantity.OfCode(code);
        if (_quantities.Count < 4096) _quantities.Add(code, quantity);
        return quantity;
    }

    // The file knows better than the code: in ambient air PM10 is another measurand than at a boundary.
    private string? MeasurandOf(TableQuantity quantity) =>
        _isLong && Text(TableField.Measurand) is { Length: > 0 } named && named.IndexOf('.') > 0 && !named.StartsWith("PM", StringComparison.OrdinalIgnoreCase) ? named : quantity.Measurand;

    private static Hj212Statistic StatisticOf(string suffix) => suffix switch
    {
        "Avg" => Hj212Statistic.Average,
        "Data" => Hj212Statistic.Period,
        _ => Hj212Suffix.StatisticOf(suffix),
    };

    private Hj212Statistic StatisticOf(TableQuantity quantity, out string suffix)
    {
        suffix = Text(TableField.Suffix) is { Length: > 0 } given ? given : quantity.Suffix;
        return StatisticOf(suffix);
    }

    private bool TryReadUnit(TableQuantity quantity, int index, out string? unit)
    {
        if (!_isLong)
        {
            unit = _layout.Values[index].Unit;
            return true;
        }

        var text = Text(TableField.Unit);
        if (_units.TryGetValue((quantity, text), out unit)) return true;
        if (text.Length > 0 && !quantity.TryUnit(text, out unit!))
        {
            Bad(_layout[TableField.Unit], new($"'{InputError.Quote(text)}' is no unit of this quantity.", $"“{InputError.Quote(text)}”不是该量的单位。"));
            return false;
        }

        if (text.Length == 0 && _options.Unit is { } given && quantity.TryDeclared(given, out var symbol)) unit = symbol;
        // A level without any column of units is in decibels, as in a wide table; a column that is blank says that nobody knows.
        else if (text.Length == 0 && _layout[TableField.Unit] < 0) unit = quantity.OnlyUnit;
        if (_units.Count < 4096) _units.Add((quantity, text), unit);
        return true;
    }

    private bool TryReadStatus(out string mark, out ReadingStatus status, out bool isDenied)
    {
        mark = Text(TableField.Mark);
        (status, isDenied) = (mark.Length == 0 ? ReadingStatus.Valid : Hj212Fields.StatusOf(mark) ?? ReadingStatus.Fault, false);
        if (Text(TableField.Status) is { Length: > 0 } word)
        {
            if (!WordsOf<ReadingStatus>.TryParse(word.ToLowerInvariant(), out var found))
            {
                Bad(_layout[TableField.Status], new(
                    $"'{InputError.Quote(word)}' is none of {string.Join(", ", WordsOf<ReadingStatus>.All)}.", $"“{InputError.Quote(word)}”不是下列之一：{string.Join("、", WordsOf<ReadingStatus>.All)}。"));
                return false;
            }

            status = found;
        }

        switch (Text(TableField.Usable))
        {
            case "" or "true" or "True" or "TRUE" or "1" or "是":
                return true;
            case "false" or "False" or "FALSE" or "0" or "否":
                isDenied = true;
                return true;
            case var other:
                Bad(_layout[TableField.Usable], new($"'{InputError.Quote(other)}' is not 0, 1, true or false.", $"“{InputError.Quote(other)}”不是 0、1、true 或 false。"));
                return false;
        }
    }

    private bool TryReadDuration(Hj212Statistic statistic, out TimeSpan? duration)
    {
        duration = _options.Duration ?? (_layout.HasTimeParts && _layout[TableField.Minute] < 0 && _layout[TableField.Hour] >= 0 ? TimeSpan.FromHours(1) : null);
        // Whatever the caller says of the periods: a value of a moment has none.
        if (_isLong && statistic is Hj212Statistic.RealTime or Hj212Statistic.ConvertedRealTime) duration = null;
        foreach (var (field, ticks) in new ReadOnlySpan<(TableField, long)>(Durations))
        {
            if (_layout[field] < 0) continue;
            var text = _source.Cell(_layout[field]);
            if (TableNumber.IsMissing(text)) continue;
            if (TableNumber.TryRead(text, _hasDecimalComma, out var number, out _) && number is > 0 and <= 31_622_400 && decimal.Truncate(number * ticks) is >= 1 and var length)
            {
                duration = TimeSpan.FromTicks((long)length);
                continue;
            }

            Bad(_layout[field], new($"'{InputError.Quote(text.ToString())}' is no length of time.", $"“{InputError.Quote(text.ToString())}”不是时长。"));
            return false;
        }

        return true;
    }

    private static readonly (TableField Field, long Ticks)[] Durations = [(TableField.Seconds, TimeSpan.TicksPerSecond), (TableField.Minutes, TimeSpan.TicksPerMinute)];

    private bool TryReadTime(bool isDenied, out DateTime time)
    {
        TimeSpan? offset = null;
        if (_layout.HasTimeParts) return TryReadParts(out time);
        time = default;
        var column = _layout[TableField.Time];
        var text = column < 0 ? default : _source.Cell(column);
        if (text.IsEmpty)
        {
            // A packet whose time could not be read is written without one, and does not count.
            if (isDenied) _isRowBad = true;
            else if (column < 0) Bad("", _layout.Missing.Count > 0 ? _layout.Missing[0].Message : new("The time is missing.", "缺少时间。"));
            else Bad(column, new("The time is missing.", "缺少时间。"));
            return false;
        }

        if (!TableTime.TryRead(text, out time, out offset, out var isTwentyFour))
        {
            if (_layout[TableField.Date] is not (>= 0 and var day)) return BadTime(column);
            if (!TableTime.TryRead(_source.Cell(day), out time, out _, out _)) return BadTime(day);
            if (!TableTime.TryReadClock(text, out var clock, out offset)) return BadTime(column);
            isTwentyFour = clock.Days > 0;
            time = time.Date + clock;
        }

        NoteMidnight(time, isTwentyFour);
        if (offset is not { } from) return true;
        if (_options.Place.UtcOffset is not { } to)
        {
            Bad(column, new(
                $"'{InputError.Quote(text.ToString())}' has an offset, but {_options.Place.Name.English} has no fixed offset to convert it to; give local times.",
                $"“{InputError.Quote(text.ToString())}”带有时差，而{_options.Place.Name.Chinese}没有固定时差可供换算；请使用当地时间。"));
            return false;
        }

        // The first and the last hours of the calendar have no local time elsewhere.
        var ticks = time.Ticks - from.Ticks + to.Ticks;
        if (ticks < TimeSpan.TicksPerDay || ticks > DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay) return BadTime(column);
        time = new DateTime(ticks);
        return true;
    }

    private bool TryReadParts(out DateTime time)
    {
        time = default;
        if (!TryPart(TableField.Year, out var year) || !TryPart(TableField.Month, out var month) || !TryPart(TableField.Day, out var day)
            || !TryPart(TableField.Hour, out var hour) || !TryPart(TableField.Minute, out var minute) || !TryPart(TableField.Second, out var second)) return false;
        if (!TableTime.TryMake(year, month, day, hour, minute, second, 0, out time)) return BadTime(_layout[TableField.Day]);
        NoteMidnight(time, hour == 24);
        return true;
    }

    private bool TryPart(TableField field, out int number)
    {
        number = 0;
        if (_layout[field] < 0) return true;
        var text = _source.Cell(_layout[field]);
        if (!TableNumber.TryRead(text, false, out var part, out var problem))
        {
            Bad(_layout[field], problem);
            return false;
        }

        number = part is >= 0 and <= 9999 && part == decimal.Truncate(part) ? (int)part : -1;
        return true;
    }

    private bool BadTime(int column)
    {
        var text = InputError.Quote(_source.Cell(column).ToString());
        Bad(column, new($"'{text}' is not a time that there is, of the form 2026-01-05 22:00.", $"“{text}”不是存在的 2026-01-05 22:00 形式的时间。"));
        return false;
    }

    private void Bad(int column, BilingualText message) => Bad(column < 0 ? "" : TableLayout.Place(column, _source.Headings[column]), message);

    private void Bad(string field, BilingualText message)
    {
        Errors.Add(new InputError(_file, _source.Line, field, message));
        if (!_isRowBad) BadRowCount++;
        _isRowBad = true;
        if (_options.IsStrict) IsRefused = true;
    }

    private void Stop(int? line, string field, BilingualText message)
    {
        Errors.Add(new InputError(_file, line, field, message));
        IsRefused = true;
    }

    private void RefuseBytes() => Stop(null, "", new(
        $"After line {_source.Line} stand bytes that are not of the encoding of the file; give its encoding (UTF-8, UTF-16, GB 18030), or save it as \"CSV UTF-8\".",
        $"第 {_source.Line} 行之后的字节与文件编码不符；请指定编码（UTF-8、UTF-16、GB 18030），或另存为“CSV UTF-8”。"));

    private static BilingualText Say(LineFault fault) => fault switch
    {
        LineFault.OpenQuote => DelimitedText.Quotes,
        LineFault.TooLong => new($"The line is longer than {TableText.MaxLine} characters.", $"本行超过 {TableText.MaxLine} 个字符。"),
        LineFault.LostInArray => new("This is no JSON object that can be read; what follows it in the array was not read.", "不是可读取的 JSON 对象；数组中其后的内容未读取。"),
        LineFault.Unclosed => new("The JSON array is not closed: the file may have been cut off.", "JSON 数组未闭合：文件可能被截断。"),
        LineFault.NameTwice => new("A name stands twice in this object.", "该对象中有重复的名称。"),
        _ => new("This is no JSON object that can be read.", "不是可读取的 JSON 对象。"),
    };
}
