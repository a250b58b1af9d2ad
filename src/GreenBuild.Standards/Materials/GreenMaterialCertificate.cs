namespace GreenBuild.Standards.Materials;

/// <summary>A certificate of the green building material certification (绿色建材产品认证), as it lies with a delivery.</summary>
public sealed class GreenMaterialCertificate
{
    /// <summary>The number of the certificate; empty if it is not known.</summary>
    public required string Number { get; init; }

    /// <summary>The product unit (认证单元) in the words of the certificate; empty if it is not known.</summary>
    public string ProductUnit { get; init; } = "";

    /// <summary>The manufacturer; empty if it is not known.</summary>
    public string Manufacturer { get; init; } = "";

    /// <summary>The plant (生产厂); empty if it is not known.</summary>
    public string Plant { get; init; } = "";

    /// <summary>The star level; <see langword="null"/> if it is not known.</summary>
    public int? Stars { get; init; }

    /// <summary>The day of issue; <see langword="null"/> if it is not known.</summary>
    public CalendarDate? Issued { get; init; }

    /// <summary>The last day of validity; <see langword="null"/> if it is not known.</summary>
    public CalendarDate? ValidUntil { get; init; }

    /// <summary>Whether it is suspended or withdrawn on the day of delivery; <see langword="null"/> if nobody looked it up.</summary>
    public bool? IsSuspended { get; init; }
}

/// <summary>Checks a certificate against the delivery that it is to prove (method <c>check-certificate</c> of the certification scheme).</summary>
public static class CertificateCheck
{
    private const string Method = "check-certificate";

    /// <summary>Judges the certificate of a delivery.</summary>
    /// <param name="line">The delivery, with its certificate, product unit, manufacturer, plant and day.</param>
    /// <param name="place">The place of the project.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    /// <returns>
    /// Findings with the subjects <c>certificate-level</c>, <c>certificate-term</c> (from issue to end, at most five years), <c>certificate-date</c> (valid on the day of
    /// delivery), <c>certificate-product</c> (product unit, manufacturer and plant are those of the delivery) and <c>certificate-status</c>; empty for a delivery without
    /// certificate, and without the last three where no such scheme is in force. What is not known, the day of delivery as well, is <see cref="Verdict.Indeterminate"/> and named.
    /// </returns>
    public static IReadOnlyList<Finding> Judge(MaterialLine line, Jurisdiction place, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        if (line.Certificate is not { } certificate) return [];
        catalogue ??= StandardsCatalogue.Default;
        options ??= CheckOptions.Default;
        var findings = new List<Finding>
        {
            Judged("certificate-level", Measurands.Materials.GreenCertificateLevel, certificate.Stars, "1", "stars"),
            Judged("certificate-term", Measurands.Materials.GreenCertificateValidity, Years(certificate.Issued, certificate.ValidUntil), "a", certificate.Issued is null ? "certificateIssued" : "certificateValidUntil"),
        };
        // What the scheme does not govern, its method says nothing of.
        var scheme = catalogue.Editions.FirstOrDefault(edition =>
            edition.HasRequirements && edition.IsAbout(Measurands.Materials.GreenCertificateLevel) && edition.Jurisdiction.Contains(place)
            && (line.DeliveryDate is not { } day || edition.IsInForceOn(day)) && edition.Methods.Any(static method => method.Key == Method));
        if (scheme is not null)
        {
            findings.Add(DateOf(line, Begin("certificate-date", certificate, scheme), certificate, options));
            findings.Add(ProductOf(line, Begin("certificate-product", certificate, scheme), certificate, options));
            findings.Add(StatusOf(Begin("certificate-status", certificate, scheme), certificate, options));
        }

        foreach (var finding in findings) finding.Origin = line.Origin;
        return findings.AsReadOnly();

        Finding Judged(string subject, string measurand, decimal? value, string unit, string missing)
        {
            // Which edition governs hangs on the day of delivery; no other day stands for it.
            var finding = line.DeliveryDate is { } date
                ? ComputedFinding.JudgeGoverning(catalogue, measurand, value, unit, new FactorSheet(), [missing], place, date, Circumstances.None, options)
                : ComputedFinding.Ask(new Finding(null), value is null ? ["deliveryDate", missing] : ["deliveryDate"]);
            finding.Subject = subject;
            return finding;
        }
    }

    // A certificate from 2021-03-01 to 2026-02-28 or 2026-03-01 runs for five years; to a later day it does not.
    internal static decimal? Years(CalendarDate? from, CalendarDate? to)
    {
        if (from is not { } first || to is not { } last || last < first) return null;
        var years = last.Year - first.Year;
        // 29 February counts to the 28th where there is none.
        var anniversary = CalendarDate.FromDateTime(first.ToDateTime().AddYears(years));
        if (anniversary > last) anniversary = CalendarDate.FromDateTime(first.ToDateTime().AddYears(--years));
        return years + (decimal)last.DaysSince(anniversary) / 366;
    }

    private static Finding DateOf(MaterialLine line, Finding finding, GreenMaterialCertificate certificate, CheckOptions options)
    {
        var missing = new List<string>();
        if (line.DeliveryDate is null) missing.Add("deliveryDate");
        if (certificate.Issued is null) missing.Add("certificateIssued");
        if (certificate.ValidUntil is null) missing.Add("certificateValidUntil");
        if (line.DeliveryDate is { } day && (day < certificate.Issued || day > certificate.ValidUntil))
            return Settle(finding, false, new($"Delivered on {day}, and valid from {certificate.Issued} to {certificate.ValidUntil}.", $"交货日期 {day}，证书有效期 {certificate.Issued} 至 {certificate.ValidUntil}。"), options);
        return missing.Count > 0
            ? ComputedFinding.Ask(finding, missing)
            : Settle(finding, true, new($"Delivered on {line.DeliveryDate}, and valid from {certificate.Issued} to {certificate.ValidUntil}.", $"交货日期 {line.DeliveryDate}，证书有效期 {certificate.Issued} 至 {certificate.ValidUntil}。"), options);
    }

    private static Finding ProductOf(MaterialLine line, Finding finding, GreenMaterialCertificate certificate, CheckOptions options)
    {
        var missing = new List<string>();
        if (certificate.Number.Trim().Length == 0) missing.Add("certificateNumber");
        BilingualText difference = default;
        foreach (var (name, words, said, delivered) in new[]
        {
            ("productUnit", new BilingualText("product unit", "认证单元"), certificate.ProductUnit, line.ProductUnit),
            ("manufacturer", new BilingualText("manufacturer", "生产企业"), certificate.Manufacturer, line.Manufacturer),
            ("plant", new BilingualText("plant", "生产厂"), certificate.Plant, line.Plant),
        })
        {
            if (said.Trim().Length == 0 || delivered.Trim().Length == 0) missing.Add(name);
            else if (!NameText.AreSame(said, delivered))
                difference = new(
                    $"{difference.English}The {words.English} is '{InputError.Quote(delivered)}' on the delivery and '{InputError.Quote(said)}' on the certificate. ",
                    $"{difference.Chinese}{words.Chinese}：交货单为“{InputError.Quote(delivered)}”，证书为“{InputError.Quote(said)}”。");
        }

        if (difference.English.Length > 0) return Settle(finding, false, new(difference.English.TrimEnd(), difference.Chinese), options);
        return missing.Count > 0
            ? ComputedFinding.Ask(finding, missing)
            : Settle(finding, true, new("Product unit, manufacturer and plant are those of the delivery.", "认证单元、生产企业和生产厂与交货一致。"), options);
    }

    private static Finding StatusOf(Finding finding, GreenMaterialCertificate certificate, CheckOptions options) =>
        certificate.IsSuspended is not { } isSuspended
            ? ComputedFinding.Ask(finding, ["certificateStatus"])
            : Settle(finding, !isSuspended, isSuspended ? new("The certificate is suspended or withdrawn.", "证书已暂停或撤销。") : new("The certificate is not suspended.", "证书未暂停。"), options);

    private static Finding Begin(string subject, GreenMaterialCertificate certificate, Edition scheme)
    {
        var finding = new Finding(null) { Subject = subject };
        finding.Step(
            $"Certificate {InputError.Quote(certificate.Number)}, by the method {Method} of: {scheme.Title.English} ({scheme.Number}).", $"证书 {InputError.Quote(certificate.Number)}，依据“{scheme.Title.In(Language.Chinese)}”的证书核查方法。");
        // A method is as well known as the rules that it was read with: the weakest of them.
        finding.Rely(scheme.Requirements.Min(static row => row.Evidence));
        return finding;
    }

    private static Finding Settle(Finding finding, bool isMet, BilingualText reason, CheckOptions options)
    {
        finding.Reason = reason;
        finding.Steps.Add(reason);
        finding.Conclude(isMet ? Verdict.Compliant : Verdict.NonCompliant, options);
        return finding;
    }
}
