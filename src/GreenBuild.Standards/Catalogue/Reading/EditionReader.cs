using System.Globalization;
using System.Text.RegularExpressions;

namespace GreenBuild.Standards.Reading;

/// <summary>Reads one edition and checks all that can be checked without looking at the others.</summary>
internal sealed class EditionReader(VocabularyReader vocabulary)
{
    // In the order of the library's enumerations.
    private static readonly string[] Kinds = ["policy", "mandatory-national", "recommended-national", "engineering-national", "industry", "local", "association"];
    private static readonly string[] Bindings = ["recommended", "mandatory"];
    private static readonly string[] RequirementKinds = ["limit", "factor", "measure", "score-row", "size-series"];
    private static readonly string[] Comparators = ["", "<", "<=", ">", ">=", "between", "="];
    private static readonly string[] EvidenceLevels = ["unconfirmed", "single-source", "confirmed"];

    private static readonly Regex EditionKey = new("^[a-z0-9-]+\\.[a-z0-9.-]+$", RegexOptions.CultureInvariant);
    private static readonly Regex RowKey = new("^[a-z0-9]+([-.][a-z0-9]+)*$", RegexOptions.CultureInvariant);

    public EditionModel? ReadEdition(CatalogueFile file)
    {
        if (file.Root is not { } root
            || !file.CheckMembers(
                root, Phrase.Edition, "$schema", "key!", "standard!", "number!", "kind!", "binding!", "titleEn!", "titleZh!", "issuer", "jurisdiction!",
                "issued!", "effective!", "withdrawn!", "supersedes", "supersededBy", "partial", "scope", "requirements!", "methods", "sources!"))
            return null;
        var edition = ReadHeader(file, root);
        edition.HasText = true;
        edition.IsPartial = file.Flag(root, "partial");
        ReadSources(file, root, edition);
        foreach (var row in CatalogueFile.Items(root, "requirements")) ReadRow(file, row, edition);
        foreach (var row in CatalogueFile.Items(root, "requirements")) CheckRelative(file, row, edition);
        foreach (var method in CatalogueFile.Items(root, "methods"))
            if (file.CheckMembers(method, Phrase.Method, "key!", "text!"))
                edition.Methods.Add((file.Text(method, "key"), file.Text(method, "text")));
        return edition;
    }

    public IEnumerable<EditionModel> ReadRegister(CatalogueFile file)
    {
        if (file.Root is not { } root || !file.CheckMembers(root, Phrase.Register, "$schema", "releaseDate!", "editions!")) yield break;
        foreach (var entry in CatalogueFile.Items(root, "editions"))
        {
            if (!file.CheckMembers(
                    entry, Phrase.RegisterEntry, "key", "standard!", "number!", "kind!", "binding", "titleEn", "titleZh", "issuer", "jurisdiction!",
                    "issued", "effective", "withdrawn", "supersedes", "supersededBy", "note"))
                continue;
            var edition = ReadHeader(file, entry);
            // What is known by its number only still tells by its kind whether it binds.
            if (entry["binding"] is null && Kinds[edition.Kind] == "mandatory-national") edition.Binding = Array.IndexOf(Bindings, "mandatory");
            yield return edition;
        }
    }

    private EditionModel ReadHeader(CatalogueFile file, JsonValue value)
    {
        var edition = new EditionModel(file, value)
        {
            Key = file.Text(value, "key"),
            Standard = file.Text(value, "standard"),
            Number = file.Text(value, "number"),
            Kind = file.Word(value, "kind", Kinds),
            Binding = file.Word(value, "binding", Bindings),
            Jurisdiction = file.Text(value, "jurisdiction"),
            Issued = file.Date(value, "issued"),
            Effective = file.Date(value, "effective"),
            Withdrawn = file.Date(value, "withdrawn"),
            Supersedes = file.Texts(value, "supersedes"),
            SupersededBy = file.Text(value, "supersededBy"),
            English = file.Text(value, "titleEn"),
            Chinese = file.Text(value, "titleZh"),
            Issuer = file.Text(value, "issuer"),
            Scope = file.Text(value, "scope"),
        };
        if (value["key"] is { } key && !EditionKey.IsMatch(edition.Key))
            file.Report(Mistake.BadKey, key.Range, edition.Key, Phrase.EditionKeyForm);
        if (!vocabulary.Places.ContainsKey(edition.Jurisdiction)) file.Report(Mistake.UnknownPlace, value["jurisdiction"]!.Range, edition.Jurisdiction);
        // A law is often cited with the day of its last amendment, which lies after the day since which it is in force.
        if (Kinds[edition.Kind] is not ("policy" or "local")) CheckOrder(file, value, "effective", edition.Effective, "issued", edition.Issued);
        CheckOrder(file, value, "withdrawn", edition.Withdrawn, "effective", edition.Effective);
        return edition;
    }

    private static void CheckOrder(CatalogueFile file, JsonValue owner, string laterName, CalendarDate? later, string earlierName, CalendarDate? earlier)
    {
        if (later < earlier) file.Report(Mistake.DatesOutOfOrder, owner[laterName]!.Range, laterName, later!, earlierName, earlier!);
    }

    private static void ReadSources(CatalogueFile file, JsonValue root, EditionModel edition)
    {
        foreach (var source in CatalogueFile.Items(root, "sources"))
        {
            if (!file.CheckMembers(source, Phrase.Source, "url", "reference", "what!", "says!"))
            {
                // Rows name sources by their number: that of this one is still taken.
                edition.Sources.Add(("", "", ""));
                continue;
            }

            var reference = file.Text(source, source["url"] is null ? "reference" : "url");
            if (reference.Length == 0) file.Report(Mistake.MissingMember, source.Range, Phrase.Members("url"), Phrase.SourceWithReference);
            edition.Sources.Add((reference, file.Text(source, "what"), file.Text(source, "says")));
        }
    }

    private void ReadRow(CatalogueFile file, JsonValue value, EditionModel edition)
    {
        if (!file.CheckMembers(
                value, Phrase.Requirement, "key!", "kind!", "clause!", "titleEn!", "titleZh", "measurand!", "when", "unless", "comparator", "trigger", "value",
                "formula", "points", "values", "dimensions", "relativeTo", "unit", "basis", "rounding", "evidence!", "note", "sources!"))
            return;
        var row = new RowModel();
        row[PackedFormat.Row.Mark] = PackedFormat.RowLine;
        row[PackedFormat.Row.Key] = file.Text(value, "key");
        if (!RowKey.IsMatch(row[PackedFormat.Row.Key])) file.Report(Mistake.BadKey, value["key"]!.Range, row[PackedFormat.Row.Key], Phrase.RowKeyForm);
        if (edition.Rows.Any(other => other[PackedFormat.Row.Key] == row[PackedFormat.Row.Key])) file.Report(Mistake.DuplicateKey, value["key"]!.Range, row[PackedFormat.Row.Key], file.Name);
        row[PackedFormat.Row.Kind] = Digit(file.Word(value, "kind", RequirementKinds));
        row[PackedFormat.Row.Clause] = file.Text(value, "clause");
        row[PackedFormat.Row.Measurand] = file.Text(value, "measurand");
        row[PackedFormat.Row.Comparator] = Digit(file.Word(value, "comparator", Comparators));
        row[PackedFormat.Row.Unit] = file.Text(value, "unit");
        row[PackedFormat.Row.RelativeTo] = file.Text(value, "relativeTo");
        row[PackedFormat.Row.IsTrigger] = file.Flag(value, "trigger") ? "1" : "";
        row[PackedFormat.Row.Evidence] = Digit(file.Word(value, "evidence", EvidenceLevels));
        row[PackedFormat.Row.TitleEnglish] = file.Text(value, "titleEn");
        row[PackedFormat.Row.TitleChinese] = file.Text(value, "titleZh");
        row[PackedFormat.Row.Basis] = file.Text(value, "basis");
        row[PackedFormat.Row.Note] = file.Text(value, "note");
        ReadRounding(file, value, row);
        ReadValue(file, value, row);
        CheckMeasurand(file, value, row);
        ReadRowSources(file, value, edition, row);
        CheckValidity(file, value["when"], edition);
        row[PackedFormat.Row.Conditions] = string.Join(
            PackedFormat.ListSeparator.ToString(), ReadConditions(file, value["when"], row, false).Concat(ReadConditions(file, value["unless"], row, true)));
        edition.Rows.Add(row);
    }

    private static void ReadRounding(CatalogueFile file, JsonValue value, RowModel row)
    {
        if (value["rounding"] is not { } rounding) return;
        row[PackedFormat.Row.Rounding] = file.Number(rounding, "rounding");
        if (row[PackedFormat.Row.Rounding].Length != 1) file.Report(Mistake.WrongType, rounding.Range, "rounding", Phrase.Decimals);
    }

    private void ReadValue(CatalogueFile file, JsonValue owner, RowModel row)
    {
        var value = owner["value"];
        row[PackedFormat.Row.Formula] = file.Text(owner, "formula");
        switch (value?.Kind)
        {
            case JsonKind.Number:
                row[PackedFormat.Row.Value] = file.Number(value, "value");
                break;
            case JsonKind.Array when value.Items.Count > 0 && value.Items[0].Kind == JsonKind.Text:
                row[PackedFormat.Row.Setting] = string.Join(PackedFormat.ListSeparator.ToString(), value.Items.Select(item => file.TextOf(item, "value")));
                break;
            case JsonKind.Array:
                (row[PackedFormat.Row.Value], row[PackedFormat.Row.UpperValue]) = ReadPair(file, value, "value");
                break;
            case JsonKind.Boolean:
                row[PackedFormat.Row.Setting] = value.Text;
                break;
            case JsonKind.Text:
                row[PackedFormat.Row.Setting] = file.TextOf(value, "value");
                break;
            case JsonKind.Object when row[PackedFormat.Row.Kind] == "3":
                row[PackedFormat.Row.Range] = string.Join("|", ReadRange(file, "value", value));
                break;
            case JsonKind.Object:
                file.Report(Mistake.WrongType, value.Range, "value", Phrase.AnyValue);
                break;
        }

        ReadScore(file, owner, row);
        ReadSizes(file, owner, row);
        if (Problem(owner, value, row) is { } problem)
            file.Report(Mistake.KindMismatch, (value ?? owner["key"]!).Range, RequirementKinds[row[PackedFormat.Row.Kind][0] - '0'], problem);
    }

    private static (string Low, string High) ReadPair(CatalogueFile file, JsonValue value, string name)
    {
        if (value.Items.Count != 2)
        {
            file.Report(Mistake.BadRange, value.Range, Phrase.TwoNumbers);
            return ("", "");
        }

        var (low, high) = (file.Number(value.Items[0], name), file.Number(value.Items[1], name));
        if (Decimal(low) >= Decimal(high)) file.Report(Mistake.BadRange, value.Range, Phrase.LowerFirst);
        return (low, high);
    }

    private static void ReadScore(CatalogueFile file, JsonValue owner, RowModel row)
    {
        if (row[PackedFormat.Row.Kind] == "3" && row[PackedFormat.Row.Value].Length > 0)
        {
            var upper = row[PackedFormat.Row.UpperValue] is { Length: > 0 } end ? end : row[PackedFormat.Row.Value];
            row[PackedFormat.Row.Range] = ">=" + row[PackedFormat.Row.Value] + "|<=" + upper;
        }

        switch (owner["points"])
        {
            case null:
                break;
            case { Kind: JsonKind.Array } points:
                (row[PackedFormat.Row.Points], row[PackedFormat.Row.UpperPoints]) = ReadPair(file, points, "points");
                break;
            case var points:
                row[PackedFormat.Row.Points] = file.Number(points, "points");
                break;
        }
    }

    private void ReadSizes(CatalogueFile file, JsonValue owner, RowModel row)
    {
        row[PackedFormat.Row.Values] = string.Join(PackedFormat.ListSeparator.ToString(), CatalogueFile.Items(owner, "values").Select(item => file.Number(item, "values")));
        var dimensions = new List<string>();
        foreach (var dimension in CatalogueFile.Items(owner, "dimensions"))
        {
            if (!file.CheckMembers(dimension, Phrase.Dimension, "name!", "value!", "unit!")) continue;
            var unit = file.Text(dimension, "unit");
            if (!vocabulary.Units.Contains(unit)) file.Report(Mistake.UnknownUnit, dimension["unit"]!.Range, unit);
            dimensions.Add(string.Join(PackedFormat.ConditionSeparator.ToString(), file.Text(dimension, "name"), file.Number(dimension["value"]!, "value"), unit));
        }

        row[PackedFormat.Row.Dimensions] = string.Join(PackedFormat.ListSeparator.ToString(), dimensions);
    }

    /// <summary>What does not fit the kind of the requirement, or null.</summary>
    private static BilingualText? Problem(JsonValue owner, JsonValue? value, RowModel row)
    {
        var hasComparator = row[PackedFormat.Row.Comparator] != "0";
        var hasUnit = row[PackedFormat.Row.Unit].Length > 0;
        var isRange = row[PackedFormat.Row.UpperValue].Length > 0;
        var isWords = row[PackedFormat.Row.Setting].Length > 0;
        return row[PackedFormat.Row.Kind] switch
        {
            "0" when !hasComparator => new("needs a comparator", "缺少比较符"),
            "0" when value is null || isWords => new("needs a number, or null where it is not known", "需要数字，未知时为 null"),
            "0" when isRange != (row[PackedFormat.Row.Comparator] == "5") => new("needs one number, or a range with the comparator 'between'", "需要一个数字，或与比较符“between”一起给出范围"),
            "1" when value is null => new("needs a value, or null where it is not known", "需要值，未知时为 null"),
            "0" or "1" when !hasUnit && !isWords => new("needs a unit", "缺少单位"),
            "1" when value!.Kind == JsonKind.Boolean => new("is never true or false; a measure is", "不能为 true 或 false；措施才可以"),
            "2" when !isWords => new("needs true (must be done), false (must not be done), a text or a list of texts", "需要 true（应当）、false（禁止）、文本或文本列表"),
            "2" when hasComparator || hasUnit => new("has neither comparator nor unit", "不带比较符和单位"),
            "3" when owner["points"] is null => new("needs points", "缺少分值"),
            "3" when hasUnit != (row[PackedFormat.Row.Range].Length > 0) => new("needs a unit where it has a range", "有范围时需要单位"),
            "4" when row[PackedFormat.Row.Values].Length > 0 == row[PackedFormat.Row.Dimensions].Length > 0 => new("needs either values or dimensions", "需要 values 或 dimensions 之一"),
            "4" when hasUnit != (row[PackedFormat.Row.Values].Length > 0) => new("needs a unit where it has values", "有 values 时需要单位"),
            not "3" when owner["points"] is not null => new("has no points", "不带分值"),
            not "4" when owner["values"] is not null || owner["dimensions"] is not null => new("has neither values nor dimensions", "不带 values 和 dimensions"),
            _ => (BilingualText?)null,
        };
    }

    private void CheckMeasurand(CatalogueFile file, JsonValue value, RowModel row)
    {
        if (value["relativeTo"] is { } relative && !vocabulary.Measurands.ContainsKey(row[PackedFormat.Row.RelativeTo])) file.Report(Mistake.UnknownMeasurand, relative.Range, relative.Text);
        if (!vocabulary.Measurands.TryGetValue(row[PackedFormat.Row.Measurand], out var measurand))
        {
            file.Report(Mistake.UnknownMeasurand, value["measurand"]!.Range, row[PackedFormat.Row.Measurand]);
            return;
        }

        if (row[PackedFormat.Row.Unit].Length > 0 && !measurand.Units.Contains(row[PackedFormat.Row.Unit]))
            file.Report(Mistake.WrongUnit, value["unit"]!.Range, row[PackedFormat.Row.Unit], measurand.Key, string.Join(", ", measurand.Units));
    }

    private static void ReadRowSources(CatalogueFile file, JsonValue value, EditionModel edition, RowModel row)
    {
        var indexes = new List<string>();
        foreach (var item in CatalogueFile.Items(value, "sources"))
        {
            var index = file.Number(item, "sources");
            if (!int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var i) || i >= edition.Sources.Count)
                file.Report(Mistake.BadSourceIndex, item.Range, index, edition.Sources.Count);
            indexes.Add(index);
        }

        if (indexes.Count == 0 && row[PackedFormat.Row.Evidence] != "0") file.Report(Mistake.NoSource, value["sources"]!.Range);
        row[PackedFormat.Row.Sources] = string.Join(PackedFormat.ListSeparator.ToString(), indexes);
    }

    private IEnumerable<string> ReadConditions(CatalogueFile file, JsonValue? conditions, RowModel row, bool isException)
    {
        if (conditions is null) yield break;
        if (conditions.Kind != JsonKind.Object)
        {
            file.Report(Mistake.WrongType, conditions.Range, isException ? "unless" : "when", Phrase.AnObject);
            yield break;
        }

        var domain = row[PackedFormat.Row.Measurand].Split('.')[0];
        foreach (var condition in conditions.Members)
        {
            if (!vocabulary.Facets.TryGetValue(condition.Name, out var facet) || (facet.Domain != "general" && facet.Domain != domain))
            {
                file.Report(Mistake.UnknownFacet, condition.NameRange, condition.Name, domain);
                continue;
            }

            var values = condition.Value.Kind == JsonKind.Array ? condition.Value.Items : [condition.Value];
            var packed = values.SelectMany(value => ReadFacetValue(file, facet, value)).ToList();
            yield return string.Join(
                PackedFormat.ConditionSeparator.ToString(), facet.Name, Digit((int)facet.Kind), isException ? "1" : "", string.Join("|", packed));
        }
    }

    private static List<string> ReadFacetValue(CatalogueFile file, FacetModel facet, JsonValue value)
    {
        switch (facet.Kind)
        {
            case FacetType.Flag when value.Kind == JsonKind.Boolean:
                return [value.Text];
            case FacetType.Token when value.Kind == JsonKind.Text:
                if (!facet.Values.Any(known => known.Value == value.Text))
                    file.Report(Mistake.UnknownFacetValue, value.Range, value.Text, facet.Name, string.Join(", ", facet.Values.Select(static known => known.Value)));
                return [value.Text];
            case FacetType.Hours when value.Kind == JsonKind.Text && WeeklyWindow.TryParse(value.Text, out _):
            case FacetType.Dates when value.Kind == JsonKind.Text && DateSpan.TryParse(value.Text, out _):
                return [value.Text];
            case FacetType.Number when value.Kind == JsonKind.Number:
                var number = file.Number(value, facet.Name);
                return [">=" + number, "<=" + number];
            case FacetType.Number when value.Kind == JsonKind.Object:
                return ReadRange(file, facet.Name, value);
        }

        var expected = facet.Kind switch
        {
            FacetType.Flag => Phrase.TrueOrFalse,
            FacetType.Number => Phrase.NumberOrRange,
            FacetType.Hours => Phrase.Hours,
            FacetType.Dates => Phrase.Dates,
            _ => Phrase.AText,
        };
        file.Report(Mistake.WrongType, value.Range, facet.Name, expected);
        return [];
    }

    private static List<string> ReadRange(CatalogueFile file, string name, JsonValue value)
    {
        var bounds = new List<string>();
        file.CheckMembers(value, Phrase.Range, "min", "max", "above", "below");
        foreach (var bound in value.Members)
        {
            // Two characters each, so that the reader needs no grammar.
            var sign = bound.Name switch { "min" => ">=", "max" => "<=", "above" => "> ", _ => "< " };
            bounds.Add(sign + file.Number(bound.Value, name));
        }

        if (bounds.Count == 0) file.Report(Mistake.BadRange, value.Range, Phrase.ABound);
        return bounds;
    }

    /// <summary>A rule that is dated beyond its own edition would never be found on those days.</summary>
    private static void CheckValidity(CatalogueFile file, JsonValue? conditions, EditionModel edition)
    {
        foreach (var dates in conditions is { Kind: JsonKind.Object } ? CatalogueFile.Items(conditions, "dates") : [])
        {
            if (!DateSpan.TryParse(dates.Text, out var span) || span.IsYearly || span.Start == System.DateTime.MinValue) continue;
            if (span.Start < edition.Effective?.ToDateTime() || span.End > edition.Withdrawn?.ToDateTime())
                file.Report(Mistake.OutsideValidity, dates.Range, dates.Text, edition.Effective?.ToString() ?? "?", edition.Withdrawn?.ToString() ?? "?");
        }
    }

    private static void CheckRelative(CatalogueFile file, JsonValue value, EditionModel edition)
    {
        if (value["relativeTo"] is not { } relative) return;
        if (!edition.Rows.Any(row => row[PackedFormat.Row.Kind] == "0" && row[PackedFormat.Row.Measurand] == relative.Text && row[PackedFormat.Row.RelativeTo].Length == 0))
            file.Report(Mistake.NoBase, relative.Range, relative.Text);
    }

    private static string Digit(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static decimal Decimal(string text) => decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture);
}
