using PodPlay.Artefacts.Report;
using PodPlay.Model;

namespace PodPlay.Artefacts.Routers;

/// <summary>What to click on any router: forwards for IPv4, holes in its filter for IPv6 (which it does not translate). One line for each
/// port and protocol: a router knows no "both".</summary>
internal static class ClicksTable
{
    public static IEnumerable<string> Of(RouterOpenings openings) => MarkdownTable.Of(
        ["outside port", "protocol", "IPv4: forward to", "IPv6: open to", "service"],
        from key in openings.Forwards.Select(KeyOf).Concat(openings.Pinholes.Select(KeyOf)).Distinct()
        orderby key.Outside, key.Protocol, key.Service
        let forward = openings.Forwards.FirstOrDefault(f => KeyOf(f) == key)
        let pinhole = openings.Pinholes.FirstOrDefault(p => KeyOf(p) == key)
        select (string[])
        [
            key.Outside.ToString(),
            key.Protocol.Word(),
            forward is null ? "" : $"{forward.Host}:{forward.Inside}",
            pinhole is null ? "" : $"{pinhole.Host.Bracketed}:{pinhole.Ports}",
            key.Service,
        ]);

    private static (PortRange Outside, Protocol Protocol, string Service) KeyOf(Forward forward) =>
        (forward.Outside, forward.Protocol, $"{forward.Service.Name}.{forward.Port.Name}");

    private static (PortRange Outside, Protocol Protocol, string Service) KeyOf(Pinhole pinhole) =>
        (pinhole.Ports, pinhole.Protocol, $"{pinhole.Service.Name}.{pinhole.Port.Name}");
}
