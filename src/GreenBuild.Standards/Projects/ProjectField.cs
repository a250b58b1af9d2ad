namespace GreenBuild.Standards.Projects;

/// <summary>What a field of a project file holds.</summary>
internal enum ProjectFieldKind
{
    /// <summary>A text for people: one line, not blank, at most 200 characters.</summary>
    Name,

    /// <summary>Any text.</summary>
    Text,

    /// <summary>The path of a file, relative to the project file, with <c>/</c>.</summary>
    Path,

    /// <summary>A number.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Flag,

    /// <summary>A day, <c>2026-01-31</c>.</summary>
    Day,

    /// <summary>A local time, <c>2026-01-31T22:00</c>.</summary>
    Moment,

    /// <summary>A word of a facet, or of <see cref="ProjectField.Words"/>.</summary>
    Word,

    /// <summary>A list of words of a facet.</summary>
    Words,

    /// <summary>Facets with their values.</summary>
    Facets,

    /// <summary>An object with <see cref="ProjectField.Fields"/>.</summary>
    Object,

    /// <summary>A list of objects with <see cref="ProjectField.Fields"/>.</summary>
    List,

    /// <summary>A table: a list of rows, or <c>{ "file": … }</c>; its columns are those of <see cref="ProjectField.Table"/>.</summary>
    Table,
}

/// <summary>A field of a project file: the reader, the published schema and the starter of a project are all made from it.</summary>
internal sealed class ProjectField(string name, ProjectFieldKind kind, BilingualText description)
{
    /// <summary>The name of a member that holds a remark for people.</summary>
    public const string Comment = "$comment";

    public string Name => name;

    public ProjectFieldKind Kind => kind;

    public BilingualText Description => description;

    /// <summary>Whether it must be given.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>The fields of an object, or of each item of a list.</summary>
    public ProjectField[] Fields { get; init; } = [];

    /// <summary>The facet of a word.</summary>
    public string? Facet { get; init; }

    /// <summary>The words, where they stand in no vocabulary, with their meaning.</summary>
    public FacetValue[] Words { get; init; } = [];

    /// <summary>The facets that may stand in an object of facets.</summary>
    public Func<IEnumerable<Facet>>? Facets { get; init; }

    /// <summary>The lowest number, exclusive if <see cref="IsAbove"/>.</summary>
    public decimal? Lowest { get; init; }

    /// <summary>The highest number, inclusive.</summary>
    public decimal? Highest { get; init; }

    /// <summary>Whether <see cref="Lowest"/> itself is excluded.</summary>
    public bool IsAbove { get; init; }

    /// <summary>Whether a list or table must have an item.</summary>
    public bool NeedsItem { get; init; }

    /// <summary>A simple form that may stand in the place of an object: one number for all its fields, or <c>false</c> for a day.</summary>
    public ProjectFieldKind? Short { get; init; }

    /// <summary>Makes an empty table, which knows its columns.</summary>
    public Func<RecordTable>? Table { get; init; }
}
