using System.Globalization;
using GreenBuild.Standards;
using GreenBuild.Standards.Noise;

internal static class Further
{
    internal static void Run()
    {
        // GB/T 8170 goes to the even neighbour: 70.5 becomes 70 and keeps the limit of 70, 71.5 becomes 72 and is 2 above it.
        var day = StandardsCatalogue.Default.Find(RequirementKeys.Cn.Gb12523_2025.BoundaryDay)!;
        Console.WriteLine(LimitCheck.Judge(day, 70.5m).Verdict); // Compliant
        Console.WriteLine(LimitCheck.Judge(day, 71.5m).Margin); // -2
        // 10 lg((10^6 + 10^7) / 2) = 10 lg 5,500,000 = 67.40; the mean of the numbers would be 65.
        Console.WriteLine(EquivalentLevel.OfEqual(new double[] { 60, 70 }).ToString("0.00", CultureInfo.InvariantCulture)); // 67.40
        // GB 12523-2025 replaced the edition of 2011 on 2026-01-01.
        foreach (var date in new[] { new CalendarDate(2025, 12, 31), new CalendarDate(2026, 1, 1) })
            Console.Write(string.Join(", ", StandardsCatalogue.Default.EditionsInForce(Jurisdiction.Parse("CN"), date).Where(edition => edition.Standard == "GB 12523").Select(edition => edition.Number)) + "; ");
        Console.WriteLine(); // GB 12523-2011; GB 12523-2025;
    }
}
