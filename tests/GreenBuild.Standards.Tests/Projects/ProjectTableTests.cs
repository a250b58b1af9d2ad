using CsCheck;
using GreenBuild.Standards.Projects;

namespace GreenBuild.Standards.Tests.Projects;

public class ProjectTableTests
{
    /// <summary>RFC 4180 section 2, and what spreadsheets make of it.</summary>
    [Theory]
    [InlineData("a,b\n1,2\n", "1|2")]
    [InlineData("a,b\r\n1,2", "1|2")]
    [InlineData("a,b\r1,2\r", "1|2")]
    [InlineData("\"LAeq, dB(A)\";b\n1,5;2\n", "1,5|2")]
    [InlineData("LAeq, dB(A);b;c\n1,5;2;3\n", "1,5|2|3")]
    [InlineData("a,b\n\n 1 , 2 \n", "1|2")]
    [InlineData("a,b\n\"1,5\",\"say \"\"hi\"\"\"\n", "1,5|say \"hi\"")]
    [InlineData("a,b\n\" 1\" ,\n", " 1|")]
    [InlineData("a;b\n1,5;2\n", "1,5|2")]
    [InlineData("a\tb\n1\t\n", "1|")]
    [InlineData("甲，乙\n1，2\n", "1|2")]
    public void ReadCsv_Cells(string text, string cells)
    {
        var table = ProjectTable.ReadCsv(text, "t.csv");

        Assert.Empty(table.Errors);
        Assert.Equal(cells, string.Join('|', Assert.Single(table.Rows).Cells));
    }

    [Theory]
    [InlineData("", 1, "The file is empty", "文件为空")]
    [InlineData("\n \n", 1, "The file is empty", "文件为空")]
    [InlineData("a,b\n1\n", 2, "The line has 1 value(s), the header 2 columns.", "共有 2 列，本行却有 1 个值。")]
    [InlineData("a,b\n\n1;2\n", 3, "The values are separated by semicolons (;), the header by commas (,).", "数值以分号（;）分隔，列名却以逗号（,）分隔。")]
    [InlineData("a,b\n\"1,2\n3,4\n", 2, "A quotation mark", "引号")]
    [InlineData("a,b\n1\"2,3\n", 2, "A quotation mark", "引号")]
    [InlineData("a,b\n\"1\"2,3\n", 2, "A quotation mark", "引号")]
    [InlineData("\"a,b\n1,2\n", 1, "A quotation mark", "引号")]
    public void ReadCsv_Mistakes(string text, int line, string english, string chinese)
    {
        var error = Assert.Single(ProjectTable.ReadCsv(text, "t.csv").Errors);

        Assert.Equal(("t.csv", line), (error.File, error.Line));
        Assert.StartsWith(english, error.Message.English, StringComparison.Ordinal);
        Assert.StartsWith(chinese, error.Message.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadCsv_LinesAreThoseOfTheFile()
    {
        foreach (var end in new[] { "\n", "\r\n", "\r" })
            Assert.Equal([3, 5], ProjectTable.ReadCsv("a\n\n1\n\n2\n".Replace("\n", end, StringComparison.Ordinal), "t").Rows.Select(static row => row.Line));
    }

    /// <summary>Whatever is written by the rules of RFC 4180 comes back, values on one line.</summary>
    [Fact]
    public void ReadCsv_WhatWasWritten()
    {
        string[] values = ["", "a", "1.5", "say \"hi\"", "x,y", ";", "甲，乙", "'", "\"", "a b"];
        var cell = Gen.Int[0, values.Length - 1].Select(i => values[i]);
        Gen.Select(cell.Array[3].Array[1, 5], Gen.Bool).Sample((rows, isWindows) =>
        {
            string[][] all = [["one", "two", "three"], .. rows];
            var text = string.Concat(all.Select(row => string.Join(',', row.Select(static value => "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"")) + (isWindows ? "\r\n" : "\n")));
            var table = ProjectTable.ReadCsv(text, "t");
            return table.Errors.Count == 0 && rows.SelectMany(static row => row).SequenceEqual(table.Rows.SelectMany(static row => row.Cells));
        });
    }

    [Fact]
    public void ReadCsv_NeverThrows() =>
        Gen.Int[0, 9].Select(static i => "a,\"\n\r; ，\t\0"[i]).Array[0, 40].Sample(static text => ProjectTable.ReadCsv(new string(text), "t") is not null);

    [Fact]
    public void ReadJson_ColumnsAreTheNamesOfAllRows()
    {
        var table = ProjectTable.ReadJson("[ { \"a\": 1, \"b\": \"x\" },\n { \"c\": true, \"a\": null } ]", "t.json");

        Assert.Empty(table.Errors);
        Assert.Equal(["a", "b", "c"], table.Headings);
        Assert.Equal([["1", "x", ""], ["", "", "true"]], table.Rows.Select(static row => row.Cells));
        Assert.Equal([1, 2], table.Rows.Select(static row => row.Line));
    }

    [Theory]
    [InlineData("{}", "an array is expected")]
    [InlineData("[ 1 ]", "an object is expected")]
    [InlineData("[ { \"a\": [] } ]", "a text, a number, true or false is expected")]
    [InlineData("[ { \"a\": 1, \"a\": 2 } ]", "stands twice")]
    [InlineData("[", "not valid JSON")]
    public void ReadJson_Mistakes(string text, string english) =>
        Assert.Contains(english, Assert.Single(ProjectTable.ReadJson(text, "t.json").Errors).Message.English, StringComparison.Ordinal);
}
