namespace GreenBuild.Standards.Projects;

// Cells that hold days and words; apart from the rest, since neither is needed where readings are read.
internal abstract partial class RecordTable
{
    protected CalendarDate? Day(TableColumn column)
    {
        if (!IsGiven(column)) return null;
        if (DayText.TryRead(TextOf(column), out var date, out var problem)) return date;
        ReportForm(column, problem);
        return null;
    }

    protected bool? YesOrNo(TableColumn column)
    {
        if (!IsGiven(column)) return null;
        if (KnownWords.Find(KnownWords.YesOrNo, TextOf(column)) is { } word) return word == KnownWords.YesOrNo[0];
        ReportForm(column, $"'{InputError.Quote(TextOf(column))}' is not 0, 1, true or false.", $"“{InputError.Quote(TextOf(column))}”不是 是、否、1、0、true 或 false。");
        return null;
    }

    /// <summary>The symbol of a unit that must be given; pieces are 1.</summary>
    protected string? UnitOf(TableColumn column)
    {
        if (!IsGiven(column))
        {
            Report(column, "The unit is missing.", "缺少单位。");
            return null;
        }

        var text = TextOf(column);
        if (text is "1" or "pcs" or "件" or "个" or "套" or "樘") return "1";
        if (MeasurementUnit.TryParse(text, out var unit)) return unit.Symbol;
        ReportForm(column, $"'{InputError.Quote(text)}' is not a known unit.", $"“{InputError.Quote(text)}”不是已知单位。");
        return null;
    }

    /// <summary>A word of a facet.</summary>
    protected string? Word(TableColumn column, string facet)
    {
        if (!IsGiven(column)) return null;
        return TryWord(column, TextOf(column), facet, out var word) ? word : null;
    }

    /// <summary>A word of a facet that stands in a cell, alone or among others.</summary>
    protected bool TryWord(TableColumn column, string text, string facet, out string word)
    {
        word = Vocabulary.FindFacet(facet)!.ValueOf(text);
        if (Circumstances.None.TryWith(facet, word, out _, out var problem)) return true;
        ReportForm(column, problem);
        return false;
    }

    /// <summary>A word of a short list that stands in no vocabulary; each may be written as its name, too.</summary>
    /// <returns>The value of the word, or <paramref name="none"/> where nothing is given or the word is unknown.</returns>
    protected T Choice<T>(TableColumn column, T none, params (T Value, FacetValue Word)[] known)
    {
        if (!IsGiven(column)) return none;
        var words = Array.ConvertAll(known, static one => one.Word);
        if (KnownWords.Find(words, TextOf(column)) is { } word) return known[Array.IndexOf(words, word)].Value;
        ReportForm(column, KnownWords.Unknown(words, TextOf(column)));
        return none;
    }

    /// <summary>Circumstances such as <c>medium=water-borne; resin=acrylic</c>.</summary>
    protected Circumstances Facets(TableColumn column, string text)
    {
        if (!Circumstances.TryParse(text, out var known, out var problem)) ReportForm(column, problem);
        return known;
    }
}
