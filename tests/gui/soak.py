"""Long runs of the window's tests: `python -m tests.gui.soak CASE`.

    live [--minutes 60]   capture from a simulated camera, watched by a watchdog
    kills [--times 10]    kill -9 of the window at random moments of analysis and review, of at
                          most --longest seconds
    memory [--times 20]   short recordings watched one after another, then a review
    frames                130,000 samples and 10,000 incidents, scrolled and zoomed

A screen is needed (`xvfb-run`), or `QT_QPA_PLATFORM=offscreen`. The checks run the same cases for
some seconds.
"""

import argparse
import os
import sys
import tempfile
from pathlib import Path


def main() -> int:
    """Run the case that is named on the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.gui.soak", description=__doc__)
    parser.add_argument("case", choices=("live", "kills", "memory", "frames"))
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--times", type=int, default=20)
    parser.add_argument("--longest", type=float, default=8.0)
    parser.add_argument("--folder", type=Path, default=None, help="kept for another look")
    parser.add_argument("--trace", action="store_true", help="write the stacks of late beats")
    chosen = parser.parse_args()
    folder = chosen.folder or Path(tempfile.mkdtemp(prefix="proctor-soak-"))
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["PROCTOR_SETTINGS_FILE"] = str(folder / "settings.json")
    # after the settings of whoever runs it are out of the way
    from tests.gui import frame_rate, live_run, memory

    if chosen.case == "frames":
        return frame_rate.main()
    if chosen.case == "memory":
        return memory.main(folder, chosen.times)
    if chosen.case == "kills":
        return _kills(folder, chosen.times, chosen.longest)
    return live_run.main(folder, chosen.minutes, is_traced=chosen.trace)


def _kills(folder: Path, times: int, longest_sec: float) -> int:
    """Analyse the demo once, then kill the window over it."""
    from proctor_desktop import bootstrap
    from proctor_desktop.domain.report import Subject
    from proctor_desktop.services.analyses import Request
    from proctor_desktop.settings import load
    from proctor_desktop.simulation.recorder import record
    from proctor_desktop.simulation.scenario import Scenario
    from tests.gui.conftest import SCENARIO
    from tests.gui.killing import kills

    video, workstation = folder / "candidate.mp4", folder / "workstation"
    record(Scenario.parse(SCENARIO), video)
    workstation.mkdir()
    settings = load(folder=workstation)
    services = bootstrap.build(settings, is_service=False)
    services.reports.save(
        services.analyses.analyze(Request(video, Subject("STU-1", "MATH-101"), settings.analysis))
    )
    services.close()
    kills(workstation, video, times, longest_sec=longest_sec)
    return 0


if __name__ == "__main__":
    sys.exit(main())
