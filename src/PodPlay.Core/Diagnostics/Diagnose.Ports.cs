using System.Collections.Immutable;
using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>PP3xx: ports on routers and hosts.</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule HostPortTakenRule = DiagnosticRule.Error("PP301", "host-port-taken");
    public static readonly DiagnosticRule ReplicaFixedPortRule = DiagnosticRule.Error("PP302", "replica-fixed-port");
    public static readonly DiagnosticRule RouterPortTakenRule = DiagnosticRule.Error("PP303", "router-port-taken");
    public static readonly DiagnosticRule HostNetworkRemapRule = DiagnosticRule.Error("PP304", "host-network-remap");
    public static readonly DiagnosticRule SshPortTakenRule = DiagnosticRule.Error("PP306", "ssh-port-taken");
    public static readonly DiagnosticRule PrivilegedPortRootlessRule = DiagnosticRule.Deny("PP307", "privileged-port-rootless");
    public static readonly DiagnosticRule DnsPortWildcardRule = DiagnosticRule.Deny("PP308", "dns-port-wildcard");
    public static readonly DiagnosticRule DnsOneProtocolRule = DiagnosticRule.Warning("PP309", "dns-one-protocol");
    public static readonly DiagnosticRule EphemeralPortRule = DiagnosticRule.Warning("PP310", "ephemeral-port");
    public static readonly DiagnosticRule CleartextPublicRule = DiagnosticRule.Warning("PP311", "cleartext-public");
    public static readonly DiagnosticRule DatabasePublicRule = DiagnosticRule.Deny("PP312", "database-public");

    public static readonly DiagnosticRule LowPortNonRootRule = DiagnosticRule.Warning("PP305", "low-port-nonroot");

    internal static Diagnostic HostPortTaken(string what, ImmutableArray<(SourceSpan Place, string Port)> claims, string who, IEnumerable<string> fixes) =>
        new(HostPortTakenRule, $"{what} is published {who}")
        {
            Primary = new(claims[1].Place, claims[1].Port),
            Related = [new(claims[0].Place, $"{claims[0].Port}, first use"), .. claims.Skip(2).Select(c => new Label(c.Place, c.Port))],
            Why = ["one host port, one container: the next unit to start fails with \"address already in use\""],
            Fixes = [.. fixes],
        };

    internal static Diagnostic ReplicaFixedPort(SourceSpan place, Service service, Port port, SourceSpan? replicas) =>
        new(ReplicaFixedPortRule, $"{service.Replicas.Length} replicas of {service.Name} cannot all publish {service.Host.Name}:{port.Host}")
        {
            Primary = new(place, "one host port"),
            Related = replicas is { } r ? [new(r, $"{Count(service.Replicas.Length)} containers")] : [],
            Why = ["the second replica fails to start: \"address already in use\""],
            Fixes = [$"make {port.Name} private and put a service with balance: in front"],
        };

    internal static Diagnostic LowPortNonRoot(SourceSpan place, Service service, Port port, string user, int start) =>
        new(LowPortNonRootRule, $"{service.Name} runs as {user}, and port {port.Container} needs a privilege that it lacks")
        {
            Primary = new(place, $"below {Number(start)}"),
            Why = ["the program ends with \"permission denied\" when it binds the port"],
            Fixes = ["capabilities: [NET_BIND_SERVICE]", service.IsOnHostNetwork ? $"or a port from {Number(start)} up" : $"or sysctl: {{ net.ipv4.ip_unprivileged_port_start: {port.Container.First} }}"],
        };

    internal static Diagnostic RouterPortTaken(string what, ImmutableArray<(SourceSpan Place, string Port, string Target)> claims) =>
        new(RouterPortTakenRule, $"router:{what} can go to one place; {Listed([.. claims.Select(c => c.Target).Distinct()])} want it")
        {
            Primary = new(claims[1].Place, $"{claims[1].Port} on {claims[1].Target}"),
            Related = [new(claims[0].Place, $"{claims[0].Port} on {claims[0].Target}, first use"), .. claims.Skip(2).Select(c => new Label(c.Place, $"{c.Port} on {c.Target}"))],
            Why = ["a router forwards a port to one address"],
            Fixes = ["one public balancer, flows from it to the others", "or another port on the router for one of them"],
        };

    internal static Diagnostic HostNetworkRemap(SourceSpan place, Service service, SourceSpan? network, Port port) =>
        new(HostNetworkRemapRule, $"{service.Name} shares the network of {service.Host.Name}: its ports cannot be remapped")
        {
            Primary = new(place, "nothing translates it"),
            Related = network is { } n ? [new(n, "no network of its own")] : [],
            Why = ["podman drops PublishPort= for a container on the host network"],
            Fixes = [$"{port.Name}: {port.Container}   (and make the program listen there)"],
        };

    internal static Diagnostic SshPortTaken(SourceSpan place, Host host, Port port) =>
        new(SshPortTakenRule, $"{host.Name}:{host.Admin!.SshPort} is the host's own ssh")
        {
            Primary = new(place, "taken by sshd"),
            Why = ["whichever starts first wins; if it is the container, nobody can log in any more"],
            Fixes = [.. Remapped(port, 2222), $"or move ssh: hosts.{host.Name}.admin: {{ ssh: 2222 }}"],
        };

    internal static Diagnostic PrivilegedPortRootless(SourceSpan place, Host host, Port port, int firstAllowed, int lowest, SourceSpan? rootless) =>
        new(PrivilegedPortRootlessRule, $"rootless user {host.Rootless!.User} cannot bind {host.Name}:{port.Host}")
        {
            Primary = new(place, $"below {Number(firstAllowed)}"),
            Related = rootless is { } r ? [new(r, "units run as this user")] : [],
            Why = ["ordinary users may bind from net.ipv4.ip_unprivileged_port_start up, 1024 by default"],
            Fixes = [$"hosts.{host.Name}.sysctl: {{ net.ipv4.ip_unprivileged_port_start: {lowest} }}", .. Remapped(port, port.Container.First < 100 ? 2500 + port.Container.First : 10000 + port.Container.First).Select(f => $"or map it: {f}")],
        };

    internal static Diagnostic DnsPortWildcard(SourceSpan place, Service service, SourceSpan? network) =>
        new(DnsPortWildcardRule, $"{service.Name} would take port 53 on every address of {service.Host.Name}")
        {
            Primary = new(place, "binds 0.0.0.0:53 and [::]:53"),
            Related = network is { } n ? [new(n, $"the addresses of {service.Host.Name}")] : [],
            Why = ["podman's own name server needs port 53 on each bridge; whichever starts", "second breaks name resolution for all zones"],
            Fixes = [$"listen: host     binds {string.Join(" and ", service.Host.Addresses)} only"],
        };

    internal static Diagnostic DnsOneProtocol(SourceSpan place, Protocol missing) =>
        new(DnsOneProtocolRule, $"DNS without {missing.Word()}")
        {
            Primary = new(place, $"53/{(missing == Protocol.Tcp ? "udp" : "tcp")} only"),
            Why = [missing == Protocol.Tcp ? "large answers and zone transfers need tcp: a truncated answer is asked again there" : "nearly all questions come by udp"],
            Fixes = ["53/tcp+udp"],
            Edits = Edit.BothProtocols(place),
        };

    internal static Diagnostic EphemeralPort(SourceSpan place, Host host, PortRange port) =>
        new(EphemeralPortRule, $"{host.Name}:{port} is in the kernel's range for outgoing connections")
        {
            Primary = new(place, "32768 to 60999"),
            Why = ["now and then an outgoing connection has the port when the service starts"],
            Fixes = ["a port below 32768", $"or hosts.{host.Name}.sysctl: {{ net.ipv4.ip_local_reserved_ports: \"{port}\" }}"],
        };

    internal static Diagnostic CleartextPublic(SourceSpan place, Port port, string safe) =>
        new(CleartextPublicRule, $"{port.Name} on {port.Container} is open to the internet without mandatory TLS")
        {
            Primary = new(place, "cleartext"),
            Why = ["a password that is sent before STARTTLS is on the wire; RFC 8314 calls for TLS from the first byte"],
            Fixes = [$"{safe} public, {port.Name}: {port.Container} lan"],
        };

    internal static Diagnostic DatabasePublic(SourceSpan place, Service service, Port port) =>
        new(DatabasePublicRule, $"{service.Name}.{port.Name}: a database port faces the internet")
        {
            Primary = new(place, "found by scanners within minutes"),
            Why = ["databases are written for callers that they trust"],
            Fixes = [$"private: {{ {port.Name}: {port.Container} }} and one flow for each client"],
        };

    // A port of the host's own network is the program's: there is nothing to map.
    private static IEnumerable<string> Remapped(Port port, int host) => (port.Exposure, port.Container.IsSingle) switch
    {
        (Model.Exposure.Public, true) => [$"{port.Name}: {port.Router} -> {Number(host)} -> {port.Container}"],
        (Model.Exposure.Lan, true) => [$"{port.Name}: {Number(host)} -> {port.Container}"],
        _ => [],
    };
}
