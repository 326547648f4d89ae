using PodPlay.Changes;
using PodPlay.Lab;
using PodPlay.Model;
using PodPlay.Testing;
using PodPlay.Testing.Tools;
using Xunit.Abstractions;

namespace PodPlay.Boot;

/// <summary>From no certificate to one on the wire and to the next: the authority on the internet, the generated router, the real name server, balancer,
/// solver and Apaches, and the units of the host.</summary>
[Collection(SeedCollection.Name)]
public sealed class CertificateTests(SeedHosts hosts, ITestOutputHelper output)
{
    private const string Page = "https://www.example.com/";

    [ToolFact(Debian.Trixie)]
    public void It_is_issued_through_the_router_shown_and_renewed_and_no_request_fails()
    {
        hosts.Become(SeedHosts.Seed);
        using var authority = new Authority(hosts.Lab, SeedHosts.Seed.Network);
        var side = ChangeSide.Of(InMemory.Compile(SeedHosts.Text.Replace("server: production", $"server: {authority.Directory}", StringComparison.Ordinal)));
        var solver = side.Network.Certificates[0].Solver!;
        authority.IntroduceTo(solver);
        try
        {
            hosts.Become(side);
            Issue(authority, solver);
        }
        finally
        {
            authority.Leave(solver);
        }
    }

    private void Issue(Authority authority, Service solver)
    {
        var host = hosts.Lab[solver.Host];
        var state = $"/var/lib/podplay/acme/{solver.Name}";
        Assert.NotEqual(0, host.Run(["systemctl", "start", "podplay-certificates-check.service"]).ExitCode);
        Assert.Contains("none was issued yet", host.Shell("journalctl -u podplay-certificates-check --no-pager -o cat; systemctl reset-failed podplay-certificates-check"), StringComparison.Ordinal);
        Assert.NotEqual("200", Trusted(Family.IPv4));

        var issued = host.Run(["systemctl", "start", $"{solver.Name}.service"], timeout: TimeSpan.FromMinutes(4));
        Assert.True(issued.ExitCode == 0, Said("none is issued"));
        foreach (var family in new[] { Family.IPv4, Family.IPv6 })
            Wait.Until(TimeSpan.FromMinutes(2), () => Trusted(family) == "200", $"{family}: {Trusted(family)}");
        AssertWatched(host, solver);
        AssertPages(host, solver.Host.Addresses[0]);

        // Always due, by certbot's own setting; and the run that the timer missed while it was off is made up for: within an hour after the
        // host's start, at once without the delay.
        var extension = $"/etc/systemd/system/{solver.Name}.timer.d";
        var first = Serial();
        Assert.NotEqual("", first);
        host.Shell($"sed -i '1i renew_before_expiry = 10000 days' {state}/renewal/*.conf");
        var asking = Task.Run(() => hosts.Lab.At(
            LabNetwork.Internet,
            $"rm -f /run/lab-enough; {string.Join(' ', new[] { Family.IPv4, Family.IPv6 }.Select(f => $"(until [ -e /run/lab-enough ]; do {Curl(f)} || echo \"curl $?\"; sleep 0.2; done) &"))} wait",
            TimeSpan.FromMinutes(8)));
        try
        {
            host.Shell($"""
                mkdir -p {extension} && printf '[Timer]\nRandomizedDelaySec=0\n' >{extension}/lab.conf && systemctl daemon-reload
                systemctl stop {solver.Name}.timer && touch -d '3 days ago' /var/lib/systemd/timers/stamp-{solver.Name}.timer && systemctl start {solver.Name}.timer
                """);
            Wait.Until(TimeSpan.FromMinutes(6), IsNext, () => Said("the next one does not come to the wire"));
            AssertWatched(host, solver);
        }
        finally
        {
            hosts.Lab.At(LabNetwork.Internet, "touch /run/lab-enough");
            host.Shell($"rm -r {extension} && systemctl daemon-reload");
        }
        var answers = ToolResult.LinesOf(asking.Result);
        output.WriteLine($"{answers.Count} requests");
        Assert.All(answers, a => Assert.Equal("200", a));
        Assert.Equal("", host.Shell("systemctl list-units --failed --no-legend --plain"));

        // An authority that waits too long for an answer refuses, on a busy machine: it is asked again.
        bool IsNext()
        {
            if (Serial() is { Length: > 0 } next && next != first)
                return true;
            if (host.Run(["systemctl", "is-failed", "--quiet", $"{solver.Name}.service"]).ExitCode == 0)
                host.Run(["systemctl", "start", $"{solver.Name}.service"]);
            return false;
        }

        string Said(string wrong) => $"{wrong}\n{host.Run(["journalctl", "-u", solver.Name, "-u", "podplay-certificates*", "--no-pager", "-n", "80"]).Output}\n{authority.Log}";
    }

    // The wildcard, proved by dns-01, at the balancer of mgmt, where TLS ends. Grafana is a stand-in that does not answer: who does is its sorry server.
    private void AssertPages(BootedHost host, Address address)
    {
        host.Shell("""
            mkdir -p /run/lab-pages && echo plain >/run/lab-pages/index.html
            systemd-run --quiet --collect --unit=lab-pages nsenter -t "$(podman inspect -f '{{.State.Pid}}' prometheus)" -n busybox httpd -f -p 9090 -h /run/lab-pages
            """);
        try
        {
            string Asked() => hosts.Lab.At(LabNetwork.Lan, $"curl -s -m 10 --interface {Admin} --cacert {Authority.Root} --resolve 'grafana.home.example.com:9444:{address}' https://grafana.home.example.com:9444/ || true");
            Wait.Until(TimeSpan.FromMinutes(1), () => Asked() == "plain\n", $"the page is not shown: {Asked()}");
        }
        finally
        {
            host.Shell("systemctl stop lab-pages.service; rm -r /run/lab-pages");
        }
    }

    private static Address Admin => SeedHosts.Seed.Network.Sources.Single(s => s.Name == "admin").Blocks[0].Base;

    // The watch over certificates is content as soon as everybody has read the new one.
    private static void AssertWatched(BootedHost host, Service solver)
    {
        Wait.Until(TimeSpan.FromMinutes(2), () => host.Run(["systemctl", "is-active", "podplay-certificates.service", "podplay-certificates-reload.service", $"{solver.Name}.service"]).Output == "inactive\ninactive\ninactive\n", "it does not end");
        host.Shell("systemctl start podplay-certificates-check.service");
    }

    private string Trusted(Family family) => hosts.Lab.At(LabNetwork.Internet, $"{Curl(family)} || true").Trim();

    private string Serial() => hosts.Lab.At(LabNetwork.Internet, $"openssl s_client -connect {Outside(Family.IPv4)}:443 -servername www.example.com </dev/null 2>/dev/null | openssl x509 -noout -serial || true");

    private static string Curl(Family family) => $"curl -so /dev/null -m 30 -w '%{{http_code}}\\n' --cacert {Authority.Root} --resolve 'www.example.com:443:{Outside(family)}' {Page}";

    private static string Outside(Family family) => family == Family.IPv4
        ? $"{SeedHosts.Seed.Network.Router.Public[0]}"
        : $"[{SeedHosts.Seed.Network.Hosts.Single(h => h.Name == "main").AddressOf(family)}]";
}
