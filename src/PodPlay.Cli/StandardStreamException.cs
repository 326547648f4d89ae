namespace PodPlay.Cli;

/// <summary>An answer could not be delivered; the message is the operating system's reason in podplay's words.</summary>
internal sealed class StandardStreamException(string reason) : Exception(reason);
