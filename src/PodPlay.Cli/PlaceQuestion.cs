using System.Collections.Immutable;
using System.Globalization;
using PodPlay.Model.Resolve;
using PodPlay.Provenance;
using PodPlay.Text;

namespace PodPlay.Cli;

/// <summary>What <c>where</c> is asked: a line of a file, or a spec path.</summary>
/// <param name="asked"><c>output/main/etc/nftables.d/podplay.nft:31</c>, <c>/etc/nftables.d/podplay.nft:31</c> as it is called on the host,
/// <c>podplay.yaml:24</c>, <c>services.mail</c>.</param>
/// <param name="folder">The output folder.</param>
internal sealed class PlaceQuestion(string asked, string folder, ProvenanceIndex index, SpecPlaces places)
{
    /// <summary>The files of the output that were asked about.</summary>
    public ImmutableArray<string> Files { get; private set; } = [];

    /// <param name="problem">Set when the question names nothing that there is.</param>
    public ImmutableArray<Trace> Answer(out string? problem)
    {
        problem = null;
        if (Split() is not var (file, line))
            return OfPath(out problem);
        if (places.Sources.FirstOrDefault(s => Same(s.Path, file)) is { } source)
            return OfSpecLine(source, line, out problem);
        Files = index.FilesNamed(BelowFolder(file));
        if (Files.IsEmpty)
            problem = $"podplay writes no {file}, and it is no file of the spec";
        else if (Files.All(f => line > index.LineCount(f)))
            problem = $"{file} has {index.LineCount(Files[0]).ToString(CultureInfo.InvariantCulture)} lines";
        return problem is null ? [.. Files.Where(f => line <= index.LineCount(f)).SelectMany(f => index.Of(f, line))] : [];
    }

    private ImmutableArray<Trace> OfPath(out string? problem)
    {
        var near = places.Key(asked) is not null ? null : Suggestion.For(asked, places.Paths);
        problem = places.Key(asked) is not null ? null : $"{asked} is not in the spec{(near is null ? "; a line is FILE:LINE" : $"; did you mean {near}?")}";
        return problem is null ? index.Below(asked) : [];
    }

    private ImmutableArray<Trace> OfSpecLine(SourceText source, int line, out string? problem)
    {
        var paths = places.At(source.Path, line);
        problem = line > source.LineCount ? $"{source.Path} has {source.LineCount.ToString(CultureInfo.InvariantCulture)} lines" : null;
        return [.. paths.SelectMany(p => index.Below(p)).Distinct()];
    }

    private (string File, int Line)? Split()
    {
        var colon = asked.LastIndexOf(':');
        return colon > 0 && int.TryParse(asked.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var line) && line > 0 ? (asked[..colon], line) : null;
    }

    private string BelowFolder(string file)
    {
        var below = Path.GetRelativePath(folder, file).Replace('\\', '/');
        return below.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(below) ? file : below;
    }

    private static bool Same(string one, string other) => Path.GetFullPath(one) == Path.GetFullPath(other);
}
