using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;

namespace PodPlay.Model.Checks;

/// <summary>Limits that hold for nobody: a key has an effect, or a person is told.</summary>
internal static class LimitChecks
{
    public static void Check(Network network, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var service in network.Services.Where(s => s.Limits is { CountsConnections: true } && !IsCalledFromOutside(network, s)))
        {
            if (places.Key($"services.{service.Name}.limits") is { } place)
                diagnostics.Report(Diagnose.LimitsWithoutEffect(place, service));
        }
    }

    private static bool IsCalledFromOutside(Network network, Service service) =>
        service.Ports.Any(p => p.Exposure != Exposure.Private && (p.From is { } source ? IsOutsideLan(network, source) : p.Exposure == Exposure.Public))
        || FlowIndex.Of(network).To(service).Any(f => f.Ports.Any(p => p.Host is not null)
            && (f.From is FlowEnd.Internet || (f.From is FlowEnd.OfSource { Source: { } source } && IsOutsideLan(network, source))));

    private static bool IsOutsideLan(Network network, Source source) =>
        source.Blocks.Any(b => !network.Router.Lan.Any(lan => lan.Covers(b)));
}
