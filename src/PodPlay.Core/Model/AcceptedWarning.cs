namespace PodPlay.Model;

/// <summary>A finding that the spec allows, and why.</summary>
public sealed record AcceptedWarning(string Code, string Name, string Message, string Reason);
