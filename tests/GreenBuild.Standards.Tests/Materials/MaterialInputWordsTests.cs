using GreenBuild.Standards.Materials;
using static GreenBuild.Standards.Tests.Materials.MaterialCases;

namespace GreenBuild.Standards.Tests.Materials;

/// <summary>What is asked for has a name in Chinese, with the name that is typed beside it.</summary>
public sealed class MaterialInputWordsTests
{
    [Fact]
    public void ADay() => Assert.Equal("缺少信息：交付日期（deliveryDate）。", Assert.Single(Judge(Product("door", null, ""))).Reason.Chinese);

    [Fact]
    public void APollutant()
    {
        var test = new IndoorAirTest { Building = "b", BuildingClass = "I", RoomCount = 1, TestDate = new(2026, 6, 1), Rooms = [new IndoorAirRoom { Name = "1" }] };

        Assert.Equal("缺少信息：氡（radon）。", Assert.Single(new IndoorAirCheck(Jurisdiction.China).Judge(test).Findings, static finding => finding.Subject == "b 1 radon").Reason.Chinese);
    }

    [Fact]
    public void AnInputOfALine()
    {
        var carbon = EmbodiedCarbon.Of([GreenMaterialSample.Line("c40", 1, "m3", "concrete", 10, "heavy-diesel-30t")], Jurisdiction.China, GreenMaterialSample.Day);

        Assert.Contains("碳排放因子（carbonFactor）、密度（density）", carbon.Findings.First(static finding => finding.Subject == "c40").Reason.Chinese, StringComparison.Ordinal);
    }
}
