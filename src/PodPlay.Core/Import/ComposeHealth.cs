using PodPlay.Syntax;

namespace PodPlay.Import;

/// <summary>Compose's healthcheck: its command. podplay chooses the times.</summary>
internal static class ComposeHealth
{
    /// <summary>The command; null: there is none.</summary>
    public static string? Read(DraftService service, SpecNode node, ComposeReader reader)
    {
        var disabled = false;
        string? command = null;
        foreach (var entry in reader.Map(node, $"{service.Compose}.healthcheck"))
        {
            var what = $"{service.Compose}.healthcheck.{entry.Key.Text}";
            switch (entry.Key.Text)
            {
                case "test": command = Test(entry.Value, what, reader); break;
                case "disable": disabled = reader.Text(entry.Value, what) == "true"; break;
                default: reader.NotCarried(entry.Key, what, "podplay asks every 30 seconds, and every 2 while it starts"); break;
            }
        }
        return disabled ? null : command;
    }

    private static string? Test(SpecNode node, string what, ComposeReader reader)
    {
        if (node is not SpecSequence)
            return CommandWords.OneLine(reader.Text(node, what));
        var words = reader.List(node, what).Select(i => reader.Text(i, what)).OfType<string>().ToList();
        return words switch
        {
            ["NONE", ..] or [] => null,
            ["CMD-SHELL", .. var shell] => CommandWords.OneLine(string.Join(' ', shell)),
            ["CMD", .. var command] => CommandWords.Join(command),
            _ => CommandWords.Join(words),
        };
    }
}
