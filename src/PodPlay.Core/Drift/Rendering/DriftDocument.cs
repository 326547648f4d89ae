using System.Collections.Immutable;
using PodPlay.Model.Resolve;
using PodPlay.Text;

namespace PodPlay.Drift.Rendering;

/// <summary>The answer, and what its renderings need besides.</summary>
/// <param name="Hosts">By name.</param>
/// <param name="Unreported">Hosts of the spec that no report is of, by name.</param>
/// <param name="Places">Where the paths of the spec are.</param>
public sealed record DriftDocument(ImmutableArray<HostDrift> Hosts, ImmutableArray<string> Unreported, SpecPlaces? Places)
{
    public bool IsClean => Hosts.All(h => h.Deviations.IsEmpty);

    public SourceSpan? PlaceOf(Deviation deviation) => Places?.Nearest(deviation.Path);
}
