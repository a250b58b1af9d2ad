using System.Globalization;
using System.Text;

namespace GreenBuild.Standards.Reporting;

/// <summary>One edition on the page of the catalogue, with all its rows.</summary>
internal sealed class CatalogueEdition(HtmlWriter html, StandardsCatalogue catalogue, Edition edition)
{
    /// <summary>Writes the edition as a section with a table of its requirements.</summary>
    public void Write()
    {
        html.Open(
            "section", "class", IsLapsed ? "edition lapsed" : "edition", "id", edition.Key,
            "data-in", edition.Jurisdiction.Code, "data-from", First?.ToString(), "data-until", edition.ValidUntil?.ToString());
        html.Open("h4");
        html.Element("a", edition.Number, "href", "#" + edition.Key, "class", "number", "lang", LanguageOf(edition.Number));
        if (edition.Title.In(Language.English) != edition.Number || edition.Title.In(Language.Chinese) != edition.Number) html.Text(" ").Open("span", "class", "title").Both(edition.Title).Close();
        html.Close();
        WriteFacts();
        WriteAbout();
        html.Open("table");
        html.Open("thead").Open("tr");
        foreach (var (english, chinese) in new[] { ("Requirement", "要求"), ("Value", "数值"), ("Applies where", "适用条件"), ("Clause", "条款"), ("Evidence", "依据程度"), ("Details", "详情") })
            html.BothIn("th", new(english, chinese), "scope", "col");
        html.Close().Close();
        html.Open("tbody");
        foreach (var requirement in edition.Requirements) WriteRow(requirement);
        html.Close().Close().Close();
    }

    /// <summary>Writes an edition without requirements as an item of a list.</summary>
    public void WriteAsKnown()
    {
        html.Open("li", "id", IdOf(edition), "data-in", edition.Jurisdiction.Code, "data-from", First?.ToString(), "data-until", edition.ValidUntil?.ToString());
        html.Element("b", edition.Number, "class", "number", "lang", LanguageOf(edition.Number));
        if (edition.Title.In(Language.English) is { Length: > 0 } title && title != edition.Number) html.Text(" ").Open("span", "class", "title").Both(edition.Title).Close();
        html.Text(" ").Open("small").Both(edition.Jurisdiction.Name).Text(", ").Both(Words.ValidityOf(edition));
        if (edition.IsPartial)
        {
            var partiality = Words.PartialityOf(edition);
            html.Both("; " + partiality.English, "；" + partiality.Chinese);
        }

        WriteNeighbours();
        html.Close().Close();
    }

    /// <summary>The anchor of an edition: its key, or its number where it has none.</summary>
    public static string IdOf(Edition edition) =>
        edition.Key.Length > 0 ? edition.Key : "number." + string.Join("-", edition.Number.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string CodeOf(RequirementKind kind) => ((int)kind).ToString(CultureInfo.InvariantCulture);

    public static string CodeOf(Evidence evidence) => ((int)evidence).ToString(CultureInfo.InvariantCulture);

    public static void Mark(HtmlWriter html, Evidence evidence) =>
        html.Open("span", "class", EvidenceMark.ClassOf(evidence)).Text(EvidenceMark.SignOf(evidence) + " ").Both(Words.Of(evidence)).Close();

    /// <summary>The language of a text that the catalogue has in one language only.</summary>
    public static string LanguageOf(string text)
    {
        var (chinese, latin) = (0, 0);
        foreach (var c in text)
        {
            if (c is >= '\u4E00' and <= '\u9FFF') chinese++;
            else if (c is >= 'a' and <= 'z' or >= 'A' and <= 'Z') latin++;
        }

        // A character of Chinese says as much as several letters.
        return chinese * 3 > latin ? HtmlWriter.Chinese : "en";
    }

    // The engine counts an edition as in force from its issue where no other day is known.
    private CalendarDate? First => edition.CountsFrom;

    private bool IsLapsed => edition.ValidUntil <= catalogue.ReleaseDate;

    private void WriteFacts()
    {
        html.Open("p", "class", "standing");
        html.BothIn("span", Words.Of(edition.Binding), "class", edition.Binding == BindingForce.Mandatory ? "tag strong" : "tag").Text(" ");
        var status = IsLapsed ? new BilingualText("lapsed", "已失效")
            : !edition.IsInForceOn(catalogue.ReleaseDate) ? new("not yet in force", "尚未施行")
            // The engine has to decide; the reader shall know that nobody has seen the day.
            : edition.Effective is null ? new("counted as in force", "视为施行中") : new("in force", "施行中");
        html.BothIn("span", status, "class", edition.IsInForceOn(catalogue.ReleaseDate) ? "tag now" : "tag then").Text(" ");
        if (edition.Overlay is { } overlay) html.BothIn("span", new("overlay " + overlay, "叠加文件 " + overlay), "class", "tag").Text(" ");
        if (edition.IsPartial) html.BothIn("span", Words.PartialityOf(edition), "class", "tag then").Text(" ");
        html.Both(Words.ValidityOf(edition));
        WriteNeighbours();
        html.Close();
    }

    private void WriteNeighbours()
    {
        if (edition.SupersededBy is { } successor)
        {
            html.Both("; replaced by ", "；替代为 ");
            WriteLink(successor);
        }

        for (var i = 0; i < edition.Supersedes.Count; i++)
        {
            if (i == 0) html.Both("; replaces ", "；替代 ");
            else html.Text(", ");
            WriteLink(edition.Supersedes[i]);
        }
    }

    private void WriteLink(string number)
    {
        if (catalogue.FindEdition(number) is { } other) html.Element("a", number, "href", "#" + IdOf(other), "lang", LanguageOf(number));
        else html.Element("i", number, "lang", LanguageOf(number));
    }

    private void WriteAbout()
    {
        html.Open("details", "class", "about");
        html.Open("summary").Both("About this edition", "版本说明").Close();
        html.Open("dl", "class", "facts");
        Fact("Key", "键");
        html.Element("code", edition.Key).Close();
        Fact("Place", "地点");
        html.Both(edition.Jurisdiction.Name).Text(" (" + edition.Jurisdiction.Code + ")").Close();
        if (edition.Issued is { } issued) Fact("Issued", "发布", issued.ToString());
        if (edition.Issuer.Length > 0) Fact("Issued by", "发布机关", edition.Issuer);
        if (edition.Scope.Length > 0) Fact("Scope", "适用范围", edition.Scope);
        foreach (var method in edition.Methods) Fact("Method", "方法", method.Text);
        html.Close().Close();
    }

    private void WriteRow(Requirement requirement)
    {
        html.Open(
            "tr", "id", requirement.Key, "data-d", requirement.Domain, "data-k", CodeOf(requirement.Kind), "data-e", CodeOf(requirement.Evidence), "data-on", DaysOf(requirement));
        html.Open("th", "scope", "row").BothIn("span", requirement.Title, "class", "t").Text(" ");
        html.Open("a", "href", "#" + requirement.Key, "class", "key").Element("code", requirement.Key).Close().Close();
        html.Open("td", "class", "value").Both(Words.ValueOf(requirement));
        if (requirement.IsTrigger) html.Text(" ").BothIn("small", new("a consequence starts here", "达到时产生后果"));
        html.Close();
        html.BothIn("td", InShort(requirement), "class", "when");
        html.Element("td", requirement.Clause ?? "", "class", "clause", "lang", LanguageOf(requirement.Clause ?? ""));
        html.Open("td", "class", "mark");
        Mark(html, requirement.Evidence);
        html.Close();
        html.Open("td", "class", "more").Open("details");
        html.Open("summary").Both("Details and sources", "详情与来源").Text(requirement.Sources.Count == 0 ? "" : " (" + requirement.Sources.Count.ToString(CultureInfo.InvariantCulture) + ")").Close();
        WriteDetails(requirement);
        html.Close().Close().Close();
    }

    private void WriteDetails(Requirement requirement)
    {
        html.Open("p", "class", "about").Both(Words.Of(requirement.Kind)).Text(" – ");
        html.BothIn("span", requirement.Measurand.Title, "class", "m").Text(" ").Element("code", requirement.Measurand.Key).Close();
        html.Open("dl", "class", "facts");
        if (requirement.RelativeTo is { } relative)
        {
            Fact("Added to the limit on", "在下列限值上加减");
            html.Both(relative.Title).Close();
        }

        // Only where the row itself has not said it in full.
        if (requirement.Conditions.Any(static condition => condition.IsException || Speaks(condition)))
        {
            WriteConditions(requirement, "Applies where", "适用条件", false);
            WriteConditions(requirement, "Except where", "除外", true);
        }

        if (requirement.Basis.Length > 0) Fact("Measured as", "测量方式", requirement.Basis);
        if (requirement.RoundingDigits is { } digits)
        {
            Fact("Rounding", "修约");
            html.Both($"by GB/T 8170 to {digits} decimals", $"按 GB/T 8170 修约到 {digits} 位小数").Close();
        }

        if (requirement.Note.Length > 0) Fact("Note", "备注", requirement.Note);
        html.Close();
        if (requirement.Sources.Count > 0) SourceList.Write(html, requirement.Sources);
        else html.BothIn("p", new("No source was seen.", "未见来源。"), "class", "small");
    }

    private void WriteConditions(Requirement requirement, string english, string chinese, bool isException)
    {
        var conditions = requirement.Conditions.Where(condition => condition.IsException == isException).ToList();
        if (conditions.Count == 0) return;
        Fact(english, chinese);
        for (var i = 0; i < conditions.Count; i++)
        {
            if (i > 0) html.Empty("br");
            var title = Vocabulary.FindFacet(conditions[i].Facet)?.Title ?? new(conditions[i].Facet, conditions[i].Facet);
            var value = Words.ValueOf(conditions[i]);
            html.Both(title.English + ": " + value.English, title.Chinese + "：" + value.Chinese);
        }

        html.Close();
    }

    /// <summary>The conditions in one line, without the questions where the answers speak for themselves.</summary>
    private static BilingualText InShort(Requirement requirement)
    {
        var texts = requirement.Conditions.Select(static condition =>
        {
            if (!Speaks(condition)) return Words.Of(condition);
            var value = Words.ValueOf(condition);
            return condition.IsException ? new("except: " + value.English, "除外：" + value.Chinese) : value;
        }).ToList();
        return new(string.Join("; ", texts.Select(static text => text.English)), string.Join("；", texts.Select(static text => text.Chinese)));
    }

    /// <summary>Whether an answer says by itself what was asked: "Night" does; "yes", "60 min", "A" and "PM10" do not.</summary>
    private static bool Speaks(FacetCondition condition) =>
        condition.Type is FacetType.Hours or FacetType.Dates || (condition.Type == FacetType.Token && Words.ValueOf(condition).English.Any(char.IsLower));

    /// <summary>The days on which a requirement that is bound to dates may hold, as first day / first day no longer; nothing where it is not bound to days of one year.</summary>
    private static string? DaysOf(Requirement requirement)
    {
        if (requirement.Condition("dates")?.Spans is not { } spans || spans.Any(static span => span.IsYearly)) return null;
        var days = new StringBuilder();
        foreach (var span in spans)
        {
            if (days.Length > 0) days.Append(' ');
            if (span.Start > DateTime.MinValue) days.Append(CalendarDate.FromDateTime(span.Start));
            days.Append('/');
            // A span that ends at noon still touches its last day.
            if (span.End is { } end) days.Append(CalendarDate.FromDateTime(end.AddTicks(-1)).PlusDays(1));
        }

        return days.ToString();
    }

    // A name, and the value left open; or closed around a text that the catalogue has in one language.
    private void Fact(string english, string chinese, string? value = null)
    {
        html.BothIn("dt", new(english, chinese));
        if (value is null) html.Open("dd");
        else html.Element("dd", value, "lang", LanguageOf(value));
    }
}
