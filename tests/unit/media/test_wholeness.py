"""What a file lacks or hides is told, however well the rest of it decodes."""

import random
from fractions import Fraction
from pathlib import Path

import av
import pytest
from av.stream import Disposition

from proctor_desktop.domain.errors import SourceError
from proctor_desktop.domain.recording import DecodeRecord, Flaw
from proctor_desktop.domain.timeline import Interval, Micros
from proctor_desktop.media.source import SamplingOptions
from proctor_desktop.media.video_file import VideoFile
from tests.unit.media.films import every, number_of, numbered_picture, write_film
from tests.unit.media.mutations import CODECS, MUTATIONS, sound_film


def record_of(path: Path) -> DecodeRecord:
    with VideoFile(path, sha256="") as video:
        for _ in video.frames():
            pass
        return video.record()


@pytest.mark.parametrize("container", CODECS)
def test_a_whole_file_lacks_nothing(tmp_path: Path, container: str) -> None:
    record = record_of(sound_film(tmp_path, container))
    assert record.is_complete
    assert record.flaws == ()


@pytest.mark.parametrize("container", CODECS)
@pytest.mark.parametrize("mutation", ["cut", "without middle", "zeroed"])
def test_a_damaged_file_is_refused_or_incomplete(
    tmp_path: Path, container: str, mutation: str
) -> None:
    film = sound_film(tmp_path, container)
    film.write_bytes(MUTATIONS[mutation](film.read_bytes(), random.Random(3)))
    try:
        record = record_of(film)
    except SourceError:
        return
    assert not record.is_complete


def two_tracks(path: Path, default: int) -> Path:
    """Pictures 100 to 149 in the first track, 200 to 249 in the second."""
    with av.open(str(path), "w") as container:
        streams = [container.add_stream("libx264", rate=25) for _ in range(2)]
        for number, stream in enumerate(streams):
            stream.width, stream.height, stream.pix_fmt = 160, 120, "yuv420p"
            is_default = number == default
            stream.disposition = Disposition.default if is_default else Disposition.dub
        for index in range(50):
            for number, stream in enumerate(streams):
                shown = numbered_picture(100 * (number + 1) + index, 160, 120)
                frame = av.VideoFrame.from_ndarray(shown, "rgb24")
                frame.pts, frame.time_base = index, Fraction(1, 25)
                container.mux(stream.encode(frame))
        for stream in streams:
            container.mux(stream.encode())
    return path


@pytest.mark.parametrize("default", [0, 1])
def test_the_default_of_several_tracks_is_read_and_the_other_one_told(
    tmp_path: Path, default: int
) -> None:
    path = two_tracks(tmp_path / "two.mkv", default)
    with VideoFile(path, sha256="") as video:
        numbers = [number_of(frame.rgb) for frame in video.frames()]
        assert video.record().flaws == (Flaw.OTHER_TRACKS,)
    assert numbers[0] // 100 == default + 1


@pytest.mark.parametrize("track", [1, 2])
def test_the_track_that_was_chosen_is_read_from_any_place(tmp_path: Path, track: int) -> None:
    path = two_tracks(tmp_path / "two.mkv", default=2 - track)
    second = Interval(Micros(1_000_000), Micros(2_000_000))
    for span in (None, second):
        with VideoFile(path, SamplingOptions(track=track), span=span, sha256="") as video:
            numbers = [number_of(frame.rgb) for frame in video.frames()]
            assert (video.facts.track, video.facts.tracks) == (track, 2)
        assert {number // 100 for number in numbers} == {track}


def test_a_track_that_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    path = two_tracks(tmp_path / "two.mkv", default=0)
    with pytest.raises(SourceError, match="no picture track 3: it holds 2"):
        VideoFile(path, SamplingOptions(track=3), sha256="")


def hidden_behind(film: Path, shown_sec: float) -> Path:
    """The film with an edit list that shows its first seconds only."""
    content = bytearray(film.read_bytes())
    place = content.find(b"elst")
    scale_at = content.find(b"mvhd") + 16
    scale = int.from_bytes(content[scale_at : scale_at + 4], "big")
    content[place + 12 : place + 16] = round(shown_sec * scale).to_bytes(4, "big")
    film.write_bytes(content)
    return film


def test_pictures_behind_an_edit_list_are_told(tmp_path: Path) -> None:
    film = hidden_behind(write_film(tmp_path / "a.mp4", every(25, 6), b_frames=2), 2)
    record = record_of(film)
    assert record.flaws == (Flaw.HIDDEN_PICTURES,)
    assert not record.is_complete


def test_a_hundredth_of_damaged_pictures_makes_a_recording_incomplete() -> None:
    assert DecodeRecord(60, 60, 1500, 720, 14).is_complete
    assert not DecodeRecord(60, 60, 1500, 720, 20).is_complete


@pytest.mark.parametrize("container", ["mp4", "mkv", "flv", "ts"])
def test_sound_without_pictures_is_a_hole_where_it_is(tmp_path: Path, container: str) -> None:
    """The camera came two seconds late and went three seconds before the sound."""
    times = [2000 + time for time in every(25, 4)]
    film = write_film(tmp_path / f"a.{container}", times, sound_seconds=9)
    with VideoFile(film, sha256="") as video:
        first = next(iter(video.frames())).time
    record = record_of(film)
    assert first == pytest.approx(2_000_000, abs=150_000)
    assert record.duration_sec == pytest.approx(9, abs=0.2)
    assert record.analysed_sec == pytest.approx(4, abs=0.5)
    assert not record.is_complete


def set_back(path: Path) -> Path:
    """Eight seconds of pictures in four clusters, of which the last two begin at zero again."""
    write_film(path, every(25, 8), key_every=50)
    content = bytearray(path.read_bytes())
    places = [at for at in range(len(content)) if content.startswith(b"\x1f\x43\xb6\x75", at)]
    begun = None
    for place in places:
        stamp = content.index(b"\xe7", place) + 2
        width = content[stamp - 1] & 0x7F
        time = int.from_bytes(content[stamp : stamp + width], "big")
        if time >= 4000:
            begun = time if begun is None else begun
            content[stamp : stamp + width] = (time - begun).to_bytes(width, "big")
    assert begun is not None
    path.write_bytes(content)
    return path


def test_a_clock_that_starts_again_loses_no_picture(tmp_path: Path) -> None:
    film = set_back(tmp_path / "a.mkv")
    with VideoFile(film, sha256="") as video:
        frames = list(video.frames())
        record = video.record()
    assert number_of(frames[-1].rgb) >= 197
    assert record.decode_errors == 0
    assert record.analysed_sec == pytest.approx(8, abs=0.1)


def test_what_stands_behind_a_clock_that_started_again_is_found(tmp_path: Path) -> None:
    steady = write_film(tmp_path / "steady.mkv", every(25, 8), key_every=50)
    film = set_back(tmp_path / "a.mkv")
    span = Interval(Micros(6_000_000), Micros(6_500_000))
    with VideoFile(film, span=span, sha256="") as found, VideoFile(steady, span=span) as wanted:
        shown = [number_of(frame.rgb) for frame in found.frames()]
        assert shown == [number_of(frame.rgb) for frame in wanted.frames()] != []
