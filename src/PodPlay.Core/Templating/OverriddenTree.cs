using PodPlay.Artefacts;
using PodPlay.Diagnostics;
using PodPlay.Output;

namespace PodPlay.Templating;

/// <summary>Files that templates of the user's make: what podplay's own can be trusted with is a finding here.</summary>
internal static class OverriddenTree
{
    /// <summary>The files that could be made, with their manifests; what is wrong with the others is reported, once for each template.</summary>
    public static OutputTree Of(IEnumerable<PlannedFile> files, IEnumerable<string> hosts, Func<PlannedFile, byte[]> render, TemplateOverrides templates, DiagnosticBag diagnostics)
    {
        var tree = new OutputTree();
        var faulty = new HashSet<string>(StringComparer.Ordinal);
        var own = new List<(string Path, string Template)>();
        foreach (var file in files.Where(f => !faulty.Contains(f.Template)))
        {
            try
            {
                tree.Add(file.Path, Whole(render(file), file));
                own.AddRange(templates.UsedBy(file.Template).Select(t => (file.Path, t)));
            }
            catch (TemplateException e)
            {
                faulty.Add(file.Template);
                diagnostics.Report(templates.Explain(e, file.Template));
            }
        }
        Manifest.AddTo(tree, hosts, own.ToLookup(o => o.Path, o => o.Template, StringComparer.Ordinal));
        return tree;
    }

    // HAProxy and BIND refuse a file without a last line end.
    private static byte[] Whole(byte[] text, PlannedFile file) =>
        text is [.., (byte)'\n'] ? text : throw new TemplateException($"{file.Path} would not end with a line end");
}
