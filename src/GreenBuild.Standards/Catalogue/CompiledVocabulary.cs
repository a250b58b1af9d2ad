using GreenBuild.Standards.Reading;

namespace GreenBuild.Standards;

/// <summary>The vocabulary that was compiled in, in the form that the reader of JSON files asks for.</summary>
internal static class CompiledVocabulary
{
    public static VocabularyReader Read()
    {
        var vocabulary = new VocabularyReader();
        foreach (var unit in MeasurementUnit.All) vocabulary.Units.Add(unit.Symbol);
        foreach (var place in Jurisdiction.All)
            vocabulary.Places.Add(place.Code, new PlaceModel(place.Code, place.Parent?.Code ?? "", place.Name.English, place.Name.Chinese, "", []));
        foreach (var measurand in Vocabulary.Measurands)
            vocabulary.Measurands.Add(measurand.Key, new MeasurandModel(measurand.Key, measurand.Title.English, measurand.Title.Chinese, measurand.Units, measurand.Basis));
        foreach (var facet in Vocabulary.Facets)
        {
            var model = new FacetModel(facet.Domain, facet.Name, facet.Type, facet.Unit, facet.Title.English, facet.Title.Chinese);
            foreach (var value in facet.Values) model.Values.Add((value.Value, value.Title.English, value.Title.Chinese));
            vocabulary.Facets.Add(facet.Name, model);
        }

        return vocabulary;
    }
}
