using GreenBuild.Standards.Auditing;

internal static class Further
{
    internal static void Run()
    {
        // 310 t left a site of 10,000 m2: 310 t/(10^4 m2), above the 300 that a building which is not prefabricated may give off.
        const string Project = """
            {
              "name": "Site B", "place": "CN-SH", "on": "2026-06-30",
              "site": { "projectType": "building", "prefabricated": false, "sourceWorks": "new-building" },
              "waste": { "floorArea": 10000, "isComplete": true, "ledger": { "file": "ledger.csv" } }
            }
            """;
        const string Ledger = "date,class,route,quantity,unit\n2026-03-02,engineering-waste,generated,310,t\n2026-03-03,engineering-waste,disposed,310,t\n";
        var folder = Directory.CreateDirectory("site-b").FullName;
        File.WriteAllText(Path.Combine(folder, "b.greenbuild.json"), Project);
        File.WriteAllText(Path.Combine(folder, "ledger.csv"), Ledger);
        if (!ProjectInput.TryRead(folder, out var input, out var errors)) throw new InvalidDataException(errors[0][0].ToString());
        var discharge = input!.Judge().Findings.Single(finding => finding.Requirement?.Key == "cn.jianzhi-2020-46.site-discharge-new-build");
        Console.WriteLine($"{discharge.Measured} {discharge.Limit} {discharge.Verdict}"); // 310 300 NonCompliant
        // The table has the mistake in its third line.
        File.WriteAllText(Path.Combine(folder, "ledger.csv"), Ledger.Replace("disposed", "vanished"));
        Console.WriteLine(ProjectInput.TryRead(folder, out _, out errors)); // False
        Console.WriteLine(errors.SelectMany(list => list).Single().Line); // 3
    }
}
