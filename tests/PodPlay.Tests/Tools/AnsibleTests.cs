using System.Text.RegularExpressions;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Tools;

/// <summary>The playbook as Ansible's own tools read it.</summary>
public sealed class AnsibleTests
{
    [ToolFact(Debian.Ansible)]
    public void Ansible_reads_it_and_its_lint_finds_nothing_in_its_strictest_profile()
    {
        using var tree = TempTree.Of([.. InMemory.RenderNamed("seed").Select(f => (f.Key, f.Value))]);
        var read = Run(tree, "ansible-playbook -i inventory.yml --syntax-check site.yml && ansible-lint --offline --profile production site.yml");
        Assert.True(read.ExitCode == 0, read.ToString());
        Assert.Contains("Profile 'production' was required, and it passed", read.Output + read.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_role_is_the_same_for_every_network()
    {
        var seed = Role("seed");
        Assert.NotEmpty(seed);
        foreach (var sample in InMemory.Names)
            Assert.Equal(seed, Role(sample));
        static SortedDictionary<string, string> Role(string sample) =>
            new(InMemory.RenderNamed(sample).Where(f => f.Key.StartsWith("ansible/", StringComparison.Ordinal) && f.Key != "ansible/inventory.yml").ToDictionary(), StringComparer.Ordinal);
    }

    [ToolFact(Debian.Ansible)]
    public void Its_inventory_has_the_hosts_that_let_ssh_in()
    {
        var text = InMemory.Text("seed");
        Assert.Equal("fast 192.168.1.101 22, main 192.168.1.100 22", Inventory(text));
        Assert.Equal("fast 192.168.1.101 2222", Inventory(Admin(Admin(text, "100", "none"), "101", "2222")));
        Assert.Equal("", Inventory(Admin(Admin(text, "100", "none"), "101", "none")));

        static string Admin(string text, string host, string ssh) =>
            text.Replace($"    address: [192.168.1.{host}, 2001:db8:1::{host}]\n", $"    address: [192.168.1.{host}, 2001:db8:1::{host}]\n    admin: {{ ssh: {ssh} }}{(ssh == "none" ? " # podplay: allow PP408 - it has a console" : "")}\n", StringComparison.Ordinal);
    }

    // As Ansible reads it: names, addresses and ports.
    private static string Inventory(string text)
    {
        using var tree = TempTree.Of([.. InMemory.Compile(text).Render().Files.Where(f => f.Key.StartsWith("ansible/", StringComparison.Ordinal)).Select(f => (f.Key, System.Text.Encoding.UTF8.GetString(f.Value)))]);
        var read = Run(tree, "ansible-inventory -i inventory.yml --list");
        Assert.True(read.ExitCode == 0, read.ToString());
        var hosts = System.Text.Json.Nodes.JsonNode.Parse(read.Output)!["_meta"]!["hostvars"]!.AsObject();
        return string.Join(", ", hosts.Select(h => $"{h.Key} {h.Value!["ansible_host"]} {h.Value["ansible_port"]}"));
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
        const string path = "etc/{{ lookup('pipe', 'id') }}'s \\.container";
        using var tree = TempTree.Of([
            .. InMemory.RenderNamed("quickstart").Select(f => (f.Key, f.Value)),
            ("said", $"To do:\n---\nput:\n  - '{path.Replace("'", "''", StringComparison.Ordinal)}'\n"),
            ("ansible/show.yml", "- hosts: localhost\n  gather_facts: false\n  vars_files: [roles/podplay/vars/main.yml]\n  tasks:\n    - ansible.builtin.command: cat ../said\n      register: podplay_look\n    - ansible.builtin.copy:\n        content: '{{ podplay_todo.put[0] }}'\n        dest: /tmp/said\n")]);
        var said = Run(tree, "ansible-playbook show.yml >/dev/null && cat /tmp/said");
        Assert.Equal(path, said.Output);
    }

    [Fact]
    public void It_uses_what_comes_with_Ansible_and_by_its_full_name()
    {
        var tasks = InMemory.RenderNamed("seed").Where(f => Regex.IsMatch(f.Key, "^ansible/.*/tasks/"));
        var modules = tasks.SelectMany(f => Regex.Matches(f.Value, @"^- name: .*\n  ([\w.]+):", RegexOptions.Multiline)).Select(m => m.Groups[1].Value).ToList();
        Assert.NotEmpty(modules);
        Assert.All(modules, m => Assert.StartsWith("ansible.builtin.", m));
    }

    private static ToolResult Run(TempTree tree, string script) => InRoot.Run(
        Debian.Ansible, null, ["bash", "-c", $"export HOME=/tmp; cd {tree.Root}/ansible && {script}"], TimeSpan.FromMinutes(2), binds: [tree.Root]);
}
