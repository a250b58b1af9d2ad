namespace GreenBuild.Standards.Materials;

/// <summary>Kinds, products and makers are the same by name whatever the letter case and the blanks around it.</summary>
internal static class KindName
{
    public static string Fold(string name) => name.Trim().ToUpperInvariant();
}
