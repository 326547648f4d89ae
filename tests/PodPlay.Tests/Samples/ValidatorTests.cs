using PodPlay.Model;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Samples;

/// <summary>Every host of every sample, before every tool that reads a file of it on a real host.</summary>
public sealed class ValidatorTests
{
    private static readonly IReadOnlyList<SampleHost> Hosts = [.. InMemory.Names.SelectMany(SampleHost.Of)];

    /// <summary>A host that has no file of a kind does not meet the tool for it.</summary>
    public static TheoryData<string, string> Meetings
    {
        get
        {
            var meetings = new TheoryData<string, string>();
            foreach (var validator in Validator.All)
            {
                foreach (var host in Hosts.Where(h => validator.FilesOf(h).Any()))
                    meetings.Add(validator.Name, host.Name);
            }
            return meetings;
        }
    }

    public static TheoryData<string> Validators => [.. Validator.All.Select(v => v.Name)];

    public static TheoryData<string> HostNames => [.. Hosts.Select(h => h.Name)];

    [ToolTheory]
    [MemberData(nameof(Meetings))]
    public void A_sample_is_accepted(string validator, string host) => Assert.All(Validator.Named(validator).Judge(Named(host)), v => v.MustAccept());

    [ToolTheory]
    [MemberData(nameof(Validators))]
    public void A_tool_refuses_what_is_broken_on_purpose(string name)
    {
        var validator = Validator.Named(name);
        var (right, wrong) = validator.Break;
        var hosts = Hosts.Where(h => validator.FilesOf(h).Any(f => h.Files[f].Contains(right, StringComparison.Ordinal))).ToList();
        Assert.True(hosts.Count > 0, $"no sample has a file for {name} to break");
        foreach (var host in hosts)
        {
            var broken = host.With(validator.Concerns, text => text.Replace(right, wrong, StringComparison.Ordinal));
            Assert.True(validator.Judge(broken).Any(v => !v.Accepted), $"{name} accepts {host.Name} with {wrong}");
        }
    }

    [Theory]
    [MemberData(nameof(Validators))]
    public void A_tool_meets_a_sample(string validator) => Assert.Contains(Hosts, h => Validator.Named(validator).FilesOf(h).Any());

    /// <summary>Names, settings of podman and the policy for senders of mail have tests of their own.</summary>
    [Fact]
    public void Every_file_of_a_host_meets_a_tool() => Assert.Equal(
        ["/etc/containers/containers.conf.d/podplay.conf", "/etc/modules-load.d/podplay.conf", "/etc/podplay/MANIFEST", "/etc/podplay/apache/sites/policies/mta-sts.example.com.txt", "/etc/podplay/hosts"],
        Hosts.SelectMany(h => h.Files.Keys).Where(f => !Validator.All.Any(v => v.Concerns(f))).Distinct().Order(StringComparer.Ordinal));

    [ToolTheory(Debian.Trixie)]
    [MemberData(nameof(HostNames))]
    public void Podman_gets_the_names_addresses_and_ports_of_the_model(string name)
    {
        var host = Named(name);
        var units = Validator.Quadlet(host);
        Assert.Equal(Validator.Named("Quadlet").FilesOf(host).Count(), units.Units.Count);
        foreach (var replica in host.Host.Services.SelectMany(s => s.Replicas))
        {
            // Sorted: the generator walks Go maps and gives another order at each run.
            var arguments = units.Unit($"{replica.Name}.service").Arguments;
            Assert.Equal([$"--name {replica.Name}"], Of(arguments, "--name"));
            Assert.Equal(NetworkOf(replica), Of(arguments, "--network").Select(a => a.Split(",alias=")[0]));
            Assert.Equal(PublishedBy(replica.Service).Order(StringComparer.Ordinal), Of(arguments, "--publish"));
            Assert.Contains(arguments, a => a == replica.Service.Image || a.EndsWith($" {replica.Service.Image}", StringComparison.Ordinal));
        }
    }

    private static SampleHost Named(string name) => Hosts.Single(h => h.Name == name);

    private static IEnumerable<string> Of(IEnumerable<string> arguments, string option) => arguments.Where(a => a.StartsWith($"{option} ", StringComparison.Ordinal));

    private static string[] NetworkOf(Replica replica) => replica.Service.Zone is not { } zone
        ? ["--network host"]
        : [$"--network {zone.NetworkName}:{string.Join(',', replica.Addresses.Select(a => $"{(a.Family == Family.IPv4 ? "ip" : "ip6")}={a}"))}"];

    private static IEnumerable<string> PublishedBy(Service service) => service.IsOnHostNetwork ? [] :
        from port in service.Ports
        where port.Host is not null
        from protocol in port.Protocols
        from subnet in service.Zone!.Subnets
        where service.Host.AddressOf(subnet.Family) is not null
        select $"--publish {service.Host.AddressOf(subnet.Family)!.Value.Bracketed}:{port.Host}:{port.Container}/{protocol.Word()}";
}
