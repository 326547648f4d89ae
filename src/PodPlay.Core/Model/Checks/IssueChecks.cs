using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;
using PodPlay.Text;

namespace PodPlay.Model.Checks;

/// <summary>Can the solver do its work, from the question to the authority to the folder in which a service finds the answer?</summary>
internal static class IssueChecks
{
    // Names that nobody can own in the public DNS: RFC 6761, 6762, 8375, and .internal as ICANN reserved it in 2024.
    private static readonly string[] PrivateDomains = ["internal", "local", "localhost", "lan", "home.arpa", "test", "invalid", "onion", "corp", "home", "mail"];

    public static void Check(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var certificate in network.Certificates)
        {
            if (places.Value($"{certificate.Path}.challenge") is not { } challenge)
                continue;
            CheckServer(certificate, challenge, places, diagnostics);
            CheckDelivery(certificate, places, diagnostics);
            if (places.Value($"{certificate.Path}.key") is { } key && certificate.Challenge == Challenge.Http01)
                diagnostics.Report(Diagnose.KeyWithoutDns(key, certificate.Name));
            if (certificate.Solver is not { } solver || places.Value($"{certificate.Path}.solver") is not { } place)
                continue;
            // Who says another command asks in another way.
            if (certificate.Challenge == Challenge.Dns01 && solver.Command is null)
                CheckDns(network, certificate, solver, challenge, diagnostics);
            if (ChallengePath.Of(network, certificate) is { Way: ChallengeWay.Balancer } path)
                CheckHandOver(network, path.Owner, solver, place, diagnostics);
        }
        foreach (var solver in network.Services.Where(s => network.SolvedBy(s).Any()))
            CheckSolver(solver, places, diagnostics);
    }

    private static void CheckServer(Certificate certificate, SourceSpan challenge, SpecPlaces places, DiagnosticBag diagnostics)
    {
        if (certificate.Solver is not null && !certificate.Deploy.IsEmpty && certificate.Server == AcmeServer.Staging)
        {
            diagnostics.Report(places.Value($"{certificate.Path}.server") is { } said
                ? Diagnose.StagingCertificate(said, certificate.Name)
                : Diagnose.ServerNotSaid(challenge, certificate.Name));
        }
        foreach (var name in certificate.Names.Where(_ => certificate.Server.IsLetsEncrypt))
        {
            var domain = PrivateDomains.FirstOrDefault(d => name == d || name.EndsWith($".{d}", StringComparison.Ordinal));
            if (domain is not null || !name.Contains('.', StringComparison.Ordinal))
                diagnostics.Report(Diagnose.NameNotPublic(PlaceOf(certificate, name, places) ?? challenge, name, domain is null ? "a single word" : $".{domain}"));
        }
    }

    private static void CheckDelivery(Certificate certificate, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var user in certificate.Deploy)
        {
            if (places.Item($"{certificate.Path}.deploy", user.Name) is not { } place)
                continue;
            if (certificate.Solver is { } solver && solver.Host != user.Host)
                diagnostics.Report(Diagnose.CertificateElsewhere(place, certificate.Name, user, solver));
            if (user.Volumes.FirstOrDefault(v => v.Target == Certificate.Mount) is { } own && places.Key(own.Path) is { } volume)
                diagnostics.Report(Diagnose.CertificateHidden(volume, user, certificate.Name));
        }
    }

    private static void CheckDns(Network network, Certificate certificate, Service solver, SourceSpan challenge, DiagnosticBag diagnostics)
    {
        if (certificate.NameServer(network) is not { } server)
            diagnostics.Report(Diagnose.DnsWithoutNameServer(challenge, certificate.ChallengeNames[0]));
        else if (solver != server && solver.Zone is not null && server.Ports.FirstOrDefault(DomainChecks.IsDns) is { } port && !FlowChecks.IsAllowed(network, solver, server, port))
            diagnostics.Report(Diagnose.DnsWithoutFlow(challenge, solver, server, port));
        if (certificate.Key is null)
            diagnostics.Report(Diagnose.DnsWithoutKey(challenge, certificate.Name));
    }

    private static void CheckHandOver(Network network, Service owner, Service solver, SourceSpan place, DiagnosticBag diagnostics)
    {
        if (solver.ChallengePort is not { } port)
            diagnostics.Report(Diagnose.SolverWithoutPort(place, owner, solver));
        else if (!FlowChecks.IsAllowed(network, owner, solver, port))
            diagnostics.Report(Diagnose.ChallengeWithoutFlow(place, owner, solver, port));
    }

    private static void CheckSolver(Service solver, SpecPlaces places, DiagnosticBag diagnostics)
    {
        if (solver.Command is not null && places.Value($"services.{solver.Name}.command") is { } command)
            diagnostics.Report(Diagnose.SolverWithCommand(command, solver));
        if (solver.IsReplicated && places.Value($"services.{solver.Name}.replicas") is { } replicas)
            diagnostics.Report(Diagnose.SeveralSolvers(replicas, solver));
    }

    private static SourceSpan? PlaceOf(Certificate certificate, string name, SpecPlaces places) =>
        name == certificate.Name ? places.Key(certificate.Path) : places.Item($"{certificate.Path}.names", name);
}
