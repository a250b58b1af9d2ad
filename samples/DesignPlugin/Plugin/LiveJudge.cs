namespace GreenBuild.Standards.Samples.DesignPlugin;

/// <summary>Judges what a designer changes, beside the user interface: after a moment of quiet, on a worker thread, with the answers back on the thread of the user interface.</summary>
/// <remarks>
/// <para>Lives on the thread that created it, as the objects of design software do; a call from another one is refused. All its state is touched there only, so that nothing is locked.</para>
/// <para>A change stops the judgement that runs: its token is cancelled, what was not shown yet is judged again later, and a stale answer is never shown.</para>
/// </remarks>
/// <typeparam name="TItem">What is judged: an immutable snapshot, since the model goes on changing meanwhile.</typeparam>
/// <typeparam name="TResult">The answer.</typeparam>
public sealed class LiveJudge<TItem, TResult> : IDisposable
{
    // So many are judged between two visits to the user interface, which has to stay responsive when a whole model is loaded.
    private const int BatchSize = 256;

    private readonly Func<TItem, TResult> _judge;
    private readonly Action<string, TResult> _show;
    private readonly LivePace _pace;
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly List<string> _order = [];
    private readonly Dictionary<string, TItem> _pending = new(StringComparer.Ordinal);
    private CancellationTokenSource? _running;
    private Task _run = Task.CompletedTask;

    /// <summary>Creates the judge, on the thread of the user interface.</summary>
    /// <param name="judge">Judges one item; called on a worker thread, so that it must touch nothing of the host.</param>
    /// <param name="show">Takes the answer for a key; called on the thread of the user interface, for the last state of an item only.</param>
    /// <param name="pace">How long quiet lasts, and where is worked; <see cref="LivePace.Default"/> if not given.</param>
    /// <exception cref="InvalidOperationException">The thread has no <see cref="SynchronizationContext"/>: answers could not come back to it.</exception>
    public LiveJudge(Func<TItem, TResult> judge, Action<string, TResult> show, LivePace? pace = null)
    {
        if (SynchronizationContext.Current is null) throw new InvalidOperationException("Create it on the thread of the user interface: this one has no synchronization context.");
        (_judge, _show, _pace) = (judge, show, pace ?? LivePace.Default);
    }

    /// <summary>An item has been made or changed.</summary>
    /// <param name="key">Its identifier in the model.</param>
    /// <param name="item">Its state.</param>
    public void Change(string key, TItem item)
    {
        CheckThread();
        if (!_pending.ContainsKey(key)) _order.Add(key);
        _pending[key] = item;
        Restart();
    }

    /// <summary>An item is no longer in the model: nothing is said of it any more.</summary>
    /// <param name="key">Its identifier in the model.</param>
    public void Remove(string key)
    {
        CheckThread();
        if (!_pending.Remove(key)) return;
        _order.Remove(key);
        Restart();
    }

    /// <summary>Waits until everything that was changed is judged and shown. Fails if a judgement failed.</summary>
    public async Task WhenSettled()
    {
        CheckThread();
        Task seen;
        do await (seen = _run);
        while (seen != _run);
    }

    /// <summary>Stops; nothing is shown any more.</summary>
    public void Dispose()
    {
        CheckThread();
        _pending.Clear();
        _order.Clear();
        _running?.Cancel();
        _running = null;
    }

    private void Restart()
    {
        _running?.Cancel();
        _running = new CancellationTokenSource();
        _run = Run(_running);
    }

    // Begins on the thread of the user interface, and comes back to it after each await.
    private async Task Run(CancellationTokenSource run)
    {
        try
        {
            await _pace.Wait(_pace.Quiet, run.Token);
            while (_running == run && _order.Count > 0)
            {
                var batch = _order.Take(BatchSize).Select(key => (Key: key, Item: _pending[key])).ToList();
                var results = await Task.Factory.StartNew(
                    () => batch.ConvertAll(one =>
                    {
                        run.Token.ThrowIfCancellationRequested();
                        return _judge(one.Item);
                    }),
                    run.Token, TaskCreationOptions.DenyChildAttach, _pace.Workers);
                foreach (var ((key, _), result) in batch.Zip(results, static (one, result) => (one, result)))
                {
                    // What is shown may itself change the model; then the rest waits for the next run.
                    if (_running != run) return;
                    _pending.Remove(key);
                    _order.Remove(key);
                    _show(key, result);
                }
            }
        }
        catch (OperationCanceledException) when (run.IsCancellationRequested)
        {
            // A later change has taken over.
        }
        finally
        {
            if (_running == run) _running = null;
            run.Dispose();
        }
    }

    private void CheckThread()
    {
        if (Environment.CurrentManagedThreadId != _thread) throw new InvalidOperationException("Call it on the thread that created it, that of the user interface.");
    }
}
