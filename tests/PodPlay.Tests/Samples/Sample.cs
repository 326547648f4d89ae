using PodPlay.Testing;

namespace PodPlay.Samples;

/// <summary>The specs that teach: <c>samples/NAME/podplay.yaml</c>, rendered into <c>output/NAME</c>.</summary>
internal sealed record Sample(string Name)
{
    public string SpecPath => $"samples/{Name}/podplay.yaml";

    public string OutputPath => $"output/{Name}";

    public static IEnumerable<Sample> All =>
        Directory.GetDirectories(Repository.PathOf("samples")).Select(d => new Sample(Path.GetFileName(d))).OrderBy(s => s.Name, StringComparer.Ordinal);

    public static TheoryData<string> Names
    {
        get
        {
            var names = new TheoryData<string>();
            foreach (var sample in All)
                names.Add(sample.Name);
            return names;
        }
    }
}
