namespace PodPlay.Model;

/// <summary>How the authority's request on port 80 comes to the solver.</summary>
public enum ChallengeWay
{
    /// <summary>The solver publishes port 80 itself.</summary>
    Direct,

    /// <summary>A balancer owns port 80 and hands the challenge's path on.</summary>
    Balancer,

    /// <summary>An Apache owns port 80 and serves the folder into which the solver writes.</summary>
    Webroot,
}

/// <summary>The one owner of the router's port 80, and what it does with a challenge.</summary>
public sealed record ChallengePath(ChallengeWay Way, Service Owner, Port Port)
{
    /// <summary>The protocol fixes it (RFC 8555, section 8.3).</summary>
    public const int HttpPort = 80;

    /// <summary>Null where port 80 has no owner, several, or one that cannot serve a challenge; and for dns-01.</summary>
    public static ChallengePath? Of(Network network, Certificate certificate)
    {
        if (certificate.Challenge != Challenge.Http01 || certificate.Solver is not { } solver || Claims(network) is not [var (owner, port)])
            return null;
        if (owner == solver)
            return new(ChallengeWay.Direct, owner, port);
        if (owner.Balances.Any(b => b.Frontend == port && b.Mode == BalanceMode.Http))
            return new(ChallengeWay.Balancer, owner, port);
        // A shared folder does not reach another machine.
        return !owner.VirtualHosts.IsEmpty && owner.Host == solver.Host ? new(ChallengeWay.Webroot, owner, port) : null;
    }

    /// <summary>Who wants the router's port 80.</summary>
    public static IReadOnlyList<(Service Service, Port Port)> Claims(Network network) => Known.Of(network);

    private static readonly Derived<IReadOnlyList<(Service Service, Port Port)>> Known = new(network =>
    [
        .. network.Services.SelectMany(s => s.Ports
            .Where(p => p.Router is { } r && r.Contains(HttpPort) && p.Protocols.Contains(Protocol.Tcp))
            .Select(p => (s, p))),
    ]);
}
