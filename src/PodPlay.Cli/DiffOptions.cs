using System.CommandLine;
using PodPlay.Text;

namespace PodPlay.Cli;

/// <summary>The options of <c>diff</c> alone.</summary>
internal sealed class DiffOptions
{
    public Option<string> Against { get; } = CreateAgainst();

    public Option<DiffFormat> Format { get; } = new("--format") { Description = "text, markdown (a comment on a pull request), json, sarif or github", HelpName = "FORMAT" };

    public Option<string[]> FailOn { get; } = new("--fail-on")
    {
        Description = $"exit 1 on any of: {string.Join(", ", Changes.FailOn.All)}",
        HelpName = "WORDS",
        CustomParser = result => [.. result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))],
        DefaultValueFactory = _ => [],
    };

    public DiffOptions()
    {
        FailOn.Validators.Add(result =>
        {
            foreach (var word in result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Where(w => !Changes.FailOn.All.Contains(w)))
            {
                var near = Suggestion.For(word, Changes.FailOn.All);
                result.AddError($"--fail-on does not know {word}{(near is null ? "" : $"; did you mean {near}?")} (known: {string.Join(", ", Changes.FailOn.All)})");
            }
        });
    }

    /// <summary>The earlier spec.</summary>
    public static Option<string> CreateAgainst()
    {
        var option = new Option<string>("--against") { Description = "the earlier spec: a git revision, a folder or a file", HelpName = "REV|DIR", Required = true };
        // What begins with a dash would be an option to git.
        option.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var value }] && (value.Length == 0 || value[0] == '-' || value.AsSpan().ContainsAnyInRange('\0', '\x1f')))
                result.AddError($"--against takes a git revision, a folder or a file, not '{value}'");
        });
        return option;
    }

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Against, Format, FailOn })
            command.Options.Add(option);
    }
}
