using PodPlay.Testing.Tools;

namespace PodPlay.Speed;

/// <summary>Needs Debian's jinja2 and PyYAML; skipped, visibly, without them, and failing under CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PeerTheoryAttribute : TheoryAttribute
{
    public PeerTheoryAttribute()
    {
        if (!ToolRoots.Required && !Directory.Exists("/usr/lib/python3/dist-packages/jinja2"))
            Skip = "skipped: python3-jinja2 is missing; run scripts/setup";
    }
}
