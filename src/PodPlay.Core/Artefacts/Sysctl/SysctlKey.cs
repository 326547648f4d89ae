namespace PodPlay.Artefacts.Sysctl;

/// <summary>What podplay knows of a key.</summary>
/// <param name="Pattern">The key; <c>*</c> stands for an interface, <c>all</c> or <c>default</c>.</param>
/// <param name="Default">The kernel's own value (Debian 13), as far as it does not depend on the machine; else empty.</param>
/// <param name="Why">What it is good for, in one sentence: the comment above it.</param>
internal sealed record SysctlKey(string Pattern, SysctlScope Scope, SysctlGrammar Value, string Default, string Why)
{
    /// <summary>Of the pattern.</summary>
    public string[] Parts { get; } = Pattern.Split('.');

    /// <summary>A program in a container looks at its own namespace's value, which starts from the kernel's default and not from
    /// the host's. Not so for what only routes and filters on the host, nor for what a new namespace copies.</summary>
    public bool ConcernsPrograms { get; init; }

    /// <summary>The kernel module that brings the key: it must be loaded before, or the key is left out at boot.</summary>
    public string? Module { get; init; }

    /// <summary>The module is not podplay's to load: the key counts only where somebody else has.</summary>
    public bool OnlyIfLoaded { get; init; }
}
