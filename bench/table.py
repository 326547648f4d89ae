"""Prints the tables of bench/run. Usage: table.py seed|scale|large"""
import os
import shutil
import sys

from contenders import GO, Case, ansible, check, gen, go, jinja2, jsonnet, read, unchanged, yardsticks
from measure import Bench, same
from spec import spec

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "0"))


def row(*cells):
    print(f"| {' | '.join(str(cell) for cell in cells)} |", flush=True)


def head(*cells):
    row(*cells)
    row(*["---"] * len(cells))


def ms(seconds):
    return f"{seconds * 1000:.{0 if seconds >= 0.1 else 1}f}"


def missing():
    found = {"Go text/template (golang-go, golang-gopkg-yaml.v3-dev)": GO, "jsonnet": shutil.which("jsonnet"), "Ansible (ansible-core)": shutil.which("ansible-playbook")}
    for name, there in found.items():
        if not there:
            print(f"Left out, not installed: {name}. scripts/setup --only bench installs it.\n", flush=True)


def peers(case):
    return [
        jinja2(case), jinja2(case, "jinja2, templates compiled before", "views.json", case.path("compiled")), jinja2(case, "jinja2, values in YAML", "views.yaml"),
        *([go(case), go(case, "Go text/template, values in YAML", "views.yaml")] if GO else []),
        *([jsonnet(case)] if shutil.which("jsonnet") else []),
    ]


def seed(bench):
    """samples/seed, all contenders."""
    with open("samples/seed/podplay.yaml", encoding="utf-8") as file:
        case = Case(bench, "seed", file.read()).for_peers()
    os.mkdir(case.path("compiled"))
    rounds = ROUNDS or 15
    results = bench.interleaved([gen(case), unchanged(case), check(case), *peers(case), *yardsticks(case)], rounds)
    if shutil.which("ansible-playbook"):
        results |= bench.interleaved([ansible(case, 5)], 1)  # seconds, whatever else runs
    base, base_go = results["jinja2"].wall, results["Go text/template"].wall if GO else None
    print(f"\nsamples/seed, median of {rounds} interleaved rounds\n")
    head("", "wall ms", "CPU ms", "of jinja2", "of Go", "peak MB", "files", "of them podplay's bytes", "bytes")
    for name, r in results.items():
        row(name, ms(r.wall), ms(r.cpu), f"{r.wall / base:.2f}", f"{r.wall / base_go:.2f}" if base_go else "", f"{r.memory / 1e6:.0f}",
            r.files or "", same(r.tree, case.tree) if r.files else "", r.bytes or "")


def line(points):
    """a + b * N through (N, seconds), by least squares of the relative error."""
    weights = [(n, t, 1 / t ** 2) for n, t in points]
    w, wn, wt = (sum(x * weight for x, weight in column) for column in ([(1, v) for _, _, v in weights], [(n, v) for n, _, v in weights], [(t, v) for _, t, v in weights]))
    wnn, wnt = sum(v * n * n for n, _, v in weights), sum(v * n * t for n, t, v in weights)
    b = (w * wnt - wn * wt) / (w * wnn - wn * wn)
    return (wt - b * wn) / w, b


def scale(bench):
    """100, 1,000 and 10,000 services: what each further one costs."""
    counts = [int(n) for n in os.environ.get("BENCH_SERVICES", "100 1000 10000").split()]
    results = {}
    for count in counts:
        case = Case(bench, f"services-{count}", spec(count)).for_peers()
        rounds = ROUNDS or (9 if count <= 100 else 5 if count <= 1000 else 2)
        results[count] = bench.interleaved([gen(case), unchanged(case), check(case), jinja2(case), *([go(case)] if GO else []), *yardsticks(case)], rounds)
        case_files = results[count]["podplay gen"]
        for name, r in results[count].items():
            if r.files:
                equal = same(r.tree, case.tree)
                if (r.files, equal) != (case_files.files, case_files.files):
                    print(f"{count} services: {name} wrote {r.files} files, {equal} as podplay; podplay {case_files.files}", flush=True)
                shutil.rmtree(r.tree, ignore_errors=True)
        shutil.rmtree(case.folder, ignore_errors=True)
    for what, name_of in (("wall", "Wall"), ("cpu", "CPU")):
        seconds = {name: [getattr(results[n][name], what) for n in counts] for name in results[counts[-1]]}
        lines = {name: line(list(zip(counts, times))) for name, times in seconds.items() if name != "/bin/true"}
        print(f"\n{name_of} ms, medians of interleaved rounds; a + b * N by least squares of the relative error\n")
        head("", *[f"{n:,} services" for n in counts], "a, ms", "b, µs a service", "b of jinja2", "b of Go", "b of cp -r", "peak MB")
        for name, times in seconds.items():
            a, b = lines.get(name, (0, 0))
            ratios = [f"{b / lines[of][1]:.2f}" if b and of in lines else "" for of in ("jinja2", "Go text/template", "cp -r of the tree")]
            row(name, *map(ms, times), f"{a * 1000:.0f}" if b else "", f"{b * 1e6:.0f}" if b else "", *ratios, f"{results[counts[-1]][name].memory / 1e6:.0f}")
    print()
    head("the tree", *[f"{n:,} services" for n in counts])
    row("files", *[results[n]["podplay gen"].files for n in counts])
    row("MB", *[f"{results[n]['podplay gen'].bytes / 1e6:.1f}" for n in counts])


def large(bench):
    """20,000 services checked against reading the tree, and a tree of 100,000 files."""
    services = int(os.environ.get("BENCH_LARGE", "20000"))
    compared(bench, Case(bench, "checked", spec(services)), f"{services:,} services", lambda case: [check(case), *read(case)])
    # As units of 10 replicas: a file for each.
    compared(bench, Case(bench, "files", spec(services // 2, 1, 10)), f"{services // 2:,} services of 10 replicas", lambda case: [gen(case), check(case), *yardsticks(case), *read(case)])


def compared(bench, case, name, contenders):
    rounds = ROUNDS or 1
    results = bench.interleaved(contenders(case), rounds)
    print(f"\n{name}, median of {rounds} interleaved rounds after a first one\n")
    head("", "wall s", "CPU s", "of the last", "peak MB", "files", "MB")
    last = list(results.values())[-1].wall
    for title, r in results.items():
        row(title, f"{r.wall:.2f}", f"{r.cpu:.2f}", f"{r.wall / last:.1f}", f"{r.memory / 1e6:.0f}", r.files or "", f"{r.bytes / 1e6:.1f}" if r.bytes else "")
        if r.files:
            shutil.rmtree(r.tree, ignore_errors=True)
    shutil.rmtree(case.folder, ignore_errors=True)


with Bench() as scratch:
    missing()
    {"seed": seed, "scale": scale, "large": large}[sys.argv[1]](scratch)
