using PodPlay.Model;

namespace PodPlay.Artefacts.Runbook;

/// <summary>How root on a host speaks to the systemd and the podman under which its services run: root's, or a user's.</summary>
internal sealed class HostShell(Host host)
{
    private readonly Rootless? _user = host.Rootless;

    public string Systemctl(string arguments) => _user is { } user ? $"systemctl --user --machine={user.User}@ {arguments}" : $"systemctl {arguments}";

    public string Journal(string unit) => _user is { } user
        ? $"journalctl _UID={user.Uid} _SYSTEMD_USER_UNIT={unit} -n 50 --no-pager"
        : $"journalctl -u {unit} -n 50 --no-pager";

    // A login shell: podman finds its storage below the user's home. It may be a user without a shell of its own.
    public string Podman(string arguments) => _user is { } user
        ? $"runuser -l -s /bin/sh {user.User} -c {Quote.Shell($"XDG_RUNTIME_DIR=/run/user/{user.Uid} podman {arguments}")}"
        : $"podman {arguments}";

    /// <summary>In a container's network and with the host's programs: images carry neither ss nor tcpdump, and a container may not use them.</summary>
    public string Inside(Replica replica, string command) => replica.Service.IsOnHostNetwork
        ? command
        : $"nsenter -t \"$({Podman($"inspect -f {{{{.State.Pid}}}} {replica.Name}")})\" -n {command}";

    /// <summary>Where netavark remembers which container has which address (podman's default: below the run folder).</summary>
    public string AddressFile => _user is { } user ? $"/run/user/{user.Uid}/containers/networks/ipam.db" : "/run/containers/networks/ipam.db";

    public string Generator => _user is { } user
        ? $"runuser -l -s /bin/sh {user.User} -c '/usr/libexec/podman/quadlet -user -dryrun'"
        : "/usr/libexec/podman/quadlet -dryrun";
}
