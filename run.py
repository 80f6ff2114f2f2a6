#!/usr/bin/env python3
"""Start Milepost, or check it, straight from a checkout.

    python3 run.py                  open the program      (Windows: py run.py)
    python3 run.py status --json    what follows run.py goes to the program
    python3 run.py test             format, lint, types, layers, then the tests
    python3 run.py test -k road     only pytest, with these arguments

Packages go into .venv beside this file, or where MILEPOST_VENV says, checked against the
hashes in tools/lock.txt. Standard library only, and no syntax newer than Python 3.6: an
old Python must be able to read this file to say that it is too old.
"""

import os
import shutil
import subprocess
import sys


def become(command, env):
    """Hand this process over to ``command``; Windows can only wait for its result."""
    if os.name == "nt":
        return subprocess.call(command, env=env)
    sys.stdout.flush()
    os.execve(command[0], command, env)


def other_python():
    """Return another Python on PATH that Milepost is tested with, or None."""
    check = "import sys; sys.exit(sys.version_info < (3, 11))"
    for minor in (13, 12, 11):
        found = minor != sys.version_info[1] and shutil.which("python3.%d" % minor)
        # Found is not enough: a version manager's stand-in may have nothing behind it.
        tried = [found, "-c", check]
        if found and subprocess.call(tried, stderr=subprocess.DEVNULL) == 0:
            return found
    return None


if sys.version_info < (3, 11):
    newer = other_python()
    if newer:
        sys.exit(become([newer, os.path.abspath(__file__)] + sys.argv[1:], os.environ))
    message = "Milepost needs Python 3.11 or newer; this is %d.%d (%s)."
    sys.exit(message % (sys.version_info[0], sys.version_info[1], sys.executable))

import contextlib
import hashlib
import importlib.util
import sysconfig
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
OWN_VENV = ROOT / ".venv"
VENV = Path(os.environ.get("MILEPOST_VENV") or OWN_VENV).expanduser().resolve()
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "tools" / "lock.txt"
GUARD = VENV / "milepost.lock"  # held by the one start that sets up; marks VENV as ours
PACKAGES_STAMP = VENV / "milepost-packages.txt"  # what was installed, written last
QT_STAMP = VENV / "milepost-qt.txt"  # the Qt platforms whose system libraries are there

# Settings that would put other code on the path, send packages elsewhere or skip them.
# Mirrors, proxies and certificates are the user's and stay.
DROPPED = set(
    "PYTHONHOME PYTHONPATH PYTHONSTARTUP PYTHONDONTWRITEBYTECODE PYTHONOPTIMIZE "
    "PYTHONINSPECT PYTHONWARNINGS PYTHONEXECUTABLE __PYVENV_LAUNCHER__ VIRTUAL_ENV "
    "PIP_USER PIP_TARGET PIP_PREFIX PIP_ROOT PIP_PYTHON PIP_REQUIREMENT PIP_CONSTRAINT "
    "PIP_EDITABLE PIP_NO_BINARY PIP_DRY_RUN PIP_REPORT PIP_PLATFORM PIP_ABI "
    "PIP_PYTHON_VERSION PIP_IMPLEMENTATION QT_PLUGIN_PATH "
    "QT_QPA_PLATFORM_PLUGIN_PATH".split()
)

# What Qt needs for its offscreen, X11 and Wayland platforms, by the command to install it.
XCB = "libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 "
KEYS_AND_POINTERS = "libxkbcommon0 libxkbcommon-x11-0 libwayland-cursor0"
QT_PACKAGES = {
    "apt-get install -y": "libgl1 libegl1 libfontconfig1 libdbus-1-3 libglib2.0-0 "
    + (XCB + KEYS_AND_POINTERS),
    "zypper install": "Mesa-libGL1 Mesa-libEGL1 fontconfig libdbus-1-3 libglib-2_0-0 "
    + (XCB + KEYS_AND_POINTERS),
    "dnf install": "mesa-libGL mesa-libEGL fontconfig dbus-libs glib2 libxcb libxkbcommon "
    "libxkbcommon-x11 libwayland-cursor xcb-util-cursor xcb-util-keysyms xcb-util-wm",
    "pacman -S --needed": "libglvnd fontconfig dbus glib2 libxcb libxkbcommon "
    "libxkbcommon-x11 wayland xcb-util-cursor xcb-util-keysyms xcb-util-wm",
}

# Loads what a window would load, so that a missing library is named by the loader.
QT_PROBE = """
import ctypes, pathlib, sys
import PySide6.QtWidgets
plugins = pathlib.Path(PySide6.__file__).parent / "Qt" / "plugins" / "platforms"
for name in sys.argv[1:]:
    for plugin in plugins.glob(name + ".so"):
        ctypes.CDLL(str(plugin))
"""

LINT_IMPORTS = "from importlinter.cli import lint_imports_command as run; run()"
CHECKS = {
    "Format": ["-m", "ruff", "format", "--check", "."],
    "Lint": ["-m", "ruff", "check", "."],
    "Types": ["-m", "mypy"],
    "Layers": ["-c", LINT_IMPORTS],
}
# Two workers suit two cores; tests of one group stay with one worker.
ALL_TESTS = ["-m", "pytest", "-n", "2", "--dist", "loadgroup"]


def say(text):
    """Print to stderr; stdout belongs to the program."""
    print(text, file=sys.stderr, flush=True)


def clean_env(**added):
    """Return the user's environment without what would break the set-up."""
    env = {k: v for k, v in os.environ.items() if k.upper() not in DROPPED}
    own = {"PYTHONUTF8": "1", "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}
    return {**env, **own, **added}


def apt_install(packages):
    """Install Debian packages if that takes no password; tell whether it worked."""
    if not sys.platform.startswith("linux") or not shutil.which("apt-get"):
        return False
    apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    apt += ["-o", "DPkg::Lock::Timeout=120"]
    if os.geteuid() != 0:
        nothing = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.DEVNULL)
        allowed = ["sudo", "-n", "true"]
        if not shutil.which("sudo") or subprocess.call(allowed, **nothing):
            return False
        apt = ["sudo", "-n"] + apt
    say("Installing system packages: " + packages)
    subprocess.call(apt + ["update"], stdin=subprocess.DEVNULL, stdout=2)
    apt += ["install", "-y", "--no-install-recommends"] + packages.split()
    return subprocess.call(apt, stdin=subprocess.DEVNULL, stdout=2) == 0


def wanted():
    """Return what the packages depend on: the lock, this kind of Python, the path."""
    here = (sys.version_info[:2], sysconfig.get_platform(), str(VENV))
    return hashlib.sha256(LOCK.read_bytes() + repr(here).encode()).hexdigest()


def packages_ready():
    """Tell whether the environment is whole and belongs here."""
    try:
        return PYTHON.exists() and PACKAGES_STAMP.read_text("utf-8") == wanted()
    except OSError:
        return False


def try_lock(file):
    """Lock ``file`` if nobody holds it; the system lets go when its holders end."""
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            # A pip that outlives a killed run.py keeps the lock until it, too, has ended.
            os.set_inheritable(file.fileno(), True)
    except (BlockingIOError, PermissionError):
        return False
    return True


@contextlib.contextmanager
def only_one():
    """Let one start at a time set things up; the others wait for it."""
    ours = VENV == OWN_VENV or not VENV.exists() or GUARD.exists()
    if not ours and any(VENV.iterdir()):
        sys.exit("%s is in use: MILEPOST_VENV must name a new or empty folder." % VENV)
    VENV.mkdir(parents=True, exist_ok=True)
    with GUARD.open("ab") as file:
        if not try_lock(file):
            say("Another start is setting Milepost up; waiting for it ...")
            while not try_lock(file):
                time.sleep(0.2)
        yield


def empty_environment():
    """Remove what an earlier start left, the stamps first and never the lock."""
    for stamp in (PACKAGES_STAMP, QT_STAMP):
        stamp.unlink(missing_ok=True)
    for item in VENV.iterdir():
        if item.is_dir() and not item.is_symlink():
            shutil.rmtree(item)
        elif item != GUARD:
            item.unlink()


def make_environment():
    """Make an empty environment with the pip that comes with Python."""
    base = getattr(sys, "_base_executable", None) or sys.executable
    package = "python3-venv"
    if os.path.realpath(base) != os.path.realpath("/usr/bin/python3"):
        package = "python%d.%d-venv" % sys.version_info[:2]
    hint = "\nOn Debian or Ubuntu:\n  sudo apt-get install -y " + package
    # Asked beforehand, because a failing venv leaves a half-made folder.
    if importlib.util.find_spec("ensurepip") is None and not apt_install(package):
        sys.exit("This Python comes without venv and pip." + hint)
    command = [base, "-I", "-X", "utf8", "-m", "venv", str(VENV)]
    if subprocess.call(command, env=clean_env(), stdout=2, close_fds=False):
        sys.exit("No environment could be made with %s.%s" % (base, hint))


def install_packages():
    """Install exactly what the lock names; explain what went wrong if it cannot be."""
    command = [str(PYTHON), "-I", "-X", "utf8", "-m", "pip", "install", "--quiet"]
    command += ["--no-user", "--no-deps", "--require-hashes", "--only-binary", ":all:"]
    streams = {"stdin": subprocess.DEVNULL, "stdout": 2, "stderr": subprocess.PIPE}
    pip = subprocess.Popen(
        command + ["-r", str(LOCK)], env=clean_env(), close_fds=False, **streams
    )
    lines = []
    for line in pip.stderr:
        if b"Retrying" in line and not any("Retrying" in told for told in lines):
            say("The network does not answer; trying again ...")
        lines.append(line.decode("utf-8", "replace"))
    if pip.wait():
        say("".join(line for line in lines if "WARNING" not in line))
        again = "\nNothing outside %s was changed; the same command tries again." % VENV
        sys.exit(why_not_installed("".join(lines)) + again)


def why_not_installed(told):
    """Say in words what pip's messages mean."""
    if "DO NOT MATCH THE HASHES" in told:
        return "A package is not the one that was locked, so it was refused."
    if any(word in told for word in ("Retrying", "Connection", "timed out", "SSL")):
        return (
            "The packages could not be fetched: is there a network? Proxies (HTTPS_PROXY), "
            "mirrors (PIP_INDEX_URL) and certificates (PIP_CERT) are respected."
        )
    if "No matching distribution" in told:
        text = "There is no ready-made package for Python %d.%d on this system"
        advice = ", or the mirror lacks it. Python 3.11 to 3.13 are tested%s."
        python = other_python()
        found = "; here is one: %s" % python if python else ""
        return text % sys.version_info[:2] + advice % found
    return "The packages could not be installed (see above)."


def prepare_packages():
    """Make the environment whole, if it is not."""
    if packages_ready():
        return
    with only_one():
        if packages_ready():
            return
        say("Setting Milepost up in %s: once, a minute or so ..." % VENV)
        empty_environment()
        make_environment()
        install_packages()
        PACKAGES_STAMP.write_text(wanted(), "utf-8")


def missing_library(plugins):
    """Return the loader's complaint about Qt, or nothing if it loads."""
    command = [str(PYTHON), "-I", "-X", "utf8", "-c", QT_PROBE] + plugins
    tried = subprocess.run(command, env=clean_env(), stderr=subprocess.PIPE)
    lines = tried.stderr.decode("utf-8", "replace").strip().splitlines()
    return (lines or ["no message"])[-1] if tried.returncode else ""


def prepare_qt(plugins, must):
    """See once that Qt finds its system libraries; install or name what is missing."""
    with contextlib.suppress(OSError):
        if set(QT_STAMP.read_text("utf-8").split()).issuperset(plugins):
            return
    missing = missing_library(plugins)
    if missing:
        with only_one():
            if apt_install(QT_PACKAGES["apt-get install -y"]):
                missing = missing_library(plugins)
    if not missing:
        with contextlib.suppress(OSError):  # read-only: it is asked again next time
            QT_STAMP.write_text(" ".join(plugins), "utf-8")
        return
    say("Qt lacks a system library: %s\nInstall what it needs with:" % missing)
    known = [how for how in QT_PACKAGES if shutil.which(how.split()[0])]
    for how in known or QT_PACKAGES:
        say("  sudo %s %s" % (how, QT_PACKAGES[how]))
    # A desktop often speaks both X11 and Wayland; one of them will do.
    if must and all(missing_library([plugin]) for plugin in plugins[1:] or plugins):
        sys.exit(1)


def prepare(arguments):
    """Set up whatever ``arguments`` need and this machine lacks."""
    testing = arguments[:1] == ["test"]
    plugins = ["libqoffscreen"]
    if os.environ.get("DISPLAY") and not testing:
        plugins.append("libqxcb")
    if os.environ.get("WAYLAND_DISPLAY") and not testing:
        plugins.append("libqwayland*")
    try:
        prepare_packages()
        if sys.platform.startswith("linux"):
            # Most commands need no Qt; a warning must do for those.
            prepare_qt(plugins, must=testing or not arguments)
    except OSError as error:
        sys.exit(
            "Milepost cannot be set up in %s: %s\nIf it is open, close it. If the folder "
            "cannot be written, set MILEPOST_VENV to one that can." % (VENV, error)
        )


def run_tool(arguments):
    """Run a tool on the checkout, with neither a screen nor settings of the user's."""
    env = clean_env(PYTHONPATH=str(ROOT))
    env = {k: v for k, v in env.items() if not k.startswith(("QT_", "MILEPOST_"))}
    env["QT_QPA_PLATFORM"] = "offscreen"
    command = [str(PYTHON), "-P", "-X", "utf8"] + arguments
    return subprocess.call(command, cwd=str(ROOT), env=env)


def run_checks():
    """Run every check, also after one that failed, and the tests last."""
    results = {}
    for name, arguments in CHECKS.items():
        print("\n== %s" % name, flush=True)
        started = time.monotonic()
        results[name] = "FAILED" if run_tool(arguments) else "ok"
        print("-- %s: %s (%.1f s)" % (name, results[name], time.monotonic() - started))
    print("\n-- " + ", ".join("%s %s" % pair for pair in results.items()))
    print("\n== Tests", flush=True)  # their own last line is the last of all
    failed = run_tool(ALL_TESTS)
    return 1 if failed or "FAILED" in results.values() else 0


def main(arguments):
    """Set up if need be, then run the program or the checks; return the exit code."""
    if os.pathsep in str(ROOT):
        sys.exit("The folder's name must not contain '%s': %s" % (os.pathsep, ROOT))
    prepare(arguments)
    if arguments[:1] == ["test"]:
        more = arguments[1:]
        return run_tool(["-m", "pytest"] + more) if more else run_checks()
    command = [str(PYTHON), "-P", "-X", "utf8", "-m", "tracker"] + arguments
    return become(command, clean_env(PYTHONPATH=str(ROOT)))


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
