using System.Text;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Boot;

/// <summary>An administrator's machine on the LAN, with a key that the hosts take while it is there. Everything goes over ssh.</summary>
internal sealed class AdminMachine : IDisposable
{
    private const string Place = "lan";

    private readonly BootedNetwork _lab;
    private readonly IReadOnlyList<BootedHost> _hosts;
    private readonly TempTree _key;

    public AdminMachine(BootedNetwork lab, IEnumerable<BootedHost> hosts)
    {
        _lab = lab;
        _hosts = [.. hosts];
        var first = _hosts[0];
        first.Shell("rm -f /root/key /root/key.pub && ssh-keygen -q -t ed25519 -N '' -f /root/key");
        var open = first.Shell("cat /root/key.pub");
        foreach (var host in _hosts)
            host.Shell("mkdir -p -m 700 /root/.ssh && cat >/root/.ssh/authorized_keys && systemctl start ssh", open);
        _key = TempTree.Of(("key", first.Shell("cat /root/key; rm /root/key /root/key.pub")));
        File.SetUnixFileMode(Path.Combine(_key.Root, "key"), UnixFileMode.UserRead);
        var names = string.Concat(_hosts.Select(h => $"Host {h.Name}\n  HostName {lab.AddressOf(h)}\n"));
        _key.Write("config", $"{names}Host *\n  IdentityFile {_key.Root}/key\n  StrictHostKeyChecking no\n  UserKnownHostsFile /dev/null\n  LogLevel ERROR\n  ConnectTimeout 3\n");
    }

    /// <summary>Where a connection can be shared: <c>-M -S</c>, and then <c>-S</c>.</summary>
    public string Socket => $"{_key.Root}/connection";

    /// <summary>A command on a host, over a connection of its own unless the options say otherwise.</summary>
    public ToolResult Ssh(string address, string command, TimeSpan? timeout = null, params IReadOnlyList<string> options) => Run(
        _key,
        ["ssh", "-F", $"{_key.Root}/config", .. options, $"root@{address}", command],
        timeout ?? TimeSpan.FromMinutes(1));

    /// <summary>A line of a shell in the folder above <c>output</c>. Hosts have their names.</summary>
    public ToolResult Type(TempTree folder, string line) =>
        Run(folder, ["bash", "-o", "pipefail", "-c", $"mkdir -p -m 700 ~/.ssh && cp {_key.Root}/config ~/.ssh/ && cd {folder.Root} && {line}"], TimeSpan.FromMinutes(5));

    /// <summary>The playbook of an output.</summary>
    public ToolResult Play(IReadOnlyDictionary<string, byte[]> files, string options = "")
    {
        using var folder = TempTree.Of([.. files.Select(f => (f.Key, Encoding.UTF8.GetString(f.Value)))]);
        return Run(
            folder,
            ["env", "ANSIBLE_HOST_KEY_CHECKING=False", "ANSIBLE_NOCOLOR=1", $"ANSIBLE_PRIVATE_KEY_FILE={_key.Root}/key", "ANSIBLE_TIMEOUT=10",
             "sh", "-c", $"cd {folder.Root} && exec ansible-playbook -i ansible/inventory.yml ansible/site.yml {options}"],
            TimeSpan.FromMinutes(10));
    }

    // With the programs of the root that has Ansible.
    private ToolResult Run(TempTree folder, IReadOnlyList<string> command, TimeSpan timeout) => _lab.Room.Run(
        ["ip", "netns", "exec", Place, Repository.PathOf("scripts/in-root"), "--net", "--bind", folder.Root, "--bind", _key.Root, ToolRoots.NameOf(Debian.Ansible), .. command],
        timeout: timeout);

    public void Dispose()
    {
        foreach (var host in _hosts)
            host.Run(["systemctl", "stop", "ssh"]);
        _key.Dispose();
    }
}
