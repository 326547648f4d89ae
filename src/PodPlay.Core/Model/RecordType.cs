namespace PodPlay.Model;

/// <summary>Types of DNS records, in the order in which a name's records are printed.</summary>
public enum RecordType
{
    Ns,
    A,
    Aaaa,
    Cname,
    Mx,
    Txt,
    Caa,
    Srv,
    Tlsa,
    Ptr,
}
