using System.Collections.Immutable;

namespace PodPlay.Spec;

/// <summary>The key table: every key of a spec, what may stand under it, and what it is for.</summary>
internal static class SpecShapes
{
    public static Shape Root { get; } = Map("spec", "A podplay spec: hosts, zones, services, and who may talk to whom.",
        Required("podplay", Scalar("format", "Version of this file's format.", Rules.Format), "podplay: 1"),
        Optional("name", Scalar("name", "Prefix of podman networks and volumes.", Rules.Label)),
        Optional("domain", Scalar("domain", "Domain of service discovery: a service is SERVICE.DOMAIN.", Rules.DomainName)),
        Optional("include", List("include", "Further files, or globs, relative to this one. They add; they never override.", Rules.Text)),
        Optional("router", RouterShape()),
        Optional("sources", Names("sources", "Named address sets that a port or a flow may start from.", ListOrOne("source", "Addresses and blocks.", Rules.Block))),
        Optional("defaults", DefaultsShape()),
        Required("hosts", Names("hosts", "The machines that run podman.", HostShape()), "hosts: { main: { address: [192.168.1.100] } }"),
        Optional("zones", Names("zones", "Parts of the network with one level of trust: one bridge network each.", ZoneShape())),
        Optional("services", Names("services", "What runs.", ServiceShapes.Service)),
        Optional("certificates", new Shape { Noun = "certificates", Doc = "Certificates from an ACME authority, by their first name.", Named = new(Rules.CertificateName, CertificateShape()) }),
        Optional("domains", new Shape { Noun = "domains", Doc = "Public domains that a name server of the services answers for (resolves:), and what their records say.", Named = new(Rules.DomainName, DomainShapes.Domain) }),
        Optional("flows", FlowsShape()),
        Optional("assert", AssertShape()),
        Optional("lint", LintShape()));

    internal static Shape Scalar(string noun, string doc, ScalarRule rule) => new() { Noun = noun, Doc = doc, Scalar = rule };

    internal static Shape List(string noun, string doc, ScalarRule item) =>
        new() { Noun = noun, Doc = doc, Item = new() { Noun = noun, Doc = doc, Scalar = item } };

    internal static Shape ListOrOne(string noun, string doc, ScalarRule item) => List(noun, doc, item) with { Scalar = item };

    internal static Shape Map(string noun, string doc, params ImmutableArray<Key> keys) => new() { Noun = noun, Doc = doc, Keys = keys };

    internal static Shape Names(string noun, string doc, Shape value) => new() { Noun = noun, Doc = doc, Named = new(Rules.Label, value) };

    internal static Key Required(string name, Shape shape, string example) => new(name, shape) { IsRequired = true, Example = example };

    internal static Key Optional(string name, Shape shape) => new(name, shape);

    internal static Shape SysctlShape(string whose) => new()
    {
        Noun = "sysctl",
        Doc = $"Kernel settings of {whose}, checked against podplay's own table.",
        Named = new(Rules.SysctlKey, Scalar("setting", "Its value.", Rules.Text)),
    };

    private static Shape RouterShape() => Map("router", "The home or office router in front of the hosts.",
        Required("address", ListOrOne("address", "The router's own addresses on the LAN.", Rules.Address), "address: 192.168.1.1"),
        Required("lan", ListOrOne("lan", "The LAN's address blocks, both families.", Rules.Subnet), "lan: [192.168.1.0/24]"),
        Optional("public", ListOrOne("public", "Its addresses towards the internet; dynamic where the provider changes them.", Rules.PublicAddress)),
        Optional("kind", Scalar("kind", "What it runs: a configuration for it is written besides the table of clicks.", Rules.Choice("openwrt", "nftables", "mikrotik", "vyos"))),
        Optional("interfaces", Map("interfaces", "What the router calls its two sides: interfaces, or OpenWrt's zones, or RouterOS' interface lists.",
            Required("wan", Scalar("wan", "Towards the internet.", Rules.Interface), "wan: eth0"),
            Required("lan", Scalar("lan", "Towards the LAN.", Rules.Interface), "lan: eth1"))));

    private static Shape DefaultsShape() => Map("defaults", "What a host or service takes when it says nothing.",
        Optional("host", Scalar("host", "Where zones and services live.", Rules.Label)),
        Optional("userns", UserNamespaceShape()),
        Optional("dns", List("dns", "Resolvers of containers, in the order of asking: addresses or services.", Rules.ResolverName)));

    internal static Shape UserNamespaceShape() =>
        Scalar("userns", "auto: root in a container is nobody on the host; host: no user namespace.", Rules.Choice("auto", "host"));

    private static Shape HostShape() => Map("host", "A machine that runs podman.",
        Required("address", ListOrOne("address", "Its own addresses, IPv4 and IPv6.", Rules.Address), "address: [192.168.1.100]"),
        Optional("podman", Scalar("podman", "Version of its podman: only keys that it knows are emitted.", Rules.Version)),
        Optional("rootless", Map("rootless", "The user as whom services run, with the uid that names the units' folder.",
            Required("user", Scalar("user", "The user's name.", Rules.UserName), "user: podplay"),
            Required("uid", Scalar("uid", "The user's number on this host.", Rules.WholeNumber(1, 65533)), "uid: 1001")) with
        { Scalar = Rules.UserName }),
        Optional("uplink", Scalar("uplink", "Its interface towards the router.", Rules.Interface)),
        Optional("admin", Map("admin", "How an administrator gets in.",
            Optional("ssh", Scalar("ssh", "Port of ssh; none only with a reason.", Rules.Ssh)),
            Optional("from", Scalar("from", "A source; the LAN when it says nothing.", Rules.Label)))),
        Optional("sysctl", SysctlShape("the host")),
        Optional("tuning", Scalar("tuning", "A reviewed preset of kernel settings.", Rules.Choice("throughput"))));

    private static Shape ZoneShape() => Map("zone", "One bridge network with one level of trust.",
        Optional("subnets", List("subnets", "One subnet for each family.", Rules.Subnet)),
        Optional("egress", Scalar("egress", "Whether its services may open connections to the internet.", Rules.Choice("none", "internet"))),
        Optional("host", Scalar("host", "The host whose bridge it is.", Rules.Label)),
        Optional("attach", Scalar("attach", "On a wire of the host instead of a bridge: machines of the LAN (macvlan, ipvlan), or one that has the interface alone (passthru). No ruleset guards them.", Rules.Choice("macvlan", "ipvlan", "passthru"))),
        Optional("parent", Scalar("parent", "The host's interface that the zone is attached to.", Rules.Interface)));

    private static Shape CertificateShape() => Map("certificate", "A certificate and who uses it.",
        Optional("names", List("names", "Further names in it.", Rules.CertificateName)),
        Required("challenge", Scalar("challenge", "How the authority is convinced.", Rules.Choice("http-01", "dns-01")), "challenge: http-01"),
        Optional("solver", Scalar("solver", "The service that runs the ACME client, certbot.", Rules.Label)),
        Optional("server", Scalar("server", "The authority: staging until it works, then production; or the address of another one's directory.", Rules.AcmeServer)),
        Optional("email", Scalar("email", "Contact of the account at the authority.", Rules.Email)),
        Optional("key", Scalar("key", "For dns-01: the podman secret with the TSIG key, as tsig-keygen prints it.", Rules.SecretName)),
        Optional("deploy", List("deploy", "The services that use it; each finds it in /certs/NAME.", Rules.Label)));

    private static Shape FlowsShape()
    {
        var ports = ListOrOne("flow", "One port by name, a list, or any.", Rules.FlowPort);
        return new()
        {
            Noun = "flows",
            Doc = "Who may open connections to whom: the firewall, the start order and the discovery environment at once.",
            Named = new(Rules.Flow, ports with { Keys = [Required("ports", ports, "ports: [http]"), .. TermKeys()] }),
        };
    }

    /// <summary>How long something is meant to exist, and who answers for it.</summary>
    internal static ImmutableArray<Key> TermKeys() =>
    [
        Optional("until", Scalar("until", "Its last day: a warning when it nears, an error when it is past. Judged against --today, or the commit of HEAD.", Rules.Date)),
        Optional("owner", Scalar("owner", "Who answers for it, for the reader of the output.", Rules.Owner)),
    ];

    private static Shape AssertShape() => Map("assert", "Statements about who may reach whom that must stay true; checked on every run.",
        Optional("never", ListOrOne("never", "client -> server: no such connection may be possible.", Rules.Statement)),
        Optional("only", new Shape
        {
            Noun = "only",
            Doc = "Of what is called, the complete list of who may: db.postgres: [apache, mail].",
            Named = new(Rules.StatementTarget, ListOrOne("only", "Services, zones, hosts, sources, internet, lan, router.", Rules.Label)),
        }),
        Optional("allow", ListOrOne("allow", "client -> server: such a connection must be possible.", Rules.Statement)));

    private static Shape LintShape() => new()
    {
        Noun = "lint",
        Doc = "Levels of findings, by code or name.",
        Named = new(Rules.Text, Scalar("level", "deny makes an error of it, warn a warning, allow silences it with the reason.", Rules.LintLevel) with
        {
            Keys = [Required("allow", Scalar("reason", "Why this is fine here.", Rules.Text), "allow: reason")],
        }),
    };
}
