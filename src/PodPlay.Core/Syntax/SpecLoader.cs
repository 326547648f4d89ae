using System.Collections.Immutable;
using PodPlay.Diagnostics;
using PodPlay.Text;

namespace PodPlay.Syntax;

/// <summary>Reads a spec and the files that it includes.</summary>
public sealed class SpecLoader
{
    /// <summary>Files of one spec, the depth of includes, the bytes of all files, and their values with all aliases written out.</summary>
    public const int MaxFiles = 1_000;
    public const int MaxDepth = 16;
    public const int MaxBytes = 16 * 1024 * 1024;
    public const int MaxValues = 1_000_000;

    private readonly ISpecFiles _files;
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, Visit> _visits = new(StringComparer.Ordinal);
    private readonly Queue<Visit> _toRead = new();
    private readonly List<SpecMapping> _roots = [];
    private readonly List<SourceText> _sources = [];
    private bool _complete = true;
    private long _bytes;
    private long _values;

    private SpecLoader(ISpecFiles files, DiagnosticBag diagnostics)
    {
        _files = files;
        _diagnostics = diagnostics;
    }

    /// <summary>All files as one; null when one of them is missing or broken, as every name in it would seem unknown then.</summary>
    /// <param name="path">The spec; also what diagnostics call it.</param>
    public static LoadedSpec? Load(string path, ISpecFiles files, DiagnosticBag diagnostics) =>
        new SpecLoader(files, diagnostics).Run(path);

    private LoadedSpec? Run(string path)
    {
        Enqueue(new Visit(path, IncludePath.Normalise(path), null, null));
        while (_toRead.TryDequeue(out var visit))
        {
            if (Read(visit) is not { } source || SpecParser.Parse(source, _diagnostics) is not { } root)
            {
                _complete = false;
                continue;
            }
            _sources.Add(source);
            _roots.Add(root);
            _bytes += source.Text.Length;
            _values += ValuesOf(root);
            if (visit.Place is { } place && (_bytes > MaxBytes || _values > MaxValues))
            {
                Fail(Diagnose.TooManyFiles(place, _bytes > MaxBytes ? $"the files of this spec have more than {Diagnose.Number(MaxBytes)} characters in all" : $"the files of this spec have more than {Diagnose.Number(MaxValues)} values in all"));
                return null;
            }
            Follow(root, visit);
            if (_visits.Count > MaxFiles)
                return null;
        }
        return _complete ? new(SpecUnion.Of(_roots, _diagnostics), [.. _sources]) : null;
    }

    private SourceText? Read(Visit visit)
    {
        try
        {
            if (_files.Read(visit.Path) is { } bytes)
                return SpecText.Decode(visit.Path, bytes, _diagnostics);
            _diagnostics.Report(visit.Place is { } place ? Diagnose.IncludeMissing(place, visit.Path) : Diagnose.SpecMissing(visit.Path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _diagnostics.Report(Diagnose.SpecUnreadable(visit.Path, visit.Place, e.Message));
        }
        return null;
    }

    private void Follow(SpecMapping root, Visit from)
    {
        if (root["include"] is not { } include)
            return;
        foreach (var item in include is SpecSequence list ? list.Items : [include])
        {
            if (item is not SpecScalar { IsNull: false } written || IncludePath.Fault(written.Text) is not null)
                Fail(Diagnose.IncludeForm(item.Span, item is SpecScalar scalar ? IncludePath.Fault(scalar.Text) : null));
            else if (written.Text.Contains('*', StringComparison.Ordinal))
                FollowGlob(written, from);
            else
                Enqueue(Visit.Of(IncludePath.Join(from.Identity, written.Text), written.Span, from));
        }
    }

    private void FollowGlob(SpecScalar written, Visit from)
    {
        var pattern = IncludePath.Join(from.Identity, written.Text);
        ImmutableArray<string> found = [];
        try
        {
            // A pattern that also fits the file it stands in does not mean that one.
            found = [.. _files.Match(pattern).Where(p => IncludePath.Normalise(p) != from.Identity).Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Fail(Diagnose.SpecUnreadable(pattern, written.Span, e.Message));
            return;
        }
        if (found.IsEmpty)
            Fail(Diagnose.IncludeMatchesNothing(written.Span, pattern));
        foreach (var path in found)
            Enqueue(Visit.Of(path, written.Span, from));
    }

    // An alias's node counts each time: later stages meet it each time.
    private static long ValuesOf(SpecNode node) => 1 + node switch
    {
        SpecMapping map => map.Entries.Sum(e => ValuesOf(e.Value)),
        SpecSequence list => list.Items.Sum(ValuesOf),
        _ => 0,
    };

    private void Enqueue(Visit visit)
    {
        if (_visits.Count > MaxFiles)
            return;
        if (_visits.Count == MaxFiles && !_visits.ContainsKey(visit.Identity))
            Fail(Diagnose.TooManyFiles(visit.Place!.Value, $"this spec has more than {Diagnose.Number(MaxFiles)} files"));
        else if (visit.Chain.Length > MaxDepth + 1 && !visit.IsInside(visit.Identity))
        {
            Fail(Diagnose.TooManyFiles(visit.Place!.Value, $"includes are more than {MaxDepth} deep"));
            return;
        }
        if (_visits.TryAdd(visit.Identity, visit))
            _toRead.Enqueue(visit);
        else if (visit.IsInside(visit.Identity))
            Fail(Diagnose.IncludeCycle(visit.Place!.Value, visit.Path, visit.Chain));
        else
            Fail(Diagnose.IncludedTwice(visit.Place!.Value, visit.Path, _visits[visit.Identity].Place!.Value));
    }

    private void Fail(Diagnostic diagnostic)
    {
        _diagnostics.Report(diagnostic);
        _complete = false;
    }

    /// <summary>One file on the way: how it is shown, what it is, and who asked for it where.</summary>
    private sealed record Visit(string Path, string Identity, SourceSpan? Place, Visit? From)
    {
        public static Visit Of(string path, SourceSpan place, Visit from) => new(path, IncludePath.Normalise(path), place, from);

        /// <summary>The way here, outermost first.</summary>
        public ImmutableArray<string> Chain => From is null ? [Path] : [.. From.Chain, Path];

        public bool IsInside(string identity)
        {
            for (var around = From; around is not null; around = around.From)
            {
                if (around.Identity == identity)
                    return true;
            }
            return false;
        }
    }
}
