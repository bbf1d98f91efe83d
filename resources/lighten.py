"""Take out of the program's own environment what came with its libraries and is never loaded.

MediaPipe's wheel asks for a library of differentiable arrays, for one of sound and for a second
OpenCV, which the program never imports; PySide6 brings a web browser, a 3D engine and the tools of
its developers. Together they are more than half of what is installed. Only the environment that
``setup.py`` made is touched, and on Linux only, where this was tried.
"""

import shutil
import subprocess
import sys
from pathlib import Path

NEVER_IMPORTED = ("jax", "jaxlib", "opt_einsum", "sounddevice", "opencv-contrib-python")
ONLY_FOR_TESTS = ("scipy", "networkx")
"""What scikit-image would need; of it the demonstration reads one photograph, as a file."""
LOADED_MODULES = (
    "Core", "DBus", "Gui", "Multimedia", "MultimediaWidgets", "Network", "OpenGL",
    "OpenGLWidgets", "PrintSupport", "Svg", "SvgWidgets", "Test", "Widgets",
)  # fmt: skip
LINKED_MODULES = (
    *LOADED_MODULES, "Concurrent", "EglFSDeviceIntegration", "FFmpegStub-crypto", "FFmpegStub-ssl",
    "FFmpegStub-va", "FFmpegStub-va-drm", "FFmpegStub-va-x11", "Qml", "QmlMeta", "QmlModels",
    "QmlWorkerScript", "Quick", "WaylandClient", "WlShellIntegration", "XcbQpa",
)  # fmt: skip
"""Beside those that are imported: what they and their plugins for windows and sound link to."""
UNUSED_FOLDERS = (
    "Qt/qml", "Qt/libexec", "Qt/metatypes", "Qt/resources", "Qt/plugins/designer",
    "Qt/plugins/qmltooling", "Qt/plugins/qmlls", "Qt/plugins/qmllint", "Qt/plugins/sqldrivers",
    "Qt/translations/qtwebengine_locales", "examples", "include", "typesystems", "glue", "doc",
)  # fmt: skip
UNUSED_PLUGINS = ("platforminputcontexts/libqtvirtualkeyboardplugin.so", "imageformats/libqpdf.so")
TOOLS = (
    "assistant", "balsam", "balsamui", "designer", "linguist", "lrelease", "lupdate", "qmlcachegen",
    "qmlformat", "qmlimportscanner", "qmllint", "qmlls", "qmltyperegistrar", "qsb", "rcc",
    "svgtoqml", "uic",
)  # fmt: skip


def site_packages(python: Path) -> Path:
    """Where an interpreter's libraries lie."""
    command = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    return Path(subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip())


def installed(folder: Path, name: str) -> str:
    """Version of a library in a folder of libraries, empty for none."""
    pattern = f"{name.replace('-', '_')}-*.dist-info"
    found = next(iter(folder.glob(pattern)), None)
    return found.name.removesuffix(".dist-info").rpartition("-")[2] if found else ""


def lighten(python: Path, extra: str) -> None:
    """Take out what is never loaded where the project was installed with ``extra``."""
    if not sys.platform.startswith("linux"):
        return
    folder = site_packages(python)
    unused = NEVER_IMPORTED if extra == "test" else NEVER_IMPORTED + ONLY_FOR_TESTS
    drop_libraries(python, folder, unused)
    drop_parts_of_qt(folder / "PySide6")


def drop_libraries(python: Path, folder: Path, names: tuple[str, ...]) -> None:
    """Uninstall what only parts of MediaPipe would use that are never called."""
    found = [name for name in names if installed(folder, name)]
    if not found:
        return
    pip = [str(python), "-m", "pip", "--disable-pip-version-check"]
    subprocess.run([*pip, "uninstall", "--quiet", "--yes", *found], check=True)
    if "opencv-contrib-python" in found:  # it lay over the files of the OpenCV that is used
        wheel = f"opencv-python=={installed(folder, 'opencv-python')}"
        again = ["install", "--quiet", "--force-reinstall", "--no-deps", wheel]
        subprocess.run([*pip, *again], check=True)


def drop_parts_of_qt(qt: Path) -> None:
    """Delete modules, libraries and tools of Qt that the window never loads."""
    for name in UNUSED_FOLDERS:
        shutil.rmtree(qt / name, ignore_errors=True)
    for name in (*TOOLS, *(f"Qt/plugins/{each}" for each in UNUSED_PLUGINS)):
        (qt / name).unlink(missing_ok=True)
    for module in qt.glob("Qt*.abi3.so"):
        if module.name.removeprefix("Qt").removesuffix(".abi3.so") not in LOADED_MODULES:
            module.unlink()
    for library in (qt / "Qt/lib").glob("libQt6*"):
        if library.name.removeprefix("libQt6").partition(".")[0] not in LINKED_MODULES:
            library.unlink()
    for copy in (*(qt / "Qt/lib").glob("lib*.so"), *(qt / "Qt/lib").glob("lib*.so.*.*")):
        copy.unlink()  # three copies of each decoder; one is called by its short name
    for words in (qt / "Qt/translations").glob("*.qm"):
        if not words.name.startswith("qtbase_"):
            words.unlink()
