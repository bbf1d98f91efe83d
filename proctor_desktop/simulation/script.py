"""A scenario acted out: who is where, and what the camera does, at any moment."""

from dataclasses import replace

from proctor_desktop.domain.events import Direction
from proctor_desktop.simulation.candidate import Candidate
from proctor_desktop.simulation.cast import looks_of
from proctor_desktop.simulation.habits import Habits, Liveliness, eased
from proctor_desktop.simulation.pose import Pose, half_of
from proctor_desktop.simulation.scenario import Action, Deed, Scenario
from proctor_desktop.simulation.scene import Figure, Photograph, Scene

RAMP_SEC = {
    Action.TURN: 0.35,
    Action.TILT: 0.35,
    Action.BACK: 1.0,
    Action.LOOK: 0.05,
    Action.CLOSE: 0.08,
    Action.STARE: 0.3,
    Action.SMILE: 0.4,
    Action.LAUGH: 0.3,
    Action.YAWN: 1.0,
    Action.MOVE: 0.8,
    Action.APPROACH: 0.8,
    Action.RETREAT: 0.8,
    Action.LEAVE: 1.0,
    Action.VISITOR: 0.5,
    Action.DIM: 0.3,
    Action.BACKLIGHT: 0.3,
    Action.BLUR: 0.15,
}
"""How long each movement takes, there and back: heads and eyes as in gaze shifts of people
(H. H. L. M. Goossens, A. J. van Opstal 1997), the rest as looks natural."""

BACK_DEG = 180.0
"""How far somebody turns who shows the camera their back, as seen from it."""

OUT_OF_VIEW_CM = 14.0
"""How far beyond the edge of the picture a person who left stands."""

VISITOR_PLACE = 0.62
"""Where a visitor's head is, as a share of the way from the middle to the edge."""

POSTER_PLACE = 0.7
"""Where the middle of a portrait on the wall is, likewise."""

POSTER_HEIGHT = 0.12
"""How high above the middle of the picture it hangs, as a share of its distance."""


class Script:
    """Everything that happens in one scenario.

    Raises:
        SettingsError: the scenario names a person who does not exist, or scikit-image is missing.
    """

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self._candidate = Candidate(looks_of(scenario.candidate))
        self._visitor = Candidate(looks_of(scenario.visitor))
        self._lively = Liveliness(scenario.habits, scenario.seconds, scenario.seed)
        still = Habits(scenario.habits.movement, blinks=12.0)
        self._other_lively = Liveliness(still, scenario.seconds, scenario.seed + 1)
        self._half = half_of(scenario.field_of_view)
        self._photographs: dict[Candidate, Photograph] = {}

    def scene(self, time: float) -> Scene:
        """What the camera delivers at ``time`` seconds: of another moment while the feed is frozen
        or runs in a loop."""
        source = self.source_time(time)
        scenario = self.scenario
        people: list[tuple[Figure, Pose]] = [(self._figure(source), self.pose(source))]
        people += [
            (self._visitor, self._other_lively.applied(pose, source))
            for pose in self.visitors(source)
        ]
        people += [(self._portrait(self._visitor), pose) for pose in self._posters(source)]
        light = scenario.light * self._level(Action.DIM, source, 1.0)
        return Scene(
            people=tuple(people),
            light=light * (1.0 - self._share(Action.COVER, source)),
            backlight=self._level(Action.BACKLIGHT, source, scenario.backlight),
            blur=self._amount(Action.BLUR, source),
            noise=self._noise(source),
            instant=round(source * scenario.fps) + 100_003 * scenario.seed,
        )

    def pose(self, time: float) -> Pose:
        """The candidate's true posture: script and habits."""
        restless = self._level(Action.RESTLESS, time, 1.0, scale=1.0)
        lively = self._lively.applied(self.scripted(time), time, restless)
        return _towards_camera(lively, self._share(Action.STARE, time))

    def scripted(self, time: float) -> Pose:
        """The candidate's posture as the script has it, without habits."""
        scenario = self.scenario
        pose = scenario.work
        for deed in scenario.deeds:
            share = _share(deed, time)
            if share > 0:
                pose = pose.moved(**_effect(deed, share, pose, self._half))
        return replace(pose, closed=min(1.0, pose.closed))

    def visitors(self, time: float) -> list[Pose]:
        """Where the second person is, if there is one."""
        found = []
        for deed in self.scenario.deeds:
            edge = deed.amount * self._half + OUT_OF_VIEW_CM
            side = -1.0 if deed.direction is Direction.LEFT else 1.0
            if deed.action is Action.VISITOR and _share(deed, time) > 0:
                place = deed.amount * self._half * VISITOR_PLACE
                x = edge + (place - edge) * _share(deed, time)
                found.append(Pose(x=side * x, y=3.0, distance=deed.amount))
            elif deed.action is Action.CROSSING and deed.onset <= time < deed.offset:
                way = 2 * (time - deed.onset) / deed.duration - 1
                found.append(Pose(x=side * edge * way, y=3.0, distance=deed.amount))
        return found

    def in_view(self, pose: Pose) -> bool:
        """Whether the middle of the face is in the picture (the camera stands level)."""
        return abs(pose.x) < pose.distance * self._half

    def source_time(self, time: float) -> float:
        """The moment whose picture the camera delivers at ``time``."""
        for deed in self.scenario.deeds:
            if deed.onset <= time < deed.offset:
                if deed.action is Action.FREEZE:
                    return deed.onset
                if deed.action is Action.LOOP:
                    return deed.onset - deed.amount + (time - deed.onset) % deed.amount
        return time

    def shows_candidate(self, time: float) -> bool:
        """Whether what is filmed at ``time`` is the living candidate and not a dark picture, a
        print or somebody else."""
        others = (Action.COVER, Action.PHOTOGRAPH, Action.REPLACE)
        return all(self._share(action, time) == 0 for action in others)

    def _figure(self, time: float) -> Figure:
        """Who or what is in the candidate's place."""
        if self._share(Action.PHOTOGRAPH, time) > 0:
            return self._portrait(self._candidate)
        return self._visitor if self._share(Action.REPLACE, time) > 0 else self._candidate

    def _portrait(self, person: Candidate) -> Photograph:
        """A print that shows this person."""
        if person not in self._photographs:
            self._photographs[person] = Photograph(person)
        return self._photographs[person]

    def _posters(self, time: float) -> list[Pose]:
        """Where portraits hang: without a movement, and in nobody's way."""
        found = []
        for deed in self.scenario.deeds:
            if deed.action is Action.POSTER and deed.onset <= time < deed.offset:
                x = deed.amount * self._half * POSTER_PLACE
                side = -1.0 if deed.direction is Direction.LEFT else 1.0
                found.append(Pose(x=side * x, y=deed.amount * POSTER_HEIGHT, distance=deed.amount))
        return found

    def _share(self, action: Action, time: float) -> float:
        """How far the latest deed of this kind is under way, 0 to 1."""
        return max((_share(d, time) for d in self.scenario.deeds if d.action is action), default=0)

    def _amount(self, action: Action, time: float) -> float:
        """Amount of the deeds of this kind under way, eased in and out."""
        return sum(d.amount * _share(d, time) for d in self.scenario.deeds if d.action is action)

    def _level(self, action: Action, time: float, usual: float, scale: float = 0.01) -> float:
        """``usual``, or what a deed given in per cent puts in its place."""
        level = usual
        for deed in self.scenario.deeds:
            if deed.action is action:
                level += (deed.amount * scale - level) * _share(deed, time)
        return level

    def _noise(self, time: float) -> float:
        return self._level(Action.NOISE, time, self.scenario.noise, scale=1.0)


def _share(deed: Deed, time: float) -> float:
    """How far ``deed`` is carried out at ``time``, 0 to 1; at once where it has no ramp."""
    ramp = RAMP_SEC.get(deed.action)
    if ramp is None:
        return float(deed.onset <= time < deed.offset)
    return eased(time, deed.onset, deed.duration, ramp)


def _towards_camera(pose: Pose, share: float) -> Pose:
    """The posture with head and eyes turned so far from the work to the camera."""
    kept = 1.0 - share
    return replace(
        pose,
        yaw=kept * pose.yaw,
        pitch=kept * pose.pitch,
        gaze_horizontal=kept * pose.gaze_horizontal,
        gaze_vertical=kept * pose.gaze_vertical,
    )


EXPRESSIONS = {
    Action.CLOSE: {"closed": 1.0},
    Action.SMILE: {"smile": 1.0},
    Action.LAUGH: {"smile": 1.0, "mouth": 0.35, "closed": 0.75},
    Action.YAWN: {"mouth": 1.0, "closed": 0.8},
}
"""What lids, lips and jaw do."""


def _effect(deed: Deed, share: float, pose: Pose, half: float) -> dict[str, float]:
    """What a deed carried out by ``share`` adds to the candidate's posture."""
    by = deed.amount * share
    sign = -1.0 if deed.direction in (Direction.LEFT, Direction.DOWN) else 1.0
    upright = deed.direction in (Direction.UP, Direction.DOWN)
    if deed.action is Action.TURN:
        return {"pitch" if upright else "yaw": sign * by}
    if deed.action is Action.TILT:
        return {"roll": sign * by}
    if deed.action is Action.BACK:
        return {"yaw": sign * BACK_DEG * share}
    if deed.action is Action.LOOK:
        return {"gaze_vertical" if upright else "gaze_horizontal": sign * by}
    if deed.action in EXPRESSIONS:
        return {name: share * by for name, by in EXPRESSIONS[deed.action].items()}
    if deed.action is Action.MOVE:
        return {"y" if upright else "x": sign * by}
    if deed.action is Action.LEAVE:
        return {"x": (sign * (pose.distance * half + OUT_OF_VIEW_CM) - pose.x) * share}
    if deed.action in (Action.APPROACH, Action.RETREAT):
        return {"distance": -by if deed.action is Action.APPROACH else by}
    return {}
