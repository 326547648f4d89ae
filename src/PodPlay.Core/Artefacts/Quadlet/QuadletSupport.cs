using PodPlay.Diagnostics;
using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>
/// What a host's podman cannot read. The generator skips a unit with an unknown key and goes on with the others: the service
/// would be missing without anybody being told.
/// </summary>
public static class QuadletSupport
{
    /// <param name="placeOf">A spec path to where it stands; null where the spec does not say it (a default).</param>
    public static void Check(Network network, Func<string, SourceSpan?> placeOf, DiagnosticBag diagnostics)
    {
        UnitValues.Check(network, placeOf, diagnostics);
        // Units of values that cannot be written cannot be built either.
        if (diagnostics.HasErrors)
            return;
        var units = QuadletUnits.Of(network).ToArray();
        Versions(units, placeOf, diagnostics);
        Names(units, placeOf, diagnostics);
    }

    // Once for each host and key, at the first place that needs it: the cure is one and the same.
    private static void Versions(Unit[] units, Func<string, SourceSpan?> placeOf, DiagnosticBag diagnostics)
    {
        var needs =
            from unit in units
            from section in unit.Sections
            where QuadletKeys.IsVersioned(section.Name)
            from key in section.Keys
            let need = Need(section.Name, key)
            where unit.Host.Podman < need.Since
            select (unit.Host, need.What, need.Since, key.Path);
        foreach (var (host, what, since, path) in needs.DistinctBy(n => (n.Host, n.What)))
            diagnostics.Report(Diagnose.TooOldPodman(placeOf(path), placeOf($"hosts.{host.Name}.podman"), host, what, since));
    }

    private static (string What, PodmanVersion Since) Need(string section, UnitKey key)
    {
        var whole = $"{key.Name}={key.Value}";
        if (QuadletKeys.Since(section, whole) is { } valued)
            return (whole, valued);
        return (key.Name + "=", QuadletKeys.Since(section, key.Name)
            ?? throw new InvalidOperationException($"{section}.{key.Name} is emitted but not in the table of keys"));
    }

    // Of two units with one name the generator writes both, and the second one stays (measured on podman 5.4.2).
    private static void Names(Unit[] units, Func<string, SourceSpan?> placeOf, DiagnosticBag diagnostics)
    {
        foreach (var same in units.GroupBy(u => (u.Host, u.SystemdName)).Where(g => g.Count() > 1))
        {
            var (first, again) = (same.First(), same.Skip(1).First());
            diagnostics.Report(Diagnose.UnitNameTaken(
                placeOf(again.Sections[0].Keys[0].Path), placeOf(first.Sections[0].Keys[0].Path), same.Key.SystemdName, first.FileName, again.FileName));
        }
    }
}
