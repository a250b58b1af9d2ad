using System.Buffers;
using System.Globalization;
using System.Text;

namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>Writes packets of HJ 212, for tests and simulators of stations.</summary>
/// <remarks>
/// The grammar has no escape: names and values must not hold <c># &amp; ; , =</c> or control characters, and names no hyphen where a suffix follows. Fields of one factor
/// that follow each other are separated by commas, everything else by semicolons.
/// </remarks>
public sealed class Hj212Writer
{
    private readonly List<(string Code, string Suffix, string Value)> _fields = [];
    private string _qn = "";
    private string _st = "";
    private string _cn = "";
    private string _password = "";
    private string _mn = "";
    private Hj212CrcRule _crcRule = Hj212CrcRule.Standard;

    /// <summary>The request number QN, a time with milliseconds in 17 digits; left out if empty.</summary>
    /// <exception cref="ArgumentException">It holds a character that the grammar does not allow; so with the other fields of the header.</exception>
    public string Qn { get => _qn; init => _qn = Checked(value); }

    /// <summary>The system code ST, for example <c>39</c>; left out if empty.</summary>
    public string St { get => _st; init => _st = Checked(value); }

    /// <summary>The command CN, for example <c>2011</c>; left out if empty.</summary>
    public string Cn { get => _cn; init => _cn = Checked(value); }

    /// <summary>The password PW; left out if empty.</summary>
    public string Password { get => _password; init => _password = Checked(value); }

    /// <summary>The number of the device, MN; left out if empty.</summary>
    public string Mn { get => _mn; init => _mn = Checked(value); }

    /// <summary>Flag; left out if <see langword="null"/>.</summary>
    public byte? Flag { get; init; }

    /// <summary>PNUM, the number of packets of the message; left out if <see langword="null"/>.</summary>
    public int? PartCount { get; init; }

    /// <summary>PNO, the number of this packet from 1; left out if <see langword="null"/>.</summary>
    public int? PartNumber { get; init; }

    /// <summary>Whether RF=1 is written (HJ 212-2025).</summary>
    public bool IsSentAgain { get; init; }

    /// <summary>The rule of the CRC; <see cref="Hj212CrcRule.Standard"/> by default, or one of the Modbus rules, or <see cref="Hj212CrcRule.Missing"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The rule cannot be written.</exception>
    public Hj212CrcRule CrcRule
    {
        get => _crcRule;
        init => _crcRule = value is Hj212CrcRule.Standard or Hj212CrcRule.Modbus or Hj212CrcRule.ModbusSwapped or Hj212CrcRule.Missing
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), "This is no rule to write a CRC by.");
    }

    /// <summary>What ends the packet; CR LF by default.</summary>
    public Hj212Terminator Terminator { get; init; } = Hj212Terminator.CrLf;

    /// <summary>Adds a plain parameter, for example <c>DataTime</c>.</summary>
    /// <exception cref="ArgumentException">The name is empty or has a hyphen, or a text holds a character that the grammar does not allow.</exception>
    public Hj212Writer Add(string name, string value) => Add(name, "", value);

    /// <summary>Adds a field of a factor, for example <c>a34002</c>, <c>Avg</c>, <c>97</c>.</summary>
    /// <param name="code">The factor code.</param>
    /// <param name="suffix">The suffix; empty for a plain parameter.</param>
    /// <param name="value">The value; may be empty.</param>
    /// <exception cref="ArgumentException">The code is empty or has a hyphen, or a text holds a character that the grammar does not allow.</exception>
    public Hj212Writer Add(string code, string suffix, string value)
    {
        if (code.Length == 0 || code.IndexOf('-') >= 0) throw new ArgumentException("A name is not empty and has no hyphen.", nameof(code));
        _fields.Add((Checked(code), Checked(suffix), Checked(value)));
        return this;
    }

    /// <summary>Adds a number of a factor.</summary>
    /// <exception cref="ArgumentException">The code is empty or has a hyphen, or a text holds a character that the grammar does not allow.</exception>
    public Hj212Writer Add(string code, string suffix, decimal value) => Add(code, suffix, value.ToString(CultureInfo.InvariantCulture));

    /// <summary>The packet.</summary>
    /// <exception cref="InvalidOperationException">The data segment has more than 9999 bytes, which four digits cannot say.</exception>
    public byte[] ToArray()
    {
        var data = Encoding.UTF8.GetBytes(DataSegment());
        if (data.Length > Hj212Framing.MaxData) throw new InvalidOperationException("The data segment has more than 9999 bytes.");
        var crc = CrcRule switch
        {
            Hj212CrcRule.Modbus => Hj212Crc.ComputeModbus(data),
            Hj212CrcRule.ModbusSwapped => Hj212Crc.Swap(Hj212Crc.ComputeModbus(data)),
            _ => Hj212Crc.Compute(data),
        };
        var head = Encoding.ASCII.GetBytes("##" + data.Length.ToString("0000", CultureInfo.InvariantCulture));
        var tail = Encoding.ASCII.GetBytes((CrcRule == Hj212CrcRule.Missing ? "" : crc.ToString("X4", CultureInfo.InvariantCulture)) + Terminator switch
        {
            Hj212Terminator.CrLf => "\r\n",
            Hj212Terminator.Lf => "\n",
            Hj212Terminator.Cr => "\r",
            Hj212Terminator.Text => "\\r\\n",
            _ => "",
        });
        return [.. head, .. data, .. tail];
    }

    /// <summary>Writes the packet.</summary>
    /// <exception cref="InvalidOperationException">The data segment has more than 9999 bytes.</exception>
    public void WriteTo(IBufferWriter<byte> output) => output.Write(ToArray());

    private string DataSegment()
    {
        var text = new StringBuilder();
        Field("QN", _qn);
        Field("ST", _st);
        Field("CN", _cn);
        Field("PW", _password);
        Field("MN", _mn);
        Field("Flag", Number(Flag));
        Field("PNUM", Number(PartCount));
        Field("PNO", Number(PartNumber));
        Field("RF", IsSentAgain ? "1" : "");
        text.Append("CP=&&");
        for (var i = 0; i < _fields.Count; i++)
        {
            var (code, suffix, value) = _fields[i];
            if (i > 0) text.Append(suffix.Length > 0 && _fields[i - 1] is { Suffix.Length: > 0 } before && before.Code == code ? ',' : ';');
            text.Append(code);
            if (suffix.Length > 0) text.Append('-').Append(suffix);
            text.Append('=').Append(value);
        }

        return text.Append("&&").ToString();

        void Field(string name, string value)
        {
            if (value.Length > 0) text.Append(name).Append('=').Append(value).Append(';');
        }

        static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
    }

    private static string Checked(string text)
    {
        foreach (var c in text)
            if (c is '#' or '&' or ';' or ',' or '=' || char.IsControl(c)) throw new ArgumentException("The grammar has no escape for # & ; , = and control characters.", nameof(text));
        return text;
    }
}
