namespace GreenBuild.Standards.Monitoring.Hj212;

/// <summary>One thing that is wrong with a packet, or worth knowing of it, and where.</summary>
public sealed class Hj212Finding
{
    internal Hj212Finding(Hj212Fault fault, string where, BilingualText detail = default)
    {
        Fault = fault;
        Where = where;
        var text = Hj212FaultText.Of(fault);
        Message = new(Join(text.English, " ", detail.English), Join(text.Chinese, "", detail.Chinese));
    }

    /// <summary>What it is.</summary>
    public Hj212Fault Fault { get; }

    /// <summary>The factor, field or mark, for example <c>a34001=T</c>; empty for the packet as a whole. Never a password or a key.</summary>
    public string Where { get; }

    /// <summary>What it is, as a sentence.</summary>
    public BilingualText Message { get; }

    /// <summary>Place and sentence in a language.</summary>
    public string In(Language language) => Where.Length == 0 ? Message.In(language) : Where + (language == Language.Chinese ? "：" : ": ") + Message.In(language);

    /// <summary>Place and sentence in English.</summary>
    public override string ToString() => In(Language.English);

    private static string Join(string text, string blank, string detail) => detail.Length == 0 ? text : text + blank + detail;
}
