namespace PodPlay.Model;

/// <summary>What kind of thing a name is the name of; where two things want one name, the first kind has it.</summary>
public enum NameKind
{
    Service,
    Host,
    Replica,
    Alias,

    /// <summary>A name of a public domain.</summary>
    Public,

    /// <summary>The name of a public domain that only resolvers look for: in its zone, and nowhere else.</summary>
    NameServer,
}

/// <summary>A name and the one thing that it means.</summary>
/// <param name="Name">The short form (<c>mail</c>); for a public name the whole of it.</param>
/// <param name="FullName"><c>mail.podplay.internal</c>, without a last dot.</param>
/// <param name="Service">Null for a host.</param>
/// <param name="Replica">Set for one of several containers.</param>
/// <param name="Path">Where the spec says it: <c>services.mail</c>.</param>
public sealed record NameEntry(string Name, string FullName, NameKind Kind, Host Host, Service? Service, Replica? Replica, string Path)
{
    /// <summary>The full form first: it is the canonical one (<c>hostname -f</c> and the like).</summary>
    public IEnumerable<string> Spellings => Kind is NameKind.Public or NameKind.NameServer ? [FullName] : [FullName, Name];
}
