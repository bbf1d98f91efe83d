"""How a workstation and a centre learn each other's keys, at the beginning of an exchange."""

import platform

from proctor_desktop.storage.replay import replay
from proctor_desktop.storage.repositories.facts import SIGNATURES_SENT
from proctor_desktop.storage.repositories.workstation_keys import OfferedKey, WorkstationKey
from proctor_desktop.storage.signing import Signature, fingerprint
from proctor_desktop.storage.unit_of_work import Store, UnitOfWork
from proctor_desktop.sync.remote import Centre

NO_SIGNATURES = (
    "{} keeps no signatures yet, so nobody can tell there who made what. An administrator should"
    " run `proctor-desktop db upgrade --server`, then the grants that come with this program."
)
ANOTHER_KEY = (
    "The centre names another key for the workstation {}, and it is not believed: {}. Compare it"
    " with what `proctor-desktop workstations show` says there; settling this alarm trusts it."
)
NOT_MY_KEY = (
    "The centre does not trust the key of this workstation, so others do not take what it sends."
    " An administrator must enrol the key {}."
)


def introduce(store: Store, centre: Centre) -> list[str]:
    """Bring own signatures and the own key, note the keys of others; warnings in words."""
    if not centre.signatures.are_kept:
        _note_sent(store, "")
        return [NO_SIGNATURES.format(centre.options.place)]
    _bring(store, centre)
    _note_keys(store, centre)
    return []


def _bring(store: Store, centre: Centre) -> None:
    """Send every signature, once; the key comes last.

    Whoever enrols it finds everything signed that was made with it.
    """
    signer = store.signer()
    with store.reading() as unit:
        is_done = unit.facts.get(SIGNATURES_SENT) == signer.public_key
        if not is_done:
            centre.signatures.send(unit.signatures.all())
    if not is_done:
        name = (platform.node() or signer.origin)[:100]
        key = OfferedKey(signer.origin, signer.public_key, name, store.clock())
        centre.signatures.offer(key)
        _note_sent(store, signer.public_key)


def _note_sent(store: Store, value: str) -> None:
    with store.reading() as unit:
        is_so = (unit.facts.get(SIGNATURES_SENT) or "") == value
    if not is_so:
        with store.writing() as unit:
            unit.facts.set(SIGNATURES_SENT, value)


def _note_keys(store: Store, centre: Centre) -> None:
    """Keep the keys that the centre names, with what was said by those that are new here."""
    with store.reading() as unit:
        held = {(one.origin, one.public_key): one for one in unit.keys.all()}
    named = centre.signatures.keys()
    news = [one for one in named if _is_news(one, held.get((one.origin, one.public_key)))]
    first = {one.origin for one in news} - {origin for origin, _ in held}
    said = [part for origin in first for part in centre.signatures.of_origin(origin)]
    own = [one for one in named if one.origin == store.origin]
    public_key = store.signer().public_key
    good = {one.public_key for one in own if one.revoked_at is None}
    is_strange = bool(own) and public_key not in good
    if news or is_strange:
        with store.writing() as unit:
            settled = replay(unit.audit.entries()).alarms
            for one in news:
                _keep(unit, one, settled)
            for part in said:
                _keep_known(unit, part)
            strange = NOT_MY_KEY.format(fingerprint(public_key))
            unit.alarms.add([strange] if is_strange and strange not in settled else [])


def _is_news(key: WorkstationKey, held: WorkstationKey | None) -> bool:
    """What was revoked here once stays revoked, whatever the centre says later."""
    return held is None or (held != key and held.revoked_at is None)


def _keep(unit: UnitOfWork, key: WorkstationKey, settled: set[str]) -> None:
    """Trust the first key of a workstation; a further one only if a person settled its alarm."""
    held = [one for one in unit.keys.all() if one.origin == key.origin]
    alarm = ANOTHER_KEY.format(key.name, fingerprint(key.public_key))
    is_known = not held or any(one.public_key == key.public_key for one in held)
    if is_known or alarm in settled:
        unit.keys.put([key])
    else:
        unit.alarms.add([alarm])


def _keep_known(unit: UnitOfWork, signatures: list[Signature]) -> None:
    """Keep signatures of what is here; it may have come before its workstation signed it."""
    subjects = [one.subject for one in signatures]
    here = {*unit.reports.known(subjects), *unit.decisions.by_ids(subjects)}
    unit.signatures.add([one for one in signatures if one.subject in here])
