using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Certificates;

/// <summary>From no certificate to one on the wire and to the next one, measured.</summary>
public sealed class IssueLabTests
{
    public static TheoryData<string> Edges => IssueLab.Edges;

    [PebbleTheory]
    [MemberData(nameof(Edges))]
    public void Servers_start_before_there_is_a_certificate(string edge)
    {
        var lab = IssueLab.Of(edge);
        Assert.Equal("5", lab["placeholders"]);
        Assert.True(lab["started"] == "yes", lab.Everything);
    }

    [PebbleTheory]
    [MemberData(nameof(Edges))]
    public void The_watch_fails_until_the_first_one_is_issued(string edge)
    {
        Assert.Equal("1 5", IssueLab.Of(edge)["check-before"]);
        Assert.Equal("0", IssueLab.Of(edge)["check-after"]);
    }

    [PebbleTheory]
    [MemberData(nameof(Edges))]
    public void The_first_one_is_issued_over_IPv4_and_shown_on_both_families(string edge)
    {
        var lab = IssueLab.Of(edge);
        Assert.True(lab["first"] == "0 new", lab.Everything);
        Assert.Equal("DNS:example.com,DNS:www.example.com,DNS:mail.example.com,DNS:mta-sts.example.com", lab["names"]);
        Assert.Equal("200", lab["trusted4"]);
        Assert.Equal("200", lab["trusted6"]);
    }

    [PebbleTheory]
    [MemberData(nameof(Edges))]
    public void Senders_of_mail_read_the_policy_of_the_domain_by_a_certificate_that_they_trust(string edge)
    {
        var lab = IssueLab.Of(edge);
        const string Policy = "version: STSv1 mode: testing mx: mail.example.com max_age: 604800 200 text/plain";
        Assert.True(lab["policy-here4"] == Policy, lab.Everything);
        Assert.Equal(Policy, lab["policy-here6"]);
    }

    /// <summary>Apache has a site for it that shows nothing else; a balancer shows the rest of that name as it shows any.</summary>
    [PebbleTheory]
    [InlineData(IssueLab.PassesThrough, "403 404")]
    [InlineData(IssueLab.Terminates, "403 404")]
    public void The_policy_is_of_one_name_and_one_path(string edge, string statuses) => Assert.Equal(statuses, IssueLab.Of(edge)["beside-policy"]);

    [PebbleTheory]
    [MemberData(nameof(Edges))]
    public void Keys_are_for_nobody_but_their_container(string edge) => Assert.Equal("0", IssueLab.Of(edge)["open-files"]);

    [PebbleTheory]
    [MemberData(nameof(Edges))]
    public void One_that_is_not_due_is_left_alone(string edge) => Assert.Equal("0 same", IssueLab.Of(edge)["again"]);

    [PebbleTheory]
    [MemberData(nameof(Edges))]
    public void With_an_AAAA_record_the_challenge_comes_by_IPv6_and_is_answered(string edge)
    {
        var lab = IssueLab.Of(edge);
        Assert.True(lab["renewal"] == "0 new", lab.Everything);
        Assert.True(int.Parse(lab["by-ipv6"], null) >= 3, lab.Everything);
    }

    [PebbleTheory]
    [MemberData(nameof(Edges))]
    public void The_next_one_comes_to_the_wire_and_nobody_is_refused(string edge)
    {
        var lab = IssueLab.Of(edge);
        Assert.True(lab["changed"] == "yes", lab.Everything);
        // Rounds of four requests: how many there is time for depends on the machine.
        Assert.True(int.Parse(lab["asked"], null) >= 3, lab["asked"]);
        Assert.True(lab["failures"] == "0", lab.Everything);
        Assert.Equal("1", lab["shown"]);
    }

    /// <summary>The proof of the proof.</summary>
    [PebbleTheory]
    [MemberData(nameof(Edges))]
    public void Without_a_part_of_the_way_none_is_issued_and_the_old_one_stays(string edge)
    {
        var lab = IssueLab.Of(edge);
        Assert.Equal("1 same", lab["without-redirect"]);
        Assert.Equal("1 same", lab["without-route"]);
        Assert.Equal("yes", lab["kept"]);
    }

    [PebbleFact]
    public void A_wildcard_is_issued_by_ones_own_name_server()
    {
        var lab = IssueLab.Of(IssueLab.ByDns);
        Assert.True(lab["names"] == "DNS:*.home.example.com", lab.Everything);
        Assert.Equal("1", lab["by-update"]);
        Assert.Equal("0", lab["cleaned"]);
    }

    [PebbleFact]
    public void Only_the_key_writes_and_only_below_the_challenge()
    {
        var lab = IssueLab.Of(IssueLab.ByDns);
        Assert.Equal("1 same", lab["without-key"]);
        Assert.Equal("update failed: REFUSED", lab["outside-its-zone"]);
        Assert.Equal("1 same", lab["without-forward"]);
    }

    [PebbleFact]
    public void Without_a_balancer_Apache_serves_the_solvers_folder_on_both_families()
    {
        var lab = IssueLab.Of(IssueLab.ByFolder);
        Assert.True(lab["first"] == "0 new", lab.Everything);
        Assert.Equal("200 200", lab["trusted"]);
        Assert.True(lab["renewal"] == "0 new", lab.Everything);
        Assert.True(int.Parse(lab["by-ipv6"], null) >= 2, lab.Everything);
    }

    [PebbleFact]
    public void Without_the_shared_folder_or_the_redirect_none_is_issued()
    {
        Assert.Equal("1 same", IssueLab.Of(IssueLab.ByFolder)["without-redirect"]);
        Assert.Equal("1 same", IssueLab.Of(IssueLab.ByFolder)["without-folder"]);
    }
}
