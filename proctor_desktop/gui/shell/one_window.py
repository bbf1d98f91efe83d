"""One window for one folder: a second start hands its files to the first and ends."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from proctor_desktop.domain.errors import SettingsError

ANSWER_MS = 5000
HEARD = b"heard\n"


class OneWindow(QObject):
    """Whether this process is the window of a folder, and what later starts ask of it.

    Signals:
        asked: files that a second start was given, maybe none; it wants the window to come to the
            front.
    """

    asked = Signal(list)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._name = address_of(folder)
        self._lock = QLockFile(str(folder / "window.lock"))
        self._lock.setStaleLockTime(0)  # a window may be open for weeks; a dead one is seen anyway
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greet)

    def claim(self) -> bool:
        """Be the window of the folder; False where there is one already."""
        if not self._lock.tryLock(0):
            return False
        QLocalServer.removeServer(self._name)  # of a window that was killed
        self._server.listen(self._name)
        return True

    def hand_over(self, files: Sequence[str]) -> None:
        """Give files to the window that is there, which comes to the front.

        Raises:
            SettingsError: it does not answer.
        """
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(ANSWER_MS):
            absolute = [str(Path(name).absolute()) for name in files]
            socket.write(json.dumps(absolute).encode() + b"\n")
            socket.waitForBytesWritten(ANSWER_MS)
            if socket.waitForReadyRead(ANSWER_MS) and bytes(socket.readAll().data()) == HEARD:
                return
        raise SettingsError(
            f"The folder {self._folder} is open in another window, which does not answer. Close "
            "that window first, or name another folder with PROCTOR_FOLDER."
        )

    def release(self) -> None:
        """Be it no more."""
        self._server.close()
        self._lock.unlock()

    @Slot()
    def _greet(self) -> None:
        socket = self._server.nextPendingConnection()
        socket.readyRead.connect(self._hear)
        socket.disconnected.connect(socket.deleteLater)

    @Slot()
    def _hear(self) -> None:
        socket = self.sender()
        if not isinstance(socket, QLocalSocket) or not socket.canReadLine():
            return
        try:
            files = [str(name) for name in json.loads(bytes(socket.readLine().data()))]
        except (ValueError, TypeError):
            socket.abort()
            return
        socket.write(HEARD)
        socket.flush()
        self.asked.emit(files)


def address_of(folder: Path) -> str:
    """Under which the window of a folder answers on this computer."""
    digest = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()
    return f"proctor-desktop-{digest[:16]}"
