using System.Text;
using PodPlay.Artefacts;

namespace PodPlay.Changes;

/// <summary>A file of a host that is not the same in two trees.</summary>
/// <param name="Path">From the host's root, with a slash in front: <c>/etc/podplay/hosts</c>.</param>
/// <param name="Effect">What the host does about it, as its artefact says.</param>
internal sealed record ChangedFile(string Path, byte[]? Before, byte[]? After, Effect Effect)
{
    public bool IsNew => Before is null;

    public bool IsGone => After is null;

    public bool IsUnit =>
        Path.StartsWith("/etc/containers/systemd/", StringComparison.Ordinal) || Path.StartsWith("/etc/systemd/", StringComparison.Ordinal);

    /// <summary>More than comments differ: who reads it gets to know something else.</summary>
    public bool HasEffect => IsNew || IsGone || Effective(Before!) != Effective(After!);

    // Every format among the outputs of a host has comments of this kind alone.
    private static string Effective(byte[] bytes) => string.Join('\n', Encoding.UTF8.GetString(bytes).Split('\n')
        .Select(l => l.TrimStart()).Where(l => l.Length > 0 && l[0] is not ('#' or ';')));
}
