namespace GreenBuild.Standards.Samples.Hosting;

/// <summary>A clock that stands still, so that the sample can be looked at on any day: <c>--now 2026-01-01T00:00+08:00</c>.</summary>
internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
}
