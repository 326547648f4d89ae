using System.Net;
using PodPlay.Artefacts.Haproxy;
using PodPlay.Model;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Haproxy;

/// <summary>HAProxy 2.6 and 3.0 have not a word to say about what podplay writes.</summary>
public sealed class HaproxyToolTests
{
    private const string File = "/usr/local/etc/haproxy/haproxy.cfg";

    private const string Policy = "public: { https: 443 }, balance: { https: { to: app.http } }";

    private static readonly Dictionary<string, Func<Network>> Networks = new(StringComparer.Ordinal)
    {
        ["both families"] = () => EdgeNetwork.Build(),
        ["a check over TLS"] = () => EdgeNetwork.Build(tlsCheck: "GET /healthz"),
        ["no certificate"] = () => EdgeNetwork.Build(certificate: false),
        ["IPv4 only"] = () => EdgeNetwork.Build(subnets: ["172.20.1.0/24"]),
        ["IPv6 only"] = () => EdgeNetwork.Build(subnets: ["fd00:dead:beef:1::/64"]),
        ["no HTTP"] = HaproxyNetworks.OnlyTcp,
        ["host addresses"] = HaproxyNetworks.OnHostAddresses,
        ["ends TLS"] = HaproxyNetworks.TerminatingTls,
        ["odd characters"] = () => HaproxyNetworks.WithCheck("/it's?a=\"b\"&c={d}#e%20$HOME\\"),
        ["a hundred names"] = () => HaproxyNetworks.WithSites(100),
        ["the sample"] = () => InMemory.Compile(InMemory.Text("balancing")).Network!,
        ["a policy"] = () => PolicySpec.Of(Policy),
        ["all of balance"] = () => BalancingSpec.Network(),
    };

    public static TheoryData<Debian, string> Cases
    {
        get
        {
            var cases = new TheoryData<Debian, string>();
            foreach (var name in Networks.Keys)
            {
                cases.Add(Debian.Bookworm, name);
                cases.Add(Debian.Trixie, name);
            }
            return cases;
        }
    }

    [ToolTheory]
    [MemberData(nameof(Cases))]
    public void HAProxy_accepts_it_without_a_warning(Debian debian, string network) => Check(debian, Text(Networks[network]())).MustAccept();

    [ToolTheory]
    [InlineData(Debian.Bookworm)]
    [InlineData(Debian.Trixie)]
    public void It_listens_on_both_families(Debian debian)
    {
        using var tree = Tree(Text(EdgeNetwork.Build()));
        HaproxyCheck.Start(debian, tree.Root, File,
            IPEndPoint.Parse("172.20.1.10:80"), IPEndPoint.Parse("[fd00:dead:beef:1::10]:80"), IPEndPoint.Parse("172.20.1.10:443"), IPEndPoint.Parse("[fd00:dead:beef:1::10]:443")).MustAccept();
    }

    [ToolTheory]
    [InlineData(Debian.Bookworm)]
    [InlineData(Debian.Trixie)]
    public void Servers_by_name_would_be_rejected(Debian debian) =>
        Check(debian, Text(EdgeNetwork.Build()).Replace("apache-1 172.20.1.20:80", "apache-1 apache-1:80", StringComparison.Ordinal)).MustReject("could not resolve address 'apache-1'");

    [ToolTheory]
    [InlineData(Debian.Bookworm)]
    [InlineData(Debian.Trixie)]
    public void Rules_in_another_order_would_be_rejected(Debian debian)
    {
        var text = Text(EdgeNetwork.Build());
        var rule = "    http-request del-header Forwarded\n";
        var last = "    default_backend be_http\n";

        Check(debian, text.Replace(rule, "", StringComparison.Ordinal).Replace(last, last + rule, StringComparison.Ordinal)).MustReject("will still be processed before");
    }

    private static Verdict Check(Debian debian, string text)
    {
        using var tree = Tree(text);
        return HaproxyCheck.Check(debian, tree.Root, File);
    }

    private static TempTree Tree(string text)
    {
        var (chain, key) = TestCertificate.For("example.com");
        var tree = TempTree.Of((File[1..], text));
        foreach (var name in new[] { "example.com", "www.example.org" })
        {
            tree.Write($"certs/{name}/fullchain.pem", chain);
            tree.Write($"certs/{name}/fullchain.pem.key", key);
        }
        foreach (var page in text.Split(' ', '\n').Where(w => w.EndsWith(".html", StringComparison.Ordinal)).Distinct())
            tree.Write(page[1..], "closed\n");
        return tree;
    }

    private static string Text(Network network) => Rendered.By(new HaproxyArtefact(), network).Single(f => f.Key.EndsWith("/haproxy.cfg", StringComparison.Ordinal)).Value;
}
