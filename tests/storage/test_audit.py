"""The chained log: every manipulation shows, those of its end against a head kept elsewhere."""

import json
import platform
import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from proctor_desktop.storage.audit import AuditEntry, AuditHead, account, chain_faults
from proctor_desktop.storage.unit_of_work import Store
from tests.storage.tampering import relinked

Manipulation = Callable[[list[AuditEntry], random.Random], list[AuditEntry]]


def written(store: Store, count: int = 30) -> list[AuditEntry]:
    """A log of entries."""
    with store.writing() as unit:
        for number in range(count):
            unit.audit.append("Ada", "report_saved", f"report {number}", revision=number)
        return unit.audit.entries()


def edit(entries: list[AuditEntry], source: random.Random) -> list[AuditEntry]:
    at = source.randrange(len(entries))
    name = source.choice(["actor", "action", "subject", "details"])
    return [*entries[:at], replace(entries[at], **{name: "x"}), *entries[at + 1 :]]


def delete(entries: list[AuditEntry], source: random.Random) -> list[AuditEntry]:
    at = source.randrange(len(entries) - 1)
    return [*entries[:at], *entries[at + 1 :]]


def swap(entries: list[AuditEntry], source: random.Random) -> list[AuditEntry]:
    one, other = sorted(source.sample(range(len(entries)), 2))
    changed = list(entries)
    changed[one] = replace(entries[other], number=entries[one].number)
    changed[other] = replace(entries[one], number=entries[other].number)
    return changed


def insert(entries: list[AuditEntry], source: random.Random) -> list[AuditEntry]:
    at = source.randrange(1, len(entries))
    return [*entries[:at], replace(entries[at], subject="forged"), *entries[at:]]


def cut_tail(entries: list[AuditEntry], source: random.Random) -> list[AuditEntry]:
    return entries[: source.randrange(len(entries))]


def rewrite_tail(entries: list[AuditEntry], source: random.Random) -> list[AuditEntry]:
    at = source.randrange(len(entries))
    changed = [*entries[:at], replace(entries[at], actor="Mallory"), *entries[at + 1 :]]
    return relinked(changed, at)


@pytest.mark.parametrize("manipulate", [edit, delete, swap, insert, cut_tail, rewrite_tail])
def test_every_manipulation_is_found(local_store: Store, manipulate: Manipulation) -> None:
    """R25: 6 x 50 manipulations. Mutant: `no_anchor` (`chain_faults` ignores the anchors) misses
    those of the tail."""
    entries = written(local_store)
    anchor = AuditHead(entries[-1].number, entries[-1].hash)
    assert chain_faults(entries, [anchor]) == []
    source = random.Random(5)
    for _ in range(50):
        assert chain_faults(manipulate(entries, source), [anchor]) != []


def test_the_chain_alone_cannot_see_a_cut_tail(local_store: Store) -> None:
    """Why the head travels."""
    entries = written(local_store)
    assert chain_faults(entries[:20]) == []
    assert "cut off" in chain_faults(entries[:20], [AuditHead(30, entries[-1].hash)])[0]


def test_entries_are_found_by_their_subject(store: Store) -> None:
    written(store, 3)
    with store.reading() as unit:
        (entry,) = unit.audit.about("report 1")
        assert chain_faults(unit.audit.entries(), [unit.audit.head()]) == []
    details = json.loads(entry.details)
    assert (entry.number, entry.actor, details["revision"]) == (2, "Ada", 1)
    assert (details["account"], details["computer"]) == (account(), platform.node())
