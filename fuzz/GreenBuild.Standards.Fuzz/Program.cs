using GreenBuild.Standards.Monitoring.Hj212;
using SharpFuzz;

// Whatever arrives from outside must be read without an exception, in bounded time and memory; the fuzzer looks for bytes for which it is not.
switch (args)
{
    case ["libfuzzer"]:
        Fuzzer.LibFuzzer.Run(static bytes => Read(bytes.ToArray()));
        return 0;
    case ["afl"]:
        Fuzzer.OutOfProcess.Run(static stream =>
        {
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            Read(copy.ToArray());
        });
        return 0;
    case ["once", var file]:
        Read(File.ReadAllBytes(file));
        return 0;
    default:
        Console.Error.WriteLine("libfuzzer | afl | once FILE");
        return 64;
}

static void Read(byte[] bytes)
{
    var scanner = new Hj212Scanner(bytes);
    var taken = 0;
    while (scanner.TryRead(out var packet))
    {
        taken += packet.Bytes.Length;
        var before = GC.GetAllocatedBytesForCurrentThread();
        var message = Hj212Message.Read(packet, Hj212StationProfile.Micrograms);
        // The tables that a process makes once, units for example, are below 256 KiB.
        if (GC.GetAllocatedBytesForCurrentThread() - before > Hj212Message.MostAllocatedBytes(packet.Bytes.Length) + (256 * 1024)) throw new InvalidOperationException("A packet allocated more than its bound.");
        foreach (var reading in message.Readings) _ = reading.ToMonitorReading();
    }

    if (taken + scanner.SkippedBytes != bytes.Length) throw new InvalidOperationException("Bytes were lost.");
    var joiner = new Hj212PartJoiner();
    foreach (var message in Hj212Reader.ReadAll(new MemoryStream(bytes), Hj212StationProfile.ShanghaiDustNoise)) joiner.Append(message);
    joiner.Complete();
}
