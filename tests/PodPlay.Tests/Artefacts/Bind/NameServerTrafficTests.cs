using System.Globalization;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Bind;

/// <summary>What a name server of podplay's answers, and to whom.</summary>
public sealed class NameServerTrafficTests(NameServerLab lab) : IClassFixture<NameServerLab>
{
    private const string Authority = "NOERROR [qr aa rd] ";
    private const string Resolver = "NOERROR [qr aa rd ra] ";

    [ToolTheory(Debian.Trixie)]
    [InlineData("site-4-internet", Authority + "A 203.0.113.7")]
    [InlineData("site-6-internet", Authority + "AAAA 2001:db8:1::100")]
    [InlineData("site-4-lan", Resolver + "A 192.168.1.100")]
    [InlineData("site-6-lan", Resolver + "AAAA 2001:db8:1::100")]
    [InlineData("site-4-zone", Resolver + "A 192.168.1.100")]
    [InlineData("mail-internet", Authority + "A 203.0.113.7")]
    [InlineData("mail-lan", Resolver + "A 192.168.1.100")]
    [InlineData("by-ipv6-internet", Authority + "A 203.0.113.7")]
    [InlineData("by-ipv6-lan", Resolver + "A 192.168.1.100")]
    [InlineData("by-ipv6-zone", Resolver + "A 192.168.1.100")]
    [InlineData("tcp-internet", Authority + "A 203.0.113.7")]
    [InlineData("tcp-lan", Resolver + "A 192.168.1.100")]
    [InlineData("tcp-zone", Resolver + "A 192.168.1.100")]
    public void Each_view_has_its_own_addresses(string question, string answer) => Assert.Equal(answer, lab[question]);

    [ToolTheory(Debian.Trixie)]
    [InlineData("intern-internet", "NXDOMAIN [qr aa rd]")]
    [InlineData("intern-lan", Resolver + "A 172.20.2.30")]
    [InlineData("inside-internet", "REFUSED [qr rd]")]
    [InlineData("inside-lan", Resolver + "A 172.20.2.30")]
    [InlineData("inside-zone", Resolver + "A 172.20.2.30")]
    public void What_is_not_public_is_known_inside_only(string question, string answer) => Assert.Equal(answer, lab[question]);

    [ToolTheory(Debian.Trixie)]
    [InlineData("recursion-internet", "REFUSED [qr rd cd]")]
    [InlineData("recursion-by-ipv6-internet", "REFUSED [qr rd cd]")]
    [InlineData("recursion-lan", "NOERROR [qr rd ra cd] A 198.51.100.99")]
    [InlineData("recursion-zone", "NOERROR [qr rd ra cd] A 198.51.100.99")]
    [InlineData("recursion-by-ipv6-lan", "NOERROR [qr rd ra cd] A 198.51.100.99")]
    [InlineData("recursion-by-ipv6-zone", "NOERROR [qr rd ra cd] A 198.51.100.99")]
    public void It_asks_others_for_the_inside_only(string question, string answer) => Assert.Equal(answer, lab[question]);

    // Some routers put their own address in the place of every client from outside.
    [ToolTheory(Debian.Trixie)]
    [InlineData("site-4-router", Authority + "A 203.0.113.7")]
    [InlineData("inside-router", "REFUSED [qr rd]")]
    [InlineData("recursion-router", "REFUSED [qr rd cd]")]
    public void The_router_gets_what_the_internet_gets(string question, string answer) => Assert.Equal(answer, lab[question]);

    [ToolTheory(Debian.Trixie)]
    [InlineData("reverse-4", Resolver + "PTR app-2.podplay.internal.")]
    [InlineData("reverse-6", Resolver + "PTR app-2.podplay.internal.")]
    [InlineData("reverse-host", Resolver + "PTR main.podplay.internal.")]
    [InlineData("reverse-outside", "REFUSED [qr rd]")]
    public void Addresses_lead_back_to_names(string question, string answer) => Assert.Equal(answer, lab[question]);

    [ToolTheory(Debian.Trixie)]
    [InlineData("mx", "MX 10 mail.example.com.")]
    [InlineData("caa", "CAA 0 iodef \"mailto:hostmaster@example.com\"|CAA 0 issue \"letsencrypt.org\"|CAA 0 issuewild \"letsencrypt.org\"")]
    [InlineData("spf", "TXT \"site-verification=\\\"a;b\\\\c\\\"\"|TXT \"v=spf1 mx -all\"")]
    [InlineData("null", "SRV 0 0 0 .")]
    [InlineData("imaps", "SRV 0 1 993 mail.example.com.")]
    [InlineData("wildcard", "A 198.51.100.77")]
    public void Records_arrive_as_they_were_meant(string question, string data) => Assert.Equal(Authority + data, lab[question]);

    [ToolFact]
    public void A_long_text_arrives_whole()
    {
        var key = NameServerSpecs.Full.Split("s2026: \"")[1].Split('"')[0];
        Assert.Equal($"{Authority}TXT \"{key}\"", lab["dkim"].Replace("\" \"", "", StringComparison.Ordinal));
    }

    // One record, so that forged questions gain nothing (minimal-any).
    [ToolFact]
    public void ANY_over_UDP_gets_one_record() => Assert.DoesNotContain("|", lab["any"], StringComparison.Ordinal);

    [ToolTheory(Debian.Trixie)]
    [InlineData("internet")]
    [InlineData("lan")]
    [InlineData("zone")]
    public void It_does_not_say_what_it_is(string from) => Assert.Equal(Authority.TrimEnd(), lab[$"version-{from}"]);

    [ToolTheory(Debian.Trixie)]
    [InlineData("example.com-internet", "0")]
    [InlineData("example.com-lan", "0")]
    [InlineData("podplay.internal-internet", "0")]
    [InlineData("podplay.internal-lan", "0")]
    [InlineData("podplay.internal-second", "0")]
    // A transfer begins and ends with the SOA.
    [InlineData("example.com-second", "2")]
    public void Nobody_but_the_secondary_gets_a_zone_as_a_whole(string who, string found) => Assert.Equal(found, lab[$"transfer-{who}"]);

    [ToolTheory(Debian.Trixie)]
    [InlineData("update", "done")]
    [InlineData("update-other-type", "REFUSED")]
    [InlineData("update-site", "REFUSED")]
    [InlineData("update-elsewhere", "REFUSED")]
    [InlineData("update-without-key", "REFUSED")]
    [InlineData("update-other-key", "NOTAUTH")]
    public void The_key_changes_its_own_zone_and_nothing_else(string update, string said) => Assert.Equal(said, lab[update]);

    [ToolTheory(Debian.Trixie)]
    [InlineData("token-internet", Authority)]
    [InlineData("token-lan", Resolver)]
    [InlineData("token-after-start", Authority)]
    [InlineData("token-after-reload", Authority)]
    public void An_update_is_seen_everywhere_and_stays(string question, string start) => Assert.Equal($"{start}TXT \"token\"", lab[question]);

    [ToolFact]
    public void Its_journal_lies_in_the_volume() => Assert.Equal("1", lab["journal"]);

    [ToolFact]
    public void SIGHUP_reads_the_zones_again() => Assert.Equal($"{Authority}A 203.0.113.8", lab["reloaded"]);

    [ToolFact]
    public void Answers_to_strangers_are_limited_by_rate()
    {
        var counts = lab["burst-internet"].Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        Assert.True(counts[0] < 55 && counts[1] > 0 && counts[2] > 0, $"whole, cut, missing: {lab["burst-internet"]}");
        Assert.Equal("60 0 0", lab["burst-lan"]);
    }

    [ToolFact]
    public void It_loads_without_a_complaint_about_its_files() =>
        Assert.DoesNotContain(lab.Log, l => l.StartsWith("config: ", StringComparison.Ordinal) && !l.StartsWith("config: info:", StringComparison.Ordinal));
}
