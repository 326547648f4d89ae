using PodPlay.Diagnostics;
using PodPlay.Diagnostics.Rendering;
using PodPlay.Testing;

namespace PodPlay.Pipeline;

/// <summary>
/// samples/seed-literal.yaml is the description of a real network, transcribed with its mistakes. Each of them is found at its place, or,
/// see <see cref="ContradictionTests"/>, can no longer be written down.
/// </summary>
public sealed class LiteralTranscriptionTests
{
    private const string Path = "samples/seed-literal.yaml";

    private static readonly Findings Found =
        Compiler.Compile(Path, new MemorySpecFiles { [Path] = File.ReadAllText(Repository.PathOf(Path)) }).Findings;

    [Theory]
    // Addresses
    [InlineData("the bridge network contains the dmz", "PP202", 9, 25, "172.20.1.0/24 of zone dmz lies inside zone net")]
    [InlineData("the bridge network contains the internal zone", "PP202", 10, 25, "172.20.2.0/24 of zone internal lies inside zone net")]
    [InlineData("the bridge network contains the management zone", "PP202", 11, 25, "172.20.3.0/24 of zone mgmt lies inside zone net")]
    [InlineData("the balancer's network has no subnet", "PP214", 13, 3, "zone lb has no subnet")]
    [InlineData("a public resolver is taken for a fallback", "PP509", 47, 14, "8.8.8.8 is no fallback for dns")]
    [InlineData("a service on the host's network has an address in a zone", "PP205", 33, 5, "dns has an address in a zone but no zone of its own")]
    [InlineData("the IPv6 network stands apart and holds no service", "PP213", 12, 3, "zone ipv6 has no service")]
    [InlineData("the zones with services have no IPv6", "PP210", 9, 15, "zone dmz has no IPv6")]
    [InlineData("the host has no IPv6", "PP210", 5, 5, "host main has no IPv6")]
    [InlineData("the IPv6 prefix is made up", "PP211", 12, 25, "fd00:dead:beef::/64 is not random")]
    [InlineData("two zones that nothing stands in", "PP213", 10, 3, "zone internal has no service")]
    // Ports
    [InlineData("apache, certbot and haproxy want one host port", "PP301", 24, 27, "main:8080/tcp is published by 3 services")]
    [InlineData("three replicas publish one port", "PP302", 24, 27, "3 replicas of apache cannot all publish main:8080")]
    [InlineData("three replicas publish 443, which the balancer left out", "PP302", 24, 53, "3 replicas of apache cannot all publish main:8443")]
    [InlineData("BIND takes port 53 from podman's own resolver", "PP308", 34, 20, "dns would take port 53 on every address of main")]
    [InlineData("mail in clear text for the internet", "PP311", 29, 60, "imap on 143 is open to the internet without mandatory TLS")]
    [InlineData("no root, and port 25", "PP307", 29, 21, "rootless user podplay cannot bind main:25")]
    [InlineData("no root, and port 53", "PP307", 34, 20, "rootless user podplay cannot bind main:53")]
    [InlineData("no root, and port 143", "PP307", 29, 60, "rootless user podplay cannot bind main:143")]
    [InlineData("no root, and port 465", "PP307", 29, 49, "rootless user podplay cannot bind main:465")]
    [InlineData("no root, and port 587", "PP307", 29, 37, "rootless user podplay cannot bind main:587")]
    [InlineData("a rootless mail server relays for everybody", "PP414", 29, 15, "rootless port forwarding hides client addresses from mail")]
    [InlineData("rootless zones are not apart", "PP412", 6, 15, "zones of rootless podplay can reach each other")]
    [InlineData("nobody says which user's folder", "PP144", 6, 15, "the uid of podplay on main is not known")]
    // The edge
    [InlineData("port 80 has three claimants, so the challenge fails", "PP601", 43, 29, "router port 80 is wanted by 3 services")]
    [InlineData("the challenge comes by IPv6 first", "PP602", 43, 29, "the challenge goes to IPv6 first")]
    [InlineData("a certificate that nobody uses", "PP603", 43, 3, "certificate example.com is for nobody")]
    [InlineData("a balancer that checks TCP only", "PP703", 19, 28, "the balancer cannot tell a hung apache from a good one")]
    // Names
    [InlineData("a domain of multicast DNS", "PP502", 2, 9, "podplay.local is a name of multicast DNS")]
    [InlineData("a flow to a name with a typing error", "PP402", 45, 13, "flow ends at databse")]
    [InlineData("a key with a typing error", "PP102", 41, 5, "device is not a key of a service")]
    // Services
    [InlineData("an image without a version", "PP701", 16, 12, "haproxy:latest changes without a diff")]
    [InlineData("an image without any tag", "PP701", 36, 12, "certbot/certbot changes without a diff")]
    [InlineData("an image of an unknown registry", "PP702", 16, 12, "haproxy:latest: the registry is left to each host's settings")]
    [InlineData("a VFIO device without its companion", "PP708", 41, 14, "/dev/vfio/1 is of no use without /dev/vfio/vfio")]
    [InlineData("a service that stands nowhere", "PP142", 39, 3, "service accelerated stands in no zone")]
    [InlineData("mail that cannot be sent", "PP405", 27, 11, "mail must reach other mail servers")]
    [InlineData("a solver that cannot call the authority", "PP405", 37, 11, "certbot must reach the ACME server")]
    public void A_mistake_is_found_at_its_place(string mistake, string code, int line, int column, string message) => Assert.True(
        Found.Open.Any(d => d.Code == code && d.Primary?.Span.From == (line, column) && d.Message.Contains(message, StringComparison.Ordinal)),
        $"{mistake}: {code} is not at {line}:{column}");

    [Fact]
    public void Nothing_can_be_generated_from_it() => Assert.True(Found.HasErrors);

    [Fact]
    public void The_whole_run_is_the_demonstration() => TextSnapshot.Verify(this, TextRenderer.Render(Found.Open, includeNotes: false, color: false));

    [Fact]
    public void No_error_is_left_out_of_what_is_printed() => Assert.All(
        Found.Open.Where(d => d.Severity == Severity.Error),
        d => Assert.Contains($"error[{d.Code}] {d.Rule.Name}: {d.Message}\n", TextRenderer.Render(Found.Open)));

    [Fact]
    public void The_same_place_and_fault_is_reported_once() =>
        Assert.Distinct(Found.Open.Select(d => (d.Code, d.Message, d.Primary?.Span)));
}
