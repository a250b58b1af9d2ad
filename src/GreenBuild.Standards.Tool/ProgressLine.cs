using System.Diagnostics;
using System.Globalization;

namespace GreenBuild.Standards.Tool;

/// <summary>How far the reading of a long file has come: a line on the error stream that is overwritten, where a person looks on, and nothing else.</summary>
internal sealed class ProgressLine(ToolContext context, string name, long length) : IProgress<long>, IDisposable
{
    // What is done sooner needs no line.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(0.2);

    private readonly Stopwatch _since = Stopwatch.StartNew();
    private TimeSpan _next = Patience;
    private int _shown;

    public void Report(long value)
    {
        if (!context.IsTerminal || length <= 0 || _since.Elapsed < _next) return;
        _next = _since.Elapsed + Between;
        var text = string.Create(CultureInfo.InvariantCulture, $"{name}: {Math.Min(100, value * 100 / length)} %");
        context.Overwrite(text.PadRight(_shown));
        _shown = text.Length;
    }

    public void Dispose()
    {
        if (_shown > 0) context.Overwrite(new string(' ', _shown));
    }
}
