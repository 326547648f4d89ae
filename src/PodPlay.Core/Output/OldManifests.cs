using System.Collections.Immutable;
using PodPlay.Text;

namespace PodPlay.Output;

/// <summary>Everything that podplay remembers of its earlier runs in one output folder.</summary>
internal sealed class OldManifests
{
    private readonly ILookup<string, string> _listed;
    private readonly HashSet<ManifestEntry> _noted;
    private readonly HashSet<string> _damaged;

    private OldManifests(ImmutableArray<(string Path, Manifest Manifest)> all, IReadOnlyList<ManifestEntry> noted)
    {
        All = all;
        _listed = all.SelectMany(m => m.Manifest.Entries).ToLookup(e => e.Path, e => e.Hash, StringComparer.Ordinal);
        _noted = [.. noted];
        _damaged = [.. all.Where(m => m.Manifest.FaultyLine is not null).Select(m => Manifest.TopOf(m.Path) ?? "")];
        Paths =
        [
            .. _listed.Select(g => g.Key)
                .Concat(noted.Select(e => e.Path))
                .Concat(all.Select(m => m.Path))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The manifests that lie in the folder, by path.</summary>
    public ImmutableArray<(string Path, Manifest Manifest)> All { get; }

    /// <summary>Every path that podplay wrote, the manifests themselves included.</summary>
    public ImmutableArray<string> Paths { get; }

    public static OldManifests In(OutputScan scan) => new(
        [
            .. scan.Entries.Where(e => e.Value.Kind == EntryKind.File && Manifest.IsManifest(e.Key))
                .Select(e => e.Key)
                .Order(StringComparer.Ordinal)
                .Select(p => (p, Manifest.Parse(p, scan.Read(p)!))),
        ],
        scan.Journal ?? []);

    public bool Lists(string path) => _listed.Contains(path);

    /// <summary>These very bytes are podplay's, from a finished run or from one that was cut short.</summary>
    public bool Wrote(string path, byte[] bytes)
    {
        if (!Lists(path) && _noted.Count == 0)
            return false;
        var hash = Sha256.Hex(bytes);
        return _listed[path].Contains(hash) || _noted.Contains(new(hash, path));
    }

    /// <summary>The manifest that would list this path cannot be relied upon.</summary>
    public bool IsDamagedFor(string path) => _damaged.Contains(Manifest.TopOf(path) ?? "") || _damaged.Contains("");
}
