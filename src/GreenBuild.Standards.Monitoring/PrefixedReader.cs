namespace GreenBuild.Standards.Monitoring;

/// <summary>Text whose beginning was read already, to find out how it is written.</summary>
internal sealed class PrefixedReader(string prefix, TextReader rest) : TextReader
{
    private int _position;

    public override int Peek() => _position < prefix.Length ? prefix[_position] : rest.Peek();

    public override int Read() => _position < prefix.Length ? prefix[_position++] : rest.Read();

    public override int Read(char[] buffer, int index, int count)
    {
        if (_position >= prefix.Length) return rest.Read(buffer, index, count);
        var taken = Math.Min(count, prefix.Length - _position);
        prefix.CopyTo(_position, buffer, index, taken);
        _position += taken;
        return taken;
    }
}
