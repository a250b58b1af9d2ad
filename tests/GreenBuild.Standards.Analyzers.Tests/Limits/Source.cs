namespace GreenBuild.Standards.Analyzers.Tests;

/// <summary>What the cases of the limit tests are written into.</summary>
internal static class Source
{
    /// <summary>A class <c>C</c> with a member, beside types under contract: 70 dB(A) by day, 55 by night (GB 12523-2025 Table 1).</summary>
    public static string With(string member) => $$"""
        using System;
        using GreenBuild.Standards;

        public static class Keys
        {
            public const string Day = "cn.gb-12523-2025.boundary-day";
            public const string Night = "cn.gb-12523-2025.boundary-night";
        }

        public class Site
        {
            public Site() { }
            public Site([StandardValue(Keys.Day)] double level, string name = "") { }
            [StandardValue(Keys.Day)] public double Level { get; set; }
            [StandardValue(Keys.Day)] public double? Maybe { get; set; }
            [StandardValue(Keys.Day)] public SoundLevel Sound { get; init; }
            [StandardValue(Keys.Day)] public double Field;
            public double Setter { get => 0; [param: StandardValue(Keys.Day)] set { } }
            [StandardValue(Keys.Day)] public double this[int point] { get => 0; set { } }
            public Site? Next { get; set; }
            public void Name() { }
            public void Set([StandardValue(Keys.Day)] double level, string name = "") { }
            public void SetAt(string name, [StandardValue(Keys.Day)] double level = 60) { }
            public void SetInt([StandardValue(Keys.Day)] int level) { }
            public void SetLong([StandardValue(Keys.Day)] long level) { }
            public void SetByte([StandardValue(Keys.Day)] byte level) { }
            public void SetFloat([StandardValue(Keys.Day)] float level) { }
            public void SetDecimal([StandardValue(Keys.Day)] decimal level) { }
            public void SetNullable([StandardValue(Keys.Day)] double? level) { }
            public void SetSound([StandardValue(Keys.Day)] SoundLevel level) { }
            public void SetIn([StandardValue(Keys.Day)] in double level) { }
            public void SetRef([StandardValue(Keys.Day)] ref double level) { }
            public void SetOut([StandardValue(Keys.Day)] out double level) { level = 60; }
            public static void SetStatic([StandardValue(Keys.Day)] double level) { }
        }

        public record Reading(string Name) { [StandardValue(Keys.Day)] public double Level { get; init; } }
        public record Positional([StandardValue(Keys.Day)] double Level);
        public interface ISite
        {
            void Put([StandardValue(Keys.Day)] double level);
            [return: StandardValue(Keys.Day)] double Get();
            [StandardValue(Keys.Day)] double Limit { get; }
        }

        public abstract class Base
        {
            protected Base() { }
            protected Base([StandardValue(Keys.Day)] double level) { }
            public abstract void Put([StandardValue(Keys.Day)] double level);
            [return: StandardValue(Keys.Day)] public virtual double Get() => 60;
            [StandardValue(Keys.Day)] public virtual double Limit => 60;
        }

        public sealed class LevelAttribute : Attribute
        {
            public LevelAttribute() { }
            public LevelAttribute([StandardValue(Keys.Day)] double day) { }
            [StandardValue(Keys.Night)] public double Night { get; set; }
        }

        public readonly struct Decibels
        {
            private readonly double _value;
            private Decibels(double value) => _value = value;
            public static implicit operator Decibels(double value) => new(value);
            public static implicit operator double(Decibels level) => level._value;
            public static explicit operator Decibels(int tenths) => new(tenths / 10.0);
        }

        public partial class C
        {
            {{member}}
        }
        """;
}
