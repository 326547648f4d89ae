namespace PodPlay.Text;

/// <summary>What looks like a secret, by its name or by its form.</summary>
internal static class SecretWords
{
    // Each ends a part of a name: PGPASSWORD and DB_PASSWORD are meant, TOKENIZER and SECRETARY are not.
    private static readonly string[] Words = ["PASSWORD", "PASSWD", "PASSPHRASE", "SECRET", "TOKEN", "APIKEY", "API_KEY", "PRIVATE_KEY", "CREDENTIALS", "ACCESS_KEY"];

    /// <summary>By the key alone; a path to a file (<c>DB_PASSWORD_FILE</c>) is not a secret.</summary>
    public static bool LooksSecret(string key)
    {
        var upper = key.ToUpperInvariant().Replace('-', '_');
        return !upper.EndsWith("_FILE", StringComparison.Ordinal) && Array.Exists(Words, w => $"{upper}_".Contains($"{w}_", StringComparison.Ordinal));
    }

    /// <summary><c>postgres://app:hunter2@db/app</c></summary>
    public static bool HoldsPassword(string value)
    {
        var scheme = value.IndexOf("://", StringComparison.Ordinal);
        var authority = scheme < 0 ? "" : value[(scheme + 3)..].Split('/', '?', '#')[0];
        var at = authority.LastIndexOf('@');
        var colon = authority.IndexOf(':', StringComparison.Ordinal);
        return colon >= 0 && colon + 1 < at;
    }
}
