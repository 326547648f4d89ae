using System.Collections.Immutable;
using PodPlay.Artefacts;
using PodPlay.Diagnostics;
using PodPlay.Model;
using PodPlay.Templating;

namespace PodPlay.Changes;

/// <summary>One of two states that are compared: the network, and its files.</summary>
/// <param name="Files">By path below the output folder.</param>
public sealed record ChangeSide(Network Network, IReadOnlyDictionary<string, byte[]> Files)
{
    private readonly Lazy<Dictionary<string, Effect>> _effects = new(() => ArtefactCatalog.Plan(Network).ToDictionary(f => f.Path, f => f.Effect));

    /// <summary>What a host does when a file changes, as the artefact says it: what HOST.apply.sh goes by.</summary>
    internal Effect? EffectOf(string path) => _effects.Value.GetValueOrDefault(path);

    /// <summary>Before there was anything: the same world outside, and no host in it.</summary>
    public static ChangeSide NothingBefore(ChangeSide after) => new(
        new Network
        {
            Name = "",
            Domain = "",
            Router = after.Network.Router,
            Sources = after.Network.Sources,
            Hosts = [],
            Zones = [],
            Services = [],
            Flows = [],
            Certificates = [],
        },
        ImmutableDictionary<string, byte[]>.Empty);

    /// <exception cref="InvalidOperationException">While an error stands in it.</exception>
    public static ChangeSide Of(Compilation compilation) => Of(compilation, TemplateOverrides.None, new DiagnosticBag());

    /// <summary>The same with templates of the user's, whose faults are reported.</summary>
    /// <exception cref="InvalidOperationException">While an error stands in it.</exception>
    public static ChangeSide Of(Compilation compilation, TemplateOverrides templates, DiagnosticBag diagnostics) =>
        new(compilation.Network!, compilation.Render(null, diagnostics, templates).Files);
}
