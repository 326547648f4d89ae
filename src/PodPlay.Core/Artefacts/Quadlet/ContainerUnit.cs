using PodPlay.Model;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>One replica of a service.</summary>
internal static class ContainerUnit
{
    public static Unit Of(Replica replica, Network network, Callees callees, StartOrder order)
    {
        var service = replica.Service;
        var path = $"services.{service.Name}";
        List<UnitSection> sections = [Start(replica, path, network, order), Container(replica, path, network, callees), Running(replica, path, network)];
        if (service.Timer is null)
            sections.Add(Install(service, path));
        return new Unit(service.Host, $"{UnitFolders.Quadlet(service.Host)}/{replica.Name}.container", "container", sections) { IsJob = service.Timer is not null };
    }

    private static UnitSection Start(Replica replica, string path, Network network, StartOrder order)
    {
        var service = replica.Service;
        var section = new UnitSection("Unit", path);
        var place = service.Zone is { } zone ? $"in zone {zone.Name}" : "on the host's network";
        section.Add("Description", Quote.SystemdText($"podplay: {replica.Name} {place}"));
        if (service.Timer is null)
            section.Add("StartLimitIntervalSec", "0", comments: ["Never give up: what it needs may come back after an hour."]);
        foreach (var (callee, isOrdered) in order.Of(service))
        {
            var why = isOrdered ? callee.Paths : callee.Paths.Select(p => $"{p} (part of a circle, so in any order)");
            section.Add("Wants", callee.Service.StartUnit, comments: why);
            if (isOrdered)
                section.Add("After", callee.Service.StartUnit);
        }
        if (CertificateUnits.FolderUsersOf(service, network).ToList() is [_, ..] paths)
        {
            section.Add("Wants", CertificateUnits.InstallUnit, comments: paths);
            section.Add("After", CertificateUnits.InstallUnit);
        }
        if (service.IsReplicated)
        {
            section.Add("PartOf", service.StartUnit);
            section.Add("Before", service.StartUnit);
        }
        return section;
    }

    private static UnitSection Container(Replica replica, string path, Network network, Callees callees)
    {
        var service = replica.Service;
        var section = new UnitSection("Container", path);
        section.Add("Image", Quote.SystemdLine(service.Image));
        section.Add("ContainerName", Quote.SystemdLine(replica.Name));
        if (service.Command is { } command)
            section.Add("Exec", string.Join(' ', (UserCommand.Split(command) ?? []).Select(Quote.SystemdWord)), $"{path}.command");
        else if (service.VirtualHosts.Length > 0 && service.ApacheLayout == ApacheLayout.Httpd)
            section.Add("Exec", $"httpd-foreground -c {Quote.SystemdWord(Reloading.HttpdInclude)}");
        else if (network.SolvedBy(service).Any())
            SolverUnit.AddTo(section, service);
        if (service.User is { } user)
            section.Add("User", Quote.SystemdLine(user), $"{path}.user");
        if (service.HasOwnUserNamespace)
            section.Add("UserNS", "auto", comments: ["Needs a line for the user `containers` in /etc/subuid and in /etc/subgid."]);
        section.Add("NoNewPrivileges", "true");
        if (service.IsReadOnly)
            section.Add("ReadOnly", "true");
        ContainerNetwork.AddTo(section, replica, network.Names);
        ContainerCallees.AddTo(section, service, callees, network.Names);
        ContainerResources.AddTo(section, service, network, path);
        ContainerMounts.AddTo(section, service, network, path);
        CertificateMounts.AddTo(section, replica, network);
        ContainerHealth.AddTo(section, service, path);
        if (service.StopTimeout is { } seconds)
            section.Add("StopTimeout", seconds);
        return section;
    }

    private static UnitSection Running(Replica replica, string path, Network network)
    {
        var service = replica.Service;
        var section = new UnitSection("Service", path);
        if (service.Timer is not null)
        {
            section.Add("Type", "oneshot");
            section.Add("Restart", "no");
            if (network.SolvedBy(service).Any())
                section.Add("TimeoutStartSec", "900", comments: ["A job has no limit of its own; this one asks others and waits for them."]);
        }
        else
        {
            section.Add("Restart", "always");
            section.Add("RestartSec", 5);
            section.Add("TimeoutStartSec", "900", comments: ["The first start may have to pull the image."]);
        }
        if (service.StopTimeout is { } seconds)
            section.Add("TimeoutStopSec", seconds + 30);
        // A stop by SIGTERM is no failure (podman issue 16726). One that had to kill is: it stays visible.
        section.Add("SuccessExitStatus", 143);
        NameServerUnit.AddTo(section, replica, network);
        var why = "";
        foreach (var (from, step) in Reloading.Of(replica))
        {
            section.Add("ExecReload", step, from, from == why ? [] : [from]);
            why = from;
        }
        return section;
    }

    private static UnitSection Install(Service service, string path)
    {
        var section = new UnitSection("Install", path);
        section.Add("WantedBy", UnitFolders.BootTarget(service.Host));
        if (service.IsReplicated)
            section.Add("WantedBy", service.StartUnit);
        return section;
    }
}
