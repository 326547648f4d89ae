using System.Text.RegularExpressions;
using PodPlay.Lab;
using PodPlay.Model;
using PodPlay.Testing.Tools;
using PodPlay.Tests.Artefacts.Runbook;

namespace PodPlay.Boot;

/// <summary>Carries out the run book of a booted host, command by command; says which did not give what stands behind their <c>#</c>.</summary>
internal sealed partial class RunbookWalk(BootedNetwork lab, Network network, Host host, string page)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly BootedHost _booted = lab[host];

    /// <summary>Everything that changes nothing, here and elsewhere; captures see some traffic.</summary>
    public IReadOnlyList<string> Look()
    {
        lab.Clear();
        // Pages and names first: a stand-in for a solver would take a challenge and never answer.
        var faults = Commands("elsewhere").Where(c => !IsKnock(c)).Select(c => Fault(c, Elsewhere(c))).OfType<string>().ToList();
        // A user's containers the lab does not reach into: their own programs listen.
        if (host.Rootless is null)
            lab.WhileAllListen(network, Meanwhile);
        else
            Meanwhile();
        return faults;

        void Meanwhile()
        {
            var look = Commands("look").ToList();
            _booted.Shell("rm -f /run/lab-enough");
            Task[] traffic = [Task.Run(() => _booted.Run(["bash", "-c", Traffic(FromHost())], timeout: Patience)), Task.Run(() => lab.Room.Run(Debian(LabNetwork.Lan, Traffic(FromLan())), timeout: Patience))];
            var captures = look.Where(IsCapture).Select(c => Task.Run(() => Fault(c, OnHost(c)))).ToList();
            faults.AddRange(look.Where(c => !IsCapture(c)).Select(c => Fault(c, OnHost(c))).OfType<string>());
            faults.AddRange(Commands("elsewhere").Where(IsKnock).Select(c => Fault(c, Elsewhere(c))).OfType<string>());
            faults.AddRange(captures.Select(c => c.Result).OfType<string>());
            _booted.Shell("touch /run/lab-enough");
            Task.WaitAll(traffic);
        }
    }

    /// <summary>What is for a job at work: it only listens and waits, everything else of its unit is as it was generated.</summary>
    public IReadOnlyList<string> Running()
    {
        var commands = Commands("running").ToList();
        var jobs = host.Services.Where(s => s.Timer is not null).ToList();
        Assert.Equal(commands.Count > 0, jobs.Count > 0);
        foreach (var job in jobs)
            _booted.Shell($"""
                mkdir -p /etc/containers/systemd/{job.Name}.container.d
                printf '[Container]\nExec=-c "trap exit TERM; {string.Concat(job.Ports.Select(p => $"nc -lk {p.Container.First} & "))}sleep 120 & wait"\n' >/etc/containers/systemd/{job.Name}.container.d/lab-sleeps.conf
                systemctl daemon-reload && systemctl start --no-block {job.Name}.service
                for try in $(seq 300); do [ "$(podman inspect -f '{"{{.State.Running}}"}' {job.Name} 2>/dev/null)" = true ] && exit; sleep 0.2; done; exit 1
                """, timeout: Patience);
        _booted.Shell("rm -f /run/lab-enough");
        var traffic = Task.Run(() => _booted.Run(["bash", "-c", Traffic(jobs.SelectMany(Targets))], timeout: Patience));
        var faults = commands.Select(c => Task.Run(() => Fault(c, OnHost(c)))).ToList().Select(c => c.Result).OfType<string>().ToList();
        _booted.Shell("touch /run/lab-enough");
        traffic.Wait();
        foreach (var job in jobs)
            _booted.Shell($"systemctl stop {job.Name}.service; rm /etc/containers/systemd/{job.Name}.container.d/lab-sleeps.conf; systemctl daemon-reload; systemctl reset-failed {job.Name}.service 2>/dev/null || true", timeout: Patience);
        return faults;
    }

    /// <summary>What changes something. Before a file of podman's own goes, the services stop, as the page says.</summary>
    public IReadOnlyList<string> Change()
    {
        var faults = new List<string>();
        var units = string.Join(' ', host.Services.Where(s => s.Timer is null).SelectMany(s => s.Replicas).Select(r => $"{r.Name}.service"));
        foreach (var command in Commands("change"))
        {
            var stops = command.StartsWith("rm ", StringComparison.Ordinal);
            if (stops)
                _booted.Shell($"{Systemctl} stop {units}", timeout: Patience);
            if (Fault(command, OnHost(command)) is { } fault)
                faults.Add(fault);
            if (stops)
                _booted.Shell($"{Systemctl} start {units}", timeout: Patience);
        }
        return faults;
    }

    public static void AssertNone(IReadOnlyList<string> faults) => Assert.True(faults.Count == 0, string.Join('\n', faults));

    private IEnumerable<string> Commands(string where) => RunbookBlocks.Of(page).Where(b => b.Where == where).SelectMany(b => b.Commands).Distinct();

    private static bool IsCapture(string command) => command.Contains("tcpdump", StringComparison.Ordinal) && command.Contains("timeout", StringComparison.Ordinal);

    private static Address NamesOf(Network network, BootedNetwork lab) => network.Services.Any(s => s.IsPublicNameServer) ? network.Router.Public[0] : lab.Internet(Family.IPv4);

    private static bool IsKnock(string command) => command.StartsWith("nc ", StringComparison.Ordinal);

    private ToolResult OnHost(string command) => _booted.Run(["bash", "-c", command], timeout: Patience);

    // A port from the LAN, or from where the line says that it is open to; names and pages as the internet finds them.
    private ToolResult Elsewhere(string command)
    {
        if (!IsKnock(command))
            return lab.Room.Run(Debian(LabNetwork.Internet, $"echo nameserver {NamesOf(network, lab)} >/run/names; exec unshare --mount sh -c 'mount --bind /run/names /etc/resolv.conf; mount --bind /dev/null /etc/hosts; {command}'"));
        if (OnlyFrom().Match(command) is not { Success: true, Groups: [_, var source] })
            return lab.Room.Run(Debian(LabNetwork.Lan, command));
        var family = Port().Match(command).Groups[1].Value.Contains(':', StringComparison.Ordinal) ? Family.IPv6 : Family.IPv4;
        var caller = new LabNetwork(network).Callers.First(c => c.Address.Family == family && c.User == 0 && !c.IsLinkLocal && network.Sources.Single(s => s.Name == source.Value).Blocks.Any(b => b.Contains(c.Address)));
        return lab.Room.Run(Debian(caller.Namespace, command.Replace("nc ", $"nc -s {caller.Address} ", StringComparison.Ordinal)));
    }

    private IReadOnlyList<string> Debian(string place, string script) => ["ip", "netns", "exec", place, "nsenter", "--target", $"{_booted.Init}", "--mount", "--", "bash", "-c", script];

    // Null: it gave what the page says.
    private static string? Fault(string command, ToolResult result)
    {
        var comment = command.Split("   # ") is [_, var behind] ? behind : "";
        // No refusal in the journal is no fault: journalctl -g says so by its exit code.
        var nothing = command.StartsWith("journalctl", StringComparison.Ordinal) && result.Output.Contains("-- No entries --", StringComparison.Ordinal);
        return (result.ExitCode == 0 || nothing) && RunbookAnswers.Fit(command, comment, result) ? null : $"{command}\n{result}";
    }

    private string Systemctl => host.Rootless is { } user ? $"systemctl --user --machine={user.User}@" : "systemctl";

    // Until enough is said: a connection to each, again and again.
    private static string Traffic(IEnumerable<string> targets) =>
        $"end=$((SECONDS + 60)); until [ -e /run/lab-enough ] || [ $SECONDS -gt $end ]; do {string.Concat(targets.Select(t => $"{t} & "))} wait; sleep 0.2; done 2>/dev/null; true";

    // A user's bridges are in a namespace of his.
    private IEnumerable<string> FromHost() => host.Services.Where(s => s.Timer is null).SelectMany(Targets)
        .Select(t => host.Rootless is null ? t : $"{RootlessHost.AsUser(host)} podman unshare --rootless-netns {t}");

    private static IEnumerable<string> Targets(Service service) =>
        service.Zone is { Attachment: null } ? service.Replicas.Select(r => $"nc -zw 1 {r.Addresses[0]} {service.Ports.Select(p => p.Container.First).FirstOrDefault(9)}") : [];

    private IEnumerable<string> FromLan() =>
        host.Services.SelectMany(s => s.Ports).Where(p => p.Host is not null).Select(p => $"nc -zw 1 {host.Addresses[0]} {p.Host!.Value.First}").Append($"nc -zw 1 {host.Addresses[0]} 9")
            .Concat(host.Services.Where(s => s.Zone?.Attachment is not null).SelectMany(s => s.Ports.Select(p => $"nc -zuw 1 {s.Replicas[0].Addresses[0]} {p.Container.First}")));

    [GeneratedRegex("# .*from (\\S+) only$", RegexOptions.CultureInvariant)]
    private static partial Regex OnlyFrom();

    [GeneratedRegex("-w 5 (\\S+)", RegexOptions.CultureInvariant)]
    private static partial Regex Port();
}
