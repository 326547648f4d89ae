using PodPlay.Artefacts.Certificates;
using PodPlay.Model;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>
/// The units of a host that carry certificates from the solver to those who use them. Installing and reloading are two: a
/// container waits for the first (<c>After=</c>), and a reload that is part of what its container waits for never ends.
/// </summary>
internal static class CertificateUnits
{
    public const string InstallUnit = "podplay-certificates.service";
    public const string ReloadUnit = "podplay-certificates-reload.service";
    public const string CheckUnit = "podplay-certificates-check.service";
    private const string Path = "certificates";

    public static IEnumerable<Unit> Of(Host host, Network network)
    {
        if (Deployment.On(network, host) is [])
            return [];
        return
        [
            Service(host, InstallUnit, "installs certificates for the containers that use them", "install", after: ReloadUnit),
            Watch(host, network),
            Service(host, ReloadUnit, "containers read their new certificates", "reload"),
            Service(host, CheckUnit, "fails when a certificate is about to end", "check"),
            Daily(host),
        ];
    }

    /// <summary>Why a service must wait for its folders to be there; empty where it uses none.</summary>
    public static IEnumerable<string> FolderUsersOf(Service service, Network network) =>
        network.SolvedBy(service).Where(c => Deployment.On(network, service.Host).Any(d => d.Certificate == c))
            .Concat(CertificateMounts.Deployed(service, network)).Select(c => c.Path).Distinct();

    private static Unit Service(Host host, string name, string does, string script, string? after = null)
    {
        var unit = new UnitSection("Unit", Path);
        unit.Add("Description", $"podplay: {does}");
        if (after is not null)
        {
            // Failed or not: what could be installed is worth reading.
            unit.Add("OnSuccess", after);
            unit.Add("OnFailure", after);
        }
        var service = new UnitSection("Service", Path);
        service.Add("Type", "oneshot");
        service.Add("StateDirectory", StateFolder.Name);
        service.Add("StateDirectoryMode", "0700");
        // In the user's namespace of numbers: folders belong to the users of containers, whom the user alone cannot serve.
        var shell = host.Rootless is null || script == "reload" ? "/bin/sh" : "/usr/bin/podman unshare /bin/sh";
        service.Add("ExecStart", $"{shell} /etc/podplay/certificates/{script}.sh {StateFolder.Of(host)}");
        return Of(host, name, "service", unit, service);
    }

    private static Unit Watch(Host host, Network network)
    {
        var unit = new UnitSection("Unit", Path);
        unit.Add("Description", "podplay: when the solver has a new certificate");
        var path = new UnitSection("Path", Path);
        foreach (var solver in network.Certificates.Select(c => c.Solver).OfType<Service>().Where(s => s.Host == host).Distinct().OrderBy(s => s.Name, StringComparer.Ordinal))
            path.Add("PathChanged", $"{StateFolder.Of(host)}/{StateFolder.OfSolver(solver)}/renewed");
        path.Add("Unit", InstallUnit);
        return Of(host, "podplay-certificates.path", "path", unit, path, Install("paths.target"));
    }

    private static Unit Daily(Host host)
    {
        var unit = new UnitSection("Unit", Path);
        unit.Add("Description", "podplay: when certificates are looked at");
        var timer = new UnitSection("Timer", Path);
        timer.Add("OnCalendar", "daily");
        timer.Add("RandomizedDelaySec", "1h");
        timer.Add("Persistent", "true");
        return Of(host, "podplay-certificates-check.timer", "timer", unit, timer, Install("timers.target"));
    }

    private static UnitSection Install(string target)
    {
        var install = new UnitSection("Install", Path);
        install.Add("WantedBy", target);
        return install;
    }

    private static Unit Of(Host host, string name, string kind, params UnitSection[] sections) =>
        new(host, $"{UnitFolders.Systemd(host)}/{name}", kind, sections);
}
