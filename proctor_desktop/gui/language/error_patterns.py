"""Patterns of what is said when a recording, setting, decision or report cannot be used.

See `patterns` for what a pattern is; those without a field are looked up as they are.
"""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

PATTERNS: tuple[Any, ...] = (
    # a recording that cannot be used
    QT_TRANSLATE_NOOP("Sentences", "{file} is {kind}, not a video."),
    QT_TRANSLATE_NOOP("Sentences", "a playlist"),
    QT_TRANSLATE_NOOP("Sentences", "a list of other files"),
    QT_TRANSLATE_NOOP("Sentences", "an XML text"),
    QT_TRANSLATE_NOOP("Sentences", "a web page"),
    QT_TRANSLATE_NOOP(
        "Sentences", "The picture stopped coming. Check the camera, and show it again."
    ),
    QT_TRANSLATE_NOOP("Sentences", "a description of a stream"),
    QT_TRANSLATE_NOOP("Sentences", "a text"),
    QT_TRANSLATE_NOOP("Sentences", "a file of another kind"),
    QT_TRANSLATE_NOOP("Sentences", "Choose a file that was recorded as {kinds}."),
    QT_TRANSLATE_NOOP("Sentences", "mp4, mov, mkv, webm, avi, gif, ts, mpg, flv, wmv or ogv"),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} has pictures of {width} x {height} pixels; up to {side} x {other} are accepted.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Camera {number} has pictures of {width} x {height} pixels; up to {side} x {other} are "
        "accepted.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "Make a smaller copy of it first."),
    QT_TRANSLATE_NOOP("Sentences", "{file} lasts {hours} hours; up to {limit} are accepted."),
    QT_TRANSLATE_NOOP("Sentences", "Cut it into parts."),
    QT_TRANSLATE_NOOP("Sentences", "{file} has more than {count} pictures a second."),
    QT_TRANSLATE_NOOP("Sentences", "Make a copy of it with fewer."),
    QT_TRANSLATE_NOOP("Sentences", "{file} is empty."),
    QT_TRANSLATE_NOOP("Sentences", "Copy it again from where it was recorded."),
    QT_TRANSLATE_NOOP("Sentences", "{file} is a folder."),
    QT_TRANSLATE_NOOP("Sentences", "Choose the video files in it."),
    QT_TRANSLATE_NOOP("Sentences", "{file} is not a file."),
    QT_TRANSLATE_NOOP("Sentences", "Choose a video file."),
    QT_TRANSLATE_NOOP("Sentences", "{file} may not be read."),
    QT_TRANSLATE_NOOP("Sentences", "Ask its owner for permission to read it."),
    QT_TRANSLATE_NOOP("Sentences", "{file} is not there."),
    QT_TRANSLATE_NOOP("Sentences", "Check its name and folder."),
    QT_TRANSLATE_NOOP("Sentences", "{file} cannot be opened: {cause}."),
    QT_TRANSLATE_NOOP("Sentences", "The model {file} is missing."),
    QT_TRANSLATE_NOOP(
        "Sentences", "Run proctor-desktop models, which fetches it, or put it into {folder}."
    ),
    QT_TRANSLATE_NOOP("Sentences", "{file} is not the model that this version was measured with."),
    QT_TRANSLATE_NOOP("Sentences", "Remove it, and run proctor-desktop models."),
    QT_TRANSLATE_NOOP("Sentences", "The model {file} cannot be fetched: {cause}."),
    QT_TRANSLATE_NOOP("Sentences", "Put it into {folder} yourself."),
    QT_TRANSLATE_NOOP("Sentences", "The model {file} in {wheel} is not the one expected."),
    QT_TRANSLATE_NOOP("Sentences", "LiteRT is not installed."),
    QT_TRANSLATE_NOOP(
        "Sentences", 'Run resources/setup.py again, or: pip install "proctor-desktop[litert]".'
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Costs are compared with MediaPipe's own, which is for Python 3.10 to 3.12 and is not "
        "installed here.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} was cut off before its index (moov) was written, so its pictures cannot be found.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Copy it again, or restore the index with the recorder's repair function.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "{file} holds no picture."),
    QT_TRANSLATE_NOOP("Sentences", "{file} has sound but no picture."),
    QT_TRANSLATE_NOOP("Sentences", "Choose a video."),
    QT_TRANSLATE_NOOP("Sentences", "{file} is compressed in a way that is not known here."),
    QT_TRANSLATE_NOOP("Sentences", "Make a copy of it as H.264 in mp4."),
    QT_TRANSLATE_NOOP("Sentences", "{name} has no picture track {track}: it holds {count}."),
    QT_TRANSLATE_NOOP("Sentences", "Name one of them, or 0 for the one that a player shows."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is damaged so badly that it cannot be opened ({cause}).",
    ),
    QT_TRANSLATE_NOOP("Sentences", "{file} holds no picture that can be decoded."),
    QT_TRANSLATE_NOOP("Sentences", "{file}: not a single picture could be decoded."),
    # a camera or stream
    QT_TRANSLATE_NOOP("Sentences", "Camera {number}"),
    QT_TRANSLATE_NOOP("Sentences", "camera {number}"),
    QT_TRANSLATE_NOOP("Sentences", "Camera {number} cannot be opened."),
    QT_TRANSLATE_NOOP("Sentences", "Check its cable, and close other programs that use it."),
    QT_TRANSLATE_NOOP("Sentences", "There is no camera called {text}; there is {known}."),
    QT_TRANSLATE_NOOP("Sentences", "none with a name"),
    QT_TRANSLATE_NOOP("Sentences", "it sends no picture"),
    QT_TRANSLATE_NOOP("Sentences", "Check the address and the camera."),
    QT_TRANSLATE_NOOP("Sentences", "{camera} was opened but gives no picture."),
    QT_TRANSLATE_NOOP("Sentences", "Check whether another program uses it, or its lens cover."),
    QT_TRANSLATE_NOOP("Sentences", "The recording {file} cannot be written any further ({cause})."),
    QT_TRANSLATE_NOOP("Sentences", "Free some space; what was recorded until now is kept."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} is there already, and no recording is written over another one.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "Give it another name."),
    QT_TRANSLATE_NOOP("Sentences", "{file} is there already."),
    QT_TRANSLATE_NOOP("Sentences", "Choose another name, or remove it first."),
    QT_TRANSLATE_NOOP("Sentences", "Free some space, or choose another folder."),
    QT_TRANSLATE_NOOP("Sentences", "{file} has no picture from {start} to {end}."),
    QT_TRANSLATE_NOOP("Sentences", "The clip {file} was stopped."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The recording of this report is not where it was on this computer.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "Name the file."),
    QT_TRANSLATE_NOOP("Sentences", "{file} is not the recording of this report."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The report is held until the program ends; save it again before that.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "The recording {file} cannot be made ({cause})."),
    QT_TRANSLATE_NOOP("Sentences", "Choose another folder."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The live source was stopped before its first picture came; there is nothing to report.",
    ),
    # an analysis
    QT_TRANSLATE_NOOP("Sentences", "The analysis was stopped."),
    QT_TRANSLATE_NOOP("Sentences", "The analysis of {file} was stopped."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} could not be analysed: the worker process that decoded it was lost {count} "
        "times ({cause}).",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The file is probably damaged; make a copy with another program and analyse that.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "it gave no picture for {seconds} seconds"),
    QT_TRANSLATE_NOOP("Sentences", "it was killed"),
    QT_TRANSLATE_NOOP("Sentences", "it took more computing time than allowed"),
    QT_TRANSLATE_NOOP("Sentences", "it crashed with signal {number}"),
    QT_TRANSLATE_NOOP("Sentences", "it ended with code {number}"),
    QT_TRANSLATE_NOOP("Sentences", "it had too little memory"),
    QT_TRANSLATE_NOOP("Sentences", "the pool is closed"),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Only {free} MB are free on the disk of {path}; {needed} MB are needed before an "
        "analysis starts.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Free some space, or lower keep.min_free_mb (PROCTOR_KEEP__MIN_FREE_MB).",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences", "{text} in the environment is no setting; the nearest name is {option}."
    ),
    QT_TRANSLATE_NOOP("Sentences", "Correct it, or take it out."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The way to the Dask scheduler {address} is not encrypted, so whoever is on the network "
        "could run programs on its workers.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Give scheduler, workers and this computer certificates (Dask's settings "
        "distributed.comm.tls) and use tls://.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "The Dask scheduler {address} has no worker."),
    QT_TRANSLATE_NOOP("Sentences", "Start some with: dask worker {address} --nthreads 1."),
    QT_TRANSLATE_NOOP("Sentences", "Dask is not installed."),
    QT_TRANSLATE_NOOP("Sentences", "Install it with: pip install 'proctor-desktop[cluster]'."),
    QT_TRANSLATE_NOOP("Sentences", "The Dask scheduler {address} does not answer ({cause})."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Check the address, and that it was started with: dask scheduler.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "{file} could not be sent to the cluster ({cause})."),
    QT_TRANSLATE_NOOP("Sentences", "Put it into a folder that all its computers share."),
    # a setting
    QT_TRANSLATE_NOOP("Sentences", "A setting cannot be used. {parts}."),
    QT_TRANSLATE_NOOP("Sentences", "{setting} = {value}: {reason}"),
    QT_TRANSLATE_NOOP("Sentences", "Input should be less than or equal to {limit}"),
    QT_TRANSLATE_NOOP("Sentences", "Input should be greater than or equal to {limit}"),
    QT_TRANSLATE_NOOP("Sentences", "Input should be less than {limit}"),
    QT_TRANSLATE_NOOP("Sentences", "Input should be greater than {limit}"),
    QT_TRANSLATE_NOOP("Sentences", "Input should be {known} or {last}"),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Input should be a valid integer, unable to parse string as an integer",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Input should be a valid integer, got a number with a fractional part",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Input should be a valid number, unable to parse string as a number",
    ),
    QT_TRANSLATE_NOOP("Sentences", "Input should be a valid boolean, unable to interpret input"),
    QT_TRANSLATE_NOOP("Sentences", "Input should be a valid string"),
    QT_TRANSLATE_NOOP("Sentences", "The settings file {path} cannot be read: {cause}."),
    QT_TRANSLATE_NOOP("Sentences", "There is no option {option}; at {place} there is: {known}."),
    QT_TRANSLATE_NOOP("Sentences", "nothing below it"),
    QT_TRANSLATE_NOOP("Sentences", "There is no profile {text}; there are: {known}."),
    QT_TRANSLATE_NOOP("Sentences", "{name} has {count} characters; 1 to {limit} are possible."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{name} {text} has characters that cannot be printed, or spaces around it.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "student_id"),
    QT_TRANSLATE_NOOP("Sentences", "exam_id"),
    # a decision
    QT_TRANSLATE_NOOP("Sentences", "An incident is one of: {known}."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The incident must begin before it ends, and lie within the recording.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "An incident is added with what it is and when."),
    QT_TRANSLATE_NOOP("Sentences", "Say who decides, in 1 to 100 characters."),
    QT_TRANSLATE_NOOP("Sentences", "Say why: without a reason nobody can follow it later."),
    QT_TRANSLATE_NOOP("Sentences", "The reason is longer than {limit} characters."),
    QT_TRANSLATE_NOOP("Sentences", "This incident is disputed."),
    QT_TRANSLATE_NOOP("Sentences", "Say why it is settled so, for those who saw it differently."),
    QT_TRANSLATE_NOOP("Sentences", "This incident is disputed, and only {persons} may settle it."),
    QT_TRANSLATE_NOOP("Sentences", "Leave a note instead."),
    QT_TRANSLATE_NOOP("Sentences", "The report {report} has no incident {incident}."),
    QT_TRANSLATE_NOOP("Sentences", "Its incidents: {ids}."),
    # a report or a file of one
    QT_TRANSLATE_NOOP("Sentences", "There is no report {report}."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "No report begins with {text}. `proctor-desktop reports list` shows them all.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{count} reports begin with {text}: {ids}. `proctor-desktop reports list` shows them all.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Name a report by its id, or how that begins. `proctor-desktop reports list` shows them "
        "all.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "The report cannot be read: created_at says no time zone."),
    QT_TRANSLATE_NOOP("Sentences", "It must end in Z."),
    QT_TRANSLATE_NOOP("Sentences", "The report cannot be read: {part}: {cause}."),
    QT_TRANSLATE_NOOP("Sentences", "It is damaged or was written by another program."),
    QT_TRANSLATE_NOOP("Sentences", "{path} cannot be written ({cause})."),
    QT_TRANSLATE_NOOP("Sentences", "Choose another folder."),
    QT_TRANSLATE_NOOP("Sentences", "The picture {picture} is not on this computer."),
    QT_TRANSLATE_NOOP("Sentences", "{file} was written by another version of this program."),
    QT_TRANSLATE_NOOP("Sentences", "The report in {file} does not match its hash."),
    QT_TRANSLATE_NOOP("Sentences", "{file} cannot be read as a package."),
    QT_TRANSLATE_NOOP("Sentences", "Export it again where it came from."),
    QT_TRANSLATE_NOOP("Sentences", "{picture} in {file} was changed after the export."),
    QT_TRANSLATE_NOOP("Sentences", "{file} is too large to be a package."),
    QT_TRANSLATE_NOOP("Sentences", "Say why: a retention without a reason cannot be judged later."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The exam {exam} is under legal hold, so nothing of it is erased.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "End the hold first."),
    QT_TRANSLATE_NOOP("Sentences", "Say why: a deletion without a reason cannot be judged later."),
    QT_TRANSLATE_NOOP("Sentences", "There is no report {report} in the bin."),
    QT_TRANSLATE_NOOP("Sentences", "The report {report} is in the bin."),
    QT_TRANSLATE_NOOP("Sentences", "Restore it first."),
    QT_TRANSLATE_NOOP("Sentences", "Say why: a change without a reason cannot be judged later."),
    QT_TRANSLATE_NOOP("Sentences", "The report is of this candidate and exam already."),
    # a roster that cannot be used
    QT_TRANSLATE_NOOP("Sentences", "The roster is empty."),
    QT_TRANSLATE_NOOP("Sentences", "The roster has a line of titles and no candidate."),
    QT_TRANSLATE_NOOP("Sentences", "The roster cannot be read as a table: {cause}."),
    QT_TRANSLATE_NOOP("Sentences", "The first line of the roster names no column 'candidate'."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "It may name the columns file, candidate, exam, seat and profile, in any order.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "Line {line} of the roster names no candidate."),
    QT_TRANSLATE_NOOP(
        "Sentences", "Line {line} of the roster has a name of more than 100 characters."
    ),
    QT_TRANSLATE_NOOP("Sentences", "Line {line} of the roster has {text} in braces."),
    QT_TRANSLATE_NOOP("Sentences", "Only candidate, exam and seat may stand there."),
    QT_TRANSLATE_NOOP("Sentences", "Line {line} of the roster names no known accommodation."),
    QT_TRANSLATE_NOOP("Sentences", "Known are: {known}."),
    # another window
    QT_TRANSLATE_NOOP(
        "Sentences", "The folder {name} is open in another window, which does not answer."
    ),
    QT_TRANSLATE_NOOP(
        "Sentences", "Close that window first, or name another folder with PROCTOR_FOLDER."
    ),
)
