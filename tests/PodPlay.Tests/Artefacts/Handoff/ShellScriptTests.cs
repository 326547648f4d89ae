using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Artefacts.Handoff;

/// <summary>Scripts that run as root on somebody's hosts are read by ShellCheck first, every one of every sample.</summary>
public sealed class ShellScriptTests
{
    [MachineToolFact("shellcheck")]
    public void Every_script_of_every_sample_is_a_clean_posix_script()
    {
        // What a VyOS router runs is no POSIX shell; its own strict reader reads it back.
        var scripts = Directory.EnumerateFiles(Path.Combine(Repository.Root, "output"), "*.sh", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/router/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();

        Assert.NotEmpty(scripts);
        // Half a megabyte of shell: seconds on a machine of one's own, minutes on a busy one.
        var result = ProcessRunner.Run(["shellcheck", "--shell=sh", "--severity=warning", .. scripts], timeout: TimeSpan.FromMinutes(5));
        Assert.True(result.ExitCode == 0, result.ToString());
    }

    [MachineToolFact("shellcheck")]
    public void Shellcheck_sees_a_bashism_and_an_open_quote()
    {
        Assert.NotEqual(0, ProcessRunner.Run(["shellcheck", "--shell=sh", "-"], "#!/bin/sh\n[[ -n $1 ]] && echo yes\n").ExitCode);
        Assert.NotEqual(0, ProcessRunner.Run(["shellcheck", "--shell=sh", "-"], "#!/bin/sh\necho \"open\n").ExitCode);
    }
}
