using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;

namespace PodPlay.Model.Checks;

/// <summary>Zones on a wire: what podman and the kernel can do there, and that no ruleset guards them.</summary>
internal sealed class AttachmentChecks(Network network, Zone zone, Attachment attachment, SpecPlaces places, DiagnosticBag diagnostics)
{
    private string Path => $"zones.{zone.Name}";

    public static void Check(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var zone in network.Zones)
        {
            if (zone.Attachment is { } attachment)
                new AttachmentChecks(network, zone, attachment, places, diagnostics).Check();
        }
        CheckFlows(network, places, diagnostics);
    }

    private void Check()
    {
        if (places.Value($"{Path}.attach") is not { } place)
            return;
        if (zone.Host.Rootless is not null)
        {
            diagnostics.Report(Diagnose.AttachRootless(place, zone, places.Key($"hosts.{zone.Host.Name}.rootless")));
            return;
        }
        diagnostics.Report(Diagnose.AttachUnenforced(place, zone, attachment));
        if (attachment is { Kind: not AttachmentKind.Ipvlan, Parent: ['w', 'l', ..] } && places.Value($"{Path}.parent") is { } parent)
            diagnostics.Report(Diagnose.AttachWireless(parent, attachment.Parent));
        var containers = zone.Services.Sum(s => s.Replicas.Length);
        if (attachment.Kind == AttachmentKind.Passthru && containers > 1)
            diagnostics.Report(Diagnose.PassthruShared(place, zone, containers));
        foreach (var service in zone.Services)
            CheckService(service);
    }

    private void CheckService(Service service)
    {
        var path = $"services.{service.Name}";
        foreach (var port in service.Ports.Where(p => p.Exposure != Exposure.Private))
        {
            if (places.Value(port.Path) is { } open)
                diagnostics.Report(Diagnose.AttachPort(open, service, port));
        }
        if (places.Entry($"{path}.at") is not { } at)
        {
            if (places.Key(path) is { } place)
                diagnostics.Report(Diagnose.AttachAddressUnsaid(place, service, zone));
            return;
        }
        var taken = network.Hosts.SelectMany(h => h.Addresses.Select(a => (Address: a, Owner: $"host {h.Name}")))
            // That of the gateway itself was said.
            .Concat(network.Router.Addresses.Where(a => zone.Subnets.All(s => s.Gateway != a)).Select(a => (Address: a, Owner: "the router")))
            .FirstOrDefault(t => service.Replicas.Any(r => r.Addresses.Contains(t.Address)));
        if (taken.Owner is not null)
            diagnostics.Report(Diagnose.AttachAddressTaken(at, taken.Address, taken.Owner));
    }

    private static void CheckFlows(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var flow in network.Flows)
        {
            var zone = new[] { flow.From, flow.To }.Select(ZoneOf).FirstOrDefault(z => z?.Attachment is not null);
            if (zone is not null && places.Key(flow.Path) is { } place)
                diagnostics.Report(Diagnose.AttachFlow(place, flow.Text, zone));
        }
    }

    private static Zone? ZoneOf(FlowEnd end) => end switch
    {
        FlowEnd.OfService { Service.Zone: var zone } => zone,
        FlowEnd.OfZone { Zone: var zone } => zone,
        _ => null,
    };
}
