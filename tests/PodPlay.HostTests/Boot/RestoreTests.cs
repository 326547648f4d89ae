using PodPlay.Changes;
using PodPlay.Model;
using PodPlay.Testing;
using PodPlay.Testing.Tools;
using Xunit.Abstractions;

namespace PodPlay.Boot;

/// <summary>HOST.RESTORE.md is carried out on an empty Debian, with archives that the backup of an earlier host has made: afterwards
/// the data is there, and every answer is the one that the page gives.</summary>
[Collection(SeedCollection.Name)]
public sealed class RestoreTests(SeedHosts hosts, ITestOutputHelper output)
{
    [ToolFact(Debian.Trixie)]
    public void A_host_of_the_seed_comes_back()
    {
        hosts.Become(SeedHosts.Seed);
        var main = SeedHosts.Seed.Network.Hosts.Single(h => h.Name == "main");
        var old = hosts.Lab[main];
        old.Shell("podman exec mail sh -c 'echo dear >/var/mail/letter'; podman exec db sh -c 'echo the row >/var/lib/postgresql/data/row'");
        old.Shell("systemctl start podplay-backup-mailboxes.service podplay-backup-databases.service && systemctl start podplay-restore-test-mailboxes.service podplay-restore-test-databases.service", timeout: TimeSpan.FromMinutes(2));
        Wait.Until(TimeSpan.FromMinutes(1), () => old.Run(["systemctl", "is-active", "mail.service"]).ExitCode == 0, "mail is not started again");

        using var lab = new BootedNetwork(SeedHosts.Seed.Network, isEmpty: true);
        using var restored = new RestoredHost(lab[main], SeedHosts.Seed.Files, [.. old.Room.Enter, .. old.Enter]);
        restored.BringArchives(old, "/srv/backup");
        foreach (var secret in old.Shell("podman secret ls --noheading --format '{{.Name}}'").Split('\n', StringSplitOptions.RemoveEmptyEntries))
            restored.Bring($"secrets/{secret}", old.Shell($"podman secret inspect --showsecret --format '{{{{.SecretData}}}}' {secret}"));
        restored.FollowThe(PageOf(SeedHosts.Seed, main), () => Pull(restored, main, "podman"));

        Assert.Equal("dear\nthe row\n", lab[main].Shell("podman exec mail cat /var/mail/letter; podman exec db cat /var/lib/postgresql/data/row"));
        Assert.Equal(old.Shell("cat /etc/podplay/MANIFEST; podman secret ls --noheading --format '{{.Name}}' | sort"), lab[main].Shell("cat /etc/podplay/MANIFEST; podman secret ls --noheading --format '{{.Name}}' | sort"));
        output.WriteLine(lab[main].Shell("find /srv/backup -type f -printf '%p %s\n' | sort"));
    }

    [ToolFact(Debian.Trixie)]
    public void So_does_one_whose_services_are_a_users()
    {
        var side = ChangeSide.Of(InMemory.Compile(InMemory.Text("rootless"), InMemory.Lock("rootless")));
        var host = Assert.Single(side.Network.Hosts);
        using var before = new BootedNetwork(side.Network);
        var old = before[host];
        var asUser = RootlessHost.AsUser(host);
        var systemctl = $"systemctl --user --machine={host.Rootless!.User}@";
        old.Receive(side.Files);
        Assert.Contains("  note  web cannot write to /srv/backup, and backups will fail: install -d -m 700 -o web /srv/backup\n", old.Apply("--check").Output, StringComparison.Ordinal);
        old.Shell($"install -d -m 700 -o {host.Rootless.User} /srv/backup");
        Assert.Equal(0, old.Apply().ExitCode);
        old.Shell($"{asUser} podman exec counter sh -c 'echo 42 >/data/visitors' && {systemctl} start podplay-backup-counts.service && {systemctl} start podplay-restore-test-counts.service");

        using var lab = new BootedNetwork(side.Network, isEmpty: true);
        RootlessHost.MakeDevices(lab[host]);
        using var restored = new RestoredHost(lab[host], side.Files, [.. old.Room.Enter, .. old.Enter, .. asUser.Split(' ')]);
        restored.BringArchives(old, "/srv/backup");
        restored.FollowThe(PageOf(side, host), () => Pull(restored, host, $"{asUser} podman"));

        Assert.Equal("42\n", lab[host].Shell($"{asUser} podman exec counter sh -c 'read count </data/visitors; echo $count'"));
    }

    private static string PageOf(ChangeSide side, Host host) => System.Text.Encoding.UTF8.GetString(side.Files[$"{host.Name}.RESTORE.md"]);

    // No registry is asked: its images come from the machine that has them all.
    private static void Pull(RestoredHost restored, Host host, string podman)
    {
        var images = host.Services.Select(s => s.Image).Distinct().Where(i => !i.StartsWith("localhost/", StringComparison.Ordinal));
        var pulled = restored.Elsewhere($"podman save --quiet --multi-image-archive {string.Join(' ', images)} | ssh registry {podman} load --quiet");
        Assert.True(pulled.ExitCode == 0, pulled.ToString());
    }
}
