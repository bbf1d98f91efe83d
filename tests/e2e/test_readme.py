"""Every command of the README is a command of the program, and the quick ones run as they stand."""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from proctor_desktop.paths import resource
from tests.conftest import CHECKOUT

README = (CHECKOUT / "README.md").read_text("utf-8")
GUIDE = resource("guide/integrator.md").read_text("utf-8")
PROGRAM = "proctor-desktop"

AS_THEY_STAND = {
    "proctor-desktop analyze exam.mp4 --student-id S-1042 --exam-id MATH-2 --output reports",
    "proctor-desktop analyze exam.mp4 --json --no-store > exam.json",
    "proctor-desktop reports list --exam-id MATH-2",
    "proctor-desktop reports show ID",
    'proctor-desktop reports decide ID I001 dismiss --reason "read the task aloud"',
    "proctor-desktop reports export ID --output out",
    "proctor-desktop verify",
    "proctor-desktop db check",
    "proctor-desktop reports verdict ID talk",
    'proctor-desktop reports reassign ID --student-id S-1043 --reason "seats were swapped"',
    'proctor-desktop reports delete ID --reason "filmed twice"',
}
"""Commands that are run below, in the README's order; ID stands for the id there."""


def commands(text: str) -> Iterator[str]:
    """Lines in code blocks that start the program, without their remarks."""
    for block in re.findall(r"^```\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
        for line in block.splitlines():
            if line.startswith(PROGRAM):
                yield line.split("  #")[0].strip()


def words(command: str) -> list[str]:
    """Arguments as a shell would hand them over; patterns and redirections left out."""
    return [word for word in shlex.split(command.split(" > ")[0])[1:] if "*" not in word]


@pytest.mark.parametrize("command", sorted({*commands(README), *commands(GUIDE)}))
def test_every_command_and_option_is_known(run, command):
    named = [word for word in words(command) if re.fullmatch("[a-z-]+", word)]
    parts = []
    while named and not named[0].startswith("-") and len(parts) < 3:
        parts.append(named.pop(0))
    while parts and run(*parts, "--help").code != 0:
        parts.pop()
    explained = run(*parts, "--help").out
    assert parts or command == PROGRAM
    for option in re.findall(r"(?<= )--[a-z-]+", command):
        assert option in explained, f"{option} of {command}"


def test_the_quick_commands_run_as_they_stand(run, recording, tmp_path):
    (tmp_path / "exam.mp4").write_bytes(recording.read_bytes())
    written = [re.sub(r"\b1cfd5057\b", "ID", line) for line in commands(README)]
    told = [re.sub(r"\bI003\b", "I001", line) for line in written]
    told = [line for line in told if line in AS_THEY_STAND]
    assert set(told) == AS_THEY_STAND, "the README says something else now"
    report_id = ""
    for line in sorted(told, key=lambda line: "delete" in line):  # the last thing to do
        asked = [report_id[:8] if word == "ID" else word for word in words(line)]
        answer = run(*asked)
        assert answer.code == 0, f"{line}: {answer.err}"
        if "--output" in asked and not report_id:
            report_id = _newest(run)
    assert {path.name for path in (tmp_path / "reports").iterdir()} >= {"exam.json", "exam.pdf"}
    assert list((tmp_path / "out").iterdir())


def _newest(run) -> str:
    found = re.search(r"[0-9a-f]{8}", run("reports", "list", "--json").out)
    assert found is not None
    return found.group()


def test_every_file_that_is_named_is_there():
    for page in (CHECKOUT / "README.md", *resource("guide").glob("*.md")):
        for name in re.findall(r"\]\((?!http)([^)#]+)\)", page.read_text("utf-8")):
            assert (page.parent / name).exists(), f"{page.name} names {name}"


def test_every_picture_of_the_guide_is_shown_somewhere():
    shown = README + "".join(page.read_text("utf-8") for page in resource("guide").glob("*.md"))
    unused = [path.name for path in _pictures() if path.name not in shown]
    assert unused == []
    assert sum(path.stat().st_size for path in _pictures()) < 600_000


def _pictures() -> list[Path]:
    return sorted(resource("guide").glob("*.png"))
