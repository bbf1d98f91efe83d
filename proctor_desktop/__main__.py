"""Start the program: ``python -m proctor_desktop`` and the command ``proctor-desktop``."""

import multiprocessing

from proctor_desktop.cli.app import main

if __name__ == "__main__":
    # a frozen build starts its worker processes with the same executable
    multiprocessing.freeze_support()
    main()
