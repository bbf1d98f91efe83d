"""Encryption at rest: AES-256-GCM in chunks, one random key for each file.

Each chunk is bound to its file, its number and whether it is the last one, so chunks that were cut
off, swapped or taken from another file are noticed. The file's key is wrapped by a master key from
the operating system's keyring, or from a key file that only its owner may read. Destroying the
wrapped key erases the file in every copy, backups included.
"""

import os
import secrets
import struct
from pathlib import Path

import keyring
import keyring.errors
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.keywrap import (
    InvalidUnwrap,
    aes_key_unwrap,
    aes_key_wrap,
)

from proctor_desktop.domain.errors import StorageError
from proctor_desktop.paths import APPLICATION
from proctor_desktop.storage.disk import write_first

CHUNK_BYTES = 1024 * 1024
KEY_BYTES = 32
TAG_BYTES = 16

_KEYRING_USER = "evidence"


class SealBrokenError(Exception):
    """The content is not what was sealed, or was sealed with another key."""


class Sealer:
    """Seals and opens contents with one master key."""

    def __init__(self, master_key: bytes) -> None:
        self._master_key = master_key

    def seal(self, content: bytes, name: str) -> tuple[bytes, bytes]:
        """The sealed content and its wrapped key; ``name`` must be given again to open it."""
        key = secrets.token_bytes(KEY_BYTES)
        cipher = AESGCM(key)
        chunks = [
            content[at : at + CHUNK_BYTES] for at in range(0, max(1, len(content)), CHUNK_BYTES)
        ]
        sealed = b"".join(
            cipher.encrypt(_nonce(number), chunk, _bound(name, number, number == len(chunks) - 1))
            for number, chunk in enumerate(chunks)
        )
        return sealed, aes_key_wrap(self._master_key, key)

    def open(self, sealed: bytes, wrapped_key: bytes, name: str) -> bytes:
        """The content.

        Raises:
            SealBrokenError: it was changed, cut, belongs to another name or another master key.
        """
        step = CHUNK_BYTES + TAG_BYTES
        chunks = [sealed[at : at + step] for at in range(0, max(1, len(sealed)), step)]
        try:
            cipher = AESGCM(aes_key_unwrap(self._master_key, wrapped_key))
            return b"".join(
                cipher.decrypt(
                    _nonce(number), chunk, _bound(name, number, number == len(chunks) - 1)
                )
                for number, chunk in enumerate(chunks)
            )
        except (InvalidTag, InvalidUnwrap, ValueError) as error:
            raise SealBrokenError(name) from error


def master_key(key_file: Path | None = None) -> bytes:
    """The workstation's master key, made at the first call.

    It lies in the operating system's keyring, or in ``key_file`` where one is named (a server
    without a desktop has no keyring). Evidence is never left open because a keyring is missing.

    Raises:
        StorageError: there is neither, or the key file can be read by others.
    """
    if key_file is not None:
        return _from_file(key_file)
    try:
        stored = keyring.get_password(APPLICATION, _KEYRING_USER)
        if stored is None:
            stored = secrets.token_hex(KEY_BYTES)
            keyring.set_password(APPLICATION, _KEYRING_USER, stored)
    except keyring.errors.KeyringError as error:
        raise StorageError(
            "Evidence is to be encrypted, but this computer has no keyring for the key. Name a key"
            " file (keep.key_file) that only this account can read."
        ) from error
    return bytes.fromhex(stored)


def _from_file(path: Path) -> bytes:
    if not path.exists():
        write_first(path, secrets.token_hex(KEY_BYTES).encode())
    if os.name != "nt" and path.stat().st_mode & 0o077:
        raise StorageError(
            f"The key file {path} can be read by others. Run `chmod 600 {path}`, then start again."
        )
    try:
        key = bytes.fromhex(path.read_text("ascii").strip())
    except ValueError as error:
        raise StorageError(f"The key file {path} holds no key. Put its backup back.") from error
    if len(key) != KEY_BYTES:
        raise StorageError(f"The key file {path} holds no 256-bit key. Put its backup back.")
    return key


def _nonce(number: int) -> bytes:
    # A counter is safe as nonce: every file has a key of its own.
    return number.to_bytes(12, "big")


def _bound(name: str, number: int, is_last: bool) -> bytes:
    return struct.pack(">Q?", number, is_last) + name.encode()
