namespace PodPlay.Prober;

/// <summary>One attempt to open a connection. Its number is its place in the list.</summary>
/// <param name="User">Whose process it seems to be.</param>
/// <param name="IsExpected">Somebody expects an answer: worth waiting for on a busy machine.</param>
internal sealed record Probe(string Namespace, int User, string Source, bool IsTcp, string Target, int Port, bool IsExpected)
{
    public int Socket { get; set; } = -1;

    /// <summary>The server's name; <c>?</c> for one that took the connection and said nothing; null: nobody answered.</summary>
    public string? Server { get; set; }

    public string Client { get; set; } = "-";

    /// <summary>Answered or refused: nothing more will come.</summary>
    public bool IsOver => Socket < 0;

    public void Forget() => (Server, Client) = (null, "-");
}
