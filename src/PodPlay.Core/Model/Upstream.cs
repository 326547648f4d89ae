namespace PodPlay.Model;

/// <summary>A port of a service to which a balancer sends connections.</summary>
public sealed record Upstream(Service Service, Port Port)
{
    /// <summary>Where one server stands for the whole service: on another host, where one host port leads to one container, and on the
    /// host network. Else each replica is a server.</summary>
    public bool IsOneServer(Service balancer) => Service.Host != balancer.Host || Service.IsOnHostNetwork;

    /// <summary>By number.</summary>
    public IEnumerable<string> ServerNames(Service balancer) => IsOneServer(balancer) ? [Service.Name] : Service.Replicas.Select(r => r.Name);

    public override string ToString() => $"{Service.Name}.{Port.Name}";
}
