using PodPlay.Model;
using PodPlay.Testing;
using static PodPlay.Testing.BuildNetwork;

namespace PodPlay.Tests.Quadlet;

/// <summary>A small site with one of everything.</summary>
internal static class Site
{
    public static Network Build(int apaches = 3, int? uid = null, string podman = "5.4")
    {
        var build = new BuildNetwork();
        var main = build.Host(uid: uid, podman: podman);
        var dmz = build.Zone(main);
        var inner = build.Zone(main, "internal", "172.20.2.0/24", "fd00:2::/64");
        var haproxy = build.Service(dmz, "haproxy", with: p => p with
        {
            Ports = [Port("haproxy", "http", Exposure.Public, 80, 8080, 80), Port("haproxy", "https", Exposure.Public, 443, 8443, 443)],
        });
        var apache = build.Service(dmz, "apache", 20, apaches, p => p with
        {
            Ports = [Port("apache", "http", Exposure.Private, 80), Port("apache", "https", Exposure.Private, 443)],
            Health = "curl -fsS http://localhost/healthz",
            VirtualHosts = [new VirtualHost("example.com", [], null, "services.apache.vhosts")],
        });
        var mail = build.Service(dmz, "mail", 11, with: p => p with
        {
            Aliases = ["mx"],
            Ports = [Port("mail", "smtp", Exposure.Public, 25, 25, 25), Port("mail", "submission", Exposure.Lan, 587, 587)],
            Secrets = [new Secret("mail-dkim-key", null, "services.mail.secrets")],
            Volumes = [new Volume("spool", null, "/var/spool/mail", false, "services.mail.volumes.spool")],
            Health = "nc -z localhost 25",
            HasOwnUserNamespace = true,
            StopTimeout = 60,
        });
        var db = build.Service(inner, "db", with: p => p with
        {
            Ports = [Port("db", "postgres", Exposure.Private, 5432)],
            Environment = [new("POSTGRES_DB", "shop & more")],
        });
        var dns = build.OnHost(main, "dns", p => p with { Ports = [Port("dns", "dns", Exposure.Public, 53, 53, 53, Protocol.Tcp, Protocol.Udp)] });
        var certbot = build.Service(dmz, "certbot", 13, with: p => p with { Ports = [Port("certbot", "acme", Exposure.Private, 80)], Timer = "daily" });
        haproxy.Balances = [new Balance(haproxy.Ports[0], BalanceMode.Http, [new Pool(null, [new(apache, apache.Ports[0])], "roundrobin", null, "services.haproxy.balance.http")], "services.haproxy.balance.http")];
        build.Flow(haproxy, apache, "http", "https");
        build.Flow(haproxy, certbot, "acme");
        build.Flow(apache, db, "postgres");
        build.Flow(apache, mail, "submission");
        build.Flow(mail, db, "postgres");
        build.Flow(dmz, dns, "dns");
        if (uid is null)
            build.Flow(inner, dns, "dns");
        build.Certificate("example.com", certbot, haproxy);
        return build.Build();
    }
}
