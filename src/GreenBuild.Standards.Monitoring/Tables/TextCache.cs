namespace GreenBuild.Standards.Monitoring.Tables;

/// <summary>Texts that come again and again, such as names of stations: each is a string once. Holds a bounded number.</summary>
internal sealed class TextCache
{
    public const int Slots = 4096;

    private readonly string?[] _texts = new string?[Slots];

    public string Of(ReadOnlySpan<char> text) => Of(text, out _);

    /// <summary>The same with its place, at which another text may stand later.</summary>
    public string Of(ReadOnlySpan<char> text, out int place)
    {
        place = 0;
        if (text.IsEmpty) return "";
        var hash = 2166136261u;
        foreach (var c in text) hash = (hash ^ c) * 16777619u;
        place = (int)((hash ^ (hash >> 16)) & (Slots - 1));
        ref var slot = ref _texts[place];
        if (slot is null || !text.SequenceEqual(slot.AsSpan())) slot = text.ToString();
        return slot;
    }
}
