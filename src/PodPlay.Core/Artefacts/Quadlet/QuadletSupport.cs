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
    /// <summary>Only after the checks of the network: without sound addresses there are no units to look at.</summary>
    /// <param name="placeOf">A spec path to where it stands; null where the spec does not say it (a default).</param>
    public static void Check(Network network, Func<string, SourceSpan?> placeOf, DiagnosticBag diagnostics)
    {
        if (IsUnsound(diagnostics))
            return;
        UnitValues.Check(network, placeOf, diagnostics);
        if (!IsUnsound(diagnostics))
            CheckVersions(network, placeOf, diagnostics);
    }

    // Errors that a spec may allow leave a whole network behind; the others do not.
    private static bool IsUnsound(DiagnosticBag diagnostics) =>
        diagnostics.HasErrors && diagnostics.ToSortedList().Any(d => d.Severity == Severity.Error && !d.Rule.Allowable);

    // Once for each host and key, at the first place that needs it: the cure is one and the same.
    private static void CheckVersions(Network network, Func<string, SourceSpan?> placeOf, DiagnosticBag diagnostics)
    {
        var needs =
            from unit in QuadletUnits.Of(network)
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
}
