"""Options of reviews, apart from them: settings read them without loading a database."""

from dataclasses import dataclass
from typing import Annotated

from typing_extensions import Doc


@dataclass(frozen=True, slots=True)
class ReviewOptions:
    """Who may do what in a review."""

    senior_reviewers: Annotated[
        str, Doc("Names that may end a dispute, separated by commas; empty lets everybody.")
    ] = ""
