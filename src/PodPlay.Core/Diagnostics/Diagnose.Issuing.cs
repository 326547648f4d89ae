using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>PP608 to PP625: how certificates are fetched and delivered.</summary>
public static partial class Diagnose
{
    public static readonly DiagnosticRule ChallengeWithoutFlowRule = DiagnosticRule.Deny("PP608", "challenge-without-flow");
    public static readonly DiagnosticRule SolverWithoutPortRule = DiagnosticRule.Deny("PP609", "solver-without-port");
    public static readonly DiagnosticRule DnsWithoutNameServerRule = DiagnosticRule.Deny("PP610", "dns01-without-name-server");
    public static readonly DiagnosticRule DnsWithoutKeyRule = DiagnosticRule.Deny("PP611", "dns01-without-key");
    public static readonly DiagnosticRule KeyWithoutDnsRule = DiagnosticRule.Warning("PP612", "key-without-dns01");
    public static readonly DiagnosticRule CertificateElsewhereRule = DiagnosticRule.Deny("PP613", "certificate-elsewhere");
    public static readonly DiagnosticRule ServerNotSaidRule = DiagnosticRule.Warning("PP614", "server-not-said");
    public static readonly DiagnosticRule StagingCertificateRule = DiagnosticRule.Note("PP615", "staging-certificate");
    public static readonly DiagnosticRule NameNotPublicRule = DiagnosticRule.Deny("PP616", "name-not-public");
    public static readonly DiagnosticRule SolverWithCommandRule = DiagnosticRule.Note("PP618", "solver-with-command");
    public static readonly DiagnosticRule CertificateHiddenRule = DiagnosticRule.Deny("PP619", "certificate-hidden");
    public static readonly DiagnosticRule SeveralSolversRule = DiagnosticRule.Deny("PP621", "solver-replicated");
    public static readonly DiagnosticRule DnsWithoutFlowRule = DiagnosticRule.Deny("PP622", "dns01-without-flow");

    internal static Diagnostic ChallengeWithoutFlow(SourceSpan place, Service owner, Service solver, Port port) =>
        new(ChallengeWithoutFlowRule, $"{owner.Name} may not hand a challenge to {solver.Name}")
        {
            Primary = new(place, "no flow goes there"),
            Why = [$"{owner.Name} owns port 80 and passes the challenge on, and the ruleset drops what no flow names"],
            Fixes = [$"flows: {owner.Name} -> {solver.Name}: {port.Name}"],
        };

    internal static Diagnostic SolverWithoutPort(SourceSpan place, Service owner, Service solver) =>
        new(SolverWithoutPortRule, $"{solver.Name} has no port on which {owner.Name} could hand it a challenge")
        {
            Primary = new(place, "no TCP port"),
            Why = ["certbot answers http-01 by a small web server of its own"],
            Fixes = [$"private: {{ acme: 80 }} on {solver.Name}, and the flow {owner.Name} -> {solver.Name}: acme"],
        };

    internal static Diagnostic DnsWithoutNameServer(SourceSpan place, string name) =>
        new(DnsWithoutNameServerRule, $"no service answers for {name}")
        {
            Primary = new(place, "is proved by a record there"),
            Why = ["podplay lets the solver write into a zone of one's own name server, and into no other"],
            Fixes = ["a name server (resolves:) and the domain that holds the name (domains:)", "or challenge: http-01", "or a command: of the solver that asks your provider"],
        };

    internal static Diagnostic DnsWithoutKey(SourceSpan place, string name) =>
        new(DnsWithoutKeyRule, $"nothing lets the solver of {name} write the record")
        {
            Primary = new(place, "no key:"),
            Why = ["the name server takes updates only when they are signed"],
            Fixes = ["key: acme, after `tsig-keygen acme | podman secret create acme -` on the host"],
        };

    internal static Diagnostic DnsWithoutFlow(SourceSpan place, Service solver, Service server, Port port) =>
        new(DnsWithoutFlowRule, $"{solver.Name} may not write its record at {server.Name}")
        {
            Primary = new(place, "no flow goes there"),
            Why = ["the ruleset drops what no flow names, updates of a zone as well"],
            Fixes = [$"flows: {solver.Name} -> {server.Name}: {port.Name}"],
        };

    internal static Diagnostic KeyWithoutDns(SourceSpan place, string name) =>
        new(KeyWithoutDnsRule, $"the key of {name} has no effect")
        {
            Primary = new(place, "http-01 writes no record"),
            Why = ["its secret would be in the container for nothing"],
            Fixes = ["leave it out, or challenge: dns-01"],
        };

    internal static Diagnostic CertificateElsewhere(SourceSpan place, string name, Service user, Service solver) =>
        new(CertificateElsewhereRule, $"{name} does not get to {user.Name}")
        {
            Primary = new(place, $"runs on {user.Host.Name}, {solver.Name} on {solver.Host.Name}"),
            Why = ["certificates lie in a folder of the host that fetches them; nothing carries keys from host to host"],
            Fixes = [$"a certificate of its own, with a solver on {user.Host.Name} and dns-01", $"or move {user.Name} to {solver.Host.Name}"],
        };

    internal static Diagnostic ServerNotSaid(SourceSpan place, string name) =>
        new(ServerNotSaidRule, $"{name} comes from the staging server, and no browser trusts it")
        {
            Primary = new(place, "no server:"),
            Why = ["first attempts are for the staging server: after five failed ones an hour the other one refuses the name"],
            Fixes = ["server: production, when `systemctl start` of the solver has succeeded once", "or server: staging until then"],
        };

    internal static Diagnostic StagingCertificate(SourceSpan place, string name) =>
        new(StagingCertificateRule, $"{name} comes from the staging server, and no browser trusts it")
        {
            Primary = new(place, "for first attempts"),
            Why = ["it proves that everything works without using up the authority's limits"],
            Fixes = ["server: production, when `systemctl start` of the solver has succeeded once"],
        };

    internal static Diagnostic NameNotPublic(SourceSpan place, string name, string domain) =>
        new(NameNotPublicRule, $"no public authority issues a certificate for {name}")
        {
            Primary = new(place, $"{domain} is nobody's on the internet"),
            Why = ["the authority asks the public DNS for the name"],
            Fixes = ["a name of your own below a public domain", "or server: the directory of an authority of your own"],
        };

    internal static Diagnostic SolverWithCommand(SourceSpan place, Service solver) =>
        new(SolverWithCommandRule, $"{solver.Name} runs this and does not ask for its certificates")
        {
            Primary = new(place, "instead of podplay's script"),
            Why = ["a solver's command is /etc/podplay/renew.sh, unless the spec says another one"],
            Fixes = ["leave it out, or see to it that the command writes what podplay installs: docs/certificates.md"],
        };

    internal static Diagnostic CertificateHidden(SourceSpan place, Service user, string name) =>
        new(CertificateHiddenRule, $"{user.Name} does not see {name}")
        {
            Primary = new(place, "its own volume lies on /certs"),
            Why = ["the spec's own volume wins, and the certificate never appears in the container"],
            Fixes = ["mount it elsewhere", $"or take {user.Name} out of deploy:"],
        };

    internal static Diagnostic SeveralSolvers(SourceSpan place, Service solver) =>
        new(SeveralSolversRule, $"{solver.Name} is a solver and can only be one")
        {
            Primary = new(place, "replicas"),
            Why = ["all of them would ask at the same time, and a challenge may reach one that does not know it"],
            Fixes = ["leave replicas: out"],
        };
}
