"""Mutants of our own code, each with the test that must fail on it.

    python -m tests.storage.mutants [name ...]

A copy of the checkout gets one change, the named test runs there, and it has to fail. A mutant that
survives means that the test looks at nothing.
"""

import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Mutant:
    """One change of a source file, and the test that catches it."""

    name: str
    file: str
    before: str
    after: str
    test: str


MUTANTS = (
    Mutant(
        "ack_first",
        "sync/sending.py",
        "        try:\n            answers = self._push(parcels)",
        "        with self._store.writing() as unit:\n"
        "            unit.outbox.settle([one.message for one in parcels], SyncState.SENT, None)\n"
        "        try:\n            answers = self._push(parcels)",
        "storage/test_faults.py::test_kill_9_at_any_point_of_a_push_loses_and_doubles_nothing"
        "[before_commit]",
    ),
    Mutant(
        "no_dedupe",
        "sync/rules.py",
        "    if known.sha256 == incoming.sha256:\n        return Ruling.KNOWN\n",
        "    if known.sha256 == incoming.sha256:\n        return Ruling.TAKE\n",
        "storage/test_faults.py::test_kill_9_at_any_point_of_a_push_loses_and_doubles_nothing"
        "[after_commit]",
    ),
    Mutant(
        "cursor_first",
        "sync/receiving.py",
        "                taken += self._take(changes)\n",
        "                with self._store.writing() as unit:\n"
        "                    unit.facts.set(CURSOR, str(changes[-1].seq))\n"
        "                taken += self._take(changes)\n",
        "storage/test_faults.py::test_kill_9_at_any_point_of_a_pull_loses_and_doubles_nothing"
        "[applied]",
    ),
    Mutant(
        "late_commit",
        "storage/database.py",
        "            with connection.begin():\n                yield connection\n",
        "            transaction = connection.begin()\n            yield connection\n"
        "            import threading\n"
        "            threading.Timer(0.05, transaction.commit).start()\n"
        "            threading.Event().wait(0.001)\n",
        "storage/test_faults.py::test_kill_9_of_a_saving_workstation_loses_nothing_it_acknowledged",
    ),
    Mutant(
        "unlocked_clock",
        "storage/publishing.py",
        ".where(clock.c.id == 1).with_for_update()",
        ".where(clock.c.id == 1)",
        "storage/test_faults.py::test_no_change_is_skipped_while_several_write",
    ),
    Mutant(
        "last_writer",
        "domain/review.py",
        "    states = {_STATES[decision.verdict] for decision in heads(decisions)}\n",
        "    last = sorted(heads(decisions), key=lambda one: one.decided_at)[-1:]\n"
        "    states = {_STATES[decision.verdict] for decision in last}\n",
        "unit/domain/test_review.py",
    ),
    Mutant(
        "patient_end",
        "sync/synchronizer.py",
        "            centre.database.interrupt()\n        self.wake()\n",
        "            pass\n        self.wake()\n",
        "storage/test_faults.py::test_an_exchange_that_is_interrupted_waits_for_nobody",
    ),
    Mutant(
        "no_hash_check",
        "storage/versions.py",
        "        return digest(self.body) == self.sha256\n",
        "        return True\n",
        "storage/test_sync.py::test_a_report_damaged_here_is_parked_and_the_others_go",
    ),
    Mutant(
        "resurrected",
        "sync/rules.py",
        "        return Ruling.KNOWN if incoming.deleted else Ruling.ERASED\n",
        "        return Ruling.TAKE\n",
        "storage/test_sync.py::test_erased_data_stay_erased_after_an_old_backup_is_put_back",
    ),
    Mutant(
        "no_schema_check",
        "sync/remote.py",
        "        if found.state is SchemaState.NEWER:\n",
        "        if found.state is not SchemaState.CURRENT:\n"
        "            return []\n"
        "        if found.state is SchemaState.NEWER:\n",
        "storage/test_sync.py::test_a_server_schema_from_the_future_is_not_written_to",
    ),
    Mutant(
        "no_halving",
        "sync/sending.py",
        "            if len(parcels) == 1:\n",
        "            if parcels:\n",
        "storage/test_sync.py::test_what_the_server_can_never_store_is_parked_and_the_others_go",
    ),
    Mutant(
        "overwrite",
        "sync/rules.py",
        "        return Ruling.CONFLICT\n",
        "        return Ruling.TAKE\n",
        "storage/test_sync.py::test_the_same_id_with_other_content_is_kept_beside_never_in_place",
    ),
    Mutant(
        "unverified",
        "storage/server.py",
        '        "ssl_verify_cert": True,\n'
        '        "ssl_verify_identity": options.verify_host_name,\n',
        "",
        "storage/test_access.py::test_a_server_of_another_authority_is_refused",
    ),
    Mutant(
        "unguarded_ddl",
        "storage/migrations/steps.py",
        "    if not inspector.has_table(name):\n",
        "    if inspector is not None:\n",
        "storage/test_migration.py::test_a_server_migration_killed_at_any_statement_runs_again",
    ),
    Mutant(
        "no_begin",
        "storage/database.py",
        '    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")\n',
        "    assert writes in (True, False)\n",
        "storage/test_migration.py::test_a_local_migration_killed_at_any_statement_runs_again",
    ),
    Mutant(
        "synchronous_off",
        "storage/database.py",
        "PRAGMA synchronous=FULL",
        "PRAGMA synchronous=OFF",
        "storage/test_local_faults.py::test_power_loss_loses_no_acknowledged_report",
    ),
    Mutant(
        "row_first",
        "services/reports.py",
        "            unit.evidence.add(rows)\n            unit.decisions.refresh",
        "            unit.evidence.add(rows)\n"
        "            for row in rows:\n"
        "                path = self._evidence.path(row.report_id, row.name)\n"
        "                path.rename(path.with_suffix('.later'))\n"
        "            unit.decisions.refresh",
        "storage/test_local_faults.py::"
        "test_kill_9_while_evidence_is_written_leaves_no_row_without_its_file",
    ),
    Mutant(
        "no_anchor",
        "storage/audit.py",
        "(anchor for anchor in anchors if",
        "(anchor for anchor in () if",
        "storage/test_audit.py",
    ),
    Mutant(
        "head_over_head",
        "storage/unit_of_work.py",
        "            if anchored is None or self._has(anchored):\n",
        "            if anchored is None or head.entries:\n",
        "storage/test_tampering.py::test_the_head_beside_the_database_never_covers_up_a_cut",
    ),
    Mutant(
        "marks_unread",
        "sync/synchronizer.py",
        "        if is_another(self._store, centre):\n",
        "        if is_another(self._store, centre) and is_stopped():\n",
        "storage/test_going_back.py::test_a_centre_that_went_back_gets_everything_again",
    ),
    Mutant(
        "everybody_is_believed",
        "sync/receiving.py",
        "            left = set() if self._takes_back else",
        "            left = set() if unit else",
        "storage/test_forged_at_centre.py",
    ),
    Mutant(
        "no_replay",
        "services/verification.py",
        '    ("The decisions", replaying.decision_faults),\n',
        "",
        "storage/test_tampering.py::test_what_was_changed_is_found_on_this_computer",
    ),
    Mutant(
        "unread_signatures",
        "sync/believing.py",
        "        if ring.of(origin) and not _is_signed(ring, centre, statement, origin, signed)\n",
        "        if False\n",
        "storage/test_signed_at_centre.py::"
        "test_nothing_forged_in_the_name_of_an_enrolled_workstation_is_taken_anywhere",
    ),
    Mutant(
        "unsigned_packages",
        "services/package_check.py",
        "    if not ring.of(origin):\n        return True\n",
        "    return True\n",
        "unit/services/test_forged_packages.py::"
        "test_a_forged_package_in_the_name_of_a_known_key_is_refused_by_whoever_has_nothing_of_it"
        "[a decision nobody made]",
    ),
    Mutant(
        "signs_all",
        "storage/unit_of_work.py",
        "own_statements(unit) if is_told(told, one)]",
        "own_statements(unit)]",
        "storage/test_signing.py::"
        "test_what_an_older_version_kept_is_signed_once_as_far_as_the_log_tells_it",
    ),
)


def survives(mutant: Mutant) -> str | None:
    """What is wrong with a mutant that its test does not catch, None when it is caught."""
    with tempfile.TemporaryDirectory(prefix="mutant-") as folder:
        copy = Path(folder)
        for name in ("proctor_desktop", "tests", "resources"):
            shutil.copytree(
                CHECKOUT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__")
            )
        shutil.copy(CHECKOUT / "pyproject.toml", copy)
        source = copy / "proctor_desktop" / mutant.file
        text = source.read_text("utf-8")
        if text.count(mutant.before) != 1:
            return f"{mutant.file} does not hold what is to be changed"
        source.write_text(text.replace(mutant.before, mutant.after), "utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", "--tb=line",
             f"tests/{mutant.test}"],
            cwd=copy,
            capture_output=True,
            text=True,
            check=False,
        )  # fmt: skip
        if done.returncode == 1 and "failed" in done.stdout:
            return None
        return f"its test ended with {done.returncode}: {done.stdout.strip().splitlines()[-1:]}"


def main(names: list[str]) -> int:
    """Try the mutants of those names, or all; 0 when every one is caught."""
    wanted = [one for one in MUTANTS if not names or one.name in names]
    alive = 0
    for mutant in wanted:
        wrong = survives(mutant)
        alive += wrong is not None
        sys.stdout.write(f"{mutant.name}: {'caught' if wrong is None else wrong}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{len(wanted) - alive} of {len(wanted)} caught\n")
    return 1 if alive else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
