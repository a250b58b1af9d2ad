namespace GreenBuild.Standards.Analyzers.Tests;

/// <summary>Contracts on types that one cannot edit, and contracts that meet each other.</summary>
public sealed class ContractOfOthersTests
{
    [Fact]
    public Task Mapping_HoldsForMembersOfAnotherType() => Verify.AllAsync("""
        using System;
        using GreenBuild.Standards;
        [assembly: StandardValueOf(typeof(Vendor.Alarm), "Threshold", "cn.gb-12523-2025.boundary-night")]
        [assembly: StandardValueOf(typeof(Vendor.Alarm), "Set", "cn.gb-12523-2025.boundary-day", Parameter = "decibels")]
        [assembly: StandardValueOf(typeof(Vendor.Alarm), ".ctor", "noise.site-boundary", Parameter = "night", When = "period=night; projectType=building; noiseSensitiveBuildings=true")]
        [assembly: StandardValueOf(typeof(Vendor.Alarm<>), "Level", "cn.gb-12523-2025.boundary-day")]
        [assembly: StandardValueOf(typeof(Vendor.Alarm), "Read", "cn.gb-12523-2025.boundary-day")]
        [assembly: {|GBS8001:StandardValueOf(typeof(Vendor.Alarm), "Nothing", "cn.gb-12523-2025.boundary-day")|}]
        [assembly: {|GBS8001:StandardValueOf(typeof(Vendor.Alarm), "Name", "cn.gb-12523-2025.boundary-day")|}]
        [assembly: {|GBS8001:StandardValueOf(typeof(Vendor.Alarm), "Threshold", "nothing")|}]
        [assembly: {|GBS8001:StandardValueOf(typeof(Vendor.Alarm), "Set", "cn.gb-12523-2025.boundary-day", Parameter = "nothing")|}]

        namespace Vendor
        {
            public class Alarm
            {
                public Alarm(double day = 60, double night = 50) { }
                public double Threshold { get; set; }
                public string Name { get; set; } = "";
                public void Set(double decibels) { }
                public void Set(string name, double decibels) { }
                public virtual double Read() => {|GBS1001:80|};
            }

            public class Alarm<T> { public double Level; }
        }

        class C
        {
            Vendor.Alarm M() => new(90, night: {|GBS1001:60|}) { Threshold = {|GBS1001:60|} };
            void N(Vendor.Alarm a, Vendor.Alarm<int> b) { a.Set({|GBS1001:80|}); a.Set("x", {|GBS1001:80|}); a.Threshold = 50; b.Level = {|GBS1001:80|}; if (a.Read() > {|GBS1003:80|}) a.Name = ""; }
        }
        """);

    [Fact]
    public Task OverrideMayNotBeLooser() => Verify.AllAsync(Source.With("""
        public interface INight { [StandardValue(Keys.Night)] double Level { get; set; } void Put([StandardValue(Keys.Night)] double x); [return: StandardValue(Keys.Night)] double Get(); }
        class Loose : INight { [StandardValue(Keys.Day)] public double {|GBS8004:Level|} { get; set; } public void Put([StandardValue(Keys.Day)] double {|GBS8004:x|}) { } [return: StandardValue(Keys.Day)] public double {|GBS8004:Get|}() => 40; }
        class Same : INight { [StandardValue(Keys.Night)] public double Level { get; set; } public void Put([StandardValue(Keys.Night)] double x) { } public double Get() => 40; }
        class Strict : Base { public override void Put([StandardValue(Keys.Night)] double level) { } }
        """));

    [Fact]
    public Task PassedOn_ToAStricterOne() => Verify.AllAsync(Source.With("""
        [StandardValue(Keys.Night)] double Quiet { get; set; }
        void Night([StandardValue(Keys.Night)] double x) { }
        void Day([StandardValue(Keys.Day)] double x) { }
        void M([StandardValue(Keys.Day)] double x, [StandardValue(Keys.Night)] double y, Site s) { Night({|GBS8005:x|}); Night(y); Day(x); Day(y); Quiet = {|GBS8005:s.Level|}; var z = x; Night({|GBS8005:z|}); }
        [return: StandardValue(Keys.Night)] double N([StandardValue(Keys.Day)] double x) => {|GBS8005:x|};
        void Checked([StandardValue(Keys.Day)] double x, [StandardValue(Keys.Day)] double y) { if (x > 55) return; Night(x); Night({|GBS8005:y|}); if (y <= LimitValues.Cn.Gb12523_2025.BoundaryNight) Night(y); }
        record OnProperty([property: StandardValue(Keys.Night)] double Level); object O() => new OnProperty({|GBS1001:90|});
        """));
}
