using GreenBuild.Standards.Materials;
using static GreenBuild.Standards.Tests.Materials.MaterialCases;

namespace GreenBuild.Standards.Tests.Materials;

/// <summary>What is asked for has a name in Chinese, with the name that is typed beside it.</summary>
public sealed class MaterialInputWordsTests
{
    [Theory]
    [InlineData("deliveryDate", "交付日期（deliveryDate）")]
    [InlineData("radon", "氡（radon）")]
    [InlineData("fault:M-7", "有误的行（fault:M-7）")]
    [InlineData("materialUse", "（materialUse）")]
    public void Inputs_HaveChineseNames(string input, string expected)
    {
        Assert.EndsWith(expected, Words.NamesOf([input]).Chinese, StringComparison.Ordinal);
        Assert.Equal(input, Words.NamesOf([input]).English);
    }

    [Fact]
    public void Findings_AskInChinese() => Assert.Equal("缺少信息：交付日期（deliveryDate）。", Assert.Single(Judge(Product("door", null, ""))).Reason.Chinese);
}
