using System.CommandLine;
using System.CommandLine.Completions;

namespace PodPlay.Cli.Completion;

/// <summary>What may come next on a command line that is not finished, by the command model.</summary>
internal static class Completions
{
    /// <param name="words">What stands behind <c>podplay</c>; the last one is being typed, and may be empty.</param>
    public static Proposals For(Command root, IReadOnlyList<string> words)
    {
        var (command, arguments, pending) = Walk(root, words.SkipLast(1));
        var typed = words.Count == 0 ? "" : words[^1];
        if (pending is not null)
            return Values(pending, pending.HelpName, pending.GetCompletions(CompletionContext.Empty), typed, "");
        if (typed.StartsWith("--", StringComparison.Ordinal) && typed.Split('=', 2) is [var name, var value] && Named(command, name) is { } option)
            return Values(option, option.HelpName, option.GetCompletions(CompletionContext.Empty), value, $"{name}=");
        if (typed.StartsWith('-'))
            return new([.. Options(command).Select(o => new Proposal(o.Name, o.Description)).Where(p => p.Value.StartsWith(typed, StringComparison.Ordinal))], Files.None);
        var subcommands = command.Subcommands.Where(c => !c.Hidden).Select(c => new Proposal(c.Name, c.Description));
        if (command.Subcommands.Count > 0)
            return new([.. subcommands.Where(p => p.Value.StartsWith(typed, StringComparison.Ordinal))], Files.None);
        return arguments < command.Arguments.Count && command.Arguments[arguments] is { } argument
            ? Values(argument, argument.HelpName ?? argument.Name, argument.GetCompletions(CompletionContext.Empty), typed, "")
            : new([], Files.None);
    }

    // The command that the words lead to, how many of its arguments are there, and the option that still wants its value.
    private static (Command Command, int Arguments, Option? Pending) Walk(Command command, IEnumerable<string> words)
    {
        var arguments = 0;
        Option? pending = null;
        foreach (var word in words)
        {
            if (pending is not null)
                pending = null;
            else if (word.StartsWith('-') && word.Length > 1)
                pending = Named(command, word) is { } option && option.Arity.MinimumNumberOfValues > 0 ? option : null;
            else if (command.Subcommands.FirstOrDefault(c => c.Name == word || c.Aliases.Contains(word)) is { } sub)
                (command, arguments) = (sub, 0);
            else
                arguments++;
        }
        return (command, arguments, pending);
    }

    private static Proposals Values(Symbol symbol, string? kind, IEnumerable<CompletionItem> items, string typed, string before)
    {
        // The library spells an enum's values as they are declared.
        var isEnum = symbol is Option { ValueType.IsEnum: true };
        var values = items.Select(i => new Proposal(before + (isEnum ? i.Label.ToLowerInvariant() : i.Label), i.Detail))
            .Where(p => p.Value.StartsWith(before + typed, StringComparison.Ordinal))
            .DistinctBy(p => p.Value);
        return new([.. values], kind switch { "FILE" or "PLACE" or "REV|DIR" => Files.Any, "DIR" => Files.Folders, _ => Files.None });
    }

    private static Option? Named(Command command, string word) => Options(command).FirstOrDefault(o => o.Name == word || o.Aliases.Contains(word));

    private static IEnumerable<Option> Options(Command command) => command.Options.Where(o => !o.Hidden);
}
