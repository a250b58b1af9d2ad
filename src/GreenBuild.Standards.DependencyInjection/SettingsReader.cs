using GreenBuild.Standards.Json;
using Microsoft.Extensions.Configuration;

namespace GreenBuild.Standards.DependencyInjection;

/// <summary>Reads the settings of a section of the configuration by hand: no reflection, and nothing that is not understood is passed over.</summary>
internal static class SettingsReader
{
    private const string Place = "Place";
    private const string EvidenceFloor = "EvidenceFloor";
    private const string Overlays = "Overlays";
    private const string OverlayFolder = "OverlayFolder";
    private static readonly string[] Known = [Place, EvidenceFloor, Overlays, OverlayFolder];
    private static readonly Evidence[] Levels = [Evidence.Confirmed, Evidence.SingleSource, Evidence.Unconfirmed];

    public static void Read(IConfigurationSection section, GreenBuildStandardsOptions options)
    {
        options.Section = section.Path;
        var errors = options.SectionErrors;
        if (section.Value is { Length: > 0 } bare)
        {
            Report(section, new(
                $"'{InputError.Quote(bare)}' is no section; it holds {string.Join(", ", Known)}.", $"“{InputError.Quote(bare)}”不是配置节；配置节中应有 {string.Join("、", Known)}。"));
            return;
        }

        foreach (var setting in section.GetChildren())
        {
            switch (Array.Find(Known, name => name.Equals(setting.Key, StringComparison.OrdinalIgnoreCase)))
            {
                case Place:
                    options.IsPlaceNamed = true;
                    if (!TryText(setting, out var place)) break;
                    if (Jurisdiction.TryParse(place, out var found)) options.Place = found;
                    else Report(setting, NoPlace(place));
                    break;
                case EvidenceFloor:
                    if (!TryText(setting, out var word)) break;
                    if (Array.FindIndex(Levels, level => IsWordOf(level, word.Trim())) is var index and >= 0) options.EvidenceFloor = Levels[index];
                    else Report(setting, NoEvidence(word));
                    break;
                case Overlays:
                    ReadOverlays(setting);
                    break;
                case OverlayFolder:
                    if (TryText(setting, out var folder)) options.OverlayFolder = folder;
                    break;
                default:
                    var ask = Suggestion.Ask(Suggestion.For(setting.Key, Known));
                    Report(setting, new(
                        $"There is no such setting; known are {string.Join(", ", Known)}.{ask.English}", $"没有此设置；可用的有 {string.Join("、", Known)}。{ask.Chinese}"));
                    break;
            }
        }

        void ReadOverlays(IConfigurationSection setting)
        {
            // One file may stand by itself.
            if (setting.Value is { Length: > 0 } single) options.Overlays.Add(StandardsOverlay.FromConfiguration(single, setting.Path));
            foreach (var item in setting.GetChildren())
                if (TryText(item, out var file)) options.Overlays.Add(StandardsOverlay.FromConfiguration(file, item.Path));
        }

        bool TryText(IConfigurationSection setting, out string text)
        {
            text = setting.Value ?? "";
            if (text.Trim().Length > 0) return true;
            Report(setting, setting.GetChildren().Any() ? new("A single value is expected, and no section.", "应为单个值，而不是配置节。") : new("The value is empty.", "值为空。"));
            return false;
        }

        void Report(IConfigurationSection setting, BilingualText message) => errors.Add(new InputError(setting.Path, null, "", message));
    }

    // The word of the catalogue's files, the name that code uses, or the Chinese name.
    private static bool IsWordOf(Evidence level, string word) =>
        word.Equals(JsonWord.Of(level), StringComparison.OrdinalIgnoreCase) || word.Equals(level.ToString(), StringComparison.OrdinalIgnoreCase) || word == Words.Of(level).Chinese;

    private static BilingualText NoPlace(string text)
    {
        var ask = Suggestion.ForPlace(text.Trim());
        return new(
            $"'{InputError.Quote(text)}' is not a known place. Use an ISO 3166-2 code such as CN-SH, or a name such as Shanghai.{ask.English}",
            $"“{InputError.Quote(text)}”不是已知的地点。请使用 ISO 3166-2 代码（如 CN-SH）或名称（如 上海）。{ask.Chinese}");
    }

    private static BilingualText NoEvidence(string text)
    {
        var ask = Suggestion.Ask(Suggestion.For(text.Trim(), Levels.Select(JsonWord.Of)));
        return new(
            $"'{InputError.Quote(text)}' is none of {string.Join(", ", Levels.Select(JsonWord.Of))}.{ask.English}",
            $"“{InputError.Quote(text)}”不是下列之一：{string.Join("、", Levels.Select(static level => $"{JsonWord.Of(level)}（{Words.Of(level).Chinese}）"))}。{ask.Chinese}");
    }
}
