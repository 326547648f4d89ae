namespace PodPlay.Model;

/// <summary>How a volume is saved, and how it is tried that it can be brought back.</summary>
/// <param name="Folder">Absolute path on the host; each volume has a folder of its own below it.</param>
/// <param name="Timer">When it is saved: a systemd calendar expression.</param>
/// <param name="Keep">How many archives stay, at least one.</param>
/// <param name="Test">When the newest archive is unpacked and looked into: a systemd calendar expression.</param>
/// <param name="Path">The spec path.</param>
public sealed record Backup(string Folder, string Timer, int Keep, string Test, string Path)
{
    /// <summary>Services that use the volume are stopped meanwhile; otherwise it is copied while they write.</summary>
    public bool Stops { get; init; }

    /// <summary>A shell command in the service's container whose output is what is kept instead of the files; null: the files.</summary>
    public string? Dump { get; init; }

    /// <summary>The shell command in the service's container that reads it again.</summary>
    public string? Load { get; init; }

    /// <summary>A shell command that succeeds when an archive is good; in a container of the service's image that sees the files where
    /// the service sees them, or reads the dump from its standard input. Null: it is enough that the archive is whole.</summary>
    public string? Check { get; init; }
}
