using System.Collections.Immutable;
using PodPlay.Artefacts.Quadlet;
using PodPlay.Model;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Bind;

/// <summary>Every name, from everybody who may use it: the containers by what their unit puts into /etc/hosts, hosts by their block, the LAN by the
/// name server itself.</summary>
public sealed class NamesResolveTests
{
    private static readonly Compilation Compiled = InMemory.Compile(NameServerSpecs.Full);
    private static readonly Network Network = Compiled.Network!;
    private static readonly SortedDictionary<string, string> Files = InMemory.Render(Compiled);

    public static TheoryData<string, string> Calls
    {
        get
        {
            var calls = new TheoryData<string, string>();
            foreach (var (caller, callee) in Network.Flows.SelectMany(f => CallersOf(f).Select(c => (c.Name, ((FlowEnd.OfService)f.To).Service.Name))).Where(c => c.Item1 != c.Item2).Distinct())
                calls.Add(caller, callee);
            return calls;
        }
    }

    // glibc with the container's /etc/hosts as podman writes it from AddHost=; what stands in Network= as an alias, podman's resolver knows.
    [ToolTheory(Debian.Trixie)]
    [MemberData(nameof(Calls))]
    public void A_caller_finds_its_callee_by_every_name_and_family(string caller, string callee)
    {
        var client = Network.Services.Single(s => s.Name == caller);
        var server = Network.Services.Single(s => s.Name == callee);
        var unit = Files[$"{client.Host.Name}/etc/containers/systemd/{client.Replicas[0].Name}.container"];
        var added = Lines(unit, "AddHost=").Select(l => l.Split(':', 2)).ToList();
        var inZone = server.IsReplicated && server.Zone == client.Zone;
        var aliases = Lines(Files[$"{server.Host.Name}/etc/containers/systemd/{server.Replicas[0].Name}.container"], "Network=").SelectMany(l => l.Split(',')).Where(o => o.StartsWith("alias=", StringComparison.Ordinal)).Select(o => o[6..]).ToHashSet();
        var expected =
            from name in Network.Names.Of(server)
            where name.Kind != NameKind.Public || server.KeepsPorts(p => p.Container)
            from spelling in name.Spellings
            from family in new[] { Family.IPv4, Family.IPv6 }
            where client.Zone is { } zone ? zone.SubnetOf(family) is not null : client.Host.AddressOf(family) is not null
            let address = server.Zone is not null && server.Host == client.Host ? server.Replicas[0].AddressOf(family) : server.Host.AddressOf(family)
            where address is not null
            select $"{spelling} {address}";

        if (inZone)
            Assert.All(Network.Names.Of(server).SelectMany(n => n.Spellings), n => Assert.Contains(n, aliases));
        else
            Assert.Equal(expected.Order(StringComparer.Ordinal), Getent(string.Concat(added.Select(a => $"{a[1]} {a[0]}\n")), Network.Names.Of(server).SelectMany(n => n.Spellings)).Order(StringComparer.Ordinal));
        Assert.Contains(Lines(unit, "Environment="), e => e.StartsWith($"{Discovery.VariableOf(callee)}_HOST=", StringComparison.Ordinal) && Network.Names.Of(server).SelectMany(n => n.Spellings).Contains(e.Split('=')[1]));
    }

    [ToolTheory(Debian.Trixie)]
    [InlineData("main")]
    [InlineData("fast")]
    public void A_host_finds_every_name_that_it_meets(string host)
    {
        var asker = Network.Hosts.Single(h => h.Name == host);
        var expected =
            from entry in Network.Names.Entries
            where entry.Kind != NameKind.NameServer && !(entry.Kind == NameKind.Host && entry.Host == asker)
            from spelling in entry.Spellings
            from address in Meeting.FromHost(asker, entry)
            select $"{spelling} {address}";

        var found = Getent(Files[$"{host}/etc/podplay/hosts"], Network.Names.Entries.SelectMany(e => e.Spellings));

        Assert.NotEmpty(expected);
        Assert.Equal(expected.Distinct().Order(StringComparer.Ordinal), found.Distinct().Order(StringComparer.Ordinal));
    }

    [ToolFact]
    public void The_LAN_finds_every_name_by_the_name_server()
    {
        var expected = (
            from entry in Network.Names.Entries
            from address in Meeting.Inside(entry, Network.Domains[0].Addresses)
            select $"{entry.FullName} {address}").ToList();
        using var tree = NameServerTree.Of(Files, "main/etc/podplay/dns");
        // The addresses on which it listens; loopback asks as the inside.
        const string Script = """
            for address in 192.168.1.100/32 2001:db8:1::100/128; do ip address add $address dev lo; done
            mkdir -p /run/secrets; tsig-keygen -a hmac-sha256 acme-update >/run/secrets/acme-update
            cp /etc/bind/zones/dynamic/*.zone /var/lib/bind/
            named -f -c /etc/bind/named.conf >/tmp/log 2>&1 & named=$!
            for try in {1..100}; do dig +tries=1 +time=1 @127.0.0.1 podplay.internal SOA >/dev/null 2>&1 && break; sleep 0.1; done
            for name in "$@"; do
                for type in A AAAA; do dig +tries=2 +time=2 +short @127.0.0.1 "$name" $type | sed "s/^/$name /"; done
            done
            kill $named
            """;

        var result = InRoot.Script(Debian.Trixie, tree.Root, Script, [.. Network.Names.Entries.Select(e => e.FullName).Distinct()]);

        Assert.Equal(expected.Distinct().Order(StringComparer.Ordinal), ToolResult.LinesOf(result.Output).Order(StringComparer.Ordinal));
    }

    private static ImmutableArray<Service> CallersOf(Flow flow) => flow.From switch
    {
        FlowEnd.OfService from => [from.Service],
        FlowEnd.OfZone from => from.Zone.Services,
        _ => [],
    };

    private static IEnumerable<string> Lines(string text, string key) =>
        text.Split('\n').Where(l => l.StartsWith(key, StringComparison.Ordinal)).Select(l => l[key.Length..]);

    private static IEnumerable<string> Getent(string hosts, IEnumerable<string> names)
    {
        using var tree = TempTree.Of(("etc/hosts", hosts));
        var result = InRoot.Script(Debian.Trixie, tree.Root, """
            for name in "$@"; do
                getent -s hosts:files ahosts "$name" | while read -r address type rest; do [ "$type" != STREAM ] || echo "$name $address"; done
            done
            """, [.. names.Distinct()]);
        return ToolResult.LinesOf(result.Output);
    }
}
