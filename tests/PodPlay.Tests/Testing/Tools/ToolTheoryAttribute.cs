namespace PodPlay.Testing.Tools;

/// <summary>As <see cref="ToolFactAttribute"/>, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolTheoryAttribute : TheoryAttribute
{
    /// <param name="roots">The roots that the test needs; both when none is named, as theories run over both.</param>
    public ToolTheoryAttribute(params Debian[] roots)
    {
        if (!ToolRoots.Required)
        {
            Skip = ToolRoots.WhatIsMissing(roots is [] ? [Debian.Trixie, Debian.Bookworm] : roots);
        }
    }
}
