using System.Text;
using GreenBuild.Standards.Materials;
using GreenBuild.Standards.Projects;

namespace GreenBuild.Standards.Auditing.Tests;

public sealed class MaterialBillReaderTests
{
    [Fact]
    public void ChineseHeadings_AreUnderstood()
    {
        var line = Read("编号;名称;用量;单位;进场日期;碳核算材料;运输距离(km);可再循环再利用\n1;钢筋;12.5;吨;2026-05-31;rebar;80;是\n").Lines.Single();

        Assert.Equal(("1", "钢筋", 12.5m, "t", "rebar", 80m, true), (line.Id, line.Name, line.Quantity, line.Unit, line.BuildingMaterial, line.TransportDistance, line.IsRecyclable));
        Assert.Equal(("b.csv", 2), (line.Origin!.File, line.Origin.Line));
    }

    [Fact]
    public void Tests_AndFacets_AreRead()
    {
        var line = Read("id,name,quantity,unit,class,facets,tests,Ra-226,Th-232,K-40\n1,paint,5,kg,interior-wall-coating,medium=water-borne; pigmented=true,formaldehyde-emission=0.05 mg/m³ @chamber1m3 | soluble-metal[chemicalElement=Cd]=20 mg/kg,30,40,500\n").Lines.Single();

        Assert.Equal("interior-wall-coating", line.Class!.Key);
        Assert.Equal("medium=water-borne, pigmented=true", line.ProductCircumstances.ToString());
        Assert.Equal(["materials.formaldehyde-emission 0.05 mg/m3 Chamber1m3 ", "materials.soluble-metal 20 mg/kg NotRecorded chemicalElement=Cd"],
            line.Reports.Select(static report => $"{report.Measurand} {Words.Number(report.Value)} {report.Unit} {report.Method} {report.Circumstances}"));
        Assert.Equal((30m, 40m, 500m), (line.Radionuclides!.Radium226, line.Radionuclides.Thorium232, line.Radionuclides.Potassium40));
    }

    /// <summary>Errors name file, line and column.</summary>
    /// <summary>With the square of its length this cell would take minutes.</summary>
    [Fact]
    public void ALongCell_IsNoTest() =>
        Assert.Contains("is no result of the form", Assert.Single(Read("id,name,quantity,unit,tests\n1,paint,5,kg,a=" + new string('1', 400_000) + " x y\n").Errors).Message.English, StringComparison.Ordinal);

    [Theory]
    [InlineData("quantity", "abc", "quantity")]
    [InlineData("quantity", "", "quantity")]
    [InlineData("unit", "pound of flesh", "unit")]
    [InlineData("unit", "", "unit")]
    [InlineData("delivery date", "31.05.2026", "delivery date")]
    [InlineData("material", "unobtainium", "material")]
    [InlineData("group", "q5", "group")]
    [InlineData("class", "wood flor", "class")]
    [InlineData("facets", "panelType=oak", "facets")]
    [InlineData("tests", "formaldehyde 0.05", "tests")]
    [InlineData("tests", "formaldehyde-emission=0.05 mg/m3 @Nose", "tests")]
    [InlineData("epd", "unknown", "epd")]
    [InlineData("recyclable", "perhaps", "recyclable")]
    [InlineData("role", "roof", "role")]
    [InlineData("factor", "12", "factor unit")]
    [InlineData("Ra-226", "30", "Th-232")]
    [InlineData("transport", "mule", "transport")]
    [InlineData("uses", "gluing", "uses")]
    [InlineData("stars", "2.5", "stars")]
    public void ABadValue_IsNamedWithLineAndColumn(string column, string value, string named)
    {
        var values = new Dictionary<string, string> { ["id"] = "1", ["name"] = "x", ["quantity"] = "1", ["unit"] = "t", [column] = value };

        var content = Read(string.Join(",", values.Keys) + "\n\n" + string.Join(",", values.Values) + "\n");

        Assert.Empty(content.Lines);
        Assert.Equal(("b.csv", 3, named), (content.Errors[0].File, content.Errors[0].Line, content.Errors[0].Field));
    }

    [Fact]
    public void AnIdThatStandsTwice_IsAnError() =>
        Assert.Equal("b.csv:3: id: '1' stands already in line 2.", Read("id,name,quantity,unit\n1,a,1,t\n1,b,1,t\n").Errors[0].ToString());

    [Fact]
    public void MissingColumns_AreNamed() => Assert.Equal(["quantity", "unit"], Read("id,name\n1,a\n").Errors.Select(static error => error.Field));

    /// <summary>What can be read and makes no sense is judged, not refused.</summary>
    [Fact]
    public void ANegativeAmount_IsAFault() => Assert.NotEqual("", Read("id,name,quantity,unit\n1,a,-1,t\n").Lines.Single().Fault.English);

    /// <summary>Exactly as it is written: 1.2E+03 is 1200, and of 32 decimals none is rounded away unseen. A comma is no decimal sign.</summary>
    [Theory]
    [InlineData("1e3", 1000)]
    [InlineData("1.2E+03", 1200)]
    [InlineData("5E-1", 0.5)]
    [InlineData("12.5", 12.5)]
    public void Numbers_AreRead(string text, double number) => Assert.Equal((decimal)number, Read($"id,name,quantity,unit\n1,a,{text},t\n").Lines.Single().Quantity);

    [Theory]
    [InlineData("0.12345678901234567890123456789012", "28")]
    [InlineData("1e99", "power of ten")]
    [InlineData("\"1,5\"", "decimal point")]
    [InlineData("abc", "not a number")]
    public void Numbers_ThatAreNone_AreErrors(string text, string words) => Assert.Contains(words, Read($"id,name,quantity,unit\n1,a,{text},t\n").Errors[0].Message.English, StringComparison.Ordinal);

    /// <summary>2.4 t/m3 are 2400 kg/m3. What is no density is refused.</summary>
    [Fact]
    public void UnitsOfHeadings_AreConverted()
    {
        Assert.Equal(2400, Read("id,name,quantity,unit,density (t/m3),distance [m]\n1,a,1,m3,2.4,500\n").Lines.Single().Density);
        Assert.Equal(0.5m, Read("id,name,quantity,unit,density (t/m3),distance [m]\n1,a,1,m3,2.4,500\n").Lines.Single().TransportDistance);
        Assert.Equal(2400, Read("id,name,quantity,unit,density (kg/m3)\n1,a,1,m3,2400\n").Lines.Single().Density);
        Assert.NotEmpty(Read("id,name,quantity,unit,density (km)\n1,a,1,m3,2400\n").Errors);
    }

    /// <summary>A faulty line stays a part of its kind: the ratio is not known, and not 100 %.</summary>
    [Fact]
    public void AFaultyLine_LeavesTheRatioOpen()
    {
        var lines = Read("id,name,quantity,unit,group,kind\n1,a,-1,t,q1,k\n2,b,1,t,q1,k\n").Lines;
        var result = new MaterialBill { Lines = lines, Place = Jurisdiction.China }.Judge(new(2026, 6, 1));
        Assert.Null(result.GreenRatio.Ratio);
        Assert.Contains("fault:1", result.GreenRatio.Missing);
    }

    private static MaterialBillContent Read(string text) => MaterialBillReader.Read(ProjectTable.ReadCsv(text, "b.csv"));
}
