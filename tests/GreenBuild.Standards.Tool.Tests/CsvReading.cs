using System.Text;

namespace GreenBuild.Standards.Tool.Tests;

/// <summary>Reads CSV by the letter of RFC 4180, by itself: quotes are doubled, records end with CR LF.</summary>
internal static class CsvReading
{
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Of(string output)
    {
        Assert.StartsWith("\uFEFF", output, StringComparison.Ordinal);
        var records = Records(output[1..]);
        Assert.All(records, record => Assert.Equal(records[0].Count, record.Count));
        return records.Skip(1).Select(record => (IReadOnlyDictionary<string, string>)records[0].Zip(record).ToDictionary(static pair => pair.First, static pair => pair.Second)).ToList();
    }

    private static List<List<string>> Records(string text)
    {
        var (records, record, field, i) = (new List<List<string>>(), new List<string>(), new StringBuilder(), 0);
        while (i < text.Length)
        {
            if (text[i] == '"')
            {
                for (i++; text[i] != '"' || (i + 1 < text.Length && text[i + 1] == '"'); i++)
                {
                    if (text[i] == '"') i++;
                    field.Append(text[i]);
                }

                i++;
            }
            else
            {
                while (text[i] is not (',' or '\r'))
                {
                    Assert.NotEqual('"', text[i]);
                    field.Append(text[i++]);
                }
            }

            record.Add(field.ToString());
            field.Clear();
            if (text[i] == ',')
            {
                i++;
                continue;
            }

            Assert.Equal("\r\n", text.Substring(i, 2));
            i += 2;
            records.Add(record);
            record = [];
        }

        return records;
    }
}
