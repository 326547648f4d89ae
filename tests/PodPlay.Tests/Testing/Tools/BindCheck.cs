namespace PodPlay.Testing.Tools;

/// <summary>BIND 9.20 (Debian 13) on a name server's folder.</summary>
internal static class BindCheck
{
    /// <summary>What named itself refuses, and with the strict flags what named-checkzone only mentions by default; anything that it says
    /// beside "loaded" counts as a fault.</summary>
    private const string Script = """
        # The secrets of the container, and its volume with the zones that change.
        mkdir -p /run/secrets
        sed -n 's,^include "/run/secrets/\(.*\)";$,\1,p' /etc/bind/named.conf | while read -r key; do
            tsig-keygen -a hmac-sha256 "$key" >"/run/secrets/$key"
        done
        cp -n /etc/bind/zones/dynamic/*.zone /var/lib/bind/ 2>/dev/null
        named-checkconf -z /etc/bind/named.conf >/tmp/out 2>&1 || echo "podplay-test: named-checkconf: $(cat /tmp/out)"
        grep -v ': loaded serial ' /tmp/out | sed 's/^/podplay-test: /'
        for file in /etc/bind/zones/*/*.zone; do
            zone=${file##*/}
            named-checkzone -i full -k fail -m fail -M fail -n fail -r fail -S fail -T warn -W warn "${zone%.zone}" "$file" >/tmp/out 2>&1 ||
                echo "podplay-test: named-checkzone refuses $file"
            grep -v -e ': loaded serial ' -e '^OK$' /tmp/out | sed 's/^/podplay-test: /'
        done
        exit 0
        """;

    /// <param name="tree">With the name server's folder at etc/bind.</param>
    public static Verdict Check(string tree)
    {
        var result = InRoot.Script(Debian.Trixie, tree, Script);
        return Verdict.Of(result, ToolResult.LinesOf(result.Output).Where(l => l.StartsWith("podplay-test: ", StringComparison.Ordinal)));
    }
}
