using System.Text;

namespace PodPlay.Lab;

/// <summary>Namespaces, interfaces, addresses and routes, as the commands that make them.</summary>
internal sealed class Wiring
{
    private readonly List<string> _namespaces = [];
    private readonly List<string> _links = [];
    private readonly SortedDictionary<string, List<string>> _inside = new(StringComparer.Ordinal);

    public void AddNamespace(string name) => _namespaces.Add(name);

    /// <summary>A cable between two namespaces.</summary>
    public void Connect(string one, string interfaceOfOne, string other, string interfaceOfOther) =>
        _links.Add($"link add {interfaceOfOne} netns {one} type veth peer name {interfaceOfOther} netns {other}");

    /// <summary>A command of <c>ip</c> inside a namespace, in the order of calls.</summary>
    public void Ip(string name, string command)
    {
        if (!_inside.TryGetValue(name, out var commands))
            _inside[name] = commands = [];
        commands.Add(command);
    }

    /// <summary>Shell that sets everything up; nothing of it outlives the network and mount namespaces that it runs in.</summary>
    public string Script
    {
        get
        {
            var script = new StringBuilder("set -e\n");
            // A booted host is a namespace that is there already.
            script.Append($"for name in {string.Join(' ', _namespaces)}; do [ -e /run/netns/$name ] || echo netns add $name; done | ip -batch -\n");
            // No detection of duplicate addresses: an address would be unusable for a second. And bridges of other people's make.
            foreach (var name in _namespaces)
                script.Append($"ip netns exec {name} sysctl -qw net.ipv6.conf.default.accept_dad=0 net.ipv6.conf.all.accept_dad=0 net.bridge.bridge-nf-call-iptables=0 net.bridge.bridge-nf-call-ip6tables=0\n");
            script.Append(Batch("ip", _links));
            foreach (var name in _namespaces)
                script.Append(Batch($"ip -n {name}", [.. _inside.GetValueOrDefault(name, []).Prepend("link set lo up")]));
            return script.ToString();
        }
    }

    private static string Batch(string ip, IEnumerable<string> commands) => $"{ip} -batch - <<'END'\n{string.Join('\n', commands)}\nEND\n";
}
