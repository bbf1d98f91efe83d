"""What somebody does to the files of a workstation who knows how they are made."""

import hashlib
import shutil
import uuid
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from proctor_desktop.domain.report import AlertCounts, Report
from proctor_desktop.domain.review import Decision, Verdict
from proctor_desktop.storage import schema
from proctor_desktop.storage.audit import ANCHOR_NAME, AuditEntry, AuditHead, entry_hash
from proctor_desktop.storage.audit import write_anchor as write_head
from proctor_desktop.storage.database import FILE_NAME
from proctor_desktop.storage.publishing import SyncState
from proctor_desktop.storage.repositories.decisions import BEGINNING, decision_row, sealed
from proctor_desktop.storage.unit_of_work import UnitOfWork
from proctor_desktop.storage.versions import tombstone, version_of
from tests.storage.samples import NOW, a_track
from tests.storage.workstations import Workstation

OTHER_JPEG = b"\xff\xd8 somebody else \xff\xd9"


@dataclass(frozen=True, slots=True)
class Scene:
    """A workstation with reports of which the first is judged, and a copy of it from before."""

    at: Workstation
    reports: tuple[str, ...]
    earlier: Path

    @property
    def report_id(self) -> str:
        """The report that somebody wants to be another one."""
        return self.reports[0]

    def picture(self, number: int = 0) -> Path:
        """The file of a picture of that report."""
        return sorted((self.at.folder / "evidence" / self.report_id).iterdir())[number]


Manipulation = Callable[[Scene], None]


def relinked(entries: list[AuditEntry], first: int) -> list[AuditEntry]:
    """Somebody who knows how the chain works writes it anew from an entry on."""
    result = list(entries[:first])
    for entry in entries[first:]:
        previous = result[-1].hash if result else "0" * 64
        changed = replace(entry, number=len(result) + 1, prev_hash=previous)
        result.append(replace(changed, hash=entry_hash(changed)))
    return result


def execute(scene: Scene, *statements: sa.Executable) -> None:
    """Statements past the program."""
    with scene.at.store.database.writing() as connection:
        for statement in statements:
            connection.execute(statement)


def change_log(scene: Scene, change: Callable[[list[AuditEntry]], list[AuditEntry]]) -> AuditHead:
    """Put another log in the place of the one that is there; its head."""
    with scene.at.store.database.writing() as connection:
        log = schema.audit_log
        entries = [
            AuditEntry(**row._mapping)
            for row in connection.execute(sa.select(log).order_by(log.c.number))
        ]
        changed = change(entries)
        connection.execute(sa.delete(log))
        rows = [{name: getattr(one, name) for name in AuditEntry.__slots__} for one in changed]
        if rows:
            connection.execute(sa.insert(log), rows)
    return AuditHead(changed[-1].number, changed[-1].hash) if changed else AuditHead(0, BEGINNING)


def change_report(scene: Scene, **changes: Any) -> tuple[str, str]:
    """Store another report with a hash that fits it, columns and all; the old and the new hash."""
    with scene.at.store.writing() as unit:
        before = unit.reports.version(scene.report_id)
        assert before is not None
        report = replace(unit.reports.get(scene.report_id), **changes)
        after = version_of(report, before.origin, before.revision)
        unit.reports.put([after], SyncState.SENT)
        unit.decisions.refresh([scene.report_id])
    return before.sha256, after.sha256


def clean(scene: Scene) -> tuple[str, str]:
    """Make the report one in which nothing was found."""
    with scene.at.store.reading() as unit:
        report = unit.reports.get(scene.report_id)
    return change_report(scene, **_clean(report))


def _clean(report: Report) -> dict[str, Any]:
    return {
        "risk_classification": "CLEAN",
        "confidence_score": 1.0,
        "alerts": AlertCounts(0, 0, 0, 0),
        "alert_details": (),
        "analysis": replace(report.analysis, risk_score=0.0, contributions=(), incidents=()),
    }


def change_decisions(
    scene: Scene, change: Callable[[list[Decision]], list[Decision]]
) -> list[Decision]:
    """Put other decisions of this workstation in the place of its own, with a chain that fits."""
    with scene.at.store.writing() as unit:
        own = [one for one in unit.decisions.all() if one.origin == unit.origin]
        made = chained(change(own))
        table = schema.review_decisions
        unit.connection.execute(sa.delete(table).where(table.c.origin == unit.origin))
        if made:
            rows = [decision_row(one, unit.now) for one in made]
            unit.connection.execute(sa.insert(table), rows)
        unit.decisions.refresh(scene.reports)
        _restate_undecided(unit)
    return made


def chained(decisions: list[Decision]) -> list[Decision]:
    """Decisions numbered and hashed anew."""
    made: list[Decision] = []
    for number, one in enumerate(decisions, 1):
        before = made[-1].hash if made else BEGINNING
        made.append(sealed(replace(one, origin_seq=number, prev_hash=before)))
    return made


def _restate_undecided(unit: UnitOfWork) -> None:
    """The list of reports without decisions, as the program would have it."""
    meta, results = schema.report_sync_meta, schema.review_results
    decided = unit.decisions.decided()
    undecided = meta.c.report_id.notin_(decided)
    unit.connection.execute(
        sa.update(meta).where(undecided).values(review_state="open", unjudged=meta.c.incidents)
    )
    unit.connection.execute(sa.delete(results).where(results.c.report_id.notin_(decided)))


# what `verify` of version 0.1.0 found


def verdict_without_hash(scene: Scene) -> None:
    table = schema.review_decisions
    execute(scene, sa.update(table).where(table.c.verdict == "confirm").values(verdict="dismiss"))


def body_without_hash(scene: Scene) -> None:
    with scene.at.store.writing() as unit:
        version = unit.reports.version(scene.report_id)
        assert version is not None
        unit.reports.put(
            [replace(version, body=version.body.replace("SUSPICIOUS", "CLEAN"))], SyncState.SENT
        )


def list_column(scene: Scene) -> None:
    meta = schema.report_sync_meta
    execute(
        scene,
        sa.update(meta)
        .where(meta.c.report_id == scene.report_id)
        .values(risk_classification="CLEAN"),
    )


def bit_of_signals(scene: Scene) -> None:
    blocks = schema.signal_blocks
    with scene.at.store.database.writing() as connection:
        row = connection.execute(
            sa.select(blocks).where(blocks.c.report_id == scene.report_id)
        ).first()
        assert row is not None
        body = row.body[:20] + bytes([row.body[20] ^ 1]) + row.body[21:]
        same = (blocks.c.report_id == row.report_id, blocks.c.channel == row.channel)
        connection.execute(
            sa.update(blocks).where(*same, blocks.c.minute == row.minute).values(body=body)
        )


def picture_deleted(scene: Scene) -> None:
    scene.picture().unlink()


def picture_altered(scene: Scene) -> None:
    scene.picture().write_bytes(OTHER_JPEG)


def pictures_swapped(scene: Scene) -> None:
    one, other = scene.picture(0), scene.picture(1)
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


def log_row_removed(scene: Scene) -> None:
    log = schema.audit_log
    execute(scene, sa.delete(log).where(log.c.number == 2))


def log_rows_swapped(scene: Scene) -> None:
    change_log(
        scene,
        lambda all: [replace(all[1], number=1), replace(all[0], number=2), *all[2:]],
    )


def log_edited(scene: Scene) -> None:
    log = schema.audit_log
    execute(scene, sa.update(log).where(log.c.number == 1).values(actor="Mallory"))


def log_rewritten(scene: Scene) -> None:
    change_log(scene, lambda all: relinked([replace(all[0], actor="Mallory"), *all[1:]], 0))


# what it did not find


def last_decision_deleted(scene: Scene) -> None:
    change_decisions(scene, lambda own: own[:-1])


def decision_removed(scene: Scene) -> None:
    change_decisions(scene, lambda own: own[1:])


def decision_flipped(scene: Scene) -> None:
    change_decisions(scene, lambda own: [replace(own[0], verdict=Verdict.DISMISS), *own[1:]])


def decision_reattributed(scene: Scene) -> None:
    change_decisions(scene, lambda own: [replace(own[0], reviewer="Dean"), *own[1:]])


def decision_invented(scene: Scene) -> None:
    def invented(own: list[Decision]) -> list[Decision]:
        other = str(uuid.uuid4())
        return [*own, replace(own[-1], id=other, reviewer="Dean", report_id=scene.reports[2])]

    change_decisions(scene, invented)


def report_removed(scene: Scene) -> None:
    with scene.at.store.database.writing() as connection:
        for table in (*schema.METADATA.sorted_tables, *schema.WORKSTATION.sorted_tables):
            column = table.c.get("report_id")
            if table is schema.proctoring_reports:
                column = table.c.id
            if column is not None:
                connection.execute(sa.delete(table).where(column == scene.report_id))
    shutil.rmtree(scene.at.folder / "evidence" / scene.report_id)


def report_reassigned(scene: Scene) -> None:
    change_report(scene, student_id="STU-OTHER")


def report_made_clean(scene: Scene) -> None:
    clean(scene)


def report_made_clean_without_signals(scene: Scene) -> None:
    clean(scene)
    with scene.at.store.writing() as unit:
        unit.signals.erase(scene.report_id)


def report_entombed(scene: Scene) -> None:
    with scene.at.store.writing() as unit:
        version = unit.reports.version(scene.report_id)
        assert version is not None
        stone = tombstone(
            version, origin=version.origin, exam_id="EXAM001", reason="-", actor="-", at=NOW
        )
        unit.reports.put([stone], SyncState.SENT)


def signals_replaced(scene: Scene) -> None:
    with scene.at.store.writing() as unit:
        signals = unit.signals.load(scene.report_id)
        unit.signals.save(scene.report_id, replace(signals, track=a_track(seed=8)))


def review_called_done(scene: Scene) -> None:
    meta = schema.report_sync_meta
    execute(scene, sa.update(meta).values(review_state="done", unjudged=0))


def picture_and_row_replaced(scene: Scene) -> None:
    path, evidence = scene.picture(), schema.evidence
    path.write_bytes(OTHER_JPEG)
    row = sa.update(evidence).where(
        evidence.c.report_id == scene.report_id, evidence.c.name == path.name
    )
    sha256 = hashlib.sha256(OTHER_JPEG).hexdigest()
    execute(scene, row.values(sha256=sha256, size=len(OTHER_JPEG)))


def picture_row_removed(scene: Scene) -> None:
    path = scene.picture()
    path.unlink()
    evidence = schema.evidence
    execute(scene, sa.delete(evidence).where(evidence.c.name == path.name))


def picture_called_erased(scene: Scene) -> None:
    shutil.rmtree(scene.at.folder / "evidence" / scene.report_id)
    evidence = schema.evidence
    mine = evidence.c.report_id == scene.report_id
    execute(scene, sa.update(evidence).where(mine).values(state="erased", wrapped_key=None))


def last_log_entry_removed(scene: Scene) -> None:
    change_log(scene, lambda all: all[:-1])


def log_cut_after_last_save(scene: Scene) -> None:
    def cut(entries: list[AuditEntry]) -> list[AuditEntry]:
        saves = [one.number for one in entries if one.action == "report_saved"]
        return entries[: saves[-1]]

    change_log(scene, cut)


def log_cut_and_continued(scene: Scene) -> None:
    """The cut is older than what the program writes afterwards, which is longer again."""
    change_log(scene, lambda all: all[:-1])
    with scene.at.store.writing() as unit:
        unit.audit.append("Ada", "retention_set", "EXAM009")
        unit.audit.append("Ada", "retention_set", "EXAM010")


def log_emptied_with_head(scene: Scene) -> None:
    change_log(scene, lambda all: [])
    (scene.at.folder / ANCHOR_NAME).unlink()


# what nothing on this disk can show: everything was written anew, and fits


def _retell(scene: Scene, hashes: dict[str, str]) -> None:
    """Put other hashes into the log, link it anew, and write its head beside the database."""

    def retold(entries: list[AuditEntry]) -> list[AuditEntry]:
        changed = []
        for entry in entries:
            details = entry.details
            for old, new in hashes.items():
                details = details.replace(old, new)
            changed.append(replace(entry, details=details))
        return relinked(changed, 0)

    write_head(scene.at.folder, change_log(scene, retold))


def log_rewritten_with_head(scene: Scene) -> None:
    head = change_log(scene, lambda all: relinked([replace(all[0], actor="M"), *all[1:]], 0))
    write_head(scene.at.folder, head)


def decision_flipped_and_log_retold(scene: Scene) -> None:
    with scene.at.store.reading() as unit:
        before = [one for one in unit.decisions.all() if one.origin == unit.origin]
    after = change_decisions(
        scene, lambda own: [replace(own[0], verdict=Verdict.DISMISS), *own[1:]]
    )
    _retell(scene, {old.hash: new.hash for old, new in zip(before, after, strict=True)})


def report_made_clean_and_log_retold(scene: Scene) -> None:
    old, new = clean(scene)
    _retell(scene, {old: new})


def everything_put_back(scene: Scene) -> None:
    """The folder as it was before the last report and decision, with its head."""
    scene.at.store.database.close()
    for name in (FILE_NAME, f"{FILE_NAME}-wal", f"{FILE_NAME}-shm", ANCHOR_NAME):
        (scene.at.folder / name).unlink(missing_ok=True)
    shutil.copytree(scene.earlier, scene.at.folder, dirs_exist_ok=True)


OFFLINE: tuple[Manipulation, ...] = (
    verdict_without_hash,
    body_without_hash,
    list_column,
    bit_of_signals,
    picture_deleted,
    picture_altered,
    pictures_swapped,
    log_row_removed,
    log_rows_swapped,
    log_edited,
    log_rewritten,
    last_decision_deleted,
    decision_removed,
    decision_flipped,
    decision_reattributed,
    decision_invented,
    report_removed,
    report_reassigned,
    report_made_clean,
    report_made_clean_without_signals,
    report_entombed,
    signals_replaced,
    review_called_done,
    picture_and_row_replaced,
    picture_row_removed,
    picture_called_erased,
    last_log_entry_removed,
    log_cut_after_last_save,
    log_cut_and_continued,
    log_emptied_with_head,
)
"""Found on this computer alone."""

BY_SIGNATURE: tuple[Manipulation, ...] = (
    decision_flipped_and_log_retold,
    report_made_clean_and_log_retold,
)
"""Found on this computer alone by whoever has not its key, or cannot open it."""

BY_CENTRE: tuple[Manipulation, ...] = (log_rewritten_with_head, everything_put_back)
"""Found only by what the centre was given."""
