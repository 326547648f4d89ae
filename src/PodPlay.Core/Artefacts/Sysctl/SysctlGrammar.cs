using System.Globalization;

namespace PodPlay.Artefacts.Sysctl;

/// <summary>What may stand behind the equals sign. The kernel refuses some of the rest and quietly bends other parts of it.</summary>
/// <param name="Expected">In words, for a diagnostic: <c>a whole number from 0 to 2</c>.</param>
internal abstract record SysctlGrammar(string Expected)
{
    public abstract bool Accepts(IReadOnlyList<string> words);

    public bool Accepts(string value) => Accepts(Words(value));

    public static string[] Words(string value) => value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    public static SysctlGrammar Switch { get; } = new Number(0, 1);

    public static SysctlGrammar Range(long min, long max) => new Number(min, max);

    /// <summary>Several numbers; <paramref name="rising"/>: none smaller than the one before.</summary>
    public static SysctlGrammar Several(int count, long min, long max, bool rising = true) => new Numbers(count, min, max, rising);

    public static SysctlGrammar OneOf(params string[] words) => new Choice(words);

    public static SysctlGrammar Ports { get; } = new PortList();

    private static long? NumberOf(string word) =>
        long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && word[0] != '+' ? number : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Number(long Min, long Max) : SysctlGrammar($"a whole number from {Text(Min)} to {Text(Max)}")
    {
        public override bool Accepts(IReadOnlyList<string> words) => words is [var word] && NumberOf(word) is { } number && number >= Min && number <= Max;
    }

    private sealed record Numbers(int Count, long Min, long Max, bool Rising)
        : SysctlGrammar($"{Text(Count)} whole numbers from {Text(Min)} to {Text(Max)}{(Rising ? ", the smallest first" : "")}")
    {
        public override bool Accepts(IReadOnlyList<string> words)
        {
            var numbers = words.Select(NumberOf).OfType<long>().ToList();
            return numbers.Count == Count && words.Count == Count && numbers.All(n => n >= Min && n <= Max)
                && (!Rising || numbers.Zip(numbers.Skip(1)).All(pair => pair.First <= pair.Second));
        }
    }

    private sealed record Choice(IReadOnlyList<string> Known) : SysctlGrammar(string.Join(" or ", Known))
    {
        public override bool Accepts(IReadOnlyList<string> words) => words is [var word] && Known.Contains(word);
    }

    private sealed record PortList() : SysctlGrammar("ports and ranges with commas: 8080,9000-9010")
    {
        public override bool Accepts(IReadOnlyList<string> words) => words is [var list] && list.Split(',').All(IsPorts);

        private static bool IsPorts(string text)
        {
            var ends = text.Split('-').Select(NumberOf).ToArray();
            return ends.Length is 1 or 2 && ends.All(e => e is >= 0 and <= 65535) && ends[0] <= ends[^1];
        }
    }
}
