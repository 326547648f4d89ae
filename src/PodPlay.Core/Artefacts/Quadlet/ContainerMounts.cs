using PodPlay.Artefacts.Bind;
using PodPlay.Artefacts.Certificates;
using PodPlay.Model;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>What is mounted into a service: its own volumes, podplay's configuration for it, the folder of challenges.</summary>
internal static class ContainerMounts
{
    public static void AddTo(UnitSection section, Service service, Network network, string path)
    {
        foreach (var mount in Of(service, network))
        {
            var source = mount.Name is { } name ? $"{name}.volume" : mount.HostPath;
            section.Add("Volume", Quote.SystemdLine($"{source}:{Target(service, mount)}"), mount.Path, mount.Path.StartsWith(path, StringComparison.Ordinal) ? null : [mount.Path]);
        }
    }

    /// <summary>Where it is mounted, with the options: <c>/var/mail:idmap</c>.</summary>
    /// <remarks>
    /// With a user namespace of its own the container's users have other numbers at each start. A volume is translated by the kernel, and its
    /// files keep their owners; <c>U</c> gives them all to the container's first user, again and again. A folder may lie on a file system that
    /// cannot be translated (NFS, overlay: the container would not start).
    /// </remarks>
    public static string Target(Service service, Volume mount)
    {
        var options = new List<string>();
        if (mount.IsReadOnly)
            options.Add("ro");
        if (service.HasOwnUserNamespace && mount.Name is not null)
            options.Add("idmap");
        else if (service.HasOwnUserNamespace && !mount.IsReadOnly)
            options.Add("U");
        return options.Count == 0 ? mount.Target : $"{mount.Target}:{string.Join(',', options)}";
    }

    /// <summary>Own ones first; podplay's do not go where the spec itself mounts something.</summary>
    public static IEnumerable<Volume> Of(Service service, Network network) => service.Volumes
        .Concat(Configuration(service).Concat(Challenges(service, network)).Concat(ChangingZones(service, network)).Where(v => service.Volumes.All(own => own.Target != v.Target)))
        .DistinctBy(v => v.Target);

    // Folders, not files: a file that is replaced on the host stays the old one in a running container. Replicas share them.
    private static IEnumerable<Volume> Configuration(Service service)
    {
        var folder = $"/etc/podplay/{service.Name}";
        var path = $"services.{service.Name}";
        if (!service.Balances.IsEmpty)
            yield return new Volume(null, folder, "/usr/local/etc/haproxy", true, $"{path}.balance");
        if (service.IsNameServer)
            yield return new Volume(null, folder, NameServerFolders.Configuration, true, $"{path}.resolves");
        if (service.VirtualHosts.IsEmpty)
            yield break;
        if (service.ApacheLayout == ApacheLayout.Httpd)
        {
            yield return new Volume(null, folder, "/usr/local/apache2/conf/podplay", true, $"{path}.vhosts");
        }
        else
        {
            yield return new Volume(null, $"{folder}/ports.conf", "/etc/apache2/ports.conf", true, $"{path}.vhosts");
            yield return new Volume(null, $"{folder}/sites", "/etc/apache2/sites-enabled", true, $"{path}.vhosts");
        }
    }

    private static IEnumerable<Volume> ChangingZones(Service service, Network network) => NamedView.KeysOf(network, service).Any()
        ? [new Volume($"{service.Name}-zones", null, NameServerFolders.Dynamic, false, "certificates")]
        : [];

    // Where an Apache owns port 80, it serves what the solver writes.
    private static IEnumerable<Volume> Challenges(Service service, Network network) =>
        from certificate in network.Certificates
        let path = ChallengePath.Of(network, certificate)
        where path?.Way == ChallengeWay.Webroot && (path.Owner == service || certificate.Solver == service)
        select new Volume(SolverCommand.WebrootVolume, null, SolverCommand.Webroot, path.Owner == service, certificate.Path);
}
