"""How often a damaged file is told: ``python -m tests.unit.media.soak [FILES]``, each container."""

import random
import sys
import tempfile
from collections import Counter
from pathlib import Path

from proctor_desktop.domain.errors import SourceError
from proctor_desktop.media.video_file import VideoFile
from tests.unit.media.mutations import CODECS, MUTATIONS, sound_film

SHORTER = 0.99
"""A reading that gives less of the whole film's pictures than this has lost something."""


def outcome(path: Path, whole: int) -> str:
    """What becomes of a damaged copy of a film of which ``whole`` pictures are looked at."""
    try:
        with VideoFile(path, sha256="") as video:
            pictures = sum(1 for _ in video.frames())
            record = video.record()
    except SourceError:
        return "refused"
    if not record.is_complete:
        return "flagged"
    return "silent" if pictures < SHORTER * whole else "whole"


def main() -> None:
    """Print for each container how many were flagged, of those that hold less than the whole."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 70
    chance = random.Random(20)
    with tempfile.TemporaryDirectory() as folder:
        for container in CODECS:
            film = sound_film(Path(folder), container)
            sound = film.read_bytes()
            with VideoFile(film, sha256="") as video:
                whole = sum(1 for _ in video.frames())
                assert video.record().is_complete, container
            found: Counter[str] = Counter()
            silent: Counter[str] = Counter()
            for number in range(count):
                name = list(MUTATIONS)[number % len(MUTATIONS)]
                damaged = Path(folder) / f"damaged.{container}"
                damaged.write_bytes(MUTATIONS[name](sound, chance))
                became = outcome(damaged, whole)
                found[became] += 1
                silent[name] += became == "silent"
            told = found["refused"] + found["flagged"]
            share = told / max(1, told + found["silent"])
            line = f"{container:5} {share:6.1%} told  {dict(found)}  silent: {dict(+silent)}"
            sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
