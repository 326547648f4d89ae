using System.Text;

namespace PodPlay.Testing;

/// <summary>The specs below samples/, and their way through the whole compiler, in memory.</summary>
internal static class InMemory
{
    public const string SpecName = "podplay.yaml";

    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.GetDirectories(Repository.PathOf("samples")).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    /// <summary>For <c>[MemberData]</c>.</summary>
    public static TheoryData<string> All => [.. Names];

    public static string Text(string name) => File.ReadAllText(Repository.PathOf($"samples/{name}/{SpecName}"));

    public static string? Lock(string name)
    {
        var path = Repository.PathOf($"samples/{name}/{Compiler.LockName}");
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    public static Compilation Compile(string spec, string? lockText = null)
    {
        var files = new MemorySpecFiles { [SpecName] = spec };
        if (lockText is not null)
            files[Compiler.LockName] = lockText;
        return Compiler.Compile(SpecName, files);
    }

    /// <summary>The tree as text, by path; fails the test when the spec has an error.</summary>
    public static SortedDictionary<string, string> Render(string spec, string? lockText = null) => Render(Compile(spec, lockText));

    public static SortedDictionary<string, string> Render(Compilation compilation)
    {
        Assert.False(compilation.Findings.HasErrors, Findings(compilation));
        return new(compilation.Render().Files.ToDictionary(f => f.Key, f => Encoding.UTF8.GetString(f.Value)), StringComparer.Ordinal);
    }

    /// <summary>A sample as it is committed, lock included.</summary>
    public static SortedDictionary<string, string> RenderNamed(string name) => Render(Text(name), Lock(name));

    /// <summary>What was found, a line each.</summary>
    public static string Findings(Compilation compilation) => string.Join('\n', compilation.Findings.Open.Select(d =>
        d.Primary is { Span: var span } ? $"{span.Source.Path}:{span.From.Line}:{span.From.Column}: {d.Severity} {d.Code} {d.Message}" : $"{d.Severity} {d.Code} {d.Message}"));
}
