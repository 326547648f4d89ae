using System.Text.RegularExpressions;
using PodPlay.Artefacts;
using PodPlay.Artefacts.Ansible;
using PodPlay.Artefacts.Handoff;
using PodPlay.Templating;
using PodPlay.Testing;

namespace PodPlay.Architecture;

/// <summary>Artefact kinds, their templates and the samples belong together; when one of them is missing, a test says so.</summary>
public sealed class CatalogTests
{
    [Fact]
    public void Each_artefact_has_its_folder_of_templates_and_each_folder_its_artefact() => Assert.Equal(
        ArtefactCatalog.All.Select(a => a.Id).Append(HandoffArtefact.Id).Append(AnsibleArtefact.Id).Order(StringComparer.Ordinal),
        TemplateStore.EmbeddedNames.Select(n => n.Split('/')[0]).Distinct());

    [Fact]
    public void No_two_artefacts_have_one_id() => Assert.Distinct(ArtefactCatalog.All.Select(a => a.Id));

    [Fact]
    public void An_id_is_in_kebab_case() => Assert.All(ArtefactCatalog.All, a => Assert.Matches(new Regex("^[a-z]+(-[a-z]+)*$"), a.Id));

    [Fact]
    public void Every_artefact_is_produced_by_some_sample()
    {
        var networks = InMemory.Names.Select(n => InMemory.Compile(InMemory.Text(n), InMemory.Lock(n)).Network!).ToList();

        Assert.Empty(ArtefactCatalog.All.Where(a => !networks.Exists(n => a.Plan(n).Any())).Select(a => a.Id));
    }

    [Fact]
    public void Every_template_is_used_by_some_sample()
    {
        var roots = InMemory.Names
            .Select(n => InMemory.Compile(InMemory.Text(n), InMemory.Lock(n)).Network!)
            .SelectMany(n => ArtefactCatalog.Plan(n))
            .Select(f => f.Template);
        var used = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>(roots);
        while (next.TryDequeue(out var name))
        {
            if (used.Add(name))
                Included(name).ToList().ForEach(next.Enqueue);
        }

        Assert.Empty(TemplateStore.EmbeddedNames.Except(used));
    }

    [Fact]
    public void An_artefact_uses_templates_of_its_own_folder() => Assert.All(
        InMemory.Names.Select(n => InMemory.Compile(InMemory.Text(n), InMemory.Lock(n)).Network!),
        n => Assert.All(ArtefactCatalog.All, a => Assert.All(a.Plan(n), f => Assert.StartsWith($"{a.Id}/", f.Template))));

    private static IEnumerable<string> Included(string template)
    {
        using var stream = typeof(TemplateStore).Assembly.GetManifestResourceStream("templates/" + template)!;
        using var reader = new StreamReader(stream);
        return [.. Regex.Matches(reader.ReadToEnd(), @"include\s+['""]([^'""]+)").Select(m => m.Groups[1].Value)];
    }
}
