using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>PP4xx: flows, zones, and who gets in.</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule FlowNeedsHostPortRule = DiagnosticRule.Error("PP403", "flow-needs-host-port");
    public static readonly DiagnosticRule ZoneContradictedRule = DiagnosticRule.Warning("PP404", "zone-contradicted");
    public static readonly DiagnosticRule EgressNeededRule = DiagnosticRule.Warning("PP405", "egress-needed");
    public static readonly DiagnosticRule RedundantFlowRule = DiagnosticRule.Warning("PP407", "redundant-flow");
    public static readonly DiagnosticRule AdminLockoutRule = DiagnosticRule.Deny("PP408", "admin-lockout");
    public static readonly DiagnosticRule WideFlowRule = DiagnosticRule.Warning("PP409", "wide-flow");
    public static readonly DiagnosticRule HalfDualStackFlowRule = DiagnosticRule.Warning("PP410", "half-dual-stack-flow");
    public static readonly DiagnosticRule UnreachedPortRule = DiagnosticRule.Note("PP411", "unreached-port");
    public static readonly DiagnosticRule RootlessZonesRule = DiagnosticRule.Warning("PP412", "rootless-zones");
    public static readonly DiagnosticRule ClientAddressLostRule = DiagnosticRule.Deny("PP414", "client-address-lost");
    public static readonly DiagnosticRule InternetPortByNameRule = DiagnosticRule.Error("PP415", "internet-port-by-name");
    public static readonly DiagnosticRule LanAssumedRule = DiagnosticRule.Note("PP416", "lan-assumed");
    public static readonly DiagnosticRule FlowWithoutAddressRule = DiagnosticRule.Error("PP417", "flow-without-address");
    public static readonly DiagnosticRule BalanceWithoutFlowRule = DiagnosticRule.Error("PP419", "balance-without-flow");
    public static readonly DiagnosticRule RootlessFlowRule = DiagnosticRule.Error("PP418", "rootless-flow");
    public static readonly DiagnosticRule ProxyPortCalledRule = DiagnosticRule.Deny("PP420", "proxy-port-called");
    public static readonly DiagnosticRule LimitsWithoutEffectRule = DiagnosticRule.Warning("PP421", "limits-without-effect");

    /// <summary>A client of a flow that has no name in the spec.</summary>
    internal const string Internet = "the internet";

    internal static Diagnostic FlowNeedsHostPort(SourceSpan place, Service server, Port port, string client) =>
        new(FlowNeedsHostPortRule, $"{server.Name} is on {server.Host.Name}, and its port {port.Name} is private there")
        {
            Primary = new(place, $"{client} is not on {server.Host.Name}"),
            Why = ["podman networks do not reach over hosts; the port must be published to be met from outside"],
            Fixes = client == Internet
                ? [$"services.{server.Name}.public: {{ {port.Name}: {port.Container} }}   (the flow is not needed then)"]
                : [$"services.{server.Name}.lan: {{ {port.Name}: {{ port: {port.Container}, from: SOURCE }} }}, where SOURCE is who calls"],
        };

    internal static Diagnostic BalanceWithoutFlow(SourceSpan place, Service balancer, Service target, Port port, string because) =>
        new(BalanceWithoutFlowRule, $"{balancer.Name} may not call {target.Name}.{port.Name}")
        {
            Primary = new(place, because),
            Why = ["what no flow allows is dropped, inside one zone too: the balancer would find every server down"],
            Fixes = [$"flows: {{ {balancer.Name} -> {target.Name}: {port.Name} }}"],
        };

    internal static Diagnostic ProxyPortCalled(SourceSpan place, string caller, Upstream target, Balance balance, SourceSpan? balancePlace) =>
        new(ProxyPortCalledRule, $"{caller} may call {target}, which answers its balancer only")
        {
            Primary = new(place, $"lets {caller} in"),
            Related = balancePlace is { } b ? [new(b, "connections come from here with a PROXY header")] : [],
            Why = [$"behind {balance.Path} each connection begins with a PROXY header; {target.Service.Name} closes any that does not"],
            Fixes = [$"let {caller} call the balancer, or another port of {target.Service.Name}", $"or, if {caller} sends PROXY headers too:  # podplay: allow PP420 - <reason>"],
        };

    internal static Diagnostic LimitsWithoutEffect(SourceSpan place, Service service) =>
        new(LimitsWithoutEffectRule, $"the limits of {service.Name} concern nobody")
        {
            Primary = new(place, "only the LAN and flows inside reach it"),
            Why = ["limits are for callers from outside: the LAN is exempt, and private ports are not counted"],
            Fixes = ["remove limits:", "or open a port to the internet, or to a source that is not of the LAN"],
        };

    internal static Diagnostic ZoneContradicted(SourceSpan place, Zone zone, Service service, SourceSpan? zonePlace) =>
        new(ZoneContradictedRule, $"zone {zone.Name} has no way out, yet {service.Name} is public")
        {
            Primary = new(place, "open to the internet"),
            Related = zonePlace is { } z ? [new(z, "egress: none")] : [],
            Why = ["it works: egress speaks of outgoing connections only. But a zone that faces the internet is rarely meant to be closed"],
            Fixes = ["private port and one flow for each client, or move the service to a zone that faces the internet", $"or egress: internet on {zone.Name}"],
        };

    internal static Diagnostic EgressNeeded(SourceSpan place, Service service, Zone zone, string whom) =>
        new(EgressNeededRule, $"{service.Name} must reach {whom}, zone {zone.Name} has no egress")
        {
            Primary = new(place, $"in zone {zone.Name}"),
            Why = [whom.StartsWith("other", StringComparison.Ordinal) ? "mail stays in the queue for five days and is then returned" : "the renewal fails, weeks from now and at night"],
            Fixes = [$"{service.Name} -> internet: [{(whom.StartsWith("other", StringComparison.Ordinal) ? "25" : "443")}]", $"or egress: internet on {zone.Name}"],
        };

    internal static Diagnostic RedundantFlow(SourceSpan place, string flow, SourceSpan? other, string otherFlow) =>
        new(RedundantFlowRule, $"{flow} is already allowed by {otherFlow}")
        {
            Primary = new(place, "allows nothing new"),
            Related = other is { } o ? [new(o, "allows it for the whole zone")] : [],
            Why = ["it looks as if the one service were meant, and the whole zone may"],
            Fixes = ["remove it, or narrow the other"],
        };

    internal static Diagnostic WideFlow(SourceSpan place, Flow flow, Service server, string whom) =>
        new(WideFlowRule, $"{flow.Text} opens every port of {server.Name} to {whom}")
        {
            Primary = new(place, string.Join(", ", server.Ports.Select(p => p.Name))),
            Why = [$"a port that {server.Name} gets later opens too, without a change here for a reviewer to see"],
            Fixes = [$"name ports: {flow.Text}: [{string.Join(", ", server.Ports.Select(p => p.Name))}]"],
        };

    internal static Diagnostic AdminLockout(SourceSpan place, string host) =>
        new(AdminLockoutRule, $"no rule would let anybody manage {host}")
        {
            Primary = new(place, "no ssh from anywhere"),
            Why = ["the next mistake can only be mended at the machine's own keyboard"],
            Fixes = ["keep ssh from the LAN, or from a source", $"or, if {host} has a console:  # podplay: allow PP408 - <reason>"],
        };

    internal static Diagnostic HalfDualStackFlow(SourceSpan place, string flow, Zone client, Zone server) =>
        new(HalfDualStackFlowRule, $"{flow} works by IPv4 only; the client may try IPv6 first")
        {
            Primary = new(place, $"{client.Name} has IPv6, {server.Name} has not"),
            Why = ["a client that prefers IPv6 waits for a time-out first"],
            Fixes = [$"add an IPv6 subnet to {server.Name}"],
        };

    internal static Diagnostic UnreachedPort(SourceSpan place, Service service, Port port) =>
        new(UnreachedPortRule, $"nothing may reach {service.Name}.{port.Name}")
        {
            Primary = new(place, "private, and no flow ends here"),
            Why = ["a port that could go, or a flow that was forgotten"],
            Fixes = ["add a flow, or drop the port"],
        };

    internal static Diagnostic RootlessZones(SourceSpan place, Host host) =>
        new(RootlessZonesRule, $"zones of rootless {host.Rootless!.User} can reach each other")
        {
            Primary = new(place, $"{string.Join(", ", host.Zones.Select(z => z.Name))}: bridges in one user's namespace"),
            Why = ["they live in the user's own network namespace, which the host's ruleset does not see"],
            Fixes = ["run rootful, or one user for each zone"],
        };

    internal static Diagnostic ClientAddressLost(SourceSpan place, Service service, string reason, SourceSpan? rootless) =>
        new(ClientAddressLostRule, $"rootless port forwarding hides client addresses from {service.Name}")
        {
            Primary = new(place, "every client will look local"),
            Related = rootless is { } r ? [new(r, $"{service.Name} runs as this user")] : [],
            Why = [reason],
            Fixes = [$"run {service.Name} rootful", $"or, if {service.Name} trusts no network:  # podplay: allow PP414 - <reason>"],
        };

    internal static Diagnostic InternetPortByName(Spanned<string> text) =>
        new(InternetPortByNameRule, $"ports of the internet have numbers, {text.Value} is a name")
        {
            Primary = new(text.Span, "not a number"),
            Why = ["names belong to ports of the spec's own services"],
            Fixes = ["443, 53/udp, or any"],
        };

    internal static Diagnostic LanAssumed(SourceSpan place, string host) =>
        new(LanAssumedRule, $"no router is declared: private address space counts as the LAN of {host}")
        {
            Primary = new(place, "lan ports and ssh are open to it"),
            Why = ["right in a plain home, too much beside a company's or a provider's network"],
            Fixes = ["router: { address: 192.168.1.1, lan: [192.168.1.0/24] }"],
        };

    internal static Diagnostic FlowWithoutAddress(SourceSpan place, string flow, string client, string server) =>
        new(FlowWithoutAddressRule, $"{flow} has no address family in common")
        {
            Primary = new(place, $"{client} and {server} never meet"),
            Why = ["no packet could go from the one to the other"],
            Fixes = ["give both a subnet of the same family"],
        };

    internal static Diagnostic RootlessFlow(SourceSpan place, string flow, Host host, string reason) =>
        new(RootlessFlowRule, $"{flow} cannot be enforced: {host.Name} runs rootless")
        {
            Primary = new(place, reason),
            Why = ["a rootless container leaves the host as a process of its user, with the host's own address"],
            Fixes = ["run the client rootful", "or call the server through a lan port, from the host's address"],
        };
}
