using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;
using PodPlay.Text;

namespace PodPlay.Model.Checks;

/// <summary>Can the authority reach the solver, and does somebody use what it issues?</summary>
internal static class CertificateChecks
{
    public static void Check(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var certificate in network.Certificates)
        {
            if (places.Value($"{certificate.Path}.challenge") is not { } challenge)
                continue;
            if (places.Key($"{certificate.Path}.deploy") is null && places.Key(certificate.Path) is { } place)
                diagnostics.Report(Diagnose.CertificateUnused(place, certificate.Name));
            if (certificate.Challenge != Challenge.Http01)
                continue;
            foreach (var name in certificate.Names.Where(Certificate.IsWildcard))
                diagnostics.Report(Diagnose.WildcardHttp01((name == certificate.Name ? places.Key(certificate.Path) : places.Item($"{certificate.Path}.names", name)) ?? challenge, name));
            if (places.Key($"{certificate.Path}.solver") is null)
                diagnostics.Report(Diagnose.SolverMissing(challenge, certificate.Name));
            if (certificate.Solver is { } solver)
                CheckPath(network, certificate, solver, challenge, places, diagnostics);
        }
        CheckVirtualHosts(network, places, diagnostics);
    }

    private static void CheckPath(Network network, Certificate certificate, Service solver, SourceSpan challenge, SpecPlaces places, DiagnosticBag diagnostics)
    {
        var claims = ChallengePath.Claims(network);
        if (ChallengePath.Of(network, certificate) is null)
        {
            var wanted = claims.Count > 1 ? claims.Select(c => (places.Value(c.Port.Path)!.Value, $"{c.Service.Name}.{c.Port.Name}")) : [];
            diagnostics.Report(Diagnose.Http01Unreachable(challenge, solver, [.. wanted]));
        }
        if (claims.Count > 0)
            ChallengeFamilyChecks.Check(network, certificate, claims[0].Service, challenge, places, diagnostics);
    }

    private static void CheckVirtualHosts(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var service in network.Services.Where(s => s.Ports.Any(IsTls)))
        {
            var covered = network.Certificates.Where(c => c.Deploy.Contains(service)).SelectMany(c => c.Names).ToHashSet(StringComparer.Ordinal);
            foreach (var host in service.VirtualHosts)
            {
                var site = $"{host.Path}.{host.Name}";
                foreach (var name in host.Aliases.Prepend(host.Name).Where(n => !Covers(covered, n)))
                {
                    var place = name == host.Name ? places.Key(site) ?? places.Item(host.Path, name) : places.Item($"{site}.aliases", name);
                    if (place is { } at)
                        diagnostics.Report(Diagnose.VhostWithoutCertificate(at, name));
                }
            }
        }
    }

    internal static bool Covers(IReadOnlySet<string> names, string name)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        return names.Contains(name) || (dot > 0 && names.Contains($"*{name[dot..]}"));
    }

    internal static bool IsTls(Port port) => port.Name == "https" || port.Container.Contains(443);
}
