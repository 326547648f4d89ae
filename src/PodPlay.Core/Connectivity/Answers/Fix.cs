namespace PodPlay.Connectivity.Answers;

/// <summary>A line to write.</summary>
/// <param name="Section">The spec path under which it stands.</param>
/// <param name="Line">YAML: <c>mail -> cache: redis</c>.</param>
/// <param name="Instead">What it takes the place of, <c>private.redis</c>; empty: of nothing.</param>
public sealed record Fix(string Section, string Line, string Instead = "");
