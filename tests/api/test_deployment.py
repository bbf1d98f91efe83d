"""Image, compose file and unit name only what exists."""

import importlib
import re
from dataclasses import fields
from pathlib import Path

import pytest

from proctor_desktop.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
DOCKER = ROOT / "resources" / "docker"
FILES = [
    DOCKER / "Dockerfile",
    DOCKER / "compose.yaml",
    DOCKER / "serve.sh",
    DOCKER / "README.md",
    ROOT / "resources" / "systemd" / "proctor-desktop.service",
]
WITH_WINDOW = ("pyside6", "pyqtgraph", "qtawesome", "opencv-python", "pyinstaller")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_named_setting_exists(path: Path) -> None:
    text = path.read_text("utf-8")
    for name in set(re.findall(r"PROCTOR_([A-Z_]*[A-Z])\b", text)) - {"HOST"}:
        group, _, option = name.lower().partition("__")
        assert group in Settings.model_fields, name
        if option:
            owner = getattr(Settings(), group)
            assert option in {entry.name for entry in fields(owner)}, name
    for name in set(re.findall(r"\b(MYSQL_[A-Z_]+)\b", text)) - {"MYSQL_RANDOM_ROOT_PASSWORD"}:
        assert name.lower() in Settings.model_fields, name


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_named_object_can_be_imported(path: Path) -> None:
    pytest.importorskip("uvicorn_worker", reason="gunicorn runs on POSIX systems only")
    for module, name in re.findall(
        r"(proctor_desktop(?:\.[a-z_]+)+)[:.]([A-Za-z_]+)(?:\(\))?[\" ]", path.read_text("utf-8")
    ):
        assert hasattr(importlib.import_module(module), name), f"{module}.{name}"


def test_the_image_leaves_out_everything_that_needs_a_window() -> None:
    kept = (ROOT / "pyproject.toml").read_text("utf-8").split("[project.optional")[0].lower()
    left_out = set(re.findall(r"^([a-z0-9-]+) ;", (DOCKER / "headless.txt").read_text(), re.M))
    for name in WITH_WINDOW:
        assert f'"{name}' in kept, f"{name} is no dependency any more"
        assert name in left_out


def test_the_headless_opencv_has_the_version_of_the_other_one() -> None:
    (pinned,) = re.findall(r'"opencv-python==([\d.]+)"', (ROOT / "pyproject.toml").read_text())
    assert f"opencv-contrib-python-headless=={pinned}" in (DOCKER / "Dockerfile").read_text()


def test_the_composed_server_is_verified_by_its_authority_and_not_by_its_name() -> None:
    """The certificate that MySQL makes for itself names no host: asked for one, it is refused."""
    text = (DOCKER / "compose.yaml").read_text("utf-8")
    assert "MYSQL_SSL_CA: /certificates/ca.pem" in text
    assert 'MYSQL_VERIFY_IDENTITY: "false"' in text
