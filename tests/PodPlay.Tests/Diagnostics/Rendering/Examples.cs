using System.Collections.Immutable;
using PodPlay.Testing;

namespace PodPlay.Diagnostics.Rendering;

/// <summary>Findings of the catalogue, put together by hand: what they should look like was designed before any check existed.</summary>
internal static class Examples
{
    public static ImmutableArray<Diagnostic> All =>
    [
        HostPortTaken, SubnetOverlap, HostNetworkAddress, UnknownEndpoint, UnknownKey, PrivilegedPort, ClientAddressLost,
        SecretInSpec, ComposePort, ReplicaFixedPort, DnsPortWildcard, Http01Unreachable, ZoneContradicted,
    ];

    public static Diagnostic HostPortTaken
    {
        get
        {
            var sheet = new Sheet(
                (18, "    public: { http: 80 -> 8080 -> 80 }"),
                (24, "    public: { http: 80 -> 8080 -> 80, https: 443 -> 8443 -> 443 }"),
                (38, "    public: { acme: 80 -> 8080 -> 80 }"));
            return new(DiagnosticRule.Error("PP301", "host-port-taken"), "main:8080/tcp is published by 3 services")
            {
                Primary = sheet.Label(24, "8080", "apache.http"),
                Related = [sheet.Label(18, "8080", "haproxy.http, first use"), sheet.Label(38, "8080", "certbot.acme")],
                Why = ["one host port, one container: the next unit to start fails with \"address already in use\""],
                Fixes =
                [
                    "haproxy already balances to apache.http: make the apache ports private",
                    "make acme private too; haproxy routes /.well-known/acme-challenge/ to the solver",
                ],
            };
        }
    }

    public static Diagnostic SubnetOverlap
    {
        get
        {
            var sheet = new Sheet((8, "  net:      { subnets: [172.20.0.0/16] }"), (9, "  dmz:      { subnets: [172.20.1.0/24] }"));
            return new(DiagnosticRule.Error("PP202", "subnet-overlap"), "subnet 172.20.1.0/24 of zone dmz lies inside zone net")
            {
                Primary = sheet.Label(9, "172.20.1.0/24", "dmz"),
                Related = [sheet.Label(8, "172.20.0.0/16", "net covers 172.20.0.0 to 172.20.255.255")],
                Why = ["podman refuses the second network: \"subnet 172.20.1.0/24 is already used", "on the host or by another config\""],
                Fixes = ["give net a /24 of its own, for example 172.20.0.0/24"],
            };
        }
    }

    public static Diagnostic HostNetworkAddress
    {
        get
        {
            var sheet = new Sheet((32, "    network: host"), (33, "    at: 12"));
            return new(DiagnosticRule.Error("PP205", "host-network-address"), "dns has an address in a zone but no zone of its own")
            {
                Primary = sheet.Label(33, "at: 12", "never used"),
                Related = [sheet.Label(32, "network: host", "dns shares the network of main")],
                Why = ["a service on the host network answers on the addresses of its host; podman rejects --ip there"],
                Fixes = ["remove at: and use 192.168.1.100, or remove network: host and set zone: dmz"],
            };
        }
    }

    public static Diagnostic UnknownEndpoint =>
        new(DiagnosticRule.Error("PP402", "unknown-endpoint"), "flow ends at databse, which is not a service, zone or source")
        {
            Primary = new Sheet((45, "  apache -> databse: postgres")).Label(45, "databse", "not found"),
            Fixes = ["nothing has a similar name; services: accelerated, apache, certbot, dns, haproxy, mail"],
        };

    public static Diagnostic UnknownKey =>
        new(DiagnosticRule.Error("PP102", "unknown-key"), "device is not a key of a service")
        {
            Primary = new Sheet((41, "    device: [/dev/vfio/1]")).Label(41, "device", "unknown"),
            Fixes = ["did you mean devices?"],
        };

    public static Diagnostic PrivilegedPort
    {
        get
        {
            var sheet = new Sheet((6, "    rootless: podplay"), (29, "    public: { smtp: 25, submission: 587, smtps: 465, imap: 143 }"));
            return new(DiagnosticRule.Deny("PP307", "privileged-port-rootless"), "rootless user podplay cannot bind main:25")
            {
                Primary = sheet.Label(29, "25", "below 1024"),
                Related = [sheet.Label(6, "rootless: podplay", "units run as this user")],
                Why = ["ordinary users may bind from net.ipv4.ip_unprivileged_port_start up, 1024 by default"],
                Fixes = ["add hosts.main.sysctl: { net.ipv4.ip_unprivileged_port_start: 25 }", "or map it: smtp: 25 -> 2525 -> 25"],
            };
        }
    }

    public static Diagnostic ClientAddressLost
    {
        get
        {
            var sheet = new Sheet(
                (3, "  main: { address: [192.168.1.100, 2001:db8:1::100], rootless: podplay }"),
                (11, "    public: { smtp: 25, submission: 587 }"));
            return new(DiagnosticRule.Deny("PP414", "client-address-lost"), "rootless port forwarding hides client addresses from mail")
            {
                Primary = sheet.Label(11, "smtp: 25", "every sender will look local"),
                Related = [sheet.Label(3, "rootless: podplay", "mail runs as this user")],
                Why = ["rootlessport hands connections over from the bridge, so a mail server that", "trusts its own network relays for the whole internet"],
                Fixes =
                [
                    "run mail rootful",
                    "or use the pasta port forwarder, if the podman of main has it (experimental)",
                    "or, if mail trusts no network:  # podplay: allow PP414 - <reason>",
                ],
            };
        }
    }

    public static Diagnostic SecretInSpec
    {
        get
        {
            var sheet = new Sheet((12, "    environment: { RELAY_PASSWORD: correct horse battery staple }"));
            return new(DiagnosticRule.Deny("PP112", "secret-in-spec"), "mail.environment.RELAY_PASSWORD looks like a secret")
            {
                Primary = sheet.Label(12, "RELAY_PASSWORD: correct horse battery staple", "would be committed here and in the output (value hidden)"),
                Mask = [sheet[12, "correct horse battery staple"]],
                Why = ["this file and everything made from it live in git and in pull requests"],
                Fixes = ["podman secret create mail-relay-password -", "then  secrets: { mail-relay-password: RELAY_PASSWORD }"],
            };
        }
    }

    public static Diagnostic ComposePort =>
        new(DiagnosticRule.Error("PP109", "compose-port-syntax"), "\"8080:80\" is a compose port; podplay writes the direction")
        {
            Primary = new Sheet((17, "    lan: { http: \"8080:80\" }")).Label(17, "\"8080:80\"", "host 8080, container 80"),
            Why = ["with colons, YAML 1.1 readers such as Ansible turn 25:25 into the number 1525"],
            Fixes = ["http: 8080 -> 80"],
        };

    public static Diagnostic ReplicaFixedPort
    {
        get
        {
            var sheet = new Sheet((16, "    replicas: 3"), (17, "    lan: { http: \"8080:80\" }"));
            return new(DiagnosticRule.Error("PP302", "replica-fixed-port"), "3 replicas of web cannot all publish main:8080")
            {
                Primary = sheet.Label(17, "8080", "one host port"),
                Related = [sheet.Label(16, "replicas: 3", "three containers")],
                Fixes = ["make http private and put a service with balance: in front", "or give a range: http: 8080-8082 -> 80"],
            };
        }
    }

    public static Diagnostic DnsPortWildcard
    {
        get
        {
            var sheet = new Sheet((20, "    network: host"), (21, "    public: { dns: 53/tcp+udp }"));
            return new(DiagnosticRule.Deny("PP308", "dns-port-wildcard"), "dns would take port 53 on every address of main")
            {
                Primary = sheet.Label(21, "53/tcp+udp", "binds 0.0.0.0:53 and [::]:53"),
                Related = [sheet.Label(20, "network: host", "the addresses of main")],
                Why = ["podman's own name server needs port 53 on each bridge; whichever starts", "second breaks name resolution for all zones"],
                Fixes = ["listen: host     binds 192.168.1.100 and 2001:db8:1::100 only"],
            };
        }
    }

    public static Diagnostic Http01Unreachable
    {
        get
        {
            var sheet = new Sheet((25, "    private: { acme: 80 }"), (31, "  example.com: { challenge: http-01, solver: certbot }"));
            return new(DiagnosticRule.Deny("PP601", "http01-unreachable"), "no router port 80 leads to certbot")
            {
                Primary = sheet.Label(31, "challenge: http-01", "needs port 80 from the internet"),
                Related = [sheet.Label(25, "private: { acme: 80 }", "reachable by flows only")],
                Why = ["Let's Encrypt always asks on port 80, and by IPv6 first when there is an AAAA record"],
                Fixes =
                [
                    "public: { acme: 80 -> 8080 -> 80 } on certbot",
                    "or a service with balance: and public http on 80 serves the path for the solver",
                    "or challenge: dns-01",
                ],
            };
        }
    }

    public static Diagnostic ZoneContradicted
    {
        get
        {
            var sheet = new Sheet((6, "  internal: { subnets: [172.20.2.0/24] }"), (29, "    public: { postgres: 5432 }"));
            return new(DiagnosticRule.Warning("PP404", "zone-contradicted"), "zone internal has no way in, yet db is public")
            {
                Primary = sheet.Label(29, "public", "opens router:5432 to the internet"),
                Related = [sheet.Label(6, "internal", "egress: none (default)")],
                Why = ["podman accepts a published port on such a network, and nothing answers there"],
                Fixes = ["private: { postgres: 5432 } and one flow per client", "or move db to a zone that faces the internet"],
            };
        }
    }
}
