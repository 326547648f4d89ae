"""Interleaved whole-process runs, medians, ratios to jinja2. Usage: compare.py ROUNDS AOT DLL SPEC RENDER_PY"""
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

rounds, aot, dll, spec, render = int(sys.argv[1]), *sys.argv[2:]
work = tempfile.mkdtemp(prefix="podplay-bench-")
fresh = 0


def folder():
    """A new name for each run: ext4 is slow at making files where many were just removed."""
    global fresh
    fresh += 1
    return os.path.join(work, str(fresh))


def kept(command):
    """A tree that is there already, so that nothing needs writing."""
    out = folder()
    subprocess.run([c.replace("OUT", out) for c in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return out


gen = ["gen", "-q", "-f", spec, "-o", "OUT"]
up_to_date = kept([aot, *gen])
candidates = {
    "podplay gen, ahead of time": lambda: ([aot, *gen], folder()),
    "podplay gen --check, ahead of time": lambda: ([aot, "gen", "--check", "-q", "-f", spec, "-o", "OUT"], up_to_date),
    "podplay gen, dotnet podplay.dll": lambda: (["dotnet", dll, *gen], folder()),
    "python3 + jinja2 + PyYAML": lambda: (["/usr/bin/python3", render, spec, "OUT"], folder()),
    "/bin/true": lambda: (["/bin/true"], folder()),
}
times = {name: [] for name in candidates}
try:
    for round_number in range(rounds + 1):
        for name, make in candidates.items():
            command, out = make()
            command = [c.replace("OUT", out) for c in command]
            begin = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            if round_number > 0:  # the first round warms caches
                times[name].append(time.perf_counter() - begin)
finally:
    shutil.rmtree(work, ignore_errors=True)
base = statistics.median(times["python3 + jinja2 + PyYAML"])
print(f"| whole process, samples/seed, median of {rounds} interleaved runs | ms | of jinja2 |\n|---|---|---|")
for name, values in times.items():
    median = statistics.median(values)
    print(f"| {name} | {median * 1000:.0f} | {median / base:.2f} |")
