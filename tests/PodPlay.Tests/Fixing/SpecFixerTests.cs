using System.Collections.Immutable;
using System.Text;
using PodPlay.Diagnostics;
using PodPlay.Testing;
using PodPlay.Text;

namespace PodPlay.Fixing;

/// <summary>What <c>check --fix</c> makes of every failing example and case: the findings with edits are gone, and nothing else is touched.</summary>
public sealed class SpecFixerTests
{
    private static readonly ImmutableSortedDictionary<string, SpecCase> Specs = ImmutableSortedDictionary.CreateRange(
        StringComparer.Ordinal,
        CaseTests.Names.Select(n => KeyValuePair.Create($"case {n}", CaseTests.Of(n)))
            .Concat(DiagnosticCatalog.All.Select(r => (r.Code, ExplainPage.Of(r.Code).Example)).Where(p => p.Example.Language == "yaml")
                .Select(p => KeyValuePair.Create($"page {p.Code}", SpecCase.Parse(p.Example.Text)))));

    /// <summary>Those with something to fix that does no harm.</summary>
    public static TheoryData<string> Fixable => [.. Specs.Where(s => !Fix(s.Value).Fixed.IsEmpty).Select(s => s.Key)];

    /// <summary>Codes of which an example or a case is mended.</summary>
    internal static ImmutableSortedSet<string> Mended => [.. Specs.Values.SelectMany(s => Fix(s).Fixed).Select(f => f.Code)];

    [Theory]
    [MemberData(nameof(Fixable))]
    public void What_is_fixed_is_gone_and_no_error_is_new(string name)
    {
        var before = Specs[name].Compile();
        var mended = Fix(Specs[name]);

        Assert.NotEmpty(mended.Files);
        var left = mended.After.Findings.Open.Select(f => (f.Code, f.Message)).ToList();
        Assert.DoesNotContain(mended.Fixed, f => left.Contains((f.Code, f.Message)) && !before.Findings.Open.Any(b => b.Message == f.Message && b.Edits.IsEmpty));
        // Behind a fault of the syntax nothing had been looked at.
        if (before.Network is not null)
            Assert.Empty(ErrorsOf(mended.After).Except(ErrorsOf(before)));
    }

    [Theory]
    [MemberData(nameof(Fixable))]
    public void What_was_fixed_once_is_not_fixed_again(string name)
    {
        var again = SpecFixer.Fix(SpecCase.Main, FilesOf(Specs[name], Fix(Specs[name])), () => Specs[name].Today);

        Assert.Empty(again.Fixed);
        Assert.Empty(again.Files);
    }

    /// <summary>The change is where the edits of the findings are, and the rest is the same byte by byte.</summary>
    [Theory]
    [MemberData(nameof(Fixable))]
    public void Nothing_but_the_lines_of_the_edits_is_touched(string name)
    {
        foreach (var file in Fix(Specs[name]).Files)
        {
            var before = Encoding.UTF8.GetString(file.Before).Split('\n');
            var after = Encoding.UTF8.GetString(file.After).Split('\n').ToList();
            var touched = EditedLines(Specs[name], file.Path);
            // Every untouched line is found again, in its order.
            foreach (var line in before.Where((_, i) => !touched.Contains(i + 1)))
            {
                var at = after.IndexOf(line);
                Assert.True(at >= 0, $"{file.Path}: this line is gone or changed: {line}");
                after.RemoveRange(0, at + 1);
            }
        }
    }

    /// <summary>Line ends, a byte order mark, comments and blanks at the end of lines are nobody's business.</summary>
    [Theory]
    [MemberData(nameof(Fixable))]
    public void A_file_from_another_editor_gets_the_same_edits(string name)
    {
        var spec = Specs[name];
        var files = new MemorySpecFiles(spec.Files);
        foreach (var (path, text) in spec.Texts)
            files.Replace(path, [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Foreign(text))]);

        var mended = SpecFixer.Fix(SpecCase.Main, files, () => spec.Today);

        Assert.Equal(
            Fix(spec).Files.Select(f => $"{f.Path}\n\uFEFF{Foreign(Encoding.UTF8.GetString(f.After))}"),
            mended.Files.Select(f => $"{f.Path}\n{Encoding.UTF8.GetString(f.After)}"));
    }

    /// <summary>A slip is taken back byte by byte: what comes out is the text before the slip, of which no other byte has changed.</summary>
    [Theory]
    [InlineData("seed")]
    [InlineData("balancing")]
    [InlineData("certificates")]
    public void A_misspelt_key_is_what_it_was(string sample)
    {
        var text = InMemory.Text(sample);
        var clean = Fix(SpecCase.Parse(text));
        Assert.Empty(clean.Fixed);
        var (mended, left) = (0, new List<string>());
        foreach (var (key, misspelt) in MisspeltKeys.Of(text))
        {
            var result = SpecFixer.Fix(SpecCase.Main, new MemorySpecFiles { [SpecCase.Main] = TextEdit.Apply(key.Span.Source, [new(key.Span, misspelt)]) });
            if (result.Files is [var file])
                Assert.Equal(text, Encoding.UTF8.GetString(file.After));
            if (result.Files.IsEmpty)
                left.Add(misspelt);
            else
                mended++;
        }
        Assert.True(mended > 4 * left.Count, $"{mended} mended, not {string.Join(", ", left.Distinct())}");
    }

    [Fact]
    public void The_pages_and_cases_have_something_to_fix() => Assert.InRange(Fixable.Count, 20, int.MaxValue);

    private static string Foreign(string text) => $"# ünicode — 日本 😀  \n{text}# end  ".Replace("\n", "\r\n", StringComparison.Ordinal);

    private static FixedSpec Fix(SpecCase spec) => SpecFixer.Fix(SpecCase.Main, spec.Files, () => spec.Today);

    private static MemorySpecFiles FilesOf(SpecCase spec, FixedSpec mended)
    {
        var files = new MemorySpecFiles(spec.Files);
        foreach (var file in mended.Files)
            files.Replace(file.Path, file.After);
        return files;
    }

    // Of all rounds: a later one may edit what an earlier one uncovered, on a line of its own.
    private static HashSet<int> EditedLines(SpecCase spec, string path)
    {
        var lines = new HashSet<int>();
        foreach (var edit in Fix(spec).Fixed.Concat(spec.Compile().Findings.Open).SelectMany(f => f.Edits).Where(e => e.Span.Source.Path == path))
        {
            for (var line = edit.Span.From.Line; line <= Math.Max(edit.Span.From.Line, edit.Span.To.Column == 1 ? edit.Span.To.Line - 1 : edit.Span.To.Line); line++)
                lines.Add(line);
        }
        return lines;
    }

    private static IEnumerable<string> ErrorsOf(Compilation compilation) =>
        compilation.Findings.Open.Where(f => f.Severity == Severity.Error).Select(f => $"{f.Code} {f.Message}");
}
