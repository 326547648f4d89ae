namespace PodPlay.Model;

/// <summary>What a port of a mail server is for (RFC 8314, section 3).</summary>
public enum MailRole
{
    /// <summary>25: from server to server. Nobody logs in.</summary>
    Exchange,

    /// <summary>465: users and applications hand mail over, with TLS from the first byte.</summary>
    Submissions,

    /// <summary>587: the same, with STARTTLS.</summary>
    Submission,

    /// <summary>993: mailboxes, with TLS from the first byte.</summary>
    Imaps,

    /// <summary>143: mailboxes, in the clear at first.</summary>
    Imap,

    /// <summary>995: mailboxes, with TLS from the first byte.</summary>
    Pop3s,

    /// <summary>110: mailboxes, in the clear at first.</summary>
    Pop3,
}
