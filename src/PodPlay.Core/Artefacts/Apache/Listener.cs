using PodPlay.Model;

namespace PodPlay.Artefacts.Apache;

/// <summary>
/// A <c>Listen</c> line. One a port: <c>Listen 80</c> serves both families, and beside it <c>Listen [::]:80</c> lets the syntax check pass
/// and the start fail (AH00072, measured on 2.4.71).
/// </summary>
internal sealed record Listener(string Path, int Port, string Value)
{
    public static IEnumerable<Listener> Of(Service service) =>
        from port in service.Ports
        where port.Protocols.Contains(Protocol.Tcp)
        from number in Enumerable.Range(port.Container.First, port.Container.Count)
        from value in Values(service, number)
        select new Listener(port.Path, number, value);

    public View ToView() => new() { { "path", Path }, { "value", Value } };

    private static IEnumerable<string> Values(Service service, int port)
    {
        if (service.ListensOnHostAddresses)
            return service.Host.Addresses.Select(a => $"{a.Bracketed}:{port}");
        var hasIPv6 = service.Zone?.SubnetOf(Family.IPv6) is not null || (service.IsOnHostNetwork && service.Host.AddressOf(Family.IPv6) is not null);
        return [hasIPv6 ? $"{port}" : $"0.0.0.0:{port}"];
    }
}
