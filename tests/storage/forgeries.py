"""Packages as somebody writes them who knows the format and computes every hash anew."""

import hashlib
import io
import json
import uuid
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

import numpy as np
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from proctor_desktop.report.document import canonical
from proctor_desktop.services.package_file import FORMAT
from proctor_desktop.storage.signing import Said, Signer, Statement


@dataclass
class Open:
    """A package taken apart; whatever is changed here fits again when it is written."""

    manifest: dict[str, Any]
    report: dict[str, Any]
    decisions: list[dict[str, Any]]
    files: dict[str, bytes]
    body: str | None = None
    extra: dict[str, bytes] = field(default_factory=dict)

    @property
    def incidents(self) -> list[dict[str, Any]]:
        """Those of the report."""
        incidents: list[dict[str, Any]] = self.report["analysis"]["incidents"]
        return incidents


Forgery = Callable[[Open], object]


class Seal(Enum):
    """How a forged package is sealed."""

    NONE = "none, as an older program writes it"
    OLD = "the one of the true package"
    STRANGER = "by somebody with a key of their own"
    NAMESAKE = "by somebody with another key, in the name of whoever exported it"


def forged(source: Path, target: Path, change: Forgery, seal: Seal = Seal.NONE) -> Path:
    """The package with something else in it, every hash as it must be."""
    with zipfile.ZipFile(source) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    package = Open(
        json.loads(files.pop("manifest.json")),
        json.loads(files.pop("report.json")),
        json.loads(files.pop("decisions.json")),
        files,
    )
    change(package)
    body = canonical(package.report) if package.body is None else package.body
    parts = {
        "report.json": body.encode(),
        "decisions.json": canonical([_rehashed(one) for one in package.decisions]).encode(),
        **package.files,
    }
    manifest = package.manifest | {
        "format": FORMAT,
        "sha256": hashlib.sha256(body.encode()).hexdigest(),
        "files": {name: hashlib.sha256(content).hexdigest() for name, content in parts.items()},
    }
    manifest |= _sealed(manifest, manifest.pop("signed"), seal)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", canonical(manifest))
        for name, content in (parts | package.extra).items():
            archive.writestr(name, content)
    return target


def _sealed(manifest: dict[str, Any], old: dict[str, str], seal: Seal) -> dict[str, Any]:
    if seal is Seal.NONE:
        return {}
    if seal is Seal.OLD:
        return {"signed": old}
    origin = old["origin"] if seal is Seal.NAMESAKE else str(uuid.uuid4())
    signer = Signer(origin, Ed25519PrivateKey.generate())
    sha256 = hashlib.sha256(canonical(manifest).encode()).hexdigest()
    said = signer.sign(Statement(Said.PACKAGE, str(manifest["report_id"]), 0, sha256))
    names = {"origin": origin, "public_key": signer.public_key, "signature": said.signature}
    return {"signed": names}


def _rehashed(plain: dict[str, Any]) -> dict[str, Any]:
    said = {name: value for name, value in plain.items() if name != "hash"}
    if said.get("added") is None:
        said.pop("added", None)
    return plain | {"hash": hashlib.sha256(canonical(said).encode()).hexdigest()}


def made_clean(package: Open) -> None:
    """Nothing was found, says the next revision."""
    package.manifest["revision"] = 2
    package.report |= {"risk_classification": "CLEAN", "confidence_score": 1.0, "alert_details": []}
    package.report["analysis"] |= {"incidents": [], "contributions": [], "risk_score": 0.0}
    package.files = {}


def made_clean_again(package: Open) -> None:
    """Nothing was found, says the same revision."""
    made_clean(package)
    package.manifest["revision"] = 1


def another_decision(**changes: Any) -> Forgery:
    """One more decision, in the name and with the next number of whoever made the last one."""

    def change(package: Open) -> None:
        last = package.decisions[-1]
        package.decisions.append(
            last
            | {
                "id": "dddddddd-0000-4000-8000-000000000001",
                "reviewer": "anna",
                "verdict": "dismiss",
                "reason": "nothing",
                "origin_seq": last["origin_seq"] + 1,
                "prev_hash": last["hash"],
                "parents": [last["id"]],
            }
            | changes
        )

    return change


def reported(**changes: Any) -> Forgery:
    """The report with other values."""
    return lambda package: package.report.update(changes)


def analysed(**changes: Any) -> Forgery:
    """Its analysis with other values."""
    return lambda package: package.report["analysis"].update(changes)


def described(**changes: Any) -> Forgery:
    """The manifest with other values."""
    return lambda package: package.manifest.update(changes)


def named(report_id: str) -> Forgery:
    """Report and manifest under another id."""

    def change(package: Open) -> None:
        package.manifest["report_id"] = package.report["report_id"] = report_id
        package.decisions = []

    return change


def pictured(name: str) -> Forgery:
    """The first picture under another name."""

    def change(package: Open) -> None:
        picture = package.incidents[0]["evidence"][0]
        content = package.files.pop(f"evidence/{picture['name']}")
        picture["name"] = name
        package.files[f"evidence/{name}"] = content

    return change


def other_picture(package: Open) -> None:
    """A picture that the report does not name."""
    package.files["evidence/I001-9.000s.jpg"] = b"\xff\xd8"


def changed_picture(package: Open) -> None:
    """A picture with other bytes than the report says."""
    (name,) = (name for name in package.files if name.startswith("evidence/"))
    package.files[name] = b"\xff\xd8 somebody else \xff\xd9"


def decided(**changes: Any) -> Forgery:
    """The first decision with other values."""
    return lambda package: package.decisions[0].update(changes)


def twice(package: Open) -> None:
    """The same decision two times."""
    package.decisions.append(dict(package.decisions[0]))


def spaced(package: Open) -> None:
    """A report of thirty megabytes, nearly all of it spaces."""
    package.body = canonical(package.report) + " " * 30_000_000


def incident_named(name: str) -> Forgery:
    """The first incident under another name."""
    return lambda package: package.incidents[0].update(id=name)


def bomb_of_signals(package: Open) -> None:
    """A few kilobytes of measurements that unfold to more than there is memory for."""
    written = io.BytesIO()
    header = np.lib.format.header_data_from_array_1_0(np.zeros(0)) | {"shape": (40_000_000,)}
    with (
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("times.npy", "w", force_zip64=True) as part,
    ):
        np.lib.format.write_array_header_1_0(part, header)
        for _ in range(320):
            part.write(bytes(1_000_000))
    package.files["signals.npz"] = written.getvalue()


def bomb_of_pictures(package: Open) -> None:
    """A file of its own that unfolds to hundreds of megabytes."""
    package.extra["evidence/zeros"] = bytes(300_000_000)


FORGERIES: dict[str, Forgery] = {
    "made clean": made_clean,
    "made clean in the same revision": lambda one: (
        made_clean(one),
        one.manifest.update(revision=1),
    ),
    "another student": reported(student_id="STU-OTHER"),
    "a decision nobody made": another_decision(),
    "a decision under a number that is taken": another_decision(origin_seq=1),
    "a decision about another report": another_decision(
        report_id="eeeeeeee-0000-4000-8000-000000000002"
    ),
    "a verdict turned round": decided(verdict="dismiss", reason="nothing"),
    "a reviewer without a name": another_decision(reviewer=""),
    "a reviewer of 300 letters": another_decision(reviewer="r" * 300),
    "a reason of a megabyte": another_decision(reason="r" * 1_000_000),
    "a decision with an odd id": another_decision(id="x'; drop table--"),
    "a decision with odd parents": another_decision(parents=["../.."]),
    "a decision of nowhere": another_decision(origin=""),
    "a decision with number 0": another_decision(origin_seq=0),
    "a decision with number 2^63": another_decision(origin_seq=2**63),
    "a decision of the year 1": another_decision(decided_at="0001-01-01T00:00:00.000000Z"),
    "a decision about an odd incident": another_decision(incident_id="I001\n" * 9),
    "an incident added outside of the recording": another_decision(
        verdict="add", incident_id="P-1", added={"kind": "other", "start": 1, "end": 10**13}
    ),
    "an incident added without saying which": another_decision(verdict="add"),
    "an incident added of no kind": another_decision(
        verdict="add", incident_id="P-1", added={"kind": "murder", "start": 1, "end": 2}
    ),
    "a verdict that is none": another_decision(verdict="guilty"),
    "a decision two times": twice,
    "an id of the manifest alone": described(report_id="eeeeeeee-0000-4000-8000-000000000001"),
    "an id of the report alone": reported(report_id="eeeeeeee-0000-4000-8000-000000000001"),
    "an odd id": named("x'; drop table--"),
    "an id that leaves its folder": named("../../evidence"),
    "an id in capitals": named("EEEEEEEE-0000-4000-8000-000000000001"),
    "revision -5": described(revision=-5),
    "revision 2^40": described(revision=2**40),
    "a revision that is no number": described(revision="two"),
    "an empty origin": described(origin=""),
    "an odd origin": described(origin="../x"),
    "a student of 5,000 letters": reported(student_id="s" * 5000),
    "no student": reported(student_id=""),
    "a student with spaces around": reported(student_id=" STU "),
    "a confidence of 1e300": reported(confidence_score=1e300),
    "a confidence of 2": reported(confidence_score=2.0),
    "a risk of -1": analysed(risk_score=-1.0),
    "a recording of minus one hour": reported(video_duration_sec=-3600.0),
    "a recording of a year": reported(video_duration_sec=3.2e7),
    "a report of the year 1": reported(created_at="0001-01-01T00:00:00.000000Z"),
    "a report of the year 9999": reported(created_at="9999-12-31T00:00:00.000000Z"),
    "a class that is no word": reported(risk_classification="<b>CLEAN</b> " * 9),
    "a calibration that is no word": reported(calibration_status="ß" * 50),
    "an incident with an odd name": incident_named("../../x" * 30),
    "an incident without a name": incident_named(""),
    "two incidents under one name": incident_named("I002"),
    "a picture that leaves its folder": pictured("../../../x.jpg"),
    "a picture at a path": pictured("/tmp/x.jpg"),
    "a picture with a backslash": pictured("..\\x.jpg"),
    "a picture without a name": pictured(""),
    "a picture that the report does not name": other_picture,
    "a picture with other bytes": changed_picture,
    "thirty megabytes of spaces": spaced,
    "a report that is a list": lambda one: setattr(one, "body", "[]"),
    "a report that nests a thousand times": lambda one: setattr(one, "body", "[" * 100_000),
    "a report that is no text": lambda one: setattr(one, "body", "NaN"),
    "decisions that are words": lambda one: one.decisions.__setitem__(0, {"id": 7}),
    "measurements that unfold to 320 MB": bomb_of_signals,
    "a file that unfolds to 300 MB": bomb_of_pictures,
}

NOT_TO_BE_TOLD = {"a decision nobody made"}
"""Without an enrolled key only the workstation in whose name it is knows that it made none."""
