using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PodPlay.Testing;

/// <summary>Placeholder certificates: servers do not start without the files that their configuration names.</summary>
internal static class TestCertificate
{
    /// <summary>A self-signed certificate and its key, both PEM.</summary>
    public static (string Chain, string Key) For(params string[] names)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={names[0]}", key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
            alternatives.AddDnsName(name);
        request.CertificateExtensions.Add(alternatives.Build());
        var from = DateTimeOffset.UnixEpoch.AddYears(50);
        using var certificate = request.CreateSelfSigned(from, from.AddYears(100));
        return (certificate.ExportCertificatePem() + "\n", key.ExportPkcs8PrivateKeyPem() + "\n");
    }
}
