namespace PodPlay.Firewall.Kernel;

/// <param name="Family"><c>inet</c>, <c>ip</c>, <c>ip6</c>, <c>bridge</c>.</param>
/// <param name="Hook">Null: only other chains lead here.</param>
/// <param name="Type"><c>filter</c> or <c>nat</c> for those on a hook.</param>
internal sealed record KernelChain(string Family, string Table, string Name, string? Hook, string? Type, int Priority, bool DropsByPolicy)
{
    public List<KernelRule> Rules { get; } = [];
}
