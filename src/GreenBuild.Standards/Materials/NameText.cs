namespace GreenBuild.Standards.Materials;

/// <summary>Kinds, products, makers, plants, buildings and rooms are the same by name whatever the letter case and the blanks around it.</summary>
internal static class NameText
{
    public static string Fold(string name) => name.Trim().ToUpperInvariant();

    public static bool AreSame(string one, string other) => Fold(one) == Fold(other);
}
