"""The key with which a workstation signs: a file beside its database, which only its owner reads.

Where evidence is encrypted at rest the key is as well, with the same master key.
"""

import json
from collections.abc import Callable
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from proctor_desktop.domain.errors import StorageError
from proctor_desktop.storage.disk import keep_private, write_first, write_whole
from proctor_desktop.storage.sealing import SealBrokenError, Sealer
from proctor_desktop.storage.signing import Signer


class SigningKeys:
    """The keys in a folder, one for each identity that its database had."""

    def __init__(
        self, folder: Path, sealer: Callable[[], Sealer] | None = None, *, is_sealed: bool = False
    ) -> None:
        """``sealer`` opens sealed keys; whether new ones are sealed says ``is_sealed``."""
        self._folder = folder
        self._sealer = sealer
        self._is_sealed = is_sealed

    def of(self, origin: str) -> Signer | None:
        """Who signs for an identity, None where it has no key yet.

        Raises:
            StorageError: there is one that cannot be read.
        """
        path = self._path(origin)
        if not path.exists():
            return None
        keep_private(path)
        try:
            plain = json.loads(path.read_bytes())
            if "sealed" in plain:
                return _signer(origin, self._opened(path.name, plain))
            key = bytes.fromhex(plain["key"])
            if self._is_sealed:
                write_whole(path, self._written(path.name, key))
            return _signer(origin, key)
        except (OSError, ValueError, LookupError, TypeError, SealBrokenError) as error:
            raise StorageError(
                f"The key of this workstation, {path}, cannot be read. Put its backup back, or run"
                " `proctor-desktop db new-identity`."
            ) from error

    def made(self, origin: str) -> Signer:
        """As `of`; makes the key where there is none.

        Raises:
            StorageError: it cannot be read or written.
        """
        path = self._path(origin)
        if not path.exists():
            key = Ed25519PrivateKey.generate().private_bytes_raw()
            write_first(path, self._written(path.name, key))
        signer = self.of(origin)
        if signer is None:
            raise StorageError(f"The key of this workstation, {path}, was taken away.")
        return signer

    def forget(self, origin: str) -> None:
        """Destroy the key of an identity that is given up."""
        self._path(origin).unlink(missing_ok=True)

    def _path(self, origin: str) -> Path:
        return self._folder / f"{origin}.key"

    def _written(self, name: str, key: bytes) -> bytes:
        if not self._is_sealed or self._sealer is None:
            return json.dumps({"key": key.hex()}).encode()
        sealed, wrapped = self._sealer().seal(key, name)
        return json.dumps({"sealed": sealed.hex(), "wrapped": wrapped.hex()}).encode()

    def _opened(self, name: str, plain: dict[str, str]) -> bytes:
        if self._sealer is None:
            raise SealBrokenError(name)
        sealed, wrapped = bytes.fromhex(plain["sealed"]), bytes.fromhex(plain["wrapped"])
        return self._sealer().open(sealed, wrapped, name)


def _signer(origin: str, key: bytes) -> Signer:
    return Signer(origin, Ed25519PrivateKey.from_private_bytes(key))
