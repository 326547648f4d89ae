using System.Globalization;
using PodPlay.Lab;
using PodPlay.Model;
using PodPlay.Testing.Tools;
using Xunit.Abstractions;

namespace PodPlay.Boot;

/// <summary>One HAProxy, servers on two hosts: requests from the internet while all servers of one host die, and while the other host is off.</summary>
[Collection(SeedCollection.Name)]
public sealed class TwoHostsTests(SeedHosts hosts, ITestOutputHelper output)
{
    private const string Page = "/var/www/html/downloads/who";

    // apache-1 is drained there.
    private static readonly string[] OnMain = ["apache-2", "apache-3"];

    private static readonly string[] Everywhere = [.. OnMain, "mirror"];

    private BootedHost Main => hosts.Lab["main"];

    [ToolFact(Debian.Trixie)]
    public void Requests_go_on_while_one_host_has_no_server()
    {
        hosts.Become(SeedHosts.Seed);
        MakePages();
        using var asking = new Asking(hosts.Lab);
        asking.Until(Everywhere, "all servers of both hosts are asked");
        // They go as programs that crash do, and stay away.
        Main.Shell($"podman kill {string.Join(' ', OnMain)} >/dev/null; systemctl stop apache-1.service apache-2.service apache-3.service");
        asking.Until(["mirror"], "the other host goes on alone");
        Main.Shell("systemctl start apache-1.service apache-2.service apache-3.service");
        MakePages();
        asking.Until(Everywhere, "they are asked again");
        // The cable, so that nobody says good-bye.
        hosts.Lab.At(LabNetwork.Router, "ip link set p-fast down");
        try
        {
            asking.Until(OnMain, "the other host is off");
        }
        finally
        {
            hosts.Lab.At(LabNetwork.Router, "ip link set p-fast up");
        }
        asking.Until(Everywhere, "and on again");
        var answers = asking.End();
        output.WriteLine($"{answers.Count} requests, the longest took {answers.Max(a => double.Parse(a[2], CultureInfo.InvariantCulture))} s");
        Assert.All(answers, a => Assert.True(a[0] == "200", string.Join(' ', a)));
        Assert.DoesNotContain(answers, a => a[1] == "apache-1");
    }

    // Each server's page says who it is. A container that was made anew has none.
    private void MakePages()
    {
        foreach (var server in Everywhere.Append("apache-1"))
            hosts.Lab[server == "mirror" ? "fast" : "main"].Shell($"podman exec {server} sh -c 'mkdir -p $(dirname {Page}) && echo {server} >{Page}'");
    }

    /// <summary>Somebody on the internet who asks without a pause, by IPv4 and by IPv6 in turn.</summary>
    private sealed class Asking : IDisposable
    {
        private const string Log = "/run/lab-two-hosts";

        private readonly BootedNetwork _lab;
        private readonly Task<string> _loop;

        public Asking(BootedNetwork lab)
        {
            _lab = lab;
            var host = SeedHosts.Seed.Network.Hosts.Single(h => h.Name == "main");
            var outside = $"{SeedHosts.Seed.Network.Router.Public[0]} [{host.AddressOf(Family.IPv6)}]";
            lab.At(LabNetwork.Internet, $"rm -f {Log}*; touch {Log}");
            // Seconds and code behind the page; a failure of curl is a line without a page.
            _loop = Task.Run(() => lab.At(
                LabNetwork.Internet,
                $"until [ -e {Log}-enough ]; do for address in {outside}; do curl -s -m 40 -w ' %{{time_total}} %{{http_code}}\\n' --resolve example.com:80:$address http://example.com/downloads/who | tr '\\n' ' ' | awk '{{ print $NF, $1, $(NF-1) }}' >>{Log} || true; sleep 0.05; done; done",
                TimeSpan.FromMinutes(8)));
        }

        /// <summary>Until the last thirty answers came from these, and from all of them.</summary>
        public void Until(IEnumerable<string> servers, string when)
        {
            var from = Answers().Count;
            Wait.Until(TimeSpan.FromMinutes(2), () =>
            {
                var last = Answers()[from..].TakeLast(30).ToList();
                return last.Count == 30 && last.Select(a => a[1]).ToHashSet().SetEquals(servers);
            }, when);
        }

        public List<string[]> End()
        {
            Dispose();
            return Answers();
        }

        public void Dispose()
        {
            _lab.At(LabNetwork.Internet, $"touch {Log}-enough");
            _loop.GetAwaiter().GetResult();
        }

        // Code, server, seconds.
        private List<string[]> Answers() => [.. ToolResult.LinesOf(_lab.At(LabNetwork.Internet, $"cat {Log}")).Select(l => l.Split(' ')).Where(a => a.Length == 3)];
    }
}
