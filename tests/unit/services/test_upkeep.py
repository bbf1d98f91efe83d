"""What is left behind by a crash is removed at a later start, from the folder itself too."""

import os
from pathlib import Path

from proctor_desktop.services.upkeep import UpkeepService
from proctor_desktop.storage import migration
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.server import ServerOptions
from tests.storage.workstations import workstation


def test_unfinished_files_of_a_crash_are_removed_and_young_ones_are_left(tmp_path: Path) -> None:
    empty = tmp_path / "empty.sqlite3"
    database = Database.local(empty)
    migration.upgrade(database)
    database.close()
    at = workstation(tmp_path / "here", empty, ServerOptions())
    old = [at.folder / name for name in ("ballast.71-1.part", "audit-head.json.71-1.part")]
    young = at.folder / "ballast.72-1.part"
    for path in (*old, young):
        path.write_bytes(b"half")
    for path in old:
        os.utime(path, (0, 0))
    assert UpkeepService(at.store, at.retention).run().tidied == 2
    assert [path for path in (*old, young) if path.exists()] == [young]
    at.close()
