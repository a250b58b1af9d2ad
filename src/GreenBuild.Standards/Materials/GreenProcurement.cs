namespace GreenBuild.Standards.Materials;

/// <summary>One kind of material of a project under the procurement standard.</summary>
public sealed class ProcuredKind
{
    /// <summary>Creates a kind.</summary>
    /// <param name="name">The kind.</param>
    /// <param name="list">The list in which it stands, a word of the facet <c>procurementList</c>: <c>mandatory</c> or <c>optional</c>.</param>
    /// <param name="isGreen">Whether all of it is supplied green and proven by a certificate or a valid test report; <see langword="null"/> if that is not known.</param>
    /// <exception cref="ArgumentException">There is no such list.</exception>
    public ProcuredKind(string name, string list, bool? isGreen)
    {
        Name = name;
        List = Vocabulary.Checked("procurementList", list);
        IsGreen = isGreen;
    }

    /// <summary>The kind.</summary>
    public string Name { get; }

    /// <summary>The list in which it stands.</summary>
    public string List { get; }

    /// <summary>Whether it is supplied green.</summary>
    public bool? IsGreen { get; }

    /// <summary>What is open of it, by name.</summary>
    internal IReadOnlyList<string> Open { get => field ?? ["kind:" + Name]; init; }
}

/// <summary>Judges the kinds of material of a government-procured project: all mandatory kinds green, and 40 % of the optional ones (from 2025-01-01).</summary>
/// <remarks>Kinds are counted, not mass or cost. Which product stands in which list was not seen and is the caller's to say; so is whether the city takes part.</remarks>
public static class GreenProcurement
{
    /// <summary>Judges the kinds.</summary>
    /// <param name="kinds">The kinds that occur in the project. One that is named twice is one kind, green if all of it is; letter case does not matter.</param>
    /// <param name="place">The place.</param>
    /// <param name="date">The day.</param>
    /// <param name="circumstances">What is known of the project: <c>governmentProcurement</c>.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    /// <returns>One finding for each list, mandatory first. A list of which no kind occurs is <see cref="Verdict.NotApplicable"/>; kinds that are open and decide are named as <c>kind:…</c>, or in a bill as <c>fault:…</c> by the line whose amount is none.</returns>
    public static IReadOnlyList<Finding> Judge(
        IReadOnlyList<ProcuredKind> kinds, Jurisdiction place, CalendarDate date, Circumstances circumstances, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        catalogue ??= StandardsCatalogue.Default;
        options ??= CheckOptions.Default;
        return Array.AsReadOnly(new[] { JudgeList("mandatory"), JudgeList("optional") });

        Finding JudgeList(string list)
        {
            var known = circumstances.With("procurementList", list);
            var ofList = kinds.Where(kind => kind.List == list).GroupBy(static kind => NameText.Fold(kind.Name)).Select(static parts => parts.ToList()).ToList();
            var isOpen = ofList.ConvertAll(static parts => !parts.Exists(static part => part.IsGreen == false) && parts.Exists(static part => part.IsGreen is null));
            var openKinds = isOpen.Count(static kind => kind);
            var open = ofList.Where((_, i) => isOpen[i]).SelectMany(static parts => parts).Where(static part => part.IsGreen is null).SelectMany(static part => part.Open).Distinct().ToList();
            var green = ofList.Count(static parts => parts.TrueForAll(static part => part.IsGreen == true));
            var basis = new FactorSheet();
            if (ofList.Count > 0)
                basis.Step(
                    $"{list}: {green} of {ofList.Count} kinds are green{(openKinds > 0 ? $", {openKinds} are open" : "")}.", $"{(list == "mandatory" ? "必选类" : "可选类")}：{ofList.Count} 种中 {green} 种为绿色建材{(openKinds > 0 ? $"，{openKinds} 种未知" : "")}。");
            var finding = Judged(green);
            // Kinds that are open matter only if they can turn the verdict round.
            if (openKinds > 0 && (Judged(green + openKinds) is var best) && best.Decided != finding.Decided)
                finding = ComputedFinding.JudgeGoverning(catalogue, Measurands.Materials.GreenMaterialKindShare, null, "%", basis, open, place, date, known, options);
            if (ofList.Count == 0 && finding.Requirement is { } limit)
                finding = new Finding(limit) { Verdict = Verdict.NotApplicable, Reason = new("No kind of this list occurs in the project.", "项目中没有该类建材。") };
            finding.Subject = list;
            return finding;

            Finding Judged(int count) => ComputedFinding.JudgeGoverning(
                catalogue, Measurands.Materials.GreenMaterialKindShare, ofList.Count == 0 ? 0 : count * 100m / ofList.Count, "%", basis, [], place, date, known, options);
        }
    }
}
