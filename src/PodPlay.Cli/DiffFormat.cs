namespace PodPlay.Cli;

/// <summary>How <c>diff</c> prints a change.</summary>
internal enum DiffFormat
{
    Text,
    Markdown,
    Json,
    Sarif,
    Github,
}
