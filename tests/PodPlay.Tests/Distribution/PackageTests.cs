using System.Text.Json;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Distribution;

/// <summary>What is handed out: it installs, runs, goes again without a trace, and is the same whoever builds it.</summary>
public sealed class PackageTests : IDisposable
{
    private const string Archive = $"podplay-{Packages.Version}-linux-x64";

    private readonly string _folder = Directory.CreateTempSubdirectory("podplay-packages-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [PackageFact]
    public void The_sums_are_those_of_the_files()
    {
        var check = ProcessRunner.Run(["sha256sum", "--strict", "--check", "SHA256SUMS"], workingDirectory: Packages.Folder);

        Assert.True(check.ExitCode == 0, check.ToString());
        Assert.Equal(
            Directory.EnumerateFiles(Packages.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal),
            File.ReadLines(Packages.PathOf("SHA256SUMS")).Select(l => l.Split("  ")[1]).Append("SHA256SUMS").Order(StringComparer.Ordinal));
    }

    [PackageFact]
    public void The_archive_holds_the_program_its_manual_and_its_completions()
    {
        var list = ProcessRunner.Run(["tar", "-tzf", Packages.PathOf($"{Archive}.tar.gz")]);

        Assert.Equal(
            [
                "bin/podplay", "share/bash-completion/completions/podplay", "share/doc/podplay/CHANGELOG.md", "share/doc/podplay/copyright",
                "share/fish/vendor_completions.d/podplay.fish", "share/man/man1/podplay.1", "share/man/man5/podplay.yaml.5",
                "share/podplay/podplay.schema.json", "share/zsh/vendor-completions/_podplay",
            ],
            list.Output.Split('\n').Where(l => l.Length > 0 && !l.EndsWith('/')).Select(l => l[(Archive.Length + 1)..]).Order(StringComparer.Ordinal));
    }

    [PackageFact]
    public void The_binary_wants_the_C_library_and_nothing_else()
    {
        ProcessRunner.Run(["tar", "-C", _folder, "-xzf", Packages.PathOf($"{Archive}.tar.gz")]);
        var needed = ProcessRunner.Run(["ldd", $"{_folder}/{Archive}/bin/podplay"]).Output;

        Assert.Equal(
            ["ld-linux-x86-64.so.2", "libc.so.6", "libm.so.6", "linux-vdso.so.1"],
            needed.Split('\n').Where(l => l.Length > 0).Select(l => Path.GetFileName(l.Trim().Split(' ')[0])).Order(StringComparer.Ordinal));
    }

    [PackageTheory]
    [InlineData(Debian.Bookworm)]
    [InlineData(Debian.Trixie)]
    public void The_Debian_package_installs_runs_and_goes(Debian debian)
    {
        var run = InRoot.Run(debian, tree: null,
            [
                "bash", "-euc", $"""
                find / -xdev \( -path /proc -o -path /tmp -o -path /var/lib/dpkg -o -path /var/log \) -prune -o -print | sort >/tmp/before
                # A root of the tests, like a small container, leaves manuals out unless told.
                dpkg --path-include='/usr/*' --install '{Packages.PathOf($"podplay_{Packages.Version}_amd64.deb")}' >/dev/null
                dpkg --verify podplay
                mkdir /tmp/site; cd /tmp/site
                podplay --version
                podplay init >/dev/null
                podplay gen >/dev/null
                podplay gen --check --quiet
                find output -name '*.container' | grep -q .
                ls /usr/share/man/man1/podplay.1.gz /usr/share/man/man5/podplay.yaml.5.gz /usr/share/bash-completion/completions/podplay >/dev/null
                dpkg --purge podplay >/dev/null
                find / -xdev \( -path /proc -o -path /tmp -o -path /var/lib/dpkg -o -path /var/log \) -prune -o -print | sort | diff /tmp/before -
                """,
            ],
            TimeSpan.FromMinutes(2), input: null, Packages.Folder);

        Assert.Equal((0, $"podplay {Packages.Version} (spec 1)\n"), (run.ExitCode, run.Output));
    }

    [PackageFact]
    public void The_dotnet_tool_installs_and_runs()
    {
        var run = ProcessRunner.Run(
            [
                "bash", "-euc", $"""
                dotnet tool install podplay --tool-path tool --source '{Packages.Folder}' --version {Packages.Version} >&2
                cp '{Repository.PathOf("samples/quickstart/podplay.yaml")}' .
                tool/podplay --version
                tool/podplay gen --quiet
                diff -r output '{Repository.PathOf("output/quickstart")}'
                """,
            ],
            // A package of this name and version that an earlier run left in the user's cache would be taken instead.
            environment: new Dictionary<string, string?> { ["NUGET_PACKAGES"] = $"{_folder}/packages", ["DOTNET_NOLOGO"] = "1" },
            workingDirectory: _folder, timeout: TimeSpan.FromMinutes(3));

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal($"podplay {Packages.Version} (spec 1)\n", run.Output);
    }

    [PackageFact]
    public void The_bill_of_materials_names_every_package_inside_and_no_other()
    {
        using var bill = JsonDocument.Parse(File.ReadAllText(Packages.PathOf($"podplay-{Packages.Version}.cdx.json")));
        using var locked = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("src/PodPlay.Core/packages.lock.json")));
        using var cli = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("src/PodPlay.Cli/packages.lock.json")));

        // The compiler's own packages and the analyzers are not part of the program.
        var inside = new[] { locked, cli }
            .SelectMany(l => l.RootElement.GetProperty("dependencies").GetProperty("net10.0").EnumerateObject())
            .Where(p => p.Value.TryGetProperty("resolved", out _) && !p.Name.Contains("Analyzers", StringComparison.Ordinal) && !p.Name.Contains("ILCompiler", StringComparison.Ordinal) && !p.Name.Contains("ILLink", StringComparison.Ordinal))
            .Select(p => $"pkg:nuget/{p.Name}@{p.Value.GetProperty("resolved").GetString()}")
            .Distinct().Order(StringComparer.Ordinal);
        Assert.Equal("CycloneDX", bill.RootElement.GetProperty("bomFormat").GetString());
        Assert.Equal(inside, bill.RootElement.GetProperty("components").EnumerateArray().Select(c => c.GetProperty("purl").GetString()).Order(StringComparer.Ordinal));
    }

    /// <summary>Another folder, another moment, another home: a minute and more, since everything is compiled again.</summary>
    [PackageFact]
    public void Built_again_somewhere_else_every_byte_is_the_same()
    {
        var run = ProcessRunner.Run(
            [
                "bash", "-euc", $"""
                git clone --quiet '{Repository.Root}' checkout/of/another/name
                HOME=$PWD checkout/of/another/name/scripts/package again >/dev/null
                """,
            ],
            workingDirectory: _folder, timeout: TimeSpan.FromMinutes(15));

        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Equal(File.ReadAllText(Packages.PathOf("SHA256SUMS")), File.ReadAllText($"{_folder}/again/SHA256SUMS"));
    }
}
