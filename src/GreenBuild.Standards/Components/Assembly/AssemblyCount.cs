namespace GreenBuild.Standards.Components;

/// <summary>The ratio of one row, counted from a take-off: q1a ... q3d with their counting rules.</summary>
internal sealed class AssemblyCount
{
    private readonly AssemblyTakeOff _takeOff;
    private readonly AssemblyForm _form;
    private readonly Edition _edition;
    private readonly List<BilingualText> _steps = [];
    private readonly List<string> _missing = [];
    private readonly List<Requirement> _rules = [];

    private AssemblyCount(AssemblyTakeOff takeOff, AssemblyForm form, Edition edition)
    {
        _takeOff = takeOff;
        _form = form;
        _edition = edition;
    }

    /// <summary>The ratio in per cent; <see langword="null"/> if it is not known, or the row has none.</summary>
    public decimal? Ratio { get; private set; }

    /// <summary>What counts as part, in the unit of the row, joints included.</summary>
    public decimal? Part { get; private set; }

    /// <summary>The highest ratio that the row can have while its joints stay as they are, in per cent.</summary>
    public decimal MostRatio { get; private set; } = 100;

    public bool IsAbsent { get; private set; }

    /// <summary>Why the quantities count nowhere; <see langword="null"/> if nothing is wrong with them.</summary>
    public BilingualText? Contradiction { get; private set; }

    public IReadOnlyList<string> Missing => _missing;

    public IReadOnlyList<BilingualText> Steps => _steps;

    /// <summary>The bounds of joints that were asked.</summary>
    public IReadOnlyList<Requirement> Rules => _rules;

    public static AssemblyCount Of(AssemblyTakeOff takeOff, AssemblyForm form, Edition edition)
    {
        var count = new AssemblyCount(takeOff, form, edition);
        if (takeOff.Absent.Contains(form.Item)) count.LeaveOut();
        else if (form.Item == AssemblyItem.FullFitOut) count.CountFitOut();
        else if (form.Item == AssemblyItem.VerticalMembers && takeOff.Structure is AssemblyStructure.Steel or AssemblyStructure.Timber) count.CountWhole();
        else count.CountShare();
        return count;
    }

    /// <summary>Whether a number can be a quantity of a take-off.</summary>
    public static bool IsQuantity(decimal quantity) => quantity is >= 0 and <= ComponentBounds.MostQuantity;

    /// <summary>What counts as part of a row beside its main quantity: joints within their bounds, floors without formwork. Where a bound is not known, nothing.</summary>
    public static decimal Beside(AssemblyTakeOff takeOff, AssemblyItem item, Edition? edition) => item switch
    {
        AssemblyItem.VerticalMembers => CountedOf(takeOff.VerticalJoints, edition),
        AssemblyItem.HorizontalMembers => (IsQuantity(takeOff.FormworkFreeFloorArea) ? takeOff.FormworkFreeFloorArea : 0) + CountedOf(takeOff.FloorStrips, edition),
        _ => 0,
    };

    private static decimal CountedOf(IReadOnlyList<AssemblyJoint> joints, Edition? edition) =>
        joints.Where(joint => edition is not null && IsQuantity(joint.Quantity) && IsCounted(joint, edition, out _, out _) == true).Sum(static joint => joint.Quantity);

    private bool HasKitchens => _takeOff.KitchensEquipped == true || _takeOff.KitchenArea > 0;

    private bool HasBathrooms => _takeOff.BathroomsEquipped == true || _takeOff.BathroomArea > 0;

    private void LeaveOut()
    {
        var title = _form.Title;
        if (!_form.CanBeAbsent)
            Contradict($"No building is without {title.English}: the row cannot be left out.", $"任何建筑均有“{title.Chinese}”，该项不能按缺项处理。");
        else if (_form.PartOf(_takeOff) is not null and not 0 || _form.WholeOf(_takeOff) is not null and not 0)
            Contradict(
                $"{title.English} is said not to exist, but {Shown(_form.WholeOf(_takeOff) ?? _form.PartOf(_takeOff)!.Value)} of it are given.", $"“{title.Chinese}”按缺项申报，却给出了 {Shown(_form.WholeOf(_takeOff) ?? _form.PartOf(_takeOff)!.Value)}。");
        else if (_form.Item == AssemblyItem.EnclosureIntegrated && _takeOff.NonBearingEnclosureArea > 0)
            Contradict($"Enclosure walls are said not to exist, but {Shown(_takeOff.NonBearingEnclosureArea.Value)} of them bear no load.", $"围护墙按缺项申报，却有 {Shown(_takeOff.NonBearingEnclosureArea.Value)} 非承重围护墙。");
        else if (_form.Item == AssemblyItem.ServiceSeparation && (_takeOff.HasFullFitOut == true || HasKitchens || HasBathrooms))
            Contradict("Services are said not to exist, but the building is fitted out, or has kitchens or bathrooms, which have lines.", "管线按缺项申报，但建筑为全装修或设有厨房、卫生间，必有管线。");
        else if ((_form.Item == AssemblyItem.IntegratedKitchen && HasKitchens) || (_form.Item == AssemblyItem.IntegratedBathroom && HasBathrooms))
            Contradict($"{title.English} is said not to exist, but is said to be equipped.", $"“{title.Chinese}”按缺项申报，却申报为已安装到位。");
        else if (_form.AbsentWith is { } other && !_takeOff.Absent.Contains(other))
            Contradict(
                $"{title.English} is said not to exist, but {Words.Of(other).English} is not: a building that has no such walls has neither row.", $"“{title.Chinese}”按缺项申报，但“{Words.Of(other).Chinese}”未按缺项申报：无此类墙体的建筑两项均缺。");
        else
            IsAbsent = true;
        if (IsAbsent) Step("The building does not have it: its full points go into Q4.", "本建筑无此功能：该项满分计入 Q4。");
    }

    private void CountFitOut()
    {
        if (_takeOff.UnfinishedArea < 0) Contradict($"{Words.Number(_takeOff.UnfinishedArea)} m2 without fit-out is no area.", $"未装修面积 {Words.Number(_takeOff.UnfinishedArea)} m2 不是有效面积。");
        if (_takeOff.HasFullFitOut is null) _missing.Add("fullFitOut");
        if (_takeOff.HasFullFitOut != true || Contradiction is not null) return;
        if (_takeOff.UnfinishedArea > 0)
            Contradict($"Full fit-out is claimed, but {Words.Number(_takeOff.UnfinishedArea)} m2 are handed over without.", $"申报为全装修，但有 {Words.Number(_takeOff.UnfinishedArea)} m2 未装修交付。");
        else if (_takeOff.KitchensEquipped == false && !_takeOff.Absent.Contains(AssemblyItem.IntegratedKitchen))
            Contradict("Full fit-out is claimed, but cabinets and appliances of the kitchens are not all installed.", "申报为全装修，但厨房橱柜及厨房设备未全部安装到位。");
        else if (_takeOff.BathroomsEquipped == false && !_takeOff.Absent.Contains(AssemblyItem.IntegratedBathroom))
            Contradict("Full fit-out is claimed, but the fixtures of the bathrooms are not all installed.", "申报为全装修，但卫生间洁具设备未全部安装到位。");
    }

    private void CountWhole()
    {
        if (_takeOff.VerticalVolume is not null and not 0 || _takeOff.PrecastVerticalVolume is not null and not 0 || _takeOff.VerticalJoints.Any(static joint => joint.Quantity != 0))
        {
            Contradict(
                "Vertical members or joints of concrete are given in a building of steel or timber: how a structure of both is counted is not known.", "钢结构或木结构建筑给出了混凝土竖向构件或其连接部位的体积：混合结构如何计算，目录中没有依据。");
            return;
        }

        Ratio = 100;
        Step("q1a = 100 %: vertical members of steel or timber count as prefabricated.", "q1a = 100 %：钢结构、木结构的竖向构件按预制计算。");
    }

    private void CountShare()
    {
        var isVertical = _form.Item == AssemblyItem.VerticalMembers;
        if (isVertical && _takeOff.Structure == AssemblyStructure.NotSaid) _missing.Add("structure");
        var (part, whole) = (_form.PartOf(_takeOff), _form.WholeOf(_takeOff));
        if (part is null) _missing.Add(_form.Part.Input);
        if (whole is null) _missing.Add(_form.Whole.Input);
        foreach (var given in new[] { part, whole, _form.Item == AssemblyItem.HorizontalMembers ? _takeOff.FormworkFreeFloorArea : null })
            if (given is { } quantity && !IsQuantity(quantity)) Contradict($"{Shown(quantity)} is no quantity.", $"{Shown(quantity)} 不是有效数量。");
        if (Contradiction is not null) return;
        if (whole == 0)
        {
            _missing.Add(_form.Whole.Input);
            Step($"0 {_form.Unit} has no share: where the building does not have it, it is named as absent.", $"0 {_form.Unit} 无法计算比例：建筑无此功能时应申报为缺项。");
        }

        // No part is within the whole if what was left out of it is not.
        var (counted, all) = (part ?? 0, part ?? 0);
        var terms = new List<string> { Words.Number(part ?? 0) };
        if (_form.Item == AssemblyItem.HorizontalMembers && _takeOff.FormworkFreeFloorArea > 0) Add(_takeOff.FormworkFreeFloorArea);
        foreach (var joint in isVertical ? _takeOff.VerticalJoints : _form.Item == AssemblyItem.HorizontalMembers ? _takeOff.FloorStrips : [])
            CountJoint(joint, Add, ref all);
        if (Contradiction is not null) return;
        if (whole is { } total && all > total && total > 0)
        {
            Contradict(
                $"{Sum()} {_form.Unit} of {Shown(total)} are more than there is ({_form.Part.Symbol} > {_form.Whole.Symbol}).", $"{Sum()} {_form.Unit} 大于总量 {Shown(total)}（{_form.Part.Symbol} > {_form.Whole.Symbol}）。");
            return;
        }

        // What is cast in joints beyond the bounds stays cast, whatever becomes of the members.
        if (whole is > 0) MostRatio = (whole.Value - (all - counted)) * 100 / whole.Value;
        if (_form.Item == AssemblyItem.EnclosureNonMasonry && whole > _takeOff.EnclosureArea)
            Contradict($"The walls that bear no load ({Shown(whole.Value)}) are more than all enclosure walls ({Shown(_takeOff.EnclosureArea.Value)}).", $"非承重围护墙（{Shown(whole.Value)}）大于全部围护墙（{Shown(_takeOff.EnclosureArea.Value)}）。");
        if (Contradiction is not null || whole is not > 0 || part is null || _missing.Count > 0) return;
        Part = counted;
        if (!IsEquipped()) counted = 0;
        Ratio = counted * 100 / whole.Value;
        var equation = $"{_form.Symbol} = {_form.Part.Symbol} / {_form.Whole.Symbol} = {(counted == 0 ? "0" : Terms())} / {Words.Number(whole.Value)} × 100 % = {Words.Level(Ratio.Value)} %";
        Step(equation, equation);

        void Add(decimal more)
        {
            counted += more;
            all += more;
            terms.Add(Words.Number(more));
        }

        string Terms() => terms.Count == 1 ? terms[0] : "(" + string.Join(" + ", terms) + ")";
        string Sum() => terms.Count == 1 && all == counted ? terms[0] : Words.Number(all);
    }

    private void CountJoint(AssemblyJoint joint, Action<decimal> add, ref decimal all)
    {
        var name = Words.Of(joint.Kind);
        if (!IsQuantity(joint.Quantity) || joint.Size is < 0 || joint.ColumnSize is < 0)
        {
            Contradict($"{name.English}: {Shown(joint.Quantity)} is no quantity, or its size is negative.", $"{name.Chinese}：{Shown(joint.Quantity)} 或其尺寸不是有效数量。");
            return;
        }

        if (joint.Kind == AssemblyJointKind.FloorStrip != (_form.Item == AssemblyItem.HorizontalMembers))
        {
            Contradict($"{name.English} does not belong to {_form.Title.English}.", $"{name.Chinese}不属于“{_form.Title.Chinese}”。");
            return;
        }

        switch (IsCounted(joint, _edition, out var bound, out var missing))
        {
            case true:
                add(joint.Quantity);
                break;
            case false:
                all += joint.Quantity;
                break;
            default:
                if (!_missing.Contains(missing)) _missing.Add(missing);
                return;
        }

        if (bound is not null && !_rules.Contains(bound)) _rules.Add(bound);
        var limit = bound is null ? joint.Kind == AssemblyJointKind.ColumnJoint ? $"≤ {Words.Number(joint.ColumnSize!.Value)} mm" : "" : Words.ValueOf(bound).English;
        var size = joint.Size is { } given && limit.Length > 0 ? new BilingualText($", {Words.Number(given)} mm ({limit})", $"，{Words.Number(given)} mm（{limit}）") : default;
        var isCounted = IsCounted(joint, _edition, out _, out _) == true;
        Step($"{name.English}{size.English}: {Shown(joint.Quantity)}, {(isCounted ? "counted" : "not counted")}.", $"{name.Chinese}{size.Chinese}：{Shown(joint.Quantity)}，{(isCounted ? "计入" : "不计入")}。");
    }

    /// <summary>Whether a joint counts as precast; <see langword="null"/> if a size is missing.</summary>
    private static bool? IsCounted(AssemblyJoint joint, Edition edition, out Requirement? bound, out string missing)
    {
        bound = null;
        missing = "jointSize";
        var word = joint.Kind switch
        {
            AssemblyJointKind.WallStrip => "wall-strip",
            AssemblyJointKind.WallBand => "wall-band",
            AssemblyJointKind.FloorStrip => "floor-strip",
            _ => null,
        };
        if (joint.Kind == AssemblyJointKind.BeamColumnNode) return true;
        if (joint.Size is not { } size) return null;
        if (word is null)
        {
            missing = "columnSize";
            return joint.ColumnSize is { } column ? size <= column : null;
        }

        bound = AssemblyRules.Find(edition, Measurands.Components.CountableJointSize, ("castJoint", word));
        missing = "limit";
        return bound?.Value is { } most ? LimitCheck.Compare(bound, size, most).IsMet : null;
    }

    private bool IsEquipped()
    {
        var equipped = _form.Item switch
        {
            AssemblyItem.IntegratedKitchen => _takeOff.KitchensEquipped,
            AssemblyItem.IntegratedBathroom => _takeOff.BathroomsEquipped,
            _ => true,
        };
        if (equipped is null) _missing.Add(_form.Item == AssemblyItem.IntegratedKitchen ? "kitchensEquipped" : "bathroomsEquipped");
        if (equipped == false)
            Step("What belongs in it is not all installed: nothing counts.", "橱柜、设备或洁具未全部安装到位：不计入。");
        return equipped != false;
    }

    private string Shown(decimal quantity) => Words.Number(quantity) + " " + _form.Unit;

    private void Contradict(string english, string chinese) => Contradiction ??= new BilingualText(english, chinese);

    private void Step(string english, string chinese) => _steps.Add(new BilingualText(english, chinese));
}

/// <summary>Rows of the edition, found by measurand and facets.</summary>
internal static class AssemblyRules
{
    /// <summary>The rows of grades, the lowest first.</summary>
    public static List<Requirement> Bands(Edition edition) => edition.Requirements.Where(static row => GradeOf(row) != AssemblyGrade.None).OrderBy(static row => row.Value).ToList();

    /// <summary>The grade that a row gives; <see cref="AssemblyGrade.None"/> if it gives none.</summary>
    public static AssemblyGrade GradeOf(Requirement row) =>
        row.Condition("assemblyGrade")?.Values is [var word] && Enum.TryParse<AssemblyGrade>(word, out var grade) ? grade : AssemblyGrade.None;

    /// <summary>The grade of a rate, or that it lies in a gap between two bands, or above all of them.</summary>
    public static (AssemblyGrade Grade, bool IsInGap) GradeAt(List<Requirement> bands, decimal rate) =>
        bands.Find(band => LimitCheck.Meets(band, rate)) is { } own ? (GradeOf(own), false) : (AssemblyGrade.None, rate >= bands[0].Value);

    public static Requirement? Find(Edition edition, string measurand, params (string Facet, string Value)[] facets) =>
        edition.Requirements.FirstOrDefault(row => row.Measurand.Key == measurand && facets.All(facet => row.Condition(facet.Facet)?.Values.Contains(facet.Value) == true));
}
