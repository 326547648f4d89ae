using System.Collections.Immutable;

namespace PodPlay.Model;

/// <summary>A service that handles mail, and how the world meets it.</summary>
/// <param name="Ports">In the order of roles.</param>
/// <param name="Names">Public names that lead to it, the best one for HELO and the reverse name first; empty where the spec has none.</param>
public sealed record MailServer(Service Service, ImmutableArray<MailPort> Ports, ImmutableArray<string> Names)
{
    /// <summary>Where other servers on the internet deliver mail; null: it receives none from there.</summary>
    public MailPort? Exchange => Ports.FirstOrDefault(p => p.Role == MailRole.Exchange && p.Public is not null);

    /// <summary>Where applications hand their mail over, TLS from the first byte first (RFC 8314, section 3.3).</summary>
    public MailPort? Submission => Ports.FirstOrDefault(p => p.Role is MailRole.Submissions or MailRole.Submission);
}

/// <summary>A port of a mail server.</summary>
/// <param name="Public">The port that the internet calls for it: its own, or a balancer's; null: none.</param>
public sealed record MailPort(MailRole Role, Port Port, Port? Public);
