"""Patterns of what is said about disk, database and centre.

See `patterns` for what a pattern is; those without a field are looked up as they are.
"""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

PATTERNS: tuple[Any, ...] = (
    # the disk and its files
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Only {free} MB are free on the disk of {path}, and {needed} MB are needed to be sure "
        "that the result can be saved.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "Free some space and try again."),
    QT_TRANSLATE_NOOP("Sentences", "The folder {path} cannot be used ({cause})."),
    QT_TRANSLATE_NOOP("Sentences", "Choose another one (PROCTOR_FOLDER)."),
    QT_TRANSLATE_NOOP("Sentences", "{file} could not be written to {path} ({cause})."),
    QT_TRANSLATE_NOOP("Sentences", "Free some space on the disk and try again."),
    QT_TRANSLATE_NOOP("Sentences", "Check the rights of the folder and try again."),
    # exam times
    QT_TRANSLATE_NOOP("Sentences", "The exam begins and ends there already."),
    QT_TRANSLATE_NOOP(
        "Sentences", "The exam must begin before it ends, and lie within the recording."
    ),
    QT_TRANSLATE_NOOP("Sentences", "The report was changed meanwhile."),
    QT_TRANSLATE_NOOP("Sentences", "Look at it, then try again."),
    # what the operating system and the decoder say
    QT_TRANSLATE_NOOP("Sentences", "[Errno {number}] {cause}: {path}"),
    QT_TRANSLATE_NOOP("Sentences", "[Errno {number}] {cause}"),
    QT_TRANSLATE_NOOP("Sentences", "No space left on device"),
    QT_TRANSLATE_NOOP("Sentences", "Disk quota exceeded"),
    QT_TRANSLATE_NOOP("Sentences", "Permission denied"),
    QT_TRANSLATE_NOOP("Sentences", "Operation not permitted"),
    QT_TRANSLATE_NOOP("Sentences", "Read-only file system"),
    QT_TRANSLATE_NOOP("Sentences", "Input/output error"),
    QT_TRANSLATE_NOOP("Sentences", "No such file or directory"),
    QT_TRANSLATE_NOOP("Sentences", "File exists"),
    QT_TRANSLATE_NOOP("Sentences", "Is a directory"),
    QT_TRANSLATE_NOOP("Sentences", "Not a directory"),
    QT_TRANSLATE_NOOP("Sentences", "File name too long"),
    QT_TRANSLATE_NOOP("Sentences", "Too many open files"),
    QT_TRANSLATE_NOOP("Sentences", "Connection refused"),
    QT_TRANSLATE_NOOP("Sentences", "Connection timed out"),
    QT_TRANSLATE_NOOP("Sentences", "No route to host"),
    QT_TRANSLATE_NOOP("Sentences", "Network is unreachable"),
    QT_TRANSLATE_NOOP("Sentences", "Invalid data found when processing input"),
    QT_TRANSLATE_NOOP("Sentences", "End of file"),
    # the database of this workstation
    QT_TRANSLATE_NOOP("Sentences", "The database {file}"),
    QT_TRANSLATE_NOOP("Sentences", "the database {file}"),
    QT_TRANSLATE_NOOP("Sentences", "{place} is busy: every connection is in use."),
    QT_TRANSLATE_NOOP("Sentences", "Try again in a moment."),
    QT_TRANSLATE_NOOP("Sentences", "There is no room left for {place}."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Nothing that was saved before is lost; free some space on the disk and save again.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "Another program is writing to {place}."),
    QT_TRANSLATE_NOOP("Sentences", "Close it, or try again in a moment."),
    QT_TRANSLATE_NOOP("Sentences", "{place} is damaged."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "It was not changed; `proctor-desktop db restore` puts the newest sound backup in its "
        "place.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "{place} cannot be written."),
    QT_TRANSLATE_NOOP("Sentences", "Check that the folder is yours."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{place} has no tables yet. `proctor-desktop db init --server` makes them.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "{place} has no tables yet; the first report makes them."),
    QT_TRANSLATE_NOOP("Sentences", "{place} is up to date."),
    QT_TRANSLATE_NOOP("Sentences", "{place} is older than this program."),
    QT_TRANSLATE_NOOP("Sentences", "Run `proctor-desktop db upgrade{option}`."),
    QT_TRANSLATE_NOOP("Sentences", "Run `proctor-desktop db upgrade`."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{place} was written by a newer version of this program and is left as it is.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "Install the newer version to write to it."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{file} could not be backed up ({cause}), so it was not changed.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "Run `proctor-desktop db check`."),
    QT_TRANSLATE_NOOP("Sentences", "{place} is being prepared from another computer."),
    QT_TRANSLATE_NOOP("Sentences", "Try again in a minute."),
    QT_TRANSLATE_NOOP("Sentences", "A program is using {file}."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Close the window and every service of this computer, then restore.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "There is no sound backup beside {file}."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Move the damaged file away and start again: an exchange with the centre brings back "
        "what it has.",
    ),
    # reports, signals and pictures that are kept
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The report {report} belongs to another workstation and is changed there only.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "The report {report} was erased and is not kept again."),
    QT_TRANSLATE_NOOP("Sentences", "A newer version of this program made the report {report}."),
    QT_TRANSLATE_NOOP("Sentences", "Update this one to change it; nothing was changed."),
    QT_TRANSLATE_NOOP("Sentences", "The report {report} is known here with other content."),
    QT_TRANSLATE_NOOP("Sentences", "Nothing was changed."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The report {report} does not match its hash: it was changed or damaged outside this "
        "program.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Put a backup back, or fetch it again with `proctor-desktop sync`.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "The report id {text} is not a lower-case UUID."),
    QT_TRANSLATE_NOOP("Sentences", "The {what} id has {count} characters; it needs 1 to {limit}."),
    QT_TRANSLATE_NOOP("Sentences", "The {what} id {text} begins or ends with a space."),
    QT_TRANSLATE_NOOP("Sentences", "student"),
    QT_TRANSLATE_NOOP("Sentences", "exam"),
    QT_TRANSLATE_NOOP("Sentences", "The report holds {number}, which a database cannot store."),
    QT_TRANSLATE_NOOP("Sentences", "The report holds half a character, which is no text."),
    QT_TRANSLATE_NOOP("Sentences", "The report cannot be stored: {cause}."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The per-frame signals of report {report} are not on this computer.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "They stay where the recording was analysed."),
    QT_TRANSLATE_NOOP("Sentences", "The per-frame signals of report {report} are damaged."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The report itself can be read, but not computed anew; analyse the recording again.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "The picture {picture} was erased."),
    QT_TRANSLATE_NOOP("Sentences", "The picture {picture} is encrypted and its key is not here."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Set keep.encrypt_evidence, with the key of the workstation that wrote it.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The picture {picture} of report {report} is missing from {path}.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The picture {picture} of report {report} is not what was saved: the file was changed "
        "or damaged outside this program.",
    ),
    # keys and secrets
    QT_TRANSLATE_NOOP("Sentences", "The key file {path} can be read by others."),
    QT_TRANSLATE_NOOP("Sentences", "Run `chmod 600 {path}`, then start again."),
    QT_TRANSLATE_NOOP("Sentences", "The key file {path} holds no key."),
    QT_TRANSLATE_NOOP("Sentences", "The key file {path} holds no 256-bit key."),
    QT_TRANSLATE_NOOP("Sentences", "Put its backup back."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Evidence is to be encrypted, but this computer has no keyring for the key.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Name a key file (keep.key_file) that only this account can read.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "{path} holds a secret and can be read by others."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Run `chmod 600 {path}`, and change the secret if somebody may have seen it.",
    ),
    # the centre
    QT_TRANSLATE_NOOP("Sentences", "The centre's database on {host}"),
    QT_TRANSLATE_NOOP("Sentences", "the centre's database on {host}"),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The file of the centre's certificate authority, {path}, is not there.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{place} would be reached without encryption that can be verified, so nothing is sent.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "Set the file of the centre's certificate authority."),
    QT_TRANSLATE_NOOP("Sentences", "{path} holds no certificate."),
    QT_TRANSLATE_NOOP("Sentences", "Choose another file."),
    QT_TRANSLATE_NOOP("Sentences", "{place} did not accept the user name or password."),
    QT_TRANSLATE_NOOP("Sentences", "Check both in the settings."),
    QT_TRANSLATE_NOOP("Sentences", "{place} does not answer ({cause})."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Nothing is lost: what was confirmed is kept, and sending again is safe.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "{place} does not allow this account to do that."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "An administrator must run the grants that come with this program.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "{place} has not been prepared."),
    QT_TRANSLATE_NOOP("Sentences", "An administrator must run `proctor-desktop db init --server`."),
    QT_TRANSLATE_NOOP("Sentences", "The disk of {place} is full; tell its administrator."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{place} takes nothing in at present (it is read-only); its administrator knows why.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The certificate of {place} is not valid at this computer's time.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Most often this computer's clock is wrong: set it, then try again.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The certificate of {place} names another computer, so nothing was sent.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The centre needs a certificate that carries the server's host name.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "{place} could not prove who it is, so nothing was sent."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Check that the file of the centre's certificate authority is the right one.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "it takes too long: no network, a full disk, or too much work there",
    ),
    QT_TRANSLATE_NOOP("Sentences", "it takes too long to answer"),
    QT_TRANSLATE_NOOP("Sentences", "it has too many connections"),
    QT_TRANSLATE_NOOP("Sentences", "it is shutting down"),
    QT_TRANSLATE_NOOP("Sentences", "another workstation holds the lock"),
    QT_TRANSLATE_NOOP("Sentences", "another workstation holds the lock, or its disk is full"),
    QT_TRANSLATE_NOOP("Sentences", "its computer is there, but no database listens on that port"),
    QT_TRANSLATE_NOOP("Sentences", "its computer is switched off, or no network leads to it"),
    QT_TRANSLATE_NOOP("Sentences", "no network leads to it"),
    QT_TRANSLATE_NOOP("Sentences", "no computer of that name is known here"),
    QT_TRANSLATE_NOOP("Sentences", "no connection, error {number}"),
    QT_TRANSLATE_NOOP("Sentences", "the connection broke off, error {number}"),
    QT_TRANSLATE_NOOP("Sentences", "error {number}"),
    QT_TRANSLATE_NOOP("Sentences", "{place} was prepared by a newer version of this program."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Everything is kept here and sent after this program was updated.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "{place} is not prepared for this version."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Everything is kept here until an administrator has run `proctor-desktop db {command} "
        "--server`.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "The centre cannot store it: {cause}."),
    # what the centre refused
    QT_TRANSLATE_NOOP("Sentences", "The centre holds another report under this id."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Both are kept: yours here and beside it at the centre.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "An administrator should compare them."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Another copy of this workstation has sent a decision under the same number: its disk was "
        "copied, or an old backup was put back.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "Run `proctor-desktop db new-identity`, then decide again."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "It is damaged on this computer (it does not match its hash), so it was not sent.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "Put a backup back, or analyse the recording again."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "It is larger than the centre's server takes at once (max_allowed_packet is {size} MB).",
    ),
    QT_TRANSLATE_NOOP("Sentences", "Its administrator can raise that; then send it again."),
    # how the exchange stands
    QT_TRANSLATE_NOOP(
        "Sentences",
        "No server is set (MYSQL_HOST), so everything stays on this computer.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "No server is set: reports stay on this computer."),
    QT_TRANSLATE_NOOP("Sentences", "{count} change waits to be sent."),
    QT_TRANSLATE_NOOP("Sentences", "{count} changes wait to be sent."),
    QT_TRANSLATE_NOOP("Sentences", "{count} could not be stored by the centre; look at them."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{count} could not be taken from the centre and are asked for again.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "Everything is exchanged with the centre."),
    QT_TRANSLATE_NOOP("Sentences", "Last success: {time} UTC."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{place} may lose what it confirmed when its power fails "
        "(innodb_flush_log_at_trx_commit is not 1).",
    ),
    QT_TRANSLATE_NOOP("Sentences", "Tell its administrator."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{place} does not check what it stores (sql_mode is not strict).",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The clocks of this computer and of the centre differ by {span}.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Nothing is lost by it, but times in reports may mislead; set this computer's clock.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "{hours} hours"),
    QT_TRANSLATE_NOOP("Sentences", "{days} days"),
    # what differs from what the centre was given
    QT_TRANSLATE_NOOP(
        "Sentences",
        "What is kept here is not what the centre was given: somebody must look.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "Run `proctor-desktop verify --centre`."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The audit log ends before entry {number}, which was confirmed elsewhere: its end was cut "
        "off, or an old backup was put back.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The audit log up to entry {number} is not the one that was confirmed elsewhere: it was "
        "written anew.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "The centre holds the report {report}, and it is missing here."),
    QT_TRANSLATE_NOOP("Sentences", "The report {report} is not the one that the centre holds."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The centre confirmed the report {report} and does not hold it any more.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences", "The centre holds the decision {decision}, and it is missing here."
    ),
    QT_TRANSLATE_NOOP("Sentences", "The decision {decision} is not the one that the centre holds."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The centre confirmed the decision {decision} and does not hold it any more.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "Say why: an alarm without a reason cannot be judged later."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The centre was put back to an earlier state, or another one is in its place (noticed "
        "{time} UTC).",
    ),
    QT_TRANSLATE_NOOP("Sentences", "What it lacks is sent again, and everything is fetched again."),
    # what comes from elsewhere and is not what it says
    QT_TRANSLATE_NOOP("Sentences", "The package was not taken: {what}."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The package says that this workstation made the report {report} so, and it never did.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The decision {decision} in the package is not the one that its workstation made.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "There is a picture {picture} of report {report} already."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The centre holds a revision of the report {report} in the name of this workstation, "
        "which did not make it.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The centre holds the decision {decision} in the name of this workstation, which did "
        "not make it.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "It was not taken."),
    QT_TRANSLATE_NOOP("Sentences", "its report is another one than it says"),
    QT_TRANSLATE_NOOP("Sentences", "nobody can tell which workstation made it"),
    QT_TRANSLATE_NOOP("Sentences", "its report is not written as this program writes reports"),
    QT_TRANSLATE_NOOP("Sentences", "its risk is no share"),
    QT_TRANSLATE_NOOP("Sentences", "its recording has no length that a recording can have"),
    QT_TRANSLATE_NOOP("Sentences", "it was made at no time that can be"),
    QT_TRANSLATE_NOOP("Sentences", "a name in it is none that this program gives"),
    QT_TRANSLATE_NOOP("Sentences", "the decision {decision} was changed after it was made"),
    QT_TRANSLATE_NOOP("Sentences", "the decision {decision} is about another report"),
    QT_TRANSLATE_NOOP("Sentences", "a decision in it has no number that this program gives"),
    QT_TRANSLATE_NOOP("Sentences", "the decision {decision} was made at no time that can be"),
    QT_TRANSLATE_NOOP("Sentences", "the decision {decision} is about no incident"),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "name or reason of the decision {decision} is missing or too long",
    ),
    QT_TRANSLATE_NOOP("Sentences", "the decision {decision} does not say what was seen"),
    QT_TRANSLATE_NOOP("Sentences", "it holds two decisions under one number"),
    QT_TRANSLATE_NOOP("Sentences", "a picture in it has a name that this program does not give"),
    QT_TRANSLATE_NOOP("Sentences", "the picture {picture} is not one of the report"),
    # who signed what
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{place} keeps no signatures yet, so nobody can tell there who made what.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "An administrator should run `proctor-desktop db upgrade --server`, then the grants "
        "that come with this program.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The centre names another key for the workstation {name}, and it is not believed: "
        "{fingerprint}.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Compare it with what `proctor-desktop workstations show` says there; settling this "
        "alarm trusts it.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The centre does not trust the key of this workstation, so others do not take what it"
        " sends.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "An administrator must enrol the key {fingerprint}."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The centre holds the report {report} in the name of the workstation {name}, which "
        "did not sign it.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The centre holds the decision {decision} in the name of the workstation {name}, "
        "which did not sign it.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The centre holds an erasure of the report {report} of the workstation {name}, which "
        "no workstation of the centre signed.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "It was not carried out."),
    QT_TRANSLATE_NOOP("Sentences", "The key of this workstation, {path}, cannot be read."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Put its backup back, or run `proctor-desktop db new-identity`.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "The key of this workstation, {path}, was taken away."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "its signature is not that of the workstation that exported it",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "it is signed with another key than the one that its workstation has",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "its report does not carry the signature of the workstation that made it",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "the decision {decision} does not carry the signature of the workstation that made it",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The report {report} does not carry the signature of this workstation, which made it.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The decision {decision} does not carry the signature of this workstation, which made it.",
    ),
    # who signed what
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Nothing was enrolled: the keys offered for {name} are {keys}.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Name the one that `proctor-desktop workstations show` says there (--fingerprint).",
    ),
    QT_TRANSLATE_NOOP("Sentences", "The key of {name} was revoked."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Run `proctor-desktop db new-identity` there, which makes a new one.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "No key of the workstation {name} is enrolled."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "No workstation, or more than one, offered a key under {origin}.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "`proctor-desktop workstations list --server` shows them."),
    QT_TRANSLATE_NOOP("Sentences", "{place} keeps no keys of workstations."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "An administrator must run `proctor-desktop db upgrade --server` first.",
    ),
    # who signed what
    QT_TRANSLATE_NOOP("Sentences", "a signature in it is none that this program gives"),
)
