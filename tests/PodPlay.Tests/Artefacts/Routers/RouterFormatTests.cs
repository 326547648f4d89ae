using PodPlay.Model;

namespace PodPlay.Tests.Artefacts.Routers;

/// <summary>OpenWrt, RouterOS and VyOS cannot be run here, and the first one takes nearly anything. So each file is read back by a strict
/// reader and must say what the model says, no more and no less.</summary>
public sealed class RouterFormatTests
{
    public static TheoryData<string, string> Routers()
    {
        var data = new TheoryData<string, string>();
        foreach (var kind in new[] { "openwrt", "mikrotik", "vyos" })
        {
            foreach (var address in new[] { RouterSpecs.Fixed, RouterSpecs.Dynamic, "[dynamic, \"2001:db8:ff::1\"]", "[203.0.113.1, 203.0.113.2, dynamic]" })
                data.Add(kind, address);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Routers))]
    public void The_file_says_what_the_model_says(string kind, string publicAddress)
    {
        var spec = RouterFormats.Spec(kind, publicAddress);

        Assert.Equal(RouterFormats.Wanted(spec), RouterFormats.Read(kind, RouterFormats.Render(spec)));
    }

    [Theory]
    // The typing error that opens every port of the LAN on OpenWrt.
    [InlineData("openwrt", "option dest_port '8080'", "option dst_port '8080'")]
    [InlineData("openwrt", "option dest_port '8080'", "option dest_port '8081'")]
    [InlineData("openwrt", "option dest_ip '192.168.1.100'", "option dest_ip '192.168.1.0/24'")]
    [InlineData("openwrt", "option dest_ip '2001:db8:1::100'\n", "")]
    [InlineData("openwrt", "list proto 'udp'", "list proto 'all'")]
    [InlineData("openwrt", "list proto 'udp'", "option proto 'udp'")]
    [InlineData("openwrt", "option family 'ipv6'\n", "")]
    [InlineData("openwrt", "option reflection '1'", "option reflection '0'")]
    [InlineData("openwrt", "option target 'DROP'", "option target 'ACCEPT'")]
    [InlineData("openwrt", "option src_dport '25'", "option src_dport '25-26'")]
    [InlineData("openwrt", "'podplay_4_tcp_25'", "'podplay_4_tcp_53'")]
    [InlineData("openwrt", "option src 'wan'", "option src '*'")]
    [InlineData("mikrotik", "dst-port=25 ", "")]
    [InlineData("mikrotik", "to-ports=8080 ", "")]
    [InlineData("mikrotik", "to-ports=8080 ", "to-port=8080 ")]
    [InlineData("mikrotik", "protocol=udp ", "protocol=tcp ")]
    [InlineData("mikrotik", "dst-address-list=podplay-public ", "")]
    [InlineData("mikrotik", "dst-address=2001:db8:1::100/128 ", "dst-address=2001:db8:1::100/64 ")]
    [InlineData("mikrotik", "dst-address=2001:db8:1::100/128 ", "")]
    [InlineData("mikrotik", "remove [find where comment~\"^podplay: \"]\n", "")]
    [InlineData("mikrotik", "connection-nat-state=dstnat protocol", "protocol")]
    [InlineData("mikrotik", "action=drop", "action=accept")]
    [InlineData("mikrotik", "in-interface-list=\"wan1\"", "in-interface-list=\"lan1\"")]
    [InlineData("vyos", "rule 200025 destination port '25'\n", "rule 200025 destination port 'any'\n")]
    [InlineData("vyos", "set nat destination rule 200025 destination port '25'\n", "")]
    [InlineData("vyos", "rule 200080 translation port '8080'", "rule 200080 translation ports '8080'")]
    [InlineData("vyos", "inbound-interface name 'eth0'", "inbound-interface 'eth0'")]
    [InlineData("vyos", "set firewall ipv4 forward filter rule 200025 connection-status nat 'destination'\n", "")]
    [InlineData("vyos", "set firewall ipv6 forward filter rule 200025 destination address '2001:db8:1::100'\n", "")]
    [InlineData("vyos", "action 'drop'", "action 'accept'")]
    [InlineData("vyos", "rule 300053 protocol 'udp'", "rule 300053 protocol 'tcp'")]
    [InlineData("vyos", "rule 400025 destination group address-group 'PODPLAY-PUBLIC'\n", "rule 400025 destination address '192.168.1.1'\n")]
    public void A_file_that_is_broken_on_purpose_is_found(string kind, string right, string wrong)
    {
        var spec = RouterFormats.Spec(kind, RouterSpecs.Fixed);
        var file = RouterFormats.Render(spec);
        var place = file.IndexOf(right, StringComparison.Ordinal);
        Assert.True(place >= 0, right);
        var broken = $"{file[..place]}{wrong}{file[(place + right.Length)..]}";

        IEnumerable<string> read;
        try
        {
            read = RouterFormats.Read(kind, broken);
        }
        catch (FormatException)
        {
            return;
        }
        Assert.NotEqual(RouterFormats.Wanted(spec), read);
    }

    [Fact]
    public void Where_no_way_back_is_possible_none_is_written() =>
        Assert.DoesNotContain(RouterFormats.Read("vyos", RouterFormats.Render(RouterFormats.Spec("vyos", RouterSpecs.Dynamic))), s => s.StartsWith("hairpin ", StringComparison.Ordinal));

    [Theory]
    [InlineData("openwrt")]
    [InlineData("mikrotik")]
    [InlineData("vyos")]
    [InlineData("nftables")]
    public void A_forward_more_adds_lines_and_changes_none(string kind)
    {
        var before = RouterFormats.Render(RouterFormats.Spec(kind, RouterSpecs.Fixed)).Split('\n');
        var after = RouterFormats.Render(RouterFormats.Spec(kind, RouterSpecs.Fixed, "  extra: { image: localhost/x:1.0.0, zone: dmz, public: { irc: 6667 -> 6697 -> 6667/tcp+udp } }")).Split('\n');

        Assert.Empty(before.Except(after));
        Assert.NotEmpty(after.Except(before));
    }

    [Theory]
    [InlineData("openwrt")]
    [InlineData("mikrotik")]
    [InlineData("vyos")]
    [InlineData("nftables")]
    public void Every_rule_leads_back_to_the_spec(string kind)
    {
        var file = RouterFormats.Render(RouterFormats.Spec(kind, RouterSpecs.Fixed));

        Assert.All(RouterOpenings.Of(RouterSpecs.Network(RouterFormats.Spec(kind, RouterSpecs.Fixed))).Forwards, f => Assert.Contains(f.Port.Path, file));
    }
}
