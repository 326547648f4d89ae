using System.Collections.Immutable;

namespace PodPlay.Model;

/// <summary>A site of an Apache service.</summary>
public sealed record VirtualHost(string Name, ImmutableArray<string> Aliases, string? Root, string Path)
{
    public bool Has(string name) => name == Name || Aliases.Contains(name);
}
