using System.Text;
using PodPlay.Testing.Tools;
using PodPlay.Tests.Artefacts.Runbook;

namespace PodPlay.Boot;

/// <summary>
/// Somebody who has a host's page, the output of podplay, secrets and archives, and an empty machine: does what the page says, block
/// by block, word for word. Only the way between the two machines is not ssh.
/// </summary>
internal sealed class RestoredHost : IDisposable
{
    private readonly TempTree _elsewhere;
    private readonly BootedHost _host;
    private Task<ToolResult>? _installing;

    /// <param name="files">The output of podplay.</param>
    /// <param name="podman">The words before a <c>podman</c> that has all images, on another machine.</param>
    public RestoredHost(BootedHost host, IReadOnlyDictionary<string, byte[]> files, IReadOnlyList<string> podman)
    {
        _host = host;
        _elsewhere = TempTree.Of([.. files.Select(f => ($"output/{f.Key}", Encoding.UTF8.GetString(f.Value)))]);
        // As sshd does it: one line for root's shell, and a connection that is new.
        Program("ssh", $"shift; exec {Words([.. host.Room.Enter, .. host.Enter])} sh -c \"cd /root && export SSH_CONNECTION=elsewhere-$$ && $*\"");
        Program("podman", $"exec {Words(podman)} podman \"$@\"");
        Directory.CreateDirectory(Path.Combine(_elsewhere.Root, "secrets"));
        Directory.CreateDirectory(Path.Combine(_elsewhere.Root, "backup"));
    }

    public void Bring(string path, string content) => _elsewhere.Write(path, content);

    /// <summary>A folder of another host, below <c>backup</c>.</summary>
    public void BringArchives(BootedHost from, string folder) =>
        Must(ProcessRunner.Run(["sh", "-c", "folder=$1; shift; \"$@\" | tar -C \"$folder/backup\" -xf -", "sh", _elsewhere.Root, .. from.Room.Enter, .. from.Enter, "tar", "-C", folder, "-cf", "-", "."]), "archives");

    /// <summary>Every block of the page in its order.</summary>
    /// <param name="beforeInstalling">What the internet would give: images of registries.</param>
    public void FollowThe(string page, Action beforeInstalling)
    {
        foreach (var (where, command) in RunbookBlocks.Of(page).SelectMany(b => b.Commands.Select(c => (b.Where, c))))
        {
            if (command.Contains(".apply.sh", StringComparison.Ordinal) && where == "change")
            {
                beforeInstalling();
                _installing = Task.Run(() => Here($"export SSH_CONNECTION='first'; {command}"));
            }
            else if (command.EndsWith(" confirm", StringComparison.Ordinal))
            {
                Confirm(command);
            }
            else if (where == "look")
            {
                Look(command);
            }
            else
            {
                Must(where == "elsewhere" ? Elsewhere(command) : Here(command), command);
            }
        }
    }

    /// <summary>A line of the machine that has everything.</summary>
    public ToolResult Elsewhere(string command) =>
        ProcessRunner.Run(["bash", "-o", "pipefail", "-c", command], environment: new Dictionary<string, string?> { ["PATH"] = $"{_elsewhere.Root}/bin:{Environment.GetEnvironmentVariable("PATH")}" }, workingDirectory: _elsewhere.Root, timeout: TimeSpan.FromMinutes(3));

    public void Dispose() => _elsewhere.Dispose();

    private ToolResult Here(string command) => _host.Run(["env", "HOME=/root", "bash", "-c", $"cd /root && {command}"], timeout: TimeSpan.FromMinutes(5));

    // Within two minutes of the question.
    private void Confirm(string command)
    {
        Wait.Until(TimeSpan.FromMinutes(5), () => _installing!.IsCompleted || Elsewhere(command).ExitCode == 0, "nobody asks for a confirmation");
        Must(_installing!.Result, "the script");
    }

    private void Look(string line)
    {
        var parts = line.Split("   # ");
        var answer = Here(parts[0]);
        var said = answer.Output.TrimEnd('\n').Replace("\n", ", ", StringComparison.Ordinal);
        Assert.True((said.Length == 0 ? "nothing" : said) == parts[1], $"{line}\n{answer}");
    }

    private static void Must(ToolResult result, string what) => Assert.True(result.ExitCode == 0, $"{what}\n{result}");

    private void Program(string name, string script)
    {
        Bring($"bin/{name}", $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(Path.Combine(_elsewhere.Root, "bin", name), UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    private static string Words(IEnumerable<string> words) => string.Join(' ', words.Select(w => $"'{w}'"));
}
