using System.Globalization;
using System.Text.RegularExpressions;
using GreenBuild.Standards.Components;

namespace GreenBuild.Standards.Tests.Components;

/// <summary>Wide-slab floors and precast stairs of a real Dutch housing project (../shared/data/ifc, CC BY 4.0, not part of the repository).</summary>
/// <remarks>The reader is one of the test: a few regular expressions over the text of the file. Nothing here reads IFC for anyone else.</remarks>
public sealed class IfcComponentsTests
{
    private static readonly StandardSizes Sizes = new(new ModularCoordination(Jurisdiction.China, CalendarDate.Parse("2026-07-01")));

    /// <summary>The counts of elements are those of the file, also counted by a program in another language: 58 slabs, 9 stairs and landings of 2 types.</summary>
    [Theory]
    [InlineData("wide-slab-floors.ifc", "IFCSLAB", "composite-slab", 58)]
    [InlineData("prefab-stairs.ifc", "IFCSTAIR", "stair", 9)]
    public void RealComponents(string name, string entity, string category, int count)
    {
        var file = RepositoryFiles.Shared("data/ifc/" + name);

        var lines = Read(File.ReadAllText(file), entity, category);
        Assert.Equal(count, lines.Count);

        var result = Standardisation.Of(lines, Sizes);

        // The plain loop: types are what differs, counted one by one; nothing of the product is used.
        var types = new List<(decimal, decimal, decimal, int)>();
        decimal volume = 0;
        foreach (var line in lines)
        {
            var (l, w, d) = (line.Size.Length!.Value, line.Size.Width!.Value, line.Size.Depth!.Value);
            var at = types.FindIndex(type => type.Item1 == l && type.Item2 == w && type.Item3 == d);
            if (at < 0) types.Add((l, w, d, 1));
            else types[at] = types[at] with { Item4 = types[at].Item4 + 1 };
            volume += line.Volume!.Value;
        }

        Assert.Equal(types.Count, result.Types.Count);
        Assert.Equal(types.Select(static type => (long)type.Item4).OrderDescending(), result.Types.Select(static type => type.Count));
        Assert.Equal(volume, result.Volume);
        Assert.Equal(100m * types.Select(static type => type.Item4).OrderDescending().Take(3).Sum() / lines.Count, result.CoverageByCount(3));
        Assert.Equal(100m * types.Max(static type => type.Item4) / lines.Count, result.RepetitionByCount(category, 1));
        if (category == "stair")
        {
            // Stairs have no series: nothing is held against sizes. Six flights and three landings.
            Assert.Equal((2, 9L), (result.Types.Count, result.PiecesNotHeldAgainstSizes));
            Assert.Equal([6L, 3L], result.Types.Select(static type => type.Count));
            return;
        }

        var standard = lines.Count(static line => line.Size is { Length: { } l, Width: { } w } && (l % 200 == 0 || l % 300 == 0) && (w % 200 == 0 || w % 300 == 0));
        Assert.Equal(100m * standard / lines.Count, result.StandardShareByCount);
        foreach (var suggestion in result.Suggest(100, int.MaxValue))
        {
            var changed = lines.Select(line => line.Size[suggestion.Dimension] == suggestion.From ? line.Size.With(suggestion.Dimension, suggestion.To) : line.Size).Distinct().Count();
            Assert.Equal(types.Count - changed, suggestion.TypesRemoved);
        }
    }

    /// <summary>Each element with the box around it (sizes to the millimetre, the longer side as length) and its net volume.</summary>
    private static List<ScheduledComponent> Read(string text, string entity, string category)
    {
        var all = Regex.Matches(text, @"#(\d+)\s*=\s*(IFC[A-Z0-9]+)\s*\((.*?)\);\s*\n", RegexOptions.Singleline)
            .ToDictionary(static match => match.Groups[1].Value, static match => (Type: match.Groups[2].Value, Text: match.Groups[3].Value));
        var volumes = new Dictionary<string, decimal>();
        foreach (var relation in all.Values.Where(static one => one.Type == "IFCRELDEFINESBYPROPERTIES"))
        {
            var ids = Ids(relation.Text);
            if (!all.TryGetValue(ids[^1], out var set) || set.Type != "IFCELEMENTQUANTITY") continue;
            foreach (var quantity in Ids(set.Text).Where(all.ContainsKey).Select(id => all[id]).Where(static one => one.Type == "IFCQUANTITYVOLUME" && Regex.IsMatch(one.Text, @"^\s*'(Net Volume|NetVolume)'")))
                foreach (var element in ids.SkipLast(1)) volumes[element] = Number(quantity.Text.Split(',')[^1]);
        }

        var found = new List<ScheduledComponent>();
        foreach (var (id, element) in all.Where(pair => pair.Value.Type == entity))
        {
            var shape = Ids(element.Text).Select(one => all.GetValueOrDefault(one)).First(static one => one.Type == "IFCPRODUCTDEFINITIONSHAPE");
            var box = Ids(shape.Text).SelectMany(one => Ids(all[one].Text)).Select(one => all.GetValueOrDefault(one)).First(static one => one.Type == "IFCBOUNDINGBOX");
            var sizes = box.Text.Split(',').Skip(1).Select(static size => Math.Round(Number(size))).ToArray();
            found.Add(new ScheduledComponent
            {
                TypeMark = id,
                Category = category,
                Size = ComponentSize.FromMillimeters(Math.Max(sizes[0], sizes[1]), Math.Min(sizes[0], sizes[1]), sizes[2]),
                Volume = volumes[id],
            });
        }

        return found;

        static string[] Ids(string text) => Regex.Matches(text, @"#(\d+)").Select(static match => match.Groups[1].Value).ToArray();
        static decimal Number(string text) => decimal.Parse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture);
    }
}
