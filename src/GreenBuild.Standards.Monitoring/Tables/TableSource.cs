namespace GreenBuild.Standards.Monitoring.Tables;

/// <summary>The records of a table, one after the other: cells below headings.</summary>
internal abstract class TableSource : IDisposable
{
    /// <summary>The headings known so far; in JSON further names may come.</summary>
    public List<string> Headings { get; } = [];

    /// <summary>The line of the record, counted from 1.</summary>
    public int Line { get; protected set; }

    /// <summary>What is wrong with the record as such; it has no cells then.</summary>
    public LineFault Fault { get; protected set; }

    /// <summary>Whether reading ended at something after which nothing can be made out.</summary>
    public bool IsLost { get; protected set; }

    /// <summary>How many cells the record has.</summary>
    public abstract int Count { get; }

    /// <summary>Goes to the next record.</summary>
    public abstract bool MoveNext();

    /// <summary>A cell, without blanks around it; empty where the record has none.</summary>
    public abstract ReadOnlySpan<char> Cell(int column);

    /// <summary>Whether the record has a cell of the column at all.</summary>
    public abstract bool Has(int column);

    public abstract void Dispose();
}
