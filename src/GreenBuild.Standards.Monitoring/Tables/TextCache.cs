namespace GreenBuild.Standards.Monitoring.Tables;

/// <summary>Texts that come again and again, such as names of stations: each is a string once. Holds a bounded number.</summary>
internal sealed class TextCache
{
    private const int Slots = 4096;

    private readonly string?[] _texts = new string?[Slots];

    public string Of(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return "";
        var hash = 2166136261u;
        foreach (var c in text) hash = (hash ^ c) * 16777619u;
        ref var slot = ref _texts[(hash ^ (hash >> 16)) & (Slots - 1)];
        if (slot is null || !text.SequenceEqual(slot.AsSpan())) slot = text.ToString();
        return slot;
    }
}
