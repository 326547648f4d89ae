namespace PodPlay.Testing.Tools;

/// <summary>Which of the roots are there, and what a test does when one is not.</summary>
internal static class ToolRoots
{
    /// <summary>True where a missing tool is a failure, not a skip: in CI, or when asked for.</summary>
    public static bool Required { get; } = IsRequired(Environment.GetEnvironmentVariable);

    private static string Cache { get; } =
        Environment.GetEnvironmentVariable("PODPLAY_CACHE") is { Length: > 0 } folder ? folder : "/var/cache/podplay";

    /// <summary>The folder's name below the cache, as scripts/setup calls it.</summary>
    public static string NameOf(Debian debian) => debian switch
    {
        Debian.Bookworm => "bookworm",
        Debian.Trixie => "trixie",
        Debian.Ansible => "trixie-ansible",
        Debian.Forky => "forky",
        _ => throw new ArgumentOutOfRangeException(nameof(debian)),
    };

    /// <summary>Null when all these roots are there, or else what a person reads beside the skipped test.</summary>
    public static string? WhatIsMissing(IEnumerable<Debian> roots) => WhatIsMissing(roots, Cache);

    /// <summary>The same for another cache folder.</summary>
    /// <remarks>The stamp is written last, so a root that has one is whole (scripts/lib/setup-roots).</remarks>
    internal static string? WhatIsMissing(IEnumerable<Debian> roots, string cache)
    {
        var missing = roots.Where(root => !File.Exists(Path.Combine(cache, NameOf(root), ".podplay-root")))
            .Select(root => root switch
            {
                Debian.Trixie => "Debian 13 (podman, nft 1.1.3, HAProxy 3.0)",
                Debian.Forky => "Debian testing (podman 5.6 or newer)",
                Debian.Ansible => "Ansible (ansible-core 2.19, ansible-lint)",
                _ => "Debian 12 (nft 1.0.6, HAProxy 2.6)",
            })
            .ToList();
        return missing.Count == 0 ? null : $"skipped: the tools of {string.Join(" and ", missing)} are missing; run scripts/setup";
    }

    /// <summary>Whether a root that is there has these files.</summary>
    public static bool Has(Debian debian, params IEnumerable<string> files) =>
        files.All(file => File.Exists(Path.Combine(Cache, NameOf(debian), file)));

    internal static bool IsRequired(Func<string, string?> variable) =>
        variable("CI") == "true" || variable("PODPLAY_REQUIRE_TOOLS") == "1";
}
