using PodPlay.Artefacts.Quadlet;
using PodPlay.Drift.Reports;
using PodPlay.Model;

namespace PodPlay.Drift;

/// <summary>Containers: of what image they are, in which networks, and those that nobody wrote down. Whether they run says their unit.</summary>
internal static class ContainerDrift
{
    public static IEnumerable<Deviation> Of(DriftTarget target, HostReport report, FileStates states)
    {
        var replicas = target.Host.Services.SelectMany(s => s.Replicas).ToDictionary(r => r.Name);
        foreach (var container in report.Containers)
        {
            if (!replicas.TryGetValue(container.Name, out var replica))
                yield return new(DriftKind.Extra, $"container {container.Name}", $"is not in the spec: {container.Image}, {container.State}, in {container.Networks}", target.Path, "podman rm --force, or make it a service of the spec");
            else if (states.IsAsSpec(target.Units.First(u => u.Name == $"{replica.Name}.service").Path))
            {
                var restart = target.Systemctl($"restart {replica.Name}.service");
                if (Image(replica.Service, container, report) is { } image)
                    yield return new(DriftKind.Changed, $"container {container.Name}", image, DriftTarget.PathOf(replica.Service), restart);
                // One that does not run has no addresses: a job's may be left when it was stopped in the middle.
                if (container.State == "running" && Network(replica) is var wanted && wanted != container.Networks)
                    yield return new(DriftKind.Changed, $"container {container.Name}", "is in other networks", DriftTarget.PathOf(replica.Service), restart) { Lines = [$"- {wanted}", $"+ {container.Networks}"] };
            }
        }
        if (!report.CanSee(ReportSections.Secrets))
            yield break;
        foreach (var (secret, service) in target.Host.Services.SelectMany(s => ContainerSecrets.NamesOf(s, target.Network), (s, name) => (name, s)).DistinctBy(s => s.name).Where(s => !report.Secrets.Contains(s.name)))
            yield return new(DriftKind.Changed, $"secret {secret}", "is gone", DriftTarget.PathOf(service), $"podman secret create {secret} -");
    }

    // By what the image's name means on the host now; where it means nothing any more, by the name.
    private static string? Image(Service service, ReportedContainer container, HostReport report)
    {
        var now = report.ImageNamed(service.Image);
        if (now is null ? container.Image == service.Image : container.ImageId == now)
            return null;
        return container.Image == service.Image ? $"runs what {service.Image} was before it was replaced here" : $"runs {container.Image}, not {service.Image}";
    }

    private static string Network(Replica replica) =>
        replica.Service.Zone is { } zone ? $"{zone.NetworkName}={replica.AddressOf(Family.IPv4)},{replica.AddressOf(Family.IPv6)}" : "host=,";
}
