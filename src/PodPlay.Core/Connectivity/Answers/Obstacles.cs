using System.Collections.Immutable;
using PodPlay.Model;

namespace PodPlay.Connectivity.Answers;

/// <summary>What keeps the two sides of a question apart besides a missing line.</summary>
internal static class Obstacles
{
    public static IEnumerable<Obstacle> Of(Question question, Network network, ImmutableArray<Port> ports)
    {
        var caller = network.Services.FirstOrDefault(s => s.Name == question.From);
        var zone = caller is null ? network.Zones.FirstOrDefault(z => z.Name == question.From) : caller.Zone;
        var called = network.Services.FirstOrDefault(s => s.Name == question.To);
        if (question.To == "internet" && zone is { HasEgress: false })
            yield return new($"zone {zone.Name} has egress none", $"zones.{zone.Name}");
        if (called is not null && (zone?.Host ?? caller?.Host ?? network.Hosts.FirstOrDefault(h => h.Name == question.From)) is { } host && host != called.Host)
        {
            foreach (var port in ports.Where(p => p.Host is null))
                yield return new($"{question.From} runs on {host.Name}, and {called.Name} on {called.Host.Name} shows no private port to other hosts", port.Path);
        }
        if (Enum.GetValues<Family>().Select(f => FamilyGap.Of(question, network, f)).OfType<Obstacle>().ToList() is { Count: 2 } gaps)
        {
            foreach (var gap in gaps)
                yield return gap;
        }
        foreach (var assertion in Forbidding(question, network, ports))
            yield return new($"assert.{assertion.Kind.ToString().ToLowerInvariant()} forbids it: {StatementOf(assertion)}", $"assert.{assertion.Kind.ToString().ToLowerInvariant()}");
    }

    private static string StatementOf(Assertion assertion) =>
        assertion.Kind == AssertionKind.Only ? $"{assertion.Text}: [{assertion.CallerNames}]" : assertion.Text;

    // As if the connection were in the matrix: which statements would it break?
    private static IEnumerable<Assertion> Forbidding(Question question, Network network, ImmutableArray<Port> ports)
    {
        var cells = (
            from caller in question.PartiesOf(network, question.From)
            from called in question.PartiesOf(network, question.To)
            from protocol in ports.SelectMany(p => p.Protocols).DefaultIfEmpty(Protocol.Tcp).Distinct()
            from range in ports.Select(p => p.Container).DefaultIfEmpty(Analysis.AnyPort)
            select new Cell(caller, called, protocol, range, Family.IPv4, "", "", "")).ToImmutableArray();
        return Statements.Broken(network, cells).Where(b => b.Assertion.Kind != AssertionKind.Allow).Select(b => b.Assertion);
    }
}
