namespace PodPlay.Connectivity.Comparison;

/// <summary>Something that is the same under another name.</summary>
/// <param name="Kind"><c>service</c>, <c>zone</c> or <c>host</c>.</param>
public sealed record Rename(string Kind, string Before, string After);
