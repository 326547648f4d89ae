namespace PodPlay.Artefacts;

public static partial class Quote
{
    /// <summary>A value in sysctl.d, where nothing can be quoted: everything up to the end of the line is written to the kernel.
    /// Blanks are brought to one, as the kernel reads them.</summary>
    public static string SysctlValue(string value)
    {
        var words = value.Split(' ', '\t').Where(w => w.Length > 0).ToArray();
        return words.Length > 0 && !words.Any(w => w.Any(char.IsControl))
            ? string.Join(' ', words)
            : throw new ArgumentException("not one line; the spec must have refused it", nameof(value));
    }
}
