using PodPlay.Model;

namespace PodPlay.Artefacts.Certificates;

/// <summary>What podplay's own units keep on a host: below systemd's state folder, which a user has, too.</summary>
internal static class StateFolder
{
    /// <summary>Named for <c>StateDirectory=</c>.</summary>
    public const string Name = "podplay";

    /// <summary>As a unit writes it. In a user's manager <c>%S</c> is a folder of that user.</summary>
    public static string Of(Host host) => host.Rootless is null ? $"/var/lib/{Name}" : $"%S/{Name}";

    /// <summary>What certbot knows: accounts, keys, certificates.</summary>
    public static string OfSolver(Service solver) => $"acme/{solver.Name}";

    /// <summary>What a container sees as <see cref="Certificate.Mount"/>; its own, since no two share a user namespace.</summary>
    public static string OfContainer(Replica replica) => $"certs/{replica.Name}";
}
