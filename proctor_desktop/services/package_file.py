"""One report as a single file: with decisions, signals, pictures and the hash of each."""

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from proctor_desktop.domain.errors import ReportError
from proctor_desktop.domain.recording import from_plain, to_plain
from proctor_desktop.domain.report import Report
from proctor_desktop.domain.review import Decision, Verdict
from proctor_desktop.domain.timeline import Micros
from proctor_desktop.report.document import canonical, from_json, utc_text
from proctor_desktop.storage.disk import write_whole
from proctor_desktop.storage.measurements import Measurements
from proctor_desktop.storage.repositories.decisions import plain_added, read_added
from proctor_desktop.storage.signal_store import StoredSignals
from proctor_desktop.storage.signing import Said, Signature, Signer, Statement, holds
from proctor_desktop.storage.versions import ReportVersion, digest, moment

FORMAT = "proctor-desktop session 1"
"""What version 0.1.0 wrote and reads; a package was called a session then."""
SUFFIX = ".proctor"

_MANIFEST, _SIGNATURES = "manifest.json", "signatures.json"
_SEAL = "signed"
_SIGNED = ("subject", "sha256", "origin", "signature")
_LIMIT_BYTES = 1024**3
_TEXT_BYTES = 32 * 1024**2
_SIGNAL_BYTES = 256 * 1024**2
_UNFOLDS = 50
"""So many times its own size a package may unfold to; text shrinks tenfold, a picture hardly."""
_UNREADABLE = (
    OSError,
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    MemoryError,
    RuntimeError,
)
"""What a file that is no package, or one that was made to do harm, raises on the way."""


@dataclass(frozen=True, slots=True, eq=False)
class Seal:
    """Who says that a package is whole, and with which key."""

    statement: Statement
    signature: Signature
    public_key: str

    @property
    def holds(self) -> bool:
        """Whether the owner of the key said so."""
        return holds(self.statement, self.signature, self.public_key)


@dataclass(frozen=True, slots=True, eq=False)
class Package:
    """Everything that belongs to one report; pictures by name.

    Attributes:
        signatures: of those who made the report and the decisions.
        seal: of whoever exported it; None where an older version of this program did.
    """

    version: ReportVersion
    report: Report
    decisions: tuple[Decision, ...]
    signals: StoredSignals | None
    pictures: Mapping[str, bytes]
    signatures: tuple[Signature, ...] = ()
    seal: Seal | None = None


def write(path: Path, package: Package, signer: Signer | None = None) -> None:
    """Write the file, whole or not at all; the ``signer`` says that it is whole."""
    parts = {
        "report.json": package.version.body.encode(),
        "decisions.json": _decisions(package),
        _SIGNATURES: canonical([asdict(one) for one in package.signatures]).encode(),
    }
    if package.signals is not None:
        parts["signals.npz"] = _signals(package.signals.measurements)
        described = to_plain(package.signals.facts, package.signals.record)
        parts["recording.json"] = canonical(described).encode()
    parts |= {f"evidence/{name}": content for name, content in package.pictures.items()}
    manifest = {
        "format": FORMAT,
        "report_id": package.version.report_id,
        "origin": package.version.origin,
        "revision": package.version.revision,
        "sha256": package.version.sha256,
        "files": {name: hashlib.sha256(content).hexdigest() for name, content in parts.items()},
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_MANIFEST, canonical(manifest | _sealed(manifest, signer)))
        for name, content in parts.items():
            archive.writestr(name, content)
    write_whole(path, written.getvalue())


def _sealed(manifest: Mapping[str, object], signer: Signer | None) -> dict[str, object]:
    """What is added to the manifest."""
    if signer is None:
        return {}
    made = signer.sign(_statement(manifest))
    names = {"origin": signer.origin, "public_key": signer.public_key, "signature": made.signature}
    return {_SEAL: names}


def _statement(manifest: Mapping[str, object]) -> Statement:
    """That everything that the manifest names belongs together."""
    said = {name: value for name, value in manifest.items() if name != _SEAL}
    report_id = str(manifest["report_id"])
    return Statement(Said.PACKAGE, report_id, 0, digest(canonical(said)))


def _seal(manifest: Mapping[str, object]) -> Seal | None:
    named = manifest.get(_SEAL)
    if named is None:
        return None
    statement, plain = _statement(manifest), dict(named)  # type: ignore[call-overload]  # checked
    origin, public_key, made = (plain[name] for name in ("origin", "public_key", "signature"))
    signature = Signature(statement.subject, statement.sha256, str(origin), str(made))
    return Seal(statement, signature, str(public_key))


def read(path: Path) -> Package:
    """The package in a file, every part checked against its hash.

    Raises:
        ReportError: the file is no package, was changed, or is too large.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            if _is_too_large(archive, path.stat().st_size):
                raise ReportError(f"{path.name} is too large to be a package.")
            manifest = json.loads(archive.read(_MANIFEST))
            parts = {name: archive.read(name) for name in manifest["files"]}
            return _package(path, manifest, parts)
    except _UNREADABLE as error:
        raise ReportError(
            f"{path.name} cannot be read as a package. Export it again where it came from."
        ) from error


def _is_too_large(archive: zipfile.ZipFile, size: int) -> bool:
    """Whether any of it would unfold to more than a package holds; nothing is unfolded for it."""
    entries = archive.infolist()
    texts = [one for one in entries if one.filename.endswith(".json")]
    whole = sum(entry.file_size for entry in entries)
    return (
        whole > min(_LIMIT_BYTES, 2 * _TEXT_BYTES + _UNFOLDS * size)
        or max((one.file_size for one in texts), default=0) > _TEXT_BYTES
        or len(entries) > 10_000
    )


def _package(path: Path, manifest: Mapping[str, object], parts: Mapping[str, bytes]) -> Package:
    files = manifest["files"]
    if manifest["format"] != FORMAT or not isinstance(files, dict):
        raise ReportError(f"{path.name} was written by another version of this program.")
    for name, content in parts.items():
        if hashlib.sha256(content).hexdigest() != files[name]:
            raise ReportError(f"{name} in {path.name} was changed after the export.")
    version = ReportVersion(
        report_id=str(manifest["report_id"]),
        origin=str(manifest["origin"]),
        revision=int(str(manifest["revision"])),
        sha256=str(manifest["sha256"]),
        deleted=False,
        body=parts["report.json"].decode(),
    )
    if not version.is_sound:
        raise ReportError(f"The report in {path.name} does not match its hash.")
    decisions = tuple(_decision(plain) for plain in json.loads(parts["decisions.json"]))
    pictures = {
        name.removeprefix("evidence/"): content
        for name, content in parts.items()
        if name.startswith("evidence/")
    }
    report = from_json(version.body)
    signals = _read_signals(path, parts)
    plain = json.loads(parts.get(_SIGNATURES, b"[]"))
    signatures = tuple(Signature(*(str(one[name]) for name in _SIGNED)) for one in plain)
    return Package(version, report, decisions, signals, pictures, signatures, _seal(manifest))


def _decisions(package: Package) -> bytes:
    return canonical(
        [
            asdict(one)
            | {
                "verdict": one.verdict.value,
                "parents": list(one.parents),
                "decided_at": utc_text(one.decided_at),
                "added": None if one.added is None else plain_added(one.added),
            }
            for one in package.decisions
        ]
    ).encode()


def _decision(plain: dict[str, object]) -> Decision:
    changed = {
        "verdict": Verdict(plain["verdict"]),
        "parents": tuple(json.loads(json.dumps(plain["parents"]))),
        "decided_at": moment(str(plain["decided_at"])),
        "added": read_added(added) if isinstance(added := plain.get("added"), dict) else None,
    }
    return Decision(**(plain | changed))  # type: ignore[arg-type]  # the hash of each is checked by the caller


def _signals(measured: Measurements) -> bytes:
    written = io.BytesIO()
    np.savez_compressed(
        written,
        times=measured.times,
        values=measured.values,
        reasons=measured.reasons,
        step=np.int64(measured.step),
        channels=np.array(measured.names),
    )
    return written.getvalue()


def _read_signals(path: Path, parts: Mapping[str, bytes]) -> StoredSignals | None:
    if "signals.npz" not in parts:
        return None
    with zipfile.ZipFile(io.BytesIO(parts["signals.npz"])) as arrays:
        if sum(entry.file_size for entry in arrays.infolist()) > _SIGNAL_BYTES:
            raise ReportError(f"{path.name} is too large to be a package.")
    with np.load(io.BytesIO(parts["signals.npz"]), allow_pickle=False) as arrays:
        measured = Measurements(
            tuple(str(name) for name in arrays["channels"]),
            arrays["times"],
            arrays["values"],
            arrays["reasons"],
            Micros(int(arrays["step"])),
        )
    return StoredSignals.of(measured, *from_plain(json.loads(parts["recording.json"])))
