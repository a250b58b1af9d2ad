using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GreenBuild.Standards.Json.Tests;

/// <summary>Writes the JSON Schemas of single values and of files of findings from the library's own words, units and places.</summary>
internal static class SchemaText
{
    private const string Number = "^-?[0-9]+(\\.[0-9]+)?";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Quantity of the vocabulary of each struct.</summary>
    private static readonly (Type Type, string Quantity)[] Quantities =
    [
        (typeof(SoundLevel), "sound-level"), (typeof(Length), "length"), (typeof(Area), "area"), (typeof(Volume), "volume"), (typeof(Mass), "mass"), (typeof(Ratio), "dimensionless"),
        (typeof(MassConcentration), "mass-concentration"), (typeof(Density), "density"), (typeof(MassFraction), "mass-fraction"), (typeof(AreaDensity), "area-density"),
        (typeof(AreaEmissionRate), "area-emission-rate"), (typeof(ActivityConcentration), "activity-concentration"), (typeof(SpecificActivity), "specific-activity"),
    ];

    public static string WriteValues()
    {
        var definitions = new SortedDictionary<string, JsonObject>(StringComparer.Ordinal);
        foreach (var (type, quantity) in Quantities) definitions.Add(type.Name, QuantityOf(quantity));
        definitions.Add("CalendarDate", Text("A day, yyyy-MM-dd / 日期，yyyy-MM-dd", Day));
        definitions.Add("DateSpan", Text("A stretch of the calendar, start/end / 日期区间，起/止", "^[^/]+/[^/]+$"));
        definitions.Add("WeeklyWindow", Text("Hours of the week, such as Mon-Sat 07:00-19:00 / 每周时段，如 Mon-Sat 07:00-19:00", "[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}$"));
        definitions.Add("Jurisdiction", Words("A place by its code / 地点代码", Jurisdiction.All.Select(static place => place.Code)));
        definitions.Add("MeasurementUnit", Words("A unit by its symbol / 单位符号", MeasurementUnit.All.Select(static unit => unit.Symbol).Order(StringComparer.Ordinal)));
        definitions.Add("Measurand", Words("A measurand by its key / 被测量的键", Vocabulary.Measurands.Select(static one => one.Key).Order(StringComparer.Ordinal)));
        definitions.Add("Facet", Words("A facet by its name / 条件名称", Vocabulary.Facets.Select(static one => one.Name).Order(StringComparer.Ordinal)));
        definitions.Add("Requirement", Text("A requirement by its key / 要求的键", "^[a-z0-9-]+\\.[a-z0-9.-]+\\.[a-z0-9.-]+$"));
        definitions.Add("Edition", Text("An edition by its key, or by its number where only that is known / 版本的键；仅知编号时为编号", "\\S"));
        definitions.Add("BilingualText", BilingualText());
        definitions.Add("Circumstances", Object(
            "What is known of a case / 已知情形", [],
            ("place", Words("The place / 地点", Jurisdiction.All.Select(static place => place.Code))),
            ("localTime", Text("The moment in the local time of the place / 当地时间", LocalTime)),
            ("facets", new JsonObject
            {
                ["description"] = "Facets by name: a word, a number in the unit of the facet, true, false, or null where it is known to be none of the words / 按名称给出的条件：词、数值、true、false；已知不属于任何词时为 null",
                ["type"] = "object",
                ["propertyNames"] = Words("", Vocabulary.Facets.Select(static one => one.Name).Order(StringComparer.Ordinal), describe: false),
                ["additionalProperties"] = new JsonObject { ["type"] = Types("string", "number", "boolean", "null") },
            })));
        var noise = Object(
            "A reading of a noise monitor / 噪声监测读数", ["localTime", "level"],
            ("localTime", Text("The moment in local time / 当地时间", LocalTime)), ("level", Maybe("number", "LAeq in dB(A); null where the instrument gave none / LAeq，dB(A)；仪器未给出时为 null")),
            ("maximum", Maybe("number", "LAmax in dB(A) / 最大声级 LAmax，dB(A)")), ("aboveRange", Plain("boolean", "Whether LAeq was above the range of the instrument; level is null then / LAeq 是否超出仪器量程；是则 level 为 null")),
            ("maximumAboveRange", Plain("boolean", "Whether LAmax was above it; maximum is null then / LAmax 是否超出量程；是则 maximum 为 null")), ("windSpeed", Maybe("number", "Wind speed in m/s / 风速，m/s")),
            ("precipitation", Maybe("boolean", "Whether it rained, snowed or thundered / 是否有雨雪雷电")), ("line", Plain("integer", "The line of the file, 0 if there is none / 文件行号，无则为 0")));
        noise["allOf"] = new JsonArray(NullWhere("aboveRange", "level"), NullWhere("maximumAboveRange", "maximum"));
        definitions.Add("NoiseReading", noise);
        definitions.Add("MonitorReading", Object(
            "A reading of a monitor / 监测读数", ["localTime", "value"],
            ("localTime", Text("The moment in local time / 当地时间", LocalTime)), ("value", Plain("number", "The value in the unit of its series / 以序列单位表示的数值")),
            ("status", Words("Whether it counts / 是否有效", WordsOf<Windows.ReadingStatus>.All))));
        definitions.Add("ComponentSize", Object(
            "Sizes of a component in mm / 构件尺寸，mm", [],
            ("length", Maybe("number", "Length / 长")), ("width", Maybe("number", "Width / 宽")), ("depth", Maybe("number", "Thickness or section height / 厚或截面高"))));
        definitions.Add("PrecastComponent", Object(
            "A component, all numbers in mm / 构件，数值均为 mm", [],
            ("id", Maybe("string", "Identifier / 标识")), ("category", Maybe("string", "Word of the facet component / 条件 component 的词")), ("size", new JsonObject { ["$ref"] = "#/$defs/ComponentSize" }),
            ("lengthTolerance", Maybe("number", "Tolerance of the length / 长度公差")), ("sectionTolerance", Maybe("number", "Tolerance of the section / 截面公差")),
            ("flatnessTolerance", Maybe("number", "Flatness / 平整度")), ("face", Maybe("string", "inner or outer / 内面或外面"))));
        definitions.Add("CityAir", Object("The air of a city / 城市空气", [], ("index", Plain("integer", "AQI by HJ 633 / 空气质量指数")), ("primaryPollutant", Maybe("string", "Primary pollutant / 首要污染物"))));
        definitions.Add("AirState", Object("The state of air / 空气状态", ["kelvin", "kilopascals"], ("kelvin", Plain("number", "Temperature in K / 温度，K")), ("kilopascals", Plain("number", "Pressure in kPa / 压力，kPa"))));
        definitions.Add("SectionShape", Object(
            "What a designation of an H section says, in mm / H 型钢标记，mm", ["height", "width"],
            ("class", Maybe("string", "HW, HM, HN, HT or HK / HW、HM、HN、HT 或 HK")), ("height", Plain("number", "Depth H / 高度")), ("width", Plain("number", "Width B / 宽度")),
            ("webThickness", Maybe("number", "Web thickness t1 / 腹板厚度")), ("flangeThickness", Maybe("number", "Flange thickness t2 / 翼缘厚度"))));
        definitions.Add("Finding", new JsonObject { ["description"] = "A finding; the schema of findings says more / 结论，详见结论模式", ["$ref"] = "findings.schema.json#/$defs/finding" });
        foreach (var type in ValueForms.Types.Where(static type => type.IsEnum))
            definitions.Add(type.Name, Words($"A word of {type.Name} / {type.Name} 的词", WordsOf(type)));
        return Whole(new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Values of GreenBuild.Standards / GreenBuild.Standards 的值",
            ["description"] = "One definition for each type, by its name / 每个类型一个定义，以类型名为键",
            ["$defs"] = new JsonObject(definitions.Select(static pair => KeyValuePair.Create<string, JsonNode?>(pair.Key, pair.Value))),
        });
    }

    public static string WriteFindings() => Whole(new JsonObject
    {
        ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
        ["title"] = "File of findings of GreenBuild.Standards / GreenBuild.Standards 结论文件",
        ["type"] = "object",
        ["required"] = new JsonArray("format", "version", "findings"),
        ["properties"] = new JsonObject
        {
            ["format"] = new JsonObject { ["description"] = "What the file is / 文件种类", ["const"] = FindingsDocument.FormatName },
            ["version"] = new JsonObject { ["description"] = "The version of the form; another one is refused / 格式版本，其他版本不予读取", ["const"] = FindingsDocument.CurrentVersion },
            ["catalogue"] = Text("The day for which the catalogue was last checked / 标准库核对日期", Day, orNull: true),
            ["overall"] = Words("What all findings come to; worked out again when read / 总体结论，读取时重新得出", WordsOf<Verdict>.All),
            ["findings"] = new JsonObject { ["description"] = "The findings / 各项结论", ["type"] = "array", ["items"] = new JsonObject { ["$ref"] = "#/$defs/finding" } },
        },
        ["$defs"] = new JsonObject
        {
            ["text"] = BilingualText(),
            ["finding"] = Object(
                "A finding; members that are not known are kept / 一项结论，未知成员予以保留", ["verdict"],
                ("verdict", Words("The verdict / 结论", WordsOf<Verdict>.All)),
                ("provisional", Words("What it would be if facts below the evidence floor counted / 若依据成立时的结论", WordsOf<Verdict>.All, orNull: true)),
                ("subject", Maybe("string", "What was checked / 检查对象")),
                ("from", Text("First moment, local time / 起始时间（当地）", LocalTime, orNull: true)),
                ("to", Text("End, exclusive, local time / 结束时间（当地，不含）", LocalTime, orNull: true)),
                ("requirement", Maybe("string", "Key of the requirement / 要求的键")),
                ("edition", Maybe("string", "Number of the edition / 版本编号")),
                ("clause", Maybe("string", "Clause / 条款")),
                ("citation", Maybe("string", "Edition and clause / 版本与条款")),
                ("rules", Strings("Keys of the other rules that shaped it / 影响结论的其他规则的键")),
                ("measured", Maybe("number", "As measured or computed / 实测或计算值")),
                ("compared", Maybe("number", "What was compared: corrected and rounded / 参与比较的值（修正并修约后）")),
                ("comparator", Words("How it was compared / 比较方式", new[] { Comparator.LessThan, Comparator.LessThanOrEqual, Comparator.GreaterThan, Comparator.GreaterThanOrEqual, Comparator.Between, Comparator.Equal }.Select(static one => JsonWord.Of(one)!), orNull: true)),
                ("limit", Maybe("number", "The limit; the lower end where it has two / 限值；有上下限时为下限")),
                ("unit", Maybe("string", "Unit of the numbers / 各数值的单位")),
                ("margin", Maybe("number", "How far on the right side; negative on the wrong side / 裕量，负值表示超出")),
                ("rounding", Maybe("integer", "Decimals that it was rounded to / 修约位数")),
                ("evidence", Words("Evidence of the weakest fact / 最弱依据的可靠程度", WordsOf<Evidence>.All, orNull: true)),
                ("missing", Strings("Inputs that are missing / 缺少的输入")),
                ("notRecorded", Strings("What nobody recorded / 未记录的内容")),
                ("reason", new JsonObject { ["$ref"] = "#/$defs/text" }),
                ("explanation", new JsonObject { ["description"] = "How it was reached / 得出过程", ["type"] = Types("array", "null"), ["items"] = new JsonObject { ["$ref"] = "#/$defs/text" } }),
                ("origin", new JsonObject
                {
                    ["description"] = "Where the value came from / 数据来源",
                    ["type"] = Types("object", "null"),
                    ["properties"] = new JsonObject
                    {
                        ["file"] = Maybe("string", "File / 文件"), ["line"] = Maybe("integer", "Line from 1 / 行号"), ["column"] = Maybe("integer", "Position in the line from 1 / 行内位置"),
                        ["pointer"] = Maybe("string", "JSON pointer / JSON 指针"), ["element"] = Maybe("string", "Building element / 构件标识"),
                    },
                }),
                ("upperLimit", Maybe("number", "The upper end that it was compared with, where the limit has two / 有上下限时参与比较的上限"))),
        },
    });

    private const string Day = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
    private const string LocalTime = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,7})?$";

    private static string Whole(JsonObject schema) => schema.ToJsonString(Readable) + "\n";

    private static JsonObject QuantityOf(string quantity)
    {
        var units = MeasurementUnit.All.Where(unit => unit.Quantity == quantity).Select(static unit => unit.Symbol).Order(StringComparer.Ordinal).ToList();
        // The unit 1 is not written.
        var named = string.Join("|", units.Where(static unit => unit != "1").Select(static unit => Regex.Escape(unit).Replace("\\ ", " ", StringComparison.Ordinal)));
        return Text($"A number with its unit: {string.Join(", ", units)} / 带单位的数值：{string.Join("、", units)}", units.Contains("1") ? $"{Number}( ({named}))?$" : $"{Number} ({named})$");
    }

    private static JsonObject BilingualText() => Object("A text in English and Chinese / 中英文文本", [], ("en", Maybe("string", "English / 英文")), ("zh", Maybe("string", "Chinese / 中文")));

    private static JsonObject Text(string description, string pattern, bool orNull = false) => new() { ["description"] = description, ["type"] = orNull ? Types("string", "null") : "string", ["pattern"] = pattern };

    private static JsonObject Words(string description, IEnumerable<string> words, bool orNull = false, bool describe = true)
    {
        var all = new JsonArray([.. words.Select(static word => (JsonNode?)JsonValue.Create(word)), .. orNull ? new JsonNode?[] { null } : []]);
        return describe ? new JsonObject { ["description"] = description, ["enum"] = all } : new JsonObject { ["enum"] = all };
    }

    private static JsonObject Plain(string type, string description) => new() { ["description"] = description, ["type"] = type };

    private static JsonObject Maybe(string type, string description) => new() { ["description"] = description, ["type"] = Types(type, "null") };

    private static JsonObject Strings(string description) => new() { ["description"] = description, ["type"] = Types("array", "null"), ["items"] = new JsonObject { ["type"] = "string" } };

    private static JsonObject NullWhere(string flag, string name) => new()
    {
        ["if"] = new JsonObject { ["required"] = new JsonArray(flag), ["properties"] = new JsonObject { [flag] = new JsonObject { ["const"] = true } } },
        ["then"] = new JsonObject { ["properties"] = new JsonObject { [name] = new JsonObject { ["type"] = "null" } } },
    };

    private static JsonArray Types(params string[] types) => new([.. types.Select(static type => (JsonNode?)JsonValue.Create(type))]);

    private static JsonObject Object(string description, string[] needed, params (string Name, JsonNode Schema)[] members)
    {
        var schema = new JsonObject { ["description"] = description, ["type"] = "object" };
        if (needed.Length > 0) schema["required"] = Types(needed);
        schema["properties"] = new JsonObject(members.Select(static member => KeyValuePair.Create<string, JsonNode?>(member.Name, member.Schema)));
        return schema;
    }

    private static List<string> WordsOf(Type type) =>
        type == typeof(Comparator)
            ? [.. Enum.GetValues<Comparator>().Select(static one => JsonWord.Of(one) ?? JsonWord.NoComparator)]
            : [.. (IReadOnlyCollection<string>)typeof(WordsOf<>).MakeGenericType(type).GetProperty("All")!.GetValue(null)!];
}
