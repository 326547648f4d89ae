using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using CsCheck;
using PodPlay.Testing.Tools;

namespace PodPlay.Spec;

/// <summary>Each rule of a scalar is written twice, as a predicate for the compiler and as a pattern for editors. They must mean the same.</summary>
public sealed partial class RulePatternTests
{
    private const int Texts = 4000;

    private static readonly Dictionary<string, ScalarRule> All = typeof(Rules).GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Where(p => p.PropertyType == typeof(ScalarRule))
        .Select(p => (p.Name, Rule: (ScalarRule)p.GetValue(null)!))
        .Where(r => r.Rule.Pattern is not null)
        .ToDictionary(r => r.Name, r => r.Rule, StringComparer.Ordinal);

    private static readonly string[] Names = ["web", "a", "0", "web-1", "x2-y3", new('a', 62), new('a', 63), new('b', 64)];
    private static readonly string[] Ports =
    [
        "80", "1", "65535", "65536", "0", "080", "53/tcp+udp", "53/udp", "53/udp+tcp", "6000-6010", "80 -> 8080 -> 80", "80->8080", "443 ->8443", "6000-6010 -> 7000-7010/udp",
        "1 -> 2 -> 3 -> 4",
    ];
    private static readonly string[] Addresses =
    [
        "192.168.1.100", "0.0.0.0", "255.255.255.255", "10.1.2.256", "01.2.3.4", "::", "::1", "fd00:dead:beef:1::20", "2001:db8::", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8",
        "::ffff:10.0.0.1", "1:2:3:4:5:6:1.2.3.4", "FE80::ABCD", "1:2:3:4:5:6:7::8", "fe80::1%eth0", "[::1]",
    ];
    private static readonly string[] Paths = ["/", "/srv/www", "/var/lib/my_data.d", "/dev/vfio/1", "/a~b(c)[d]&e=f;g", "/a:b", "/a b", "/a%i", "/ä"];

    /// <summary>Texts near which the rule has its borders.</summary>
    private static readonly Dictionary<string, string[]> Examples = new(StringComparer.Ordinal)
    {
        ["Text"] = ["a", "two words", "1"],
        ["Line"] = ["a", "two words", "a | b 'c' \"d\" $e", "a\nb", "a\tb", "\u0085", "\u009f", "\u00a0", "é"],
        ["Label"] = Names,
        ["DomainName"] = ["example.com", "a.b.c", "localhost", "podplay.internal", string.Join('.', Enumerable.Repeat("abcdefghi", 25)) + ".com", string.Join('.', Enumerable.Repeat("abcdefghi", 26))],
        ["CertificateName"] = ["example.com", "*.example.com", "www.example.com", "*.*.a", "*." + string.Join('.', Enumerable.Repeat("abcdefghi", 25)) + ".com"],
        ["Address"] = Addresses,
        ["PublicAddress"] = [.. Addresses, "dynamic", "dynamics"],
        ["Block"] = [.. Addresses, .. Blocks],
        ["Subnet"] = [.. Addresses, .. Blocks],
        ["ResolverName"] = [.. Addresses, .. Names],
        ["Version"] = ["5.4", "4.10", "0.0", "5.04", "123456789.1", "1234567890.1", "5.4.2"],
        ["Interface"] = ["eth0", "enp3s0.200", "br-lan", "veth@if2", "a23456789012345", "a234567890123456"],
        ["UserName"] = ["web", "_apt", "www-data", new('u', 32), new('u', 33)],
        ["ContainerUser"] = ["1000", "www-data", "1000:1000", "a:b", "a:b:c", "a:"],
        ["EnvironmentName"] = ["HOME", "_x", "A1_b", "1A"],
        ["SecretName"] = ["db-password", "a.b_c", new('s', 253), new('s', 254)],
        ["AcmeServer"] = ["staging", "production", "https://acme.corp.example:14000/dir", "https://a", "https://", "https://-a", "http://a", "https://" + new string('a', 248), "https://" + new string('a', 249)],
        ["Email"] = ["admin@example.com", "a.b+c_d@x", "@x", "a@", "-a@x", "a@b@c", $"{new string('a', 64)}@x", $"{new string('a', 65)}@x", "a@X"],
        ["Capability"] = ["NET_ADMIN", "CHOWN", "net_admin"],
        ["SysctlKey"] = ["net.core.somaxconn", "net/ipv4/conf/enp3s0.200/forwarding", "kernel", "."],
        ["Path"] = Paths,
        ["VolumeSource"] = [.. Paths, .. Names],
        ["Image"] = ["docker.io/library/caddy:2.8.4", "localhost/a@sha256:00ff", "caddy", new('i', 512), new('i', 513)],
        ["Port"] = Ports,
        ["Flow"] = ["apache -> db", "a -> internet", "a->b", "a  -> b", "a -> b -> c", $"{new string('a', 63)} -> b", $"{new string('a', 64)} -> b"],
        ["Statement"] = ["internet -> internal", "apache -> db.postgres", "a -> b.c.d", "a.b -> c", "a->b", "a -> b -> c", $"a -> {new string('b', 63)}.{new string('c', 63)}", $"a -> {new string('b', 64)}"],
        ["StatementTarget"] = ["db", "db.postgres", "a.b.c", ".a", $"{new string('a', 63)}.b"],
        ["Date"] = ["2027-01-31", "2028-02-29", "2027-02-29", "2000-02-29", "1900-02-29", "2027-12-01", "2027-13-01", "2027-11-31", "0000-01-01", "0001-01-01", "9999-12-31", "2027-1-31", "20270131"],
        ["Owner"] = ["jo", "net team", "@acme/data", "jo@example.com", "=1", "-a", "+a", "a,b", "a;b", "Jörg", new('o', 100), new('o', 101), "a ", " a", "a\"b"],
        ["FlowPort"] = [.. Ports, .. Names, "any"],
        ["PortReference"] = ["apache.http", "a.b.c", "a.", $"{new string('a', 63)}.b"],
        ["Route"] = ["example.com", "*.example.com", "*.*.a", "/api", "/api/v1.2_x-y", "example.com/api", "*.example.com/api", "/", "/a//b", "/..", "/a/./b", "/...x", "/a.", $"/{new string('a', 199)}", $"/{new string('a', 200)}", "a/b/"],
        ["Sentence"] = ["a", "Back soon.", new('s', 500), new('s', 501)],
        ["HttpCheck"] = ["GET /healthz", "HEAD /", "OPTIONS *", "GET /a?b=c&d=[e]|~", "GET  /", "POST /", "GET /%20"],
        ["RecordName"] = ["example.com", "_dmarc.example.com", "*.example.com", "_imaps._tcp.example.com", "-a.b", "a-", "a b", "*", "*.*.a"],
        ["Target"] = ["mx.example.com", "s1._domainkey.example.net", "a", "*.a", "a."],
        ["Ipv4Address"] = Addresses,
        ["Ipv6Address"] = Addresses,
        ["MxRecord"] = ["10 mail.example.com", "0 .", "65535 a", "65536 a", "010 a", "10  a", "10 a b", "10"],
        ["SrvRecord"] = ["0 5 5060 sip.example.com", "0 0 0 .", "65536 0 0 .", "1 2 3", "0 1 993 a.b "],
        ["RecordText"] = ["v=spf1 -all", "v=DMARC1; p=none", "\"quoted\"", "ä", new('t', 4000), new('t', 4001)],
        ["Ssh"] = ["22", "none", "65535", "65536", "0", "022", "no"],
    };

    private static string[] Blocks => ["172.20.1.0/24", "0.0.0.0/0", "10.0.0.0/32", "10.0.0.0/33", "10.0.0.0/08", "fd00::/64", "::/0", "::/128", "::/129", "::/064", "10.0.0.0/"];

    public static TheoryData<string> RuleNames => [.. All.Keys.Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_rule_with_a_pattern_has_examples() => Assert.Empty(All.Keys.Except(Examples.Keys));

    [NodeTheory]
    [MemberData(nameof(RuleNames))]
    public void The_predicate_and_the_pattern_agree(string name) => Mutants(Examples[name]).Array[Texts].Sample(
        mutants =>
        {
            var rule = All[name];
            var texts = Examples[name].Concat(mutants).Distinct().ToList();

            var matches = LanguageServer.Matches(rule.Pattern!, texts);

            Assert.Contains(true, matches);
            Assert.True(name == "Text" || matches.Contains(false));
            Assert.Empty(texts.Zip(matches)
                .Where(t => t.Second != rule.IsValid(t.First) && !(t.Second && FallsBackwards(t.First)))
                .Select(t => $"pattern {t.Second}, predicate {!t.Second}: {Regex.Escape(t.First)}"));
        },
        iter: 1);

    // One example, changed in up to four places.
    private static Gen<string> Mutants(string[] examples) =>
        Gen.Select(OneOf(examples), OneOf(examples), Gen.Select(Gen.Int[0, 5], Gen.Int[0, 600], Letter).Array[0, 4], (start, other, changes) =>
            changes.Aggregate(start, (text, change) => Changed(text, other, change)));

    private static Gen<T> OneOf<T>(T[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);

    private static Gen<char> Letter { get; } = OneOf([.. "abfzAFZ0123456789--__..//::@@>>++  \t\n\"'\\$%#,{}[]()~*&=;é\u2028\u00a0\0"]);

    private static string Changed(string text, string other, (int Kind, int Place, char Letter) change)
    {
        var at = change.Place % (text.Length + 1);
        var next = Math.Min(at + 1, text.Length);
        return change.Kind switch
        {
            0 => text[..at] + text[next..],
            1 => text[..at] + change.Letter + text[at..],
            2 => text[..at] + change.Letter + text[next..],
            3 => text[..at] + other[Math.Min(at, other.Length)..],
            4 => text[..at] + text[Math.Max(0, at - 1)..],
            _ => text,
        };
    }

    // That 6010-6000 runs backwards is arithmetic, which no pattern can do; the compiler says it.
    private static bool FallsBackwards(string text) => Ranges().Matches(text)
        .Any(m => long.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture) > long.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex("([0-9]{1,9})-([0-9]{1,9})")]
    private static partial Regex Ranges();
}
