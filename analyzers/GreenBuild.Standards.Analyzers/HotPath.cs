using System.Runtime.CompilerServices;

namespace GreenBuild.Standards.Analyzers;

/// <summary>Marks what runs for every word, operation or place of a program.</summary>
internal static class HotPath
{
    /// <summary>
    /// Translated well at once (AggressiveOptimization, which .NET Standard 2.0 has no name for). A build ends before the runtime has found out by itself
    /// which methods are worth it, and until then it counts their calls and looks at the types they meet, which takes longer than what they do.
    /// The price: in an editor, which lives on, they are not fitted to what they meet later. Measured on builds, where it matters, it was worth it.
    /// </summary>
    public const MethodImplOptions OptimisedAtOnce = (MethodImplOptions)512;
}
