namespace GreenBuild.Standards.Materials;

/// <summary>Judges an environmental product declaration: whether it holds what EN 15804+A2 asks for, and its GWP against limits on purchases (Buy Clean).</summary>
public static class EpdCheck
{
    /// <summary>Judges what a declaration holds: the modules and the parts of the GWP of EN 15804+A2.</summary>
    /// <param name="epd">The declaration.</param>
    /// <param name="isExempt">
    /// Whether the product is integrated, not separable and holds no biogenic carbon (exemption from the modules); <see langword="null"/> if that is not known: missing modules are then asked for.
    /// </param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    /// <returns>One finding for the modules and one for the parts; <see cref="Verdict.NotApplicable"/> for a declaration of generation A1.</returns>
    public static IReadOnlyList<Finding> JudgeContent(Epd epd, bool? isExempt = null, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        var findings = new List<Finding>();
        foreach (var row in (catalogue ?? StandardsCatalogue.Default).FindEdition("eu.en-15804-a2")?.Requirements ?? [])
        {
            if (row.Measurand.Key is not (Measurands.Materials.EpdModules or Measurands.Materials.EpdGwpParts)) continue;
            var finding = new Finding(row) { Subject = epd.Id, Origin = epd.Origin };
            findings.Add(finding);
            LimitCheck.Cite(finding, row);
            if (epd.Generation == EpdGeneration.Unknown)
            {
                ComputedFinding.Ask(finding, ["epdGeneration"]);
                continue;
            }

            if (epd.Generation == EpdGeneration.A1)
            {
                finding.Verdict = Verdict.NotApplicable;
                finding.Reason = new("The declaration was made under EN 15804+A1.", "该声明依据 EN 15804+A1 编制。");
                continue;
            }

            var isAboutModules = row.Measurand.Key == Measurands.Materials.EpdModules;
            var absent = isAboutModules ? AbsentModules(epd, row) : row.Settings.Where(part => !Has(epd, part)).ToList();
            if (isAboutModules && absent.Count > 0 && isExempt != false)
            {
                if (isExempt == true)
                {
                    finding.Verdict = Verdict.NotApplicable;
                    finding.Reason = new("Exempt: not separable, and without biogenic carbon.", "豁免：与其他产品不可分离且不含生物碳。");
                }
                else
                {
                    finding.Step($"Absent: {string.Join(", ", absent)}.", $"缺少：{string.Join("、", absent)}。");
                    ComputedFinding.Ask(finding, ["epdModuleExemption"]);
                }

                continue;
            }

            finding.Rely(row.Evidence);
            finding.Reason = absent.Count == 0
                ? new($"All declared: {string.Join(", ", row.Settings)}.", $"均已声明：{string.Join("、", row.Settings)}。")
                : new($"Not declared: {string.Join(", ", absent)}.", $"未声明：{string.Join("、", absent)}。");
            finding.Steps.Add(finding.Reason);
            finding.Conclude(absent.Count == 0 ? Verdict.Compliant : Verdict.NonCompliant, options ?? CheckOptions.Default);
        }

        return findings.AsReadOnly();
    }

    /// <summary>Why a declaration does not count on a day: it has lapsed, or says that it is valid for longer than any declaration is (EN 15804: 5 years). Empty if it counts.</summary>
    internal static BilingualText NotValidOn(Epd epd, CalendarDate date, StandardsCatalogue catalogue, CheckOptions options)
    {
        if (epd.HasLapsedOn(date)) return Words.Lapsed(epd, date);
        // Whenever it was issued, that was no later than the day.
        var term = catalogue.FindEdition("eu.en-15804-a2")?.Requirements.FirstOrDefault(static row => row.Measurand.Key == Measurands.Materials.EpdValidity);
        return term is not null && term.Evidence >= options.EvidenceFloor && CertificateCheck.Years(date, epd.ValidUntil) is { } years && !LimitCheck.Meets(term, years) ? Words.TooLong(epd, date, term) : default;
    }

    /// <summary>Judges the GWP of production, A1 to A3, against the limit on purchases that is in force in a place: Buy Clean California.</summary>
    /// <param name="epd">A product-specific declaration.</param>
    /// <param name="buildingMaterial">What it is of, a word of the facet <c>buildingMaterial</c>: <c>rebar</c>, <c>hot-rolled-section</c>, <c>flat-glass</c> and so on.</param>
    /// <param name="place">The place.</param>
    /// <param name="date">The day of the installation.</param>
    /// <param name="circumstances">What else is known: <c>statePublicWorks</c>.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    /// <returns>
    /// <see cref="Verdict.Indeterminate"/> naming <c>density</c>, <c>gwp</c>, <c>datasetType</c>, <c>limit</c> or a facet where that is missing; <see cref="Verdict.Invalid"/> if the declaration has lapsed on the day or is said to be valid for longer than any is, a figure of it is no quantity, or it is of average or generic data (<see cref="Epd.DatasetType"/>).
    /// </returns>
    /// <exception cref="ArgumentException">There is no such material.</exception>
    public static Finding JudgeLimit(
        Epd epd, string buildingMaterial, Jurisdiction place, CalendarDate date, Circumstances? circumstances = null, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        catalogue ??= StandardsCatalogue.Default;
        options ??= CheckOptions.Default;
        var known = (circumstances ?? Circumstances.None).With("buildingMaterial", buildingMaterial);
        var basis = new FactorSheet();
        var missing = new List<string>();
        decimal? value = null;
        var unit = "kgCO2e/t";
        if (catalogue.Governing(Measurands.Materials.EmbodiedCarbon, place, date, known, options).Requirement is { } limit)
        {
            unit = limit.Unit;
            if (CarbonFactor.TryFrom(epd, out var factor, out var why) && factor.TryPer(MaterialMass.PerUnitOf(unit), epd.DensityOrComputed, epd.MassOfOne, out var kilograms, out why))
            {
                MeasurementUnit.TryConvert(kilograms, "kgCO2e/" + MaterialMass.PerUnitOf(unit), unit, out var converted);
                value = converted;
                basis.Step(factor.Statement);
            }
            else
            {
                missing.Add(why);
            }
        }

        var finding = ComputedFinding.JudgeGoverning(catalogue, Measurands.Materials.EmbodiedCarbon, value, unit, basis, missing, place, date, known, options);
        (finding.Subject, finding.Origin) = (epd.Id, epd.Origin);
        var invalid = NotValidOn(epd, date, catalogue, options) is { English.Length: > 0 } over ? over : epd.Fault;
        // The limits are on declarations of the product itself: data of many makers, or of none, say nothing of it.
        if (finding.Requirement is { } rule && invalid.English is not { Length: > 0 } && !epd.IsSpecific)
        {
            if (epd.DatasetType.Length == 0)
            {
                ComputedFinding.Withdraw(finding, Verdict.Indeterminate, ["datasetType"], new(
                    $"Whether the declaration is product-specific is not known ({rule.Citation}).", $"声明是否为特定产品声明未知（{rule.Citation}）。"));
                return finding;
            }

            ComputedFinding.Withdraw(finding, Verdict.Invalid, [], new(
                $"'{InputError.Quote(epd.DatasetType)}' is no product-specific declaration ({rule.Citation}).", $"“{InputError.Quote(epd.DatasetType)}”不是特定产品声明（{rule.Citation}）。"));
            return finding;
        }

        if (finding.Requirement is null) return finding;
        if (invalid.English is not { Length: > 0 })
        {
            if (epd.ValidUntil is not null || finding.Decided is not (Verdict.Compliant or Verdict.NonCompliant)) return finding;
            finding.NotRecorded = ["validUntil"];
            finding.Step("The declaration does not say until when it is valid; it is taken as valid.", "声明未给出有效期；视为有效。");
            return finding;
        }

        return new Finding(finding.Requirement)
        {
            Verdict = Verdict.Invalid,
            Subject = epd.Id,
            Origin = epd.Origin,
            Reason = invalid,
        };
    }

    private static List<string> AbsentModules(Epd epd, Requirement row)
    {
        var absent = new List<string>();
        foreach (var span in row.Settings)
        {
            var given = epd.Values.Where(static value => value.Indicator == EpdIndicator.GwpTotal).Select(static value => value.Module).ToList();
            if (given.Contains(span)) continue;
            // "C1-C4" is declared module by module.
            var dash = span.IndexOf('-');
            if (dash < 0)
            {
                absent.Add(span);
                continue;
            }

            for (var number = span[1]; number <= span[span.Length - 1]; number++)
                if (!given.Contains(span.Substring(0, 1) + number)) absent.Add(span.Substring(0, 1) + number);
        }

        return absent;
    }

    private static bool Has(Epd epd, string part)
    {
        EpdIndicator? indicator = part switch
        {
            "total" => EpdIndicator.GwpTotal,
            "fossil" => EpdIndicator.GwpFossil,
            "biogenic" => EpdIndicator.GwpBiogenic,
            "luluc" => EpdIndicator.GwpLandUse,
            _ => null,
        };
        return indicator is { } wanted && epd.Values.Any(value => value.Indicator == wanted);
    }
}
