using System.Runtime.CompilerServices;

namespace PodPlay.Model;

/// <summary>What follows from a network alone: computed when it is first asked for, and kept as long as the network.</summary>
internal sealed class Derived<T>(Func<Network, T> compute)
{
    private readonly ConditionalWeakTable<Network, StrongBox<T>> _known = [];

    public T Of(Network network) => _known.GetValue(network, n => new StrongBox<T>(compute(n))).Value!;
}
