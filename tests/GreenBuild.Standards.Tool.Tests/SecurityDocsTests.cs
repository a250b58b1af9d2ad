using System.Globalization;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using GreenBuild.Standards.Auditing;
using GreenBuild.Standards.Json;
using GreenBuild.Standards.Monitoring.Hj212;
using GreenBuild.Standards.Reporting;

namespace GreenBuild.Standards.Tool.Tests;

/// <summary>What docs/security.md says is so in what is compiled.</summary>
public partial class SecurityDocsTests
{
    private static readonly Assembly[] Libraries =
        [typeof(StandardsCatalogue).Assembly, typeof(EpdReader).Assembly, typeof(ProjectInput).Assembly, typeof(Hj212Message).Assembly, typeof(HtmlReport).Assembly];

    [Theory]
    [InlineData("docs/security.md")]
    [InlineData("docs/security.zh-CN.md")]
    public void Bounds_AreThoseOfTheCode(string file)
    {
        var text = RepositoryFiles.Read(file);
        var rows = Bound().Matches(text);

        Assert.Equal(23, rows.Count);
        foreach (Match row in rows)
        {
            var (type, name) = (row.Groups["type"].Value, row.Groups["name"].Value);
            // A file that several projects compile is a type in each.
            var constants = Libraries.SelectMany(static library => library.GetTypes()).Where(one => one.FullName!.Replace('+', '.').EndsWith("." + type, StringComparison.Ordinal))
                .Select(one => one.GetField(name, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.GetRawConstantValue()).Distinct().ToList();
            var said = long.Parse(row.Groups["number"].Value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);
            Assert.True(constants is [{ } constant] && Convert.ToInt64(constant, CultureInfo.InvariantCulture) == said, $"{type}.{name} is {string.Join(", ", constants)}, and not {said}.");
        }
    }

    [Theory]
    [InlineData("docs/security.md")]
    [InlineData("docs/security.zh-CN.md")]
    public void OtherNumbers_AreThoseOfTheCode(string file)
    {
        var text = RepositoryFiles.Read(file);
        Assert.Matches("(at most 60 characters of a file|最多引用文件中的 60 个字符)", text);
        Assert.Equal(60 + 1, InputError.Quote(new string('x', 100)).Length);
        Assert.Matches("(16 KiB and 400 bytes|16 KiB 加每字节 400 字节)", text);
        Assert.Equal((16 * 1024) + (400 * 7), Hj212Message.MostAllocatedBytes(7));
        Assert.Matches("(64 messages and 1 MiB|64 条消息和 1 MiB)", text);
        Assert.Equal([64, 1 << 20], typeof(Hj212PartJoiner).GetConstructors().Single().GetParameters().Select(static parameter => parameter.DefaultValue));
        Assert.Matches("(at most 64 deep|最多嵌套 64 层)", text);
        Assert.True(EpdErrorsOf(63) is not "JSON");
        Assert.True(EpdErrorsOf(65) is "JSON");

        // The reader of EPDs says of what is no JSON that it is none, and of an array that it is no EPD.
        static string EpdErrorsOf(int depth)
        {
            Assert.False(EpdReader.TryRead(System.Text.Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth)), "e.json", out _, out var errors));
            return errors[0].Message.English.StartsWith("The file is not valid JSON", StringComparison.Ordinal) ? "JSON" : "EPD";
        }
    }

    /// <summary>No connection, no process, no clock, no setting of the machine, no code that is loaded or made.</summary>
    [Fact]
    public void Libraries_UseNothingOfTheMachine()
    {
        foreach (var library in Libraries)
        {
            Assert.DoesNotContain(library.GetReferencedAssemblies(), static one =>
                one.Name!.StartsWith("System.Net", StringComparison.Ordinal) || one.Name.StartsWith("System.Reflection.Emit", StringComparison.Ordinal)
                || one.Name is "System.Diagnostics.Process" or "System.Linq.Expressions" or "System.Runtime.Loader" or "Microsoft.CSharp");
            Assert.DoesNotContain(MembersOf(library), static member => member is
                "DateTime.get_Now" or "DateTime.get_UtcNow" or "DateTime.get_Today" or "DateTimeOffset.get_Now" or "DateTimeOffset.get_UtcNow" or "TimeProvider.get_System" or "Stopwatch.GetTimestamp" or "Stopwatch.StartNew"
                or "Environment.get_TickCount64" or "Environment.GetEnvironmentVariable" or "Environment.GetEnvironmentVariables" or "Assembly.Load" or "Assembly.LoadFrom" or "Assembly.LoadFile"
                or "Type.GetType" or "Activator.CreateInstance" or "MethodBase.Invoke");
        }

        // It is the right place to look at: the tool does ask the clock.
        Assert.Contains("TimeProvider.get_System", MembersOf(typeof(GreenBuildTool).Assembly));
    }

    private static List<string> MembersOf(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        var reader = file.GetMetadataReader();
        return reader.MemberReferences.Select(reader.GetMemberReference).Where(static member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => reader.GetString(reader.GetTypeReference((TypeReferenceHandle)member.Parent).Name) + "." + reader.GetString(member.Name)).ToList();
    }

    [GeneratedRegex(@"^\|[^|]*\| (?<number>[0-9,]+)[^|]*\| `(?<type>[\w.]+)\.(?<name>\w+)` \|$", RegexOptions.Multiline)]
    private static partial Regex Bound();
}
