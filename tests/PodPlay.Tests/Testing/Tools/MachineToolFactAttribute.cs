namespace PodPlay.Testing.Tools;

/// <summary>A test that asks a program of the machine itself; scripts/setup installs it. Missing, it is skipped visibly, and fails under CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MachineToolFactAttribute : FactAttribute
{
    public MachineToolFactAttribute(string program) => Skip = WhatIsMissing(program);

    internal static string? WhatIsMissing(string program)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return ToolRoots.Required || folders.Any(f => File.Exists(Path.Combine(f, program))) ? null : $"skipped: {program} is missing; run scripts/setup";
    }
}

/// <summary>The same, with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MachineToolTheoryAttribute : TheoryAttribute
{
    public MachineToolTheoryAttribute(string program) => Skip = MachineToolFactAttribute.WhatIsMissing(program);
}
