using System.Collections.Immutable;

namespace PodPlay.Hostile;

/// <summary>Texts that mean something in a language that podplay writes.</summary>
internal static class Nasty
{
    /// <summary>The text that means nothing anywhere, to compare with.</summary>
    public const string Harmless = "harmless0";

    public static ImmutableArray<string> Texts { get; } =
    [
        // Ends of lines and of fields.
        "a\nb", "a\n\nb", "a\n[Service]\nExecStart=/bin/evil", "a\n\tb", "a\rb", "a\tb", " a", "a ", "a  b", "a b", "a\\", "a\\\nb", "\\n", "\\x41", "\\\"",
        // Quotes.
        "a\"b", "a'b", "\"a\"", "'a'", "a`id`b", "'", "\"", "\"; evil; \"", "'; evil; '", "a'\"'\"'b",
        // Expansion.
        "%", "%n", "%%", "%h/x", "%{+Q}o", "$", "$HOME", "${HOME}", "$$", "$(id)", "{{", "}}", "{{ x }}", "{{ 7 * 7 }}", "{% for x in y %}", "{%", "{#", "#}", "{{ include 'nftables/state.sbn' }}", "[var]", "[system reboot]",
        // Ends of statements, comments.
        "a;b", "a#b", "a #b", "# a", "; a", "a//b", "/* a", "<!-- a", "a&b", "a|b", "a>b", "a<b", "a && reboot", "!a", "~", "*", "a?b",
        // Options and paths.
        "-a", "--help", "-", "../a", "../../etc/passwd", "/etc/passwd", ".", "..", "a/b", "~/a",
        // Words of the targets.
        "drop", "accept", "table inet x", "flush ruleset", "global", "frontend", "listen x", "[Unit]", "[Install]", "ExecStart=x", "Options +Indexes", "</VirtualHost>", "$INCLUDE x", "$ORIGIN", "@", "config rule", "delete", "exit", "EOF", "END", "END OF LIST", "PODPLAY",
        // Other languages that read what is written.
        "=1+1", "+1", "a,b", "a:b", "a: b", "- a", "? a", "!unsafe a", "&a", "*a", "yes", "null", "0x10", "1e3", "<b>a</b>", "[a](http://b)", "![a](b)", "**a**", "_a_", "a_b_c", "| a |", "---", "```", "\"]; a[\"b", "a --> b", "end", "%%{init: {}}%%",
        // Characters that one does not see, or that are many.
        "\0", "a\0b", "\u0001", "\u001b[31m", "\u007f", "\u0085", "\u00a0", "\u00ad", "\u200b", "\u202e", "\u2028", "\ufeff", "é", "日本", "\U0001f600",
        new('a', 65536), new('"', 200), new('é', 300),
    ];

    /// <summary>Names that podplay takes, and that are words of the languages in which they are written down.</summary>
    public static ImmutableArray<string> Names { get; } =
    [
        "drop", "accept", "table", "chain", "set", "map", "counter", "limit", "log", "queue", "reject", "meta", "ct", "jump", "goto", "return", "ip", "icmp", "type", "hook", "policy", "flush", "add", "define",
        "global", "defaults", "frontend", "listen", "backend", "server", "bind", "acl", "use-backend", "option", "mode", "stats", "from", "unless", "unit", "install", "service", "socket", "timer", "root", "template",
        "all", "default", "zone", "options", "acme", "view", "key", "in", "a", "mx", "soa", "directory", "virtualhost", "include", "macro", "end", "graph", "subgraph", "click", "class", "style", "yes", "no", "on", "off",
        "null", "true", "1e3", "0x10", "0", "007", "if", "then", "fi", "do", "done", "case", "esac", "exit", "eval", "x--y",
    ];
}
