using System.Text.Json;
using PodPlay.Changes.Planning.Rendering;
using PodPlay.Changes.Rendering;
using PodPlay.Testing;

namespace PodPlay.Changes.Planning;

/// <summary>The steps for changes of a small network.</summary>
public sealed class PlanTests
{
    private static readonly string Moved = Edits.All.Single(e => e.Title == "a service on the other host").After;

    [Fact]
    public void Text() => TextSnapshot.Verify(this, string.Concat(Edits.All.Select(e => $"=== {e.Title}\n{PlanTextRenderer.Render(Document(e.After))}\n")));

    [Fact]
    public void Markdown() => TextSnapshot.Verify(this, PlanMarkdownRenderer.Render(Document(Moved)));

    [Fact]
    public void Json()
    {
        var text = PlanJsonRenderer.Render(Document(Moved));
        using var json = JsonDocument.Parse(text);
        Assert.Equal(Document(Moved).Summary, json.RootElement.GetProperty("summary").GetString());
        TextSnapshot.Verify(this, text);
    }

    [Fact]
    public void Who_moves_stops_first_then_its_data_goes_then_it_starts_and_the_old_host_comes_last()
    {
        var steps = Document(Moved).Plan.Steps;
        Assert.Equal(
            [(StepKind.Check, "fast"), (StepKind.Check, "main"), (StepKind.Stop, "main"), (StepKind.Data, "fast"), (StepKind.Apply, "fast"), (StepKind.Switch, "router"), (StepKind.Apply, "main"), (StepKind.Left, "main")],
            steps.Select(s => (s.Kind, s.Where)));
        Assert.Equal(
            "ssh root@main 'podman volume export podplay-spool' | ssh root@fast 'podman volume create --ignore podplay-spool && podman volume import podplay-spool -'",
            Assert.Single(steps[3].Commands));
    }

    [Fact]
    public void Folders_of_the_host_move_too()
    {
        var before = Scene.Edit(("spool: /var/mail", "/srv/mail: /var/mail"));
        var after = before.Replace("    image: localhost/mail:2.1.0\n    zone: dmz\n", "    image: localhost/mail:2.1.0\n    zone: accel\n", StringComparison.Ordinal).Replace("  mail -> db: postgres\n", "", StringComparison.Ordinal);
        Assert.Equal(
            "ssh root@main 'tar -C /srv/mail -c .' | ssh root@fast 'mkdir -p /srv/mail && tar -C /srv/mail -xp'",
            Assert.Single(Document(before, after).Plan.Steps.Single(s => s.Kind == StepKind.Data).Commands));
    }

    [Fact]
    public void Data_that_others_use_too_is_told()
    {
        var before = Scene.Edit(("  worker:\n", "  scanner:\n    image: localhost/scanner:1.0.0\n    zone: dmz\n    at: 15\n    volumes: { spool: /spool }\n  worker:\n    volumes: { spool: /spool }\n"));
        var after = before.Replace("    image: localhost/mail:2.1.0\n    zone: dmz\n", "    image: localhost/mail:2.1.0\n    zone: accel\n", StringComparison.Ordinal).Replace("  mail -> db: postgres\n", "", StringComparison.Ordinal);
        Assert.Equal(
            ["volume spool is shared with scanner, which stays on main", "volume spool is what worker on fast uses, too"],
            Document(before, after).Plan.Steps.Single(s => s.Kind == StepKind.Data).Parts.Select(p => p.What));
    }

    [Fact]
    public void A_file_of_kernel_settings_that_goes_undoes_nothing()
    {
        var side = ChangeSide.Of(InMemory.Compile(Scene.Text));
        var after = side with { Files = side.Files.Where(f => f.Key != "main/etc/sysctl.d/90-podplay.conf").ToDictionary() };
        var changes = ChangeSet.Between(side, after);
        var main = changes.Hosts.Single(h => h.Host == "main");
        Assert.Equal("/etc/sysctl.d/90-podplay.conf", Assert.Single(main.SettingsLeft));
        Assert.Empty(main.Units);
        Assert.Contains("remove /etc/sysctl.d/90-podplay.conf", Plan.Of(changes, side, after).Steps.SelectMany(s => s.Parts).Select(p => p.What));
    }

    [Fact]
    public void The_router_opens_first_and_closes_last()
    {
        var steps = Document(Scene.Edit(("smtp: 25, imaps: 993", "smtp: 25, sieve: 4190"))).Plan.Steps;
        Assert.Equal([StepKind.Check, StepKind.Open, StepKind.Apply, StepKind.Close], steps.Select(s => s.Kind));
    }

    [Fact]
    public void No_change_has_no_step() => Assert.Equal("Nothing to do.", Document(Scene.Text).Summary);

    [Fact]
    public void A_host_that_leaves_is_switched_off_last()
    {
        var after = Scene.Edit(
            ("  fast: { address: [192.168.1.101, 2a0d:3344:1::101], podman: \"5.4\" }\n", ""), ("  accel: { subnets: [172.20.4.0/24, fd3c:9a41:77e2:4::/64], host: fast }\n", ""),
            ("  worker:\n    image: localhost/worker:1.0.0\n    zone: accel\n    at: 10\n    private: { rpc: 9000 }\n", ""));
        var step = Document(after).Plan.Steps[^1];
        Assert.Equal((StepKind.Leave, "fast"), (step.Kind, step.Where));
        Assert.Contains("worker.service", Assert.Single(step.Commands), StringComparison.Ordinal);
    }

    /// <summary>Nothing that diff announces is missing in the steps, whatever the edit.</summary>
    [Fact]
    public void Everything_that_is_announced_has_its_step()
    {
        foreach (var (title, after) in Edits.All)
        {
            var changes = Scene.Document(Scene.Text, after).Changes;
            var steps = Document(after).Plan.Steps;
            foreach (var host in changes.Hosts.Where(h => !h.IsGone))
            {
                var parts = steps.Where(s => s.Kind == StepKind.Apply && s.Where == host.Host).SelectMany(s => s.Parts).Select(p => p.What).ToList();
                foreach (var unit in host.Units.Where(u => u.Name is not ("podplay-firewall.service" or "systemd-sysctl.service" or "systemd-modules-load.service")))
                    Assert.True(parts.Count(p => p.Split(' ')[^1] == unit.Name) == 1, $"{title}: {ChangeSummary.Word(unit.Action)} {unit.Name}");
            }
            Assert.Equal(changes.Clicks.Select(c => $"{c.Verb} {c.Text}").Order(), steps.Where(s => s.Where == "router").SelectMany(s => s.Parts).Select(p => p.What).Order());
        }
    }

    /// <summary>The page shows what is printed.</summary>
    [Fact]
    public void The_transcript_is_what_is_printed()
    {
        var path = Repository.PathOf("docs/plan.md");
        var page = File.ReadAllText(path);
        const string Command = "$ podplay plan --against main\n";
        var start = page.IndexOf(Command, StringComparison.Ordinal) + Command.Length;
        var end = page.IndexOf("```", start, StringComparison.Ordinal);
        var printed = PlanTextRenderer.Render(Document(Moved));
        if (Environment.GetEnvironmentVariable(TextSnapshot.AcceptVariable) == "1" && Environment.GetEnvironmentVariable("CI") is null)
            File.WriteAllText(path, page = page[..start] + printed + page[end..]);
        Assert.Contains($"{Command}{printed}```", page, StringComparison.Ordinal);
    }

    private static PlanDocument Document(string after) => Document(Scene.Text, after);

    private static PlanDocument Document(string before, string after)
    {
        var document = Scene.Document(before, after);
        return new(Plan.Of(document.Changes, ChangeSide.Of(InMemory.Compile(before)), ChangeSide.Of(InMemory.Compile(after))), document.With);
    }
}
