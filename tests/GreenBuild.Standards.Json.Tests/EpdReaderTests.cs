using System.Text;
using System.Text.Json.Nodes;
using GreenBuild.Standards.Materials;

namespace GreenBuild.Standards.Json.Tests;

/// <summary>Declarations in ILCD+EPD JSON: one made by the project, and real ones where they are at hand.</summary>
public sealed class EpdReaderTests
{
    private const string Synthetic = "samples/MaterialBill/epd-synthetic-a2.json";

    /// <summary>The synthetic one: A2, 1 m3, 2400 kg/m3, GWP total of A1-A3 250.5 = fossil 255 − biogenic 5 + land use 0.5.</summary>
    [Fact]
    public void TheSyntheticDeclaration_IsRead()
    {
        var epd = Read(RepositoryFiles.Read(Synthetic));

        Assert.Equal("00000000-0000-4000-8000-000000000001", epd.Id);
        Assert.Contains("synthetic", epd.Name, StringComparison.OrdinalIgnoreCase);
        Assert.Equal((1m, "m3", 2400m, 2400m), (epd.DeclaredAmount, epd.DeclaredUnit, epd.Density, epd.DeclaredMass));
        Assert.Equal(EpdGeneration.A2, epd.Generation);
        Assert.Equal((250.5m, 255m, -5m, 0.5m), (epd.Production(), epd.Production(EpdIndicator.GwpFossil), epd.Production(EpdIndicator.GwpBiogenic), epd.Production(EpdIndicator.GwpLandUse)));
        Assert.Equal(-12m, epd.Find(EpdIndicator.GwpTotal, "D"));
        Assert.Equal((2024, CalendarDate.Parse("2029-12-31")), (epd.ReferenceYear, epd.ValidUntil));
        Assert.Equal(("Synthetic programme", "SYN-001", "average dataset", "CN"), (epd.ProgrammeOperator, epd.RegistrationNumber, epd.DatasetType, epd.Location));
        Assert.All(EpdCheck.JudgeContent(epd), static finding => Assert.Equal(Verdict.Compliant, finding.Verdict));
    }

    /// <summary>The real ones; the figures are read off the files.</summary>
    [Theory]
    [InlineData("00c28f1f-1d49-4c81-9208-138922a1dd6c", "Window fitting for horizontal sliding window", 1, "1", 0.696, null, "5.75046217471126", 2018, "2022-12-31", "")]
    [InlineData("0b488798-140f-4efa-96e2-55aa46ed129a", "Application primer emulsion, silicate dispersion paint", 1, "kg", 1.0, null, "0.865769384309081", 2018, "2022-12-31", "")]
    [InlineData("c23b2987-776d-4d55-91c7-5f2a0f2c50f1", "Aluminiumprofil anodisiert", 1, "kg", 1.0, 2700.0, "10.68", 2019, "2024-12-31", "Institut Bauen und Umwelt e. V.")]
    [InlineData("f63ac879-fa7d-4f91-813e-e816cbdf1927", "3- und 5-Schicht Massivholzplatte (Durchschnitt DE)", 1, "m3", 510.45, 510.45, "-647.4201396839651", 2020, "2025-12-31", "")]
    public void TheRealDeclarations_AreRead(string id, string name, int amount, string unit, double mass, double? density, string gwp, int year, string until, string programme)
    {
        var epd = Real(id);

        Assert.Equal((id, (decimal)amount, unit), (epd.Id, epd.DeclaredAmount, epd.DeclaredUnit));
        Assert.StartsWith(name, epd.Name, StringComparison.Ordinal);
        Assert.Equal((decimal)mass, epd.DeclaredMass);
        Assert.Equal((decimal?)density, epd.Density);
        Assert.Equal(EpdGeneration.A1, epd.Generation);
        Assert.Equal(decimal.Parse(gwp, System.Globalization.CultureInfo.InvariantCulture), epd.Production());
        Assert.Equal((year, CalendarDate.Parse(until)), (epd.ReferenceYear, epd.ValidUntil));
        Assert.Equal(programme, epd.ProgrammeOperator);
    }

    /// <summary>The primer has no density: 0.5 m3 of it is no mass, and the answer says density. With one of 1,500 kg/m3: 750 kg · 0.865769384309081.</summary>
    [Fact]
    public void ARealDeclarationWithoutDensity_EndsAsIndeterminate_NamingDensity()
    {
        if (Real("0b488798-140f-4efa-96e2-55aa46ed129a") is not { } epd) return;
        EmbodiedCarbon Of(decimal? density) => EmbodiedCarbon.Of(
            [new MaterialLine { Id = "primer", Name = "primer", Quantity = 0.5m, Unit = "m3", Density = density, Epd = epd, TransportDistance = 0 }], Jurisdiction.China, CalendarDate.Parse("2022-06-01"));

        var finding = Of(null).Findings.Single(static finding => finding.Subject == "primer");
        Assert.Equal(Verdict.Indeterminate, finding.Verdict);
        Assert.Equal(["density"], finding.Missing);
        Assert.Contains("density", finding.ToString(), StringComparison.Ordinal);
        Assert.Equal(649.327038m, Of(1500).Production);
    }

    /// <summary>The real ones are A1, the synthetic one A2: they are not added.</summary>
    [Fact]
    public void RealAndSynthetic_AreNotMixed()
    {
        if (Real("f63ac879-fa7d-4f91-813e-e816cbdf1927") is not { } panel) return;
        var concrete = Read(RepositoryFiles.Read(Synthetic));

        var carbon = EmbodiedCarbon.Of(
            [Line("panel", panel), Line("concrete", concrete)], Jurisdiction.China, CalendarDate.Parse("2025-06-01"));

        Assert.Null(carbon.Total);
        Assert.Equal(Verdict.Invalid, carbon.Findings[0].Verdict);

        static MaterialLine Line(string id, Epd epd) => new() { Id = id, Name = id, Quantity = 1, Unit = "m3", Epd = epd, TransportDistance = 0 };
    }

    [Theory]
    [InlineData("", 1, "", "empty")]
    [InlineData("{\n \"processInformation\": ,\n}", 2, "", "not valid JSON")]
    [InlineData("[]", 1, "", "object is expected")]
    public void WhatIsNoDeclaration_IsSaid(string text, int line, string path, string message)
    {
        Assert.False(EpdReader.TryRead(Encoding.UTF8.GetBytes(text), "x.json", out var epd, out var errors));

        Assert.Null(epd);
        Assert.Equal(("x.json", line, path), (errors[0].File, errors[0].Line, errors[0].Field));
        Assert.Contains(message, errors[0].Message.English, StringComparison.Ordinal);
    }

    /// <summary>Each change spoils one field; the error names its path.</summary>
    [Theory]
    [InlineData("processInformation.dataSetInformation.UUID", null, "processInformation.dataSetInformation.UUID")]
    [InlineData("processInformation.dataSetInformation.name", null, "processInformation.dataSetInformation.name.baseName")]
    [InlineData("processInformation.quantitativeReference.referenceToReferenceFlow", "[7]", "exchanges.exchange")]
    [InlineData("exchanges.exchange.0.flowProperties.0.referenceUnit", "\"kWh\"", "exchanges.exchange[0].flowProperties[0].referenceUnit")]
    [InlineData("exchanges.exchange.0.flowProperties.0.meanValue", "\"abc\"", "exchanges.exchange[0].flowProperties[0].meanValue")]
    [InlineData("exchanges.exchange.0.flowProperties.0.referenceFlowProperty", "false", "exchanges.exchange[0].flowProperties")]
    [InlineData("exchanges.exchange.0.resultingflowAmount", "0", "exchanges.exchange[0].resultingflowAmount")]
    [InlineData("exchanges.exchange.0.resultingflowAmount", "7e28", "exchanges.exchange[0].resultingflowAmount")]
    [InlineData("exchanges.exchange.0.materialProperties.0.unit", "\"kg\"", "exchanges.exchange[0].materialProperties[0].unit")]
    [InlineData("exchanges.exchange.0.materialProperties.0.value", "\"0\"", "exchanges.exchange[0].materialProperties[0].value")]
    [InlineData("LCIAResults.LCIAResult", "[]", "LCIAResults.LCIAResult")]
    [InlineData("LCIAResults", null, "LCIAResults.LCIAResult")]
    [InlineData("LCIAResults.LCIAResult.0.other.anies.0.value", "\"1,5\"", "LCIAResults.LCIAResult[0].other.anies[0].value")]
    [InlineData("LCIAResults.LCIAResult.0.other.anies.6.value.refObjectId", "\"93a60a57-a3c8-11da-a746-0800200c9a66\"", "LCIAResults.LCIAResult[0].other.anies[6].value.refObjectId")]
    [InlineData("processInformation.time.referenceYear", "20.5", "processInformation.time.referenceYear")]
    public void ABadField_IsNamedWithFileLineAndPath(string at, string? json, string path)
    {
        var tree = JsonNode.Parse(RepositoryFiles.Read(Synthetic))!;
        var names = at.Split('.');
        var parent = tree;
        foreach (var name in names[..^1]) parent = int.TryParse(name, out var index) ? parent[index]! : parent[name]!;
        if (json is null) parent.AsObject().Remove(names[^1]);
        else parent[names[^1]] = JsonNode.Parse(json);

        Assert.False(EpdReader.TryRead(Encoding.UTF8.GetBytes(tree.ToJsonString(new() { WriteIndented = true })), "x.json", out _, out var errors));

        Assert.Equal(("x.json", path), (errors[0].File, errors[0].Field));
        Assert.True(errors[0].Line >= 1);
    }

    /// <summary>Cut off anywhere, a file is an error and never an exception.</summary>
    [Fact]
    public void ACutFile_NeverThrows()
    {
        var bytes = File.ReadAllBytes(RepositoryFiles.PathOf(Synthetic));
        for (var length = 0; length < bytes.Length - 2; length += 13) Assert.False(EpdReader.TryRead(bytes.AsSpan(0, length), "x.json", out _, out _));
    }

    /// <summary>By name where a method has no UUID, and only the younger generation of a file that holds both.</summary>
    [Fact]
    public void IndicatorsAreKnownByNameAsWell()
    {
        var text = RepositoryFiles.Read(Synthetic);
        var tree = JsonNode.Parse(text)!;
        foreach (var result in tree["LCIAResults"]!["LCIAResult"]!.AsArray()) result!["referenceToLCIAMethodDataSet"]!.AsObject().Remove("refObjectId");
        Assert.Equal(250.5m, Read(tree.ToJsonString()).Production());

        tree = JsonNode.Parse(text)!;
        tree["LCIAResults"]!["LCIAResult"]!.AsArray().Insert(0, JsonNode.Parse("""
            { "referenceToLCIAMethodDataSet": { "refObjectId": "77e416eb-a363-4258-a04e-171d843a6460" }, "other": { "anies": [ { "module": "A1-A3", "value": "999" } ] } }
            """));
        var epd = Read(tree.ToJsonString());
        Assert.Equal((EpdGeneration.A2, 250.5m), (epd.Generation, epd.Production()));
        Assert.DoesNotContain(epd.Values, static value => value.Value == 999);
    }

    private static Epd Read(string text)
    {
        Assert.True(EpdReader.TryRead(Encoding.UTF8.GetBytes(text), "epd.json", out var epd, out var errors), errors.Count > 0 ? errors[0].ToString() : "");
        return epd!;
    }

    private static Epd Real(string id) => Read(File.ReadAllText(RepositoryFiles.Shared($"data/epd/{id}.json")));
}
