namespace PodPlay.Model;

/// <summary>The authority that issues a certificate.</summary>
/// <param name="Directory">Where its resources are listed (RFC 8555, section 7.1.1).</param>
public sealed record AcmeServer(string Directory)
{
    /// <summary>Let's Encrypt as browsers trust it: five failed validations of a name an hour, and it refuses.</summary>
    public static AcmeServer Production { get; } = new("https://acme-v02.api.letsencrypt.org/directory");

    /// <summary>The same authority for first attempts: the same questions, hardly any limits, trusted by nobody.</summary>
    public static AcmeServer Staging { get; } = new("https://acme-staging-v02.api.letsencrypt.org/directory");

    public bool IsLetsEncrypt => this == Production || this == Staging;

    /// <summary><c>production</c>, <c>staging</c>, or the directory's address.</summary>
    public static AcmeServer Of(string word) => word switch
    {
        "production" => Production,
        "staging" => Staging,
        _ => new(word),
    };

    public override string ToString() => this == Production ? "production" : this == Staging ? "staging" : Directory;
}
