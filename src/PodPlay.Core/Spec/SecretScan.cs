using PodPlay.Diagnostics;
using PodPlay.Syntax;
using PodPlay.Text;

namespace PodPlay.Spec;

/// <summary>Finds literals under keys that look like secrets: they would be committed, here and in every artefact.</summary>
internal static class SecretScan
{
    public static void Check(SpecMapping root, DiagnosticBag diagnostics)
    {
        foreach (var service in (root["services"] as SpecMapping)?.Entries ?? [])
        {
            CheckList(service, diagnostics);
            foreach (var variable in ((service.Value as SpecMapping)?["environment"] as SpecMapping)?.Entries ?? [])
            {
                if (IsSecret(variable))
                    diagnostics.Report(Diagnose.SecretInSpec(service.Key.Text, variable));
            }
        }
    }

    // A list or a map is wrong there, and shown by the finding that says so.
    private static bool IsSecret(SpecEntry variable) => variable.Value is SpecScalar value
        ? value is { Text: not ("" or "true" or "false"), IsNull: false } && (SecretWords.LooksSecret(variable.Key.Text) || SecretWords.HoldsPassword(value.Text))
        : SecretWords.LooksSecret(variable.Key.Text);

    // Compose's other spelling, `- DB_PASSWORD=hunter2`, is no environment here, and must not be shown either.
    private static void CheckList(SpecEntry service, DiagnosticBag diagnostics)
    {
        foreach (var item in ((service.Value as SpecMapping)?["environment"] as SpecSequence)?.Items.OfType<SpecScalar>() ?? [])
        {
            var (name, value) = item.Text.Split('=', 2) is [var n, var v] ? (n, v) : (item.Text, "");
            if (value.Length > 0 && (SecretWords.LooksSecret(name) || SecretWords.HoldsPassword(value)))
                diagnostics.Report(Diagnose.SecretInList(service.Key.Text, name, item));
        }
    }
}
