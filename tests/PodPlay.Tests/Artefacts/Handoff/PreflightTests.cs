using System.Text.RegularExpressions;
using PodPlay.Samples;
using PodPlay.Testing;

namespace PodPlay.Tests.Artefacts.Handoff;

/// <summary>What the script asks for before it begins is what the units need.</summary>
public sealed class PreflightTests
{
    [Theory]
    [MemberData(nameof(Sample.Names), MemberType = typeof(Sample))]
    public void Every_secret_that_a_unit_names_is_asked_for(string sample)
    {
        var files = InMemory.RenderNamed(sample);
        foreach (var (path, script) in files.Where(f => f.Key.EndsWith(".apply.sh", StringComparison.Ordinal)))
        {
            var host = path[..^".apply.sh".Length];
            var named = files.Where(f => f.Key.StartsWith($"{host}/", StringComparison.Ordinal) && f.Key.EndsWith(".container", StringComparison.Ordinal))
                .SelectMany(f => Regex.Matches(f.Value, "^Secret=([^,\n]+)", RegexOptions.Multiline)).Select(m => m.Groups[1].Value).Distinct().Order(StringComparer.Ordinal);
            var asked = Regex.Match(script, "^secrets\\(\\) \\{\n.*\n((?:.*\n)*?)END OF LIST\n", RegexOptions.Multiline).Groups[1].Value;
            Assert.Equal(named, asked.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    [Fact]
    public void A_user_must_be_able_to_write_its_archives_and_root_can()
    {
        Assert.Contains("\nbackups() {\n    cat <<'END OF LIST'\n/srv/backup\nEND OF LIST\n", InMemory.RenderNamed("rootless")["box.apply.sh"], StringComparison.Ordinal);
        Assert.Contains("\nbackups() {\n    cat <<'END OF LIST'\nEND OF LIST\n", InMemory.RenderNamed("seed")["main.apply.sh"], StringComparison.Ordinal);
    }
}
