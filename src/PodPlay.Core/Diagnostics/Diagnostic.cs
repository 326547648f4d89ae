using System.Collections.Immutable;
using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>A place that belongs to a finding, and what is to be said about it.</summary>
public sealed record Label(SourceSpan Span, string Text);

/// <summary>
/// One finding: what (message), where (labels), why it matters, how to fix it. Message: lower case, no full stop,
/// understandable alone.
/// </summary>
public sealed record Diagnostic(DiagnosticRule Rule, string Message)
{
    /// <summary>The smallest place at fault; null only where there is no text to point at (a file that cannot be read).</summary>
    public Label? Primary { get; init; }

    /// <summary>Other places that contributed.</summary>
    public ImmutableArray<Label> Related { get; init; } = [];

    /// <summary>A consequence in the real world: what podman, the kernel or a client will do. One entry a line.</summary>
    public ImmutableArray<string> Why { get; init; } = [];

    /// <summary>Edits or commands, the best first.</summary>
    public ImmutableArray<string> Fixes { get; init; } = [];

    /// <summary>Carries out the first of the fixes; empty where that takes a decision. All of them or none are made.</summary>
    public ImmutableArray<TextEdit> Edits { get; init; } = [];

    /// <summary>The file, where there is no place in it: unreadable, missing, or an output file.</summary>
    public string? Path { get; init; }

    /// <summary>Places whose text must not be shown: it may be a secret.</summary>
    public ImmutableArray<SourceSpan> Mask { get; init; } = [];

    /// <summary>A unified diff that shows the fault, to be printed as it stands.</summary>
    public string? Diff { get; init; }

    public Severity Severity { get; init; } = Rule.Severity;

    public string Code => Rule.Code;
}
