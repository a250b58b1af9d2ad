namespace GreenBuild.Standards.Monitoring.Tables;

/// <summary>How a table of readings is written.</summary>
public enum ReadingTableForm
{
    /// <summary>Separated values below a line of headings. This is the value of <c>default</c>.</summary>
    Csv = 0,

    /// <summary>JSON: one object a line, or an array of objects.</summary>
    Json = 1,
}
