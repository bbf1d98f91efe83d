"""Small secrets of this account: in the operating system's keyring, else in files of its own."""

import os
from pathlib import Path

from proctor_desktop.domain.errors import StorageError
from proctor_desktop.paths import APPLICATION
from proctor_desktop.storage.disk import make_folder, write_whole


class SecretBox:
    """Keeps texts by name; only this account can read them.

    A computer without a keyring, such as a server without a desktop, keeps each in a file that only
    its owner may read.
    """

    def __init__(self, folder: Path, ending: str = "") -> None:
        """``folder`` is for the files; ``ending`` tells several boxes of one keyring apart."""
        self._folder = folder
        self._ending = ending

    def get(self, name: str) -> str | None:
        """The secret, None where there is none.

        Raises:
            StorageError: its file can be read by others.
        """
        import keyring
        import keyring.errors

        try:
            found = keyring.get_password(APPLICATION, self._user(name))
        except keyring.errors.KeyringError:
            found = None
        return self._from_file(name) if found is None else found

    def put(self, name: str, secret: str) -> None:
        """Keep a secret in place of the one before; an empty one is forgotten.

        Raises:
            StorageError: neither keyring nor disk takes it.
        """
        import keyring
        import keyring.errors

        path = self._path(name)
        try:
            if secret:
                keyring.set_password(APPLICATION, self._user(name), secret)
            elif keyring.get_password(APPLICATION, self._user(name)) is not None:
                keyring.delete_password(APPLICATION, self._user(name))
        except keyring.errors.KeyringError:
            if secret:
                make_folder(self._folder)
                write_whole(path, secret.encode())
                return
        path.unlink(missing_ok=True)

    def _from_file(self, name: str) -> str | None:
        path = self._path(name)
        if not path.exists():
            return None
        if os.name != "nt" and path.stat().st_mode & 0o077:
            raise StorageError(
                f"{path} holds a secret and can be read by others. Run `chmod 600 {path}`, and"
                " change the secret if somebody may have seen it."
            )
        return path.read_text("utf-8")

    def _user(self, name: str) -> str:
        return f"{name}{self._ending}"

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.secret"
