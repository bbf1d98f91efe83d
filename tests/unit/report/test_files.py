from pathlib import Path

import pytest

from proctor_desktop.report import files
from proctor_desktop.report.files import Format, Material
from tests.unit.report import samples

MATERIAL = Material(samples.report(), None, {})


@pytest.mark.parametrize("wanted", Format)
def test_each_format_begins_as_its_readers_expect(wanted: Format, tmp_path: Path) -> None:
    path = tmp_path / f"report.{wanted.value}"
    files.write(path, MATERIAL, wanted)
    starts = {
        Format.JSON: b"{",
        Format.CSV: b"\xef\xbb\xbfreport_id,",
        Format.HTML: b"<!DOCTYPE html>",
        Format.PDF: b"%PDF-",
    }
    assert path.read_bytes().startswith(starts[wanted])
    assert list(tmp_path.iterdir()) == [path]


def test_a_disk_that_fills_up_leaves_the_earlier_file_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.json"
    files.write(path, MATERIAL, Format.JSON)
    earlier = path.read_bytes()

    def full(part: Path, content: bytes) -> int:
        with part.open("wb") as file:
            file.write(content[: len(content) // 2])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        files.write(path, MATERIAL, Format.JSON)
    assert path.read_bytes() == earlier
    assert list(tmp_path.iterdir()) == [path]
