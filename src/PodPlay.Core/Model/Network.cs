using System.Collections.Immutable;

namespace PodPlay.Model;

/// <summary>
/// The whole of what a spec means: references are objects, defaults are applied, addresses are allocated, and every list is
/// in the order in which artefacts print it.
/// </summary>
public sealed class Network
{
    /// <summary>Prefix of podman networks and volumes.</summary>
    public required string Name { get; init; }

    /// <summary>Service discovery: <c>mail.podplay.internal</c>.</summary>
    public required string Domain { get; init; }

    public required Router Router { get; init; }

    /// <summary>By name.</summary>
    public required ImmutableArray<Source> Sources { get; init; }

    /// <summary>By name.</summary>
    public required ImmutableArray<Host> Hosts { get; init; }

    /// <summary>By name.</summary>
    public required ImmutableArray<Zone> Zones { get; init; }

    /// <summary>By name.</summary>
    public required ImmutableArray<Service> Services { get; init; }

    /// <summary>By text.</summary>
    public required ImmutableArray<Flow> Flows { get; init; }

    /// <summary>By name.</summary>
    public required ImmutableArray<Certificate> Certificates { get; init; }

    /// <summary>What a service fetches from an authority; empty for all but solvers.</summary>
    public IEnumerable<Certificate> SolvedBy(Service service) => Certificates.Where(c => c.Solver == service);

    /// <summary>What a service uses.</summary>
    public IEnumerable<Certificate> DeployedTo(Service service) => Certificates.Where(c => c.Deploy.Contains(service));

    /// <summary>By kind, then by text.</summary>
    public ImmutableArray<Assertion> Assertions { get; init; } = [];

    /// <summary>Public domains that a name server answers for or the spec describes, by name.</summary>
    public ImmutableArray<PublicDomain> Domains { get; init; } = [];

    /// <summary>Every name and what it means.</summary>
    public NameTable Names => field ??= NameTable.Of(this);

    /// <summary>Findings that the spec allows, with its reasons; for the reviewer's page.</summary>
    public ImmutableArray<AcceptedWarning> Accepted { get; internal set; } = [];
}
