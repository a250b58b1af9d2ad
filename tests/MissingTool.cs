namespace GreenBuild.Standards;

/// <summary>
/// Skips a test whose tool is not on this machine (Mono, a linker, a browser), and prints why. Where <c>GREENBUILD_NO_SKIPS</c> is 1, as <c>.ci/run</c> sets it once
/// it has found them all, the test fails instead: a tool that is there and not found is a mistake of the test.
/// </summary>
internal static class MissingTool
{
    public static void Skip(string reason)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(reason);
        Assert.False(Environment.GetEnvironmentVariable("GREENBUILD_NO_SKIPS") == "1", reason + " All tools were said to be here (GREENBUILD_NO_SKIPS=1).");
        Assert.Skip(reason);
    }
}
