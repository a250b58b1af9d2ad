using GreenBuild.Standards.Components;

namespace GreenBuild.Standards.Projects;

/// <summary>A schedule of components while it is read.</summary>
internal sealed class ComponentTable(string file) : RecordTable(file)
{
    private readonly TableColumn _id = new("id", true, ["id", "mark", "编号", "构件编号"], [], "YLB-1") { Description = new("Identifier of the piece or of its type", "构件或构件类型编号") };
    private readonly TableColumn _category = new("category", true, ["category", "类别", "构件类别"], [], "composite-slab") { Description = new("Category, a word of the facet 'component'", "类别，即条件“component”的词"), Facet = "component" };
    private readonly TableColumn _count = new("count", false, ["count", "数量", "件数"], [], "12") { Description = new("Number of pieces; 1 if not given", "件数；未给出则为 1") };
    private readonly TableColumn _length = Size("length", ["length", "长度", "长"], "3000", "Length: of slabs and beams along the span, of wall panels in plan, of columns the height", "长度：板、梁沿跨度方向，墙板为平面长度，柱为高度");
    private readonly TableColumn _width = Size("width", ["width", "宽度", "宽"], "2400", "Width; of wall panels the height", "宽度；墙板为高度");
    private readonly TableColumn _depth = Size("depth", ["depth", "thickness", "厚度", "高度"], "60", "Thickness, or height of the section", "厚度，或截面高度");
    private readonly TableColumn _volume = new("volume", false, ["volume", "体积"], ["m3"], "0.43") { IsConverted = true, Description = new("Volume of one piece", "单件体积") };
    private readonly TableColumn _specification = new("specification", false, ["specification", "规格"], [], "C30") { Description = new("What sets types of the same size apart", "区分同尺寸类型的规格") };
    private readonly TableColumn _lengthTolerance = Size("length tolerance", ["length tolerance", "长度允许偏差"], "5", "Declared deviation of the length, to both sides", "声明的长度允许偏差（±）");
    private readonly TableColumn _sectionTolerance = Size("section tolerance", ["section tolerance", "截面允许偏差"], "5", "Declared deviation of width and thickness, to both sides", "声明的宽度、厚度允许偏差（±）");
    private readonly TableColumn _flatness = Size("flatness", ["flatness", "平整度"], "4", "Declared unevenness under a straightedge of 2 m", "声明的表面平整度（2 m 靠尺）");
    private readonly TableColumn _face = new("face", false, ["face", "面"], [], "inner") { Description = new("Face that the flatness is declared for: inner or outer", "平整度所指的面：inner（内）或 outer（外）"), Facet = "face" };

    public List<(PrecastComponent Piece, ScheduledComponent Scheduled)> Pieces { get; } = [];

    public override TableColumn[] Columns => [_id, _category, _count, _length, _width, _depth, _volume, _specification, _lengthTolerance, _sectionTolerance, _flatness, _face];

    protected override BilingualText NoRows => new("There is no component below the names of the columns.", "列名之下没有任何构件。");

    protected override void ReadRow()
    {
        var (id, category) = (NeededText(_id), NeededText(_category).Length > 0 ? Word(_category, "component") : null);
        var size = new ComponentSize(Positive(_length), Positive(_width), Positive(_depth));
        var (count, volume, face) = (IsGiven(_count) ? Count() : 1, Positive(_volume), Word(_face, "face"));
        var piece = new PrecastComponent
        {
            Id = id, Category = category, Size = size, LengthTolerance = NotNegative(_lengthTolerance), SectionTolerance = NotNegative(_sectionTolerance), FlatnessTolerance = NotNegative(_flatness), Face = face,
        };
        var specification = Text(_specification);
        if (!IsGood) return;
        Pieces.Add((piece, new ScheduledComponent { TypeMark = id, Category = category!, Size = size, Count = count, Volume = volume, Specification = specification, Origin = Origin }));
    }

    private static TableColumn Size(string name, string[] names, string example, string english, string chinese) =>
        new(name, false, names, ["mm", "毫米"], example) { IsConverted = true, Description = new(english, chinese) };

    private int Count()
    {
        if (Number(_count) is not { } number) return 1;
        if (number == decimal.Truncate(number) && number is >= 1 and <= 1_000_000) return (int)number;
        ReportForm(_count, $"'{InputError.Quote(TextOf(_count))}' is not a number of pieces from 1 to 1000000.", $"“{InputError.Quote(TextOf(_count))}”不是 1 至 1000000 的件数。");
        return 1;
    }

    private decimal? Positive(TableColumn column)
    {
        if (Number(column) is not { } number) return null;
        if (number <= 0) ReportForm(column, $"{Words.Number(number)} is not more than nothing.", $"{Words.Number(number)} 不大于零。");
        return number;
    }

    private decimal? NotNegative(TableColumn column)
    {
        if (Number(column) is not { } number) return null;
        if (number < 0) ReportForm(column, $"{Words.Number(number)} is less than nothing.", $"{Words.Number(number)} 小于零。");
        return number;
    }
}
