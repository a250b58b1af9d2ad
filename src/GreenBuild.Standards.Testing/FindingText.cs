using System.Globalization;
using System.Text;

namespace GreenBuild.Standards.Testing;

/// <summary>Writes a finding out in full, for messages of tests and logs.</summary>
public static class FindingText
{
    /// <summary>The finding with its subject, its time, what is missing, where it came from, and every step of its explanation, in both languages.</summary>
    public static BilingualText Of(Finding finding) => new(Write(finding, Language.English), Write(finding, Language.Chinese));

    private static string Write(Finding finding, Language language)
    {
        var text = new StringBuilder(finding.Summarise(language));
        Line("subject", "对象", finding.Subject);
        Line("requirement", "要求", finding.Requirement?.Key ?? "");
        Line("time", "时间", finding.From is { } from ? Local(from) + (finding.To is { } to ? " – " + Local(to) : "") : "");
        Line("measured", "实测", finding.Measured is { } measured ? measured.ToString(CultureInfo.InvariantCulture) + (finding.Unit.Length > 0 ? " " + finding.Unit : "") : "");
        Line("missing", "缺少", string.Join(", ", finding.Missing));
        Line("not recorded", "未记录", string.Join(", ", finding.NotRecorded));
        Line("origin", "来源", finding.Origin?.ToString() ?? "");
        Line("reason", "原因", finding.Reason.In(language));
        for (var i = 0; i < finding.Explanation.Count; i++)
            text.Append("\n  ").Append((i + 1).ToString(CultureInfo.InvariantCulture)).Append(". ").Append(finding.Explanation[i].In(language));
        return text.ToString();

        void Line(string english, string chinese, string value)
        {
            if (value.Length > 0) text.Append("\n  ").Append(language == Language.Chinese ? chinese + "：" : english + ": ").Append(value);
        }
    }

    private static string Local(DateTime local) => local.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
