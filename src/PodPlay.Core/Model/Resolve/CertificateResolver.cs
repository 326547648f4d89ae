using System.Collections.Immutable;
using PodPlay.Diagnostics;
using PodPlay.Spec;
using PodPlay.Text;

namespace PodPlay.Model.Resolve;

/// <summary>Certificates with their solver and users as objects.</summary>
internal static class CertificateResolver
{
    public static ImmutableArray<Certificate> Resolve(PodPlaySpec spec, ImmutableArray<Service> services, DiagnosticBag diagnostics) =>
    [
        .. spec.Certificates
            .Select(c => new Certificate(
                c.Name.Value,
                [.. c.Names.Select(n => n.Value).Prepend(c.Name.Value).Distinct()],
                c.Challenge?.Value == "dns-01" ? Challenge.Dns01 : Challenge.Http01,
                c.Solver is { } solver ? ServiceNamed(solver, spec, services, Diagnose.UnknownSolver, diagnostics) : null,
                [.. c.Deploy.Select(d => ServiceNamed(d, spec, services, (n, known) => Diagnose.UnknownService(n, n.Value, known), diagnostics)).OfType<Service>().Distinct().OrderBy(s => s.Name, StringComparer.Ordinal)])
            {
                Server = c.Server is { } server ? AcmeServer.Of(server.Value) : AcmeServer.Staging,
                Email = c.Email?.Value,
                Key = c.Key?.Value,
            })
            .OrderBy(c => c.Name, StringComparer.Ordinal),
    ];

    private static Service? ServiceNamed(
        Spanned<string> name, PodPlaySpec spec, ImmutableArray<Service> services, Func<Spanned<string>, IEnumerable<string>, Diagnostic> unknown, DiagnosticBag diagnostics)
    {
        var found = services.FirstOrDefault(s => s.Name == name.Value);
        if (found is null && !spec.Declares(name.Value))
            diagnostics.Report(unknown(name, spec.ServiceNames));
        return found;
    }
}
