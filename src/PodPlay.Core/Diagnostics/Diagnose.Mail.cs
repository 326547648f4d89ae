using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>PP317 and PP330 to PP339: mail.</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule SmtpPortBlockedRule = DiagnosticRule.Note("PP317", "smtp-port-blocked");
    public static readonly DiagnosticRule MailWithoutLoginRule = DiagnosticRule.Warning("PP330", "mail-without-login");
    public static readonly DiagnosticRule MailReverseNameRule = DiagnosticRule.Note("PP331", "mail-reverse-name");
    public static readonly DiagnosticRule MailFromChangingAddressRule = DiagnosticRule.Warning("PP332", "mail-from-changing-address");
    public static readonly DiagnosticRule MailInnerPublicRule = DiagnosticRule.Warning("PP333", "mail-inner-public");
    public static readonly DiagnosticRule MailWithoutCertificateRule = DiagnosticRule.Note("PP334", "mail-without-certificate");

    internal static Diagnostic SmtpPortBlocked(SourceSpan place) =>
        new(SmtpPortBlockedRule, "many providers block port 25, inwards, outwards or both")
        {
            Primary = new(place, "other servers deliver here, and are called on the same port"),
            Why = ["inwards: no mail arrives, and senders get it back after some days; outwards: no mail leaves"],
            Fixes = ["ask the provider to open it", "outwards: send through a relay host (smarthost) on port 465 or 587", "inwards: a mail service on the internet as MX, which passes the mail on"],
        };

    internal static Diagnostic MailWithoutLogin(SourceSpan place, string client, MailServer server, Port port) =>
        new(MailWithoutLoginRule, $"{client} hands its mail to {server.Service.Name} on port {port.Container}, where nobody logs in")
        {
            Primary = new(place, "for servers, not for applications"),
            Why = [$"{server.Service.Name} can only let it relay by its address; whoever gets into {client} then sends to the whole world"],
            Fixes = server.Submission is { } submission
                ? [$"{client} -> {server.Service.Name}: {submission.Port.Name}, with a login (RFC 8314)"]
                : [$"private: {{ submissions: 465 }} on {server.Service.Name}, and a flow to it, with a login (RFC 8314)"],
        };

    internal static Diagnostic MailReverseName(SourceSpan place, MailServer server, IReadOnlyList<string> addresses)
    {
        var name = server.Names.IsEmpty ? $"the name of {server.Service.Name}" : server.Names[0];
        return new(MailReverseNameRule, $"the reverse name of {(addresses.Count == 0 ? "the public address" : string.Join(" and ", addresses))} must be {name}")
        {
            Primary = new(place, "mail leaves from the same address"),
            Why = ["receivers refuse or mark mail from an address whose PTR record is not the name in HELO; only the provider can set it"],
            Fixes = [$"ask the provider for the PTR record, and let {server.Service.Name} say HELO {name}", "for IPv6 as well; where it cannot be had, no AAAA record for this name, and IPv4 only outwards"],
        };
    }

    internal static Diagnostic MailFromChangingAddress(SourceSpan place, Service service, SourceSpan? dynamic) =>
        new(MailFromChangingAddressRule, $"{service.Name} sends from an address that changes")
        {
            Primary = new(place, "a mail server for the world"),
            Related = dynamic is { } d ? [new(d, "the provider changes it")] : [],
            Why = ["nearly all receivers refuse the ranges of dynamic addresses by blocklists, and such an address has no reverse name of one's own"],
            Fixes = ["send through a relay host (smarthost) with a login, on port 465 or 587", "or a line with a fixed address"],
        };

    internal static Diagnostic MailInnerPublic(SourceSpan place, Service service, Port port, string what) =>
        new(MailInnerPublicRule, $"{service.Name}.{port.Name} is an inner port of a mail server, and faces the internet")
        {
            Primary = new(place, what),
            Why = ["it is made for neighbours and users whom it trusts"],
            Fixes = [$"lan: {{ {port.Name}: {port.Container} }}, or private and a flow"],
        };

    internal static Diagnostic MailWithoutCertificate(SourceSpan place, Service service) =>
        new(MailWithoutCertificateRule, $"no certificate is deployed to {service.Name}")
        {
            Primary = new(place, "TLS from the first byte"),
            Why = ["mail clients refuse a certificate that does not bear the name of the server"],
            Fixes = [$"certificates: a name such as mail.example.com, deploy: [{service.Name}]"],
        };
}
