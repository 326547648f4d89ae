using System.CommandLine;
using System.CommandLine.Help;

namespace PodPlay.Cli.Manual;

/// <summary>podplay(1), from the command model.</summary>
internal static class CommandPage
{
    public static ManualPage Of(Command root) => new("podplay", 1, "compile one spec into the files that Podman hosts read",
    [
        new Block.Heading("Synopsis"),
        .. root.Subcommands.Where(c => !c.Hidden).Select(c => new Block.Paragraph($"`podplay {c.Name}` {string.Join(' ', [.. c.Arguments.Select(a => Optional(a) ? $"[{NameOf(a)}]" : NameOf(a)), .. c.Subcommands.Count > 0 ? ["WHAT"] : Array.Empty<string>(), "[OPTION]..."])}")),
        new Block.Heading("Description"),
        new Block.Paragraph("podplay reads one YAML file of hosts, zones, services and flows, and writes Quadlet units, nftables rules, HAProxy and Apache configuration, name servers' zones, sysctl.d and /etc/hosts for each host. It works offline and touches no host: what it writes is reviewed, committed and copied."),
        new Block.Paragraph("The spec is `podplay.yaml` in the current folder, or above it up to the root of the git repository. podplay.yaml(5) says what may stand in it."),
        new Block.Heading("Commands"),
        .. root.Subcommands.Where(c => !c.Hidden).SelectMany(c => OfCommand(c, $"podplay {c.Name}")),
        new Block.Heading("Exit status"),
        new Block.Term("0", "", "done, or nothing to say"),
        new Block.Term("1", "", "it ran, and the answer is no: errors in the spec, files that differ, an edited file that was not overwritten"),
        new Block.Term("2", "", "it could not run: wrong usage, no spec, nothing readable or writable"),
        new Block.Heading("Environment"),
        new Block.Term("NO_COLOR", "", "set and not empty: no colours"),
        new Block.Term("FORCE_COLOR", "", "set and not empty: colours in a pipe, too"),
        new Block.Paragraph("No variable changes what is generated."),
        new Block.Heading("Files"),
        new Block.Term("podplay.yaml", "", "the spec"),
        new Block.Term("podplay.lock", "", "the host numbers that podplay chose; to be committed"),
        new Block.Term("output/HOST/", "", "the tree of a host, from its root"),
        new Block.Term("output/HOST/etc/podplay/MANIFEST", "", "every file with its hash, for `sha256sum -c`"),
        new Block.Heading("See also"),
        new Block.Paragraph("podplay.yaml(5), podman-systemd.unit(5), nft(8)"),
    ]);

    private static IEnumerable<Block> OfCommand(Command command, string name) =>
    [
        new Block.Subheading($"{name}{string.Concat(command.Arguments.Select(a => $" {(Optional(a) ? $"[{NameOf(a)}]" : NameOf(a))}"))}"),
        new Block.Paragraph($"{Sentence(command.Description)}{(command.Aliases.Count > 0 ? $" Also: {string.Join(", ", command.Aliases.Select(a => $"`{a}`"))}." : "")}"),
        .. command.Arguments.Select(a => new Block.Term(NameOf(a), "", a.Description ?? "")),
        .. command.Options.Where(o => !o.Hidden && o is not HelpOption).Select(OfOption),
        .. command.Subcommands.Where(c => !c.Hidden).SelectMany(c => OfCommand(c, $"{name} {c.Name}")),
    ];

    private static Block OfOption(Option option) =>
        new Block.Term(string.Join(", ", option.Aliases.Order(StringComparer.Ordinal).Append(option.Name)), option.ValueType == typeof(bool) ? "" : option.HelpName ?? "VALUE", option.Description ?? "");

    private static string NameOf(Argument argument) => argument.HelpName ?? argument.Name;

    private static bool Optional(Argument argument) => argument.Arity.MinimumNumberOfValues == 0;

    private static string Sentence(string? text) => string.IsNullOrEmpty(text) ? "" : $"{char.ToUpperInvariant(text[0])}{text[1..]}{(text[^1] is '.' or '?' ? "" : ".")}";
}
