namespace PodPlay.Output;

/// <summary>The address lock. It lies beside the spec, outside the output folder, and is written by the same run.</summary>
/// <param name="Path">As the user would write it.</param>
/// <param name="Before">What the compiler read; null when there was no lock.</param>
/// <param name="After">What it must hold before the tree changes.</param>
public sealed record AddressFile(string Path, byte[]? Before, byte[] After)
{
    public bool IsUpToDate => Before is not null && Before.AsSpan().SequenceEqual(After);
}
