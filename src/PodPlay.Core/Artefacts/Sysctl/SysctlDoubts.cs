using System.Globalization;

namespace PodPlay.Artefacts.Sysctl;

/// <summary>Values that are allowed, and do not do what one hopes: said as a comment above them, and by <c>podplay check</c>.</summary>
internal static class SysctlDoubts
{
    private const long ManyBytes = 64 * 1024 * 1024;

    /// <summary>A sentence about each doubtful part; mostly none.</summary>
    public static IEnumerable<string> About(string key, string value)
    {
        if (SysctlKeys.Find(key) is not { } known || !known.Value.Accepts(value))
            return [];
        var name = SysctlName.Parse(key).ToString();
        var numbers = SysctlGrammar.Words(value).Select(w => long.TryParse(w, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : 0).ToArray();
        return name switch
        {
            "net.core.rmem_max" or "net.core.wmem_max" when numbers[0] > ManyBytes =>
                ["any local program may pin that much memory with one socket; 8388608 is enough for DNS and QUIC"],
            "net.ipv4.tcp_rmem" => Buffers(numbers, numbers[1] < 131072 ? "the middle value is less than today's default 131072 (87380 was that of kernels before 4.20)" : null),
            "net.ipv4.tcp_wmem" => Buffers(numbers, numbers[1] > 16384 ? "the middle value is more than the default 16384: a fast local sender then delays what comes behind it" : null),
            "net.ipv4.tcp_fastopen" when (numbers[0] & 2) != 0 =>
                ["the server side works only for programs that ask for it (HAProxy with tfo, Apache never), and data in a SYN can be sent twice"],
            "net.ipv4.conf.all.rp_filter" or "net.ipv4.conf.default.rp_filter" when numbers[0] == 1 =>
                ["strict mode breaks published ports of containers in several networks"],
            _ => [],
        };
    }

    private static IEnumerable<string> Buffers(long[] numbers, string? middle)
    {
        if (middle is not null)
            yield return middle;
        if (numbers[2] > ManyBytes)
            yield return "the last value is bounded by net.ipv4.tcp_mem alone; 16777216 covers 1 Gbit/s over 130 ms";
    }
}
