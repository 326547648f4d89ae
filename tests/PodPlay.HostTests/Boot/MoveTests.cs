using System.Text;
using PodPlay.Changes;
using PodPlay.Changes.Planning;
using PodPlay.Testing.Tools;
using Xunit.Abstractions;

namespace PodPlay.Boot;

/// <summary>A public service with data moves to the other host: somebody on the LAN types what <c>podplay plan</c> prints, line by line, over ssh.</summary>
[Collection(SeedCollection.Name)]
public sealed class MoveTests(SeedHosts hosts, ITestOutputHelper output)
{
    private const string Look = "stat -c '%n %u %a' /var/mail/letters/first /srv/lists/all; cat /var/mail/letters/first /srv/lists/all";

    // Besides its volume a folder of its host.
    private static readonly (string, string) Folder = ("timer: \"03:30\" } } }", "timer: \"03:30\" } }, /srv/lists: /srv/lists }");

    // Its certificate stays with the solver; the database it does without.
    private static readonly (string, string)[] Moved =
    [
        ("podplay-mail-debian:2.1.0\n    zone: dmz\n", "podplay-mail-debian:2.1.0\n    zone: accel\n"),
        ("deploy: [haproxy, apache, mail]", "deploy: [haproxy, apache]"),
        ("  mail -> db: postgres\n", ""),
        ("only: { db.postgres: [apache, mail] }", "only: { db.postgres: apache }"),
    ];

    [ToolFact(Debian.Trixie, Debian.Ansible)]
    public void What_the_plan_prints_moves_it_with_its_data()
    {
        var (before, after) = (SeedHosts.Edited(Folder), SeedHosts.Edited([Folder, .. Moved]));
        hosts.Become(before);
        var (main, fast) = (hosts.Lab["main"], hosts.Lab["fast"]);
        main.Shell("podman exec mail sh -c 'mkdir -p /var/mail/letters && echo dear >/var/mail/letters/first && chown mail:mail /var/mail/letters/first && chmod 600 /var/mail/letters/first && echo everybody >/srv/lists/all'");
        var data = main.Shell($"podman exec mail sh -c \"{Look}\"");
        hosts.Lab.Provide(after.Network);
        hosts.Lab.Clear();
        hosts.Forget();
        var plan = Plan.Of(ChangeSet.Between(before, after), before, after);
        Assert.Equal([StepKind.Check, StepKind.Check, StepKind.Stop, StepKind.Data, StepKind.Apply, StepKind.Switch, StepKind.Apply, StepKind.Left], plan.Steps.Select(s => s.Kind));
        using (var admin = new AdminMachine(hosts.Lab, hosts.Hosts))
        using (var folder = TempTree.Of([.. after.Files.Select(f => ($"output/{f.Key}", Encoding.UTF8.GetString(f.Value)))]))
        {
            foreach (var step in plan.Steps)
            {
                // Until then there is a way back.
                if (step.Kind == StepKind.Left)
                    Assert.Equal("dear\neverybody\n", main.Shell("cat $(podman volume inspect --format '{{.Mountpoint}}' podplay-mailboxes)/letters/first /srv/lists/all"));
                Carry(step, line => admin.Type(folder, line), after);
                if (step.Kind == StepKind.Apply && step.Where == "fast")
                    Assert.Equal(data, fast.Shell($"podman exec mail sh -c \"{Look}\""));
            }
        }
        Assert.Equal("", main.Shell("podman volume ls --quiet | grep mailboxes || true"));
        hosts.AssertWell(after);
        output.WriteLine(hosts.AssertMatrix(after));

        hosts.Lab.SetRouter(SeedHosts.Seed.Network);
        hosts.Become(SeedHosts.Seed);
        fast.Shell("podman volume rm podplay-mailboxes; rm -r /srv/lists");
    }

    private void Carry(Step step, Func<string, ToolResult> type, ChangeSide after)
    {
        switch (step.Kind)
        {
            case StepKind.Check:
                Must(step.Commands[0], type(step.Commands[0]), 0);
                Must(step.Commands[1], type(step.Commands[1]), 1);
                break;
            case StepKind.Switch:
                hosts.Lab.SetRouter(after.Network);
                break;
            case StepKind.Apply:
                var applying = Task.Run(() => type(step.Commands[0]));
                Wait.Until(TimeSpan.FromMinutes(5), () => applying.IsCompleted || type(step.Commands[1]).ExitCode == 0, "nobody asks for a confirmation");
                Must(step.Commands[0], applying.Result, 0);
                break;
            default:
                foreach (var line in step.Commands)
                    Must(line, type(line), 0);
                break;
        }
    }

    private void Must(string line, ToolResult result, int exitCode)
    {
        output.WriteLine($"$ {line}\n{result.Output}");
        Assert.True(result.ExitCode == exitCode, result.ToString());
    }
}
