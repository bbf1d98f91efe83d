"""What is kept can be read by its owner only, whatever was there before."""

import os
import stat
import sys
from pathlib import Path

import pytest

from proctor_desktop.storage import migration
from proctor_desktop.storage.database import FILE_NAME, Database

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX systems")


def readable_by_others(folder: Path) -> list[str]:
    """Files that more than their owner may read or write."""
    return [each.name for each in folder.iterdir() if stat.S_IMODE(each.stat().st_mode) & 0o077]


def test_a_database_in_a_folder_that_others_may_enter_is_its_owners(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    umask = os.umask(0o022)
    try:
        database = Database.local(tmp_path / FILE_NAME)
        migration.upgrade(database)
        with database.writing() as connection:
            connection.exec_driver_sql("CREATE TABLE one (x)")
            assert readable_by_others(tmp_path) == []
        migration.backup(tmp_path / FILE_NAME)
        database.close()
    finally:
        os.umask(umask)
    assert readable_by_others(tmp_path) == []


def test_a_database_that_others_could_read_is_closed_to_them(tmp_path: Path) -> None:
    first = Database.local(tmp_path / FILE_NAME)
    migration.upgrade(first)
    first.close()
    (tmp_path / FILE_NAME).chmod(0o644)
    again = Database.local(tmp_path / FILE_NAME)
    with again.reading():
        pass
    again.close()
    assert readable_by_others(tmp_path) == []
