using System.Text.Json.Nodes;

namespace GreenBuild.Standards.Catalogue.Tests;

/// <summary>One fact that the dossier and the compiled catalogue tell differently. The row is empty for a fact of the edition itself.</summary>
internal sealed record Difference(string Domain, string Edition, string Row, string Member, string Dossier, string Catalogue)
{
    public override string ToString() => $"{Domain}: {Edition} {Row} {Member}: dossier '{Dossier}', catalogue '{Catalogue}'";
}

/// <summary>Compares the dossier with the catalogue as a user of the library sees it.</summary>
internal static class DossierComparison
{
    private static readonly Dictionary<string, StandardKind> Kinds = new()
    {
        ["policy"] = StandardKind.Policy, ["mandatory-national"] = StandardKind.MandatoryNational, ["recommended-national"] = StandardKind.RecommendedNational,
        ["engineering-national"] = StandardKind.EngineeringNational, ["industry"] = StandardKind.Industry, ["local"] = StandardKind.Local,
        ["association"] = StandardKind.Association,
    };

    private static readonly Dictionary<string, Evidence> EvidenceLevels = new()
    {
        ["verified"] = Evidence.Confirmed, ["single-source"] = Evidence.SingleSource, ["recalled"] = Evidence.Unconfirmed,
    };

    /// <summary>The edition of the catalogue that a file of the dossier became.</summary>
    public static Edition? Find(DossierEdition edition) => StandardsCatalogue.Default.FindEdition(edition.Number);

    /// <summary>The rows of the catalogue that a row of the dossier became: one, or the parts of a split one. A part that is missing is null.</summary>
    public static IEnumerable<(ExpectedRow Expected, Requirement? Row)> Find(DossierEdition dossier, Edition edition, JsonObject row)
    {
        // Keys of the catalogue are lower case; the dossier writes room and area classes in capitals.
        var key = ((string)row["key"]!).ToLowerInvariant();
        return dossier.Domain.Expect(dossier, row).Select(expected => (expected, EditionOf(expected, edition)?.Find(expected.Key ?? key + expected.Part)));
    }

    /// <summary>The rows of the catalogue that no row of the dossier became: constants of its methods, and facts of its notes.</summary>
    public static IEnumerable<Difference> RowsBeside(IEnumerable<DossierEdition> dossier)
    {
        var known = dossier
            .Where(static file => Find(file) is not null)
            .SelectMany(static file => file.Rows.SelectMany(row => Find(file, Find(file)!, row)))
            .Select(static part => part.Row?.Key).ToHashSet();
        foreach (var edition in StandardsCatalogue.Default.Editions)
            foreach (var row in edition.Requirements)
                if (!known.Contains(row.Key)) yield return new(row.Domain, edition.Number, row.RowKey, "row", "", "a row");
    }

    /// <summary>All differences of one file.</summary>
    public static IEnumerable<Difference> Compare(DossierEdition dossier)
    {
        if (Find(dossier) is not { } edition) return [new(dossier.Domain.Name, dossier.Number, "", "edition", dossier.Number, "")];
        var differences = new List<Difference>();
        CompareEdition(dossier, edition, differences);
        foreach (var row in dossier.Rows) differences.AddRange(Compare(dossier, edition, row));
        return differences;
    }

    /// <summary>The differences of one row.</summary>
    public static List<Difference> Compare(DossierEdition dossier, Edition edition, JsonObject row)
    {
        var differences = new List<Difference>();
        foreach (var (expected, requirement) in Find(dossier, edition, row))
        {
            if (requirement is null) differences.Add(new(dossier.Domain.Name, dossier.Number, (string)row["key"]! + expected.Part, "row", "a row", ""));
            else CompareRow(dossier, row, expected, requirement, differences);
        }

        return differences;
    }

    private static void CompareEdition(DossierEdition dossier, Edition edition, List<Difference> differences)
    {
        var json = dossier.Json;
        void Check(string member, string expected, string actual)
        {
            if (expected != actual) differences.Add(new(dossier.Domain.Name, dossier.Number, "", member, expected, actual));
        }

        Check("id", dossier.Number, edition.Number);
        Check("kind", Kinds[(string)json["kind"]!].ToString(), edition.Kind.ToString());
        Check("jurisdiction", Text(json["jurisdiction"]), edition.Jurisdiction.Code);
        Check("titleEn", Text(json["titleEn"]), edition.Title.English);
        Check("titleZh", Text(json["titleZh"]), edition.Title.Chinese);
        Check("issuer", Text(json["issuer"]), edition.Issuer);
        Check("issued", Text(json["issued"]), edition.Issued?.ToString() ?? "");
        Check("effective", Text(json["effective"]), edition.Effective?.ToString() ?? "");
        Check("withdrawn", Text(json["withdrawn"]), edition.Withdrawn?.ToString() ?? "");
        Check("supersededBy", Text(json["supersededBy"]), edition.SupersededBy ?? "");

        // An edition that several folders describe holds what they say together, in an order that means nothing.
        var together = Dossier.FilesOf(dossier.Number);
        if (together.Count <= 1)
        {
            Check("scope", dossier.Domain.Scope(dossier), edition.Scope);
            CheckList("supersedes", static file => file.Json["supersedes"]!.AsArray().Select(Text), edition.Supersedes);
            CheckList("methods", Methods, edition.Methods.Select(MethodText));
            CheckList("sources", Sources, edition.Sources.Select(SourceText));
        }
        else
        {
            if (!edition.Scope.Contains(dossier.Domain.Scope(dossier), StringComparison.Ordinal)) Check("scope", dossier.Domain.Scope(dossier), edition.Scope);
            CheckUnion("supersedes", static file => file.Json["supersedes"]!.AsArray().Select(Text), edition.Supersedes);
            CheckUnion("methods", Methods, edition.Methods.Select(MethodText));
            CheckUnion("sources", Sources, edition.Sources.Select(SourceText));
        }

        void CheckList(string member, Func<DossierEdition, IEnumerable<string>> select, IEnumerable<string> actual) =>
            Check(member, string.Join("\n", select(dossier)), string.Join("\n", actual));

        void CheckUnion(string member, Func<DossierEdition, IEnumerable<string>> select, IEnumerable<string> actual)
        {
            var held = actual.ToHashSet();
            foreach (var lost in select(dossier).Where(text => !held.Contains(text))) Check(member, lost, "");
            held.ExceptWith(select(dossier).Concat(together.SelectMany(select)));
            foreach (var added in held) Check(member, "", added);
        }
    }

    private static Edition? EditionOf(ExpectedRow expected, Edition edition) =>
        expected.In is { } split ? StandardsCatalogue.Default.FindEdition(split.Number) : edition;

    private static void CompareRow(DossierEdition dossier, JsonObject row, ExpectedRow expected, Requirement requirement, List<Difference> differences)
    {
        void Check(string member, string dossierText, string catalogueText)
        {
            if (dossierText != catalogueText) differences.Add(new(dossier.Domain.Name, dossier.Number, requirement.RowKey, member, dossierText, catalogueText));
        }

        if (expected.In is { } split)
        {
            var edition = StandardsCatalogue.Default.FindEdition(split.Number)!;
            Check("jurisdiction", split.Jurisdiction, edition.Jurisdiction.Code);
            Check("effective", split.From, edition.Effective?.ToString() ?? "");
            Check("withdrawn", split.To.Length == 0 ? "" : DossierDomain.DayAfter(split.To), edition.Withdrawn?.ToString() ?? "");
        }

        Check("clause", Text(row["clause"]), requirement.Clause ?? "");
        Check("titleEn", Text(row["what"]), requirement.Title.English);
        Check("titleZh", Text(row["whatZh"]), requirement.Title.Chinese);
        Check("basis", Text(row["metric"]) is "-" ? "" : Text(row["metric"]), requirement.Basis); // "-" is the dossier's word for none
        Check("note", dossier.Domain.Note(row), requirement.Note);
        Check("evidence", EvidenceLevels[(string)row["confidence"]!].ToString(), requirement.Evidence.ToString());
        CompareSources();
        Check("kind", expected.Kind.ToString(), requirement.Kind.ToString());
        Check("comparator", expected.Comparator.ToString(), requirement.Comparator.ToString());
        Check("value", expected.Value, Value(requirement));
        Check("unit", expected.Unit, requirement.Unit);
        Check("formula", expected.Formula, requirement.Formula ?? "");
        Check("points", expected.Points, Range(requirement.Points, requirement.UpperPoints));

        // What the dossier says in words only; each has to be justified.
        Check("trigger", "", requirement.IsTrigger ? "yes" : "");
        Check("rounding", "", requirement.RoundingDigits?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "");
        Check("relativeTo", "", requirement.RelativeTo?.Key ?? "");
        if (expected.Measurands is { } measurands && !measurands.Contains(requirement.Measurand.Key)) Check("quantity", Text(row["quantity"]), requirement.Measurand.Key);

        var conditions = expected.Conditions.ToHashSet();
        var shown = requirement.Conditions.Select(DossierConditions.Shown).ToHashSet();
        foreach (var lost in conditions.Except(shown)) Check("condition", lost, "");
        foreach (var added in shown.Except(conditions)) Check("condition", "", added);

        // A fact that two folders hold stands once, with the sources of both: there each source that came with the other is told by itself.
        void CompareSources()
        {
            var mine = row["sources"]!.AsArray().Select(index => SourceText(dossier.Json["sources"]![(int)index!])).ToList();
            var held = requirement.Sources.Select(SourceText).ToList();
            if (Dossier.FilesOf(dossier.Number).Count <= 1)
            {
                Check("sources", string.Join("\n", mine), string.Join("\n", held));
            }
            else
            {
                foreach (var lost in mine.Except(held)) Check("sources", lost, "");
                foreach (var added in held.Except(mine)) Check("sources", "", added);
            }
        }
    }

    private static string Value(Requirement requirement)
    {
        // The ends of a range that is interpolated are told twice; they must be the same. Else one of these at most; two would both be shown.
        var ends = Range(requirement.Value, requirement.UpperValue);
        if (requirement.Range is { } both && both.Low == requirement.Value && both.High == requirement.UpperValue) ends = "";
        string[] values =
        [
            string.Join("|", requirement.Settings),
            requirement.Range is { } range ? DossierConditions.Range("", range) : "",
            string.Join("|", requirement.Values.Select(DossierValue.Number)),
            string.Join("|", requirement.Dimensions.Select(static dimension => $"{dimension.Name}={DossierValue.Number(dimension.Value)} {dimension.Unit}")),
            ends,
        ];
        return string.Concat(values);
    }

    private static string Range(decimal? low, decimal? high) =>
        (low is { } number ? DossierValue.Number(number) : "") + (high is { } upper ? ".." + DossierValue.Number(upper) : "");

    private static IEnumerable<string> Methods(DossierEdition file) => file.Json["methods"]!.AsArray().Select(static method => method!["key"] + ": " + method["text"]);

    private static IEnumerable<string> Sources(DossierEdition file) => file.Json["sources"]!.AsArray().Select(SourceText);

    private static string MethodText(Method method) => method.Key + ": " + method.Text;

    // A source without an address is called by what it is.
    private static string SourceText(JsonNode? source) => $"{source!["url"] ?? source["what"]} ({source["what"]}): {source["says"]}";

    private static string SourceText(Source source) => $"{source.Reference} ({source.What}): {source.Says}";

    private static string Text(JsonNode? value) => DossierDomain.Text(value);
}
