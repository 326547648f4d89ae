namespace PodPlay.Drift.Reports;

/// <summary>A network in podman's words.</summary>
/// <param name="Subnets"><c>SUBNET,GATEWAY</c>, with spaces between them.</param>
/// <param name="Options"><c>KEY=VALUE</c>, by key, with spaces between them.</param>
internal sealed record ReportedNetwork(string Name, string Driver, string Interface, string Internal, string Resolver, string Subnets, string Options);
