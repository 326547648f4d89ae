using PodPlay.Changes;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Boot;

/// <summary>The generated backup of a booted host, by its own units: what it saves, what it stops, and that it says so when it fails.</summary>
public sealed class BackupTests
{
    private const string Spec = """
        podplay: 1
        name: home
        router: { address: 192.168.1.1, lan: [192.168.1.0/24] }
        hosts:
          box: { address: [192.168.1.100], podman: "5.4" }
        zones:
          dmz: { subnets: [172.20.1.0/24], egress: internet }
        services:
          files:
            image: localhost/files:1.0.0
            zone: dmz
            volumes: { uploads: { at: /srv/uploads, backup: { to: /srv/backup, keep: 2, check: test -s /srv/uploads/letter } } }
          reader:
            image: localhost/reader:1.0.0
            zone: dmz
            volumes: { uploads: { at: /mnt, read-only: true } }
          mail:
            image: localhost/mail:1.0.0
            zone: dmz
            userns: auto
            volumes: { letters: { at: /srv/letters, backup: { to: /srv/backup, check: test -O /srv/letters/first } } }
          db:
            image: localhost/db:1.0.0
            zone: dmz
            volumes:
              tables:
                at: /srv/tables
                backup: { to: /srv/backup, dump: cat /srv/tables/all && echo complete, load: grep -v '^complete$' >/srv/tables/all, check: tail -n 1 | grep -q '^complete$' }
        """;

    [ToolFact(Debian.Trixie)]
    public void Volumes_are_saved_and_archives_are_tried()
    {
        var side = ChangeSide.Of(InMemory.Compile(Spec));
        using var lab = new BootedNetwork(side.Network);
        var box = lab["box"];
        box.Receive(side.Files);
        var applied = box.Apply();
        Assert.True(applied.ExitCode == 0, applied.ToString());
        Assert.Equal("active\nactive\nactive\nactive\n", box.Shell("systemctl is-active podplay-backup-uploads.timer podplay-backup-tables.timer podplay-restore-test-uploads.timer podplay-restore-test-tables.timer"));
        box.Shell("podman exec files sh -c 'echo hello >/srv/uploads/letter; mkdir /srv/uploads/deep; seq 10000 >/srv/uploads/deep/numbers'; podman exec mail touch /srv/letters/first; podman exec db sh -c 'echo row >/srv/tables/all'");

        // Before the first archive there is nothing to try.
        Fails(box, "podplay-restore-test-uploads", "no archive in /srv/backup/uploads");

        var (files, reader, db) = (Started(box, "files"), Started(box, "reader"), Started(box, "db"));
        box.Shell("systemctl start podplay-backup-uploads.service podplay-backup-letters.service podplay-backup-tables.service");
        box.Shell("for i in $(seq 100); do systemctl is-active --quiet files.service && exit 0; sleep 0.2; done; exit 1");
        Assert.NotEqual(files, Started(box, "files"));
        Assert.Equal((reader, db), (Started(box, "reader"), Started(box, "db")));
        Assert.Matches("^/srv/backup/letters/[0-9TZ]*[.]tar[.]gz\n/srv/backup/tables/[0-9]{8}T[0-9]{6}Z[.]dump[.]gz\n/srv/backup/uploads/[0-9]{8}T[0-9]{6}Z[.]tar[.]gz\n$", box.Shell("find /srv/backup -type f | sort"));
        Assert.Equal("700 600\n", box.Shell("echo $(stat -c %a /srv/backup/uploads /srv/backup/uploads/*)"));
        Assert.Equal("row\ncomplete\n", box.Shell("gzip -dc /srv/backup/tables/*.gz"));
        box.Shell("systemctl start podplay-restore-test-uploads.service podplay-restore-test-letters.service podplay-restore-test-tables.service");
        Assert.Equal("home-letters\nhome-tables\nhome-uploads\n", box.Shell("podman volume ls --quiet | sort"));

        // Two stay, however often it is saved.
        box.Shell("for i in 1 2 3; do sleep 1.1; systemctl start podplay-backup-uploads.service; done");
        Assert.Equal("2\n", box.Shell("ls /srv/backup/uploads | wc -l"));

        // A damaged archive, one that was cut, one of the wrong thing.
        box.Shell("for f in /srv/backup/*/*.gz; do last=$f; done; for d in uploads tables; do f=$(ls -d /srv/backup/$d/* | tail -n 1); cp $f /srv/$d.good; printf damage | dd of=$f bs=1 seek=40 conv=notrunc status=none; done");
        Fails(box, "podplay-restore-test-uploads", "is damaged");
        Fails(box, "podplay-restore-test-tables", "is damaged");
        box.Shell("f=$(ls -d /srv/backup/uploads/* | tail -n 1); head -c 200 /srv/uploads.good >$f");
        Fails(box, "podplay-restore-test-uploads", "is damaged");
        box.Shell("f=$(ls -d /srv/backup/uploads/* | tail -n 1); tar -C /etc -cf - hostname | gzip >$f; f=$(ls -d /srv/backup/tables/* | tail -n 1); echo row | gzip >$f");
        Fails(box, "podplay-restore-test-uploads", "is not what it should be: test -s /srv/uploads/letter");
        Fails(box, "podplay-restore-test-tables", "is not what it should be: tail -n 1");
        Assert.Equal("home-letters\nhome-tables\nhome-uploads\n", box.Shell("podman volume ls --quiet | sort"));

        // What cannot be saved leaves no archive, and nobody stopped.
        var before = box.Shell("ls /srv/backup/*");
        box.Shell("podman exec db rm /srv/tables/all");
        Fails(box, "podplay-backup-tables", "not saved");
        box.Shell("mkdir /run/full && mount -t tmpfs -o size=4k none /run/full && mkdir /run/full/uploads && mount --bind /run/full/uploads /srv/backup/uploads");
        Fails(box, "podplay-backup-uploads", "");
        box.Shell("umount /srv/backup/uploads");
        box.Shell("for i in $(seq 100); do systemctl is-active --quiet files.service && exit 0; sleep 0.2; done; exit 1");
        Assert.Equal(before, box.Shell("ls /srv/backup/*"));

        // Killed in the middle.
        box.Shell("mkfifo /run/slow; mkdir -p /etc/systemd/system/podplay-backup-uploads.service.d; printf '[Service]\\nExecStart=\\nExecStart=/bin/sh -c \"echo files.service >/run/podplay-backup-uploads/stopped; systemctl stop files; kill -9 $$$$\"\\n' >/etc/systemd/system/podplay-backup-uploads.service.d/kill.conf; systemctl daemon-reload");
        Fails(box, "podplay-backup-uploads", "");
        box.Shell("for i in $(seq 100); do systemctl is-active --quiet files.service && exit 0; sleep 0.2; done; exit 1");

        // Brought back where it is wanted, and only there.
        box.Shell("for d in uploads tables; do f=$(ls -d /srv/backup/$d/* | tail -n 1); cp /srv/$d.good $f; done");
        Assert.Contains("files.service runs", Load(box, "uploads").Error, StringComparison.Ordinal);
        box.Shell("systemctl stop files reader");
        Assert.Contains("the volume is not empty", Load(box, "uploads").Error, StringComparison.Ordinal);
        box.Shell("podman volume rm home-uploads");
        Assert.Equal(0, Load(box, "uploads").ExitCode);
        box.Shell("systemctl start files reader");
        Assert.Equal("hello\n10000\n", box.Shell("podman exec files cat /srv/uploads/letter; podman exec files tail -n 1 /srv/uploads/deep/numbers"));
        Assert.Equal(0, Load(box, "tables").ExitCode);
        Assert.Equal("row\n", box.Shell("podman exec db cat /srv/tables/all"));
        box.Shell("systemctl stop db");
        Assert.Contains("db.service does not run", Load(box, "tables").Error, StringComparison.Ordinal);
    }

    private static ToolResult Load(BootedHost box, string volume) => box.Run(["sh", "/etc/podplay/backup/backup.sh", "load", volume]);

    private static string Started(BootedHost box, string service) => box.Shell($"systemctl show --property=ExecMainStartTimestampMonotonic {service}.service");

    // Loud: the job has failed, and its journal says why with the priority of an error.
    private static void Fails(BootedHost box, string unit, string why)
    {
        Assert.NotEqual(0, box.Run(["systemctl", "start", $"{unit}.service"], timeout: TimeSpan.FromMinutes(1)).ExitCode);
        Assert.Equal("failed\n", box.Shell($"systemctl show --property=ActiveState --value {unit}.service"));
        if (why.Length > 0)
            Assert.Contains(why, box.Shell($"journalctl --no-pager --output=cat -p err -u {unit}.service"), StringComparison.Ordinal);
    }
}
