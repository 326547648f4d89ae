namespace PodPlay.Testing.Tools;

/// <summary><see cref="PebbleTheoryAttribute"/> for one test.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PebbleFactAttribute : FactAttribute
{
    public PebbleFactAttribute()
    {
        if (!ToolRoots.Required)
            Skip = PebbleTheoryAttribute.Missing;
    }
}
