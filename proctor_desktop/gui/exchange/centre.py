"""How this workstation and the centre stand, and what can be done about it."""

from collections.abc import Sequence
from datetime import datetime, timezone
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from proctor_desktop.gui.kit.background import Background
from proctor_desktop.gui.kit.elements import button, label
from proctor_desktop.gui.language.sentences import said
from proctor_desktop.gui.language.translation import translate
from proctor_desktop.storage.publishing import Entity
from proctor_desktop.storage.repositories.outbox import Message
from proctor_desktop.sync.synchronizer import Synchronizer, SyncStatus

SHOWN = 5
"""So many of the refused ones are told in the window."""


def short_words(status: SyncStatus) -> str:
    """The state of the exchange, for the status line."""
    if not status.is_configured:
        return translate("Centre", "Centre: none, everything stays here")
    if status.parked or status.conflicts or status.alarms:
        return translate("Centre", "Centre: needs attention")
    if status.trouble:
        return translate("Centre", "Centre: not reached, {count} wait").format(count=status.pending)
    if status.pending:
        return translate("Centre", "Centre: {count} wait").format(count=status.pending)
    return translate("Centre", "Centre: has everything")


def _words_for(entity: Entity) -> str:
    if entity is Entity.REPORT:
        return translate("Centre", "Report {id}: {reason}")
    return translate("Centre", "Decision {id}: {reason}")


def _times(status: SyncStatus) -> str:
    if not status.is_configured:
        return ""
    if status.is_trying:
        return translate("Centre", "Trying to reach the centre ...")
    never = translate("Centre", "never")
    sentence = translate("Centre", "Last tried: {tried}. Last exchanged: {exchanged}.")
    return sentence.format(
        tried=_clock(status.last_try) or never, exchanged=_clock(status.last_success) or never
    )


def _clock(moment: datetime | None) -> str:
    if moment is None:
        return ""
    return f"{moment.replace(tzinfo=moment.tzinfo or timezone.utc).astimezone():%Y-%m-%d %H:%M:%S}"


class CentreDialog(QDialog):
    """Signals: ``exchange_wanted`` to try at once."""

    exchange_wanted = Signal()

    def __init__(
        self, synchronizer: Synchronizer, background: Background, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(translate("Centre", "Exchange with the centre"))
        self.setMinimumWidth(520)
        self._synchronizer = synchronizer
        self._background = background
        self._words = label(translate("Centre", "Reading ..."))
        self._words.setObjectName("state")
        self._times = label("", "muted")
        self._times.setObjectName("times")
        self._more = label("", "muted")
        self._more.setObjectName("more")
        self._refused = label("")
        self._refused.setObjectName("refused")
        self._refused.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._now = button(translate("Centre", "Exchange now"), "mdi6.sync")
        self._now.setObjectName("exchange")
        self._now.clicked.connect(self.exchange_wanted)
        self._now.setEnabled(False)
        self._retry = button(translate("Centre", "Send refused ones again"), "mdi6.send-outline")
        self._retry.clicked.connect(self._send_again)
        self._retry.setEnabled(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for each in (self._now, self._retry):
            buttons.addButton(each, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self._words)
        layout.addWidget(self._times)
        layout.addWidget(self._more)
        layout.addWidget(self._refused)
        layout.addStretch()
        layout.addWidget(buttons)
        self.read()

    @Slot()
    def read(self) -> None:
        """Ask this computer how it stands."""
        self._background.run(self._synchronizer.status, self.show_status)
        self._background.run(self._synchronizer.refused, self.show_refused)

    @Slot()
    def show_trying(self) -> None:
        """An exchange has begun."""
        self._times.setText(translate("Centre", "Trying to reach the centre ..."))

    @Slot(object)
    def show_status(self, status: SyncStatus) -> None:
        """Show how it stands."""
        self._words.setText(said(status.sentence))
        self._times.setText(_times(status))
        self._now.setEnabled(status.is_configured)
        lines = [*status.alarms, *status.warnings]
        if status.trouble and status.trouble not in status.sentence:
            lines.insert(0, status.trouble)
        if not status.is_configured:
            lines.append(translate("Centre", "A server can be named in Settings."))
        self._more.setText("\n".join(said(line) for line in lines))
        self._retry.setEnabled(bool(status.parked))
        self._make_room()

    @Slot(object)
    def show_refused(self, messages: Sequence[Message]) -> None:
        """Show what the centre refused, and why."""
        lines = [
            _words_for(each.entity).format(id=each.entity_id, reason=said(each.reason or ""))
            for each in messages[:SHOWN]
        ]
        if len(messages) > SHOWN:
            more = translate("Centre", "and {count} more; see `proctor-desktop sync --status`")
            lines.append(more.format(count=len(messages) - SHOWN))
        self._refused.setText("\n".join(lines))
        self._make_room()

    def _make_room(self) -> None:
        """Grow to the height that the words need; Qt does so only for words that do not wrap."""
        needed = self.heightForWidth(self.width())
        self.resize(self.width(), max(self.height(), needed))

    @Slot()
    def _send_again(self) -> None:
        self._background.run(self._synchronizer.retry_parked, partial(self._sent_again))

    def _sent_again(self, count: int) -> None:
        self._words.setText(translate("Centre", "Put back in line: {count}").format(count=count))
        self.exchange_wanted.emit()
