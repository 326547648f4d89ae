namespace PodPlay.Artefacts.Nftables;

/// <summary>A rule that accepts: what it matches, what counts it, and the spec path that wants it.</summary>
internal sealed record Rule(string Match, string Counter, string Path)
{
    public View ToView() => new()
    {
        { "match", Match },
        { "counter", Counter },
        { "comment", Quote.Nft(Path) },
    };
}
