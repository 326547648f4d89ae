namespace PodPlay.Cli;

/// <summary>How <c>plan</c> prints the steps.</summary>
internal enum PlanFormat
{
    Text,
    Markdown,
    Json,
}
