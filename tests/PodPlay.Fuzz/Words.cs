using System.Collections.Immutable;

namespace PodPlay.Fuzz;

/// <summary>Values that are at the edge of something: of a number's range, of a grammar, of what some target language reads as its own.</summary>
internal static class Words
{
    public static ImmutableArray<string> All { get; } =
    [
        "", "~", "null", "true", "false", "no", "0", "1", "-1", "007", "65535", "65536", "99999999999", "4294967295", "4294967296", "1e9", "0x10", "1.5", "5.4", "4.4", "99.99",
        "80", "53/tcp+udp", "6000-6010", "6010-6000", "1-65535", "8080:80", "80 -> 80", "80 -> 8080 -> 80", "0 -> 0", "any", "host", "internet", "lan", "router", "dynamic", "none", "rootless",
        "0.0.0.0/0", "::/0", "172.20.1.0/30", "172.20.1.0/24", "172.20.0.0/16", "fd00::/127", "fd00::/64", "::1", "::", "2001:db8::1", "1.2.3.4", "255.255.255.255", "224.0.0.1", "127.0.0.1",
        "169.254.1.1", "fe80::1", "::ffff:1.2.3.4", "0.0.0.0", "10.89.0.0/24", "1.2.3.4/32", "1.2.3.4/33", "64", "65534",
        "a", "a -> a", "a->b", "internet -> a", "a -> internet", "lan -> a", "web.http", "a.b.c", ".", "..", "../x", "/", "//", "/dev/vfio/1", "/dev/net/tun", "/etc/../etc", "*", "*.example.com",
        "example.com", "_acme-challenge.example.com", "xn--bcher-kva.example", "%h", "%%", "$HOME", "${X}", "x\"y", "x'y", "x\\", "x y", " x", "x ", "-x", "--", "#x", "x #y", "{{ x }}", "{% x %}",
        "[x]", "<b>", "|x", "`x`", "é", "日本", "\U0001f600", "\u200b", "\u202e", "\u2028", "\u00a0", "\t", "\n", "a\nb", "a\n[Service]\nExecStart=x", "x\n\ty", "\0",
        "net.core.somaxconn", "net.ipv4.ip_forward", "kernel.x", "daily", "*-*-* 25:00:00", "2026-11-25", "0001-01-01", "9999-12-31", "2027-02-29", "http-01", "dns-01", "staging", "production",
        "https://acme.test/dir", "a@b.example", "10 mail.example.com", "0 5 5060 sip.example.com", "v=spf1 -all", "3 1 1 00", "0 issue \"x\"", "GET /", "HEAD /x?y", "roundrobin", "tcp", "http",
        "openwrt", "nftables", "mikrotik", "vyos", "macvlan", "ipvlan", "passthru", "auto", "debian", "httpd", "allow", "deny", "warn", "PP301", "DB_PASSWORD", "NET_ADMIN", "docker.io/library/x:1",
    ];

    public static string Any(Random random) => random.Next(12) switch
    {
        0 => new string('a', random.Next(300)),
        1 => new string("a.-:/\"\\é\n"[random.Next(9)], random.Next(80)),
        2 => string.Create(null, $"{random.Next(-2, 70000)}"),
        3 => string.Create(null, $"{random.Next(256)}.{random.Next(256)}.{random.Next(256)}.{random.Next(256)}/{random.Next(34)}"),
        4 => string.Create(null, $"fd00:{random.Next(65536):x}::{random.Next(65536):x}/{random.Next(130)}"),
        _ => All[random.Next(All.Length)],
    };
}
