using PodPlay.Model;

namespace PodPlay.Connectivity.Comparison;

/// <summary>What a comparison takes for the same on both sides: callers and called by name, one protocol, one family.</summary>
/// <param name="Offset">From the port that is called to the one that is reached: the same port in front of another one of the
/// container is another connection.</param>
internal readonly record struct Pairing(string Caller, string Called, Protocol Protocol, Family Family, int Offset);
