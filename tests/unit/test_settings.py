"""Settings: one schema, several sources, bounds that hold everywhere."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend

from proctor_desktop import bootstrap, settings
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
    assert [path.stat().st_mode & 0o077 for path in own_file.parent.iterdir()] == [0, 0]


class Drawer(KeyringBackend):
    """A keyring that forgets everything with the test, and counts how often it was asked."""

    priority = 1.0

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.asked = 0

    def get_password(self, service: str, username: str) -> str | None:
        self.asked += 1
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture
def drawer() -> Iterator[Drawer]:
    """A keyring for this test alone."""
    before, made = keyring.get_keyring(), Drawer()
    keyring.set_keyring(made)
    yield made
    keyring.set_keyring(before)


def password() -> str:
    return settings.load().mysql_password.get_secret_value()


def test_the_servers_password_goes_to_the_keyring_and_never_into_the_file(
    own_file: Path, drawer: Drawer
) -> None:
    settings.save({"mysql_host": "db.example", "mysql_password": "secret"})
    assert list(drawer.kept.values()) == ["secret"]
    assert "secret" not in own_file.read_text()
    assert list(own_file.parent.iterdir()) == [own_file]
    assert password() == "secret"
    settings.save({"mysql_password": ""})
    assert drawer.kept == {}
    assert password() == ""


def test_without_a_keyring_the_password_lies_in_a_file_of_its_own(own_file: Path) -> None:
    settings.save({"mysql_host": "db.example", "mysql_password": "secret"})
    assert "secret" not in own_file.read_text()
    assert password() == "secret"
    settings.save({"mysql_password": ""})
    assert list(own_file.parent.iterdir()) == [own_file]


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_a_password_file_that_others_can_read_is_not_used(own_file: Path) -> None:
    settings.save({"mysql_host": "db.example", "mysql_password": "secret"})
    for path in own_file.parent.glob("*.secret"):
        path.chmod(0o644)
    with pytest.raises(SettingsError, match="chmod 600"):
        settings.load()


def test_the_environment_is_stronger_than_the_keyring_which_is_then_not_asked(
    drawer: Drawer, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.save({"mysql_host": "db.example", "mysql_password": "secret"})
    drawer.asked = 0
    monkeypatch.setenv("MYSQL_PASSWORD", "other")
    assert password() == "other"
    monkeypatch.setenv("MYSQL_HOST", "")
    monkeypatch.delenv("MYSQL_PASSWORD")
    assert password() == ""
    assert drawer.asked == 0


def test_a_password_in_the_file_of_an_earlier_version_moves_to_the_keyring(
    own_file: Path, drawer: Drawer
) -> None:
    own_file.parent.mkdir()
    own_file.write_text('{"mysql_host": "db", "mysql_password": "old", "mysql_user": "u"}')
    assert password() == "old"
    assert list(drawer.kept.values()) == ["old"]
    assert json.loads(own_file.read_text()) == {"mysql_host": "db", "mysql_user": "u"}
    assert password() == "old"


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


def test_who_may_end_a_dispute_is_a_setting_that_reaches_the_reviews(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PROCTOR_REVIEW__SENIOR_REVIEWERS", "Grace, Emmy")
    services = bootstrap.build(settings.load(folder=tmp_path), is_service=False)
    try:
        assert services.reviews.seniors == {"Grace", "Emmy"}
    finally:
        services.close()


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("PROCTOR_ANALYSIS__SAMPLING__TARGT_FPS", "PROCTOR_ANALYSIS__SAMPLING__TARGET_FPS"),
        ("proctor_serv__port", "PROCTOR_SERVE__PORT"),
        ("PROCTOR_FOLDRE", "PROCTOR_FOLDER"),
        ("PROCTOR_MODEL", "PROCTOR_MODELS"),
    ],
)
def test_a_mistyped_name_in_the_environment_is_refused_with_the_nearest(
    name: str, nearest: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, "10")
    with pytest.raises(SettingsError, match=rf"{name.upper()} .* nearest name is {nearest}\."):
        settings.load()


def test_a_mistyped_name_in_the_file_of_the_working_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("PROCTOR_KEEP__BIN_DAY=3\nLOG_LEVEL=debug\n")
    with pytest.raises(SettingsError, match="nearest name is PROCTOR_KEEP__BIN_DAYS"):
        settings.load()


def test_every_name_that_is_one_and_those_of_others_are_let_pass(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in (
        ("PROCTOR_SYNC", "{}"),
        ("PROCTOR_KEEP__BIN_DAYS", "3"),
        ("PROCTOR_CLOUD_TENANT", "of another program"),
        ("OTHER__SAMPLING__FPS", "1"),
    ):
        monkeypatch.setenv(name, value)
    assert settings.load().keep.bin_days == 3
    for name in settings.names():
        assert f"PROCTOR_ANALYSIS__{name.replace('.', '__')}".upper() in (
            settings.environment_names()
        )


@pytest.mark.parametrize(
    ("given", "meant"),
    [("staging", "production"), ("Production", "production"), ("", "development")],
)
def test_an_environment_of_other_programs_stops_nothing(
    given: str, meant: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("APP_ENV", given)
    assert settings.load().app_env == meant


@pytest.mark.parametrize(
    ("given", "meant"),
    [("debug", "DEBUG"), ("warn", "WARNING"), ("critical", "ERROR"), ("verbose", "INFO")],
)
def test_a_log_level_of_other_programs_stops_nothing(
    given: str, meant: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOG_LEVEL", given)
    assert settings.load().log_level == meant
