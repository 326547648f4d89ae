using System.CommandLine;
using PodPlay.Diagnostics;
using PodPlay.Output;
using PodPlay.Templating;

namespace PodPlay.Cli;

/// <summary><c>--templates DIR</c>, for the commands that make files.</summary>
internal sealed class TemplatesOption
{
    private readonly Option<string?> _folder = new("--templates") { Description = "templates of your own, in the place of podplay's of the same name (docs/templates.md)", HelpName = "DIR" };

    public void AddTo(Command command) => command.Options.Add(_folder);

    /// <summary>Null after what is wrong with them was printed.</summary>
    public TemplateOverrides? Read(Session session)
    {
        if (session.Value(_folder) is not { } folder)
            return TemplateOverrides.None;
        var diagnostics = new DiagnosticBag();
        var templates = TemplateFolder.Read(folder, diagnostics);
        if (!diagnostics.HasErrors)
            return templates;
        session.Print(diagnostics, toError: true);
        return null;
    }
}
