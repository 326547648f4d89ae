namespace PodPlay.Distribution;

/// <summary>Skipped, visibly, where no packages were made; run, and then failing, under CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PackageFactAttribute : FactAttribute
{
    public PackageFactAttribute() => Skip = Packages.WhatIsMissing;
}
