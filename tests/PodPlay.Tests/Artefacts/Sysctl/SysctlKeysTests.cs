using PodPlay.Artefacts.Sysctl;

namespace PodPlay.Tests.Artefacts.Sysctl;

public sealed class SysctlKeysTests
{
    [Fact]
    public void No_key_is_there_twice() => Assert.Equal(SysctlKeys.All.Select(k => k.Pattern).Distinct(), SysctlKeys.All.Select(k => k.Pattern));

    [Fact]
    public void The_kernel_s_own_value_of_each_key_is_a_value_of_it() =>
        Assert.All(SysctlKeys.All.Where(k => k.Default.Length > 0), k => Assert.True(k.Value.Accepts(k.Default), $"{k.Pattern}: {k.Default} is not {k.Value.Expected}"));

    [Fact]
    public void Every_reason_is_one_sentence() => Assert.All(SysctlKeys.All, k => Assert.EndsWith(".", k.Why));

    [Theory]
    [InlineData("net.ipv4.conf.all.rp_filter", "net.ipv4.conf.*.rp_filter")]
    [InlineData("net/ipv4/conf/enp3s0.200/forwarding", "net.ipv4.conf.*.forwarding")]
    [InlineData("net.ipv4.conf.enp3s0/200.forwarding", "net.ipv4.conf.*.forwarding")]
    [InlineData("net.core.somaxconn", "net.core.somaxconn")]
    public void A_key_is_found_in_either_spelling(string key, string pattern) => Assert.Equal(pattern, SysctlKeys.Find(key)?.Pattern);

    [Theory]
    [InlineData("net.core.rmem_mx", "net.core.rmem_max")]
    [InlineData("net.ipv4.conf.eth0.rp_filtr", "net.ipv4.conf.eth0.rp_filter")]
    [InlineData("net.ipv4.tcp_fast_open", "net.ipv4.tcp_fastopen")]
    public void A_misspelt_key_has_a_suggestion(string key, string meant)
    {
        Assert.Null(SysctlKeys.Find(key));
        Assert.Equal(meant, SysctlKeys.Suggest(key));
    }

    [Theory]
    [InlineData("net.ipv4.tcp_fastopen", "3", true)]
    [InlineData("net.ipv4.tcp_fastopen", "yes", false)]
    [InlineData("net.ipv4.tcp_fastopen", "+1", false)]
    [InlineData("net.ipv4.tcp_fastopen", "-1", false)]
    [InlineData("net.ipv4.tcp_rmem", "4096 87380 134217728", true)]
    [InlineData("net.ipv4.tcp_rmem", "4096 87380", false)]
    [InlineData("net.ipv4.tcp_rmem", "4096 134217728 87380", false)]
    [InlineData("net.ipv4.tcp_rmem", "\"4096 87380 134217728\"", false)]
    [InlineData("net.core.default_qdisc", "fq", true)]
    [InlineData("net.core.default_qdisc", "fast", false)]
    [InlineData("net.ipv4.ip_local_reserved_ports", "8080,9000-9010", true)]
    [InlineData("net.ipv4.ip_local_reserved_ports", "8080, 9000", false)]
    [InlineData("net.ipv4.ip_local_reserved_ports", "9010-9000", false)]
    [InlineData("net.ipv4.ip_unprivileged_port_start", "70000", false)]
    [InlineData("net.ipv6.conf.all.accept_source_route", "-1", true)]
    public void Values_are_read_by_the_grammar_of_their_key(string key, string value, bool good) =>
        Assert.Equal(good, SysctlKeys.Find(key)!.Value.Accepts(value));
}
