using System.Collections.Immutable;

namespace PodPlay.Model.Resolve;

/// <summary>The records of a public domain: those that the spec writes out, and those that follow.</summary>
internal sealed class DomainRecords
{
    private readonly DomainScope _scope;
    private readonly List<DnsRecord> _records = [];

    private DomainRecords(DomainScope scope) => _scope = scope;

    public static ImmutableArray<DnsRecord> Of(DomainScope scope, PublicNames names, ImmutableArray<string> challenges)
    {
        var records = new DomainRecords(scope);
        records.AddWritten();
        records.AddDelegations(names, challenges);
        records.AddAuthorities();
        foreach (var record in MailRecords.Of(scope, names.Mail))
            records.AddDerived(record);
        return
        [
            .. records._records
                .Distinct()
                .OrderBy(r => r.Name == scope.Name ? "" : r.Name, StringComparer.Ordinal)
                .ThenBy(r => r.Type)
                .ThenBy(r => string.Join(' ', r.Words), StringComparer.Ordinal),
        ];
    }

    private void AddWritten()
    {
        foreach (var record in _scope.Spec.Records.Where(r => _scope.HoldsOrReport(r.Name)))
        {
            var type = Enum.Parse<RecordType>(record.Type, ignoreCase: true);
            var words = type == RecordType.Txt ? [record.Value.Value] : record.Value.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToImmutableArray();
            _records.Add(new(record.Name.Value, type, words, $"{_scope.Path}.records.{record.Name.Value}.{record.Type}"));
        }
    }

    private void AddDelegations(PublicNames names, ImmutableArray<string> challenges)
    {
        foreach (var server in names.NameServers)
        {
            var other = _scope.Spec.NameServers.Where(n => n.Name.Value == server).ToList();
            var path = other.Count > 0 ? $"{_scope.Path}.nameservers.{server}" : _scope.Servers is [var own, ..] ? $"services.{own.Name}.resolves" : _scope.Path;
            _records.Add(new(_scope.Name, RecordType.Ns, [server], path));
            // Glue: nobody could find a server whose name lies in the very zone that it serves.
            foreach (var address in other.Where(_ => _scope.Holds(server)).Select(n => Address.Parse(n.Value.Value)).OfType<Address>())
                _records.Add(DnsRecord.Of(server, address, path));
        }
        // The first one alone: it is the one that takes the updates.
        foreach (var challenge in challenges)
            _records.Add(new(challenge, RecordType.Ns, [names.NameServers[0]], "certificates"));
    }

    // Only the authorities that certificates are asked of; RFC 8659.
    private void AddAuthorities()
    {
        var authorities = _scope.Certificates.Select(c => c.Certificate.Authority).Distinct().ToList();
        if (authorities.Count == 0 || authorities.Contains(null))
            return;
        var path = _scope.Certificates[0].Certificate.Path;
        var wildcards = _scope.Certificates.Where(c => c.Name != c.Base).Select(c => c.Certificate.Authority).Distinct().ToList();
        foreach (var authority in authorities)
            AddDerived(new(_scope.Name, RecordType.Caa, ["0", "issue", authority!], path));
        foreach (var authority in wildcards.Count == 0 ? [";"] : wildcards)
            AddDerived(new(_scope.Name, RecordType.Caa, ["0", "issuewild", authority!], path));
        AddDerived(new(_scope.Name, RecordType.Caa, ["0", "iodef", $"mailto:{_scope.Contact}"], path));
    }

    // What the spec writes out for a name and type stands alone. A name has many texts: there it is the kind (v=spf1) that counts.
    private void AddDerived(DnsRecord record)
    {
        var written = _records.Where(r => r.Name == record.Name && r.Path.StartsWith($"{_scope.Path}.records.", StringComparison.Ordinal)).ToList();
        if (written.Exists(r => r.Type == RecordType.Cname || (r.Type == record.Type && (r.Type != RecordType.Txt || KindOf(r) == KindOf(record))))
            && !record.Path.StartsWith($"{_scope.Path}.", StringComparison.Ordinal))
        {
            return;
        }
        _records.Add(record);
    }

    private static string KindOf(DnsRecord text) => text.Words[0].Split(' ', ';')[0];
}
