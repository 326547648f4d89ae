using PodPlay.Text;

namespace PodPlay.Provenance;

/// <summary>How an output line is known to come from a part of the spec.</summary>
public enum TraceBy
{
    /// <summary>The line names the path itself.</summary>
    Line,

    /// <summary>A comment above says it for the block in which the line stands.</summary>
    Block,

    /// <summary>The whole file is made for that part.</summary>
    File,
}

/// <summary>A line of the output, and the part of the spec that asked for it.</summary>
/// <param name="File">Below the output folder.</param>
/// <param name="Line">From 1; null: the file as a whole.</param>
/// <param name="Path">The spec path: <c>flows.apache -> db</c>.</param>
/// <param name="Place">Where the spec says it; null for what is a default.</param>
public sealed record Trace(string File, int? Line, string Path, SourceSpan? Place, TraceBy By);
