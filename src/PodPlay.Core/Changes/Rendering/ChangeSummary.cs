using System.Globalization;
using PodPlay.Connectivity.Comparison;

namespace PodPlay.Changes.Rendering;

/// <summary>A change in one line.</summary>
internal static class ChangeSummary
{
    /// <summary><c>1 opened to the internet, 2 allowed, 1 closed</c>, or the most welcome sentence of all.</summary>
    public static string Of(ChangeSet changes)
    {
        if (changes.LeavesConnectivity)
            return "No connectivity change.";
        var parts = new[]
        {
            Count(c => c is { Verb: Verb.Opens, Reach: Reach.Internet }, "opened to the internet"),
            Count(c => c is { Verb: Verb.Opens, Reach: Reach.Lan }, "opened to the LAN"),
            Count(c => c is { Verb: Verb.Opens, Reach: Reach.Egress }, "allowed to the internet"),
            Count(c => c is { Verb: Verb.Opens, Reach: Reach.Zones or Reach.SameZone }, "allowed between services"),
            Count(c => c.Verb == Verb.Unlimits, "not limited any more"),
            Count(c => c.Verb == Verb.Limits, "limited now"),
            Count(c => c.Verb == Verb.Closes, "closed"),
        }.Where(p => p.Length > 0).ToList();
        return parts.Count > 0 ? string.Join(", ", parts) : "No connectivity change, but for what every service and host has.";

        string Count(Func<ConnectivityChange, bool> isMeant, string what) =>
            changes.Declared.Count(isMeant) is > 0 and var n ? string.Create(CultureInfo.InvariantCulture, $"{n} {what}") : "";
    }

    /// <summary>What happens on a host: <c>restart mail, start broker, reload podplay-firewall</c>.</summary>
    public static string Of(HostChange host)
    {
        if (host.IsNothing)
            return "nothing";
        var steps = host.Networks.Where(n => n.Fate == NetworkFate.MadeAnew).Select(n => $"make network {n.Name} anew")
            .Concat(new[] { UnitAction.Stop, UnitAction.Restart, UnitAction.Start, UnitAction.Reload }.Select(a => (Action: a, Units: host.With(a).ToList())).Where(g => g.Units.Count > 0)
                .Select(g => $"{Word(g.Action)} {string.Join(", ", g.Units.Select(u => u.Name.EndsWith(".service", StringComparison.Ordinal) ? u.Name[..^".service".Length] : u.Name))}"))
            .Concat(host.NeedsHostsMerge ? ["merge /etc/hosts"] : []).ToList();
        return steps.Count > 0 ? string.Join("; ", steps) : "systemctl daemon-reload";
    }

    public static string Word(UnitAction action) => action switch
    {
        UnitAction.Reload => "reload",
        UnitAction.Restart => "restart",
        UnitAction.Start => "start",
        _ => "stop",
    };

    public static string Word(NetworkFate fate) => fate switch
    {
        NetworkFate.Made => "new",
        NetworkFate.MadeAnew => "anew",
        _ => "remove",
    };
}
