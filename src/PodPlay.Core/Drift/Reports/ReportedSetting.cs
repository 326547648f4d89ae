namespace PodPlay.Drift.Reports;

/// <summary>A kernel setting as it is in force.</summary>
/// <param name="IsThere">Whether the kernel knows the key.</param>
internal sealed record ReportedSetting(bool IsThere, string Key, string Value);
