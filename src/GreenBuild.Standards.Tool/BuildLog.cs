using System.Text.Json;

namespace GreenBuild.Standards.Tool;

/// <summary>What the rules said in a build: the log that the compiler writes with <c>-p:ErrorLog=build.sarif%2Cversion=2.1</c> (SARIF 2.1.0).</summary>
internal static class BuildLog
{
    private const string Prefix = "GBS";

    /// <summary>Reads a log.</summary>
    /// <param name="context">The folder that the path counts from.</param>
    /// <param name="file">The file as the user wrote it.</param>
    /// <param name="findings">The findings of our rules, in the order of the log; those that were suppressed among them.</param>
    /// <param name="error">Why it is none.</param>
    public static bool TryRead(ToolContext context, string file, out IReadOnlyList<LoggedFinding> findings, out InputError? error)
    {
        findings = [];
        error = null;
        try
        {
            using var stream = File.OpenRead(Path.Combine(context.CurrentDirectory, file));
            using var document = JsonDocument.Parse(stream);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("version", out var version) || version.GetString() != "2.1.0" || !root.TryGetProperty("runs", out var runs))
            {
                error = new InputError(file, null, "version", new(
                    "This is no log of SARIF 2.1.0: build with -p:ErrorLog=build.sarif%2Cversion=2.1.", "这不是 SARIF 2.1.0 日志：请以 -p:ErrorLog=build.sarif%2Cversion=2.1 生成。"));
                return false;
            }

            findings = [.. runs.EnumerateArray().SelectMany(FindingsOf)];
            return true;
        }
        catch (JsonException problem)
        {
            error = new InputError(file, (int?)problem.LineNumber + 1, "", new("The file is not valid JSON.", "文件在该行不是有效的 JSON。"));
        }
        catch (Exception problem) when (problem is InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            error = new InputError(file, null, "", new("The log does not have the form of SARIF 2.1.0.", "日志不符合 SARIF 2.1.0 的形式。"));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            error = new InputError(file, null, "", new("The file cannot be read.", "文件无法读取。"));
        }

        return false;
    }

    private static IEnumerable<LoggedFinding> FindingsOf(JsonElement run)
    {
        if (!run.TryGetProperty("results", out var results)) yield break;
        foreach (var result in results.EnumerateArray())
        {
            if (!result.TryGetProperty("ruleId", out var id) || id.GetString() is not { } rule || !rule.StartsWith(Prefix, StringComparison.Ordinal)) continue;
            string? file = null;
            int? line = null;
            if (result.TryGetProperty("locations", out var locations) && locations.GetArrayLength() > 0 && locations[0].TryGetProperty("physicalLocation", out var place))
            {
                var uri = new Uri(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!, UriKind.RelativeOrAbsolute);
                file = uri.IsAbsoluteUri && uri.IsFile ? uri.LocalPath : Uri.UnescapeDataString(uri.OriginalString);
                if (place.TryGetProperty("region", out var region) && region.TryGetProperty("startLine", out var start)) line = start.GetInt32();
            }

            var suppressions = result.TryGetProperty("suppressions", out var all) ? all.EnumerateArray().Select(SuppressionOf).ToList() : [];
            yield return new LoggedFinding(rule, result.GetProperty("message").GetProperty("text").GetString() ?? "", file, line, suppressions, result.Clone());
        }
    }

    private static LoggedSuppression SuppressionOf(JsonElement suppression)
    {
        var type = suppression.TryGetProperty("properties", out var properties) && properties.TryGetProperty("suppressionType", out var given) ? given.GetString() ?? "" : "";
        var reason = suppression.TryGetProperty("justification", out var justification) ? justification.GetString() ?? "" : "";
        // The compiler names the suppressor in the type; ours are GBSB and the number of the rule.
        var kind = type.Contains("GBSB", StringComparison.Ordinal) ? SuppressionKind.Baseline
            : type.StartsWith("SuppressMessage", StringComparison.Ordinal) ? SuppressionKind.Attribute
            : type.StartsWith("Pragma", StringComparison.Ordinal) ? SuppressionKind.Directive : SuppressionKind.Other;
        return new LoggedSuppression(kind, reason);
    }
}

/// <summary>A finding of a build.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Message">What it says.</param>
/// <param name="File">The file, or <see langword="null"/> for what the build as a whole was told.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Suppressions">How it was suppressed; empty if it was reported.</param>
/// <param name="Result">The result as it stands in the log.</param>
internal sealed record LoggedFinding(string Rule, string Message, string? File, int? Line, IReadOnlyList<LoggedSuppression> Suppressions, JsonElement Result)
{
    /// <summary>The text of its line in the source as it is now, or <see langword="null"/> if there is none.</summary>
    public string? ReadLine()
    {
        if (File is null || Line is not { } line) return null;
        try
        {
            return System.IO.File.ReadLines(File).Skip(line - 1).FirstOrDefault();
        }
        // A log may name what is no path at all.
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}

/// <summary>How a finding was suppressed.</summary>
/// <param name="Kind">By what.</param>
/// <param name="Reason">The reason that was given; empty if none.</param>
internal sealed record LoggedSuppression(SuppressionKind Kind, string Reason);

/// <summary>By what a finding is suppressed.</summary>
internal enum SuppressionKind
{
    /// <summary>Something of another tool.</summary>
    Other,

    /// <summary><c>[SuppressMessage]</c>.</summary>
    Attribute,

    /// <summary><c>#pragma warning disable</c>.</summary>
    Directive,

    /// <summary>The baseline of the project.</summary>
    Baseline,
}
