using Microsoft.Extensions.Options;

namespace GreenBuild.Standards.DependencyInjection;

/// <summary>Says everything that is wrong with the settings at once, and loads the overlays: what was checked is what is used.</summary>
internal sealed class SettingsCheck : IValidateOptions<GreenBuildStandardsOptions>
{
    public ValidateOptionsResult Validate(string? name, GreenBuildStandardsOptions options)
    {
        var failures = new List<string>();
        Report("", options.SectionErrors);
        if (options.Place is null && !options.IsPlaceNamed)
            Fail(new InputError(NameOf(nameof(options.Place)), null, "", new("No place is given. Use an ISO 3166-2 code such as CN-SH.", "未给出地点。请使用 ISO 3166-2 代码，如 CN-SH。")));
        if (options.EvidenceFloor is < Evidence.Unconfirmed or > Evidence.Confirmed)
            Fail(new InputError(NameOf(nameof(options.EvidenceFloor)), null, "", new("This is no level of evidence.", "不是有效的依据程度。")));
        LoadOverlays();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);

        void LoadOverlays()
        {
            var catalogue = StandardsCatalogue.Default;
            var folder = AppContext.BaseDirectory;
            if (options.OverlayFolder is { } given)
            {
                try
                {
                    folder = Path.GetFullPath(Path.Combine(folder, given));
                }
                catch (Exception problem) when (problem is ArgumentException or NotSupportedException or PathTooLongException)
                {
                    Fail(new InputError(NameOf(nameof(options.OverlayFolder)), null, "", new("This is not a path.", "路径无效。")));
                    return;
                }
            }

            // An application and a module of it may both register the same settings, which then stand in the options twice.
            var loaded = new HashSet<(string Name, string? Text)>();
            foreach (var overlay in options.Overlays)
            {
                if (!loaded.Add((overlay.Name, overlay.Text))) continue;
                var errors = new InputErrorList();
                var text = overlay.Text;
                if (text is not null || OverlayFile.TryRead(folder, overlay.Name, errors, out _, out _, out text)) errors = catalogue.WithOverlay(overlay.Name, text, out catalogue);
                Report(overlay.Field.Length > 0 ? overlay.Field : NameOf(nameof(options.Overlays)), errors);
            }

            options.Catalogue = catalogue;
        }

        // Where a setting is looked for: in the section that was read, or under the key of the registration.
        string NameOf(string setting) => (options.Section ?? name) is { Length: > 0 } at ? at + ":" + setting : setting;

        void Report(string field, InputErrorList errors)
        {
            foreach (var error in errors) Fail(error, field);
            if (errors.More > 0) failures.Add($"{errors.Remainder.English} / {errors.Remainder.Chinese}");
        }

        // A log may be read by either: both languages, in one line.
        void Fail(InputError error, string field = "")
        {
            var failure = (field.Length > 0 ? field + ": " : "") + error.In(Language.English) + " / " + error.Message.Chinese;
            if (!failures.Contains(failure)) failures.Add(failure);
        }
    }
}
