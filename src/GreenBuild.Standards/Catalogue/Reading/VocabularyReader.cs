namespace GreenBuild.Standards.Reading;

/// <summary>Reads the closed vocabulary: units, places, measurands and facets.</summary>
internal sealed class VocabularyReader
{
    private static readonly string[] FacetTypes = ["token", "flag", "number", "hours", "dates"];

    public HashSet<string> Units { get; } = [];

    /// <summary>The units in their packed form, a line each.</summary>
    public List<string> UnitLines { get; } = [];

    public Dictionary<string, PlaceModel> Places { get; } = [];

    public Dictionary<string, MeasurandModel> Measurands { get; } = [];

    public Dictionary<string, FacetModel> Facets { get; } = [];

    public void ReadUnits(CatalogueFile file)
    {
        if (file.Root is not { } root || !file.CheckMembers(root, Phrase.Units, "$schema", "units!")) return;
        foreach (var unit in CatalogueFile.Items(root, "units"))
        {
            if (!file.CheckMembers(unit, Phrase.Unit, "unit!", "quantity!", "base", "toBase", "en!", "zh!")) continue;
            var symbol = file.Text(unit, "unit");
            if (!Units.Add(symbol)) file.Report(Mistake.DuplicateKey, unit["unit"]!.Range, symbol, file.Name);
            var factor = CatalogueFile.Items(unit, "toBase").Select(item => file.Number(item, "toBase")).ToList();
            if (unit["base"] is null != (factor.Count == 0)) file.Report(Mistake.MissingMember, unit["unit"]!.Range, Phrase.Members("toBase"), Phrase.Unit);
            UnitLines.Add(CataloguePacker.Fields(
                symbol, file.Text(unit, "quantity"), file.Text(unit, "base"), factor.Count > 0 ? factor[0] : "", factor.Count > 1 ? factor[1] : "",
                file.Text(unit, "en"), file.Text(unit, "zh")));
        }

        foreach (var unit in CatalogueFile.Items(root, "units"))
            if (unit["base"] is { } known && !Units.Contains(known.Text)) file.Report(Mistake.UnknownUnit, known.Range, known.Text);
    }

    public void ReadPlaces(CatalogueFile file)
    {
        if (file.Root is not { } root || !file.CheckMembers(root, Phrase.Places, "$schema", "places!")) return;
        foreach (var place in CatalogueFile.Items(root, "places"))
        {
            if (!file.CheckMembers(place, Phrase.Place, "code!", "parent", "en!", "zh!", "utcOffset", "alias")) continue;
            var code = file.Text(place, "code");
            var parent = file.Text(place, "parent");
            if (parent.Length > 0 && !Places.ContainsKey(parent)) file.Report(Mistake.UnknownPlace, place["parent"]!.Range, parent);
            if (Places.ContainsKey(code)) file.Report(Mistake.DuplicateKey, place["code"]!.Range, code, file.Name);
            Places[code] = new PlaceModel(code, parent, file.Text(place, "en"), file.Text(place, "zh"), file.Text(place, "utcOffset"), file.Texts(place, "alias"));
        }
    }

    public void ReadDomain(CatalogueFile file)
    {
        if (file.Root is not { } root || !file.CheckMembers(root, Phrase.Vocabulary, "$schema", "domain!", "measurands!", "facets!")) return;
        var domain = file.Text(root, "domain");
        foreach (var measurand in CatalogueFile.Items(root, "measurands")) ReadMeasurand(file, domain, measurand);
        foreach (var facet in CatalogueFile.Items(root, "facets")) ReadFacet(file, domain, facet);
    }

    private void ReadMeasurand(CatalogueFile file, string domain, JsonValue value)
    {
        if (!file.CheckMembers(value, Phrase.Measurand, "key!", "units", "duty", "en!", "zh!", "basis")) return;
        var key = file.Text(value, "key");
        if (!key.StartsWith(domain + ".", System.StringComparison.Ordinal)) file.Report(Mistake.BadKey, value["key"]!.Range, key, new BilingualText($"the domain and a name, like '{domain}.name'", $"领域加名称，如“{domain}.name”"));
        if (Measurands.ContainsKey(key)) file.Report(Mistake.DuplicateKey, value["key"]!.Range, key, file.Name);
        var units = file.Texts(value, "units");
        if (units.Count == 0 && !file.Flag(value, "duty")) file.Report(Mistake.MissingMember, value["key"]!.Range, Phrase.Members("units"), Phrase.MeasurandWithoutDuty);
        foreach (var unit in CatalogueFile.Items(value, "units"))
            if (!Units.Contains(unit.Text)) file.Report(Mistake.UnknownUnit, unit.Range, unit.Text);
        Measurands[key] = new MeasurandModel(key, file.Text(value, "en"), file.Text(value, "zh"), units, file.Text(value, "basis"));
    }

    private void ReadFacet(CatalogueFile file, string domain, JsonValue value)
    {
        if (!file.CheckMembers(value, Phrase.Facet, "name!", "type!", "unit", "values", "en!", "zh!")) return;
        var name = file.Text(value, "name");
        var facet = new FacetModel(domain, name, (FacetType)file.Word(value, "type", FacetTypes), file.Text(value, "unit"), file.Text(value, "en"), file.Text(value, "zh"));
        if (facet.Unit.Length > 0 && !Units.Contains(facet.Unit)) file.Report(Mistake.UnknownUnit, value["unit"]!.Range, facet.Unit);
        if (facet.Kind == FacetType.Token && value["values"] is null) file.Report(Mistake.MissingMember, value["name"]!.Range, Phrase.Members("values"), Phrase.TokenFacet);
        foreach (var item in CatalogueFile.Items(value, "values"))
        {
            if (!file.CheckMembers(item, Phrase.FacetValue, "value!", "en!", "zh!")) continue;
            var word = file.Text(item, "value");
            if (facet.Values.Any(known => known.Value == word)) file.Report(Mistake.DuplicateKey, item["value"]!.Range, word, file.Name);
            facet.Values.Add((word, file.Text(item, "en"), file.Text(item, "zh")));
        }

        if (Facets.ContainsKey(name)) file.Report(Mistake.DuplicateKey, value["name"]!.Range, name, file.Name);
        Facets[name] = facet;
    }
}
