namespace GreenBuild.Standards.Samples.DesignPlugin;

/// <summary>When and where live judgements run. A test brings a wait and workers of its own.</summary>
public sealed class LivePace
{
    /// <summary>A quarter of a second of quiet, on the thread pool.</summary>
    public static LivePace Default { get; } = new();

    /// <summary>How long nothing may change before the judgement begins: dragging a grip changes a size a hundred times a second.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How quiet is waited for.</summary>
    public Func<TimeSpan, CancellationToken, Task> Wait { get; init; } = Task.Delay;

    /// <summary>Where is judged.</summary>
    public TaskScheduler Workers { get; init; } = TaskScheduler.Default;
}
