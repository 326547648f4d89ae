namespace PodPlay.Model;

/// <summary>How an administrator gets in: ssh's port, and from where. From null: the LAN without the router's own address.</summary>
public sealed record AdminAccess(int SshPort, Source? From);
