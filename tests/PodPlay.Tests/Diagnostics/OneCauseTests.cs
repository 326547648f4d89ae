using PodPlay.Testing;
using PodPlay.Text;

namespace PodPlay.Diagnostics;

/// <summary>One mistake in a spec that is right gives one finding: what follows from it is not told a second time.</summary>
public sealed class OneCauseTests
{
    public static TheoryData<string> Samples => InMemory.All;

    /// <summary>Every key of the key table in every sample, misspelt.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void A_misspelt_key_is_one_finding(string name)
    {
        var text = InMemory.Text(name);
        var before = Found(text).ToHashSet();
        var wrong = new List<string>();
        foreach (var (key, misspelt) in MisspeltKeys.Of(text))
        {
            var found = Found(TextEdit.Apply(key.Span.Source, [new(key.Span, misspelt)])).Except(before).ToList();
            if (found is not [{ Code: "PP102" }])
                wrong.Add($"{key.Span.From.Line}: {misspelt}: {string.Join("; ", found)}");
        }

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("PP101", "zones:", "zones: {")]
    [InlineData("PP101", "  dmz:", "\tdmz:")]
    [InlineData("PP101", "  web:", "  \"web:")]
    [InlineData("PP101", "services:", "services")]
    [InlineData("PP129", "services:", "services:\u00a0")]
    [InlineData("PP102", "services:", "servises:")]
    [InlineData("PP103", "  web:", "  image: a\n  web:")]
    [InlineData("PP104", "[172.20.1.0/24]", "172.20.1.0/24")]
    [InlineData("PP104", "172.20.1.0/24", "172.20.1.0")]
    [InlineData("PP104", "80 -> 8080 -> 80", "80 => 8080")]
    [InlineData("PP104", "egress: internet", "egress: yes")]
    [InlineData("PP105", "    image: docker.io/library/caddy:2.8.4\n", "")]
    [InlineData("PP106", "services:", "zones: {}\nservices:")]
    [InlineData("PP107", "podplay: 1", "podplay: 7")]
    [InlineData("PP109", "80 -> 8080 -> 80", "\"8080:80\"")]
    [InlineData("PP110", "80 -> 8080 -> 80", "8080 -> 80")]
    [InlineData("PP130", "services:", "include: [none.yaml]\nservices:")]
    [InlineData("PP137", "egress: internet", "egress: internet, host: nowhere")]
    [InlineData("PP138", "zone: dmz", "zone: elsewhere")]
    [InlineData("PP142", "    zone: dmz\n", "")]
    [InlineData("PP201", "172.20.1.0/24", "172.20.1.9/24")]
    [InlineData("PP207", "172.20.1.0/24", "192.168.1.0/24")]
    [InlineData("PP208", "172.20.1.0/24", "172.32.1.0/24")]
    [InlineData("PP214", "subnets: [172.20.1.0/24], ", "")]
    [InlineData("PP306", "80 -> 8080 -> 80", "80 -> 22 -> 80")]
    [InlineData("PP402", "services:", "flows: { web -> nobody: http }\nservices:")]
    [InlineData("PP504", "  web:", "  Web:")]
    [InlineData("PP701", "caddy:2.8.4", "caddy")]
    [InlineData("PP702", "docker.io/library/caddy", "caddy")]
    public void A_planted_mistake_is_one_finding(string code, string old, string @new)
    {
        var text = InMemory.Text("quickstart");
        Assert.Contains(old, text, StringComparison.Ordinal);

        var found = Found(text.Replace(old, @new, StringComparison.Ordinal)).Except(Found(text)).ToList();

        Assert.True(found is [var one] && one.Code == code, $"{code}: {string.Join("; ", found)}");
    }

    private static IEnumerable<(string Code, string Message)> Found(string text) =>
        Compiled.FindingsOf(text).Open.Where(f => f.Severity != Severity.Note).Select(f => (f.Code, f.Message));
}
