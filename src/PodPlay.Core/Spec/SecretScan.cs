using PodPlay.Diagnostics;
using PodPlay.Syntax;

namespace PodPlay.Spec;

/// <summary>Finds literals under keys that look like secrets: they would be committed, here and in every artefact.</summary>
internal static class SecretScan
{
    // Each ends a part of a name: PGPASSWORD and DB_PASSWORD are meant, TOKENIZER and SECRETARY are not.
    private static readonly string[] Words = ["PASSWORD", "PASSWD", "PASSPHRASE", "SECRET", "TOKEN", "APIKEY", "API_KEY", "PRIVATE_KEY", "CREDENTIALS", "ACCESS_KEY"];

    public static void Check(SpecMapping root, DiagnosticBag diagnostics)
    {
        foreach (var service in (root["services"] as SpecMapping)?.Entries ?? [])
        {
            CheckList(service, diagnostics);
            foreach (var variable in ((service.Value as SpecMapping)?["environment"] as SpecMapping)?.Entries ?? [])
            {
                if (variable.Value is SpecScalar { Text: not ("" or "true" or "false"), IsNull: false } value && (LooksSecret(variable.Key.Text) || HoldsPassword(value.Text)))
                    diagnostics.Report(Diagnose.SecretInSpec(service.Key.Text, variable, value));
            }
        }
    }

    // Compose's other spelling, `- DB_PASSWORD=hunter2`, is no environment here, and must not be shown either.
    private static void CheckList(SpecEntry service, DiagnosticBag diagnostics)
    {
        foreach (var item in ((service.Value as SpecMapping)?["environment"] as SpecSequence)?.Items.OfType<SpecScalar>() ?? [])
        {
            var (name, value) = item.Text.Split('=', 2) is [var n, var v] ? (n, v) : (item.Text, "");
            if (value.Length > 0 && (LooksSecret(name) || HoldsPassword(value)))
                diagnostics.Report(Diagnose.SecretInList(service.Key.Text, name, item));
        }
    }

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
