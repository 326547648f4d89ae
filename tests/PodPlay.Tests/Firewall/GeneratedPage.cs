using PodPlay.Testing;

namespace PodPlay.Firewall;

/// <summary>Pages of docs/ that tests write: accepted by a person, never under CI.</summary>
internal static class GeneratedPage
{
    public static void IsCurrent(string path, string text)
    {
        var full = Repository.PathOf(path);
        if (Environment.GetEnvironmentVariable(TextSnapshot.AcceptVariable) == "1" && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")))
            File.WriteAllText(full, text);
        Assert.True(File.Exists(full) && File.ReadAllText(full) == text, $"{path} differs; if it is right: {TextSnapshot.AcceptVariable}=1 dotnet test\n{text}");
    }
}
