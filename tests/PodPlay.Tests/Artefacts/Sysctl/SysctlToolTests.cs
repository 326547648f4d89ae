using PodPlay.Artefacts.Sysctl;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Sysctl;

/// <summary>The key table against the kernel, and against podman 5.4.2. The machine's own keys are never written.</summary>
public sealed class SysctlToolTests
{
    // Modules may be missing on the machine that tests; their keys are left to the table.
    private static IEnumerable<SysctlKey> OfNetwork(SysctlScope scope) =>
        SysctlKeys.All.Where(k => k.Scope == scope && k.Module is null && k.Pattern.StartsWith("net.", StringComparison.Ordinal));

    private static string Key(SysctlKey key) => key.Pattern.Replace("*", "default", StringComparison.Ordinal);

    private static string Value(SysctlKey key) => key.Pattern switch
    {
        "net.ipv4.ip_local_reserved_ports" => "9000-9010",
        // Only what the machine has built in and allows; every kernel has reno.
        "net.ipv4.tcp_congestion_control" => "reno",
        _ => key.Default.Length > 0 ? key.Default : "4096",
    };

    private static IEnumerable<string> Options(IEnumerable<SysctlKey> keys) => keys.SelectMany(k => new[] { "--sysctl", $"{Key(k)}={Value(k)}" });

    [ToolFact]
    public void Keys_of_the_network_s_namespace_take_their_values_there() =>
        SysctlCheck.Apply(OfNetwork(SysctlScope.Network).ToDictionary(Key, Value)).MustAccept();

    [ToolFact]
    public void The_machine_s_network_keys_cannot_be_set_there()
    {
        var keys = OfNetwork(SysctlScope.Host).ToDictionary(Key, Value);

        Assert.Equal(keys.Count, SysctlCheck.Apply(keys).Complaints.Count(c => c.Contains("cannot be set", StringComparison.Ordinal)));
    }

    [ToolFact]
    public void Podman_sets_every_key_of_the_network_s_namespace_for_a_container()
    {
        var result = PodmanRun.InContainer(null, [.. Options(OfNetwork(SysctlScope.Network))], "true");

        Assert.True(result.ExitCode == 0, result.ToString());
    }

    // Not run: the test's root shows all of /proc/sys but net/ read-only.
    [ToolFact]
    public void Podman_allows_every_key_of_the_IPC_namespace_for_a_container()
    {
        var result = PodmanRun.Create([.. Options(SysctlKeys.All.Where(k => k.Scope == SysctlScope.Ipc))]);

        Assert.True(result.ExitCode == 0, result.ToString());
    }

    [ToolTheory(Debian.Trixie)]
    [InlineData("vm.swappiness=60", "is not allowed")]
    [InlineData("net.core.rmem_max=212992", "rmem_max")]
    public void Podman_refuses_the_machine_s_keys(string setting, string words)
    {
        var result = PodmanRun.InContainer(null, ["--sysctl", setting], "true");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(words, result.Error);
    }

    [ToolFact]
    public void Podman_splits_a_value_at_its_commas() =>
        Assert.Contains("9000 is invalid", PodmanRun.Create("--sysctl", "net.ipv4.ip_local_reserved_ports=8080,9000").Error);

    [ToolFact]
    public void Podman_refuses_the_network_s_keys_on_the_host_s_network()
    {
        var result = PodmanRun.InContainer(null, ["--network", "host", "--sysctl", "net.core.somaxconn=4096"], "true");

        Assert.Contains("can't be set since Network Namespace set to host", result.Error);
    }
}
