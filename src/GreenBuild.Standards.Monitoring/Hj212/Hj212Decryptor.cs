namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>Deciphers a data region of HJ 212-2025 (SM4 in groups of 16 bytes without padding, a shorter rest in clear, as implementers describe it).</summary>
/// <param name="mn">The number of the device, which tells whose key it is.</param>
/// <param name="qn">The request number, the time of sending.</param>
/// <param name="cipher">The data region as it arrived.</param>
/// <param name="clear">Takes the clear text, of the same length.</param>
/// <returns><see langword="false"/> if there is no key. The CRC of the packet then decides whether the clear text is right.</returns>
public delegate bool Hj212Decryptor(ReadOnlySpan<byte> mn, ReadOnlySpan<byte> qn, ReadOnlySpan<byte> cipher, Span<byte> clear);
