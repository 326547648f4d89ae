"""Who runs: podplay, its peers, and yardsticks. A peer is here only when it is installed."""
import os
import shutil
import subprocess
import sys

from measure import Contender, tree_of
from spec import write

HERE = os.path.dirname(os.path.abspath(__file__))
PODPLAY = os.environ["PODPLAY_AOT"]
PEERS = os.environ["BENCH_PEERS"]
GO = os.environ.get("BENCH_GO")


class Case:
    """One spec in a folder of its own, its tree as podplay writes it, and its values for the peers."""

    def __init__(self, bench, name, texts):
        self.folder = bench.path(name)
        self.specs = self.path("spec")
        os.makedirs(self.specs)
        write(self.specs, texts)
        self.spec = os.path.join(self.specs, "podplay.yaml")
        self.tree = self.path("output")
        quietly(PODPLAY, "gen", "-q", "-f", self.spec, "-o", self.tree)
        self.views = self.path("views.json")

    def path(self, name):
        return os.path.join(self.folder, name)

    def for_peers(self):
        """The decided values, as JSON and as YAML: JSON is YAML, and as quick to read for both peers as a block of it."""
        quietly("dotnet", os.environ["BENCH_VIEWS"], "views", self.spec, self.views)
        shutil.copyfile(self.views, self.path("views.yaml"))
        return self

    def tar(self):
        quietly("tar", "-C", self.tree, "-cf", self.path("tree.tar"), ".")
        return self.path("tree.tar")


def quietly(*command):
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


def gen(case):
    return Contender("podplay gen", [PODPLAY, "gen", "-q", "-f", case.spec, "-o", "OUT"])


def unchanged(case):
    return Contender("podplay gen, nothing to write", [PODPLAY, "gen", "-q", "-f", case.spec, "-o", "OUT"], out=case.tree)


def check(case):
    return Contender("podplay gen --check", [PODPLAY, "gen", "--check", "-q", "-f", case.spec, "-o", "OUT"], out=case.tree)


def jinja2(case, name="jinja2", views="views.yaml", *more):
    return Contender(name, ["/usr/bin/python3", os.path.join(HERE, "peers", "jinja2_peer.py"), case.specs, case.path(views), os.path.join(PEERS, "jinja2"), "OUT", *more])


def go(case, name="Go text/template", views="views.yaml"):
    return Contender(name, [GO, case.specs, case.path(views), os.path.join(PEERS, "go"), "OUT"])


def jsonnet(case):
    # It makes no folders.
    folders = sorted({os.path.dirname(path) for path in tree_of(case.tree)})
    script = f"mkdir -p {' '.join(f'OUT/{folder}' for folder in folders)} && exec jsonnet -S -m OUT --tla-code-file views={case.views} {PEERS}/jsonnet/main.jsonnet"
    return Contender("jsonnet", ["sh", "-c", script])


def ansible(case, files):
    variables = f"views={case.views} templates={PEERS}/ansible out=OUT files={files}"
    return Contender(f"Ansible's template module, {files} units", ["ansible-playbook", "-i", "localhost,", "-e", variables, os.path.join(HERE, "peers", "ansible.yml")])


def yardsticks(case):
    return [Contender("/bin/true", ["/bin/true"]), Contender("tar x of the tree", ["sh", "-c", f"mkdir OUT && exec tar -C OUT -xf {case.tar()}"]), Contender("cp -r of the tree", ["cp", "-r", case.tree, "OUT"])]


def read(case):
    return [Contender("cat of the tree", ["sh", "-c", f"find {case.tree} -type f -print0 | xargs -0 cat"]), Contender("sha256sum of the tree", ["sh", "-c", f"find {case.tree} -type f -print0 | xargs -0 sha256sum"])]
