using System.Text;
using PodPlay.Model;

namespace PodPlay.Boot;

/// <summary>The images of a host's services, made from Debian's packages: no registry is asked. What serves HTTP or
/// names is the real program; what a test only calls is a container that sleeps, and the prober listens inside it.</summary>
internal static class Images
{
    private const string Base = "localhost/debian:13";

    /// <summary>The image under all others.</summary>
    public static void Import(BootedHost booted)
    {
        // The root of the tests is Debian 13 with all servers in it.
        var imported = booted.Room.Run(
            ["sh", "-euc", $"tar -C ${{PODPLAY_CACHE:-/var/cache/podplay}}/trixie --one-file-system -cf - . | nsenter --target {booted.Init} --all -- podman import --quiet - {Base} >/dev/null"],
            timeout: TimeSpan.FromMinutes(2));
        Assert.True(imported.ExitCode == 0, imported.ToString());
    }

    /// <summary>The images of a host's services that are not there yet.</summary>
    public static void Load(BootedHost booted, Host host)
    {
        // Programs of a database that is not there: one says that it is well, one prints its only row, one reads it.
        var script = new StringBuilder("""
            mkdir -p /root/images && cd /root/images
            printf '#!/bin/sh\nexit 0\n' >pg_isready
            printf '#!/bin/sh\ncat /var/lib/postgresql/data/row\necho "-- PostgreSQL database cluster dump complete"\n' >pg_dumpall
            printf '#!/bin/sh\ngrep -v "^--" >/var/lib/postgresql/data/row\n' >psql
            chmod 755 pg_isready pg_dumpall psql

            """);
        foreach (var service in host.Services.DistinctBy(s => s.Image))
            script.Append($"podman image exists {service.Image} || {{ printf 'FROM {Base}\\nCOPY pg_isready pg_dumpall psql /usr/bin/\\nCMD {CommandOf(service)}\\n' >Containerfile && podman build --quiet --network none --tag {service.Image} . >/dev/null; }}\n");
        booted.Shell(script.ToString(), timeout: TimeSpan.FromMinutes(3));
    }

    /// <summary>An image that is on every host.</summary>
    public static string Any => Base;

    /// <summary>Whether a real program answers there, and not the prober's listener.</summary>
    public static bool IsReal(Service service) => !service.Balances.IsEmpty || !service.VirtualHosts.IsEmpty || service.IsNameServer;

    private static string CommandOf(Service service) =>
        !service.Balances.IsEmpty ? """["haproxy","-W","-db","-f","/usr/local/etc/haproxy/haproxy.cfg"]"""
        : !service.VirtualHosts.IsEmpty ? """["apache2ctl","-D","FOREGROUND"]"""
        : service.IsNameServer ? """["named","-f","-u","bind","-c","/etc/bind/named.conf"]"""
        // Many do not heed SIGTERM: one of them here.
        : service.Image.Contains("redis", StringComparison.Ordinal) ? """["sleep","infinity"]"""
        : """["sh","-c","trap exit TERM; sleep infinity & wait"]""";
}
