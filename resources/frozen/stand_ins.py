"""Empty modules in place of large ones that libraries import and never use here.

PyInstaller runs this file before the frozen program, see build.spec. MediaPipe imports matplotlib
for drawings that nothing asks for; pyqtgraph imports OpenGL for curves that are drawn without it.
"""

import sys
from types import ModuleType


def stand_in(name: str, **content: object) -> None:
    """Let ``import name`` give a module that holds nothing else."""
    module = ModuleType(name)
    vars(module).update(content)
    sys.modules[name] = module
    parent, _, child = name.rpartition(".")
    if parent in sys.modules:
        setattr(sys.modules[parent], child, module)


stand_in("matplotlib")
stand_in("matplotlib.pyplot")
stand_in("PySide6.QtOpenGL")
stand_in("PySide6.QtOpenGLWidgets", QOpenGLWidget=object)
