using System.Security.Cryptography;
using System.Text;

namespace PodPlay.Boot;

/// <summary>A tree whose files are not what podplay would write, and which is whole all the same: its manifest knows them.</summary>
internal static class EditedTree
{
    /// <param name="path">Below the host's root, without the first slash.</param>
    public static Dictionary<string, byte[]> With(IReadOnlyDictionary<string, byte[]> files, string host, string path, Func<string, string> edit)
    {
        var all = files.ToDictionary();
        var (file, manifest) = ($"{host}/{path}", $"{host}/etc/podplay/MANIFEST");
        var edited = Encoding.UTF8.GetBytes(edit(Encoding.UTF8.GetString(all[file])));
        Assert.NotEqual(all[file], edited);
        all[manifest] = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(all[manifest])
            .Replace(Convert.ToHexStringLower(SHA256.HashData(all[file])), Convert.ToHexStringLower(SHA256.HashData(edited)), StringComparison.Ordinal));
        all[file] = edited;
        return all;
    }

    /// <summary>A host's script that is killed before it gets to a line of its own.</summary>
    public static Dictionary<string, byte[]> KilledBefore(IReadOnlyDictionary<string, byte[]> files, string host, string line)
    {
        var all = files.ToDictionary();
        var script = Encoding.UTF8.GetString(all[$"{host}.apply.sh"]);
        Assert.True(script.Split($"\n{line}\n").Length == 2, $"not exactly once: {line}");
        all[$"{host}.apply.sh"] = Encoding.UTF8.GetBytes(script.Replace($"\n{line}\n", $"\nkill -9 $$; exit\n{line}\n", StringComparison.Ordinal));
        return all;
    }
}
