"""Encryption at rest: what was changed, cut, swapped or opened with another key is not opened."""

import os
from pathlib import Path

import pytest

from proctor_desktop.domain.errors import DatabaseDamagedError, NotFoundError, StorageError
from proctor_desktop.storage.evidence import EvidenceFolder, EvidenceState
from proctor_desktop.storage.sealing import (
    CHUNK_BYTES,
    TAG_BYTES,
    SealBrokenError,
    Sealer,
    master_key,
)
from tests.storage.samples import a_picture

KEY = bytes(range(32))
REPORT = "00000000-0000-0000-0000-000000000000"


@pytest.mark.parametrize("size", [0, 1, CHUNK_BYTES - 1, CHUNK_BYTES, 2 * CHUNK_BYTES + 7])
def test_what_is_sealed_is_opened_again(size: int) -> None:
    content = os.urandom(size)
    sealed, wrapped = Sealer(KEY).seal(content, "a/b")
    assert content not in sealed or size < 2
    assert Sealer(KEY).open(sealed, wrapped, "a/b") == content


def test_the_same_content_is_never_sealed_twice_alike() -> None:
    sealer = Sealer(KEY)
    assert sealer.seal(b"content", "a")[0] != sealer.seal(b"content", "a")[0]


def test_nothing_changed_is_opened() -> None:
    content = os.urandom(2 * CHUNK_BYTES + 5)
    sealed, wrapped = Sealer(KEY).seal(content, "a")
    step = CHUNK_BYTES + TAG_BYTES
    flipped = bytes([sealed[0] ^ 1]) + sealed[1:]
    swapped = sealed[step : 2 * step] + sealed[:step] + sealed[2 * step :]
    for other in (flipped, swapped, sealed[: 2 * step], sealed[:-1], b""):
        with pytest.raises(SealBrokenError):
            Sealer(KEY).open(other, wrapped, "a")
    with pytest.raises(SealBrokenError):
        Sealer(KEY).open(sealed, wrapped, "another name")
    with pytest.raises(SealBrokenError):
        Sealer(bytes(32)).open(sealed, wrapped, "a")


def test_sealed_evidence_is_not_readable_on_the_disk_and_comes_back(tmp_path: Path) -> None:
    picture = a_picture(content=b"a face" * 1000)
    folder = EvidenceFolder(tmp_path, Sealer(KEY))
    row = folder.write(REPORT, picture.evidence, picture.jpeg)
    assert b"a face" not in folder.path(REPORT, row.name).read_bytes()
    assert folder.read(row) == picture.jpeg
    with pytest.raises(NotFoundError, match="encrypted"):
        EvidenceFolder(tmp_path).read(row)
    with pytest.raises(DatabaseDamagedError):
        EvidenceFolder(tmp_path, Sealer(bytes(32))).read(row)
    assert row.state is EvidenceState.KEPT


def test_a_key_file_is_made_once_and_only_for_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "key"
    key = master_key(path)
    assert master_key(path) == key
    assert path.stat().st_mode & 0o077 == 0
    path.chmod(0o644)
    with pytest.raises(StorageError, match="chmod 600"):
        master_key(path)


def test_a_broken_key_file_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "key"
    path.write_text("not hex")
    path.chmod(0o600)
    with pytest.raises(StorageError, match="backup"):
        master_key(path)


def test_a_computer_without_a_keyring_never_falls_back_to_open_files(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import keyring
    from keyring.backends.fail import Keyring

    monkeypatch.setattr(keyring.core, "_keyring_backend", Keyring())
    with pytest.raises(StorageError, match="key file"):
        master_key()


def test_names_never_leave_the_folder(tmp_path: Path) -> None:
    folder = EvidenceFolder(tmp_path)
    for name in ("../x", "/etc/passwd", "a/b"):
        with pytest.raises(ValueError, match="no name"):
            folder.path(REPORT, name)
