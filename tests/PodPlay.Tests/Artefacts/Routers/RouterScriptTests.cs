using System.Text.RegularExpressions;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Routers;

/// <summary>What stands around the settings in the scripts: a shell can read it, and it finds podplay's own rules and no others.</summary>
public sealed class RouterScriptTests
{
    [ToolTheory]
    [InlineData("openwrt", "busybox sh")]
    [InlineData("vyos", "bash")]
    public void A_shell_reads_the_script_without_a_complaint(string kind, string shell)
    {
        using var tree = TempTree.Of(("etc/script", RouterFormats.Render(RouterFormats.Spec(kind, RouterSpecs.Fixed))));

        Verdict.OfSilentTool(InRoot.Script(Debian.Trixie, tree.Root, $"{shell} -n /etc/script")).MustAccept();
    }

    [ToolFact]
    public void On_OpenWrt_only_sections_of_podplay_are_taken_away() => Assert.Equal(
        "podplay_4_tcp_25\npodplay_forged",
        Sed("openwrt", """
            firewall.@defaults[0]=defaults
            firewall.podplay_4_tcp_25=redirect
            firewall.podplay_4_tcp_25.name='podplay: services.mail.public.smtp'
            firewall.mine=rule
            firewall.mine.name='firewall.podplay_x=y'
            firewall.podplay_forged=rule
            """));

    [ToolFact]
    public void On_VyOS_only_rules_of_podplay_are_taken_away() => Assert.Equal(
        "nat destination rule 200025\nfirewall ipv6 forward filter rule 200025",
        Sed("vyos", """
            set nat destination rule 10 description 'mine, not podplay: at all'
            set nat destination rule 200025 description 'podplay: services.mail.public.smtp'
            set nat destination rule 200025 destination port '25'
            set firewall ipv6 forward filter rule 200025 description 'podplay: services.mail.public.smtp'
            set system host-name 'podplay: '
            """));

    // The script's own sed command, on what the router's tool prints.
    private static string Sed(string kind, string printed)
    {
        var script = RouterFormats.Render(RouterFormats.Spec(kind, RouterSpecs.Fixed));
        var command = Regex.Match(script, "\\| (sed -n .*)\\)(; do)?\n").Groups[1].Value;
        using var tree = TempTree.Of(("etc/printed", printed));
        return InRoot.Script(Debian.Trixie, tree.Root, $"{command} </etc/printed").Output.TrimEnd('\n');
    }
}
