"""A spec of any size, and how long podplay takes for it.

    scale.py spec COUNT            prints a spec: COUNT services, six flows each, a zone for every 20, a host for every four zones
    scale.py measure ROUNDS AOT    whole-process medians for 50 to 500 services, and their growth, as a table
"""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

COUNTS = [50, 100, 200, 500]
FLOWS = 6


def spec(count):
    zones = max(2, count // 20)
    hosts = max(1, zones // 4)
    lines = ["podplay: 1", "router: { address: 192.168.1.1, lan: [192.168.1.0/24, 'fd3c:9a41:77e2:7::/64'] }", "sources: { admin: [192.168.1.10] }", "hosts:"]
    lines += [f"  h{h}: {{ address: [192.168.1.{100 + h}, 'fd3c:9a41:77e2:7::{100 + h}'], podman: \"5.4\" }}" for h in range(hosts)]
    lines += ["zones:"]
    lines += [f"  z{z}: {{ host: h{z % hosts}, subnets: [172.20.{z}.0/24, 'fd5c:1a2b:3c4d:{z}::/64']{', egress: internet' if z % 3 == 0 else ''} }}" for z in range(zones)]
    lines += ["services:"]
    for s in range(count):
        exposed = f", lan: {{ admin: {{ port: {10000 + s} -> 9000, from: admin }} }}" if s % 10 == 0 else ""
        lines += [f"  s{s}: {{ image: localhost/s{s}:1.0.0, zone: z{s % zones}, at: {10 + s // zones}, private: {{ http: 8080, metrics: 9100 }}{exposed} }}"]
    lines += ["flows:"]
    for s in range(count):
        # On the same host, in the client's own zone and in others.
        mates = [t for t in range(count) if t != s and (t % zones) % hosts == (s % zones) % hosts]
        servers = sorted({mates[(s * 7 + i * 11) % len(mates)] for i in range(FLOWS)})
        servers += [t for t in mates if t not in servers][: FLOWS - len(servers)]
        lines += [f"  s{s} -> s{t}: {'http' if (s + t) % 2 else '[http, metrics]'}" for t in servers]
    # Statements too: they are judged on each run.
    lines += ["assert:", f"  never: [{', '.join(f'internet -> z{z}' for z in range(zones))}]", "  allow: [s0 -> internet]"]
    return "\n".join(lines) + "\n"


def measure(rounds, podplay):
    work = tempfile.mkdtemp(prefix="podplay-scale-")
    times = {(kind, count): [] for count in COUNTS for kind in ("check", "gen", "gen --check")}
    size = {}
    try:
        for count in COUNTS:
            os.mkdir(os.path.join(work, str(count)))
            with open(os.path.join(work, str(count), "podplay.yaml"), "w", encoding="utf-8") as file:
                file.write(spec(count))
        for _ in range(rounds):
            for kind, count in times:
                folder = os.path.join(work, str(count))
                if kind == "gen":
                    shutil.rmtree(os.path.join(folder, "output"), ignore_errors=True)
                begin = time.perf_counter()
                subprocess.run([podplay, *kind.split(), "-q"], cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                times[kind, count].append(time.perf_counter() - begin)
        for count in COUNTS:
            with open(os.path.join(work, str(count), "output", "connectivity.csv"), encoding="utf-8") as file:
                text = file.read()
            size[count] = (text.count("\n") - 1, len(text))
    finally:
        shutil.rmtree(work, ignore_errors=True)
    median = {key: statistics.median(values) for key, values in times.items()}
    first, last = COUNTS[0], COUNTS[-1]
    print(f"| services (and flows), median of {rounds} interleaved runs | {' | '.join(f'{c} ({c * FLOWS})' for c in COUNTS)} | {last} : {first} |")
    print(f"|---|{'---|' * (len(COUNTS) + 1)}")
    for kind in ("check", "gen", "gen --check"):
        print(f"| podplay {kind}, ms | {' | '.join(f'{median[kind, c] * 1000:.0f}' for c in COUNTS)} | {median[kind, last] / median[kind, first]:.1f} |")
    print(f"| connectivity.csv, lines | {' | '.join(str(size[c][0]) for c in COUNTS)} | {size[last][0] / size[first][0]:.1f} |")
    print(f"| connectivity.csv, kB | {' | '.join(f'{size[c][1] / 1000:.0f}' for c in COUNTS)} | {size[last][1] / size[first][1]:.1f} |")


if sys.argv[1] == "spec":
    sys.stdout.write(spec(int(sys.argv[2])))
else:
    measure(int(sys.argv[2]), sys.argv[3])
