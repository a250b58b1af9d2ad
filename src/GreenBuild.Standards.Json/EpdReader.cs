using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using GreenBuild.Standards.Materials;

namespace GreenBuild.Standards.Json;

/// <summary>Reads environmental product declarations from ILCD+EPD JSON, as ÖKOBAUDAT, ECO Platform and soda4LCA nodes give them.</summary>
/// <remarks>
/// Read are identity, reference flow, density, validity, operator, and the global warming potential by module. Indicators are known by the UUID of their method, or by their name where there is
/// none. A density or mass that the declaration does not give stays unknown. Fields that are not needed are left alone.
/// </remarks>
public static class EpdReader
{
    /// <summary>Reads a declaration.</summary>
    /// <param name="utf8">The bytes of the file; a byte order mark does not matter.</param>
    /// <param name="file">The file as the user names it, for errors and origins.</param>
    /// <param name="epd">The declaration, or <see langword="null"/> if there is an error.</param>
    /// <param name="errors">What is wrong, with line and JSON path.</param>
    /// <returns>Whether the file could be read.</returns>
    public static bool TryRead(ReadOnlySpan<byte> utf8, string file, [NotNullWhen(true)] out Epd? epd, out InputErrorList errors)
    {
        (epd, errors) = (null, new InputErrorList());
        if (JsonTree.Read(utf8, file, errors) is not { } tree) return false;
        var read = new EpdTree(file, errors).Read(tree);
        if (errors.Count > 0) return false;
        epd = read;
        return epd is not null;
    }
}

/// <summary>Walks the tree of a declaration.</summary>
internal sealed class EpdTree(string file, InputErrorList errors)
{
    // Flow properties of the ILCD reference data.
    private const string Mass = "93a60a56-a3c8-11da-a746-0800200b9a66";
    // The unit group kg CO2 eq.
    private const string CarbonUnits = "1ebf3012-d0db-4de2-aefd-ef30cedb0be1";

    // The methods of EN 15804+A1, of +A2 with EF 3.0, and of +A2 with EF 3.1, which revised them.
    private static readonly Dictionary<string, (EpdIndicator Indicator, EpdGeneration Generation, bool IsRevised)> Methods = new(StringComparer.OrdinalIgnoreCase)
    {
        ["77e416eb-a363-4258-a04e-171d843a6460"] = (EpdIndicator.GwpTotal, EpdGeneration.A1, false),
        ["6a37f984-a4b3-458a-a20a-64418c145fa2"] = (EpdIndicator.GwpTotal, EpdGeneration.A2, false),
        ["5f635281-343e-44fb-83df-1971b155e6b6"] = (EpdIndicator.GwpFossil, EpdGeneration.A2, false),
        ["2356e1ab-0185-4db5-86e5-16de51c7485c"] = (EpdIndicator.GwpBiogenic, EpdGeneration.A2, false),
        ["4331bbdb-978a-490d-8707-eeb047f01a55"] = (EpdIndicator.GwpLandUse, EpdGeneration.A2, false),
        ["a7ea142a-9749-11ed-a8fc-0242ac120002"] = (EpdIndicator.GwpTotal, EpdGeneration.A2, true),
        ["a7ea19c0-9749-11ed-a8fc-0242ac120002"] = (EpdIndicator.GwpFossil, EpdGeneration.A2, true),
        ["a7ea186c-9749-11ed-a8fc-0242ac120002"] = (EpdIndicator.GwpBiogenic, EpdGeneration.A2, true),
        ["a7ea1ae2-9749-11ed-a8fc-0242ac120002"] = (EpdIndicator.GwpLandUse, EpdGeneration.A2, true),
    };

    private static readonly (string Name, EpdIndicator Indicator, EpdGeneration Generation)[] Names =
    [
        ("GWP-total", EpdIndicator.GwpTotal, EpdGeneration.A2), ("GWP-fossil", EpdIndicator.GwpFossil, EpdGeneration.A2),
        ("GWP-biogenic", EpdIndicator.GwpBiogenic, EpdGeneration.A2), ("GWP-luluc", EpdIndicator.GwpLandUse, EpdGeneration.A2),
        ("(GWP)", EpdIndicator.GwpTotal, EpdGeneration.A1),
    ];

    // As the units of ILCD are written; the rest is understood by the vocabulary.
    private static readonly Dictionary<string, string> Pieces = new(StringComparer.OrdinalIgnoreCase)
    {
        ["pcs."] = "1", ["pcs"] = "1", ["piece"] = "1", ["pieces"] = "1", ["Item(s)"] = "1", ["Stk"] = "1", ["Stk."] = "1", ["unit"] = "1", ["qm"] = "m2",
    };

    public Epd? Read(JsonTree root)
    {
        if (!Expect(root, "", JsonTokenType.StartObject)) return null;
        const string information = "processInformation", set = information + ".dataSetInformation", time = information + ".time", owner = "administrativeInformation.publicationAndOwnership";
        var id = Text(root, set + ".UUID", isNeeded: true);
        var name = In(root, set + ".name.baseName", isNeeded: true);
        var flow = ReferenceFlow(root, out var flowPath);
        var (unit, amount, mass, density) = flow is null ? ("", 1, null, null) : Declared(flow, flowPath);
        var (values, generation) = Values(root);
        if (errors.Count > 0) return null;
        return new Epd
        {
            Id = id,
            Name = name,
            DeclaredUnit = unit,
            DeclaredAmount = amount,
            DeclaredMass = mass,
            Density = density,
            Values = values.AsReadOnly(),
            Generation = generation,
            ReferenceFlow = In(flow!, "referenceToFlowDataSet.shortDescription"),
            ReferenceYear = Year(root, time + ".referenceYear"),
            ValidUntil = LastDay(root, time + ".dataSetValidUntil"),
            ProgrammeOperator = In(root, owner + ".referenceToRegistrationAuthority.shortDescription"),
            RegistrationNumber = Text(root, owner + ".registrationNumber"),
            Owner = In(root, owner + ".referenceToOwnershipOfDataSet.shortDescription"),
            DatasetType = DatasetType(root),
            Location = Text(root, information + ".geography.locationOfOperationSupplyOrProduction.location"),
            Origin = new FindingOrigin { File = file },
        };
    }

    private JsonTree? ReferenceFlow(JsonTree root, out string path)
    {
        path = "exchanges.exchange";
        if (Need(root, path, JsonTokenType.StartArray) is not { } exchanges) return null;
        // By its number, or by its own mark where the reference is absent.
        var reference = Find(root, "processInformation.quantitativeReference.referenceToReferenceFlow");
        var number = reference?.Type == JsonTokenType.StartArray ? reference.Items.FirstOrDefault()?.Text : reference?.Text;
        for (var i = 0; i < exchanges.Items.Count; i++)
        {
            var exchange = exchanges.Items[i];
            if (number is { Length: > 0 } ? Member(exchange, "dataSetInternalID")?.Text != number : Member(exchange, "referenceFlow")?.Type != JsonTokenType.True) continue;
            path += Index(i);
            return exchange;
        }

        Report(exchanges, path, number is { Length: > 0 } ? $"There is no exchange {InputError.Quote(number)}, which is named as the reference flow." : "No exchange is the reference flow.", "没有基准流。");
        return null;
    }

    /// <summary>The declared unit and amount, and mass and density where they are given.</summary>
    private (string Unit, decimal Amount, decimal? Mass, decimal? Density) Declared(JsonTree flow, string path)
    {
        var flowAmount = Member(flow, "resultingflowAmount") ?? Member(flow, "meanAmount");
        var amountPath = path + (Member(flow, "resultingflowAmount") is null ? ".meanAmount" : ".resultingflowAmount");
        var amount = flowAmount is null ? 1 : Number(flowAmount, amountPath) ?? 1;
        if (amount <= 0 || !MeasuredNumber.IsQuantity(amount)) Report(flowAmount!, amountPath, "A declared amount is above 0.", "声明量应大于 0。");
        if (Need(flow, "flowProperties", JsonTokenType.StartArray, path) is not { } properties) return ("", 1, null, null);
        string? unit = null;
        decimal? mass = null;
        var declared = amount;
        for (var i = 0; i < properties.Items.Count; i++)
        {
            var (property, at) = (properties.Items[i], path + ".flowProperties" + Index(i));
            var mean = Member(property, "meanValue") is { } given ? Number(given, at + ".meanValue") : null;
            if (Member(property, "referenceFlowProperty")?.Type == JsonTokenType.True)
            {
                var text = Text(property, "referenceUnit", true, at);
                unit = UnitOf(text);
                if (unit is null && text.Length > 0) Report(Member(property, "referenceUnit")!, at + ".referenceUnit", $"'{InputError.Quote(text)}' is no unit of mass, volume, area, length or pieces.", $"“{InputError.Quote(text)}”不是质量、体积、面积、长度或件数单位。");
                declared = amount * (mean ?? 1);
                if (declared <= 0 || !MeasuredNumber.IsQuantity(declared)) Report(property, at + ".meanValue", "A declared amount is above 0.", "声明量应大于 0。");
            }

            if (mean is > 0 && MeasuredNumber.IsQuantity(amount * mean.Value) && string.Equals(Member(property, "uuid")?.Text, Mass, StringComparison.OrdinalIgnoreCase)) mass = amount * mean;
        }

        if (unit is null && errors.Count == 0) Report(properties, path + ".flowProperties", "No property is that of the reference flow.", "没有基准流的流属性。");
        return (unit ?? "", declared > 0 ? declared : 1, mass, DensityOf(flow, path));
    }

    private decimal? DensityOf(JsonTree flow, string path)
    {
        if (Member(flow, "materialProperties") is not { Type: JsonTokenType.StartArray } properties) return null;
        for (var i = 0; i < properties.Items.Count; i++)
        {
            var (property, at) = (properties.Items[i], path + ".materialProperties" + Index(i));
            if (Member(property, "name")?.Text is not ("gross density" or "density") || Member(property, "value") is not { } value) continue;
            var unit = Member(property, "unit")?.Text ?? "";
            if (!MeasurementUnit.TryParse(unit, out var known) || !MeasurementUnit.TryConvert(1, known.Symbol, "kg/m3", out _))
            {
                Report(property, at + ".unit", $"'{InputError.Quote(unit)}' is no unit of density.", $"“{InputError.Quote(unit)}”不是密度单位。");
                continue;
            }

            if (Number(value, at + ".value") is not { } number) continue;
            MeasurementUnit.TryConvert(number, known.Symbol, "kg/m3", out var density);
            if (density > 0 && MeasuredNumber.IsQuantity(density)) return density;
            Report(value, at + ".value", "A density is above 0.", "密度应大于 0。");
        }

        return null;
    }

    private (List<EpdValue> Values, EpdGeneration Generation) Values(JsonTree root)
    {
        var found = new List<(EpdGeneration Generation, bool IsRevised, EpdValue Value)>();
        const string path = "LCIAResults.LCIAResult";
        if (Need(root, path, JsonTokenType.StartArray) is not { } results) return ([], EpdGeneration.Unknown);
        for (var i = 0; i < results.Items.Count; i++)
        {
            if (IndicatorOf(results.Items[i]) is not { } method) continue;
            if (Find(results.Items[i], "other.anies") is not { Type: JsonTokenType.StartArray } anies) continue;
            for (var j = 0; j < anies.Items.Count; j++)
            {
                var (any, at) = (anies.Items[j], path + Index(i) + ".other.anies" + Index(j));
                if (Member(any, "name")?.Text == "referenceToUnitGroupDataSet" && Find(any, "value.refObjectId") is { Text.Length: > 0 } group && !string.Equals(group.Text, CarbonUnits, StringComparison.OrdinalIgnoreCase))
                    Report(group, at + ".value.refObjectId", "The figures are not in kg CO2 equivalents.", "数值单位不是 kg CO2 当量。");
                if (Member(any, "module") is not { Text.Length: > 0 } module || Member(any, "value") is not { } value || value.Text is "ND" or "MND" or "MNR" or "INA") continue;
                if (Number(value, at + ".value") is { } number)
                    found.Add((method.Generation, method.IsRevised, new EpdValue(method.Indicator, module.Text, number) { Scenario = Member(any, "scenario")?.Text is { Length: > 0 } scenario ? scenario : null }));
            }
        }

        if (found.Count == 0)
        {
            if (errors.Count == 0) Report(results, path, "No result is a global warming potential (GWP).", "没有全球变暖潜势（GWP）结果。");
            return ([], EpdGeneration.Unknown);
        }

        // A data set may hold the indicators of both generations: those of the younger one are taken, and never any of the other beside them.
        var generation = found.Max(static item => item.Generation);
        found.RemoveAll(item => item.Generation != generation);
        // Nor are figures by EF 3.0 put beside figures by EF 3.1.
        if (found.Exists(static item => item.IsRevised)) found.RemoveAll(static item => !item.IsRevised);
        var values = found.ConvertAll(static item => item.Value);
        foreach (var same in values.GroupBy(static value => (value.Indicator, value.Module, value.Scenario)))
            if (same.Select(static value => value.Value).Distinct().Count() > 1)
                Report(results, path, $"{same.Key.Indicator} of {InputError.Quote(same.Key.Module)} is given twice, with different values.", $"{InputError.Quote(same.Key.Module)} 的 {same.Key.Indicator} 重复给出且数值不同。");
        return (values, generation);
    }

    private static (EpdIndicator Indicator, EpdGeneration Generation, bool IsRevised)? IndicatorOf(JsonTree result)
    {
        var method = Member(result, "referenceToLCIAMethodDataSet");
        if (method is not null && Member(method, "refObjectId")?.Text is { Length: > 0 } id) return Methods.TryGetValue(id, out var known) ? known : null;
        foreach (var text in method is null ? [] : Member(method, "shortDescription")?.Items ?? [])
            foreach (var (name, indicator, generation) in Names)
                if (Member(text, "value")?.Text.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0) return (indicator, generation, false);
        return null;
    }

    private static string DatasetType(JsonTree root)
    {
        foreach (var any in Find(root, "modellingAndValidation.LCIMethodAndAllocation.other.anies")?.Items ?? [])
            if (Member(any, "name")?.Text == "subType") return Member(any, "value")?.Text ?? "";
        return "";
    }

    private static string? UnitOf(string text)
    {
        if (Pieces.TryGetValue(text.Trim(), out var symbol)) return symbol;
        return MeasurementUnit.TryParse(text, out var unit) && unit.Symbol is "kg" or "t" or "m3" or "m2" or "m" ? unit.Symbol : null;
    }

    private int? Year(JsonTree root, string path) =>
        Find(root, path) is not { Text.Length: > 0 } tree ? null : Number(tree, path) is { } number and >= 1900 and <= 2999 && number == decimal.Truncate(number) ? (int)number : Wrong<int>(tree, path);

    // A year is valid to its last day.
    private CalendarDate? LastDay(JsonTree root, string path)
    {
        if (Find(root, path) is not { Text.Length: > 0 } tree) return null;
        if (CalendarDate.TryParse(tree.Text, out var date)) return date;
        return Year(root, path) is { } year ? new CalendarDate(year, 12, 31) : null;
    }

    private T? Wrong<T>(JsonTree tree, string path)
        where T : struct
    {
        Report(tree, path, $"'{InputError.Quote(tree.Text)}' is no year.", $"“{InputError.Quote(tree.Text)}”不是年份。");
        return null;
    }

    private decimal? Number(JsonTree tree, string path)
    {
        if (tree.Type is JsonTokenType.Number or JsonTokenType.String && decimal.TryParse(tree.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            if (MeasuredNumber.IsBounded(number)) return number;
            Report(tree, path, $"'{InputError.Quote(tree.Text)}' is no quantity.", $"“{InputError.Quote(tree.Text)}”超出合理范围。");
            return null;
        }

        Report(tree, path, $"'{InputError.Quote(tree.Text)}' is not a number.", $"“{InputError.Quote(tree.Text)}”不是数值。");
        return null;
    }

    /// <summary>A text, empty where there is none.</summary>
    private string Text(JsonTree parent, string path, bool isNeeded = false, string above = "")
    {
        if (Find(parent, path) is { Type: JsonTokenType.String or JsonTokenType.Number, Text.Length: > 0 } tree) return tree.Text;
        if (isNeeded) Report(Find(parent, path) ?? parent, above.Length > 0 ? above + "." + path : path, "The text is missing.", "缺少文本。");
        return "";
    }

    /// <summary>A text in several languages: the English one, else the first.</summary>
    private string In(JsonTree parent, string path, bool isNeeded = false)
    {
        var texts = Find(parent, path)?.Items ?? [];
        var text = texts.FirstOrDefault(static item => Member(item, "lang")?.Text == "en" && Member(item, "value")?.Text.Length > 0) ?? texts.FirstOrDefault(static item => Member(item, "value")?.Text.Length > 0);
        if (text is not null) return Member(text, "value")!.Text;
        if (isNeeded) Report(Find(parent, path) ?? parent, path, "The text is missing.", "缺少文本。");
        return "";
    }

    private JsonTree? Need(JsonTree parent, string path, JsonTokenType type, string above = "")
    {
        var full = above.Length > 0 ? above + "." + path : path;
        if (Find(parent, path) is { } found) return Expect(found, full, type) ? found : null;
        Report(parent, full, "The field is missing.", "缺少该字段。");
        return null;
    }

    private bool Expect(JsonTree tree, string path, JsonTokenType type)
    {
        if (tree.Type == type) return true;
        if (type == JsonTokenType.StartArray) Report(tree, path, "An array is expected.", "应为数组。");
        else Report(tree, path, "An object is expected.", "应为对象。");
        return false;
    }

    private static JsonTree? Find(JsonTree tree, string path)
    {
        JsonTree? found = tree;
        foreach (var name in path.Split('.'))
        {
            found = Member(found, name);
            if (found is null) return null;
        }

        return found;
    }

    private static JsonTree? Member(JsonTree tree, string name)
    {
        foreach (var member in tree.Members)
            if (member.Name == name) return member.Value;
        return null;
    }

    private static string Index(int index) => "[" + index.ToString(CultureInfo.InvariantCulture) + "]";

    private void Report(JsonTree tree, string path, string english, string chinese) => errors.Add(new InputError(file, tree.Line, InputError.Quote(path), new(english, chinese)));
}
