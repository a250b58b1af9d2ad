using System.IO.Compression;
using System.Text;

namespace GreenBuild.Standards.Auditing.Tests;

/// <summary>Workbooks written by hand after ECMA-376, as small as one can be.</summary>
public sealed class ExcelTablesTests
{
    [Fact]
    public void Read_CellsAsPeopleSeeThem()
    {
        var table = ExcelTables.Read(
            Workbook(
                """
                <row r="2"><c r="A2" t="inlineStr"><is><t>编号</t></is></c><c r="B2" t="inlineStr"><is><t>quantity</t></is></c><c r="C2" t="inlineStr"><is><t>date</t></is></c></row>
                <row r="4"><c r="A4" t="inlineStr"><is><t> M-1 </t></is></c><c r="B4"><v>0.10000000000000001</v></c><c r="C4" s="1"><v>46174</v></c></row>
                <row r="5"><c r="A5"><v>7</v></c><c r="B5" t="b"><v>1</v></c></row>
                """),
            "b.xlsx");

        Assert.Empty(table.Errors);
        Assert.Equal(["编号", "quantity", "date"], table.Headings);
        // Day 46174 of the 1900 system is 2026-06-01: 46023 is 2026-01-01, and 151 days later is the first of June.
        Assert.Equal([["M-1", "0.1", "2026-06-01"], ["7", "true", ""]], table.Rows.Select(static row => row.Cells));
    }

    /// <summary>An error is never a blank: what cannot be seen must not count as not given.</summary>
    [Fact]
    public void Read_ErrorOfACell()
    {
        var table = ExcelTables.Read(
            Workbook("""<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="B1" t="inlineStr"><is><t>quantity</t></is></c></row><row r="2"><c r="A2"><v>1</v></c><c r="B2" t="e"><v>#DIV/0!</v></c></row>"""),
            "b.xlsx");

        Assert.Equal("b.xlsx: B2: The formula of the cell failed: it holds an error and no value.", Assert.Single(table.Errors).In(Language.English));
        Assert.Empty(table.Rows);
    }

    [Fact]
    public void Read_NoWorkbook()
    {
        Assert.Equal("The file is not a workbook that can be read (XLSX).", Assert.Single(ExcelTables.Read("id,name\n"u8.ToArray(), "b.xlsx").Errors).Message.English);
        Assert.StartsWith("The file is empty", Assert.Single(ExcelTables.Read(Workbook(""), "b.xlsx").Errors).Message.English, StringComparison.Ordinal);
        var good = Workbook("""<row r="1"><c r="A1" t="inlineStr"><is><t>id</t></is></c></row>""");
        for (var length = 0; length < good.Length; length += 13) Assert.NotEmpty(ExcelTables.Read(good[..length], "b.xlsx").Errors);
    }

    /// <summary>A few kilobytes can unpack to more than a machine holds.</summary>
    [Fact]
    public void Read_ThatIsTooLarge()
    {
        const string TooLarge = "The workbook unpacks to more than 512 MiB or 10000 parts.";
        Assert.Equal(TooLarge, Assert.Single(ExcelTables.Read(Workbook("", archive =>
        {
            using var part = archive.CreateEntry("xl/media/zeros", CompressionLevel.Fastest).Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 512; i++) part.Write(zeros);
        }), "b.xlsx").Errors).Message.English);
        Assert.Equal(TooLarge, Assert.Single(ExcelTables.Read(Workbook("", archive =>
        {
            for (var i = 0; i < 10_000; i++) archive.CreateEntry("p" + i);
        }), "b.xlsx").Errors).Message.English);

        // A row of one cell in a sheet of a thousand columns takes the room of a thousand.
        var headings = string.Concat(Enumerable.Range(0, 1000).Select(static i => $"""<c t="inlineStr"><is><t>c{i}</t></is></c>"""));
        var wide = $"<row>{headings}</row>" + string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 10_001));
        Assert.Equal("The sheet has more than 1000000 rows, 1000 columns or 10000000 cells.", Assert.Single(ExcelTables.Read(Workbook(wide), "b.xlsx").Errors).Message.English);
    }

    [Fact]
    public void Read_EntitiesAreNotExpanded()
    {
        Assert.Equal(
            "The file is not a workbook that can be read (XLSX).",
            Assert.Single(ExcelTables.Read(Workbook("""<row r="1"><c r="A1" t="inlineStr"><is><t>&id;</t></is></c></row>""", prologue: """<!DOCTYPE w [<!ENTITY id "id">]>"""), "b.xlsx").Errors).Message.English);
    }

    private static byte[] Workbook(string rows, Action<ZipArchive>? more = null, string prologue = "")
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Package = "http://schemas.openxmlformats.org/package/2006";
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""");
            Add("_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Add("xl/workbook.xml", $"""{prologue}<workbook xmlns="{Main}" xmlns:r="{Office}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>""");
            Add("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{Office}/styles" Target="styles.xml"/></Relationships>""");
            Add("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>""");
            Add("xl/worksheets/sheet1.xml", $"""{prologue}<worksheet xmlns="{Main}"><sheetData>{rows}</sheetData></worksheet>""");
            more?.Invoke(archive);

            void Add(string name, string text)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
