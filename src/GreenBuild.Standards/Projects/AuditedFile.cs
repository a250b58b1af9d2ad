using System.Globalization;
using System.Security.Cryptography;

namespace GreenBuild.Standards.Projects;

/// <summary>A file that an audit read, so that a report can be tied to it.</summary>
public sealed class AuditedFile
{
    /// <summary>Describes a file.</summary>
    /// <param name="file">The file, relative to the project folder.</param>
    /// <param name="length">Its length in bytes.</param>
    /// <param name="sha256">The SHA-256 of its bytes, as 64 hexadecimal digits.</param>
    public AuditedFile(string file, long length, string sha256)
    {
        File = file;
        Length = length;
        Sha256 = sha256;
    }

    /// <summary>The file, relative to the project folder.</summary>
    public string File { get; }

    /// <summary>Its length in bytes.</summary>
    public long Length { get; }

    /// <summary>The SHA-256 of its bytes, as 64 hexadecimal digits.</summary>
    public string Sha256 { get; }

    /// <summary>Describes a file by the hash of its bytes.</summary>
    /// <param name="file">The file, relative to the project folder.</param>
    /// <param name="bytes">What was read from it.</param>
    public static AuditedFile Of(string file, byte[] bytes)
    {
#if NET8_0_OR_GREATER
        var hash = SHA256.HashData(bytes);
#else
        using var sha256 = SHA256.Create();
        var hash = sha256.ComputeHash(bytes);
#endif
        return new AuditedFile(file, bytes.Length, string.Concat(Array.ConvertAll(hash, static part => part.ToString("x2", CultureInfo.InvariantCulture))));
    }
}
