namespace PodPlay.Connectivity.Answers;

/// <summary>Something that keeps two parties apart, whatever a flow says.</summary>
/// <param name="Path">Of the spec.</param>
public sealed record Obstacle(string Text, string Path);
