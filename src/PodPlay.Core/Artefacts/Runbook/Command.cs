namespace PodPlay.Artefacts.Runbook;

/// <summary>One line of a block: a command for bash, and behind it what a good answer looks like.</summary>
internal sealed record Command(string Text, string Expect = "")
{
    public string Line => Expect.Length == 0 ? Text : $"{Text}   # {Expect}";
}
