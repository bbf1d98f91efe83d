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
            <source>Go to Review</source>
            <translation>Zur Durchsicht</translation>
        </message>
        <message>
            <source>Go to Settings</source>
            <translation>Zu den Einstellungen</translation>
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
            <translation>Bericht exportieren</translation>
        </message>
        <message>
            <source>Add an incident of your own</source>
            <translation>Eigenen Vorfall hinzufügen</translation>
        </message>
        <message>
            <source>Go to Reports</source>
            <translation>Zu den Berichten</translation>
        </message>
        <message>
            <source>Put the chosen reports into the bin</source>
            <translation>Die gewählten Berichte in den Papierkorb legen</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>Berichte</translation>
        </message>
        <message>
            <source>Search the reports</source>
            <translation>Die Berichte durchsuchen</translation>
        </message>
        <message>
            <source>Search, from the list</source>
            <translation>Suchen, von der Liste aus</translation>
        </message>
        <message>
            <source>Decide about alike incidents</source>
            <translation>Gleichartige Vorfälle entscheiden</translation>
        </message>
        <message>
            <source>Next recording to review</source>
            <translation>Nächste Aufzeichnung zur Durchsicht</translation>
        </message>
        <message>
            <source>Clip of the incident as MP4</source>
            <translation>Ausschnitt des Vorfalls als MP4</translation>
        </message>
        <message>
            <source>What the colours mean</source>
            <translation>Was die Farben bedeuten</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>The exam begins here</source>
            <translation>Die Prüfung beginnt hier</translation>
        </message>
        <message>
            <source>The exam ends here</source>
            <translation>Die Prüfung endet hier</translation>
        </message>
        <message>
            <source>Forget the given times of the exam</source>
            <translation>Die angegebenen Prüfungszeiten vergessen</translation>
        </message>
        <message>
            <source>The exam of this capture begins now</source>
            <translation>Die Prüfung dieser Aufzeichnung beginnt jetzt</translation>
        </message>
        <message>
            <source>The exam of this capture ends now</source>
            <translation>Die Prüfung dieser Aufzeichnung endet jetzt</translation>
        </message>
        <message>
            <source>Analysis</source>
            <translation>Analyse</translation>
        </message>
    </context>
    <context>
        <name>Analysis</name>
        <message>
            <source>the same as {name}</source>
            <translation>dieselbe wie {name}</translation>
        </message>
        <message>
            <source>analysed before</source>
            <translation>schon ausgewertet</translation>
        </message>
        <message>
            <source>What is analysed or captured is seen here.</source>
            <translation>Was ausgewertet oder aufgenommen wird, ist hier zu sehen.</translation>
        </message>
        <message>
            <source>{student}: the picture is back after {seconds:.0f} s.</source>
            <translation>{student}: Das Bild ist nach {seconds:.0f} s wieder da.</translation>
        </message>
        <message>
            <source>{student}: no signal since {time}. It is tried again until you stop it.</source>
            <translation>{student}: kein Bild seit {time}. Es wird weiter versucht, bis Sie anhalten.</translation>
        </message>
        <message>
            <source>{name}: candidates: {rows}; recordings named after it: {named} of {all}.</source>
            <translation>{name}: Prüflinge: {rows}; danach benannte Aufzeichnungen: {named} von {all}.</translation>
        </message>
        <message>
            <source>{names} and {count} more</source>
            <translation>{names} und {count} weitere</translation>
        </message>
        <message>
            <source>{file} fits several lines ({lines}) and keeps its own name.</source>
            <translation>{file} passt auf mehrere Zeilen ({lines}) und behält den eigenen Namen.</translation>
        </message>
        <message>
            <source>{done:.1f} of {all:.1f} minutes analysed; recordings: {count} of {files}</source>
            <translation>{done:.1f} von {all:.1f} Minuten ausgewertet; Aufzeichnungen: {count} von {files}</translation>
        </message>
        <message>
            <source>less than a minute left</source>
            <translation>noch weniger als eine Minute</translation>
        </message>
        <message>
            <source>could not be used: {count}</source>
            <translation>nicht verwendbar: {count}</translation>
        </message>
        <message>
            <source>connecting again, attempt {count}</source>
            <translation>neuer Verbindungsversuch {count}</translation>
        </message>
        <message>
            <source>about {count} min left</source>
            <translation>noch etwa {count} min</translation>
        </message>
        <message>
            <source>Watch while analysing</source>
            <translation>Beim Auswerten zusehen</translation>
        </message>
        <message>
            <source>Try the chosen recordings once more</source>
            <translation>Die gewählten Aufzeichnungen noch einmal versuchen</translation>
        </message>
        <message>
            <source>The report about {student} is not saved: {reason} Save again keeps it.</source>
            <translation>Der Bericht über {student} ist nicht gespeichert: {reason} „Erneut speichern“ bewahrt ihn.</translation>
        </message>
        <message>
            <source>The exam of {names} is being captured. Closing ends the capture; what was captured until now is kept and reported.</source>
            <translation>Die Prüfung von {names} wird gerade aufgenommen. Schließen beendet die Aufnahme; was bis jetzt aufgenommen wurde, bleibt erhalten und bekommt seinen Bericht.</translation>
        </message>
        <message>
            <source>Take the chosen recordings out of the list; no file is touched</source>
            <translation>Die gewählten Aufzeichnungen aus der Liste nehmen; keine Datei wird angerührt</translation>
        </message>
        <message>
            <source>Tables (*.csv *.tsv *.txt);;All files (*)</source>
            <translation>Tabellen (*.csv *.tsv *.txt);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Stop all</source>
            <translation>Alle anhalten</translation>
        </message>
        <message>
            <source>Shows the picture with what is measured in it. Without it all processor cores work, which is faster, and only the curves grow.</source>
            <translation>Zeigt das Bild mit dem, was darin gemessen wird. Ohne das arbeiten alle Prozessorkerne, was schneller ist, und nur die Kurven wachsen.</translation>
        </message>
        <message>
            <source>Save again</source>
            <translation>Erneut speichern</translation>
        </message>
        <message>
            <source>Roster...</source>
            <translation>Liste ...</translation>
        </message>
        <message>
            <source>Retry</source>
            <translation>Erneut</translation>
        </message>
        <message>
            <source>REC {time}</source>
            <translation>REC {time}</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>Pause</translation>
        </message>
        <message>
            <source>No signal since {time}</source>
            <translation>Kein Bild seit {time}</translation>
        </message>
        <message>
            <source>No recordings, and not taken: {names}.</source>
            <translation>Keine Aufzeichnungen und nicht übernommen: {names}.</translation>
        </message>
        <message>
            <source>No recording lies in: {names}.</source>
            <translation>Keine Aufzeichnung liegt in: {names}.</translation>
        </message>
        <message>
            <source>Name recordings after a table (CSV) with the columns file, candidate, exam, seat and profile</source>
            <translation>Aufzeichnungen nach einer Tabelle (CSV) benennen, mit den Spalten Datei, Prüfling, Prüfung, Platz und Profil</translation>
        </message>
        <message>
            <source>Let the analysis of files wait; captures go on</source>
            <translation>Die Auswertung von Dateien warten lassen; Aufnahmen laufen weiter</translation>
        </message>
        <message>
            <source>In the list already: {names}.</source>
            <translation>Schon in der Liste: {names}.</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <source>End the chosen captures and write their reports, or break off the chosen file</source>
            <translation>Die gewählten Aufnahmen beenden und ihre Berichte schreiben oder die gewählte Datei abbrechen</translation>
        </message>
        <message>
            <source>Drop videos or a folder anywhere in this window, choose videos, or capture from a camera or stream.</source>
            <translation>Videos oder einen Ordner irgendwo in dieses Fenster ziehen, Videos wählen oder von einer Kamera oder einem Stream aufnehmen.</translation>
        </message>
        <message>
            <source>Double-click or F2 writes into a cell. With several rows selected, what you write is for all of them.</source>
            <translation>Doppelklick oder F2 schreibt in eine Zelle. Sind mehrere Zeilen ausgewählt, gilt das Geschriebene für alle.</translation>
        </message>
        <message>
            <source>Choose videos</source>
            <translation>Videos wählen</translation>
        </message>
        <message>
            <source>Choose a roster</source>
            <translation>Prüflingsliste wählen</translation>
        </message>
        <message>
            <source>Break off the analysis and begin no other; captures are ended one by one</source>
            <translation>Auswertung abbrechen und keine weitere beginnen; Aufnahmen werden einzeln beendet</translation>
        </message>
        <message>
            <source>1. Drop videos or a folder, or choose them.  2. Say in the list who sits the exam.  3. Start.  4. Review what was found.</source>
            <translation>1. Videos oder einen Ordner hineinziehen oder auswählen.  2. In der Liste angeben, wer die Prüfung ablegt.  3. Start.  4. Funde durchsehen.</translation>
        </message>
        <message>
            <source>Analysis</source>
            <translation>Auswertung</translation>
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
            <source>Remove</source>
            <translation>Entfernen</translation>
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
            <source>Recordings left from last time: {count}. Start goes on.</source>
            <translation>Vom letzten Mal übrig: {count} Aufzeichnungen. Starten macht weiter.</translation>
        </message>
        <message>
            <source>Opening {name} ...</source>
            <translation>{name} wird geöffnet ...</translation>
        </message>
        <message>
            <source>Stopped: {name}</source>
            <translation>Abgebrochen: {name}</translation>
        </message>
        <message>
            <source>{student}: {risk} ({score:.2f}), incidents: {count}, measurable: {share:.0%}</source>
            <translation>{student}: {risk} ({score:.2f}), Vorfälle: {count}, messbar: {share:.0%}</translation>
        </message>
        <message>
            <source>{name} is analysed with all processor cores, in parts. Dotted parts of the curves are provisional until everything before them is measured.</source>
            <translation>{name} wird mit allen Prozessorkernen in Teilen ausgewertet. Gepunktete Teile der Kurven sind vorläufig, bis alles davor gemessen ist.</translation>
        </message>
        <message>
            <source>Not recorded since {time}: the disk is full</source>
            <translation>Seit {time} nicht aufgezeichnet: Der Datenträger ist voll</translation>
        </message>
        <message>
            <source>{student}: recorded again, in another file.</source>
            <translation>{student}: Wird wieder aufgezeichnet, in einer weiteren Datei.</translation>
        </message>
        <message>
            <source>{student}: not recorded since {time}, because the disk is full. It is measured all the same. Free some space: then it is recorded again.</source>
            <translation>{student}: Seit {time} nicht aufgezeichnet, weil der Datenträger voll ist. Gemessen wird weiterhin. Schaffen Sie Platz: Dann wird wieder aufgezeichnet.</translation>
        </message>
        <message>
            <source>Recordings</source>
            <translation>Aufzeichnungen</translation>
        </message>
        <message>
            <source>Picture and curves</source>
            <translation>Bild und Kurven</translation>
        </message>
    </context>
    <context>
        <name>Calibration</name>
        <message>
            <source>Calibrated with {count} pictures</source>
            <translation>Kalibriert mit {count} Bildern</translation>
        </message>
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
        <message>
            <source>Calibration: Why?</source>
            <translation>Kalibrierung: Warum?</translation>
        </message>
        <message>
            <source>The camera seems to stand beside the screen.</source>
            <translation>Die Kamera steht wohl neben dem Bildschirm.</translation>
        </message>
        <message>
            <source>The head is held turned or tilted.</source>
            <translation>Der Kopf wird gedreht oder geneigt gehalten.</translation>
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
            <translation>Ein Server kann in den Einstellungen angegeben werden.</translation>
        </message>
        <message>
            <source>Put back in line: {count}</source>
            <translation>Wieder eingereiht: {count}</translation>
        </message>
        <message>
            <source>Report {id}: {reason}</source>
            <translation>Bericht {id}: {reason}</translation>
        </message>
        <message>
            <source>Decision {id}: {reason}</source>
            <translation>Entscheidung {id}: {reason}</translation>
        </message>
        <message>
            <source>and {count} more; see `proctor-desktop sync --status`</source>
            <translation>und {count} weitere; siehe `proctor-desktop sync --status`</translation>
        </message>
        <message>
            <source>Trying to reach the centre ...</source>
            <translation>Die Zentrale wird angesprochen ...</translation>
        </message>
        <message>
            <source>never</source>
            <translation>nie</translation>
        </message>
        <message>
            <source>Last tried: {tried}. Last exchanged: {exchanged}.</source>
            <translation>Zuletzt versucht: {tried}. Zuletzt abgeglichen: {exchanged}.</translation>
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
        <message>
            <source>Centre</source>
            <translation>Zentrale</translation>
        </message>
        <message>
            <source>No server is set: reports stay on this computer.</source>
            <translation>Kein Server ist eingestellt: Die Berichte bleiben auf diesem Computer.</translation>
        </message>
        <message>
            <source>Choose recordings...</source>
            <translation>Aufzeichnungen wählen ...</translation>
        </message>
        <message>
            <source>Ready. Choose recordings of an exam, or drop them into the window.</source>
            <translation>Bereit. Wählen Sie Aufzeichnungen einer Prüfung oder ziehen Sie sie ins Fenster.</translation>
        </message>
        <message>
            <source>See to what needs attention, then check again.</source>
            <translation>Sehen Sie nach dem, was Aufmerksamkeit braucht, und prüfen Sie dann erneut.</translation>
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
            <source>Note</source>
            <translation>Notiz</translation>
        </message>
        <message>
            <source>Ctrl+Return saves.</source>
            <translation>Strg+Eingabe speichert.</translation>
        </message>
        <message>
            <source>A number says what it was, then write what you saw and press Return. It is kept as yours, beside what was measured; the measured risk stays as it is.</source>
            <translation>Eine Ziffer sagt, was es war; dann schreiben, was zu sehen war, und Eingabe drücken. Es wird als Ihr Vorfall neben dem Gemessenen behalten; das gemessene Risiko bleibt, wie es ist.</translation>
        </message>
        <message>
            <source>Add an incident of your own</source>
            <translation>Eigenen Vorfall hinzufügen</translation>
        </message>
        <message>
            <source>What it was</source>
            <translation>Was es war</translation>
        </message>
        <message>
            <source>What you saw</source>
            <translation>Was zu sehen war</translation>
        </message>
        <message>
            <source>what you saw, in your own words</source>
            <translation>was zu sehen war, in eigenen Worten</translation>
        </message>
        <message>
            <source>Press a number, or write your own words and press Return.</source>
            <translation>Drücken Sie eine Zahl, oder schreiben Sie eigene Worte und drücken Sie Enter.</translation>
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
        <message>
            <source>{measured}; {left} ({class}) without what was dismissed</source>
            <translation>{measured}; {left} ({class}) ohne das Verworfene</translation>
        </message>
        <message>
            <source>{least} to {most}, had all been measured</source>
            <translation>{least} bis {most}, wäre alles gemessen worden</translation>
        </message>
        <message>
            <source>gaze 0 %</source>
            <translation>Blick 0 %</translation>
        </message>
        <message>
            <source>head 0 %</source>
            <translation>Kopf 0 %</translation>
        </message>
        <message>
            <source>people 0 %</source>
            <translation>Personen 0 %</translation>
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
            <source>Confirm (C)</source>
            <translation>Bestätigen (C)</translation>
        </message>
        <message>
            <source>Dismiss (D)</source>
            <translation>Verwerfen (D)</translation>
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
        <message>
            <source>Add</source>
            <translation>Eigener</translation>
        </message>
        <message>
            <source>Alike...</source>
            <translation>Gleiche...</translation>
        </message>
        <message>
            <source>Kind of the incidents listed</source>
            <translation>Art der gezeigten Vorfälle</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Notiz</translation>
        </message>
        <message>
            <source>Nothing was flagged in this recording.</source>
            <translation>In dieser Aufzeichnung wurde nichts gemeldet.</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>Wiederholen</translation>
        </message>
        <message>
            <source>The picture shows no incident. N goes to the next, P to the one before.</source>
            <translation>Das Bild zeigt keinen Vorfall. N geht zum nächsten, P zum vorigen.</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>all kinds</source>
            <translation>alle Arten</translation>
        </message>
        <message>
            <source>Clip</source>
            <translation>Clip</translation>
        </message>
        <message>
            <source>No picture: a person added this incident.</source>
            <translation>Kein Bild: Eine Person hat diesen Vorfall hinzugefügt.</translation>
        </message>
        <message>
            <source>Its pictures are not on this computer; they are where the recording was analysed.</source>
            <translation>Seine Bilder sind nicht auf diesem Computer; sie liegen dort, wo die Aufzeichnung ausgewertet wurde.</translation>
        </message>
        <message>
            <source>No pictures of this one: the report keeps those of its {kept} incidents with the most points. The recording itself shows it.</source>
            <translation>Keine Bilder von diesem: Der Bericht behält die seiner {kept} Vorfälle mit den meisten Punkten. Die Aufzeichnung selbst zeigt ihn.</translation>
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
        <message>
            <source>Nothing was measured here beyond a threshold. A person saw this and added it; it is no part of the measured risk.</source>
            <translation>Hier wurde nichts über einer Schwelle gemessen. Ein Mensch hat dies gesehen und hinzugefügt; es gehört nicht zum gemessenen Risiko.</translation>
        </message>
        <message>
            <source>{kind}, added by a person</source>
            <translation>{kind}, von Hand hinzugefügt</translation>
        </message>
        <message>
            <source>Part of the risk, which is 0 to 1</source>
            <translation>Anteil am Risiko, das von 0 bis 1 geht</translation>
        </message>
        <message>
            <source>Points</source>
            <translation>Punkte</translation>
        </message>
        <message>
            <source>Severity</source>
            <translation>Schwere</translation>
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
        <message>
            <source>Added</source>
            <translation>Hinzugefügt</translation>
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
            <source>End this capture</source>
            <translation>Diese Aufnahme beenden</translation>
        </message>
        <message>
            <source>End it and write its report</source>
            <translation>Beenden und den Bericht schreiben</translation>
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
        <message>
            <source>outside of the exam, not charged</source>
            <translation>außerhalb der Prüfung, nicht angerechnet</translation>
        </message>
        <message>
            <source>Exam begins</source>
            <translation>Prüfung beginnt</translation>
        </message>
        <message>
            <source>Exam ends</source>
            <translation>Prüfung endet</translation>
        </message>
        <message>
            <source>The exam begins now; what came before is not charged (Ctrl+B)</source>
            <translation>Die Prüfung beginnt jetzt; was davor war, wird nicht angerechnet (Strg+B)</translation>
        </message>
        <message>
            <source>The exam ends now; what comes after is not charged (Ctrl+Shift+B)</source>
            <translation>Die Prüfung endet jetzt; was danach kommt, wird nicht angerechnet (Strg+Umschalt+B)</translation>
        </message>
    </context>
    <context>
        <name>LiveDialog</name>
        <message>
            <source>rtsp:// or http:// address</source>
            <translation>Adresse mit rtsp:// oder http://</translation>
        </message>
        <message>
            <source>Say first who sits before this camera.</source>
            <translation>Bitte erst angeben, wer vor dieser Kamera sitzt.</translation>
        </message>
        <message>
            <source>Say first which camera or stream.</source>
            <translation>Bitte erst angeben, welche Kamera oder welcher Stream.</translation>
        </message>
        <message>
            <source>Choose a camera, or write the address of a stream (rtsp:// or http://). It is captured at once, beside whatever else runs, and recorded while it is measured; Stop ends it and writes the report.</source>
            <translation>Eine Kamera wählen oder die Adresse eines Streams schreiben (rtsp:// oder http://). Aufgenommen wird sofort, neben allem anderen, und beim Messen aufgezeichnet; Anhalten beendet die Aufnahme und schreibt den Bericht.</translation>
        </message>
        <message>
            <source>Exam</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <source>Candidate</source>
            <translation>Prüfling</translation>
        </message>
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
            <source>Show the picture</source>
            <translation>Bild zeigen</translation>
        </message>
        <message>
            <source>See what it shows before it is captured</source>
            <translation>Ansehen, was zu sehen ist, bevor aufgezeichnet wird</translation>
        </message>
        <message>
            <source>The camera is given back first ...</source>
            <translation>Die Kamera wird erst freigegeben ...</translation>
        </message>
        <message>
            <source>Opening it ...</source>
            <translation>Wird geöffnet ...</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Drop here to put it into the list of recordings</source>
            <translation>Hier ablegen, um es in die Liste der Aufzeichnungen zu nehmen</translation>
        </message>
        <message>
            <source>Analysis</source>
            <translation>Auswertung</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Durchsicht</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
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
        <message>
            <source>Opening the reports of this workstation ...</source>
            <translation>Die Berichte dieses Arbeitsplatzes werden geöffnet ...</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>Berichte</translation>
        </message>
        <message>
            <source>Centre</source>
            <translation>Zentrale</translation>
        </message>
    </context>
    <context>
        <name>OptionField</name>
        <message>
            <source>on</source>
            <translation>an</translation>
        </message>
        <message>
            <source>English</source>
            <translation>Englisch</translation>
        </message>
        <message>
            <source>German</source>
            <translation>Deutsch</translation>
        </message>
        <message>
            <source>Reset</source>
            <translation>Zurücksetzen</translation>
        </message>
        <message>
            <source>Reset {title}</source>
            <translation>{title} zurücksetzen</translation>
        </message>
        <message>
            <source>as the system</source>
            <translation>wie das System</translation>
        </message>
        <message>
            <source>at least {low}</source>
            <translation>mindestens {low}</translation>
        </message>
        <message>
            <source>at most {high}</source>
            <translation>höchstens {high}</translation>
        </message>
        <message>
            <source>dark</source>
            <translation>dunkel</translation>
        </message>
        <message>
            <source>empty</source>
            <translation>leer</translation>
        </message>
        <message>
            <source>everything</source>
            <translation>alles</translation>
        </message>
        <message>
            <source>faults only</source>
            <translation>nur Fehler</translation>
        </message>
        <message>
            <source>light</source>
            <translation>hell</translation>
        </message>
        <message>
            <source>off</source>
            <translation>aus</translation>
        </message>
        <message>
            <source>production</source>
            <translation>Betrieb</translation>
        </message>
        <message>
            <source>test</source>
            <translation>Probe</translation>
        </message>
        <message>
            <source>the usual</source>
            <translation>das Übliche</translation>
        </message>
        <message>
            <source>warnings</source>
            <translation>Warnungen</translation>
        </message>
        <message>
            <source>{low} to {high}</source>
            <translation>{low} bis {high}</translation>
        </message>
        <message>
            <source>{title}: {old} becomes {new}</source>
            <translation>{title}: aus {old} wird {new}</translation>
        </message>
        <message>
            <source>Changed; the program comes with: {value}.</source>
            <translation>Geändert; ausgeliefert wird: {value}.</translation>
        </message>
    </context>
    <context>
        <name>Queue</name>
        <message>
            <source>{class}, {count} to decide</source>
            <translation>{class}, {count} zu entscheiden</translation>
        </message>
        <message>
            <source>waiting; {remark}</source>
            <translation>wartet; {remark}</translation>
        </message>
        <message>
            <source>stopped</source>
            <translation>angehalten</translation>
        </message>
        <message>
            <source>opening</source>
            <translation>öffnet</translation>
        </message>
        <message>
            <source>not saved: {reason}</source>
            <translation>nicht gespeichert: {reason}</translation>
        </message>
        <message>
            <source>none</source>
            <translation>keiner</translation>
        </message>
        <message>
            <source>no signal</source>
            <translation>kein Bild</translation>
        </message>
        <message>
            <source>failed: {reason}</source>
            <translation>gescheitert: {reason}</translation>
        </message>
        <message>
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>Exam</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <source>Accommodation</source>
            <translation>Ausgleich</translation>
        </message>
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
            <source>Recording</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>Candidate</source>
            <translation>Prüfling</translation>
        </message>
        <message>
            <source>live, not recorded</source>
            <translation>live, nicht aufgezeichnet</translation>
        </message>
    </context>
    <context>
        <name>Review</name>
        <message>
            <source>The whole recording</source>
            <translation>Die ganze Aufzeichnung</translation>
        </message>
        <message>
            <source>Export the report</source>
            <translation>Bericht exportieren</translation>
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
            <source>The recording is being opened.</source>
            <translation>Die Aufzeichnung wird geöffnet.</translation>
        </message>
        <message>
            <source>The recording is not where it was. Find it...</source>
            <translation>Die Aufzeichnung liegt nicht mehr dort. Suchen...</translation>
        </message>
        <message>
            <source>Export...</source>
            <translation>Exportieren...</translation>
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
            <translation>Was wäre, wenn</translation>
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
            <source>Find the recording</source>
            <translation>Aufzeichnung suchen</translation>
        </message>
        <message>
            <source>{name} is not the recording that was analysed: its content differs. Choose the original file.</source>
            <translation>{name} ist nicht die ausgewertete Aufzeichnung: Der Inhalt ist ein anderer. Bitte die ursprüngliche Datei wählen.</translation>
        </message>
        <message>
            <source>Read first</source>
            <translation>Zuerst lesen</translation>
        </message>
        <message>
            <source>What to know before the numbers of this report are believed</source>
            <translation>Was zu wissen ist, bevor man den Zahlen dieses Berichts glaubt</translation>
        </message>
        <message>
            <source>Read first ({count})</source>
            <translation>Zuerst lesen ({count})</translation>
        </message>
        <message>
            <source>Before you believe the numbers</source>
            <translation>Bevor Sie den Zahlen glauben</translation>
        </message>
        <message>
            <source>Choose a report on the page Reports, or analyse a recording.</source>
            <translation>Wählen Sie einen Bericht auf der Seite Berichte, oder werten Sie eine Aufzeichnung aus.</translation>
        </message>
        <message>
            <source>Each incident plays until you decide: C confirms, D dismisses, N goes on. F1 shows every key.</source>
            <translation>Jeder Vorfall läuft, bis Sie entscheiden: C bestätigt, D verwirft, N geht weiter. F1 zeigt alle Tasten.</translation>
        </message>
        <message>
            <source>No other recording is left to review.</source>
            <translation>Keine andere Aufzeichnung ist mehr durchzusehen.</translation>
        </message>
        <message>
            <source>The recording {name} was not found. Curves, pictures and decisions are all here.</source>
            <translation>Die Aufzeichnung {name} wurde nicht gefunden. Kurven, Bilder und Entscheidungen sind alle da.</translation>
        </message>
        <message>
            <source>There is no further incident in the list.</source>
            <translation>In der Liste steht kein weiterer Vorfall.</translation>
        </message>
        <message>
            <source>Undo (U)</source>
            <translation>Rückgängig (U)</translation>
        </message>
        <message>
            <source>{name} reviews from now on. Decide now.</source>
            <translation>Von jetzt an sieht {name} durch. Entscheiden Sie nun.</translation>
        </message>
        <message>
            <source>{student}, {exam}</source>
            <translation>{student}, {exam}</translation>
        </message>
        <message>
            <source>Choose the incident of which a clip is wanted.</source>
            <translation>Wählen Sie den Vorfall, von dem ein Ausschnitt gewünscht ist.</translation>
        </message>
        <message>
            <source>Clip of the incident</source>
            <translation>Ausschnitt des Vorfalls</translation>
        </message>
        <message>
            <source>Writing {path} ...</source>
            <translation>{path} wird geschrieben ...</translation>
        </message>
        <message>
            <source>The recording began on {time}, as the file says.</source>
            <translation>Die Aufzeichnung begann am {time}, wie die Datei sagt.</translation>
        </message>
        <message>
            <source>The recording began on {time}.</source>
            <translation>Die Aufzeichnung begann am {time}.</translation>
        </message>
        <message>
            <source>Exam</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>The recording shows nothing here: no picture came, or it was not recorded.</source>
            <translation>Hier zeigt die Aufzeichnung nichts: Es kam kein Bild, oder es wurde nicht aufgezeichnet.</translation>
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
        <message>
            <source>Too little to say</source>
            <translation>Zu wenig für eine Aussage</translation>
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
            <source>Language and colours</source>
            <translation>Sprache und Farben</translation>
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
            <source>Networks</source>
            <translation>Netze</translation>
        </message>
        <message>
            <source>Measuring</source>
            <translation>Messen</translation>
        </message>
        <message>
            <source>Exam</source>
            <translation>Prüfung</translation>
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
            <translation>Einstellungen</translation>
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
            <source>You and your screen</source>
            <translation>Sie und Ihr Bildschirm</translation>
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
            <translation>Größe der Anzeige</translation>
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
        <message>
            <source>Review</source>
            <translation>Durchsicht</translation>
        </message>
        <message>
            <source>Changes to be saved</source>
            <translation>Zu speichernde Änderungen</translation>
        </message>
        <message>
            <source>Search a setting</source>
            <translation>Einstellung suchen</translation>
        </message>
        <message>
            <source>Stands beside every decision that you make; earlier decisions keep their name.</source>
            <translation>Steht neben jeder Ihrer Entscheidungen; frühere behalten ihren Namen.</translation>
        </message>
        <message>
            <source>Take back</source>
            <translation>Zurücknehmen</translation>
        </message>
        <message>
            <source>Five dots</source>
            <translation>Fünf Punkte</translation>
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
        <message>
            <source>No sound: this workstation has no audio device. Pictures play as ever.</source>
            <translation>Kein Ton: dieser Arbeitsplatz hat kein Audiogerät. Bilder laufen wie immer.</translation>
        </message>
        <message>
            <source>This recording has no sound</source>
            <translation>Diese Aufnahme hat keinen Ton</translation>
        </message>
        <message>
            <source>Speed; Ctrl+Down slower, Ctrl+Up faster</source>
            <translation>Tempo; Strg+Ab langsamer, Strg+Auf schneller</translation>
        </message>
        <message>
            <source>Sound at every forward speed; click to mute, the arrow sets the volume</source>
            <translation>Ton bei jedem Tempo vorwärts; Klick schaltet stumm, der Pfeil stellt die Lautstärke</translation>
        </message>
        <message>
            <source>Speed {speed}</source>
            <translation>Tempo {speed}</translation>
        </message>
        <message>
            <source>Volume</source>
            <translation>Lautstärke</translation>
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
            <source>Parts of the risk, which add up to it exactly:</source>
            <translation>Teile des Risikos, die sich genau dazu aufaddieren:</translation>
        </message>
        <message>
            <source>Scale: {classes}.</source>
            <translation>Skala: {classes}.</translation>
        </message>
        <message>
            <source>The risk says how urgently a person should look, never what a candidate did.</source>
            <translation>Das Risiko sagt, wie dringend ein Mensch hinsehen sollte, nie, was jemand getan hat.</translation>
        </message>
        <message>
            <source>above that {class}</source>
            <translation>darüber {class}</translation>
        </message>
        <message>
            <source>up to {end:.2f} {class}</source>
            <translation>bis {end:.2f} {class}</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Gaze aside</source>
            <translation>Blick zur Seite</translation>
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
        <message>
            <source>Added by {who}: {text}</source>
            <translation>Hinzugefügt von {who}: {text}</translation>
        </message>
        <message>
            <source>Something else</source>
            <translation>Etwas anderes</translation>
        </message>
        <message>
            <source>Verdict by {who}: {said}</source>
            <translation>Ergebnis von {who}: {said}</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>nichts</translation>
        </message>
        <message>
            <source>passed on</source>
            <translation>weitergegeben</translation>
        </message>
        <message>
            <source>taken back</source>
            <translation>zurückgenommen</translation>
        </message>
        <message>
            <source>talk to the candidate</source>
            <translation>mit dem Prüfling sprechen</translation>
        </message>
        <message>
            <source>A picture or screen, no person</source>
            <translation>Ein Bild oder Bildschirm, kein Mensch</translation>
        </message>
        <message>
            <source>Bent or turned, still there</source>
            <translation>Gebückt oder gedreht, noch da</translation>
        </message>
        <message>
            <source>Camera or chair was moved</source>
            <translation>Kamera oder Stuhl wurde verschoben</translation>
        </message>
        <message>
            <source>Passes by in the background</source>
            <translation>Geht im Hintergrund vorbei</translation>
        </message>
        <message>
            <source>Permitted break</source>
            <translation>Erlaubte Pause</translation>
        </message>
        <message>
            <source>Staff of the exam</source>
            <translation>Aufsicht oder Personal</translation>
        </message>
        <message>
            <source>Head tilt</source>
            <translation>Kopfneigung</translation>
        </message>
    </context>
    <context>
        <name>Sentences</name>
        <message>
            <source>Close that window first, or name another folder with PROCTOR_FOLDER.</source>
            <translation>Bitte erst jenes Fenster schließen oder mit PROCTOR_FOLDER einen anderen Ordner nennen.</translation>
        </message>
        <message>
            <source>The folder {name} is open in another window, which does not answer.</source>
            <translation>Der Ordner {name} ist in einem anderen Fenster geöffnet, das nicht antwortet.</translation>
        </message>
        <message>
            <source>The roster is empty.</source>
            <translation>Die Prüflingsliste ist leer.</translation>
        </message>
        <message>
            <source>The roster has a line of titles and no candidate.</source>
            <translation>Die Prüflingsliste hat eine Titelzeile und keinen Prüfling.</translation>
        </message>
        <message>
            <source>The roster cannot be read as a table: {cause}.</source>
            <translation>Die Prüflingsliste lässt sich nicht als Tabelle lesen: {cause}.</translation>
        </message>
        <message>
            <source>The first line of the roster names no column 'candidate'.</source>
            <translation>Die erste Zeile der Prüflingsliste nennt keine Spalte „Prüfling“.</translation>
        </message>
        <message>
            <source>It may name the columns file, candidate, exam, seat and profile, in any order.</source>
            <translation>Sie darf die Spalten Datei, Prüfling, Prüfung, Platz und Profil nennen, in beliebiger Reihenfolge.</translation>
        </message>
        <message>
            <source>Line {line} of the roster names no candidate.</source>
            <translation>Zeile {line} der Prüflingsliste nennt keinen Prüfling.</translation>
        </message>
        <message>
            <source>Line {line} of the roster has a name of more than 100 characters.</source>
            <translation>Zeile {line} der Prüflingsliste hat einen Namen von mehr als 100 Zeichen.</translation>
        </message>
        <message>
            <source>Line {line} of the roster has {text} in braces.</source>
            <translation>In Zeile {line} der Prüflingsliste steht {text} in geschweiften Klammern.</translation>
        </message>
        <message>
            <source>Only candidate, exam and seat may stand there.</source>
            <translation>Dort dürfen nur candidate, exam und seat stehen.</translation>
        </message>
        <message>
            <source>Line {line} of the roster names no known accommodation.</source>
            <translation>Zeile {line} der Prüflingsliste nennt keine bekannte Anpassung.</translation>
        </message>
        <message>
            <source>Known are: {known}.</source>
            <translation>Bekannt sind: {known}.</translation>
        </message>
        <message>
            <source>No face was in the picture for {seconds} s; absences shorter than {limit} s are not counted.</source>
            <translation>{seconds} s lang war kein Gesicht im Bild; Abwesenheiten unter {limit} s zählen nicht.</translation>
        </message>
        <message>
            <source>Up to {count} faces were counted within {seconds} s; one person is expected.</source>
            <translation>Innerhalb von {seconds} s wurden bis zu {count} Gesichter gezählt; erwartet wird eine Person.</translation>
        </message>
        <message>
            <source>{movement} for {seconds} s; this candidate's threshold is {angle}.</source>
            <translation>{movement}, {seconds} s lang; die Schwelle dieses Prüflings liegt bei {angle}.</translation>
        </message>
        <message>
            <source>{movement} for {seconds} s; the default threshold, used because calibration gave none, is {angle}.</source>
            <translation>{movement}, {seconds} s lang; die Standardschwelle, weil die Kalibrierung keine ergab, liegt bei {angle}.</translation>
        </message>
        <message>
            <source>{who} by up to {angle} from the resting posture {side}</source>
            <translation>{who}: bis zu {angle} von der Ruhelage {side}</translation>
        </message>
        <message>
            <source>{who} by up to {angle} from the resting posture</source>
            <translation>{who}: bis zu {angle} von der Ruhelage</translation>
        </message>
        <message>
            <source>{who} by up to {angle} from the median posture of the recording {side}</source>
            <translation>{who}: bis zu {angle} von der mittleren Haltung der Aufnahme {side}</translation>
        </message>
        <message>
            <source>{who} by up to {angle} from the median posture of the recording</source>
            <translation>{who}: bis zu {angle} von der mittleren Haltung der Aufnahme</translation>
        </message>
        <message>
            <source>{radians} rad ({angle} degrees)</source>
            <translation>{radians} rad ({angle} Grad)</translation>
        </message>
        <message>
            <source>{angle} degrees</source>
            <translation>{angle} Grad</translation>
        </message>
        <message>
            <source>In the same incident: {parts}.</source>
            <translation>Im selben Vorfall: {parts}.</translation>
        </message>
        <message>
            <source>{events} ({names}), charged with it</source>
            <translation>{events} ({names}), mit angerechnet</translation>
        </message>
        <message>
            <source>{events} ({names}), not charged again</source>
            <translation>{events} ({names}), nicht noch einmal angerechnet</translation>
        </message>
        <message>
            <source>{count} gaze deviations</source>
            <translation>{count} Blickabweichungen</translation>
        </message>
        <message>
            <source>{count} gaze deviation</source>
            <translation>{count} Blickabweichung</translation>
        </message>
        <message>
            <source>{count} head movements</source>
            <translation>{count} Kopfbewegungen</translation>
        </message>
        <message>
            <source>{count} head movement</source>
            <translation>{count} Kopfbewegung</translation>
        </message>
        <message>
            <source>{count} face absences</source>
            <translation>{count} Abwesenheiten</translation>
        </message>
        <message>
            <source>{count} face absence</source>
            <translation>{count} Abwesenheit</translation>
        </message>
        <message>
            <source>{count} sights of several faces</source>
            <translation>{count} Mal mehrere Gesichter</translation>
        </message>
        <message>
            <source>{count} sight of several faces</source>
            <translation>{count} Mal mehrere Gesichter</translation>
        </message>
        <message>
            <source>It would not have been flagged {one} or {other}.</source>
            <translation>Es wäre nicht gemeldet worden, {one} oder {other}.</translation>
        </message>
        <message>
            <source>It would not have been flagged {one}.</source>
            <translation>Es wäre nicht gemeldet worden, {one}.</translation>
        </message>
        <message>
            <source>with a threshold above {limit} rad (in force: {now})</source>
            <translation>bei einer Schwelle über {limit} rad (gilt: {now})</translation>
        </message>
        <message>
            <source>with a threshold above {limit} degrees (in force: {now})</source>
            <translation>bei einer Schwelle über {limit} Grad (gilt: {now})</translation>
        </message>
        <message>
            <source>if {kinds} had to last longer than {seconds} s</source>
            <translation>wenn {kinds} erst ab {seconds} s zählten</translation>
        </message>
        <message>
            <source>Without it the class would be {name}.</source>
            <translation>Ohne diesen Vorfall wäre die Klasse {name}.</translation>
        </message>
        <message>
            <source>Risk {risk} from 1 incident in {length} measurable.</source>
            <translation>Risiko {risk} aus 1 Vorfall in {length} messbarer Zeit.</translation>
        </message>
        <message>
            <source>Risk {risk} from {count} incidents in {length} measurable.</source>
            <translation>Risiko {risk} aus {count} Vorfällen in {length} messbarer Zeit.</translation>
        </message>
        <message>
            <source>The largest part, {points}, is incident {name} ({kind}).</source>
            <translation>Der größte Teil, {points}, ist Vorfall {name} ({kind}).</translation>
        </message>
        <message>
            <source>Only {share} of the recording could be measured.</source>
            <translation>Nur {share} der Aufnahme konnten gemessen werden.</translation>
        </message>
        <message>
            <source>Only the exam counts, from {begin} to {end} of the recording.</source>
            <translation>Nur die Prüfung zählt, von {begin} bis {end} der Aufnahme.</translation>
        </message>
        <message>
            <source>Too little to say: only {share} of the recording could be measured, so it is not called CLEAN.</source>
            <translation>Zu wenig, um etwas zu sagen: Nur {share} der Aufnahme ließ sich messen, deshalb heißt sie nicht CLEAN.</translation>
        </message>
        <message>
            <source>Only {share} of the video could be analysed ({length} missing; {needed} are needed), so the class is BORDERLINE and not CLEAN: because of missing video, not because of behaviour.</source>
            <translation>Nur {share} des Videos konnten ausgewertet werden ({length} fehlen; nötig sind {needed}); deshalb ist die Klasse Grenzfall und nicht Unauffällig: weil Video fehlt, nicht wegen des Verhaltens.</translation>
        </message>
        <message>
            <source>{minutes} minutes</source>
            <translation>{minutes} Minuten</translation>
        </message>
        <message>
            <source>{measured} s of {whole} s ({share}) could be assessed; the head could be measured in {head} and the gaze in {gaze} of the recording.</source>
            <translation>{measured} s von {whole} s ({share}) konnten beurteilt werden; der Kopf war in {head}, der Blick in {gaze} der Aufnahme messbar.</translation>
        </message>
        <message>
            <source>{fault} for {seconds} s.</source>
            <translation>{fault}, {seconds} s lang.</translation>
        </message>
        <message>
            <source>base + k x variance = {sum}, raised to the floor of {limit}.</source>
            <translation>Grundwert + k x Varianz = {sum}, angehoben auf die Untergrenze {limit}.</translation>
        </message>
        <message>
            <source>base + k x variance = {sum}, limited to the cap of {limit}.</source>
            <translation>Grundwert + k x Varianz = {sum}, begrenzt auf die Obergrenze {limit}.</translation>
        </message>
        <message>
            <source>base + k x variance = {sum}, between the floor of {low} and the cap of {high}.</source>
            <translation>Grundwert + k x Varianz = {sum}, zwischen der Untergrenze {low} und der Obergrenze {high}.</translation>
        </message>
        <message>
            <source>The gaze was turned</source>
            <translation>Blick abgewendet</translation>
        </message>
        <message>
            <source>The head was turned</source>
            <translation>Kopf gedreht</translation>
        </message>
        <message>
            <source>The head was tilted</source>
            <translation>Kopf geneigt</translation>
        </message>
        <message>
            <source>The head was raised</source>
            <translation>Kopf gehoben</translation>
        </message>
        <message>
            <source>The head was lowered</source>
            <translation>Kopf gesenkt</translation>
        </message>
        <message>
            <source>The head was moved</source>
            <translation>Kopf bewegt</translation>
        </message>
        <message>
            <source>to the picture's left (the candidate's right)</source>
            <translation>nach links im Bild (rechts vom Prüfling aus)</translation>
        </message>
        <message>
            <source>to the picture's right (the candidate's left)</source>
            <translation>nach rechts im Bild (links vom Prüfling aus)</translation>
        </message>
        <message>
            <source>upwards</source>
            <translation>nach oben</translation>
        </message>
        <message>
            <source>downwards</source>
            <translation>nach unten</translation>
        </message>
        <message>
            <source>counter-clockwise in the picture (towards the candidate's right shoulder)</source>
            <translation>gegen den Uhrzeigersinn im Bild (zur rechten Schulter des Prüflings)</translation>
        </message>
        <message>
            <source>clockwise in the picture (towards the candidate's left shoulder)</source>
            <translation>im Uhrzeigersinn im Bild (zur linken Schulter des Prüflings)</translation>
        </message>
        <message>
            <source>gaze deviations</source>
            <translation>Blickabweichungen</translation>
        </message>
        <message>
            <source>head movements</source>
            <translation>Kopfbewegungen</translation>
        </message>
        <message>
            <source>absences</source>
            <translation>Abwesenheiten</translation>
        </message>
        <message>
            <source>sights of several people</source>
            <translation>mehrere Personen im Bild</translation>
        </message>
        <message>
            <source>gaze deviation</source>
            <translation>Blickabweichung</translation>
        </message>
        <message>
            <source>head movement</source>
            <translation>Kopfbewegung</translation>
        </message>
        <message>
            <source>face absence</source>
            <translation>Abwesenheit</translation>
        </message>
        <message>
            <source>multiple faces</source>
            <translation>mehrere Personen</translation>
        </message>
        <message>
            <source>CLEAN</source>
            <translation>Unauffällig</translation>
        </message>
        <message>
            <source>BORDERLINE</source>
            <translation>Grenzfall</translation>
        </message>
        <message>
            <source>SUSPICIOUS</source>
            <translation>Auffällig</translation>
        </message>
        <message>
            <source>HIGH_RISK</source>
            <translation>Hohes Risiko</translation>
        </message>
        <message>
            <source>under 1 %</source>
            <translation>unter 1 %</translation>
        </message>
        <message>
            <source>What was not measurable is left out of the risk, so it neither raises nor lowers it.</source>
            <translation>Was nicht messbar war, bleibt aus dem Risiko heraus: es erhöht es nicht und senkt es nicht.</translation>
        </message>
        <message>
            <source>This time is not measurable; it counts in the coverage and not in the risk.</source>
            <translation>Diese Zeit ist nicht messbar; sie zählt zur Abdeckung und nicht zum Risiko.</translation>
        </message>
        <message>
            <source>The picture was too dark to measure</source>
            <translation>Das Bild war zu dunkel zum Messen</translation>
        </message>
        <message>
            <source>The picture did not change at all</source>
            <translation>Das Bild veränderte sich gar nicht</translation>
        </message>
        <message>
            <source>No picture arrived</source>
            <translation>Es kam kein Bild an</translation>
        </message>
        <message>
            <source>The picture was too blurred to measure</source>
            <translation>Das Bild war zu unscharf zum Messen</translation>
        </message>
        <message>
            <source>no face in the picture</source>
            <translation>kein Gesicht im Bild</translation>
        </message>
        <message>
            <source>the head is turned too far for the eyes to be seen</source>
            <translation>der Kopf ist zu weit gedreht, um die Augen zu sehen</translation>
        </message>
        <message>
            <source>the eyes are closed or nearly closed</source>
            <translation>die Augen sind (fast) geschlossen</translation>
        </message>
        <message>
            <source>the face is too small in the picture</source>
            <translation>das Gesicht ist zu klein im Bild</translation>
        </message>
        <message>
            <source>the face is cut off by the edge of the picture</source>
            <translation>das Gesicht ist vom Bildrand abgeschnitten</translation>
        </message>
        <message>
            <source>the face is blurred</source>
            <translation>das Gesicht ist unscharf</translation>
        </message>
        <message>
            <source>the picture is too dark</source>
            <translation>das Bild ist zu dunkel</translation>
        </message>
        <message>
            <source>the picture is too bright</source>
            <translation>das Bild ist zu hell</translation>
        </message>
        <message>
            <source>the face has too little contrast</source>
            <translation>das Gesicht hat zu wenig Kontrast</translation>
        </message>
        <message>
            <source>no picture arrived</source>
            <translation>es kam kein Bild an</translation>
        </message>
        <message>
            <source>people are counted about twice a second, and not in this frame</source>
            <translation>Personen werden etwa zweimal je Sekunde gezählt, und nicht in diesem Bild</translation>
        </message>
        <message>
            <source>another person is in front of the candidate</source>
            <translation>eine andere Person ist vor dem Prüfling</translation>
        </message>
        <message>
            <source>somebody sits there with the face turned away or covered</source>
            <translation>jemand sitzt da, dessen Gesicht abgewandt oder verdeckt ist</translation>
        </message>
        <message>
            <source>the face is there but its features cannot be followed</source>
            <translation>das Gesicht ist da, aber seine Züge lassen sich nicht verfolgen</translation>
        </message>
        <message>
            <source>Glasses</source>
            <translation>Brille</translation>
        </message>
        <message>
            <source>Involuntary movement</source>
            <translation>Unwillkürliche Bewegung</translation>
        </message>
        <message>
            <source>Low vision</source>
            <translation>Sehbehinderung</translation>
        </message>
        <message>
            <source>Exam on paper</source>
            <translation>Prüfung auf Papier</translation>
        </message>
        <message>
            <source>Permitted second screen</source>
            <translation>Erlaubter zweiter Bildschirm</translation>
        </message>
        <message>
            <source>Reader or scribe in the room</source>
            <translation>Vorlese- oder Schreibhilfe im Raum</translation>
        </message>
        <message>
            <source>Reflections hide the eyes for a while and frames disturb the iris, so calibration does without the eyes and a gaze must go further and last longer; the head is unchanged.</source>
            <translation>Spiegelungen verdecken zeitweise die Augen und Fassungen stören die Iris; deshalb kommt die Kalibrierung ohne die Augen aus, und ein Blick muss weiter gehen und länger dauern; für den Kopf ändert sich nichts.</translation>
        </message>
        <message>
            <source>Tics, tremor and restlessness move head and eyes without purpose, so calibration accepts a livelier candidate, short jerks are no events, and all angles get more room.</source>
            <translation>Tics, Zittern und Unruhe bewegen Kopf und Augen ohne Absicht; deshalb nimmt die Kalibrierung einen lebhafteren Prüfling an, kurze Rucke sind keine Ereignisse, und alle Winkel bekommen mehr Raum.</translation>
        </message>
        <message>
            <source>Reading from close by or through a magnifier needs the head to follow the text and turns the eyes far, so calibration accepts a turned head and both get more room.</source>
            <translation>Lesen aus der Nähe oder mit Lupe lässt den Kopf dem Text folgen und dreht die Augen weit; deshalb nimmt die Kalibrierung einen gedrehten Kopf an, und beide bekommen mehr Raum.</translation>
        </message>
        <message>
            <source>Writing is looking down: short slow glances down are left out, and looking down must go twice as far; sideways and upwards nothing changes.</source>
            <translation>Schreiben heißt nach unten sehen: kurze langsame Blicke nach unten zählen nicht, und nach unten muss der Blick doppelt so weit gehen; seitlich und nach oben ändert sich nichts.</translation>
        </message>
        <message>
            <source>A second screen stands beside the first one, so head and eyes may turn further to either side; upwards and downwards nothing changes.</source>
            <translation>Ein zweiter Bildschirm steht neben dem ersten; deshalb dürfen Kopf und Augen weiter zu jeder Seite gehen; nach oben und unten ändert sich nichts.</translation>
        </message>
        <message>
            <source>A permitted helper sits beside the candidate, who may turn to them: a second person is shown in the report but adds no risk, and does not spoil calibration.</source>
            <translation>Eine erlaubte Hilfe sitzt neben dem Prüfling, der sich zu ihr wenden darf: eine zweite Person steht im Bericht, erhöht aber das Risiko nicht und stört die Kalibrierung nicht.</translation>
        </message>
        <message>
            <source>The centre's MySQL server; empty for none.</source>
            <translation>MySQL-Server der Zentrale; leer für keinen.</translation>
        </message>
        <message>
            <source>Port of the MySQL server.</source>
            <translation>Port des MySQL-Servers.</translation>
        </message>
        <message>
            <source>Account on the MySQL server.</source>
            <translation>Konto auf dem MySQL-Server.</translation>
        </message>
        <message>
            <source>Password of that account; the window keeps it in the keyring.</source>
            <translation>Kennwort dieses Kontos; das Fenster verwahrt es im Schlüsselbund.</translation>
        </message>
        <message>
            <source>Name of the database on the server.</source>
            <translation>Name der Datenbank auf dem Server.</translation>
        </message>
        <message>
            <source>Certificate file of the authority that signed the server's certificate.</source>
            <translation>Zertifikatsdatei der Stelle, die das Zertifikat des Servers unterschrieben hat.</translation>
        </message>
        <message>
            <source>Require that the server's certificate names its host.</source>
            <translation>Verlangen, dass das Zertifikat des Servers seinen Rechner nennt.</translation>
        </message>
        <message>
            <source>Folder of database, evidence and unfinished work.</source>
            <translation>Ordner für Datenbank, Belege und unfertige Arbeit.</translation>
        </message>
        <message>
            <source>In production /docs and /redoc need a key.</source>
            <translation>Im Betrieb (production) brauchen /docs und /redoc einen Schlüssel.</translation>
        </message>
        <message>
            <source>How much is written to the log.</source>
            <translation>Wie viel ins Protokoll geschrieben wird.</translation>
        </message>
        <message>
            <source>Pictures looked at in a second, chosen by presentation time.</source>
            <translation>Betrachtete Bilder je Sekunde, nach Anzeigezeit gewählt.</translation>
        </message>
        <message>
            <source>Longer side in pixels to which larger pictures are reduced.</source>
            <translation>Längere Seite in Pixeln, auf die größere Bilder verkleinert werden.</translation>
        </message>
        <message>
            <source>Clockwise degrees that make the stored picture upright, in place of what the file says; 0 follows the file, 360 takes the picture as it is stored.</source>
            <translation>Grad im Uhrzeigersinn, die das gespeicherte Bild aufrichten, statt der Angabe der Datei; 0 folgt der Datei, 360 nimmt das Bild, wie es gespeichert ist.</translation>
        </message>
        <message>
            <source>Width and height of a picture in pixels.</source>
            <translation>Breite und Höhe eines Bildes in Pixeln.</translation>
        </message>
        <message>
            <source>Size of a picture in units of 1,048,576 pixels.</source>
            <translation>Größe eines Bildes in Einheiten von 1.048.576 Pixeln.</translation>
        </message>
        <message>
            <source>Length of a recording in hours.</source>
            <translation>Länge einer Aufnahme in Stunden.</translation>
        </message>
        <message>
            <source>Pictures in a second.</source>
            <translation>Bilder je Sekunde.</translation>
        </message>
        <message>
            <source>Focal length of the camera in lengths of the picture's longer side; webcams and telephones have 0.7 to 1.1 (a field of view of 70 to 50 degrees).</source>
            <translation>Brennweite der Kamera in Längen der längeren Bildseite; Webcams und Telefone haben 0,7 bis 1,1 (Blickfeld 70 bis 50 Grad).</translation>
        </message>
        <message>
            <source>Factor on the landmarks' depth before the alignment, which comes out too shallow.</source>
            <translation>Faktor auf die Tiefe der Gesichtspunkte vor dem Ausrichten, die zu flach ausfällt.</translation>
        </message>
        <message>
            <source>Sideways travel of the measured iris in eye widths per sine of the gaze angle.</source>
            <translation>Seitlicher Weg der gemessenen Iris in Augenbreiten je Sinus des Blickwinkels.</translation>
        </message>
        <message>
            <source>Sine of the vertical gaze angle for each eye width that the iris is measured higher.</source>
            <translation>Sinus des senkrechten Blickwinkels je Augenbreite, die die Iris höher gemessen wird.</translation>
        </message>
        <message>
            <source>Lid opening in eye widths under which the eye counts as closed; so it does below two fifths of how far it rests open.</source>
            <translation>Lidöffnung in Augenbreiten, unter der das Auge als geschlossen gilt; ebenso unter zwei Fünfteln der Öffnung in Ruhe.</translation>
        </message>
        <message>
            <source>Head yaw in degrees beyond which the irises cannot be seen.</source>
            <translation>Kopfdrehung in Grad, ab der die Iris nicht zu sehen ist.</translation>
        </message>
        <message>
            <source>Head pitch in degrees beyond which lids and irises say nothing about the gaze.</source>
            <translation>Kopfneigung in Grad, ab der Lider und Iris nichts über den Blick sagen.</translation>
        </message>
        <message>
            <source>Width of the face in pixels under which the head's rotation is not measurable.</source>
            <translation>Breite des Gesichts in Pixeln, unter der die Kopfdrehung nicht messbar ist.</translation>
        </message>
        <message>
            <source>Width of the face in pixels under which the gaze is not measurable.</source>
            <translation>Breite des Gesichts in Pixeln, unter der der Blick nicht messbar ist.</translation>
        </message>
        <message>
            <source>Mean grey level of the face under which it is too dark.</source>
            <translation>Mittlerer Grauwert des Gesichts, unter dem es zu dunkel ist.</translation>
        </message>
        <message>
            <source>Mean grey level of the face over which it is too bright.</source>
            <translation>Mittlerer Grauwert des Gesichts, über dem es zu hell ist.</translation>
        </message>
        <message>
            <source>Standard deviation of the face's grey levels under which nothing can be made out.</source>
            <translation>Standardabweichung der Grauwerte des Gesichts, unter der nichts zu erkennen ist.</translation>
        </message>
        <message>
            <source>Variance of the face's Laplacian, at a face of 96 pixels, under which it is blurred.</source>
            <translation>Varianz des Laplace-Bilds bei einem Gesicht von 96 Pixeln, unter der es unscharf ist.</translation>
        </message>
        <message>
            <source>Mean grey level of the picture under which an absent face says nothing.</source>
            <translation>Mittlerer Grauwert des Bildes, unter dem ein fehlendes Gesicht nichts sagt.</translation>
        </message>
        <message>
            <source>Standard deviation of the picture's grey levels under which it shows nothing.</source>
            <translation>Standardabweichung der Grauwerte des Bildes, unter der es nichts zeigt.</translation>
        </message>
        <message>
            <source>Cut-off of the one-euro filter at rest, in hertz.</source>
            <translation>Grenzfrequenz des One-Euro-Filters in Ruhe, in Hertz.</translation>
        </message>
        <message>
            <source>How much the one-euro filter opens with speed, in hertz per degree a second.</source>
            <translation>Wie weit sich der One-Euro-Filter mit der Geschwindigkeit öffnet, in Hertz je Grad und Sekunde.</translation>
        </message>
        <message>
            <source>Seconds at the start in which the candidate looks at the screen; 0 skips it.</source>
            <translation>Sekunden am Anfang, in denen der Prüfling auf den Bildschirm sieht; 0 lässt sie aus.</translation>
        </message>
        <message>
            <source>Frames with a face that 8 seconds or more must hold, in proportion for fewer seconds and for recordings with fewer than 12 frames a second.</source>
            <translation>Bilder mit Gesicht, die 8 Sekunden oder mehr enthalten müssen; anteilig bei weniger Sekunden und bei Aufnahmen mit weniger als 12 Bildern je Sekunde.</translation>
        </message>
        <message>
            <source>Use only frames in which the eyes could be measured as well as the head.</source>
            <translation>Nur Bilder nutzen, in denen außer dem Kopf auch die Augen messbar waren.</translation>
        </message>
        <message>
            <source>A faster turn or nod makes a frame unusable, degrees/s.</source>
            <translation>Schnelleres Drehen oder Nicken macht ein Bild unbrauchbar, Grad/s.</translation>
        </message>
        <message>
            <source>A larger move of the face box does too, in parts of the frame.</source>
            <translation>Ebenso eine größere Verschiebung des Gesichts, in Teilen des Bildes.</translation>
        </message>
        <message>
            <source>A face of which the face model is less sure than this does too.</source>
            <translation>Ebenso ein Gesicht, dessen sich das Modell weniger sicher ist.</translation>
        </message>
        <message>
            <source>Share of the least steady usable frames that is left out too.</source>
            <translation>Anteil der unruhigsten brauchbaren Bilder, der ebenfalls wegbleibt.</translation>
        </message>
        <message>
            <source>Steady frames that must remain of 6 seconds or more.</source>
            <translation>Ruhige Bilder, die von 6 Sekunden oder mehr übrig bleiben müssen.</translation>
        </message>
        <message>
            <source>Shortest steady window that may give the centre, seconds.</source>
            <translation>Kürzestes ruhiges Fenster, das die Mitte geben darf, Sekunden.</translation>
        </message>
        <message>
            <source>Longest steady window that may give the centre, seconds.</source>
            <translation>Längstes ruhiges Fenster, das die Mitte geben darf, Sekunden.</translation>
        </message>
        <message>
            <source>Frames that such a window must hold at least.</source>
            <translation>Bilder, die ein solches Fenster mindestens enthalten muss.</translation>
        </message>
        <message>
            <source>Calibrated further turned than this is refused, degrees.</source>
            <translation>Weiter gedreht kalibriert wird abgelehnt, Grad.</translation>
        </message>
        <message>
            <source>Calibrated further raised or lowered is refused, degrees.</source>
            <translation>Weiter gehoben oder gesenkt kalibriert wird abgelehnt, Grad.</translation>
        </message>
        <message>
            <source>Calibrated further tilted than this is refused, degrees.</source>
            <translation>Weiter geneigt kalibriert wird abgelehnt, Grad.</translation>
        </message>
        <message>
            <source>Standard deviation of yaw, pitch or roll beyond which calibration is refused: at 4 degrees the thresholds come close to their caps, so moving about buys no more room.</source>
            <translation>Standardabweichung von Drehung, Nicken oder Neigung, ab der die Kalibrierung abgelehnt wird: bei 4 Grad nähern sich die Schwellen ihren Obergrenzen, so dass Herumbewegen keinen weiteren Raum verschafft.</translation>
        </message>
        <message>
            <source>The lids of a picture vary less than this, standard deviation in eye widths.</source>
            <translation>Die Lider eines Bildes schwanken weniger, Standardabweichung in Augenbreiten.</translation>
        </message>
        <message>
            <source>Frames that differ less than this from the one before stand still, grey levels.</source>
            <translation>Bilder, die sich weniger vom vorigen unterscheiden, stehen still, Grauwerte.</translation>
        </message>
        <message>
            <source>Share of repeated frames from which on a loop is reported.</source>
            <translation>Anteil wiederholter Bilder, ab dem eine Schleife gemeldet wird.</translation>
        </message>
        <message>
            <source>A frame is a repeated one when it differs from an older frame by less than this part of the usual difference between neighbours. People at rest never do: they differed from their own past by more than from the frame before in every recording seen.</source>
            <translation>Ein Bild ist wiederholt, wenn es sich von einem älteren um weniger als diesen Teil des üblichen Unterschieds zwischen Nachbarn unterscheidet. Ruhende Menschen tun das nie: in jeder gesehenen Aufnahme unterschieden sie sich von ihrer eigenen Vergangenheit mehr als vom Bild davor.</translation>
        </message>
        <message>
            <source>A second person seen in most looks for this long is reported.</source>
            <translation>Eine zweite Person, die so lange in den meisten Blicken zu sehen ist, wird gemeldet.</translation>
        </message>
        <message>
            <source>Proportions that differ throughout by more than this from those of calibration may belong to another face, in distances between the outer corners of the eyes. Many pairs of people differ by less, so silence proves nothing.</source>
            <translation>Verhältnisse, die durchweg um mehr von denen der Kalibrierung abweichen, können zu einem anderen Gesicht gehören, in Abständen der äußeren Augenwinkel. Viele Paare von Menschen unterscheiden sich weniger; Schweigen beweist also nichts.</translation>
        </message>
        <message>
            <source>A face darker than this part of its brightness in the exam is reported.</source>
            <translation>Ein Gesicht, das dunkler als dieser Teil seiner Helligkeit in der Prüfung ist, wird gemeldet.</translation>
        </message>
        <message>
            <source>A usual posture in the exam further from the calibrated one than this part of the threshold is reported.</source>
            <translation>Eine übliche Haltung in der Prüfung, die weiter als dieser Teil der Schwelle von der kalibrierten abweicht, wird gemeldet.</translation>
        </message>
        <message>
            <source>Room for each square radian of variance.</source>
            <translation>Raum je Quadratradiant Varianz.</translation>
        </message>
        <message>
            <source>Yaw threshold of a still head, degrees.</source>
            <translation>Drehschwelle eines ruhigen Kopfes, Grad.</translation>
        </message>
        <message>
            <source>Room for each square degree of variance.</source>
            <translation>Raum je Quadratgrad Varianz.</translation>
        </message>
        <message>
            <source>Yaw threshold at least, degrees.</source>
            <translation>Drehschwelle mindestens, Grad.</translation>
        </message>
        <message>
            <source>Yaw threshold at most, degrees.</source>
            <translation>Drehschwelle höchstens, Grad.</translation>
        </message>
        <message>
            <source>Pitch threshold of a still head, deg.</source>
            <translation>Nickschwelle eines ruhigen Kopfes, Grad.</translation>
        </message>
        <message>
            <source>Pitch threshold at least, degrees.</source>
            <translation>Nickschwelle mindestens, Grad.</translation>
        </message>
        <message>
            <source>Pitch threshold at most, degrees.</source>
            <translation>Nickschwelle höchstens, Grad.</translation>
        </message>
        <message>
            <source>Roll threshold of a still head, degrees.</source>
            <translation>Neigeschwelle eines ruhigen Kopfes, Grad.</translation>
        </message>
        <message>
            <source>Roll threshold at least, degrees.</source>
            <translation>Neigeschwelle mindestens, Grad.</translation>
        </message>
        <message>
            <source>Roll threshold at most, degrees.</source>
            <translation>Neigeschwelle höchstens, Grad.</translation>
        </message>
        <message>
            <source>An event ends below this part of the threshold, so that it does not flicker.</source>
            <translation>Ein Ereignis endet unter diesem Teil der Schwelle, damit es nicht flackert.</translation>
        </message>
        <message>
            <source>Two spans of the same kind closer than this are one, seconds.</source>
            <translation>Zwei Spannen derselben Art, die näher beieinander liegen, sind eine, Sekunden.</translation>
        </message>
        <message>
            <source>Time without measurement that an event may bridge, such as a blink, seconds.</source>
            <translation>Zeit ohne Messung, die ein Ereignis überbrücken darf, etwa ein Lidschlag, Sekunden.</translation>
        </message>
        <message>
            <source>Frames that must show an event at least: one measurement alone may be an error.</source>
            <translation>Bilder, die ein Ereignis mindestens zeigen müssen: eine Messung allein kann ein Fehler sein.</translation>
        </message>
        <message>
            <source>Gaze deviations shorter than this are no events, seconds.</source>
            <translation>Kürzere Blickabweichungen sind keine Ereignisse, Sekunden.</translation>
        </message>
        <message>
            <source>Head movements shorter than this are no events, seconds.</source>
            <translation>Kürzere Kopfbewegungen sind keine Ereignisse, Sekunden.</translation>
        </message>
        <message>
            <source>Absences shorter than this are no events, seconds.</source>
            <translation>Kürzere Abwesenheiten sind keine Ereignisse, Sekunden.</translation>
        </message>
        <message>
            <source>Several people for a shorter time are no event, seconds.</source>
            <translation>Mehrere Personen für kürzere Zeit sind kein Ereignis, Sekunden.</translation>
        </message>
        <message>
            <source>Gaze and head thresholds to the picture's left, times this.</source>
            <translation>Blick- und Kopfschwellen nach links im Bild, mal diesem.</translation>
        </message>
        <message>
            <source>Gaze and head thresholds to the picture's right, times this.</source>
            <translation>Blick- und Kopfschwellen nach rechts im Bild, mal diesem.</translation>
        </message>
        <message>
            <source>Gaze and head thresholds upwards, times this.</source>
            <translation>Blick- und Kopfschwellen nach oben, mal diesem.</translation>
        </message>
        <message>
            <source>Gaze and head thresholds downwards, times this.</source>
            <translation>Blick- und Kopfschwellen nach unten, mal diesem.</translation>
        </message>
        <message>
            <source>The exam is on paper: a short slow glance down is writing, not an event.</source>
            <translation>Die Prüfung ist auf Papier: ein kurzer langsamer Blick nach unten ist Schreiben, kein Ereignis.</translation>
        </message>
        <message>
            <source>A glance down that is writing is shorter than this, seconds.</source>
            <translation>Ein Blick nach unten zum Schreiben ist kürzer, Sekunden.</translation>
        </message>
        <message>
            <source>It is slower than this, degrees a second.</source>
            <translation>Er ist langsamer, Grad je Sekunde.</translation>
        </message>
        <message>
            <source>It goes less far down than this, degrees.</source>
            <translation>Er geht weniger weit nach unten, Grad.</translation>
        </message>
        <message>
            <source>A face lost within this time after the head turned is a turn that goes on, seconds.</source>
            <translation>Ein Gesicht, das so bald nach einer Kopfdrehung verloren geht, ist eine fortgesetzte Drehung, Sekunden.</translation>
        </message>
        <message>
            <source>A face lost for longer than this is absent even if the head had turned before: a turned head comes back, who stands up turns away first.</source>
            <translation>Ein länger verlorenes Gesicht ist abwesend, auch wenn der Kopf sich vorher drehte: ein gedrehter Kopf kommt zurück, wer aufsteht, dreht sich erst weg.</translation>
        </message>
        <message>
            <source>Looks that show one person for less than this do not end an event, seconds.</source>
            <translation>Blicke, die kürzer als dies eine Person zeigen, beenden ein Ereignis nicht, Sekunden.</translation>
        </message>
        <message>
            <source>A second person must be seen in this many looks at least.</source>
            <translation>Eine zweite Person muss in mindestens so vielen Blicken zu sehen sein.</translation>
        </message>
        <message>
            <source>Part of the looks of an event that must show several people.</source>
            <translation>Teil der Blicke eines Ereignisses, die mehrere Personen zeigen müssen.</translation>
        </message>
        <message>
            <source>A whole picture darker than this is dark, grey levels.</source>
            <translation>Ein ganzes Bild, das dunkler ist, gilt als dunkel, Grauwerte.</translation>
        </message>
        <message>
            <source>Darkness shorter than this is not reported, seconds.</source>
            <translation>Kürzere Dunkelheit wird nicht gemeldet, Sekunden.</translation>
        </message>
        <message>
            <source>Frames that differ less from the one before stand still, grey levels.</source>
            <translation>Bilder, die sich weniger vom vorigen unterscheiden, stehen still, Grauwerte.</translation>
        </message>
        <message>
            <source>A picture frozen for less than this is not reported, seconds.</source>
            <translation>Ein kürzer eingefrorenes Bild wird nicht gemeldet, Sekunden.</translation>
        </message>
        <message>
            <source>Missing pictures for less than this are not reported, seconds.</source>
            <translation>Kürzer fehlende Bilder werden nicht gemeldet, Sekunden.</translation>
        </message>
        <message>
            <source>A blur shorter than this is not reported, seconds.</source>
            <translation>Kürzere Unschärfe wird nicht gemeldet, Sekunden.</translation>
        </message>
        <message>
            <source>Events that overlap or follow each other within this are one incident, seconds.</source>
            <translation>Ereignisse, die sich überlappen oder so nah aufeinander folgen, sind ein Vorfall, Sekunden.</translation>
        </message>
        <message>
            <source>Name of the policy in the report.</source>
            <translation>Name der Bewertungsregel im Bericht.</translation>
        </message>
        <message>
            <source>Gaze deviations an hour that make a load of 1.</source>
            <translation>Blickabweichungen je Stunde, die eine Last von 1 ergeben.</translation>
        </message>
        <message>
            <source>Share of time with the gaze away that makes a load of 1.</source>
            <translation>Zeitanteil mit abgewendetem Blick, der eine Last von 1 ergibt.</translation>
        </message>
        <message>
            <source>Risk that gaze deviations alone can reach.</source>
            <translation>Risiko, das Blickabweichungen allein erreichen können.</translation>
        </message>
        <message>
            <source>Head movements an hour that make a load of 1.</source>
            <translation>Kopfbewegungen je Stunde, die eine Last von 1 ergeben.</translation>
        </message>
        <message>
            <source>Share of time with the head away that makes a load of 1.</source>
            <translation>Zeitanteil mit abgewendetem Kopf, der eine Last von 1 ergibt.</translation>
        </message>
        <message>
            <source>Risk that head movements alone can reach.</source>
            <translation>Risiko, das Kopfbewegungen allein erreichen können.</translation>
        </message>
        <message>
            <source>Absences an hour that make a load of 1.</source>
            <translation>Abwesenheiten je Stunde, die eine Last von 1 ergeben.</translation>
        </message>
        <message>
            <source>Share of time absent that makes a load of 1.</source>
            <translation>Zeitanteil der Abwesenheit, der eine Last von 1 ergibt.</translation>
        </message>
        <message>
            <source>Risk that absences alone can reach.</source>
            <translation>Risiko, das Abwesenheiten allein erreichen können.</translation>
        </message>
        <message>
            <source>Sights of a second person an hour that make a load of 1.</source>
            <translation>Anblicke einer zweiten Person je Stunde, die eine Last von 1 ergeben.</translation>
        </message>
        <message>
            <source>Share of time with a second person that makes a load of 1.</source>
            <translation>Zeitanteil mit einer zweiten Person, der eine Last von 1 ergibt.</translation>
        </message>
        <message>
            <source>Risk that a second person alone can reach.</source>
            <translation>Risiko, das eine zweite Person allein erreichen kann.</translation>
        </message>
        <message>
            <source>Weight of low severity.</source>
            <translation>Gewicht der geringen Schwere.</translation>
        </message>
        <message>
            <source>Weight of medium severity.</source>
            <translation>Gewicht der mittleren Schwere.</translation>
        </message>
        <message>
            <source>Weight of high severity.</source>
            <translation>Gewicht der hohen Schwere.</translation>
        </message>
        <message>
            <source>Shorter measurable time counts as this, so that one event is not 120 an hour.</source>
            <translation>Kürzere messbare Zeit zählt als diese, damit ein Ereignis nicht 120 je Stunde sind.</translation>
        </message>
        <message>
            <source>Highest risk of the class CLEAN.</source>
            <translation>Höchstes Risiko der Klasse Unauffällig.</translation>
        </message>
        <message>
            <source>Highest risk of the class BORDERLINE.</source>
            <translation>Höchstes Risiko der Klasse Grenzfall.</translation>
        </message>
        <message>
            <source>Highest risk of the class SUSPICIOUS.</source>
            <translation>Höchstes Risiko der Klasse Auffällig.</translation>
        </message>
        <message>
            <source>Worker processes; 0 takes one for each processor core.</source>
            <translation>Arbeitsprozesse; 0 nimmt einen je Prozessorkern.</translation>
        </message>
        <message>
            <source>Address of a Dask scheduler such as tls://host:8786; empty for this computer.</source>
            <translation>Adresse eines Dask-Verteilers wie tls://host:8786; leer für diesen Rechner.</translation>
        </message>
        <message>
            <source>Address space in megabytes that one worker may take.</source>
            <translation>Adressraum in Megabyte, den ein Arbeitsprozess nehmen darf.</translation>
        </message>
        <message>
            <source>Seconds without a picture after which a worker is ended.</source>
            <translation>Sekunden ohne Bild, nach denen ein Arbeitsprozess beendet wird.</translation>
        </message>
        <message>
            <source>Seconds of computing that a second of recording may take, besides two minutes.</source>
            <translation>Rechensekunden, die eine Sekunde Aufnahme brauchen darf, zusätzlich zu zwei Minuten.</translation>
        </message>
        <message>
            <source>Seconds without work after which a worker ends; the next recording starts another.</source>
            <translation>Sekunden ohne Arbeit, nach denen ein Arbeitsprozess endet; die nächste Aufnahme startet einen neuen.</translation>
        </message>
        <message>
            <source>Address to listen on; only loopback works without key and TLS.</source>
            <translation>Adresse, auf der gehört wird; ohne Schlüssel und TLS geht nur der eigene Rechner.</translation>
        </message>
        <message>
            <source>Port to listen on.</source>
            <translation>Port, auf dem gehört wird.</translation>
        </message>
        <message>
            <source>Certificate file (PEM), empty for none.</source>
            <translation>Zertifikatsdatei (PEM), leer für keine.</translation>
        </message>
        <message>
            <source>Private key file (PEM), empty for none.</source>
            <translation>Datei des privaten Schlüssels (PEM), leer für keine.</translation>
        </message>
        <message>
            <source>A reverse proxy in front ends TLS and forwards only what it should.</source>
            <translation>Ein vorgeschalteter Proxy beendet TLS und leitet nur weiter, was er soll.</translation>
        </message>
        <message>
            <source>Host names that callers may use, separated by commas, besides loopback.</source>
            <translation>Rechnernamen, die Aufrufer nutzen dürfen, durch Kommas getrennt, neben dem eigenen Rechner.</translation>
        </message>
        <message>
            <source>Largest accepted upload in megabytes.</source>
            <translation>Größte angenommene Datei in Megabyte.</translation>
        </message>
        <message>
            <source>Seconds without a byte after which an upload is closed.</source>
            <translation>Sekunden ohne ein Byte, nach denen eine Übertragung geschlossen wird.</translation>
        </message>
        <message>
            <source>Slowest accepted upload in kilobytes a second, over 30 seconds.</source>
            <translation>Langsamste angenommene Übertragung in Kilobyte je Sekunde, über 30 Sekunden.</translation>
        </message>
        <message>
            <source>Uploads that may wait before new ones are refused.</source>
            <translation>Übertragungen, die warten dürfen, bevor neue abgelehnt werden.</translation>
        </message>
        <message>
            <source>Analyses that run at once, over all server processes.</source>
            <translation>Auswertungen, die zugleich laufen, über alle Serverprozesse.</translation>
        </message>
        <message>
            <source>Seconds after which the work of a dead process is taken over.</source>
            <translation>Sekunden, nach denen die Arbeit eines toten Prozesses übernommen wird.</translation>
        </message>
        <message>
            <source>How often an interrupted analysis is begun anew.</source>
            <translation>Wie oft eine unterbrochene Auswertung neu begonnen wird.</translation>
        </message>
        <message>
            <source>Hours for which a finished job can still be asked about.</source>
            <translation>Stunden, in denen nach einem fertigen Auftrag noch gefragt werden kann.</translation>
        </message>
        <message>
            <source>Hours for which an idempotency key is remembered.</source>
            <translation>Stunden, in denen ein Idempotenzschlüssel bekannt bleibt.</translation>
        </message>
        <message>
            <source>Reports in one transaction of the server.</source>
            <translation>Berichte in einer Transaktion des Servers.</translation>
        </message>
        <message>
            <source>Bytes in one transaction of the server.</source>
            <translation>Bytes in einer Transaktion des Servers.</translation>
        </message>
        <message>
            <source>Seconds between two exchanges while the server answers.</source>
            <translation>Sekunden zwischen zwei Abgleichen, solange der Server antwortet.</translation>
        </message>
        <message>
            <source>Longest pause before a server is tried again.</source>
            <translation>Längste Pause, bevor ein Server wieder versucht wird.</translation>
        </message>
        <message>
            <source>Days after which evidence and details are erased; 0 keeps them.</source>
            <translation>Tage, nach denen Belege und Einzelheiten gelöscht werden; 0 behält sie.</translation>
        </message>
        <message>
            <source>Days that a deleted report stays in the bin; 0 erases it at once.</source>
            <translation>Tage, die ein gelöschter Bericht im Papierkorb bleibt; 0 löscht ihn sofort endgültig.</translation>
        </message>
        <message>
            <source>Encrypt evidence pictures on the disk with a key kept outside the folder.</source>
            <translation>Belegbilder auf der Platte verschlüsseln, mit einem Schlüssel außerhalb des Ordners.</translation>
        </message>
        <message>
            <source>File of the encryption key, for computers without a keyring; empty for none.</source>
            <translation>Datei des Schlüssels, für Rechner ohne Schlüsselbund; leer für keine.</translation>
        </message>
        <message>
            <source>Free disk space in megabytes below which no analysis is started.</source>
            <translation>Freier Platz in Megabyte, unter dem keine Auswertung beginnt.</translation>
        </message>
        <message>
            <source>Names that may end a dispute, separated by commas; empty lets everybody.</source>
            <translation>Namen, die einen Streitfall beenden dürfen, durch Kommas getrennt; leer lässt alle.</translation>
        </message>
        <message>
            <source>Incidents that get pictures, those with the most points first.</source>
            <translation>Vorfälle, die Bilder bekommen, die mit den meisten Punkten zuerst.</translation>
        </message>
        <message>
            <source>Seconds before the incident of the picture to compare; 0 none.</source>
            <translation>Sekunden vor dem Vorfall für das Vergleichsbild; 0 keines.</translation>
        </message>
        <message>
            <source>Longer side of a picture in pixels.</source>
            <translation>Längere Seite eines Bildes in Pixeln.</translation>
        </message>
        <message>
            <source>JPEG quality in percent.</source>
            <translation>JPEG-Qualität in Prozent.</translation>
        </message>
        <message>
            <source>Colours of the window.</source>
            <translation>Farben des Fensters.</translation>
        </message>
        <message>
            <source>Language of the window, after a restart.</source>
            <translation>Sprache des Fensters, nach einem Neustart.</translation>
        </message>
        <message>
            <source>Calibration succeeded: in the first {seconds} s {accepted} of {frames} pictures were steady enough.</source>
            <translation>Kalibrierung gelungen: in den ersten {seconds} s waren {accepted} von {frames} Bildern ruhig genug.</translation>
        </message>
        <message>
            <source>Calibration failed in the first {seconds} s.</source>
            <translation>Die Kalibrierung in den ersten {seconds} s ist nicht gelungen.</translation>
        </message>
        <message>
            <source>Calibration was skipped.</source>
            <translation>Die Kalibrierung wurde ausgelassen.</translation>
        </message>
        <message>
            <source>Angles count from this candidate's own resting posture.</source>
            <translation>Winkel zählen von der eigenen Ruhehaltung dieses Prüflings.</translation>
        </message>
        <message>
            <source>The default thresholds are in force, and angles count from the median posture of the recording, as far as a calibration would accept it.</source>
            <translation>Es gelten die Standardschwellen, und Winkel zählen von der mittleren Haltung der Aufnahme, soweit eine Kalibrierung sie annähme.</translation>
        </message>
        <message>
            <source>Focal length</source>
            <translation>Brennweite</translation>
        </message>
        <message>
            <source>Depth stretch</source>
            <translation>Streckung der Tiefe</translation>
        </message>
        <message>
            <source>Iris travel</source>
            <translation>Weg der Iris</translation>
        </message>
        <message>
            <source>Minimum frames</source>
            <translation>Mindestzahl der Bilder</translation>
        </message>
        <message>
            <source>Needs gaze</source>
            <translation>Braucht den Blick</translation>
        </message>
        <message>
            <source>Minimum presence</source>
            <translation>Kleinste Anwesenheit</translation>
        </message>
        <message>
            <source>Minimum stable frames</source>
            <translation>Mindestzahl ruhiger Bilder</translation>
        </message>
        <message>
            <source>Window minimum frames</source>
            <translation>Mindestzahl der Bilder im Fenster</translation>
        </message>
        <message>
            <source>Still shape drift</source>
            <translation>Standbild: Wandel der Form</translation>
        </message>
        <message>
            <source>Still noise share</source>
            <translation>Standbild: Anteil des Rauschens</translation>
        </message>
        <message>
            <source>Still lid spread</source>
            <translation>Standbild: Streuung der Lider</translation>
        </message>
        <message>
            <source>Loop share</source>
            <translation>Schleife: Anteil</translation>
        </message>
        <message>
            <source>Loop ratio</source>
            <translation>Schleife: Verhältnis</translation>
        </message>
        <message>
            <source>Other face shape</source>
            <translation>Andere Gesichtsform</translation>
        </message>
        <message>
            <source>Darker share</source>
            <translation>Anteil der Verdunklung</translation>
        </message>
        <message>
            <source>Posture share</source>
            <translation>Anteil der Haltung</translation>
        </message>
        <message>
            <source>Minimum samples</source>
            <translation>Mindestzahl der Messungen</translation>
        </message>
        <message>
            <source>Gaze beyond share</source>
            <translation>Blick: Anteil über der Schwelle</translation>
        </message>
        <message>
            <source>Left scale</source>
            <translation>Faktor nach links</translation>
        </message>
        <message>
            <source>Right scale</source>
            <translation>Faktor nach rechts</translation>
        </message>
        <message>
            <source>Up scale</source>
            <translation>Faktor nach oben</translation>
        </message>
        <message>
            <source>Down scale</source>
            <translation>Faktor nach unten</translation>
        </message>
        <message>
            <source>Paper exam</source>
            <translation>Prüfung auf Papier</translation>
        </message>
        <message>
            <source>People minimum looks</source>
            <translation>Mehrere Personen: Mindestzahl der Zählungen</translation>
        </message>
        <message>
            <source>People minimum share</source>
            <translation>Mehrere Personen: Mindestanteil</translation>
        </message>
        <message>
            <source>Gaze deviation rate</source>
            <translation>Blickabweichung: Rate</translation>
        </message>
        <message>
            <source>Gaze deviation share</source>
            <translation>Blickabweichung: Anteil</translation>
        </message>
        <message>
            <source>Gaze deviation ceiling</source>
            <translation>Blickabweichung: Obergrenze</translation>
        </message>
        <message>
            <source>Head movement rate</source>
            <translation>Kopfbewegung: Rate</translation>
        </message>
        <message>
            <source>Head movement share</source>
            <translation>Kopfbewegung: Anteil</translation>
        </message>
        <message>
            <source>Head movement ceiling</source>
            <translation>Kopfbewegung: Obergrenze</translation>
        </message>
        <message>
            <source>Face absence rate</source>
            <translation>Abwesenheit: Rate</translation>
        </message>
        <message>
            <source>Face absence share</source>
            <translation>Abwesenheit: Anteil</translation>
        </message>
        <message>
            <source>Face absence ceiling</source>
            <translation>Abwesenheit: Obergrenze</translation>
        </message>
        <message>
            <source>Multiple faces rate</source>
            <translation>Mehrere Personen: Rate</translation>
        </message>
        <message>
            <source>Multiple faces share</source>
            <translation>Mehrere Personen: Anteil</translation>
        </message>
        <message>
            <source>Multiple faces ceiling</source>
            <translation>Mehrere Personen: Obergrenze</translation>
        </message>
        <message>
            <source>TLS certificate</source>
            <translation>TLS-Zertifikat</translation>
        </message>
        <message>
            <source>TLS key</source>
            <translation>TLS-Schlüssel</translation>
        </message>
        <message>
            <source>Behind proxy</source>
            <translation>Hinter einem Proxy</translation>
        </message>
        <message>
            <source>Allowed hosts</source>
            <translation>Erlaubte Rechnernamen</translation>
        </message>
        <message>
            <source>Encrypt evidence</source>
            <translation>Belege verschlüsseln</translation>
        </message>
        <message>
            <source>Key file</source>
            <translation>Schlüsseldatei</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <source>The same where calibration gave no resting posture: how far eyes turn is less sure.</source>
            <translation>Dasselbe, wo die Kalibrierung keine Ruhehaltung ergab: wie weit Augen sich drehen, ist dann weniger sicher.</translation>
        </message>
        <message>
            <source>Second of the recording at which the exam ends; 0: with the recording.</source>
            <translation>Sekunde der Aufnahme, in der die Prüfung endet; 0: mit der Aufnahme.</translation>
        </message>
        <message>
            <source>Part of that time for which the threshold itself must be exceeded; the rest need only stay above the leaving level.</source>
            <translation>Teil dieser Zeit, in dem die Schwelle selbst überschritten sein muss; im Rest genügt es, über der Grenze des Verlassens zu bleiben.</translation>
        </message>
        <message>
            <source>During calibration the head was {where}; up to {limit} are accepted.</source>
            <translation>Während der Kalibrierung war der Kopf {where}; zulässig sind bis zu {limit}.</translation>
        </message>
        <message>
            <source>turned {angle} degrees to the picture's right</source>
            <translation>{angle} Grad nach rechts im Bild gedreht</translation>
        </message>
        <message>
            <source>turned {angle} degrees to the picture's left</source>
            <translation>{angle} Grad nach links im Bild gedreht</translation>
        </message>
        <message>
            <source>turned {angle} degrees up</source>
            <translation>{angle} Grad gehoben</translation>
        </message>
        <message>
            <source>turned {angle} degrees down</source>
            <translation>{angle} Grad gesenkt</translation>
        </message>
        <message>
            <source>tilted {angle} degrees clockwise</source>
            <translation>{angle} Grad im Uhrzeigersinn geneigt</translation>
        </message>
        <message>
            <source>tilted {angle} degrees counter-clockwise</source>
            <translation>{angle} Grad gegen den Uhrzeigersinn geneigt</translation>
        </message>
        <message>
            <source>During calibration the eyes looked {angle} rad aside on average; up to {limit} are accepted.</source>
            <translation>Während der Kalibrierung gingen die Augen im Mittel {angle} rad zur Seite; zulässig sind bis zu {limit}.</translation>
        </message>
        <message>
            <source>During calibration the {name} varied by {spread} degrees (standard deviation); up to {limit} are accepted.</source>
            <translation>Während der Kalibrierung schwankte {name} um {spread} Grad (Standardabweichung); zulässig sind bis zu {limit}.</translation>
        </message>
        <message>
            <source>During calibration the {name} varied by {spread} rad (standard deviation); up to {limit} are accepted.</source>
            <translation>Während der Kalibrierung schwankte {name} um {spread} rad (Standardabweichung); zulässig sind bis zu {limit}.</translation>
        </message>
        <message>
            <source>{count} people were seen during calibration for {seconds} s.</source>
            <translation>Während der Kalibrierung waren {seconds} s lang {count} Personen zu sehen.</translation>
        </message>
        <message>
            <source>For {seconds} s of calibration another person was in the candidate's place.</source>
            <translation>{seconds} s der Kalibrierung lang war eine andere Person am Platz des Prüflings.</translation>
        </message>
        <message>
            <source>The usual {name} in the exam was {usual} degrees, in calibration {center}; the two should lie within {limit} of each other.</source>
            <translation>In der Prüfung war {name} gewöhnlich {usual} Grad, in der Kalibrierung {center}; beide sollten höchstens {limit} auseinanderliegen.</translation>
        </message>
        <message>
            <source>The usual gaze in the exam was {distance} rad from that in calibration; the two should lie within {limit} of each other.</source>
            <translation>Der gewöhnliche Blick in der Prüfung lag {distance} rad von dem in der Kalibrierung; beide sollten höchstens {limit} auseinanderliegen.</translation>
        </message>
        <message>
            <source>From {time} on the {name} rested {offset} degrees from its earlier place; angles are counted from there.</source>
            <translation>Ab {time} lag {name} in Ruhe {offset} Grad neben dem früheren Platz; Winkel zählen von dort an.</translation>
        </message>
        <message>
            <source>The face had a brightness of {before} grey levels in calibration and {after} in the rest of the exam.</source>
            <translation>Das Gesicht hatte in der Kalibrierung eine Helligkeit von {before} Graustufen, in der übrigen Prüfung von {after}.</translation>
        </message>
        <message>
            <source>The proportions of the face in the second half of the exam differ throughout from those in calibration, by {distance} eye distances; up to {limit} are usual.</source>
            <translation>Die Proportionen des Gesichts in der zweiten Hälfte der Prüfung weichen durchweg von denen der Kalibrierung ab, um {distance} Augenabstände; üblich sind bis zu {limit}.</translation>
        </message>
        <message>
            <source>Only {faces} frames of the first {seconds} s show a face that can be measured, {needed} are needed (the recording gave {length} s of pictures for it)</source>
            <translation>Nur {faces} Bilder der ersten {seconds} s zeigen ein messbares Gesicht, nötig sind {needed} (die Aufnahme gab dafür {length} s an Bildern her)</translation>
        </message>
        <message>
            <source>Only {faces} frames of the first {seconds} s show a face that can be measured, {needed} are needed</source>
            <translation>Nur {faces} Bilder der ersten {seconds} s zeigen ein messbares Gesicht, nötig sind {needed}</translation>
        </message>
        <message>
            <source>Only {kept} of {whole} frames were steady, {needed} are needed</source>
            <translation>Nur {kept} von {whole} Bildern waren ruhig, nötig sind {needed}</translation>
        </message>
        <message>
            <source>in {count} frames {reason}.</source>
            <translation>in {count} Bildern {reason}.</translation>
        </message>
        <message>
            <source>in {count} frames {reason}</source>
            <translation>in {count} Bildern {reason}</translation>
        </message>
        <message>
            <source>No window of {low} to {high} s holds {needed} steady frames.</source>
            <translation>Kein Fenster von {low} bis {high} s enthält {needed} ruhige Bilder.</translation>
        </message>
        <message>
            <source>{share} of the frames of calibration repeat earlier ones, as when a short recording is played over and over.</source>
            <translation>{share} der Bilder der Kalibrierung wiederholen frühere, wie wenn eine kurze Aufnahme immer wieder abgespielt wird.</translation>
        </message>
        <message>
            <source>{share} of the frames of calibration do not differ from the one before.</source>
            <translation>{share} der Bilder der Kalibrierung gleichen dem jeweils vorigen.</translation>
        </message>
        <message>
            <source>In {seconds} s of calibration there was no blink, and the proportions of the face changed from frame to frame only, as noise does ({share} of their variance is such)</source>
            <translation>In {seconds} s der Kalibrierung gab es keinen Lidschlag, und die Proportionen des Gesichts änderten sich nur von Bild zu Bild, wie Rauschen es tut ({share} ihrer Streuung ist solches)</translation>
        </message>
        <message>
            <source>For about {seconds} s of the exam, first at {start}, the pictures repeat those of a few seconds before, as when a short recording is played over and over.</source>
            <translation>Etwa {seconds} s der Prüfung lang, zuerst bei {start}, wiederholen die Bilder die von wenigen Sekunden zuvor, wie wenn eine kurze Aufnahme immer wieder abgespielt wird.</translation>
        </message>
        <message>
            <source>The stored picture was turned {angle} degrees clockwise before it was measured, whatever the file says; directions count in the turned picture.</source>
            <translation>Das gespeicherte Bild wurde vor der Messung um {angle} Grad im Uhrzeigersinn gedreht, ganz gleich, wie es in der Datei steht, und Richtungen zählen im gedrehten Bild.</translation>
        </message>
        <message>
            <source>Calibration lasted {seconds} s, less than the 6 s that are recommended; the resting posture is less certain.</source>
            <translation>Die Kalibrierung dauerte {seconds} s, weniger als die empfohlenen 6 s; die Ruhelage ist weniger sicher.</translation>
        </message>
        <message>
            <source>The video is incomplete: {analysed} s of {whole} s ({share}) could be decoded.</source>
            <translation>Das Video ist unvollständig: {analysed} s von {whole} s ({share}) ließen sich lesen.</translation>
        </message>
        <message>
            <source>The file lacks, hides or damages some of the video, so the class is BORDERLINE and not CLEAN: because of missing video, not because of behaviour.</source>
            <translation>Die Datei enthält einen Teil des Videos nicht, verbirgt oder beschädigt ihn; deshalb ist die Klasse Grenzfall und nicht Unauffällig: weil Video fehlt, nicht wegen des Verhaltens.</translation>
        </message>
        <message>
            <source>The video is incomplete: the file lacks, hides or damages some of it.</source>
            <translation>Das Video ist unvollständig: Die Datei enthält einen Teil davon nicht, verbirgt oder beschädigt ihn.</translation>
        </message>
        <message>
            <source>The file is cut off or damaged: it does not end where it says that it does, and what is missing cannot be told.</source>
            <translation>Die Datei ist abgeschnitten oder beschädigt: Sie endet nicht dort, wo sie es angibt, und was fehlt, lässt sich nicht sagen.</translation>
        </message>
        <message>
            <source>The file holds more than one track of pictures; one of them was analysed.</source>
            <translation>Die Datei enthält mehr als eine Bildspur; eine davon wurde ausgewertet.</translation>
        </message>
        <message>
            <source>Look at the others in a player that can choose the track.</source>
            <translation>Bitte die anderen in einem Programm ansehen, in dem sich die Spur wählen lässt.</translation>
        </message>
        <message>
            <source>The file tells every player to leave out some of its pictures, and they were not analysed.</source>
            <translation>Die Datei weist jeden Player an, einen Teil ihrer Bilder auszulassen; diese wurden nicht ausgewertet.</translation>
        </message>
        <message>
            <source>Ask for the recording as it was made.</source>
            <translation>Bitte um die Aufnahme bitten, wie sie entstanden ist.</translation>
        </message>
        <message>
            <source>The decoder met {count} damaged part of the video.</source>
            <translation>Beim Lesen fand sich {count} beschädigte Stelle im Video.</translation>
        </message>
        <message>
            <source>The decoder met {count} damaged parts of the video.</source>
            <translation>Beim Lesen fanden sich {count} beschädigte Stellen im Video.</translation>
        </message>
        <message>
            <source>{count} pictures of the live source were dropped because the computer was too slow.</source>
            <translation>{count} Bilder der laufenden Quelle wurden ausgelassen, weil der Rechner zu langsam war.</translation>
        </message>
        <message>
            <source>Only {share} of the recording could be assessed.</source>
            <translation>Nur {share} der Aufnahme ließen sich beurteilen.</translation>
        </message>
        <message>
            <source>The gaze could be measured in only {share} of the recording; glances in the rest are not in this report.</source>
            <translation>Der Blick ließ sich nur in {share} der Aufnahme messen; Blicke im Rest stehen nicht in diesem Bericht.</translation>
        </message>
        <message>
            <source>head turn (yaw)</source>
            <translation>die Kopfdrehung</translation>
        </message>
        <message>
            <source>head raising (pitch)</source>
            <translation>das Heben des Kopfes</translation>
        </message>
        <message>
            <source>head tilt (roll)</source>
            <translation>die Kopfneigung</translation>
        </message>
        <message>
            <source>gaze</source>
            <translation>der Blick</translation>
        </message>
        <message>
            <source>no face was in the picture</source>
            <translation>war kein Gesicht im Bild</translation>
        </message>
        <message>
            <source>head or eyes could not be measured</source>
            <translation>ließen sich Kopf oder Augen nicht messen</translation>
        </message>
        <message>
            <source>the head moved</source>
            <translation>bewegte sich der Kopf</translation>
        </message>
        <message>
            <source>the face shifted in the picture</source>
            <translation>verschob sich das Gesicht im Bild</translation>
        </message>
        <message>
            <source>the eyes looked aside</source>
            <translation>gingen die Augen zur Seite</translation>
        </message>
        <message>
            <source>the face could not be followed</source>
            <translation>ließ sich dem Gesicht nicht folgen</translation>
        </message>
        <message>
            <source>It may be another person, or glasses put on or off.</source>
            <translation>Es kann eine andere Person sein, oder eine auf- oder abgesetzte Brille.</translation>
        </message>
        <message>
            <source>those of a living face also change slowly.</source>
            <translation>die eines lebenden Gesichts ändern sich auch langsam.</translation>
        </message>
        <message>
            <source>Calibration failed, so the default thresholds were used and angles count from the median posture of the recording.</source>
            <translation>Die Kalibrierung misslang; daher gelten die Standardschwellen, und Winkel zählen von der mittleren Haltung der Aufnahme.</translation>
        </message>
        <message>
            <source>Calibration was skipped, so the default thresholds were used and angles count from the median posture of the recording.</source>
            <translation>Die Kalibrierung entfiel; daher gelten die Standardschwellen, und Winkel zählen von der mittleren Haltung der Aufnahme.</translation>
        </message>
        <message>
            <source>A quiet recording with a gap is never called clean.</source>
            <translation>Eine ruhige Aufnahme mit einer Lücke heißt nie unauffällig.</translation>
        </message>
        <message>
            <source>A low risk says little about the rest.</source>
            <translation>Ein geringes Risiko sagt über den Rest wenig.</translation>
        </message>
        <message>
            <source>For {seconds} s somebody sat there with the face turned away or covered.</source>
            <translation>{seconds} s lang saß jemand da, dessen Gesicht abgewandt oder verdeckt war.</translation>
        </message>
        <message>
            <source>Whether it was the candidate cannot be told; look at the recording.</source>
            <translation>Ob es der Prüfling war, ist nicht zu sagen; sehen Sie in die Aufnahme.</translation>
        </message>
        <message>
            <source>For {seconds} s of {whole} s a face was seen that did not move, as a picture on the wall or on a screen does not; it was not counted as a person.</source>
            <translation>{seconds} s von {whole} s lang war ein Gesicht zu sehen, das sich nicht bewegte, wie ein Bild an der Wand oder auf einem Schirm; es wurde nicht als Person gezählt.</translation>
        </message>
        <message>
            <source>clean</source>
            <translation>unauffällig</translation>
        </message>
        <message>
            <source>borderline</source>
            <translation>Grenzfall</translation>
        </message>
        <message>
            <source>suspicious</source>
            <translation>auffällig</translation>
        </message>
        <message>
            <source>high risk</source>
            <translation>hohes Risiko</translation>
        </message>
        <message>
            <source>{file} is {kind}, not a video.</source>
            <translation>{file} ist {kind}, kein Video.</translation>
        </message>
        <message>
            <source>a playlist</source>
            <translation>eine Abspielliste</translation>
        </message>
        <message>
            <source>a list of other files</source>
            <translation>eine Liste anderer Dateien</translation>
        </message>
        <message>
            <source>an XML text</source>
            <translation>ein XML-Text</translation>
        </message>
        <message>
            <source>a web page</source>
            <translation>eine Webseite</translation>
        </message>
        <message>
            <source>a text</source>
            <translation>ein Text</translation>
        </message>
        <message>
            <source>a file of another kind</source>
            <translation>eine Datei anderer Art</translation>
        </message>
        <message>
            <source>Choose a file that was recorded as {kinds}.</source>
            <translation>Bitte eine Datei wählen, die als {kinds} aufgezeichnet wurde.</translation>
        </message>
        <message>
            <source>mp4, mov, mkv, webm, avi, gif, ts, mpg, flv, wmv or ogv</source>
            <translation>mp4, mov, mkv, webm, avi, gif, ts, mpg, flv, wmv oder ogv</translation>
        </message>
        <message>
            <source>{file} has pictures of {width} x {height} pixels; up to {side} x {other} are accepted.</source>
            <translation>{file} hat Bilder von {width} x {height} Bildpunkten; angenommen werden bis zu {side} x {other}.</translation>
        </message>
        <message>
            <source>Camera {number} has pictures of {width} x {height} pixels; up to {side} x {other} are accepted.</source>
            <translation>Kamera {number} hat Bilder von {width} x {height} Bildpunkten; angenommen werden bis zu {side} x {other}.</translation>
        </message>
        <message>
            <source>Make a smaller copy of it first.</source>
            <translation>Bitte zuerst eine kleinere Kopie anfertigen.</translation>
        </message>
        <message>
            <source>{file} lasts {hours} hours; up to {limit} are accepted.</source>
            <translation>{file} dauert {hours} Stunden; angenommen werden bis zu {limit}.</translation>
        </message>
        <message>
            <source>Cut it into parts.</source>
            <translation>Bitte in Teile schneiden.</translation>
        </message>
        <message>
            <source>{file} has more than {count} pictures a second.</source>
            <translation>{file} hat mehr als {count} Bilder je Sekunde.</translation>
        </message>
        <message>
            <source>Make a copy of it with fewer.</source>
            <translation>Bitte eine Kopie mit weniger Bildern anfertigen.</translation>
        </message>
        <message>
            <source>{file} is empty.</source>
            <translation>{file} ist leer.</translation>
        </message>
        <message>
            <source>Copy it again from where it was recorded.</source>
            <translation>Bitte dort, wo aufgezeichnet wurde, noch einmal kopieren.</translation>
        </message>
        <message>
            <source>{file} is a folder.</source>
            <translation>{file} ist ein Ordner.</translation>
        </message>
        <message>
            <source>{file} is not a file.</source>
            <translation>{file} ist keine Datei.</translation>
        </message>
        <message>
            <source>Choose a video file.</source>
            <translation>Bitte eine Videodatei wählen.</translation>
        </message>
        <message>
            <source>{file} may not be read.</source>
            <translation>{file} darf nicht gelesen werden.</translation>
        </message>
        <message>
            <source>Ask its owner for permission to read it.</source>
            <translation>Bitte den Besitzer um die Erlaubnis zum Lesen bitten.</translation>
        </message>
        <message>
            <source>{file} is not there.</source>
            <translation>{file} ist nicht da.</translation>
        </message>
        <message>
            <source>Check its name and folder.</source>
            <translation>Bitte Namen und Ordner prüfen.</translation>
        </message>
        <message>
            <source>The model {file} is missing.</source>
            <translation>Das Modell {file} fehlt.</translation>
        </message>
        <message>
            <source>Run proctor-desktop models, which fetches it, or put it into {folder}.</source>
            <translation>„proctor-desktop models“ holt es; oder legen Sie es nach {folder}.</translation>
        </message>
        <message>
            <source>{file} is not the model that this version was measured with.</source>
            <translation>{file} ist nicht das Modell, mit dem diese Version gemessen wurde.</translation>
        </message>
        <message>
            <source>Remove it, and run proctor-desktop models.</source>
            <translation>Entfernen Sie es und rufen Sie „proctor-desktop models“ auf.</translation>
        </message>
        <message>
            <source>The model {file} cannot be fetched: {cause}.</source>
            <translation>Das Modell {file} kann nicht geholt werden: {cause}.</translation>
        </message>
        <message>
            <source>Put it into {folder} yourself.</source>
            <translation>Legen Sie es selbst nach {folder}.</translation>
        </message>
        <message>
            <source>The model {file} in {wheel} is not the one expected.</source>
            <translation>Das Modell {file} in {wheel} ist nicht das erwartete.</translation>
        </message>
        <message>
            <source>LiteRT is not installed.</source>
            <translation>LiteRT ist nicht installiert.</translation>
        </message>
        <message>
            <source>Run resources/setup.py again, or: pip install &quot;proctor-desktop[litert]&quot;.</source>
            <translation>Rufen Sie resources/setup.py noch einmal auf oder: pip install &quot;proctor-desktop[litert]&quot;.</translation>
        </message>
        <message>
            <source>Costs are compared with MediaPipe&apos;s own, which is for Python 3.10 to 3.12 and is not installed here.</source>
            <translation>Verglichen wird mit MediaPipe, das es für Python 3.10 bis 3.12 gibt und das hier nicht installiert ist.</translation>
        </message>
        <message>
            <source>Networks that measure the face; auto takes MediaPipe where it is installed (Python 3.10 to 3.12), else LiteRT.</source>
            <translation>Netze, die das Gesicht messen; auto nimmt MediaPipe, wo es installiert ist (Python 3.10 bis 3.12), sonst LiteRT.</translation>
        </message>
        <message>
            <source>{file} cannot be opened: {cause}.</source>
            <translation>{file} lässt sich nicht öffnen: {cause}.</translation>
        </message>
        <message>
            <source>{file} was cut off before its index (moov) was written, so its pictures cannot be found.</source>
            <translation>{file} brach ab, bevor das Verzeichnis (moov) geschrieben war; deshalb sind die Bilder nicht zu finden.</translation>
        </message>
        <message>
            <source>Copy it again, or restore the index with the recorder's repair function.</source>
            <translation>Bitte noch einmal kopieren oder das Verzeichnis mit der Reparaturfunktion des Aufnahmegeräts wiederherstellen.</translation>
        </message>
        <message>
            <source>{file} holds no picture.</source>
            <translation>{file} enthält kein Bild.</translation>
        </message>
        <message>
            <source>{file} has sound but no picture.</source>
            <translation>{file} enthält Ton, aber kein Bild.</translation>
        </message>
        <message>
            <source>Choose a video.</source>
            <translation>Bitte ein Video wählen.</translation>
        </message>
        <message>
            <source>{file} is compressed in a way that is not known here.</source>
            <translation>{file} ist auf eine Weise komprimiert, die hier nicht bekannt ist.</translation>
        </message>
        <message>
            <source>Make a copy of it as H.264 in mp4.</source>
            <translation>Bitte eine Kopie als H.264 in mp4 anfertigen.</translation>
        </message>
        <message>
            <source>{file} is damaged so badly that it cannot be opened ({cause}).</source>
            <translation>{file} ist so stark beschädigt, dass sich die Datei nicht öffnen lässt ({cause}).</translation>
        </message>
        <message>
            <source>{file} holds no picture that can be decoded.</source>
            <translation>{file} enthält kein Bild, das sich lesen lässt.</translation>
        </message>
        <message>
            <source>{file}: not a single picture could be decoded.</source>
            <translation>{file}: kein einziges Bild ließ sich lesen.</translation>
        </message>
        <message>
            <source>Camera {number}</source>
            <translation>Kamera {number}</translation>
        </message>
        <message>
            <source>camera {number}</source>
            <translation>Kamera {number}</translation>
        </message>
        <message>
            <source>Camera {number} cannot be opened.</source>
            <translation>Kamera {number} lässt sich nicht öffnen.</translation>
        </message>
        <message>
            <source>Check its cable, and close other programs that use it.</source>
            <translation>Bitte das Kabel prüfen und andere Programme schließen, die sie benutzen.</translation>
        </message>
        <message>
            <source>There is no camera called {text}; there is {known}.</source>
            <translation>Eine Kamera namens {text} gibt es nicht; vorhanden: {known}.</translation>
        </message>
        <message>
            <source>none with a name</source>
            <translation>keine mit Namen</translation>
        </message>
        <message>
            <source>it sends no picture</source>
            <translation>es kommt kein Bild</translation>
        </message>
        <message>
            <source>Check the address and the camera.</source>
            <translation>Bitte Adresse und Kamera prüfen.</translation>
        </message>
        <message>
            <source>{camera} was opened but gives no picture.</source>
            <translation>{camera} wurde geöffnet, liefert aber kein Bild.</translation>
        </message>
        <message>
            <source>Check whether another program uses it, or its lens cover.</source>
            <translation>Bitte nachsehen, ob ein anderes Programm sie benutzt oder das Objektiv verdeckt ist.</translation>
        </message>
        <message>
            <source>The recording {file} cannot be written any further ({cause}).</source>
            <translation>Die Aufzeichnung {file} lässt sich nicht weiterschreiben ({cause}).</translation>
        </message>
        <message>
            <source>Free some space; what was recorded until now is kept.</source>
            <translation>Bitte Platz schaffen; was bisher aufgezeichnet wurde, bleibt erhalten.</translation>
        </message>
        <message>
            <source>{file} is there already, and no recording is written over another one.</source>
            <translation>{file} gibt es schon, und keine Aufzeichnung wird über eine andere geschrieben.</translation>
        </message>
        <message>
            <source>Give it another name.</source>
            <translation>Bitte einen anderen Namen geben.</translation>
        </message>
        <message>
            <source>{file} is there already.</source>
            <translation>{file} gibt es schon.</translation>
        </message>
        <message>
            <source>Choose another name, or remove it first.</source>
            <translation>Bitte einen anderen Namen wählen oder die Datei zuerst entfernen.</translation>
        </message>
        <message>
            <source>Free some space, or choose another folder.</source>
            <translation>Bitte Platz schaffen oder einen anderen Ordner wählen.</translation>
        </message>
        <message>
            <source>{file} has no picture from {start} to {end}.</source>
            <translation>{file} hat von {start} bis {end} kein Bild.</translation>
        </message>
        <message>
            <source>The clip {file} was stopped.</source>
            <translation>Der Ausschnitt {file} wurde abgebrochen.</translation>
        </message>
        <message>
            <source>The recording of this report is not where it was on this computer.</source>
            <translation>Die Aufzeichnung dieses Berichts liegt auf diesem Rechner nicht mehr, wo sie war.</translation>
        </message>
        <message>
            <source>Name the file.</source>
            <translation>Bitte die Datei angeben.</translation>
        </message>
        <message>
            <source>{file} is not the recording of this report.</source>
            <translation>{file} ist nicht die Aufzeichnung dieses Berichts.</translation>
        </message>
        <message>
            <source>The report is held until the program ends; save it again before that.</source>
            <translation>Der Bericht bleibt im Speicher, bis das Programm endet; bitte vorher noch einmal speichern.</translation>
        </message>
        <message>
            <source>The recording {file} cannot be made ({cause}).</source>
            <translation>Die Aufzeichnung {file} lässt sich nicht anlegen ({cause}).</translation>
        </message>
        <message>
            <source>The live source was stopped before its first picture came; there is nothing to report.</source>
            <translation>Die Live-Quelle wurde angehalten, bevor ihr erstes Bild kam; es gibt nichts zu berichten.</translation>
        </message>
        <message>
            <source>The analysis was stopped.</source>
            <translation>Die Auswertung wurde abgebrochen.</translation>
        </message>
        <message>
            <source>The analysis of {file} was stopped.</source>
            <translation>Die Auswertung von {file} wurde abgebrochen.</translation>
        </message>
        <message>
            <source>{file} could not be analysed: the worker process that decoded it was lost {count} times ({cause}).</source>
            <translation>{file} konnte nicht ausgewertet werden: Der Prozess, der die Datei las, ging {count} Mal verloren ({cause}).</translation>
        </message>
        <message>
            <source>The file is probably damaged; make a copy with another program and analyse that.</source>
            <translation>Die Datei ist wahrscheinlich beschädigt; bitte mit einem anderen Programm eine Kopie anfertigen und diese auswerten.</translation>
        </message>
        <message>
            <source>it gave no picture for {seconds} seconds</source>
            <translation>er lieferte {seconds} Sekunden lang kein Bild</translation>
        </message>
        <message>
            <source>it was killed</source>
            <translation>er wurde beendet</translation>
        </message>
        <message>
            <source>it took more computing time than allowed</source>
            <translation>er brauchte mehr Rechenzeit als erlaubt</translation>
        </message>
        <message>
            <source>it crashed with signal {number}</source>
            <translation>er stürzte mit Signal {number} ab</translation>
        </message>
        <message>
            <source>it ended with code {number}</source>
            <translation>er endete mit Code {number}</translation>
        </message>
        <message>
            <source>it had too little memory</source>
            <translation>er hatte zu wenig Speicher</translation>
        </message>
        <message>
            <source>the pool is closed</source>
            <translation>die Prozesse sind beendet</translation>
        </message>
        <message>
            <source>Only {free} MB are free on the disk of {path}; {needed} MB are needed before an analysis starts.</source>
            <translation>Auf dem Datenträger von {path} sind nur {free} MB frei; nötig sind {needed} MB, bevor eine Auswertung beginnt.</translation>
        </message>
        <message>
            <source>The way to the Dask scheduler {address} is not encrypted, so whoever is on the network could run programs on its workers.</source>
            <translation>Der Weg zum Dask-Verteiler {address} ist nicht verschlüsselt; wer im Netz ist, könnte auf dessen Arbeitsprozessen Programme ausführen.</translation>
        </message>
        <message>
            <source>Give scheduler, workers and this computer certificates (Dask's settings distributed.comm.tls) and use tls://.</source>
            <translation>Bitte Verteiler, Arbeitsprozessen und diesem Rechner Zertifikate geben (Dasks Einstellungen distributed.comm.tls) und tls:// verwenden.</translation>
        </message>
        <message>
            <source>The Dask scheduler {address} has no worker.</source>
            <translation>Der Dask-Verteiler {address} hat keinen Arbeitsprozess.</translation>
        </message>
        <message>
            <source>Start some with: dask worker {address} --nthreads 1.</source>
            <translation>Arbeitsprozesse werden gestartet mit: dask worker {address} --nthreads 1.</translation>
        </message>
        <message>
            <source>Dask is not installed.</source>
            <translation>Dask ist nicht installiert.</translation>
        </message>
        <message>
            <source>Install it with: pip install 'proctor-desktop[cluster]'.</source>
            <translation>Es wird installiert mit: pip install 'proctor-desktop[cluster]'.</translation>
        </message>
        <message>
            <source>The Dask scheduler {address} does not answer ({cause}).</source>
            <translation>Der Dask-Verteiler {address} antwortet nicht ({cause}).</translation>
        </message>
        <message>
            <source>Check the address, and that it was started with: dask scheduler.</source>
            <translation>Bitte die Adresse prüfen, und ob er gestartet wurde mit: dask scheduler.</translation>
        </message>
        <message>
            <source>{file} could not be sent to the cluster ({cause}).</source>
            <translation>{file} ließ sich nicht an den Rechnerverbund senden ({cause}).</translation>
        </message>
        <message>
            <source>Put it into a folder that all its computers share.</source>
            <translation>Bitte in einen Ordner legen, den alle seine Rechner gemeinsam haben.</translation>
        </message>
        <message>
            <source>A setting cannot be used. {parts}.</source>
            <translation>Eine Einstellung ist nicht verwendbar. {parts}.</translation>
        </message>
        <message>
            <source>{setting} = {value}: {reason}</source>
            <translation>{setting} = {value}: {reason}</translation>
        </message>
        <message>
            <source>Input should be less than or equal to {limit}</source>
            <translation>erlaubt ist höchstens {limit}</translation>
        </message>
        <message>
            <source>Input should be greater than or equal to {limit}</source>
            <translation>erlaubt ist mindestens {limit}</translation>
        </message>
        <message>
            <source>Input should be less than {limit}</source>
            <translation>erlaubt ist nur weniger als {limit}</translation>
        </message>
        <message>
            <source>Input should be greater than {limit}</source>
            <translation>erlaubt ist nur mehr als {limit}</translation>
        </message>
        <message>
            <source>Input should be {known} or {last}</source>
            <translation>möglich sind {known} oder {last}</translation>
        </message>
        <message>
            <source>Input should be a valid integer, unable to parse string as an integer</source>
            <translation>nötig ist eine ganze Zahl</translation>
        </message>
        <message>
            <source>Input should be a valid integer, got a number with a fractional part</source>
            <translation>nötig ist eine ganze Zahl</translation>
        </message>
        <message>
            <source>Input should be a valid number, unable to parse string as a number</source>
            <translation>nötig ist eine Zahl</translation>
        </message>
        <message>
            <source>Input should be a valid boolean, unable to interpret input</source>
            <translation>nötig ist true oder false</translation>
        </message>
        <message>
            <source>Input should be a valid string</source>
            <translation>nötig ist ein Text</translation>
        </message>
        <message>
            <source>The settings file {path} cannot be read: {cause}.</source>
            <translation>Die Datei der Einstellungen {path} lässt sich nicht lesen: {cause}.</translation>
        </message>
        <message>
            <source>There is no option {option}; at {place} there is: {known}.</source>
            <translation>Eine Einstellung {option} gibt es nicht; bei {place} gibt es: {known}.</translation>
        </message>
        <message>
            <source>nothing below it</source>
            <translation>nichts darunter</translation>
        </message>
        <message>
            <source>There is no profile {text}; there are: {known}.</source>
            <translation>Ein Profil {text} gibt es nicht; vorhanden: {known}.</translation>
        </message>
        <message>
            <source>{name} has {count} characters; 1 to {limit} are possible.</source>
            <translation>{name} hat {count} Zeichen; möglich sind 1 bis {limit}.</translation>
        </message>
        <message>
            <source>{name} {text} has characters that cannot be printed, or spaces around it.</source>
            <translation>{name} {text} enthält Zeichen, die sich nicht drucken lassen, oder Leerzeichen am Rand.</translation>
        </message>
        <message>
            <source>student_id</source>
            <translation>Prüfling</translation>
        </message>
        <message>
            <source>exam_id</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <source>An incident is one of: {known}.</source>
            <translation>Ein Vorfall ist eines von: {known}.</translation>
        </message>
        <message>
            <source>The incident must begin before it ends, and lie within the recording.</source>
            <translation>Der Vorfall muss beginnen, bevor er endet, und innerhalb der Aufzeichnung liegen.</translation>
        </message>
        <message>
            <source>An incident is added with what it is and when.</source>
            <translation>Ein Vorfall wird mit seiner Art und seiner Zeit hinzugefügt.</translation>
        </message>
        <message>
            <source>Say who decides, in 1 to 100 characters.</source>
            <translation>Bitte angeben, wer entscheidet, mit 1 bis 100 Zeichen.</translation>
        </message>
        <message>
            <source>Say why: without a reason nobody can follow it later.</source>
            <translation>Bitte begründen: ohne Begründung kann es später niemand nachvollziehen.</translation>
        </message>
        <message>
            <source>The reason is longer than {limit} characters.</source>
            <translation>Die Begründung ist länger als {limit} Zeichen.</translation>
        </message>
        <message>
            <source>This incident is disputed.</source>
            <translation>Dieser Vorfall ist strittig.</translation>
        </message>
        <message>
            <source>Say why it is settled so, for those who saw it differently.</source>
            <translation>Bitte begründen, warum so entschieden wird, für die, die es anders sahen.</translation>
        </message>
        <message>
            <source>This incident is disputed, and only {persons} may settle it.</source>
            <translation>Dieser Vorfall ist strittig, und nur {persons} darf ihn entscheiden.</translation>
        </message>
        <message>
            <source>Leave a note instead.</source>
            <translation>Bitte stattdessen eine Notiz hinterlassen.</translation>
        </message>
        <message>
            <source>The report {report} has no incident {incident}.</source>
            <translation>Der Bericht {report} hat keinen Vorfall {incident}.</translation>
        </message>
        <message>
            <source>There is no report {report}.</source>
            <translation>Einen Bericht {report} gibt es nicht.</translation>
        </message>
        <message>
            <source>No report begins with {text}. `proctor-desktop reports list` shows them all.</source>
            <translation>Kein Bericht beginnt mit {text}. `proctor-desktop reports list` zeigt alle.</translation>
        </message>
        <message>
            <source>The report cannot be read: created_at says no time zone.</source>
            <translation>Der Bericht lässt sich nicht lesen: created_at nennt keine Zeitzone.</translation>
        </message>
        <message>
            <source>It must end in Z.</source>
            <translation>Die Angabe muss auf Z enden.</translation>
        </message>
        <message>
            <source>The report cannot be read: {part}: {cause}.</source>
            <translation>Der Bericht lässt sich nicht lesen: {part}: {cause}.</translation>
        </message>
        <message>
            <source>It is damaged or was written by another program.</source>
            <translation>Er ist beschädigt oder stammt von einem anderen Programm.</translation>
        </message>
        <message>
            <source>{path} cannot be written ({cause}).</source>
            <translation>{path} lässt sich nicht schreiben ({cause}).</translation>
        </message>
        <message>
            <source>Choose another folder.</source>
            <translation>Bitte einen anderen Ordner wählen.</translation>
        </message>
        <message>
            <source>The picture {picture} is not on this computer.</source>
            <translation>Das Bild {picture} ist nicht auf diesem Rechner.</translation>
        </message>
        <message>
            <source>{file} was written by another version of this program.</source>
            <translation>{file} stammt von einer anderen Version dieses Programms.</translation>
        </message>
        <message>
            <source>The report in {file} does not match its hash.</source>
            <translation>Der Bericht in {file} passt nicht zu seinem Hash.</translation>
        </message>
        <message>
            <source>Export it again where it came from.</source>
            <translation>Bitte dort, woher die Datei kam, noch einmal exportieren.</translation>
        </message>
        <message>
            <source>{picture} in {file} was changed after the export.</source>
            <translation>{picture} in {file} wurde nach der Ausgabe verändert.</translation>
        </message>
        <message>
            <source>Say why: a retention without a reason cannot be judged later.</source>
            <translation>Bitte begründen: eine Aufbewahrung ohne Begründung lässt sich später nicht beurteilen.</translation>
        </message>
        <message>
            <source>The exam {exam} is under legal hold, so nothing of it is erased.</source>
            <translation>Für die Prüfung {exam} gilt eine rechtliche Sperre; deshalb wird nichts davon gelöscht.</translation>
        </message>
        <message>
            <source>End the hold first.</source>
            <translation>Bitte zuerst die Sperre aufheben.</translation>
        </message>
        <message>
            <source>Say why: a deletion without a reason cannot be judged later.</source>
            <translation>Bitte begründen: ein Löschen ohne Begründung lässt sich später nicht beurteilen.</translation>
        </message>
        <message>
            <source>There is no report {report} in the bin.</source>
            <translation>Im Papierkorb ist kein Bericht {report}.</translation>
        </message>
        <message>
            <source>The report {report} is in the bin.</source>
            <translation>Der Bericht {report} liegt im Papierkorb.</translation>
        </message>
        <message>
            <source>Restore it first.</source>
            <translation>Bitte zuerst wiederherstellen.</translation>
        </message>
        <message>
            <source>Say why: a change without a reason cannot be judged later.</source>
            <translation>Bitte begründen: eine Änderung ohne Begründung lässt sich später nicht beurteilen.</translation>
        </message>
        <message>
            <source>The report is of this candidate and exam already.</source>
            <translation>Der Bericht gehört schon zu dieser Person und Prüfung.</translation>
        </message>
        <message>
            <source>Only {free} MB are free on the disk of {path}, and {needed} MB are needed to be sure that the result can be saved.</source>
            <translation>Auf dem Datenträger von {path} sind nur {free} MB frei; nötig sind {needed} MB, damit das Ergebnis sicher gespeichert werden kann.</translation>
        </message>
        <message>
            <source>Free some space and try again.</source>
            <translation>Bitte Platz schaffen und noch einmal versuchen.</translation>
        </message>
        <message>
            <source>The folder {path} cannot be used ({cause}).</source>
            <translation>Der Ordner {path} ist nicht verwendbar ({cause}).</translation>
        </message>
        <message>
            <source>{file} could not be written to {path} ({cause}).</source>
            <translation>{file} ließ sich nicht nach {path} schreiben ({cause}).</translation>
        </message>
        <message>
            <source>Free some space on the disk and try again.</source>
            <translation>Bitte auf dem Datenträger Platz schaffen und noch einmal versuchen.</translation>
        </message>
        <message>
            <source>[Errno {number}] {cause}: {path}</source>
            <translation>{cause}: {path} (Fehler {number})</translation>
        </message>
        <message>
            <source>[Errno {number}] {cause}</source>
            <translation>{cause} (Fehler {number})</translation>
        </message>
        <message>
            <source>No space left on device</source>
            <translation>kein Platz mehr auf dem Datenträger</translation>
        </message>
        <message>
            <source>Disk quota exceeded</source>
            <translation>der zugeteilte Platz ist verbraucht</translation>
        </message>
        <message>
            <source>Permission denied</source>
            <translation>keine Berechtigung</translation>
        </message>
        <message>
            <source>Operation not permitted</source>
            <translation>nicht erlaubt</translation>
        </message>
        <message>
            <source>Read-only file system</source>
            <translation>der Datenträger ist schreibgeschützt</translation>
        </message>
        <message>
            <source>Input/output error</source>
            <translation>Ein- oder Ausgabefehler</translation>
        </message>
        <message>
            <source>No such file or directory</source>
            <translation>Datei oder Ordner nicht vorhanden</translation>
        </message>
        <message>
            <source>File exists</source>
            <translation>die Datei gibt es schon</translation>
        </message>
        <message>
            <source>Is a directory</source>
            <translation>es ist ein Ordner</translation>
        </message>
        <message>
            <source>Not a directory</source>
            <translation>es ist kein Ordner</translation>
        </message>
        <message>
            <source>File name too long</source>
            <translation>der Dateiname ist zu lang</translation>
        </message>
        <message>
            <source>Too many open files</source>
            <translation>zu viele offene Dateien</translation>
        </message>
        <message>
            <source>Connection refused</source>
            <translation>Verbindung abgelehnt</translation>
        </message>
        <message>
            <source>Connection timed out</source>
            <translation>Zeit für die Verbindung abgelaufen</translation>
        </message>
        <message>
            <source>No route to host</source>
            <translation>kein Weg zu diesem Rechner</translation>
        </message>
        <message>
            <source>Network is unreachable</source>
            <translation>Netz nicht erreichbar</translation>
        </message>
        <message>
            <source>Invalid data found when processing input</source>
            <translation>ungültiger Inhalt</translation>
        </message>
        <message>
            <source>End of file</source>
            <translation>vorzeitiges Ende der Datei</translation>
        </message>
        <message>
            <source>The database {file}</source>
            <translation>Die Datenbank {file}</translation>
        </message>
        <message>
            <source>the database {file}</source>
            <translation>die Datenbank {file}</translation>
        </message>
        <message>
            <source>{place} is busy: every connection is in use.</source>
            <translation>{place} ist ausgelastet: Alle Verbindungen sind belegt.</translation>
        </message>
        <message>
            <source>Try again in a moment.</source>
            <translation>Bitte gleich noch einmal versuchen.</translation>
        </message>
        <message>
            <source>There is no room left for {place}.</source>
            <translation>Für {place} ist kein Platz mehr.</translation>
        </message>
        <message>
            <source>Nothing that was saved before is lost; free some space on the disk and save again.</source>
            <translation>Zuvor Gespeichertes ist nicht verloren; bitte auf dem Datenträger Platz schaffen und noch einmal speichern.</translation>
        </message>
        <message>
            <source>Another program is writing to {place}.</source>
            <translation>Ein anderes Programm schreibt in {place}.</translation>
        </message>
        <message>
            <source>Close it, or try again in a moment.</source>
            <translation>Bitte dieses schließen oder gleich noch einmal versuchen.</translation>
        </message>
        <message>
            <source>{place} is damaged.</source>
            <translation>{place} ist beschädigt.</translation>
        </message>
        <message>
            <source>It was not changed; `proctor-desktop db restore` puts the newest sound backup in its place.</source>
            <translation>Sie wurde nicht verändert; `proctor-desktop db restore` setzt die neueste heile Sicherung an ihre Stelle.</translation>
        </message>
        <message>
            <source>{place} cannot be written.</source>
            <translation>{place} lässt sich nicht schreiben.</translation>
        </message>
        <message>
            <source>Check that the folder is yours.</source>
            <translation>Bitte prüfen, ob der Ordner Ihnen gehört.</translation>
        </message>
        <message>
            <source>{place} has no tables yet. `proctor-desktop db init --server` makes them.</source>
            <translation>{place} hat noch keine Tabellen. `proctor-desktop db init --server` legt sie an.</translation>
        </message>
        <message>
            <source>{place} is up to date.</source>
            <translation>{place} ist auf dem neuesten Stand.</translation>
        </message>
        <message>
            <source>{place} is older than this program.</source>
            <translation>{place} ist älter als dieses Programm.</translation>
        </message>
        <message>
            <source>Run `proctor-desktop db upgrade{option}`.</source>
            <translation>Bitte `proctor-desktop db upgrade{option}` ausführen.</translation>
        </message>
        <message>
            <source>Run `proctor-desktop db upgrade`.</source>
            <translation>Bitte `proctor-desktop db upgrade` ausführen.</translation>
        </message>
        <message>
            <source>{place} was written by a newer version of this program and is left as it is.</source>
            <translation>{place} wurde von einer neueren Version dieses Programms geschrieben und bleibt, wie sie ist.</translation>
        </message>
        <message>
            <source>Install the newer version to write to it.</source>
            <translation>Zum Schreiben bitte die neuere Version installieren.</translation>
        </message>
        <message>
            <source>{file} could not be backed up ({cause}), so it was not changed.</source>
            <translation>{file} ließ sich nicht sichern ({cause}) und wurde deshalb nicht verändert.</translation>
        </message>
        <message>
            <source>Run `proctor-desktop db check`.</source>
            <translation>Bitte `proctor-desktop db check` ausführen.</translation>
        </message>
        <message>
            <source>{place} is being prepared from another computer.</source>
            <translation>{place} wird gerade von einem anderen Rechner aus eingerichtet.</translation>
        </message>
        <message>
            <source>Try again in a minute.</source>
            <translation>Bitte in einer Minute noch einmal versuchen.</translation>
        </message>
        <message>
            <source>A program is using {file}.</source>
            <translation>Ein Programm benutzt gerade {file}.</translation>
        </message>
        <message>
            <source>Close the window and every service of this computer, then restore.</source>
            <translation>Bitte das Fenster und jeden Dienst dieses Rechners schließen und dann wiederherstellen.</translation>
        </message>
        <message>
            <source>There is no sound backup beside {file}.</source>
            <translation>Neben {file} liegt keine heile Sicherung.</translation>
        </message>
        <message>
            <source>Move the damaged file away and start again: an exchange with the centre brings back what it has.</source>
            <translation>Bitte die beschädigte Datei wegräumen und neu starten: Ein Abgleich mit der Zentrale bringt zurück, was sie hat.</translation>
        </message>
        <message>
            <source>The report {report} belongs to another workstation and is changed there only.</source>
            <translation>Der Bericht {report} gehört zu einem anderen Arbeitsplatz und wird nur dort geändert.</translation>
        </message>
        <message>
            <source>The report {report} was erased and is not kept again.</source>
            <translation>Der Bericht {report} wurde gelöscht und wird nicht wieder aufbewahrt.</translation>
        </message>
        <message>
            <source>The report {report} is known here with other content.</source>
            <translation>Der Bericht {report} ist hier mit anderem Inhalt bekannt.</translation>
        </message>
        <message>
            <source>Nothing was changed.</source>
            <translation>Nichts wurde verändert.</translation>
        </message>
        <message>
            <source>The report {report} does not match its hash: it was changed or damaged outside this program.</source>
            <translation>Der Bericht {report} passt nicht zu seinem Hash: Er wurde außerhalb dieses Programms verändert oder beschädigt.</translation>
        </message>
        <message>
            <source>Put a backup back, or fetch it again with `proctor-desktop sync`.</source>
            <translation>Bitte eine Sicherung zurückspielen oder ihn mit `proctor-desktop sync` neu holen.</translation>
        </message>
        <message>
            <source>The report id {text} is not a lower-case UUID.</source>
            <translation>Die Kennung {text} des Berichts ist keine UUID in Kleinbuchstaben.</translation>
        </message>
        <message>
            <source>The {what} id has {count} characters; it needs 1 to {limit}.</source>
            <translation>Die Kennung {what} hat {count} Zeichen; nötig sind 1 bis {limit}.</translation>
        </message>
        <message>
            <source>The {what} id {text} begins or ends with a space.</source>
            <translation>Die Kennung {what}, {text}, beginnt oder endet mit einem Leerzeichen.</translation>
        </message>
        <message>
            <source>student</source>
            <translation>des Prüflings</translation>
        </message>
        <message>
            <source>exam</source>
            <translation>der Prüfung</translation>
        </message>
        <message>
            <source>The report holds {number}, which a database cannot store.</source>
            <translation>Der Bericht enthält {number}; das kann keine Datenbank speichern.</translation>
        </message>
        <message>
            <source>The report holds half a character, which is no text.</source>
            <translation>Der Bericht enthält ein halbes Zeichen; das ist kein Text.</translation>
        </message>
        <message>
            <source>The report cannot be stored: {cause}.</source>
            <translation>Der Bericht lässt sich nicht speichern: {cause}.</translation>
        </message>
        <message>
            <source>The per-frame signals of report {report} are not on this computer.</source>
            <translation>Die Messwerte je Bild zum Bericht {report} sind nicht auf diesem Rechner.</translation>
        </message>
        <message>
            <source>They stay where the recording was analysed.</source>
            <translation>Sie bleiben dort, wo die Aufzeichnung ausgewertet wurde.</translation>
        </message>
        <message>
            <source>The per-frame signals of report {report} are damaged.</source>
            <translation>Die Messwerte je Bild zum Bericht {report} sind beschädigt.</translation>
        </message>
        <message>
            <source>The report itself can be read, but not computed anew; analyse the recording again.</source>
            <translation>Der Bericht selbst lässt sich lesen, aber nicht neu berechnen; bitte die Aufzeichnung noch einmal auswerten.</translation>
        </message>
        <message>
            <source>The picture {picture} was erased.</source>
            <translation>Das Bild {picture} wurde gelöscht.</translation>
        </message>
        <message>
            <source>The picture {picture} is encrypted and its key is not here.</source>
            <translation>Das Bild {picture} ist verschlüsselt, und der Schlüssel ist nicht hier.</translation>
        </message>
        <message>
            <source>Set keep.encrypt_evidence, with the key of the workstation that wrote it.</source>
            <translation>Bitte keep.encrypt_evidence setzen, mit dem Schlüssel des Arbeitsplatzes, der es schrieb.</translation>
        </message>
        <message>
            <source>The picture {picture} of report {report} is missing from {path}.</source>
            <translation>Das Bild {picture} zum Bericht {report} fehlt in {path}.</translation>
        </message>
        <message>
            <source>The picture {picture} of report {report} is not what was saved: the file was changed or damaged outside this program.</source>
            <translation>Das Bild {picture} zum Bericht {report} ist nicht das gespeicherte: Die Datei wurde außerhalb dieses Programms verändert oder beschädigt.</translation>
        </message>
        <message>
            <source>The key file {path} can be read by others.</source>
            <translation>Die Schlüsseldatei {path} kann von anderen gelesen werden.</translation>
        </message>
        <message>
            <source>Run `chmod 600 {path}`, then start again.</source>
            <translation>Bitte `chmod 600 {path}` ausführen und neu starten.</translation>
        </message>
        <message>
            <source>The key file {path} holds no key.</source>
            <translation>Die Schlüsseldatei {path} enthält keinen Schlüssel.</translation>
        </message>
        <message>
            <source>The key file {path} holds no 256-bit key.</source>
            <translation>Die Schlüsseldatei {path} enthält keinen Schlüssel von 256 Bit.</translation>
        </message>
        <message>
            <source>Put its backup back.</source>
            <translation>Bitte ihre Sicherung zurückspielen.</translation>
        </message>
        <message>
            <source>Evidence is to be encrypted, but this computer has no keyring for the key.</source>
            <translation>Belege sollen verschlüsselt werden, aber dieser Rechner hat keinen Schlüsselbund für den Schlüssel.</translation>
        </message>
        <message>
            <source>Name a key file (keep.key_file) that only this account can read.</source>
            <translation>Bitte eine Schlüsseldatei angeben (keep.key_file), die nur dieses Konto lesen kann.</translation>
        </message>
        <message>
            <source>{path} holds a secret and can be read by others.</source>
            <translation>{path} enthält ein Geheimnis und kann von anderen gelesen werden.</translation>
        </message>
        <message>
            <source>Run `chmod 600 {path}`, and change the secret if somebody may have seen it.</source>
            <translation>Bitte `chmod 600 {path}` ausführen und das Geheimnis ändern, falls es jemand gesehen haben könnte.</translation>
        </message>
        <message>
            <source>The centre's database on {host}</source>
            <translation>Die Datenbank der Zentrale auf {host}</translation>
        </message>
        <message>
            <source>the centre's database on {host}</source>
            <translation>die Datenbank der Zentrale auf {host}</translation>
        </message>
        <message>
            <source>The file of the centre's certificate authority, {path}, is not there.</source>
            <translation>Die Datei der Zertifizierungsstelle der Zentrale, {path}, ist nicht da.</translation>
        </message>
        <message>
            <source>{place} would be reached without encryption that can be verified, so nothing is sent.</source>
            <translation>{place} wäre nur ohne überprüfbare Verschlüsselung erreichbar; deshalb wird nichts gesendet.</translation>
        </message>
        <message>
            <source>Set the file of the centre's certificate authority.</source>
            <translation>Bitte die Datei der Zertifizierungsstelle der Zentrale angeben.</translation>
        </message>
        <message>
            <source>{path} holds no certificate.</source>
            <translation>{path} enthält kein Zertifikat.</translation>
        </message>
        <message>
            <source>Choose another file.</source>
            <translation>Bitte eine andere Datei wählen.</translation>
        </message>
        <message>
            <source>{place} did not accept the user name or password.</source>
            <translation>{place} hat Benutzername oder Kennwort nicht angenommen.</translation>
        </message>
        <message>
            <source>Check both in the settings.</source>
            <translation>Bitte beides in den Einstellungen prüfen.</translation>
        </message>
        <message>
            <source>{place} does not answer ({cause}).</source>
            <translation>{place} antwortet nicht ({cause}).</translation>
        </message>
        <message>
            <source>Nothing is lost: what was confirmed is kept, and sending again is safe.</source>
            <translation>Nichts ist verloren: Bestätigtes bleibt erhalten, und noch einmal zu senden schadet nicht.</translation>
        </message>
        <message>
            <source>{place} does not allow this account to do that.</source>
            <translation>{place} erlaubt das diesem Konto nicht.</translation>
        </message>
        <message>
            <source>An administrator must run the grants that come with this program.</source>
            <translation>Die Verwaltung muss die Rechte vergeben, die diesem Programm beiliegen.</translation>
        </message>
        <message>
            <source>{place} has not been prepared.</source>
            <translation>{place} ist noch nicht eingerichtet.</translation>
        </message>
        <message>
            <source>An administrator must run `proctor-desktop db init --server`.</source>
            <translation>Die Verwaltung muss `proctor-desktop db init --server` ausführen.</translation>
        </message>
        <message>
            <source>The disk of {place} is full; tell its administrator.</source>
            <translation>Für {place} ist der Datenträger voll; bitte die Verwaltung benachrichtigen.</translation>
        </message>
        <message>
            <source>{place} takes nothing in at present (it is read-only); its administrator knows why.</source>
            <translation>{place} nimmt zurzeit nichts an (sie ist schreibgeschützt); die Verwaltung weiß, warum.</translation>
        </message>
        <message>
            <source>The certificate of {place} is not valid at this computer's time.</source>
            <translation>Das Zertifikat für {place} gilt zur Uhrzeit dieses Rechners nicht.</translation>
        </message>
        <message>
            <source>Most often this computer's clock is wrong: set it, then try again.</source>
            <translation>Meist geht die Uhr dieses Rechners falsch: bitte stellen und noch einmal versuchen.</translation>
        </message>
        <message>
            <source>The certificate of {place} names another computer, so nothing was sent.</source>
            <translation>Das Zertifikat für {place} nennt einen anderen Rechner; deshalb wurde nichts gesendet.</translation>
        </message>
        <message>
            <source>The centre needs a certificate that carries the server's host name.</source>
            <translation>Die Zentrale braucht ein Zertifikat mit dem Rechnernamen des Servers.</translation>
        </message>
        <message>
            <source>{place} could not prove who it is, so nothing was sent.</source>
            <translation>{place} konnte sich nicht ausweisen; deshalb wurde nichts gesendet.</translation>
        </message>
        <message>
            <source>Check that the file of the centre's certificate authority is the right one.</source>
            <translation>Bitte prüfen, ob die Datei der Zertifizierungsstelle der Zentrale die richtige ist.</translation>
        </message>
        <message>
            <source>it takes too long: no network, a full disk, or too much work there</source>
            <translation>es dauert zu lange: kein Netz, ein voller Datenträger oder zu viel Arbeit dort</translation>
        </message>
        <message>
            <source>it takes too long to answer</source>
            <translation>die Antwort dauert zu lange</translation>
        </message>
        <message>
            <source>it has too many connections</source>
            <translation>sie hat zu viele Verbindungen</translation>
        </message>
        <message>
            <source>it is shutting down</source>
            <translation>sie wird gerade beendet</translation>
        </message>
        <message>
            <source>another workstation holds the lock</source>
            <translation>ein anderer Arbeitsplatz hält die Sperre</translation>
        </message>
        <message>
            <source>another workstation holds the lock, or its disk is full</source>
            <translation>ein anderer Arbeitsplatz hält die Sperre, oder ihr Datenträger ist voll</translation>
        </message>
        <message>
            <source>its computer is there, but no database listens on that port</source>
            <translation>ihr Rechner ist da, aber an diesem Port antwortet keine Datenbank</translation>
        </message>
        <message>
            <source>its computer is switched off, or no network leads to it</source>
            <translation>ihr Rechner ist ausgeschaltet, oder kein Netz führt zu ihm</translation>
        </message>
        <message>
            <source>no network leads to it</source>
            <translation>kein Netz führt zu ihr</translation>
        </message>
        <message>
            <source>no computer of that name is known here</source>
            <translation>ein Rechner dieses Namens ist hier nicht bekannt</translation>
        </message>
        <message>
            <source>no connection, error {number}</source>
            <translation>keine Verbindung, Fehler {number}</translation>
        </message>
        <message>
            <source>the connection broke off, error {number}</source>
            <translation>die Verbindung brach ab, Fehler {number}</translation>
        </message>
        <message>
            <source>error {number}</source>
            <translation>Fehler {number}</translation>
        </message>
        <message>
            <source>{place} was prepared by a newer version of this program.</source>
            <translation>{place} wurde von einer neueren Version dieses Programms eingerichtet.</translation>
        </message>
        <message>
            <source>Everything is kept here and sent after this program was updated.</source>
            <translation>Alles wird hier aufbewahrt und gesendet, sobald dieses Programm aktualisiert ist.</translation>
        </message>
        <message>
            <source>{place} is not prepared for this version.</source>
            <translation>{place} ist für diese Version nicht eingerichtet.</translation>
        </message>
        <message>
            <source>Everything is kept here until an administrator has run `proctor-desktop db {command} --server`.</source>
            <translation>Alles wird hier aufbewahrt, bis die Verwaltung `proctor-desktop db {command} --server` ausgeführt hat.</translation>
        </message>
        <message>
            <source>The centre cannot store it: {cause}.</source>
            <translation>Die Zentrale kann es nicht speichern: {cause}.</translation>
        </message>
        <message>
            <source>No server is set (MYSQL_HOST), so everything stays on this computer.</source>
            <translation>Kein Server ist angegeben (MYSQL_HOST); deshalb bleibt alles auf diesem Rechner.</translation>
        </message>
        <message>
            <source>No server is set: reports stay on this computer.</source>
            <translation>Kein Server ist angegeben: Berichte bleiben auf diesem Rechner.</translation>
        </message>
        <message>
            <source>{count} change waits to be sent.</source>
            <translation>{count} Änderung wartet auf das Senden.</translation>
        </message>
        <message>
            <source>{count} changes wait to be sent.</source>
            <translation>{count} Änderungen warten auf das Senden.</translation>
        </message>
        <message>
            <source>{count} could not be stored by the centre; look at them.</source>
            <translation>{count} konnte die Zentrale nicht speichern; bitte ansehen.</translation>
        </message>
        <message>
            <source>{count} could not be taken from the centre and are asked for again.</source>
            <translation>{count} ließen sich nicht von der Zentrale übernehmen und werden noch einmal angefordert.</translation>
        </message>
        <message>
            <source>Everything is exchanged with the centre.</source>
            <translation>Mit der Zentrale ist alles abgeglichen.</translation>
        </message>
        <message>
            <source>Last success: {time} UTC.</source>
            <translation>Zuletzt gelungen: {time} UTC.</translation>
        </message>
        <message>
            <source>{place} may lose what it confirmed when its power fails (innodb_flush_log_at_trx_commit is not 1).</source>
            <translation>{place} kann bei Stromausfall Bestätigtes verlieren (innodb_flush_log_at_trx_commit steht nicht auf 1).</translation>
        </message>
        <message>
            <source>Tell its administrator.</source>
            <translation>Bitte die Verwaltung benachrichtigen.</translation>
        </message>
        <message>
            <source>{place} does not check what it stores (sql_mode is not strict).</source>
            <translation>{place} prüft nicht, was sie speichert (sql_mode ist nicht streng).</translation>
        </message>
        <message>
            <source>The clocks of this computer and of the centre differ by {span}.</source>
            <translation>Die Uhren dieses Rechners und der Zentrale weichen um {span} voneinander ab.</translation>
        </message>
        <message>
            <source>Nothing is lost by it, but times in reports may mislead; set this computer's clock.</source>
            <translation>Dadurch geht nichts verloren, aber Zeiten in Berichten können täuschen; bitte die Uhr dieses Rechners stellen.</translation>
        </message>
        <message>
            <source>{hours} hours</source>
            <translation>{hours} Stunden</translation>
        </message>
        <message>
            <source>{days} days</source>
            <translation>{days} Tage</translation>
        </message>
        <message>
            <source>The centre holds another report under this id.</source>
            <translation>Die Zentrale hat unter dieser Kennung einen anderen Bericht.</translation>
        </message>
        <message>
            <source>Both are kept: yours here and beside it at the centre.</source>
            <translation>Beide werden aufbewahrt: Ihrer hier und daneben in der Zentrale.</translation>
        </message>
        <message>
            <source>An administrator should compare them.</source>
            <translation>Eine Administratorin oder ein Administrator sollte sie vergleichen.</translation>
        </message>
        <message>
            <source>Another copy of this workstation has sent a decision under the same number: its disk was copied, or an old backup was put back.</source>
            <translation>Eine andere Kopie dieses Arbeitsplatzes hat unter derselben Nummer eine Entscheidung gesendet: Ihr Datenträger wurde kopiert, oder eine alte Sicherung wurde zurückgespielt.</translation>
        </message>
        <message>
            <source>Run `proctor-desktop db new-identity`, then decide again.</source>
            <translation>Führen Sie `proctor-desktop db new-identity` aus und entscheiden Sie dann noch einmal.</translation>
        </message>
        <message>
            <source>It is damaged on this computer (it does not match its hash), so it was not sent.</source>
            <translation>Er ist auf diesem Rechner beschädigt (er passt nicht zu seiner Prüfsumme) und wurde deshalb nicht gesendet.</translation>
        </message>
        <message>
            <source>Put a backup back, or analyse the recording again.</source>
            <translation>Spielen Sie eine Sicherung zurück, oder werten Sie die Aufnahme noch einmal aus.</translation>
        </message>
        <message>
            <source>Check the rights of the folder and try again.</source>
            <translation>Prüfen Sie die Rechte des Ordners und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>Port of the server</source>
            <translation>Port des Servers</translation>
        </message>
        <message>
            <source>Account on the server</source>
            <translation>Konto auf dem Server</translation>
        </message>
        <message>
            <source>Password of the account</source>
            <translation>Passwort des Kontos</translation>
        </message>
        <message>
            <source>Database on the server</source>
            <translation>Datenbank auf dem Server</translation>
        </message>
        <message>
            <source>Certificate of the authority (file)</source>
            <translation>Zertifikat der Zertifizierungsstelle (Datei)</translation>
        </message>
        <message>
            <source>Server must prove its name</source>
            <translation>Server muss seinen Namen beweisen</translation>
        </message>
        <message>
            <source>Folder of this workstation</source>
            <translation>Ordner dieses Arbeitsplatzes</translation>
        </message>
        <message>
            <source>REST service: test or production</source>
            <translation>REST-Dienst: Probe oder Betrieb</translation>
        </message>
        <message>
            <source>Detail of the log</source>
            <translation>Ausführlichkeit des Protokolls</translation>
        </message>
        <message>
            <source>Networks that measure the face</source>
            <translation>Netze, die das Gesicht messen</translation>
        </message>
        <message>
            <source>Looking up or down, by the iris</source>
            <translation>Blick nach oben oder unten, nach der Iris</translation>
        </message>
        <message>
            <source>Looking up or down, by the lids</source>
            <translation>Blick nach oben oder unten, nach den Lidern</translation>
        </message>
        <message>
            <source>Eye counts as closed below (eye widths)</source>
            <translation>Auge gilt als geschlossen unter (Augenbreiten)</translation>
        </message>
        <message>
            <source>Darkest face (grey level)</source>
            <translation>Dunkelstes Gesicht (Graustufe)</translation>
        </message>
        <message>
            <source>Brightest face (grey level)</source>
            <translation>Hellstes Gesicht (Graustufe)</translation>
        </message>
        <message>
            <source>Least contrast of a face (grey levels)</source>
            <translation>Geringster Kontrast eines Gesichts (Graustufen)</translation>
        </message>
        <message>
            <source>Least sharpness of a face</source>
            <translation>Geringste Schärfe eines Gesichts</translation>
        </message>
        <message>
            <source>Darkest picture (grey level)</source>
            <translation>Dunkelstes Bild (Graustufe)</translation>
        </message>
        <message>
            <source>Least detail of a picture (grey levels)</source>
            <translation>Geringste Zeichnung eines Bildes (Graustufen)</translation>
        </message>
        <message>
            <source>Less smoothing when moving</source>
            <translation>Weniger Glättung bei Bewegung</translation>
        </message>
        <message>
            <source>Left out as least steady (share)</source>
            <translation>Als am unruhigsten ausgelassen (Anteil)</translation>
        </message>
        <message>
            <source>Gaze threshold: room for unrest</source>
            <translation>Blickschwelle: Spielraum für Unruhe</translation>
        </message>
        <message>
            <source>An event ends below (share of the threshold)</source>
            <translation>Ein Ereignis endet unter (Anteil der Schwelle)</translation>
        </message>
        <message>
            <source>Name of the policy</source>
            <translation>Name der Richtlinie</translation>
        </message>
        <message>
            <source>Clean up to a risk of</source>
            <translation>Unauffällig bis zu einem Risiko von</translation>
        </message>
        <message>
            <source>Borderline up to a risk of</source>
            <translation>Grenzfall bis zu einem Risiko von</translation>
        </message>
        <message>
            <source>Suspicious up to a risk of</source>
            <translation>Auffällig bis zu einem Risiko von</translation>
        </message>
        <message>
            <source>Weight of low severity</source>
            <translation>Gewicht geringer Schwere</translation>
        </message>
        <message>
            <source>Weight of medium severity</source>
            <translation>Gewicht mittlerer Schwere</translation>
        </message>
        <message>
            <source>Weight of high severity</source>
            <translation>Gewicht hoher Schwere</translation>
        </message>
        <message>
            <source>Recordings analysed by (processes)</source>
            <translation>Auswertung durch (Prozesse)</translation>
        </message>
        <message>
            <source>Dask scheduler (address)</source>
            <translation>Dask-Scheduler (Adresse)</translation>
        </message>
        <message>
            <source>Address to listen on</source>
            <translation>Adresse des Dienstes</translation>
        </message>
        <message>
            <source>Port to listen on</source>
            <translation>Port des Dienstes</translation>
        </message>
        <message>
            <source>Uploads that may wait</source>
            <translation>Uploads, die warten dürfen</translation>
        </message>
        <message>
            <source>Analyses at once</source>
            <translation>Auswertungen zugleich</translation>
        </message>
        <message>
            <source>Attempts of an analysis</source>
            <translation>Versuche je Auswertung</translation>
        </message>
        <message>
            <source>Reports sent at once</source>
            <translation>Berichte auf einmal</translation>
        </message>
        <message>
            <source>Bytes sent at once</source>
            <translation>Bytes auf einmal</translation>
        </message>
        <message>
            <source>Who may end a dispute</source>
            <translation>Wer einen Streitfall beenden darf</translation>
        </message>
        <message>
            <source>Incidents with pictures</source>
            <translation>Vorfälle mit Bildern</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>Farben</translation>
        </message>
        <message>
            <source>The recording lacks {spans}: the disk was full.</source>
            <translation>In der Aufzeichnung fehlt {spans}: Der Datenträger war voll.</translation>
        </message>
        <message>
            <source>That time was measured all the same and cannot be watched again; what was recorded after it is in a file of its own.</source>
            <translation>Diese Zeit wurde trotzdem gemessen und kann nicht noch einmal angesehen werden; was danach aufgezeichnet wurde, steht in einer eigenen Datei.</translation>
        </message>
        <message>
            <source>a description of a stream</source>
            <translation>die Beschreibung einer Übertragung</translation>
        </message>
        <message>
            <source>{file} cannot be read as a package.</source>
            <translation>{file} lässt sich nicht als Paket lesen.</translation>
        </message>
        <message>
            <source>{file} is too large to be a package.</source>
            <translation>{file} ist zu groß für ein Paket.</translation>
        </message>
        <message>
            <source>The picture stopped coming. Check the camera, and show it again.</source>
            <translation>Es kommt kein Bild mehr. Prüfen Sie die Kamera und lassen Sie das Bild noch einmal zeigen.</translation>
        </message>
        <message>
            <source>Maximum head speed</source>
            <translation>Größte Kopfgeschwindigkeit</translation>
        </message>
        <message>
            <source>Window minimum</source>
            <translation>Kürzestes Fenster</translation>
        </message>
        <message>
            <source>Window maximum</source>
            <translation>Längstes Fenster</translation>
        </message>
        <message>
            <source>Maximum head spread</source>
            <translation>Größte Streuung des Kopfes</translation>
        </message>
        <message>
            <source>Maximum gaze spread</source>
            <translation>Größte Streuung des Blicks</translation>
        </message>
        <message>
            <source>Still gaze spread</source>
            <translation>Standbild: Streuung des Blicks</translation>
        </message>
        <message>
            <source>Second person</source>
            <translation>Zweite Person</translation>
        </message>
        <message>
            <source>Maximum gap</source>
            <translation>Größte Lücke</translation>
        </message>
        <message>
            <source>Maximum missing</source>
            <translation>Längste Zeit ohne Messung</translation>
        </message>
        <message>
            <source>Writing maximum</source>
            <translation>Schreiben: größter Winkel</translation>
        </message>
        <message>
            <source>Turned before</source>
            <translation>Zuvor gedreht</translation>
        </message>
        <message>
            <source>Turned maximum</source>
            <translation>Gedreht: Höchstdauer</translation>
        </message>
        <message>
            <source>People maximum gap</source>
            <translation>Mehrere Personen: größte Lücke</translation>
        </message>
        <message>
            <source>Dark minimum</source>
            <translation>Dunkel: Mindestdauer</translation>
        </message>
        <message>
            <source>Frozen minimum</source>
            <translation>Eingefroren: Mindestdauer</translation>
        </message>
        <message>
            <source>Lost minimum</source>
            <translation>Verloren: Mindestdauer</translation>
        </message>
        <message>
            <source>Blurred minimum</source>
            <translation>Unscharf: Mindestdauer</translation>
        </message>
        <message>
            <source>Incident gap</source>
            <translation>Lücke zwischen Vorfällen</translation>
        </message>
        <message>
            <source>Minimum measurable</source>
            <translation>Mindestens messbar</translation>
        </message>
        <message>
            <source>Maximum upload</source>
            <translation>Größte Datei</translation>
        </message>
        <message>
            <source>Idle timeout</source>
            <translation>Abbruch bei Stille</translation>
        </message>
        <message>
            <source>Pictures looked at</source>
            <translation>Angesehene Bilder</translation>
        </message>
        <message>
            <source>Longest side of a picture</source>
            <translation>Längste Seite eines Bildes</translation>
        </message>
        <message>
            <source>Turn the picture</source>
            <translation>Bild drehen</translation>
        </message>
        <message>
            <source>Largest width or height</source>
            <translation>Größte Breite oder Höhe</translation>
        </message>
        <message>
            <source>Largest picture</source>
            <translation>Größtes Bild</translation>
        </message>
        <message>
            <source>Longest recording</source>
            <translation>Längste Aufzeichnung</translation>
        </message>
        <message>
            <source>Most pictures</source>
            <translation>Meiste Bilder</translation>
        </message>
        <message>
            <source>Gaze measurable up to a head turn of</source>
            <translation>Blick messbar bis zu einer Kopfdrehung von</translation>
        </message>
        <message>
            <source>Gaze measurable up to a nod of</source>
            <translation>Blick messbar bis zu einem Nicken von</translation>
        </message>
        <message>
            <source>Smallest face for the head</source>
            <translation>Kleinstes Gesicht für den Kopf</translation>
        </message>
        <message>
            <source>Smallest face for the gaze</source>
            <translation>Kleinstes Gesicht für den Blick</translation>
        </message>
        <message>
            <source>Smoothing at rest</source>
            <translation>Glättung in Ruhe</translation>
        </message>
        <message>
            <source>Calibration lasts</source>
            <translation>Kalibrierung dauert</translation>
        </message>
        <message>
            <source>Eyes turned at most</source>
            <translation>Augen höchstens gedreht</translation>
        </message>
        <message>
            <source>Refused beyond a head turn of</source>
            <translation>Abgelehnt über einer Kopfdrehung von</translation>
        </message>
        <message>
            <source>Refused beyond a nod of</source>
            <translation>Abgelehnt über einem Nicken von</translation>
        </message>
        <message>
            <source>Refused beyond a head tilt of</source>
            <translation>Abgelehnt über einer Kopfneigung von</translation>
        </message>
        <message>
            <source>Refused beyond a gaze of</source>
            <translation>Abgelehnt über einem Blick von</translation>
        </message>
        <message>
            <source>Gaze threshold of a still eye</source>
            <translation>Blickschwelle eines ruhigen Auges</translation>
        </message>
        <message>
            <source>Gaze threshold at least</source>
            <translation>Blickschwelle mindestens</translation>
        </message>
        <message>
            <source>Gaze threshold at least, uncalibrated</source>
            <translation>Blickschwelle mindestens, ohne Kalibrierung</translation>
        </message>
        <message>
            <source>Gaze threshold at most</source>
            <translation>Blickschwelle höchstens</translation>
        </message>
        <message>
            <source>Gaze aside: shortest</source>
            <translation>Blick zur Seite: kürzester</translation>
        </message>
        <message>
            <source>Head movement: shortest</source>
            <translation>Kopfbewegung: kürzeste</translation>
        </message>
        <message>
            <source>Nobody there: shortest</source>
            <translation>Niemand da: kürzeste Zeit</translation>
        </message>
        <message>
            <source>Several people: shortest</source>
            <translation>Mehrere Personen: kürzeste Zeit</translation>
        </message>
        <message>
            <source>Exam begins at</source>
            <translation>Prüfung beginnt bei</translation>
        </message>
        <message>
            <source>Exam ends at</source>
            <translation>Prüfung endet bei</translation>
        </message>
        <message>
            <source>Memory of a process</source>
            <translation>Speicher eines Prozesses</translation>
        </message>
        <message>
            <source>Process is stuck after</source>
            <translation>Prozess hängt nach</translation>
        </message>
        <message>
            <source>Computing for a second of recording</source>
            <translation>Rechenzeit je Sekunde Aufzeichnung</translation>
        </message>
        <message>
            <source>Idle process ends after</source>
            <translation>Untätiger Prozess endet nach</translation>
        </message>
        <message>
            <source>Work of a dead process is taken over after</source>
            <translation>Arbeit eines toten Prozesses wird übernommen nach</translation>
        </message>
        <message>
            <source>Finished jobs are kept</source>
            <translation>Fertige Aufträge bleiben</translation>
        </message>
        <message>
            <source>Repeated uploads are recognised</source>
            <translation>Wiederholte Uploads werden erkannt</translation>
        </message>
        <message>
            <source>Time between two exchanges</source>
            <translation>Zeit zwischen zwei Abgleichen</translation>
        </message>
        <message>
            <source>Longest pause before another try</source>
            <translation>Längste Pause vor neuem Versuch</translation>
        </message>
        <message>
            <source>Evidence and details are kept</source>
            <translation>Belege und Einzelheiten bleiben</translation>
        </message>
        <message>
            <source>Deleted reports stay in the bin</source>
            <translation>Gelöschte Berichte bleiben im Papierkorb</translation>
        </message>
        <message>
            <source>Free space an analysis needs</source>
            <translation>Freier Platz für eine Auswertung</translation>
        </message>
        <message>
            <source>Picture to compare, before the incident</source>
            <translation>Vergleichsbild vor dem Vorfall</translation>
        </message>
        <message>
            <source>Longer side of a picture</source>
            <translation>Längere Seite eines Bildes</translation>
        </message>
        <message>
            <source>Quality of the pictures</source>
            <translation>Qualität der Bilder</translation>
        </message>
        <message>
            <source>Face box moved at most (parts of the frame)</source>
            <translation>Gesicht höchstens verschoben (Teil des Bildes)</translation>
        </message>
        <message>
            <source>Held-up picture: change below (grey levels)</source>
            <translation>Standbild: Änderung unter (Graustufen)</translation>
        </message>
        <message>
            <source>Picture is dark below (grey level)</source>
            <translation>Bild ist dunkel unter (Graustufe)</translation>
        </message>
        <message>
            <source>Picture stands still below a change of (grey levels)</source>
            <translation>Bild steht unter einer Änderung von (Graustufen)</translation>
        </message>
        <message>
            <source>Head turn: threshold of a still head</source>
            <translation>Kopfdrehung: Schwelle eines ruhigen Kopfes</translation>
        </message>
        <message>
            <source>Head turn: room for unrest</source>
            <translation>Kopfdrehung: Spielraum für Unruhe</translation>
        </message>
        <message>
            <source>Head turn: threshold at least</source>
            <translation>Kopfdrehung: Schwelle mindestens</translation>
        </message>
        <message>
            <source>Head turn: threshold at most</source>
            <translation>Kopfdrehung: Schwelle höchstens</translation>
        </message>
        <message>
            <source>Nod: threshold of a still head</source>
            <translation>Nicken: Schwelle eines ruhigen Kopfes</translation>
        </message>
        <message>
            <source>Nod: room for unrest</source>
            <translation>Nicken: Spielraum für Unruhe</translation>
        </message>
        <message>
            <source>Nod: threshold at least</source>
            <translation>Nicken: Schwelle mindestens</translation>
        </message>
        <message>
            <source>Nod: threshold at most</source>
            <translation>Nicken: Schwelle höchstens</translation>
        </message>
        <message>
            <source>Head tilt: threshold of a still head</source>
            <translation>Kopfneigung: Schwelle eines ruhigen Kopfes</translation>
        </message>
        <message>
            <source>Head tilt: room for unrest</source>
            <translation>Kopfneigung: Spielraum für Unruhe</translation>
        </message>
        <message>
            <source>Head tilt: threshold at least</source>
            <translation>Kopfneigung: Schwelle mindestens</translation>
        </message>
        <message>
            <source>Head tilt: threshold at most</source>
            <translation>Kopfneigung: Schwelle höchstens</translation>
        </message>
        <message>
            <source>Eyes turned further than this in the head do too.</source>
            <translation>Stärker im Kopf gedrehte Augen ebenso.</translation>
        </message>
        <message>
            <source>Calibrated with eyes further aside is refused.</source>
            <translation>Eine Kalibrierung mit weiter zur Seite gerichteten Augen wird abgelehnt.</translation>
        </message>
        <message>
            <source>The same for the eyes: reading from edge to edge of a wide screen gives 9 degrees.</source>
            <translation>Dasselbe für die Augen: Lesen von Rand zu Rand eines breiten Bildschirms ergibt 9 Grad.</translation>
        </message>
        <message>
            <source>The eyes of a picture vary less than this (standard deviation).</source>
            <translation>Die Augen eines Standbilds schwanken weniger als so viel (Standardabweichung).</translation>
        </message>
        <message>
            <source>Gaze threshold of a motionless eye.</source>
            <translation>Blickschwelle eines reglosen Auges.</translation>
        </message>
        <message>
            <source>The gaze threshold is never less.</source>
            <translation>Die Blickschwelle ist nie kleiner.</translation>
        </message>
        <message>
            <source>The gaze threshold is never more.</source>
            <translation>Die Blickschwelle ist nie größer.</translation>
        </message>
        <message>
            <source>Slowest upload</source>
            <translation>Langsamste Übertragung</translation>
        </message>
        <message>
            <source>Too little to say: only {share} of the exam could be measured, so it is not called CLEAN.</source>
            <translation>Zu wenig für eine Aussage: Nur {share} der Prüfung ließen sich messen, deshalb heißt sie nicht CLEAN.</translation>
        </message>
        <message>
            <source>{measured} s of {whole} s ({share}) could be assessed; the head could be measured in {head} and the gaze in {gaze} of the exam.</source>
            <translation>{measured} s von {whole} s ({share}) ließen sich beurteilen; der Kopf war in {head} und der Blick in {gaze} der Prüfung messbar.</translation>
        </message>
        <message>
            <source>The exam was taken to begin at {time}, where the candidate first sat steadily enough for a calibration.</source>
            <translation>Als Beginn der Prüfung gilt {time}: Dort saß der Prüfling zum ersten Mal ruhig genug für eine Kalibrierung.</translation>
        </message>
        <message>
            <source>The exam was taken to begin at {time}, when somebody first sat in the empty chair.</source>
            <translation>Als Beginn der Prüfung gilt {time}: Da saß zum ersten Mal jemand auf dem leeren Stuhl.</translation>
        </message>
        <message>
            <source>The exam begins at {time}: a person said so.</source>
            <translation>Die Prüfung beginnt bei {time}: So hat es ein Mensch angegeben.</translation>
        </message>
        <message>
            <source>What came before is shown and not charged.</source>
            <translation>Was davor war, wird gezeigt und nicht angerechnet.</translation>
        </message>
        <message>
            <source>The exam ends at {time}: a person said so.</source>
            <translation>Die Prüfung endet bei {time}: So hat es ein Mensch angegeben.</translation>
        </message>
        <message>
            <source>What came after is shown and not charged.</source>
            <translation>Was danach war, wird gezeigt und nicht angerechnet.</translation>
        </message>
        <message>
            <source>Second of the recording at which the exam and its calibration begin; 0: found where somebody first sits there steadily.</source>
            <translation>Sekunde der Aufnahme, bei der die Prüfung und ihre Kalibrierung beginnen; 0: wird gefunden, wo zum ersten Mal jemand ruhig dasitzt.</translation>
        </message>
        <message>
            <source>A beginning that is not given is looked for up to this second of the recording; 0: the exam begins with the recording.</source>
            <translation>Ein Beginn, der nicht angegeben ist, wird bis zu dieser Sekunde der Aufnahme gesucht; 0: Die Prüfung beginnt mit der Aufnahme.</translation>
        </message>
        <message>
            <source>Exam beginning looked for until</source>
            <translation>Prüfungsbeginn suchen bis</translation>
        </message>
        <message>
            <source>The exam begins and ends there already.</source>
            <translation>Die Prüfung beginnt und endet schon dort.</translation>
        </message>
        <message>
            <source>The exam must begin before it ends, and lie within the recording.</source>
            <translation>Die Prüfung muss beginnen, bevor sie endet, und in der Aufnahme liegen.</translation>
        </message>
        <message>
            <source>The report was changed meanwhile.</source>
            <translation>Der Bericht wurde inzwischen geändert.</translation>
        </message>
        <message>
            <source>Look at it, then try again.</source>
            <translation>Sehen Sie ihn an, dann versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>What is kept here is not what the centre was given: somebody must look.</source>
            <translation>Was hier liegt, ist nicht das, was die Zentrale bekommen hat: Jemand muss nachsehen.</translation>
        </message>
        <message>
            <source>Run `proctor-desktop verify --centre`.</source>
            <translation>Führen Sie `proctor-desktop verify --centre` aus.</translation>
        </message>
        <message>
            <source>The audit log ends before entry {number}, which was confirmed elsewhere: its end was cut off, or an old backup was put back.</source>
            <translation>Das Protokoll endet vor Eintrag {number}, der anderswo bestätigt ist: Sein Ende wurde abgeschnitten, oder eine alte Sicherung wurde zurückgespielt.</translation>
        </message>
        <message>
            <source>The audit log up to entry {number} is not the one that was confirmed elsewhere: it was written anew.</source>
            <translation>Das Protokoll bis Eintrag {number} ist nicht das, das anderswo bestätigt ist: Es wurde neu geschrieben.</translation>
        </message>
        <message>
            <source>The centre holds the report {report}, and it is missing here.</source>
            <translation>Die Zentrale hat den Bericht {report}, und hier fehlt er.</translation>
        </message>
        <message>
            <source>The report {report} is not the one that the centre holds.</source>
            <translation>Der Bericht {report} ist nicht der, den die Zentrale hat.</translation>
        </message>
        <message>
            <source>The centre confirmed the report {report} and does not hold it any more.</source>
            <translation>Die Zentrale hat den Bericht {report} bestätigt und hat ihn nicht mehr.</translation>
        </message>
        <message>
            <source>The centre holds the decision {decision}, and it is missing here.</source>
            <translation>Die Zentrale hat die Entscheidung {decision}, und hier fehlt sie.</translation>
        </message>
        <message>
            <source>The decision {decision} is not the one that the centre holds.</source>
            <translation>Die Entscheidung {decision} ist nicht die, die die Zentrale hat.</translation>
        </message>
        <message>
            <source>The centre confirmed the decision {decision} and does not hold it any more.</source>
            <translation>Die Zentrale hat die Entscheidung {decision} bestätigt und hat sie nicht mehr.</translation>
        </message>
        <message>
            <source>Say why: an alarm without a reason cannot be judged later.</source>
            <translation>Sagen Sie, warum: Ein Alarm ohne Grund lässt sich später nicht beurteilen.</translation>
        </message>
        <message>
            <source>The candidate looks {angle} degrees to the picture&apos;s right nearly all the time: the camera seems to stand beside the screen.</source>
            <translation>Der Prüfling blickt fast die ganze Zeit {angle} Grad nach rechts im Bild: Die Kamera steht wohl neben dem Bildschirm.</translation>
        </message>
        <message>
            <source>The candidate looks {angle} degrees to the picture&apos;s left nearly all the time: the camera seems to stand beside the screen.</source>
            <translation>Der Prüfling blickt fast die ganze Zeit {angle} Grad nach links im Bild: Die Kamera steht wohl neben dem Bildschirm.</translation>
        </message>
        <message>
            <source>Angles count from there; a camera above the middle of the screen sees the eyes better.</source>
            <translation>Winkel zählen von dort; eine Kamera über der Mitte des Bildschirms sieht die Augen besser.</translation>
        </message>
        <message>
            <source>The head is held {angle} degrees turned or tilted nearly all the time while the eyes look at the screen.</source>
            <translation>Der Kopf ist fast die ganze Zeit {angle} Grad gedreht oder geneigt, während die Augen auf den Bildschirm blicken.</translation>
        </message>
        <message>
            <source>Angles count from there; for a head that cannot be held otherwise there is the accommodation Fixed posture.</source>
            <translation>Winkel zählen von dort; für einen Kopf, der nicht anders gehalten werden kann, gibt es den Nachteilsausgleich Feste Haltung.</translation>
        </message>
        <message>
            <source>Fixed posture</source>
            <translation>Feste Haltung</translation>
        </message>
        <message>
            <source>A head that rests turned or tilted, by the body or by a support, is this candidate&apos;s own posture: calibration accepts it, and angles count from there.</source>
            <translation>Ein Kopf, der durch den Körper oder eine Stütze gedreht oder geneigt ruht, ist die eigene Haltung dieses Prüflings: Die Kalibrierung nimmt sie an, und Winkel zählen von dort.</translation>
        </message>
        <message>
            <source>The package was not taken: {what}.</source>
            <translation>Das Paket wurde nicht übernommen: {what}.</translation>
        </message>
        <message>
            <source>The package says that this workstation made the report {report} so, and it never did.</source>
            <translation>Das Paket sagt, dass dieser Arbeitsplatz den Bericht {report} so gemacht hat, und das hat er nie.</translation>
        </message>
        <message>
            <source>The decision {decision} in the package is not the one that its workstation made.</source>
            <translation>Die Entscheidung {decision} im Paket ist nicht die, die ihr Arbeitsplatz getroffen hat.</translation>
        </message>
        <message>
            <source>{place} keeps no signatures yet, so nobody can tell there who made what.</source>
            <translation>{place} bewahrt noch keine Unterschriften auf, deshalb ist dort nicht zu sagen, wer was gemacht hat.</translation>
        </message>
        <message>
            <source>An administrator should run `proctor-desktop db upgrade --server`, then the grants that come with this program.</source>
            <translation>Die Verwaltung sollte `proctor-desktop db upgrade --server` ausführen, danach die Rechte, die dem Programm beiliegen.</translation>
        </message>
        <message>
            <source>The centre names another key for the workstation {name}, and it is not believed: {fingerprint}.</source>
            <translation>Die Zentrale nennt für den Arbeitsplatz {name} einen anderen Schlüssel, und ihm wird nicht geglaubt: {fingerprint}.</translation>
        </message>
        <message>
            <source>Compare it with what `proctor-desktop workstations show` says there; settling this alarm trusts it.</source>
            <translation>Bitte mit dem vergleichen, was `proctor-desktop workstations show` dort sagt; wer diesen Alarm erledigt, vertraut ihm.</translation>
        </message>
        <message>
            <source>The centre does not trust the key of this workstation, so others do not take what it sends.</source>
            <translation>Die Zentrale vertraut dem Schlüssel dieses Arbeitsplatzes nicht, deshalb übernehmen andere nicht, was er sendet.</translation>
        </message>
        <message>
            <source>An administrator must enrol the key {fingerprint}.</source>
            <translation>Die Verwaltung muss den Schlüssel {fingerprint} eintragen.</translation>
        </message>
        <message>
            <source>The centre holds the report {report} in the name of the workstation {name}, which did not sign it.</source>
            <translation>Die Zentrale hat den Bericht {report} im Namen des Arbeitsplatzes {name}, der ihn nicht unterschrieben hat.</translation>
        </message>
        <message>
            <source>The centre holds the decision {decision} in the name of the workstation {name}, which did not sign it.</source>
            <translation>Die Zentrale hat die Entscheidung {decision} im Namen des Arbeitsplatzes {name}, der sie nicht unterschrieben hat.</translation>
        </message>
        <message>
            <source>The centre holds an erasure of the report {report} of the workstation {name}, which no workstation of the centre signed.</source>
            <translation>Die Zentrale hat eine Löschung des Berichts {report} des Arbeitsplatzes {name}, die kein Arbeitsplatz der Zentrale unterschrieben hat.</translation>
        </message>
        <message>
            <source>It was not carried out.</source>
            <translation>Sie wurde nicht ausgeführt.</translation>
        </message>
        <message>
            <source>The key of this workstation, {path}, cannot be read.</source>
            <translation>Der Schlüssel dieses Arbeitsplatzes, {path}, kann nicht gelesen werden.</translation>
        </message>
        <message>
            <source>Put its backup back, or run `proctor-desktop db new-identity`.</source>
            <translation>Bitte seine Sicherung zurücklegen oder `proctor-desktop db new-identity` ausführen.</translation>
        </message>
        <message>
            <source>The key of this workstation, {path}, was taken away.</source>
            <translation>Der Schlüssel dieses Arbeitsplatzes, {path}, wurde entfernt.</translation>
        </message>
        <message>
            <source>its signature is not that of the workstation that exported it</source>
            <translation>seine Unterschrift ist nicht die des Arbeitsplatzes, der es exportiert hat</translation>
        </message>
        <message>
            <source>it is signed with another key than the one that its workstation has</source>
            <translation>es ist mit einem anderen Schlüssel unterschrieben als dem, den sein Arbeitsplatz hat</translation>
        </message>
        <message>
            <source>its report does not carry the signature of the workstation that made it</source>
            <translation>sein Bericht trägt nicht die Unterschrift des Arbeitsplatzes, der ihn gemacht hat</translation>
        </message>
        <message>
            <source>the decision {decision} does not carry the signature of the workstation that made it</source>
            <translation>die Entscheidung {decision} trägt nicht die Unterschrift des Arbeitsplatzes, der sie gemacht hat</translation>
        </message>
        <message>
            <source>The report {report} does not carry the signature of this workstation, which made it.</source>
            <translation>Der Bericht {report} trägt nicht die Unterschrift dieses Arbeitsplatzes, der ihn gemacht hat.</translation>
        </message>
        <message>
            <source>The decision {decision} does not carry the signature of this workstation, which made it.</source>
            <translation>Die Entscheidung {decision} trägt nicht die Unterschrift dieses Arbeitsplatzes, der sie getroffen hat.</translation>
        </message>
        <message>
            <source>Nothing was enrolled: the keys offered for {name} are {keys}.</source>
            <translation>Nichts wurde eingetragen: Angeboten wurden für {name} die Schlüssel {keys}.</translation>
        </message>
        <message>
            <source>Name the one that `proctor-desktop workstations show` says there (--fingerprint).</source>
            <translation>Bitte den nennen, den `proctor-desktop workstations show` dort sagt (--fingerprint).</translation>
        </message>
        <message>
            <source>The key of {name} was revoked.</source>
            <translation>Der Schlüssel von {name} wurde gesperrt.</translation>
        </message>
        <message>
            <source>Run `proctor-desktop db new-identity` there, which makes a new one.</source>
            <translation>Bitte dort `proctor-desktop db new-identity` ausführen; das macht einen neuen.</translation>
        </message>
        <message>
            <source>No key of the workstation {name} is enrolled.</source>
            <translation>Kein Schlüssel des Arbeitsplatzes {name} ist eingetragen.</translation>
        </message>
        <message>
            <source>No workstation, or more than one, offered a key under {origin}.</source>
            <translation>Kein Arbeitsplatz, oder mehr als einer, hat unter {origin} einen Schlüssel angeboten.</translation>
        </message>
        <message>
            <source>`proctor-desktop workstations list --server` shows them.</source>
            <translation>`proctor-desktop workstations list --server` zeigt sie.</translation>
        </message>
        <message>
            <source>{place} keeps no keys of workstations.</source>
            <translation>{place} bewahrt keine Schlüssel von Arbeitsplätzen auf.</translation>
        </message>
        <message>
            <source>An administrator must run `proctor-desktop db upgrade --server` first.</source>
            <translation>Die Verwaltung muss zuerst `proctor-desktop db upgrade --server` ausführen.</translation>
        </message>
        <message>
            <source>a signature in it is none that this program gives</source>
            <translation>eine Unterschrift darin ist keine, die dieses Programm gibt</translation>
        </message>
        <message>
            <source>There is a picture {picture} of report {report} already.</source>
            <translation>Ein Bild {picture} des Berichts {report} ist schon da.</translation>
        </message>
        <message>
            <source>The centre holds a revision of the report {report} in the name of this workstation, which did not make it.</source>
            <translation>Die Zentrale hat eine Fassung des Berichts {report} im Namen dieses Arbeitsplatzes, der sie nicht gemacht hat.</translation>
        </message>
        <message>
            <source>The centre holds the decision {decision} in the name of this workstation, which did not make it.</source>
            <translation>Die Zentrale hat die Entscheidung {decision} im Namen dieses Arbeitsplatzes, der sie nicht getroffen hat.</translation>
        </message>
        <message>
            <source>It was not taken.</source>
            <translation>Sie wurde nicht übernommen.</translation>
        </message>
        <message>
            <source>its report is another one than it says</source>
            <translation>sein Bericht ist ein anderer, als es sagt</translation>
        </message>
        <message>
            <source>nobody can tell which workstation made it</source>
            <translation>niemand kann sagen, welcher Arbeitsplatz es gemacht hat</translation>
        </message>
        <message>
            <source>its report is not written as this program writes reports</source>
            <translation>sein Bericht ist nicht so geschrieben, wie dieses Programm Berichte schreibt</translation>
        </message>
        <message>
            <source>its risk is no share</source>
            <translation>sein Risiko ist kein Anteil</translation>
        </message>
        <message>
            <source>its recording has no length that a recording can have</source>
            <translation>seine Aufnahme hat keine Länge, die eine Aufnahme haben kann</translation>
        </message>
        <message>
            <source>it was made at no time that can be</source>
            <translation>es wurde zu keiner möglichen Zeit gemacht</translation>
        </message>
        <message>
            <source>a name in it is none that this program gives</source>
            <translation>ein Name darin ist keiner, den dieses Programm vergibt</translation>
        </message>
        <message>
            <source>the decision {decision} was changed after it was made</source>
            <translation>die Entscheidung {decision} wurde nachträglich geändert</translation>
        </message>
        <message>
            <source>the decision {decision} is about another report</source>
            <translation>die Entscheidung {decision} betrifft einen anderen Bericht</translation>
        </message>
        <message>
            <source>a decision in it has no number that this program gives</source>
            <translation>eine Entscheidung darin hat keine Nummer, die dieses Programm vergibt</translation>
        </message>
        <message>
            <source>the decision {decision} was made at no time that can be</source>
            <translation>die Entscheidung {decision} wurde zu keiner möglichen Zeit getroffen</translation>
        </message>
        <message>
            <source>the decision {decision} is about no incident</source>
            <translation>die Entscheidung {decision} betrifft keinen Vorfall</translation>
        </message>
        <message>
            <source>name or reason of the decision {decision} is missing or too long</source>
            <translation>Name oder Grund der Entscheidung {decision} fehlt oder ist zu lang</translation>
        </message>
        <message>
            <source>the decision {decision} does not say what was seen</source>
            <translation>die Entscheidung {decision} sagt nicht, was gesehen wurde</translation>
        </message>
        <message>
            <source>it holds two decisions under one number</source>
            <translation>es enthält zwei Entscheidungen unter einer Nummer</translation>
        </message>
        <message>
            <source>a picture in it has a name that this program does not give</source>
            <translation>ein Bild darin hat einen Namen, den dieses Programm nicht vergibt</translation>
        </message>
        <message>
            <source>the picture {picture} is not one of the report</source>
            <translation>das Bild {picture} gehört nicht zum Bericht</translation>
        </message>
        <message>
            <source>The flashes of the five dots were not found; the line of sight is told without them.</source>
            <translation>Das Blinken der fünf Punkte wurde nicht gefunden; die Blickrichtung wird ohne sie bestimmt.</translation>
        </message>
        <message>
            <source>The five dots from {time} on were missed by {error} degrees or not measured; the line of sight is told without them.</source>
            <translation>Die fünf Punkte ab {time} wurden um {error} Grad verfehlt oder nicht gemessen; die Blickrichtung wird ohne sie bestimmt.</translation>
        </message>
        <message>
            <source>Five dots from {time} on tell this candidate&apos;s line of sight; they are met within {error} degrees.</source>
            <translation>Fünf Punkte ab {time} bestimmen die Blickrichtung dieses Prüflings; sie werden auf {error} Grad getroffen.</translation>
        </message>
        <message>
            <source>Five dots are shown</source>
            <translation>Fünf Punkte werden gezeigt</translation>
        </message>
        <message>
            <source>Their flashes begin at</source>
            <translation>Ihr Blinken beginnt bei</translation>
        </message>
        <message>
            <source>Screen of the dots: width (cm)</source>
            <translation>Bildschirm der Punkte: Breite (cm)</translation>
        </message>
        <message>
            <source>Screen of the dots: height (cm)</source>
            <translation>Bildschirm der Punkte: Höhe (cm)</translation>
        </message>
        <message>
            <source>Screen of the dots: distance (cm)</source>
            <translation>Bildschirm der Punkte: Abstand (cm)</translation>
        </message>
        <message>
            <source>Whether the page dots.html was shown to the candidate at the beginning.</source>
            <translation>Ob dem Prüfling am Anfang die Seite dots.html gezeigt wurde.</translation>
        </message>
        <message>
            <source>Second of the recording at which its flashes begin; 0: found by the flashes.</source>
            <translation>Sekunde der Aufnahme, bei der ihr Blinken beginnt; 0: wird am Blinken gefunden.</translation>
        </message>
        <message>
            <source>Width of the screen that showed the dots.</source>
            <translation>Breite des Bildschirms, der die Punkte zeigte.</translation>
        </message>
        <message>
            <source>Height of the screen that showed the dots.</source>
            <translation>Höhe des Bildschirms, der die Punkte zeigte.</translation>
        </message>
        <message>
            <source>From the candidate&apos;s eyes to it.</source>
            <translation>Von den Augen des Prüflings bis dorthin.</translation>
        </message>
        <message>
            <source>The centre was put back to an earlier state, or another one is in its place (noticed {time} UTC).</source>
            <translation>Die Zentrale wurde auf einen früheren Stand zurückgesetzt, oder eine andere ist an ihrer Stelle (bemerkt {time} UTC).</translation>
        </message>
        <message>
            <source>What it lacks is sent again, and everything is fetched again.</source>
            <translation>Was ihr fehlt, wird noch einmal gesendet, und alles wird noch einmal geholt.</translation>
        </message>
        <message>
            <source>It is larger than the centre&apos;s server takes at once (max_allowed_packet is {size} MB).</source>
            <translation>Er ist größer, als der Server der Zentrale auf einmal annimmt (max_allowed_packet ist {size} MB).</translation>
        </message>
        <message>
            <source>Its administrator can raise that; then send it again.</source>
            <translation>Ihr Administrator kann das erhöhen; senden Sie ihn dann noch einmal.</translation>
        </message>
        <message>
            <source>Several people were seen between {begin} and {end}, at the beginning.</source>
            <translation>Zwischen {begin} und {end}, am Anfang, waren mehrere Personen zu sehen.</translation>
        </message>
        <message>
            <source>If somebody was still setting up the seat, say where the exam began: what comes before it is not charged.</source>
            <translation>Hat da noch jemand den Platz eingerichtet, geben Sie an, wo die Prüfung begann: Was davor liegt, wird nicht angerechnet.</translation>
        </message>
        <message>
            <source>Nobody was there from {begin} until the recording ends.</source>
            <translation>Ab {begin} war bis zum Ende der Aufzeichnung niemand da.</translation>
        </message>
        <message>
            <source>If the exam was over by then, say where it ended: what comes after it is not charged.</source>
            <translation>War die Prüfung da schon vorbei, geben Sie an, wo sie endete: Was danach kommt, wird nicht angerechnet.</translation>
        </message>
        <message>
            <source>{movement} for {seconds} s; the threshold, the common floor, is {angle}.</source>
            <translation>{movement}, {seconds} s lang; die Schwelle, die gemeinsame Untergrenze, liegt bei {angle}.</translation>
        </message>
        <message>
            <source>base + k x variance = {sum}, raised to the common floor of {limit}.</source>
            <translation>Grundwert + k x Varianz = {sum}, angehoben auf die gemeinsame Untergrenze {limit}.</translation>
        </message>
        <message>
            <source>The default of all candidates, {limit}: calibration gave none.</source>
            <translation>Der Standardwert aller Prüflinge, {limit}: Die Kalibrierung ergab keinen.</translation>
        </message>
        <message>
            <source>{count} of {whole} thresholds are only the common floor, the same for all candidates.</source>
            <translation>{count} von {whole} Schwellen sind nur die gemeinsame Untergrenze, für alle Prüflinge dieselbe.</translation>
        </message>
        <message>
            <source>{what} was not measured at all; this report says nothing about it.</source>
            <translation>{what} wurde überhaupt nicht gemessen; darüber sagt dieser Bericht nichts.</translation>
        </message>
        <message>
            <source>Settings differ from those delivered: {parts}.</source>
            <translation>Einstellungen weichen von den ausgelieferten ab: {parts}.</translation>
        </message>
        <message>
            <source>{option} is {value} in place of {usual}</source>
            <translation>{option} ist {value} statt {usual}</translation>
        </message>
        <message>
            <source>The gaze</source>
            <translation>Der Blick</translation>
        </message>
        <message>
            <source>The head</source>
            <translation>Der Kopf</translation>
        </message>
        <message>
            <source>The number of people</source>
            <translation>Die Zahl der Personen</translation>
        </message>
        <message>
            <source>Free some space, or lower keep.min_free_mb (PROCTOR_KEEP__MIN_FREE_MB).</source>
            <translation>Bitte Platz schaffen oder keep.min_free_mb (PROCTOR_KEEP__MIN_FREE_MB) senken.</translation>
        </message>
        <message>
            <source>{text} in the environment is no setting; the nearest name is {option}.</source>
            <translation>{text} in der Umgebung ist keine Einstellung; am nächsten kommt {option}.</translation>
        </message>
        <message>
            <source>Correct it, or take it out.</source>
            <translation>Bitte berichtigen oder entfernen.</translation>
        </message>
        <message>
            <source>Choose another one (PROCTOR_FOLDER).</source>
            <translation>Bitte einen anderen wählen (PROCTOR_FOLDER).</translation>
        </message>
        <message>
            <source>Sine of the vertical gaze angle for each eye width that lids begin to sink.</source>
            <translation>Sinus des senkrechten Blickwinkels je Augenbreite, um die die Lider anfangs sinken.</translation>
        </message>
        <message>
            <source>Without a blink, proportions of the face that change less than this (root mean square in eye distances, measurement noise taken out) may be those of a picture. Held-up portraits changed by up to 0.0014 in 8 s, faces of living people by more or with less noise.</source>
            <translation>Ohne Lidschlag können Maße des Gesichts, die sich weniger ändern als so viel (quadratisches Mittel in Augenabständen, ohne Messrauschen), die eines Bildes sein. Hochgehaltene Bilder änderten sich in 8 s um bis zu 0,0014, Gesichter lebender Menschen um mehr oder mit weniger Rauschen.</translation>
        </message>
        <message>
            <source>They are a picture&apos;s if so much of their variance is noise from frame to frame; it was 0.46 and more for portraits, and 0.4 and less for living faces that kept as still.</source>
            <translation>Sie sind die eines Bildes, wenn so viel ihrer Varianz Rauschen von Bild zu Bild ist; es waren 0,46 und mehr bei Bildern, und 0,4 und weniger bei lebenden Gesichtern, die ebenso still hielten.</translation>
        </message>
        <message>
            <source>For {seconds} s of the exam, first at {start}, there was no blink and the face changed from frame to frame only, as that of a picture in the candidate&apos;s place does.</source>
            <translation>{seconds} s lang, zuerst bei {start}, gab es in der Prüfung keinen Lidschlag, und das Gesicht änderte sich nur von Bild zu Bild, wie das eines Bildes am Platz des Prüflings.</translation>
        </message>
        <message>
            <source>the eyes are hidden by glare, dark glasses or a cover</source>
            <translation>die Augen sind von Spiegelungen, dunklen Gläsern oder etwas anderem verdeckt</translation>
        </message>
        <message>
            <source>A newer version of this program made the report {report}.</source>
            <translation>Den Bericht {report} hat eine neuere Version dieses Programms gemacht.</translation>
        </message>
        <message>
            <source>Update this one to change it; nothing was changed.</source>
            <translation>Bitte diese hier erneuern, um ihn zu ändern; geändert wurde nichts.</translation>
        </message>
        <message>
            <source>A newer version of this program made this report.</source>
            <translation>Diesen Bericht hat eine neuere Version des Programms gemacht.</translation>
        </message>
        <message>
            <source>This version only has names for: {names}.</source>
            <translation>Nur dem Namen nach kennt diese Version: {names}.</translation>
        </message>
        <message>
            <source>Update it to see all that the report says.</source>
            <translation>Bitte erneuern, um alles zu sehen, was der Bericht sagt.</translation>
        </message>
        <message>
            <source>The file holds {count} tracks of pictures; number {track} was analysed.</source>
            <translation>Die Datei enthält {count} Bildspuren; ausgewertet wurde Nummer {track}.</translation>
        </message>
        <message>
            <source>The setting sampling.track chooses another.</source>
            <translation>Die Einstellung sampling.track wählt eine andere.</translation>
        </message>
        <message>
            <source>Which track of pictures is looked at, counted from 1; 0 takes the one that a player shows or, where no face is seen in it, another that shows one.</source>
            <translation>Welche Bildspur ausgewertet wird, gezählt ab 1; 0 nimmt die, die ein Player zeigt, oder, wenn darin kein Gesicht zu sehen ist, eine andere, die eines zeigt.</translation>
        </message>
        <message>
            <source>Track of pictures</source>
            <translation>Bildspur</translation>
        </message>
        <message>
            <source>{name} has no picture track {track}: it holds {count}.</source>
            <translation>{name} hat keine Bildspur {track}: Sie enthält {count}.</translation>
        </message>
        <message>
            <source>Name one of them, or 0 for the one that a player shows.</source>
            <translation>Bitte eine davon nennen, oder 0 für die, die ein Player zeigt.</translation>
        </message>
        <message>
            <source>{place} has no tables yet; the first report makes them.</source>
            <translation>{place} hat noch keine Tabellen; der erste Bericht legt sie an.</translation>
        </message>
        <message>
            <source>{count} reports begin with {text}: {ids}. `proctor-desktop reports list` shows them all.</source>
            <translation>{count} Berichte beginnen mit {text}: {ids}. `proctor-desktop reports list` zeigt alle.</translation>
        </message>
        <message>
            <source>Name a report by its id, or how that begins. `proctor-desktop reports list` shows them all.</source>
            <translation>Bitte einen Bericht mit seiner Kennung oder deren Anfang nennen. `proctor-desktop reports list` zeigt alle.</translation>
        </message>
        <message>
            <source>Its incidents: {ids}.</source>
            <translation>Seine Vorfälle: {ids}.</translation>
        </message>
        <message>
            <source>Choose the video files in it.</source>
            <translation>Bitte die Videodateien darin wählen.</translation>
        </message>
        <message>
            <source>The accommodation profile '{title}' changed some settings; the risk is {with_it} with it and {without} without it.</source>
            <translation>Der Nachteilsausgleich „{title}“ änderte einige Einstellungen; das Risiko beträgt mit ihm {with_it} und ohne ihn {without}.</translation>
        </message>
        <message>
            <source>The risk is near the limit between {below} and {above}, {limit}: another compression of the same pictures could lead to the other class.</source>
            <translation>Das Risiko liegt nahe an der Grenze zwischen {below} und {above}, {limit}: Eine andere Komprimierung derselben Bilder könnte zur anderen Klasse führen.</translation>
        </message>
        <message>
            <source>Read the incidents, not the class.</source>
            <translation>Bitte die Vorfälle lesen, nicht die Klasse.</translation>
        </message>
        <message>
            <source>Above {limit} degrees it did not stay long enough to count.</source>
            <translation>Über {limit} Grad blieb es nicht lange genug, um zu zählen.</translation>
        </message>
        <message>
            <source>Without it the class would still be {name}.</source>
            <translation>Ohne diesen Vorfall wäre die Klasse weiterhin {name}.</translation>
        </message>
        <message>
            <source>Pictures within an incident that lasts or has several events.</source>
            <translation>Bilder innerhalb eines Vorfalls, der dauert oder mehrere Ereignisse hat.</translation>
        </message>
        <message>
            <source>Pictures within an incident</source>
            <translation>Bilder in einem Vorfall</translation>
        </message>
        <message>
            <source>Of its {length} s, {seconds} s could be measured.</source>
            <translation>Von seinen {length} s waren {seconds} s messbar.</translation>
        </message>
    </context>
    <context>
        <name>Reviewer</name>
        <message>
            <source>Who decides?</source>
            <translation>Wer entscheidet?</translation>
        </message>
        <message>
            <source>Your name stands beside every decision that you make and in the exported report. It is asked once on this workstation; Settings can change it.</source>
            <translation>Der Name steht neben jeder Entscheidung und im exportierten Bericht. Er wird an diesem Arbeitsplatz einmal gefragt; in den Einstellungen lässt er sich ändern.</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>Ihr Name</translation>
        </message>
</context>
    <context>
        <name>Bin</name>
        <message>
            <source>Back to the reports</source>
            <translation>Zurück zu den Berichten</translation>
        </message>
        <message>
            <source>Bin</source>
            <translation>Papierkorb</translation>
        </message>
        <message>
            <source>By</source>
            <translation>Von</translation>
        </message>
        <message>
            <source>Candidate</source>
            <translation>Prüfling</translation>
        </message>
        <message>
            <source>Deleted</source>
            <translation>Gelöscht</translation>
        </message>
        <message>
            <source>Erase for good...</source>
            <translation>Endgültig löschen...</translation>
        </message>
        <message>
            <source>Erased for good</source>
            <translation>Endgültig gelöscht am</translation>
        </message>
        <message>
            <source>Exam</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Recording</source>
            <translation>Aufzeichnung</translation>
        </message>
        <message>
            <source>Restore</source>
            <translation>Wiederherstellen</translation>
        </message>
        <message>
            <source>The bin is empty.</source>
            <translation>Der Papierkorb ist leer.</translation>
        </message>
</context>
    <context>
        <name>Reassign</name>
        <message>
            <source>Candidate</source>
            <translation>Prüfling</translation>
        </message>
        <message>
            <source>Exam</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <source>Give another candidate or exam</source>
            <translation>Anderem Prüfling oder anderer Prüfung zuordnen</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Reports: {count}. What is left empty stays as it is. Who changed what, when and why stands in the log for good.</source>
            <translation>Berichte: {count}. Was leer bleibt, bleibt, wie es ist. Wer was wann und warum änderte, steht für immer im Protokoll.</translation>
        </message>
</context>
    <context>
        <name>Reports</name>
        <message>
            <source>Analysed</source>
            <translation>Ausgewertet</translation>
        </message>
        <message>
            <source>Bin ({count})</source>
            <translation>Papierkorb ({count})</translation>
        </message>
        <message>
            <source>Candidate</source>
            <translation>Prüfling</translation>
        </message>
        <message>
            <source>Centre</source>
            <translation>Zentrale</translation>
        </message>
        <message>
            <source>Choose a folder; each report gets a PDF, HTML, JSON and CSV</source>
            <translation>Ordner wählen; jeder Bericht bekommt PDF, HTML, JSON und CSV</translation>
        </message>
        <message>
            <source>Choose the folder to look for recordings in</source>
            <translation>Den Ordner wählen, in dem Aufzeichnungen gesucht werden</translation>
        </message>
        <message>
            <source>Choose videos...</source>
            <translation>Videos wählen...</translation>
        </message>
        <message>
            <source>Clear the filters</source>
            <translation>Filter aufheben</translation>
        </message>
        <message>
            <source>Delete...</source>
            <translation>Löschen...</translation>
        </message>
        <message>
            <source>Every analysed recording. Choose one and press Return to review it; click a heading to sort.</source>
            <translation>Alle ausgewerteten Aufzeichnungen. Eine wählen und mit Eingabe durchsehen; ein Klick auf eine Überschrift sortiert.</translation>
        </message>
        <message>
            <source>Exam</source>
            <translation>Prüfung</translation>
        </message>
        <message>
            <source>Export...</source>
            <translation>Exportieren...</translation>
        </message>
        <message>
            <source>Files written to {folder}: {count}</source>
            <translation>Nach {folder} geschriebene Dateien: {count}</translation>
        </message>
        <message>
            <source>Give another candidate or exam...</source>
            <translation>Anderem Prüfling oder anderer Prüfung zuordnen...</translation>
        </message>
        <message>
            <source>Lasts</source>
            <translation>Dauer</translation>
        </message>
        <message>
            <source>Measured risk</source>
            <translation>Risiko gemessen</translation>
        </message>
        <message>
            <source>More</source>
            <translation>Mehr</translation>
        </message>
        <message>
            <source>No report fits the search and the filters.</source>
            <translation>Kein Bericht passt zu Suche und Filtern.</translation>
        </message>
        <message>
            <source>No reports yet. Drop a video anywhere to analyse it.</source>
            <translation>Noch keine Berichte. Ein Video irgendwo hinziehen, um es auszuwerten.</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Fortschritt</translation>
        </message>
        <message>
            <source>Put the chosen reports into the bin; the reason is asked</source>
            <translation>Die gewählten Berichte in den Papierkorb legen; der Grund wird gefragt</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <source>Recording</source>
            <translation>Aufzeichnung</translation>
        </message>
        <message>
            <source>Reports</source>
            <translation>Berichte</translation>
        </message>
        <message>
            <source>Reports erased: {count}.</source>
            <translation>Endgültig gelöschte Berichte: {count}.</translation>
        </message>
        <message>
            <source>Reports given another candidate or exam: {count}.</source>
            <translation>Neu zugeordnete Berichte: {count}.</translation>
        </message>
        <message>
            <source>Reports put into the bin for {days} days: {count}.</source>
            <translation>Für {days} Tage in den Papierkorb gelegte Berichte: {count}.</translation>
        </message>
        <message>
            <source>Reports restored: {count}.</source>
            <translation>Wiederhergestellte Berichte: {count}.</translation>
        </message>
        <message>
            <source>Reports: {count}. They are erased at once, for good.</source>
            <translation>Berichte: {count}. Sie werden sofort und endgültig gelöscht.</translation>
        </message>
        <message>
            <source>Reports: {count}. They stay in the bin for {days} days and can be restored until then.</source>
            <translation>Berichte: {count}. Sie bleiben {days} Tage im Papierkorb und lassen sich bis dahin wiederherstellen.</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Durchsicht</translation>
        </message>
        <message>
            <source>Reviewed risk</source>
            <translation>Risiko durchgesehen</translation>
        </message>
        <message>
            <source>Risk</source>
            <translation>Risiko</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Suche</translation>
        </message>
        <message>
            <source>Search a folder for recordings...</source>
            <translation>Ordner nach Aufzeichnungen durchsuchen...</translation>
        </message>
        <message>
            <source>Search candidate, exam or recording</source>
            <translation>Prüfling, Prüfung oder Aufzeichnung suchen</translation>
        </message>
        <message>
            <source>Shown {shown} of {all}; to review: {waiting}, incidents to decide: {incidents}</source>
            <translation>{shown} von {all}; durchzusehen: {waiting}, Vorfälle zu entscheiden: {incidents}</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>The risk without what was dismissed</source>
            <translation>Das Risiko ohne das, was verworfen wurde</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Rückgängig</translation>
        </message>
        <message>
            <source>Verdict</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <source>Verdicts written down: {count}.</source>
            <translation>Festgehaltene Ergebnisse: {count}.</translation>
        </message>
        <message>
            <source>Videos looked into: {files}; reports whose recording was found: {found}</source>
            <translation>Angesehene Videos: {files}; Berichte, deren Aufzeichnung gefunden wurde: {found}</translation>
        </message>
        <message>
            <source>Why are they deleted?</source>
            <translation>Warum werden sie gelöscht?</translation>
        </message>
        <message>
            <source>Why are they erased?</source>
            <translation>Warum werden sie endgültig gelöscht?</translation>
        </message>
        <message>
            <source>Write the chosen reports as PDF, HTML, JSON and CSV</source>
            <translation>Die gewählten Berichte als PDF, HTML, JSON und CSV schreiben</translation>
        </message>
        <message>
            <source>any day</source>
            <translation>jeder Tag</translation>
        </message>
        <message>
            <source>any exam</source>
            <translation>jede Prüfung</translation>
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
            <source>any verdict</source>
            <translation>jedes Ergebnis</translation>
        </message>
        <message>
            <source>last 30 days</source>
            <translation>letzte 30 Tage</translation>
        </message>
        <message>
            <source>last 7 days</source>
            <translation>letzte 7 Tage</translation>
        </message>
        <message>
            <source>no verdict yet</source>
            <translation>noch kein Ergebnis</translation>
        </message>
        <message>
            <source>take the verdict back</source>
            <translation>Ergebnis zurücknehmen</translation>
        </message>
        <message>
            <source>today</source>
            <translation>heute</translation>
        </message>
        <message>
            <source>{count} confirmed</source>
            <translation>{count} bestätigt</translation>
        </message>
        <message>
            <source>{count} dismissed</source>
            <translation>{count} verworfen</translation>
        </message>
        <message>
            <source>{count} to decide</source>
            <translation>{count} offen</translation>
        </message>
</context>
    <context>
        <name>Alike</name>
        <message>
            <source>Confirm {count}</source>
            <translation>{count} bestätigen</translation>
        </message>
        <message>
            <source>Decide about alike incidents</source>
            <translation>Gleichartige Vorfälle entscheiden</translation>
        </message>
        <message>
            <source>Dismiss {count}</source>
            <translation>{count} verwerfen</translation>
        </message>
        <message>
            <source>Every incident listed and ticked here is decided. Leave out what you want to look at yourself.</source>
            <translation>Jeder Vorfall, der hier steht und angehakt ist, wird entschieden. Lassen Sie aus, was Sie selbst ansehen wollen.</translation>
        </message>
        <message>
            <source>Incidents to decide</source>
            <translation>Zu entscheidende Vorfälle</translation>
        </message>
        <message>
            <source>One reason for all</source>
            <translation>Ein Grund für alle</translation>
        </message>
        <message>
            <source>one reason for all; needed to dismiss</source>
            <translation>ein Grund für alle; zum Verwerfen nötig</translation>
        </message>
        <message>
            <source>{id}, {time}, {seconds:.1f} s, severity {severity}</source>
            <translation>{id}, {time}, {seconds:.1f} s, Schwere {severity}</translation>
        </message>
    </context>
    <context>
        <name>Decided</name>
        <message>
            <source>{student}: {count} incidents {state}, {what} among them</source>
            <translation>{student}: {count} Vorfälle {state}, darunter {what}</translation>
        </message>
        <message>
            <source>{student}: {what} {state}</source>
            <translation>{student}: {what} {state}</translation>
        </message>
    </context>
    <context>
        <name>Deciding</name>
        <message>
            <source>Nothing more was decided: the last decision is still being saved.</source>
            <translation>Nichts weiter entschieden: Die letzte Entscheidung wird noch gespeichert.</translation>
        </message>
        <message>
            <source>Nothing was decided: no incident is chosen. N goes to the next one.</source>
            <translation>Nichts entschieden: Es ist kein Vorfall gewählt. N geht zum nächsten.</translation>
        </message>
        <message>
            <source>Nothing was decided: other settings are on trial. Go back to those of the report.</source>
            <translation>Nichts entschieden: Es gelten andere Einstellungen zur Probe. Gehen Sie zu denen des Berichts zurück.</translation>
        </message>
        <message>
            <source>Nothing was decided: say first who reviews.</source>
            <translation>Nichts entschieden: Sagen Sie zuerst, wer durchsieht.</translation>
        </message>
        <message>
            <source>Nothing was decided: the page was changing. Look, then press again.</source>
            <translation>Nichts entschieden: Die Seite wechselte gerade. Sehen Sie hin und drücken Sie noch einmal.</translation>
        </message>
        <message>
            <source>Nothing was decided: this has only just come up. Look, then press again.</source>
            <translation>Nichts entschieden: Das steht eben erst da. Sehen Sie hin und drücken Sie noch einmal.</translation>
        </message>
    </context>
    <context>
        <name>EndCard</name>
        <message>
            <source>Everything is decided</source>
            <translation>Alles ist entschieden</translation>
        </message>
        <message>
            <source>Next recording (Return)</source>
            <translation>Nächste Aufzeichnung (Enter)</translation>
        </message>
        <message>
            <source>Next: {student}, {exam}, {class} {risk:.2f}; behind it {behind}</source>
            <translation>Als Nächstes: {student}, {exam}, {class} {risk:.2f}; dahinter {behind}</translation>
        </message>
        <message>
            <source>No incidents in this recording.</source>
            <translation>Keine Vorfälle in dieser Aufzeichnung.</translation>
        </message>
        <message>
            <source>No other recording is left to review.</source>
            <translation>Keine andere Aufzeichnung ist mehr durchzusehen.</translation>
        </message>
        <message>
            <source>Verdict: {verdict}.</source>
            <translation>Ergebnis: {verdict}.</translation>
        </message>
        <message>
            <source>What follows for this recording?</source>
            <translation>Was folgt für diese Aufzeichnung?</translation>
        </message>
        <message>
            <source>{confirmed} confirmed, {dismissed} dismissed.</source>
            <translation>{confirmed} bestätigt, {dismissed} verworfen.</translation>
        </message>
        <message>
            <source>{student}: everything is decided</source>
            <translation>{student}: Alles ist entschieden</translation>
        </message>
    </context>
    <context>
        <name>Overview</name>
        <message>
            <source>The whole recording</source>
            <translation>Die ganze Aufzeichnung</translation>
        </message>
        <message>
            <source>The whole recording; click to go there</source>
            <translation>Die ganze Aufzeichnung; ein Klick geht dorthin</translation>
        </message>
    </context>
    <context>
        <name>Stills</name>
        <message>
            <source>Click to enlarge</source>
            <translation>Klick vergrößert</translation>
        </message>
        <message>
            <source>before, {time}</source>
            <translation>vorher, {time}</translation>
        </message>
        <message>
            <source>within, {time}</source>
            <translation>darin, {time}</translation>
        </message>
        <message>
            <source>Picture: {whose}</source>
            <translation>Bild: {whose}</translation>
        </message>
    </context>
    <context>
        <name>Trial</name>
        <message>
            <source>As in the report</source>
            <translation>Wie im Bericht</translation>
        </message>
        <message>
            <source>Trial settings: what the timeline shows is not in the report, and nothing can be decided.</source>
            <translation>Einstellungen zur Probe: Was die Zeitleiste zeigt, steht nicht im Bericht, und nichts kann entschieden werden.</translation>
        </message>
    </context>
    <context>
        <name>Legend</name>
        <message>
            <source>curve: {title}</source>
            <translation>Kurve: {title}</translation>
        </message>
        <message>
            <source>with a frame: confirmed</source>
            <translation>mit Rahmen: bestätigt</translation>
        </message>
        <message>
            <source>hollow: dismissed</source>
            <translation>hohl: verworfen</translation>
        </message>
        <message>
            <source>could not be measured; never counts against anybody</source>
            <translation>war nicht messbar; zählt nie gegen jemanden</translation>
        </message>
        <message>
            <source>where the picture is</source>
            <translation>wo das Bild steht</translation>
        </message>
        <message>
            <source>in the picture: the head&apos;s right</source>
            <translation>im Bild: rechts am Kopf</translation>
        </message>
        <message>
            <source>in the picture: the head&apos;s top</source>
            <translation>im Bild: oben am Kopf</translation>
        </message>
        <message>
            <source>in the picture: where the face points</source>
            <translation>im Bild: wohin das Gesicht zeigt</translation>
        </message>
        <message>
            <source>in the picture: where the eyes point</source>
            <translation>im Bild: wohin die Augen zeigen</translation>
        </message>
        <message>
            <source>Legend</source>
            <translation>Legende</translation>
        </message>
        <message>
            <source>before and after the exam: shown, not charged</source>
            <translation>vor und nach der Prüfung: gezeigt, nicht angerechnet</translation>
        </message>
        <message>
            <source>within the threshold</source>
            <translation>innerhalb der Schwelle</translation>
        </message>
    </context>
    <context>
        <name>Closing</name>
        <message>
            <source>Go on capturing</source>
            <translation>Weiter aufnehmen</translation>
        </message>
        <message>
            <source>End and close</source>
            <translation>Beenden und schließen</translation>
        </message>
        <message>
            <source>Close the window?</source>
            <translation>Fenster schließen?</translation>
        </message>
    </context>
    <context>
        <name>Exam</name>
        <message>
            <source>The exam lasts from {begin} to {end}. Charged incidents: {inside}, outside: {out}.</source>
            <translation>Die Prüfung dauert von {begin} bis {end}. Angerechnete Vorfälle: {inside}, außerhalb: {out}.</translation>
        </message>
        <message>
            <source>Before and after the exam</source>
            <translation>Vor und nach der Prüfung</translation>
        </message>
        <message>
            <source>The whole recording is the exam.</source>
            <translation>Die ganze Aufnahme ist die Prüfung.</translation>
        </message>
        <message>
            <source>The exam lasts from {begin} to {end}. {how} {until}</source>
            <translation>Die Prüfung dauert von {begin} bis {end}. {how} {until}</translation>
        </message>
        <message>
            <source>It begins with the recording.</source>
            <translation>Sie beginnt mit der Aufnahme.</translation>
        </message>
        <message>
            <source>Its beginning was found: somebody first sat in the empty chair.</source>
            <translation>Ihr Beginn wurde gefunden: Da saß zum ersten Mal jemand auf dem leeren Stuhl.</translation>
        </message>
        <message>
            <source>Its beginning was found: there the candidate first sat steadily.</source>
            <translation>Ihr Beginn wurde gefunden: Dort saß der Prüfling zum ersten Mal ruhig.</translation>
        </message>
        <message>
            <source>Its beginning was given by a person.</source>
            <translation>Ihren Beginn hat ein Mensch angegeben.</translation>
        </message>
        <message>
            <source>Its end was given by a person.</source>
            <translation>Ihr Ende hat ein Mensch angegeben.</translation>
        </message>
        <message>
            <source>It ends with the recording.</source>
            <translation>Sie endet mit der Aufnahme.</translation>
        </message>
        <message>
            <source>Nothing was found before and after it.</source>
            <translation>Davor und danach wurde nichts gefunden.</translation>
        </message>
        <message>
            <source>Before and after it, shown and not charged: {count}</source>
            <translation>Davor und danach, gezeigt und nicht angerechnet: {count}</translation>
        </message>
    </context>
</TS>
