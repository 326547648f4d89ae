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
        // Programs of a database that is not there: one says that it is well, one prints its only row, one reads it. And Debian's Apache in the folders of the httpd image.
        var script = new StringBuilder("""
            mkdir -p /root/images/httpd/usr/local/bin /root/images/httpd/usr/local/apache2/conf /root/images/httpd/usr/local/apache2/logs && cd /root/images
            printf '#!/bin/sh\nexit 0\n' >pg_isready
            printf '#!/bin/sh\ncat /var/lib/postgresql/data/row\necho "-- PostgreSQL database cluster dump complete"\n' >pg_dumpall
            printf '#!/bin/sh\ngrep -v "^--" >/var/lib/postgresql/data/row\n' >psql
            printf '#!/bin/sh\nexec /usr/sbin/apache2 -f /usr/local/apache2/conf/httpd.conf "$@"\n' >httpd/usr/local/bin/httpd
            printf '#!/bin/sh\nexec httpd -DFOREGROUND "$@"\n' >httpd/usr/local/bin/httpd-foreground
            chmod 755 pg_isready pg_dumpall psql httpd/usr/local/bin/*
            ln -sfn /usr/lib/apache2/modules httpd/usr/local/apache2/modules
            cat >httpd/usr/local/apache2/conf/httpd.conf <<'END'
            ServerRoot /usr/local/apache2
            Listen 80
            LoadModule mpm_event_module modules/mod_mpm_event.so
            LoadModule authz_core_module modules/mod_authz_core.so
            LoadModule dir_module modules/mod_dir.so
            User www-data
            Group www-data
            PidFile logs/httpd.pid
            END

            """);
        foreach (var user in host.Services.Select(NamedUser).OfType<string>().Distinct())
            script.Append($"{{ cat /etc/passwd; echo {user}:x:1500:1500::/:/bin/sh; }} >{user}.passwd\n");
        foreach (var service in host.Services.DistinctBy(s => s.Image))
            script.Append($"podman image exists {service.Image} || {{ printf 'FROM {Base}\\nCOPY pg_isready pg_dumpall psql /usr/bin/\\n{MoreOf(service)}CMD {CommandOf(service)}\\n' >Containerfile && podman build --quiet --network none --tag {service.Image} . >/dev/null; }}\n");
        booted.Shell(script.ToString(), timeout: TimeSpan.FromMinutes(3));
    }

    /// <summary>An image that is on every host.</summary>
    public static string Any => Base;

    /// <summary>Whether a real program answers there, and not the prober's listener.</summary>
    public static bool IsReal(Service service) => !service.Balances.IsEmpty || !service.VirtualHosts.IsEmpty || service.IsNameServer;

    /// <summary>Where the real program listens.</summary>
    public static IEnumerable<PortRange> PortsOf(Service service) =>
        // The httpd image's own file says `Listen 80`, whatever else is added.
        service.Ports.Select(p => p.Container).Concat(service.ApacheLayout == ApacheLayout.Httpd ? [new PortRange(80, 80)] : []);

    private static string MoreOf(Service service) =>
        (service.ApacheLayout == ApacheLayout.Httpd ? "COPY httpd /\\n" : "") + (NamedUser(service) is { } user ? $"COPY {user}.passwd /etc/passwd\\n" : "");

    private static string? NamedUser(Service service) => service.User is { } user && !char.IsAsciiDigit(user[0]) ? user : null;

    private static string CommandOf(Service service) =>
        !service.Balances.IsEmpty ? """["haproxy","-W","-db","-f","/usr/local/etc/haproxy/haproxy.cfg"]"""
        // A shell is the first process, as with the usual `apache2ctl -D FOREGROUND`; but it heeds SIGTERM, which saves ten seconds at each stop.
        : !service.VirtualHosts.IsEmpty ? """["sh","-c","trap exit TERM; apache2ctl -D FOREGROUND & wait"]"""
        : service.IsNameServer ? """["named","-f","-u","bind","-c","/etc/bind/named.conf"]"""
        // Its health check asks for this port of its own.
        : service.Health is { } health && health.StartsWith("nc -z localhost ", StringComparison.Ordinal) ? $"""["sh","-c","trap exit TERM; nc -lk 127.0.0.1 {health.Split(' ')[^1]} & wait"]"""
        // Into a container on a card the lab does not reach.
        : service.Zone?.Attachment is not null ? $"""["sh","-c","trap exit TERM; nc -lku {service.Ports[0].Container.First} & wait"]"""
        // Many do not heed SIGTERM: one of them here.
        : service.Image.Contains("redis", StringComparison.Ordinal) ? """["sleep","infinity"]"""
        : """["sh","-c","trap exit TERM; sleep infinity & wait"]""";
}
