namespace PodPlay.Output;

/// <summary>One path of the output folder: what lies there and what is wanted.</summary>
/// <param name="Path">Below the output folder, with slashes.</param>
/// <param name="Before">What is there; null for nothing, or for something that is no file.</param>
/// <param name="After">What is wanted; null for nothing.</param>
public sealed record OutputChange(string Path, FileState State, byte[]? Before, byte[]? After)
{
    /// <summary>A podplay that runs on this plan would write here.</summary>
    internal bool Writes => State is FileState.New or FileState.Changed;

    internal bool IsManifest => Manifest.IsManifest(Path);
}
