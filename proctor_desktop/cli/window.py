"""``gui``, and no command at all: the window."""

import ctypes
import gc
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from proctor_desktop.domain.errors import SettingsError
from proctor_desktop.paths import log_folder

if TYPE_CHECKING:
    from proctor_desktop.bootstrap import Services
    from proctor_desktop.settings import Settings

LOG_BYTES, LOGS_KEPT = 1_000_000, 3
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""On Linux one of these names where a window can be shown."""


def gui(
    videos: Annotated[
        list[Path] | None, typer.Argument(help="Videos to queue at once.", show_default=False)
    ] = None,
) -> None:
    """Open the window; the same as no command at all."""
    _need_screen()
    _keep_log()
    gc.disable()  # until the window is there
    from proctor_desktop.settings import load

    try:
        from proctor_desktop.gui.shell.app import run
    except ImportError as error:
        raise SettingsError(
            f"The window cannot be opened: {error}. Install what the system lacks: on Debian "
            "resources/setup.py does it, and a built folder needs libgl1 and libegl1."
        ) from error
    settings = load()
    code = run(lambda: _opened(settings), settings, [str(video) for video in videos or []])
    raise typer.Exit(code)


def _opened(settings: "Settings") -> "Services":
    """Every use case, with the upkeep of this start on its way."""
    from proctor_desktop import bootstrap

    services = bootstrap.build(settings, is_service=False)
    services.upkeep.run_in_background()
    return services


def _keep_log() -> None:
    """Write what is logged to a file too: a window started from a menu has no terminal."""
    from logging.handlers import RotatingFileHandler

    try:
        log_folder().mkdir(parents=True, exist_ok=True)
        file = RotatingFileHandler(
            log_folder() / "window.log",
            maxBytes=LOG_BYTES,
            backupCount=LOGS_KEPT,
            encoding="utf-8",
            delay=True,
        )
    except OSError:  # a full disk or a home that cannot be written to: the window says so itself
        return
    file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger().addHandler(file)


def _need_screen() -> None:
    """Qt would end the process with a core dump where it finds no screen.

    Raises:
        SettingsError: there is none.
    """
    if not sys.platform.startswith("linux"):
        return
    if not any(os.environ.get(name) for name in SCREENS):
        raise SettingsError(
            "There is no screen here to open the window on. Use 'proctor-desktop analyze VIDEO' or "
            "'proctor-desktop serve', which need none, or set DISPLAY."
        )
    display = os.environ.get("DISPLAY")
    is_x = not any(os.environ.get(name) for name in SCREENS if name != "DISPLAY")
    if display and is_x and not _answers(display):
        raise SettingsError(
            f"No screen answers at DISPLAY={display}, or it lets nobody in. Set DISPLAY to the one "
            "that you sit at, or use 'proctor-desktop analyze VIDEO', which needs none."
        )


def _answers(display: str) -> bool:
    """Whether an X server can be reached; asked of the library through which Qt would."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:  # Qt says itself what the system lacks
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    try:
        return int(xcb.xcb_connection_has_error(connection)) == 0
    finally:
        xcb.xcb_disconnect(connection)
