"""A report that could not be kept at once is not lost: it stays in memory until it is."""

from collections.abc import Callable

from proctor_desktop.domain.errors import StorageError
from proctor_desktop.services.analyses import Finished

Save = Callable[[Finished], None]
"""Keeps a report, as `ReportService.save` does."""


class NotKeptError(StorageError):
    """A finished report was not kept, for instance on a full disk; `again` tries it once more.

    Attributes:
        finished: the report with everything that it was made of.
    """

    def __init__(self, sentence: str, finished: Finished, save: Save) -> None:
        super().__init__(sentence)
        self.finished = finished
        self._save = save

    def again(self) -> Finished:
        """Keep it now; from any thread.

        Raises:
            NotKeptError: it still cannot be kept.
        """
        return kept(self.finished, self._save)


def kept(finished: Finished, save: Save) -> Finished:
    """The report, which ``save`` has kept.

    Raises:
        NotKeptError: it was not; the error holds it.
    """
    try:
        save(finished)
    except StorageError as refusal:
        raise NotKeptError(
            f"{refusal} The report is held until the program ends; save it again before that.",
            finished,
            save,
        ) from refusal
    return finished
