using PodPlay.Artefacts.Apache;
using PodPlay.Artefacts.Quadlet;
using PodPlay.Artefacts.Sysctl;
using PodPlay.Diagnostics;
using PodPlay.Model;
using PodPlay.Text;

namespace PodPlay.Artefacts;

/// <summary>What a sound network may still ask of a target that cannot say it: keys that a host's podman does not know, values that no
/// unit can hold.</summary>
internal static class ArtefactChecks
{
    /// <param name="placeOf">From a spec path to its value's place.</param>
    /// <param name="keyOf">From a spec path to its key's place.</param>
    public static void Check(Network network, Func<string, SourceSpan?> placeOf, Func<string, SourceSpan?> keyOf, DiagnosticBag diagnostics)
    {
        QuadletSupport.Check(network, placeOf, diagnostics);
        ProxyPortChecks.Check(network, placeOf, keyOf, diagnostics);
        foreach (var host in network.Hosts)
            SysctlChecks.CheckHost(host, placeOf, keyOf, diagnostics);
        foreach (var service in network.Services)
            SysctlChecks.CheckService(service, placeOf, keyOf, diagnostics);
    }
}
