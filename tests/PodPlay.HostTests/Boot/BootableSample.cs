using PodPlay.Testing;

namespace PodPlay.Boot;

/// <summary>A sample without what a container on the build machine cannot have; everything else is as it is committed.</summary>
internal static class BootableSample
{
    private static readonly Dictionary<string, (string From, string To)[]> Missing = new()
    {
        // Debian 13 has podman 5.4.
        ["no-haproxy"] = [("podman: \"5.6\"", "podman: \"5.4\"")],
        // No kernel module for macvlan, and no network card to be handed to a container.
        ["fast-path"] =
        [
            ("  wire:\n    subnets: [10.7.0.0/24]\n    attach: passthru # no ruleset of the host sees it: see lint below\n    parent: enp3s0f0v1\n", ""),
            ("  market:\n    image: localhost/market:1.1.0\n    zone: wire\n    at: 60 # outside of the router's DHCP range\n    private: { feed: 9000/udp }\n", ""),
            ("lint:\n  attach-unenforced: { allow: the switch port lets in 10.7.0.0/24 only }\n", ""),
        ],
    };

    public static Compilation Compile(string sample)
    {
        var text = Missing.GetValueOrDefault(sample, []).Aggregate(InMemory.Text(sample), (text, edit) =>
        {
            Assert.Contains(edit.From, text, StringComparison.Ordinal);
            return text.Replace(edit.From, edit.To, StringComparison.Ordinal);
        });
        return InMemory.Compile(text, InMemory.Lock(sample));
    }
}
