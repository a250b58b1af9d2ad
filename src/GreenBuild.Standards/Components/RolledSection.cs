namespace GreenBuild.Standards.Components;

/// <summary>A hot-rolled H section of the catalogue (GB/T 11263).</summary>
public sealed class RolledSection
{
    private RolledSection(Requirement requirement, string sectionClass, decimal[] sizes)
    {
        Requirement = requirement;
        Class = sectionClass;
        (Height, Width, WebThickness, FlangeThickness) = (sizes[0], sizes[1], sizes[2], sizes[3]);
    }

    /// <summary>The row of the catalogue.</summary>
    public Requirement Requirement { get; }

    /// <summary>The class: <c>HW</c> wide, <c>HM</c> middle or <c>HN</c> narrow flange.</summary>
    public string Class { get; }

    /// <summary>The depth H in mm. The nominal model need not be the depth: HM 350×250 is 340 mm deep.</summary>
    public decimal Height { get; }

    /// <summary>The flange width B in mm.</summary>
    public decimal Width { get; }

    /// <summary>The web thickness t1 in mm.</summary>
    public decimal WebThickness { get; }

    /// <summary>The flange thickness t2 in mm.</summary>
    public decimal FlangeThickness { get; }

    /// <summary>The root radius r in mm, or <see langword="null"/> if the row has none.</summary>
    public decimal? RootRadius => DimensionOf("r");

    /// <summary>The area A of the row in cm2, or <see langword="null"/> if it has none.</summary>
    public decimal? Area => DimensionOf("A");

    /// <summary>The mass of the row in kg/m, or <see langword="null"/> if it has none.</summary>
    public decimal? MassPerMetre => DimensionOf("mass");

    /// <summary>The designation, for example <c>HW 400×400×13×21</c>.</summary>
    public string Designation => Class + " " + Shape.ToString();

    /// <summary>The designation with the area and mass of the row.</summary>
    public override string ToString() => Designation;

    internal SectionShape Shape => new(Class, Height, Width, WebThickness, FlangeThickness);

    internal static bool TryFrom(Requirement row, out RolledSection section)
    {
        section = null!;
        if (row.Kind != RequirementKind.SizeSeries || row.Measurand.Key != Measurands.Components.RolledHSection || row.Condition("sectionClass") is not { Values: [var sectionClass] }) return false;
        var sizes = new decimal[4];
        var names = new[] { "H", "B", "t1", "t2" };
        for (var i = 0; i < sizes.Length; i++)
        {
            if (Of(row, names[i]) is not { } size) return false;
            sizes[i] = size;
        }

        section = new RolledSection(row, sectionClass, sizes);
        return true;
    }

    private decimal? DimensionOf(string name) => Of(Requirement, name);

    private static decimal? Of(Requirement row, string name)
    {
        foreach (var dimension in row.Dimensions)
            if (dimension.Name == name) return dimension.Value;
        return null;
    }
}

/// <summary>What a designation says of an H section: class, depth, width, thickness of web and flange, as far as they are written.</summary>
/// <param name="Class"><c>HW</c>, <c>HM</c>, <c>HN</c>, <c>HT</c> (thin) or <c>HK</c> (GB/T 11263-2024, annex B); <see langword="null"/> if the text has <c>H</c> or none.</param>
/// <param name="Height">The depth H in mm.</param>
/// <param name="Width">The flange width B in mm.</param>
/// <param name="WebThickness">The web thickness t1 in mm; <see langword="null"/> if it is not written.</param>
/// <param name="FlangeThickness">The flange thickness t2 in mm; <see langword="null"/> if it is not written.</param>
public readonly record struct SectionShape(string? Class, decimal Height, decimal Width, decimal? WebThickness, decimal? FlangeThickness)
{
    /// <summary>Reads a designation as people write it: <c>HW 400×400×13×21</c>, <c>hn400x200*8*13</c>, <c>H350X175X7X11</c>, with or without blanks, thicknesses and steel grade.</summary>
    /// <param name="text">The designation.</param>
    /// <param name="shape">What it says.</param>
    /// <returns><see langword="false"/> if it is no designation of an H section: another letter, a missing or impossible number, one thickness only.</returns>
    public static bool TryParse(string? text, out SectionShape shape)
    {
        shape = default;
        var plain = WithoutGrade(Plain(text ?? ""));
        string? sectionClass = null;
        if (plain.Length > 0 && plain[0] == 'H')
        {
            plain = plain.Substring(1);
            if (plain.Length > 0 && plain[0] is 'W' or 'M' or 'N' or 'T' or 'K')
            {
                sectionClass = "H" + plain[0];
                plain = plain.Substring(1);
            }
        }

        var parts = plain.Split('x');
        if (parts.Length is not (2 or 4)) return false;
        var sizes = new decimal[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            if (!NumberText.TryParse(parts[i], out sizes[i], out _) || !IsSize(sizes[i])) return false;
        shape = parts.Length == 2 ? new(sectionClass, sizes[0], sizes[1], null, null) : new(sectionClass, sizes[0], sizes[1], sizes[2], sizes[3]);
        return true;
    }

    /// <summary>The sizes, for example <c>400×200×8×13</c>.</summary>
    public override string ToString() =>
        Words.Number(Height) + "×" + Words.Number(Width) + (WebThickness is { } web && FlangeThickness is { } flange ? "×" + Words.Number(web) + "×" + Words.Number(flange) : "");

    /// <summary>Whether the numbers can be those of a section: above 0 and up to <see cref="ComponentBounds.MostSectionMillimeters"/>, both thicknesses or none.</summary>
    internal bool IsSection =>
        IsSize(Height) && IsSize(Width) && (WebThickness is { } web ? IsSize(web) && FlangeThickness is { } flange && IsSize(flange) : FlangeThickness is null);

    private static bool IsSize(decimal millimeters) => millimeters is > 0 and <= ComponentBounds.MostSectionMillimeters;

    internal bool Is(RolledSection section) =>
        (Class is null || Class == section.Class) && Height == section.Height && Width == section.Width
        && (WebThickness is null || WebThickness == section.WebThickness) && (FlangeThickness is null || FlangeThickness == section.FlangeThickness);

    // How far two shapes are apart, in mm over all sizes that are written.
    internal decimal DistanceTo(RolledSection section) =>
        Math.Abs(Height - section.Height) + Math.Abs(Width - section.Width)
        + (WebThickness is { } web ? Math.Abs(web - section.WebThickness) : 0) + (FlangeThickness is { } flange ? Math.Abs(flange - section.FlangeThickness) : 0);

    /// <summary>Whether a text that <see cref="TryParse"/> does not read may mean an H section all the same: it begins like one, or says nothing.</summary>
    internal static bool MayBeMeant(string? text) => Plain(text ?? "") is not [not 'H', ..];

    // A schedule writes the steel grade behind the section: Q355B, -Q355B, (Q355B).
    private static string WithoutGrade(string plain)
    {
        var at = plain.LastIndexOf('Q');
        var end = plain.TrimEnd(')').Length;
        if (at < 0 || end < at + 4 || !plain.Substring(at + 1, 3).All(static c => c is >= '0' and <= '9') || !plain.Substring(at + 4, end - at - 4).All(static c => c is >= 'A' and <= 'Z')) return plain;
        return plain.Substring(0, at).TrimEnd('-', '/', ',', '(');
    }

    private static string Plain(string text)
    {
        var plain = new System.Text.StringBuilder(text.Length);
        foreach (var c in text)
        {
            // Full-width letters and digits are those of Chinese input.
            var letter = c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c;
            if (letter is '×' or '*' or 'X' or 'x' or '✕' or '╳') plain.Append('x');
            else if (letter is >= 'a' and <= 'z') plain.Append((char)(letter - 32));
            else if (!char.IsWhiteSpace(letter)) plain.Append(letter);
        }

        return plain.ToString();
    }
}

/// <summary>The rolled H sections that are known for a place and day, looked up by designation.</summary>
/// <remarks>
/// The catalogue holds the common rows of GB/T 11263-2017 only. From 2025-05-01 GB/T 11263-2024 is in force, whose table was not seen; the rows of the edition before it are
/// believed to remain, so they are offered as unconfirmed (<see cref="IsCarriedOver"/>). What is not in the list may be in the standard: the answer then is not known, with
/// the nearest rows, never a guess. Immutable; safe for several threads.
/// </remarks>
public sealed class RolledSectionLibrary
{
    private readonly StandardsCatalogue _catalogue;
    private readonly CheckOptions _options;
    private readonly Jurisdiction _place;
    private readonly CalendarDate _date;
    private readonly List<RolledSection> _sections = [];

    /// <summary>Draws up the library of a place and day.</summary>
    /// <param name="place">The place.</param>
    /// <param name="date">The day of the order.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    public RolledSectionLibrary(Jurisdiction place, CalendarDate date, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        _catalogue = catalogue ?? StandardsCatalogue.Default;
        _options = options ?? CheckOptions.Default;
        (_place, _date) = (place, date);
        Add(_catalogue.InForce(Measurands.Components.RolledHSection, place, date));
        if (_sections.Count > 0) return;
        foreach (var edition in _catalogue.EditionsInForce(place, date))
        {
            if (!edition.IsPartial) continue;
            foreach (var number in edition.Supersedes)
                if (_catalogue.FindEdition(number) is { HasRequirements: true } before && before.IsAbout(Measurands.Components.RolledHSection))
                {
                    Add(before.Requirements);
                    Successor = edition;
                }
        }
    }

    /// <summary>The sections, in the order of the catalogue.</summary>
    public IReadOnlyList<RolledSection> Sections => _sections.AsReadOnly();

    /// <summary>Whether the sections are those of an edition that was replaced by one whose table is not known.</summary>
    public bool IsCarriedOver => Successor is not null;

    /// <summary>The edition in force whose table is not known; <see langword="null"/> if the sections stand in an edition in force.</summary>
    public Edition? Successor { get; }

    /// <summary>Looks a designation up.</summary>
    /// <param name="designation">The designation, for example <c>HW 400×400×13×21</c>; <c>×</c>, <c>x</c> or <c>*</c>, blanks and letter case do not matter.</param>
    public SectionMatch Find(string? designation)
    {
        if (!SectionShape.TryParse(designation, out var shape))
        {
            var reason = new BilingualText($"'{InputError.Quote(designation ?? "")}' is no designation of an H section.", $"“{InputError.Quote(designation ?? "")}”不是 H 型钢规格。");
            var invalid = new Finding(null) { Subject = designation ?? "", Verdict = Verdict.Invalid, Reason = reason };
            invalid.Steps.Add(reason);
            return new SectionMatch(null, null, [], invalid);
        }

        return Find(shape, designation!);
    }

    /// <summary>Looks a shape up.</summary>
    /// <param name="shape">The shape; without thicknesses the rows with its depth and width are named, since a name such as HN400×200 does not fix them.</param>
    /// <returns><see cref="Verdict.Invalid"/> for numbers that can be no section.</returns>
    public SectionMatch Find(SectionShape shape)
    {
        var subject = (shape.Class ?? "H") + " " + shape;
        return shape.IsSection ? Find(shape, subject) : new SectionMatch(null, shape, [], NoSection(shape, subject));
    }

    /// <summary>Checks what a schedule says of a section against the table: its designation, and area and mass if they are written.</summary>
    /// <param name="designation">The designation.</param>
    /// <param name="area">The area in cm2 as the schedule has it; <see langword="null"/> if it has none.</param>
    /// <param name="massPerMetre">The mass in kg/m as the schedule has it; <see langword="null"/> if it has none.</param>
    /// <returns>The finding on the designation, then those on area and mass, <see cref="Verdict.Invalid"/> where they are not above 0. Tables of the 1998 edition have a larger root radius, and so another area and mass.</returns>
    public IReadOnlyList<Finding> Check(string? designation, decimal? area = null, decimal? massPerMetre = null)
    {
        var match = Find(designation);
        var findings = new List<Finding> { match.Finding };
        if (match.Section is not { } section) return findings.AsReadOnly();
        if (area is { } cm2) findings.Add(Compare(section, "A", cm2, section.Area, "cm2"));
        if (massPerMetre is { } mass) findings.Add(Compare(section, "mass", mass, section.MassPerMetre, "kg/m"));
        return findings.AsReadOnly();
    }

    /// <summary>The properties of any shape by the formula of the standard: A = [2·B·t2 + (H − 2·t2)·t1 + 0.858·r²]/100 cm2, mass = 0.785·A kg/m.</summary>
    /// <param name="shape">The shape, with both thicknesses.</param>
    /// <param name="rootRadius">The root radius r in mm; 0 for a welded section without fillet.</param>
    /// <returns><see langword="null"/> if a thickness is missing, the sizes can be no section, or the catalogue has no factors.</returns>
    public SectionProperties? Compute(SectionShape shape, decimal rootRadius)
    {
        if (!shape.IsSection || shape.WebThickness is not { } web || shape.FlangeThickness is not { } flange || rootRadius < 0 || rootRadius > shape.Height) return null;
        if (2 * flange >= shape.Height || web >= shape.Width) return null;
        if (Factor(Measurands.Components.SectionRootFactor) is not { Value: { } root } rootRow || Factor(Measurands.Components.SectionMassFactor) is not { Value: { } mass } massRow) return null;
        var sheet = new FactorSheet();
        sheet.Cite(rootRow);
        sheet.Cite(massRow);
        var area = (2 * shape.Width * flange + (shape.Height - 2 * flange) * web + root * rootRadius * rootRadius) / 100;
        var equation = $"A = [2·{Words.Number(shape.Width)}·{Words.Number(flange)} + ({Words.Number(shape.Height)} − 2·{Words.Number(flange)})·{Words.Number(web)} + {Words.Number(root)}·{Words.Number(rootRadius)}²]/100 = {Words.Number(area)} cm2";
        sheet.Step(equation + ".", equation + "。");
        equation = $"m = {Words.Number(mass)}·A = {Words.Number(mass * area)} kg/m";
        sheet.Step(equation + ".", equation + "。");
        return new SectionProperties(area, mass * area, sheet);
    }

    /// <summary>Judges a section of one's own against the largest standard size (H1700×550 from GB/T 11263-2024 on).</summary>
    /// <param name="shape">The shape.</param>
    /// <returns>
    /// One finding each for depth and width; <see cref="Verdict.NotApplicable"/> where no edition in force names a largest size; one alone, <see cref="Verdict.Invalid"/>, for
    /// numbers that can be no section.
    /// </returns>
    public IReadOnlyList<Finding> JudgeLargest(SectionShape shape) => !shape.IsSection ? [NoSection(shape, (shape.Class ?? "H") + " " + shape)] :
    [
        LimitCheck.JudgeGoverning(_catalogue, Measurands.Components.LargestStandardSection, shape.Height, _place, _date, Circumstances.None.With("dimension", "height"), _options),
        LimitCheck.JudgeGoverning(_catalogue, Measurands.Components.LargestStandardSection, shape.Width, _place, _date, Circumstances.None.With("dimension", "width"), _options),
    ];

    /// <summary>The rows on a measurand that are in force where and when the library was drawn up.</summary>
    internal IReadOnlyList<Requirement> InForce(string measurand, StandardsCatalogue? catalogue) => (catalogue ?? _catalogue).InForce(measurand, _place, _date);

    private void Add(IReadOnlyList<Requirement> rows)
    {
        foreach (var row in rows)
            if (RolledSection.TryFrom(row, out var section)) _sections.Add(section);
    }

    private Requirement? Factor(string measurand)
    {
        if (FactorSheet.Find(_catalogue, measurand, _place, _date, Circumstances.None) is { } row) return row;
        return _sections.Count == 0 ? null : _sections[0].Requirement.Edition.Requirements.FirstOrDefault(other => other.Kind == RequirementKind.Factor && other.Measurand.Key == measurand);
    }

    private SectionMatch Find(SectionShape shape, string subject)
    {
        var exact = _sections.FindAll(shape.Is);
        var nearest = Nearest(shape);
        if (exact.Count == 1 && shape.WebThickness is not null)
        {
            var section = exact[0];
            var found = Begin(section.Requirement, subject);
            found.Rely(section.Requirement);
            found.Reason = new($"{section.Designation} is in the table.", $"{section.Designation} 在规格表内。");
            found.Steps.Add(found.Reason);
            if (Successor is { } successor)
            {
                found.Rely(Evidence.Unconfirmed);
                found.Step(
                    $"In force is {successor.Number}, whose table was not seen; the common rows of {section.Requirement.Edition.Number} are believed to remain.",
                    $"现行版本为 {successor.Number}，其规格表未见；{section.Requirement.Edition.Number} 的常用规格据信保留。");
            }

            found.Conclude(Verdict.Compliant, _options);
            return new SectionMatch(section, shape, nearest, found);
        }

        var edition = Successor ?? (_sections.Count > 0 ? _sections[0].Requirement.Edition : null);
        var finding = Begin(null, subject);
        if (exact.Count > 0)
        {
            var names = string.Join(", ", exact.Select(static section => section.Designation));
            finding.Missing = shape.WebThickness is null ? ["webThickness", "flangeThickness"] : ["sectionClass"];
            finding.Reason = shape.WebThickness is null
                ? new($"The name does not fix the thickness of web and flange; known with these sizes: {names}.", $"名称未给出腹板和翼缘厚度；同尺寸的已知规格：{names}。")
                : new($"Several sections have these sizes: {names}.", $"有多个规格具有该尺寸：{names}。");
            nearest = exact;
        }
        else if (_sections.Count == 0)
        {
            finding.Missing = ["sectionTable"];
            finding.Reason = new($"No table of sections is held that was in force in {_place.Code} on {_date}.", $"未收录 {_date} 在{_place.Name.Chinese}施行的规格表。");
        }
        else
        {
            var names = string.Join(", ", nearest.Select(section => $"{section.Designation} ({Words.Number(shape.DistanceTo(section))} mm)"));
            finding.Missing = ["sectionTable"];
            finding.Reason = new(
                $"Not among the {_sections.Count} rows that are known{(edition is null ? "" : $" of {edition.Standard}")}; the table is known in part.{(names.Length > 0 ? $" Nearest (sum of the differences): {names}." : "")}",
                $"不在{(edition is null ? "" : $" {edition.Standard} ")}已收录的 {_sections.Count} 个规格内；规格表仅部分收录。{(names.Length > 0 ? $"最接近（差值之和）：{names}。" : "")}");
        }

        finding.Steps.Add(finding.Reason);
        return new SectionMatch(null, shape, nearest, finding);
    }

    private static Finding NoSection(SectionShape shape, string subject)
    {
        var reason = new BilingualText($"{shape} mm can be no H section.", $"{shape} mm 不可能是 H 型钢。");
        var finding = new Finding(null) { Subject = subject, Verdict = Verdict.Invalid, Reason = reason };
        finding.Steps.Add(reason);
        return finding;
    }

    private static Finding Begin(Requirement? row, string subject)
    {
        var finding = new Finding(row) { Subject = subject };
        if (row is not null) LimitCheck.Cite(finding, row);
        return finding;
    }

    private List<RolledSection> Nearest(SectionShape shape)
    {
        // A class that is written is meant: HN is not replaced by HM, however near.
        var candidates = _sections.FindAll(section => shape.Class is null || shape.Class == section.Class);
        candidates.Sort((a, b) => shape.DistanceTo(a).CompareTo(shape.DistanceTo(b)) is var order and not 0 ? order : string.CompareOrdinal(a.Requirement.Key, b.Requirement.Key));
        if (candidates.Count > 2) candidates.RemoveRange(2, candidates.Count - 2);
        return candidates;
    }

    private Finding Compare(RolledSection section, string name, decimal stated, decimal? known, string unit)
    {
        var finding = Begin(section.Requirement, section.Designation + " " + name);
        (finding.Measured, finding.Unit) = (stated, unit);
        if (stated is <= 0 or > ComponentBounds.MostQuantity)
        {
            finding.Verdict = Verdict.Invalid;
            finding.Reason = new($"{Words.Number(stated)} {unit} is no {name} of a section.", $"{Words.Number(stated)} {unit} 不是有效的 {name} 值。");
            finding.Steps.Add(finding.Reason);
            return finding;
        }

        if (known is not { } value)
        {
            finding.Missing = ["limit"];
            finding.Reason = new($"The table has no {name} for it.", $"规格表中无其 {name} 值。");
            finding.Steps.Add(finding.Reason);
            return finding;
        }

        finding.Rely(section.Requirement);
        // The sizes were seen in the table; area and mass of the rows are computed from a radius that is recalled.
        finding.Rely(Evidence.Unconfirmed);
        // The table is printed to so many digits; a schedule may have fewer, and then says the same if its digits agree.
        var digits = Math.Min(Digits(stated), Digits(value));
        // The value of the table is not rounded before it is compared: 118.45002 is 118.5 to who rounds 118.45 up.
        var isSame = Math.Abs(stated - value) <= Gbt8170.HalfUnit(digits);
        (finding.Compared, finding.Limit) = (stated, value);
        finding.Margin = isSame ? 0 : -Math.Abs(stated - value);
        finding.Reason = isSame
            ? new($"{Words.Number(stated)} {unit} is that of the table.", $"{Words.Number(stated)} {unit} 与规格表一致。")
            : new(
                $"{Words.Number(stated)} {unit}; the table has {Words.Number(value)} {unit}. Tables of the 1998 edition have a larger root radius, and much software mixes both.",
                $"{Words.Number(stated)} {unit}，规格表为 {Words.Number(value)} {unit}。1998 版规格表圆角半径较大，许多软件混用两版数据。");
        finding.Steps.Add(finding.Reason);
        finding.Conclude(isSame ? Verdict.Compliant : Verdict.NonCompliant, _options);
        return finding;
    }

    private static int Digits(decimal value) => Words.Number(value) is var text && text.IndexOf('.') is var point and >= 0 ? text.Length - point - 1 : 0;
}

/// <summary>Area and mass of an H section, computed by the formula of the standard, and what they rest on.</summary>
public sealed class SectionProperties
{
    internal SectionProperties(decimal area, decimal massPerMetre, FactorSheet sheet)
    {
        Area = area;
        MassPerMetre = massPerMetre;
        Factors = sheet.Factors;
        Evidence = sheet.Evidence;
        Explanation = sheet.Explanation;
    }

    /// <summary>The area in cm2, unrounded.</summary>
    public decimal Area { get; }

    /// <summary>The mass in kg/m, unrounded.</summary>
    public decimal MassPerMetre { get; }

    /// <summary>The rows whose factors were used.</summary>
    public IReadOnlyList<Requirement> Factors { get; }

    /// <summary>The weakest evidence of the factors.</summary>
    public Evidence Evidence { get; }

    /// <summary>The computation, step by step.</summary>
    public IReadOnlyList<BilingualText> Explanation { get; }
}

/// <summary>What the lookup of a section found.</summary>
public sealed class SectionMatch
{
    internal SectionMatch(RolledSection? section, SectionShape? shape, IReadOnlyList<RolledSection> nearest, Finding finding)
    {
        Section = section;
        Shape = shape;
        Nearest = nearest;
        Finding = finding;
    }

    /// <summary>The section, or <see langword="null"/> if none is known that the designation names without doubt.</summary>
    public RolledSection? Section { get; }

    /// <summary>What the designation says; <see langword="null"/> if it is none.</summary>
    public SectionShape? Shape { get; }

    /// <summary>The two nearest rows (sum of the differences of all sizes), of the class that was written; or the rows that fit where several do.</summary>
    public IReadOnlyList<RolledSection> Nearest { get; }

    /// <summary>
    /// Compliant where the section is in the table; <see cref="Verdict.Indeterminate"/> where it is not among the known rows, naming <c>sectionTable</c>, since the table is
    /// only known in part, or where a thickness is missing; <see cref="Verdict.Invalid"/> where the text is no designation.
    /// </summary>
    public Finding Finding { get; }
}
