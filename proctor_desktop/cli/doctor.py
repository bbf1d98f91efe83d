"""``doctor``: whether this computer has everything that the program needs."""

import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from proctor_desktop.cli import arguments
from proctor_desktop.cli.terminal import DONE, INPUT, answer_json, screen
from proctor_desktop.domain.errors import ProctorError, SettingsError
from proctor_desktop.paths import bundle


class State(Enum):
    """How a check ended; only the last means that something will not work."""

    GOOD = "good"
    NOTE = "note"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at: how it is, and what to do where it is not good."""

    name: str
    state: State
    sentence: str


def doctor(
    as_json: arguments.AsJson = False,
    camera: Annotated[
        bool, typer.Option("--camera/--no-camera", help="Whether to open the first camera.")
    ] = True,
) -> None:
    """Check this computer: libraries, models, folders, database, disk, camera, window.

    Exit code 3 where something will not work.
    """
    checks = list(examine(with_camera=camera))
    if as_json:
        answer_json(
            {
                "checks": [
                    {"name": one.name, "state": one.state.value, "detail": one.sentence}
                    for one in checks
                ]
            }
        )
    else:
        _show(checks)
    raise typer.Exit(INPUT if any(one.state is State.BAD for one in checks) else DONE)


def examine(*, with_camera: bool = True) -> Iterator[Check]:
    """Every check in turn; one that breaks is a bad check and not the end."""
    checks: tuple[tuple[str, Callable[[], Check]], ...] = (
        ("python", _python),
        ("libraries", _libraries),
        ("opencv", _opencv),
        ("models", _models),
        ("settings", _settings),
        ("folder", _folder),
        ("disk", _disk),
        ("database", _database),
        ("key", _key),
        ("server", _server),
        ("window", _window),
        *((("camera", _camera),) if with_camera else ()),
    )
    for name, check in checks:
        try:
            yield check()
        except ProctorError as error:
            yield Check(name, State.BAD, str(error))
        except (ImportError, OSError) as error:
            yield Check(name, State.BAD, f"{error}. Install the program again.")


def _show(checks: list[Check]) -> None:
    from rich.table import Table
    from rich.text import Text

    styles = {State.GOOD: "green", State.NOTE: "yellow", State.BAD: "bold red"}
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=False)
    for one in checks:
        table.add_row(Text(one.state.value, styles[one.state]), one.name, Text(one.sentence))
    screen().print(table)


def _python() -> Check:
    system = f"Python {platform.python_version()} on {platform.platform()}, {os.cpu_count()} cores"
    if not (3, 10) <= sys.version_info[:2] <= (3, 14):
        return Check("python", State.BAD, f"{system}. Python 3.10 to 3.14 is needed.")
    return Check("python", State.GOOD, system)


def _libraries() -> Check:
    from importlib.metadata import version

    from proctor_desktop.landmarks.choice import library

    names = ("proctor-desktop", library(), "numpy", "av", "PySide6", "sqlalchemy", "fastapi")
    listing = ", ".join(f"{name} {version(name)}" for name in names)
    return Check("libraries", State.GOOD, listing)


def _opencv() -> Check:
    from importlib.metadata import PackageNotFoundError, version

    from proctor_desktop.media.opencv import cv2

    found = {}
    for name in ("opencv-python", "opencv-contrib-python", "opencv-python-headless"):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    listing = ", ".join(f"{name} {number}" for name, number in found.items())
    if len(set(found.values())) != 1 or cv2.__version__ not in next(iter(found.values())):
        return Check(
            "opencv",
            State.BAD,
            f"{listing}, in use {cv2.__version__}: they share one folder and must be equal. "
            f"Install them again with the version of {next(iter(found))}.",
        )
    return Check("opencv", State.GOOD, f"{listing}, in use {cv2.__version__}")


def _models() -> Check:
    import numpy as np

    from proctor_desktop.domain.frame import Frame
    from proctor_desktop.domain.timeline import Micros
    from proctor_desktop.landmarks.choice import chosen
    from proctor_desktop.landmarks.face_mesh import FaceMeshTracker
    from proctor_desktop.landmarks.people import PeopleCounter
    from proctor_desktop.settings import load
    from proctor_desktop.simulation.portrait import portrait

    try:
        pictured = Frame(Micros(0), portrait().rgb)
    except SettingsError:
        pictured = None
    networks = chosen(load().analysis.landmarks)
    tracker, people = FaceMeshTracker(networks), PeopleCounter(networks=networks)
    try:
        shown = pictured or Frame(Micros(0), np.zeros((120, 160, 3), np.uint8))
        face, look = tracker.track(shown), people.look_now(shown)
    finally:
        tracker.close()
        people.close()
    if pictured is None:
        return Check("models", State.GOOD, "The models load and run.")
    if face is None or len(look.people) != 1:
        return Check("models", State.BAD, "The models run but do not find the face in a portrait.")
    return Check("models", State.GOOD, "The models load and find the face in a portrait.")


def _settings() -> Check:
    from proctor_desktop.settings import load, user_file

    load()
    where = user_file()
    return Check("settings", State.GOOD, f"{where}{'' if where.exists() else ' (not there yet)'}")


def _folder() -> Check:
    from proctor_desktop.settings import load

    folder = load().folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f".write-check-{os.getpid()}"
        probe.write_bytes(b"")
        probe.unlink()
    except OSError as error:
        return Check(
            "folder",
            State.BAD,
            f"{folder} cannot be written to: {error.strerror}. Set PROCTOR_FOLDER to another one.",
        )
    return Check("folder", State.GOOD, f"{folder} can be written to.")


def _disk() -> Check:
    from proctor_desktop.settings import load

    settings = load()
    folder = settings.folder
    existing = next(one for one in (folder, *folder.parents) if one.exists())
    free_mb = shutil.disk_usage(existing).free // 1_000_000
    if free_mb < settings.keep.min_free_mb:
        return Check(
            "disk",
            State.BAD,
            f"{free_mb} MB are free; {settings.keep.min_free_mb} MB are needed (keep.min_free_mb).",
        )
    return Check("disk", State.GOOD, f"{free_mb} MB are free.")


def _database() -> Check:
    from proctor_desktop import bootstrap
    from proctor_desktop.settings import load
    from proctor_desktop.storage import migration

    database = bootstrap.open_database(load(), is_service=False)
    try:
        found = migration.check(database)
    finally:
        database.close()
    newer = found.state is migration.SchemaState.NEWER
    return Check("database", State.BAD if newer else State.GOOD, found.sentence)


def _key() -> Check:
    """Id and key of this workstation, to be compared with what the centre was offered."""
    from proctor_desktop import bootstrap
    from proctor_desktop.settings import load
    from proctor_desktop.storage import migration

    settings = load()
    database = bootstrap.open_database(settings, is_service=False)
    try:
        if migration.check(database).state is not migration.SchemaState.CURRENT:
            return Check("key", State.NOTE, "The key is made with the tables.")
        identity = bootstrap.open_signatures(settings, database).identity()
    finally:
        database.close()
    enrolled = "enrolled at the centre" if identity.is_enrolled else "not enrolled anywhere yet"
    sentence = f"Workstation {identity.origin}, key {identity.fingerprint}, {enrolled}."
    return Check("key", State.GOOD, sentence)


def _server() -> Check:
    from proctor_desktop import bootstrap
    from proctor_desktop.settings import load
    from proctor_desktop.storage import migration

    settings = load()
    if not settings.mysql_host:
        return Check("server", State.GOOD, "No MySQL server is named; reports stay here.")
    database = bootstrap.open_database(settings, is_service=True)
    try:
        found = migration.check(database)
    finally:
        database.close()
    good = found.state is migration.SchemaState.CURRENT
    return Check("server", State.GOOD if good else State.NOTE, found.sentence)


def _window() -> Check:
    """Whether Qt's platform plugin finds its system libraries; asks the loader, opens nothing."""
    import ctypes
    import importlib.util

    found = importlib.util.find_spec("PySide6")
    if found is None or not found.submodule_search_locations:
        return Check("window", State.BAD, "PySide6 is not installed.")
    if not sys.platform.startswith("linux"):
        return Check("window", State.GOOD, "Qt is installed.")
    folder = Path(next(iter(found.submodule_search_locations)))
    for name in ("libqxcb.so", "libqwayland.so", "libqwayland-generic.so"):
        plugin = folder / "Qt" / "plugins" / "platforms" / name
        if not plugin.exists():
            continue
        try:
            ctypes.CDLL(str(plugin))
        except OSError as error:
            if name == "libqxcb.so":
                return Check(
                    "window",
                    State.BAD,
                    f"A system library is missing: {error}. {_remedy()}",
                )
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        return Check("window", State.NOTE, "Qt is complete; there is no screen to show it on.")
    return Check("window", State.GOOD, "Qt finds its system libraries and a screen.")


def _remedy() -> str:
    """Where the window's libraries come from; a built folder has no set-up of its own."""
    if bundle() is not None:
        return "Install libgl1 and libegl1, and what your system calls the library that is named."
    return "Run resources/setup.py, which installs what the window needs."


def _camera() -> Check:
    from proctor_desktop.domain.errors import SourceError
    from proctor_desktop.media.camera import open_live

    try:
        with open_live("0") as source:
            facts = source.facts
    except SourceError as error:
        return Check("camera", State.NOTE, f"{error} Recordings can be analysed without a camera.")
    return Check("camera", State.GOOD, f"{facts.name}, {facts.width} x {facts.height}")
