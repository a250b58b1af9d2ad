using System.Globalization;

namespace GreenBuild.Standards.Reading;

/// <summary>Writes editions in the packed form that <see cref="PackedFormat"/> describes.</summary>
internal static class CataloguePacker
{
    private static readonly string Separator = PackedFormat.ListSeparator.ToString();

    /// <summary>The line of an edition in the register.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="text">The index of its text, or -1 if it has none.</param>
    public static string Header(EditionModel edition, int text) => Fields(
        edition.Key, edition.Standard, edition.Number, Number(edition.Kind), Number(edition.Binding), edition.Jurisdiction,
        edition.Issued?.ToString() ?? "", edition.Effective?.ToString() ?? "", edition.Withdrawn?.ToString() ?? "",
        string.Join(Separator, edition.Supersedes), edition.SupersededBy,
        Number(text), string.Join(Separator, edition.Rows.Select(static row => row[PackedFormat.Row.Measurand]).Distinct()),
        edition.Rows.Any(static row => row[PackedFormat.Row.Conditions].Contains("dates" + PackedFormat.ConditionSeparator)) ? "1" : "",
        edition.IsPartial ? "1" : "",
        edition.English, edition.Chinese, edition.Issuer, edition.Scope);

    /// <summary>The requirements, sources and methods of an edition, a line each.</summary>
    public static string Text(EditionModel edition)
    {
        var lines = edition.Rows.Select(static row => Fields(row.Fields.Select(static field => field ?? "")))
            .Concat(edition.Sources.Select(static source => Fields(PackedFormat.SourceLine, source.Reference, source.What, source.Says)))
            .Concat(edition.Methods.Select(static method => Fields(PackedFormat.MethodLine, method.Key, method.Text)));
        return string.Join("\n", lines);
    }

    public static string Fields(params string[] fields) => string.Join(PackedFormat.FieldSeparator.ToString(), fields);

    private static string Fields(IEnumerable<string> fields) => string.Join(PackedFormat.FieldSeparator.ToString(), fields);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
