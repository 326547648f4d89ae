using System.Globalization;
using PodPlay.Model;

namespace PodPlay.Firewall.Packets;

/// <summary>
/// All packets of one family, cut at every constant that anybody asks about: what no set tells apart is one value (an atom). Then a
/// region is a few words of bits, and set arithmetic on regions is exact and takes microseconds.
/// </summary>
internal sealed class Space
{
    private static readonly Field[] All = Enum.GetValues<Field>();
    private readonly UInt128[][] _samples = new UInt128[All.Length][];
    private readonly Dictionary<ValueSet, ulong[]>[] _masks = new Dictionary<ValueSet, ulong[]>[All.Length];
    private readonly int[] _offset = new int[All.Length + 1];

    /// <param name="sets">Every set that will be asked about.</param>
    public Space(Family family, IEnumerable<(Field Field, ValueSet Values)> sets)
    {
        Family = family;
        // The called port is compared with the port, so both are cut alike.
        var byField = sets.Select(s => (Field: Alphabet(s.Field), s.Values)).ToLookup(s => s.Field, s => s.Values);
        foreach (var field in All)
        {
            var index = (int)field;
            if (Alphabet(field) != field)
                continue;
            var universe = Universe.AllOf(field, family);
            var distinct = byField[field].Append(universe).Distinct().ToList();
            _samples[index] = SamplesOf(distinct, universe);
            _masks[index] = distinct.ToDictionary(s => s, s => MaskOf(s, _samples[index]));
        }
        (_samples[(int)Field.CalledPort], _masks[(int)Field.CalledPort]) = (_samples[(int)Field.Port], _masks[(int)Field.Port]);
        foreach (var field in All)
            _offset[(int)field + 1] = _offset[(int)field] + (_samples[(int)field].Length + 63) / 64;
        Everything = BoxOf(Region.Everything, false)!.Value;
    }

    public Family Family { get; }

    public Box Everything { get; }

    /// <summary>How many packets are told apart, as a power of ten.</summary>
    public double Magnitude => _samples.Sum(s => Math.Log10(s.Length));

    /// <summary>Null when it is empty.</summary>
    /// <param name="calledIsPort">For packets that were not translated: a condition on the called port is one on the port.</param>
    public Box? BoxOf(Region region, bool calledIsPort, string? because = null)
    {
        var words = new ulong[_offset[^1]];
        foreach (var field in All)
            MaskOfAll(field).CopyTo(words, _offset[(int)field]);
        foreach (var (name, values) in region.Fields)
        {
            var field = calledIsPort && name == Field.CalledPort ? Field.Port : name;
            var mask = _masks[(int)field][values];
            for (var i = 0; i < mask.Length; i++)
                words[_offset[(int)field] + i] &= mask[i];
        }
        var box = new Box(words, because);
        return IsEmpty(words) ? null : box;
    }

    public List<Box> BoxesOf(IEnumerable<Region> regions, bool calledIsPort) =>
        [.. regions.Select(r => BoxOf(r, calledIsPort)).OfType<Box>()];

    public Box? Intersect(Box a, Box b)
    {
        var words = new ulong[a.Words.Length];
        for (var i = 0; i < words.Length; i++)
            words[i] = a.Words[i] & b.Words[i];
        return IsEmpty(words) ? null : new Box(words, a.Because);
    }

    public List<Box> Intersect(IEnumerable<Box> some, IReadOnlyList<Box> others) =>
        [.. some.SelectMany(a => others.Select(b => Intersect(a, b))).OfType<Box>()];

    /// <summary>What is in <paramref name="a"/> and not in <paramref name="b"/>, in pieces that do not overlap.</summary>
    public void Subtract(Box a, Box b, List<Box> pieces)
    {
        if (Intersect(a, b) is not { } common)
        {
            pieces.Add(a);
            return;
        }
        var rest = (ulong[])a.Words.Clone();
        for (var field = 0; field < All.Length; field++)
        {
            ulong[]? piece = null;
            for (var i = _offset[field]; i < _offset[field + 1]; i++)
            {
                var outside = rest[i] & ~b.Words[i];
                if (outside == 0)
                    continue;
                if (piece is null)
                {
                    piece = (ulong[])rest.Clone();
                    Array.Clear(piece, _offset[field], _offset[field + 1] - _offset[field]);
                }
                piece[i] = outside;
            }
            if (piece is not null)
                pieces.Add(a with { Words = piece });
            Array.Copy(common.Words, _offset[field], rest, _offset[field], _offset[field + 1] - _offset[field]);
        }
    }

    public List<Box> Subtract(IReadOnlyList<Box> some, IEnumerable<Box> others)
    {
        var rest = some;
        foreach (var other in others)
        {
            var next = new List<Box>(rest.Count);
            foreach (var box in rest)
                Subtract(box, other, next);
            rest = next;
        }
        return [.. rest];
    }

    /// <summary>The same for every value of some fields.</summary>
    public Box Forget(Box box, params ReadOnlySpan<Field> fields)
    {
        var words = (ulong[])box.Words.Clone();
        foreach (var field in fields)
            MaskOfAll(field).CopyTo(words, _offset[(int)field]);
        return box with { Words = words };
    }

    /// <summary>The condition on one field becomes one on another of the same alphabet.</summary>
    public Box Move(Box box, Field from, Field to)
    {
        var moved = Forget(box, from);
        Array.Copy(box.Words, _offset[(int)from], moved.Words, _offset[(int)to], _offset[(int)from + 1] - _offset[(int)from]);
        return moved;
    }

    /// <summary>One packet of the box.</summary>
    public UInt128 Sample(Box box, Field field)
    {
        for (var atom = 0; atom < _samples[(int)field].Length; atom++)
        {
            if ((box.Words[_offset[(int)field] + atom / 64] & (1UL << (atom % 64))) != 0)
                return _samples[(int)field][atom];
        }
        throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"empty box in {field}"));
    }

    private static Field Alphabet(Field field) => field == Field.CalledPort ? Field.Port : field;

    private ulong[] MaskOfAll(Field field) => _masks[(int)field][Universe.AllOf(field, Family)];

    private bool IsEmpty(ulong[] words)
    {
        for (var field = 0; field < All.Length; field++)
        {
            ulong any = 0;
            for (var i = _offset[field]; i < _offset[field + 1]; i++)
                any |= words[i];
            if (any == 0)
                return true;
        }
        return false;
    }

    // One value for each atom: the elementary intervals between all cuts, and of those that the same sets hold only the first.
    private static UInt128[] SamplesOf(List<ValueSet> sets, ValueSet universe)
    {
        var last = universe.Intervals[^1].Last;
        var cuts = new SortedSet<UInt128> { 0 };
        foreach (var (first, end) in sets.SelectMany(s => s.Intervals))
        {
            cuts.Add(first);
            if (end < last)
                cuts.Add(end + 1);
        }
        var signatures = new HashSet<string>(StringComparer.Ordinal);
        var signature = new char[sets.Count];
        return [.. cuts.Where(cut => cut <= last && signatures.Add(Signature(cut)))];

        string Signature(UInt128 value)
        {
            for (var i = 0; i < signature.Length; i++)
                signature[i] = sets[i].Contains(value) ? '1' : '0';
            return new string(signature);
        }
    }

    private static ulong[] MaskOf(ValueSet set, UInt128[] samples)
    {
        var mask = new ulong[(samples.Length + 63) / 64];
        for (var atom = 0; atom < samples.Length; atom++)
        {
            if (set.Contains(samples[atom]))
                mask[atom / 64] |= 1UL << (atom % 64);
        }
        return mask;
    }
}
