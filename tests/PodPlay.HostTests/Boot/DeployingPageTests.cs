using PodPlay.Firewall;
using PodPlay.Testing.Tools;

namespace PodPlay.Boot;

/// <summary>docs/deploying.md shows what the script says on a real host.</summary>
[Collection(SeedCollection.Name)]
public sealed class DeployingPageTests(SeedHosts hosts)
{
    [ToolFact(Debian.Trixie)]
    public void Transcripts_are_what_is_said()
    {
        hosts.Become(SeedHosts.Seed);
        GeneratedPart.IsCurrent("docs/deploying.md", "first", Transcript("fast.apply.sh", hosts.First!["fast"].Output));
        var fast = hosts.Lab["fast"];
        fast.Receive(SeedHosts.Edited(("172.20.4.0/24", "172.20.8.0/24")).Files);
        var check = fast.Apply("--check").Output;
        fast.Receive(SeedHosts.Seed.Files);
        GeneratedPart.IsCurrent("docs/deploying.md", "check", Transcript("fast.apply.sh --check", check[..(check.IndexOf("\n--- ", StringComparison.Ordinal) + 1)]));
    }

    // How long a service takes is the machine's affair.
    private static string Transcript(string command, string output) =>
        $"```console\n# sh {command}\n{string.Join('\n', output.Split('\n').Where(l => !l.StartsWith("waiting for", StringComparison.Ordinal))).TrimEnd()}\n```";
}
