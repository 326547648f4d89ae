using System.Text.RegularExpressions;
using PodPlay.Samples;
using PodPlay.Testing;
using PodPlay.Testing.Tools;
using PodPlay.Tests.Artefacts.Runbook;

namespace PodPlay.Tests.Artefacts.Restore;

/// <summary>What the pages for the day of the disaster say about every host of the samples. Booted hosts carry them out.</summary>
public sealed class RestorePageTests
{
    private const string Spec = """
        podplay: 1
        router: { address: 192.168.1.1, lan: [192.168.1.0/24], public: 203.0.113.1 }
        hosts:
          main: { address: [192.168.1.100] }
          next: { address: [192.168.1.101], rootless: { user: web, uid: 1001 } }
        zones:
          dmz: { subnets: [172.20.1.0/24], egress: internet, host: main }
          lab: { subnets: [172.20.2.0/24], egress: internet, host: next }
        services:
          one: { image: "localhost/one:1.0.0", zone: dmz, secrets: [token, plain] }
          two: { image: "localhost/two:1.0.0", zone: dmz, secrets: { token: TOKEN } }
          three: { image: "localhost/three:1.0.0", zone: lab, secrets: [token] }
        """;

    public static TheoryData<string> Hosts => [.. InMemory.Names.SelectMany(SampleHost.Of).Select(h => h.Name)];

    [ToolTheory(Debian.Trixie)]
    [MemberData(nameof(Hosts))]
    public void Bash_reads_every_command_and_finds_its_programs(string host)
    {
        var blocks = RunbookBlocks.Of(PageOf(host));

        Assert.Equal(2 * blocks.Count, PageOf(host).Split('\n').Count(l => l.StartsWith("```", StringComparison.Ordinal)));
        Assert.All(blocks, b => Assert.NotEmpty(b.Commands));
        Assert.Empty(RunbookTests.Faults(blocks.SelectMany(b => b.Commands)));
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void Every_look_says_what_the_answer_is(string host) => Assert.All(
        RunbookBlocks.Of(PageOf(host)).Where(b => b.Where == "look").SelectMany(b => b.Commands), c => Assert.Matches(".   # .", c));

    [Theory]
    [MemberData(nameof(Hosts))]
    public void Every_service_volume_and_secret_of_the_host_comes_back(string name)
    {
        var host = SampleHost.Of(name.Split('/')[0]).Single(h => h.Name == name);
        var words = Regex.Split(string.Join(' ', RunbookBlocks.Of(PageOf(name)).SelectMany(b => b.Commands)), "[ ']+").ToHashSet(StringComparer.Ordinal);

        Assert.All(host.Host.Services.Where(s => s.Timer is null).SelectMany(s => s.Replicas), r => Assert.Contains($"{r.Name}.service", words));
        Assert.All(host.Files.Keys.Where(f => f.EndsWith(".timer", StringComparison.Ordinal)), f => Assert.Contains(Path.GetFileName(f), words));
        Assert.All(host.Host.Services.SelectMany(s => s.Secrets), s => Assert.Contains($"secrets/{s.Name}", words));
        Assert.All(host.Host.Services.Select(s => s.Image).Where(i => i.StartsWith("localhost/", StringComparison.Ordinal)), i => Assert.Contains(i, words));
    }

    [Fact]
    public void Files_come_back_before_the_services_and_dumps_after_them()
    {
        var commands = RunbookBlocks.Of(PageOf("seed/main")).SelectMany(b => b.Commands).ToList();
        var steps = new[] { "sh /etc/podplay/backup/backup.sh load mailboxes", "sh podplay/main.apply.sh", "systemctl stop apache-1.service apache-2.service apache-3.service mail.service", "sh /etc/podplay/backup/backup.sh load databases" };

        Assert.Equal(steps, commands.Where(steps.Contains));
    }

    [Fact]
    public void Secrets_are_listed_by_name_with_who_sees_them_and_how()
    {
        var page = InMemory.Render(Spec)["SECRETS.md"];

        Assert.Contains("""
            | Secret | Host | Used by | What it sees | What it is |
            | --- | --- | --- | --- | --- |
            | plain | main | one | file /run/secrets/plain | a word or a file that its service defines |
            | token | main | one, two | file /run/secrets/token, variable TOKEN | a word or a file that its service defines |
            | token | next | three | file /run/secrets/token | a word or a file that its service defines |

            """, page, StringComparison.Ordinal);
        Assert.Contains("-c 'XDG_RUNTIME_DIR=/run/user/1001 podman secret create token -'   # on next", page, StringComparison.Ordinal);
        Assert.Contains("tsig-keygen -a hmac-sha256", InMemory.RenderNamed("certificates")["SECRETS.md"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_without_secrets_has_no_page_of_them() => Assert.DoesNotContain("SECRETS.md", InMemory.RenderNamed("quickstart").Keys);

    private static string PageOf(string host) => host.Split('/') is [var sample, var name] ? InMemory.RenderNamed(sample)[$"{name}.RESTORE.md"] : throw new ArgumentException(host, nameof(host));
}
