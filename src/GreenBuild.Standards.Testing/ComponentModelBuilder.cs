using System.Globalization;
using GreenBuild.Standards.Components;

namespace GreenBuild.Standards.Testing;

/// <summary>Builds the prefabricated components of a model: a schedule of types, and the single pieces.</summary>
public sealed class ComponentModelBuilder
{
    private readonly List<(ScheduledComponent Line, Tolerances Tolerances)> _lines = [];
    private Tolerances _tolerances;

    /// <summary>The tolerances that the components which follow declare, in mm; <see langword="null"/> for not declared.</summary>
    /// <param name="length">The deviation of the length that is allowed to both sides.</param>
    /// <param name="section">The deviation of width and thickness that is allowed to both sides.</param>
    /// <param name="flatness">The unevenness that is allowed.</param>
    /// <param name="face">The face that the flatness is declared for, <c>inner</c> or <c>outer</c>.</param>
    /// <returns>The same builder.</returns>
    public ComponentModelBuilder WithTolerances(decimal? length = null, decimal? section = null, decimal? flatness = null, string? face = null)
    {
        _tolerances = new(length, section, flatness, face);
        return this;
    }

    /// <summary>Adds components that are alike.</summary>
    /// <param name="typeMark">The type mark, for example <c>YB-12</c>.</param>
    /// <param name="category">A word of the facet <c>component</c>.</param>
    /// <param name="length">The length in mm; <see langword="null"/> if not known.</param>
    /// <param name="width">The width in mm; <see langword="null"/> if not known.</param>
    /// <param name="depth">The thickness or section height in mm; <see langword="null"/> if not known.</param>
    /// <param name="count">How many, 1 or more.</param>
    /// <param name="specification">What else makes them one type.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is not one.</exception>
    public ComponentModelBuilder Add(string typeMark, string category, decimal? length, decimal? width, decimal? depth, int count = 1, string specification = "")
    {
        if (count < 1) throw new ArgumentOutOfRangeException(nameof(count), count, "There is 1 component or more.");
        // The volume is that of the box, where all three sizes are known; mm3 to m3.
        _lines.Add((
            new ScheduledComponent { TypeMark = typeMark, Category = category, Size = new(length, width, depth), Count = count, Volume = length * width * depth / 1_000_000_000m, Specification = specification },
            _tolerances));
        return this;
    }

    /// <summary>The schedule, a line for each call, for <see cref="Standardisation"/>.</summary>
    public IReadOnlyList<ScheduledComponent> Schedule() => _lines.ConvertAll(static line => line.Line);

    /// <summary>The single pieces, for <see cref="ComponentCheck"/>: <c>YB-12/1</c>, <c>YB-12/2</c> and so on, over all calls with one type mark.</summary>
    public IReadOnlyList<PrecastComponent> Pieces()
    {
        var pieces = new List<PrecastComponent>();
        var counted = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (line, tolerances) in _lines)
        {
            counted.TryGetValue(line.TypeMark, out var before);
            for (var i = before + 1; i <= before + line.Count; i++)
                pieces.Add(new PrecastComponent
                {
                    Id = line.TypeMark + "/" + i.ToString(CultureInfo.InvariantCulture), Category = line.Category, Size = line.Size,
                    LengthTolerance = tolerances.Length, SectionTolerance = tolerances.Section, FlatnessTolerance = tolerances.Flatness, Face = tolerances.Face,
                });
            counted[line.TypeMark] = before + line.Count;
        }

        return pieces;
    }

    private readonly record struct Tolerances(decimal? Length, decimal? Section, decimal? Flatness, string? Face);
}
