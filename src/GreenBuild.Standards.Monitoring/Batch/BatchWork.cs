namespace GreenBuild.Standards.Monitoring.Batch;

/// <summary>Shares work out among threads.</summary>
internal static class BatchWork
{
    public static int DegreeOf(int? degree) => degree ?? Environment.ProcessorCount;

    public static void ForEach(int count, int? degree, Action<int> work)
    {
        if (DegreeOf(degree) == 1 || count <= 1)
        {
            for (var i = 0; i < count; i++) work(i);
            return;
        }

        Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = DegreeOf(degree) }, work);
    }

    /// <summary>An array that will be written in full.</summary>
    public static T[] NewArray<T>(int length) =>
#if NET8_0_OR_GREATER
        GC.AllocateUninitializedArray<T>(length);
#else
        new T[length];
#endif
}
