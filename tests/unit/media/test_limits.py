"""What is refused before decoding, and what the sentence says."""

import os
import resource
import socket
import threading
from pathlib import Path

import pytest

from proctor_desktop.domain.errors import SourceError, SourceOpenError, SourceRefusedError
from proctor_desktop.media.limits import ContainerKind, MediaLimits, check_container
from proctor_desktop.media.video_file import VideoFile
from tests.unit.media.films import every, write_film, write_sound


@pytest.mark.parametrize(
    ("suffix", "codec", "kind"),
    [
        ("mp4", "libx264", ContainerKind.MP4),
        ("mov", "libx264", ContainerKind.MP4),
        ("mkv", "libx264", ContainerKind.MATROSKA),
        ("webm", "libvpx", ContainerKind.MATROSKA),
        ("avi", "mpeg4", ContainerKind.AVI),
        ("gif", "gif", ContainerKind.GIF),
        ("ts", "libx264", ContainerKind.MPEG_TS),
        ("mpg", "libx264", ContainerKind.MPEG_PS),
        ("flv", "libx264", ContainerKind.FLV),
        ("wmv", "wmv2", ContainerKind.ASF),
    ],
)
def test_a_container_is_told_by_its_bytes_whatever_its_name(
    tmp_path: Path, suffix: str, codec: str, kind: ContainerKind
) -> None:
    film = write_film(tmp_path / f"film.{suffix}", every(10, 0.5), codec=codec)
    other_name = film.rename(tmp_path / "film.txt")
    assert check_container(other_name) is kind


@pytest.mark.parametrize(
    ("content", "called"),
    [
        (b"#EXTM3U\n#EXTINF:1,\nother.mp4\n", "a playlist"),
        (b"ffconcat version 1.0\nfile other.mp4\n", "a list of other files"),
        (b"[playlist]\nFile1=other.mp4\n", "a playlist"),
        (b'<?xml version="1.0"?><MPD></MPD>', "an XML text"),
        (b"v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\n", "a description of a stream"),
        (b"\n<!doctype html><html></html>", "a web page"),
        (b"just some words", "a text"),
        (bytes(range(256)), "a file of another kind"),
        (b"\x00" * 4096, "a file of another kind"),
    ],
)
def test_anything_but_a_video_is_refused_by_what_it_is(
    tmp_path: Path, content: bytes, called: str
) -> None:
    path = tmp_path / "exam.mp4"
    path.write_bytes(content)
    with pytest.raises(SourceRefusedError, match=f"exam.mp4 is {called}, not a video"):
        VideoFile(path)


def test_a_list_of_other_files_never_reaches_them(tmp_path: Path) -> None:
    write_film(tmp_path / "other.mp4", every(10, 0.5))
    listing = tmp_path / "exam.mp4"
    listing.write_text("ffconcat version 1.0\nfile other.mp4\n")
    with pytest.raises(SourceRefusedError):
        VideoFile(listing)


def test_no_address_makes_the_decoder_ask_the_network(tmp_path: Path) -> None:
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.3)
    port = listener.getsockname()[1]
    playlist = tmp_path / "exam.mkv"
    playlist.write_text(f"#EXTM3U\nhttp://127.0.0.1:{port}/a.ts\n")
    asked = threading.Event()

    def listen() -> None:
        try:
            listener.accept()
            asked.set()
        except TimeoutError:
            pass

    thread = threading.Thread(target=listen)
    thread.start()
    for name in (str(playlist), f"http://127.0.0.1:{port}/a.mp4", "concat:a|b", "subfile,,:a.mp4"):
        with pytest.raises(SourceError):
            VideoFile(Path(name))
    thread.join()
    listener.close()
    assert not asked.is_set()


def test_missing_empty_and_folder_have_a_sentence_each(tmp_path: Path) -> None:
    (tmp_path / "empty.mp4").touch()
    (tmp_path / "folder.mp4").mkdir()
    for name, says in [
        ("missing.mp4", "missing.mp4 is not there"),
        ("empty.mp4", "empty.mp4 is empty"),
        ("folder.mp4", "folder.mp4 is a folder"),
    ]:
        with pytest.raises(SourceOpenError, match=says):
            VideoFile(tmp_path / name)


def test_a_pipe_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.mp4")
    with pytest.raises(SourceOpenError, match="is not a file"):
        VideoFile(tmp_path / "pipe.mp4")


def test_a_file_that_may_not_be_read_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = write_film(tmp_path / "film.mp4", every(10, 0.5))

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)  # root may read everything, so chmod tests nothing
    with pytest.raises(SourceOpenError, match="may not be read"):
        VideoFile(film)


def test_sound_alone_is_no_video(tmp_path: Path) -> None:
    with pytest.raises(SourceOpenError, match="has sound but no picture"):
        VideoFile(write_sound(tmp_path / "sound.mp4"))


def test_an_mp4_without_its_index_is_told_apart_from_other_damage(tmp_path: Path) -> None:
    film = write_film(tmp_path / "film.mp4", every(25, 2))
    whole = film.read_bytes()
    for length in (len(whole) // 2, len(whole) - 100, 40):
        film.write_bytes(whole[:length])
        with pytest.raises(SourceOpenError, match=r"cut off before its index \(moov\)"):
            VideoFile(film)


def test_huge_pictures_are_refused_before_one_is_decoded(tmp_path: Path) -> None:
    size = (8192).to_bytes(2, "little") * 2
    pixel = b"," + bytes(4) + b"\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00"
    film = tmp_path / "bomb.gif"
    film.write_bytes(b"GIF89a" + size + b"\x80\x00\x00" + bytes(6) + pixel + b";")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(SourceRefusedError, match="8192 x 8192"):
        VideoFile(film)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000


def test_a_recording_longer_than_the_limit_is_refused(tmp_path: Path) -> None:
    film = write_film(tmp_path / "long.mp4", list(range(0, 3_601_000, 100_000)))
    with pytest.raises(SourceRefusedError, match=r"lasts 1\.0 hours"):
        VideoFile(film, limits=MediaLimits(max_hours=0.5))


def test_a_thousand_pictures_a_second_are_refused(tmp_path: Path) -> None:
    film = write_film(tmp_path / "fast.mp4", list(range(600)), size=(64, 48))
    with pytest.raises(SourceRefusedError, match="pictures a second"):
        VideoFile(film, limits=MediaLimits(max_fps=240))


def test_more_pictures_than_declared_are_refused_while_decoding(tmp_path: Path) -> None:
    film = write_film(tmp_path / "fast.mkv", list(range(300)), size=(64, 48))
    with (
        VideoFile(film, limits=MediaLimits(max_fps=100)) as video,
        pytest.raises(SourceRefusedError, match="more than 100 pictures a second"),
    ):
        list(video.frames())


@pytest.mark.parametrize(("width", "height", "fits"), [(4096, 4096, True), (4097, 16, False)])
def test_the_largest_picture_is_4096_by_4096(width: int, height: int, fits: bool) -> None:
    limits = MediaLimits()
    if fits:
        limits.check_picture("film", width, height)
    else:
        with pytest.raises(SourceRefusedError):
            limits.check_picture("film", width, height)
