using System.Text;
using PodPlay.Artefacts;
using PodPlay.Diagnostics;
using PodPlay.Model;
using PodPlay.Model.Resolve;
using PodPlay.Output;
using PodPlay.Syntax;
using PodPlay.Templating;

namespace PodPlay;

/// <summary>A spec after all stages but the last: what it means, and what was found in it.</summary>
/// <param name="Network">Null when the spec could not even be read.</param>
/// <param name="Lock">The host numbers that go with this network; to be kept beside the spec.</param>
public sealed record Compilation(Network? Network, SpecPlaces? Places, AddressLock Lock, Findings Findings)
{
    internal string LockPath { get; init; } = Compiler.LockName;

    /// <summary>What the lock file says now; null when there is none.</summary>
    internal byte[]? LockOnDisk { get; init; }

    /// <summary>The lock file, as it is and as it must be; null when there is none and none is needed.</summary>
    public AddressFile? Addresses =>
        Lock.IsEmpty && LockOnDisk is null ? null : new(LockPath, LockOnDisk, Encoding.UTF8.GetBytes(Lock.Print()));

    /// <summary>All files of the spec as one mapping; null when it could not even be read.</summary>
    internal SpecMapping? Root { get; init; }

    /// <summary>The text of every file.</summary>
    /// <param name="previous">A file's last version by its path below the output folder, null where there is none: the serial of a zone
    /// goes on from there.</param>
    /// <param name="diagnostics">Takes what is wrong with serials, and with templates of the user's; after an error the tree is not complete.</param>
    /// <exception cref="InvalidOperationException">While an error stands: nothing may be emitted then.</exception>
    public OutputTree Render(Func<string, string?>? previous = null, DiagnosticBag? diagnostics = null, TemplateOverrides? templates = null)
    {
        if (Network is null || Findings.HasErrors)
            throw new InvalidOperationException("nothing is rendered while an error stands");
        diagnostics ??= new DiagnosticBag();
        var renderer = new TemplateRenderer(templates ?? TemplateOverrides.None);
        var serials = new ZoneSerials(renderer, previous ?? (_ => null), diagnostics);
        var files = ArtefactCatalog.Plan(Network);
        var hosts = Network.Hosts.Select(h => h.Name);
        if (templates is { IsEmpty: false })
            return OverriddenTree.Of(files, hosts, f => renderer.RenderBytes(serials.Number(f)), templates, diagnostics);
        var tree = renderer.RenderAll(files.Select(serials.Number));
        Manifest.AddTo(tree, hosts);
        return tree;
    }
}
