namespace PodPlay.Benchmarks;

/// <summary>The specs to measure: samples/seed, and those that the environment variable BENCH_SPECS names, with colons between.</summary>
internal static class BenchmarkSpecs
{
    public static IEnumerable<string> All =>
        [Seed(AppContext.BaseDirectory), .. (Environment.GetEnvironmentVariable("BENCH_SPECS") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)];

    private static string Seed(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "PodPlay.sln")))
            folder = Path.GetDirectoryName(folder);
        return Path.Combine(folder ?? "", "samples/seed/podplay.yaml");
    }
}
