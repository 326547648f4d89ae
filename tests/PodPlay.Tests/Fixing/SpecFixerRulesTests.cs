using System.Text;
using PodPlay.Diagnostics;
using PodPlay.Testing;

namespace PodPlay.Fixing;

/// <summary>When an edit is made and when a person has to decide.</summary>
public sealed class SpecFixerRulesTests
{
    private const string Head = """
        podplay: 1
        router: { address: 192.168.1.1, lan: [192.168.1.0/24] }
        hosts:
          main: { address: [192.168.1.100] }
        zones:
          dmz: { subnets: [172.20.1.0/24], egress: internet }
        services:
          webshop: { image: "localhost/w:1.0.0", zone: dmz, private: { http: 80 } }
          web1: { image: "localhost/w:1.0.0", zone: dmz, private: { http: 80 } }
          webshot: { image: "localhost/w:1.0.0", zone: dmz, private: { http: 80 } }
          lb: { image: "localhost/w:1.0.0", zone: dmz, private: { http: 80 } }
          database: { image: "localhost/w:1.0.0", zone: dmz, private: { postgres: 5432 } }

        """;

    [Theory]
    [InlineData("flows: { lb -> databse: postgres }", "flows: { lb -> database: postgres }")]
    [InlineData("flows: { lb -> database: postgers }", "flows: { lb -> database: postgres }")]
    [InlineData("flows: { lb -> database: \"5432\" }", "flows: { lb -> database: \"postgres\" }")]
    [InlineData("flows: { \"lb -> databse\": postgres }", null)] // the place of a part of a quoted text is not known
    [InlineData("flows: { lb -> web2: http }", null)] // another number is no typo
    [InlineData("flows: { lb -> webshow: http }", null)] // two names are near
    [InlineData("flows: { db -> database: postgres }", null)] // too short: db may be a service that is gone
    [InlineData("flows: { lb->database.service: postgres }", "flows: { lb -> database: postgres }")]
    [InlineData("x-a: { a: &common { b: c }, d: *comon }", "x-a: { a: &common { b: c }, d: *common }")]
    [InlineData("lint: { image-not-pined: deny }", "lint: { image-not-pinned: deny }")]
    [InlineData("x-mine: 5.10", null)]
    public void A_slip_is_mended_where_nobody_would_doubt(string line, string? expected) => Assert.Equal(expected ?? line, LastLine(Head + line + "\n"));

    [Theory]
    [InlineData("lan: { http: \"8080:80\" }", "lan: { http: 8080 -> 80 }")]
    [InlineData("lan: { http: '53:53/udp' }", "lan: { http: 53/tcp+udp }")] // and DNS by one protocol, uncovered
    [InlineData("lan: { http: 127.0.0.1:8080:80 }", null)] // the address is left out: more would be open
    [InlineData("lan: { http: 80 -> 8080 -> 80 }", "lan: { http: 8080 -> 80 }")]
    [InlineData("private: { http: 8080 -> 80/udp }", "private: { http: 80/udp }")]
    [InlineData("public: { http: 8080 -> 80 }", null)] // which port of the router?
    [InlineData("environment: { MODE: yes, CLOCK: 12:30, EMPTY: ~ }", "environment: { MODE: \"yes\", CLOCK: \"12:30\", EMPTY: \"~\" }")]
    [InlineData("replica: 2", "replicas: 2")]
    [InlineData("read-only: yes", "read-only: true")]
    [InlineData("read-only: 'Off'", "read-only: 'false'")]
    [InlineData("aliases: www", "aliases: [www]")]
    [InlineData("host: main.service", "host: main")]
    [InlineData("network: hots", "network: host")]
    public void Values_are_spelt_as_podplay_spells_them(string line, string? expected) =>
        Assert.Equal(expected ?? line, LastLine($"{Head}  new:\n    image: localhost/w:1.0.0\n    zone: dmz\n    {line}\n").Trim());

    [Fact]
    public void Of_two_edits_at_one_place_the_second_waits_for_the_next_round()
    {
        // A tab hides the rest of the file; the compose port hides what its number means.
        var mended = Fix("podplay: 1\nhosts:\n\tmain: { address: [192.168.1.100] }\nzones:\n  dmz: { subnets: [172.20.1.5/24], egress: internet }\n"
            + "services:\n  dns:\n\t\timage: localhost/w:1.0.0\n\t\tzone: dmz\n\t\tlan: { dns: \"53:53/udp\" }\n");

        Assert.Equal(
            "podplay: 1\nhosts:\n  main: { address: [192.168.1.100] }\nzones:\n  dmz: { subnets: [172.20.1.0/24], egress: internet }\n"
            + "services:\n  dns:\n    image: localhost/w:1.0.0\n    zone: dmz\n    lan: { dns: 53/tcp+udp }\n",
            Text(mended));
        Assert.Equal(["PP101", "PP201", "PP109", "PP309"], mended.Fixed.Select(f => f.Code));
    }

    [Fact]
    public void An_edit_that_does_harm_is_left_out_and_the_others_are_made()
    {
        var text = Head + "  new:\n    image: localhost/w:1.0.0\n    imgae: localhost/v:1.0.0\n    zone: dmz\n    replicsa: 2\n";

        Assert.Equal(text.Replace("replicsa", "replicas", StringComparison.Ordinal), Text(Fix(text)));
    }

    [Fact]
    public void An_allowance_goes_with_its_line_and_never_out_of_a_text()
    {
        const string Text = "  new:\n    image: localhost/w:1.0.0   # podplay: allow PP702 - nothing\n    # podplay: allow PP701 - nothing\n    zone: dmz\n"
            + "    environment:\n      SCRIPT: \"a # podplay: allow PP701 - text\"\n";
        const string Expected = "  new:\n    image: localhost/w:1.0.0\n    zone: dmz\n    environment:\n      SCRIPT: \"a # podplay: allow PP701 - text\"\n";
        var mended = Fix(Head + Text);

        Assert.Equal(Head + Expected, SpecFixerRulesTests.Text(mended));
        Assert.DoesNotContain(mended.After.Findings.Open, f => f.Rule == Diagnose.UnusedAllowRule);
    }

    [Fact]
    public void Tabs_become_as_wide_as_the_files_own_indentation() => Assert.Equal(
        "podplay: 1\nhosts:\n    main:\n        address: [192.168.1.100]\n",
        Text(Fix("podplay: 1\nhosts:\n    main:\n\t\taddress: [192.168.1.100]\n")));

    [Fact]
    public void A_missing_companion_is_added_in_the_style_of_its_list()
    {
        Assert.Equal("devices: [/dev/vfio/1, /dev/vfio/vfio]", LastLine($"{Head}  new:\n    image: localhost/w:1.0.0\n    zone: dmz\n    devices: [/dev/vfio/1]\n").Trim());
        Assert.Equal("- /dev/vfio/vfio", LastLine($"{Head}  new:\n    image: localhost/w:1.0.0\n    zone: dmz\n    devices:\n      - /dev/vfio/1\n").Trim());
    }

    [Fact]
    public void The_edits_of_included_files_are_made_there()
    {
        var files = new MemorySpecFiles { ["podplay.yaml"] = Head + "include: [more.yaml]\n", ["more.yaml"] = "flows: { lb -> databse: postgres }\n" };
        var mended = SpecFixer.Fix("podplay.yaml", files);

        Assert.Equal(["more.yaml"], mended.Files.Select(f => f.Path));
        Assert.Equal("flows: { lb -> database: postgres }\n", Text(mended));
    }

    [Fact]
    public void A_patch_shows_no_secret()
    {
        var mended = Fix(Head + "  new:\n    image: localhost/w:1.0.0\n    replicsa: 2\n    zone: dmz\n    environment: { A_PASSWORD: abc, B_TOKEN: 0755, C_SECRET: longer than four }\n");
        var patch = mended.Patch();

        Assert.Contains("+    replicas: 2\n", patch, StringComparison.Ordinal);
        Assert.Contains("A_PASSWORD: *******, B_TOKEN: *******", patch, StringComparison.Ordinal);
        Assert.DoesNotContain("0755", patch, StringComparison.Ordinal);
        Assert.Contains("B_TOKEN: \"0755\"", Text(mended), StringComparison.Ordinal);
    }

    private static FixedSpec Fix(string text) => SpecFixer.Fix("podplay.yaml", new MemorySpecFiles { ["podplay.yaml"] = text });

    private static string Text(FixedSpec mended) => Encoding.UTF8.GetString(Assert.Single(mended.Files).After);

    private static string LastLine(string text)
    {
        var mended = Fix(text);
        return (mended.Files.IsEmpty ? text : Text(mended)).TrimEnd('\n').Split('\n')[^1];
    }
}
