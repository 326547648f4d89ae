namespace PodPlay.Testing.Tools;

/// <summary>A test that asks an npm package: the YAML language server, Mermaid, a parser of Markdown. As <see cref="ToolFactAttribute"/>: skipped, visibly, without it, and failing in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (!ToolRoots.Required)
            Skip = NodePackages.WhatIsMissing;
    }
}

/// <summary>The same, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute()
    {
        if (!ToolRoots.Required)
            Skip = NodePackages.WhatIsMissing;
    }
}
