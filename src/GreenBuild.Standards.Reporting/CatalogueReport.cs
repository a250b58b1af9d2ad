using System.Globalization;

namespace GreenBuild.Standards.Reporting;

/// <summary>Writes the whole catalogue as one HTML file in both languages: to be read and searched without network, also on a phone and on paper.</summary>
/// <remarks>
/// Everything is in the page and can be read without script; the script in it only hides what is not asked for, and a
/// Content-Security-Policy allows nothing else. The same catalogue and language give the same bytes.
/// </remarks>
public static class CatalogueReport
{
    /// <summary>Writes the page.</summary>
    /// <param name="output">Where it goes; to be stored as UTF-8.</param>
    /// <param name="catalogue">The catalogue, overlays included.</param>
    /// <param name="language">The language that the page opens in; the reader can change it.</param>
    public static void Write(TextWriter output, StandardsCatalogue catalogue, Language language)
    {
        output.Write("<!DOCTYPE html>\n");
        new Page(new HtmlWriter(output), catalogue, language).Write();
    }

    /// <summary>The page while it is written.</summary>
    private sealed class Page(HtmlWriter html, StandardsCatalogue catalogue, Language language)
    {
        // In the order of the documentation; a domain that an overlay's vocabulary may add one day comes after these.
        private static readonly (string Domain, BilingualText Name)[] Domains =
        [
            ("noise", new("Noise", "噪声")),
            ("dust", new("Dust and air", "扬尘与空气")),
            ("waste", new("Construction waste", "建筑垃圾")),
            ("materials", new("Materials", "建材")),
            ("components", new("Prefabricated components", "装配式构件")),
            ("general", new("General duties", "通用要求")),
        ];

        private static readonly BilingualText Title = new("Rules of green construction", "绿色建造规则目录");

        // What is known by its number only stands at the end.
        private readonly List<Edition> _known = catalogue.Editions.Where(static edition => edition.Requirements.Count == 0).ToList();

        private readonly List<PlaceGroup> _places = Grouped(catalogue.Editions.Where(static edition => edition.Requirements.Count > 0)).ToList();

        private readonly int _count = catalogue.Editions.Sum(static edition => edition.Requirements.Count);

        public void Write()
        {
            var (style, script) = (PageText.Of("base.css", "catalogue.css"), PageText.Of("catalogue.js"));
            html.Open("html", "lang", language == Language.Chinese ? HtmlWriter.Chinese : "en");
            html.Open("head");
            html.Empty("meta", "charset", "utf-8");
            html.Empty(
                "meta", "http-equiv", "Content-Security-Policy",
                "content", $"default-src 'none'; style-src {PageText.HashOf(style)}; script-src {PageText.HashOf(script)}; base-uri 'none'; form-action 'none'");
            html.Empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
            html.Empty("meta", "name", "color-scheme", "content", "light dark");
            html.Empty("meta", "name", "referrer", "content", "no-referrer");
            html.Element("title", Title.In(language), "data-en", Title.English, "data-zh", Title.Chinese);
            html.Open("style").Raw(style).Close();
            html.Close();
            html.Open("body");
            // In front of everything that they switch: the language changes without script as well.
            WriteLanguage("en", language == Language.English);
            WriteLanguage("zh", language == Language.Chinese);
            html.Open("div", "class", "page");
            html.BothIn("a", new("Skip to the rules", "跳到正文"), "class", "skip", "href", "#rules");
            WriteHeader();
            WriteControls();
            WriteContents();
            html.Open("main", "id", "rules");
            // Shown by the script where nothing is left.
            html.Open("p", "id", "nothing", "hidden", "").Both(
                "Nothing matches. Try fewer or other words, another day or place, or reset the filters.",
                "没有符合的要求。请减少或更换词语，改换日期或地点，或重置筛选。").Close();
            foreach (var place in _places) WritePlace(place);
            WriteKnown();
            html.Close();
            WriteFooter();
            html.Close();
            html.Open("script").Raw(script).Close();
            html.Close().Close();
        }

        private void WriteLanguage(string id, bool isChecked) =>
            html.Empty(
                "input", "type", "radio", "name", "language", "id", id, "class", "unseen", "aria-label", id == "en" ? "English" : "中文",
                "lang", id == "en" ? "en" : HtmlWriter.Chinese, "checked", isChecked ? "" : null);

        private void WriteHeader()
        {
            html.Open("header");
            html.Open("p", "class", "languages");
            html.Element("label", "English", "for", "en", "lang", "en").Text(" ").Element("label", "中文", "for", "zh", "lang", HtmlWriter.Chinese);
            html.Close();
            html.BothIn("h1", Title);
            var editions = catalogue.Editions.Count(static edition => edition.HasRequirements);
            html.BothIn("p", new(
                $"{Number(_count)} requirements of {Number(editions)} editions, facts as of {catalogue.ReleaseDate}. Every row says how well it is known:",
                $"{Number(editions)} 个版本，{Number(_count)} 项要求，数据截至 {catalogue.ReleaseDate}。每一项都注明依据程度："));
            html.Open("ul", "class", "legend");
            foreach (var (evidence, meaning) in EvidenceMark.All)
            {
                html.Open("li");
                CatalogueEdition.Mark(html, evidence);
                html.Text(" ").Both(meaning).Close();
            }

            html.Close();
            html.Close();
        }

        // Nothing of this works without script, so it is hidden until the script shows it.
        private void WriteControls()
        {
            html.Open("form", "id", "controls", "role", "search", "hidden", "", "autocomplete", "off");
            html.Open("p", "class", "search");
            html.BothIn("label", new("Search", "搜索"), "for", "q", "class", "unseen");
            html.Empty(
                "input", "type", "search", "id", "q", "spellcheck", "false", "enterkeyhint", "search", "placeholder", "",
                "data-en", "Words, key or number: PM10, GB12523", "data-zh", "词语、键或编号：PM10、GB12523");
            html.Close();
            html.Open("details", "id", "filters");
            html.Open("summary").Both("Filters", "筛选").Text(" ").Element("output", "", "id", "active").Close();
            html.Open("div", "class", "filters");
            html.Open("p");
            html.BothIn("label", new("In force on", "查询日期"), "for", "on").Text(" ");
            html.Empty("input", "type", "date", "id", "on", "min", "1900-01-01", "max", "2199-12-31", "value", catalogue.ReleaseDate.ToString(), "data-default", catalogue.ReleaseDate.ToString());
            html.Open("label", "class", "check").Empty("input", "type", "checkbox", "id", "any").Text(" ").Both("past and future, too", "含已废止和未施行").Close();
            html.Close();
            Select("place", new("Place", "地点"), new("All places", "全部地点"), _places.Select(static group => (
                group.Place.Code, new BilingualText($"{group.Place.Name.English} ({group.Place.Code})", $"{group.Place.Name.Chinese}（{group.Place.Code}）"), (string?)string.Join(" ", Chain(group.Place)))));
            Select("domain", new("Domain", "领域"), new("All domains", "全部领域"), DomainsPresent().Select(static domain => (domain, NameOf(domain), (string?)null)));
            Select("kind", new("Kind", "类别"), new("All kinds", "全部类别"), KindsPresent().Select(static kind => (CatalogueEdition.CodeOf(kind), Words.Of(kind), (string?)null)));
            html.Open("fieldset");
            html.BothIn("legend", new("Evidence", "依据程度"));
            foreach (var (evidence, _) in EvidenceMark.All)
            {
                html.Open("label", "class", "check");
                html.Empty("input", "type", "checkbox", "name", "evidence", "value", CatalogueEdition.CodeOf(evidence), "checked", "").Text(" ");
                CatalogueEdition.Mark(html, evidence);
                html.Close().Text(" ");
            }

            html.Close();
            html.Open("p").Open("button", "type", "reset", "id", "reset").Both("Reset", "重置").Close().Close();
            html.Close().Close();
            html.Open("p", "class", "count", "role", "status");
            html.Open("span", "lang", "en").Element("b", "", "class", "shown").Text($" of {Number(_count)} requirements").Close();
            html.Open("span", "lang", HtmlWriter.Chinese).Text("显示 ").Element("b", "", "class", "shown").Text($" 项，共 {Number(_count)} 项").Close();
            html.Text(" ");
            html.Open("button", "type", "button", "id", "others", "hidden", "");
            html.Open("span", "lang", "en").Text("+ ").Element("b", "", "class", "other").Text(" not in force on that day").Close();
            html.Open("span", "lang", HtmlWriter.Chinese).Text("另有 ").Element("b", "", "class", "other").Text(" 项在该日未施行").Close();
            html.Close();
            html.Close();
            html.Close();
        }

        private void Select(string id, BilingualText label, BilingualText all, IEnumerable<(string Value, BilingualText Text, string? Chain)> options)
        {
            html.Open("p");
            html.BothIn("label", label, "for", id).Text(" ");
            html.Open("select", "id", id);
            Option("", all, null);
            foreach (var (value, text, chain) in options) Option(value, text, chain);
            html.Close().Close();

            // An option holds no elements; the script changes its text with the language.
            void Option(string value, BilingualText text, string? chain) =>
                html.Element("option", text.In(language), "value", value, "data-in", chain, "data-en", text.In(Language.English), "data-zh", text.In(Language.Chinese));
        }

        private void WriteContents()
        {
            html.Open("nav", "id", "contents", "aria-labelledby", "contents-title");
            html.Open("details", "id", "toc", "open", "");
            html.Open("summary", "id", "contents-title").Both("Contents", "目录").Close();
            foreach (var place in _places)
            {
                html.Open("details", "class", "place", "open", place.Place.Code == Jurisdiction.China.Code ? "" : null);
                html.Open("summary").Both(place.Place.Name).Close();
                foreach (var domain in place.Domains)
                {
                    html.Open("p");
                    html.BothIn("a", NameOf(domain.Domain), "href", "#" + IdOf(place, domain), "class", "domain").Open("span");
                    foreach (var edition in domain.Editions) html.Element("a", edition.Number, "href", "#" + edition.Key, "lang", CatalogueEdition.LanguageOf(edition.Number)).Text(" ");
                    html.Close().Close();
                }

                html.Close();
            }

            html.Close().Close();
        }

        private void WritePlace(PlaceGroup place)
        {
            html.Open("section", "class", "place", "id", "place." + place.Place.Code);
            html.Open("h2").Both(place.Place.Name).Text(" ").Element("small", place.Place.Code).Close();
            foreach (var domain in place.Domains)
            {
                html.Open("section", "class", "domain", "id", IdOf(place, domain));
                html.Open("h3").Both(place.Place.Name).Text(" · ").Both(NameOf(domain.Domain)).Close();
                foreach (var edition in domain.Editions) new CatalogueEdition(html, catalogue, edition).Write();
                html.Close();
            }

            html.Close();
        }

        private void WriteKnown()
        {
            if (_known.Count == 0) return;
            html.Open("section", "id", "known", "class", "place");
            html.BothIn("h2", new("Known by their number", "仅知编号的版本"));
            html.BothIn("p", new("Predecessors and successors of which the catalogue holds no rows, so that a citation of them is recognised.", "目录不含其条目的前后版本，用于识别对它们的引用。"), "class", "small");
            html.Open("ul");
            foreach (var edition in _known.OrderBy(static edition => edition.Number, StringComparer.Ordinal)) new CatalogueEdition(html, catalogue, edition).WriteAsKnown();
            html.Close().Close();
        }

        private void WriteFooter() =>
            html.Open("footer").BothIn("p", new(
                $"Made from the catalogue of {catalogue.ReleaseDate}; the same catalogue gives the same page. It helps to apply standards; the texts of the standards and the competent authority decide.",
                $"根据 {catalogue.ReleaseDate} 版目录生成，相同目录得到相同页面。本页帮助执行标准；以标准原文和主管部门的规定为准。")).Close();

        private IEnumerable<string> DomainsPresent() =>
            catalogue.Editions.SelectMany(static edition => edition.Requirements).Select(static requirement => requirement.Domain).Distinct().OrderBy(OrderOf).ThenBy(static domain => domain, StringComparer.Ordinal);

        private IEnumerable<RequirementKind> KindsPresent() =>
            catalogue.Editions.SelectMany(static edition => edition.Requirements).Select(static requirement => requirement.Kind).Distinct().OrderBy(static kind => kind);

        private static IEnumerable<PlaceGroup> Grouped(IEnumerable<Edition> editions)
        {
            var byPlace = editions.ToLookup(static edition => edition.Jurisdiction);
            foreach (var place in Jurisdiction.All.Where(static place => place.Parent is null).SelectMany(WithParts))
            {
                if (!byPlace.Contains(place)) continue;
                yield return new PlaceGroup(place, byPlace[place].GroupBy(DomainOf)
                    .OrderBy(static group => OrderOf(group.Key)).ThenBy(static group => group.Key, StringComparer.Ordinal)
                    // All editions of a standard together, the newest first.
                    .Select(static group => new DomainGroup(group.Key, group.OrderBy(static edition => edition.Standard, StringComparer.Ordinal)
                        .ThenByDescending(static edition => edition.CountsFrom ?? CalendarDate.MinValue).ThenBy(static edition => edition.Number, StringComparer.Ordinal).ToList())).ToList());
            }
        }

        // Some editions speak of several domains; they stand where most of their rows belong.
        private static string DomainOf(Edition edition) =>
            edition.Requirements.GroupBy(static requirement => requirement.Domain).OrderByDescending(static group => group.Count()).ThenBy(static group => OrderOf(group.Key)).First().Key;

        private static int OrderOf(string domain) => Array.FindIndex(Domains, known => known.Domain == domain) is >= 0 and var index ? index : Domains.Length;

        private static BilingualText NameOf(string domain) =>
            OrderOf(domain) is var index && index < Domains.Length ? Domains[index].Name : new(domain, domain);

        private static IEnumerable<string> Chain(Jurisdiction place)
        {
            for (var each = place; each is not null; each = each.Parent) yield return each.Code;
        }

        // A city stands after its province, and not at the end of all places.
        private static IEnumerable<Jurisdiction> WithParts(Jurisdiction place) =>
            Jurisdiction.All.Where(part => place.Equals(part.Parent)).SelectMany(WithParts).Prepend(place);

        private static string IdOf(PlaceGroup place, DomainGroup domain) => "place." + place.Place.Code + "." + domain.Domain;

        private static string Number(int number) => number.ToString("#,0", CultureInfo.InvariantCulture);
    }

    private sealed record PlaceGroup(Jurisdiction Place, IReadOnlyList<DomainGroup> Domains);

    private sealed record DomainGroup(string Domain, IReadOnlyList<Edition> Editions);
}
