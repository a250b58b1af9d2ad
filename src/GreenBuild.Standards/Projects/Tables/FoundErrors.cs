namespace GreenBuild.Standards.Projects;

/// <summary>The errors of a table as they are found; a column that is wrong in every row alike becomes one error.</summary>
internal sealed class FoundErrors
{
    private readonly List<(TableColumn? Column, bool IsForm, InputError Error)> _found = [];
    private readonly Dictionary<TableColumn, int> _forms = [];
    private int _unkept;

    public bool IsEmpty => _found.Count == 0;

    /// <summary>Adds an error that only this line has.</summary>
    public void Add(InputError error)
    {
        if (_found.Count < InputErrorList.Kept * 10) _found.Add((null, false, error));
        else _unkept++;
    }

    /// <summary>Adds an error of the form of a value: that of the next lines may be the same.</summary>
    public void AddForm(TableColumn column, InputError error)
    {
        _forms.TryGetValue(column, out var count);
        _forms[column] = count + 1;
        if (count < InputErrorList.Kept) _found.Add((column, true, error));
    }

    /// <summary>All errors in the order of the lines.</summary>
    /// <param name="rows">How many rows were read.</param>
    public InputErrorList Gathered(int rows)
    {
        var errors = new InputErrorList();
        var told = new HashSet<TableColumn>();
        foreach (var (column, isForm, error) in _found)
        {
            if (!isForm || rows < 3 || _forms[column!] < rows)
            {
                errors.Add(error);
                continue;
            }

            if (!told.Add(column!)) continue;
            errors.Add(new InputError(error.File, error.Line, error.Field, new(
                $"{error.Message.English} So it is in all {rows} rows. A good value: {column!.Example}.",
                $"{error.Message.Chinese}全部 {rows} 行均如此。正确示例：{column.Example}。")));
        }

        foreach (var form in _forms)
            if (!told.Contains(form.Key)) errors.AddUnkept(Math.Max(0, form.Value - InputErrorList.Kept));
        errors.AddUnkept(_unkept);
        return errors;
    }
}
