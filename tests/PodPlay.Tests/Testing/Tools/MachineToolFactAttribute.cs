namespace PodPlay.Testing.Tools;

/// <summary>A test that asks a program of the machine itself; scripts/setup installs it. Missing, it is skipped visibly, and fails under CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MachineToolFactAttribute : FactAttribute
{
    public MachineToolFactAttribute(string program)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        if (!ToolRoots.Required && !folders.Any(f => File.Exists(Path.Combine(f, program))))
            Skip = $"skipped: {program} is missing; run scripts/setup";
    }
}
