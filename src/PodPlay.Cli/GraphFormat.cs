namespace PodPlay.Cli;

/// <summary>The language of a picture.</summary>
internal enum GraphFormat
{
    Mermaid,
    Dot,
    Svg,
}
