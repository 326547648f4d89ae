using PodPlay.Testing.Tools;

namespace PodPlay.Tools;

public class SysctlCheckTests
{
    private static Verdict Apply(string key, string value, params string[] interfaces) =>
        SysctlCheck.Apply(new Dictionary<string, string> { [key] = value }, interfaces);

    [ToolFact]
    public void Keys_of_a_namespace_are_set_and_read_back()
    {
        Apply("net.ipv4.ip_unprivileged_port_start", "80").MustAccept();
        Apply("net.ipv4.ip_local_port_range", "20000 60000").MustAccept();
        Apply("net.ipv4.conf.pp-web.rp_filter", "2", "pp-web").MustAccept();
    }

    [ToolFact]
    public void A_misspelt_key_is_rejected() => Apply("net.ipv4.ip_froward", "1").MustReject("net/ipv4/ip_froward: cannot be set");

    [ToolFact]
    public void A_value_out_of_range_is_rejected() => Apply("net.ipv4.ip_unprivileged_port_start", "70000").MustReject("cannot be set");

    [ToolFact]
    public void A_key_of_the_machine_below_net_is_refused_by_the_kernel() => Apply("net.core.rmem_max", "262144").MustReject("cannot be set");

    [Theory]
    [InlineData("vm.swappiness")]
    [InlineData("kernel.hostname")]
    [InlineData("fs.file-max")]
    [InlineData("net/../vm/swappiness")]
    [InlineData("net...vm.swappiness")]
    [InlineData("network")]
    public void A_key_that_would_change_this_machine_is_never_written(string key) =>
        Assert.Throws<ArgumentException>(() => Apply(key, "1"));

    /// <summary>The second guard, should the first one ever have a hole.</summary>
    [ToolFact]
    public void The_root_shows_the_keys_of_the_machine_read_only() =>
        Assert.NotEqual(0, InRoot.Script(Debian.Trixie, null, "cat /proc/sys/vm/swappiness > /proc/sys/vm/swappiness").ExitCode);
}
