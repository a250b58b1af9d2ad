namespace GreenBuild.Standards.Tool;

/// <summary>What the tool ends with; 64 and above as in sysexits.h.</summary>
public static class ExitCode
{
    /// <summary>Everything that was judged is compliant.</summary>
    public const int Compliant = 0;

    /// <summary>Something is not compliant.</summary>
    public const int NonCompliant = 1;

    /// <summary>Nothing is non-compliant, but something could not be decided: indeterminate, provisional, invalid, or nothing applies at all.</summary>
    public const int Undecided = 2;

    /// <summary>The command line cannot be understood.</summary>
    public const int Usage = 64;

    /// <summary>A file cannot be read, or a name or date is not known to the catalogue.</summary>
    public const int BadData = 65;

    /// <summary>The report cannot be written.</summary>
    public const int CannotWrite = 73;

    /// <summary>The code for the verdict that everything came to.</summary>
    public static int Of(Verdict overall) => overall switch
    {
        Verdict.Compliant => Compliant,
        Verdict.NonCompliant => NonCompliant,
        _ => Undecided,
    };
}
