using System.Collections.Immutable;
using System.Globalization;
using PodPlay.Model;

namespace PodPlay.Spec;

/// <summary>The scalar rules that the key table is made of.</summary>
internal static class Rules
{
    public static ScalarRule Text { get; } = new("text", ScalarTypes.Text | ScalarTypes.Number | ScalarTypes.Boolean, t => t.Length > 0, "^[\\s\\S]+$");

    public static ScalarRule Line { get; } = new("text on one line", ScalarTypes.Text, t => t.Length > 0 && !t.Any(char.IsControl), "^[^\\u0000-\\u001f\\u007f-\\u009f]+$");

    public static ScalarRule AnyText { get; } = new("text", ScalarTypes.Text | ScalarTypes.Number | ScalarTypes.Boolean, _ => true, null);

    public static ScalarRule Boolean { get; } = new("true or false", ScalarTypes.Boolean, t => t is "true" or "false", null);

    public static ScalarRule Format { get; } = new("the number 1", ScalarTypes.Number, t => Number(t) is not null, null) { Range = (1, 1) };

    /// <summary>A DNS label: names become host names, unit names and environment variables.</summary>
    public static ScalarRule Label { get; } = new("a name of lower-case letters, digits and inner hyphens, at most 63", ScalarTypes.Text, IsLabel, $"^{Patterns.Label}$");

    public static ScalarRule DomainName { get; } = new("a domain name", ScalarTypes.Text, IsDomainName, $"^{Patterns.DomainName}$");

    /// <summary>As in a certificate: a leading <c>*.</c> is fine.</summary>
    public static ScalarRule CertificateName { get; } = new(
        "a domain name, with *. in front for a wildcard", ScalarTypes.Text,
        t => IsDomainName(t.StartsWith("*.", StringComparison.Ordinal) ? t[2..] : t), $"^(\\*\\.)?{Patterns.DomainName}$");

    public static ScalarRule Address { get; } = new("an IP address", ScalarTypes.Text, t => Model.Address.Parse(t) is not null, $"^{Patterns.Address}$");

    /// <summary>The provider changes the address or prefix from time to time.</summary>
    public const string Dynamic = "dynamic";

    public static ScalarRule PublicAddress { get; } = new("an IP address, or dynamic", ScalarTypes.Text, t => t == Dynamic || Model.Address.Parse(t) is not null, $"^({Dynamic}|{Patterns.Address})$");

    public static ScalarRule Block { get; } = new("an address or a block such as 172.20.1.0/24", ScalarTypes.Text, t => Prefix.Parse(t, out _) is not null, $"^{Patterns.Block}$");

    public static ScalarRule Subnet { get; } = new("a subnet such as 172.20.1.0/24", ScalarTypes.Text, t => t.Contains('/') && Prefix.Parse(t, out _) is not null, $"^{Patterns.Subnet}$");

    public static ScalarRule ResolverName { get; } = new("an IP address or the name of a service", ScalarTypes.Text, t => IsLabel(t) || Model.Address.Parse(t) is not null, $"^({Patterns.Label}|{Patterns.Address})$");

    public static ScalarRule Version { get; } = new("a version such as \"5.4\"", ScalarTypes.Text, IsVersion, $"^{Patterns.Version}$");

    public static ScalarRule Interface { get; } = new("the name of a network interface", ScalarTypes.Text, t => t.Length is > 0 and <= 15 && t.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '@'), "^[A-Za-z0-9._@-]{1,15}$");

    public static ScalarRule UserName { get; } = new("a user name", ScalarTypes.Text, t => t.Length is > 0 and <= 32 && (char.IsAsciiLetterLower(t[0]) || t[0] == '_') && t.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_'), "^[a-z_][a-z0-9_-]{0,31}$");

    public static ScalarRule ContainerUser { get; } = new("a user, or user:group, by name or number", ScalarTypes.Text | ScalarTypes.Number, t => t.Split(':') is { Length: <= 2 } parts && parts.All(p => p.Length > 0 && p.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')), "^[A-Za-z0-9_.-]+(:[A-Za-z0-9_.-]+)?$");

    public static ScalarRule EnvironmentName { get; } = new("a variable name", ScalarTypes.Text, t => t.Length > 0 && (char.IsAsciiLetter(t[0]) || t[0] == '_') && t.All(c => char.IsAsciiLetterOrDigit(c) || c == '_'), "^[A-Za-z_][A-Za-z0-9_]*$");

    public static ScalarRule SecretName { get; } = new("the name of a podman secret", ScalarTypes.Text, t => t.Length is > 0 and <= 253 && t.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'), "^[A-Za-z0-9._-]{1,253}$");

    public static ScalarRule AcmeServer { get; } = new("staging, production, or the https address of a directory", ScalarTypes.Text, t => t is "staging" or "production" || IsHttps(t), $"^(staging|production|{Patterns.Https})$");

    public static ScalarRule Email { get; } = new("an e-mail address", ScalarTypes.Text, t => t.Split('@') is [{ Length: > 0 and <= 64 } user, var domain] && user.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '+' or '-') && user[0] != '-' && IsDomainName(domain), $"^(?!-)[A-Za-z0-9._+-]{{1,64}}@{Patterns.DomainName}$");

    public static ScalarRule Capability { get; } = new("a capability such as NET_ADMIN", ScalarTypes.Text, t => t.Length > 0 && t.All(c => char.IsAsciiLetterUpper(c) || c == '_'), "^[A-Z_]+$");

    public static ScalarRule SysctlKey { get; } = new("a sysctl key such as net.core.somaxconn", ScalarTypes.Text, t => t.Contains('.') && t.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '/'), "^[A-Za-z0-9_/-]*\\.[A-Za-z0-9._/-]*$");

    public static ScalarRule Path { get; } = new("an absolute path without blanks or colons", ScalarTypes.Text, IsPath, $"^{Patterns.Path}$");

    public static ScalarRule VolumeSource { get; } = new("a volume's name, or an absolute path on the host", ScalarTypes.Text, t => IsPath(t) || IsLabel(t), $"^({Patterns.Label}|{Patterns.Path})$");

    public static ScalarRule Image { get; } = new("an image such as docker.io/library/caddy:2.8.4", ScalarTypes.Text, t => t.Length is > 0 and <= 512 && t.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or '/' or ':' or '@'), "^[A-Za-z0-9._/:@-]{1,512}$");

    public static ScalarRule Port { get; } = new("a port: 80, 53/tcp+udp, 6000-6010, or with arrows 80 -> 8080 -> 80", ScalarTypes.Text | ScalarTypes.Number, t => PortSyntax.Parse(t) is not null, $"^{Patterns.Port}$") { Range = (1, 65535) };

    public static ScalarRule Flow { get; } = new("client -> server", ScalarTypes.Text, t => FlowSyntax.Parse(t) is not null, $"^{Patterns.Label} -> {Patterns.Label}$");

    public static ScalarRule Statement { get; } = new("client -> server, or client -> service.port", ScalarTypes.Text, t => StatementSyntax.Parse(t) is not null, $"^{Patterns.Label} -> {Patterns.Label}(\\.{Patterns.Label})?$");

    public static ScalarRule StatementTarget { get; } = new("a name, or service.port", ScalarTypes.Text, t => TargetSyntax.Parse(t) is not null, $"^{Patterns.Label}(\\.{Patterns.Label})?$");

    public static ScalarRule Date { get; } = new("a day such as 2027-01-31", ScalarTypes.Text, t => TermSpec.DateOf(t) is not null, $"^{Patterns.Date}$");

    // A field of connectivity.csv: no comma or quote, and nothing at the start that a spreadsheet takes for a formula.
    public static ScalarRule Owner { get; } = new(
        "a name or an address of at most 100 characters, without commas, quotes and control characters", ScalarTypes.Text,
        t => t.Length is > 0 and <= 100 && t[0] is not ('=' or '+' or '-') && t[0] != ' ' && t[^1] != ' ' && !t.Any(c => c is < ' ' or '\x7f' or ',' or ';' or '"' or '\u2028' or '\u2029'),
        "^(?![ =+-])(?!.* $)[^\\u0000-\\u001f\\u007f,;\"\\u2028\\u2029]{1,100}$");

    public static ScalarRule FlowPort { get; } = new("the name of a port, or any", ScalarTypes.Text | ScalarTypes.Number, t => IsLabel(t) || PortSyntax.ParseStage(t) is not null, $"^({Patterns.Label}|{Patterns.PortRange}{Patterns.Protocols}?)$");

    public static ScalarRule PortReference { get; } = new("service.port", ScalarTypes.Text, t => t.Split('.') is [var service, var port] && IsLabel(service) && IsLabel(port), $"^{Patterns.Label}\\.{Patterns.Label}$");

    /// <summary>What a balancer tells requests apart by.</summary>
    public static ScalarRule Route { get; } = new(
        "a name such as shop.example.com or *.example.com, a path such as /api, or both", ScalarTypes.Text, IsRoute, $"^((\\*\\.)?{Patterns.DomainName}({Patterns.Folder})?|{Patterns.Folder})$");

    /// <summary>A sentence for people, in a page.</summary>
    public static ScalarRule Sentence { get; } = new("a sentence of at most 500 characters", ScalarTypes.Text, t => t.Length is > 0 and <= 500, "^[\\s\\S]{1,500}$");

    public static ScalarRule HttpCheck { get; } = new("a request such as GET /healthz", ScalarTypes.Text, t => t.Split(' ') is ["GET" or "HEAD" or "OPTIONS", ['/', ..] uri] && uri.All(c => c is > ' ' and < '\x7f' and not ('"' or '\'' or '\\' or '#' or '$' or '%' or '{' or '}')), $"^(GET|HEAD|OPTIONS) {Patterns.Uri}$");

    public static ScalarRule Ssh { get; } = new("a port, or none", ScalarTypes.Text | ScalarTypes.Number, t => t == "none" || Number(t) is >= 1 and <= 65535, $"^(none|{Patterns.PortNumber})$") { Range = (1, 65535) };

    /// <summary>Of a DNS zone: 32 bits (RFC 1035, section 3.3.13).</summary>
    public static ScalarRule Serial { get; } = new(
        "a whole number from 1 to 4294967295", ScalarTypes.Number, t => t.Length is > 0 and <= 10 && t[0] != '0' && t.All(char.IsAsciiDigit) && long.Parse(t, CultureInfo.InvariantCulture) <= uint.MaxValue, null)
    { Range = (1, uint.MaxValue) };

    /// <summary>An owner name of the DNS: underscores (_dmarc, _imaps._tcp) and a wildcard are fine there.</summary>
    public static ScalarRule RecordName { get; } = new(
        "a full name such as www.example.com, without a last dot", ScalarTypes.Text,
        t => t.Length <= 253 && (t.StartsWith("*.", StringComparison.Ordinal) ? t[2..] : t).Split('.').All(IsRecordLabel), $"^(?=.{{1,253}}$)(\\*\\.)?{Patterns.RecordLabel}(\\.{Patterns.RecordLabel})*$");

    public static ScalarRule Ipv4Address { get; } = new("an IPv4 address", ScalarTypes.Text, t => Model.Address.Parse(t) is { Family: Family.IPv4 }, $"^{Patterns.V4}$");

    public static ScalarRule Ipv6Address { get; } = new("an IPv6 address", ScalarTypes.Text, t => Model.Address.Parse(t) is { Family: Family.IPv6 }, $"^{Patterns.V6}$");

    public static ScalarRule MxRecord { get; } = new(
        "preference and name: 10 mail.example.com", ScalarTypes.Text, t => t.Split(' ') is [var preference, var name] && IsWord16(preference) && (name == "." || IsTarget(name)), $"^{Patterns.Word16} ({Patterns.Target}|\\.)$");

    public static ScalarRule SrvRecord { get; } = new(
        "priority, weight, port and name: 0 5 5060 sip.example.com", ScalarTypes.Text,
        t => t.Split(' ') is [var priority, var weight, var port, var name] && IsWord16(priority) && IsWord16(weight) && IsWord16(port) && (name == "." || IsTarget(name)),
        $"^{Patterns.Word16} {Patterns.Word16} {Patterns.Word16} ({Patterns.Target}|\\.)$");

    public static ScalarRule Target { get; } = new("a domain name", ScalarTypes.Text, IsTarget, $"^{Patterns.Target}$");

    /// <summary>Printable ASCII: what a TXT record can hold without escapes that somebody would read differently.</summary>
    public static ScalarRule RecordText { get; } = new(
        "text of printable ASCII characters, at most 4000", ScalarTypes.Text | ScalarTypes.Number | ScalarTypes.Boolean, t => t.Length is > 0 and <= 4000 && t.All(c => c is >= ' ' and <= '~'), "^[ -~]{1,4000}$");

    public static ScalarRule LintLevel { get; } = Choice("allow", "warn", "deny");

    public static ScalarRule WholeNumber(int min, int max) => new(
        string.Create(CultureInfo.InvariantCulture, $"a whole number from {min} to {max}"), ScalarTypes.Number,
        t => Number(t) is { } n && n >= min && n <= max, null)
    { Range = (min, max) };

    public static ScalarRule Choice(params ImmutableArray<string> words) =>
        new(string.Join(" or ", words), ScalarTypes.Text, words.Contains, null) { Choices = words };

    // int.TryParse takes NUL characters behind the number.
    /// <summary>A decimal number of at most nine digits without sign or leading zero: the form in which all YAML versions agree.</summary>
    public static int? Number(string text) =>
        text.Length is > 0 and <= 9 && text.All(char.IsAsciiDigit) && (text == "0" || text[0] != '0') && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static bool IsLabel(string text) =>
        text.Length is > 0 and <= 63 && text[0] != '-' && text[^1] != '-' && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private static bool IsDomainName(string text) => text.Length <= 253 && text.Split('.').All(IsLabel);

    private static bool IsHttps(string text) =>
        text.StartsWith("https://", StringComparison.Ordinal) && text.Length is > 8 and <= 256 && char.IsAsciiLetterOrDigit(text[8]) && text[8..].All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ':' or '/' or '~');

    private static bool IsRoute(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var (host, folder) = slash < 0 ? (text, "") : (text[..slash], text[slash..]);
        return (slash == 0 || IsDomainName(host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host)) && (folder.Length == 0 || IsFolder(folder));
    }

    // Whole segments, none of them empty or of dots: what a client sends is compared as it stands.
    private static bool IsFolder(string text) => text.Length is > 1 and <= 200
        && text[1..].Split('/').All(s => s.Length > 0 && s.Any(c => c != '.') && s.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'));
    private static bool IsRecordLabel(string text) =>
        text.Length is > 0 and <= 63 && text[0] != '-' && text[^1] != '-' && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_');

    // Where a record points to: a host, in rare cases below an underscore (a DKIM key by CNAME).
    private static bool IsTarget(string text) => text.Length <= 253 && text.Split('.').All(IsRecordLabel);

    private static bool IsWord16(string text) => Number(text) is <= 65535;

    private static bool IsVersion(string text) => text.Split('.') is [var major, var minor] && Number(major) is not null && Number(minor) is not null;

    // Blanks are refused: podman 5.4 writes RequiresMountsFor= for them without quotes (fixed in 5.8).
    private static bool IsPath(string text) =>
        text.Length > 0 && text[0] == '/' && text.All(c => c is > ' ' and < '\x7f' and not (':' or ',' or '%' or '"' or '\'' or '\\' or '$'));
}
