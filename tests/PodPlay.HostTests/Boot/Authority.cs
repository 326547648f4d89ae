using PodPlay.Lab;
using PodPlay.Model;

namespace PodPlay.Boot;

/// <summary>Pebble on the internet, in the place of Let's Encrypt. It asks the site's own name server, through the router.</summary>
internal sealed class Authority : IDisposable
{
    private const string Trust = "/etc/pebble/ca.pem";

    private readonly BootedNetwork _lab;
    private readonly string _process;

    public Authority(BootedNetwork lab, Network network)
    {
        _lab = lab;
        var (here, names) = (lab.Internet(Family.IPv4), network.Router.Public[0]);
        _process = lab.At(LabNetwork.Internet, $$"""
            mkdir -p /etc/pebble && cd /etc/pebble
            openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=pebble -addext subjectAltName=IP:{{here}} -keyout key.pem -out ca.pem 2>/dev/null
            cat >config.json <<'END'
            { "pebble": { "listenAddress": "{{here}}:14000", "managementListenAddress": "{{here}}:15000", "certificate": "/etc/pebble/ca.pem",
              "privateKey": "/etc/pebble/key.pem", "httpPort": 80, "tlsPort": 443, "ocspResponderURL": "", "externalAccountBindingRequired": false } }
            END
            PEBBLE_VA_NOSLEEP=1 PEBBLE_WFE_NONCEREJECT=0 PEBBLE_AUTHZREUSE=0 setsid pebble -config config.json -dnsserver {{names}}:53 >/run/pebble.log 2>&1 </dev/null &
            echo $!
            for try in $(seq 100); do curl -skf https://{{here}}:15000/roots/0 >/etc/pebble/root.pem && exit; sleep 0.1; done; cat /run/pebble.log; exit 1
            """).Split('\n')[0];
        Directory = $"https://{here}:14000/dir";
    }

    /// <summary>Of its ACME, as <c>server:</c> takes it.</summary>
    public string Directory { get; }

    /// <summary>A file of the internet with the root of what it issues.</summary>
    public static string Root => "/etc/pebble/root.pem";

    /// <summary>What it wrote.</summary>
    public string Log => _lab.At(LabNetwork.Internet, "cat /run/pebble.log");

    /// <summary>A solver accepts the authority's own certificate, by an extension of its unit.</summary>
    public void IntroduceTo(Service solver) => _lab[solver.Host].Shell($"""
        mkdir -p /etc/pebble {Extension(solver)} && cat >{Trust}
        printf '[Container]\nEnvironment=REQUESTS_CA_BUNDLE={Trust}\nVolume=/etc/pebble:/etc/pebble:ro\n' >{Extension(solver)}/lab.conf
        systemctl daemon-reload
        """, _lab.At(LabNetwork.Internet, $"cat {Trust}"));

    /// <summary>As it was before.</summary>
    public void Leave(Service solver) => _lab[solver.Host].Shell($"rm -r {Extension(solver)} && systemctl daemon-reload");

    public void Dispose() => _lab.At(LabNetwork.Internet, $"kill {_process}");

    private static string Extension(Service solver) => $"/etc/containers/systemd/{solver.Name}.container.d";
}
