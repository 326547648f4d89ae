using PodPlay.Syntax;

namespace PodPlay.Import;

/// <summary>A port on its way from compose.</summary>
/// <param name="Scope"><c>lan</c> or <c>private</c>: how far a host's firewall and the router let others in, compose does not say.</param>
/// <param name="Host">Empty: the same as the container's.</param>
internal sealed record DraftPort(string Scope, string Name, string Host, string Container, string Protocol)
{
    public int FirstPort => int.Parse(Container.Split('-')[0], System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>As a spec writes it: <c>8080 -> 80</c>, <c>53/tcp+udp</c>.</summary>
    public string Text => $"{(Scope == "private" || Host.Length == 0 || Host == Container ? "" : $"{Host} -> ")}{Container}{(Protocol == "tcp" ? "" : $"/{Protocol}")}";
}

/// <summary>A service on its way from compose.</summary>
/// <param name="compose">Its name there.</param>
/// <param name="place">The key.</param>
internal sealed class DraftService(string compose, string name, SpecScalar place)
{
    public string Compose => compose;

    public string Name => name;

    public SpecScalar Place => place;

    public string Image { get; set; } = "";

    /// <summary>Networks by their names there, in their order.</summary>
    public List<(string Network, SpecNode Place, string? Address)> Networks { get; } = [];

    public bool OnHostNetwork { get; set; }

    public List<string> Aliases { get; } = [];

    public int Replicas { get; set; } = 1;

    public List<DraftPort> Ports { get; } = [];

    public string? Command { get; set; }

    public string? Health { get; set; }

    public SortedDictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    /// <summary>Variables that get a secret, by the secret's name.</summary>
    public SortedDictionary<string, string> SecretVariables { get; } = new(StringComparer.Ordinal);

    public List<string> SecretFiles { get; } = [];

    /// <summary>Source to target.</summary>
    public List<(string Source, string Target, bool ReadOnly)> Volumes { get; } = [];

    public List<string> Devices { get; } = [];

    public SortedDictionary<string, string> Sysctl { get; } = new(StringComparer.Ordinal);

    public List<string> Capabilities { get; } = [];

    public string? User { get; set; }

    public bool ReadOnly { get; set; }

    public List<string> Dns { get; } = [];

    public int? StopTimeout { get; set; }

    /// <summary>Services that it calls, by their names there.</summary>
    public List<(string Service, SpecNode Place)> Calls { get; } = [];
}
