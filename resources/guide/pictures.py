#!/usr/bin/env python3
"""Make the pictures of the report that README and guide show, from a fresh demonstration.

    .venv/bin/python resources/guide/pictures.py

Needs Chromium, which ``resources/setup.py test`` installs on Debian.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

HERE = Path(__file__).resolve().parent
WIDTH, HEIGHT = 1120, 2900
PARTS = {"report.png": (0, 560), "timelines.png": (1225, 2065), "incident.png": (2080, 2495)}
"""Name of each picture, and which rows of the page it shows."""

BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def main() -> None:
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        sys.exit("pictures: Chromium is not installed.")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run(
            [sys.executable, "-m", "proctor_desktop", "demo", "--no-store", "--output", folder],
            check=True,
        )
        page = folder / "page.png"
        subprocess.run(
            [
                browser,
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                f"--window-size={WIDTH},{HEIGHT}",
                f"--screenshot={page}",
                (folder / "demo.html").as_uri(),
            ],
            check=True,
        )
        whole = Image.open(page).convert("RGB")
    for file, (top, bottom) in PARTS.items():
        whole.crop((0, top, WIDTH, bottom)).save(HERE / file, optimize=True)
        print(HERE / file)


if __name__ == "__main__":
    main()
