namespace PodPlay.Model;

/// <summary>The user as whom a rootless host's services run.</summary>
/// <param name="Uid">Names the folder of the units, <c>etc/containers/systemd/users/UID</c>.</param>
public sealed record Rootless(string User, int Uid);
