namespace PodPlay.Artefacts;

/// <summary>A file that is decided but not yet text.</summary>
/// <param name="Path">Below the output folder, with slashes: <c>main/etc/hosts</c> is the host's own path.</param>
/// <param name="Template">Below <c>templates/</c>: <c>quadlet/container.sbn</c>.</param>
public sealed record PlannedFile(string Path, string Template, View View)
{
    /// <summary>What the host does when this file changes.</summary>
    public Effect Effect { get; init; } = Effect.None;

    /// <summary>Set for a file that carries a number which must grow when the rest changes: a DNS zone.</summary>
    public Numbering? Numbering { get; init; }
}

/// <summary>How a file is numbered.</summary>
/// <param name="Said">The number that the spec sets; null: it is counted from the file's last version.</param>
/// <param name="With">The file's view with a number.</param>
public sealed record Numbering(uint? Said, Func<uint, View> With);
