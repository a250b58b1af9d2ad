using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis.Text;

namespace GreenBuild.Standards.Analyzers;

/// <summary>What was read of additional files: they hardly ever change, and several analyzers ask for them at every keystroke.</summary>
internal sealed class KeptReadings<T>
    where T : class
{
    private readonly ConditionalWeakTable<SourceText, T> _known = new();

    /// <summary>What was read of a text before, or is read now.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isSame">Whether what is known was read under the same name and on top of the same.</param>
    /// <param name="read">Reads it.</param>
    public T Of(SourceText text, Predicate<T> isSame, Func<T> read)
    {
        if (_known.TryGetValue(text, out var known) && isSame(known)) return known;
        var found = read();
        _known.Remove(text);
        // What another thread puts there meanwhile may be of another project that has the same file.
        _known.GetValue(text, _ => found);
        return found;
    }
}
