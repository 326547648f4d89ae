using System.Reflection;

namespace PodPlay.Testing;

/// <summary>Where the checkout lies, as the build wrote it down.</summary>
internal static class Repository
{
    /// <summary>Absolute path of the repository's root, ending with a slash.</summary>
    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "RepositoryRoot").Value!;

    public static string PathOf(string relative) => Path.Combine(Root, relative);
}
