"""Prints the tables of bench/run. Usage: table.py seed|scale|large"""
import os
import shutil
import sys

from contenders import GO, Case, ansible, check, gen, go, jinja2, jsonnet, read, unchanged, yardsticks
from measure import Bench, same
from spec import spec

JINJA2_JSON, GO_JSON = "jinja2, values in JSON", "Go text/template, values in JSON"
BASES = ("jinja2", JINJA2_JSON, "Go text/template", GO_JSON, "cp -r of the tree")
OF_BASES = ("of jinja2", "of it with JSON", "of Go", "of it with JSON", "of cp -r")
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
    return [jinja2(case), jinja2(case, JINJA2_JSON, "views.json"), *([go(case), go(case, GO_JSON, "views.json")] if GO else [])]


def ratios(results, value, name):
    """Of one contender to each of the bases; empty where a base does not run."""
    return [f"{value(results[name]) / value(results[base]):.2f}" if base in results else "" for base in BASES]


def seed(bench):
    """samples/seed, all contenders."""
    with open("samples/seed/podplay.yaml", encoding="utf-8") as file:
        case = Case(bench, "seed", {"podplay.yaml": file.read()}).for_peers()
    os.mkdir(case.path("compiled"))
    rounds = ROUNDS or 15
    more = [jinja2(case, "jinja2, values in JSON, templates compiled before", "views.json", case.path("compiled")), *([jsonnet(case)] if shutil.which("jsonnet") else [])]
    results = bench.interleaved([gen(case), unchanged(case), check(case), *peers(case), *more, *yardsticks(case)], rounds)
    if shutil.which("ansible-playbook"):
        results |= bench.interleaved([ansible(case, 5)], 1)  # seconds, whatever else runs
    print(f"\nsamples/seed, median of {rounds} interleaved rounds\n")
    head("", "wall ms", "CPU ms", *(f"wall {of}" for of in OF_BASES[:4]), "peak MB", "files", "of them podplay's bytes", "kB")
    for name, r in results.items():
        row(name, ms(r.wall), ms(r.cpu), *ratios(results, lambda r: r.wall, name)[:4], f"{r.memory / 1e6:.0f}",
            r.files or "", same(r.tree, case.tree) if r.files else "", f"{r.bytes / 1e3:.0f}" if r.bytes else "")


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
        rounds = ROUNDS or (9 if count <= 100 else 5 if count <= 1000 else 1)
        results[count] = bench.interleaved([gen(case), unchanged(case), check(case), *peers(case), *yardsticks(case)], rounds)
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
        head("", *[f"{n:,} services" for n in counts], "a, ms", "b, µs a service", *[f"b {of}" for of in OF_BASES], "peak MB")
        for name, times in seconds.items():
            fitted = [f"{lines[name][0] * 1000:.0f}", f"{lines[name][1] * 1e6:.0f}", *ratios(lines, lambda l: l[1], name)] if name in lines else [""] * (2 + len(BASES))
            row(name, *map(ms, times), *fitted, f"{results[counts[-1]][name].memory / 1e6:.0f}")
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
