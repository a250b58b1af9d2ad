namespace GreenBuild.Standards;

/// <content>The units that the room of waste asks for by name; the rest is made from the table of quantities.</content>
public readonly partial struct AreaDensity
{
    internal const string TonnesPerTenThousand = "t/(10^4 m2)";
    internal const string KilogramsPerSquareMetre = "kg/m2";
}
