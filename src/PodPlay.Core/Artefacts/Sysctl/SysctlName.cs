namespace PodPlay.Artefacts.Sysctl;

/// <summary>
/// A key by its parts. There are two spellings, and the first separator tells which: <c>net.ipv4.conf.eth0.forwarding</c>, and
/// <c>net/ipv4/conf/eth0.5/forwarding</c> for interfaces with a dot.
/// </summary>
internal sealed record SysctlName(IReadOnlyList<string> Parts)
{
    public static SysctlName Parse(string text)
    {
        var first = text.IndexOfAny(['.', '/']);
        if (first < 0)
            return new([text]);
        // A dot as the first separator: then a slash further on stands for a dot (`eth0/5`).
        return text[first] == '/' ? new(text.Split('/')) : new([.. text.Split('.').Select(p => p.Replace('/', '.'))]);
    }

    /// <summary>The one spelling that podplay writes.</summary>
    public override string ToString() => string.Join(Parts.Any(p => p.Contains('.', StringComparison.Ordinal)) ? '/' : '.', Parts);

    public bool Matches(SysctlKey key)
    {
        if (key.Parts.Length != Parts.Count)
            return false;
        for (var i = 0; i < Parts.Count; i++)
        {
            if (key.Parts[i] != "*" && key.Parts[i] != Parts[i])
                return false;
        }
        return true;
    }

    /// <summary>The pattern with the interface of this key: what might have been meant.</summary>
    public string Fill(string pattern)
    {
        var parts = pattern.Split('.');
        return string.Join('.', parts.Select((p, i) => p != "*" ? p : i < Parts.Count ? Parts[i] : "all"));
    }
}
