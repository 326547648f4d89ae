using PodPlay.Model;

namespace PodPlay.Connectivity;

/// <summary>Somebody who calls or is called, by the name that people use.</summary>
public abstract record Party
{
    private Party()
    {
    }

    /// <summary>As in <c>connectivity.csv</c>: <c>internet</c>, <c>lan</c>, <c>source admin</c>, <c>host main</c>, <c>mail</c>, <c>zone dmz (others)</c>.</summary>
    public abstract string Name { get; }

    public sealed override string ToString() => Name;

    /// <summary>Everybody who is nobody else here.</summary>
    public sealed record Internet : Party
    {
        public override string Name => "internet";
    }

    /// <summary>Addresses of the LAN that nothing else here has.</summary>
    public sealed record Lan : Party
    {
        public override string Name => "lan";
    }

    public sealed record Router : Party
    {
        public override string Name => "router";
    }

    /// <summary>Addresses of one source, or of several that share them (<c>admin+office</c>).</summary>
    /// <param name="IsInLan">They lie in the LAN's blocks; else they are a part of the internet.</param>
    public sealed record OfSource(string Sources, bool IsInLan) : Party
    {
        public IEnumerable<string> Names => Sources.Split('+');

        public override string Name => $"source {Sources}";
    }

    /// <summary>A host: its own processes as a caller, its own addresses as the one called.</summary>
    public sealed record OfHost(Host Host) : Party
    {
        public override string Name => $"host {Host.Name}";
    }

    /// <summary>All replicas of a service.</summary>
    public sealed record OfService(Service Service) : Party
    {
        public override string Name => Service.Name;
    }

    /// <summary>Addresses of a zone's subnets that no service has.</summary>
    public sealed record OthersInZone(Zone Zone) : Party
    {
        public override string Name => $"zone {Zone.Name} (others)";
    }
}
