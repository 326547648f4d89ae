using System.Security.Cryptography;
using System.Text;

namespace PodPlay.Fuzz;

/// <summary>Where inputs with a fault are kept: <c>FOLDER/FAULT/</c> with the smallest one, and <c>as-found/</c>.</summary>
internal sealed class FoundInputs(string folder)
{
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, int> Counts => _counts;

    /// <returns>Whether it is the first one with this fault.</returns>
    public bool Add(FuzzInput input, Verdict verdict, int number)
    {
        var isNew = _counts.TryAdd(verdict.Fault!, 0);
        _counts[verdict.Fault!]++;
        if (!isNew)
            return false;
        var place = PlaceOf(verdict.Fault!);
        input.WriteTo(Path.Combine(place, "as-found"));
        File.WriteAllText(Path.Combine(place, "report.txt"), $"input {number}: {verdict.Fault}\n\n{verdict.Detail}\n");
        return true;
    }

    public void AddShrunk(FuzzInput input, string fault) => input.WriteTo(Path.Combine(PlaceOf(fault), "shrunk"));

    private string PlaceOf(string fault)
    {
        var name = new string([.. fault.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);
        return Path.Combine(folder, name.Length <= 80 ? name : name[..80] + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 4)));
    }
}
