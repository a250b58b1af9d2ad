namespace GreenBuild.Standards.Testing;

/// <summary>A finding is not what a test expects. Every test framework shows the message, which holds the explanation of the finding.</summary>
public sealed class FindingAssertionException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="text">What is wrong, in both languages.</param>
    /// <param name="finding">The finding, or <see langword="null"/> where none was there.</param>
    /// <param name="language">The language of the message.</param>
    public FindingAssertionException(BilingualText text, Finding? finding, Language language)
        : base(text.In(language)) => (Text, Finding) = (text, finding);

    /// <summary>The message in both languages.</summary>
    public BilingualText Text { get; }

    /// <summary>The finding, or <see langword="null"/> where none was there.</summary>
    public Finding? Finding { get; }
}
