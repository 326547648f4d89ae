namespace PodPlay.Cli;

/// <summary>How <c>drift</c> prints its answer.</summary>
internal enum DriftFormat
{
    Text,
    Json,
}
