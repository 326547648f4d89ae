namespace PodPlay.Model;

/// <summary>Where an image keeps Apache's configuration: Debian's package, or the httpd image.</summary>
public enum ApacheLayout
{
    Debian,
    Httpd,
}
