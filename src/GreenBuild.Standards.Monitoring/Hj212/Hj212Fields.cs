using System.Globalization;
using GreenBuild.Standards.Dust;
using GreenBuild.Standards.Windows;

namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>The data region of one packet while it is read.</summary>
internal sealed class Hj212Fields
{
    private const string Masked = "******";

    // No number of a device is longer; a decimal holds 28 digits.
    private const int LongestNumber = 64;

    // What devices send for "no value", as seen in the field.
    private static readonly decimal[] Sentinels = [-999, -9999, -999999, 32767, 9999.99m];

    // Between these is none of them.
    private static readonly decimal HighestBelow = Sentinels.Where(static code => code < 0).Max();
    private static readonly decimal LowestAbove = Sentinels.Where(static code => code > 0).Min();

    private readonly Hj212Message _message;
    private readonly Hj212StationProfile _profile;
    private readonly List<Factor> _factors = [];
    private readonly Dictionary<string, int> _byCode = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Entry> _entries = [];
    private readonly List<KeyValuePair<string, string>> _parameters = [];
    private readonly HashSet<(int Factor, string Name)> _names = [];
    private readonly List<Hj212Reading> _readings = [];
    private readonly List<Hj212Finding> _findings = [];
    private string _bareMark = "";
    private int _lastFactor = -1;

    public Hj212Fields(Hj212Message message, in Hj212Packet packet)
    {
        _message = message;
        _profile = message.Profile;
        foreach (var fault in packet.Faults.ToList()) Add(fault, "");
        if (message.CrcRule is Hj212CrcRule.Modbus or Hj212CrcRule.ModbusSwapped && !_profile.AllowsModbusCrc) Add(Hj212Fault.CrcRuleNotInProfile, "");
        ReadFields(packet);
        ReadTime();
        foreach (var factor in _factors) ReadMark(factor);
        MakeReadings();
        CheckParticulates();
    }

    public string DataTime { get; private set; } = "";

    public DateTimeOffset? Time { get; private set; }

    public TimeSpan? Duration { get; private set; }

    public Hj212FaultSet Faults { get; private set; }

    public int MoreFindings { get; private set; }

    public IReadOnlyList<KeyValuePair<string, string>> Parameters => _parameters.AsReadOnly();

    public IReadOnlyList<Hj212Reading> Readings => _readings.AsReadOnly();

    public IReadOnlyList<Hj212Finding> Findings => _findings.AsReadOnly();

    private void Add(Hj212Fault fault, string where, BilingualText detail = default)
    {
        Faults = Faults.With(fault);
        if (_findings.Count < Hj212Message.MaxFindings) _findings.Add(new Hj212Finding(fault, where.Length == 0 ? "" : InputError.Quote(where), detail));
        else MoreFindings++;
    }

    private void ReadFields(in Hj212Packet packet)
    {
        var count = 0;
        foreach (var field in packet.Fields)
        {
            if (++count > Hj212Message.MaxFields)
            {
                Add(Hj212Fault.TooManyFields, "");
                return;
            }

            if (field.IsMalformed) ReadStray(field);
            else if (field.Suffix.IsEmpty) ReadParameter(field);
            else ReadFactor(field);
        }
    }

    // A decimal comma splits a field: what stands before it is no whole number then.
    private void ReadStray(Hj212Field field)
    {
        Add(Hj212Fault.FieldMalformed, _lastFactor >= 0 ? _factors[_lastFactor].Code : "");
        if (_lastFactor >= 0 && field.Code[0] is >= (byte)'0' and <= (byte)'9') _factors[_lastFactor].IsAmbiguous = true;
    }

    private void ReadParameter(Hj212Field field)
    {
        _lastFactor = -1;
        var name = Hj212Text.Of(field.Code);
        var isNew = _names.Add((-1, name));
        if (!isNew) Add(Hj212Fault.DuplicateKey, name);
        if (name == "DataTime")
        {
            // Two times that differ are none.
            var time = Hj212Text.Of(field.Value);
            if (isNew) DataTime = time;
            else if (time != DataTime) DataTime = DataTime + "; " + time;
            return;
        }

        var value = name is "PW" or "NewPW" or "NewSK" ? Masked : Hj212Text.Of(field.Value);
        if (name == "Flag")
        {
            Add(Hj212Fault.BareFlagInsideCp, "Flag=" + value);
            _bareMark = value;
        }

        _parameters.Add(new(name, value));
    }

    private void ReadFactor(Hj212Field field)
    {
        if (_lastFactor < 0 || !Hj212Text.Is(field.Code, _factors[_lastFactor].Code))
        {
            var code = Hj212Text.Of(field.Code);
            if (!_byCode.TryGetValue(code, out _lastFactor))
            {
                _lastFactor = _factors.Count;
                _byCode.Add(code, _lastFactor);
                var channel = _profile.Find(code, out var spelling);
                if (spelling != code) Add(Hj212Fault.CodeLetterCase, code);
                _factors.Add(new Factor(code, channel));
            }
        }

        var factor = _factors[_lastFactor];
        var suffix = Hj212Suffix.Find(field.Suffix);
        var name = suffix?.Name ?? Hj212Text.Of(field.Suffix);
        if (suffix is null) Add(Hj212Fault.SuffixNotInStandard, factor.Code + "-" + name);
        if (!(suffix is null ? _names.Add((_lastFactor, name)) : factor.Note(suffix)))
        {
            if (!factor.IsDuplicate) Add(Hj212Fault.DuplicateKey, factor.Code);
            factor.IsDuplicate = true;
            factor.IsAmbiguous = true;
        }

        var text = Hj212Text.Of(field.Value);
        if (suffix == Hj212Suffix.Mark) factor.Mark ??= text;
        if (suffix?.NeedsMark ?? true) factor.NeedsMark = true;
        if (suffix is null || suffix.Statistic is not null) _entries.Add(new Entry(_lastFactor, name, suffix, text));
    }

    private void ReadTime()
    {
        var command = _message.Command;
        if (Hj212Command.IsOfPeriod(command)) Duration = command == Hj212Command.Minutes ? _profile.MinuteInterval : Hj212Command.PeriodOf(command);
        if (DataTime.Length == 0)
        {
            if (_factors.Count > 0 && Hj212Command.CarriesReadings(command)) Add(Hj212Fault.DataTimeMissing, "DataTime");
            return;
        }

        var digits = DataTime;
        if (_profile.CutsLongTimes && digits.Length is 16 or 17)
        {
            digits = digits.Substring(0, Hj212Time.Length);
            Add(Hj212Fault.DataTimeCut, "DataTime");
        }

        Span<byte> ascii = stackalloc byte[Hj212Time.Length];
        for (var i = 0; i < Math.Min(digits.Length, ascii.Length); i++) ascii[i] = digits[i] < 0x80 ? (byte)digits[i] : (byte)0;
        if (digits.Length != Hj212Time.Length || !Hj212Time.TryRead(ascii, out var time))
        {
            Add(Hj212Fault.DataTimeNot14Digits, "DataTime");
            return;
        }

        if (_profile.StampsEnd && Hj212Command.IsOfPeriod(command))
        {
            if (Duration is not { } duration)
            {
                Add(Hj212Fault.PeriodUnknown, "DataTime");
                return;
            }

            time -= duration;
        }

        Time = new DateTimeOffset(time, Hj212Time.Offset);
    }

    private void ReadMark(Factor factor)
    {
        var mark = factor.Mark ?? "";
        if (mark.Length == 0)
        {
            if (_profile.BareFlagMarksAll && StatusOf(_bareMark) is not null) mark = _bareMark;
            if (factor.NeedsMark) Add(Hj212Fault.DataFlagMissing, factor.Code);
            if (mark.Length == 0)
            {
                factor.Status = _profile.CountsUnmarked || !factor.NeedsMark ? ReadingStatus.Valid : ReadingStatus.Fault;
                return;
            }
        }

        factor.IsMarked = true;
        if (StatusOf(mark) is { } status)
        {
            factor.Status = status;
            if (status != ReadingStatus.Valid) Add(Hj212Fault.NotValidData, factor.Code + "=" + mark);
            return;
        }

        factor.Status = ReadingStatus.Fault;
        Add(mark.Length == 1 && mark[0] is >= 'a' and <= 'z' ? Hj212Fault.DataFlagLowerCase : Hj212Fault.DataFlagUnknown, factor.Code + "=" + mark);
    }

    /// <summary>What a mark of HJ 212-2017 comes down to, P of 2005 included; <see langword="null"/> if it is none of them.</summary>
    internal static ReadingStatus? StatusOf(string mark) => mark switch
    {
        "N" => ReadingStatus.Valid,
        "T" => ReadingStatus.OutOfRange,
        "M" => ReadingStatus.Maintenance,
        "C" => ReadingStatus.Calibration,
        "F" or "S" or "D" or "B" or "P" => ReadingStatus.Fault,
        _ => null,
    };

    /// <summary>Whether a number is what devices send for "no value".</summary>
    internal static bool IsSentinel(decimal number) => (number <= HighestBelow || number >= LowestAbove) && Array.IndexOf(Sentinels, number) >= 0;

    /// <summary>Whether a number may be what devices send for "no value"; <see cref="IsSentinel"/> decides, on the number as it is written.</summary>
    internal static bool MayBeSentinel(double number) => number <= (double)HighestBelow || number >= (double)LowestAbove - 1;

    private void MakeReadings()
    {
        _readings.Capacity = _entries.Count;
        foreach (var entry in _entries)
        {
            var factor = _factors[entry.Factor];
            var (value, isSentinel) = (ReadValue(entry, factor), false);
            // A state, or a number of hours, is not in the unit of the factor.
            var channel = entry.Suffix?.Statistic is Hj212Statistic.Other or Hj212Statistic.Total or Hj212Statistic.RunningState or Hj212Statistic.RunningHours or null ? null : factor.Channel;
            if (value is { } number)
            {
                isSentinel = IsSentinel(number);
                if (isSentinel) Add(Hj212Fault.SentinelValue, factor.Code + "-" + entry.Name);
                else if (channel is not null && (factor.Status == ReadingStatus.Valid || !factor.IsMarked)) CheckPlausible(number, factor, entry, channel);
            }

            _readings.Add(new Hj212Reading
            {
                Station = _message.Station,
                Time = Time,
                Duration = Duration,
                Code = factor.Code,
                Statistic = entry.Suffix?.Statistic ?? Hj212Statistic.Other,
                Suffix = entry.Name,
                Text = entry.Text,
                Value = value,
                Mark = factor.Mark ?? "",
                Status = factor.Status,
                Unit = channel?.Unit,
                Measurand = channel?.Measurand,
                Particulate = channel?.Particulate,
                IsUsable = value is not null && !isSentinel && !factor.IsAmbiguous && factor.Status == ReadingStatus.Valid && Time is not null && _message.Station.Length > 0 && _message.IsCrcAccepted,
            });
        }
    }

    private decimal? ReadValue(in Entry entry, Factor factor)
    {
        if (entry.Text.Length == 0)
        {
            Add(Hj212Fault.ValueMissing, factor.Code + "-" + entry.Name);
            return null;
        }

        if (entry.Text.Length <= LongestNumber && NumberText.TryParse(entry.Text, out var number, out _)) return number;
        // Behind a suffix that the standard does not know may stand anything.
        if (entry.Suffix is not null) Add(Hj212Fault.ValueNotANumber, factor.Code);
        return null;
    }

    private void CheckPlausible(decimal value, Factor factor, in Entry entry, Hj212Channel channel)
    {
        var where = factor.Code + "-" + entry.Name;
        if (channel.Particulate is not null && DustUnitSlip.FactorOf(value, channel.Unit) is { } factorOf)
        {
            var (as1, as2) = (Words.Number(value) + " " + channel.Unit, Words.Number(value * factorOf) + " " + channel.Unit);
            Add(Hj212Fault.UnitDoubtful, where, new($"{as1} is no outdoor air, {as2} would be usual (profile: {_profile.Name}).", $"{as1} 不属室外空气的正常范围，{as2} 属正常范围（站点配置：{_profile.Name}）。"));
        }

        if (value < channel.Least || value > channel.Most)
            Add(Hj212Fault.OutOfPlausibleRange, where, new(
                string.Format(CultureInfo.InvariantCulture, "{0} {1} (plausible: {2} to {3}).", Words.Number(value), channel.Unit, Bound(channel.Least), Bound(channel.Most)),
                string.Format(CultureInfo.InvariantCulture, "{0} {1}（合理范围：{2}～{3}）。", Words.Number(value), channel.Unit, Bound(channel.Least), Bound(channel.Most))));

        static string Bound(decimal? bound) => bound is { } known ? Words.Number(known) : "–";
    }

    // Every part of the air is a part of the coarser one, whatever the unit is.
    private void CheckParticulates()
    {
        foreach (var (finer, coarser) in new[] { (Particulate.Pm25, Particulate.Pm10), (Particulate.Pm10, Particulate.Tsp) })
        {
            foreach (var statistic in new[] { Hj212Statistic.RealTime, Hj212Statistic.Average })
            {
                if (Value(finer, statistic) is { } small && Value(coarser, statistic) is { } large && small.Unit == large.Unit && small.Value > large.Value)
                    Add(Hj212Fault.ParticulatesOutOfOrder, small.Code + ">" + large.Code);
            }
        }

        Hj212Reading? Value(Particulate particulate, Hj212Statistic statistic)
        {
            foreach (var reading in _readings)
                if (reading.Particulate == particulate && reading.Statistic == statistic && reading.Status == ReadingStatus.Valid && reading.Value is not null) return reading;
            return null;
        }
    }

    private readonly record struct Entry(int Factor, string Name, Hj212Suffix? Suffix, string Text);

    private sealed class Factor(string code, Hj212Channel? channel)
    {
        private uint _suffixes;

        public string Code { get; } = code;

        public Hj212Channel? Channel { get; } = channel;

        public string? Mark { get; set; }

        public bool NeedsMark { get; set; }

        public bool IsMarked { get; set; }

        public bool IsDuplicate { get; set; }

        public bool IsAmbiguous { get; set; }

        public ReadingStatus Status { get; set; } = ReadingStatus.Fault;

        /// <summary>Notes a suffix, and says whether it is new.</summary>
        public bool Note(Hj212Suffix suffix)
        {
            var isNew = (_suffixes & suffix.Bit) == 0;
            _suffixes |= suffix.Bit;
            return isNew;
        }
    }
}
