namespace GreenBuild.Standards.Benchmarks;

/// <summary>How much is measured: enough for the table, or the rounds that the figures of README.md were taken with and what stands beside the table.</summary>
internal readonly record struct Effort(bool IsLong)
{
    public int Rounds(int few, int many) => IsLong ? many : few;
}
