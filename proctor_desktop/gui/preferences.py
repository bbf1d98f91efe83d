"""What belongs to this window on this workstation: size, layout, and work that was not finished."""

import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

SCALES = (100, 125, 150, 175, 200)

_RENAMED_PAGES = {"sessions": "reports"}
_RENAMED_ACTIONS = {"page_sessions": "page_reports"}
"""What version 0.1.0 called them."""


class Preferences:
    """Kept in an ini file, written at once, so that a crash loses nothing of it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._file = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)

    def _text(self, key: str, default: str) -> str:
        return str(self._file.value(key, default))

    def _keep(self, key: str, value: object) -> None:
        self._file.setValue(key, value)
        self._file.sync()

    @property
    def scale_percent(self) -> int:
        """Size of everything; read before the application is made."""
        return int(self._text("look/scale_percent", "100"))

    @scale_percent.setter
    def scale_percent(self, percent: int) -> None:
        self._keep("look/scale_percent", percent)

    @property
    def page(self) -> str:
        """The page that was open last."""
        name = self._text("layout/page", "analysis")
        return _RENAMED_PAGES.get(name, name)

    @page.setter
    def page(self, name: str) -> None:
        self._keep("layout/page", name)

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the window, empty at the first start."""
        value = self._file.value("layout/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._keep("layout/geometry", value)

    def splitter(self, name: str) -> list[int]:
        """Sizes of the parts of a splitter in pixels, empty until it was moved once."""
        return [int(size) for size in json.loads(self._text(f"splitters/{name}", "[]"))]

    def keep_splitter(self, name: str, sizes: Sequence[int]) -> None:
        """Keep where a splitter stands."""
        self._keep(f"splitters/{name}", json.dumps(list(sizes)))

    def place(self, purpose: str) -> str:
        """Folder in which files of a purpose were chosen last, empty for none."""
        return self._text(f"places/{purpose}", "")

    def keep_place(self, purpose: str, folder: str) -> None:
        """Keep where files of a purpose were chosen."""
        self._keep(f"places/{purpose}", folder)

    @property
    def reviewer(self) -> str:
        """Name under which decisions are recorded; empty until a person gives one."""
        return self._text("review/reviewer", "")

    @reviewer.setter
    def reviewer(self, name: str) -> None:
        self._keep("review/reviewer", name)

    @property
    def check_seen(self) -> bool:
        """Whether the first-run check was shown once."""
        return self._text("layout/check_seen", "false") == "true"

    @check_seen.setter
    def check_seen(self, seen: bool) -> None:
        self._keep("layout/check_seen", "true" if seen else "false")

    @property
    def keys(self) -> dict[str, str]:
        """A person's own shortcuts by action."""
        kept = json.loads(self._text("keys", "{}"))
        return {_RENAMED_ACTIONS.get(k, str(k)): str(v) for k, v in kept.items()}

    @keys.setter
    def keys(self, own: dict[str, str]) -> None:
        self._keep("keys", json.dumps(own))

    @property
    def is_watched(self) -> bool:
        """Whether the picture of a recording is shown while it is analysed."""
        return self._text("analysis/is_watched", "true") == "true"

    @is_watched.setter
    def is_watched(self, watched: bool) -> None:
        self._keep("analysis/is_watched", "true" if watched else "false")

    @property
    def unfinished(self) -> list[dict[str, str]]:
        """Recordings that were queued and not analysed to the end."""
        entries = json.loads(self._text("analysis/unfinished", "[]"))
        return [{str(k): str(v) for k, v in entry.items()} for entry in entries]

    @unfinished.setter
    def unfinished(self, entries: list[dict[str, str]]) -> None:
        self._keep("analysis/unfinished", json.dumps(entries))

    @property
    def remembered_recordings(self) -> dict[str, Path]:
        """Where version 0.1.0 saw recordings last, by their hash."""
        prefix = "recordings/"
        keys = [key for key in self._file.allKeys() if key.startswith(prefix)]
        return {key.removeprefix(prefix): Path(self._text(key, "")) for key in keys}

    def forget_recordings(self) -> None:
        """They are kept with the reports from now on."""
        self._file.remove("recordings")
        self._file.sync()
