namespace GreenBuild.Standards.Analyzers.Tests;

/// <summary>The library's own types are under contract: whoever uses them is warned without writing a contract.</summary>
public sealed class OwnApiTests
{
    [Theory]
    [InlineData("new NoiseControlPlan { NightLimit = SoundLevel.FromDecibels(54), DayLimit = SoundLevel.FromDecibels(69m) }")]
    [InlineData("new NoiseControlPlan { NightLimit = {|GBS1001:SoundLevel.FromDecibels(60)|} }")]
    [InlineData("new NoiseControlPlan { NightLimit = {|GBS1001:SoundLevel.FromDecibels(60)|}, DayLimit = {|GBS1001:SoundLevel.FromDecibels(75.5)|} }")]
    [InlineData("plan with { NightMaximum = {|GBS1001:SoundLevel.FromDecibels(71)|} }")]
    [InlineData("plan with { DayLimit = level }")]
    [InlineData("new() { DayLimit = null }")]
    public async Task NoiseControlPlan_WarnsWithoutAContractOfTheUser(string expression)
    {
        var source = $$"""
            using GreenBuild.Standards;
            using GreenBuild.Standards.Noise;
            class Site { NoiseControlPlan Plan(NoiseControlPlan plan, SoundLevel level) => {{expression}}; }
            """;
        await Verify.AllAsync(source, "greenbuild.jurisdiction = CN-SH");
    }

    /// <summary>The limit itself is a copy of it, and a hint.</summary>
    [Fact]
    public Task TheLimitItself_IsAHint() => Verify.AllAsync("""
        using GreenBuild.Standards;
        using GreenBuild.Standards.Noise;
        class Site { NoiseControlPlan Plan => new() { NightLimit = SoundLevel.FromDecibels({|GBS1004:55|}) }; }
        """);
}
