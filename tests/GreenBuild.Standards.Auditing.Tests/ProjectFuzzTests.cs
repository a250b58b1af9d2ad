using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace GreenBuild.Standards.Auditing.Tests;

/// <summary>
/// The sample of a project with its tables, workbook, readings and declaration, each changed at random: nothing throws or hangs, and what is refused is refused with its file and line.
/// 150 of them; the environment variable GREENBUILD_FUZZ says another number.
/// </summary>
public sealed class ProjectFuzzTests(ITestOutputHelper output) : IDisposable
{
    // Far above what the slowest takes on a busy machine; a hang never ends.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly byte[][] Words = Array.ConvertAll(
        ["{", "}", "[", "]", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", ":", ",", ";", "\t", "\r", "\n", "\r\n", "\"", "\"\"", "\\", "\\u0000", "\\ud800", "null", "true", "false", "{}", "[]", "\"\"", "0", "-1", "1e999", "-0.0", "NaN",
            "99999999999999999999999999999999999", "0.0000000000000000000000000000000001", "2147483648", "\"0001-01-01\"", "\"9999-12-31\"", "\"2026-02-30\"", "\"2026-06-30T24:00\"", "\"CN-XX\"", "\"../site.greenbuild.json\"",
            "\"site.greenbuild.json\"", "\"components.xlsx\"", "\"$comment\": 1,", "\"name\": \"again\",", "=cmd|x", "<b>", "数量", "\uFEFF", "\u202E", "\0", "日期", "9999-12-31", "0001-01-01 00:00", "1/2/3", "NA"],
        Encoding.UTF8.GetBytes);

    private readonly string _folder = Directory.CreateTempSubdirectory("greenbuild-fuzz-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Files_NeverThrowOrHang()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("GREENBUILD_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : 150;
        var seed = Environment.TickCount;
        output.WriteLine(FormattableString.Invariant($"{count} projects, seed {seed}"));
        var random = new Random(seed);
        var files = Sample();
        foreach (var (name, bytes) in files) Write(name, bytes);
        // What is made once for all projects, such as the catalogue, is no part of the time of one.
        Assert.True(ProjectInput.TryRead(_folder, out _, out var none), string.Join("\n", none.SelectMany(static list => list)));

        var (accepted, refused) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            var changed = Enumerable.Range(0, random.Next(1, 3)).Select(_ => files.ElementAt(random.Next(files.Count)).Key).Distinct().ToDictionary(static name => name, name => Change(name, files, random));
            foreach (var (name, bytes) in changed) Write(name, bytes);
            try
            {
                if (await Task.Run(Read, TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken)) accepted++;
                else refused++;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                throw new InvalidOperationException($"seed {seed}, project {i}: {string.Join("\n", changed.Select(static one => one.Key + " " + Convert.ToBase64String(one.Value)))}", exception);
            }

            foreach (var name in changed.Keys) Write(name, files[name]);
        }

        output.WriteLine(FormattableString.Invariant($"{accepted} judged, {refused} refused"));
        // A test that reaches nothing tests nothing.
        Assert.InRange(accepted, count / 50, count);
        Assert.InRange(refused, count / 50, count);
    }

    /// <summary>Reads the project, and judges it if it can be read.</summary>
    private bool Read()
    {
        if (ProjectInput.TryRead("", out var input, out var errors, workingFolder: _folder))
        {
            Assert.True(Enum.IsDefined(input!.Judge().Overall));
            return true;
        }

        Assert.Null(input);
        Assert.NotEmpty(errors);
        Assert.All(errors, static list => Assert.NotEmpty(list));
        foreach (var error in errors.SelectMany(static list => list))
        {
            // A file of the folder, a place in it, and what is wrong in both languages.
            var path = Path.Combine(_folder, error.File);
            Assert.True(File.Exists(path), error.ToString());
            Assert.InRange(error.Line ?? 1, 1, Math.Max(LinesOf(path), 1));
            Assert.InRange(error.Column ?? 1, 1, int.MaxValue);
            Assert.True(error.Line is not null || error.Field.Length > 0 || IsOnTheWholeFile(error), error.ToString());
            Assert.NotEmpty(error.Message.English);
            Assert.NotEmpty(error.Message.Chinese);
            Assert.DoesNotContain(error.ToString(), static c => char.IsControl(c));
        }

        return false;
    }

    // Bytes that are no text, and no workbook, are in no line.
    private static bool IsOnTheWholeFile(InputError error) =>
        error.Message.English is var text && (text.StartsWith("The file is not in UTF-8", StringComparison.Ordinal) || text.StartsWith("The file is not a workbook", StringComparison.Ordinal)
            || text.Contains("bytes that are not of the encoding of the file", StringComparison.Ordinal));

    // Rows of a workbook count as lines. Behind a quotation mark that is not closed, which is an error itself, readings are counted a line too far.
    private static int LinesOf(string path)
    {
        if (Path.GetExtension(path) == ".xlsx") return int.MaxValue;
        var text = File.ReadAllText(path);
        return text.Split('\n').Length + text.Count(static c => c is '\r' or '"');
    }

    /// <summary>The files of the sample; of the readings the first lines.</summary>
    private static Dictionary<string, byte[]> Sample()
    {
        var folder = RepositoryFiles.PathOf("samples/SiteAudit");
        var names = new[] { "site.greenbuild.json", "bill.csv", "components.xlsx", "duties.json", "epds/concrete-c35.json", "waste-ledger.csv", "readings/north.csv", "readings/east.csv", "readings/south.csv", "readings/gate-dust.csv" };
        return names.ToDictionary(static name => name, name => Path.Combine(folder, name) is var path && name.StartsWith("readings/", StringComparison.Ordinal)
            ? Encoding.UTF8.GetBytes(string.Concat(File.ReadLines(path).Take(60).Select(static line => line + "\n")))
            : File.ReadAllBytes(path));
    }

    private void Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }

    private static byte[] Change(string name, Dictionary<string, byte[]> files, Random random)
    {
        // Of a workbook a part, packed again, so that what is inside is reached; now and then the packed bytes themselves.
        if (!name.EndsWith(".xlsx", StringComparison.Ordinal) || random.Next(4) == 0) return Change(files[name], files, random);
        using var workbook = new MemoryStream();
        workbook.Write(files[name]);
        using (var archive = new ZipArchive(workbook, ZipArchiveMode.Update, leaveOpen: true))
        {
            var part = archive.Entries[random.Next(archive.Entries.Count)];
            using var content = part.Open();
            using var copy = new MemoryStream();
            content.CopyTo(copy);
            content.SetLength(0);
            content.Write(Change(copy.ToArray(), files, random));
        }

        return workbook.ToArray();
    }

    private static byte[] Change(byte[] bytes, Dictionary<string, byte[]> files, Random random)
    {
        var text = bytes.ToList();
        // Of a third the digits alone, so that they are read and judged.
        var isGentle = random.Next(3) == 0;
        for (var i = random.Next(1, 5); i > 0 && text.Count > 0; i--)
        {
            var at = random.Next(text.Count);
            if (isGentle)
            {
                if (text.FindIndex(at, static b => b is >= (byte)'0' and <= (byte)'9') is >= 0 and var digit) text[digit] = (byte)('0' + random.Next(10));
                continue;
            }

            var length = Math.Min(random.Next(1, 40), text.Count - at);
            switch (random.Next(8))
            {
                case 0: text[at] = (byte)random.Next(256); break;
                case 1: text.RemoveRange(at, length); break;
                case 2: text.InsertRange(at, text.GetRange(at, length)); break;
                case 3: text.InsertRange(at, Words[random.Next(Words.Length)]); break;
                case 4: ReplaceValue(text, at, random); break;
                case 5: ReplaceValue(text, at, random); break;
                case 6 when random.Next(4) == 0: text.RemoveRange(at, text.Count - at); break;
                default:
                    var other = files.ElementAt(random.Next(files.Count)).Value;
                    text.InsertRange(at, other.AsSpan(random.Next(other.Length)) is var rest ? rest[..Math.Min(length, rest.Length)].ToArray() : []);
                    break;
            }
        }

        return [.. text];
    }

    /// <summary>Puts a word in place of the number or word that stands at or behind a place, so that the form stays and the content is reached.</summary>
    private static void ReplaceValue(List<byte> text, int at, Random random)
    {
        var start = text.FindIndex(at, IsOfAValue);
        if (start < 0) return;
        var end = text.FindIndex(start, static b => !IsOfAValue(b));
        text.RemoveRange(start, (end < 0 ? text.Count : end) - start);
        text.InsertRange(start, Words[random.Next(Words.Length)]);

        static bool IsOfAValue(byte b) => b is (>= (byte)'0' and <= (byte)'9') or (byte)'.' or (byte)'-' or (>= (byte)'a' and <= (byte)'z') or >= 0x80;
    }
}
