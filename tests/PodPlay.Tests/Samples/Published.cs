using PodPlay.Testing.Tools;

namespace PodPlay.Samples;

/// <summary>The binary that <c>dotnet publish</c> made ahead of time; scripts/test publishes it and says where it lies.</summary>
internal static class Published
{
    public static string? Path { get; } = Environment.GetEnvironmentVariable("PODPLAY_AOT");

    public static string? WhatIsMissing => Path is null && Environment.GetEnvironmentVariable("CI") != "true" ? "no published binary: run scripts/test, or set PODPLAY_AOT" : null;

    public static (int ExitCode, string Output, string Error) Run(params string[] arguments)
    {
        var result = ProcessRunner.Run([Path ?? throw new InvalidOperationException("PODPLAY_AOT is not set"), .. arguments]);
        return (result.ExitCode, result.Output, result.Error);
    }
}

/// <summary>Skipped, visibly, where nothing was published; run, and then failing, under CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PublishedFactAttribute : FactAttribute
{
    public PublishedFactAttribute() => Skip = Published.WhatIsMissing;
}

[AttributeUsage(AttributeTargets.Method)]
internal sealed class PublishedTheoryAttribute : TheoryAttribute
{
    public PublishedTheoryAttribute() => Skip = Published.WhatIsMissing;
}
