using System.Globalization;
using System.Net;

namespace PodPlay.Testing.Tools;

/// <summary>Starts a server in the foreground, connects to each of its listeners, stops it.</summary>
/// <remarks>
/// A syntax check opens no socket: Apache's <c>-t</c> says "Syntax OK" to <c>Listen 80</c> beside <c>Listen [::]:80</c>,
/// which cannot start on Linux, where the first already takes both families.
/// </remarks>
internal static class ServerStart
{
    /// <summary>Prefix of the script's own complaints.</summary>
    private const string Mark = "podplay-test: ";

    private const string Script = """
        command=$1; export FILE=$2; shift 2
        # Addresses of the container or the host: here they all sit on lo. No DAD, or IPv6 would be tentative for a second.
        for listener in "$@"; do
            address=${listener%/*}
            case $address in
                127.* | ::1) ;;
                *:*) ip -6 address replace "$address/128" dev lo nodad ;;
                *) ip address replace "$address/32" dev lo ;;
            esac
        done
        eval "$command" &
        server=$!
        # A server binds all its sockets before it serves one: five seconds for the first to be up, then one for each other.
        tries=100
        for listener in "$@"; do
            for ((try = 0; try < tries; try++)); do
                if (exec 3<>"/dev/tcp/$listener") 2>/dev/null; then tries=20; continue 2; fi
                if ! kill -0 $server 2>/dev/null; then
                    wait $server
                    echo "podplay-test: the server ended with exit code $?" >&2
                    exit 1
                fi
                sleep 0.05
            done
            echo "podplay-test: nothing listens on ${listener%/*} port ${listener##*/}" >&2
            failed=1
        done
        kill $server
        wait $server
        exit ${failed:-0}
        """;

    /// <param name="command">A line of shell that execs the server; <c>$FILE</c> is its configuration.</param>
    public static Verdict Run(Debian debian, string tree, string command, string file, IReadOnlyList<IPEndPoint> listeners)
    {
        var result = InRoot.Script(debian, tree, Script, [command, file, .. listeners.Select(PathOf)]);
        return Verdict.Of(result, result.ErrorLines.Where(line => line.StartsWith(Mark, StringComparison.Ordinal)));
    }

    /// <summary>As in bash's /dev/tcp/ADDRESS/PORT.</summary>
    private static string PathOf(IPEndPoint listener) =>
        string.Create(CultureInfo.InvariantCulture, $"{listener.Address}/{listener.Port}");
}
