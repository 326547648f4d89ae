using PodPlay.Testing;
using PodPlay.Testing.Tools;

namespace PodPlay.Tests.Artefacts.Bind;

/// <summary>BIND's own checks accept what podplay writes, and refuse it when it is broken.</summary>
public sealed class BindToolTests
{
    private const string Folder = "main/etc/podplay/dns";

    [ToolTheory(Debian.Trixie)]
    [MemberData(nameof(InMemory.All), MemberType = typeof(InMemory))]
    public void Every_name_server_of_a_sample_passes(string sample)
    {
        var files = InMemory.RenderNamed(sample);
        foreach (var folder in NameServerTree.Folders(files))
        {
            using var tree = NameServerTree.Of(files, folder);
            BindCheck.Check(tree.Root).MustAccept();
        }
    }

    [Fact]
    public void Some_sample_has_a_name_server() => Assert.Contains(InMemory.Names, n => NameServerTree.Folders(InMemory.RenderNamed(n)).Any());

    [ToolFact]
    public void A_name_server_with_everything_passes()
    {
        using var tree = NameServerTree.Of(InMemory.Render(NameServerSpecs.Full), Folder);
        BindCheck.Check(tree.Root).MustAccept();
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
}
