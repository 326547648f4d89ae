using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PodPlay.Model;
using PodPlay.Testing;

namespace PodPlay.Diagnostics;

/// <summary>
/// A spec that states its findings, of one file or of several: <c># file: services/db.yaml</c> begins another one. A file that no text can be is
/// described behind a comma: <c>locked</c>, <c>bytes FF FE</c>, <c>5000000 bytes</c>, and its finding on the same line. <c># today: 2027-01-24</c> is <c>--today</c>.
/// </summary>
/// <param name="Texts">Without the statements, by path, the spec first; files that are no text are left out.</param>
internal sealed partial record SpecCase(ImmutableArray<(string Path, string Text)> Texts, MemorySpecFiles Files, ImmutableArray<Expectation> Expected, ReferenceDate? Today)
{
    public const string Main = "podplay.yaml";

    public static SpecCase Parse(string text)
    {
        var texts = ImmutableArray.CreateBuilder<(string, string)>();
        var files = new MemorySpecFiles();
        var expected = ImmutableArray.CreateBuilder<Expectation>();
        var today = TodayPattern().Match(text);
        foreach (var part in FilePattern().Split($"# file: {Main}\n{text}").Where(p => p.StartsWith("# file: ", StringComparison.Ordinal)))
        {
            var end = part.IndexOf('\n', StringComparison.Ordinal);
            var head = part["# file: ".Length..end].Split(", ", 2);
            if (head is [var path, var what])
            {
                var (kind, about) = Expectation.Parse(path, what);
                AddOther(files, path, kind);
                expected.AddRange(about);
                continue;
            }
            var (spec, stated) = Expectation.Parse(head[0], part[(end + 1)..]);
            texts.Add((head[0], spec));
            files[head[0]] = spec;
            expected.AddRange(stated);
        }
        return new(texts.ToImmutable(), files, expected.ToImmutable(), today.Success ? new(DateOnly.ParseExact(today.Groups[1].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture), "--today") : null);
    }

    public Compilation Compile() => Compiler.Compile(Main, Files, () => Today);

    /// <summary>The same with a line more in the spec.</summary>
    public SpecCase With(string line)
    {
        var files = new MemorySpecFiles(Files) { [Main] = Texts[0].Text + line };
        return this with { Files = files, Texts = Texts.SetItem(0, (Main, Texts[0].Text + line)) };
    }

    private static void AddOther(MemorySpecFiles files, string path, string what)
    {
        if (what == "locked")
        {
            files.Add(path, []);
            files.Locked.Add(path);
        }
        else if (what.StartsWith("bytes ", StringComparison.Ordinal))
        {
            files.Add(path, Convert.FromHexString(what["bytes ".Length..].Replace(" ", "", StringComparison.Ordinal)));
        }
        else
        {
            files.Add(path, Encoding.ASCII.GetBytes(new string('#', int.Parse(what.Split(' ')[0], CultureInfo.InvariantCulture))));
        }
    }

    [GeneratedRegex("^(?=# file: )", RegexOptions.Multiline)]
    private static partial Regex FilePattern();

    [GeneratedRegex("^# today: ([0-9-]+)$", RegexOptions.Multiline)]
    private static partial Regex TodayPattern();
}
