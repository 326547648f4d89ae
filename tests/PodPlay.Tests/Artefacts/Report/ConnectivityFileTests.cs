using CsCheck;
using PodPlay.Connectivity;
using PodPlay.Model;
using PodPlay.Testing;

namespace PodPlay.Artefacts.Report;

/// <summary>connectivity.csv says what the matrix says, in fewer lines.</summary>
public sealed class ConnectivityFileTests
{
    [Fact]
    public void Unfolded_the_lines_are_the_matrix_exactly() => RandomSpec.Any.Sample(
        spec =>
        {
            var network = InMemory.Compile(spec.Yaml).Network!;
            var cells = Matrix.Of(network);
            Assert.Equal(cells.Select(Text).ToHashSet(), ConnectivityLine.Fold(network, cells).SelectMany(l => Unfold(network, l)).ToHashSet());
        },
        iter: 60);

    [Theory]
    [InlineData("zone dmz,logging,tcp,3100,ipv4+ipv6,dmz -> mgmt,,flows.dmz -> logging,")]
    [InlineData("zone dmz,internet,tcp+udp,1-65535,ipv4+ipv6,dmz -> main -> outside,,zones.dmz.egress,")]
    [InlineData("host main,zone internal,tcp+udp,1-65535,ipv4+ipv6,processes of main,,hosts.main,")]
    [InlineData("apache,db,tcp,5432,ipv4+ipv6,dmz -> internal,,flows.apache -> db,")]
    [InlineData("internet,mail,tcp,25,ipv6,main:25 -> mail:25,rate-limited,services.mail.public.smtp,")]
    public void One_line_says_all_that_one_reason_allows(string line) => Assert.Contains($"\n{line}\n", InMemory.RenderNamed("seed")["connectivity.csv"], StringComparison.Ordinal);

    // A service more in a zone opens nothing that was closed: the zone's own lines speak of its addresses.
    [Fact]
    public void A_service_more_adds_no_line_of_its_zone()
    {
        var text = InMemory.Text("seed");
        var more = text.Replace("services: #", "services:\n  extra: { image: localhost/extra:1.0.0, zone: dmz, at: 90 } #", StringComparison.Ordinal);
        Assert.NotEqual(text, more);
        Assert.Equal(InMemory.RenderNamed("seed")["connectivity.csv"], InMemory.Render(more, InMemory.Lock("seed"))["connectivity.csv"]);
    }

    // Whatever a model may come to say: a zone is named only when all of it may, two protocols only where their families are the same.
    [Fact]
    public void A_part_of_a_zone_is_not_called_the_zone()
    {
        var network = InMemory.Compile(InMemory.Text("seed"), InMemory.Lock("seed")).Network!;
        Party PartyOf(string name) => new Party.OfService(network.Services.Single(s => s.Name == name));
        Cell From(Party caller, Protocol protocol, Family family) => new(caller, PartyOf("db"), protocol, new(5432), family, "way", "", "reason");
        var zone = network.Zones.Single(z => z.Name == "mgmt");
        var others = new Party.OthersInZone(zone);
        var lines = ConnectivityLine.Fold(network,
        [
            From(others, Protocol.Tcp, Family.IPv4), From(PartyOf("logging"), Protocol.Tcp, Family.IPv4),
            From(PartyOf("mail"), Protocol.Tcp, Family.IPv4), From(PartyOf("mail"), Protocol.Tcp, Family.IPv6), From(PartyOf("mail"), Protocol.Udp, Family.IPv4),
        ]);
        Assert.Equal(
            ["logging tcp ipv4", "mail tcp ipv4+ipv6", "mail udp ipv4", "zone mgmt (others) tcp ipv4"],
            lines.Select(l => $"{l.From} {l.Protocols} {l.Families}"));
    }

    private static string Text(Cell c) => $"{c.From},{c.To},{c.Protocol.Word()},{c.Ports},{c.Family},{c.Via},{c.Condition},{c.Because}";

    private static IEnumerable<string> Unfold(Network network, ConnectivityLine line) =>
        from caller in Members(network, line.From)
        from called in Members(network, line.To)
        where caller != called
        from protocol in line.Protocols.Split('+')
        from family in line.Families.Split('+')
        select $"{caller},{called},{protocol},{line.Ports},{(family == "ipv4" ? Family.IPv4 : Family.IPv6)},{line.Via},{line.Condition},{line.Because}";

    private static IEnumerable<string> Members(Network network, string name) => network.Zones.FirstOrDefault(z => name == $"zone {z.Name}") is { } zone
        ? zone.Services.Select(s => s.Name).Append($"zone {zone.Name} (others)")
        : [name];
}
