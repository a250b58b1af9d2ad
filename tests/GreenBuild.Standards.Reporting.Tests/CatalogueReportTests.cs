using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace GreenBuild.Standards.Reporting.Tests;

public partial class CatalogueReportTests
{
    private const string Hostile = "<script>alert('x')</script>\" onload=\"y & z";

    private static readonly string English = Html(StandardsCatalogue.Default, Language.English);
    private static readonly XDocument Page = Parsed(English);

    private static readonly List<Requirement> Requirements = StandardsCatalogue.Default.Editions.SelectMany(static edition => edition.Requirements).ToList();

    [Fact]
    public void Write_EveryRequirementAndEditionOnce()
    {
        var ids = Page.Descendants().Attributes("id").Select(static id => id.Value).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        // Not too few: what the dossiers of the five domains came to when the page was made.
        Assert.True(Requirements.Count >= 2000);
        Assert.Equal(Requirements.Select(static requirement => requirement.Key).Order(StringComparer.Ordinal), Rows().Select(static row => row.Attribute("id")!.Value).Order(StringComparer.Ordinal));
        Assert.Subset(ids.ToHashSet(), StandardsCatalogue.Default.Editions.Where(static edition => edition.HasRequirements).Select(static edition => edition.Key).ToHashSet());
        // Editions known by their number only are listed, too.
        var known = Page.Descendants("section").Single(static section => section.Attribute("id")?.Value == "known");
        Assert.Equal(StandardsCatalogue.Default.Editions.Count(static edition => edition.Requirements.Count == 0), known.Descendants("li").Count());
        // And each edition that has rows is in the table of contents.
        var contents = Page.Descendants("nav").Descendants("a").Select(static link => link.Attribute("href")!.Value).ToHashSet();
        Assert.All(StandardsCatalogue.Default.Editions.Where(static edition => edition.Requirements.Count > 0), edition => Assert.Contains("#" + edition.Key, contents));
    }

    [Fact]
    public void Write_SaysWhatTheReaderSees()
    {
        var text = Page.Root!.Value;
        // A row whose figure is unconfirmed may have sources all the same.
        Assert.Contains("no source confirms the figure", text, StringComparison.Ordinal);
        Assert.Contains("没有来源证实该数值", text, StringComparison.Ordinal);
        // The day that is asked about, not the day on which an edition took effect.
        Assert.Contains("查询日期", Page.Descendants("label").Single(static label => label.Attribute("for")?.Value == "on").Value, StringComparison.Ordinal);
        Assert.DoesNotContain(Page.Descendants("summary"), static summary => summary.Value.Contains("(0)", StringComparison.Ordinal));
        // Hidden until a search leaves nothing; without script it stays so.
        var nothing = Page.Descendants("p").Single(static p => p.Attribute("id")?.Value == "nothing");
        Assert.NotNull(nothing.Attribute("hidden"));
        Assert.Contains("没有符合的要求", nothing.Value, StringComparison.Ordinal);
        Assert.Contains("$('nothing')", English, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English, "en")]
    [InlineData(Language.Chinese, "zh")]
    public void Write_RowsSayWhatTheEngineSays(Language language, string code)
    {
        var rows = Rows().ToDictionary(static row => row.Attribute("id")!.Value);
        foreach (var requirement in Requirements)
        {
            var row = rows[requirement.Key];
            var cells = row.Elements().ToList();

            Assert.Equal(requirement.Title.In(language), In(cells[0].Elements("span").First(), code));
            Assert.StartsWith(Words.ValueOf(requirement).In(language), In(cells[1], code), StringComparison.Ordinal);
            Assert.Equal(requirement.Clause ?? "", cells[3].Value);
            Assert.EndsWith(Words.Of(requirement.Evidence).In(language), In(cells[4], code), StringComparison.Ordinal);
            var details = In(cells[5], code);
            Assert.Contains(requirement.Measurand.Title.In(language), details, StringComparison.Ordinal);
            foreach (var text in new[] { requirement.Basis, requirement.Note }) Assert.Contains(text, details, StringComparison.Ordinal);
            foreach (var source in requirement.Sources) Assert.Contains(source.Reference + " – " + source.What, details, StringComparison.Ordinal);
            // A condition stands in the row or in its details, with the answer that the vocabulary has for it.
            foreach (var condition in requirement.Conditions) Assert.Contains(Words.ValueOf(condition).In(language), In(cells[2], code), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Write_KnownFactsAreThere()
    {
        // GB 12523-2025, table 1: 55 dB(A) at night, emergency repair excepted; the edition replaced that of 2011 on 2026-01-01.
        var row = Rows().Single(static row => row.Attribute("id")!.Value == "cn.gb-12523-2025.boundary-night");
        Assert.Contains("≤ 55 dB(A)", row.Value, StringComparison.Ordinal);
        Assert.Contains("except: Emergency repair, Rescue", In(row, "en"), StringComparison.Ordinal);
        Assert.Contains("除外：抢修、抢险救灾", In(row, "zh"), StringComparison.Ordinal);
        Assert.Contains("evidence confirmed", row.ToString(), StringComparison.Ordinal);
        var former = Page.Descendants("section").Single(static section => section.Attribute("id")?.Value == "cn.gb-12523-2011");
        Assert.DoesNotContain("only a part of its rules is known", former.Value, StringComparison.Ordinal);
        var partial = Page.Descendants("section").Single(static section => section.Attribute("id")?.Value == "cn.gb-12523-2025");
        Assert.Contains("only a part of its rules is known", In(partial.Element("p")!, "en"), StringComparison.Ordinal);
        Assert.Contains("仅收录部分条文", In(partial.Element("p")!, "zh"), StringComparison.Ordinal);
        Assert.Contains("仅收录部分条文", In(Page.Descendants("li").Single(static item => item.Attribute("id")?.Value == "cn.jgj-t-494-2022"), "zh"), StringComparison.Ordinal);
        Assert.Contains("lapsed from 2012-07-01, until 2026-01-01 (exclusive); replaced by GB 12523-2025", In(former.Element("p")!, "en"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English, "en", "en", "Rules of green construction")]
    [InlineData(Language.Chinese, "zh", "zh", "绿色建造规则目录")]
    public void Write_OpensInTheLanguageAskedFor(Language language, string code, string choice, string title)
    {
        var page = Parsed(Html(StandardsCatalogue.Default, language));

        Assert.Equal(code, page.Root!.Attribute("lang")!.Value);
        Assert.Equal(choice, page.Descendants("input").Single(static input => input.Attribute("name")?.Value == "language" && input.Attribute("checked") is not null).Attribute("id")!.Value);
        Assert.Equal(title, page.Descendants("title").Single().Value);
    }

    [Fact]
    public void Write_EveryTextHasBothLanguages()
    {
        // A span in one language is followed by the same in the other; anything else in one language only is no span.
        foreach (var span in Page.Descendants("span").Where(static span => span.Attribute("lang") is not null))
        {
            var other = span.Attribute("lang")!.Value == "en" ? span.ElementsAfterSelf().FirstOrDefault() : span.ElementsBeforeSelf().LastOrDefault();
            Assert.Equal(("span", span.Attribute("lang")!.Value == "en" ? "zh" : "en"), (other?.Name.LocalName, other?.Attribute("lang")?.Value));
        }

        // Chinese that stands in one language only is marked as such: the nearest lang around it is Chinese.
        foreach (var text in Page.DescendantNodes().OfType<XText>().Where(static text => text.Value.Count(static c => c is >= '\u4e00' and <= '\u9fff') > 20 && !text.Value.Any(char.IsAsciiLetter)))
            Assert.Equal("zh", text.Ancestors().Select(static element => element.Attribute("lang")?.Value).First(static code => code is not null));
    }

    [Fact]
    public void Write_NeedsNothingButItself()
    {
        Assert.DoesNotContain(Page.Descendants(), static element => element.Name.LocalName is "link" or "img" or "iframe" or "object" or "embed" or "base");
        Assert.DoesNotContain(Page.Descendants().Attributes(), static attribute => attribute.Name.LocalName is "src" or "srcset" or "style" or "action" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        var style = Page.Descendants("style").Single().Value;
        Assert.DoesNotContain("url(", style, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", style, StringComparison.Ordinal);
        Assert.Contains("prefers-color-scheme: dark", style, StringComparison.Ordinal);
        Assert.Contains("size: A4", style, StringComparison.Ordinal);

        var ids = Page.Descendants().Attributes("id").Select(static id => id.Value).ToHashSet();
        var addresses = Requirements.SelectMany(static requirement => requirement.Sources).Select(static source => source.Address).ToHashSet();
        foreach (var link in Page.Descendants("a"))
        {
            var target = link.Attribute("href")!.Value;
            if (target.StartsWith('#')) Assert.Contains(target[1..], ids);
            else Assert.True(addresses.Contains(target) && link.Attribute("rel")?.Value == "noreferrer", target);
        }
    }

    [Fact]
    public void Write_PolicyAllowsOnlyItsOwnStyleAndScript()
    {
        var policy = Page.Descendants("meta").Single(static meta => meta.Attribute("http-equiv")?.Value == "Content-Security-Policy").Attribute("content")!.Value;

        Assert.Equal(
            $"default-src 'none'; style-src {Hash(Style().Match(English).Groups[1].Value)}; script-src {Hash(Script().Match(English).Groups[1].Value)}; base-uri 'none'; form-action 'none'", policy);
        Assert.Single(Script().Matches(English));
        // What is hashed is what the browser sees, which knows no carriage return.
        Assert.DoesNotContain("\r", English, StringComparison.Ordinal);

        static string Hash(string text) => "'sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text))) + "'";
    }

    [Fact]
    public void Write_IsThereWithoutScript()
    {
        // Only the controls, which do nothing without script, and the answer to a search wait for it.
        Assert.Equal(["form", "button", "p"], Page.Descendants().Where(static element => element.Attribute("hidden") is not null).Select(static element => element.Name.LocalName));
        Assert.All(Page.Descendants("form").Descendants("select"), static select => Assert.True(select.Elements("option").Count() > 5));
        // By default the page asks for the day of the catalogue, not for today.
        Assert.Equal(StandardsCatalogue.Default.ReleaseDate.ToString(), Page.Descendants("input").Single(static input => input.Attribute("id")?.Value == "on").Attribute("value")!.Value);
    }

    [Theory]
    [InlineData("1999-12-31")]
    [InlineData("2021-06-11")]
    [InlineData("2025-12-31")]
    [InlineData("2026-01-01")]
    [InlineData("2026-11-22")]
    [InlineData("2030-12-31")]
    [InlineData("2031-01-01")]
    public void Write_DaysOfTheFilterAreThoseOfTheEngine(string date)
    {
        var day = CalendarDate.Parse(date);
        var expected = Requirements.Where(requirement => requirement.Edition.IsInForceOn(day) && MayHold(requirement, day)).Select(static requirement => requirement.Key);

        // As the script reads it: the first day is inside, the last is not, what is missing is open.
        var actual = Rows().Where(row =>
        {
            var edition = row.Ancestors("section").First();
            return Within(edition.Attribute("data-from")?.Value, edition.Attribute("data-until")?.Value)
                && (row.Attribute("data-on") is not { } on || on.Value.Split(' ').Any(span => Within(span.Split('/')[0], span.Split('/')[1])));
        }).Select(static row => row.Attribute("id")!.Value);

        Assert.Equal(expected.Order(StringComparer.Ordinal), actual.Order(StringComparer.Ordinal));

        bool Within(string? from, string? until) =>
            string.CompareOrdinal(from ?? "", date) <= 0 && (string.IsNullOrEmpty(until) || string.CompareOrdinal(date, until) < 0);

        // Asked minute by minute, so that nothing is computed as in the report.
        static bool MayHold(Requirement requirement, CalendarDate day) =>
            requirement.Condition("dates") is not { } dates
            || dates.Spans.Any(span => span.IsYearly || Enumerable.Range(0, 24 * 60).Any(minute => span.Contains(day.ToDateTime().AddMinutes(minute)) == true));
    }

    [Fact]
    public void Write_FilterMarksAreThoseOfTheRequirement()
    {
        var rows = Rows().ToDictionary(static row => row.Attribute("id")!.Value);
        Assert.All(Requirements, requirement =>
        {
            var row = rows[requirement.Key];
            Assert.Equal(
                (requirement.Domain, ((int)requirement.Kind).ToString(), ((int)requirement.Evidence).ToString(), requirement.Edition.Jurisdiction.Code),
                (row.Attribute("data-d")!.Value, row.Attribute("data-k")!.Value, row.Attribute("data-e")!.Value, row.Ancestors("section").First().Attribute("data-in")!.Value));
        });
        // Shanghai inherits the rules of China.
        var shanghai = Page.Descendants("option").Single(static option => option.Attribute("value")?.Value == "CN-SH");
        Assert.Equal("CN-SH CN", shanghai.Attribute("data-in")!.Value);
    }

    [Fact]
    public void Write_NothingOfAnOverlayBecomesMarkup()
    {
        var text = System.Text.Json.JsonEncodedText.Encode(Hostile).ToString();
        var overlay = $$"""
            {
              "$schema": "edition.schema.json",
              "key": "cn-sh.acme-noise-2026",
              "standard": "ACME {{text}}",
              "number": "ACME 2026 {{text}}",
              "kind": "association",
              "binding": "recommended",
              "titleEn": "{{text}}",
              "titleZh": "内控 {{text}}",
              "issuer": "{{text}}",
              "scope": "{{text}}",
              "jurisdiction": "CN-SH",
              "issued": null,
              "effective": "2026-01-01",
              "withdrawn": null,
              "requirements": [
                {
                  "key": "boundary-night",
                  "kind": "limit",
                  "clause": "{{text}}",
                  "titleEn": "{{text}}",
                  "titleZh": "{{text}}",
                  "measurand": "noise.site-boundary",
                  "when": { "period": "night" },
                  "comparator": "<=",
                  "value": 50,
                  "unit": "dB(A)",
                  "basis": "{{text}}",
                  "note": "{{text}}",
                  "evidence": "confirmed",
                  "sources": [0, 1]
                }
              ],
              "sources": [
                { "reference": "javascript:alert(1)", "what": "{{text}}", "says": "{{text}}" },
                { "url": "https://example.org/{{text.Replace(" ", "")}}", "what": "{{text}}", "says": "{{text}}" }
              ]
            }
            """;
        var errors = StandardsCatalogue.Default.WithOverlay(Hostile, overlay, out var catalogue);
        Assert.Empty(errors.Select(static error => error.Message.English));

        var html = Html(catalogue, Language.English);

        Assert.DoesNotContain("<script>alert", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\" onload=", html, StringComparison.Ordinal);
        var page = Parsed(html);
        var edition = page.Descendants("section").Single(static section => section.Attribute("id")?.Value == "cn-sh.acme-noise-2026");
        // And it is there to be read: number, title, issuer, scope, row title, clause, basis, note, sources.
        Assert.True(edition.Descendants().Count(static element => !element.HasElements && element.Value.Contains(Hostile, StringComparison.Ordinal)) >= 8);
        Assert.Contains("overlay " + Hostile, In(edition.Element("p")!, "en"), StringComparison.Ordinal);
        Assert.All(edition.Descendants("a").Attributes("href"), static href => Assert.Matches("^(#|https://)", href.Value));
        Assert.Contains("javascript:alert(1) – ", edition.Value, StringComparison.Ordinal);
        // The row of the overlay stands beside those of the catalogue.
        Assert.Equal(Requirements.Count + 1, Rows(page).Count());
    }

    [Fact]
    public void Write_SameCatalogueSameBytes() => Assert.Equal(English, Html(StandardsCatalogue.Default, Language.English));

    [Fact]
    public void Write_StaysSmall() =>
        // A phone shall open it from a mail: 6 MB, some 0.4 MB on the wire.
        Assert.InRange(Encoding.UTF8.GetByteCount(English), 1_000_000, 6_000_000);

    private static IEnumerable<XElement> Rows() => Rows(Page);

    private static IEnumerable<XElement> Rows(XDocument page) => page.Descendants("tbody").Elements("tr");

    /// <summary>What is read where the page shows one language.</summary>
    private static string In(XElement element, string code) =>
        string.Concat(element.DescendantNodes().OfType<XText>()
            .Where(text => text.Ancestors("span").All(span => span.Attribute("lang") is not { } lang || lang.Value == code)).Select(static text => text.Value));

    // The script is no XML.
    private static XDocument Parsed(string html) => XDocument.Parse(Script().Replace(html, ""), LoadOptions.PreserveWhitespace);

    private static string Html(StandardsCatalogue catalogue, Language language)
    {
        using var writer = new StringWriter();
        CatalogueReport.Write(writer, catalogue, language);
        return writer.ToString();
    }

    [GeneratedRegex("<script>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
