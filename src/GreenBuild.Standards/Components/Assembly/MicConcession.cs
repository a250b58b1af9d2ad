namespace GreenBuild.Standards.Components;

/// <summary>The floor area that Hong Kong leaves out of the gross floor area for Modular Integrated Construction (PNAP APP-161).</summary>
public static class MicConcession
{
    /// <summary>Judges the floor area that a project leaves out.</summary>
    /// <param name="micFloorArea">The floor area built by MiC, in m2.</param>
    /// <param name="leftOut">The part of it that the project leaves out of the gross floor area, in m2.</param>
    /// <param name="date">The day: 6 % until mid 2022, 10 % from then on.</param>
    /// <param name="catalogue">The catalogue; <see cref="StandardsCatalogue.Default"/> if not given.</param>
    /// <param name="options">The evidence floor; <see cref="CheckOptions.Default"/> if not given.</param>
    /// <returns><see cref="Verdict.Invalid"/> for areas that are no such areas.</returns>
    public static Finding Judge(decimal micFloorArea, decimal leftOut, CalendarDate date, StandardsCatalogue? catalogue = null, CheckOptions? options = null)
    {
        if (micFloorArea is <= 0 or > 1_000_000_000 || leftOut < 0 || leftOut > micFloorArea)
        {
            return new Finding(null)
            {
                Verdict = Verdict.Invalid,
                Subject = "mic-floor-area-concession",
                Reason = new($"{Words.Number(leftOut)} m2 of {Words.Number(micFloorArea)} m2 is no share.", $"{Words.Number(micFloorArea)} m2 中的 {Words.Number(leftOut)} m2 不构成比例。"),
            };
        }

        var share = leftOut * 100 / micFloorArea;
        var finding = LimitCheck.JudgeGoverning(
            catalogue ?? StandardsCatalogue.Default, Measurands.Components.MicFloorAreaConcession, share, Jurisdiction.Parse("HK"), date, Circumstances.None, options);
        finding.Subject = "mic-floor-area-concession";
        var equation = $"{Words.Number(leftOut)} m2 / {Words.Number(micFloorArea)} m2 = {Words.Level(share)} %";
        finding.Step(equation + ".", equation + "。");
        return finding;
    }
}
