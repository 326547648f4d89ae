namespace PodPlay.Model;

/// <summary>What a balancer's port does: which port of which service it spreads connections over, and how.</summary>
/// <param name="Frontend">The balancer's own port.</param>
/// <param name="Method">HAProxy's word: <c>roundrobin</c>, <c>leastconn</c>, <c>source</c>.</param>
/// <param name="Check">An HTTP health check; null: a TCP connection is the check.</param>
/// <param name="Path"><c>services.haproxy.balance.http</c></param>
public sealed record Balance(Port Frontend, Service Target, Port TargetPort, BalanceMode Mode, string Method, HttpCheck? Check, string Path);

/// <summary>An HTTP request that a healthy backend answers with a status from 200 to 399.</summary>
public sealed record HttpCheck(string Method, string Uri);
