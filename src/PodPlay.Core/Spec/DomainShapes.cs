using static PodPlay.Spec.SpecShapes;

namespace PodPlay.Spec;

/// <summary>The keys of a public domain. Names are full and have no last dot, as in a certificate.</summary>
internal static class DomainShapes
{
    public static Shape Domain { get; } = Map("domain", "A public domain: what its records say beside what follows from services and certificates.",
        Optional("address", ListOrOne("address", "The public addresses of its names, where they are not the router's.", Rules.Ipv4Address)),
        Optional("contact", Scalar("contact", "Who answers for the domain; hostmaster@DOMAIN when it says nothing.", Rules.Email)),
        Optional("nameservers", new Shape { Noun = "nameservers", Doc = "Name servers of others (secondaries), with the address from which they fetch the zone.", Named = new(Rules.DomainName, Scalar("nameserver", "Its address.", Rules.Address)) }),
        Optional("ttl", Scalar("ttl", "Seconds for which others may remember a record.", Rules.WholeNumber(30, 604800))),
        Optional("serial", Scalar("serial", "The zone's serial; podplay counts it when it says nothing.", Rules.Serial)),
        Optional("names", new Shape { Noun = "names", Doc = "Further names, and the service that each of them is.", Named = new(Rules.DomainName, Scalar("name", "The service.", Rules.Label)) }),
        Optional("mail", Scalar("mail", "The service that receives the domain's mail; none when there is no mail.", Rules.Label)),
        Optional("spf", Scalar("spf", "Who sends mail of the domain; its MX when it says nothing.", Rules.RecordText)),
        Optional("dmarc", Scalar("dmarc", "What receivers do with forged mail.", Rules.Choice("none", "quarantine", "reject"))),
        Optional("dkim", new Shape { Noun = "dkim", Doc = "Public keys of signed mail, by selector.", Named = new(Rules.Label, Scalar("key", "The whole record: v=DKIM1; k=rsa; p=...", Rules.RecordText)) }),
        Optional("mta-sts", Scalar("mta-sts", "Whether others must encrypt mail to the domain (RFC 8461).", Rules.Choice("testing", "enforce"))),
        Optional("tls-reports", Scalar("tls-reports", "Who gets the reports of failed encryption (RFC 8460).", Rules.Email)),
        Optional("records", new Shape { Noun = "records", Doc = "Further records, by name. They replace those that podplay would derive for the same name and type.", Named = new(Rules.RecordName, RecordsShape()) }));

    private static Shape RecordsShape() => Map("record", "The records of one name.",
        Optional("a", ListOrOne("a", "IPv4 addresses.", Rules.Ipv4Address)),
        Optional("aaaa", ListOrOne("aaaa", "IPv6 addresses.", Rules.Ipv6Address)),
        Optional("cname", Scalar("cname", "The name that it stands for.", Rules.Target)),
        Optional("mx", ListOrOne("mx", "Mail servers: 10 mail.example.com.", Rules.MxRecord)),
        Optional("ns", ListOrOne("ns", "Name servers to whom a part of the domain is given.", Rules.DomainName)),
        Optional("txt", ListOrOne("txt", "Texts, without quotes.", Rules.RecordText)),
        Optional("srv", ListOrOne("srv", "Servers of a service: 0 5 5060 sip.example.com.", Rules.SrvRecord)),
        Optional("caa", ListOrOne("caa", "Who may issue certificates: 0 issue letsencrypt.org.", Rules.RecordText)),
        Optional("tlsa", ListOrOne("tlsa", "Pinned certificates: 3 1 1 and a hash.", Rules.RecordText)));
}
