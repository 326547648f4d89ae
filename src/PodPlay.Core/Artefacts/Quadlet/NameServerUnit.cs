using PodPlay.Artefacts.Bind;
using PodPlay.Model;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>What a name server's unit does before it starts.</summary>
internal static class NameServerUnit
{
    public static void AddTo(UnitSection section, Replica replica, Network network)
    {
        if (!NamedView.KeysOf(network, replica.Service).Any())
            return;
        section.Add("ExecStartPre", string.Join(' ', BeginZones(replica.Service, network)), "certificates",
            ["A zone that changes at run time begins as podplay's and is then the name server's own: it is never copied twice."]);
    }

    // The service's own image: its volume begins with the image's folder and owner, and nothing else need be pulled.
    private static IEnumerable<string> BeginZones(Service service, Network network) =>
    [
        "/usr/bin/podman run --rm --network none",
        "--volume", Quote.SystemdWord($"{network.Name}-{service.Name}-zones:{NameServerFolders.Dynamic}"),
        "--volume", Quote.SystemdWord($"/etc/podplay/{service.Name}/zones/dynamic:/begin:ro"),
        "--entrypoint /bin/sh", Quote.SystemdWord(service.Image),
        "-c", Quote.SystemdWord($"cp -n /begin/*.zone {NameServerFolders.Dynamic}/"),
    ];
}
