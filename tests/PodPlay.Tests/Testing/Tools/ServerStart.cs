using System.Globalization;
using System.Net;

namespace PodPlay.Testing.Tools;

/// <summary>Starts a server that works with child processes (Apache, HAProxy -W) in the foreground, connects to each of its listeners, stops it.</summary>
/// <remarks>
/// A syntax check opens no socket: Apache's <c>-t</c> says "Syntax OK" to <c>Listen 80</c> beside <c>Listen [::]:80</c>,
/// which cannot start on Linux, where the first already takes both families.
/// </remarks>
internal static class ServerStart
{
    /// <summary>Prefix of the script's own complaints.</summary>
    private const string Mark = "podplay-test: ";

    private const string Script = """
        prepare=$1 command=$2; export FILE=$3; shift 3
        # Addresses of the container or the host: here they all sit on lo. No DAD, or IPv6 would be tentative for a second.
        for listener in "$@"; do
            address=${listener%/*}
            case $address in
                127.* | ::1) ;;
                *:*) ip -6 address replace "$address/128" dev lo nodad ;;
                *) ip address replace "$address/32" dev lo ;;
            esac
        done
        # Preparation first, by itself: its own children must not pass for workers.
        eval "$prepare"
        eval "exec $command" &
        server=$!
        # Ready means: it has forked a worker. An open port means nothing yet: of two addresses that collide, the first one takes
        # connections for a moment before the second one ends the server.
        for ((try = 0; try < 200; try++)); do
            if pgrep -P $server >/dev/null; then break; fi
            if ! kill -0 $server 2>/dev/null; then
                wait $server
                echo "podplay-test: the server ended with exit code $?" >&2
                exit 1
            fi
            sleep 0.05
        done
        [ $try -lt 200 ] || { echo "podplay-test: the server forked no worker within ten seconds" >&2; exit 1; }
        for listener in "$@"; do
            # On a busy machine the worker is there before it listens.
            for ((try = 0; try < 100; try++)); do
                if (exec 3<>"/dev/tcp/$listener") 2>/dev/null || ! pgrep -P $server >/dev/null; then break; fi
                sleep 0.05
            done
            if ! (exec 3<>"/dev/tcp/$listener") 2>/dev/null; then
                echo "podplay-test: nothing listens on ${listener%/*} port ${listener##*/}" >&2
                failed=1
            fi
        done
        kill $server
        wait $server
        exit ${failed:-0}
        """;

    /// <param name="prepare">Shell to run before; may set variables for the server.</param>
    /// <param name="command">The server's command, without anything around it; <c>$FILE</c> is its configuration.</param>
    public static Verdict Run(
        Debian debian, string tree, string prepare, string command, string file, IReadOnlyList<IPEndPoint> listeners)
    {
        var result = InRoot.Script(debian, tree, Script, [prepare, command, file, .. listeners.Select(PathOf)]);
        return Verdict.Of(result, result.ErrorLines.Where(line => line.StartsWith(Mark, StringComparison.Ordinal)));
    }

    /// <summary>As in bash's /dev/tcp/ADDRESS/PORT.</summary>
    private static string PathOf(IPEndPoint listener) =>
        string.Create(CultureInfo.InvariantCulture, $"{listener.Address}/{listener.Port}");
}
