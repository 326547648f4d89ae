using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>PP72x and PP73x: what a balancer's ports lead to.</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule BalanceWithoutTargetRule = DiagnosticRule.Error("PP720", "balance-without-target");
    public static readonly DiagnosticRule UnknownServerRule = DiagnosticRule.Error("PP721", "unknown-server");
    public static readonly DiagnosticRule AllDrainedRule = DiagnosticRule.Deny("PP722", "all-drained");
    public static readonly DiagnosticRule RouteUnreadableRule = DiagnosticRule.Error("PP723", "route-unreadable");
    public static readonly DiagnosticRule NeedsHttpRule = DiagnosticRule.Error("PP724", "needs-http");
    public static readonly DiagnosticRule MailWithoutProxyRule = DiagnosticRule.Deny("PP725", "mail-without-proxy");
    public static readonly DiagnosticRule ProxyPortExposedRule = DiagnosticRule.Deny("PP726", "proxy-port-exposed");
    public static readonly DiagnosticRule StatisticsExposedRule = DiagnosticRule.Deny("PP727", "statistics-exposed");
    public static readonly DiagnosticRule StatisticsMisplacedRule = DiagnosticRule.Error("PP728", "statistics-misplaced");
    public static readonly DiagnosticRule RedirectWithoutTlsRule = DiagnosticRule.Error("PP729", "redirect-without-tls");
    public static readonly DiagnosticRule ServerTwiceRule = DiagnosticRule.Error("PP730", "server-twice");
    public static readonly DiagnosticRule RouteWithoutCertificateRule = DiagnosticRule.Error("PP731", "route-without-certificate");

    public static readonly DiagnosticRule RedirectBesidePoolRule = DiagnosticRule.Error("PP732", "redirect-beside-pool");

    internal static Diagnostic RedirectBesidePool(SourceSpan place, Balance balance) =>
        new(RedirectBesidePoolRule, $"{balance.Frontend.Name} redirects everything, and leads to services as well")
        {
            Primary = new(place, "no request gets past it"),
            Why = ["challenges of certificates alone are not redirected; to: and routes: of this port would never be used"],
            Fixes = ["to: and routes: under the port that is redirected to", "or remove redirect:"],
        };

    internal static Diagnostic BalanceWithoutTarget(Spanned<string> port) =>
        new(BalanceWithoutTargetRule, $"balance.{port.Value} leads nowhere")
        {
            Primary = new(port.Span, "no to:, no routes:, no redirect:"),
            Why = ["whoever calls there would be answered by nobody"],
            Fixes = ["to: service.port", "or routes: { shop.example.com: service.port }", "or redirect: https"],
        };

    internal static Diagnostic RouteWithoutTarget(Spanned<string> route) =>
        new(BalanceWithoutTargetRule, $"route {route.Value} leads nowhere")
        {
            Primary = new(route.Span, "no to:"),
            Why = ["whoever calls there would be answered by nobody"],
            Fixes = ["to: service.port"],
        };

    internal static Diagnostic UnknownServer(Spanned<string> name, IEnumerable<string> known) =>
        Unknown(UnknownServerRule, name, $"{name.Value} is no server of this pool", "servers", known, "a misspelt server goes on getting connections while everybody believes it drained");

    internal static Diagnostic AllDrained(SourceSpan place, string pool) =>
        new(AllDrainedRule, $"every server of {pool} is drained")
        {
            Primary = new(place, "nobody is left"),
            Why = ["clients get the sorry server, or 503"],
            Fixes = ["leave one server out of drain:"],
        };

    internal static Diagnostic RouteOfPathInTcp(SourceSpan place, string route) =>
        new(RouteUnreadableRule, $"{route}: with mode: tcp there are no paths")
        {
            Primary = new(place, "a path"),
            Why = ["the balancer hands TLS on unread; it sees the name in the client's hello and nothing else"],
            Fixes = ["mode: http, with a certificate that is deployed to the balancer", "or the name alone"],
        };

    internal static Diagnostic RouteOfSpeakingServer(SourceSpan place, Port port) =>
        new(RouteUnreadableRule, $"on port {port.Container} the server speaks first, so there is no name to route by")
        {
            Primary = new(place, "never matches"),
            Why = ["clients of this protocol wait for a greeting; TLS, and with it the name, begins later if at all"],
            Fixes = ["to: one service", "or the port with TLS from the first byte (465, 993, 995)"],
        };

    internal static Diagnostic NeedsHttp(SourceSpan place, string what, string fix) =>
        new(NeedsHttpRule, $"{what} needs a port with mode: http")
        {
            Primary = new(place, "no effect"),
            Why = ["with mode: tcp bytes are handed on, and nobody reads or answers requests"],
            Fixes = [fix],
        };

    internal static Diagnostic MailWithoutProxy(SourceSpan place, Upstream upstream, SourceSpan? port) =>
        new(MailWithoutProxyRule, $"{upstream} would see the balancer's address instead of every client's")
        {
            Primary = new(place, "without the PROXY protocol"),
            Related = port is { } p ? [new(p, "a mail port")] : [],
            Why = ["SPF, blocklists and fail2ban judge the balancer; where it is in mynetworks, the server relays for the whole internet"],
            Fixes =
            [
                $"public: {{ ... }} on {upstream.Service.Name} itself, without a balancer",
                $"or {upstream.Port.Name}: {{ port: {upstream.Port.Container}, proxy: true }}, and the receiver set so: Postfix smtpd_upstream_proxy_protocol = haproxy, Dovecot haproxy = yes",
            ],
        };

    internal static Diagnostic ProxyPortExposed(SourceSpan place, Service service, Port port) =>
        new(ProxyPortExposedRule, $"clients of {service.Name}.{port.Name} do not speak the PROXY protocol")
        {
            Primary = new(place, $"{(port.Exposure == Model.Exposure.Public ? "open to the internet" : "open to the LAN")}, and proxy: true"),
            Why = ["the program closes connections without the header, and believes whatever address a forged one names"],
            Fixes = [$"private: {{ {port.Name}: {{ port: {port.Container}, proxy: true }} }}", "or from: a source with the balancer's host alone"],
        };

    internal static Diagnostic StatisticsExposed(SourceSpan place, Service service, Port port) =>
        new(StatisticsExposedRule, $"{(port.Exposure == Model.Exposure.Public ? "the internet" : "the whole LAN")} may read the statistics of {service.Name}")
        {
            Primary = new(place, "names, addresses and health of every server"),
            Why = ["the page has no password: whoever reaches the port reads it"],
            Fixes = [$"private: {{ {port.Name}: {port.Container} }}, and a flow from whoever watches", "or from: a source"],
        };

    internal static Diagnostic StatisticsMisplaced(SourceSpan place, string service, string because) =>
        new(StatisticsMisplacedRule, $"{service} cannot show statistics there: {because}")
        {
            Primary = new(place, because),
            Why = ["it is HAProxy's own page, on one TCP port that leads nowhere else"],
            Fixes = [$"private: {{ stats: 8404 }} and statistics: stats, on a service with balance:"],
        };

    internal static Diagnostic RedirectWithoutTls(SourceSpan place, Port port) =>
        new(RedirectWithoutTlsRule, $"{port.Name} is no TLS port to redirect to")
        {
            Primary = new(place, "browsers are sent to https:// there"),
            Why = ["they would find no TLS there, and show an error"],
            Fixes = ["the port that is called https, or one on 443"],
        };

    internal static Diagnostic ServerTwice(SourceSpan place, string server, string pool) =>
        new(ServerTwiceRule, $"{server} is in {pool} twice")
        {
            Primary = new(place, "the same server again"),
            Why = ["HAProxy refuses two servers of one name"],
            Fixes = ["name it once; weight: gives it more"],
        };

    internal static Diagnostic RouteWithoutCertificate(SourceSpan place, Service balancer, string name) =>
        new(RouteWithoutCertificateRule, $"no certificate of {balancer.Name} covers {name}")
        {
            Primary = new(place, "TLS ends at the balancer"),
            Why = ["a client that asks for a name without a certificate is refused in the handshake"],
            Fixes = [$"add it to names: of a certificate with deploy: [{balancer.Name}]"],
        };
}
