using System.Globalization;

namespace GreenBuild.Standards.DependencyInjection.Tests;

/// <summary>A clock that a test sets.</summary>
internal sealed class SettableClock(string utc) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = At(utc);

    public override DateTimeOffset GetUtcNow() => Now;

    // Central European winter time, so that the zone of the machine cannot matter.
    public override TimeZoneInfo LocalTimeZone { get; } = TimeZoneInfo.CreateCustomTimeZone("test", TimeSpan.FromHours(1), "test", "test");

    public static DateTimeOffset At(string utc) => DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture);
}
