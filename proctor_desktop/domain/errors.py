"""What can go wrong outside this program, and what a person can do about it.

ProctorError                     shown to a person as one sentence; anything else is a bug
  SettingsError                  a setting or profile cannot be used
  SourceError                    the video cannot be used
    SourceOpenError              not there, not a video, no permission
    SourceRefusedError           beyond the limits, or of a kind that is not opened
    SourceEmptyError             no picture could be decoded
    SourceLostError              a camera or stream went away
  EngineError                    a worker process died or went over its limits, again after a retry
  AnalysisCancelled              a person stopped it
  QueueFullError                 too much work is waiting; try again later
  KeyReusedError                 an idempotency key came back with other content
  ReportError                    a stored report cannot be read
  DecisionRefusedError           a decision lacks its reason, or is not this person's to make
  StorageError                   the local database or folder did not take it
    DiskFullError
    DatabaseLockedError
    DatabaseDamagedError
    NewerSchemaError             written by a newer version of this program
    NotFoundError                no such report, job or incident
  SyncError                      the centre's database did not take it
    ServerUnreachableError       send again later
    SyncRejectedError            do not send again as it is
    InsecureConnectionError      refused before anything was sent
"""


class ProctorError(Exception):
    """A fault of the surroundings: the message says what happened and what to do about it."""


class SettingsError(ProctorError):
    """A setting or profile cannot be used."""


class SourceError(ProctorError):
    """The video cannot be used."""


class SourceOpenError(SourceError):
    """The file is not there, is not a video or may not be read."""


class SourceRefusedError(SourceError):
    """The video is beyond the limits or of a kind that is never opened."""


class SourceEmptyError(SourceError):
    """No picture could be decoded."""


class SourceLostError(SourceError):
    """A camera or stream went away."""


class EngineError(ProctorError):
    """A worker process died or went over its limits, again after a retry."""


class AnalysisCancelled(ProctorError):  # noqa: N818 - a person's wish, not a fault
    """A person stopped the analysis."""


class RosterError(ProctorError):
    """A file is no table of candidates."""


class QueueFullError(ProctorError):
    """Too much work is waiting; trying again later helps."""


class KeyReusedError(ProctorError):
    """An idempotency key came back with other content."""


class ReportError(ProctorError):
    """A stored report cannot be read."""


class DecisionRefusedError(ProctorError):
    """A decision lacks its reason, or is not this person's to make."""


class StorageError(ProctorError):
    """The local database or folder did not take it."""


class DiskFullError(StorageError):
    """There is no room left on the disk."""


class DatabaseLockedError(StorageError):
    """Another program holds the database."""


class DatabaseDamagedError(StorageError):
    """The content of the database or of a file does not match its hash."""


class NewerSchemaError(StorageError):
    """The database was written by a newer version of this program."""


class NotFoundError(StorageError):
    """There is no such report, job or incident."""


class SyncError(ProctorError):
    """The centre's database did not take it."""


class ServerUnreachableError(SyncError):
    """The server did not answer; sending again later is safe."""


class SyncRejectedError(SyncError):
    """The server refused the content; it must not be sent again as it is."""


class InsecureConnectionError(SyncError):
    """The connection was refused before anything was sent, because it could be read by others."""
