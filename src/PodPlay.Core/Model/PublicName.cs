namespace PodPlay.Model;

/// <summary>A name of a public domain that stands for a service.</summary>
/// <param name="Name">The full name: <c>www.example.com</c>.</param>
/// <param name="Service">Who answers there: for a site the balancer in front of it.</param>
/// <param name="Path">Why: <c>services.apache.vhosts</c>.</param>
public sealed record PublicName(string Name, Service Service, string Path)
{
    /// <summary>Only resolvers look for it: <c>ns1.example.com</c>.</summary>
    public bool IsNameServer { get; init; }
}
