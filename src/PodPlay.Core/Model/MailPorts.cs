namespace PodPlay.Model;

/// <summary>By which a port of a mail server is recognized: the number that its program listens on, else the usual name. The only place
/// that knows.</summary>
public static class MailPorts
{
    public static MailRole? RoleOf(Port port)
    {
        if (!port.Protocols.Contains(Protocol.Tcp) || !port.Container.IsSingle)
            return null;
        return port.Container.First switch
        {
            25 => MailRole.Exchange,
            465 => MailRole.Submissions,
            587 => MailRole.Submission,
            993 => MailRole.Imaps,
            143 => MailRole.Imap,
            995 => MailRole.Pop3s,
            110 => MailRole.Pop3,
            _ => port.Name switch
            {
                "smtp" => MailRole.Exchange,
                "submissions" or "smtps" => MailRole.Submissions,
                "submission" => MailRole.Submission,
                "imaps" => MailRole.Imaps,
                "imap" => MailRole.Imap,
                "pop3s" => MailRole.Pop3s,
                "pop3" => MailRole.Pop3,
                _ => null,
            },
        };
    }

    /// <summary>Whether mail is sent through it: then the sender's address decides who may relay.</summary>
    public static bool Sends(MailRole? role) => role is MailRole.Exchange or MailRole.Submission or MailRole.Submissions;
}
