using PodPlay.Artefacts.Backup;
using PodPlay.Artefacts.Quadlet;
using PodPlay.Artefacts.Runbook;
using PodPlay.Model;

namespace PodPlay.Artefacts.Restore;

/// <summary>What <c>restore.sbn</c> sees. Every line is a command for bash; a look's answer is its comment, word for word.</summary>
internal static class RestoreView
{
    public static View Of(Network network, Host host, Callees callees)
    {
        var volumes = SavedVolume.On(host);
        var secrets = SecretUse.On(network, host).Select(u => u.Name).Distinct().ToList();
        var local = host.Services.Select(s => s.Image).Where(i => i.StartsWith("localhost/", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal).ToList();
        var lost = LostVolumes(host).ToList();
        var solvers = host.Services.Where(s => network.SolvedBy(s).Any()).Select(s => s.Name).ToList();
        return new()
        {
            { "header", Header.Lines() },
            { "host", host.Name },
            { "login", $"root@{host.Addresses[0].Bracketed}" },
            { "addresses", string.Join(", ", host.Addresses) },
            { "address_look", AddressLook(host).Line },
            { "packages", string.Join(' ', Packages(network, host)) },
            { "podman_look", PodmanLook(host).Line },
            { "accounts", Accounts(host) },
            { "has_accounts", Accounts(host).Any() },
            { "is_rootless", host.Rootless is not null },
            { "user", host.Rootless?.User ?? "root" },
            { "has_secrets", secrets.Count > 0 },
            { "secret_names", string.Join(' ', secrets.Select(Quote.Shell)) },
            { "secrets", secrets.Select(s => Secret(s, new HostShell(host))) },
            { "has_local_images", local.Count > 0 },
            { "images", $"podman save --multi-image-archive {string.Join(' ', local)}" },
            { "load_images", Quote.Shell(new HostShell(host).Podman("load")) },
            { "has_backups", !volumes.IsEmpty },
            { "folders", volumes.GroupBy(v => v.Backup.Folder.TrimEnd('/')).Select(g => Folder(g.Key, g.Select(v => v.Name), host)) },
            { "has_files", volumes.Any(v => v.Backup.Dump is null) },
            { "load_files", volumes.Where(v => v.Backup.Dump is null).Select(v => Script(host, "load", v)) },
            { "has_dumps", volumes.Any(v => v.Backup.Dump is not null) },
            { "load_dumps", volumes.Where(v => v.Backup.Dump is not null).SelectMany(v => Dump(host, v, callees)) },
            { "has_lost", lost.Count > 0 },
            { "lost", string.Join(", ", lost.Select(l => $"`{l}`")) },
            { "looks", RestoreLooks.Of(network, host).Select(c => c.Line) },
            { "has_runbook", host.Services.Length > 0 },
            { "saves", volumes.Select(v => new HostShell(host).Systemctl($"start {v.SaveUnit}.service {v.TestUnit}.service")) },
            { "has_solvers", solvers.Count > 0 },
            { "solve", solvers.Select(s => new HostShell(host).Systemctl($"start {s}.service")) },
            { "has_names", host.Services.Any(s => s.IsNameServer) },
        };
    }

    private static Command AddressLook(Host host) =>
        new($"ip -o address show | grep -cFw {string.Join(' ', host.Addresses.Select(a => $"-e {a}"))}", $"{host.Addresses.Length}");

    private static Command PodmanLook(Host host) =>
        new($"dpkg --compare-versions \"$(podman --version | sed 's/.* //')\" ge {host.Podman} && echo new enough", "new enough");

    // Named even where podman depends on them or recommends them: machines are told not to install what is recommended.
    private static IEnumerable<string> Packages(Network network, Host host)
    {
        string[] always = ["aardvark-dns", "ca-certificates", "netavark", "nftables", "podman"];
        string[] rootless = host.Rootless is null ? [] : ["dbus-user-session", "passt", "uidmap"];
        string[] certificates = network.Certificates.Any(c => c.Deploy.Any(s => s.Host == host)) ? ["openssl"] : [];
        return always.Concat(rootless).Concat(certificates).Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Accounts(Host host)
    {
        if (host.Rootless is { } user)
        {
            yield return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"id {user.User} || useradd --create-home --uid {user.Uid} {user.User}");
            yield return $"loginctl enable-linger {user.User}";
            yield return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"systemctl start user@{user.Uid}.service");
        }
        else if (host.Services.Any(s => s.HasOwnUserNamespace))
        {
            yield return "for file in /etc/subuid /etc/subgid; do grep -q '^containers:' $file || echo containers:2147483647:2147483648 >>$file; done";
        }
    }

    // A redirection will not do: podman 5.4.2 takes "-" for a pipe only.
    private static string Secret(string name, HostShell shell) =>
        $"{shell.Podman($"secret exists {name}")} || cat {Quote.Shell($"secrets/{name}")} | {shell.Podman($"secret create {name} -")}";

    private static View Folder(string path, IEnumerable<string> volumes, Host host) => new()
    {
        { "path", Quote.Shell(path) },
        { "volumes", string.Join(' ', volumes) },
        { "make", $"install -d -m 700{(host.Rootless is { } user ? $" -o {user.User} -g {user.User}" : "")} {Quote.Shell(path)}" },
        { "owner", host.Rootless is { } owner ? $"chown -R {owner.User}: {Quote.Shell(path)}" : $"chown -R root: {Quote.Shell(path)}" },
    };

    private static string Script(Host host, string step, SavedVolume volume)
    {
        var command = $"sh {BackupArtefact.Script} {step} {volume.Name}";
        return host.Rootless is { } user
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"runuser -l -s /bin/sh {user.User} -c {Quote.Shell($"XDG_RUNTIME_DIR=/run/user/{user.Uid} {command}")}")
            : command;
    }

    // Who calls the program finds it empty, and may begin to fill it: not before the dump is read.
    private static IEnumerable<string> Dump(Host host, SavedVolume volume, Callees callees)
    {
        var callers = string.Join(' ', host.Services.Where(s => s.Timer is null && callees.Of(s).Any(c => c.Service == volume.Service)).SelectMany(s => s.Replicas).Select(r => $"{r.Name}.service"));
        if (callers.Length > 0)
            yield return new HostShell(host).Systemctl($"stop {callers}");
        yield return Script(host, "load", volume);
        if (callers.Length > 0)
            yield return new HostShell(host).Systemctl($"start {callers}");
    }

    private static IEnumerable<string> LostVolumes(Host host)
    {
        var saved = SavedVolume.On(host).Select(v => v.Name).ToHashSet(StringComparer.Ordinal);
        return host.Services.SelectMany(s => s.Volumes).Where(v => v.Name is null || !saved.Contains(v.Name)).Select(v => v.Name ?? v.HostPath!).Distinct().Order(StringComparer.Ordinal);
    }
}
