namespace PodPlay.Model;

/// <summary>A zone that stands on a wire of its host's instead of a bridge: its containers are machines of that network.</summary>
/// <param name="Parent">The host's interface; with <see cref="AttachmentKind.Passthru"/> the container has it for itself.</param>
public sealed record Attachment(AttachmentKind Kind, string Parent)
{
    /// <summary>For conditions: <c>not enforced: macvlan</c>.</summary>
    public string Word => Kind == AttachmentKind.Ipvlan ? "ipvlan" : "macvlan";
}

public enum AttachmentKind
{
    /// <summary>Each container has a MAC address of its own.</summary>
    Macvlan,

    /// <summary>All share the parent's MAC address, as Wi-Fi and some switches want it.</summary>
    Ipvlan,

    /// <summary>One container takes the whole interface: the form for a virtual function of SR-IOV.</summary>
    Passthru,
}
