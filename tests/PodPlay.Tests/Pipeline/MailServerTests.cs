using PodPlay.Model;
using PodPlay.Testing;

namespace PodPlay.Pipeline;

/// <summary>Which services are mail servers, by which names and ports the world meets them.</summary>
public sealed class MailServerTests
{
    [Fact]
    public void The_seed_has_one_with_its_name_and_its_ways_in()
    {
        var server = Assert.Single(Of(InMemory.Text("seed"), InMemory.Lock("seed")));

        Assert.Equal("mail", server.Service.Name);
        Assert.Equal(["mail.example.com"], server.Names.AsEnumerable());
        Assert.Equal("smtp", server.Exchange!.Port.Name);
        Assert.Equal("smtps", server.Submission!.Port.Name);
        Assert.Equal(
            ["Exchange smtp", "Submissions smtps", "Submission submission", "Imaps imaps", "Imap imap", "Pop3s pop3s", "Pop3 pop3"],
            server.Ports.Select(p => $"{p.Role} {p.Port.Name}"));
        Assert.Equal(["imap", "pop3"], server.Ports.Where(p => p.Public is null).Select(p => p.Port.Name));
    }

    [Fact]
    public void Behind_a_balancer_it_is_the_server_and_not_the_balancer()
    {
        var servers = Of(InMemory.Text("balancing"), InMemory.Lock("balancing"));

        Assert.Equal(["archive", "mail"], servers.Select(s => s.Service.Name));
        Assert.All(servers.SelectMany(s => s.Ports), p => Assert.StartsWith("services.haproxy.public.", p.Public!.Path));
        Assert.Equal(["imap.example.net"], servers[0].Names.AsEnumerable());
        Assert.Equal(["imap.example.org"], servers[1].Names.AsEnumerable());
    }

    [Theory]
    [InlineData("relay: 25", MailRole.Exchange)]
    [InlineData("smtp: 2525", MailRole.Exchange)]
    [InlineData("smtps: 465", MailRole.Submissions)]
    [InlineData("submission: 2587", MailRole.Submission)]
    [InlineData("x: 993", MailRole.Imaps)]
    [InlineData("imap: 1143", MailRole.Imap)]
    public void A_port_is_known_by_its_number_or_its_name(string port, MailRole role) => Assert.Equal(role, Assert.Single(Assert.Single(Of(Spec(port))).Ports).Role);

    [Theory]
    [InlineData("http: 8025")]
    [InlineData("smtp: 25/udp")]
    [InlineData("smtp: 20-30")]
    public void Other_ports_are_not(string port) => Assert.Empty(Of(Spec(port)));

    private static string Spec(string port) => $$"""
        podplay: 1
        hosts: { main: { address: [192.168.1.100] } }
        zones: { dmz: { subnets: [172.20.1.0/24], egress: internet } }
        services:
          post: { image: localhost/post:1.0.0, zone: dmz, private: { {{port}} } }
        """;

    private static IReadOnlyList<MailServer> Of(string spec, string? lockText = null) => MailServers.Of(InMemory.Compile(spec, lockText).Network!);
}
