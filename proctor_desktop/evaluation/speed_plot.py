"""What ``bench`` measured, as a picture."""

from pathlib import Path

from proctor_desktop.evaluation.speed import BenchResult

_OURS, _PLAIN = "#1f6f8b", "#9aa5ab"


def write_plot(result: BenchResult, path: Path) -> None:
    """Speed and stages as a picture at ``path``; its suffix says which kind."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(9, 3.2), layout="constrained")
    speeds, costs = figure.subplots(1, 2, width_ratios=(2, 3))
    workers = [f"{whole.jobs} worker{'s' * (whole.jobs > 1)}" for whole in result.wholes]
    bars = speeds.bar(
        ["plain loop", *workers],
        [result.seconds / result.plain.wall, *(whole.speed for whole in result.wholes)],
        color=[_PLAIN, *[_OURS] * len(workers)],
    )
    speeds.bar_label(bars, fmt="%.1f")
    speeds.set_title("times as fast as the recording plays", fontsize="medium")
    names = [stage.name for stage in result.stages]
    each = [1000 * stage.seconds / result.seconds for stage in result.stages]
    rows = costs.barh(names, each, color=_OURS)
    costs.bar_label(rows, fmt="%.1f", padding=3)
    costs.invert_yaxis()
    costs.set_title("processor ms for a second of recording, each stage alone", fontsize="medium")
    for axes in (speeds, costs):
        axes.spines[["top", "right"]].set_visible(False)
        axes.margins(x=0.1, y=0.12)
    figure.suptitle(
        f"{result.facts.width} x {result.facts.height} {result.facts.codec}, "
        f"{result.cores} cores, medians of {result.rounds}",
        fontsize="medium",
    )
    figure.savefig(path, dpi=130)
