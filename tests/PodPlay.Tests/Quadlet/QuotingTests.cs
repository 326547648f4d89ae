using System.Collections.Immutable;
using CsCheck;
using PodPlay.Artefacts.Quadlet;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Quadlet;

public sealed class QuotingTests
{
    // Everything that means something to YAML, the shell, Quadlet or systemd.
    private static readonly Gen<string> Nasty = Gen.OneOf(
        Gen.OneOf(Array.ConvertAll<string, Gen<string>>(["%", "%n", "%%", "$", "$X", "${X}", "$$", "\\", "\\n", "\"", "'", " ", "=", ",", ":", ";", "#", "[", "]", "a", "ü", "\u00a0", "é ", "-", "\\\"", "{{ x }}", "`", "&&", "\t", "\n"], Gen.Const)),
        Gen.Char['!', '~'].Select(c => c.ToString()))
        .Array[1, 12].Select(parts => string.Concat(parts));

    [ToolFact]
    public void Environment_values_reach_podman_as_they_are() => Nasty.Array[40].Sample(values =>
    {
        var environment = values.Select((v, i) => new KeyValuePair<string, string>($"V{i:00}", v)).ToImmutableArray();
        var unit = Run(p => p with { Environment = environment });
        Assert.Equal(environment.Select(e => $"{e.Key}={e.Value}"), unit.Option("--env"));
    }, iter: 20);

    [ToolFact]
    public void Health_commands_reach_podman_as_they_are() => Nasty.Array[10].Sample(values =>
    {
        var build = new BuildNetwork();
        var zone = build.Zone(build.Host());
        for (var i = 0; i < values.Length; i++)
        {
            var command = values[i];
            build.Service(zone, $"web{i}", 10 + i, with: p => p with { Health = command });
        }
        var run = Generated.Of(build.Build());
        run.Verdict.MustAccept();
        for (var i = 0; i < values.Length; i++)
            Assert.Equal(values[i], PodmanHealth(Assert.Single(run.Unit($"web{i}.service").Option("--health-cmd"))));
    }, iter: 20);

    // Not the generator but podman itself: which words it would hand to the shell.
    [ToolFact]
    public void Podman_runs_the_health_command_that_was_meant()
    {
        string[] commands = ["curl -fsS http://localhost/ || exit 1", "sh -c \"exit 1\"", "none of it", "[ \"$x\" ]", "[\"a\",\"b\"]", "\"/opt/my app\" -x", "printf 'a\\n%s\\n'"];
        var units = commands.Select((command, i) => Text(command).Split('\n').Single(l => l.StartsWith("HealthCmd=", StringComparison.Ordinal))["HealthCmd=".Length..]
            .Replace("%%", "%", StringComparison.Ordinal).Replace("$$", "$", StringComparison.Ordinal));
        const string script = """
            export PODMAN_IGNORE_CGROUPSV1_WARNING=1
            mkdir -p /shm /r && mount -t tmpfs shm /dev/shm 2>/dev/null
            tar -C /r -c . | podman --storage-driver vfs import - t:1 >/dev/null 2>&1 || exit 1
            for command; do
                podman --storage-driver vfs create --name c --replace --cgroups=disabled --network none --health-cmd "$command" t:1 sh >/dev/null || exit 1
                podman --storage-driver vfs inspect c --format '{{json .Config.Healthcheck.Test}}'
            done
            """;
        var result = InRoot.Script(Debian.Trixie, null, script, [.. units]);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(commands, ToolResult.LinesOf(result.Output).Select(l => System.Text.Json.JsonSerializer.Deserialize<string[]>(l)![1]));
    }

    [ToolFact]
    public void Command_words_reach_podman_as_they_are() => Nasty.Where(w => w != ";").Array[1, 8].Sample(words =>
    {
        var unit = Run(p => p with { Command = string.Join(' ', words.Select(Written)) });
        Assert.Equal(words, unit.Words()[^words.Length..]);
    }, iter: 60);

    [ToolFact]
    public void Secret_names_and_sysctl_values_and_devices_reach_podman_as_they_are()
    {
        var unit = Run(p => p with
        {
            Secrets = [new("a b\"c'%d$e", "VAR", "s"), new("plain", null, "s")],
            Sysctl = [new("net.ipv4.tcp_rmem", "4096 87380 134217728", "s"), new("net.x", "a\"b'c\\", "s")],
            Devices = ["/dev/my disk:/dev/x", "/dev/100%"],
            Capabilities = ["NET_ADMIN"],
        });
        Assert.Equal(["a b\"c'%d$e,type=env,target=VAR", "plain"], unit.Option("--secret"));
        Assert.Equal(["net.ipv4.tcp_rmem=4096 87380 134217728", "net.x=a\"b'c\\"], unit.Option("--sysctl"));
        Assert.Equal(["/dev/100%", "/dev/my disk:/dev/x"], unit.Option("--device"));
        Assert.Equal(["net_admin"], unit.Option("--cap-add"));
    }

    [Theory]
    [InlineData("curl -fsS http://localhost/healthz")]
    [InlineData("test -f \"/run/my file\" || exit 1")]
    public void A_plain_health_command_stays_readable(string command)
    {
        var unit = Text(command);
        Assert.Contains($"HealthCmd={command}\n", unit, StringComparison.Ordinal);
    }

    // podman 5.4.2 takes quotes off the ends: `sh -c "exit 1"` was unhealthy for ever.
    [Theory]
    [InlineData("sh -c \"exit 1\"")]
    [InlineData("\"/opt/my app/check\" -x")]
    [InlineData("[ -f /run/up ]")]
    [InlineData("none of it")]
    public void Other_health_commands_become_a_list(string command) =>
        Assert.Contains("HealthCmd=[\"CMD-SHELL\",", Text(command), StringComparison.Ordinal);

    [Theory]
    [InlineData("a b  c", "a|b|c")]
    [InlineData("sh -c 'x \"y\" z'", "sh|-c|x \"y\" z")]
    [InlineData("a\\ b", "a b")]
    [InlineData("grep '\\d+' f", "grep|\\d+|f")]
    [InlineData("x\"\"y ''", "xy|")]
    [InlineData("", "")]
    public void Commands_are_split_as_systemd_splits_them(string command, string words) =>
        Assert.Equal(words, string.Join('|', UserCommand.Split(command)!.Value));

    [Theory]
    [InlineData("sh -c 'x")]
    [InlineData("\"")]
    public void An_open_quote_is_no_command(string command) => Assert.Null(UserCommand.Split(command));

    private static string Text(string health)
    {
        var build = new BuildNetwork();
        build.Service(build.Zone(build.Host()), "web", with: p => p with { Health = health });
        return Rendered.Text(build.Build(), "main/etc/containers/systemd/web.container");
    }

    private static QuadletUnit Run(Func<ServiceParts, ServiceParts> with)
    {
        var build = new BuildNetwork();
        build.Service(build.Zone(build.Host()), "web", with: with);
        var run = Generated.Of(build.Build());
        run.Verdict.MustAccept();
        return run.Unit("web.service");
    }

    // As a person would write a word so that it stays one.
    private static string Written(string word) =>
        $"\"{word.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    // What podman makes of the option: a JSON list, or a line for the shell (libpod's MakeHealthCheckFromCli).
    private static string PodmanHealth(string option) => option.StartsWith("[\"", StringComparison.Ordinal)
        ? System.Text.Json.JsonSerializer.Deserialize<string[]>(option)![1]
        : option;
}
