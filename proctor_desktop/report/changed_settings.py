"""Which settings a report was made with that are not as they were delivered, in words."""

from collections.abc import Collection, Mapping

TOLD_ELSEWHERE = frozenset(
    {"exam.begins_sec", "exam.ends_sec", "sampling.rotate", "sampling.track", "dots.are_shown"}
)
"""What belongs to one recording; notices of their own speak of it."""


def changed_settings(
    settings: Mapping[str, object],
    delivered: Mapping[str, object],
    told: Collection[str] = (),
) -> list[str]:
    """Each setting that differs, in the order of the names.

    Args:
        settings, delivered: values by dotted name; what only one of them has is left out.
        told: names that an accommodation changed, which speaks for itself.
    """
    return [
        f"{name} is {_words(settings[name])} in place of {_words(delivered[name])}"
        for name in sorted(settings.keys() & delivered.keys() - TOLD_ELSEWHERE - set(told))
        if settings[name] != delivered[name]
    ]


def _words(value: object) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    if value is None or value == "":
        return "none"
    return f"{value:g}" if isinstance(value, float) else str(value)
