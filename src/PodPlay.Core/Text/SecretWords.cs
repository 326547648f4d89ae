namespace PodPlay.Text;

/// <summary>What looks like a secret, by its name or by its form.</summary>
internal static class SecretWords
{
    // Each ends a part of a name: PGPASSWORD and DB_PASSWORD are meant, TOKENIZER and SECRETARY are not.
    private static readonly string[] Words = ["PASSWORD_", "PASSWD_", "PASSPHRASE_", "SECRET_", "TOKEN_", "APIKEY_", "API_KEY_", "PRIVATE_KEY_", "CREDENTIALS_", "ACCESS_KEY_"];

    /// <summary>By the key alone; a path to a file (<c>DB_PASSWORD_FILE</c>) is not a secret.</summary>
    public static bool LooksSecret(string key)
    {
        var upper = key.ToUpperInvariant().Replace('-', '_') + "_";
        return !upper.EndsWith("_FILE_", StringComparison.Ordinal) && Array.Exists(Words, w => upper.Contains(w, StringComparison.Ordinal));
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
