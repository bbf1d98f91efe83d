"""Patterns of what reports say in English; ``QT_TRANSLATE_NOOP`` marks them for translation.

A field stands in braces. `PATTERNS` are looked up with the fields that a sentence fills them with,
`PIECES` as they are. `sentences.QUOTED` names the fields that are never looked up themselves.
"""

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP

PATTERNS: tuple[Any, ...] = (
    # what a newer version found
    QT_TRANSLATE_NOOP("Sentences", "A newer version of this program made this report."),
    QT_TRANSLATE_NOOP("Sentences", "This version only has names for: {names}."),
    QT_TRANSLATE_NOOP("Sentences", "Update it to see all that the report says."),
    # what an incident is
    QT_TRANSLATE_NOOP(
        "Sentences",
        "No face was in the picture for {seconds} s; absences shorter than {limit} s "
        "are not counted.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Up to {count} faces were counted within {seconds} s; one person is expected.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{movement} for {seconds} s; this candidate's threshold is {angle}.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{movement} for {seconds} s; the threshold, the common floor, is {angle}.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{movement} for {seconds} s; the default threshold, used because calibration "
        "gave none, is {angle}.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "{who} by up to {angle} from the resting posture {side}"),
    QT_TRANSLATE_NOOP("Sentences", "{who} by up to {angle} from the resting posture"),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{who} by up to {angle} from the median posture of the recording {side}",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{who} by up to {angle} from the median posture of the recording",
    ),
    QT_TRANSLATE_NOOP("Sentences", "{radians} rad ({angle} degrees)"),
    QT_TRANSLATE_NOOP("Sentences", "{angle} degrees"),
    QT_TRANSLATE_NOOP("Sentences", "In the same incident: {parts}."),
    QT_TRANSLATE_NOOP("Sentences", "{events} ({names}), charged with it"),
    QT_TRANSLATE_NOOP("Sentences", "{events} ({names}), not charged again"),
    QT_TRANSLATE_NOOP("Sentences", "{count} gaze deviations"),
    QT_TRANSLATE_NOOP("Sentences", "{count} gaze deviation"),
    QT_TRANSLATE_NOOP("Sentences", "{count} head movements"),
    QT_TRANSLATE_NOOP("Sentences", "{count} head movement"),
    QT_TRANSLATE_NOOP("Sentences", "{count} face absences"),
    QT_TRANSLATE_NOOP("Sentences", "{count} face absence"),
    QT_TRANSLATE_NOOP("Sentences", "{count} sights of several faces"),
    QT_TRANSLATE_NOOP("Sentences", "{count} sight of several faces"),
    # what would not have been flagged
    QT_TRANSLATE_NOOP("Sentences", "It would not have been flagged {one} or {other}."),
    QT_TRANSLATE_NOOP("Sentences", "It would not have been flagged {one}."),
    QT_TRANSLATE_NOOP("Sentences", "with a threshold above {limit} rad (in force: {now})"),
    QT_TRANSLATE_NOOP("Sentences", "with a threshold above {limit} degrees (in force: {now})"),
    QT_TRANSLATE_NOOP("Sentences", "if {kinds} had to last longer than {seconds} s"),
    QT_TRANSLATE_NOOP("Sentences", "Above {limit} degrees it did not stay long enough to count."),
    QT_TRANSLATE_NOOP("Sentences", "Of its {length} s, {seconds} s could be measured."),
    QT_TRANSLATE_NOOP("Sentences", "Without it the class would be {name}."),
    QT_TRANSLATE_NOOP("Sentences", "Without it the class would still be {name}."),
    # why a risk
    QT_TRANSLATE_NOOP("Sentences", "Risk {risk} from 1 incident in {length} measurable."),
    QT_TRANSLATE_NOOP("Sentences", "Risk {risk} from {count} incidents in {length} measurable."),
    QT_TRANSLATE_NOOP("Sentences", "The largest part, {points}, is incident {name} ({kind})."),
    QT_TRANSLATE_NOOP("Sentences", "Only {share} of the recording could be measured."),
    QT_TRANSLATE_NOOP("Sentences", "Only the exam counts, from {begin} to {end} of the recording."),
    QT_TRANSLATE_NOOP(
        "Sentences", "Several people were seen between {begin} and {end}, at the beginning."
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "If somebody was still setting up the seat, say where the exam began: what comes before "
        "it is not charged.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "Nobody was there from {begin} until the recording ends."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "If the exam was over by then, say where it ended: what comes after it is not charged.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Too little to say: only {share} of the recording could be measured, so it is not called "
        "CLEAN.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Too little to say: only {share} of the exam could be measured, so it is not called CLEAN.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Only {share} of the video could be analysed ({length} missing; {needed} are "
        "needed), so the class is BORDERLINE and not CLEAN: because of missing "
        "video, not because of behaviour.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "{minutes} minutes"),
    # coverage
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{measured} s of {whole} s ({share}) could be assessed; the head could be "
        "measured in {head} and the gaze in {gaze} of the recording.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{measured} s of {whole} s ({share}) could be assessed; the head could be "
        "measured in {head} and the gaze in {gaze} of the exam.",
    ),
    # before and after the exam
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The exam was taken to begin at {time}, where the candidate first sat steadily enough for "
        "a calibration.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The exam was taken to begin at {time}, when somebody first sat in the empty chair.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "The exam begins at {time}: a person said so."),
    QT_TRANSLATE_NOOP("Sentences", "What came before is shown and not charged."),
    QT_TRANSLATE_NOOP("Sentences", "The exam ends at {time}: a person said so."),
    QT_TRANSLATE_NOOP("Sentences", "What came after is shown and not charged."),
    QT_TRANSLATE_NOOP("Sentences", "{fault} for {seconds} s."),
    # calibration
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Calibration succeeded: in the first {seconds} s {accepted} of {frames} pictures were "
        "steady enough.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "Calibration failed in the first {seconds} s."),
    # thresholds
    QT_TRANSLATE_NOOP("Sentences", "base + k x variance = {sum}, raised to the floor of {limit}."),
    QT_TRANSLATE_NOOP(
        "Sentences", "base + k x variance = {sum}, raised to the common floor of {limit}."
    ),
    QT_TRANSLATE_NOOP(
        "Sentences", "The default of all candidates, {limit}: calibration gave none."
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{count} of {whole} thresholds are only the common floor, the same for all candidates.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "base + k x variance = {sum}, limited to the cap of {limit}."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "base + k x variance = {sum}, between the floor of {low} and the cap of {high}.",
    ),
    # what is wrong with a calibration, and what to know before believing a report
    QT_TRANSLATE_NOOP(
        "Sentences",
        "During calibration the head was {where}; up to {limit} are accepted.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "turned {angle} degrees to the picture's right",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "turned {angle} degrees to the picture's left",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "turned {angle} degrees up",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "turned {angle} degrees down",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "tilted {angle} degrees clockwise",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "tilted {angle} degrees counter-clockwise",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "During calibration the eyes looked {angle} rad aside on average; up to {limit} are "
        "accepted.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "During calibration the {name} varied by {spread} degrees (standard deviation); up to"
        " {limit} are accepted.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "During calibration the {name} varied by {spread} rad (standard deviation); up to "
        "{limit} are accepted.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{count} people were seen during calibration for {seconds} s.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "For {seconds} s of calibration another person was in the candidate's place.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The usual {name} in the exam was {usual} degrees, in calibration {center}; the two "
        "should lie within {limit} of each other.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The usual gaze in the exam was {distance} rad from that in calibration; the two "
        "should lie within {limit} of each other.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "From {time} on the {name} rested {offset} degrees from its earlier place; angles are "
        "counted from there.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The flashes of the five dots were not found; the line of sight is told without them.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The five dots from {time} on were missed by {error} degrees or not measured; the line of "
        "sight is told without them.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Five dots from {time} on tell this candidate's line of sight; they are met within {error} "
        "degrees.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The candidate looks {angle} degrees to the picture's right nearly all the time: the "
        "camera seems to stand beside the screen.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The candidate looks {angle} degrees to the picture's left nearly all the time: the "
        "camera seems to stand beside the screen.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Angles count from there; a camera above the middle of the screen sees the eyes better.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The head is held {angle} degrees turned or tilted nearly all the time while the eyes "
        "look at the screen.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Angles count from there; for a head that cannot be held otherwise there is the "
        "accommodation Fixed posture.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The face had a brightness of {before} grey levels in calibration and {after} in the "
        "rest of the exam.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The proportions of the face in the second half of the exam differ throughout from "
        "those in calibration, by {distance} eye distances; up to {limit} are usual.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Only {faces} frames of the first {seconds} s show a face that can be measured, "
        "{needed} are needed (the recording gave {length} s of pictures for it)",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Only {faces} frames of the first {seconds} s show a face that can be measured, "
        "{needed} are needed",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Only {kept} of {whole} frames were steady, {needed} are needed",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "in {count} frames {reason}.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "in {count} frames {reason}",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "No window of {low} to {high} s holds {needed} steady frames.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{share} of the frames of calibration repeat earlier ones, as when a short recording "
        "is played over and over.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{share} of the frames of calibration do not differ from the one before.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "In {seconds} s of calibration there was no blink, and the proportions of the face "
        "changed from frame to frame only, as noise does ({share} of their variance is such)",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "For {seconds} s of the exam, first at {start}, there was no blink and the face changed "
        "from frame to frame only, as that of a picture in the candidate's place does.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "For about {seconds} s of the exam, first at {start}, the pictures repeat those of a "
        "few seconds before, as when a short recording is played over and over.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The stored picture was turned {angle} degrees clockwise before it was measured, "
        "whatever the file says; directions count in the turned picture.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The risk is near the limit between {below} and {above}, {limit}: another compression of "
        "the same pictures could lead to the other class.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "Read the incidents, not the class."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The accommodation profile '{title}' changed some settings; the risk is {with_it} with "
        "it and {without} without it.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Calibration lasted {seconds} s, less than the 6 s that are recommended; the resting "
        "posture is less certain.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The video is incomplete: {analysed} s of {whole} s ({share}) could be decoded.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The file lacks, hides or damages some of the video, so the class is BORDERLINE and "
        "not CLEAN: because of missing video, not because of behaviour.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The video is incomplete: the file lacks, hides or damages some of it.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The file is cut off or damaged: it does not end where it says that it does, and what "
        "is missing cannot be told.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The file holds more than one track of pictures; one of them was analysed.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The file holds {count} tracks of pictures; number {track} was analysed.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "The setting sampling.track chooses another."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Look at the others in a player that can choose the track.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The file tells every player to leave out some of its pictures, and they were not "
        "analysed.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Ask for the recording as it was made.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The decoder met {count} damaged part of the video.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The decoder met {count} damaged parts of the video.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The recording lacks {spans}: the disk was full.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "That time was measured all the same and cannot be watched again; what was recorded after"
        " it is in a file of its own.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "{count} pictures of the live source were dropped because the computer was too slow.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences", "{what} was not measured at all; this report says nothing about it."
    ),
    QT_TRANSLATE_NOOP("Sentences", "Settings differ from those delivered: {parts}."),
    QT_TRANSLATE_NOOP("Sentences", "{option} is {value} in place of {usual}"),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Only {share} of the recording could be assessed.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The gaze could be measured in only {share} of the recording; glances in the rest are"
        " not in this report.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "For {seconds} s of {whole} s a face was seen that did not move, as a picture on the wall "
        "or on a screen does not; it was not counted as a person.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "For {seconds} s somebody sat there with the face turned away or covered.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences", "Whether it was the candidate cannot be told; look at the recording."
    ),
)

PIECES: tuple[Any, ...] = (
    QT_TRANSLATE_NOOP("Sentences", "clean"),
    QT_TRANSLATE_NOOP("Sentences", "borderline"),
    QT_TRANSLATE_NOOP("Sentences", "suspicious"),
    QT_TRANSLATE_NOOP("Sentences", "high risk"),
    QT_TRANSLATE_NOOP("Sentences", "Calibration was skipped."),
    QT_TRANSLATE_NOOP("Sentences", "Angles count from this candidate's own resting posture."),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "The default thresholds are in force, and angles count from the median posture of the "
        "recording, as far as a calibration would accept it.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "The gaze was turned"),
    QT_TRANSLATE_NOOP("Sentences", "The head was turned"),
    QT_TRANSLATE_NOOP("Sentences", "The head was tilted"),
    QT_TRANSLATE_NOOP("Sentences", "The head was raised"),
    QT_TRANSLATE_NOOP("Sentences", "The head was lowered"),
    QT_TRANSLATE_NOOP("Sentences", "The head was moved"),
    QT_TRANSLATE_NOOP("Sentences", "to the picture's left (the candidate's right)"),
    QT_TRANSLATE_NOOP("Sentences", "to the picture's right (the candidate's left)"),
    QT_TRANSLATE_NOOP("Sentences", "upwards"),
    QT_TRANSLATE_NOOP("Sentences", "downwards"),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "counter-clockwise in the picture (towards the candidate's right shoulder)",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "clockwise in the picture (towards the candidate's left shoulder)",
    ),
    QT_TRANSLATE_NOOP("Sentences", "gaze deviations"),
    QT_TRANSLATE_NOOP("Sentences", "head movements"),
    QT_TRANSLATE_NOOP("Sentences", "absences"),
    QT_TRANSLATE_NOOP("Sentences", "sights of several people"),
    QT_TRANSLATE_NOOP("Sentences", "gaze deviation"),
    QT_TRANSLATE_NOOP("Sentences", "head movement"),
    QT_TRANSLATE_NOOP("Sentences", "face absence"),
    QT_TRANSLATE_NOOP("Sentences", "multiple faces"),
    QT_TRANSLATE_NOOP("Sentences", "CLEAN"),
    QT_TRANSLATE_NOOP("Sentences", "BORDERLINE"),
    QT_TRANSLATE_NOOP("Sentences", "SUSPICIOUS"),
    QT_TRANSLATE_NOOP("Sentences", "HIGH_RISK"),
    QT_TRANSLATE_NOOP("Sentences", "under 1 %"),
    QT_TRANSLATE_NOOP("Sentences", "The gaze"),
    QT_TRANSLATE_NOOP("Sentences", "The head"),
    QT_TRANSLATE_NOOP("Sentences", "The number of people"),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "What was not measurable is left out of the risk, so it neither raises nor lowers it.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "This time is not measurable; it counts in the coverage and not in the risk.",
    ),
    QT_TRANSLATE_NOOP("Sentences", "The picture was too dark to measure"),
    QT_TRANSLATE_NOOP("Sentences", "The picture did not change at all"),
    QT_TRANSLATE_NOOP("Sentences", "No picture arrived"),
    QT_TRANSLATE_NOOP("Sentences", "The picture was too blurred to measure"),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "head turn (yaw)",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "head raising (pitch)",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "head tilt (roll)",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "gaze",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "no face was in the picture",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "head or eyes could not be measured",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "the head moved",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "the face shifted in the picture",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "the eyes looked aside",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "the face could not be followed",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "It may be another person, or glasses put on or off.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "those of a living face also change slowly.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Calibration failed, so the default thresholds were used and angles count from the "
        "median posture of the recording.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "Calibration was skipped, so the default thresholds were used and angles count from "
        "the median posture of the recording.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "A quiet recording with a gap is never called clean.",
    ),
    QT_TRANSLATE_NOOP(
        "Sentences",
        "A low risk says little about the rest.",
    ),
)
