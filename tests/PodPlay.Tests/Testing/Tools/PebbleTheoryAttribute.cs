namespace PodPlay.Testing.Tools;

/// <summary>A test that asks Debian 13's pebble and certbot. A root that was made before they were on its list lacks them: then it is
/// skipped, visibly, on a laptop, and fails in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PebbleTheoryAttribute : TheoryAttribute
{
    public PebbleTheoryAttribute()
    {
        if (!ToolRoots.Required)
            Skip = Missing;
    }

    /// <summary>Null when everything is there.</summary>
    public static string? Missing => ToolRoots.WhatIsMissing([Debian.Trixie])
        ?? (ToolRoots.Has(Debian.Trixie, "usr/bin/pebble", "usr/bin/certbot") ? null : "skipped: the Debian 13 root was made without pebble and certbot; run scripts/setup");
}
