using System.Text;
using GreenBuild.Standards.Monitoring.Hj212;
using GreenBuild.Standards.Monitoring.Tables;

internal static class Further
{
    internal static void Run()
    {
        // Two moments of three quantities are six values; of one the table says that there is none.
        const string Table = "time,PM10 (µg/m3),TSP (mg/m3),LAeq\n2026-03-01 00:00,97,0.21,58.4\n2026-03-01 01:00,NA,0.19,57.9\n";
        using var reader = new ReadingTableReader(new MemoryStream(Encoding.UTF8.GetBytes(Table)), "north.csv");
        var sum = 0m;
        while (reader.Read(out var row)) sum += row.Value ?? 0;
        Console.WriteLine($"{reader.RowCount} {reader.ValueCount} {reader.MissingCount}"); // 2 6 1
        // 97 + 0.21 + 58.4 + 0.19 + 57.9
        Console.WriteLine(sum); // 213.70
        // A packet that is written is read again, and one that is cut is not passed off as whole.
        var bytes = new Hj212Writer { Qn = "20260410101500000", St = "39", Cn = "2011", Mn = "EXAMPLE00000000000000039", Flag = 5 }
            .Add("DataTime", "20260410101500").Add("a34002", "Rtd", 97).Add("a34002", "Flag", "N").ToArray();
        Console.WriteLine(Hj212Message.ReadFirst(bytes, Hj212StationProfile.Micrograms)!.Readings[0].Value); // 97
        Console.WriteLine(Hj212Message.ReadFirst(bytes.Take(bytes.Length / 2).ToArray(), Hj212StationProfile.Micrograms)?.Readings.Count ?? 0); // 0
    }
}
