using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>PP5xx: records that a zone check accepts, or finds only on the host.</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule RecordQuotedRule = DiagnosticRule.Error("PP515", "record-quoted");
    public static readonly DiagnosticRule SpfTwiceRule = DiagnosticRule.Error("PP516", "spf-twice");
    public static readonly DiagnosticRule TlsaInvalidRule = DiagnosticRule.Error("PP517", "tlsa-invalid");
    public static readonly DiagnosticRule TlsaUnsignedRule = DiagnosticRule.Warning("PP518", "tlsa-unsigned");
    public static readonly DiagnosticRule CaaInvalidRule = DiagnosticRule.Error("PP519", "caa-invalid");
    public static readonly DiagnosticRule CaaDisagreesRule = DiagnosticRule.Deny("PP520", "caa-disagrees");
    public static readonly DiagnosticRule TargetIsAliasRule = DiagnosticRule.Error("PP521", "target-is-alias");
    public static readonly DiagnosticRule TargetWithoutAddressRule = DiagnosticRule.Error("PP522", "target-without-address");
    public static readonly DiagnosticRule CnameNotAloneRule = DiagnosticRule.Error("PP523", "cname-not-alone");
    public static readonly DiagnosticRule UnderscoreHostRule = DiagnosticRule.Error("PP524", "underscore-host");
    public static readonly DiagnosticRule DkimInvalidRule = DiagnosticRule.Error("PP526", "dkim-invalid");
    public static readonly DiagnosticRule SerialExhaustedRule = DiagnosticRule.Error("PP528", "serial-exhausted");
    public static readonly DiagnosticRule SerialNotRaisedRule = DiagnosticRule.Warning("PP529", "serial-not-raised");

    internal static Diagnostic RecordQuoted(SourceSpan place, string name) =>
        new(RecordQuotedRule, $"the text of {name} begins with a quote")
        {
            Primary = new(place, "becomes part of the text"),
            Why = ["podplay quotes and splits texts itself; a text that begins with \" is none of SPF, DKIM or DMARC to those who read it"],
            Fixes = ["the bare text"],
            Edits = Edit.WithoutInnerQuotes(place),
        };

    internal static Diagnostic SpfTwice(SourceSpan place, string name) =>
        new(SpfTwiceRule, $"{name} has two SPF records")
        {
            Primary = new(place, "the second one"),
            Why = ["receivers treat two records as a permanent error (RFC 7208, section 4.5) and may refuse all mail; named-checkzone says nothing"],
            Fixes = ["one record that names all senders"],
        };

    internal static Diagnostic TlsaInvalid(SourceSpan place, string reason) =>
        new(TlsaInvalidRule, $"this is no TLSA record: {reason}")
        {
            Primary = new(place, reason),
            Why = ["named-checkzone accepts a hash of the wrong length, and then no certificate ever fits"],
            Fixes = ["3 1 1 and 64 hexadecimal digits: openssl x509 -noout -pubkey | openssl pkey -pubin -outform der | sha256sum"],
        };

    internal static Diagnostic TlsaUnsigned(SourceSpan place, string domain) =>
        new(TlsaUnsignedRule, $"{domain} is not signed, so this TLSA record counts for nothing")
        {
            Primary = new(place, "needs DNSSEC"),
            Why = ["clients use TLSA from signed zones only (RFC 7672); podplay's zones are not signed"],
            Fixes = ["remove it; mta-sts: enforce does the same without DNSSEC"],
        };

    internal static Diagnostic CaaInvalid(SourceSpan place, string reason) =>
        new(CaaInvalidRule, $"this is no CAA record: {reason}")
        {
            Primary = new(place, reason),
            Why = ["an authority that cannot read the record issues nothing, or everything"],
            Fixes = ["0 issue letsencrypt.org", "0 issuewild ;", "0 iodef mailto:hostmaster@example.com"],
        };

    internal static Diagnostic CaaDisagrees(SourceSpan place, string name, string authority, string tag, SourceSpan? certificate) =>
        new(CaaDisagreesRule, $"CAA does not let {authority} issue {name}")
        {
            Primary = new(place, "the records here name others only"),
            Related = certificate is { } c ? [new(c, name)] : [],
            Why = ["the authority looks here before it issues, and refuses; a certificate that exists runs out"],
            Fixes = [$"caa: [0 {tag} {authority}]", "or no caa: at all: podplay derives it from certificates:"],
        };

    internal static Diagnostic TargetIsAlias(SourceSpan place, string type, string target) =>
        new(TargetIsAliasRule, $"{type} points to {target}, which is an alias (CNAME)")
        {
            Primary = new(place, target),
            Why = ["forbidden (RFC 2181, section 10.3): some senders refuse to deliver to it"],
            Fixes = ["the name behind the alias", $"or address records for {target}"],
        };

    internal static Diagnostic TargetWithoutAddress(SourceSpan place, string type, string target) =>
        new(TargetWithoutAddressRule, $"{type} points to {target}, which has no address")
        {
            Primary = new(place, target),
            Why = ["clients find the server's name and then nothing; a zone whose own name servers have no address is refused"],
            Fixes = [$"names: {{ {target}: SERVICE }}", $"records: {{ {target}: {{ a: ... }} }}"],
        };

    internal static Diagnostic CnameNotAlone(SourceSpan place, string name, string other) =>
        new(CnameNotAloneRule, $"{name} is an alias (CNAME) and has {other} as well")
        {
            Primary = new(place, "an alias has no other records"),
            Why = ["a name server refuses the whole zone (RFC 1034, section 3.6.2)"],
            Fixes = ["address records instead of cname:", "or remove the others"],
        };

    internal static Diagnostic UnderscoreHost(SourceSpan place, string name) =>
        new(UnderscoreHostRule, $"{name} is a host, and underscores are not allowed in a host name")
        {
            Primary = new(place, "has an address or receives mail"),
            Why = ["mail servers and browsers refuse such a name; underscores are for TXT, SRV and TLSA"],
            Fixes = [$"{name.Replace('_', '-')}"],
        };

    internal static Diagnostic DkimInvalid(SourceSpan place, string selector, string reason) =>
        new(DkimInvalidRule, $"the key {selector} is no DKIM record: {reason}")
        {
            Primary = new(place, reason),
            Mask = [place],
            Why = ["receivers count mail with a key that they cannot read as forged"],
            Fixes = ["v=DKIM1; k=rsa; p=... with the public key in base64; the private key stays a podman secret"],
        };

    internal static Diagnostic SerialExhausted(string path) =>
        new(SerialExhaustedRule, $"the serial of {path} cannot grow any more")
        {
            Path = path,
            Why = ["it is 4294967295, the largest number of 32 bits; secondaries would not see the change"],
            Fixes = ["a new start: serial: 1, and tell the secondaries to load the zone anew (rndc retransfer)"],
        };

    internal static Diagnostic SerialNotRaised(string path, uint said, uint before) =>
        new(SerialNotRaisedRule, $"records changed, and the serial of {path} is {said} after {before}")
        {
            Path = path,
            Why = ["secondaries compare serials: they keep the old records"],
            Fixes = ["raise serial:, or leave it out and podplay counts"],
        };
}
