using PodPlay.Artefacts;
using PodPlay.Model;
using PodPlay.Templating;

namespace PodPlay.Testing;

/// <summary>The files of one artefact kind as text, by path.</summary>
internal static class Rendered
{
    public static SortedDictionary<string, string> By(IArtefact artefact, Network network)
    {
        var renderer = new TemplateRenderer();
        return new(artefact.Plan(network).ToDictionary(f => f.Path, renderer.Render), StringComparer.Ordinal);
    }
}
