using PodPlay.Model;

namespace PodPlay.Artefacts.Certificates;

/// <summary>
/// Certbot's name for a certificate with its successors. Each authority has its own: certbot takes a certificate of the
/// staging server for one that is not due, and would keep it when the spec says <c>production</c>.
/// </summary>
internal static class Lineage
{
    public static string Of(Certificate certificate) =>
        certificate.Server == AcmeServer.Production ? certificate.Folder : $"{certificate.Folder}@{Word(certificate.Server)}";

    // An at sign is in no name of a certificate, and what stands behind it becomes part of a file's name.
    private static string Word(AcmeServer server) => server == AcmeServer.Staging
        ? "staging"
        : server.Directory["https://".Length..].Replace(':', '_').Replace('/', '_');
}
