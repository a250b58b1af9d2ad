namespace GreenBuild.Standards.Analyzers;

/// <summary>A cited number that no edition has, and that is close enough to known ones to be a mistake.</summary>
/// <remarks>The catalogue holds few of all standards there are: a number that is merely not in it is none of its business, not even where two digits seem to have changed places. Numbers are given out in a row, and the other one nearly always exists.</remarks>
internal readonly struct MistakenNumber
{
    private MistakenNumber(IReadOnlyList<Edition> candidates) => Candidates = candidates;

    /// <summary>The editions that may be meant, the newest last.</summary>
    public IReadOnlyList<Edition> Candidates { get; }

    /// <summary>Looks for what may be meant by a number that is not known.</summary>
    public static bool TryRead(StandardsCatalogue catalogue, string number, out MistakenNumber mistake)
    {
        mistake = default;
        var normal = StandardNumber.Normalise(number);
        var dash = normal.LastIndexOf('-');
        if (dash < 0 || StandardNumber.YearOf(normal) is not { } year) return false;
        var standard = normal.Substring(0, dash);

        var (ofStandard, ofOtherPrefix) = (new List<Edition>(), new List<Edition>());
        foreach (var edition in catalogue.Editions)
        {
            var known = StandardNumber.Normalise(edition.Number);
            var end = known.LastIndexOf('-');
            if (end < 0) continue;
            // Older editions than those that are known exist for certain.
            if (string.CompareOrdinal(known, 0, standard, 0, Math.Max(end, standard.Length)) == 0) ofStandard.Add(edition);
            if (string.CompareOrdinal(known, end, normal, dash, known.Length) != 0) continue;
            // GB and GB/T are numbered in one row: a number is one or the other.
            if (WithoutKind(known) == WithoutKind(normal)) ofOtherPrefix.Add(edition);
        }

        if (ofOtherPrefix.Count > 0) mistake = new(ofOtherPrefix);
        else if (ofStandard.Count > 0)
        {
            if (ofStandard.Exists(edition => YearOf(edition) is not { } other || other >= year) && !ofStandard.Exists(edition => YearOf(edition) < year)) return false;
            ofStandard.Sort(static (a, b) => (YearOf(a) ?? 0).CompareTo(YearOf(b) ?? 0));
            mistake = new(ofStandard);
        }
        else return false;
        return true;
    }

    private static int? YearOf(Edition edition) => StandardNumber.YearOf(StandardNumber.Normalise(edition.Number));

    // "GB/T12523-2011" and "GB12523-2011"; of others, such as "DB11/T", as well.
    private static string WithoutKind(string normal)
    {
        var digit = normal.Length;
        while (digit > 0 && (char.IsDigit(normal[digit - 1]) || normal[digit - 1] is '-' or '.')) digit--;
        return normal.Substring(0, digit).Replace("/T", "").Replace("/Z", "").Replace("/", "") + normal.Substring(digit);
    }
}
