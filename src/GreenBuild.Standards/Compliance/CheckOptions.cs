namespace GreenBuild.Standards;

/// <summary>How checks treat what is not well known.</summary>
public sealed class CheckOptions
{
    /// <summary>The evidence floor is <see cref="Evidence.SingleSource"/>.</summary>
    public static CheckOptions Default { get; } = new();

    /// <summary>
    /// The evidence that a fact must have to decide a verdict by itself. A fact below it gives a provisional finding:
    /// <see cref="Verdict.Indeterminate"/>, with what it would have been in <see cref="Finding.ProvisionalVerdict"/>.
    /// </summary>
    public Evidence EvidenceFloor { get; init; } = Evidence.SingleSource;
}
