namespace PodPlay.Fixing;

/// <summary>A file of the spec before and after.</summary>
/// <param name="Path">As the spec names it.</param>
public sealed record FixedFile(string Path, byte[] Before, byte[] After);
