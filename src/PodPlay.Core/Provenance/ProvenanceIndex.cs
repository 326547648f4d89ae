using System.Collections.Immutable;
using PodPlay.Model;
using PodPlay.Model.Resolve;
using PodPlay.Output;

namespace PodPlay.Provenance;

/// <summary>
/// From a line of the output to the parts of the spec that asked for it, and back. The files name spec paths and no lines, so that a
/// comment on top of the spec changes none of them; lines are looked up here.
/// </summary>
public sealed class ProvenanceIndex(OutputTree tree, Network network, SpecPlaces places)
{
    private readonly Dictionary<string, string[]> _lines = tree.Files.ToDictionary(f => f.Key, f => tree.Text(f.Key).Split('\n')[..^1], StringComparer.Ordinal);

    /// <summary>The files that a path means: the one itself, or all that end so, as <c>/etc/hosts</c> on a host.</summary>
    public ImmutableArray<string> FilesNamed(string path)
    {
        var wanted = path.TrimStart('/');
        return _lines.ContainsKey(wanted) ? [wanted] : [.. _lines.Keys.Where(f => f.EndsWith($"/{wanted}", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    public int LineCount(string file) => _lines[file].Length;

    /// <summary>Who asked for a line: what it names itself, else what the comment over it says, else what the file is made for.</summary>
    /// <param name="line">From 1 to <see cref="LineCount"/>.</param>
    public ImmutableArray<Trace> Of(string file, int line)
    {
        var lines = _lines[file];
        var own = PathsIn(lines[line - 1]).Select(p => Make(file, line, p, TraceBy.Line)).ToImmutableArray();
        if (!own.IsEmpty)
            return own;
        if (Blocks.Above(file, lines, line - 1, i => PathsIn(lines[i]).Any()) is { } above)
            return [.. PathsIn(lines[above]).Select(p => Make(file, line, p, TraceBy.Block))];
        return FileSubject.Of(file, network) is { } subject ? [Make(file, line, subject, TraceBy.File)] : [];
    }

    /// <summary>Every line that names a path or a part of it, and the files that are made for it; by file and line. Where there is nothing,
    /// what the spec has around it: an image is in the file of its service.</summary>
    public ImmutableArray<Trace> Below(string path)
    {
        for (var part = path; part.Length > 0; part = part[..Math.Max(0, part.LastIndexOf('.'))])
        {
            if (Exactly(part) is { IsEmpty: false } found)
                return found;
        }
        return [];
    }

    private ImmutableArray<Trace> Exactly(string path) =>
    [
        .. from file in _lines.OrderBy(f => f.Key, StringComparer.Ordinal)
           from trace in FilesOwn(file.Key, path).Concat(file.Value.SelectMany((text, at) => PathsIn(text)
               .Where(p => p == path || p.StartsWith($"{path}.", StringComparison.Ordinal))
               .Select(p => Make(file.Key, at + 1, p, TraceBy.Line))))
           select trace,
    ];

    private IEnumerable<Trace> FilesOwn(string file, string path) => FileSubject.Of(file, network) == path ? [Make(file, null, path, TraceBy.File)] : [];

    private IEnumerable<string> PathsIn(string line) => PathScanner.PathsIn(line, places).Distinct();

    private Trace Make(string file, int? line, string path, TraceBy by) => new(file, line, path, places.Nearest(path), by);
}
