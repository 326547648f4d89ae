using PodPlay.Lab;
using PodPlay.Model;

namespace PodPlay.Boot;

/// <summary>
/// A card of a host that is handed to a container (<c>attach:</c>): a cable to the LAN stands for it. Kernels of build machines have no
/// macvlan; whoever has such a network in podman and netavark, unit files and all, gets the card itself by a plugin of netavark's.
/// </summary>
internal static class HostCard
{
    // netavark-plugins(7): what is asked for stands in the second word and on standard input.
    private const string Plugin = """
        #!/usr/bin/python3
        import json, subprocess, sys

        def ip(*words, inside=None):
            return subprocess.run([*(["nsenter", f"--net={inside}"] if inside else []), "ip", *words], check=True, capture_output=True, text=True).stdout

        verb, place, job = sys.argv[1], sys.argv[2], json.load(sys.stdin)
        card, name = job["network"]["network_interface"], job["network_options"]["interface_name"]
        if verb == "setup":
            ip("link", "set", card, "netns", place.split("/")[-1])
            ip("link", "set", card, "name", name, inside=place)
            subnets = [{"ipnet": f'{a}/{s["subnet"].split("/")[1]}', "gateway": s["gateway"]} for a, s in zip(job["network_options"]["static_ips"], job["network"]["subnets"])]
            for subnet in subnets:
                ip("address", "add", subnet["ipnet"], "dev", name, inside=place)
            ip("link", "set", name, "up", inside=place)
            mac = json.loads(ip("-json", "link", "show", name, inside=place))[0]["address"]
            print(json.dumps({"dns_search_domains": [], "dns_server_ips": [], "interfaces": {name: {"mac_address": mac, "subnets": subnets}}}))
        else:
            ip("link", "set", name, "down", inside=place)
            ip("link", "set", name, "name", card, inside=place)
            ip("link", "set", card, "netns", "1", inside=place)
            ip("link", "set", card, "up")

        """;

    /// <summary>The cards of a host, each on the router's LAN; the containers have their addresses themselves.</summary>
    public static void PlugIn(BootedHost booted, Host host, LabNetwork lab)
    {
        var zones = host.Zones.Where(z => z.Attachment is not null).ToList();
        if (zones.Count == 0)
            return;
        foreach (var zone in zones)
        {
            var script = $"""
                ip link add p-{zone.Name} netns {LabNetwork.Router} type veth peer name {zone.Attachment!.Parent} netns {host.Name}
                ip -n {LabNetwork.Router} link set p-{zone.Name} master {lab.Gate.Lan} up
                ip -n {host.Name} link set {zone.Attachment!.Parent} up
                {string.Concat(AddressesOf(zone).Select(a => $"ip -n {LabNetwork.Lan} address delete {a}/{zone.Subnets.Single(s => s.Prefix.Contains(a)).Prefix.Length} dev eth0\n"))}
                """;
            var plugged = booted.Room.Run(["sh", "-euc", script]);
            Assert.True(plugged.ExitCode == 0, plugged.ToString());
        }
        booted.Shell("mkdir -p /usr/local/libexec/netavark && cat >/usr/local/libexec/netavark/card && chmod 755 /usr/local/libexec/netavark/card", Plugin);
        booted.Shell("""
            mv /usr/lib/podman/netavark /usr/lib/podman/netavark.real
            printf '#!/bin/sh\nsed s/\\"driver\\":\\"macvlan\\"/\\"driver\\":\\"card\\"/ | exec /usr/lib/podman/netavark.real --plugin-directory /usr/local/libexec/netavark "$@"\n' >/usr/lib/podman/netavark
            chmod 755 /usr/lib/podman/netavark
            """);
    }

    /// <summary>Those that are on a card.</summary>
    public static IEnumerable<Address> AddressesOf(Zone zone) => zone.Attachment is null ? [] : zone.Services.SelectMany(s => s.Replicas).SelectMany(r => r.Addresses);
}
