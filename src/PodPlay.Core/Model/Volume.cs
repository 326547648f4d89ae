namespace PodPlay.Model;

/// <summary>A mount: a named podman volume, or a path of the host.</summary>
/// <param name="Name">The volume's name; null for a host path.</param>
/// <param name="HostPath">Absolute path on the host; null for a named volume.</param>
/// <param name="Target">Absolute path in the container.</param>
public sealed record Volume(string? Name, string? HostPath, string Target, bool IsReadOnly, string Path)
{
    /// <summary>Null: nobody asked for it.</summary>
    public Backup? Backup { get; init; }
}
