using PodPlay.Diagnostics;
using PodPlay.Spec;
using PodPlay.Syntax;

namespace PodPlay.Import;

/// <summary>Compose's environment and secrets. What looks like a secret is known by name from here on; its value goes nowhere.</summary>
internal static class ComposeEnvironment
{
    public static void Read(DraftService service, SpecNode node, ComposeReader reader)
    {
        foreach (var (key, name, value) in reader.Pairs(node, $"{service.Compose}.environment"))
        {
            var what = $"{service.Compose}.environment.{name}";
            if (!Rules.EnvironmentName.IsValid(name))
                reader.NotCarried(key, what, "a variable's name is letters, digits and underscores");
            else if (SecretScan.LooksSecret(name) || (value is not null && SecretScan.HoldsPassword(value.Text)))
                AddSecret(service, name, key, value, reader);
            else if (value is null)
                reader.NotCarried(key, what, "compose takes it from its own environment; write its value");
            else if (ComposeVariables.Expand(value, reader.Diagnostics) is var text && text.Any(c => char.IsControl(c)))
                reader.NotCarried(key, what, "podplay writes no line ends into a variable; put it into a file");
            else
                service.Environment[name] = text;
        }
    }

    public static void ReadSecrets(DraftService service, SpecNode node, ComposeReader reader)
    {
        foreach (var item in reader.List(node, $"{service.Compose}.secrets"))
        {
            var source = item is SpecMapping map ? map["source"] : item;
            if (source is null || reader.Text(source, $"{service.Compose}.secrets") is not { } name)
                continue;
            if (!Rules.SecretName.IsValid(name))
                reader.Form(source, $"{service.Compose}.secrets", "the name of a secret");
            else if (!service.SecretFiles.Contains(name))
                service.SecretFiles.Add(name);
            foreach (var entry in (item as SpecMapping)?.Entries.Where(e => e.Key.Text != "source") ?? [])
                reader.NotCarried(entry.Key, $"{service.Compose}.secrets.{entry.Key.Text}", $"the file is /run/secrets/{name}");
        }
    }

    private static void AddSecret(DraftService service, string name, SpecScalar key, SpecScalar? value, ComposeReader reader)
    {
        var secret = ImportNames.Label($"{service.Name}-{name}");
        service.SecretVariables[secret] = name;
        // Where it is one word (- NAME=value) the whole of it holds the value.
        reader.Diagnostics.Report(Diagnose.ImportSecret(key.Span, $"{service.Compose}.environment.{name}", secret, value?.Span ?? key.Span));
    }
}
