using System.Text;
using PodPlay.Artefacts.Quadlet;
using PodPlay.Model;
using PodPlay.Output;
using PodPlay.Templating;

namespace PodPlay.Tests.Quadlet;

/// <summary>Units as text.</summary>
internal static class Rendered
{
    public static OutputTree Tree(Network network) => new TemplateRenderer().RenderAll(new QuadletArtefact().Plan(network));

    public static string Text(Network network, string path) => Encoding.UTF8.GetString(Tree(network).Files[path]);
}
