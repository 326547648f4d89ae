using System.Globalization;
using PodPlay.Model;

namespace PodPlay.Boot;

/// <summary>What the owner of a rootless host sees to before the first installation.</summary>
internal static class RootlessHost
{
    /// <summary>The words before a command that the user of the containers runs.</summary>
    public static string AsUser(Host host) =>
        string.Create(CultureInfo.InvariantCulture, $"runuser -u {host.Rootless!.User} -- env -C / HOME=/home/{host.Rootless.User} XDG_RUNTIME_DIR=/run/user/{host.Rootless.Uid}");

    /// <summary>The user, and images: a web server and something that answers what it is told, from busybox.</summary>
    public static void Prepare(BootedHost booted, Host host)
    {
        MakeDevices(booted);
        var user = host.Rootless!;
        booted.Shell(string.Create(CultureInfo.InvariantCulture, $"useradd --create-home --uid {user.Uid} {user.User} && systemctl start user@{user.Uid}.service"));
        foreach (var service in host.Services.DistinctBy(s => s.Image))
        {
            var command = service.Ports.Any(p => p.Host is not null)
                ? """["/bin/httpd","-f","-v","-p","80","-h","/srv"]"""
                : $"""["/bin/sh","-c","trap exit TERM; nc -ll -p {service.Ports[0].Container.First} -e cat & wait"]""";
            booted.Shell($"""
                rm -rf /tmp/image && mkdir -p /tmp/image/bin /tmp/image/srv && cp /bin/busybox /tmp/image/bin/
                for name in sh cat nc httpd wget; do ln -s busybox /tmp/image/bin/$name; done
                echo 'a page' >/tmp/image/srv/index.html
                tar -C /tmp/image -cf - . | {AsUser(host)} podman import --quiet --change 'CMD {command}' - {service.Image} >/dev/null
                """);
        }
    }

    /// <summary>Nodes that a machine has and a container of systemd-nspawn has not: a network and a file system for ordinary users.</summary>
    public static void MakeDevices(BootedHost booted) =>
        booted.Shell("mkdir -p /dev/net; [ -e /dev/net/tun ] || mknod /dev/net/tun c 10 200; [ -e /dev/fuse ] || mknod /dev/fuse c 10 229; chmod 666 /dev/net/tun /dev/fuse");
}
