namespace PodPlay.Drift.Reports;

/// <summary>A file of the spec or of the host's manifest.</summary>
/// <param name="Kind"><c>file</c>, <c>link</c>, <c>other</c> or <c>missing</c>; all but a file have no more than that. <c>unseen</c>: see there.</param>
/// <param name="Mode">Octal.</param>
/// <param name="Owner">Numbers of user and group.</param>
internal sealed record ReportedFile(string Kind, string Hash, string Mode, string Owner)
{
    public static ReportedFile Missing { get; } = new("missing", "-", "-", "-");

    /// <summary>It is there, and the script that looked did not know that it matters: it came from an earlier spec.</summary>
    public static ReportedFile Unseen { get; } = new("unseen", "-", "-", "-");
}
