using PodPlay.Diagnostics;
using PodPlay.Syntax;

namespace PodPlay.Spec;

/// <summary>Finds literals under keys that look like secrets: they would be committed, here and in every artefact.</summary>
internal static class SecretScan
{
    private static readonly string[] Words = ["PASSWORD", "PASSWD", "PASSPHRASE", "SECRET", "TOKEN", "APIKEY", "API_KEY", "PRIVATE_KEY", "CREDENTIAL", "ACCESS_KEY"];

    public static void Check(SpecMapping root, DiagnosticBag diagnostics)
    {
        foreach (var service in (root["services"] as SpecMapping)?.Entries ?? [])
        {
            foreach (var variable in ((service.Value as SpecMapping)?["environment"] as SpecMapping)?.Entries ?? [])
            {
                if (variable.Value is SpecScalar { Text: not "" } value && LooksSecret(variable.Key.Text))
                    diagnostics.Report(Diagnose.SecretInSpec(service.Key.Text, variable, value));
            }
        }
    }

    /// <summary>By the key alone; a path to a file (<c>DB_PASSWORD_FILE</c>) is not a secret.</summary>
    public static bool LooksSecret(string key)
    {
        var upper = key.ToUpperInvariant().Replace('-', '_');
        return !upper.EndsWith("_FILE", StringComparison.Ordinal) && Array.Exists(Words, w => upper.Contains(w, StringComparison.Ordinal));
    }
}
