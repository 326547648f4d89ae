using System.Collections.Immutable;
using PodPlay.Diagnostics;
using PodPlay.Text;

namespace PodPlay.Spec;

/// <summary>What was declared, with its places: no defaults applied, no references followed.</summary>
internal sealed record PodPlaySpec
{
    public Spanned<string>? Name { get; init; }

    public Spanned<string>? Domain { get; init; }

    public RouterSpec? Router { get; init; }

    public required ImmutableArray<SourceSpec> Sources { get; init; }

    public required DefaultsSpec Defaults { get; init; }

    public required ImmutableArray<HostSpec> Hosts { get; init; }

    public required ImmutableArray<ZoneSpec> Zones { get; init; }

    public required ImmutableArray<ServiceSpec> Services { get; init; }

    public required ImmutableArray<CertificateSpec> Certificates { get; init; }

    public required ImmutableArray<DomainSpec> Domains { get; init; }

    public required ImmutableArray<FlowSpec> Flows { get; init; }

    public required ImmutableArray<StatementSpec> Statements { get; init; }

    public required ImmutableArray<LintLevel> Lint { get; init; }

    public IEnumerable<string> ServiceNames => Services.Select(s => s.Name.Value);

    /// <summary>True for a service that is declared, even where it could not be resolved: what is wrong with it was said at its own place,
    /// and need not be said again wherever it is named.</summary>
    public bool Declares(string service) => ServiceNames.Contains(service);
}

internal sealed record RouterSpec(
    ImmutableArray<Spanned<string>> Addresses, ImmutableArray<Spanned<string>> Lan, ImmutableArray<Spanned<string>> Public, Spanned<string>? Kind, Spanned<string>? Wan, Spanned<string>? LanSide);

internal sealed record SourceSpec(Spanned<string> Name, ImmutableArray<Spanned<string>> Blocks);

internal sealed record DefaultsSpec(Spanned<string>? Host, Spanned<string>? UserNamespace, ImmutableArray<Spanned<string>> Dns);
