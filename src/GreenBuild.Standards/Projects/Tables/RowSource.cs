namespace GreenBuild.Standards.Projects;

/// <summary>The rows of a table, one after the other: of a file of comma-separated values while it is read, of a spreadsheet, or of a list in a project file.</summary>
internal abstract class RowSource
{
    /// <summary>How many values the row has.</summary>
    public abstract int Count { get; }

    /// <summary>A value of the row, without blanks around it.</summary>
    public abstract string this[int index] { get; }

    /// <summary>The line that the row begins in, counted from 1.</summary>
    public abstract int Line { get; }

    /// <summary>The position in the line, counted from 1, or <see langword="null"/> for its beginning.</summary>
    public virtual int? Column => null;

    /// <summary>Whether the row cannot be read; what is wrong with it was reported by the source.</summary>
    public virtual bool IsMalformed => false;

    /// <summary>The path of the row in its file, with a point behind it (<c>waste.ledger[3].</c>); empty in a table.</summary>
    public virtual string Path => "";

    /// <summary>Goes on to the next row; the first holds the names of the columns.</summary>
    public abstract bool Read();

    /// <summary>What is wrong with a row that has another number of values than there are columns.</summary>
    public virtual BilingualText DescribeWidth(int width) => new($"The line has {Count} value(s), the header {width} columns.", $"共有 {width} 列，本行却有 {Count} 个值。");
}
