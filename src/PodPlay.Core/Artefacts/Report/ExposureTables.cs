using System.Globalization;
using PodPlay.Model;

namespace PodPlay.Artefacts.Report;

/// <summary>Ports that the internet or the LAN may call.</summary>
internal static class ExposureTables
{
    public static IEnumerable<string> FromInternet(Network network) => MarkdownTable.Of(
        ["router", "host", "service", "container", "IPv4", "IPv6", "limits"],
        from service in network.Services
        from port in service.Ports
        where port.Exposure == Exposure.Public
        select (string[])[$"{port.Router}/{Protocols(port)}", $"{service.Host.Name} {port.Host}", $"{service.Name}.{port.Name}{OnlyFrom(port)}", $"{port.Container}",
            Has(service, port, Family.IPv4), Has(service, port, Family.IPv6), LimitsOf(service)]);

    public static IEnumerable<string> FromLan(Network network) => MarkdownTable.Of(
        ["host", "service", "container", "from", "IPv4", "IPv6"],
        from service in network.Services
        from port in service.Ports
        where port.Exposure == Exposure.Lan
        select (string[])[$"{service.Host.Name} {port.Host}/{Protocols(port)}", $"{service.Name}.{port.Name}", $"{port.Container}", port.From?.Name ?? "lan",
            Has(service, port, Family.IPv4), Has(service, port, Family.IPv6)]);

    /// <summary>The administrators' way in.</summary>
    public static IEnumerable<string> Ssh(Network network) => MarkdownTable.Of(
        ["host", "ssh", "from", "IPv4", "IPv6"],
        from host in network.Hosts
        let admin = host.Admin
        where admin is not null
        select (string[])[host.Name, string.Create(CultureInfo.InvariantCulture, $"{admin.SshPort}/tcp"), admin.From?.Name ?? "lan, but not the router",
            Has(host, admin, Family.IPv4), Has(host, admin, Family.IPv6)]);

    internal static string Protocols(Port port) => string.Join("+", port.Protocols.Select(p => p.Word()));

    internal static bool Serves(Service service, Family family) =>
        service.Host.AddressOf(family) is not null && (service.Zone is null || service.Zone.SubnetOf(family) is not null);

    private static string Has(Service service, Port port, Family family) =>
        Serves(service, family) && (port.From is null || port.From.Of(family).Any()) ? "yes" : "no";

    private static string Has(Host host, AdminAccess admin, Family family) =>
        host.AddressOf(family) is not null && (admin.From is null || admin.From.Of(family).Any()) ? "yes" : "no";

    private static string OnlyFrom(Port port) => port.From is { } source ? $" from {source.Name} only" : "";

    private static string LimitsOf(Service service) => service.Limits is not { } limits ? "" : string.Join(", ", new[]
    {
        limits.NewPerSecond is { } rate ? string.Create(CultureInfo.InvariantCulture, $"{rate}/s, burst {limits.Burst}") : null,
        limits.Connections is { } open ? string.Create(CultureInfo.InvariantCulture, $"{open} open") : null,
        limits.RequestsPerSecond is { } requests ? string.Create(CultureInfo.InvariantCulture, $"{requests} requests/s") : null,
    }.OfType<string>());
}
