"""What a program that keeps things does once at its start, in the background."""

import logging
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from proctor_desktop.domain.errors import ProctorError, StorageError
from proctor_desktop.services.bin import BinService
from proctor_desktop.services.retention import RetentionResult, RetentionService
from proctor_desktop.storage import migration
from proctor_desktop.storage.disk import keep_ballast, sweep_parts
from proctor_desktop.storage.evidence import STALE_SEC
from proctor_desktop.storage.unit_of_work import Store

BACKUP_EVERY_SEC = 24 * 3600.0

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class UpkeepResult:
    """What was done: leftovers removed, reports erased or held, and the backup if one was due.

    ``emptied`` are the ids of reports whose time in the bin was over.
    """

    tidied: int
    retention: RetentionResult
    backup: Path | None
    emptied: tuple[str, ...] = ()


class UpkeepService:
    """Finishes what a crash cut off, backs up, holds room in reserve, erases what is due."""

    def __init__(
        self, store: Store, retention: RetentionService, bin: BinService | None = None
    ) -> None:
        self._store = store
        self._retention = retention
        self._bin = bin or BinService(store, retention)
        self._thread: threading.Thread | None = None

    def run(self) -> UpkeepResult:
        """Do all of it; may take seconds, so call it in the background."""
        tidied = self._retention.tidy()
        backup = self._backup()
        path = self._store.database.path
        if path is not None:
            tidied += sweep_parts(path.parent, STALE_SEC)
            keep_ballast(path.parent)
        retention, emptied = self._retention.run(), self._bin.empty()
        self._retention.erase_copies()
        return UpkeepResult(tidied, retention, backup, emptied)

    def run_in_background(self) -> threading.Thread:
        """Do all of it in a thread of its own, which `close` waits for; troubles are logged."""
        self._thread = threading.Thread(target=self._run_quietly, name="upkeep", daemon=True)
        self._thread.start()
        return self._thread

    def close(self) -> None:
        """Wait for what runs in the background."""
        if self._thread is not None:
            self._thread.join()

    def _run_quietly(self) -> None:
        try:
            self.run()
        except ProctorError as error:
            logger.warning("upkeep was not finished: %s", error)

    def _backup(self) -> Path | None:
        """A checked copy of the file, once a day; a server's database is the server's to back up.

        A copy that fails is logged and not raised: it must not keep the program from starting.
        """
        path = self._store.database.path
        if path is None:
            return None
        newest = migration.backups(path)[-1:]
        if newest and time.time() - newest[0].stat().st_mtime < BACKUP_EVERY_SEC:
            return None
        try:
            return migration.backup(path)
        except StorageError as error:
            logger.warning("no backup: %s", error)
            return None
