using System.Collections.Immutable;
using PodPlay.Artefacts.Bind;
using PodPlay.Model;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>How a container reads its files again without losing a connection.</summary>
internal static class Reloading
{
    public static bool CanReload(Service service) => Commands(service, "") is not [];

    /// <summary>Steps of <c>ExecReload=</c>; the next one is not taken when one fails: the running configuration stays.</summary>
    public static ImmutableArray<(string Path, string Command)> Of(Replica replica) => Commands(replica.Service, replica.Name);

    private static ImmutableArray<(string Path, string Command)> Commands(Service service, string container)
    {
        var path = $"services.{service.Name}";
        var name = Quote.SystemdWord(container);
        if (service.Reload is { } command)
            return [($"{path}.reload", $"/usr/bin/podman exec {name} /bin/sh -c {Quote.SystemdWord(command)}")];
        if (!service.Balances.IsEmpty)
            return [($"{path}.balance", $"/usr/bin/podman exec {name} haproxy -c -f /usr/local/etc/haproxy/haproxy.cfg"), ($"{path}.balance", $"/usr/bin/podman kill --signal USR2 {name}")];
        if (service.IsNameServer)
            return [($"{path}.resolves", $"/usr/bin/podman exec {name} named-checkconf -z {NameServerFolders.Configuration}/named.conf"), ($"{path}.resolves", $"/usr/bin/podman kill --signal HUP {name}")];
        if (service.VirtualHosts.IsEmpty)
            return [];
        if (service.ApacheLayout == ApacheLayout.Httpd)
            return [($"{path}.vhosts", $"/usr/bin/podman exec {name} httpd -t -c {Quote.SystemdWord(HttpdInclude)}"), ($"{path}.vhosts", $"/usr/bin/podman kill --signal USR1 {name}")];
        // Tests first, and signals by the pid file: with the usual command of Debian's images, `apache2ctl -D FOREGROUND`, the container's
        // first process is a shell that heeds no signal (measured: podman kill succeeds, and the old certificate stays on the wire).
        return [($"{path}.vhosts", $"/usr/bin/podman exec {name} apachectl graceful")];
    }

    /// <summary>What the httpd image's own file does not include.</summary>
    public const string HttpdInclude = "Include conf/podplay/podplay.conf";
}
