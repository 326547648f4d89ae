namespace PodPlay.Cli;

/// <summary>How <c>can</c> prints its answer.</summary>
internal enum CanFormat
{
    Text,
    Json,
}
