namespace PodPlay.Artefacts;

/// <summary>A file that is decided but not yet text.</summary>
/// <param name="Path">Below the output folder, with slashes: <c>main/etc/hosts</c> is the host's own path.</param>
/// <param name="Template">Below <c>templates/</c>: <c>quadlet/container.sbn</c>.</param>
public sealed record PlannedFile(string Path, string Template, View View)
{
    /// <summary>What the host does when this file changes.</summary>
    public Effect Effect { get; init; } = Effect.None;
}
