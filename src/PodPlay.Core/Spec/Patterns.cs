namespace PodPlay.Spec;

/// <summary>
/// The rules as ECMA regular expressions, without anchors: editors know nothing of the predicates. A test holds each pattern
/// against its predicate.
/// </summary>
internal static class Patterns
{
    public const string Label = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

    public const string DomainName = $"(?=.{{1,253}}$){Label}(\\.{Label})*";

    public const string RecordLabel = "[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?";

    public const string Target = $"(?=[^ ]{{1,253}}$){RecordLabel}(\\.{RecordLabel})*";

    public const string Word16 = $"(0|{PortNumber})";

    public const string PortNumber = "([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])";

    /// <summary>That the second number is not below the first is beyond a pattern.</summary>
    public const string PortRange = $"{PortNumber}(-{PortNumber})?";

    public const string Protocols = "(/(tcp|udp|tcp\\+udp|udp\\+tcp))";

    public const string Port = $"{PortRange}( *-> *{PortRange}){{0,2}}{Protocols}?";

    /// <summary>From 0001-01-01, leap years as the Gregorian calendar has them.</summary>
    public const string Date = $"(?!0000)({Year}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|{LeapYear}-02-29)";

    public const string Version = "(0|[1-9][0-9]{0,8})\\.(0|[1-9][0-9]{0,8})";

    /// <summary>ASCII from ! to ~ without <c>" ' # $ % \ { }</c>.</summary>
    public const string Uri = "/[!&(-\\[\\]-z|~]*";

    public const string Image = $"(?=.{{1,512}}$)(({ImageDomain}|{ImagePart})/)?{ImagePart}(/{ImagePart})*(:[A-Za-z0-9_][A-Za-z0-9_.-]{{0,127}})?(@[a-z0-9]+:[A-Za-z0-9]+)?";

    /// <summary>Letters, digits, <c>- _ .</c>, neither a dash nor a dot in front.</summary>
    public static string PlainName(int longest) => $"[A-Za-z0-9_][A-Za-z0-9_.-]{{0,{longest - 1}}}";

    /// <summary>As an ACME directory is addressed: no user, no query, at most 256.</summary>
    public const string Https = "https://[A-Za-z0-9][A-Za-z0-9._:/~-]{0,247}";

    /// <summary>ASCII from ! to ~ without <c>: , % " ' \ $</c>.</summary>
    public const string Path = "/[!#&(-+\\--9;-\\[\\]-~]*";

    /// <summary>Segments of letters, digits, <c>- _ .</c>, none of them of dots alone; at most 200 characters in all.</summary>
    public const string Folder = "(?=.{2,200}$)(/(?!\\.+(/|$))[A-Za-z0-9._-]+)+";

    public const string Address = $"({V4}|{V6})";

    public const string Block = $"({V4}(/{V4Length})?|{V6}(/{V6Length})?)";

    public const string Subnet = $"({V4}/{V4Length}|{V6}/{V6Length})";

    private const string ImagePart = "[a-z0-9]+([._-]+[a-z0-9]+)*";
    private const string ImageDomain = "[A-Za-z0-9]+([.-]+[A-Za-z0-9]+)*(:[0-9]{1,5})?";

    private const string Year = "[0-9]{4}";
    private const string LeapYear = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)";

    private const string V4Length = "(3[0-2]|[12]?[0-9])";
    private const string V6Length = "(12[0-8]|1[01][0-9]|[1-9]?[0-9])";

    private const string Byte = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    public const string V4 = $"{Byte}(\\.{Byte}){{3}}";

    // The grammar of RFC 3986, section 3.2.2.
    private const string Word = "[0-9A-Fa-f]{1,4}";
    private const string LastWords = $"({Word}:{Word}|{V4})";
    public const string V6 =
        $"(({Word}:){{6}}{LastWords}|::({Word}:){{5}}{LastWords}|({Word})?::({Word}:){{4}}{LastWords}"
        + $"|(({Word}:){{0,1}}{Word})?::({Word}:){{3}}{LastWords}|(({Word}:){{0,2}}{Word})?::({Word}:){{2}}{LastWords}"
        + $"|(({Word}:){{0,3}}{Word})?::{Word}:{LastWords}|(({Word}:){{0,4}}{Word})?::{LastWords}"
        + $"|(({Word}:){{0,5}}{Word})?::{Word}|(({Word}:){{0,6}}{Word})?::)";
}
