using System.Globalization;
using PodPlay.Lab;
using PodPlay.Model;
using PodPlay.Testing.Tools;
using Xunit.Abstractions;

namespace PodPlay.Boot;

/// <summary>HAProxy and three Apaches, called from the internet through the router: who answers, whom they see, what happens when one dies, and
/// which counters of the firewall move.</summary>
[Collection(SeedCollection.Name)]
public sealed class EdgeTests(SeedHosts hosts, ITestOutputHelper output)
{
    private static readonly string[] Apaches = ["apache-1", "apache-2", "apache-3"];

    private static Network Network => SeedHosts.Seed.Network;

    private BootedHost Main => hosts.Lab["main"];

    [ToolFact(Debian.Trixie)]
    public void Requests_are_spread_over_all_and_each_sees_the_client()
    {
        BecomeSeed();
        foreach (var scheme in new[] { "http", "https" })
        {
            foreach (var family in new[] { Family.IPv4, Family.IPv6 })
            {
                var mark = $"spread-{scheme}-{family}";
                // What a client claims of itself is nothing.
                Assert.Equal("9 200\n", hosts.Lab.At(LabNetwork.Internet, $"for n in $(seq 9); do {Curl(scheme, family, $"-H 'X-Forwarded-For: 192.0.2.6' -H 'Forwarded: for=192.0.2.6'", $"?{mark}")}; done | sort | uniq -c | sed 's/^ *//'"));
                foreach (var apache in Apaches)
                {
                    var lines = Log(apache, mark);
                    Assert.NotEmpty(lines);
                    Assert.All(lines, l => Assert.Equal($"{hosts.Lab.Internet(family)}", l.Split(' ')[1]));
                }
            }
        }
    }

    [ToolTheory(Debian.Trixie)]
    [InlineData(Family.IPv4)]
    [InlineData(Family.IPv6)]
    public void Senders_of_mail_read_the_policy_of_the_domain(Family family)
    {
        BecomeSeed();
        var policy = Network.Domains.Single(d => d.Policy is not null).Policy!;
        var address = family == Family.IPv4 ? $"{Outside(family)}" : $"[{Outside(family)}]";
        var ask = $"curl -sk -m 30 --resolve '{policy.Site}:443:{address}' https://{policy.Site}{MailPolicy.Location}";
        Assert.Equal(string.Concat(Apaches.Select(_ => policy.Text)), hosts.Lab.At(LabNetwork.Internet, string.Join('\n', Apaches.Select(_ => ask))));
    }

    [ToolTheory(Debian.Trixie)]
    [InlineData(Family.IPv4)]
    [InlineData(Family.IPv6)]
    public void A_service_without_a_balancer_sees_the_client_itself(Family family)
    {
        BecomeSeed();
        Main.Shell($"systemd-run --quiet --collect --unit=lab-mail sh -c 'nsenter -t $(podman inspect -f {{{{.State.Pid}}}} mail) -n nc -{(family == Family.IPv4 ? 4 : 6)} -vnl -p 25 >/run/lab-mail 2>&1'");
        Wait.Until(TimeSpan.FromSeconds(20), () => Main.Run(["grep", "-q", "Listening", "/run/lab-mail"]).ExitCode == 0, "nobody listens");
        hosts.Lab.At(LabNetwork.Internet, $"nc -zw 5 {Outside(family)} 25");
        Wait.Until(TimeSpan.FromSeconds(20), () => Main.Run(["grep", "-q", "received", "/run/lab-mail"]).ExitCode == 0, "nobody came");
        Assert.Contains($"received on {hosts.Lab.Internet(family)} ", Main.Shell("cat /run/lab-mail; rm /run/lab-mail"), StringComparison.Ordinal);
    }

    [ToolFact(Debian.Trixie)]
    public void When_one_is_killed_requests_go_on_and_it_comes_back()
    {
        BecomeSeed();
        // Nobody is asked before the balancer has seen him well twice.
        string[] ways = [.. from scheme in new[] { "http", "https" } from family in new[] { Family.IPv4, Family.IPv6 } select Curl(scheme, family, "-w '%{http_code} %{time_total}\\n'", "?without")];
        var asking = Task.Run(() => hosts.Lab.At(
            LabNetwork.Internet,
            $"rm -f /run/lab-enough; {string.Join(' ', ways.Select(w => $"(until [ -e /run/lab-enough ]; do {w} || echo \"curl $?\"; sleep 0.05; done) &"))} wait",
            TimeSpan.FromMinutes(3)));
        try
        {
            Wait.Until(TimeSpan.FromSeconds(30), () => Log("apache-2", "?without").Count > 5, "apache-2 is not asked");
            Main.Shell("podman kill apache-2 >/dev/null");
            Wait.Until(TimeSpan.FromSeconds(30), () => State("apache-2") != "active", "it was not killed");
            Wait.Until(TimeSpan.FromMinutes(1), () => State("apache-2") == "active", "it does not come back");
            var before = Log("apache-2", "?without").Count;
            Wait.Until(TimeSpan.FromMinutes(1), () => Log("apache-2", "?without").Count > before, "it is not asked again");
        }
        finally
        {
            hosts.Lab.At(LabNetwork.Internet, "touch /run/lab-enough");
        }
        var answers = ToolResult.LinesOf(asking.Result).Select(l => l.Split(' ')).ToList();
        output.WriteLine($"{answers.Count} requests, the longest took {answers.Max(a => double.Parse(a[^1], CultureInfo.InvariantCulture))} s");
        Assert.All(answers, a => Assert.Equal("200", a[0]));
    }

    [ToolFact(Debian.Trixie)]
    public void Its_statistics_are_for_the_one_who_watches_alone()
    {
        BecomeSeed();
        Assert.Contains("haproxy_server_status{proxy=\"be_http\",server=\"apache-1\"", Ask("prometheus", "/metrics"), StringComparison.Ordinal);
        Assert.Contains("Statistics Report", Ask("prometheus", "/"), StringComparison.Ordinal);
        Assert.All(["monitoring", "apache-1", "db"], other => Assert.Equal("", Ask(other, "/metrics")));
    }

    private string Ask(string from, string path) =>
        Main.Run(["podman", "exec", from, "curl", "-s", "-m", "5", $"http://{Network.Services.Single(s => s.Name == "haproxy").Replicas[0].Addresses[0]}:8404{path}"]).Output;

    // A balancer that has just begun asks its servers twice, two seconds apart, before it believes them.
    private void BecomeSeed()
    {
        hosts.Become(SeedHosts.Seed);
        var down = "nothing asked";
        Wait.Until(
            TimeSpan.FromMinutes(1),
            () => Ask("prometheus", "/metrics") is { Length: > 0 } metrics && (down = string.Join('\n', ToolResult.LinesOf(metrics).Where(l => l.StartsWith("haproxy_server_status{", StringComparison.Ordinal) && l.EndsWith("state=\"DOWN\"} 1", StringComparison.Ordinal)))).Length == 0,
            () => $"the balancer has no faith in its servers: {down}");
    }

    private string State(string name) => Main.Run(["systemctl", "is-active", $"{name}.service"]).Output.Trim();

    // Access lines with a mark.
    private IReadOnlyList<string> Log(string container, string mark) =>
        [.. ToolResult.LinesOf(Main.Shell($"podman logs {container} 2>&1")).Where(l => l.Contains($"{mark} ", StringComparison.Ordinal))];

    private static Address Outside(Family family) =>
        family == Family.IPv4 ? Network.Router.Public[0] : Network.Hosts.Single(h => h.Name == "main").AddressOf(Family.IPv6)!.Value;

    // Until there is a certificate, a placeholder stands there: -k.
    private static string Curl(string scheme, Family family, string options, string path)
    {
        var address = family == Family.IPv4 ? $"{Outside(family)}" : $"[{Outside(family)}]";
        return $"curl -sko /dev/null -m 30 -w '%{{http_code}}\\n' {options} --resolve 'example.com:80:{address}' --resolve 'example.com:443:{address}' {scheme}://example.com/{path}";
    }
}
