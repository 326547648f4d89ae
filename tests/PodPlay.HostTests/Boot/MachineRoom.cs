using System.Diagnostics;
using System.Globalization;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Boot;

/// <summary>One run of scripts/lab: hosts boot in it, and are gone with it, also when the tests are killed.</summary>
internal sealed class MachineRoom : IDisposable
{
    private readonly Process _lab;
    private readonly string _inside;

    public MachineRoom()
    {
        var start = new ProcessStartInfo(Repository.PathOf("scripts/lab")) { RedirectStandardInput = true, RedirectStandardOutput = true };
        _lab = Process.Start(start) ?? throw new InvalidOperationException("scripts/lab cannot be started");
        _inside = _lab.StandardOutput.ReadLine()?.Split(' ') is ["lab", { Length: > 0 } id] ? id : throw new InvalidOperationException("scripts/lab did not say where it is");
        // The name of the process is there before the folders are.
        for (var wait = Stopwatch.StartNew(); Run(["test", "-e", "/run/lab/ready"]).ExitCode != 0 && wait.Elapsed < TimeSpan.FromSeconds(10);)
            Thread.Sleep(20);
    }

    /// <summary>The words in front of a command that runs in its namespaces.</summary>
    public IReadOnlyList<string> Enter => ["nsenter", "--target", _inside, "--mount", "--net", "--pid", "--ipc", "--"];

    /// <summary>In its namespaces, on the machine's own files.</summary>
    public ToolResult Run(IReadOnlyList<string> command, string? input = null, TimeSpan? timeout = null) =>
        ProcessRunner.Run([.. Enter, .. command], input, timeout: timeout);

    /// <summary>Debian with systemd, its network still empty; its network namespace has the host's name.</summary>
    public BootedHost Boot(string name, Debian debian) => Started(name, "lab-boot", name, ToolRoots.NameOf(debian));

    /// <summary>The same host after a start of its own; its network is empty again.</summary>
    public BootedHost Reboot(string name) => Started(name, "lab-reboot", name);

    private BootedHost Started(string name, string script, params IReadOnlyList<string> arguments)
    {
        var booted = Run([Repository.PathOf($"scripts/lib/{script}"), .. arguments], timeout: TimeSpan.FromMinutes(2));
        Assert.True(booted.ExitCode == 0, booted.ToString());
        var host = new BootedHost(this, name, int.Parse(booted.Output.Trim(), CultureInfo.InvariantCulture));
        NameNamespace(name, $"/proc/{host.Init}/ns/net");
        return host;
    }

    /// <summary>Makes a network namespace known to <c>ip netns</c>.</summary>
    public void NameNamespace(string name, string path)
    {
        var named = Run(["sh", "-c", $"umount -l /run/netns/{name} 2>/dev/null; touch /run/netns/{name} && mount --bind {path} /run/netns/{name}"]);
        Assert.True(named.ExitCode == 0, named.ToString());
    }

    public void Dispose()
    {
        _lab.StandardInput.Close();
        if (!_lab.WaitForExit(TimeSpan.FromSeconds(30)))
            _lab.Kill(entireProcessTree: true);
        _lab.Dispose();
    }
}
