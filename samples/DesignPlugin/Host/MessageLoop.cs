using System.Collections.Concurrent;

namespace GreenBuild.Standards.Samples.DesignHost;

/// <summary>One thread that does what is posted to it, one after the other: what the thread of a user interface is to a plug-in.</summary>
public sealed class MessageLoop : SynchronizationContext, IDisposable
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _messages = [];
    private int _thread;

    /// <summary>Whether the caller is on the thread of the loop.</summary>
    public bool IsHere => Environment.CurrentManagedThreadId == _thread;

    /// <summary>Runs the loop on this thread until the work is done; what the work throws is thrown here.</summary>
    /// <param name="work">The work; after each await it goes on in the loop.</param>
    public void Run(Func<Task> work)
    {
        var before = Current;
        SetSynchronizationContext(this);
        try
        {
            _thread = Environment.CurrentManagedThreadId;
            var done = work();
            done.ContinueWith(_ => _messages.CompleteAdding(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            foreach (var (callback, state) in _messages.GetConsumingEnumerable()) callback(state);
            done.GetAwaiter().GetResult();
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <inheritdoc/>
    public override void Post(SendOrPostCallback d, object? state)
    {
        // What comes after the end, such as the rest of a cancelled judgement, has nobody to do it any more.
        try
        {
            _messages.Add((d, state));
        }
        catch (InvalidOperationException)
        {
        }
    }

    /// <inheritdoc/>
    public override void Send(SendOrPostCallback d, object? state)
    {
        if (!IsHere) throw new NotSupportedException("Nobody waits for the thread of the user interface: post to it.");
        d(state);
    }

    /// <inheritdoc/>
    public void Dispose() => _messages.Dispose();
}
