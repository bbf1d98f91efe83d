"""The folder that build.spec makes, and a computer without Python on which to start it."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import CHECKOUT

PROGRAM = "proctor-desktop"
BUILD_SEC = 1200


def commit() -> str:
    """First letters of the commit that the checkout is at."""
    asked = ["git", "rev-parse", "--short=10", "HEAD"]
    answer = subprocess.run(asked, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    return answer.stdout.strip() or "unknown"


def build(place: Path) -> Path:
    """Folder of the program, built below ``place``."""
    done = subprocess.run(
        [
            sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR",
            "--distpath", place / "dist", "--workpath", place / "work", CHECKOUT / "build.spec",
        ],
        capture_output=True,
        text=True,
        timeout=BUILD_SEC,
        cwd=place,
        # a cache of its own: two builds at once would read each other's half-written files
        env=os.environ | {"PYINSTALLER_CONFIG_DIR": str(place / "cache")},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
    return place / "dist" / PROGRAM


def megabytes(folder: Path) -> float:
    """What the folder takes on the disk, as ``du -sm`` counts it."""
    seen = {one.st_ino: one.st_blocks * 512 for one in (p.lstat() for p in folder.rglob("*"))}
    return sum(seen.values()) / 2**20


def state(folder: Path) -> dict[str, tuple[int, int]]:
    """Size and time of change of every file below a folder."""
    return {
        str(path): (path.lstat().st_size, path.lstat().st_mtime_ns) for path in folder.rglob("*")
    }


class PlainComputer:
    """Starts the program as somebody would who has nothing but the folder."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder, self.home = folder, home
        # A path of programs on which no Python can be found.
        self.commands = home / "commands"
        self.commands.mkdir(parents=True)
        self.environment = {
            "HOME": str(home),
            "PATH": str(self.commands),
            "LANG": "C.UTF-8",
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        }

    def run(self, *arguments: object, seconds: float = 280) -> subprocess.CompletedProcess[str]:
        """A command to its end."""
        return subprocess.run(
            [self.folder / PROGRAM, *(str(one) for one in arguments)],
            capture_output=True,
            text=True,
            timeout=seconds,
            cwd=self.home,
            env=self.environment,
        )

    @contextmanager
    def running(self, *arguments: object, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
        """A command that goes on until the block ends."""
        with (self.home / "said.txt").open("wb") as said:
            process = subprocess.Popen(
                [self.folder / PROGRAM, *(str(one) for one in arguments)],
                stdout=said,
                stderr=said,
                cwd=self.home,
                env=self.environment | environment,
            )
            try:
                yield process
            finally:
                process.terminate()
                try:
                    process.wait(20)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()

    @property
    def said(self) -> str:
        """What the last command that went on has said."""
        return (self.home / "said.txt").read_text("utf-8", "replace")


class Screen:
    """An X server without a monitor, whose picture lies in a file."""

    WIDTH, HEIGHT = 1280, 800

    def __init__(self, folder: Path) -> None:
        reader, writer = os.pipe()
        self._file = folder / "Xvfb_screen0"
        self._server = subprocess.Popen(
            [
                shutil.which("Xvfb") or "Xvfb", "-displayfd", str(writer), "-nolisten", "tcp",
                "-screen", "0", f"{self.WIDTH}x{self.HEIGHT}x24", "-fbdir", folder,
            ],
            pass_fds=[writer],
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(writer)
        with os.fdopen(reader) as number:
            self.display = f":{number.readline().strip()}"

    def colours(self) -> int:
        """How many colours are to be seen: one on an empty screen, many on a window."""
        content = self._file.read_bytes()[-4 * self.WIDTH * self.HEIGHT :]
        return len({content[at : at + 4] for at in range(0, len(content), 4 * 7)})

    def wait_for_window(self, program: subprocess.Popen[bytes], seconds: float) -> float | None:
        """Seconds until something with letters and pictures is shown, None when nothing is."""
        began = time.monotonic()
        while time.monotonic() - began < seconds and program.poll() is None:
            if self.colours() > 40:
                return time.monotonic() - began
            time.sleep(0.02)
        return None

    def close(self) -> None:
        """End the server."""
        self._server.terminate()
        self._server.wait()
