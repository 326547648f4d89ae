using System.Text.RegularExpressions;
using PodPlay.Artefacts;
using PodPlay.Artefacts.Ansible;
using PodPlay.Artefacts.Handoff;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Tools;

/// <summary>The playbook as Ansible's own tools read it.</summary>
public sealed class AnsibleTests
{
    public static TheoryData<string> Samples => InMemory.All;

    [ToolTheory(Debian.Ansible)]
    [MemberData(nameof(Samples))]
    public void Ansible_reads_it_and_its_lint_finds_nothing_in_its_strictest_profile(string sample)
    {
        using var tree = TempTree.Of([.. InMemory.RenderNamed(sample).Select(f => (f.Key, f.Value))]);
        var read = Run(tree, "ansible-playbook -i inventory.yml --syntax-check site.yml && ansible-lint --offline --profile production site.yml");
        Assert.True(read.ExitCode == 0, read.ToString());
        Assert.Contains("Profile 'production' was required, and it passed", read.Output + read.Error, StringComparison.Ordinal);
    }

    [ToolFact(Debian.Ansible)]
    public void Its_lint_would_find_a_file_without_a_mode()
    {
        using var tree = TempTree.Of([.. InMemory.RenderNamed("quickstart").Select(f => (f.Key, f.Value.Replace("    mode: \"0644\"\n", "", StringComparison.Ordinal)))]);
        Assert.NotEqual(0, Run(tree, "ansible-lint --offline --profile production site.yml").ExitCode);
    }

    [ToolFact(Debian.Ansible)]
    public void No_value_is_evaluated_by_Jinja()
    {
        const string path = "etc/{{ 6 * 7 }}\"\\.container";
        var host = InMemory.Compile(InMemory.Text("quickstart")).Network!.Hosts[0];
        var view = AnsibleViews.Host(host, [new HostFile(path, Effect.Of(EffectKind.Restart, "{{ lookup('pipe', 'id') }}.service"))]);
        var text = new Templating.TemplateRenderer().Render(new("x", "ansible/vars.sbn", view));
        using var tree = TempTree.Of(("ansible/vars.yml", text), ("ansible/show.yml", "- hosts: localhost\n  gather_facts: false\n  vars_files: [vars.yml]\n  tasks:\n    - ansible.builtin.copy:\n        content: '{{ podplay_files[0].path }}|{{ podplay_services[0] }}'\n        dest: /tmp/said\n"));
        var said = Run(tree, "ansible-playbook show.yml >/dev/null && cat /tmp/said");
        Assert.Equal(path + "|{{ lookup('pipe', 'id') }}.service", said.Output);
    }

    [Fact]
    public void It_uses_what_comes_with_Ansible_and_by_its_full_name()
    {
        var tasks = InMemory.RenderNamed("seed").Where(f => Regex.IsMatch(f.Key, "^ansible/.*/(tasks|handlers)/"));
        var modules = tasks.SelectMany(f => Regex.Matches(f.Value, @"^- name: .*\n  ([\w.]+):", RegexOptions.Multiline)).Select(m => m.Groups[1].Value).ToList();
        Assert.NotEmpty(modules);
        Assert.All(modules, m => Assert.StartsWith("ansible.builtin.", m));
    }

    private static ToolResult Run(TempTree tree, string script) => InRoot.Run(
        Debian.Ansible, null, ["bash", "-c", $"export HOME=/tmp; cd {tree.Root}/ansible && {script}"], TimeSpan.FromMinutes(2), binds: [tree.Root]);
}
