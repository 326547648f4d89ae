using System.Collections.Immutable;
using PodPlay.Diagnostics;
using PodPlay.Text;
using Scriban;

namespace PodPlay.Templating;

/// <summary>Templates of the user's, each in the place of podplay's own of the same name. They see the same views, and no file but each other and podplay's.</summary>
public sealed class TemplateOverrides
{
    /// <summary>Characters of one template; podplay's largest has a twentieth of it.</summary>
    public const int MaxLength = 64 * 1024;

    public static TemplateOverrides None { get; } = new(ImmutableSortedDictionary<string, SourceText>.Empty);

    private readonly ImmutableSortedDictionary<string, SourceText> _texts;

    private TemplateOverrides(ImmutableSortedDictionary<string, SourceText> texts)
    {
        _texts = texts;
        Store = texts.IsEmpty ? TemplateStore.Embedded : new(name => texts.TryGetValue(name, out var own) ? own.Text : TemplateStore.ReadEmbedded(name));
    }

    /// <summary>Theirs and ours.</summary>
    internal TemplateStore Store { get; }

    /// <summary>False: all templates are podplay's, which need no bounds.</summary>
    public bool IsEmpty => _texts.IsEmpty;

    /// <summary>Checked one by one: what is unknown, too large or no template is reported, and then none is used.</summary>
    /// <param name="files">By their name below the folder, with slashes.</param>
    public static TemplateOverrides Of(IEnumerable<(string Name, SourceText Text)> files, DiagnosticBag diagnostics)
    {
        var all = files.ToList();
        foreach (var (name, text) in all)
            Check(name, text, diagnostics);
        return diagnostics.HasErrors ? None : new(all.ToImmutableSortedDictionary(f => f.Name, f => new SourceText(f.Text.Path, Normal(f.Text.Text)), StringComparer.Ordinal));
    }

    /// <summary>Those that a file is made of: its template, and what that includes.</summary>
    public IEnumerable<string> UsedBy(string template)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([template]);
        while (!IsEmpty && open.TryPop(out var name))
        {
            if (!seen.Add(name) || !TemplateStore.EmbeddedNames.Contains(name))
                continue;
            foreach (var part in TemplateGrammar.Includes(Store.Get(name)))
                open.Push(part);
        }
        return seen.Where(_texts.ContainsKey).Order(StringComparer.Ordinal);
    }

    /// <summary>A fault of rendering as a finding, at its place in the user's template, or in podplay's where that is met by a view that it does not expect.</summary>
    internal Diagnostic Explain(TemplateException fault, string template)
    {
        var name = fault.Place is { FileName: { } file } && file.StartsWith(TemplateStore.Folder, StringComparison.Ordinal) ? file[TemplateStore.Folder.Length..] : template;
        if (!_texts.TryGetValue(name, out var text))
            text = new(TemplateStore.Folder + name, Normal(TemplateStore.ReadEmbedded(name) ?? ""));
        return Diagnose.TemplateInvalid(SpanOf(text, fault.Place), fault.Fault);
    }

    private static void Check(string name, SourceText text, DiagnosticBag diagnostics)
    {
        if (!TemplateStore.EmbeddedNames.Contains(name))
        {
            diagnostics.Report(Diagnose.TemplateUnknown(text.Path, name, Suggestion.For(name, TemplateStore.EmbeddedNames)));
            return;
        }
        if (text.Text.Length > MaxLength)
        {
            diagnostics.Report(Diagnose.TemplateTooLarge(text.Path, MaxLength));
            return;
        }
        text = new(text.Path, Normal(text.Text));
        if (TemplateGrammar.FaultOfTokens(text.Text, text.Path) is { } token)
        {
            diagnostics.Report(Diagnose.TemplateInvalid(SpanOf(text, token.Place), token.Fault));
            return;
        }
        var parsed = Template.Parse(text.Text, text.Path);
        foreach (var error in parsed.Messages.Where(m => m.Type == Scriban.Parsing.ParserMessageType.Error))
            diagnostics.Report(Diagnose.TemplateInvalid(SpanOf(text, error.Span), error.Message));
        if (parsed.HasErrors)
            return;
        foreach (var (place, fault) in TemplateGrammar.Faults(parsed).Take(1))
            diagnostics.Report(Diagnose.TemplateInvalid(SpanOf(text, place), fault));
        foreach (var part in TemplateGrammar.Includes(parsed).Where(p => !TemplateStore.EmbeddedNames.Contains(p)))
            diagnostics.Report(Diagnose.TemplateIncludesUnknown(SpanOf(text, new(text.Path, default, default)), part, Suggestion.For(part, TemplateStore.EmbeddedNames)));
    }

    // A carriage return would reach the output.
    private static string Normal(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    // Offsets of the parser's, which end with the last character itself.
    private static SourceSpan SpanOf(SourceText text, Scriban.Parsing.SourceSpan? place)
    {
        var start = Math.Clamp(place?.Start.Offset ?? 0, 0, text.Text.Length);
        return text.Span(start, Math.Clamp((place?.End.Offset ?? 0) + 1, start, text.Text.Length));
    }
}
