using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.RegularExpressions;
using PodPlay.Artefacts.Quadlet;
using PodPlay.Model;
using PodPlay.Output;
using PodPlay.Templating;
using PodPlay.Testing;

namespace PodPlay.Tests.Quadlet;

/// <summary>The real generator of podman 5.4.2 over a host's tree, at the paths where it looks for units by itself.</summary>
/// <param name="Complaints">Everything on stderr but the names of the files that it reads.</param>
/// <param name="Services">The generated units by name.</param>
internal sealed record GeneratorRun(int ExitCode, ImmutableArray<string> Complaints, ImmutableDictionary<string, string> Services)
{
    public static GeneratorRun Over(Network network, string host = "main") =>
        Over(new TemplateRenderer().RenderAll(new QuadletArtefact().Plan(network)), network.Hosts.Single(h => h.Name == host));

    public static GeneratorRun Over(OutputTree tree, Host host)
    {
        var folder = Directory.CreateTempSubdirectory("podplay-");
        try
        {
            foreach (var (path, bytes) in tree.Files.Where(f => f.Key.StartsWith($"{host.Name}/", StringComparison.Ordinal)))
            {
                var file = Path.Combine(folder.FullName, path);
                Directory.CreateDirectory(Path.GetDirectoryName(file)!);
                File.WriteAllBytes(file, bytes);
            }
            return Run(Path.Combine(folder.FullName, host.Name), host.Rootless?.Uid);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The words of a unit's ExecStart=, as systemd hands them to podman, in ordinal order: their own order is random.</summary>
    public string[] SortedArguments(string service) => [.. Arguments(service).Order(StringComparer.Ordinal)];

    public ImmutableArray<string> Arguments(string service) =>
        ExecLine.Words(Services[service].Split('\n').Single(l => l.StartsWith("ExecStart=", StringComparison.Ordinal))["ExecStart=".Length..]);

    /// <summary>What follows each occurrence of an option, in ordinal order.</summary>
    public string[] Option(string service, string option)
    {
        var words = Arguments(service);
        return [.. words.Zip(words.Skip(1)).Where(p => p.First == option).Select(p => p.Second).Order(StringComparer.Ordinal)];
    }

    public string[] Lines(string service, string key) =>
        [.. Services[service].Split('\n').Where(l => l.StartsWith($"{key}=", StringComparison.Ordinal)).Select(l => l[(key.Length + 1)..])];

    private static GeneratorRun Run(string tree, int? uid)
    {
        string[] command = uid is null
            ? ["/usr/libexec/podman/quadlet", "-dryrun"]
            : ["sh", "-c", $"useradd -u {uid} -m podplay && exec setpriv --reuid {uid} --clear-groups env HOME=/home/podplay /usr/libexec/podman/quadlet -user -dryrun"];
        using var process = Process.Start(new ProcessStartInfo(Repository.PathOf("scripts/in-root"), ["--lay", tree, "trixie", .. command])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        // ---mail.service---, then the unit
        var parts = Regex.Split(output, "^---([^\n]+)---$", RegexOptions.Multiline);
        var services = parts.Skip(1).Chunk(2).ToImmutableDictionary(p => p[0], p => p[1]);
        return new GeneratorRun(
            process.ExitCode,
            [.. errors.Result.Split('\n').Where(l => l.Length > 0 && !l.Contains("Loading source unit file", StringComparison.Ordinal))],
            services);
    }
}
