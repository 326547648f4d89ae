namespace PodPlay.Diagnostics;

/// <summary>A finding that the spec allows, with the reason that it gives.</summary>
public sealed record AcceptedFinding(Diagnostic Finding, string Reason);
