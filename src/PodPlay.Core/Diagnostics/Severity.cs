namespace PodPlay.Diagnostics;

/// <summary>How much a finding matters. Only errors keep <c>gen</c> from writing.</summary>
public enum Severity
{
    Note,
    Warning,
    Error,
}
