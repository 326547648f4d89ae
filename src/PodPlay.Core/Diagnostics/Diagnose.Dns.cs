using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>PP5xx: resolvers, name servers and the zones of public domains.</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule DeadResolverRule = DiagnosticRule.Warning("PP506", "dead-resolver");
    public static readonly DiagnosticRule HairpinRule = DiagnosticRule.Note("PP507", "hairpin");
    public static readonly DiagnosticRule FallbackResolverRule = DiagnosticRule.Warning("PP509", "fallback-resolver");
    public static readonly DiagnosticRule NoPublicAddressRule = DiagnosticRule.Error("PP510", "no-public-address");
    public static readonly DiagnosticRule DynamicNameServerRule = DiagnosticRule.Deny("PP511", "dynamic-name-server");
    public static readonly DiagnosticRule NameOutsideDomainRule = DiagnosticRule.Error("PP512", "name-outside-domain");
    public static readonly DiagnosticRule DomainUnansweredRule = DiagnosticRule.Warning("PP513", "domain-unanswered");
    public static readonly DiagnosticRule MailServerUnclearRule = DiagnosticRule.Error("PP514", "mail-server-unclear");
    public static readonly DiagnosticRule PublicNameTwiceRule = DiagnosticRule.Error("PP525", "public-name-twice");
    public static readonly DiagnosticRule OneNameServerRule = DiagnosticRule.Warning("PP527", "one-name-server");
    public static readonly DiagnosticRule LanPortByNameRule = DiagnosticRule.Warning("PP530", "lan-port-by-name");
    public static readonly DiagnosticRule NameWithoutAddressRule = DiagnosticRule.Deny("PP531", "certificate-name-without-address");
    public static readonly DiagnosticRule PolicyNotShownRule = DiagnosticRule.Warning("PP532", "mta-sts-without-site");
    public static readonly DiagnosticRule PolicyUnreadRule = DiagnosticRule.Warning("PP533", "mta-sts-unreadable");
    public static readonly DiagnosticRule PolicyByHandRule = DiagnosticRule.Note("PP534", "mta-sts-by-hand");

    internal static Diagnostic DeadResolver(SourceSpan place, string resolver, string reason, string fix) =>
        new(DeadResolverRule, $"{resolver} answers nobody who asks here")
        {
            Primary = new(place, reason),
            Why = ["each look-up waits for it and then fails, or goes to the next resolver of the list"],
            Fixes = [fix],
        };

    internal static Diagnostic Hairpin(SourceSpan place, string name, Port port, bool hasPublicAddress) =>
        new(HairpinRule, hasPublicAddress
            ? $"inside, {name} gives the router's public address by IPv4; many home routers do not loop back"
            : $"inside, {name} leads to port {port.Router} of a host that publishes {port.Host}")
        {
            Primary = new(place, $"router {port.Router}, host {port.Host}"),
            Why = ["a name gives an address and no port: a client on the LAN calls the router's number on the host, where nothing listens"],
            Fixes = [$"{port.Router} -> {port.Router} -> {port.Container}, so that one number holds everywhere", "or a router that loops back (hairpin NAT); IPv6 needs neither"],
        };

    internal static Diagnostic LanPortByName(SourceSpan place, Port port, string name, Service service, string innerName, (Port Port, SourceSpan Place) moved) =>
        new(LanPortByNameRule, $"inside, {name} does not lead to {service.Name}'s port {port.Host} by IPv4")
        {
            Primary = new(place, "on the host, and on no address that the name gives"),
            Related = [new(moved.Place, $"router {moved.Port.Router}, host {moved.Port.Host}: so the name gives the router's address")],
            Why = ["a name gives one address for all ports; the router's address has the public ports only"],
            Fixes =
            [
                $"{moved.Port.Router} -> {moved.Port.Router} -> {moved.Port.Container}, so that the name can give the host's own address",
                $"or clients that call it {innerName}",
            ],
        };

    internal static Diagnostic NameWithoutAddress(SourceSpan place, string name, string domain) =>
        new(NameWithoutAddressRule, $"{name} has no address at which the authority could ask")
        {
            Primary = new(place, $"in no record of {domain}"),
            Why = ["an authority looks up every name of a certificate and calls port 80 there; one that does not exist costs the whole certificate"],
            Fixes = [$"domains: {{ {domain}: {{ names: {{ {name}: SERVICE }} }} }}, or the name under vhosts: of its site", "or without it", "or challenge: dns-01, which asks for no address"],
        };

    internal static Diagnostic PolicyNotShown(SourceSpan place, string domain) =>
        new(PolicyNotShownRule, $"mta-sts.{domain}, where the policy is looked for, has no address")
        {
            Primary = new(place, "announced, and nowhere to be read"),
            Why = ["senders fetch https://mta-sts.DOMAIN/.well-known/mta-sts.txt; without it they go on as if nothing were announced (RFC 8461, section 3.3)"],
            Fixes =
            [
                $"a public port 443 of an Apache (vhosts:) or a balancer that ends TLS, with mta-sts.{domain} under names: of its certificate: podplay has it show the policy",
                $"or names: {{ mta-sts.{domain}: SERVICE }}", "or without mta-sts:",
            ],
        };

    internal static Diagnostic PolicyUnread(SourceSpan place, MailPolicy policy, string reason, string fix) =>
        new(PolicyUnreadRule, $"senders cannot read the policy at https://{policy.Site}")
        {
            Primary = new(place, reason),
            Why = ["senders fetch it by HTTPS, from port 443, with a certificate for that very name; else they go on as if nothing were announced (RFC 8461, section 3.3)"],
            Fixes = [fix, "or without mta-sts:"],
        };

    internal static Diagnostic PolicyByHand(SourceSpan place, MailPolicy policy, Service owner) =>
        new(PolicyByHandRule, $"{policy.Site} leads to {owner.Name}, whose pages podplay does not write")
        {
            Primary = new(place, $"{owner.Name} has to show the policy"),
            Why = [$"at {MailPolicy.Location} it says, one a line: {string.Join("; ", policy.Lines)}"],
            Fixes = ["the lines above in that file, with the same certificate as the other pages", "or names: to an Apache (vhosts:) or a balancer that ends TLS: podplay has it show the policy"],
        };

    internal static Diagnostic FallbackResolver(SourceSpan place, string resolver, string own, SourceSpan ownPlace) =>
        new(FallbackResolverRule, $"{resolver} is no fallback for {own}: it does not know its names")
        {
            Primary = new(place, "asked whenever the other one is slow"),
            Related = [new(ownPlace, "knows the names inside")],
            Why =
            [
                "podman's resolver takes the next one at any time-out, and musl asks all of them at once",
                "then names inside get \"no such name\", which programs believe and remember, and they are told to a stranger",
            ],
            Fixes = [$"dns: [{own}], and {own} asks {resolver} for what it does not know itself (forwarders: where it has resolves:)"],
        };

    internal static Diagnostic NoPublicAddress(SourceSpan place, string domain) =>
        new(NoPublicAddressRule, $"{domain} has no public address to answer with")
        {
            Primary = new(place, "answered for the internet"),
            Why = ["without an A record nobody finds the services of the domain by IPv4"],
            Fixes = ["router: { public: 203.0.113.7 }, with the address that your provider gave you", $"or domains: {{ {domain}: {{ address: ... }} }}"],
        };

    internal static Diagnostic DynamicNameServer(SourceSpan place, string domain, SourceSpan? dynamic) =>
        new(DynamicNameServerRule, $"the name server of {domain} has an address that changes")
        {
            Primary = new(place, "answered for the internet"),
            Related = dynamic is { } d ? [new(d, "dynamic")] : [],
            Why = ["the registry keeps the name server's address (glue) and does not follow: after a change the whole domain is gone for days"],
            Fixes = ["let a hoster answer for the domain, with a CNAME to a dynamic name", "or a fixed address from the provider"],
        };

    internal static Diagnostic NameOutsideDomain(Spanned<string> name, string domain) =>
        new(NameOutsideDomainRule, $"{name.Value} does not lie in {domain}")
        {
            Primary = new(name.Span, "another domain's"),
            Why = ["a name server drops records outside its zone without a word"],
            Fixes = [$"the full name: {name.Value}.{domain}", "or the domain that it belongs to"],
        };

    internal static Diagnostic DomainUnanswered(SourceSpan place, string domain) =>
        new(DomainUnansweredRule, $"no name server answers for {domain}")
        {
            Primary = new(place, "in no resolves:"),
            Why = ["nothing is made of it: a zone is written for services that have the domain in resolves:"],
            Fixes = [$"resolves: [{domain}] on the service that is the name server", "or remove it"],
        };

    internal static Diagnostic MailServerUnclear(SourceSpan place, string domain, string what, IEnumerable<Service> servers) =>
        new(MailServerUnclearRule, $"who receives mail for {domain} is not clear")
        {
            Primary = new(place, what),
            Why = ["MX, SPF and the records by which mail programs find their servers name one service"],
            Fixes = [.. servers.Select(s => $"mail: {s.Name}"), "mail: none, when the domain has no mail"],
        };

    internal static Diagnostic PublicNameTwice(SourceSpan place, string name, Service one, Service other) =>
        new(PublicNameTwiceRule, $"{name} would be both {one.Name} and {other.Name}")
        {
            Primary = new(place, "its zone would name both"),
            Why = ["resolvers hand out the addresses of a name in turn: half of the clients would meet the wrong service"],
            Fixes = [$"names: {{ {name}: {one.Name} }}", $"names: {{ {name}: {other.Name} }}"],
        };

    internal static Diagnostic OneNameServer(SourceSpan place, string domain) =>
        new(OneNameServerRule, $"{domain} has one name server")
        {
            Primary = new(place, "the only one"),
            Why = ["registries ask for two (RFC 2182); while this host is off, mail to the domain is refused instead of delayed"],
            Fixes = ["nameservers: { ns2.example.net: 198.51.100.53 }, a secondary that somebody else runs"],
        };
}
