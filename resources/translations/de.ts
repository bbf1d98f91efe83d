<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
    <context>
        <name>About</name>
        <message>
            <source>not installed</source>
            <translation>nicht installiert</translation>
        </message>
        <message>
            <source>About this program</source>
            <translation>Über dieses Programm</translation>
        </message>
        <message>
            <source>Copy versions</source>
            <translation>Versionen kopieren</translation>
        </message>
        <message>
            <source>Finds the moments of an exam recording that a person should look at, says why in physical units, and leaves every decision to that person. It works without a network. Licence: MIT.</source>
            <translation>Findet die Stellen einer Prüfungsaufzeichnung, die sich ein Mensch ansehen sollte, begründet sie in physikalischen Einheiten und überlässt diesem Menschen jede Entscheidung. Arbeitet ohne Netz. Lizenz: MIT.</translation>
        </message>
    </context>
    <context>
        <name>Actions</name>
        <message>
            <source>Everywhere</source>
            <translation>Überall</translation>
        </message>
        <message>
            <source>Choose videos to analyse</source>
            <translation>Videos zum Auswerten wählen</translation>
        </message>
        <message>
            <source>Go to Analysis</source>
            <translation>Zur Auswertung</translation>
        </message>
        <message>
            <source>Go to Sessions</source>
            <translation>Zu den Sitzungen</translation>
        </message>
        <message>
            <source>Go to Review</source>
            <translation>Zur Durchsicht</translation>
        </message>
        <message>
            <source>Go to Settings</source>
            <translation>Zu den Optionen</translation>
        </message>
        <message>
            <source>Switch between dark and light</source>
            <translation>Zwischen dunkel und hell wechseln</translation>
        </message>
        <message>
            <source>Check this workstation</source>
            <translation>Diesen Arbeitsplatz prüfen</translation>
        </message>
        <message>
            <source>Help and all keys</source>
            <translation>Hilfe und alle Tasten</translation>
        </message>
        <message>
            <source>About this program</source>
            <translation>Über dieses Programm</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>Beenden</translation>
        </message>
        <message>
            <source>Review: playing</source>
            <translation>Durchsicht: Abspielen</translation>
        </message>
        <message>
            <source>Play or pause</source>
            <translation>Abspielen oder anhalten</translation>
        </message>
        <message>
            <source>Play backwards, faster with each press</source>
            <translation>Rückwärts abspielen, mit jedem Druck schneller</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>Play forwards, faster with each press</source>
            <translation>Vorwärts abspielen, mit jedem Druck schneller</translation>
        </message>
        <message>
            <source>One frame back</source>
            <translation>Ein Bild zurück</translation>
        </message>
        <message>
            <source>One frame forward</source>
            <translation>Ein Bild vor</translation>
        </message>
        <message>
            <source>One second back</source>
            <translation>Eine Sekunde zurück</translation>
        </message>
        <message>
            <source>One second forward</source>
            <translation>Eine Sekunde vor</translation>
        </message>
        <message>
            <source>Slower</source>
            <translation>Langsamer</translation>
        </message>
        <message>
            <source>Faster</source>
            <translation>Schneller</translation>
        </message>
        <message>
            <source>Stop at each incident, on or off</source>
            <translation>An jedem Vorfall anhalten, ein oder aus</translation>
        </message>
        <message>
            <source>Skip what is uneventful, on or off</source>
            <translation>Ereignislose Zeit überspringen, ein oder aus</translation>
        </message>
        <message>
            <source>Zoom the timeline in</source>
            <translation>Zeitleiste vergrößern</translation>
        </message>
        <message>
            <source>Zoom the timeline out</source>
            <translation>Zeitleiste verkleinern</translation>
        </message>
        <message>
            <source>Show the whole recording</source>
            <translation>Ganze Aufzeichnung zeigen</translation>
        </message>
        <message>
            <source>Review: deciding</source>
            <translation>Durchsicht: Entscheiden</translation>
        </message>
        <message>
            <source>Next incident</source>
            <translation>Nächster Vorfall</translation>
        </message>
        <message>
            <source>Previous incident</source>
            <translation>Voriger Vorfall</translation>
        </message>
        <message>
            <source>Confirm the incident</source>
            <translation>Vorfall bestätigen</translation>
        </message>
        <message>
            <source>Dismiss the incident, with a reason</source>
            <translation>Vorfall verwerfen, mit Begründung</translation>
        </message>
        <message>
            <source>Undo the last decision</source>
            <translation>Letzte Entscheidung zurücknehmen</translation>
        </message>
        <message>
            <source>Redo the decision</source>
            <translation>Entscheidung wiederholen</translation>
        </message>
        <message>
            <source>Write a note</source>
            <translation>Notiz schreiben</translation>
        </message>
        <message>
            <source>Set the start of a span</source>
            <translation>Anfang einer Spanne setzen</translation>
        </message>
        <message>
            <source>Set the end of a span</source>
            <translation>Ende einer Spanne setzen</translation>
        </message>
        <message>
            <source>Export the report</source>
            <translation>Bericht ausgeben</translation>
        </message>
    </context>
    <context>
        <name>Analysis</name>
        <message>
            <source>Analysis</source>
            <translation>Auswertung</translation>
        </message>
        <message>
            <source>1. Drop videos here or choose them.  2. Say who sits the exam.  3. Start.  4. Review what was found.</source>
            <translation>1. Videos hierher ziehen oder wählen.  2. Angeben, wer geprüft wird.  3. Starten.  4. Durchsehen, was gefunden wurde.</translation>
        </message>
        <message>
            <source>Queue of recordings</source>
            <translation>Warteschlange der Aufzeichnungen</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Starten</translation>
        </message>
        <message>
            <source>Analyse every waiting recording (Ctrl+Return)</source>
            <translation>Alle wartenden Aufzeichnungen auswerten (Strg+Eingabe)</translation>
        </message>
        <message>
            <source>Videos...</source>
            <translation>Videos...</translation>
        </message>
        <message>
            <source>Camera...</source>
            <translation>Kamera...</translation>
        </message>
        <message>
            <source>Capture from a camera or stream and measure it live</source>
            <translation>Von einer Kamera oder einem Strom aufnehmen und dabei messen</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>End a capture and write its report, or break off the analysis of a file</source>
            <translation>Eine Aufnahme beenden und ihren Bericht schreiben oder die Auswertung einer Datei abbrechen</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Take the chosen recording out of the queue</source>
            <translation>Die gewählte Aufzeichnung aus der Warteschlange nehmen</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Durchsicht</translation>
        </message>
        <message>
            <source>Go through the incidents of the chosen recording</source>
            <translation>Die Vorfälle der gewählten Aufzeichnung durchgehen</translation>
        </message>
        <message>
            <source>Progress of all recordings</source>
            <translation>Fortschritt aller Aufzeichnungen</translation>
        </message>
        <message>
            <source>Who sits the exam</source>
            <translation>Wer geprüft wird</translation>
        </message>
        <message>
            <source>Recordings</source>
            <translation>Aufzeichnungen</translation>
        </message>
        <message>
            <source>Recordings left from last time: {count}. Start goes on.</source>
            <translation>Vom letzten Mal übrig: {count} Aufzeichnungen. Starten macht weiter.</translation>
        </message>
        <message>
            <source>All recordings: {share:.0%}, done {done} of {all}</source>
            <translation>Alle: {share:.0%}, fertig {done} von {all}</translation>
        </message>
        <message>
            <source>candidate</source>
            <translation>Prüfling</translation>
        </message>
        <message>
            <source>Opening {name} ...</source>
            <translation>{name} wird geöffnet ...</translation>
        </message>
        <message>
            <source>{name} is analysed with all processor cores. Picture and curves appear at the end.</source>
            <translation>{name} wird mit allen Prozessorkernen ausgewertet. Bild und Kurven erscheinen am Ende.</translation>
        </message>
        <message>
            <source>Analysing {name}</source>
            <translation>{name} wird ausgewertet</translation>
        </message>
        <message>
            <source>Stopped: {name}</source>
            <translation>Abgebrochen: {name}</translation>
        </message>
        <message>
            <source>{student}: {risk} ({score:.2f}), incidents: {count}, measurable: {share:.0%}</source>
            <translation>{student}: {risk} ({score:.2f}), Vorfälle: {count}, messbar: {share:.0%}</translation>
        </message>
    </context>
    <context>
        <name>Calibration</name>
        <message>
            <source>no face is seen</source>
            <translation>kein Gesicht zu sehen</translation>
        </message>
        <message>
            <source>the face cannot be measured</source>
            <translation>das Gesicht ist nicht messbar</translation>
        </message>
        <message>
            <source>the head is moving</source>
            <translation>der Kopf bewegt sich</translation>
        </message>
        <message>
            <source>the face moved in the picture</source>
            <translation>das Gesicht hat sich im Bild verschoben</translation>
        </message>
        <message>
            <source>the eyes look aside</source>
            <translation>die Augen blicken zur Seite</translation>
        </message>
        <message>
            <source>the face is hard to make out</source>
            <translation>das Gesicht ist schwer zu erkennen</translation>
        </message>
        <message>
            <source>among the least steady ones</source>
            <translation>gehört zu den unruhigsten</translation>
        </message>
        <message>
            <source>Calibration starts with the recording: its first seconds show where this candidate looks at rest.</source>
            <translation>Die Kalibrierung beginnt mit der Aufzeichnung: Die ersten Sekunden zeigen, wohin dieser Prüfling in Ruhe blickt.</translation>
        </message>
        <message>
            <source>Steady. Seconds left: {left:.0f}</source>
            <translation>Ruhig. Noch {left:.0f} Sekunden</translation>
        </message>
        <message>
            <source>Not used: {reason}</source>
            <translation>Nicht verwendet: {reason}</translation>
        </message>
        <message>
            <source>Calibrated. Frames used: {count}</source>
            <translation>Kalibriert. Verwendete Bilder: {count}</translation>
        </message>
        <message>
            <source>Calibration failed; default thresholds are used.</source>
            <translation>Kalibrierung misslungen; es gelten Vorgabe-Schwellen.</translation>
        </message>
        <message>
            <source>Calibration skipped; default thresholds are used.</source>
            <translation>Kalibrierung ausgelassen; es gelten Vorgabe-Schwellen.</translation>
        </message>
        <message>
            <source>Calibration</source>
            <translation>Kalibrierung</translation>
        </message>
    </context>
    <context>
        <name>CalibrationPanel</name>
        <message>
            <source>Calibration</source>
            <translation>Kalibrierung</translation>
        </message>
        <message>
            <source>Play the calibration</source>
            <translation>Kalibrierung abspielen</translation>
        </message>
        <message>
            <source>Frames used: {accepted} of {frames}.</source>
            <translation>Verwendete Bilder: {accepted} von {frames}.</translation>
        </message>
        <message>
            <source>Not used because</source>
            <translation>Nicht verwendet, weil</translation>
        </message>
        <message>
            <source>How the thresholds arose</source>
            <translation>Wie die Schwellen entstanden</translation>
        </message>
    </context>
    <context>
        <name>CalibrationStrip</name>
        <message>
            <source>Frames of the calibration</source>
            <translation>Bilder der Kalibrierung</translation>
        </message>
        <message>
            <source>No frames are kept.</source>
            <translation>Keine Bilder aufbewahrt.</translation>
        </message>
        <message>
            <source>{time}: used</source>
            <translation>{time}: verwendet</translation>
        </message>
        <message>
            <source>{time}: not used, {reason}</source>
            <translation>{time}: nicht verwendet, {reason}</translation>
        </message>
    </context>
    <context>
        <name>Centre</name>
        <message>
            <source>Centre: none, everything stays here</source>
            <translation>Zentrale: keine, alles bleibt hier</translation>
        </message>
        <message>
            <source>Centre: needs attention</source>
            <translation>Zentrale: bitte nachsehen</translation>
        </message>
        <message>
            <source>Centre: not reached, {count} wait</source>
            <translation>Zentrale: nicht erreicht, {count} warten</translation>
        </message>
        <message>
            <source>Centre: {count} wait</source>
            <translation>Zentrale: {count} warten</translation>
        </message>
        <message>
            <source>Centre: has everything</source>
            <translation>Zentrale: hat alles</translation>
        </message>
        <message>
            <source>Exchange with the centre</source>
            <translation>Abgleich mit der Zentrale</translation>
        </message>
        <message>
            <source>Reading ...</source>
            <translation>Wird gelesen ...</translation>
        </message>
        <message>
            <source>Exchange now</source>
            <translation>Jetzt abgleichen</translation>
        </message>
        <message>
            <source>Send refused ones again</source>
            <translation>Abgelehnte erneut senden</translation>
        </message>
        <message>
            <source>A server can be named in Settings.</source>
            <translation>Ein Server kann in den Optionen angegeben werden.</translation>
        </message>
        <message>
            <source>Put back in line: {count}</source>
            <translation>Wieder eingereiht: {count}</translation>
        </message>
    </context>
    <context>
        <name>Check</name>
        <message>
            <source>Folder</source>
            <translation>Ordner</translation>
        </message>
        <message>
            <source>Database</source>
            <translation>Datenbank</translation>
        </message>
        <message>
            <source>Camera</source>
            <translation>Kamera</translation>
        </message>
        <message>
            <source>Speed</source>
            <translation>Tempo</translation>
        </message>
        <message>
            <source>{folder}: only {free} MB are free. Free some space before an analysis.</source>
            <translation>{folder}: nur {free} MB frei. Vor einer Auswertung Platz schaffen.</translation>
        </message>
        <message>
            <source>{folder} can be written to; {free} MB are free.</source>
            <translation>{folder} ist beschreibbar; {free} MB sind frei.</translation>
        </message>
        <message>
            <source>It answers. Reports kept: {count}.</source>
            <translation>Sie antwortet. Aufbewahrte Berichte: {count}.</translation>
        </message>
        <message>
            <source>No camera was found. Recorded videos can be analysed all the same.</source>
            <translation>Keine Kamera gefunden. Aufgezeichnete Videos lassen sich trotzdem auswerten.</translation>
        </message>
        <message>
            <source>{rate:.0f} pictures a second; a live camera needs 12. Recorded videos only take longer.</source>
            <translation>{rate:.0f} Bilder je Sekunde; eine Kamera braucht 12. Aufgezeichnete Videos dauern nur länger.</translation>
        </message>
        <message>
            <source>{rate:.0f} pictures a second; a live camera needs 12.</source>
            <translation>{rate:.0f} Bilder je Sekunde; eine Kamera braucht 12.</translation>
        </message>
        <message>
            <source>Check this workstation</source>
            <translation>Diesen Arbeitsplatz prüfen</translation>
        </message>
        <message>
            <source>waiting</source>
            <translation>wartet</translation>
        </message>
        <message>
            <source>Check again</source>
            <translation>Erneut prüfen</translation>
        </message>
        <message>
            <source>Everything runs on this computer. This looks whether it has what it needs.</source>
            <translation>Alles läuft auf diesem Rechner. Hier wird geprüft, ob er hat, was er braucht.</translation>
        </message>
        <message>
            <source>checking ...</source>
            <translation>wird geprüft ...</translation>
        </message>
        <message>
            <source>good</source>
            <translation>gut</translation>
        </message>
        <message>
            <source>needs attention</source>
            <translation>bitte nachsehen</translation>
        </message>
        <message>
            <source>worth knowing</source>
            <translation>gut zu wissen</translation>
        </message>
    </context>
    <context>
        <name>Decide</name>
        <message>
            <source>Dismiss: why?</source>
            <translation>Verwerfen: warum?</translation>
        </message>
        <message>
            <source>Reasons</source>
            <translation>Gründe</translation>
        </message>
        <message>
            <source>Reason in your own words</source>
            <translation>Grund in eigenen Worten</translation>
        </message>
        <message>
            <source>or in your own words</source>
            <translation>oder in eigenen Worten</translation>
        </message>
        <message>
            <source>Dismiss</source>
            <translation>Verwerfen</translation>
        </message>
        <message>
            <source>Press a number, or Return for the chosen reason.</source>
            <translation>Eine Zahl drücken, oder Eingabe für den gewählten Grund.</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Notiz</translation>
        </message>
        <message>
            <source>Ctrl+Return saves.</source>
            <translation>Strg+Eingabe speichert.</translation>
        </message>
    </context>
    <context>
        <name>Errors</name>
        <message>
            <source>Something needs your attention</source>
            <translation>Bitte beachten</translation>
        </message>
        <message>
            <source>Details for support</source>
            <translation>Einzelheiten für die Betreuung</translation>
        </message>
        <message>
            <source>Show details</source>
            <translation>Einzelheiten zeigen</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Copy message and details to the clipboard</source>
            <translation>Meldung und Einzelheiten in die Zwischenablage kopieren</translation>
        </message>
        <message>
            <source>The program made a mistake ({name}). What was saved is safe. Try again; if it happens again, copy the details and send them to whoever looks after this program.</source>
            <translation>Das Programm hat einen Fehler gemacht ({name}). Gespeichertes ist sicher. Bitte noch einmal versuchen; geschieht es wieder, die Einzelheiten kopieren und an die Betreuung des Programms schicken.</translation>
        </message>
        <message>
            <source>Hide details</source>
            <translation>Einzelheiten verbergen</translation>
        </message>
    </context>
    <context>
        <name>Form</name>
        <message>
            <source>Candidate</source>
            <translation>Prüfling</translation>
        </message>
        <message>
            <source>name of the file</source>
            <translation>Name der Datei</translation>
        </message>
        <message>
            <source>Exam</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <source>such as MATH-101</source>
            <translation>etwa MATHE-101</translation>
        </message>
        <message>
            <source>Accommodation</source>
            <translation>Ausgleich</translation>
        </message>
        <message>
            <source>none</source>
            <translation>keiner</translation>
        </message>
        <message>
            <source>Watch while analysing</source>
            <translation>Beim Auswerten zusehen</translation>
        </message>
        <message>
            <source>Shows picture and curves. Without it all processor cores work, which is faster.</source>
            <translation>Zeigt Bild und Kurven. Ohne arbeiten alle Prozessorkerne, das geht schneller.</translation>
        </message>
    </context>
    <context>
        <name>Gauge</name>
        <message>
            <source>Why?</source>
            <translation>Warum?</translation>
        </message>
        <message>
            <source>Risk</source>
            <translation>Risiko</translation>
        </message>
        <message>
            <source>Coverage</source>
            <translation>Abdeckung</translation>
        </message>
        <message>
            <source>of the time measurable</source>
            <translation>der Zeit messbar</translation>
        </message>
        <message>
            <source>measurable; recording incomplete</source>
            <translation>messbar; Aufzeichnung unvollständig</translation>
        </message>
    </context>
    <context>
        <name>GazeMap</name>
        <message>
            <source>Map of gaze directions</source>
            <translation>Karte der Blickrichtungen</translation>
        </message>
        <message>
            <source>Outside the range of rest: {outside:.1f} of {total:.1f} measurable seconds.</source>
            <translation>Außerhalb des Ruhebereichs: {outside:.1f} von {total:.1f} messbaren Sekunden.</translation>
        </message>
        <message>
            <source>up</source>
            <translation>oben</translation>
        </message>
        <message>
            <source>down</source>
            <translation>unten</translation>
        </message>
        <message>
            <source>left</source>
            <translation>links</translation>
        </message>
        <message>
            <source>right</source>
            <translation>rechts</translation>
        </message>
    </context>
    <context>
        <name>GazePanel</name>
        <message>
            <source>Moments of looking there</source>
            <translation>Zeitpunkte des Blicks dorthin</translation>
        </message>
        <message>
            <source>Where the candidate looked, seen in the picture. Inside the dashed circle is rest. Click a place (or arrows and Return) to list every look there.</source>
            <translation>Wohin der Prüfling blickte, im Bild gesehen. Im gestrichelten Kreis ist Ruhe. Eine Stelle anklicken (oder Pfeile und Eingabe) listet jeden Blick dorthin auf.</translation>
        </message>
        <message>
            <source>{looks} looks, {seconds:.0f} s in all: {across}, {along}, first at {time}</source>
            <translation>{looks} Blicke, zusammen {seconds:.0f} s: {across}, {along}, zuerst bei {time}</translation>
        </message>
        <message>
            <source>right</source>
            <translation>rechts</translation>
        </message>
        <message>
            <source>left</source>
            <translation>links</translation>
        </message>
        <message>
            <source>up</source>
            <translation>oben</translation>
        </message>
        <message>
            <source>down</source>
            <translation>unten</translation>
        </message>
    </context>
    <context>
        <name>Help</name>
        <message>
            <source>Analysis: drop videos on the window or choose them. Each is measured on this computer; no network is needed.</source>
            <translation>Auswertung: Videos auf das Fenster ziehen oder wählen. Jedes wird auf diesem Rechner gemessen; ein Netz ist nicht nötig.</translation>
        </message>
        <message>
            <source>The first seconds are the calibration: where this candidate looks and how they hold their head at rest. Thresholds are set for each candidate.</source>
            <translation>Die ersten Sekunden sind die Kalibrierung: wohin dieser Prüfling in Ruhe blickt und wie er den Kopf hält. Die Schwellen gelten je Prüfling.</translation>
        </message>
        <message>
            <source>What goes beyond a threshold for long enough becomes an event; events that belong together become one incident.</source>
            <translation>Was eine Schwelle lange genug überschreitet, wird ein Ereignis; zusammengehörende Ereignisse werden ein Vorfall.</translation>
        </message>
        <message>
            <source>Review: go through the incidents, look, and confirm or dismiss each. The program reports what was measured; the decision is yours.</source>
            <translation>Durchsicht: die Vorfälle durchgehen, hinsehen, jeden bestätigen oder verwerfen. Das Programm berichtet, was gemessen wurde; die Entscheidung treffen Sie.</translation>
        </message>
        <message>
            <source>Hatched time on a timeline could not be measured (dark picture, closed eyes, no face). It is never counted against the candidate.</source>
            <translation>Schraffierte Zeit auf einer Zeitleiste war nicht messbar (dunkles Bild, geschlossene Augen, kein Gesicht). Sie zählt nie gegen den Prüfling.</translation>
        </message>
        <message>
            <source>Left and right are those of the picture, which is not mirrored: the picture's left is the candidate's own right.</source>
            <translation>Links und rechts gelten im ungespiegelten Bild: links im Bild ist die rechte Seite des Prüflings.</translation>
        </message>
        <message>
            <source>Help and all keys</source>
            <translation>Hilfe und alle Tasten</translation>
        </message>
        <message>
            <source>How it works</source>
            <translation>So geht es</translation>
        </message>
        <message>
            <source>Pages of the help</source>
            <translation>Seiten der Hilfe</translation>
        </message>
    </context>
    <context>
        <name>History</name>
        <message>
            <source>Decisions and notes</source>
            <translation>Entscheidungen und Notizen</translation>
        </message>
        <message>
            <source>Note about the whole recording</source>
            <translation>Notiz zur ganzen Aufzeichnung</translation>
        </message>
        <message>
            <source>Nothing here is ever erased: taking a decision back is a decision of its own.</source>
            <translation>Hier wird nie etwas gelöscht: Eine Entscheidung zurückzunehmen ist selbst eine Entscheidung.</translation>
        </message>
        <message>
            <source>whole recording</source>
            <translation>ganze Aufzeichnung</translation>
        </message>
    </context>
    <context>
        <name>IncidentPanel</name>
        <message>
            <source>Explanation of the incident</source>
            <translation>Erklärung des Vorfalls</translation>
        </message>
        <message>
            <source>Incidents</source>
            <translation>Vorfälle</translation>
        </message>
        <message>
            <source>Picture {number} of the incident</source>
            <translation>Bild {number} des Vorfalls</translation>
        </message>
        <message>
            <source>Confirm (C)</source>
            <translation>Bestätigen (C)</translation>
        </message>
        <message>
            <source>Dismiss (D)</source>
            <translation>Verwerfen (D)</translation>
        </message>
        <message>
            <source>Note (T)</source>
            <translation>Notiz (T)</translation>
        </message>
        <message>
            <source>Undo (U)</source>
            <translation>Zurück (U)</translation>
        </message>
        <message>
            <source>No incidents in this recording</source>
            <translation>Keine Vorfälle in dieser Aufzeichnung</translation>
        </message>
        <message>
            <source>To decide: {left} of {all}</source>
            <translation>Zu entscheiden: {left} von {all}</translation>
        </message>
        <message>
            <source>All {all} decided</source>
            <translation>Alle {all} entschieden</translation>
        </message>
        <message>
            <source>Severity {severity}; {points:.3f} points of the risk.</source>
            <translation>Schwere {severity}; {points:.3f} Punkte des Risikos.</translation>
        </message>
    </context>
    <context>
        <name>Incidents</name>
        <message>
            <source>Decision</source>
            <translation>Stand</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>What</source>
            <translation>Was</translation>
        </message>
        <message>
            <source>Lasts</source>
            <translation>Dauer</translation>
        </message>
    </context>
    <context>
        <name>Lanes</name>
        <message>
            <source>Gaze aside</source>
            <translation>Blick zur Seite</translation>
        </message>
        <message>
            <source>Head turn</source>
            <translation>Kopfdrehung</translation>
        </message>
        <message>
            <source>Head up/down</source>
            <translation>Kopf auf/ab</translation>
        </message>
        <message>
            <source>Head tilt</source>
            <translation>Kopfneigung</translation>
        </message>
        <message>
            <source>Risk</source>
            <translation>Risiko</translation>
        </message>
        <message>
            <source>Gaze</source>
            <translation>Blick</translation>
        </message>
        <message>
            <source>Head</source>
            <translation>Kopf</translation>
        </message>
        <message>
            <source>Nobody there</source>
            <translation>Niemand da</translation>
        </message>
        <message>
            <source>Several people</source>
            <translation>Mehrere Personen</translation>
        </message>
    </context>
    <context>
        <name>Layers</name>
        <message>
            <source>Head axes</source>
            <translation>Kopfachsen</translation>
        </message>
        <message>
            <source>Gaze</source>
            <translation>Blick</translation>
        </message>
        <message>
            <source>People</source>
            <translation>Personen</translation>
        </message>
        <message>
            <source>Face points</source>
            <translation>Gesichtspunkte</translation>
        </message>
        <message>
            <source>Draw over the picture: {layer}</source>
            <translation>Über das Bild zeichnen: {layer}</translation>
        </message>
    </context>
    <context>
        <name>Live</name>
        <message>
            <source>Drop videos anywhere in this window, or choose them on the left.</source>
            <translation>Videos irgendwo auf dieses Fenster ziehen oder links wählen.</translation>
        </message>
        <message>
            <source>Incidents so far</source>
            <translation>Vorfälle bisher</translation>
        </message>
        <message>
            <source>Calibration</source>
            <translation>Kalibrierung</translation>
        </message>
        <message>
            <source>{measurable:.0f} of {elapsed:.0f} seconds so far could be measured.</source>
            <translation>{measurable:.0f} von {elapsed:.0f} Sekunden waren bisher messbar.</translation>
        </message>
        <message>
            <source>Why this risk</source>
            <translation>Warum dieses Risiko</translation>
        </message>
        <message>
            <source>What could not be measured is hatched in the timelines. It never adds to the risk.</source>
            <translation>Was nicht messbar war, ist in den Zeitleisten schraffiert. Es erhöht nie das Risiko.</translation>
        </message>
        <message>
            <source>Why this coverage</source>
            <translation>Warum diese Abdeckung</translation>
        </message>
    </context>
    <context>
        <name>LiveDialog</name>
        <message>
            <source>Capture from a camera or stream</source>
            <translation>Von Kamera oder Strom aufnehmen</translation>
        </message>
        <message>
            <source>Camera or address</source>
            <translation>Kamera oder Adresse</translation>
        </message>
        <message>
            <source>Start capture</source>
            <translation>Aufnahme starten</translation>
        </message>
        <message>
            <source>Choose a camera, or write the address of a stream (rtsp:// or http://). The picture is recorded while it is measured; Stop ends the capture and writes the report.</source>
            <translation>Eine Kamera wählen oder die Adresse eines Stroms angeben (rtsp:// oder http://). Das Bild wird beim Messen aufgezeichnet; Anhalten beendet die Aufnahme und schreibt den Bericht.</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Analysis</source>
            <translation>Auswertung</translation>
        </message>
        <message>
            <source>Sessions</source>
            <translation>Sitzungen</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Durchsicht</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Optionen</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>Farben</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>Prüfen</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Hilfe</translation>
        </message>
        <message>
            <source>About</source>
            <translation>Über</translation>
        </message>
        <message>
            <source>Ready. Drop videos anywhere to analyse them.</source>
            <translation>Bereit. Videos irgendwo hinziehen, um sie auszuwerten.</translation>
        </message>
        <message>
            <source>Exchange of reports with the centre</source>
            <translation>Abgleich der Berichte mit der Zentrale</translation>
        </message>
        <message>
            <source>Choose videos to analyse</source>
            <translation>Videos zum Auswerten wählen</translation>
        </message>
        <message>
            <source>Videos ({pattern});;All files (*)</source>
            <translation>Videos ({pattern});;Alle Dateien (*)</translation>
        </message>
    </context>
    <context>
        <name>OptionField</name>
        <message>
            <source>{low:g} to {high:g}</source>
            <translation>{low:g} bis {high:g}</translation>
        </message>
        <message>
            <source>at least {low:g}</source>
            <translation>mindestens {low:g}</translation>
        </message>
        <message>
            <source>at most {high:g}</source>
            <translation>höchstens {high:g}</translation>
        </message>
        <message>
            <source>on</source>
            <translation>ein</translation>
        </message>
    </context>
    <context>
        <name>Queue</name>
        <message>
            <source>waiting</source>
            <translation>wartet</translation>
        </message>
        <message>
            <source>live</source>
            <translation>live</translation>
        </message>
        <message>
            <source>done</source>
            <translation>fertig</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>misslungen</translation>
        </message>
        <message>
            <source>cancelled</source>
            <translation>abgebrochen</translation>
        </message>
        <message>
            <source>Recording</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>Candidate</source>
            <translation>Prüfling</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Stand</translation>
        </message>
    </context>
    <context>
        <name>Review</name>
        <message>
            <source>The whole recording</source>
            <translation>Die ganze Aufzeichnung</translation>
        </message>
        <message>
            <source>Span {start} to {end}; T writes a note about it</source>
            <translation>Spanne {start} bis {end}; T schreibt eine Notiz dazu</translation>
        </message>
        <message>
            <source>Export the report</source>
            <translation>Bericht ausgeben</translation>
        </message>
        <message>
            <source>Written: {path}</source>
            <translation>Geschrieben: {path}</translation>
        </message>
        <message>
            <source>Why this risk</source>
            <translation>Warum dieses Risiko</translation>
        </message>
        <message>
            <source>Why this coverage</source>
            <translation>Warum diese Abdeckung</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Durchsicht</translation>
        </message>
        <message>
            <source>N goes to the next incident, Space plays it, C confirms, D dismisses. F1 shows every key.</source>
            <translation>N geht zum nächsten Vorfall, Leertaste spielt ab, C bestätigt, D verwirft. F1 zeigt alle Tasten.</translation>
        </message>
        <message>
            <source>The recording is being opened.</source>
            <translation>Die Aufzeichnung wird geöffnet.</translation>
        </message>
        <message>
            <source>The recording is not where it was. Find it...</source>
            <translation>Die Aufzeichnung liegt nicht mehr dort. Suchen...</translation>
        </message>
        <message>
            <source>Export...</source>
            <translation>Ausgeben...</translation>
        </message>
        <message>
            <source>What is shown beside the recording</source>
            <translation>Was neben der Aufzeichnung gezeigt wird</translation>
        </message>
        <message>
            <source>Incidents</source>
            <translation>Vorfälle</translation>
        </message>
        <message>
            <source>What if</source>
            <translation>Wenn ...</translation>
        </message>
        <message>
            <source>Gaze map</source>
            <translation>Blickkarte</translation>
        </message>
        <message>
            <source>Calibration</source>
            <translation>Kalibrierung</translation>
        </message>
        <message>
            <source>Notes</source>
            <translation>Notizen</translation>
        </message>
        <message>
            <source>Choose a session on the Sessions page, or analyse a video.</source>
            <translation>Auf der Seite Sitzungen eine Sitzung wählen oder ein Video auswerten.</translation>
        </message>
        <message>
            <source>Review: {student}, {exam}</source>
            <translation>Durchsicht: {student}, {exam}</translation>
        </message>
        <message>
            <source>The recording {name} is not on this workstation. Curves, pictures and decisions are all here.</source>
            <translation>Die Aufzeichnung {name} ist nicht auf diesem Arbeitsplatz. Kurven, Bilder und Entscheidungen sind alle hier.</translation>
        </message>
        <message>
            <source>Find the recording</source>
            <translation>Aufzeichnung suchen</translation>
        </message>
        <message>
            <source>{name} is not the recording that was analysed: its content differs. Choose the original file.</source>
            <translation>{name} ist nicht die ausgewertete Aufzeichnung: Der Inhalt ist ein anderer. Bitte die ursprüngliche Datei wählen.</translation>
        </message>
        <message>
            <source>{incident}: play on with Space, confirm with C, dismiss with D</source>
            <translation>{incident}: weiter mit Leertaste, bestätigen mit C, verwerfen mit D</translation>
        </message>
        <message>
            <source>Saved. Left to decide: {left}</source>
            <translation>Gespeichert. Noch zu entscheiden: {left}</translation>
        </message>
        <message>
            <source>Saved. All are decided: E exports the report.</source>
            <translation>Gespeichert. Alle sind entschieden: E gibt den Bericht aus.</translation>
        </message>
    </context>
    <context>
        <name>ReviewLog</name>
        <message>
            <source>taken back</source>
            <translation>zurückgenommen</translation>
        </message>
    </context>
    <context>
        <name>Risk</name>
        <message>
            <source>Clean</source>
            <translation>Unauffällig</translation>
        </message>
        <message>
            <source>Borderline</source>
            <translation>Grenzfall</translation>
        </message>
        <message>
            <source>Suspicious</source>
            <translation>Auffällig</translation>
        </message>
        <message>
            <source>High risk</source>
            <translation>Hohes Risiko</translation>
        </message>
    </context>
    <context>
        <name>Sessions</name>
        <message>
            <source>Candidate</source>
            <translation>Prüfling</translation>
        </message>
        <message>
            <source>Exam</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <source>Risk</source>
            <translation>Risiko</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Durchsicht</translation>
        </message>
        <message>
            <source>Lasts</source>
            <translation>Dauer</translation>
        </message>
        <message>
            <source>Analysed</source>
            <translation>Ausgewertet</translation>
        </message>
        <message>
            <source>Centre</source>
            <translation>Zentrale</translation>
        </message>
        <message>
            <source>Recording</source>
            <translation>Aufzeichnung</translation>
        </message>
        <message>
            <source>Sessions</source>
            <translation>Sitzungen</translation>
        </message>
        <message>
            <source>Every analysed recording. Choose one and press Return to review it; click a heading to sort.</source>
            <translation>Alle ausgewerteten Aufzeichnungen. Eine wählen und mit Eingabe durchsehen; ein Klick auf eine Überschrift sortiert.</translation>
        </message>
        <message>
            <source>Search candidate, exam or recording</source>
            <translation>Prüfling, Prüfung oder Aufzeichnung suchen</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suche</translation>
        </message>
        <message>
            <source>any risk</source>
            <translation>jedes Risiko</translation>
        </message>
        <message>
            <source>any state of review</source>
            <translation>jeder Stand</translation>
        </message>
        <message>
            <source>No sessions yet. Drop a video anywhere to analyse it.</source>
            <translation>Noch keine Sitzungen. Ein Video irgendwo hinziehen, um es auszuwerten.</translation>
        </message>
        <message>
            <source>Export...</source>
            <translation>Ausgeben...</translation>
        </message>
        <message>
            <source>Write the chosen reports as PDF, HTML, JSON or CSV</source>
            <translation>Die gewählten Berichte als PDF, HTML, JSON und CSV schreiben</translation>
        </message>
        <message>
            <source>Delete</source>
            <translation>Löschen</translation>
        </message>
        <message>
            <source>Erase the chosen reports; for eight seconds it can be undone</source>
            <translation>Die gewählten Berichte löschen; acht Sekunden lang rückgängig zu machen</translation>
        </message>
        <message>
            <source>Undo delete</source>
            <translation>Löschen zurücknehmen</translation>
        </message>
        <message>
            <source>Shown {shown} of {all}; to review: {waiting}, with {incidents} incidents</source>
            <translation>{shown} von {all}; durchzusehen: {waiting} mit {incidents} Vorfällen</translation>
        </message>
        <message>
            <source>Choose a folder; each report gets a PDF, HTML, JSON and CSV</source>
            <translation>Ordner wählen; jeder Bericht bekommt PDF, HTML, JSON und CSV</translation>
        </message>
        <message>
            <source>Files written to {folder}: {count}</source>
            <translation>Nach {folder} geschriebene Dateien: {count}</translation>
        </message>
        <message>
            <source>Undo delete ({count})</source>
            <translation>Löschen zurücknehmen ({count})</translation>
        </message>
        <message>
            <source>Reports erased: {count}</source>
            <translation>Gelöschte Berichte: {count}</translation>
        </message>
    </context>
    <context>
        <name>Settings</name>
        <message>
            <source>General</source>
            <translation>Allgemein</translation>
        </message>
        <message>
            <source>Centre's database</source>
            <translation>Datenbank der Zentrale</translation>
        </message>
        <message>
            <source>Exchange with the centre</source>
            <translation>Abgleich mit der Zentrale</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>Fenster</translation>
        </message>
        <message>
            <source>Pictures</source>
            <translation>Bilder</translation>
        </message>
        <message>
            <source>Refused files</source>
            <translation>Abgelehnte Dateien</translation>
        </message>
        <message>
            <source>Measuring</source>
            <translation>Messen</translation>
        </message>
        <message>
            <source>Calibration</source>
            <translation>Kalibrierung</translation>
        </message>
        <message>
            <source>Detection</source>
            <translation>Erkennen</translation>
        </message>
        <message>
            <source>Risk policy</source>
            <translation>Risikoregeln</translation>
        </message>
        <message>
            <source>Processes</source>
            <translation>Prozesse</translation>
        </message>
        <message>
            <source>Evidence</source>
            <translation>Belege</translation>
        </message>
        <message>
            <source>Keeping</source>
            <translation>Aufbewahren</translation>
        </message>
        <message>
            <source>REST service</source>
            <translation>REST-Dienst</translation>
        </message>
        <message>
            <source>REST queue</source>
            <translation>REST-Warteschlange</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Optionen</translation>
        </message>
        <message>
            <source>Each setting says what it does and which values are possible. Changes hold for the next analysis; language and size after a restart.</source>
            <translation>Jede Einstellung sagt, was sie tut und welche Werte möglich sind. Änderungen gelten für die nächste Auswertung; Sprache und Größe nach einem Neustart.</translation>
        </message>
        <message>
            <source>Groups of settings</source>
            <translation>Gruppen von Einstellungen</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Speichern</translation>
        </message>
        <message>
            <source>Discard changes</source>
            <translation>Änderungen verwerfen</translation>
        </message>
        <message>
            <source>This window</source>
            <translation>Dieses Fenster</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>Tasten</translation>
        </message>
        <message>
            <source>Accommodations</source>
            <translation>Nachteilsausgleich</translation>
        </message>
        <message>
            <source>Test the connection</source>
            <translation>Verbindung testen</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>Ihr Name</translation>
        </message>
        <message>
            <source>Size of everything</source>
            <translation>Größe von allem</translation>
        </message>
        <message>
            <source>Stands beside every decision that you make.</source>
            <translation>Steht neben jeder Ihrer Entscheidungen.</translation>
        </message>
        <message>
            <source>After a restart.</source>
            <translation>Nach einem Neustart.</translation>
        </message>
        <message>
            <source>Click a field and press the keys. After a restart.</source>
            <translation>Ein Feld anklicken und die Tasten drücken. Gilt nach einem Neustart.</translation>
        </message>
        <message>
            <source>Chosen for a recording on the Analysis page. The report names the profile and gives the risk with and without it.</source>
            <translation>Wird auf der Seite Auswertung für eine Aufzeichnung gewählt. Der Bericht nennt das Profil und gibt das Risiko mit und ohne an.</translation>
        </message>
        <message>
            <source>Saved.</source>
            <translation>Gespeichert.</translation>
        </message>
        <message>
            <source>No server is named: reports stay on this workstation.</source>
            <translation>Kein Server angegeben: Berichte bleiben auf diesem Arbeitsplatz.</translation>
        </message>
        <message>
            <source>Connecting ...</source>
            <translation>Verbindung wird aufgebaut ...</translation>
        </message>
        <message>
            <source>The server answers. {sentence}</source>
            <translation>Der Server antwortet. {sentence}</translation>
        </message>
    </context>
    <context>
        <name>Sync</name>
        <message>
            <source>only here</source>
            <translation>nur hier</translation>
        </message>
        <message>
            <source>Kept on this workstation; sent as soon as the centre's server answers.</source>
            <translation>Auf diesem Arbeitsplatz aufbewahrt; wird gesendet, sobald der Server der Zentrale antwortet.</translation>
        </message>
        <message>
            <source>at the centre</source>
            <translation>in der Zentrale</translation>
        </message>
        <message>
            <source>The centre's server has it.</source>
            <translation>Der Server der Zentrale hat ihn.</translation>
        </message>
        <message>
            <source>refused</source>
            <translation>abgelehnt</translation>
        </message>
        <message>
            <source>The centre's server refused it. It is safe here; the reason is in the log and has to be looked at.</source>
            <translation>Der Server der Zentrale hat ihn abgelehnt. Hier ist er sicher; der Grund steht im Protokoll und muss angesehen werden.</translation>
        </message>
        <message>
            <source>conflict</source>
            <translation>Widerspruch</translation>
        </message>
        <message>
            <source>The centre has another report under this id. Neither was overwritten.</source>
            <translation>Die Zentrale hat unter dieser Kennung einen anderen Bericht. Keiner wurde überschrieben.</translation>
        </message>
        <message>
            <source>from the centre</source>
            <translation>aus der Zentrale</translation>
        </message>
        <message>
            <source>Analysed on another workstation and received from the centre.</source>
            <translation>Auf einem anderen Arbeitsplatz ausgewertet und von der Zentrale erhalten.</translation>
        </message>
    </context>
    <context>
        <name>Timeline</name>
        <message>
            <source>not measurable</source>
            <translation>nicht messbar</translation>
        </message>
        <message>
            <source>{lane}: nothing measured.</source>
            <translation>{lane}: nichts gemessen.</translation>
        </message>
        <message>
            <source>{lane}: from {low} to {high}, measurable {share} of the time</source>
            <translation>{lane}: von {low} bis {high}, messbar in {share} der Zeit</translation>
        </message>
        <message>
            <source>, beyond the threshold {share} of it.</source>
            <translation>, davon {share} jenseits der Schwelle.</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>Zeitleiste</translation>
        </message>
        <message>
            <source>Incidents: {count}.</source>
            <translation>Vorfälle: {count}.</translation>
        </message>
    </context>
    <context>
        <name>Transport</name>
        <message>
            <source>Speed; [ slower, ] faster</source>
            <translation>Tempo; [ langsamer, ] schneller</translation>
        </message>
        <message>
            <source>Stop at incidents</source>
            <translation>An Vorfällen anhalten</translation>
        </message>
        <message>
            <source>Pause at each incident (S)</source>
            <translation>An jedem Vorfall anhalten (S)</translation>
        </message>
        <message>
            <source>Skip quiet time</source>
            <translation>Ruhiges überspringen</translation>
        </message>
        <message>
            <source>Jump over time without incidents (Q)</source>
            <translation>Zeit ohne Vorfälle überspringen (Q)</translation>
        </message>
    </context>
    <context>
        <name>VideoView</name>
        <message>
            <source>Video</source>
            <translation>Video</translation>
        </message>
        <message>
            <source>{time}: not measurable, {reason}</source>
            <translation>{time}: nicht messbar, {reason}</translation>
        </message>
        <message>
            <source>{time}: head yaw {yaw:.0f}°, pitch {pitch:.0f}°, roll {roll:.0f}°</source>
            <translation>{time}: Kopf gedreht {yaw:.0f}°, gehoben {pitch:.0f}°, geneigt {roll:.0f}°</translation>
        </message>
    </context>
    <context>
        <name>WhatIf</name>
        <message>
            <source>Gaze threshold at least</source>
            <translation>Blickschwelle mindestens</translation>
        </message>
        <message>
            <source>Head turn threshold at least</source>
            <translation>Drehschwelle mindestens</translation>
        </message>
        <message>
            <source>Head up/down threshold at least</source>
            <translation>Auf/Ab-Schwelle mindestens</translation>
        </message>
        <message>
            <source>Head tilt threshold at least</source>
            <translation>Neigeschwelle mindestens</translation>
        </message>
        <message>
            <source>Gaze aside for at least</source>
            <translation>Blick zur Seite mindestens</translation>
        </message>
        <message>
            <source>Head aside for at least</source>
            <translation>Kopf zur Seite mindestens</translation>
        </message>
        <message>
            <source>Nobody there for at least</source>
            <translation>Niemand da mindestens</translation>
        </message>
        <message>
            <source>One incident across gaps up to</source>
            <translation>Ein Vorfall über Lücken bis</translation>
        </message>
        <message>
            <source>As in the report</source>
            <translation>Wie im Bericht</translation>
        </message>
        <message>
            <source>What would change</source>
            <translation>Was sich ändern würde</translation>
        </message>
        <message>
            <source>Try other settings on the stored measurements. The report stays as it is.</source>
            <translation>Andere Einstellungen an den gespeicherten Messungen ausprobieren. Der Bericht bleibt, wie er ist.</translation>
        </message>
        <message>
            <source>The measurements of this report are not on this workstation.</source>
            <translation>Die Messungen dieses Berichts sind nicht auf diesem Arbeitsplatz.</translation>
        </message>
        <message>
            <source>Risk {before:.2f} ({old}) would be {after:.2f} ({new}).</source>
            <translation>Aus Risiko {before:.2f} ({old}) würde {after:.2f} ({new}).</translation>
        </message>
        <message>
            <source>Incidents: {before} now, {after} then.</source>
            <translation>Vorfälle: jetzt {before}, dann {after}.</translation>
        </message>
        <message>
            <source>Gone</source>
            <translation>Entfallen</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Neu</translation>
        </message>
    </context>
    <context>
        <name>Why</name>
        <message>
            <source>The risk says how urgently a person should look, never what a candidate did. Up to 0.20 is clean, up to 0.40 borderline, up to 0.65 suspicious, above that high risk.</source>
            <translation>Das Risiko sagt, wie dringend ein Mensch hinsehen sollte, nie, was ein Prüfling getan hat. Bis 0.20 unauffällig, bis 0.40 Grenzfall, bis 0.65 auffällig, darüber hohes Risiko.</translation>
        </message>
        <message>
            <source>Parts of the risk, which add up to it exactly:</source>
            <translation>Teile des Risikos, die sich genau dazu aufaddieren:</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Gaze deviation</source>
            <translation>Blickabweichung</translation>
        </message>
        <message>
            <source>Head movement</source>
            <translation>Kopfbewegung</translation>
        </message>
        <message>
            <source>Nobody there</source>
            <translation>Niemand da</translation>
        </message>
        <message>
            <source>Several people</source>
            <translation>Mehrere Personen</translation>
        </message>
        <message>
            <source>Picture dark</source>
            <translation>Bild dunkel</translation>
        </message>
        <message>
            <source>Picture frozen</source>
            <translation>Bild eingefroren</translation>
        </message>
        <message>
            <source>Picture lost</source>
            <translation>Bild ausgefallen</translation>
        </message>
        <message>
            <source>Picture blurred</source>
            <translation>Bild unscharf</translation>
        </message>
        <message>
            <source>left</source>
            <translation>links</translation>
        </message>
        <message>
            <source>right</source>
            <translation>rechts</translation>
        </message>
        <message>
            <source>up</source>
            <translation>oben</translation>
        </message>
        <message>
            <source>down</source>
            <translation>unten</translation>
        </message>
        <message>
            <source>low</source>
            <translation>gering</translation>
        </message>
        <message>
            <source>medium</source>
            <translation>mittel</translation>
        </message>
        <message>
            <source>high</source>
            <translation>hoch</translation>
        </message>
        <message>
            <source>to decide</source>
            <translation>offen</translation>
        </message>
        <message>
            <source>confirmed</source>
            <translation>bestätigt</translation>
        </message>
        <message>
            <source>dismissed</source>
            <translation>verworfen</translation>
        </message>
        <message>
            <source>disputed</source>
            <translation>strittig</translation>
        </message>
        <message>
            <source>nothing to review</source>
            <translation>nichts durchzusehen</translation>
        </message>
        <message>
            <source>to review</source>
            <translation>durchzusehen</translation>
        </message>
        <message>
            <source>reviewed</source>
            <translation>durchgesehen</translation>
        </message>
        <message>
            <source>Thinking, looks at nothing</source>
            <translation>Denkt nach, blickt ins Leere</translation>
        </message>
        <message>
            <source>Reading or writing what is permitted</source>
            <translation>Liest oder schreibt Erlaubtes</translation>
        </message>
        <message>
            <source>Short glance, no pattern</source>
            <translation>Kurzer Blick, kein Muster</translation>
        </message>
        <message>
            <source>Distracted by a noise or person</source>
            <translation>Von Geräusch oder Person abgelenkt</translation>
        </message>
        <message>
            <source>Accommodation or disability</source>
            <translation>Nachteilsausgleich oder Behinderung</translation>
        </message>
        <message>
            <source>Measured wrongly</source>
            <translation>Falsch gemessen</translation>
        </message>
        <message>
            <source>Note by {who}: {text}</source>
            <translation>Notiz von {who}: {text}</translation>
        </message>
        <message>
            <source>{who}: {said}</source>
            <translation>{who}: {said}</translation>
        </message>
    </context>
</TS>
