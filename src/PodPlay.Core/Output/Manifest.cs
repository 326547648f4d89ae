using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PodPlay.Text;

namespace PodPlay.Output;

/// <summary>A file and what it held when podplay wrote it.</summary>
internal readonly record struct ManifestEntry(string Hash, string Path);

/// <summary>
/// What podplay wrote, in the format of <c>sha256sum</c>, so that a host without podplay can verify it:
/// <c>cd / &amp;&amp; sha256sum --quiet -c /etc/podplay/MANIFEST</c>. One for each host, one for what lies beside the hosts.
/// </summary>
internal sealed class Manifest
{
    /// <summary>Below the output folder: the manifest of the files beside the host trees.</summary>
    public const string BesidePath = "MANIFEST";

    private const string InHost = "/etc/podplay/MANIFEST";
    private const string Mark = "# podplay manifest ";
    // sha256sum passes over a line that begins with a number sign (coreutils 9.1 and 9.7, src/digest.c).
    private const string OwnTemplate = "# made with a template of your own: ";
    private const int Format = 1;
    private const int HashLength = 64;
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    private Manifest(ImmutableArray<ManifestEntry> entries) => Entries = entries;

    /// <summary>As listed; the paths below the output folder.</summary>
    public ImmutableArray<ManifestEntry> Entries { get; }

    /// <summary>The format's number when it is one that this podplay does not know.</summary>
    public int? NewerFormat { get; private init; }

    /// <summary>The first line that does not belong into a manifest, from 1: the marker of a merge, or damage.</summary>
    public int? FaultyLine { get; private init; }

    public static string PathIn(string host) => host + InHost;

    public static bool IsManifest(string path) =>
        path == BesidePath || (path.EndsWith(InHost, StringComparison.Ordinal) && path.Length > InHost.Length && path.IndexOf('/', StringComparison.Ordinal) == path.Length - InHost.Length);

    /// <summary>Adds the manifests to a tree that is otherwise complete.</summary>
    /// <param name="hosts">Names of the folders that are the root of a host.</param>
    /// <param name="ownTemplates">Those of the user's, by the path of a file that they make; null: none at all.</param>
    public static void AddTo(OutputTree tree, IEnumerable<string> hosts, ILookup<string, string>? ownTemplates = null)
    {
        var roots = hosts.ToHashSet(StringComparer.Ordinal);
        var groups = tree.Files
            .GroupBy(f => TopOf(f.Key) is { } top && roots.Contains(top) ? top : null)
            .Select(g => (Host: g.Key, Files: g.ToArray()))
            .ToArray();
        foreach (var (host, files) in groups)
        {
            var prefix = host is null ? 0 : host.Length + 1;
            var text = new StringBuilder(Mark).Append(Format).Append('\n');
            foreach (var name in files.SelectMany(f => ownTemplates?[f.Key] ?? []).Distinct().Order(StringComparer.Ordinal))
                text.Append(OwnTemplate).Append(name).Append('\n');
            foreach (var (path, bytes) in files)
                text.Append(Line(new(Sha256.Hex(bytes), path[prefix..]))).Append('\n');
            tree.Add(host is null ? BesidePath : PathIn(host), text.ToString());
        }
    }

    /// <summary>Reads a manifest, good or bad. Lines that can be read are entries even when others cannot.</summary>
    /// <param name="path">Below the output folder; says which tree the paths in it belong to.</param>
    public static Manifest Parse(string path, ReadOnlySpan<byte> bytes)
    {
        var prefix = path == BesidePath ? "" : path[..(path.Length - InHost.Length + 1)];
        var lines = Encoding.UTF8.GetString(bytes).Split('\n');
        int? format = FormatOf(lines[0]);
        int? faulty = format is null ? 1 : null;
        var entries = ImmutableArray.CreateBuilder<ManifestEntry>(lines.Length);
        for (var i = 1; i < lines.Length; i++)
        {
            // The last piece is what follows the last line end.
            if (i == lines.Length - 1 && lines[i].Length == 0)
                break;
            if (ParseLine(lines[i], prefix) is { } entry)
                entries.Add(entry);
            else if (!lines[i].StartsWith(OwnTemplate, StringComparison.Ordinal))
                faulty ??= i + 1;
        }
        return new Manifest(entries.ToImmutable())
        {
            NewerFormat = format > Format ? format : null,
            FaultyLine = faulty,
        };
    }

    /// <summary>One line, without its end.</summary>
    public static string Line(ManifestEntry entry) => $"{entry.Hash}  {entry.Path}";

    /// <summary>The entry of a line; null for anything else, and for a path that would leave the tree.</summary>
    public static ManifestEntry? ParseLine(string line, string prefix)
    {
        line = line.TrimEnd('\r');
        if (line.Length <= HashLength + 2 || line[HashLength] != ' ' || line[HashLength + 1] != ' ')
            return null;
        var path = line[(HashLength + 2)..];
        return !line.AsSpan(0, HashLength).ContainsAnyExcept(HexDigits) && OutputTree.IsInside(path)
            ? new ManifestEntry(line[..HashLength], prefix + path)
            : null;
    }

    /// <summary>The first folder of a path, or null for a file beside the folders.</summary>
    public static string? TopOf(string path) =>
        path.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? path[..slash] : null;

    private static int? FormatOf(string line) =>
        line.StartsWith(Mark, StringComparison.Ordinal)
        && int.TryParse(line.AsSpan(Mark.Length).TrimEnd('\r'), NumberStyles.None, CultureInfo.InvariantCulture, out var format)
            ? format
            : null;
}
