using System.Collections.Immutable;
using PodPlay.Diagnostics;
using PodPlay.Spec;
using PodPlay.Text;

namespace PodPlay.Model.Resolve;

/// <summary>One public domain while it is worked out: what the spec says of it, and what concerns it.</summary>
internal sealed class DomainScope
{
    private readonly ImmutableArray<string> _below;
    private readonly PodPlaySpec _whole;

    /// <param name="others">The other domains: one of them may take a part of this one.</param>
    public DomainScope(DomainSpec spec, ImmutableArray<string> others, PodPlaySpec whole, ImmutableArray<Service> services, ImmutableArray<Certificate> certificates, DiagnosticBag diagnostics)
    {
        (Spec, _whole, Services, Diagnostics) = (spec, whole, services, diagnostics);
        _below = [.. others.Where(o => IsBelow(o, Name))];
        Servers = [.. services.Where(s => s.Resolves.Contains(Name))];
        Certificates = [.. certificates.SelectMany(c => c.Names.Select(n => (Certificate: c, Name: n, Base: Certificate.IsWildcard(n) ? n[2..] : n))).Where(c => Holds(c.Base))];
    }

    public DomainSpec Spec { get; }

    public ImmutableArray<Service> Services { get; }

    public DiagnosticBag Diagnostics { get; }

    public string Name => Spec.Name.Value;

    public string Path => $"domains.{Name}";

    public string Contact => Spec.Contact?.Value ?? $"hostmaster@{Name}";

    /// <summary>The network's own name servers that answer for it, by name.</summary>
    public ImmutableArray<Service> Servers { get; }

    /// <summary>Names of certificates that lie in it; the base is the name without <c>*.</c>.</summary>
    public ImmutableArray<(Certificate Certificate, string Name, string Base)> Certificates { get; }

    /// <summary>The domain itself or a name below it that is not another domain's.</summary>
    public bool Holds(string name) => (name == Name || IsBelow(name, Name)) && !_below.Any(b => name == b || IsBelow(name, b));

    /// <summary>Reports a name that lies elsewhere.</summary>
    public bool HoldsOrReport(Spanned<string> name)
    {
        if (Holds(name.Value))
            return true;
        Diagnostics.Report(Diagnose.NameOutsideDomain(name, Name));
        return false;
    }

    public Service? ServiceNamed(Spanned<string> name)
    {
        var found = Services.FirstOrDefault(s => s.Name == name.Value);
        if (found is null && !_whole.Declares(name.Value))
            Diagnostics.Report(Diagnose.UnknownService(name, name.Value, _whole.ServiceNames));
        return found;
    }

    private static bool IsBelow(string name, string domain) => name.EndsWith($".{domain}", StringComparison.Ordinal);
}
