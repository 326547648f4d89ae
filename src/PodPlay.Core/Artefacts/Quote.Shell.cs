namespace PodPlay.Artefacts;

public static partial class Quote
{
    /// <summary>One word in a shell's list of words, or a line of a here-document that is read as words: names and images. What could
    /// mean something to a shell cannot stand in them (the spec's rules), so nothing is escaped.</summary>
    /// <exception cref="ArgumentException">Our own mistake: a word of another kind.</exception>
    public static string Shell(string word) =>
        word.Length > 0 && word.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' or '/' or ':' or '@' or '+')
            ? word
            : throw new ArgumentException($"not a plain word for a shell: {word}", nameof(word));
}
