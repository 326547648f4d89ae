namespace PodPlay.Distribution;

/// <summary>The same as <see cref="PackageFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PackageTheoryAttribute : TheoryAttribute
{
    public PackageTheoryAttribute() => Skip = Packages.WhatIsMissing;
}
