"""The multipart body, from any chunking into one file or none."""

import asyncio
import hashlib
import os
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from proctor_desktop.api.problems import Problem
from proctor_desktop.api.spool import Spool
from proctor_desktop.api.uploads import Upload, receive_upload
from proctor_desktop.domain.errors import DiskFullError, ProctorError, SourceRefusedError
from tests.api.serving import MP4_HEAD, VIDEO

TYPE = "multipart/form-data; boundary=xx"


def part(name: str, content: bytes, filename: str | None = None) -> bytes:
    named = f'; filename="{filename}"' if filename is not None else ""
    return (
        f'--xx\r\nContent-Disposition: form-data; name="{name}"{named}\r\n\r\n'.encode()
        + content
        + b"\r\n"
    )


def form(*parts: bytes) -> bytes:
    return b"".join(parts) + b"--xx--\r\n"


GOOD = form(part("student_id", b"S1"), part("video", VIDEO, "a.mp4"), part("exam_id", b"E1"))


def receive(chunks: Sequence[bytes], spool: Spool, content_type: str = TYPE) -> Upload:
    async def stream() -> AsyncIterator[bytes]:
        for chunk in chunks:
            yield chunk

    return asyncio.run(receive_upload(stream(), content_type, spool))


@pytest.fixture
def spool(tmp_path: Path) -> Spool:
    return Spool(tmp_path, min_free_mb=1)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(cuts=st.lists(st.integers(0, len(GOOD)), max_size=40))
def test_any_chunking_gives_the_same_upload(spool: Spool, cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), len(GOOD)]
    found = receive([GOOD[a:b] for a, b in pairwise(edges)], spool)
    assert found.fields == {"student_id": "S1", "exam_id": "E1"}
    assert found.sha256 == hashlib.sha256(VIDEO).hexdigest()
    assert found.size == len(VIDEO)
    assert found.path.read_bytes() == VIDEO


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ("../../../../evil.mp4", "evil.mp4"),
        ("..\\..\\evil.mp4", "evil.mp4"),
        ("/etc/passwd", "passwd"),
        ("a\x00b\x1b[31m.mp4", "ab[31m.mp4"),
        ("", "video"),
        ("x" * 400, "x" * 255),
    ],
)
def test_the_sent_name_is_shown_and_never_used(spool: Spool, sent: str, shown: str) -> None:
    found = receive([form(part("video", VIDEO, sent))], spool)
    assert found.name == shown
    assert found.path.parent == spool.folder
    assert found.path.suffix == ".video"
    assert len(found.path.stem) == 32


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"#EXTM3U\nfile:///etc/passwd\n" * 9, id="playlist"),
        pytest.param(b"ffconcat version 1.0\nfile other.mp4\n" * 9, id="ffconcat"),
        pytest.param(b"<!DOCTYPE html><html>" * 9, id="web_page"),
        pytest.param(b"v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\n" * 9, id="session_description"),
        pytest.param(b"concat:a.mp4|b.mp4", id="short_text"),
        pytest.param(b"\x7fELF" + bytes(100), id="program"),
    ],
)
def test_what_is_no_video_is_refused_and_leaves_nothing(spool: Spool, content: bytes) -> None:
    """R20."""
    with pytest.raises(SourceRefusedError):
        receive([form(part("video", content, "exam.mp4"))], spool)
    assert list(spool.folder.iterdir()) == []


@pytest.mark.parametrize(
    ("body", "status"),
    [
        pytest.param(form(part("student_id", b"S1")), 422, id="no_video"),
        pytest.param(form(part("video", b"", "a.mp4")), 422, id="empty_video"),
        pytest.param(form(part("video", VIDEO), part("video", VIDEO)), 422, id="two_videos"),
        pytest.param(form(part("a", b"1"), part("a", b"2")), 422, id="a_field_twice"),
        pytest.param(form(part("", b"1"), part("video", VIDEO)), 422, id="a_part_without_name"),
        pytest.param(form(part("a", b"x" * 1001), part("video", VIDEO)), 422, id="long_field"),
        pytest.param(form(part("a", b"\xff"), part("video", VIDEO)), 422, id="field_not_utf8"),
        pytest.param(form(*(part(f"f{n}", b"1") for n in range(17))), 422, id="many_parts"),
        pytest.param(GOOD[:-20], 400, id="cut_off"),
        pytest.param(b"", 400, id="empty"),
        pytest.param(b"hello" * 100, 400, id="no_multipart"),
        pytest.param(
            b"--xx\r\n" + b"X: " + b"y" * 10_000 + b"\r\n\r\n\r\n--xx--", 400, id="long_part_header"
        ),
    ],
)
def test_a_wrong_form_is_told_and_leaves_nothing(spool: Spool, body: bytes, status: int) -> None:
    with pytest.raises(Problem) as caught:
        receive([body], spool)
    assert caught.value.status == status
    assert list(spool.folder.iterdir()) == []


@pytest.mark.parametrize(
    "content_type", ["", "application/json", "multipart/form-data", "multipart/mixed; boundary=xx"]
)
def test_another_media_type_is_unsupported(spool: Spool, content_type: str) -> None:
    with pytest.raises(Problem) as caught:
        receive([GOOD], spool, content_type)
    assert caught.value.status == 415


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    position=st.integers(0, len(GOOD) - 1), length=st.integers(0, 30), noise=st.binary(max_size=30)
)
def test_a_damaged_body_gives_an_upload_or_a_known_refusal(
    spool: Spool, position: int, length: int, noise: bytes
) -> None:
    body = GOOD[:position] + noise + GOOD[position + length :]
    with suppress(Problem, ProctorError):
        receive([body[:700], body[700:]], spool).path.unlink()
    assert list(spool.folder.iterdir()) == []


def test_too_little_room_is_told_before_anything_is_written(tmp_path: Path) -> None:
    spool = Spool(tmp_path, min_free_mb=10**9)
    with pytest.raises(DiskFullError):
        receive([GOOD], spool)
    assert list(tmp_path.iterdir()) == []


def test_the_sweep_takes_what_nobody_needs_and_leaves_the_rest(tmp_path: Path) -> None:
    spool = Spool(tmp_path, min_free_mb=1, now=lambda: time.time() + 3600)
    for name in ("dead.part", "needed.video", "orphan.video", "notes.txt"):
        (tmp_path / name).write_bytes(MP4_HEAD)
    with spool.new_file() as living:
        living.file.write(MP4_HEAD)
        assert spool.sweep({"needed.video"}) == 2
        left = {path.name for path in tmp_path.iterdir()}
        assert {"needed.video", "notes.txt"} < left
        assert len(left) == 3
        assert living.keep().read_bytes() == MP4_HEAD


def test_a_fresh_upload_without_its_job_yet_is_not_swept(tmp_path: Path) -> None:
    spool = Spool(tmp_path, min_free_mb=1)
    (tmp_path / "fresh.video").write_bytes(MP4_HEAD)
    (tmp_path / "fresh.part").write_bytes(MP4_HEAD)
    assert spool.sweep(set()) == 0


def test_only_the_spools_own_names_lead_to_a_file(tmp_path: Path) -> None:
    spool = Spool(tmp_path, min_free_mb=1)
    with pytest.raises(ValueError, match="not a name"):
        spool.path("../reports.sqlite3")


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_an_upload_is_for_the_service_alone(spool: Spool) -> None:
    assert receive([GOOD], spool).path.stat().st_mode & 0o077 == 0
