namespace GreenBuild.Standards.Reporting;

/// <summary>The forms that a report comes in, by the names that a manifest and the tool use.</summary>
public static class ReportForms
{
    /// <summary>One page for people; see <see cref="HtmlReport"/>.</summary>
    public const string Html = "html";

    /// <summary>Everything, for programs; see <see cref="JsonReport"/>.</summary>
    public const string Json = "json";

    /// <summary>What wants attention, for code scanning; see <see cref="SarifReport"/>.</summary>
    public const string Sarif = "sarif";

    /// <summary>A row for each finding, for spreadsheets; see <see cref="CsvReport"/>.</summary>
    public const string Csv = "csv";

    /// <summary>A summary for pull requests and messages; see <see cref="MarkdownReport"/>.</summary>
    public const string Markdown = "markdown";

    /// <summary>Writes a report.</summary>
    /// <param name="output">Where it goes; to be stored as UTF-8. <see cref="CsvReport"/> begins with a byte order mark.</param>
    /// <param name="report">What it shows.</param>
    /// <param name="format">One of the names above.</param>
    /// <param name="language">The language of the report; JSON holds both.</param>
    /// <exception cref="ArgumentException">There is no such form.</exception>
    public static void Write(TextWriter output, AuditReport report, string format, Language language)
    {
        switch (format)
        {
            case Html: HtmlReport.Write(output, report, language); break;
            case Json: JsonReport.Write(output, report, language); break;
            case Sarif: SarifReport.Write(output, report, language); break;
            case Csv: CsvReport.Write(output, report, language); break;
            case Markdown: MarkdownReport.Write(output, report, language); break;
            default: throw new ArgumentException("There is no such form of report: " + format, nameof(format));
        }
    }
}
