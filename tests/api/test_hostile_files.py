"""Damaged videos through the whole service: an answer each, and no quiet shortening.

A small share runs with the other tests. The full run:

    PROCTOR_HOSTILE_FILES=600 python -m pytest tests/api/test_hostile_files.py -s
"""

import os
import random
import socket
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import cast

import av
import httpx
import numpy as np
import psutil
import pytest

from proctor_desktop import bootstrap
from proctor_desktop.settings import Settings
from tests.api.serving import Bundle, served, spooled

FILES = int(os.environ.get("PROCTOR_HOSTILE_FILES", "10"))
FRAMES = 48
PROCESS = "/api/v1/proctoring/process"
CONTAINERS = {
    "mp4": ("mpeg4", {}),
    "fragmented.mp4": ("mpeg4", {"movflags": "frag_keyframe+empty_moov"}),
    "mkv": ("mpeg4", {}),
    "webm": ("libvpx", {}),
    "avi": ("mpeg4", {}),
}


def whole(folder: Path, name: str) -> bytes:
    """Four seconds of moving noise in a container."""
    codec, options = CONTAINERS[name]
    path = folder / f"whole.{name}"
    source = np.random.default_rng(3)
    with av.open(str(path), "w", options=options) as container:
        stream = container.add_stream(codec, rate=12)
        stream.width, stream.height, stream.pix_fmt, stream.gop_size = 96, 64, "yuv420p", 12
        picture = source.integers(0, 255, (64, 96, 3), np.uint8)
        for number in range(FRAMES):
            frame = av.VideoFrame.from_ndarray(np.roll(picture, number * 3, 1), "rgb24")
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return path.read_bytes()


def flip_bits(content: bytearray, source: random.Random) -> None:
    for _ in range(source.choice((1, 8, 64))):
        content[source.randrange(len(content))] ^= 1 << source.randrange(8)


def flip_in_the_head(content: bytearray, source: random.Random) -> None:
    for _ in range(8):
        content[source.randrange(min(400, len(content)))] ^= 1 << source.randrange(8)


def flip_in_the_tail(content: bytearray, source: random.Random) -> None:
    for _ in range(16):
        content[-1 - source.randrange(min(1500, len(content)))] ^= 1 << source.randrange(8)


def cut_off(content: bytearray, source: random.Random) -> None:
    del content[source.randrange(1, len(content)) :]


def cut_out(content: bytearray, source: random.Random) -> None:
    start = source.randrange(len(content))
    del content[start : start + source.randrange(1, 4000)]


def blank(content: bytearray, source: random.Random) -> None:
    start = source.randrange(len(content))
    length = min(source.randrange(1, 4000), len(content) - start)
    content[start : start + length] = bytes(length)


def repeat(content: bytearray, source: random.Random) -> None:
    start = source.randrange(len(content))
    content[start:start] = content[start : start + 2000]


def swap(content: bytearray, source: random.Random) -> None:
    a, b = sorted(source.randrange(max(1, len(content) - 512)) for _ in range(2))
    content[a : a + 512], content[b : b + 512] = content[b : b + 512], content[a : a + 512]


def add_noise(content: bytearray, source: random.Random) -> None:
    content += source.randbytes(3000)


def huge_number(content: bytearray, source: random.Random) -> None:
    start = source.randrange(max(1, len(content) - 4))
    content[start : start + 4] = b"\x7f\xff\xff\xff"


MUTATIONS = (
    flip_bits,
    flip_in_the_head,
    flip_in_the_tail,
    cut_off,
    cut_out,
    blank,
    repeat,
    swap,
    add_noise,
    huge_number,
)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, bootstrap.Services]]:
    settings = Settings(
        folder=tmp_path_factory.mktemp("hostile"),
        engine={"jobs": 1, "silence_sec": 60.0},
        keep={"min_free_mb": 1},
    )
    services = bootstrap.build(settings)
    with served(cast(Bundle, services)) as address:
        yield address, services
    services.close()


def send(address: str, name: str, video: bytes) -> httpx.Response:
    return httpx.post(
        address + PROCESS,
        data={"student_id": "S", "exam_id": "E", "calibration_duration": "0"},
        files={"video": (name, video)},
        timeout=180,
    )


def test_damaged_files_get_an_answer_and_a_short_one_is_never_called_complete(
    real: tuple[str, bootstrap.Services], tmp_path: Path
) -> None:
    """R19."""
    address, services = real
    source = random.Random(20)
    originals = {name: whole(tmp_path, name) for name in CONTAINERS}
    seen: Counter[str] = Counter()
    for number in range(FILES):
        name = list(CONTAINERS)[number % len(CONTAINERS)]
        mutate = MUTATIONS[number // len(CONTAINERS) % len(MUTATIONS)]
        content = bytearray(originals[name])
        mutate(content, source)
        answer = send(address, name, bytes(content))
        assert answer.status_code in (200, 415, 422), (name, mutate.__name__, answer.text)
        seen[_kind(address, answer)] += 1
    print(dict(seen))  # noqa: T201 - the result of a run by command
    assert sum(seen.values()) == FILES
    short = seen["short, told"] + seen["short, quiet"]
    assert seen["short, quiet"] <= 0.1 * short
    assert httpx.get(address + "/api/v1/health").status_code == 200
    assert spooled(cast(Bundle, services)) == []


def _kind(address: str, answer: httpx.Response) -> str:
    if answer.status_code != 200:
        return f"refused {answer.status_code}"
    report = httpx.get(f"{address}/api/v1/reports/{answer.json()['report_id']}").json()
    if report["analysis"]["recording"]["decoded_frames"] >= FRAMES:
        return "whole"
    is_told = not report["analysis"]["coverage"]["is_complete"]
    assert not is_told or report["risk_classification"] != "CLEAN"
    return "short, told" if is_told else "short, quiet"


def test_killed_decoders_are_failed_jobs_and_the_service_goes_on(
    real: tuple[str, bootstrap.Services], tmp_path: Path
) -> None:
    """R21, with real processes that are really killed; twenty of them in the full run."""
    address, services = real
    video = whole(tmp_path, "mp4")
    for _ in range(max(1, FILES // 30)):
        headers = {"Prefer": "respond-async"}
        fields = {"student_id": "S", "exam_id": "E", "calibration_duration": "0"}
        place = httpx.post(
            address + PROCESS, data=fields, files={"video": ("v.mp4", video)}, headers=headers
        ).headers["location"]
        while (job := httpx.get(address + place).json())["state"] in ("queued", "running"):
            for child in psutil.Process().children():
                with suppress(psutil.NoSuchProcess):  # killed the last time, and just now gone
                    if "spawn_main" in " ".join(child.cmdline()):
                        child.kill()
        assert job["state"] == "failed"
        assert "lost 2 times" in job["error"]
        assert httpx.get(address + "/api/v1/health").status_code == 200
    assert spooled(cast(Bundle, services)) == []


class Listener:
    """A web server on loopback that an upload would like to have called."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}/exam.mp4"
        self.calls = 0
        self._thread = threading.Thread(target=self._take)
        self._thread.start()

    def _take(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._socket.accept()
                self.calls += 1
                client.close()

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join()


PLAYLISTS = {
    "exam.m3u8": "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n{}\n#EXT-X-ENDLIST\n",
    "hls.mp4": "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n{}\n#EXT-X-ENDLIST\n",
    "concat.mp4": "ffconcat version 1.0\nfile '{}'\n",
    "protocol.mp4": "concat:{}|{}",
    "cached.mkv": "cache:{}",
    "list.avi": "[playlist]\nFile1={}\nNumberOfEntries=1\n",
    "dash.mp4": '<?xml version="1.0"?><MPD><BaseURL>{}</BaseURL></MPD>',
    "session.webm": "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nu={}\nm=video 9 RTP/AVP 96\n",
    "page.gif": "<html><video src='{}'></video></html>",
}
"""Texts that some demuxers follow to another file or address."""

HEADS = {
    "bare": b"",
    "after_the_head_of_an_mp4": b"\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2",
    "after_the_head_of_a_gif": b"GIF89a\x01\x00\x01\x00\x00\x00\x00",
    "after_the_head_of_a_matroska": b"\x1a\x45\xdf\xa3\x84\x42\x86\x81\x01",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
def test_nothing_in_an_upload_makes_the_service_open_an_address(
    real: tuple[str, bootstrap.Services], head: bytes
) -> None:
    """R20. Mutant: without check and allow-list the decoder calls the listener."""
    address, services = real
    listener = Listener()
    try:
        for name, text in PLAYLISTS.items():
            content = head + text.replace("{}", listener.address).encode()
            names = (name,) if head else (name, listener.address, f"concat:{listener.address}")
            for called in names:
                answer = send(address, called, content)
                assert answer.status_code in (415, 422), (called, answer.text)
                assert answer.headers["content-type"] == "application/problem+json"
                if not head:
                    assert answer.status_code == 415
        assert listener.calls == 0
        with suppress(httpx.HTTPError):
            httpx.get(listener.address, timeout=5)
        assert listener.calls == 1, "the listener hears nothing"
    finally:
        listener.close()
    assert spooled(cast(Bundle, services)) == []


def test_an_upload_cannot_name_another_candidates_video(
    real: tuple[str, bootstrap.Services], tmp_path: Path
) -> None:
    """R20: the file that a playlist names lies in the same folder, and is not opened."""
    address, services = real
    spool = services.settings.folder / "spool"
    other = spool / "0123456789abcdef0123456789abcdef.video"
    other.write_bytes(whole(tmp_path, "mp4"))
    try:
        for head in HEADS.values():
            answer = send(
                address, "exam.mp4", head + f"ffconcat version 1.0\nfile {other}".encode()
            )
            assert answer.status_code in (415, 422)
    finally:
        other.unlink()
