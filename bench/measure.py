"""Whole-process measurements: interleaved rounds, medians of wall and CPU time, peak memory."""
import dataclasses
import os
import shutil
import statistics
import sys
import tempfile
import time


@dataclasses.dataclass
class Contender:
    """A command. OUT in it is a folder with a fresh name for each run, or `out` when that is given: a tree that is there already."""
    name: str
    command: list
    out: str = None
    makes: str = None  # a folder to make in OUT before the run, for who cannot


@dataclasses.dataclass
class Result:
    wall: float  # seconds
    cpu: float  # seconds, user and system
    memory: int  # bytes; at least the measuring process's own, which the kernel counts in before exec
    files: int
    bytes: int
    tree: str  # what the last run wrote


class Bench:
    """A scratch folder in memory. Names are never used again: ext4 and tmpfs alike are slow where many files were just removed."""

    def __init__(self):
        shm = "/dev/shm"
        self.work = tempfile.mkdtemp(prefix="podplay-bench-", dir=shm if os.path.isdir(shm) else None)
        self.fresh = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.work, ignore_errors=True)

    def path(self, name):
        return os.path.join(self.work, name)

    def once(self, contender):
        """One run: (wall, cpu, memory, folder)."""
        self.fresh += 1
        out = contender.out or self.path(f"out-{self.fresh}")
        command = [part.replace("OUT", out) for part in contender.command]
        quiet = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_RDWR, 0) for fd in (0, 1)] + [(os.POSIX_SPAWN_OPEN, 2, self.path("errors"), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)]
        begin = time.perf_counter()
        process = os.posix_spawnp(command[0], command, os.environ, file_actions=quiet)
        _, status, usage = os.wait4(process, 0)
        wall = time.perf_counter() - begin
        if status != 0:
            with open(self.path("errors"), encoding="utf-8", errors="replace") as errors:
                sys.exit(f"{contender.name} failed ({status}): {' '.join(command)}\n{errors.read()}")
        return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, out

    def interleaved(self, contenders, rounds):
        """Rounds of one run each, in turn; the first round warms caches and does not count. Results by name."""
        runs = {c.name: [] for c in contenders}
        trees = {}
        for number in range(rounds + 1):
            for contender in contenders:
                *figures, out = self.once(contender)
                if number > 0 or rounds == 0:
                    runs[contender.name].append(figures)
                if contender.out is None and trees.get(contender.name):
                    shutil.rmtree(trees[contender.name], ignore_errors=True)
                trees[contender.name] = out
        results = {}
        for contender in contenders:
            wall, cpu, memory = (statistics.median(column) for column in zip(*runs[contender.name]))
            files = tree_of(trees[contender.name]) if contender.out is None else {}
            results[contender.name] = Result(wall, cpu, int(memory), len(files), sum(files.values()), trees[contender.name])
        return results


def tree_of(folder):
    """Paths below the folder to sizes."""
    found = {}
    for root, _, files in os.walk(folder):
        for file in files:
            path = os.path.join(root, file)
            found[os.path.relpath(path, folder)] = os.path.getsize(path)
    return found


def same(folder, wanted):
    """How many files of two trees have the same path and the same bytes."""
    count = 0
    for path in tree_of(folder):
        other = os.path.join(wanted, path)
        if os.path.exists(other):
            with open(os.path.join(folder, path), "rb") as a, open(other, "rb") as b:
                count += a.read() == b.read()
    return count
