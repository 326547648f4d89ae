namespace PodPlay.Model;

/// <summary>A podman secret by name: mounted as a file, or given as an environment variable.</summary>
/// <param name="Variable">The environment variable; null: a file under /run/secrets.</param>
public sealed record Secret(string Name, string? Variable, string Path);
