"""What is built from the checkout works where no checkout is.

Everything is built and installed without a network, as a user's pip would do it: the
source archive first, from that the wheel, and from that an installation which is then
looked at from another folder.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import venv
from importlib.metadata import version as installed_version
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
BIN = "Scripts" if os.name == "nt" else "bin"

# One worker builds once for all tests here.
pytestmark = pytest.mark.xdist_group("packaging")

LOOK = """
import importlib.util, json, pathlib, tracker
from tracker.assets import resources
package = pathlib.Path(tracker.__file__).parent
print(json.dumps({
    "package": str(package),
    "resources": str(resources()),
    "folders": sorted(p.name for p in resources().iterdir() if p.is_dir()),
    "files": sorted(p.relative_to(package).as_posix() for p in package.rglob("*.*")),
}))
"""


class Installation:
    """A fresh environment that borrows its packages from the running one."""

    def __init__(self, folder):
        venv.create(folder / "venv", symlinks=os.name != "nt")
        self.elsewhere = folder / "elsewhere"
        self.elsewhere.mkdir()
        self.programs = folder / "venv" / BIN

    def call(self, program, *arguments):
        """Run a program of this environment elsewhere; return what it says."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith("PIP_")}
        kept["PYTHONPATH"] = sysconfig.get_path("purelib")
        kept["QT_QPA_PLATFORM"] = "offscreen"
        kept["MILEPOST_DATA"] = str(self.elsewhere / "data")
        ended = subprocess.run(
            [self.programs / program, *arguments],
            cwd=self.elsewhere,
            env=kept,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert ended.returncode == 0, ended.stdout + ended.stderr
        return ended.stdout

    def pip_install(self, *what):
        quiet = ("--quiet", "--no-deps", "--no-index", "--no-build-isolation")
        self.call("python", "-m", "pip", "install", *quiet, *map(str, what))

    def look(self):
        return json.loads(self.call("python", "-c", LOOK))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Build the source archive and, from that alone, the wheel."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder)]
    built = subprocess.run(
        [*command, str(ROOT)], capture_output=True, encoding="utf-8", check=False
    )
    assert built.returncode == 0, built.stdout + built.stderr
    assert [p.suffix for p in sorted(folder.iterdir())] == [".whl", ".gz"]
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def from_wheel(wheel, tmp_path_factory):
    installation = Installation(tmp_path_factory.mktemp("from-wheel"))
    installation.pip_install(wheel)
    return installation


@pytest.fixture(scope="module")
def editable(tmp_path_factory):
    installation = Installation(tmp_path_factory.mktemp("editable"))
    installation.pip_install("--editable", ROOT)
    return installation


def test_a_wheel_carries_the_resources_inside_the_package(from_wheel):
    seen = from_wheel.look()
    assert not Path(seen["package"]).is_relative_to(ROOT)
    assert Path(seen["resources"]) == Path(seen["package"], "_resources")
    ours = {p.name for p in (ROOT / "resources").iterdir() if any(p.glob("*"))}
    folders = {name for name in ours if (ROOT / "resources" / name).is_dir()}
    assert {"roadmaps", "catalogue", "icons"} <= folders <= set(seen["folders"])


def test_a_wheel_carries_every_module_migration_and_the_type_marker(from_wheel):
    carried = from_wheel.look()["files"]
    modules = {
        p.relative_to(ROOT / "tracker").as_posix()
        for p in (ROOT / "tracker").rglob("*.py")
    }
    assert modules <= set(carried)
    assert "py.typed" in carried
    migrations = [name for name in carried if name.startswith("db/migrations/versions")]
    assert [name for name in migrations if name.endswith(".py")]


def test_a_wheel_carries_the_licences(from_wheel):
    site = Path(from_wheel.look()["package"]).parent
    carried = {p.name for p in site.glob("milepost-*.dist-info/licenses/**/*")}
    assert {"LICENSE", "LGPL-3.0.txt", "GPL-3.0.txt"} <= carried


@pytest.mark.parametrize("kind", ["from_wheel", "editable"])
def test_both_programs_are_there_and_one_tells_its_version(kind, request):
    installation = request.getfixturevalue(kind)
    programs = {p.stem for p in installation.programs.iterdir()}
    assert {"milepost", "milepost-gui"} <= programs
    version = re.search(
        r'__version__ = "(.+)"',
        (ROOT / "tracker" / "__init__.py").read_text(encoding="utf-8"),
    )
    assert version
    assert version[1] in installation.call("milepost", "--version")


@pytest.mark.parametrize("kind", ["from_wheel", "editable"])
def test_the_locked_packages_are_what_the_distribution_asks_for(kind, request):
    told = request.getfixturevalue(kind).call("python", "-m", "pip", "check")
    assert "No broken requirements" in told


def test_an_editable_install_reads_the_checkout(editable):
    seen = editable.look()
    assert Path(seen["package"]) == ROOT / "tracker"
    assert Path(seen["resources"]) == ROOT / "resources"


# --- The lock ---


def test_the_lock_names_no_host_and_hashes_every_package():
    lock = (ROOT / "tools" / "lock.txt").read_text(encoding="utf-8")
    assert "http" not in lock
    assert "://" not in lock
    packages = re.split(r"\n(?=\S)", lock.strip())
    assert [p for p in packages if "--hash=sha256:" not in p] == []


def required(lines):
    """Return requirements by name and marker, so that spelling plays no part."""
    wanted = map(Requirement, lines)
    return {(r.name.lower(), str(r.marker or ""), str(r.specifier)) for r in wanted}


def test_the_lock_is_made_from_what_the_project_declares():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    declared = list(project["project"]["dependencies"])
    for group in project["dependency-groups"].values():
        declared += group
    source = (ROOT / "tools" / "dev.in").read_text(encoding="utf-8").splitlines()
    listed = [line for line in source if line and not line.startswith("#")]
    assert required(listed) == required(declared)


def test_the_running_packages_are_the_locked_ones():
    lock = (ROOT / "tools" / "lock.txt").read_text(encoding="utf-8")
    for line in re.findall(r"^\S+==.*?(?= \\$)", lock, re.MULTILINE):
        locked = Requirement(line)
        if locked.marker is None or locked.marker.evaluate():
            assert installed_version(locked.name) in locked.specifier
