using GreenBuild.Standards.Materials;

namespace GreenBuild.Standards;

public static partial class Words
{
    /// <summary>The name of a level of the green building assessment.</summary>
    public static BilingualText Of(GreenBuildingGrade grade) => grade switch
    {
        GreenBuildingGrade.Basic => new("basic", "基本级"),
        GreenBuildingGrade.OneStar => new("one star", "一星级"),
        GreenBuildingGrade.TwoStars => new("two stars", "二星级"),
        GreenBuildingGrade.ThreeStars => new("three stars", "三星级"),
        _ => new("none", "不达标"),
    };

    internal static BilingualText Lapsed(Epd epd, CalendarDate date) =>
        new($"The declaration {epd.Id} lapsed after {epd.ValidUntil}; it proves nothing on {date}.", $"声明 {epd.Id} 的有效期至 {epd.ValidUntil}；在 {date} 不具证明力。");
}
