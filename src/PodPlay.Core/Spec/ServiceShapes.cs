using static PodPlay.Spec.SpecShapes;

namespace PodPlay.Spec;

/// <summary>The keys of a service.</summary>
internal static class ServiceShapes
{
    public static Shape Service { get; } = Map("service", "A workload: one or more equal containers of one image.",
        Required("image", Scalar("image", "registry/name:tag, best with @sha256 behind it.", Rules.Image), "image: registry/name:tag"),
        Optional("zone", Scalar("zone", "The zone it stands in.", Rules.Label)),
        Optional("network", Scalar("network", "host: it shares its host's network and stands in no zone.", Rules.Choice("host"))),
        Optional("host", Scalar("host", "Where it runs; otherwise its zone says so.", Rules.Label)),
        Optional("at", Scalar("at", "Host number in every subnet of the zone, spelled alike: 20 is .20 and ::20.", Rules.WholeNumber(1, 65534))),
        Optional("aliases", List("aliases", "Further names.", Rules.Label)),
        Optional("replicas", Scalar("replicas", "How many equal containers; they take consecutive addresses.", Rules.WholeNumber(1, 99))),
        Optional("public", Ports("public", "Ports for the internet: one number, or router -> host -> container.")),
        Optional("lan", Ports("lan", "Ports for the LAN: one number, or host -> container.")),
        Optional("private", Ports("private", "Ports that only flows reach: one number.")),
        Optional("listen", Scalar("listen", "host: only the host's own addresses, not those of the bridges.", Rules.Choice("host"))),
        Optional("balance", Names("balance", "What this balancer does with each of its ports.", BalanceShapes.Balance)),
        Optional("statistics", Scalar("statistics", "The own port that shows the balancer's statistics, and its metrics at /metrics.", Rules.Label)),
        Optional("vhosts", VirtualHostsShape()),
        Optional("layout", Scalar("layout", "Where the image keeps Apache's configuration.", Rules.Choice("debian", "httpd"))),
        Optional("resolves", List("resolves", "The domains that this name server (BIND) answers for: the internal one, and public ones.", Rules.DomainName)),
        Optional("forwarders", List("forwarders", "Whom this name server asks for all other names; without them it asks the root servers itself.", Rules.Address)),
        Optional("command", Scalar("command", "Command and arguments instead of the image's own.", Rules.Text)),
        Optional("reload", Scalar("reload", "Shell command in the container that makes it read its files again; without it a new certificate restarts it.", Rules.Text)),
        Optional("health", Scalar("health", "Shell command that exits with 0 when the service is well.", Rules.Text)),
        Optional("environment", new Shape { Noun = "environment", Doc = "Variables. Never a secret's value.", Named = new(Rules.EnvironmentName, Scalar("variable", "Its value.", Rules.AnyText)) }),
        Optional("volumes", new Shape { Noun = "volumes", Doc = "Named volumes or host paths, and where they are mounted.", Named = new(Rules.VolumeSource, VolumeShape()) }),
        Optional("secrets", List("secrets", "Podman secrets by name, as files; as a map: the variable that gets it.", Rules.SecretName) with { Named = new(Rules.SecretName, Scalar("variable", "The variable.", Rules.EnvironmentName)) }),
        Optional("devices", List("devices", "Device nodes of the host.", Rules.Path)),
        Optional("sysctl", SysctlShape("its network namespace")),
        Optional("capabilities", List("capabilities", "Linux capabilities on top of podman's.", Rules.Capability)),
        Optional("user", Scalar("user", "User inside the container.", Rules.ContainerUser)),
        Optional("userns", UserNamespaceShape()),
        Optional("read-only", Scalar("read-only", "Whether the container's own file system is read-only.", Rules.Boolean)),
        Optional("dns", List("dns", "Resolvers, in the order of asking: addresses or services.", Rules.ResolverName)),
        Optional("timer", Scalar("timer", "Runs then and stops again: a systemd calendar expression such as daily.", Rules.Text)),
        Optional("stop-timeout", Scalar("stop-timeout", "Seconds until it is killed.", Rules.WholeNumber(1, 3600))),
        Optional("limits", LimitsShape()));

    private static Shape Ports(string noun, string doc) => Names(noun, doc,
        Scalar("port", "A port: 80, 53/tcp+udp, 6000-6010, or with arrows from the outside in.", Rules.Port) with
        {
            Keys =
            [
                Required("port", Scalar("port", "The port.", Rules.Port), "port: 9443 -> 443"),
                Optional("from", Scalar("from", "The source from which alone it may be called.", Rules.Label)),
                Optional("proxy", Scalar("proxy", "true: its program expects the PROXY protocol, which tells who the client was; balancers speak it there.", Rules.Boolean)),
                .. TermKeys(),
            ],
        });

    private static Shape VirtualHostsShape() => List("vhosts", "The sites that this Apache serves.", Rules.DomainName) with
    {
        Named = new(Rules.DomainName, Map("vhost", "A site.",
            Optional("aliases", List("aliases", "Further names of it.", Rules.DomainName)),
            Optional("root", Scalar("root", "Its folder in the container.", Rules.Path)))),
    };

    private static Shape VolumeShape() => Scalar("volume", "Where it is mounted.", Rules.Path) with
    {
        Keys =
        [
            Required("at", Scalar("at", "Where it is mounted.", Rules.Path), "at: /var/lib/data"),
            Optional("read-only", Scalar("read-only", "Whether the container may only read it.", Rules.Boolean)),
            Optional("backup", BackupShape()),
        ],
    };

    private static Shape BackupShape() => Map("backup", "The volume is archived, and it is tried that an archive can be brought back.",
        Required("to", Scalar("to", "A folder of the host, best on another disk; each volume has a folder below it.", Rules.Path), "to: /srv/backup"),
        Optional("timer", Scalar("timer", "When: a systemd calendar expression; daily when it says nothing.", Rules.Text)),
        Optional("keep", Scalar("keep", "How many archives stay; 14 when it says nothing.", Rules.WholeNumber(1, 9999))),
        Optional("stop", Scalar("stop", "Whether services that use the volume are stopped meanwhile: true unless there is a dump.", Rules.Boolean)),
        Optional("dump", Scalar("dump", "Shell command in the running container whose output is archived instead of the files.", Rules.Line)),
        Optional("load", Scalar("load", "Shell command in the running container that reads a dump from its standard input.", Rules.Line)),
        Optional("test", Scalar("test", "When the newest archive is unpacked and looked into: a systemd calendar expression; weekly when it says nothing.", Rules.Text)),
        Optional("check", Scalar("check", "Shell command in a container of the same image that succeeds when an archive is good: it sees the files at their place, or reads the dump.", Rules.Line)));

    private static Shape LimitsShape() => Map("limits", "Limits for each client address (IPv6: each /64) on exposed ports.",
        Optional("rate", Scalar("rate", "New connections a second.", Rules.WholeNumber(1, 100000))),
        Optional("burst", Scalar("burst", "How many may come at once.", Rules.WholeNumber(1, 100000))),
        Optional("connections", Scalar("connections", "Open connections at a time.", Rules.WholeNumber(1, 1000000))),
        Optional("requests", Scalar("requests", "HTTP requests a second through this balancer, counted over ten seconds; more are answered with 429.", Rules.WholeNumber(1, 100000))));
}
