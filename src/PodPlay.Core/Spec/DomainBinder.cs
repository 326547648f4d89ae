using PodPlay.Text;

namespace PodPlay.Spec;

/// <summary>One public domain's keys to its typed spec.</summary>
internal static class DomainBinder
{
    public static DomainSpec Bind(Spanned<string> name, Fields fields) => new()
    {
        Name = name,
        Addresses = fields.Texts("address"),
        Contact = fields.Text("contact"),
        NameServers = SpecBinder.Settings(fields, "nameservers"),
        Ttl = fields.Number("ttl"),
        Serial = fields.Text("serial"),
        Names = SpecBinder.Settings(fields, "names"),
        Mail = fields.Text("mail"),
        Spf = fields.Text("spf"),
        Dmarc = fields.Text("dmarc"),
        Dkim = SpecBinder.Settings(fields, "dkim"),
        MtaSts = fields.Text("mta-sts"),
        TlsReports = fields.Text("tls-reports"),
        Records = [.. fields.Named("records").SelectMany(r => RecordsOf(r.Name, new Fields(r.Value, r.Shape), r.Shape))],
    };

    private static IEnumerable<RecordSpec> RecordsOf(Spanned<string> name, Fields fields, Shape shape) =>
        from key in shape.Keys
        from value in fields.Texts(key.Name)
        select new RecordSpec(name, key.Name, value);
}
