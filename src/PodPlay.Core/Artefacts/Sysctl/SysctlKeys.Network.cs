using System.Collections.Immutable;
using static PodPlay.Artefacts.Sysctl.SysctlGrammar;

namespace PodPlay.Artefacts.Sysctl;

internal static partial class SysctlKeys
{
    private const long MaxInt = int.MaxValue;

    private static ImmutableArray<SysctlKey> Tcp =>
    [
        Namespace("net.ipv4.tcp_rmem", Several(3, 4096, MaxInt), "4096 131072 33554432", "bounds of TCP's receive buffer: least, at the start, most; new namespaces get a copy."),
        Namespace("net.ipv4.tcp_wmem", Several(3, 4096, MaxInt), "4096 16384 4194304", "bounds of TCP's send buffer: least, at the start, most; new namespaces get a copy."),
        Namespace("net.ipv4.tcp_congestion_control", OneOf("bbr", "cubic", "reno"), "cubic", "how TCP finds the speed of a path; bbr wants default_qdisc fq."),
        Program("net.ipv4.tcp_fastopen", Range(0, 1543), "1", "data in the first packet: 1 as client, 2 as server where the program asks for it."),
        Program("net.ipv4.tcp_syncookies", Range(0, 2), "1", "answers a flood of SYNs without remembering them; 2 is for tests."),
        Program("net.ipv4.tcp_max_syn_backlog", Range(1, MaxInt), "", "half-open connections that are remembered before cookies take over."),
        Program("net.ipv4.tcp_keepalive_time", Range(1, 32767), "7200", "seconds of silence before the first keepalive."),
        Program("net.ipv4.tcp_keepalive_intvl", Range(1, 32767), "75", "seconds between keepalives."),
        Program("net.ipv4.tcp_keepalive_probes", Range(1, 127), "9", "keepalives without an answer that end a connection."),
        Program("net.ipv4.tcp_mtu_probing", Range(0, 2), "0", "finds the path's packet size by itself where ICMP is filtered: 1 after losses, 2 always."),
        Program("net.ipv4.tcp_slow_start_after_idle", Switch, "1", "1: an idle connection starts slowly again; 0 helps long requests one after the other."),
        Program("net.ipv4.tcp_notsent_lowat", Range(0, uint.MaxValue), "4294967295", "unsent bytes in a send buffer at which a program is asked for more; bounds the delay that large buffers make."),
        Program("net.ipv4.tcp_fin_timeout", Range(1, 120), "60", "seconds that an orphaned connection waits for the other side's FIN."),
        Program("net.ipv4.tcp_tw_reuse", Range(0, 2), "2", "outgoing connections may take over a waiting socket: 2 on loopback only."),
        Program("net.ipv4.tcp_max_tw_buckets", Range(0, MaxInt), "", "waiting sockets at a time."),
        Program("net.ipv4.tcp_syn_retries", Range(1, 127), "6", "tries of an outgoing connection."),
        Program("net.ipv4.tcp_synack_retries", Range(0, 255), "5", "tries of an answer to a SYN."),
        Program("net.ipv4.tcp_retries2", Range(0, 255), "15", "tries of data before a connection is given up."),
        Program("net.ipv4.tcp_timestamps", Range(0, 2), "1", "round-trip times and protection of old sequence numbers."),
        Program("net.ipv4.tcp_sack", Switch, "1", "tells the sender which parts are missing."),
        Program("net.ipv4.tcp_window_scaling", Switch, "1", "windows above 64 KiB."),
        Program("net.ipv4.tcp_ecn", Range(0, 2), "2", "routers may mark instead of drop: 2 when the other side asks."),
        Program("net.ipv4.tcp_rfc1337", Switch, "0", "ignores resets of waiting sockets."),
    ];

    private static ImmutableArray<SysctlKey> Sockets =>
    [
        Program("net.core.somaxconn", Range(1, MaxInt), "4096", "connections that may wait for accept(); the program's own backlog must match."),
        Program("net.core.optmem_max", Range(0, MaxInt), "131072", "bytes of options that a socket may hold."),
        Program("net.ipv4.ip_local_port_range", Several(2, 1, 65535), "32768 60999", "ports of outgoing connections; published ports must lie outside."),
        Namespace("net.ipv4.ip_local_reserved_ports", Ports, "", "ports that outgoing connections do not take."),
        Namespace("net.ipv4.ip_unprivileged_port_start", Range(0, 65535), "1024", "every local user may bind ports from here up, TCP and UDP, IPv4 and IPv6."),
        Program("net.ipv4.ip_nonlocal_bind", Switch, "0", "programs may bind addresses that the machine does not have (yet)."),
        Program("net.ipv6.ip_nonlocal_bind", Switch, "0", "programs may bind addresses that the machine does not have (yet)."),
        Program("net.ipv6.bindv6only", Switch, "0", "1: a socket on [::] takes no IPv4, unless the program says otherwise."),
        Program("net.ipv4.ping_group_range", Several(2, 0, 4294967294, rising: false), "1 0", "groups whose members may ping without a privilege."),
        Program("net.ipv4.udp_rmem_min", Range(4096, MaxInt), "4096", "bytes of receive buffer that a UDP socket always gets."),
        Program("net.ipv4.udp_wmem_min", Range(4096, MaxInt), "4096", "bytes of send buffer that a UDP socket always gets."),
        Program("net.ipv4.ip_default_ttl", Range(1, 255), "64", "hops that a packet may take."),
    ];
}
