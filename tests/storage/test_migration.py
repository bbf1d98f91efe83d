"""The schema's history: the same on every database, and safe to run again after a kill."""

import os
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import event

from proctor_desktop.domain.errors import NewerSchemaError
from proctor_desktop.storage import migration, schema
from proctor_desktop.storage.database import Database
from proctor_desktop.storage.migration import SchemaState
from proctor_desktop.storage.repositories.listing import ReportFilter
from proctor_desktop.storage.signing_tables import OFFERING, SIGNING
from proctor_desktop.storage.unit_of_work import Store, UnitOfWork
from tests.conftest import StartServer
from tests.servers import MARIADB, MYSQL
from tests.storage.samples import a_report, measured


def test_the_history_ends_in_the_tables_of_the_program(any_database: Database) -> None:
    with any_database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        other = schema.WORKSTATION if any_database.is_local else OFFERING
        tables = [schema.METADATA, SIGNING, other]
        assert compare_metadata(context, tables) == []


@pytest.mark.server
def test_a_server_stays_at_the_step_that_version_0_1_0_knows(central: Database) -> None:
    """An older workstation refuses a server whose step it does not know."""
    assert migration.upgrade(central).found == "0008"
    with central.reading() as connection:
        found = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalars()
        assert found.all() == ["0008"]


def test_the_history_is_read_from_the_files_as_alembic_reads_it() -> None:
    scripts = ScriptDirectory.from_config(migration._config())
    known = frozenset(script.revision for script in scripts.walk_revisions())
    assert migration._history() == (scripts.get_current_head(), known)


def test_the_history_goes_down_and_up_again(local: Database) -> None:
    migration.downgrade(local, "base")
    assert migration.check(local).state is SchemaState.EMPTY
    assert migration.upgrade(local).state is SchemaState.CURRENT


def _ddl_count(database: Database) -> int:
    """How many DDL statements the whole history takes."""
    seen = []

    @event.listens_for(database.engine, "before_cursor_execute")
    def count(_c: object, _cursor: object, statement: str, *_: object) -> None:
        if statement.lstrip().startswith("CREATE"):
            seen.append(statement)

    migration.upgrade(database)
    return len(seen)


def _killed_at(database: Database, number: int) -> int:
    """Migrate in a child that dies with kill -9 right after its n-th DDL statement."""
    child = os.fork()
    if child == 0:
        database.engine.dispose(close=False)
        left = [number]

        @event.listens_for(database.engine, "after_cursor_execute")
        def die(_c: object, _cursor: object, statement: str, *_: object) -> None:
            if statement.lstrip().startswith("CREATE"):
                left[0] -= 1
                if left[0] == 0:
                    os.kill(os.getpid(), 9)

        migration.upgrade(database)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return status


def test_a_local_migration_killed_at_any_statement_runs_again(tmp_path: Path) -> None:
    """R15, every third statement (the whole migration is one transaction).

    Mutant: `no_begin` (`_begin` begins nothing) leaves tables behind while the version is old.
    """
    total = _ddl_count(Database.local(tmp_path / "whole.sqlite3"))
    assert total > 20
    for number in range(1, total + 1, 3):
        database = Database.local(tmp_path / f"{number}.sqlite3")
        assert _killed_at(database, number) == 9, "the kill did not fire"
        with database.reading() as connection:
            assert sa.inspect(connection).get_table_names() == []
        assert migration.upgrade(database).state is SchemaState.CURRENT
        database.close()


@pytest.mark.server
@pytest.mark.parametrize("kind", [MYSQL, MARIADB])
def test_a_server_migration_killed_at_any_statement_runs_again(
    kind: str, start_server: StartServer
) -> None:
    """R15. Each run dies after its first statement and the next one goes on there.

    Mutant: `unguarded_ddl` (`add_table` without its look at the inspector) fails in the second run
    with "table already exists".
    """
    server = start_server(kind)
    database = Database.server(server.database("killed"))
    kills = 0
    while _killed_at(database, 1) == 9:
        kills += 1
    assert kills == len(schema.METADATA.tables) + 1 + sum(
        len(table.indexes) for table in schema.METADATA.tables.values()
    )
    assert migration.check(database).state is SchemaState.CURRENT
    with database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), schema.METADATA) == []
        assert connection.execute(sa.select(schema.sync_clock.c.seq)).scalars().all() == [0]
    database.close()
    server.kill()


def test_a_newer_schema_is_left_alone(local: Database) -> None:
    """R15, I13."""
    with local.writing() as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = 'from_the_future'"))
    assert migration.check(local).state is SchemaState.NEWER
    with pytest.raises(NewerSchemaError, match="newer version"):
        migration.upgrade(local)
    with pytest.raises(NewerSchemaError):
        migration.require_current(local)


def test_an_older_file_is_backed_up_before_it_is_migrated(local_store: Store) -> None:
    local = local_store.database
    assert local.path is not None
    report = a_report()
    with local_store.writing() as unit:
        unit.reports.save(report)
    migration.downgrade(local, "0006")
    migration.upgrade(local)
    (backup,) = migration.backups(local.path)
    restored = Store(Database.local(backup))
    assert migration.check(restored.database).found == "0006"
    migration.upgrade(restored.database)
    with restored.reading() as unit:
        assert unit.reports.get(report.report_id) == report
    restored.database.close()


def test_processes_that_start_at_once_make_one_database_with_one_identity(tmp_path: Path) -> None:
    """Several workers of a server open a folder that nobody has used before."""
    path = tmp_path / "new" / "reports.sqlite3"

    def start(number: int) -> None:
        database = Database.local(path)
        migration.upgrade(database)
        (tmp_path / str(number)).write_text(Store(database).origin)
        database.close()

    children = []
    for number in range(5):
        child = os.fork()
        if child == 0:
            status = 1
            try:
                start(number)
                status = 0
            finally:
                os._exit(status)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 5
    assert len({(tmp_path / str(number)).read_text() for number in range(5)}) == 1


def test_what_was_kept_before_is_known_by_its_extent(local: Database) -> None:
    little, store = measured(a_report(), 10.0), Store(local)
    with store.writing() as unit:
        unit.reports.save(little)
        unit.reports.erase(a_kept(unit), reason="asked for", actor="test")
    migration.downgrade(local, "0009")
    migration.upgrade(local)
    with store.reading() as unit:
        (row,) = unit.listing.page(ReportFilter(), 0, 10).rows
    assert row.is_little


def a_kept(unit: UnitOfWork) -> str:
    """Id of another report, kept now."""
    return unit.reports.save(a_report()).report_id
