namespace PodPlay.Model;

/// <summary>Who may come: anybody on the internet, the LAN, or only those whom a flow names.</summary>
public enum Exposure
{
    Public,
    Lan,
    Private,
}
