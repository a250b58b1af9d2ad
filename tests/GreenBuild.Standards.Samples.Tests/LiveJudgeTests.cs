using System.Collections.Concurrent;
using GreenBuild.Standards.Samples.DesignHost;
using GreenBuild.Standards.Samples.DesignPlugin;

namespace GreenBuild.Standards.Samples.Tests;

/// <summary>Live judgements: which thread does what, what a change stops, what is shown. No clock: quiet comes when a test says so.</summary>
public sealed class LiveJudgeTests
{
    private readonly ManualPace _pace = new();
    private readonly ConcurrentQueue<string> _judged = new();
    private readonly List<string> _shown = [];

    [Fact]
    public void Judges_OffTheUserInterface_AndShowsOnIt() => InLoop(async loop =>
    {
        var (wasHereJudging, wasHereShowing) = (true, false);
        using var live = new LiveJudge<string, string>(
            item =>
            {
                wasHereJudging = loop.IsHere || SynchronizationContext.Current is not null;
                return item;
            },
            (_, _) => wasHereShowing = loop.IsHere, _pace.Pace);

        live.Change("a", "1");
        _pace.Quieten();
        await live.WhenSettled();

        Assert.Equal((false, true), (wasHereJudging, wasHereShowing));
    });

    [Fact]
    public void Change_WaitsForQuiet_AndJudgesTheLastStateOnce() => InLoop(async _ =>
    {
        using var live = Live();

        foreach (var size in new[] { "3000", "2990", "2980", "2950" }) live.Change("a", size);
        Assert.Equal([true, true, true, false], _pace.WasCancelled);
        Assert.Empty(_judged);
        _pace.Quieten();
        await live.WhenSettled();

        Assert.Equal(["2950"], _judged);
        Assert.Equal(["a 2950"], _shown);
    });

    [Fact]
    public void Change_WhileJudging_CancelsAndNeverShowsTheStaleAnswer() => InLoop(async _ =>
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var release = new ManualResetEventSlim();
        using var live = Live(item =>
        {
            if (item != "old") return;
            begun.SetResult();
            release.Wait(TestContext.Current.CancellationToken);
        });

        live.Change("a", "old");
        live.Change("b", "other");
        _pace.Quieten();
        await begun.Task;
        var first = _pace.Token;
        live.Change("a", "new");
        Assert.True(first.IsCancellationRequested);
        release.Set();
        _pace.Quieten();
        await live.WhenSettled();

        // The first judgement stopped before it came to "other", which the second took over.
        Assert.Equal(["old", "new", "other"], _judged);
        Assert.Equal(["a new", "b other"], _shown);
    });

    [Fact]
    public void Change_BeforeTheWorkerBegins_CancelsTheWork() => InLoop(async _ =>
    {
        var workers = new HeldScheduler();
        var pace = new ManualPace(workers);
        using var live = Live(pace: pace);

        live.Change("a", "old");
        pace.Quieten();
        await workers.Queued;
        live.Change("a", "new");
        workers.RunAll();
        pace.Quieten();
        await workers.Queued;
        workers.RunAll();
        await live.WhenSettled();

        // The work that was still in the queue was never done.
        Assert.Equal(["new"], _judged);
        Assert.Equal(["a new"], _shown);
    });

    [Fact]
    public void Remove_IsSaidNothingOfAnyMore() => InLoop(async _ =>
    {
        using var live = Live();

        live.Change("a", "1");
        live.Change("b", "2");
        live.Remove("a");
        live.Remove("never there");
        _pace.Quieten();
        await live.WhenSettled();

        Assert.Equal(["b 2"], _shown);
    });

    [Fact]
    public void Show_MayChangeTheModel() => InLoop(async _ =>
    {
        LiveJudge<string, string> live = null!;
        live = new LiveJudge<string, string>(
            static item => item,
            (key, result) =>
            {
                _shown.Add(key + " " + result);
                if (result == "1") live.Change("a", "2");
            }, _pace.Pace);

        live.Change("a", "1");
        live.Change("b", "1b");
        _pace.Quieten();
        // The run that was stopped from within its own answer.
        await live.WhenShown(_shown, 1);
        _pace.Quieten();
        await live.WhenSettled();
        live.Dispose();

        // What had not been shown yet keeps its place; what changed again comes behind it.
        Assert.Equal(["a 1", "b 1b", "a 2"], _shown);
    });

    [Fact]
    public void UserInterface_GetsItsTurnWithinAWholeModel() => InLoop(async loop =>
    {
        int? shownBefore = null;
        LiveJudge<string, string> live = null!;
        live = new LiveJudge<string, string>(
            static item => item,
            (key, _) =>
            {
                // A click, while a model of 1000 elements is judged.
                if (_shown.Count == 0) loop.Post(_ => shownBefore = _shown.Count, null);
                _shown.Add(key);
            }, _pace.Pace);

        for (var i = 0; i < 1000; i++) live.Change($"e{i}", "");
        _pace.Quieten();
        await live.WhenSettled();
        live.Dispose();

        Assert.Equal(256, shownBefore);
        Assert.Equal(Enumerable.Range(0, 1000).Select(static i => $"e{i}"), _shown);
    });

    [Fact]
    public void Dispose_ShowsNothingAnyMore() => InLoop(async _ =>
    {
        var live = Live();

        live.Change("a", "1");
        live.Dispose();
        await live.WhenSettled();

        Assert.Equal([true], _pace.WasCancelled);
        Assert.Empty(_shown);
    });

    [Fact]
    public void FailureOfAJudgement_IsNotLost() => InLoop(async _ =>
    {
        using var live = new LiveJudge<string, string>(static _ => throw new NotSupportedException("bench"), static (_, _) => { }, _pace.Pace);

        live.Change("a", "1");
        _pace.Quieten();

        Assert.Equal("bench", (await Assert.ThrowsAsync<NotSupportedException>(live.WhenSettled)).Message);
    });

    [Fact]
    public void OtherThreads_AreRefused() => InLoop(async _ =>
    {
        using var live = Live();

        await Task.Run(() =>
        {
            Assert.Throws<InvalidOperationException>(() => live.Change("a", "1"));
            Assert.Throws<InvalidOperationException>(() => live.Remove("a"));
            Assert.Throws<InvalidOperationException>(live.Dispose);
        }, TestContext.Current.CancellationToken);
        Assert.Empty(_pace.WasCancelled);
    });

    [Fact]
    public async Task WithoutAUserInterface_ItIsNotCreated() =>
        await Task.Run(() => Assert.Throws<InvalidOperationException>(static () => new LiveJudge<string, string>(static item => item, static (_, _) => { })), TestContext.Current.CancellationToken);

    private LiveJudge<string, string> Live(Action<string>? judging = null, ManualPace? pace = null) => new(
        item =>
        {
            _judged.Enqueue(item);
            judging?.Invoke(item);
            return item;
        },
        (key, result) => _shown.Add(key + " " + result), (pace ?? _pace).Pace);

    private static void InLoop(Func<MessageLoop, Task> test)
    {
        using var loop = new MessageLoop();
        loop.Run(() => test(loop));
    }

    /// <summary>Workers that begin when the test says so.</summary>
    private sealed class HeldScheduler : TaskScheduler
    {
        private readonly List<Task> _tasks = [];
        private TaskCompletionSource _queued = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Queued => _queued.Task;

        public void RunAll()
        {
            _queued = new(TaskCreationOptions.RunContinuationsAsynchronously);
            foreach (var task in _tasks.ToList()) TryExecuteTask(task);
            _tasks.Clear();
        }

        protected override void QueueTask(Task task)
        {
            _tasks.Add(task);
            _queued.TrySetResult();
        }

        protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

        protected override IEnumerable<Task> GetScheduledTasks() => _tasks;
    }
}

internal static class LiveJudgeWaits
{
    /// <summary>Goes round the loop until so much is shown.</summary>
    public static async Task WhenShown<TItem, TResult>(this LiveJudge<TItem, TResult> live, List<string> shown, int count)
    {
        Assert.NotNull(live);
        while (shown.Count < count) await Task.Yield();
    }
}
