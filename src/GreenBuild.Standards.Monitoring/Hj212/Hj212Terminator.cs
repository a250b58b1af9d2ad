namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>What ends a packet.</summary>
public enum Hj212Terminator
{
    /// <summary>Nothing. This is the value of <c>default</c>.</summary>
    None = 0,

    /// <summary>CR LF, as the standard says.</summary>
    CrLf = 1,

    /// <summary>LF alone.</summary>
    Lf = 2,

    /// <summary>CR alone.</summary>
    Cr = 3,

    /// <summary>The four letters <c>\r\n</c>, as packets stand in program text.</summary>
    Text = 4,
}
