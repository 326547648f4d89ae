namespace PodPlay.Drift.Reports;

/// <summary>A container in podman's words.</summary>
/// <param name="Networks"><c>NETWORK=IPV4,IPV6</c>, with spaces between them; either address may be empty.</param>
internal sealed record ReportedContainer(string Name, string State, string Image, string ImageId, string Unit, string Networks);
