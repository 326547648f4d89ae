using System.Diagnostics;
using System.Globalization;

namespace PodPlay.Prober;

/// <summary>
/// Sends packets between network namespaces and says what arrived. Reads commands from standard input, one a line:
/// <code>
/// listen NAMESPACE SERVER tcp|udp ADDRESS PORT...         answer there with the server's name
/// probe NAMESPACE USER SOURCE tcp|udp TARGET EXPECTED PORT...   one probe a port, to be asked by `ask`; EXPECTED: + or -
/// ask all|until-wrong QUIET LIMIT                         the probes, milliseconds; prints NUMBER SERVER CLIENT for each answer, then `asked COUNT`, the first so many
/// forget NAMESPACE                                        the connections that its kernel remembers
/// shell COMMAND                                           to its end; anything but exit code 0 ends the prober
/// </code>
/// Numbers count probes from 0 in the order of their commands. Needs root.
/// </summary>
internal static class Program
{
    public static int Main()
    {
        Libc.AllowOpenFiles();
        var prober = new Prober();
        var probes = new List<Probe>();
        using var output = new StreamWriter(Console.OpenStandardOutput());
        while (Console.ReadLine() is { } line)
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            switch (words)
            {
                case ["listen", var place, var server, var protocol, var address, .. var ports]:
                    foreach (var port in ports)
                        prober.Listen(place, server, protocol == "tcp", address, Number(port));
                    break;
                case ["probe", var place, var user, var source, var protocol, var target, var expected, .. var ports]:
                    probes.AddRange(ports.Select(p => new Probe(place, Number(user), source, protocol == "tcp", target, Number(p), expected == "+")));
                    break;
                case ["ask", var until, var quiet, var limit]:
                    var asked = prober.Ask(probes, Number(quiet), Number(limit), until == "until-wrong");
                    for (var i = 0; i < probes.Count; i++)
                    {
                        if (probes[i].Server is { } answering)
                            output.Write(string.Create(CultureInfo.InvariantCulture, $"{i} {answering} {probes[i].Client}\n"));
                    }
                    output.Write(string.Create(CultureInfo.InvariantCulture, $"asked {asked}\n"));
                    output.Flush();
                    break;
                case ["forget", var place]:
                    NetworkNamespace.ForgetConnections(place);
                    break;
                case ["shell", ..] when Shell(line[6..]) is var code and not 0:
                    Console.Error.WriteLine($"exit code {code}: {line}");
                    return 1;
                case ["shell", ..] or []:
                    break;
                default:
                    Console.Error.WriteLine($"no command: {line}");
                    return 2;
            }
        }
        return 0;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static int Shell(string command)
    {
        using var process = Process.Start("/bin/sh", ["-c", command]);
        process.WaitForExit();
        return process.ExitCode;
    }
}
