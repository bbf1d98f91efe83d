"""Settings: one schema, several sources, bounds that hold everywhere."""

import json
import os
from pathlib import Path

import pytest

from proctor_desktop import settings
from proctor_desktop.domain.errors import SettingsError
from proctor_desktop.pipeline import AnalysisOptions, with_changes


@pytest.fixture(autouse=True)
def own_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings file of this test alone, and a working folder without ``.env``."""
    path = tmp_path / "own" / "settings.json"
    monkeypatch.setenv("PROCTOR_SETTINGS_FILE", str(path))
    monkeypatch.chdir(tmp_path)
    return path


def test_the_environment_reaches_an_option_of_an_inner_room(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PROCTOR_ANALYSIS__SAMPLING__TARGET_FPS", "10")
    assert settings.load().analysis.sampling.target_fps == 10.0


def test_the_names_of_the_contract_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {
        "MYSQL_HOST": "db.example",
        "MYSQL_PORT": "3307",
        "MYSQL_USER": "u",
        "MYSQL_PASSWORD": "secret",
        "MYSQL_DATABASE": "d",
        "APP_ENV": "production",
        "LOG_LEVEL": "DEBUG",
    }.items():
        monkeypatch.setenv(name, value)
    loaded = settings.load()
    assert (loaded.mysql_host, loaded.mysql_port, loaded.mysql_user) == ("db.example", 3307, "u")
    assert loaded.mysql_password.get_secret_value() == "secret"
    assert "secret" not in repr(loaded)
    assert (loaded.app_env, loaded.log_level) == ("production", "DEBUG")


def test_a_value_out_of_bounds_is_named_with_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PROCTOR_ANALYSIS__SAMPLING__TARGET_FPS", "99")
    with pytest.raises(SettingsError, match=r"target_fps.*less than or equal to 60"):
        settings.load()


def test_what_the_window_saves_is_loaded_and_the_environment_is_stronger(
    own_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.save({"window.theme": "dark", "analysis.sampling.target_fps": 10})
    settings.save({"window.language": "de"})
    assert json.loads(own_file.read_text())["window"] == {"theme": "dark", "language": "de"}
    assert settings.load().window.theme == "dark"
    monkeypatch.setenv("PROCTOR_WINDOW__THEME", "light")
    assert settings.load().window.theme == "light"


def test_a_change_that_would_not_load_is_refused_and_the_file_stays(own_file: Path) -> None:
    settings.save({"window.theme": "dark"})
    before = own_file.read_bytes()
    with pytest.raises(SettingsError, match="theme"):
        settings.save({"window.theme": "pink"})
    assert own_file.read_bytes() == before


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_nobody_else_can_read_what_the_window_saves(own_file: Path) -> None:
    settings.save({"mysql_password": "secret"})
    settings.save({"mysql_user": "u"})
    assert own_file.stat().st_mode & 0o077 == 0


def test_a_damaged_settings_file_gives_one_sentence(own_file: Path) -> None:
    own_file.parent.mkdir()
    own_file.write_text("{")
    with pytest.raises(SettingsError, match="cannot be read"):
        settings.load()


def test_pairs_of_the_command_line_are_checked_like_any_other_source() -> None:
    changed = settings.with_pairs(AnalysisOptions(), {"sampling.target_fps": "6"})
    assert changed.sampling.target_fps == 6.0
    with pytest.raises(SettingsError, match=r"sampling.target_fps=0"):
        settings.with_pairs(AnalysisOptions(), {"sampling.target_fps": "0"})


@pytest.mark.parametrize("name", ["sampling.fps", "smapling.target_fps", "sampling.target_fps.x"])
def test_an_unknown_option_is_named_and_its_neighbours_are_listed(name: str) -> None:
    with pytest.raises(SettingsError, match="no option"):
        with_changes(AnalysisOptions(), {name: 1})


def test_every_listed_name_can_be_set() -> None:
    for name in settings.names():
        owner: object = AnalysisOptions()
        for step in name.split("."):
            owner = getattr(owner, step)
        assert with_changes(AnalysisOptions(), {name: owner}) == AnalysisOptions()
