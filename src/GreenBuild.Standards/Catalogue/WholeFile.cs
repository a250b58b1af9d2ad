namespace GreenBuild.Standards;

/// <summary>Reads files whole, and none that is too large: it may come from anyone, and a device has no end.</summary>
internal static class WholeFile
{
    /// <summary>How large a file may be; readings of a year by the minute are a tenth of it.</summary>
    public const int LongestFile = 512 << 20;

    /// <summary>The bytes of a file, or <see langword="null"/> if it is too large.</summary>
    /// <param name="path">The file.</param>
    /// <param name="longest">How large it may be, in bytes.</param>
    /// <param name="problem">What is wrong with it; empty if nothing is.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static byte[]? Read(string path, int longest, out BilingualText problem)
    {
        problem = new($"The file is larger than {longest >> 20} MiB.", $"文件大于 {longest >> 20} MiB。");
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        // A pipe does not know its length, and a device may say nought.
        var length = file.CanSeek ? file.Length : 0;
        if (length > longest) return null;
        using var bytes = new MemoryStream((int)length);
        var buffer = new byte[1 << 16];
        for (int count; (count = file.Read(buffer, 0, buffer.Length)) > 0;)
        {
            if (bytes.Length + count > longest) return null;
            bytes.Write(buffer, 0, count);
        }

        problem = default;
        return bytes.Length == bytes.Capacity ? bytes.GetBuffer() : bytes.ToArray();
    }
}
