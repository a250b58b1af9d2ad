using GreenBuild.Standards.Samples.DesignPlugin;

namespace GreenBuild.Standards.Samples.Tests;

/// <summary>Quiet that comes when the test says so.</summary>
internal sealed class ManualPace
{
    private readonly List<(TaskCompletionSource Source, CancellationToken Token)> _waits = [];

    public ManualPace(TaskScheduler? workers = null) => Pace = new LivePace
    {
        Workers = workers ?? TaskScheduler.Default,
        Wait = (quiet, token) =>
        {
            Assert.Equal(TimeSpan.FromMilliseconds(250), quiet);
            var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            token.Register(() => source.TrySetCanceled(token));
            _waits.Add((source, token));
            return source.Task;
        },
    };

    public LivePace Pace { get; }

    /// <summary>How many waits have begun, and whether each was cancelled.</summary>
    public IEnumerable<bool> WasCancelled => _waits.Select(static wait => wait.Source.Task.IsCanceled);

    /// <summary>The token of the last wait, that of the judgement after it.</summary>
    public CancellationToken Token => _waits[^1].Token;

    /// <summary>Lets the time of the last wait pass.</summary>
    public void Quieten() => _waits[^1].Source.SetResult();
}
