using System.Globalization;
using PodPlay.Text;

namespace PodPlay.Model.Resolve;

/// <summary>What a domain says about its mail: MX, SPF, DMARC, DKIM, MTA-STS, and where programs find their servers.</summary>
internal static class MailRecords
{
    /// <summary>Services of RFC 6186 and RFC 8314 by the port that is theirs, with the priority: what encrypts from the first byte is preferred.</summary>
    private static readonly (string Service, int Port, int Priority)[] Programs =
    [
        ("_imap._tcp", 143, 10), ("_imaps._tcp", 993, 0), ("_pop3._tcp", 110, 20), ("_pop3s._tcp", 995, 10), ("_submission._tcp", 587, 10), ("_submissions._tcp", 465, 0),
    ];

    public static IEnumerable<DnsRecord> Of(DomainScope scope, PublicName? mail)
    {
        var (spec, domain) = (scope.Spec, scope.Name);
        var isRefused = spec.Mail?.Value == "none";
        if (mail is not null)
            yield return new(domain, RecordType.Mx, ["10", mail.Name], mail.Path);
        else if (isRefused)
            yield return new(domain, RecordType.Mx, ["0", "."], $"{scope.Path}.mail"); // RFC 7505

        if (spec.Spf is { } spf)
            yield return Text(domain, spf.Value, $"{scope.Path}.spf");
        else if (mail is not null || isRefused)
            yield return Text(domain, isRefused ? "v=spf1 -all" : "v=spf1 mx -all", mail?.Path ?? $"{scope.Path}.mail");
        // Receivers look up the name by which the server greets, too (RFC 7208, section 2.3).
        if (mail is not null && mail.Name != domain)
            yield return Text(mail.Name, "v=spf1 a -all", mail.Path);

        if (spec.Dmarc is { } said)
            yield return Text($"_dmarc.{domain}", Dmarc(said.Value), $"{scope.Path}.dmarc");
        else if (mail is not null || isRefused)
            yield return Text($"_dmarc.{domain}", Dmarc(isRefused ? "reject" : "none"), mail?.Path ?? $"{scope.Path}.mail");
        foreach (var key in spec.Dkim)
            yield return Text($"{key.Name.Value}._domainkey.{domain}", key.Value.Value, $"{scope.Path}.dkim.{key.Name.Value}");

        // The record's id must change with the policy and need not grow: its hash.
        if (PolicyOf(scope, mail) is { } policy)
            yield return Text($"_mta-sts.{domain}", $"v=STSv1; id={Sha256.Hex(policy.Text)[..16]}", policy.Path);
        if (spec.TlsReports is { } reports)
            yield return Text($"_smtp._tls.{domain}", $"v=TLSRPTv1; rua=mailto:{reports.Value}", $"{scope.Path}.tls-reports");

        foreach (var (service, port, priority) in mail is null ? [] : Programs)
        {
            var offered = mail!.Service.Ports.FirstOrDefault(p => p.Exposure == Exposure.Public && p.Container.Contains(port));
            yield return offered?.Router is { } router
                ? new(Below(service), RecordType.Srv, [Digits(priority), "1", Digits(router.First), mail.Name], offered.Path)
                // "Decidedly not available" (RFC 2782): programs stop asking, and do not guess.
                : new(Below(service), RecordType.Srv, ["0", "0", "0", "."], mail.Path);
        }

        string Below(string label) => $"{label}.{domain}";
        string Dmarc(string policy) => $"v=DMARC1; p={policy}; rua=mailto:{scope.Contact}";
    }

    /// <summary>Null where none is asked for, or nobody receives mail.</summary>
    public static MailPolicy? PolicyOf(DomainScope scope, PublicName? mail) => scope.Spec.MtaSts is { } mode && mail is not null
        ? new(MailPolicy.SiteOf(scope.Name), ["version: STSv1", $"mode: {mode.Value}", $"mx: {mail.Name}", "max_age: 604800"], $"{scope.Path}.mta-sts")
        : null;

    private static DnsRecord Text(string name, string text, string path) => new(name, RecordType.Txt, [text], path);

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
