using System.Text.RegularExpressions;
using PodPlay.Samples;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Runbook;

/// <summary>Every command of every run book of the samples: bash reads it, its programs exist on Debian 13, what it names exists on the host.</summary>
public sealed class RunbookTests
{
    // A page's own words: apt-get install brings these.
    private static readonly HashSet<string> Installed = ["tcpdump"];

    public static TheoryData<string> Hosts => [.. InMemory.Names.SelectMany(SampleHost.Of).Where(h => h.Host.Services.Length > 0).Select(h => h.Name)];

    [Theory]
    [MemberData(nameof(Hosts))]
    public void Every_block_says_where_its_commands_belong(string host)
    {
        var page = PageOf(host);

        Assert.NotEmpty(RunbookBlocks.Of(page));
        Assert.Equal(2 * RunbookBlocks.Of(page).Count, page.Split('\n').Count(l => l.StartsWith("```", StringComparison.Ordinal)));
        Assert.All(RunbookBlocks.Of(page), b => Assert.NotEmpty(b.Commands));
    }

    [ToolTheory(Debian.Trixie)]
    [MemberData(nameof(Hosts))]
    public void Bash_reads_every_command_and_finds_its_programs(string host) =>
        Assert.Empty(Faults(RunbookBlocks.Of(PageOf(host)).SelectMany(b => b.Commands)));

    [ToolTheory(Debian.Trixie)]
    [InlineData("ss -ltn 'sport = :80")]
    [InlineData("ss -ltn | ")]
    [InlineData("journalclt -u web.service")]
    [InlineData("nsenter -t \"$(podman inspect web)\" -n sss -ltn")]
    [InlineData("timeout 30 tcpdunp -ni eth0")]
    public void A_broken_command_is_noticed(string command) => Assert.NotEmpty(Faults([command]));

    /// <summary>Those that need nothing but the host's own files and its kernel.</summary>
    [ToolTheory(Debian.Trixie)]
    [MemberData(nameof(Hosts))]
    public void Rules_counters_and_sockets_can_be_listed(string host)
    {
        var commands = RunbookBlocks.Of(PageOf(host)).Where(b => b.Where == "look").SelectMany(b => b.Commands)
            .Where(c => c.StartsWith("nft ", StringComparison.Ordinal) || c.StartsWith("ss ", StringComparison.Ordinal)).Distinct().ToList();
        using var tree = HostNamed(host).Tree();

        var result = InRoot.Script(Debian.Trixie, tree.Root, $"nft -f /etc/nftables.d/podplay.nft\nfor command in \"$@\"; do bash -c \"$command\" >/dev/null || echo \"$command\"; done", commands);

        Assert.NotEmpty(commands);
        Assert.Equal("", result.Output + result.Error);
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void Every_unit_that_is_named_is_one_of_the_host(string host)
    {
        var units = HostNamed(host).Files.Keys.Where(f => f.Contains("/systemd/", StringComparison.Ordinal))
            .Select(f => Path.GetFileName(f)).Select(f => f.EndsWith(".container", StringComparison.Ordinal) ? $"{Path.GetFileNameWithoutExtension(f)}.service" : f).ToHashSet(StringComparer.Ordinal);

        var named = Regex.Matches(PageOf(host), @"[a-z0-9-]+\.(service|timer|target)\b").Select(m => m.Value).Distinct().ToList();

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(units));
    }

    [Theory]
    [MemberData(nameof(Hosts))]
    public void Every_name_that_is_asked_for_has_its_addresses_in_the_hosts_block(string host)
    {
        var lines = HostNamed(host).Files["/etc/podplay/hosts"].Split('\n').Select(l => l.Split(' ')).ToList();

        foreach (Match asked in Regex.Matches(PageOf(host), @"^getent ahosts (\S+) +# (.*)$", RegexOptions.Multiline))
        {
            var found = lines.Where(l => l.Skip(1).Contains(asked.Groups[1].Value)).Select(l => l[0]);
            Assert.Equal(asked.Groups[2].Value.Split(", ").Order(), found.Order());
        }
    }

    [Fact]
    public void A_page_has_what_its_host_has()
    {
        var main = PageOf("seed/main");
        Assert.Contains("\n## Mail: ", main, StringComparison.Ordinal);
        Assert.Contains("\n## Symptom: a challenge fails", main, StringComparison.Ordinal);
        Assert.Contains("podman port mail   # ", main, StringComparison.Ordinal);
        Assert.Contains("dig +short +time=2 @192.168.1.100 example.com SOA   # one line: dns answers for it", main, StringComparison.Ordinal);
        Assert.Contains("\ndig +short _acme-challenge.home.example.com SOA\n", main, StringComparison.Ordinal);
        Assert.DoesNotContain("Proved by records", PageOf("balancing/one"), StringComparison.Ordinal);
        var office = PageOf("ipv4-only/cellar");
        Assert.DoesNotContain("IPv6 does not", office, StringComparison.Ordinal);
        Assert.DoesNotContain("challenge", office, StringComparison.Ordinal);
        var rootless = PageOf("rootless/box");
        Assert.Contains("systemctl --user --machine=web@ status --no-pager pages.service", rootless, StringComparison.Ordinal);
        Assert.Contains("runuser -l -s /bin/sh web -c 'XDG_RUNTIME_DIR=/run/user/1001 podman port pages'", rootless, StringComparison.Ordinal);
    }

    private static SampleHost HostNamed(string name) => SampleHost.Of(name.Split('/')[0]).Single(h => h.Name == name);

    private static string PageOf(string host)
    {
        var parts = host.Split('/');
        return InMemory.RenderNamed(parts[0])[$"{parts[1]}.RUNBOOK.md"];
    }

    internal static List<string> Faults(IEnumerable<string> commands)
    {
        var all = commands.Distinct().ToList();
        var programs = all.SelectMany(c => RunbookBlocks.ProgramsOf(c)).Distinct().Where(p => !Installed.Contains(p)).ToList();
        var result = InRoot.Script(Debian.Trixie, null, """
            count=$1; shift
            for ((; count > 0; count--)); do bash -n <<<"$1" 2>/dev/null || echo "not a command: $1"; shift; done
            for program in "$@"; do command -v "$program" >/dev/null || echo "no such program: $program"; done
            """, [$"{all.Count}", .. all, .. programs]);
        return [.. ToolResult.LinesOf(result.Output + result.Error)];
    }
}
