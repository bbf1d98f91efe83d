"""Scenarios: what a simulated candidate does when, as text that a person can write.

A scenario is a list of facts and deeds, one a line; ``#`` begins a comment:

    title: Looks to the right twice
    seconds: 60
    reading: yes
    at 12 s turn right 30 deg for 3 s
    at 30 s look left 28 deg for 1.2 s

A deed begins at its time; from the end of its duration on it is undone. Movements of head, eyes and
seat ease in and out with the ramps of `proctor_desktop.simulation.script`.
"""

from dataclasses import dataclass, field, fields
from enum import Enum

from proctor_desktop.domain.errors import SettingsError
from proctor_desktop.domain.events import Direction
from proctor_desktop.paths import resource
from proctor_desktop.simulation.habits import Habits
from proctor_desktop.simulation.pose import HORIZONTAL_FIELD_DEG, PinholeCamera, Pose

FOLDER = "scenarios"
SUFFIX = ".txt"


class ScenarioError(SettingsError):
    """A scenario cannot be read; the message names the line."""


class Action(Enum):
    """What can be done; the value is the word in the text."""

    TURN = "turn"
    TILT = "tilt"
    BACK = "back"
    LOOK = "look"
    CLOSE = "close"
    STARE = "stare"
    SMILE = "smile"
    LAUGH = "laugh"
    YAWN = "yawn"
    MOVE = "move"
    APPROACH = "approach"
    RETREAT = "retreat"
    RESTLESS = "restless"
    LEAVE = "leave"
    VISITOR = "visitor"
    CROSSING = "crossing"
    POSTER = "poster"
    REPLACE = "replace"
    PHOTOGRAPH = "photograph"
    FREEZE = "freeze"
    LOOP = "loop"
    COVER = "cover"
    DIM = "dim"
    BACKLIGHT = "backlight"
    BLUR = "blur"
    NOISE = "noise"


_SIDES = (Direction.LEFT, Direction.RIGHT)
_ANY = tuple(Direction)


@dataclass(frozen=True, slots=True)
class Usage:
    """What stands behind an action's word.

    Attributes:
        directions: those that may follow; none where the action has no direction.
        unit: of the amount that follows, None where there is no amount.
        lowest, highest: bounds of the amount.
        meaning: one sentence for people who write scenarios.
    """

    directions: tuple[Direction, ...]
    unit: str | None
    lowest: float
    highest: float
    meaning: str


USAGE = {
    Action.TURN: Usage(_ANY, "deg", 0.1, 80, "turns the head, the eyes go with it"),
    Action.TILT: Usage(_SIDES, "deg", 0.1, 45, "tilts the head towards a shoulder"),
    Action.BACK: Usage(_SIDES, None, 0, 0, "turns round over this side, the back to the camera"),
    Action.LOOK: Usage(_ANY, "deg", 0.1, 45, "turns the eyes alone"),
    Action.CLOSE: Usage((), None, 0, 0, "closes the eyes"),
    Action.STARE: Usage((), None, 0, 0, "looks straight into the camera, wherever the screen is"),
    Action.SMILE: Usage((), None, 0, 0, "smiles broadly"),
    Action.LAUGH: Usage((), None, 0, 0, "laughs with narrowed eyes"),
    Action.YAWN: Usage((), None, 0, 0, "yawns"),
    Action.MOVE: Usage(_ANY, "cm", 0.1, 60, "moves the whole person"),
    Action.APPROACH: Usage((), "cm", 0.1, 40, "comes nearer to the camera"),
    Action.RETREAT: Usage((), "cm", 0.1, 200, "goes farther from the camera"),
    Action.RESTLESS: Usage((), "x", 0, 20, "sways by this factor more than usual"),
    Action.LEAVE: Usage(_SIDES, None, 0, 0, "leaves the picture on one side and comes back"),
    Action.VISITOR: Usage(_SIDES, "cm", 35, 300, "a second person, so far from the camera"),
    Action.CROSSING: Usage(_SIDES, "cm", 25, 300, "a second person walks across to this side"),
    Action.POSTER: Usage(_SIDES, "cm", 60, 300, "a portrait on the wall, like a face so far away"),
    Action.REPLACE: Usage((), None, 0, 0, "another person sits in the candidate's place"),
    Action.PHOTOGRAPH: Usage((), None, 0, 0, "a printed portrait is held up instead"),
    Action.FREEZE: Usage((), None, 0, 0, "the camera delivers the same picture again and again"),
    Action.LOOP: Usage((), "s", 0.2, 60, "the last seconds are played again and again"),
    Action.COVER: Usage((), None, 0, 0, "the lens is covered"),
    Action.DIM: Usage((), "%", 0, 300, "light, compared with an office by day"),
    Action.BACKLIGHT: Usage((), "%", 0, 100, "strength of a window behind the person"),
    Action.BLUR: Usage((), "px", 0.1, 50, "the camera is out of focus"),
    Action.NOISE: Usage((), "levels", 0, 50, "sensor noise in grey levels"),
}


@dataclass(frozen=True, slots=True)
class Deed:
    """One line of the script; times in seconds, amount in the unit of its `Usage`."""

    onset: float
    duration: float
    action: Action
    direction: Direction | None = None
    amount: float = 0.0

    @property
    def offset(self) -> float:
        """When it begins to be undone."""
        return self.onset + self.duration


@dataclass(frozen=True)
class Scenario:
    """A recording to be made.

    Attributes:
        name: of the file it came from, without suffix.
        title: one line for people.
        seconds: length of the recording.
        fps: pictures a second.
        width, height: of the picture in pixels.
        seed: of everything that happens by chance.
        candidate, visitor: names in `proctor_desktop.simulation.cast`.
        distance, x, y: seat in centimetres, as in `Pose`.
        yaw, pitch, gaze_horizontal, gaze_vertical: how the candidate sits at work, as in `Pose`:
            where the screen is, as seen from the camera.
        field_of_view: of the camera from left to right, in degrees.
        light, backlight: as in `Scene`.
        noise: standard deviation of the sensor noise in grey levels.
        habits: what the candidate does all the time.
        deeds: the script, in the order of the text.
    """

    name: str
    title: str
    seconds: float
    fps: float = 15.0
    width: int = 640
    height: int = 480
    seed: int = 1
    candidate: str = "portrait"
    visitor: str = "visitor"
    distance: float = 60.0
    x: float = 0.0
    y: float = 0.0
    yaw: float = 0.0
    pitch: float = 0.0
    gaze_horizontal: float = 0.0
    gaze_vertical: float = 0.0
    field_of_view: float = HORIZONTAL_FIELD_DEG
    light: float = 1.0
    backlight: float = 0.0
    noise: float = 2.0
    habits: Habits = field(default_factory=Habits)
    deeds: tuple[Deed, ...] = ()

    @property
    def camera(self) -> PinholeCamera:
        """What films it."""
        return PinholeCamera(self.width, self.height, self.field_of_view)

    @property
    def work(self) -> Pose:
        """How the candidate sits while nothing happens."""
        return Pose(
            yaw=self.yaw,
            pitch=self.pitch,
            gaze_horizontal=self.gaze_horizontal,
            gaze_vertical=self.gaze_vertical,
            x=self.x,
            y=self.y,
            distance=self.distance,
        )

    @classmethod
    def parse(cls, text: str, name: str = "scenario") -> "Scenario":
        """The scenario that ``text`` describes.

        Raises:
            ScenarioError: a line cannot be understood; the message says which and why.
        """
        facts: dict[str, object] = {}
        habits: dict[str, float | bool] = {}
        deeds = []
        for number, line in enumerate(text.splitlines(), start=1):
            words = line.split("#", 1)[0].split()
            if not words:
                continue
            try:
                if words[0] == "at":
                    deeds.append(_deed(words[1:]))
                else:
                    _add_fact(" ".join(words), facts, habits)
            except ValueError as error:
                raise ScenarioError(f"Line {number} of {name}: {error}") from error
        for fact in ("title", "seconds"):
            if fact not in facts:
                raise ScenarioError(f"{name} does not say its {fact}; add a line '{fact}: ...'.")
        scenario = cls(name, habits=Habits(**habits), deeds=tuple(deeds), **facts)  # type: ignore[arg-type]  # each fact was converted to its field's type
        for deed in deeds:
            if deed.offset > scenario.seconds:
                raise ScenarioError(
                    f"{name} ends at {scenario.seconds:g} s, before the {deed.action.value} "
                    f"at {deed.onset:g} s is over."
                )
        return scenario

    @classmethod
    def load(cls, name: str) -> "Scenario":
        """The scenario of this name that ships with the program.

        Raises:
            ScenarioError: there is none, or it cannot be read.
        """
        if name not in scenario_names():
            known = ", ".join(scenario_names())
            raise ScenarioError(f"There is no scenario {name}; there are: {known}.")
        text = resource(f"{FOLDER}/{name}{SUFFIX}").read_text(encoding="utf-8")
        return cls.parse(text, name)


def scenario_names() -> list[str]:
    """Names of the scenarios that ship with the program, sorted; ``folder/name`` in a subfolder."""
    root = resource(FOLDER)
    paths = root.rglob(f"*{SUFFIX}")
    return sorted(path.relative_to(root).with_suffix("").as_posix() for path in paths)


_NUMBERS = (
    *("seconds", "fps", "distance", "x", "y", "yaw", "pitch", "gaze_horizontal", "gaze_vertical"),
    *("field_of_view", "light", "backlight", "noise"),
)
_HABITS = {item.name: item.type for item in fields(Habits)}


def _add_fact(line: str, facts: dict[str, object], habits: dict[str, float | bool]) -> None:
    """One line ``key: value`` into ``facts`` or ``habits``."""
    key, colon, value = (part.strip() for part in line.partition(":"))
    if not colon:
        raise ValueError(f"expected 'key: value' or 'at ... s ...', found '{line}'")
    if key in facts or key in habits:
        raise ValueError(f"'{key}' is said twice")
    if key in ("title", "candidate", "visitor"):
        facts[key] = value
    elif key == "seed":
        facts[key] = int(_number(value))
    elif key == "size":
        facts["width"], facts["height"] = _size(value)
    elif key == "reading":
        if value not in ("yes", "no"):
            raise ValueError(f"'reading' is yes or no, not '{value}'")
        habits[key] = value == "yes"
    elif key in _HABITS:
        habits[key] = _number(value)
    elif key in _NUMBERS:
        facts[key] = _number(value)
    else:
        raise ValueError(f"'{key}' is not known")


def _size(text: str) -> tuple[int, int]:
    """Width and height of ``640x480``: even, as H.264 needs them."""
    width, _, height = text.partition("x")
    if not (width.isdigit() and height.isdigit()) or int(width) % 2 or int(height) % 2:
        raise ValueError(f"a size is two even numbers like 640x480, not '{text}'")
    return int(width), int(height)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise ValueError(f"'{text}' is not a number") from None


def _deed(words: list[str]) -> Deed:
    """The deed of a line without its leading ``at``."""
    rest = list(words)
    onset = _quantity(rest, "s", "the time")
    word = rest.pop(0) if rest else ""
    action = next((known for known in Action if known.value == word), None)
    if action is None:
        known_words = ", ".join(known.value for known in Action)
        raise ValueError(f"'{word}' is not a deed; there are: {known_words}")
    usage = USAGE[action]
    direction = _direction(rest, action) if usage.directions else None
    amount = 0.0
    if usage.unit is not None:
        amount = _quantity(rest, usage.unit, f"how far to {word}")
        if not usage.lowest <= amount <= usage.highest:
            raise ValueError(
                f"{word} takes {usage.lowest:g} to {usage.highest:g} {usage.unit}, not {amount:g}"
            )
    if not rest or rest.pop(0) != "for":
        raise ValueError(f"'{word}' must end with 'for ... s'")
    duration = _quantity(rest, "s", "the duration")
    if rest:
        raise ValueError(f"'{' '.join(rest)}' is one word too many")
    if onset < 0 or duration <= 0:
        raise ValueError("times count from 0 and durations are longer than 0")
    return Deed(onset, duration, action, direction, amount)


def _direction(rest: list[str], action: Action) -> Direction:
    """Takes the direction that must follow ``action``."""
    allowed = USAGE[action].directions
    word = rest.pop(0) if rest else ""
    for direction in allowed:
        if direction.value == word:
            return direction
    choices = ", ".join(direction.value for direction in allowed)
    raise ValueError(f"'{action.value}' needs a direction ({choices}), not '{word}'")


def _quantity(rest: list[str], unit: str, what: str) -> float:
    """Takes a number and its unit, apart (``3 s``) or together (``3s``)."""
    if not rest:
        raise ValueError(f"{what} is missing")
    text = rest.pop(0)
    if text.endswith(unit) and text != unit:
        return _number(text[: -len(unit)])
    if not rest or rest[0] != unit:
        raise ValueError(f"{what} must be given in {unit}, like '3 {unit}'")
    rest.pop(0)
    return _number(text)
