namespace PodPlay.Model;

/// <summary>A kernel setting as the spec gives it, before the artefact asks the key table about it.</summary>
/// <param name="Path">The spec path that asked for it.</param>
public sealed record SysctlSetting(string Key, string Value, string Path);
