using System.Collections.Immutable;
using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>PP6xx: certificates.</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule Http01UnreachableRule = DiagnosticRule.Deny("PP601", "http01-unreachable");
    public static readonly DiagnosticRule Http01Ipv6Rule = DiagnosticRule.Warning("PP602", "http01-ipv6");
    public static readonly DiagnosticRule CertificateUnusedRule = DiagnosticRule.Warning("PP603", "certificate-unused");
    public static readonly DiagnosticRule VhostWithoutCertificateRule = DiagnosticRule.Warning("PP604", "vhost-without-certificate");
    public static readonly DiagnosticRule WildcardHttp01Rule = DiagnosticRule.Error("PP605", "wildcard-http01");
    public static readonly DiagnosticRule SolverMissingRule = DiagnosticRule.Deny("PP626", "solver-missing");

    internal static Diagnostic Http01Unreachable(SourceSpan place, Service solver, ImmutableArray<(SourceSpan Place, string Port)> claims) =>
        new(Http01UnreachableRule, claims.Length > 1
            ? $"router port 80 is wanted by {claims.Length} services; a challenge reaches {solver.Name} only by luck"
            : $"no router port 80 leads to {solver.Name}")
        {
            Primary = new(place, "needs port 80 from the internet"),
            Related = [.. claims.Select(c => new Label(c.Place, c.Port))],
            Why = ["Let's Encrypt always asks on port 80, and by IPv6 first when there is an AAAA record"],
            Fixes = claims.Length > 1
                ? ["a service with balance: and public http on 80 serves the path for the solver; make the others private"]
                : [$"public: {{ acme: 80 -> 8080 -> 80 }} on {solver.Name}", "or a service with balance: and public http on 80 serves the path for the solver", "or challenge: dns-01"],
        };

    internal static Diagnostic Http01Ipv6(SourceSpan place, string name, string what) =>
        new(Http01Ipv6Rule, $"if {name} has an AAAA record the challenge goes to IPv6 first, where nothing answers")
        {
            Primary = new(place, what),
            Why = ["Let's Encrypt falls back to IPv4 only after a time-out, not after a refusal"],
            Fixes = ["serve port 80 on both families, or publish no AAAA record"],
        };

    internal static Diagnostic Http01OtherAddress(SourceSpan place, string name, string address, string what) =>
        new(Http01Ipv6Rule, $"the challenge for {name} goes to {address} first, where nobody hands it to the solver")
        {
            Primary = new(place, what),
            Why = ["the spec's own name server gives this address as AAAA record", "Let's Encrypt falls back to IPv4 only after a time-out, not after a refusal"],
            Fixes = ["challenge: dns-01, which needs no port 80", $"or a certificate without {name}"],
        };

    internal static Diagnostic SolverMissing(SourceSpan place, string name) =>
        new(SolverMissingRule, $"nobody answers the challenge for {name}")
        {
            Primary = new(place, "no solver:"),
            Why = ["the authority asks on port 80 for a file that only the ACME client of the solver can show"],
            Fixes = ["solver: certbot, a service that runs an ACME client", $"or, if {name} is fetched by something else:  # podplay: allow PP626 - <reason>"],
        };

    internal static Diagnostic CertificateUnused(SourceSpan place, string name) =>
        new(CertificateUnusedRule, $"certificate {name} is for nobody")
        {
            Primary = new(place, "no deploy:"),
            Why = ["it is issued and renewed for nobody, and its names become public in the transparency logs"],
            Fixes = ["deploy: [...], or remove it"],
        };

    internal static Diagnostic VhostWithoutCertificate(SourceSpan place, string name) =>
        new(VhostWithoutCertificateRule, $"no certificate covers {name}")
        {
            Primary = new(place, "served by https without a certificate of its own"),
            Why = ["no https site is written for a name without a certificate"],
            Fixes = ["add it to names: of a certificate that is deployed to this service"],
        };

    internal static Diagnostic WildcardHttp01(SourceSpan place, string name) =>
        new(WildcardHttp01Rule, $"{name}: wildcards need dns-01")
        {
            Primary = new(place, "no HTTP request can prove it"),
            Why = ["a request to one name cannot prove that all names of a domain are yours"],
            Fixes = ["challenge: dns-01"],
        };
}
