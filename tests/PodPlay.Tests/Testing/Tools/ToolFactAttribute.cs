namespace PodPlay.Testing.Tools;

/// <summary>
/// A test that asks a real tool. Without the root it is skipped, visibly, on a laptop; under CI=true or
/// PODPLAY_REQUIRE_TOOLS=1 it runs and fails, so that a validator can never vanish without a word.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolFactAttribute : FactAttribute
{
    /// <param name="roots">The roots that the test needs; Debian 13 when none is named.</param>
    public ToolFactAttribute(params Debian[] roots)
    {
        if (!ToolRoots.Required)
        {
            Skip = ToolRoots.WhatIsMissing(roots is [] ? [Debian.Trixie] : roots);
        }
    }
}
