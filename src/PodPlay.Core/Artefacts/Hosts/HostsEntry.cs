using System.Collections.Immutable;

namespace PodPlay.Artefacts.Hosts;

/// <summary>The lines of one service or host.</summary>
internal sealed record HostsEntry(string Name, string Path, ImmutableArray<HostsLine> Lines)
{
    public View ToView() => new()
    {
        { "path", Path },
        { "lines", Lines.Select(l => new View { { "address", l.Address }, { "names", l.Names } }) },
    };
}
