using PodPlay.Testing.Tools;

namespace PodPlay.Distribution;

/// <summary>What scripts/package made; scripts/test runs it and says where it lies.</summary>
internal static class Packages
{
    public const string Version = "0.1.0";

    private static readonly string? Location = Environment.GetEnvironmentVariable("PODPLAY_DIST");

    public static string Folder => Location ?? throw new InvalidOperationException("PODPLAY_DIST is not set");

    /// <summary>Under CI nothing is skipped; the tests fail on what is missing.</summary>
    public static string? WhatIsMissing => Location is null && !ToolRoots.Required ? "no packages: run scripts/test, or scripts/package and set PODPLAY_DIST" : null;

    public static string PathOf(string name) => Path.Combine(Folder, name);
}
