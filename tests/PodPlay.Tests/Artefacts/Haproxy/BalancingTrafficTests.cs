using System.Collections.Concurrent;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Haproxy;

/// <summary>What clients of a balancer get, with HAProxy 2.6 and 3.0. Each version is asked once, judged by several tests.</summary>
public sealed class BalancingTrafficTests
{
    private static readonly ConcurrentDictionary<Debian, Lazy<BalancingTraffic>> Runs = new();

    // Each line of haproxy.cfg that one of these tests is about, gone or changed.
    private static readonly Lazy<BalancingTraffic> Broken = new(() => BalancingTraffic.OfQuestions(Debian.Trixie, text => new[]
    {
        (" weight 200", ""), (" disabled", ""), ("-m beg /api/", "-m beg /ap"), ("    default_backend misdirected", "    default_backend be_http"),
        ("    http-request del-header X-Forwarded- -m beg\n", ""), ("    option forwardfor\n", "    option forwardfor if-none\n"), (" send-proxy-v2", ""),
        (" strict-sni", ""), ("    default_backend reject", "    default_backend be_imaps_imap.example.com"), (" gt 50 }", " gt 55 }"), ("src,ipmask(32,64)", "src"),
        ("acl lan src 192.168.1.0/24", "acl lan src 192.168.1.7"), ("    http-request deny unless caller\n", ""), ("    http-error status 503", "    http-error status 502"), (" no-check backup", " no-check disabled"),
        ("location https://%[req.hdr(host),host_only,lower]", "location https://%[req.hdr(host)]"),
    }.Aggregate(text, (changed, edit) =>
    {
        Assert.Contains(edit.Item1, changed, StringComparison.Ordinal);
        return changed.Replace(edit.Item1, edit.Item2, StringComparison.Ordinal);
    })));

    /// <summary>Question, what it gives, and what it gives with <see cref="Broken"/>.</summary>
    private static readonly (string Question, string[] Answer, string[] Broken)[] Expected =
    [
        ("weights", ["50 200 api", "100 200 web-1", "200 200 web-2", "100 200 web-3"], ["64 200 api", "129 200 web-1", "129 200 web-2", "128 200 web-3"]),
        ("drained", ["15 200 web-1", "15 200 web-3"], ["10 200 web-1", "10 200 web-2", "10 200 web-3"]),
        ("folder", ["200 api xff=192.168.1.7 proto=http proxy=-"], []),
        ("folder-below", ["200 api xff=192.168.1.7 proto=http proxy=-"], []),
        ("folder-beside", ["200 web-*"], ["200 api *"]),
        ("wildcard", ["200 api *"], []),
        ("route", ["200 web-*"], []),
        ("no-route", ["421 *"], ["200 web-*"]),
        ("redirect", ["301 Location=https://example.com/a?b=c"], ["301 Location=https://Example.com:8082/a?b=c"]),
        ("forged", ["200 web-* xff=203.0.113.10 proto=http proxy=-"], ["200 web-* xff=6.6.6.6 proto=http proxy=-"]),
        ("sni", ["mail proxy=203.0.113.9"], ["closed"]),
        ("sni-unknown", ["closed"], []),
        ("tls", ["handshake"], []),
        ("tls-unknown", ["alert 112"], ["handshake"]),
        ("many", ["50 200", "10 429 Retry-After=10"], ["55 200", "5 429 Retry-After=10"]),
        ("other", ["200 web-*"], []),
        ("lan", ["60 200"], ["55 200", "5 429 Retry-After=10"]),
        ("neighbours", ["50 200", "10 429 Retry-After=10"], ["60 200"]),
        ("stranger", ["1 200"], []),
        ("stats", ["200 *"], []),
        ("stats-zone", ["403 *"], ["200 *"]),
        ("stats-internet", ["403 *"], ["200 *"]),
        ("sorry-page", ["503 Tom &amp; Jerry are back at noon. Retry-After=60"], ["503 <html>*"]),
        ("sorry-server", ["200 sorry *"], ["503 *"]),
    ];

    public static TheoryData<Debian, string> Questions
    {
        get
        {
            var data = new TheoryData<Debian, string>();
            foreach (var (question, _, _) in Expected)
            {
                data.Add(Debian.Bookworm, question);
                data.Add(Debian.Trixie, question);
            }
            return data;
        }
    }

    public static TheoryData<string> Breakable => [.. Expected.Where(e => e.Broken.Length > 0).Select(e => e.Question)];

    [ToolTheory]
    [MemberData(nameof(Questions))]
    public void A_client_gets(Debian debian, string question)
    {
        var run = Runs.GetOrAdd(debian, d => new(() => BalancingTraffic.OfQuestions(d))).Value;
        AssertLike(Expected.Single(e => e.Question == question).Answer, run[question]);
    }

    // The test of the tests.
    [ToolTheory(Debian.Trixie)]
    [MemberData(nameof(Breakable))]
    public void A_client_of_a_broken_configuration_gets(string question) => AssertLike(Expected.Single(e => e.Question == question).Broken, Broken.Value[question]);

    private static void AssertLike(string[] expected, string[] found) =>
        Assert.True(expected.Length == found.Length && expected.Zip(found).All(p => IsLike(p.First, p.Second)), string.Join('\n', found));

    private static bool IsLike(string pattern, string text) =>
        pattern.Split('*') is [var start, var end] ? text.StartsWith(start, StringComparison.Ordinal) && text.EndsWith(end, StringComparison.Ordinal) : pattern == text;
}
