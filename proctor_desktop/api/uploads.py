"""One uploaded video, from the socket straight into a file of the server's naming.

The body is never held in memory and never touches a temporary folder of a library. The name that
the sender gives the file is kept for display and never used as a path.
"""

import asyncio
import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from proctor_desktop.api.problems import Problem
from proctor_desktop.api.spool import Spool
from proctor_desktop.media.limits import HEAD_BYTES, check_head

if TYPE_CHECKING:
    from python_multipart.multipart import MultipartCallbacks

MAX_PARTS = 16
MAX_FIELD_BYTES = 1000
MAX_NAME_LENGTH = 255
_WRITE_BYTES = 1024 * 1024
_ROOM_EVERY_BYTES = 64 * 1024 * 1024
_VIDEO = "video"


@dataclass(frozen=True, slots=True)
class Upload:
    """What came in: the fields as text, and the video as a closed, synced file.

    Attributes:
        fields: all parts but the video.
        path: the file in the spool folder.
        name: what the sender called it, for display.
        sha256: lower-case hex digest of the video.
        size: in bytes.
    """

    fields: dict[str, str]
    path: Path
    name: str
    sha256: str
    size: int


async def receive_upload(chunks: AsyncIterator[bytes], content_type: str, spool: Spool) -> Upload:
    """Read a multipart body with one ``video`` and some fields.

    Nothing of it is left in the spool when this raises.

    Raises:
        Problem: 415 no multipart, 422 a part is missing, double or too long, 400 malformed.
        SourceRefusedError: the video is no video.
        DiskFullError: there is no room for it.
    """
    with spool.new_file() as target:
        form = _Form(target.file, spool)
        try:
            parser = MultipartParser(_boundary(content_type), form.callbacks())
            async for chunk in chunks:
                parser.write(chunk)
                await form.settle()
        except FormParserError:
            raise Problem(400, "The multipart body is malformed. Send it again.") from None
        form.finish()
        await form.settle(everything=True)
        path = await asyncio.to_thread(target.keep)
        return Upload(form.fields, path, form.video_name, form.sha256.hexdigest(), form.size)


def _boundary(content_type: str) -> bytes:
    kind, parameters = parse_options_header(content_type)
    boundary = parameters.get(b"boundary", b"")
    if kind != b"multipart/form-data" or not boundary:
        raise Problem(415, "Send the video as multipart/form-data with a boundary.")
    return boundary


class _Form:
    """Receives the parser's callbacks; the video goes to the disk, fields stay in memory."""

    def __init__(self, target: BinaryIO, spool: Spool) -> None:
        self.fields: dict[str, str] = {}
        self.video_name = ""
        self.sha256 = hashlib.sha256()
        self.size = 0
        self._target = target
        self._spool = spool
        self._room_checked_at = -_ROOM_EVERY_BYTES
        self._pending = bytearray()
        self._header = (bytearray(), bytearray())
        self._disposition = b""
        self._name = ""
        self._value = bytearray()
        self._parts = 0
        self._has_video = self._is_head_good = self._ended = False

    def callbacks(self) -> "MultipartCallbacks":
        """The methods by the names the parser knows them under."""
        return {
            "on_part_begin": self._begin_part,
            "on_header_field": self._grow_header_name,
            "on_header_value": self._grow_header_value,
            "on_header_end": self._end_header,
            "on_headers_finished": self._end_headers,
            "on_part_data": self._grow_part,
            "on_part_end": self._end_part,
            "on_end": self._end,
        }

    async def settle(self, *, everything: bool = False) -> None:
        """Write what has come together, in a thread, so that no other request waits for a disk."""
        if self._pending and (everything or len(self._pending) >= _WRITE_BYTES):
            await asyncio.to_thread(self._write, bytes(self._pending))
            self._pending.clear()

    def finish(self) -> None:
        """Check that the body is whole and a video came.

        Raises:
            Problem: it ended too early, or there is none.
        """
        if not self._ended:
            raise Problem(400, "The multipart body ends too early. Send it again.")
        if not self._has_video or not self._pending_or_written():
            raise Problem(422, f"The part {_VIDEO!r} with the recording is missing or empty.")
        self._check_head()

    def _pending_or_written(self) -> bool:
        return bool(self._pending) or self.size > 0

    def _write(self, content: bytes) -> None:
        if self.size - self._room_checked_at >= _ROOM_EVERY_BYTES:
            self._spool.check_room(len(content))
            self._room_checked_at = self.size
        self.sha256.update(content)
        view = memoryview(content)
        while view:
            view = view[self._target.write(view) :]
        self.size += len(content)

    def _begin_part(self) -> None:
        self._parts += 1
        if self._parts > MAX_PARTS:
            raise Problem(422, f"More than {MAX_PARTS} parts were sent.")
        self._disposition, self._name = b"", ""
        self._value.clear()

    def _grow_header_name(self, chunk: bytes, start: int, end: int) -> None:
        self._header[0].extend(chunk[start:end])

    def _grow_header_value(self, chunk: bytes, start: int, end: int) -> None:
        self._header[1].extend(chunk[start:end])

    def _end_header(self) -> None:
        if bytes(self._header[0]).lower() == b"content-disposition":
            self._disposition = bytes(self._header[1])
        self._header[0].clear()
        self._header[1].clear()

    def _end_headers(self) -> None:
        _, parameters = parse_options_header(self._disposition)
        self._name = parameters.get(b"name", b"").decode("utf-8", "replace")
        if self._name == _VIDEO:
            if self._has_video:
                raise Problem(422, "Send one video at a time.")
            self._has_video = True
            self.video_name = _display_name(parameters.get(b"filename", b""))
        elif not self._name or self._name in self.fields:
            raise Problem(422, "Each part needs a name of its own.")

    def _grow_part(self, chunk: bytes, start: int, end: int) -> None:
        if self._name == _VIDEO:
            self._pending.extend(memoryview(chunk)[start:end])
            if not self._is_head_good and len(self._pending) >= HEAD_BYTES:
                self._check_head()
            return
        self._value.extend(chunk[start:end])
        if len(self._value) > MAX_FIELD_BYTES:
            raise Problem(422, f"A field is longer than {MAX_FIELD_BYTES} bytes.")

    def _check_head(self) -> None:
        if not self._is_head_good:
            check_head(bytes(self._pending[:HEAD_BYTES]), self.video_name)
            self._is_head_good = True

    def _end_part(self) -> None:
        if self._name == _VIDEO:
            return
        try:
            self.fields[self._name] = self._value.decode("utf-8")
        except UnicodeDecodeError:
            raise Problem(422, "A field is not text in UTF-8.") from None

    def _end(self) -> None:
        self._ended = True


def _display_name(sent: bytes) -> str:
    """What the sender called the file, without folders and characters that cannot be printed."""
    text = sent.decode("utf-8", "replace").replace("\\", "/").rpartition("/")[2]
    shown = "".join(character for character in text if character.isprintable()).strip()
    return shown[:MAX_NAME_LENGTH] or "video"
