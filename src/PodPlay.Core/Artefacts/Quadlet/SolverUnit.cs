using PodPlay.Artefacts.Certificates;
using PodPlay.Model;

namespace PodPlay.Artefacts.Quadlet;

/// <summary>What a container runs that fetches certificates: podplay's script instead of the image's own command.</summary>
internal static class SolverUnit
{
    public static void AddTo(UnitSection section, Service solver)
    {
        if (QuadletKeys.Knows(solver.Host.Podman, "Container", "Entrypoint"))
            section.Add("Entrypoint", "/bin/sh");
        else
            section.Add("PodmanArgs", "--entrypoint=/bin/sh");
        section.Add("Exec", $"{SolverCommand.Folder}/renew.sh");
    }
}
