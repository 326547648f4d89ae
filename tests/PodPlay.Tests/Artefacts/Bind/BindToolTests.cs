using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PodPlay.Hostile;
using PodPlay.Spec;
using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Bind;

/// <summary>BIND's own checks accept what podplay writes, and refuse it when it is broken.</summary>
public sealed partial class BindToolTests
{
    private const string Folder = "main/etc/podplay/dns";

    [ToolFact]
    public void A_name_server_with_everything_passes()
    {
        using var tree = NameServerTree.Of(InMemory.Render(NameServerSpecs.Full), Folder);
        BindCheck.Check(tree.Root).MustAccept();
    }

    /// <summary>named-compilezone prints a zone as named understands it: each text, and the mailbox of the SOA record, is still the one of the spec. One that begins with a quote is refused (PP515).</summary>
    [ToolFact]
    public void Any_text_of_a_record_is_read_as_the_spec_has_it()
    {
        var texts = Nasty.Texts.Append("x; y").Append($"a{new string('"', 300)}").Where(t => Rules.RecordText.IsValid(t) && t[0] != '"').ToList();
        var spec = NameServerSpecs.Full.Replace("""['site-verification="a;b\c"']""", $"[{string.Join(", ", texts.Select(t => JsonSerializer.Serialize(t)))}]", StringComparison.Ordinal);
        spec = spec.Replace("    nameservers:", "    contact: x.y+z_.@example.com\n    nameservers:", StringComparison.Ordinal);
        using var tree = NameServerTree.Of(InMemory.Render(spec), Folder);
        BindCheck.Check(tree.Root).MustAccept();

        var run = InRoot.Script(Debian.Trixie, tree.Root, "named-compilezone -q -i none -s full -o - example.com /etc/bind/zones/external/example.com.zone");
        Assert.True(run.ExitCode == 0, run.ToString());
        Assert.Contains(@" x\.y+z_\..example.com. ", run.Output, StringComparison.Ordinal);
        Assert.Superset(texts.ToHashSet(), run.Output.Split('\n').Where(l => l.Contains("IN TXT\t", StringComparison.Ordinal)).Select(TextOf).ToHashSet());
    }

    [ToolTheory(Debian.Trixie)]
    [InlineData("named.conf", "    recursion yes;\n", "    recusion yes;\n")]
    [InlineData("named.conf", "view \"external\" {", "view \"outer\" {")]
    [InlineData("named.conf", "grant \"acme-update\"", "grant")]
    [InlineData("named.conf", "zones/external/example.com.zone", "zones/external/example.org.zone")]
    [InlineData("zones/external/example.com.zone", " MX 10 mail.example.com.", " MX 10 mail.example.com")]
    [InlineData("zones/external/example.com.zone", " MX 10 mail.example.com.", " MX 10 blog.example.com.")]
    [InlineData("zones/external/example.com.zone", "mail.example.com. IN A ", "ma_il.example.com. IN A ")]
    [InlineData("zones/external/example.com.zone", "ns1.example.com. IN A", "ns9.example.com. IN A")]
    [InlineData("zones/external/example.com.zone", "1 ; serial", "4294967296 ; serial")]
    [InlineData("zones/external/example.com.zone", "www.example.com. IN A ", "www.example.org. IN A ")]
    [InlineData("zones/external/example.com.zone", "blog.example.com. IN CNAME", "www.example.com. IN CNAME")]
    [InlineData("zones/external/example.com.zone", "\" \"", "")]
    [InlineData("zones/internal/1.20.172.in-addr.arpa.zone", " IN PTR web.podplay.internal.", " IN PTR web podplay.internal.")]
    [InlineData("zones/internal/podplay.internal.zone", "db.podplay.internal. IN A 172.20.2.30", "db.podplay.internal. IN A 172.20.2.300")]
    [InlineData("zones/dynamic/_acme-challenge.example.com.zone", "IN SOA", "IN SAO")]
    public void A_broken_one_does_not(string file, string right, string wrong)
    {
        var broken = false;
        using var tree = NameServerTree.Of(InMemory.Render(NameServerSpecs.Full), Folder, (name, text) =>
        {
            broken |= name == file && text.Contains(right, StringComparison.Ordinal);
            return name == file ? text.Replace(right, wrong, StringComparison.Ordinal) : text;
        });

        Assert.True(broken, $"{file} has no {right}");
        Assert.False(BindCheck.Check(tree.Root).Accepted);
    }

    // Strings in quotes, one behind the other; a backslash takes a sign's or, with three digits, stands for a byte (RFC 1035, section 5.1).
    private static string TextOf(string record) => string.Concat(ZoneString().Matches(record[record.IndexOf('"', StringComparison.Ordinal)..])
        .Select(m => ZoneEscape().Replace(m.Groups[1].Value, e => e.Groups[1].Value is [var sign] ? $"{sign}" : $"{(char)int.Parse(e.Groups[1].Value, CultureInfo.InvariantCulture)}")));

    [GeneratedRegex("\"((?:[^\"\\\\]|\\\\.)*)\"")]
    private static partial Regex ZoneString();

    [GeneratedRegex("\\\\([0-9]{3}|.)")]
    private static partial Regex ZoneEscape();
}
