using GreenBuild.Standards.Materials;

namespace GreenBuild.Standards.Projects;

/// <summary>Reads the lines of a bill of materials from a table.</summary>
/// <remarks>
/// <para>The headings name the columns, in any order, in any letter case, with or without blanks; columns that are not known are left alone. Needed: <c>id</c> (编号), <c>name</c> (名称),
/// <c>quantity</c> (用量) and <c>unit</c> (单位: t, kg, m3, m2, m, 1 or 件). All others may be absent or blank, which means that it is not recorded:</para>
/// <para>delivery: <c>supplier</c>, <c>manufacturer</c>, <c>plant</c>, <c>product unit</c>, <c>delivery date</c> (yyyy-MM-dd), <c>density</c> (kg/m3), <c>mass per unit</c> (kg); use:
/// <c>material</c> (facet <c>buildingMaterial</c>), <c>group</c>, <c>kind</c>, <c>list</c> (<c>procurementList</c>), <c>procurement report</c>, <c>role</c> (rebar, vertical-concrete,
/// structural-steel), <c>grade</c>, <c>recyclable</c>, <c>recycled content</c> (%); certificate: <c>certificate</c>, <c>certified unit</c>, <c>certified manufacturer</c>, <c>certified plant</c>,
/// <c>stars</c>, <c>issued</c>, <c>valid until</c>, <c>suspended</c>; carbon: <c>epd</c> (its id), <c>factor</c> (kgCO2e), <c>factor unit</c>, <c>factor source</c>, <c>factor year</c>, <c>factor generation</c> (of EN 15804: A1 or A2),
/// <c>distance</c> (km), <c>transport</c> (facet <c>transportMode</c>); harmful substances: <c>class</c> (<see cref="ProductClass"/>), <c>facets</c> (<c>medium=water-borne; resin=acrylic</c>),
/// <c>uses</c>, <c>production date</c>, <c>tests</c> (<c>formaldehyde-emission=0.05 mg/m3 @Chamber1m3 | soluble-metal[chemicalElement=Pb]=20 mg/kg</c>, methods as in
/// <see cref="TestMethod"/>), <c>Ra-226</c>, <c>Th-232</c>, <c>K-40</c> (Bq/kg). Yes and no are written 1, 0, true, false, 是 or 否. The headings of density, mass per unit and distance may name another unit, <c>density (t/m3)</c>: the values are converted.</para>
/// </remarks>
public static class MaterialBillReader
{
    /// <summary>Reads a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="epds">The declarations that the column <c>epd</c> names, by their id; none if not given.</param>
    /// <returns>The lines, or the errors: all of the file, the first twenty in full. What can be read and makes no sense (a negative amount) is no error: <see cref="MaterialLine.Fault"/>.</returns>
    public static MaterialBillContent Read(ProjectTable table, IReadOnlyDictionary<string, Epd>? epds = null)
    {
        var bill = new MaterialBillTable(table.File, epds ?? new Dictionary<string, Epd>());
        var errors = table.ReadInto(bill);
        return new MaterialBillContent(errors.Count == 0 ? bill.Lines : [], bill.UnusedColumns, errors);
    }
}

/// <summary>What a table of a bill of materials holds.</summary>
public sealed class MaterialBillContent
{
    internal MaterialBillContent(IReadOnlyList<MaterialLine> lines, IReadOnlyList<string> unusedColumns, InputErrorList errors)
    {
        Lines = lines;
        UnusedColumns = unusedColumns;
        Errors = errors;
    }

    /// <summary>The lines, in the order of the file; empty if there is an error.</summary>
    public IReadOnlyList<MaterialLine> Lines { get; }

    /// <summary>The headings of the columns that were left alone, as the file writes them.</summary>
    public IReadOnlyList<string> UnusedColumns { get; }

    /// <summary>What is wrong with the file; empty if nothing is.</summary>
    public InputErrorList Errors { get; }
}
