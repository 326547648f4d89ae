namespace PodPlay.Benchmarks;

/// <summary>The specs to measure: samples/seed, and those that the environment variable BENCH_SPECS names, with colons between.</summary>
internal static class BenchmarkSpecs
{
    /// <summary>Each by its folder's name.</summary>
    public static IReadOnlyDictionary<string, string> Paths { get; } =
        new[] { Seed(AppContext.BaseDirectory) }
            .Concat((Environment.GetEnvironmentVariable("BENCH_SPECS") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(path => Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path)))!, StringComparer.Ordinal);

    private static string Seed(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "PodPlay.sln")))
            folder = Path.GetDirectoryName(folder);
        return Path.Combine(folder ?? "", "samples/seed/podplay.yaml");
    }
}
