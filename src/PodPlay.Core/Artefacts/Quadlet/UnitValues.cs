using PodPlay.Diagnostics;
using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>Values for which a unit has no spelling: told, instead of being written wrong.</summary>
internal static class UnitValues
{
    public static void Check(Network network, Func<string, SourceSpan?> placeOf, DiagnosticBag diagnostics)
    {
        foreach (var service in network.Services)
        {
            foreach (var (path, reason) in Faults(service))
                diagnostics.Report(Diagnose.ValueNotWritable(placeOf(path), path, reason));
        }
    }

    private static IEnumerable<(string Path, string Reason)> Faults(Service service)
    {
        var path = $"services.{service.Name}";
        if (service.Command is { } command && FaultOf(command) is { } reason)
            yield return ($"{path}.command", reason);
        if (service.Timer is { } timer && timer.Any(char.IsControl))
            yield return ($"{path}.timer", "it is one line");
        foreach (var setting in service.Sysctl.Where(s => s.Value.Any(char.IsControl)))
            yield return (setting.Path, "it is one line");
    }

    // Measured on the generator of podman 5.4.2.
    private static string? FaultOf(string command)
    {
        if (UserCommand.Split(command) is not { } words)
            return "a quote is not closed";
        if (words.Any(w => w.Length == 0))
            return "an empty argument is lost, and everything behind it";
        return words.Contains(";") ? "a semicolon that stands alone ends it" : null;
    }
}
