using PodPlay.Model;

namespace PodPlay.Firewall.Packets;

/// <summary>The interfaces of one host, by number: its own, one of each kind that others may bring, and every one that a rule names.</summary>
internal sealed class Interfaces
{
    private readonly List<string> _names = [];
    private readonly HashSet<string> _ports = ["veth0", "tap0"];

    public Interfaces(Host host)
    {
        Bridges = host.Rootless is null ? [.. host.Zones.Where(z => z.Attachment is null).Select(z => z.Bridge)] : [];
        _names.AddRange(["lo", host.Uplink ?? "uplink", .. Bridges, "br-foreign", "veth0", "tap0"]);
    }

    /// <summary>The bridges that podplay manages.</summary>
    public IReadOnlyList<string> Bridges { get; }

    public ValueSet Loopback => Named("lo");

    public ValueSet Managed => ValueSet.Union(Bridges.Select(Named));

    /// <summary>All that is neither loopback nor a bridge of podplay's: the uplink, other software's bridges.</summary>
    public ValueSet Outside => Where(n => n != "lo" && !Bridges.Contains(n) && !_ports.Contains(n));

    /// <summary>What the hooks of the IP families see.</summary>
    public ValueSet Routed => Where(n => !_ports.Contains(n));

    /// <summary>What the bridge family sees: ports of bridges.</summary>
    public ValueSet Ports => Where(n => n != "lo" && !Bridges.Contains(n));

    /// <summary>The ports that lead to containers.</summary>
    public ValueSet ContainerPorts => Where(n => n.StartsWith("veth", StringComparison.Ordinal));

    public void Add(string name)
    {
        if (!_names.Contains(name))
            _names.Add(name);
    }

    /// <summary>By name; with a star at the end all that begin so.</summary>
    public ValueSet Named(string pattern) => pattern.EndsWith('*')
        ? Where(n => n.StartsWith(pattern[..^1], StringComparison.Ordinal))
        : Where(n => n == pattern);

    public string NameOf(UInt128 index) => index < (UInt128)_names.Count ? _names[(int)index] : "(any)";

    private ValueSet Where(Func<string, bool> holds) => ValueSet.Of(Enumerable.Range(0, _names.Count).Where(i => holds(_names[i])));
}
