namespace PodPlay.Cli;

/// <summary>How findings are printed.</summary>
internal enum OutputFormat
{
    Text,
    Short,
    Json,
    Github,
    Sarif,
}
