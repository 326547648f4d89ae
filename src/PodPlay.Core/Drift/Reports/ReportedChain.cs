namespace PodPlay.Drift.Reports;

/// <summary>A chain that the kernel calls.</summary>
/// <param name="Table">Family and name.</param>
/// <param name="Policy"><c>accept</c> or <c>drop</c>.</param>
internal sealed record ReportedChain(string Table, string Name, string Hook, string Policy);
