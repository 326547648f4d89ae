using PodPlay.Testing;

namespace PodPlay.Firewall;

/// <summary>Pages of docs/ that tests write: accepted by a person, never under CI.</summary>
internal static class GeneratedPage
{
    public static void IsCurrent(string path, string text)
    {
        var full = Repository.PathOf(path);
        if (!File.Exists(full) || File.ReadAllText(full) != text)
            Accept(path, text, $"{path}:\n{text}");
    }

    /// <summary>Writes it where somebody accepts, and fails else.</summary>
    public static void Accept(string path, string text, string difference)
    {
        var isAccepted = Environment.GetEnvironmentVariable(TextSnapshot.AcceptVariable) == "1" && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"));
        Assert.True(isAccepted, $"differs; if it is right: {TextSnapshot.AcceptVariable}=1 dotnet test\n{difference}");
        File.WriteAllText(Repository.PathOf(path), text);
    }
}
