using System.Text;
using PodPlay.Artefacts;
using PodPlay.Artefacts.Quadlet;
using PodPlay.Artefacts.Sysctl;
using PodPlay.Changes;
using PodPlay.Diagnostics;
using PodPlay.Drift.Reports;
using PodPlay.Model;
using PodPlay.Testing;
using PodPlay.Text;

namespace PodPlay.Drift;

/// <summary>The report of a host that is exactly what a spec says, to be changed line by line. Its words are those of podman 5.4.2, nft 1.1.3 and
/// systemd 257; that a real host uses the same, the tests on booted hosts prove.</summary>
internal sealed class HostSays
{
    private readonly Dictionary<string, List<string>> _sections = ReportSections.Fields.Keys.ToDictionary(s => s, _ => new List<string>());

    public HostSays(ChangeSide spec, string name)
    {
        var host = spec.Network.Hosts.Single(h => h.Name == name);
        var files = spec.Files.Where(f => f.Key.StartsWith($"{name}/", StringComparison.Ordinal)).ToDictionary(f => f.Key[(name.Length + 1)..], f => f.Value);
        var target = DriftTarget.Of(spec.Network, host, spec.Files);
        this["host"].AddRange(["name\t" + name, .. host.Addresses.Select(a => $"address\t{a}"), $"podman\t{host.Podman}.2", "nft\t1.1.3", "systemd\t257", "ephemeral\t32768-60999"]);
        if (host.Rootless is not null)
            this["host"].Add("linger\tyes");
        this["manifest"].AddRange(Lines(files[DriftTarget.ManifestPath]));
        this["files"].AddRange(target.Hashes.Select(f => $"file\t{f.Value}\t644\t0:0\t{f.Key}"));
        this["found"].AddRange(files.Keys.Where(p => p.StartsWith("etc/podplay/", StringComparison.Ordinal) || p.StartsWith("etc/containers/systemd/", StringComparison.Ordinal)).Select(p => $"/{p}"));
        this["units"].AddRange(target.Units.DistinctBy(u => u.Name).Select(u => $"{u.Name}\tloaded\t{(u.Kind == EffectKind.Daemon ? "inactive" : "active")}\tenabled\tno\t{(u.Path.Contains("containers", StringComparison.Ordinal) ? $"/run/systemd/generator/{u.Name}" : $"/{u.Path}")}\t"));
        this["networks"].Add("podman\tbridge\tpodman0\tfalse\tfalse\t10.88.0.0/16,10.88.0.1 \t");
        this["networks"].AddRange(host.Zones.Select(z => $"{z.NetworkName}\t{Driver(z)}\tfalse\t{(z.Attachment is null ? "true" : "false")}\t{string.Concat(z.Subnets.Select(s => $"{s.Prefix},{s.Gateway} "))}\t{Options(z)}"));
        foreach (var replica in host.Services.Where(s => s.Timer is null).SelectMany(s => s.Replicas))
            this["containers"].Add($"{replica.Name}\trunning\t{replica.Service.Image}\tid of {replica.Service.Image}\t{replica.Name}.service\t{NetworkOf(replica)} ");
        this["images"].AddRange(host.Services.Select(s => s.Image).Distinct().Select(i => $"{i}\tid of {i}"));
        this["secrets"].AddRange(host.Services.SelectMany(s => ContainerSecrets.NamesOf(s, spec.Network)).Distinct());
        this["sysctl"].AddRange(HostSettings.Of(host).Select(s => $"set\t{s.Key}\t{s.Value}"));
        this["hosts"].AddRange(Lines(files[DriftTarget.HostsPath]).SkipWhile(l => l != "# BEGIN podplay"));
        if (host.Admin is { } admin)
            this["sockets"].Add($"tcp\t0.0.0.0:{admin.SshPort}\tsshd\tssh.service");
        this["sockets"].AddRange(["udp\t0.0.0.0:68\tdhclient\t-", "udp\t127.0.0.53%lo:53\tsystemd-resolve\tsystemd-resolved.service", "udp\t[::]:40000\tnamed\tdns.service"]);
        this["tables"].AddRange(["table\tinet\tpodplay\t-\t-\t-", "chain\tinet\tpodplay\tinput\tinput\tdrop", "table\tinet\tnetavark\t-\t-\t-", "chain\tinet\tnetavark\tINPUT\tinput\taccept"]);
        foreach (var section in new[] { "live", "loaded" })
            this[section].AddRange(Lines(Encoding.UTF8.GetBytes(Ruleset)));
    }

    public const string Ruleset = "table inet podplay {\n\tset dmz {\n\t\ttype ipv4_addr\n\t\telements = { 172.20.1.10 comment \"a, {b}\",\n\t\t\t     172.20.1.11 }\n\t}\n\n\tset seen {\n\t\ttype ipv4_addr\n\t\tflags dynamic,timeout\n\t}\n\n\tchain input {\n\t\ttype filter hook input priority filter; policy drop;\n\t\ttcp dport 22 accept comment \"hosts.main.admin\"\n\t\tdrop\n\t}\n}\n";

    /// <summary>A sample, rendered.</summary>
    public static ChangeSide Spec(string sample) => ChangeSide.Of(InMemory.Compile(InMemory.Text(sample), InMemory.Lock(sample)));

    public List<string> this[string section] => _sections[section];

    /// <summary>Replaces a text that stands in exactly one line of a section.</summary>
    public void Edit(string section, string from, string to)
    {
        var at = Assert.Single(Enumerable.Range(0, this[section].Count), i => this[section][i].Contains(from, StringComparison.Ordinal));
        this[section][at] = this[section][at].Replace(from, to, StringComparison.Ordinal);
    }

    /// <summary>As the script prints it.</summary>
    public override string ToString()
    {
        var body = $"podplay report 1\n{string.Concat(_sections.Select(s => $"[{s.Key}]\n{string.Concat(s.Value.Select(l => $" {l}\n"))}"))}";
        return $"{body}[end] {Sha256.Hex(Encoding.UTF8.GetBytes(body))}\n";
    }

    public HostReport Report
    {
        get
        {
            var diagnostics = new DiagnosticBag();
            var reports = ReportReader.Read("a report", Encoding.UTF8.GetBytes(ToString()), diagnostics);
            Assert.False(diagnostics.HasErrors, string.Join('\n', diagnostics.ToSortedList().Select(d => d.Message)));
            return Assert.Single(reports);
        }
    }

    private static string Driver(Zone zone) => zone.Attachment is { } wire ? $"{wire.Word}\t{wire.Parent}" : $"bridge\t{zone.Bridge}";

    private static string Options(Zone zone) => zone.Attachment is null ? "isolate=false " : zone.Attachment.Kind == AttachmentKind.Passthru ? "mode=passthru " : "";

    private static string NetworkOf(Replica replica) =>
        replica.Service.Zone is { } zone ? $"{zone.NetworkName}={replica.AddressOf(Family.IPv4)},{replica.AddressOf(Family.IPv6)}" : "host=,";

    private static IEnumerable<string> Lines(byte[] text) => Encoding.UTF8.GetString(text).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
