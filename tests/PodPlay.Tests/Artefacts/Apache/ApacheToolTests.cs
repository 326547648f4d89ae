using System.Net;
using PodPlay.Artefacts.Apache;
using PodPlay.Model;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Apache;

/// <summary>Apache takes it, and really listens: the syntax check alone sees no sockets.</summary>
public sealed class ApacheToolTests
{
    [ToolTheory]
    [InlineData(Debian.Bookworm)]
    [InlineData(Debian.Trixie)]
    public void Behind_a_balancer_it_starts_on_both_families(Debian debian) =>
        Check(debian, EdgeNetwork.Build(), ApacheCheck.DebianConfiguration, ApacheCheck.BothFamilies(80, 443)).MustAccept();

    [ToolTheory]
    [InlineData(Debian.Bookworm)]
    [InlineData(Debian.Trixie)]
    public void Alone_it_starts_on_every_port_of_both_families(Debian debian) =>
        Check(debian, ApacheTests.Alone(), ApacheCheck.DebianConfiguration, ApacheCheck.BothFamilies(80, 443, 8080, 8081)).MustAccept();

    [ToolTheory]
    [InlineData(Debian.Bookworm)]
    [InlineData(Debian.Trixie)]
    public void In_the_layout_of_the_httpd_image_it_starts_on_both_families(Debian debian) =>
        Check(debian, ApacheTests.Alone(ApacheLayout.Httpd), ApacheTree.HttpdConfiguration, ApacheCheck.BothFamilies(80, 443, 8080, 8081)).MustAccept();

    [ToolFact]
    public void Without_a_certificate_it_starts_all_the_same() =>
        Check(Debian.Trixie, EdgeNetwork.Build(certificate: false), ApacheCheck.DebianConfiguration, ApacheCheck.BothFamilies(80, 443)).MustAccept();

    [ToolFact]
    public void In_an_IPv4_zone_it_listens_on_IPv4_alone()
    {
        var network = EdgeNetwork.Build(subnets: ["172.20.1.0/24"]);

        Check(Debian.Trixie, network, ApacheCheck.DebianConfiguration, [new(IPAddress.Loopback, 80)]).MustAccept();
        Check(Debian.Trixie, network, ApacheCheck.DebianConfiguration, [new(IPAddress.IPv6Loopback, 80)]).MustReject("nothing listens on ::1 port 80");
    }

    [ToolTheory]
    [InlineData(Debian.Bookworm)]
    [InlineData(Debian.Trixie)]
    public void The_two_lines_of_the_original_description_would_not_start(Debian debian)
    {
        using var tree = ApacheTree.Of(EdgeNetwork.Build());
        var ports = Rendered.By(new ApacheArtefact(), EdgeNetwork.Build())["main/etc/podplay/apache/ports.conf"];
        tree.Write("etc/apache2/ports.conf", ports.Replace("Listen 80\n", "Listen 80\nListen [::]:80\n", StringComparison.Ordinal));

        ApacheCheck.Check(debian, tree.Root, ApacheCheck.DebianConfiguration, ApacheCheck.BothFamilies(80)).MustReject("the server ended with exit code 1");
    }

    /// <summary>Status and kind of the policy, its text, and the status of the page beside it.</summary>
    [ToolTheory(Debian.Trixie)]
    [InlineData("debian")]
    [InlineData("httpd")]
    public void In_each_layout_senders_of_mail_read_the_policy_and_nothing_else(string layout)
    {
        var network = PolicySpec.Of($"public: {{ https: 443 }}, vhosts: [example.com], layout: {layout}");
        var service = network.Services.Single(s => s.Name == "web");
        using var tree = ApacheContainer.Tree(Rendered.By(new ApacheArtefact(), network).ToDictionary(f => f.Key["main".Length..], f => f.Value), service);
        var (chain, key) = TestCertificate.For("example.com", "mta-sts.example.com");
        tree.Write("certs/example.com/fullchain.pem", chain);
        tree.Write("certs/example.com/privkey.pem", key);

        var asked = InRoot.Script(Debian.Trixie, tree.Root, """
            . /etc/apache2/envvars; mkdir -p "$APACHE_RUN_DIR" "$APACHE_LOCK_DIR"
            apache2 -D FOREGROUND -f "$1" >&2 &
            ask() { curl -sk -m 5 --resolve 'mta-sts.example.com:443:127.0.0.1' "https://mta-sts.example.com$1" "${@:2}"; }
            for try in {1..100}; do ask / -o /dev/null && break; sleep 0.1; done
            ask /.well-known/mta-sts.txt -w '%{http_code} %{content_type}\n'
            ask / -o /dev/null -w '%{http_code}\n'
            kill $!
            """, ApacheContainer.MainFile(service));

        Assert.True(asked.Output == "version: STSv1\nmode: enforce\nmx: mail.example.com\nmax_age: 604800\n200 text/plain\n403\n", asked.ToString());
    }

    private static Verdict Check(Debian debian, Network network, string file, IReadOnlyList<IPEndPoint> listeners)
    {
        using var tree = ApacheTree.Of(network);
        return ApacheCheck.Check(debian, tree.Root, file, [.. listeners]);
    }
}
