using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>PP5xx: names.</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule NameClashRule = DiagnosticRule.Error("PP501", "name-clash");
    public static readonly DiagnosticRule MdnsDomainRule = DiagnosticRule.Warning("PP502", "mdns-domain");
    public static readonly DiagnosticRule ReplicaNameTakenRule = DiagnosticRule.Error("PP503", "replica-name-taken");
    public static readonly DiagnosticRule InvalidLabelRule = DiagnosticRule.Error("PP504", "invalid-label");
    public static readonly DiagnosticRule EnvironmentClashRule = DiagnosticRule.Warning("PP505", "environment-clash");
    public static readonly DiagnosticRule PortNamedTwiceRule = DiagnosticRule.Error("PP508", "port-named-twice");

    internal static Diagnostic NameClash(SourceSpan place, string fullName, string owner, SourceSpan? other, string otherOwner) =>
        new(NameClashRule, $"{fullName} would name both {otherOwner} and {owner}")
        {
            Primary = new(place, owner),
            Related = other is { } o ? [new(o, otherOwner)] : [],
            Why = ["a name that means two things sends half of the callers to the wrong one"],
            Fixes = ["rename one of them"],
        };

    internal static Diagnostic MdnsDomain(SourceSpan place, string domain) =>
        new(MdnsDomainRule, $"{domain} is a name of multicast DNS (RFC 6762)")
        {
            Primary = new(place, "ends with .local"),
            Why = ["hosts with mdns in nsswitch.conf never ask a DNS server for such a name"],
            Fixes = ["podplay.internal, or home.arpa, or a sub-domain of your own"],
        };

    internal static Diagnostic ReplicaNameTaken(SourceSpan place, string name, string replicated) =>
        new(ReplicaNameTakenRule, $"{name} is also a replica of {replicated}")
        {
            Primary = new(place, "the same unit and container name"),
            Why = ["one unit file would replace the other"],
            Fixes = ["rename the service"],
        };

    internal static Diagnostic ReservedSource(Spanned<string> name) =>
        new(ReservedNameRule, $"{name.Value} is a source that podplay knows already")
        {
            Primary = new(name.Span, "built in"),
            Why = ["a name with two meanings hides one of them"],
            Fixes = ["rename the source"],
        };

    internal static Diagnostic EnvironmentClash(SourceSpan place, string variable, string flow) =>
        new(EnvironmentClashRule, $"{variable} is set by hand and by flow {flow}")
        {
            Primary = new(place, "the value here wins"),
            Why = ["the value by hand stays the same when the service behind the flow moves"],
            Fixes = ["remove one of them"],
        };

    internal static Diagnostic PortNamedTwice(string service, IReadOnlyList<Spanned<string>> names) =>
        new(PortNamedTwiceRule, $"{service} has two ports called {names[0].Value}")
        {
            Primary = new(names[1].Span, "second of this name"),
            Related = [new(names[0].Span, "first of this name")],
            Why = ["flows name ports; this name would mean two"],
            Fixes = ["one name for each port, whatever its exposure"],
        };
}
