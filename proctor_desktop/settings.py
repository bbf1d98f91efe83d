"""One typed schema for window, command line and REST: gathers the options of every room.

Sources, the first one wins: arguments, environment (``PROCTOR_...``, ``MYSQL_...``, ``APP_ENV``,
``LOG_LEVEL``), a ``.env`` file in the working folder, the user's own file written by the window,
the keyring (the server's password alone), and the defaults that stand beside the code that reads
them. Nested options are separated by two underscores:
``PROCTOR_ANALYSIS__SAMPLING__TARGET_FPS=10``.
"""

import json
import logging
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, get_type_hints

import platformdirs
from annotated_types import Ge, Gt, Le
from pydantic import AliasChoices, BeforeValidator, Field, SecretStr, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    JsonConfigSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)
from typing_extensions import Doc

from proctor_desktop.domain.errors import SettingsError, StorageError
from proctor_desktop.engine.options import EngineOptions
from proctor_desktop.environment import (
    NESTED,
    PREFIX,
    as_environment,
    as_log_level,
    refuse_mistyped,
)
from proctor_desktop.paths import APPLICATION, user_folder
from proctor_desktop.pipeline import AnalysisOptions, with_changes
from proctor_desktop.report.evidence import EvidenceOptions
from proctor_desktop.services.jobs import QueueOptions
from proctor_desktop.services.review_options import ReviewOptions
from proctor_desktop.storage.secret_box import SecretBox
from proctor_desktop.sync.options import SyncOptions

logger = logging.getLogger(__name__)

_PASSWORD = "mysql_password"


@dataclass(frozen=True, slots=True)
class ServeOptions:
    """How the REST service listens, and how much it takes."""

    host: Annotated[str, Doc("Address to listen on; only loopback works without key and TLS.")] = (
        "127.0.0.1"
    )
    port: Annotated[int, Ge(1), Le(65535), Doc("Port to listen on.")] = 8000
    tls_certificate: Annotated[str, Doc("Certificate file (PEM), empty for none.")] = ""
    tls_key: Annotated[str, Doc("Private key file (PEM), empty for none.")] = ""
    behind_proxy: Annotated[
        bool, Doc("A reverse proxy in front ends TLS and forwards only what it should.")
    ] = False
    allowed_hosts: Annotated[
        str, Doc("Host names that callers may use, separated by commas, besides loopback.")
    ] = ""
    max_upload_mb: Annotated[
        int, Gt(0), Le(100_000), Doc("Largest accepted upload in megabytes.")
    ] = 4_000
    idle_timeout_sec: Annotated[
        float, Gt(0), Le(600), Doc("Seconds without a byte after which an upload is closed.")
    ] = 30.0
    min_rate_kb: Annotated[
        float, Ge(0), Doc("Slowest accepted upload in kilobytes a second, over 30 seconds.")
    ] = 8.0


@dataclass(frozen=True, slots=True)
class KeepOptions:
    """What is kept on this workstation, and for how long."""

    retention_days: Annotated[
        int, Ge(0), Doc("Days after which evidence and details are erased; 0 keeps them.")
    ] = 0
    bin_days: Annotated[
        int,
        Ge(0),
        Le(3650),
        Doc("Days that a deleted report stays in the bin; 0 erases it at once."),
    ] = 30
    encrypt_evidence: Annotated[
        bool, Doc("Encrypt evidence pictures on the disk with a key kept outside the folder.")
    ] = False
    key_file: Annotated[
        str, Doc("File of the encryption key, for computers without a keyring; empty for none.")
    ] = ""
    min_free_mb: Annotated[
        int, Ge(0), Doc("Free disk space in megabytes below which no analysis is started.")
    ] = 500


@dataclass(frozen=True, slots=True)
class WindowOptions:
    """How the window looks."""

    theme: Annotated[Literal["system", "light", "dark"], Doc("Colours of the window.")] = "system"
    language: Annotated[
        Literal["system", "en", "de"], Doc("Language of the window, after a restart.")
    ] = "system"


def user_file() -> Path:
    """File of the settings that the window writes; another one may be named for tests."""
    named = os.environ.get("PROCTOR_SETTINGS_FILE")
    return (
        Path(named)
        if named
        else Path(platformdirs.user_config_dir(APPLICATION, False)) / ("settings.json")
    )


def _mysql(name: str) -> AliasChoices:
    return AliasChoices(f"mysql_{name}", f"MYSQL_{name.upper()}")


class Settings(BaseSettings):
    """Everything that can be set, validated."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_nested_delimiter=NESTED,
        env_file=".env",
        env_file_encoding="utf-8",
        extra="ignore",
        frozen=True,
        populate_by_name=True,
    )

    folder: Annotated[Path, Doc("Folder of database, evidence and unfinished work.")] = Field(
        default_factory=user_folder
    )
    app_env: Annotated[
        Literal["development", "production"],
        BeforeValidator(as_environment),
        Doc("In production /docs and /redoc need a key."),
    ] = Field(default="development", validation_alias=AliasChoices("app_env", "APP_ENV"))
    log_level: Annotated[
        Literal["DEBUG", "INFO", "WARNING", "ERROR"],
        BeforeValidator(as_log_level),
        Doc("How much is written to the log."),
    ] = Field(default="INFO", validation_alias=AliasChoices("log_level", "LOG_LEVEL"))

    mysql_host: Annotated[str, Doc("The centre's MySQL server; empty for none.")] = Field(
        default="", validation_alias=_mysql("host")
    )
    mysql_port: Annotated[int, Ge(1), Le(65535), Doc("Port of the MySQL server.")] = Field(
        default=3306, validation_alias=_mysql("port")
    )
    mysql_user: Annotated[str, Doc("Account on the MySQL server.")] = Field(
        default="proctor", validation_alias=_mysql("user")
    )
    mysql_password: Annotated[
        SecretStr, Doc("Password of that account; the window keeps it in the keyring.")
    ] = Field(default=SecretStr(""), validation_alias=_mysql("password"))
    mysql_database: Annotated[str, Doc("Name of the database on the server.")] = Field(
        default="proctoring", validation_alias=_mysql("database")
    )
    mysql_ssl_ca: Annotated[
        str, Doc("Certificate file of the authority that signed the server's certificate.")
    ] = Field(default="", validation_alias=_mysql("ssl_ca"))
    mysql_verify_identity: Annotated[
        bool, Doc("Require that the server's certificate names its host.")
    ] = Field(default=True, validation_alias=_mysql("verify_identity"))

    analysis: AnalysisOptions = Field(default_factory=AnalysisOptions)
    engine: EngineOptions = Field(default_factory=EngineOptions)
    serve: ServeOptions = Field(default_factory=ServeOptions)
    queue: QueueOptions = Field(default_factory=QueueOptions)
    sync: SyncOptions = Field(default_factory=SyncOptions)
    keep: KeepOptions = Field(default_factory=KeepOptions)
    review: ReviewOptions = Field(default_factory=ReviewOptions)
    evidence: EvidenceOptions = Field(default_factory=EvidenceOptions)
    window: WindowOptions = Field(default_factory=WindowOptions)

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Order of the sources, strongest first.

        Raises:
            SettingsError: a name in the environment was mistyped.
        """
        for source in (env_settings, dotenv_settings):
            if isinstance(source, EnvSettingsSource):
                refuse_mistyped(source.env_vars, environment_names())
        own = JsonConfigSettingsSource(settings_cls, json_file=user_file())
        return init_settings, env_settings, dotenv_settings, own, _KeptPassword(settings_cls)


class _KeptPassword(PydanticBaseSettingsSource):
    """The server's password from the keyring, asked for only where it is needed and not given."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        """Nothing field by field: this source answers as a whole."""
        return None, field_name, False

    def __call__(self) -> dict[str, Any]:
        stronger = self.current_state
        if stronger.get(_PASSWORD) or not stronger.get("mysql_host"):
            return {}
        try:
            kept = _secrets().get(_PASSWORD)
        except StorageError as error:
            raise SettingsError(str(error)) from error
        return {} if kept is None else {_PASSWORD: kept}


def _secrets() -> SecretBox:
    """Where the password is kept: for each settings file another one."""
    path = user_file()
    return SecretBox(path.parent, f" {path}" if "PROCTOR_SETTINGS_FILE" in os.environ else "")


def load(**arguments: Any) -> Settings:
    """Settings of all sources.

    Raises:
        SettingsError: a value is out of bounds; the message names it and its limits.
    """
    try:
        _move_password_out()
        return Settings(**arguments)
    except ValidationError as error:
        raise SettingsError(_sentence(error)) from error
    except (OSError, json.JSONDecodeError) as error:
        raise SettingsError(f"The settings file {user_file()} cannot be read: {error}.") from error


def _sentence(error: ValidationError) -> str:
    problems = (
        f"{'.'.join(str(step) for step in problem['loc'])} = {problem['input']!r}: {problem['msg']}"
        for problem in error.errors()
    )
    return f"A setting cannot be used. {'; '.join(problems)}."


def save(changes: Mapping[str, Any]) -> None:
    """Write dotted names and values to the user's file; what was there and is not named stays.

    The server's password goes to the keyring, or to a file of its own where there is none.

    Raises:
        SettingsError: the result would not load; the file is left as it was.
        StorageError: the password could not be kept.
    """
    path = user_file()
    content = json.loads(path.read_text("utf-8")) if path.exists() else {}
    for name, value in changes.items():
        if name == _PASSWORD:
            continue
        *groups, last = name.split(".")
        level = content
        for group in groups:
            level = level.setdefault(group, {})
        level[last] = value
    previous = path.read_bytes() if path.exists() else None
    _write(content)
    try:
        load()
    except SettingsError:
        if previous is None:
            path.unlink()
        else:
            path.write_bytes(previous)
        raise
    if _PASSWORD in changes:
        _secrets().put(_PASSWORD, str(changes[_PASSWORD]))


def _write(content: Mapping[str, Any]) -> None:
    path = user_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    part.touch(mode=0o600)  # it names the centre's server and the account there
    part.write_text(json.dumps(content, indent=2, sort_keys=True), "utf-8")
    part.replace(path)


def _move_password_out() -> None:
    """Take the password out of a settings file of an earlier version, into the keyring."""
    path = user_file()
    if not path.exists() or f'"{_PASSWORD}"' not in path.read_text("utf-8"):
        return
    content = json.loads(path.read_text("utf-8"))
    try:
        _secrets().put(_PASSWORD, content[_PASSWORD])
    except StorageError as error:
        logger.warning("the server's password stays in %s: %s", path, error)
        return
    _write({name: value for name, value in content.items() if name != _PASSWORD})


def with_pairs(options: AnalysisOptions, pairs: Mapping[str, str]) -> AnalysisOptions:
    """Analysis options with ``--set name=value`` pairs applied, each checked against its bounds.

    Raises:
        SettingsError: no such option, or the value is out of its bounds.
    """
    changes: dict[str, object] = {}
    for name, text in pairs.items():
        try:
            changes[name] = TypeAdapter(_annotation(name)).validate_python(text)
        except ValidationError as error:
            raise SettingsError(f"{name}={text}: {error.errors()[0]['msg']}.") from error
    return with_changes(options, changes)


def _annotation(name: str) -> Any:
    """Type and bounds of the option with a dotted name; anything where there is none."""
    owner: Any = AnalysisOptions
    for step in name.split("."):
        hints = get_type_hints(owner, include_extras=True) if _is_options(owner) else {}
        owner = hints.get(step, Any)
    return owner


def _is_options(owner: Any) -> bool:
    return isinstance(owner, type) and hasattr(owner, "__dataclass_fields__")


def names(owner: Any = AnalysisOptions, prefix: str = "") -> list[str]:
    """Dotted names of all analysis options, in the order of their declaration."""
    hints = get_type_hints(owner)
    found: list[str] = []
    for entry in fields(owner):
        inner, name = hints[entry.name], f"{prefix}{entry.name}"
        found += names(inner, f"{name}.") if _is_options(inner) else [name]
    return found


@cache
def environment_names() -> frozenset[str]:
    """Every name that the environment may give a setting, groups as a whole too."""
    found = []
    for name, field in Settings.model_fields.items():
        inner = names(field.annotation, f"{name}.") if _is_options(field.annotation) else []
        found += [name, *inner, *_groups(inner)]
    return frozenset(f"{PREFIX}{name.replace('.', NESTED)}".upper() for name in found)


def _groups(dotted: Iterable[str]) -> set[str]:
    """Names of the groups that options lie in."""
    steps = (name.split(".")[:-1] for name in dotted)
    return {".".join(path[:depth]) for path in steps for depth in range(1, len(path) + 1)}
