using PodPlay.Diagnostics;
using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>Values for which no quoting exists on some podman: told, instead of being written wrong.</summary>
internal static class UnitValues
{
    // Before it, RequiresMountsFor= was written without quotes: systemd then waits for two other paths.
    private static readonly PodmanVersion QuotesMountPaths = new(5, 8);

    public static void Check(Network network, Func<string, SourceSpan?> placeOf, DiagnosticBag diagnostics)
    {
        foreach (var service in network.Services)
        {
            foreach (var (path, text, reason) in Faults(service))
                diagnostics.Report(Diagnose.ValueNotWritable(placeOf(path), path, text, reason));
        }
    }

    private static IEnumerable<(string Path, string Text, string Reason)> Faults(Service service)
    {
        var path = $"services.{service.Name}";
        if (!Quote.FitsSystemdLine(service.Image))
            yield return ($"{path}.image", service.Image, "Image= is one line without blanks, quotes or a backslash at its ends");
        if (service.User is { } user && !Quote.FitsSystemdLine(user))
            yield return ($"{path}.user", user, "User= is one line without blanks, quotes or a backslash at its ends");
        foreach (var text in service.Devices.Where(d => d.Any(char.IsControl)))
            yield return ($"{path}.devices", text, "AddDevice= is one line");
        foreach (var setting in service.Sysctl.Where(s => s.Value.Any(char.IsControl)))
            yield return (setting.Path, setting.Value, "Sysctl= is one line");
        foreach (var volume in service.Volumes)
        {
            if (Mount(volume, service.Host.Podman) is { } reason)
                yield return (volume.Path, volume.HostPath ?? volume.Target, reason);
        }
        if (service.Command is { } command && Command(command) is { } fault)
            yield return ($"{path}.command", command, fault);
    }

    private static string? Mount(Volume volume, PodmanVersion podman)
    {
        var parts = new[] { volume.HostPath, volume.Target }.OfType<string>().ToArray();
        if (parts.Any(p => p.Contains(':', StringComparison.Ordinal)))
            return "a colon separates host path, path and options in Volume=";
        if (parts.Any(p => !Quote.FitsSystemdLine(p)))
            return "Volume= is one line without blanks, quotes or a backslash at its ends";
        if (podman < QuotesMountPaths && volume.HostPath is { } path && path.Any(char.IsWhiteSpace))
            return $"podman before {QuotesMountPaths} does not quote a host path with blanks in RequiresMountsFor=";
        return null;
    }

    private static string? Command(string command)
    {
        if (UserCommand.Split(command) is not { } words)
            return "a quote is not closed";
        if (words.Any(w => w.Length == 0))
            return "the generator drops an empty argument and everything behind it";
        return words.Contains(";") ? "a lone semicolon ends the command in a unit" : null;
    }
}
