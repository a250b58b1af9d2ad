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

    internal static BilingualText TooLong(Epd epd, CalendarDate date, Requirement term) => new(
        $"The declaration {epd.Id} says that it is valid until {epd.ValidUntil}, on {date} still longer than any is ({ValueOf(term).English}, {term.Citation}); it proves nothing.",
        $"声明 {epd.Id} 称有效期至 {epd.ValidUntil}，自 {date} 起仍超过声明的最长有效期（{ValueOf(term).Chinese}，{term.Citation}）；不具证明力。");

    internal static BilingualText Lapsed(Epd epd, CalendarDate date) =>
        new($"The declaration {epd.Id} lapsed after {epd.ValidUntil}; it proves nothing on {date}.", $"声明 {epd.Id} 的有效期至 {epd.ValidUntil}；在 {date} 不具证明力。");
}
