using System.Text;
using System.Text.Json;
using PodPlay.Changes;
using PodPlay.Changes.Planning;
using PodPlay.Changes.Planning.Rendering;
using PodPlay.Changes.Rendering;
using PodPlay.Diagnostics;
using PodPlay.Diagnostics.Rendering;
using PodPlay.Templating;
using PodPlay.Text;

namespace PodPlay.Fuzz;

/// <summary>What holds for every input, however broken. What does not is a <see cref="Broken"/>, or whatever exception the compiler let go.</summary>
internal static class Oracle
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <param name="before">An input without errors to compare with, as <c>diff</c> and <c>plan</c> do; null: none.</param>
    /// <returns>What was found in the input.</returns>
    public static Findings Check(FuzzInput input, ChangeSide? before = null)
    {
        var compilation = Compiler.Compile(FuzzInput.SpecName, input, () => null);
        CheckFindings(compilation.Findings, input);
        if (compilation.Findings.HasErrors)
            return compilation.Findings;
        var diagnostics = new DiagnosticBag();
        var own = OwnTemplates.Of(input, diagnostics);
        var tree = diagnostics.HasErrors ? null : compilation.Render(null, diagnostics, own);
        var findings = compilation.Findings with { Open = [.. compilation.Findings.Open, .. diagnostics.ToSortedList()] };
        CheckFindings(findings, input);
        if (tree is null || diagnostics.HasErrors)
            return findings;
        CheckFiles(tree.Files);
        CheckLock(compilation, tree.Files, input, own);
        if (before is not null)
            CheckChange(before, new(compilation.Network!, tree.Files), compilation);
        return findings;
    }

    private static void CheckFindings(Findings findings, FuzzInput input)
    {
        foreach (var found in findings.Open.Concat(findings.Accepted.Select(a => a.Finding)))
        {
            Broken.Unless(found.Primary is not null || found.Path is not null, "no-place", $"{found.Code} points at nothing");
            foreach (var place in found.Related.Select(l => l.Span).Concat(found.Primary is { } primary ? [primary.Span] : []).Concat(found.Mask))
                CheckPlace(found, place, input);
        }
        var text = TextRenderer.Render(findings.Open, includeNotes: true);
        Broken.Unless(!text.Any(c => c != '\n' && char.IsControl(c)), "control-in-text", "a control character reaches the terminal");
        TextRenderer.Render(findings.Open, includeNotes: true, color: true);
        ShortRenderer.Render(findings.Open, includeNotes: true);
        GithubRenderer.Render(findings.Open);
        using var json = JsonDocument.Parse(JsonRenderer.Render(findings.Open));
        using var sarif = JsonDocument.Parse(SarifRenderer.Render(findings.Open));
    }

    private static void CheckPlace(Diagnostic found, SourceSpan place, FuzzInput input)
    {
        Broken.Unless(place.Source is not null, "place-nowhere", $"{found.Code} has a place in no file");
        var (path, text) = (place.Source!.Path, place.Source.Text);
        // A fault can lie in podplay's own template, which meets a part of the user's that it does not expect.
        var there = input.Read(path) is { } bytes ? Encoding.UTF8.GetString(bytes) : path.StartsWith(TemplateStore.Folder, StringComparison.Ordinal) ? TemplateStore.ReadEmbedded(path[TemplateStore.Folder.Length..]) : null;
        // Templates are read with plain line ends.
        Broken.Unless(there?.TrimStart('\uFEFF') is { } read && (read == text.TrimStart('\uFEFF') || (OwnTemplates.IsOne(path) && read.Replace("\r\n", "\n", StringComparison.Ordinal) == text)), "place-elsewhere", $"{found.Code} has a place in {path}, which is no such file");
        Broken.Unless(place.Start >= 0 && place.Start <= place.End && place.End <= text.Length, "place-outside", $"{found.Code}: {place.Start} to {place.End} of {text.Length}");
    }

    private static void CheckFiles(IReadOnlyDictionary<string, byte[]> files)
    {
        Broken.Unless(files.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count() == files.Count, "same-but-for-capitals", "two paths are one where A and a are one name");
        foreach (var (path, bytes) in files)
        {
            var text = Strict.GetString(bytes);
            Broken.Unless(!text.Any(c => char.IsControl(c) && c is not ('\n' or '\t')), "control-in-file", $"{path} has a control character");
        }
    }

    // A second run with the lock of the first one changes nothing.
    private static void CheckLock(Compilation first, IReadOnlyDictionary<string, byte[]> files, FuzzInput input, TemplateOverrides own)
    {
        if (first.Lock.IsEmpty)
            return;
        var text = first.Lock.Print();
        var second = Compiler.Compile(FuzzInput.SpecName, input.With(Compiler.LockName, text), () => null);
        Broken.Unless(!second.Findings.HasErrors && second.Lock.Print() == text, "lock-not-stable", "the lock that was written is not the one of the next run");
        var again = second.Render(null, null, own).Files;
        Broken.Unless(again.Count == files.Count && files.All(f => again.TryGetValue(f.Key, out var bytes) && bytes.AsSpan().SequenceEqual(f.Value)), "output-not-stable", "the next run writes something else");
    }

    private static void CheckChange(ChangeSide before, ChangeSide after, Compilation compilation)
    {
        foreach (var (from, to) in new[] { (before, after), (after, before) })
        {
            var changes = ChangeSet.Between(from, to);
            var document = new ChangeDocument(changes, new("before", null, true), compilation.Places, null, [], []);
            ChangeTextRenderer.Render(document, color: false);
            ChangeMarkdownRenderer.Render(document);
            ChangeGithubRenderer.Render(document);
            using var json = JsonDocument.Parse(ChangeJsonRenderer.Render(document));
            using var sarif = JsonDocument.Parse(ChangeSarifRenderer.Render(document));
            var plan = new PlanDocument(Plan.Of(changes, from, to), document.With);
            PlanTextRenderer.Render(plan);
            PlanMarkdownRenderer.Render(plan);
            using var steps = JsonDocument.Parse(PlanJsonRenderer.Render(plan));
        }
    }
}
