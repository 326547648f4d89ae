using System.Collections.Immutable;
using PodPlay.Diagnostics;
using PodPlay.Model.Resolve;
using PodPlay.Text;

namespace PodPlay.Model.Checks;

/// <summary>The records of one public domain: what named-checkzone accepts and receivers do not, and what it would refuse on the host.</summary>
internal static class RecordChecks
{
    public static void Check(Network network, PublicDomain domain, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var record in domain.Records)
        {
            var place = PlaceOf(record, places);
            if (place is not { } at)
                continue;
            if (record.Type == RecordType.Txt)
                CheckText(domain, record, at, diagnostics);
            else if (record.Type == RecordType.Tlsa)
                CheckTlsa(domain, record, at, diagnostics);
            else if (record.Type == RecordType.Caa && FaultOfCaa(record.Words) is { } fault)
                diagnostics.Report(Diagnose.CaaInvalid(at, fault));
            else if ((record.IsAddress || record.Type == RecordType.Mx) && record.Name.Contains('_', StringComparison.Ordinal))
                diagnostics.Report(Diagnose.UnderscoreHost(places.Key($"{domain.Path}.records.{record.Name}") ?? at, record.Name));
            CheckTarget(domain, record, at, diagnostics);
        }
        CheckAliases(domain, places, diagnostics);
        CheckSpf(domain, places, diagnostics);
        CheckAuthorities(network, domain, places, diagnostics);
    }

    /// <summary>The value's place for a written record; for one that follows, the place that it follows from.</summary>
    private static SourceSpan? PlaceOf(DnsRecord record, SpecPlaces places) =>
        places.Item(record.Path, string.Join(' ', record.Words)) ?? places.Value(record.Path);

    private static void CheckText(PublicDomain domain, DnsRecord record, SourceSpan place, DiagnosticBag diagnostics)
    {
        var text = record.Words[0];
        if (text[0] == '"')
            diagnostics.Report(Diagnose.RecordQuoted(place, record.Name));
        else if (record.Name.EndsWith($"._domainkey.{domain.Name}", StringComparison.Ordinal) && FaultOfDkim(text) is { } fault)
            diagnostics.Report(Diagnose.DkimInvalid(place, record.Name[..record.Name.IndexOf('.', StringComparison.Ordinal)], fault));
    }

    // RFC 6376, section 3.6.1: tags in any order, v first; an empty key means "revoked".
    private static string? FaultOfDkim(string text)
    {
        if (text.Contains("PRIVATE KEY", StringComparison.Ordinal))
            return "this is a private key";
        var tags = text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(t => t.Split('=', 2, StringSplitOptions.TrimEntries)).ToList();
        if (tags[0] is not ["v", "DKIM1"])
            return "it does not begin with v=DKIM1";
        if (tags.Find(t => t[0] == "p") is not [_, var key])
            return "it has no p= with a key";
        return key.Replace(" ", "", StringComparison.Ordinal) is var packed && packed.Length % 4 == 0 && packed.TrimEnd('=').All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/')
            ? null
            : "its key is not base64";
    }

    private static void CheckTlsa(PublicDomain domain, DnsRecord record, SourceSpan place, DiagnosticBag diagnostics)
    {
        if (FaultOfTlsa(record.Words) is { } fault)
            diagnostics.Report(Diagnose.TlsaInvalid(place, fault));
        else
            diagnostics.Report(Diagnose.TlsaUnsigned(place, domain.Name));
    }

    private static string? FaultOfTlsa(ImmutableArray<string> words)
    {
        if (words is not [("0" or "1" or "2" or "3"), ("0" or "1"), var matching, var hash] || !hash.All(char.IsAsciiHexDigit))
            return "it is usage, selector, matching type and hexadecimal digits";
        return (matching, hash.Length) switch
        {
            ("0", > 0) or ("1", 64) or ("2", 128) => null,
            ("1", _) => $"matching type 1 has 64 digits, this has {hash.Length}",
            ("2", _) => $"matching type 2 has 128 digits, this has {hash.Length}",
            _ => "the matching type is 0, 1 or 2",
        };
    }

    private static string? FaultOfCaa(ImmutableArray<string> words)
    {
        if (words is not [var flags, var tag, .. { Length: > 0 } value])
            return "it is flags, tag and value";
        if (flags is not ("0" or "128"))
            return "the flags are 0 or 128";
        return tag switch
        {
            "issue" or "issuewild" or "issuemail" => IsIssuer(string.Join(' ', value)) ? null : "the value is an authority's domain, or ; for none",
            "iodef" => value[0].StartsWith("mailto:", StringComparison.Ordinal) || value[0].StartsWith("https://", StringComparison.Ordinal) ? null : "the value is mailto: or https:",
            _ => "the tag is issue, issuewild, issuemail or iodef",
        };
    }

    // Parameters (accounturi=...) follow behind a semicolon.
    private static bool IsIssuer(string value) =>
        value.Split(';')[0].Trim() is var domain && (domain.Length == 0 ? value.Contains(';', StringComparison.Ordinal) : domain.Contains('.', StringComparison.Ordinal) && domain.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-'));

    private static void CheckTarget(PublicDomain domain, DnsRecord record, SourceSpan place, DiagnosticBag diagnostics)
    {
        if (record.Target is not { } target || record.Type == RecordType.Cname || !domain.Holds(target))
            return;
        var word = record.Type.ToString().ToUpperInvariant();
        if (domain.Records.Any(r => r.Name == target && r.Type == RecordType.Cname))
            diagnostics.Report(Diagnose.TargetIsAlias(place, word, target));
        else if (!domain.Names.Any(n => n.Name == target) && !domain.Records.Any(r => r.Name == target && r.IsAddress))
            diagnostics.Report(Diagnose.TargetWithoutAddress(place, word, target));
    }

    private static void CheckAliases(PublicDomain domain, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var alias in domain.Records.Where(r => r.Type == RecordType.Cname))
        {
            var other = domain.Records.FirstOrDefault(r => r.Name == alias.Name && r.Type != RecordType.Cname)?.Type.ToString().ToUpperInvariant();
            if (alias.Name == domain.Name)
                other = "the records of a domain (SOA, NS)";
            if (other is not null && PlaceOf(alias, places) is { } place)
                diagnostics.Report(Diagnose.CnameNotAlone(place, alias.Name, other));
        }
    }

    private static void CheckSpf(PublicDomain domain, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var name in domain.Records.Where(r => r.Type == RecordType.Txt && r.Words[0].Split(' ')[0] == "v=spf1").GroupBy(r => r.Name).Where(g => g.Count() > 1))
        {
            var second = name.OrderBy(r => PlaceOf(r, places)?.Start).Last();
            if (PlaceOf(second, places) is { } place)
                diagnostics.Report(Diagnose.SpfTwice(place, name.Key));
        }
    }

    // The nearest CAA records above a name count (RFC 8659, section 3); issuewild falls back to issue.
    private static void CheckAuthorities(Network network, PublicDomain domain, SpecPlaces places, DiagnosticBag diagnostics)
    {
        foreach (var certificate in network.Certificates.Where(c => c.Authority is not null))
        {
            foreach (var name in certificate.Names)
            {
                var isWildcard = Certificate.IsWildcard(name);
                var bare = isWildcard ? name[2..] : name;
                if (!domain.Holds(bare) || NearestCaa(domain, bare) is not { Length: > 0 } records)
                    continue;
                var tag = isWildcard && records.Any(r => r.Words[1] == "issuewild") ? "issuewild" : "issue";
                var issuers = records.Where(r => r.Words.Length > 2 && r.Words[1] == tag).ToList();
                if (issuers.Count > 0 && !issuers.Exists(r => r.Words[2].Split(';')[0] == certificate.Authority) && PlaceOf(issuers[0], places) is { } place)
                    diagnostics.Report(Diagnose.CaaDisagrees(place, name, certificate.Authority!, tag, places.Key(certificate.Path)));
            }
        }
    }

    private static ImmutableArray<DnsRecord> NearestCaa(PublicDomain domain, string name)
    {
        for (var at = name; domain.Holds(at); at = at[(at.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            var found = domain.Records.Where(r => r.Name == at && r.Type == RecordType.Caa && FaultOfCaa(r.Words) is null).ToImmutableArray();
            if (!found.IsEmpty)
                return found;
        }
        return [];
    }
}
