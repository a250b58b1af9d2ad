namespace GreenBuild.Standards.Materials;

/// <summary>A product that was delivered: its class, what refines it, when it was made and delivered, and what it was tested for.</summary>
public sealed class SuppliedProduct
{
    private IReadOnlyList<TestReport> _reports = [];

    /// <summary>The identifier: a line of a bill, an element of a model.</summary>
    public required string Id { get; init; }

    /// <summary>The class.</summary>
    public required ProductClass Class { get; init; }

    /// <summary>What refines the class: <c>panelType</c>, <c>medium</c>, <c>resin</c>, <c>gloss60</c>, <c>voidRatio</c>, <c>decorationClass</c>, <c>formaldehydeGrade</c> ...</summary>
    public Circumstances Circumstances { get; init; } = Circumstances.None;

    /// <summary>The uses that an adhesive is declared for, words of the facet <c>applicationField</c>; one that <see cref="Circumstances"/> state counts as well. It must keep the lowest of their limits (GB 33372-2020, 5.1.2).</summary>
    /// <exception cref="ArgumentException">One of them is no word of the facet.</exception>
    public IReadOnlyList<string> Uses { get; init => field = value.Select(static use => Vocabulary.Checked("applicationField", use)).ToList().AsReadOnly(); } = [];

    /// <summary>The day of delivery, which chooses the edition; <see langword="null"/> if not recorded.</summary>
    public CalendarDate? DeliveryDate { get; init; }

    /// <summary>The day of production; <see langword="null"/> if not recorded.</summary>
    public CalendarDate? ProductionDate { get; init; }

    /// <summary>The results of test reports.</summary>
    public IReadOnlyList<TestReport> Reports { get => _reports; init => _reports = value; }

    /// <summary>The specific activities of an inorganic material; <see langword="null"/> if not tested.</summary>
    public RadionuclideTest? Radionuclides { get; init; }

    /// <summary>Where the product stands.</summary>
    public FindingOrigin? Origin { get; init; }

    /// <summary>The uses that are declared, and the one that is stated as a facet.</summary>
    internal IReadOnlyList<string> AllUses => Known.TryGetToken("applicationField", out var stated) && !Uses.Contains(stated) ? [.. Uses, stated] : Uses;

    /// <summary>The same without some of its reports.</summary>
    internal SuppliedProduct Without(IReadOnlyList<TestReport> reports)
    {
        var copy = (SuppliedProduct)MemberwiseClone();
        copy._reports = Reports.Where(report => !reports.Contains(report)).ToList();
        return copy;
    }

    /// <summary>What is known of the product: its own facets go before those of its class.</summary>
    internal Circumstances Known
    {
        get
        {
            var known = Class.Facets;
            foreach (var facet in Circumstances.Facets)
                if (Circumstances.TryGetToken(facet, out var value)) known = known.With(facet, value);
            return known;
        }
    }
}
