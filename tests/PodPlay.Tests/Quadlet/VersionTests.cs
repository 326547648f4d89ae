using System.Text;
using PodPlay.Artefacts.Quadlet;
using PodPlay.Diagnostics;
using PodPlay.Model;
using PodPlay.Testing;

namespace PodPlay.Tests.Quadlet;

public sealed class VersionTests
{
    [Theory]
    [InlineData("5.3")]
    [InlineData("5.4")]
    [InlineData("5.5")]
    [InlineData("5.6")]
    [InlineData("5.8")]
    public void Newer_podmans_understand_everything(string podman) => Assert.Empty(Findings(Site.Build(podman: podman)));

    [Theory]
    [InlineData("5.2", "AddHost= needs podman 5.3, main says 5.2")]
    [InlineData("4.9", "AddHost= needs podman 5.3, main says 4.9|Notify=healthy needs podman 5.0, main says 4.9|StopTimeout= needs podman 5.0, main says 4.9")]
    public void An_older_one_is_told_once_for_each_key(string podman, string messages) =>
        Assert.Equal(messages.Split('|'), Findings(Site.Build(podman: podman)).Select(d => d.Message).Order(StringComparer.Ordinal));

    [Fact]
    public void Names_of_networks_need_4_7()
    {
        var build = new BuildNetwork();
        build.Service(build.Zone(build.Host(podman: "4.6")), "web");
        Assert.Equal(["NetworkName= needs podman 4.7, main says 4.6"], Findings(build.Build()).Select(d => d.Message));
    }

    [Theory]
    [InlineData("5.4", "Options=com.docker.network.bridge.name=pp-dmz|ExecStopPost=-/usr/bin/podman network rm podplay-dmz", "InterfaceName|NetworkDeleteOnStop")]
    [InlineData("5.5", "Options=com.docker.network.bridge.name=pp-dmz|NetworkDeleteOnStop=true", "InterfaceName|ExecStopPost")]
    [InlineData("5.6", "InterfaceName=pp-dmz|NetworkDeleteOnStop=true", "bridge.name|ExecStopPost")]
    public void A_network_is_written_in_the_form_that_its_podman_has(string podman, string has, string hasNot)
    {
        var text = Rendered.Text(Site.Build(podman: podman), "main/etc/containers/systemd/dmz.network");
        Assert.All(has.Split('|'), line => Assert.Contains($"{line}\n", text, StringComparison.Ordinal));
        Assert.All(hasNot.Split('|'), word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
    }

    // Whatever the templates print, not only what the check looks at.
    [Theory]
    [InlineData("5.3")]
    [InlineData("5.4")]
    [InlineData("5.6")]
    public void No_key_is_printed_that_its_podman_does_not_know(string podman)
    {
        var version = new PodmanVersion(5, podman[2] - '0');
        foreach (var (section, key) in Rendered.Tree(Site.Build(podman: podman)).Files.Values.SelectMany(Keys))
            Assert.True(!QuadletKeys.IsVersioned(section) || QuadletKeys.Knows(version, section, key), $"{section}.{key}");
    }

    [Fact]
    public void A_finding_points_at_the_place_that_needs_the_key()
    {
        var source = new Text.SourceText("podplay.yaml", "hosts, services.mail.health");
        var bag = new DiagnosticBag();
        QuadletSupport.Check(Site.Build(podman: "4.9"), path => path switch
        {
            "services.apache.health" => source.Span(7, 27),
            "hosts.main.podman" => source.Span(0, 5),
            _ => null,
        }, bag);
        var notify = bag.ToSortedList().Single(d => d.Message.StartsWith("Notify", StringComparison.Ordinal));
        Assert.Equal(7, notify.Primary!.Span.Start);
        Assert.Equal(0, Assert.Single(notify.Related).Span.Start);
    }

    [Theory]
    [InlineData("sh -c 'x", "a quote is not closed")]
    [InlineData("a '' b", "an empty argument is lost, and everything behind it")]
    [InlineData("a ; b", "a semicolon that stands alone ends it")]
    public void A_command_that_no_unit_can_say_is_told(string command, string reason)
    {
        var build = new BuildNetwork();
        build.Service(build.Zone(build.Host()), "web", with: p => p with { Command = command });
        Assert.Equal([$"services.web.command cannot be written into a unit: {reason}"], Findings(build.Build()).Select(d => d.Message));
    }

    private static IEnumerable<Diagnostic> Findings(Network network)
    {
        var bag = new DiagnosticBag();
        QuadletSupport.Check(network, _ => null, bag);
        return bag.ToSortedList();
    }

    private static IEnumerable<(string Section, string Key)> Keys(byte[] unit)
    {
        var section = "";
        foreach (var line in Encoding.UTF8.GetString(unit).Split('\n').Where(l => l.Length > 0 && l[0] != '#'))
        {
            if (line[0] == '[')
                section = line[1..^1];
            else
                yield return (section, line[..line.IndexOf('=', StringComparison.Ordinal)]);
        }
    }
}
