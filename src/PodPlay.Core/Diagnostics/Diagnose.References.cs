using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>Names that lead nowhere, wherever they stand.</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule UnknownHostRule = DiagnosticRule.Error("PP137", "unknown-host");
    public static readonly DiagnosticRule UnknownZoneRule = DiagnosticRule.Error("PP138", "unknown-zone");
    public static readonly DiagnosticRule UnknownSourceRule = DiagnosticRule.Error("PP139", "unknown-source");
    public static readonly DiagnosticRule UnknownServiceRule = DiagnosticRule.Error("PP140", "unknown-service");
    public static readonly DiagnosticRule HostUnclearRule = DiagnosticRule.Error("PP141", "host-unclear");
    public static readonly DiagnosticRule ServiceWithoutZoneRule = DiagnosticRule.Error("PP142", "service-without-zone");
    public static readonly DiagnosticRule ZoneOnOtherHostRule = DiagnosticRule.Error("PP143", "zone-on-other-host");
    public static readonly DiagnosticRule RootlessUidMissingRule = DiagnosticRule.Error("PP144", "rootless-uid-missing");
    public static readonly DiagnosticRule LockUnreadableRule = DiagnosticRule.Error("PP145", "lock-unreadable");
    public static readonly DiagnosticRule UnknownPortRule = DiagnosticRule.Error("PP401", "unknown-port");
    public static readonly DiagnosticRule UnknownEndpointRule = DiagnosticRule.Error("PP402", "unknown-endpoint");
    public static readonly DiagnosticRule UnknownSolverRule = DiagnosticRule.Error("PP606", "unknown-solver");
    public static readonly DiagnosticRule PodmanUnsupportedRule = DiagnosticRule.Error("PP709", "podman-unsupported");

    internal static Diagnostic UnknownHost(Spanned<string> name, IEnumerable<string> known) =>
        Unknown(UnknownHostRule, name, $"{name.Value} is not a host", "hosts", known, "what is for that host would be written nowhere");

    internal static Diagnostic UnknownZone(Spanned<string> name, IEnumerable<string> known) =>
        Unknown(UnknownZoneRule, name, $"{name.Value} is not a zone", "zones", known, "a zone is a bridge with addresses and rules: without it there are neither");

    internal static Diagnostic UnknownSource(Spanned<string> name, IEnumerable<string> known) =>
        Unknown(UnknownSourceRule, name, $"{name.Value} is not a source", "sources", known.Append("lan"), "a source says who may come: an unknown one must mean neither nobody nor everybody");

    internal static Diagnostic UnknownService(Spanned<string> place, string name, IEnumerable<string> known) =>
        Unknown(UnknownServiceRule, place with { Value = name }, $"{name} is not a service", "services", known, "the reference would lead nowhere");

    internal static Diagnostic UnknownSolver(Spanned<string> name, IEnumerable<string> known) =>
        Unknown(UnknownSolverRule, name, $"{name.Value} is not a service", "services", known, "nobody would answer the authority");

    /// <summary>A port of the service by its number, where a name belongs.</summary>
    internal static Diagnostic PortByNumber(Spanned<string> number, Service service, Port port) =>
        new(UnknownPortRule, $"{service.Name} has no port named {number.Value}")
        {
            Primary = new(number.Span, "a number"),
            Why = ["flows name the ports of services, so that a number changes in one place"],
            Fixes = [port.Name],
            Edits = Edit.Replace(number, port.Name),
        };

    internal static Diagnostic UnknownPort(Spanned<string> name, string service, IEnumerable<string> known) =>
        Unknown(UnknownPortRule, name, $"{service} has no port {name.Value}", $"ports of {service}", known, "it would open nothing, and be dropped without a word");

    internal static Diagnostic NoPorts(Spanned<string> any, string service) =>
        new(UnknownPortRule, $"{service} has no ports")
        {
            Primary = new(any.Span, "opens nothing"),
            Why = ["a flow opens ports that its service names"],
            Fixes = [$"services.{service}.private: {{ NAME: PORT }}"],
        };

    internal static Diagnostic UnknownEndpoint(Spanned<string> name, string verb, IEnumerable<string> known) =>
        Unknown(UnknownEndpointRule, name, $"flow {verb} at {name.Value}, which is not a service, zone or source", "known", known, "a rule of the firewall for nobody allows nothing");

    internal static Diagnostic FlowToZone(Spanned<string> name, Zone zone) =>
        new(UnknownEndpointRule, $"flow ends at zone {zone.Name}; a flow ends at a service")
        {
            Primary = new(name.Span, "a whole zone"),
            Why = ["opening every port of every service of a zone is more than anybody means"],
            Fixes = [zone.Services.IsDefaultOrEmpty ? "one flow for each service" : $"one flow for each service: {string.Join(", ", zone.Services.Select(s => s.Name))}"],
        };

    internal static Diagnostic FlowFromLan(Spanned<string> name, string server) =>
        new(UnknownEndpointRule, "flow starts at lan; the LAN comes in by ports, not by flows")
        {
            Primary = new(name.Span, "neither a service nor a zone, host or source"),
            Why = ["who the LAN is, each host says by its ports: a flow would say it a second time"],
            Fixes = [$"services.{server}.lan: {{ NAME: PORT }}", "or a source with the LAN's addresses"],
        };

    internal static Diagnostic FlowOutside(SourceSpan place, string flow) =>
        new(UnknownEndpointRule, $"{flow} begins and ends outside of this network")
        {
            Primary = new(place, "passes none of the hosts"),
            Why = ["no firewall of this network sees such a packet"],
            Fixes = ["remove it"],
        };

    internal static Diagnostic HostUnclear(Spanned<string> asker, IEnumerable<string> hosts) =>
        new(HostUnclearRule, $"{asker.Value} does not say on which host it is")
        {
            Primary = new(asker.Span, "on which one?"),
            Why = ["podplay picks none: another first host in the next spec would move the service"],
            Fixes = [$"host: one of {string.Join(", ", hosts)}", "or defaults: { host: ... }"],
        };

    internal static Diagnostic ServiceWithoutZone(Spanned<string> service, IEnumerable<string> zones) =>
        new(ServiceWithoutZoneRule, $"service {service.Value} stands in no zone")
        {
            Primary = new(service.Span, "has neither zone: nor network: host"),
            Why = ["where a service stands decides who can reach it; podman would put it beside every container that says nothing"],
            Fixes = [zones.Any() ? $"zone: one of {string.Join(", ", zones)}" : "declare a zone:  zones: { dmz: { subnets: [172.20.1.0/24] } }", "or network: host"],
        };

    internal static Diagnostic ZoneOnOtherHost(Spanned<string> host, string service, Zone zone) =>
        new(ZoneOnOtherHostRule, $"{service} runs on {host.Value}, but zone {zone.Name} is a bridge of {zone.Host.Name}")
        {
            Primary = new(host.Span, "another host"),
            Why = ["a podman network exists on one host only"],
            Fixes = [$"host: {zone.Host.Name}, or a zone of its own on {host.Value}"],
        };

    internal static Diagnostic RootlessUidMissing(Spanned<string> user, string host) =>
        new(RootlessUidMissingRule, $"the uid of {user.Value} on {host} is not known")
        {
            Primary = new(user.Span, "a name without its number"),
            Why = ["the units of a rootless user lie in /etc/containers/systemd/users/UID; podplay asks no host for it"],
            Fixes = [$"rootless: {{ user: {user.Value}, uid: 1001 }}   (id -u {user.Value} on {host} tells it)"],
        };

    internal static Diagnostic LockUnreadable(SourceSpan line, string text)
    {
        var isNewer = text.StartsWith("# podplay lock ", StringComparison.Ordinal) && !text.StartsWith("# podplay lock 1:", StringComparison.Ordinal);
        var isMerge = text.StartsWith("<<<<", StringComparison.Ordinal) || text.StartsWith("====", StringComparison.Ordinal) || text.StartsWith(">>>>", StringComparison.Ordinal);
        return new(LockUnreadableRule, isNewer ? "podplay.lock is of another podplay" : isMerge ? "podplay.lock has merge conflict markers" : "podplay.lock has a line that podplay did not write")
        {
            Primary = new(line, isNewer ? "this one reads lock 1" : "not ZONE/SERVICE NUMBER"),
            Why = ["guessing would give services new addresses"],
            Fixes = [isNewer ? "upgrade podplay" : "take either side, run podplay gen, commit"],
        };
    }

    internal static Diagnostic LockNotReadable(string path, string reason) =>
        new(LockUnreadableRule, $"{path} cannot be read: {reason}")
        {
            Path = path,
            Why = ["without it services would get new addresses"],
            Fixes = ["make it readable"],
        };

    internal static Diagnostic PodmanUnsupported(Spanned<string> text, PodmanVersion version) =>
        new(PodmanUnsupportedRule, $"podplay knows podman {PodmanVersion.Oldest} to {PodmanVersion.Newest}, not {version}")
        {
            Primary = new(text.Span, "not in the table of keys"),
            Why = ["podplay writes only keys that the host's Quadlet reads, and would have to guess here"],
            Fixes = [$"podman: \"{(version < PodmanVersion.Oldest ? PodmanVersion.Oldest : PodmanVersion.Newest)}\"   (the nearest that is known)"],
        };

    private static Diagnostic Unknown(DiagnosticRule rule, Spanned<string> name, string message, string what, IEnumerable<string> known, string why)
    {
        var names = known.Distinct().Order(StringComparer.Ordinal).ToList();
        var suggestion = Suggestion.For(name.Value, names);
        return new(rule, message)
        {
            Primary = new(name.Span, "not found"),
            Why = [why],
            Edits = Edit.Rename(name, names),
            Fixes = suggestion is not null ? [$"did you mean {suggestion}?"]
                : names.Count == 0 ? [$"there are no {what} yet"]
                : [$"nothing has a similar name; {what}: {string.Join(", ", names)}"],
        };
    }
}
