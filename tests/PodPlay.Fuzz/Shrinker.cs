using System.Text;

namespace PodPlay.Fuzz;

/// <summary>Makes an input smaller as long as its fault stays: files, then lines by halves, then characters.</summary>
internal sealed class Shrinker(Func<FuzzInput, bool> isStillBroken, int mostTries = 3000)
{
    private int _tries;

    public FuzzInput Shrink(FuzzInput input)
    {
        foreach (var path in input.Files.Keys.Where(p => p != FuzzInput.SpecName))
            input = Better(input, input.Without(path));
        foreach (var path in input.Files.Keys)
        {
            input = Parts(input, path, t => t.Split('\n'), p => string.Join('\n', p));
            if (input.Files[path].Length < 4000)
                input = Parts(input, path, t => [.. t.Select(c => c.ToString())], string.Concat);
        }
        return input;
    }

    private FuzzInput Parts(FuzzInput input, string path, Func<string, string[]> divide, Func<IEnumerable<string>, string> join)
    {
        // Bytes that are no text stay as they are.
        if (!Encoding.UTF8.GetBytes(input.Text(path)).AsSpan().SequenceEqual(input.Files[path]))
            return input;
        var parts = divide(input.Text(path)).ToList();
        for (var length = parts.Count / 2; length >= 1; length /= 2)
        {
            for (var at = 0; at < parts.Count;)
            {
                var fewer = parts.Take(at).Concat(parts.Skip(at + length)).ToList();
                var smaller = input.With(path, join(fewer));
                if (fewer.Count < parts.Count && ReferenceEquals(Better(input, smaller), smaller))
                    (input, parts) = (smaller, fewer);
                else
                    at += length;
            }
        }
        return input;
    }

    private FuzzInput Better(FuzzInput input, FuzzInput smaller) => _tries++ < mostTries && isStillBroken(smaller) ? smaller : input;
}
