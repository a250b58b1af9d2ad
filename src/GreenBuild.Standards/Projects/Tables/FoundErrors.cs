namespace GreenBuild.Standards.Projects;

/// <summary>The errors of a table as they are found; a column that is wrong in every row alike becomes one error.</summary>
internal sealed class FoundErrors
{
    private readonly List<(TableColumn? Column, bool IsAlike, InputError Error)> _found = [];
    private readonly Dictionary<(TableColumn Column, bool IsAlike), int> _repeated = [];
    private int _unkept;

    public bool IsEmpty => _found.Count == 0;

    /// <summary>Adds an error that only this line has.</summary>
    public void Add(InputError error)
    {
        if (_found.Count < InputErrorList.Kept * 10) _found.Add((null, false, error));
        else _unkept++;
    }

    /// <summary>Adds an error of the form of a value: that of the next lines may be the same.</summary>
    public void AddForm(TableColumn column, InputError error) => AddRepeated(column, isAlike: false, error);

    /// <summary>Adds an error that comes of a setting beside the table: most lines may have it.</summary>
    public void AddAlike(TableColumn column, InputError error) => AddRepeated(column, isAlike: true, error);

    /// <summary>All errors in the order of the lines.</summary>
    /// <param name="rows">How many rows were read.</param>
    public InputErrorList Gathered(int rows)
    {
        var errors = new InputErrorList();
        var told = new HashSet<(TableColumn, bool)>();
        foreach (var (column, isAlike, error) in _found)
        {
            if (column is null || !IsOne((column, isAlike), rows))
            {
                errors.Add(error);
                continue;
            }

            if (!told.Add((column, isAlike))) continue;
            var count = _repeated[(column, isAlike)];
            var example = isAlike ? default : new BilingualText($" A good value: {column.Example}.", $"正确示例：{column.Example}。");
            var all = count == rows ? new BilingualText($"all {rows}", $"全部 {rows}") : new BilingualText($"{count} of {rows}", $"{rows} 行中的 {count}");
            errors.Add(new InputError(error.File, error.Line, error.Field, new(
                $"{error.Message.English} So it is in {all.English} rows.{example.English}",
                $"{error.Message.Chinese}{all.Chinese} 行均如此。{example.Chinese}")) { Column = error.Column });
        }

        foreach (var repeated in _repeated)
            if (!told.Contains(repeated.Key)) errors.AddUnkept(Math.Max(0, repeated.Value - InputErrorList.Kept));
        errors.AddUnkept(_unkept);
        return errors;
    }

    // What is written wrongly in every row is one mistake; of a setting, the first row may have no share in it, and gaps others.
    private bool IsOne((TableColumn Column, bool IsAlike) repeated, int rows) => rows >= 3 && (repeated.IsAlike ? _repeated[repeated] * 2 > rows : _repeated[repeated] == rows);

    private void AddRepeated(TableColumn column, bool isAlike, InputError error)
    {
        _repeated.TryGetValue((column, isAlike), out var count);
        _repeated[(column, isAlike)] = count + 1;
        if (count < InputErrorList.Kept) _found.Add((column, isAlike, error));
    }
}
