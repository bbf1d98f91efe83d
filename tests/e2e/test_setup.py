"""The set-up script, as far as it can be tried without installing anything."""

import configparser
import importlib.util
import subprocess
import sys
from types import ModuleType
from xml.etree import ElementTree

import pytest
from PIL import Image

from proctor_desktop.paths import resource
from tests.conftest import CHECKOUT

SCRIPT = CHECKOUT / "resources" / "setup.py"


@pytest.fixture
def setup() -> ModuleType:
    """The script as a module."""
    named = importlib.util.spec_from_file_location("proctor_setup", SCRIPT)
    assert named is not None
    assert named.loader is not None
    module = importlib.util.module_from_spec(named)
    named.loader.exec_module(module)
    return module


@pytest.mark.skipif(sys.platform != "linux", reason="menus of Linux desktops")
def test_the_menu_gets_an_entry_that_starts_this_installation(setup, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr(setup, "ENVIRONMENT", tmp_path / "an environment")
    assert setup.add_to_menu() == 0
    entry = configparser.RawConfigParser()
    entry.optionxform = str  # type: ignore[method-assign,assignment]  # keys keep their case
    entry.read(tmp_path / "applications" / "proctor-desktop.desktop", "utf-8")
    program = tmp_path / "an environment" / "bin" / "proctor-desktop"
    assert entry["Desktop Entry"]["Exec"] == f'"{program}" gui %F'
    name = entry["Desktop Entry"]["Icon"]
    assert (tmp_path / "icons/hicolor/scalable/apps" / f"{name}.svg").exists()


def test_an_unknown_task_is_refused_with_the_known_ones():
    answer = subprocess.run(
        [sys.executable, SCRIPT, "dance"], capture_output=True, text=True, check=False
    )
    assert answer.returncode != 0
    assert "install, demo, check, test, build or menu" in answer.stderr


def test_a_build_with_debians_python_needs_its_library(setup, monkeypatch):
    monkeypatch.setattr(setup.sys, "base_prefix", "/usr")
    wanted = f"libpython{sys.version_info.major}.{sys.version_info.minor}"
    assert wanted in setup.more_packages("build")
    assert wanted in setup.more_packages("test")
    assert setup.more_packages("demo") == []


def test_an_update_of_python_within_its_version_installs_nothing_anew(setup, monkeypatch):
    before = setup.wanted("demo")
    monkeypatch.setattr(setup.sys, "version", "another build of the same version")
    assert setup.wanted("demo") == before
    monkeypatch.setattr(setup.sys, "version_info", (3, 99, 0))
    assert setup.wanted("demo") != before


def test_the_icon_is_one_drawing_in_two_forms():
    drawing = ElementTree.parse(resource("icons/proctor-desktop.svg")).getroot()
    assert drawing.get("viewBox") == "0 0 64 64"
    with Image.open(resource("icons/proctor-desktop.png")) as picture:
        assert picture.size == (256, 256)
        assert picture.convert("RGBA").getpixel((0, 0))[3] == 0, "corners are see-through"
