<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>Lesesaal</name>
    <message numerus="yes">
      <source>%n a second</source>
      <translation>
        <numerusform>%n je Sekunde</numerusform>
        <numerusform>%n je Sekunde</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n already there</source>
      <translation>
        <numerusform>%n schon vorhanden</numerusform>
        <numerusform>%n schon vorhanden</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n annotation(s)</source>
      <translation>
        <numerusform>%n Anmerkung</numerusform>
        <numerusform>%n Anmerkungen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n annotation(s) exported to {path}.</source>
      <translation>
        <numerusform>%n Anmerkung nach {path} exportiert.</numerusform>
        <numerusform>%n Anmerkungen nach {path} exportiert.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s)</source>
      <translation>
        <numerusform>%n Artikel</numerusform>
        <numerusform>%n Artikel</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) added</source>
      <translation>
        <numerusform>%n Artikel hinzugefügt</numerusform>
        <numerusform>%n Artikel hinzugefügt</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) copied</source>
      <translation>
        <numerusform>%n Artikel kopiert</numerusform>
        <numerusform>%n Artikel kopiert</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) exported to {path}.</source>
      <translation>
        <numerusform>%n Artikel nach {path} exportiert.</numerusform>
        <numerusform>%n Artikel nach {path} exportiert.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) fit all of this.</source>
      <translation>
        <numerusform>%n Artikel erfüllt all das.</numerusform>
        <numerusform>%n Artikel erfüllen all das.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) in common</source>
      <translation>
        <numerusform>%n gemeinsamer Artikel</numerusform>
        <numerusform>%n gemeinsame Artikel</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) like this carry it</source>
      <translation>
        <numerusform>%n ähnlicher Artikel trägt es</numerusform>
        <numerusform>%n ähnliche Artikel tragen es</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) name both</source>
      <translation>
        <numerusform>%n Artikel nennt beide</numerusform>
        <numerusform>%n Artikel nennen beide</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) not yet searchable</source>
      <translation>
        <numerusform>%n Artikel noch nicht durchsuchbar</numerusform>
        <numerusform>%n Artikel noch nicht durchsuchbar</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n article(s) without a date</source>
      <translation>
        <numerusform>%n Artikel ohne Datum</numerusform>
        <numerusform>%n Artikel ohne Datum</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) could not be read</source>
      <translation>
        <numerusform>%n Datei war nicht lesbar</numerusform>
        <numerusform>%n Dateien waren nicht lesbar</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) skipped</source>
      <translation>
        <numerusform>%n Datei übergangen</numerusform>
        <numerusform>%n Dateien übergangen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n further place(s)</source>
      <translation>
        <numerusform>%n weiterer Fundort</numerusform>
        <numerusform>%n weitere Fundorte</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n have it already</source>
      <translation>
        <numerusform>%n hat es schon</numerusform>
        <numerusform>%n haben es schon</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n hit(s)</source>
      <translation>
        <numerusform>%n Treffer</numerusform>
        <numerusform>%n Treffer</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n left</source>
      <translation>
        <numerusform>noch %n</numerusform>
        <numerusform>noch %n</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n left open</source>
      <translation>
        <numerusform>%n offen gelassen</numerusform>
        <numerusform>%n offen gelassen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n line(s)</source>
      <translation>
        <numerusform>%n Zeile</numerusform>
        <numerusform>%n Zeilen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n line(s) copied.</source>
      <translation>
        <numerusform>%n Zeile kopiert.</numerusform>
        <numerusform>%n Zeilen kopiert.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n line(s) written to {path}.</source>
      <translation>
        <numerusform>%n Zeile nach {path} geschrieben.</numerusform>
        <numerusform>%n Zeilen nach {path} geschrieben.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n line(s).</source>
      <translation>
        <numerusform>%n Zeile.</numerusform>
        <numerusform>%n Zeilen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n mention(s)</source>
      <translation>
        <numerusform>%n Nennung</numerusform>
        <numerusform>%n Nennungen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n min</source>
      <translation>
        <numerusform>%n Min.</numerusform>
        <numerusform>%n Min.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n minute(s) left</source>
      <translation>
        <numerusform>noch %n Minute</numerusform>
        <numerusform>noch %n Minuten</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n more</source>
      <translation>
        <numerusform>noch %n</numerusform>
        <numerusform>noch %n</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n more role(s)</source>
      <translation>
        <numerusform>noch %n Rolle</numerusform>
        <numerusform>noch %n Rollen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n name form(s)</source>
      <translation>
        <numerusform>%n Namensform</numerusform>
        <numerusform>%n Namensformen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n new</source>
      <translation>
        <numerusform>%n neu</numerusform>
        <numerusform>%n neu</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n note(s)</source>
      <translation>
        <numerusform>%n Notiz</numerusform>
        <numerusform>%n Notizen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n note(s) lost their place</source>
      <translation>
        <numerusform>%n Notiz ohne ihre Stelle</numerusform>
        <numerusform>%n Notizen ohne ihre Stelle</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n note(s) on this article</source>
      <translation>
        <numerusform>%n Notiz zu diesem Artikel</numerusform>
        <numerusform>%n Notizen zu diesem Artikel</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n of them by a machine</source>
      <translation>
        <numerusform>%n davon maschinell</numerusform>
        <numerusform>%n davon maschinell</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n of them would get the tag now</source>
      <translation>
        <numerusform>%n davon bekäme das Schlagwort jetzt</numerusform>
        <numerusform>%n davon bekämen das Schlagwort jetzt</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n organisation(s)</source>
      <translation>
        <numerusform>%n Organisation</numerusform>
        <numerusform>%n Organisationen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n other(s)</source>
      <translation>
        <numerusform>%n weiteres</numerusform>
        <numerusform>%n weitere</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n other(s) appear with either</source>
      <translation>
        <numerusform>noch %n tritt mit beiden auf</numerusform>
        <numerusform>noch %n treten mit beiden auf</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n person(s)</source>
      <translation>
        <numerusform>%n Person</numerusform>
        <numerusform>%n Personen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n row(s)</source>
      <translation>
        <numerusform>%n Zeile</numerusform>
        <numerusform>%n Zeilen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n rule(s)</source>
      <translation>
        <numerusform>%n Regel</numerusform>
        <numerusform>%n Regeln</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n second(s) left</source>
      <translation>
        <numerusform>noch %n Sekunde</numerusform>
        <numerusform>noch %n Sekunden</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n selected</source>
      <translation>
        <numerusform>%n ausgewählt</numerusform>
        <numerusform>%n ausgewählt</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n sentence(s)</source>
      <translation>
        <numerusform>%n Satz</numerusform>
        <numerusform>%n Sätze</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n sentence(s) say so; their articles go to the other one.</source>
      <translation>
        <numerusform>%n Satz sagt das; sein Artikel geht an die andere.</numerusform>
        <numerusform>%n Sätze sagen das; ihre Artikel gehen an die andere.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n step(s); each joins two whom the same articles name.</source>
      <translation>
        <numerusform>%n Schritt; er verbindet zwei, die dieselben Artikel nennen.</numerusform>
        <numerusform>%n Schritte; jeder verbindet zwei, die dieselben Artikel nennen.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n suggestion(s) to check …</source>
      <translation>
        <numerusform>%n Vorschlag prüfen …</numerusform>
        <numerusform>%n Vorschläge prüfen …</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n version(s)</source>
      <translation>
        <numerusform>%n Fassung</numerusform>
        <numerusform>%n Fassungen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n with a new version</source>
      <translation>
        <numerusform>%n mit neuer Fassung</numerusform>
        <numerusform>%n mit neuer Fassung</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n with those in it</source>
      <translation>
        <numerusform>%n mit den enthaltenen</numerusform>
        <numerusform>%n mit den enthaltenen</numerusform>
      </translation>
    </message>
    <message>
      <source>&amp;Archive</source>
      <translation>&amp;Archiv</translation>
    </message>
    <message>
      <source>&amp;Dossiers</source>
      <translation>&amp;Dossiers</translation>
    </message>
    <message>
      <source>&amp;Edit</source>
      <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>&amp;Hilfe</translation>
    </message>
    <message>
      <source>&amp;People</source>
      <translation>&amp;Personen</translation>
    </message>
    <message>
      <source>&amp;Search</source>
      <translation>&amp;Suche</translation>
    </message>
    <message>
      <source>&amp;Tags</source>
      <translation>Schlag&amp;wörter</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>A&amp;nsicht</translation>
    </message>
    <message>
      <source>+ T</source>
      <translation>+ T</translation>
    </message>
    <message>
      <source>+{count} new</source>
      <translation>+{count} neu</translation>
    </message>
    <message>
      <source>/{pattern}/ is no regular expression: {reason}. Please correct it.</source>
      <translation>/{pattern}/ ist kein regulärer Ausdruck: {reason}. Bitte berichtigen.</translation>
    </message>
    <message>
      <source>1 to 5 change the colour, N writes a note, # tags, Delete removes.</source>
      <translation>1 bis 5 ändern die Farbe, N schreibt eine Notiz, # verschlagwortet, Entf entfernt.</translation>
    </message>
    <message>
      <source>A backup cannot replace the archive itself. Choose another file.</source>
      <translation>Eine Sicherung kann nicht das Archiv selbst ersetzen. Wählen Sie eine andere Datei.</translation>
    </message>
    <message>
      <source>A chain of several distances was read as {reading}.</source>
      <translation>Eine Kette mit mehreren Abständen wurde gelesen als {reading}.</translation>
    </message>
    <message>
      <source>A closing bracket had no partner and was left out.</source>
      <translation>Eine schließende Klammer ohne Gegenstück wurde weggelassen.</translation>
    </message>
    <message>
      <source>A command, an article, a person, a tag …</source>
      <translation>Ein Befehl, ein Artikel, eine Person, ein Schlagwort …</translation>
    </message>
    <message>
      <source>A decision is one of: {names}.</source>
      <translation>Eine Entscheidung ist eine von: {names}.</translation>
    </message>
    <message>
      <source>A dossier cannot be put into itself.</source>
      <translation>Ein Dossier kann nicht in sich selbst liegen.</translation>
    </message>
    <message>
      <source>A dossier's name has no slash; a slash stands between a dossier and one in it.</source>
      <translation>Der Name eines Dossiers hat keinen Schrägstrich; der steht zwischen einem Dossier und einem darin.</translation>
    </message>
    <message>
      <source>A few letters of the name</source>
      <translation>Ein paar Buchstaben des Namens</translation>
    </message>
    <message>
      <source>A folder of pages that any browser opens, without a network.</source>
      <translation>Ein Ordner mit Seiten, die jeder Browser ohne Netz öffnet.</translation>
    </message>
    <message>
      <source>A merge needs two; “{name}” alone was named.</source>
      <translation>Zum Zusammenführen braucht es zwei; genannt ist nur „{name}“.</translation>
    </message>
    <message>
      <source>A name needs 1 to {limit} characters.</source>
      <translation>Ein Name braucht 1 bis {limit} Zeichen.</translation>
    </message>
    <message>
      <source>A new set: Auto, Pkw, Kraftwagen</source>
      <translation>Neue Gruppe: Auto, Pkw, Kraftwagen</translation>
    </message>
    <message>
      <source>A note can have {limit} characters at most; divide it.</source>
      <translation>Eine Notiz kann höchstens {limit} Zeichen haben; bitte teilen Sie sie auf.</translation>
    </message>
    <message>
      <source>A note needs some words.</source>
      <translation>Eine Notiz braucht ein paar Worte.</translation>
    </message>
    <message>
      <source>A note on a person or organisation has no colour.</source>
      <translation>Eine Notiz zu einer Person oder Organisation hat keine Farbe.</translation>
    </message>
    <message>
      <source>A note on a person or organisation has no tags; tag the person instead.</source>
      <translation>Eine Notiz zu einer Person oder Organisation hat keine Schlagwörter; stattdessen die Person verschlagworten.</translation>
    </message>
    <message>
      <source>A pair of brackets was empty and was left out.</source>
      <translation>Ein leeres Klammerpaar wurde weggelassen.</translation>
    </message>
    <message>
      <source>A person, here</source>
      <translation>Eine Person, hier</translation>
    </message>
    <message>
      <source>A person, in every article</source>
      <translation>Eine Person, in jedem Artikel</translation>
    </message>
    <message>
      <source>A quotation mark was not closed; everything behind it was read as one phrase.</source>
      <translation>Ein Anführungszeichen wurde nicht geschlossen; alles dahinter gilt als eine Wortfolge.</translation>
    </message>
    <message>
      <source>A reading room for press archives. Give it a folder of articles: it reads them, makes them searchable, and keeps your tags and notes. Everything stays on this computer.</source>
      <translation>Ein Lesesaal für Pressearchive. Geben Sie ihm einen Ordner mit Artikeln: Er liest sie ein, macht sie durchsuchbar und bewahrt Ihre Schlagwörter und Notizen. Alles bleibt auf diesem Rechner.</translation>
    </message>
    <message>
      <source>A rule goes by what is in an article, not by what has been done with it. Leave out “{part}”.</source>
      <translation>Eine Regel richtet sich nach dem Artikel, nicht nach seiner Bearbeitung. Bitte „{part}“ weglassen.</translation>
    </message>
    <message>
      <source>A rule needs words or filters; without any it would tag every article.</source>
      <translation>Eine Regel braucht Wörter oder Filter; ohne sie bekäme jeder Artikel das Schlagwort.</translation>
    </message>
    <message>
      <source>A search for one word of a set finds all of them. To find a word alone, write an equals sign before it: =Wagen.</source>
      <translation>Die Suche nach einem Wort einer Gruppe findet alle. Um ein Wort allein zu finden, ein Gleichheitszeichen davor: =Wagen.</translation>
    </message>
    <message>
      <source>A search is written down when you open one of its hits, press Enter, or look at it for a while.</source>
      <translation>Eine Suche wird festgehalten, wenn Sie einen ihrer Treffer öffnen, die Eingabetaste drücken oder sie eine Weile ansehen.</translation>
    </message>
    <message>
      <source>A set of synonyms needs 2 to {limit} different words.</source>
      <translation>Eine Synonymgruppe braucht 2 bis {limit} verschiedene Wörter.</translation>
    </message>
    <message>
      <source>A table for spreadsheets and scripts. Cells that would run as formulas get an apostrophe.</source>
      <translation>Eine Tabelle für Tabellenprogramme und Skripte. Zellen, die als Formel gelten würden, bekommen einen Apostroph.</translation>
    </message>
    <message>
      <source>A tag cannot be merged into itself.</source>
      <translation>Ein Schlagwort kann nicht mit sich selbst zusammengeführt werden.</translation>
    </message>
    <message>
      <source>A tag's colour is a number from 0 to {last}.</source>
      <translation>Die Farbe eines Schlagworts ist eine Zahl von 0 bis {last}.</translation>
    </message>
    <message>
      <source>A tag's key is a number from 1 to 9, or 0 for none.</source>
      <translation>Die Taste eines Schlagworts ist eine Ziffer von 1 bis 9, oder 0 für keine.</translation>
    </message>
    <message>
      <source>A tag, new or old</source>
      <translation>Ein neues oder vorhandenes Schlagwort</translation>
    </message>
    <message>
      <source>A text can have {limit} characters at most.</source>
      <translation>Ein Text darf höchstens {limit} Zeichen haben.</translation>
    </message>
    <message>
      <source>A text needs some words. To remove an article, move it to the trash.</source>
      <translation>Ein Text braucht Wörter. Wer einen Artikel entfernen will, legt ihn in den Papierkorb.</translation>
    </message>
    <message>
      <source>About Lesesaal</source>
      <translation>Über Lesesaal</translation>
    </message>
    <message>
      <source>About this article</source>
      <translation>Über diesen Artikel</translation>
    </message>
    <message>
      <source>Add</source>
      <translation>Hinzufügen</translation>
    </message>
    <message>
      <source>Add another …</source>
      <translation>Weitere hinzufügen …</translation>
    </message>
    <message>
      <source>Add new hits</source>
      <translation>Neue Treffer hinzunehmen</translation>
    </message>
    <message>
      <source>Add this set</source>
      <translation>Diese Gruppe hinzufügen</translation>
    </message>
    <message>
      <source>Add who is the same. It takes two to be merged.</source>
      <translation>Fügen Sie hinzu, wer dieselbe ist. Zum Zusammenführen braucht es zwei.</translation>
    </message>
    <message>
      <source>Add …</source>
      <translation>Hinzufügen …</translation>
    </message>
    <message>
      <source>Added</source>
      <translation>Neu</translation>
    </message>
    <message>
      <source>Added last</source>
      <translation>Zuletzt hinzugefügt</translation>
    </message>
    <message>
      <source>Added on</source>
      <translation>Hinzugefügt am</translation>
    </message>
    <message>
      <source>After</source>
      <translation>Danach</translation>
    </message>
    <message>
      <source>All annotations</source>
      <translation>Alle Anmerkungen</translation>
    </message>
    <message>
      <source>All articles</source>
      <translation>Alle Artikel</translation>
    </message>
    <message>
      <source>All colours</source>
      <translation>Alle Farben</translation>
    </message>
    <message>
      <source>All commands</source>
      <translation>Alle Befehle</translation>
    </message>
    <message>
      <source>All commands …</source>
      <translation>Alle Befehle …</translation>
    </message>
    <message>
      <source>All files</source>
      <translation>Alle Dateien</translation>
    </message>
    <message>
      <source>All hits in their context (Ctrl+L)</source>
      <translation>Alle Treffer in ihrem Zusammenhang (Strg+L)</translation>
    </message>
    <message>
      <source>All kinds</source>
      <translation>Alle Arten</translation>
    </message>
    <message>
      <source>All lines</source>
      <translation>Alle Zeilen</translation>
    </message>
    <message>
      <source>All names</source>
      <translation>Alle Namen</translation>
    </message>
    <message>
      <source>All of them (M)</source>
      <translation>Alle anzeigen (M)</translation>
    </message>
    <message>
      <source>All organisations</source>
      <translation>Alle Organisationen</translation>
    </message>
    <message>
      <source>All organisations …</source>
      <translation>Alle Organisationen …</translation>
    </message>
    <message>
      <source>All papers</source>
      <translation>Alle Quellen</translation>
    </message>
    <message>
      <source>All people</source>
      <translation>Alle Personen</translation>
    </message>
    <message>
      <source>All people …</source>
      <translation>Alle Personen …</translation>
    </message>
    <message>
      <source>All sets as text, one a line, the words divided by commas</source>
      <translation>Alle Gruppen als Text, eine je Zeile, die Wörter durch Kommas getrennt</translation>
    </message>
    <message>
      <source>All suggestions</source>
      <translation>Alle Vorschläge</translation>
    </message>
    <message>
      <source>All tags</source>
      <translation>Alle Schlagwörter</translation>
    </message>
    <message>
      <source>All tags …</source>
      <translation>Alle Schlagwörter …</translation>
    </message>
    <message>
      <source>Already there</source>
      <translation>Schon vorhanden</translation>
    </message>
    <message>
      <source>An annotation's colour is a number from 0 to {last}.</source>
      <translation>Die Farbe einer Anmerkung ist eine Zahl von 0 bis {last}.</translation>
    </message>
    <message>
      <source>An operation has no label.</source>
      <translation>Ein Arbeitsschritt hat keine Bezeichnung.</translation>
    </message>
    <message>
      <source>An organisation, here</source>
      <translation>Eine Organisation, hier</translation>
    </message>
    <message>
      <source>An organisation, in every article</source>
      <translation>Eine Organisation, in jedem Artikel</translation>
    </message>
    <message>
      <source>Annotations</source>
      <translation>Anmerkungen</translation>
    </message>
    <message>
      <source>Another program is writing this archive's search index. Please wait.</source>
      <translation>Ein anderes Programm schreibt gerade den Suchindex dieses Archivs. Bitte warten Sie.</translation>
    </message>
    <message>
      <source>Another version of “{title}”</source>
      <translation>Weitere Fassung von „{title}“</translation>
    </message>
    <message>
      <source>Apply</source>
      <translation>Anwenden</translation>
    </message>
    <message>
      <source>Archive</source>
      <translation>Archiv</translation>
    </message>
    <message>
      <source>Are they the same?</source>
      <translation>Dieselbe oder eine andere?</translation>
    </message>
    <message>
      <source>Arrow keys go from one to the next, page up and down along the lines, Enter opens a page.</source>
      <translation>Die Pfeiltasten führen von einem zum nächsten, Bild auf und Bild ab an den Linien entlang, die Eingabetaste öffnet eine Seite.</translation>
    </message>
    <message>
      <source>Article</source>
      <translation>Artikel</translation>
    </message>
    <message>
      <source>Article bar</source>
      <translation>Artikelleiste</translation>
    </message>
    <message>
      <source>Article in a dossier</source>
      <translation>Artikel im Dossier</translation>
    </message>
    <message>
      <source>Article in a screening</source>
      <translation>Artikel in der Durchsicht</translation>
    </message>
    <message>
      <source>Article {number}</source>
      <translation>Artikel {number}</translation>
    </message>
    <message>
      <source>Article {number} is not in this dossier.</source>
      <translation>Artikel {number} liegt nicht in diesem Dossier.</translation>
    </message>
    <message>
      <source>Article {number} is not in this screening.</source>
      <translation>Artikel {number} gehört nicht zu dieser Durchsicht.</translation>
    </message>
    <message>
      <source>Articles</source>
      <translation>Artikel</translation>
    </message>
    <message>
      <source>Articles are being compared, so that versions of one are shown as one row</source>
      <translation>Artikel werden verglichen, damit Fassungen desselben in einer Zeile stehen</translation>
    </message>
    <message>
      <source>Articles are read in the background, the newest first. Thoroughly finds a little more and takes several times as long; after a change all are read again. Your own decisions stay in either case.</source>
      <translation>Die Artikel werden im Hintergrund gelesen, die neuesten zuerst. Gründlich findet etwas mehr und dauert ein Mehrfaches; nach einem Wechsel werden alle noch einmal gelesen. Ihre eigenen Entscheidungen bleiben in jedem Fall.</translation>
    </message>
    <message>
      <source>Articles are related across languages by an extra that is not installed: lesesaal[meaning].</source>
      <translation>Über Sprachen hinweg verbindet Artikel ein Zusatz, der nicht installiert ist: lesesaal[meaning].</translation>
    </message>
    <message>
      <source>Articles by date</source>
      <translation>Artikel nach Datum</translation>
    </message>
    <message>
      <source>Articles not searchable yet: {count}.</source>
      <translation>Noch nicht durchsuchbare Artikel: {count}.</translation>
    </message>
    <message>
      <source>Articles that are still to be read for people and organisations</source>
      <translation>Artikel, in denen noch nach Personen und Organisationen zu suchen ist</translation>
    </message>
    <message>
      <source>Articles that were found in several files would be here.</source>
      <translation>Hier stehen Artikel, die in mehreren Dateien gefunden wurden.</translation>
    </message>
    <message>
      <source>Articles · {filter}</source>
      <translation>Artikel · {filter}</translation>
    </message>
    <message>
      <source>Article’s date, such as 2018 or 2018-09</source>
      <translation>Datum: 2018 oder 2018-09</translation>
    </message>
    <message>
      <source>As at first</source>
      <translation>Wie am Anfang</translation>
    </message>
    <message>
      <source>As delivered</source>
      <translation>Wie ausgeliefert</translation>
    </message>
    <message>
      <source>As in the list</source>
      <translation>Wie in der Liste</translation>
    </message>
    <message>
      <source>As the articles write it</source>
      <translation>So schreiben es die Artikel</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>Wie das System</translation>
    </message>
    <message>
      <source>At the top</source>
      <translation>Ganz oben</translation>
    </message>
    <message>
      <source>Author</source>
      <translation>Autor</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <source>Back (Alt+Left)</source>
      <translation>Zurück (Alt+Links)</translation>
    </message>
    <message>
      <source>Back to the article</source>
      <translation>Zurück zum Artikel</translation>
    </message>
    <message>
      <source>Back to the list</source>
      <translation>Zurück zur Liste</translation>
    </message>
    <message>
      <source>Back to the page of {name}</source>
      <translation>Zurück zur Seite von {name}</translation>
    </message>
    <message>
      <source>Back up to</source>
      <translation>Sichern nach</translation>
    </message>
    <message>
      <source>Back up …</source>
      <translation>Sichern …</translation>
    </message>
    <message>
      <source>Back without changes</source>
      <translation>Zurück ohne Änderung</translation>
    </message>
    <message>
      <source>Backed up to {path}.</source>
      <translation>Gesichert in {path}.</translation>
    </message>
    <message>
      <source>Backup (*.db)</source>
      <translation>Sicherung (*.db)</translation>
    </message>
    <message>
      <source>Becomes</source>
      <translation>Daraus wird</translation>
    </message>
    <message>
      <source>Before</source>
      <translation>Davor</translation>
    </message>
    <message>
      <source>Begin</source>
      <translation>Beginnen</translation>
    </message>
    <message>
      <source>Belongs to</source>
      <translation>Gehört zu</translation>
    </message>
    <message>
      <source>Blue</source>
      <translation>Blau</translation>
    </message>
    <message>
      <source>Both find the same. Whoosh is part of Lesesaal and enough for some hundred thousand articles; tantivy is made for more. A change builds the index anew, which takes a while; the old one answers until then.</source>
      <translation>Beide finden dasselbe. Whoosh gehört zu Lesesaal und genügt für einige Hunderttausend Artikel; tantivy ist für mehr gemacht. Ein Wechsel baut den Index neu auf; das dauert eine Weile, so lange antwortet der alte.</translation>
    </message>
    <message>
      <source>Build the index anew</source>
      <translation>Index neu aufbauen</translation>
    </message>
    <message>
      <source>By colour</source>
      <translation>Nach Farbe</translation>
    </message>
    <message>
      <source>By date</source>
      <translation>Nach Datum</translation>
    </message>
    <message>
      <source>By paper</source>
      <translation>Nach Quelle</translation>
    </message>
    <message>
      <source>By place</source>
      <translation>Nach Ort</translation>
    </message>
    <message>
      <source>By role</source>
      <translation>Nach Funktion</translation>
    </message>
    <message>
      <source>By source</source>
      <translation>Nach Quelle</translation>
    </message>
    <message>
      <source>By the hit</source>
      <translation>Nach dem Treffer</translation>
    </message>
    <message>
      <source>By the words after</source>
      <translation>Nach den Wörtern danach</translation>
    </message>
    <message>
      <source>By the words before</source>
      <translation>Nach den Wörtern davor</translation>
    </message>
    <message>
      <source>By title</source>
      <translation>Nach Titel</translation>
    </message>
    <message>
      <source>By what can they be told apart? Give articles, a source, a place or a role.</source>
      <translation>Woran sind sie zu unterscheiden? Nennen Sie Artikel, eine Quelle, einen Ort oder eine Funktion.</translation>
    </message>
    <message>
      <source>By {name}</source>
      <translation>Von {name}</translation>
    </message>
    <message>
      <source>Came back with its import</source>
      <translation>Mit dem Import wiedergekommen</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Cancelled; what was read before is kept.</source>
      <translation>Abgebrochen; was schon gelesen war, bleibt.</translation>
    </message>
    <message>
      <source>Cells are parted by a comma, a semicolon or a tab, not by “{sign}”.</source>
      <translation>Zellen werden durch Komma, Semikolon oder Tabulator getrennt, nicht durch „{sign}“.</translation>
    </message>
    <message>
      <source>Change tags</source>
      <translation>Schlagwörter ändern</translation>
    </message>
    <message>
      <source>Change tags (T)</source>
      <translation>Schlagwörter ändern (T)</translation>
    </message>
    <message>
      <source>Change the kind</source>
      <translation>Art ändern</translation>
    </message>
    <message>
      <source>Change the rule</source>
      <translation>Regel ändern</translation>
    </message>
    <message>
      <source>Change …</source>
      <translation>Ändern …</translation>
    </message>
    <message>
      <source>Changes: {what}</source>
      <translation>Betrifft: {what}</translation>
    </message>
    <message>
      <source>Characters a line</source>
      <translation>Zeichen je Zeile</translation>
    </message>
    <message>
      <source>Characters that cannot be read were left out.</source>
      <translation>Nicht lesbare Zeichen wurden weggelassen.</translation>
    </message>
    <message>
      <source>Check all of them side by side</source>
      <translation>Alle nebeneinander prüfen</translation>
    </message>
    <message>
      <source>Check the archive</source>
      <translation>Archiv prüfen</translation>
    </message>
    <message>
      <source>Checked</source>
      <translation>Geprüft</translation>
    </message>
    <message>
      <source>Checked by a person</source>
      <translation>Von Hand geprüft</translation>
    </message>
    <message>
      <source>Checking the archive …</source>
      <translation>Das Archiv wird geprüft …</translation>
    </message>
    <message>
      <source>Chinese</source>
      <translation>Chinesisch</translation>
    </message>
    <message>
      <source>Choose an article in the list, or press J for the first one.</source>
      <translation>Wählen Sie einen Artikel in der Liste oder drücken Sie J für den ersten.</translation>
    </message>
    <message>
      <source>Choose one of them.</source>
      <translation>Wählen Sie eine aus.</translation>
    </message>
    <message>
      <source>Choose one or several; Enter opens the page.</source>
      <translation>Wählen Sie eine oder mehrere; Enter öffnet die Seite.</translation>
    </message>
    <message>
      <source>Choose …</source>
      <translation>Wählen …</translation>
    </message>
    <message>
      <source>Cited quotes</source>
      <translation>Belegte Zitate</translation>
    </message>
    <message>
      <source>Clear the search</source>
      <translation>Suche leeren</translation>
    </message>
    <message>
      <source>Click for only these, Ctrl+click for these too, Alt+click to leave them out</source>
      <translation>Klick: nur diese, Strg+Klick: auch diese, Alt+Klick: ohne diese</translation>
    </message>
    <message>
      <source>Click opens the page, Ctrl+click filters, right-click corrects</source>
      <translation>Klick öffnet die Seite, Strg+Klick filtert, Rechtsklick berichtigt</translation>
    </message>
    <message>
      <source>Click shows it in the text, a second click opens the page</source>
      <translation>Klick zeigt die Stelle im Text, ein zweiter öffnet die Seite</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>Close (Esc)</source>
      <translation>Schließen (Esc)</translation>
    </message>
    <message>
      <source>Close the history</source>
      <translation>Verlauf schließen</translation>
    </message>
    <message>
      <source>Close the query doctor</source>
      <translation>Suchdiagnose schließen</translation>
    </message>
    <message>
      <source>Close the sentences</source>
      <translation>Die Sätze schließen</translation>
    </message>
    <message>
      <source>Close the window</source>
      <translation>Fenster schließen</translation>
    </message>
    <message>
      <source>Closing brackets were missing and were added at the end: {count}.</source>
      <translation>Schließende Klammern fehlten und wurden am Ende ergänzt: {count}.</translation>
    </message>
    <message>
      <source>Colour</source>
      <translation>Farbe</translation>
    </message>
    <message>
      <source>Colour of tag “{tag}”</source>
      <translation>Farbe des Schlagworts „{tag}“</translation>
    </message>
    <message>
      <source>Colour of {count} annotation changed</source>
      <translation>Farbe von {count} Anmerkung geändert</translation>
    </message>
    <message>
      <source>Colour of {count} annotations changed</source>
      <translation>Farbe von {count} Anmerkungen geändert</translation>
    </message>
    <message>
      <source>Colour {n}</source>
      <translation>Farbe {n}</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>Farben</translation>
    </message>
    <message>
      <source>Columns</source>
      <translation>Spalten</translation>
    </message>
    <message>
      <source>Columns …</source>
      <translation>Spalten …</translation>
    </message>
    <message>
      <source>Command</source>
      <translation>Befehl</translation>
    </message>
    <message>
      <source>Commands</source>
      <translation>Befehle</translation>
    </message>
    <message>
      <source>Comment</source>
      <translation>Kommentar</translation>
    </message>
    <message>
      <source>Comment in the dossier</source>
      <translation>Kommentar im Dossier</translation>
    </message>
    <message>
      <source>Comment on the article</source>
      <translation>Artikel kommentieren</translation>
    </message>
    <message>
      <source>Comment on “{title}” in dossier “{name}”</source>
      <translation>Kommentar zu „{title}“ im Dossier „{name}“</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Vergleiche</translation>
    </message>
    <message>
      <source>Compare versions</source>
      <translation>Fassungen vergleichen</translation>
    </message>
    <message>
      <source>Compare …</source>
      <translation>Vergleichen …</translation>
    </message>
    <message>
      <source>Concordance</source>
      <translation>Konkordanz</translation>
    </message>
    <message>
      <source>Confirm</source>
      <translation>Bestätigen</translation>
    </message>
    <message>
      <source>Confirm “{name}”</source>
      <translation>„{name}“ bestätigen</translation>
    </message>
    <message>
      <source>Confirmed</source>
      <translation>Bestätigt</translation>
    </message>
    <message>
      <source>Copied with its source.</source>
      <translation>Mit Quelle kopiert.</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>Kopieren</translation>
    </message>
    <message>
      <source>Copy cited quote</source>
      <translation>Zitat mit Quelle kopieren</translation>
    </message>
    <message>
      <source>Copy lines</source>
      <translation>Zeilen kopieren</translation>
    </message>
    <message>
      <source>Copy the report</source>
      <translation>Bericht kopieren</translation>
    </message>
    <message>
      <source>Copy the words with their source (Ctrl+Shift+C)</source>
      <translation>Wörter mit Quelle kopieren (Strg+Umschalt+C)</translation>
    </message>
    <message>
      <source>Correct the text</source>
      <translation>Text berichtigen</translation>
    </message>
    <message>
      <source>Correct the text …</source>
      <translation>Text berichtigen …</translation>
    </message>
    <message>
      <source>Could not be read</source>
      <translation>Nicht lesbar</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>Dunkel</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>Datum</translation>
    </message>
    <message>
      <source>Decision</source>
      <translation>Entscheidung</translation>
    </message>
    <message>
      <source>Decision on versions</source>
      <translation>Entscheidung über Fassungen</translation>
    </message>
    <message>
      <source>Decisions about people and organisations</source>
      <translation>Entscheidungen über Personen und Organisationen</translation>
    </message>
    <message>
      <source>Decisions …</source>
      <translation>Entscheidungen …</translation>
    </message>
    <message>
      <source>Decisions, the latest first</source>
      <translation>Entscheidungen, die neueste zuerst</translation>
    </message>
    <message>
      <source>Del</source>
      <translation>Entf</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Löschen</translation>
    </message>
    <message numerus="yes">
      <source>Delete %n article(s) in the trash for good? This cannot be undone.</source>
      <translation>
        <numerusform>%n Artikel im Papierkorb endgültig löschen? Das lässt sich nicht rückgängig machen.</numerusform>
        <numerusform>%n Artikel im Papierkorb endgültig löschen? Das lässt sich nicht rückgängig machen.</numerusform>
      </translation>
    </message>
    <message>
      <source>Delete dossier</source>
      <translation>Dossier löschen</translation>
    </message>
    <message>
      <source>Delete for good</source>
      <translation>Endgültig löschen</translation>
    </message>
    <message>
      <source>Delete tag</source>
      <translation>Schlagwort löschen</translation>
    </message>
    <message>
      <source>Delete the dossier “{name}” and those in it? Its articles stay in the archive, and undo brings it back.</source>
      <translation>Das Dossier „{name}“ und die darin löschen? Die Artikel bleiben im Archiv, und Rückgängig holt es zurück.</translation>
    </message>
    <message>
      <source>Delete …</source>
      <translation>Löschen …</translation>
    </message>
    <message>
      <source>Details changed</source>
      <translation>Angaben geändert</translation>
    </message>
    <message>
      <source>Details of “{title}” changed</source>
      <translation>Angaben zu „{title}“ geändert</translation>
    </message>
    <message>
      <source>Detect</source>
      <translation>Erkennen</translation>
    </message>
    <message>
      <source>Did you mean “{query}”?</source>
      <translation>Meinten Sie „{query}“?</translation>
    </message>
    <message>
      <source>Differences</source>
      <translation>Unterschiede</translation>
    </message>
    <message>
      <source>Different</source>
      <translation>Andere</translation>
    </message>
    <message>
      <source>Do it again</source>
      <translation>Wiederholen</translation>
    </message>
    <message>
      <source>Do not leave out “{part}”.</source>
      <translation>„{part}“ nicht ausschließen.</translation>
    </message>
    <message>
      <source>Do not look for them</source>
      <translation>Nicht suchen</translation>
    </message>
    <message>
      <source>Done again: {step}</source>
      <translation>Wiederholt: {step}</translation>
    </message>
    <message>
      <source>Dossier</source>
      <translation>Dossier</translation>
    </message>
    <message>
      <source>Dossier of what was kept</source>
      <translation>Dossier aus dem Behaltenen</translation>
    </message>
    <message>
      <source>Dossier “{name}” deleted</source>
      <translation>Dossier „{name}“ gelöscht</translation>
    </message>
    <message>
      <source>Dossier “{name}” made</source>
      <translation>Dossier „{name}“ angelegt</translation>
    </message>
    <message>
      <source>Dossier “{name}” moved</source>
      <translation>Dossier „{name}“ verschoben</translation>
    </message>
    <message>
      <source>Dossier “{name}” renamed “{new}”</source>
      <translation>Dossier „{name}“ in „{new}“ umbenannt</translation>
    </message>
    <message>
      <source>Dossier: {value}</source>
      <translation>Dossier: {value}</translation>
    </message>
    <message>
      <source>Dossiers</source>
      <translation>Dossiers</translation>
    </message>
    <message numerus="yes">
      <source>Dossiers of %n article(s)</source>
      <translation>
        <numerusform>Dossiers von %n Artikel</numerusform>
        <numerusform>Dossiers von %n Artikeln</numerusform>
      </translation>
    </message>
    <message>
      <source>Dossiers of {count} article changed</source>
      <translation>Dossiers von {count} Artikel geändert</translation>
    </message>
    <message>
      <source>Dossiers of {count} articles changed</source>
      <translation>Dossiers von {count} Artikeln geändert</translation>
    </message>
    <message>
      <source>Drop</source>
      <translation>Weg</translation>
    </message>
    <message>
      <source>Drop all filters</source>
      <translation>Alle Filter entfernen</translation>
    </message>
    <message>
      <source>Drop this filter</source>
      <translation>Diesen Filter entfernen</translation>
    </message>
    <message>
      <source>Duplicates</source>
      <translation>Doppelte</translation>
    </message>
    <message>
      <source>Dutch</source>
      <translation>Niederländisch</translation>
    </message>
    <message>
      <source>Earliest articles first</source>
      <translation>Älteste Artikel zuerst</translation>
    </message>
    <message>
      <source>Edit as text</source>
      <translation>Als Text bearbeiten</translation>
    </message>
    <message>
      <source>Edit note</source>
      <translation>Notiz bearbeiten</translation>
    </message>
    <message>
      <source>Edit tags …</source>
      <translation>Schlagwörter bearbeiten …</translation>
    </message>
    <message>
      <source>Empty the trash</source>
      <translation>Papierkorb leeren</translation>
    </message>
    <message>
      <source>Empty the trash …</source>
      <translation>Papierkorb leeren …</translation>
    </message>
    <message>
      <source>Encoding</source>
      <translation>Zeichenkodierung</translation>
    </message>
    <message>
      <source>Encoding of texts</source>
      <translation>Kodierung der Texte</translation>
    </message>
    <message>
      <source>English</source>
      <translation>Englisch</translation>
    </message>
    <message>
      <source>English names are understood as well, and the other way round.</source>
      <translation>Englische Namen werden ebenso verstanden, und umgekehrt.</translation>
    </message>
    <message>
      <source>Enter changes it, Delete removes it</source>
      <translation>Eingabe ändert ihn, Entf entfernt ihn</translation>
    </message>
    <message>
      <source>Enter edits the note, # changes its tags, Delete removes it.</source>
      <translation>Die Eingabetaste öffnet die Notiz, # ändert ihre Schlagwörter, Entf entfernt sie.</translation>
    </message>
    <message>
      <source>Enter edits the note, Delete removes it.</source>
      <translation>Eingabe bearbeitet die Notiz, Entf entfernt sie.</translation>
    </message>
    <message>
      <source>Enter makes the new dossier “{name}”. A “/” puts it into another one.</source>
      <translation>Enter legt das neue Dossier „{name}“ an. Ein „/“ legt es in ein anderes.</translation>
    </message>
    <message>
      <source>Enter makes the new tag “{tag}”. A “/” puts it below another: Business/Start-up.</source>
      <translation>Eingabe legt das neue Schlagwort „{tag}“ an. Ein „/“ ordnet es unter: Wirtschaft/Start-up.</translation>
    </message>
    <message>
      <source>Enter opens the page, Space goes to the first mention</source>
      <translation>Eingabe öffnet die Seite, die Leertaste führt zur ersten Nennung</translation>
    </message>
    <message>
      <source>Enter opens what is chosen in its place.</source>
      <translation>Eingabe öffnet das Gewählte an seiner Stelle.</translation>
    </message>
    <message>
      <source>Enter puts them into “{name}”.</source>
      <translation>Enter legt sie in „{name}“.</translation>
    </message>
    <message>
      <source>Enter puts “{tag}” on.</source>
      <translation>Eingabe vergibt „{tag}“.</translation>
    </message>
    <message>
      <source>Every article has a date</source>
      <translation>Jeder Artikel hat ein Datum</translation>
    </message>
    <message>
      <source>Every search that you stayed with: what you looked for and when, what it found, and what is new since.</source>
      <translation>Jede Suche, bei der Sie geblieben sind: was Sie wann gesucht haben, was sie fand und was seither neu ist.</translation>
    </message>
    <message>
      <source>Everything in the archive</source>
      <translation>Alles im Archiv</translation>
    </message>
    <message>
      <source>Everything is read</source>
      <translation>Alles gelesen</translation>
    </message>
    <message>
      <source>Everything that is known of each annotation, for programs and for keeping.</source>
      <translation>Alles, was von jeder Anmerkung bekannt ist, für Programme und zum Aufheben.</translation>
    </message>
    <message>
      <source>Everything that is known of each article, for programs and for keeping. Loses nothing.</source>
      <translation>Alles, was über jeden Artikel bekannt ist, für Programme und zum Aufbewahren. Verliert nichts.</translation>
    </message>
    <message>
      <source>Everywhere</source>
      <translation>Überall</translation>
    </message>
    <message>
      <source>Everywhere needs words: select some in the text first.</source>
      <translation>Für „überall“ braucht es Wörter: erst welche im Text auswählen.</translation>
    </message>
    <message>
      <source>Exchange the two</source>
      <translation>Beide tauschen</translation>
    </message>
    <message>
      <source>Export</source>
      <translation>Export</translation>
    </message>
    <message numerus="yes">
      <source>Export %n</source>
      <translation>
        <numerusform>Export %n</numerusform>
        <numerusform>Export %n</numerusform>
      </translation>
    </message>
    <message>
      <source>Export annotations</source>
      <translation>Anmerkungen exportieren</translation>
    </message>
    <message>
      <source>Export the articles listed below</source>
      <translation>Die unten aufgeführten Artikel exportieren</translation>
    </message>
    <message>
      <source>Export the concordance</source>
      <translation>Konkordanz exportieren</translation>
    </message>
    <message>
      <source>Export the concordance …</source>
      <translation>Konkordanz exportieren …</translation>
    </message>
    <message>
      <source>Export the search protocol</source>
      <translation>Suchprotokoll exportieren</translation>
    </message>
    <message>
      <source>Export this article</source>
      <translation>Diesen Artikel exportieren</translation>
    </message>
    <message>
      <source>Export to</source>
      <translation>Exportieren nach</translation>
    </message>
    <message>
      <source>Export …</source>
      <translation>Exportieren …</translation>
    </message>
    <message>
      <source>Fields</source>
      <translation>Felder</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>File {name}</source>
      <translation>Datei {name}</translation>
    </message>
    <message>
      <source>Filter by a form of the name</source>
      <translation>Nach einer Form des Namens filtern</translation>
    </message>
    <message>
      <source>Filter by a form of the organisation’s name</source>
      <translation>Nach einer Form des Namens der Organisation filtern</translation>
    </message>
    <message>
      <source>Filter by words of the note, the quote or the title</source>
      <translation>Nach Wörtern aus Notiz, Zitat oder Titel filtern</translation>
    </message>
    <message>
      <source>Filter the outline</source>
      <translation>Gliederung filtern</translation>
    </message>
    <message>
      <source>Filter this section</source>
      <translation>In diesem Abschnitt filtern</translation>
    </message>
    <message>
      <source>Filter {filter}</source>
      <translation>Filter {filter}</translation>
    </message>
    <message>
      <source>Filter …</source>
      <translation>Filtern …</translation>
    </message>
    <message>
      <source>Filters</source>
      <translation>Filter</translation>
    </message>
    <message>
      <source>Find (Ctrl+F)</source>
      <translation>Suchen (Strg+F)</translation>
    </message>
    <message>
      <source>Find a tag</source>
      <translation>Schlagwort finden</translation>
    </message>
    <message>
      <source>Find in this article</source>
      <translation>In diesem Artikel finden</translation>
    </message>
    <message>
      <source>Find or make a dossier</source>
      <translation>Dossier suchen oder anlegen</translation>
    </message>
    <message>
      <source>Find or make a tag</source>
      <translation>Schlagwort finden oder anlegen</translation>
    </message>
    <message numerus="yes">
      <source>Finds %n article(s)</source>
      <translation>
        <numerusform>Findet %n Artikel</numerusform>
        <numerusform>Findet %n Artikel</numerusform>
      </translation>
    </message>
    <message>
      <source>First</source>
      <translation>Erster</translation>
    </message>
    <message>
      <source>First seen</source>
      <translation>Zuerst</translation>
    </message>
    <message>
      <source>Font</source>
      <translation>Schrift</translation>
    </message>
    <message>
      <source>Footnote</source>
      <translation>Fußnote</translation>
    </message>
    <message>
      <source>Forget all …</source>
      <translation>Alles vergessen …</translation>
    </message>
    <message>
      <source>Forget every search of the protocol? This cannot be undone.</source>
      <translation>Alle Suchen des Protokolls vergessen? Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
      <source>Format</source>
      <translation>Format</translation>
    </message>
    <message>
      <source>Forms</source>
      <translation>Formen</translation>
    </message>
    <message>
      <source>Forward</source>
      <translation>Vorwärts</translation>
    </message>
    <message>
      <source>Forward (Alt+Right)</source>
      <translation>Vor (Alt+Rechts)</translation>
    </message>
    <message>
      <source>Found</source>
      <translation>Gefunden</translation>
    </message>
    <message>
      <source>French</source>
      <translation>Französisch</translation>
    </message>
    <message numerus="yes">
      <source>From a screening of %n article(s)</source>
      <translation>
        <numerusform>Aus einer Durchsicht von %n Artikel</numerusform>
        <numerusform>Aus einer Durchsicht von %n Artikeln</numerusform>
      </translation>
    </message>
    <message>
      <source>From {a} to {b}</source>
      <translation>Von {a} zu {b}</translation>
    </message>
    <message>
      <source>Full screen</source>
      <translation>Vollbild</translation>
    </message>
    <message>
      <source>German</source>
      <translation>Deutsch</translation>
    </message>
    <message>
      <source>German names are understood as well, and the other way round.</source>
      <translation>Deutsche Namen werden ebenso verstanden, und umgekehrt.</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <source>Go on looking for names</source>
      <translation>Weiter nach Namen suchen</translation>
    </message>
    <message>
      <source>Go on reading</source>
      <translation>Weiterlesen</translation>
    </message>
    <message numerus="yes">
      <source>Go through %n article(s) one by one: seen, kept or dropped. Stop whenever you like; the screening waits in the sidebar and goes on where you stopped.</source>
      <translation>
        <numerusform>%n Artikel durchsehen: gesehen, behalten oder weg. Anhalten geht jederzeit; die Durchsicht wartet in der Seitenleiste und geht weiter, wo sie stehen blieb.</numerusform>
        <numerusform>%n Artikel einzeln durchsehen: gesehen, behalten oder weg. Anhalten geht jederzeit; die Durchsicht wartet in der Seitenleiste und geht weiter, wo sie stehen blieb.</numerusform>
      </translation>
    </message>
    <message>
      <source>Green</source>
      <translation>Grün</translation>
    </message>
    <message>
      <source>HTML pages need a folder to be written to.</source>
      <translation>HTML-Seiten brauchen einen Ordner, in den sie geschrieben werden.</translation>
    </message>
    <message>
      <source>High contrast</source>
      <translation>Hoher Kontrast</translation>
    </message>
    <message>
      <source>Highlight</source>
      <translation>Markierung</translation>
    </message>
    <message>
      <source>Highlight everywhere</source>
      <translation>Überall hervorheben</translation>
    </message>
    <message>
      <source>Highlight removed</source>
      <translation>Markierung entfernt</translation>
    </message>
    <message>
      <source>Highlight the selection</source>
      <translation>Auswahl hervorheben</translation>
    </message>
    <message>
      <source>Highlight these words everywhere</source>
      <translation>Diese Wörter überall hervorheben</translation>
    </message>
    <message>
      <source>Highlight these words wherever they stand in the article</source>
      <translation>Diese Wörter überall im Artikel hervorheben</translation>
    </message>
    <message>
      <source>Highlight: {words}</source>
      <translation>Hervorhebung: {words}</translation>
    </message>
    <message>
      <source>Highlights</source>
      <translation>Markierungen</translation>
    </message>
    <message numerus="yes">
      <source>Highlights and notes on these words: %n. They go along.</source>
      <translation>
        <numerusform>Markierungen und Notizen auf diesem Text: %n. Sie gehen mit.</numerusform>
        <numerusform>Markierungen und Notizen auf diesem Text: %n. Sie gehen mit.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Highlights and notes that go along: %n.</source>
      <translation>
        <numerusform>Markierungen und Notizen, die mitgehen: %n.</numerusform>
        <numerusform>Markierungen und Notizen, die mitgehen: %n.</numerusform>
      </translation>
    </message>
    <message>
      <source>History</source>
      <translation>Verlauf</translation>
    </message>
    <message>
      <source>History of this article</source>
      <translation>Verlauf dieses Artikels</translation>
    </message>
    <message>
      <source>Hit</source>
      <translation>Treffer</translation>
    </message>
    <message>
      <source>Hit {current} of {count}</source>
      <translation>Treffer {current} von {count}</translation>
    </message>
    <message>
      <source>Hits in their context</source>
      <translation>Treffer in ihrem Zusammenhang</translation>
    </message>
    <message>
      <source>How articles are set</source>
      <translation>Schriftbild der Artikel</translation>
    </message>
    <message>
      <source>How articles are set …</source>
      <translation>Schriftbild der Artikel …</translation>
    </message>
    <message>
      <source>How the search was read</source>
      <translation>Wie die Suche gelesen wurde</translation>
    </message>
    <message>
      <source>How they can be told apart</source>
      <translation>Woran sie zu unterscheiden sind</translation>
    </message>
    <message>
      <source>Import</source>
      <translation>Import</translation>
    </message>
    <message>
      <source>Import a folder</source>
      <translation>Ordner importieren</translation>
    </message>
    <message>
      <source>Import a folder …</source>
      <translation>Ordner importieren …</translation>
    </message>
    <message>
      <source>Import files</source>
      <translation>Dateien importieren</translation>
    </message>
    <message>
      <source>Import files or a whole folder of press texts, or drop them here. The originals stay as they are.</source>
      <translation>Importieren Sie Dateien oder einen ganzen Ordner mit Pressetexten, oder ziehen Sie sie hierher. Die Originale bleiben, wie sie sind.</translation>
    </message>
    <message>
      <source>Import files …</source>
      <translation>Dateien importieren …</translation>
    </message>
    <message>
      <source>Import of {count} article</source>
      <translation>Import von {count} Artikel</translation>
    </message>
    <message>
      <source>Import of {count} articles</source>
      <translation>Import von {count} Artikeln</translation>
    </message>
    <message>
      <source>Import …</source>
      <translation>Importieren …</translation>
    </message>
    <message>
      <source>In a window of its own</source>
      <translation>In eigenem Fenster</translation>
    </message>
    <message>
      <source>In common · {count}</source>
      <translation>Gemeinsam · {count}</translation>
    </message>
    <message>
      <source>In my order</source>
      <translation>Eigene Reihenfolge</translation>
    </message>
    <message>
      <source>In the archive</source>
      <translation>Im Archiv</translation>
    </message>
    <message>
      <source>In the dossier “{name}”</source>
      <translation>Im Dossier „{name}“</translation>
    </message>
    <message>
      <source>In the last 30 days</source>
      <translation>In den letzten 30 Tagen</translation>
    </message>
    <message>
      <source>In the last 7 days</source>
      <translation>In den letzten 7 Tagen</translation>
    </message>
    <message>
      <source>In the last year</source>
      <translation>Im letzten Jahr</translation>
    </message>
    <message>
      <source>In this time no article names them together.</source>
      <translation>In dieser Zeit nennt kein Artikel beide zusammen.</translation>
    </message>
    <message>
      <source>In this time nobody else is named in the same articles.</source>
      <translation>In dieser Zeit wird in denselben Artikeln sonst niemand genannt.</translation>
    </message>
    <message>
      <source>Index up to date</source>
      <translation>Index aktuell</translation>
    </message>
    <message>
      <source>Indexing …</source>
      <translation>Index wird ergänzt …</translation>
    </message>
    <message>
      <source>Introduction</source>
      <translation>Einleitung</translation>
    </message>
    <message>
      <source>Introduction of dossier “{name}”</source>
      <translation>Einleitung des Dossiers „{name}“</translation>
    </message>
    <message>
      <source>Introduction of the dossier</source>
      <translation>Einleitung des Dossiers</translation>
    </message>
    <message>
      <source>Is a person</source>
      <translation>Ist eine Person</translation>
    </message>
    <message>
      <source>Is an organisation</source>
      <translation>Ist eine Organisation</translation>
    </message>
    <message>
      <source>Is not a name anywhere</source>
      <translation>Ist nirgends ein Name</translation>
    </message>
    <message>
      <source>Is not a name here</source>
      <translation>Ist hier kein Name</translation>
    </message>
    <message>
      <source>Is somebody else …</source>
      <translation>Ist jemand anderes …</translation>
    </message>
    <message>
      <source>Is {name} the same?</source>
      <translation>Ist das {name}?</translation>
    </message>
    <message>
      <source>Italian</source>
      <translation>Italienisch</translation>
    </message>
    <message>
      <source>Its own articles; those of tags below it are not counted here</source>
      <translation>Die eigenen Artikel; die der Schlagwörter darunter sind nicht mitgezählt</translation>
    </message>
    <message>
      <source>JSON-LD after the W3C’s Web Annotation Data Model, which other annotation tools read.</source>
      <translation>JSON-LD nach dem Web Annotation Data Model des W3C, das andere Anmerkungsprogramme lesen.</translation>
    </message>
    <message>
      <source>Japanese</source>
      <translation>Japanisch</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Behalten</translation>
    </message>
    <message>
      <source>Keep the note (Ctrl+Enter)</source>
      <translation>Die Notiz behalten (Strg+Eingabe)</translation>
    </message>
    <message>
      <source>Key</source>
      <translation>Taste</translation>
    </message>
    <message>
      <source>Key {key} for tag “{tag}”</source>
      <translation>Taste {key} für Schlagwort „{tag}“</translation>
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>Tastenkürzel</translation>
    </message>
    <message>
      <source>Kicker</source>
      <translation>Dachzeile</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>Art</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>Sprache</translation>
    </message>
    <message>
      <source>Language: {value}</source>
      <translation>Sprache: {value}</translation>
    </message>
    <message>
      <source>Languages</source>
      <translation>Sprachen</translation>
    </message>
    <message>
      <source>Larger text</source>
      <translation>Text größer</translation>
    </message>
    <message>
      <source>Last</source>
      <translation>Letzter</translation>
    </message>
    <message>
      <source>Last seen</source>
      <translation>Zuletzt</translation>
    </message>
    <message>
      <source>Later steps build on it. Take these back first:</source>
      <translation>Spätere Schritte bauen darauf auf. Zuerst zurücknehmen:</translation>
    </message>
    <message>
      <source>Latest articles first</source>
      <translation>Jüngste Artikel zuerst</translation>
    </message>
    <message>
      <source>Leave out</source>
      <translation>Weglassen</translation>
    </message>
    <message>
      <source>Leave out people of whom no article gives more than a surname</source>
      <translation>Personen weglassen, von denen kein Artikel mehr als den Nachnamen nennt</translation>
    </message>
    <message>
      <source>Leave out the quotation mark that was not closed.</source>
      <translation>Das nicht geschlossene Anführungszeichen weglassen.</translation>
    </message>
    <message>
      <source>Leave the screening; it waits in the sidebar</source>
      <translation>Die Durchsicht verlassen; sie wartet in der Seitenleiste</translation>
    </message>
    <message>
      <source>Leave these out</source>
      <translation>Diese ausschließen</translation>
    </message>
    <message>
      <source>Leave {name} out</source>
      <translation>{name} weglassen</translation>
    </message>
    <message>
      <source>Lesesaal cannot start the processes that read files; close other programs and try again.</source>
      <translation>Lesesaal kann die Prozesse nicht starten, die Dateien lesen; schließen Sie andere Programme und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>Lesesaal {version}
A reading room for press archives. Everything stays on this computer.</source>
      <translation>Lesesaal {version}
Ein Lesesaal für Pressearchive. Alles bleibt auf diesem Rechner.</translation>
    </message>
    <message>
      <source>Let the words of “{part}” be {distance} words apart.</source>
      <translation>Zwischen den Wörtern von „{part}“ einen Abstand von {distance} Wörtern erlauben.</translation>
    </message>
    <message>
      <source>Letters work in tables and pages of people.</source>
      <translation>Buchstaben gelten in Tabellen und Seiten der Personen.</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>Hell</translation>
    </message>
    <message>
      <source>Like article {number}</source>
      <translation>Ähnlich wie Artikel {number}</translation>
    </message>
    <message>
      <source>Like “{title}”</source>
      <translation>Ähnlich wie „{title}“</translation>
    </message>
    <message>
      <source>Line height</source>
      <translation>Zeilenhöhe</translation>
    </message>
    <message>
      <source>Line {number} of {path} is not an article that Lesesaal exported.</source>
      <translation>Zeile {number} von {path} ist kein Artikel, den Lesesaal exportiert hat.</translation>
    </message>
    <message>
      <source>Line {number}: {reason}</source>
      <translation>Zeile {number}: {reason}</translation>
    </message>
    <message>
      <source>Link to an article, a person, a note</source>
      <translation>Verweis auf einen Artikel, eine Person, eine Notiz</translation>
    </message>
    <message>
      <source>Linked from</source>
      <translation>Hierher verweisen</translation>
    </message>
    <message>
      <source>List all related articles</source>
      <translation>Alle verwandten Artikel auflisten</translation>
    </message>
    <message>
      <source>List as a table</source>
      <translation>Liste als Tabelle</translation>
    </message>
    <message>
      <source>List of synonyms replaced</source>
      <translation>Liste der Synonyme ersetzt</translation>
    </message>
    <message>
      <source>Lists (*.txt *.csv *.tsv);;All files (*)</source>
      <translation>Listen (*.txt *.csv *.tsv);;Alle Dateien (*)</translation>
    </message>
    <message>
      <source>Longest first</source>
      <translation>Längste zuerst</translation>
    </message>
    <message>
      <source>Look at these articles in the list, where they can be searched, tagged and exported</source>
      <translation>Diese Artikel in der Liste ansehen, wo man sie durchsuchen, verschlagworten und exportieren kann</translation>
    </message>
    <message>
      <source>Look for people and organisations</source>
      <translation>Nach Personen und Organisationen suchen</translation>
    </message>
    <message>
      <source>Look for them thoroughly</source>
      <translation>Gründlich nach ihnen suchen</translation>
    </message>
    <message>
      <source>Look for versions of articles</source>
      <translation>Fassungen von Artikeln suchen</translation>
    </message>
    <message>
      <source>Looking for files …</source>
      <translation>Dateien werden gesucht …</translation>
    </message>
    <message>
      <source>Make a dossier of what was kept …</source>
      <translation>Dossier aus dem Behaltenen …</translation>
    </message>
    <message>
      <source>Make the rule</source>
      <translation>Regel anlegen</translation>
    </message>
    <message>
      <source>Make this the present text again</source>
      <translation>Wieder zum geltenden Text machen</translation>
    </message>
    <message>
      <source>Mark as UTF-8 for spreadsheets</source>
      <translation>Für Tabellenprogramme als UTF-8 kennzeichnen</translation>
    </message>
    <message>
      <source>Mark “{words}” as a name</source>
      <translation>„{words}“ als Namen markieren</translation>
    </message>
    <message>
      <source>Markdown (*.md)</source>
      <translation>Markdown (*.md)</translation>
    </message>
    <message>
      <source>Markdown; two opening brackets begin a link.</source>
      <translation>Markdown; zwei öffnende Klammern beginnen einen Verweis.</translation>
    </message>
    <message>
      <source>Mentions</source>
      <translation>Nennungen</translation>
    </message>
    <message>
      <source>Mentions of {name} per 1,000 articles</source>
      <translation>Nennungen von {name} je 1.000 Artikel</translation>
    </message>
    <message>
      <source>Mentions per 1,000 articles</source>
      <translation>Nennungen je 1.000 Artikel</translation>
    </message>
    <message>
      <source>Merge</source>
      <translation>Zusammenführen</translation>
    </message>
    <message>
      <source>Merge into …</source>
      <translation>Zusammenführen mit …</translation>
    </message>
    <message>
      <source>Merge tag</source>
      <translation>Schlagwort zusammenführen</translation>
    </message>
    <message>
      <source>Merge …</source>
      <translation>Zusammenführen …</translation>
    </message>
    <message>
      <source>Merging, splitting, renaming, rejecting: every step is written down here.</source>
      <translation>Zusammenführen, Trennen, Umbenennen, Verwerfen: Jeder Schritt wird hier festgehalten.</translation>
    </message>
    <message>
      <source>More</source>
      <translation>Mehr</translation>
    </message>
    <message>
      <source>More about this dossier</source>
      <translation>Mehr zu diesem Dossier</translation>
    </message>
    <message>
      <source>More about this screening</source>
      <translation>Mehr zu dieser Durchsicht</translation>
    </message>
    <message>
      <source>More from this source</source>
      <translation>Mehr aus dieser Quelle</translation>
    </message>
    <message>
      <source>More like this article</source>
      <translation>Mehr wie dieser Artikel</translation>
    </message>
    <message>
      <source>More sentences</source>
      <translation>Mehr Sätze</translation>
    </message>
    <message>
      <source>More sentences about {role}</source>
      <translation>Mehr Sätze zu {role}</translation>
    </message>
    <message>
      <source>More than {limit} articles have the words of “{query}”; only the best of them were looked into.</source>
      <translation>Mehr als {limit} Artikel haben die Wörter von „{query}“; nur die besten wurden durchgesehen.</translation>
    </message>
    <message>
      <source>Move dossier</source>
      <translation>Dossier verschieben</translation>
    </message>
    <message>
      <source>Move down</source>
      <translation>Nach unten</translation>
    </message>
    <message>
      <source>Move to the trash</source>
      <translation>In den Papierkorb</translation>
    </message>
    <message>
      <source>Move up</source>
      <translation>Nach oben</translation>
    </message>
    <message>
      <source>Move …</source>
      <translation>Verschieben …</translation>
    </message>
    <message>
      <source>Moved</source>
      <translation>Verschoben</translation>
    </message>
    <message>
      <source>Moved to the trash</source>
      <translation>In den Papierkorb gelegt</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Name (a slash puts it into another one, as in Harbour/Cranes):</source>
      <translation>Name (ein Schrägstrich legt es in ein anderes, wie in Hafen/Kräne):</translation>
    </message>
    <message>
      <source>Name (a “/” puts it below another):</source>
      <translation>Name (ein „/“ stellt es unter ein anderes):</translation>
    </message>
    <message>
      <source>Name of the saved search</source>
      <translation>Name der gespeicherten Suche</translation>
    </message>
    <message>
      <source>Name of the screening</source>
      <translation>Name der Durchsicht</translation>
    </message>
    <message>
      <source>Name “{form}” switched off for “{name}”</source>
      <translation>Name „{form}“ bei „{name}“ ausgeschaltet</translation>
    </message>
    <message>
      <source>Name “{form}” switched on for “{name}”</source>
      <translation>Name „{form}“ bei „{name}“ eingeschaltet</translation>
    </message>
    <message>
      <source>Named by the surname alone</source>
      <translation>Nur mit dem Nachnamen genannt</translation>
    </message>
    <message>
      <source>Names</source>
      <translation>Namen</translation>
    </message>
    <message>
      <source>Names are looked for in the background, the newest articles first.</source>
      <translation>Namen werden im Hintergrund gesucht, in den neuesten Artikeln zuerst.</translation>
    </message>
    <message>
      <source>Names or queries, one a line</source>
      <translation>Namen oder Suchen, je Zeile eine</translation>
    </message>
    <message>
      <source>Names: being compared</source>
      <translation>Namen: werden verglichen</translation>
    </message>
    <message>
      <source>Names: paused, {articles} to go</source>
      <translation>Namen: angehalten, noch {articles}</translation>
    </message>
    <message>
      <source>Names: stopped</source>
      <translation>Namen: abgebrochen</translation>
    </message>
    <message>
      <source>Names: waiting for the import</source>
      <translation>Namen: warten auf den Import</translation>
    </message>
    <message>
      <source>Names: {articles} to go</source>
      <translation>Namen: noch {articles}</translation>
    </message>
    <message>
      <source>Namesake split off “{name}”</source>
      <translation>Gleichnamige von „{name}“ abgetrennt</translation>
    </message>
    <message>
      <source>Network of those who appear together</source>
      <translation>Netz derer, die zusammen vorkommen</translation>
    </message>
    <message>
      <source>New archive …</source>
      <translation>Neues Archiv …</translation>
    </message>
    <message>
      <source>New archive: name its folder</source>
      <translation>Neues Archiv: Name des Ordners</translation>
    </message>
    <message>
      <source>New articles appear here after an import.</source>
      <translation>Neue Artikel erscheinen hier nach einem Import.</translation>
    </message>
    <message>
      <source>New dossier</source>
      <translation>Neues Dossier</translation>
    </message>
    <message>
      <source>New dossier in it …</source>
      <translation>Neues Dossier darin …</translation>
    </message>
    <message>
      <source>New dossier …</source>
      <translation>Neues Dossier …</translation>
    </message>
    <message>
      <source>New name</source>
      <translation>Neuer Name</translation>
    </message>
    <message>
      <source>New name:</source>
      <translation>Neuer Name:</translation>
    </message>
    <message>
      <source>New name; a “/” puts it below another.</source>
      <translation>Neuer Name; ein „/“ stellt es unter ein anderes.</translation>
    </message>
    <message>
      <source>New since</source>
      <translation>Seither neu</translation>
    </message>
    <message>
      <source>New tag</source>
      <translation>Neues Schlagwort</translation>
    </message>
    <message>
      <source>New tag “{name}”</source>
      <translation>Neues Schlagwort „{name}“</translation>
    </message>
    <message>
      <source>New version of {count} article</source>
      <translation>Neue Fassung von {count} Artikel</translation>
    </message>
    <message>
      <source>New versions of {count} articles</source>
      <translation>Neue Fassungen von {count} Artikeln</translation>
    </message>
    <message>
      <source>New …</source>
      <translation>Neu …</translation>
    </message>
    <message>
      <source>Newest first</source>
      <translation>Neueste zuerst</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>Als Nächstes</translation>
    </message>
    <message>
      <source>Next article</source>
      <translation>Nächster Artikel</translation>
    </message>
    <message>
      <source>Next article in the list</source>
      <translation>Nächster Artikel in der Liste</translation>
    </message>
    <message>
      <source>Next difference (F3)</source>
      <translation>Nächster Unterschied (F3)</translation>
    </message>
    <message>
      <source>Next highlight or note</source>
      <translation>Nächste Hervorhebung oder Notiz</translation>
    </message>
    <message>
      <source>Next hit</source>
      <translation>Nächster Treffer</translation>
    </message>
    <message>
      <source>Next hit (F3)</source>
      <translation>Nächster Treffer (F3)</translation>
    </message>
    <message>
      <source>Next match</source>
      <translation>Nächste Fundstelle</translation>
    </message>
    <message>
      <source>Next mention of the same</source>
      <translation>Nächste Nennung derselben</translation>
    </message>
    <message>
      <source>Next name in the article</source>
      <translation>Nächster Name im Artikel</translation>
    </message>
    <message>
      <source>Next page, then next article</source>
      <translation>Nächste Seite, dann nächster Artikel</translation>
    </message>
    <message>
      <source>Next pane</source>
      <translation>Nächster Bereich</translation>
    </message>
    <message>
      <source>No annotation fits that</source>
      <translation>Keine Anmerkung passt dazu</translation>
    </message>
    <message>
      <source>No annotations yet</source>
      <translation>Noch keine Anmerkungen</translation>
    </message>
    <message>
      <source>No article contains all of this. Try fewer words, another spelling, or an ending such as word*.</source>
      <translation>Kein Artikel enthält all das. Versuchen Sie weniger Wörter, eine andere Schreibung oder ein offenes Ende wie Wort*.</translation>
    </message>
    <message>
      <source>No article fits all of this at once.</source>
      <translation>Kein Artikel erfüllt all das zugleich.</translation>
    </message>
    <message>
      <source>No article has “{part}”.</source>
      <translation>Kein Artikel passt zu „{part}“.</translation>
    </message>
    <message>
      <source>No article is open.</source>
      <translation>Kein Artikel ist offen.</translation>
    </message>
    <message>
      <source>No article names both</source>
      <translation>Kein Artikel nennt beide</translation>
    </message>
    <message>
      <source>No article names both, and they have no companion in common.</source>
      <translation>Kein Artikel nennt beide, und niemand kommt mit beiden vor.</translation>
    </message>
    <message>
      <source>No article names its place.</source>
      <translation>Kein Artikel nennt seinen Ort.</translation>
    </message>
    <message>
      <source>No article names its source.</source>
      <translation>Kein Artikel nennt seine Quelle.</translation>
    </message>
    <message>
      <source>No article says what office or role this person has.</source>
      <translation>Kein Artikel sagt, welches Amt oder welche Rolle diese Person hat.</translation>
    </message>
    <message>
      <source>No articles</source>
      <translation>Keine Artikel</translation>
    </message>
    <message>
      <source>No articles yet</source>
      <translation>Noch keine Artikel</translation>
    </message>
    <message>
      <source>No chain of at most {count} steps leads from one to the other. Two are joined when an article names both.</source>
      <translation>Keine Kette von höchstens {count} Schritten führt vom einen zum anderen. Zwei sind verbunden, wenn ein Artikel beide nennt.</translation>
    </message>
    <message>
      <source>No duplicates</source>
      <translation>Nichts doppelt</translation>
    </message>
    <message>
      <source>No file of import {number} failed; there is nothing to try again.</source>
      <translation>Bei Import {number} ist keine Datei gescheitert; es gibt nichts zu wiederholen.</translation>
    </message>
    <message>
      <source>No highlights and no notes stand on these words.</source>
      <translation>Auf diesem Text stehen keine Markierungen und keine Notizen.</translation>
    </message>
    <message>
      <source>No hits in the texts</source>
      <translation>Keine Treffer in den Texten</translation>
    </message>
    <message>
      <source>No key for tag “{tag}”</source>
      <translation>Keine Taste für Schlagwort „{tag}“</translation>
    </message>
    <message>
      <source>No line holds that</source>
      <translation>Keine Zeile enthält das</translation>
    </message>
    <message>
      <source>No longer in the text</source>
      <translation>Nicht mehr im Text</translation>
    </message>
    <message>
      <source>No match</source>
      <translation>Nicht gefunden</translation>
    </message>
    <message>
      <source>No names have been found in this article.</source>
      <translation>In diesem Artikel sind keine Namen gefunden worden.</translation>
    </message>
    <message>
      <source>No organisation fits that</source>
      <translation>Keine Organisation passt dazu</translation>
    </message>
    <message>
      <source>No organisations yet</source>
      <translation>Noch keine Organisationen</translation>
    </message>
    <message>
      <source>No other version</source>
      <translation>Keine andere Fassung</translation>
    </message>
    <message>
      <source>No other version of this article has been found. Select two articles to compare any two.</source>
      <translation>Von diesem Artikel wurde keine andere Fassung gefunden. Zwei markierte Artikel lassen sich immer vergleichen.</translation>
    </message>
    <message>
      <source>No people and no organisations have been found in this article.</source>
      <translation>In diesem Artikel sind weder Personen noch Organisationen gefunden worden.</translation>
    </message>
    <message>
      <source>No people yet</source>
      <translation>Noch keine Personen</translation>
    </message>
    <message>
      <source>No recent searches</source>
      <translation>Keine letzten Suchen</translation>
    </message>
    <message>
      <source>No search holds that</source>
      <translation>Keine Suche enthält das</translation>
    </message>
    <message>
      <source>No sentence names them on its own.</source>
      <translation>Kein Satz nennt sie für sich.</translation>
    </message>
    <message>
      <source>No synonyms yet</source>
      <translation>Noch keine Synonyme</translation>
    </message>
    <message>
      <source>No tag has the key {key}. All tags (Ctrl+Shift+T) gives keys.</source>
      <translation>Kein Schlagwort hat die Taste {key}. Alle Schlagwörter (Strg+Umschalt+T) vergibt Tasten.</translation>
    </message>
    <message>
      <source>No tag is chosen</source>
      <translation>Kein Schlagwort gewählt</translation>
    </message>
    <message>
      <source>No tag is suggested: no article like this one carries a tag that it lacks.</source>
      <translation>Kein Vorschlag: Kein ähnlicher Artikel trägt ein Schlagwort, das diesem fehlt.</translation>
    </message>
    <message>
      <source>No tag itself: names of tags begin so.</source>
      <translation>Selbst kein Schlagwort: So beginnen Namen von Schlagwörtern.</translation>
    </message>
    <message>
      <source>No tags yet</source>
      <translation>Noch keine Schlagwörter</translation>
    </message>
    <message>
      <source>No two parts of this search meet in one article.</source>
      <translation>Keine zwei Teile dieser Suche treffen in einem Artikel zusammen.</translation>
    </message>
    <message>
      <source>Nobody else is named in the same articles.</source>
      <translation>In denselben Artikeln wird sonst niemand genannt.</translation>
    </message>
    <message>
      <source>Nobody fits that</source>
      <translation>Niemand passt dazu</translation>
    </message>
    <message>
      <source>Nobody is here any more</source>
      <translation>Hier ist niemand mehr</translation>
    </message>
    <message>
      <source>Nobody is named there. Mark the words as a name first.</source>
      <translation>Dort ist niemand genannt. Markieren Sie die Wörter erst als Namen.</translation>
    </message>
    <message>
      <source>None is said.</source>
      <translation>Keine genannt.</translation>
    </message>
    <message>
      <source>None of the articles has a date.</source>
      <translation>Keiner der Artikel hat ein Datum.</translation>
    </message>
    <message>
      <source>None of the articles of “{name}” is like that; nothing was split.</source>
      <translation>Kein Artikel über „{name}“ ist so; nichts wurde getrennt.</translation>
    </message>
    <message>
      <source>None of these articles counts as a version of another; there is nothing to part.</source>
      <translation>Keiner dieser Artikel gilt als Fassung eines anderen; es gibt nichts zu trennen.</translation>
    </message>
    <message>
      <source>None yet. A rule puts the tag on whatever a search finds.</source>
      <translation>Noch keine. Eine Regel vergibt das Schlagwort an alles, was eine Suche findet.</translation>
    </message>
    <message>
      <source>Normal text size</source>
      <translation>Text in normaler Größe</translation>
    </message>
    <message>
      <source>Not the same article</source>
      <translation>Nicht derselbe Artikel</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>Notiz</translation>
    </message>
    <message>
      <source>Note changed on “{name}”</source>
      <translation>Notiz zu „{name}“ geändert</translation>
    </message>
    <message>
      <source>Note changed on “{title}”</source>
      <translation>Notiz zu „{title}“ geändert</translation>
    </message>
    <message>
      <source>Note changed, which was “{words}”</source>
      <translation>Notiz geändert; sie war „{words}“</translation>
    </message>
    <message>
      <source>Note in a window …</source>
      <translation>Notiz in eigenem Fenster …</translation>
    </message>
    <message>
      <source>Note on a person</source>
      <translation>Notiz zu einer Person</translation>
    </message>
    <message>
      <source>Note on an article</source>
      <translation>Notiz zu einem Artikel</translation>
    </message>
    <message>
      <source>Note on an organisation</source>
      <translation>Notiz zu einer Organisation</translation>
    </message>
    <message>
      <source>Note on the article</source>
      <translation>Notiz zum Artikel</translation>
    </message>
    <message>
      <source>Note on the selection</source>
      <translation>Notiz zur Auswahl</translation>
    </message>
    <message>
      <source>Note on words</source>
      <translation>Notiz zu einer Stelle</translation>
    </message>
    <message>
      <source>Note on “{name}”</source>
      <translation>Notiz zu „{name}“</translation>
    </message>
    <message>
      <source>Note on “{title}”</source>
      <translation>Notiz zu „{title}“</translation>
    </message>
    <message>
      <source>Note or highlight</source>
      <translation>Notiz oder Markierung</translation>
    </message>
    <message>
      <source>Note put back on “{title}”</source>
      <translation>Notiz in „{title}“ wieder angebracht</translation>
    </message>
    <message>
      <source>Note removed from “{name}”</source>
      <translation>Notiz von „{name}“ entfernt</translation>
    </message>
    <message>
      <source>Note removed from “{title}”</source>
      <translation>Notiz zu „{title}“ entfernt</translation>
    </message>
    <message>
      <source>Note removed: “{words}”</source>
      <translation>Notiz entfernt: „{words}“</translation>
    </message>
    <message>
      <source>Note that lost its place: {words}</source>
      <translation>Notiz ohne ihre Stelle: {words}</translation>
    </message>
    <message>
      <source>Note written: “{words}”</source>
      <translation>Notiz geschrieben: „{words}“</translation>
    </message>
    <message>
      <source>Note: {words}</source>
      <translation>Notiz: {words}</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>Notizen</translation>
    </message>
    <message>
      <source>Notes on articles</source>
      <translation>Notizen zu Artikeln</translation>
    </message>
    <message>
      <source>Notes on organisations</source>
      <translation>Notizen zu Organisationen</translation>
    </message>
    <message>
      <source>Notes on people</source>
      <translation>Notizen zu Personen</translation>
    </message>
    <message>
      <source>Notes on people and organisations have no tags of their own.</source>
      <translation>Notizen zu Personen und Organisationen haben keine eigenen Schlagwörter.</translation>
    </message>
    <message>
      <source>Notes on the search</source>
      <translation>Hinweise zur Suche</translation>
    </message>
    <message>
      <source>Notes on words</source>
      <translation>Notizen zu Stellen</translation>
    </message>
    <message>
      <source>Notes, suggestions and articles</source>
      <translation>Notizen, Vorschläge und Artikel</translation>
    </message>
    <message>
      <source>Nothing carries it.</source>
      <translation>Nichts trägt es.</translation>
    </message>
    <message>
      <source>Nothing decided yet</source>
      <translation>Noch nichts entschieden</translation>
    </message>
    <message>
      <source>Nothing found</source>
      <translation>Nichts gefunden</translation>
    </message>
    <message>
      <source>Nothing has been done yet.</source>
      <translation>Noch ist nichts geschehen.</translation>
    </message>
    <message>
      <source>Nothing has been kept in the screening “{name}” yet.</source>
      <translation>In der Durchsicht „{name}“ ist noch nichts behalten worden.</translation>
    </message>
    <message>
      <source>Nothing has been read yet.</source>
      <translation>Noch ist nichts gelesen.</translation>
    </message>
    <message>
      <source>Nothing is highlighted or noted in this article.</source>
      <translation>In diesem Artikel ist nichts hervorgehoben oder notiert.</translation>
    </message>
    <message>
      <source>Nothing is left of “{label}”: what it was about has been deleted.</source>
      <translation>Von „{label}“ ist nichts mehr da: Worum es ging, ist gelöscht.</translation>
    </message>
    <message>
      <source>Nothing is noted yet. The plus sign begins a note.</source>
      <translation>Noch nichts notiert. Das Pluszeichen beginnt eine Notiz.</translation>
    </message>
    <message>
      <source>Nothing is noted.</source>
      <translation>Nichts notiert.</translation>
    </message>
    <message>
      <source>Nothing is open</source>
      <translation>Nichts aufgeschlagen</translation>
    </message>
    <message>
      <source>Nothing searched yet</source>
      <translation>Noch nichts gesucht</translation>
    </message>
    <message>
      <source>Nothing starred</source>
      <translation>Nichts markiert</translation>
    </message>
    <message>
      <source>Nothing to review</source>
      <translation>Nichts zu prüfen</translation>
    </message>
    <message>
      <source>Nothing was named to import. Give files or folders.</source>
      <translation>Es wurde nichts zum Importieren genannt. Geben Sie Dateien oder Ordner an.</translation>
    </message>
    <message>
      <source>Number key</source>
      <translation>Zifferntaste</translation>
    </message>
    <message>
      <source>Of people and organisations only those I have checked</source>
      <translation>Von Personen und Organisationen nur die von mir geprüften</translation>
    </message>
    <message>
      <source>Offices and roles</source>
      <translation>Ämter und Rollen</translation>
    </message>
    <message>
      <source>Oldest first</source>
      <translation>Älteste zuerst</translation>
    </message>
    <message>
      <source>On the whole of {title}</source>
      <translation>Zum ganzen Artikel {title}</translation>
    </message>
    <message>
      <source>Only a surname is known</source>
      <translation>Nur der Nachname ist bekannt</translation>
    </message>
    <message>
      <source>Only articles with “{name}”</source>
      <translation>Nur Artikel mit „{name}“</translation>
    </message>
    <message>
      <source>Only checked</source>
      <translation>Nur geprüfte</translation>
    </message>
    <message>
      <source>Only checked names</source>
      <translation>Nur geprüfte Namen</translation>
    </message>
    <message>
      <source>Only in articles that name somebody, and on them</source>
      <translation>Nur in Artikeln, die jemanden nennen, und zu ihnen selbst</translation>
    </message>
    <message>
      <source>Only the differences</source>
      <translation>Nur die Unterschiede</translation>
    </message>
    <message>
      <source>Only the first {limit} hits are shown; there are more.</source>
      <translation>Nur die ersten {limit} Treffer werden gezeigt; es gibt mehr.</translation>
    </message>
    <message>
      <source>Only the first {limit} synonyms are searched.</source>
      <translation>Nur die ersten {limit} Synonyme werden gesucht.</translation>
    </message>
    <message>
      <source>Only where {name} is named; a click shows all again</source>
      <translation>Nur wo {name} genannt wird; ein Klick zeigt wieder alle</translation>
    </message>
    <message>
      <source>Only whom a person has confirmed or corrected</source>
      <translation>Nur wen ein Mensch bestätigt oder berichtigt hat</translation>
    </message>
    <message>
      <source>Open a file …</source>
      <translation>Datei öffnen …</translation>
    </message>
    <message>
      <source>Open a list</source>
      <translation>Liste öffnen</translation>
    </message>
    <message>
      <source>Open archive</source>
      <translation>Archiv öffnen</translation>
    </message>
    <message>
      <source>Open archive …</source>
      <translation>Archiv öffnen …</translation>
    </message>
    <message>
      <source>Open as a list</source>
      <translation>Als Liste öffnen</translation>
    </message>
    <message>
      <source>Open in its place</source>
      <translation>An seiner Stelle öffnen</translation>
    </message>
    <message>
      <source>Open the demo archive</source>
      <translation>Beispielarchiv öffnen</translation>
    </message>
    <message>
      <source>Open the dossier “{name}”</source>
      <translation>Dossier „{name}“ öffnen</translation>
    </message>
    <message>
      <source>Open the page</source>
      <translation>Seite öffnen</translation>
    </message>
    <message>
      <source>Open the page of {name}</source>
      <translation>Seite von {name} öffnen</translation>
    </message>
    <message>
      <source>Open the page of “{name}”</source>
      <translation>Seite von „{name}“ öffnen</translation>
    </message>
    <message>
      <source>Open {title}, {date}</source>
      <translation>{title}, {date}, öffnen</translation>
    </message>
    <message>
      <source>Opened before</source>
      <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
      <source>Opens the article at this sentence.</source>
      <translation>Öffnet den Artikel an diesem Satz.</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>Reihenfolge</translation>
    </message>
    <message>
      <source>Order of dossier “{name}”</source>
      <translation>Reihenfolge des Dossiers „{name}“</translation>
    </message>
    <message>
      <source>Organisation</source>
      <translation>Organisation</translation>
    </message>
    <message>
      <source>Organisations</source>
      <translation>Organisationen</translation>
    </message>
    <message>
      <source>Original</source>
      <translation>Original</translation>
    </message>
    <message>
      <source>Original beside the article</source>
      <translation>Original neben dem Artikel</translation>
    </message>
    <message>
      <source>Orphaned</source>
      <translation>Verwaist</translation>
    </message>
    <message numerus="yes">
      <source>Orphaned, because their words are gone: %n.</source>
      <translation>
        <numerusform>Verwaist, weil ihre Wörter fehlen: %n.</numerusform>
        <numerusform>Verwaist, weil ihre Wörter fehlen: %n.</numerusform>
      </translation>
    </message>
    <message>
      <source>Outline</source>
      <translation>Gliederung</translation>
    </message>
    <message>
      <source>Outline (Ctrl+Shift+L)</source>
      <translation>Gliederung (Strg+Umschalt+L)</translation>
    </message>
    <message>
      <source>Outline …</source>
      <translation>Gliederung …</translation>
    </message>
    <message>
      <source>Page of a person or organisation</source>
      <translation>Seite einer Person oder Organisation</translation>
    </message>
    <message>
      <source>Page of {name}</source>
      <translation>Seite von {name}</translation>
    </message>
    <message>
      <source>Paper</source>
      <translation>Quelle</translation>
    </message>
    <message>
      <source>Paper tone</source>
      <translation>Papierton</translation>
    </message>
    <message>
      <source>Part what was merged</source>
      <translation>Zusammengeführtes trennen</translation>
    </message>
    <message>
      <source>Paste a list: one name or query a line. Several words are searched as a phrase, “Surname, Name” in either order; operators and fields work as in the search box.</source>
      <translation>Fügen Sie eine Liste ein: je Zeile ein Name oder eine Suche. Mehrere Wörter gelten als Wortfolge, „Nachname, Vorname“ in beiden Reihenfolgen; Operatoren und Felder wirken wie im Suchfeld.</translation>
    </message>
    <message>
      <source>Path between the two</source>
      <translation>Weg zwischen beiden</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <source>Pause looking for names</source>
      <translation>Namenssuche anhalten</translation>
    </message>
    <message>
      <source>Pause the screening</source>
      <translation>Durchsicht anhalten</translation>
    </message>
    <message>
      <source>Paused. What has been read is kept.</source>
      <translation>Angehalten. Was gelesen ist, bleibt.</translation>
    </message>
    <message>
      <source>People</source>
      <translation>Personen</translation>
    </message>
    <message>
      <source>People and organisations</source>
      <translation>Personen und Organisationen</translation>
    </message>
    <message>
      <source>People and organisations are mixed here. All become what “{name}” is.</source>
      <translation>Hier sind Personen und Organisationen gemischt. Alle werden, was „{name}“ ist.</translation>
    </message>
    <message>
      <source>People and organi­sations</source>
      <translation>Personen und Organi­sationen</translation>
    </message>
    <message>
      <source>Person</source>
      <translation>Person</translation>
    </message>
    <message>
      <source>Person or organisation</source>
      <translation>Person oder Organisation</translation>
    </message>
    <message>
      <source>Place</source>
      <translation>Ort</translation>
    </message>
    <message>
      <source>Places</source>
      <translation>Orte</translation>
    </message>
    <message>
      <source>Plum</source>
      <translation>Pflaume</translation>
    </message>
    <message>
      <source>Polish</source>
      <translation>Polnisch</translation>
    </message>
    <message>
      <source>Position</source>
      <translation>Stelle</translation>
    </message>
    <message>
      <source>Preferences</source>
      <translation>Einstellungen</translation>
    </message>
    <message>
      <source>Preferences …</source>
      <translation>Einstellungen …</translation>
    </message>
    <message>
      <source>Press S on an article to find it here again.</source>
      <translation>Drücken Sie S auf einem Artikel, um ihn hier wiederzufinden.</translation>
    </message>
    <message>
      <source>Press T among the articles to tag them, or make the first tag here. “Trade/Fairs” nests one below another.</source>
      <translation>T bei den Artikeln verschlagwortet sie; das erste Schlagwort lässt sich auch hier anlegen. „Handel/Messen“ stellt eines unter ein anderes.</translation>
    </message>
    <message>
      <source>Previous article</source>
      <translation>Vorheriger Artikel</translation>
    </message>
    <message>
      <source>Previous article in the list</source>
      <translation>Vorheriger Artikel in der Liste</translation>
    </message>
    <message>
      <source>Previous difference (Shift+F3)</source>
      <translation>Voriger Unterschied (Umschalt+F3)</translation>
    </message>
    <message>
      <source>Previous highlight or note</source>
      <translation>Vorige Hervorhebung oder Notiz</translation>
    </message>
    <message>
      <source>Previous hit</source>
      <translation>Vorheriger Treffer</translation>
    </message>
    <message>
      <source>Previous hit (Shift+F3)</source>
      <translation>Voriger Treffer (Umschalt+F3)</translation>
    </message>
    <message>
      <source>Previous match</source>
      <translation>Vorherige Fundstelle</translation>
    </message>
    <message>
      <source>Previous name in the article</source>
      <translation>Voriger Name im Artikel</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>Fortschritt</translation>
    </message>
    <message>
      <source>Put back</source>
      <translation>Hier anheften</translation>
    </message>
    <message>
      <source>Put into a dossier …</source>
      <translation>In ein Dossier legen …</translation>
    </message>
    <message>
      <source>Put it into:</source>
      <translation>Hineinlegen in:</translation>
    </message>
    <message>
      <source>Put somebody beside, or find a path</source>
      <translation>Jemanden daneben stellen oder einen Weg finden</translation>
    </message>
    <message>
      <source>Put the note back at the selected words</source>
      <translation>Notiz an die ausgewählten Wörter heften</translation>
    </message>
    <message>
      <source>Put the selected articles into it</source>
      <translation>Ausgewählte Artikel hineinlegen</translation>
    </message>
    <message>
      <source>Put the suggested tag on</source>
      <translation>Vorgeschlagenes Schlagwort vergeben</translation>
    </message>
    <message>
      <source>Put the suggested tag {name} on</source>
      <translation>Vorgeschlagenes Schlagwort {name} vergeben</translation>
    </message>
    <message>
      <source>Query</source>
      <translation>Suche</translation>
    </message>
    <message>
      <source>Query doctor</source>
      <translation>Suchdiagnose</translation>
    </message>
    <message>
      <source>Question</source>
      <translation>Frage</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>Beenden</translation>
    </message>
    <message>
      <source>Quote</source>
      <translation>Zitat</translation>
    </message>
    <message>
      <source>Quotes and notes to be read, below the titles of their articles.</source>
      <translation>Zitate und Notizen zum Lesen, unter den Titeln ihrer Artikel.</translation>
    </message>
    <message>
      <source>Read</source>
      <translation>Gelesen</translation>
    </message>
    <message>
      <source>Read last</source>
      <translation>Zuletzt gelesen</translation>
    </message>
    <message>
      <source>Read last …</source>
      <translation>Zuletzt gelesen …</translation>
    </message>
    <message>
      <source>Read or unread</source>
      <translation>Gelesen oder ungelesen</translation>
    </message>
    <message>
      <source>Read them all</source>
      <translation>Alle durchsehen</translation>
    </message>
    <message>
      <source>Read them all …</source>
      <translation>Alle durchsehen …</translation>
    </message>
    <message>
      <source>Readable text with its facts on top. A folder with a file an article, or one file named “….md”.</source>
      <translation>Lesbarer Text mit seinen Angaben obenan. Ein Ordner mit einer Datei je Artikel oder eine Datei namens „….md“.</translation>
    </message>
    <message>
      <source>Reader</source>
      <translation>Lesebereich</translation>
    </message>
    <message>
      <source>Reason</source>
      <translation>Grund</translation>
    </message>
    <message>
      <source>Recent searches</source>
      <translation>Letzte Suchen</translation>
    </message>
    <message>
      <source>Recent searches (Ctrl+Down)</source>
      <translation>Letzte Suchen (Strg+Ab)</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>Wiederherstellen</translation>
    </message>
    <message>
      <source>Refused tag</source>
      <translation>Abgelehntes Schlagwort</translation>
    </message>
    <message>
      <source>Reject</source>
      <translation>Verwerfen</translation>
    </message>
    <message>
      <source>Rejected</source>
      <translation>Abgelehnt</translation>
    </message>
    <message>
      <source>Relate articles across languages</source>
      <translation>Artikel über Sprachen hinweg verbinden</translation>
    </message>
    <message>
      <source>Related articles</source>
      <translation>Verwandte Artikel</translation>
    </message>
    <message>
      <source>Relevance</source>
      <translation>Relevanz</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>Entfernen</translation>
    </message>
    <message>
      <source>Remove highlight</source>
      <translation>Hervorhebung entfernen</translation>
    </message>
    <message>
      <source>Remove note</source>
      <translation>Notiz entfernen</translation>
    </message>
    <message>
      <source>Remove the star</source>
      <translation>Markierung entfernen</translation>
    </message>
    <message>
      <source>Remove this note</source>
      <translation>Diese Notiz entfernen</translation>
    </message>
    <message>
      <source>Rename</source>
      <translation>Umbenennen</translation>
    </message>
    <message>
      <source>Rename dossier</source>
      <translation>Dossier umbenennen</translation>
    </message>
    <message>
      <source>Rename saved search</source>
      <translation>Gespeicherte Suche umbenennen</translation>
    </message>
    <message>
      <source>Rename screening</source>
      <translation>Durchsicht umbenennen</translation>
    </message>
    <message>
      <source>Rename tag</source>
      <translation>Schlagwort umbenennen</translation>
    </message>
    <message>
      <source>Rename …</source>
      <translation>Umbenennen …</translation>
    </message>
    <message>
      <source>Renate Hollkamp
Terhorst, Uwe
"Kansai Robotics" AND Hafen</source>
      <translation>Renate Hollkamp
Terhorst, Uwe
„Kansai Robotics“ UND Hafen</translation>
    </message>
    <message>
      <source>Report</source>
      <translation>Bericht</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>Zurückholen</translation>
    </message>
    <message>
      <source>Restore from the trash</source>
      <translation>Aus dem Papierkorb zurückholen</translation>
    </message>
    <message>
      <source>Restore this article from the trash</source>
      <translation>Diesen Artikel aus dem Papierkorb zurückholen</translation>
    </message>
    <message>
      <source>Restored from the trash</source>
      <translation>Aus dem Papierkorb geholt</translation>
    </message>
    <message>
      <source>Result</source>
      <translation>Ergebnis</translation>
    </message>
    <message>
      <source>Resume</source>
      <translation>Fortsetzen</translation>
    </message>
    <message>
      <source>Review suggestions</source>
      <translation>Vorschläge prüfen</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>Funktion</translation>
    </message>
    <message>
      <source>Rule</source>
      <translation>Regel</translation>
    </message>
    <message>
      <source>Rule for a tag</source>
      <translation>Regel für ein Schlagwort</translation>
    </message>
    <message>
      <source>Rule for tag “{tag}”</source>
      <translation>Regel für Schlagwort „{tag}“</translation>
    </message>
    <message>
      <source>Rule for tag “{tag}” changed</source>
      <translation>Regel für Schlagwort „{tag}“ geändert</translation>
    </message>
    <message>
      <source>Rule for tag “{tag}” paused</source>
      <translation>Regel für Schlagwort „{tag}“ angehalten</translation>
    </message>
    <message>
      <source>Rule for tag “{tag}” removed</source>
      <translation>Regel für Schlagwort „{tag}“ entfernt</translation>
    </message>
    <message>
      <source>Rule for tag “{tag}” resumed</source>
      <translation>Regel für Schlagwort „{tag}“ fortgesetzt</translation>
    </message>
    <message>
      <source>Rule for this tag …</source>
      <translation>Regel für dieses Schlagwort …</translation>
    </message>
    <message>
      <source>Rule from this search …</source>
      <translation>Regel aus dieser Suche …</translation>
    </message>
    <message>
      <source>Rules</source>
      <translation>Regeln</translation>
    </message>
    <message numerus="yes">
      <source>Rules have put tags on %n article(s).</source>
      <translation>
        <numerusform>Regeln haben %n Artikel verschlagwortet.</numerusform>
        <numerusform>Regeln haben %n Artikel verschlagwortet.</numerusform>
      </translation>
    </message>
    <message>
      <source>Rules that put it on</source>
      <translation>Regeln, die es vergeben</translation>
    </message>
    <message>
      <source>Same</source>
      <translation>Dieselbe</translation>
    </message>
    <message>
      <source>Sans serif</source>
      <translation>Serifenlos</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Speichern</translation>
    </message>
    <message>
      <source>Save (Ctrl+Enter)</source>
      <translation>Speichern (Strg+Eingabe)</translation>
    </message>
    <message>
      <source>Save as a new version</source>
      <translation>Als neue Fassung speichern</translation>
    </message>
    <message>
      <source>Save this search</source>
      <translation>Suche speichern</translation>
    </message>
    <message>
      <source>Save this search as</source>
      <translation>Diese Suche speichern als</translation>
    </message>
    <message>
      <source>Save this search …</source>
      <translation>Suche speichern …</translation>
    </message>
    <message>
      <source>Saved search</source>
      <translation>Gespeicherte Suche</translation>
    </message>
    <message>
      <source>Saved searches</source>
      <translation>Gespeicherte Suchen</translation>
    </message>
    <message>
      <source>Saved {time}</source>
      <translation>Gesichert {time}</translation>
    </message>
    <message>
      <source>Say that somebody else is the same</source>
      <translation>Sagen, dass jemand anderes dieselbe Person oder Organisation ist</translation>
    </message>
    <message>
      <source>Say where to export to.</source>
      <translation>Geben Sie an, wohin exportiert werden soll.</translation>
    </message>
    <message>
      <source>Screening</source>
      <translation>Durchsicht</translation>
    </message>
    <message>
      <source>Screening “{name}”</source>
      <translation>Durchsicht „{name}“</translation>
    </message>
    <message>
      <source>Screening “{name}” deleted</source>
      <translation>Durchsicht „{name}“ gelöscht</translation>
    </message>
    <message>
      <source>Screening “{name}” of {count} article begun</source>
      <translation>Durchsicht „{name}“ von {count} Artikel begonnen</translation>
    </message>
    <message>
      <source>Screening “{name}” of {count} articles begun</source>
      <translation>Durchsicht „{name}“ von {count} Artikeln begonnen</translation>
    </message>
    <message>
      <source>Screening “{name}” renamed “{new}”</source>
      <translation>Durchsicht „{name}“ in „{new}“ umbenannt</translation>
    </message>
    <message>
      <source>Screening: {value}</source>
      <translation>Durchsicht: {value}</translation>
    </message>
    <message>
      <source>Screening: {value} ({state})</source>
      <translation>Durchsicht: {value} ({state})</translation>
    </message>
    <message>
      <source>Screenings</source>
      <translation>Durchsichten</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>Suchen</translation>
    </message>
    <message>
      <source>Search again</source>
      <translation>Erneut suchen</translation>
    </message>
    <message>
      <source>Search engine</source>
      <translation>Suchmaschine</translation>
    </message>
    <message>
      <source>Search everywhere</source>
      <translation>Überall suchen</translation>
    </message>
    <message>
      <source>Search everywhere, not in “{field}:” alone.</source>
      <translation>Überall suchen, nicht nur in „{field}:“.</translation>
    </message>
    <message>
      <source>Search for a list</source>
      <translation>Liste suchen</translation>
    </message>
    <message>
      <source>Search for a list …</source>
      <translation>Liste suchen …</translation>
    </message>
    <message>
      <source>Search for a word first</source>
      <translation>Suchen Sie zuerst nach einem Wort</translation>
    </message>
    <message>
      <source>Search for all words of “{part}”, wherever they stand.</source>
      <translation>Nach allen Wörtern von „{part}“ suchen, wo immer sie stehen.</translation>
    </message>
    <message>
      <source>Search for any of the words instead of all of them.</source>
      <translation>Nach einem der Wörter suchen statt nach allen.</translation>
    </message>
    <message>
      <source>Search for other forms of “{word}” too.</source>
      <translation>Auch nach anderen Formen von „{word}“ suchen.</translation>
    </message>
    <message>
      <source>Search for something first; then it can be saved.</source>
      <translation>Suchen Sie erst etwas; dann lässt es sich speichern.</translation>
    </message>
    <message>
      <source>Search for something first; then its hits can be read one by one.</source>
      <translation>Erst etwas suchen; dann lassen sich die Treffer einzeln durchsehen.</translation>
    </message>
    <message>
      <source>Search for the words of “{part}” near each other, in any order.</source>
      <translation>Die Wörter von „{part}“ nahe beieinander suchen, in beliebiger Reihenfolge.</translation>
    </message>
    <message>
      <source>Search for this</source>
      <translation>Danach suchen</translation>
    </message>
    <message>
      <source>Search for words that are spelt like “{word}”.</source>
      <translation>Nach ähnlichen Wörtern wie „{word}“ suchen.</translation>
    </message>
    <message>
      <source>Search for words that begin with “{word}”.</source>
      <translation>Nach Wörtern suchen, die mit „{word}“ beginnen.</translation>
    </message>
    <message>
      <source>Search for words that hold “{word}”.</source>
      <translation>Nach Wörtern suchen, die „{word}“ enthalten.</translation>
    </message>
    <message>
      <source>Search for “{part}” however seldom it stands.</source>
      <translation>Nach „{part}“ suchen, wie selten es auch vorkommt.</translation>
    </message>
    <message>
      <source>Search for “{part}” in any order.</source>
      <translation>„{part}“ in beliebiger Reihenfolge suchen.</translation>
    </message>
    <message>
      <source>Search for “{part}” in one paragraph.</source>
      <translation>„{part}“ in einem Absatz suchen.</translation>
    </message>
    <message>
      <source>Search for “{query}” instead.</source>
      <translation>Stattdessen „{query}“ suchen.</translation>
    </message>
    <message>
      <source>Search for “{word}” instead of “{old}”.</source>
      <translation>„{word}“ statt „{old}“ suchen.</translation>
    </message>
    <message>
      <source>Search in all articles, not in this view alone.</source>
      <translation>In allen Artikeln suchen, nicht nur in dieser Ansicht.</translation>
    </message>
    <message>
      <source>Search in the trash.</source>
      <translation>Im Papierkorb suchen.</translation>
    </message>
    <message>
      <source>Search protocol</source>
      <translation>Suchprotokoll</translation>
    </message>
    <message>
      <source>Search protocol …</source>
      <translation>Suchprotokoll …</translation>
    </message>
    <message>
      <source>Search titles, texts and notes</source>
      <translation>Titel, Texte und Notizen durchsuchen</translation>
    </message>
    <message>
      <source>Search without “{part}”.</source>
      <translation>Ohne „{part}“ suchen.</translation>
    </message>
    <message>
      <source>Search words</source>
      <translation>Suchwörter</translation>
    </message>
    <message>
      <source>Search “{name}” deleted</source>
      <translation>Suche „{name}“ gelöscht</translation>
    </message>
    <message>
      <source>Search “{name}” renamed “{new}”</source>
      <translation>Suche „{name}“ in „{new}“ umbenannt</translation>
    </message>
    <message>
      <source>Search “{name}” saved</source>
      <translation>Suche „{name}“ gespeichert</translation>
    </message>
    <message>
      <source>Searches, the latest first</source>
      <translation>Suchen, die jüngste zuerst</translation>
    </message>
    <message>
      <source>Searching …</source>
      <translation>Suche läuft …</translation>
    </message>
    <message>
      <source>Seen</source>
      <translation>Gesehen</translation>
    </message>
    <message>
      <source>Select all</source>
      <translation>Alles auswählen</translation>
    </message>
    <message>
      <source>Select some words first.</source>
      <translation>Wählen Sie zuerst ein paar Wörter aus.</translation>
    </message>
    <message>
      <source>Select the words in the text, then put the note back there</source>
      <translation>Wörter im Text auswählen, dann die Notiz dort anheften</translation>
    </message>
    <message>
      <source>Select words in an article and press H to highlight them, or N to write a note on them.</source>
      <translation>Wörter in einem Artikel auswählen und H drücken, um sie zu markieren, oder N, um etwas dazu zu notieren.</translation>
    </message>
    <message>
      <source>Sentences</source>
      <translation>Sätze</translation>
    </message>
    <message>
      <source>Serif</source>
      <translation>Serifen</translation>
    </message>
    <message>
      <source>Set articles in a serif font</source>
      <translation>Artikel in einer Serifenschrift setzen</translation>
    </message>
    <message>
      <source>Sets of synonyms</source>
      <translation>Synonymgruppen</translation>
    </message>
    <message>
      <source>Short, in brackets</source>
      <translation>Kurz, in Klammern</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>Zeigen</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation>Alle zeigen</translation>
    </message>
    <message>
      <source>Show all articles</source>
      <translation>Alle Artikel zeigen</translation>
    </message>
    <message>
      <source>Show all articles of all times, places and sources</source>
      <translation>Alle Artikel aller Zeiten, Orte und Quellen zeigen</translation>
    </message>
    <message>
      <source>Show all forms of the name</source>
      <translation>Alle Namensformen zeigen</translation>
    </message>
    <message>
      <source>Show all lines</source>
      <translation>Alle Zeilen zeigen</translation>
    </message>
    <message>
      <source>Show all searches</source>
      <translation>Alle Suchen zeigen</translation>
    </message>
    <message>
      <source>Show all {n}</source>
      <translation>Alle {n} zeigen</translation>
    </message>
    <message>
      <source>Show fewer</source>
      <translation>Weniger zeigen</translation>
    </message>
    <message>
      <source>Show more of those who appear in the same articles</source>
      <translation>Weitere zeigen, die in denselben Artikeln vorkommen</translation>
    </message>
    <message>
      <source>Show only decisions with</source>
      <translation>Nur Entscheidungen zeigen mit</translation>
    </message>
    <message>
      <source>Show only decisions with …</source>
      <translation>Nur Entscheidungen zeigen mit …</translation>
    </message>
    <message>
      <source>Show only lines with</source>
      <translation>Nur Zeilen zeigen mit</translation>
    </message>
    <message>
      <source>Show only lines with …</source>
      <translation>Nur Zeilen mit …</translation>
    </message>
    <message>
      <source>Show only searches with</source>
      <translation>Nur Suchen zeigen mit</translation>
    </message>
    <message>
      <source>Show only searches with …</source>
      <translation>Nur Suchen mit …</translation>
    </message>
    <message>
      <source>Show only these</source>
      <translation>Nur diese zeigen</translation>
    </message>
    <message>
      <source>Show the folder</source>
      <translation>Ordner zeigen</translation>
    </message>
    <message>
      <source>Show the whole period</source>
      <translation>Ganzen Zeitraum zeigen</translation>
    </message>
    <message>
      <source>Show the whole period (Esc)</source>
      <translation>Ganzen Zeitraum zeigen (Esc)</translation>
    </message>
    <message>
      <source>Show these too</source>
      <translation>Auch diese zeigen</translation>
    </message>
    <message>
      <source>Show versions of one article as one row</source>
      <translation>Fassungen desselben Artikels in einer Zeile zeigen</translation>
    </message>
    <message>
      <source>Show what is left</source>
      <translation>Zeigen, was offen ist</translation>
    </message>
    <message>
      <source>Show what was dropped</source>
      <translation>Zeigen, was weg ist</translation>
    </message>
    <message>
      <source>Show what was kept</source>
      <translation>Zeigen, was behalten ist</translation>
    </message>
    <message>
      <source>Show {n} more of {left}</source>
      <translation>{n} weitere von {left} zeigen</translation>
    </message>
    <message>
      <source>Single articles</source>
      <translation>Einzelne Artikel</translation>
    </message>
    <message>
      <source>Skipped</source>
      <translation>Übergangen</translation>
    </message>
    <message>
      <source>Smaller text</source>
      <translation>Text kleiner</translation>
    </message>
    <message>
      <source>Somebody new called “{name}”</source>
      <translation>Jemand Neues namens „{name}“</translation>
    </message>
    <message>
      <source>Somebody who is known …</source>
      <translation>Jemand, der schon bekannt ist …</translation>
    </message>
    <message>
      <source>Something was done since. Undo that first, then this import can be taken back.</source>
      <translation>Seither wurde etwas geändert. Machen Sie das zuerst rückgängig, dann lässt sich der Import zurücknehmen.</translation>
    </message>
    <message>
      <source>Something went wrong in Lesesaal</source>
      <translation>In Lesesaal ist etwas schiefgegangen</translation>
    </message>
    <message>
      <source>Sort by</source>
      <translation>Sortieren nach</translation>
    </message>
    <message>
      <source>Sort order</source>
      <translation>Sortierung</translation>
    </message>
    <message>
      <source>Sort the dossier in your order first; then its articles can be moved.</source>
      <translation>Erst die eigene Reihenfolge wählen; dann können seine Artikel verschoben werden.</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>Quelle</translation>
    </message>
    <message>
      <source>Source: {value}</source>
      <translation>Quelle: {value}</translation>
    </message>
    <message>
      <source>Sources</source>
      <translation>Quellen</translation>
    </message>
    <message>
      <source>Space or a click ticks a dossier; Enter applies.</source>
      <translation>Leertaste oder Klick hakt ein Dossier an; Enter wendet an.</translation>
    </message>
    <message>
      <source>Space shows where, Enter opens the page.</source>
      <translation>Die Leertaste zeigt, wo; die Eingabetaste öffnet die Seite.</translation>
    </message>
    <message>
      <source>Space, a click or its number ticks a tag; Enter applies.</source>
      <translation>Leertaste, Klick oder Ziffer setzt ein Häkchen; Enter übernimmt.</translation>
    </message>
    <message>
      <source>Spanish</source>
      <translation>Spanisch</translation>
    </message>
    <message>
      <source>Split</source>
      <translation>Trennen</translation>
    </message>
    <message>
      <source>Split namesakes</source>
      <translation>Gleichnamige trennen</translation>
    </message>
    <message>
      <source>Split namesakes …</source>
      <translation>Gleichnamige trennen …</translation>
    </message>
    <message>
      <source>Star</source>
      <translation>Markieren</translation>
    </message>
    <message>
      <source>Star on {count} article</source>
      <translation>{count} Artikel markiert</translation>
    </message>
    <message>
      <source>Star on {count} articles</source>
      <translation>{count} Artikel markiert</translation>
    </message>
    <message>
      <source>Star removed from {count} article</source>
      <translation>Markierung von {count} Artikel entfernt</translation>
    </message>
    <message>
      <source>Star removed from {count} articles</source>
      <translation>Markierung von {count} Artikeln entfernt</translation>
    </message>
    <message>
      <source>Starred</source>
      <translation>Markiert</translation>
    </message>
    <message>
      <source>Status</source>
      <translation>Status</translation>
    </message>
    <message>
      <source>Steps, the latest first</source>
      <translation>Schritte, der neueste zuerst</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Anhalten</translation>
    </message>
    <message>
      <source>Stop collecting hits</source>
      <translation>Sammeln der Treffer anhalten</translation>
    </message>
    <message>
      <source>Stop looking for names for now</source>
      <translation>Namenssuche anhalten</translation>
    </message>
    <message>
      <source>Stopping …</source>
      <translation>Wird abgebrochen …</translation>
    </message>
    <message>
      <source>Struck out: only in the first. Underlined: only in the second.</source>
      <translation>Durchgestrichen: nur im ersten. Unterstrichen: nur im zweiten.</translation>
    </message>
    <message>
      <source>Struck out: only in version {number}.</source>
      <translation>Durchgestrichen: nur in Fassung {number}.</translation>
    </message>
    <message>
      <source>Suggested tags</source>
      <translation>Vorgeschlagene Schlagwörter</translation>
    </message>
    <message>
      <source>Suggestions</source>
      <translation>Vorschläge</translation>
    </message>
    <message>
      <source>Suggestions to check</source>
      <translation>Vorschläge prüfen</translation>
    </message>
    <message>
      <source>Suggestions to check · {count}</source>
      <translation>Vorschläge prüfen · {count}</translation>
    </message>
    <message>
      <source>Swap</source>
      <translation>Tauschen</translation>
    </message>
    <message>
      <source>Switched off ({counts}). A click counts it again.</source>
      <translation>Abgetrennt ({counts}). Ein Klick zählt die Form wieder mit.</translation>
    </message>
    <message>
      <source>Switched on</source>
      <translation>Eingeschaltet</translation>
    </message>
    <message>
      <source>Synonyms</source>
      <translation>Synonyme</translation>
    </message>
    <message>
      <source>Synonyms of “{word}” are searched too: {others}.</source>
      <translation>Synonyme von „{word}“ werden mitgesucht: {others}.</translation>
    </message>
    <message>
      <source>Synonyms “{words}” added</source>
      <translation>Synonyme „{words}“ hinzugefügt</translation>
    </message>
    <message>
      <source>Synonyms “{words}” changed</source>
      <translation>Synonyme „{words}“ geändert</translation>
    </message>
    <message>
      <source>Synonyms “{words}” removed</source>
      <translation>Synonyme „{words}“ entfernt</translation>
    </message>
    <message>
      <source>Synonyms …</source>
      <translation>Synonyme …</translation>
    </message>
    <message>
      <source>Table (*.csv)</source>
      <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
      <source>Tag</source>
      <translation>Schlagwort</translation>
    </message>
    <message>
      <source>Tag on a note</source>
      <translation>Schlagwort an Notiz</translation>
    </message>
    <message>
      <source>Tag on a person</source>
      <translation>Schlagwort an Person</translation>
    </message>
    <message>
      <source>Tag on an article</source>
      <translation>Schlagwort am Artikel</translation>
    </message>
    <message>
      <source>Tag one to nine, on or off</source>
      <translation>Schlagwort eins bis neun, an oder ab</translation>
    </message>
    <message>
      <source>Tag the selected articles</source>
      <translation>Ausgewählte Artikel verschlagworten</translation>
    </message>
    <message>
      <source>Tag {name}</source>
      <translation>Schlagwort {name}</translation>
    </message>
    <message>
      <source>Tag {name}, show its articles</source>
      <translation>Schlagwort {name}, seine Artikel zeigen</translation>
    </message>
    <message>
      <source>Tag “{tag}” deleted</source>
      <translation>Schlagwort „{tag}“ gelöscht</translation>
    </message>
    <message>
      <source>Tag “{tag}” made</source>
      <translation>Schlagwort „{tag}“ angelegt</translation>
    </message>
    <message>
      <source>Tag “{tag}” merged into “{into}”</source>
      <translation>Schlagwort „{tag}“ mit „{into}“ zusammengeführt</translation>
    </message>
    <message>
      <source>Tag “{tag}” on {count} article</source>
      <translation>„{tag}“ an {count} Artikel</translation>
    </message>
    <message>
      <source>Tag “{tag}” on {count} articles</source>
      <translation>„{tag}“ an {count} Artikeln</translation>
    </message>
    <message>
      <source>Tag “{tag}” put on</source>
      <translation>Schlagwort „{tag}“ vergeben</translation>
    </message>
    <message>
      <source>Tag “{tag}” removed from {count} article</source>
      <translation>„{tag}“ von {count} Artikel entfernt</translation>
    </message>
    <message>
      <source>Tag “{tag}” removed from {count} articles</source>
      <translation>„{tag}“ von {count} Artikeln entfernt</translation>
    </message>
    <message>
      <source>Tag “{tag}” renamed “{new}”</source>
      <translation>Schlagwort „{tag}“ in „{new}“ umbenannt</translation>
    </message>
    <message>
      <source>Tag “{tag}” taken off</source>
      <translation>Schlagwort „{tag}“ entfernt</translation>
    </message>
    <message>
      <source>Tag …</source>
      <translation>Verschlagworten …</translation>
    </message>
    <message>
      <source>Tag, old or new</source>
      <translation>Schlagwort, alt oder neu</translation>
    </message>
    <message>
      <source>Tag: {value}</source>
      <translation>Schlagwort: {value}</translation>
    </message>
    <message>
      <source>Tags</source>
      <translation>Schlagwörter</translation>
    </message>
    <message>
      <source>Tags and provenance</source>
      <translation>Schlag­wörter und Herkunft</translation>
    </message>
    <message>
      <source>Tags changed on {count} annotation</source>
      <translation>Schlagwörter an {count} Anmerkung geändert</translation>
    </message>
    <message>
      <source>Tags changed on {count} annotations</source>
      <translation>Schlagwörter an {count} Anmerkungen geändert</translation>
    </message>
    <message>
      <source>Tags changed on {count} article</source>
      <translation>Schlagwörter an {count} Artikel geändert</translation>
    </message>
    <message>
      <source>Tags changed on {count} articles</source>
      <translation>Schlagwörter an {count} Artikeln geändert</translation>
    </message>
    <message>
      <source>Tags changed on {count} entries</source>
      <translation>Schlagwörter von {count} Einträgen geändert</translation>
    </message>
    <message>
      <source>Tags changed on “{name}”</source>
      <translation>Schlagwörter von „{name}“ geändert</translation>
    </message>
    <message>
      <source>Tags of the note</source>
      <translation>Schlagwörter der Notiz</translation>
    </message>
    <message>
      <source>Tags of the note …</source>
      <translation>Schlagwörter der Notiz …</translation>
    </message>
    <message numerus="yes">
      <source>Tags on %n annotation(s)</source>
      <translation>
        <numerusform>Schlagwörter an %n Anmerkung</numerusform>
        <numerusform>Schlagwörter an %n Anmerkungen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Tags on %n article(s)</source>
      <translation>
        <numerusform>Schlagwörter an %n Artikel</numerusform>
        <numerusform>Schlagwörter an %n Artikeln</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Tags on %n selected</source>
      <translation>
        <numerusform>Schlagwörter von %n Ausgewählten</numerusform>
        <numerusform>Schlagwörter von %n Ausgewählten</numerusform>
      </translation>
    </message>
    <message>
      <source>Tags …</source>
      <translation>Schlagwörter …</translation>
    </message>
    <message>
      <source>Take back</source>
      <translation>Zurücknehmen</translation>
    </message>
    <message>
      <source>Take back the last step</source>
      <translation>Den letzten Schritt zurücknehmen</translation>
    </message>
    <message>
      <source>Take out of this dossier</source>
      <translation>Aus diesem Dossier nehmen</translation>
    </message>
    <message>
      <source>Take this import back</source>
      <translation>Diesen Import zurücknehmen</translation>
    </message>
    <message>
      <source>Take “{tag}” off everything that carries it? Undo brings it back.</source>
      <translation>„{tag}“ überall entfernen? Rückgängig bringt es zurück.</translation>
    </message>
    <message>
      <source>Taken back with its import</source>
      <translation>Mit dem Import zurückgenommen</translation>
    </message>
    <message>
      <source>Taken back: {step}</source>
      <translation>Zurückgenommen: {step}</translation>
    </message>
    <message>
      <source>Teal</source>
      <translation>Petrol</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>Text</translation>
    </message>
    <message>
      <source>Text (*.txt)</source>
      <translation>Text (*.txt)</translation>
    </message>
    <message>
      <source>Text of the article</source>
      <translation>Text des Artikels</translation>
    </message>
    <message>
      <source>Text of “{title}” corrected</source>
      <translation>Text von „{title}“ berichtigt</translation>
    </message>
    <message>
      <source>Text size</source>
      <translation>Textgröße</translation>
    </message>
    <message>
      <source>The archive holds an article of the same words.</source>
      <translation>Das Archiv hat schon einen Artikel mit denselben Wörtern.</translation>
    </message>
    <message>
      <source>The archive holds no article that is much like this one.</source>
      <translation>Das Archiv enthält keinen Artikel, der diesem sehr ähnlich ist.</translation>
    </message>
    <message>
      <source>The archive is well.</source>
      <translation>Das Archiv ist in Ordnung.</translation>
    </message>
    <message>
      <source>The archive {path} cannot be written. Check the rights of its folder, or open it read-only.</source>
      <translation>In das Archiv {path} kann nicht geschrieben werden. Prüfen Sie die Rechte des Ordners, oder öffnen Sie es nur zum Lesen.</translation>
    </message>
    <message>
      <source>The archive {path} could not be opened. Check that its folder exists and that its disk has room.</source>
      <translation>Das Archiv {path} ließ sich nicht öffnen. Prüfen Sie, ob der Ordner da ist und der Datenträger Platz hat.</translation>
    </message>
    <message>
      <source>The archive {path} could not be read or written. Check that its disk is connected and has room.</source>
      <translation>Das Archiv {path} ließ sich nicht lesen oder schreiben. Prüfen Sie, ob der Datenträger verbunden ist und Platz hat.</translation>
    </message>
    <message>
      <source>The archive {path} is damaged. Restore a copy from its folder “backups”.</source>
      <translation>Das Archiv {path} ist beschädigt. Stellen Sie eine Kopie aus seinem Ordner „backups“ wieder her.</translation>
    </message>
    <message>
      <source>The archive {path} is in use by another program. Close that first.</source>
      <translation>Das Archiv {path} wird von einem anderen Programm benutzt. Schließen Sie das zuerst.</translation>
    </message>
    <message>
      <source>The archive {path} is open in another Lesesaal (process {holder}). Close it there first.</source>
      <translation>Das Archiv {path} ist in einem anderen Lesesaal geöffnet (Prozess {holder}). Schließen Sie es dort zuerst.</translation>
    </message>
    <message>
      <source>The archive {path} is open to read only; nothing was changed.</source>
      <translation>Das Archiv {path} ist nur zum Lesen geöffnet; es wurde nichts geändert.</translation>
    </message>
    <message>
      <source>The archive {path} was made by a newer Lesesaal. Install the newest version to open it.</source>
      <translation>Das Archiv {path} stammt von einem neueren Lesesaal. Installieren Sie die neueste Version, um es zu öffnen.</translation>
    </message>
    <message>
      <source>The archive {path} was moved or deleted while it was open; nothing was changed. Put it back and open it again.</source>
      <translation>Das Archiv {path} wurde verschoben oder gelöscht, während es offen war; es wurde nichts geändert. Legen Sie es zurück und öffnen Sie es erneut.</translation>
    </message>
    <message>
      <source>The arrow keys leave one for later.</source>
      <translation>Die Pfeiltasten lassen einen für später.</translation>
    </message>
    <message>
      <source>The chosen tag</source>
      <translation>Das gewählte Schlagwort</translation>
    </message>
    <message>
      <source>The concordance shows every place where it stands, with the words before and after it.</source>
      <translation>Die Konkordanz zeigt jede Stelle, an der es steht, mit den Wörtern davor und danach.</translation>
    </message>
    <message>
      <source>The copy {path} is damaged ({first}). Use another.</source>
      <translation>Die Kopie {path} ist beschädigt ({first}). Nehmen Sie eine andere.</translation>
    </message>
    <message>
      <source>The demo archive is being made; that takes a few seconds …</source>
      <translation>Das Beispielarchiv wird angelegt; das dauert einige Sekunden …</translation>
    </message>
    <message>
      <source>The disk is full, so the search index could not be brought up to date. Please free some space; nothing is lost.</source>
      <translation>Der Datenträger ist voll, deshalb konnte der Suchindex nicht ergänzt werden. Schaffen Sie Platz; verloren ist nichts.</translation>
    </message>
    <message>
      <source>The disk is full; nothing was changed. Free some room and do it again.</source>
      <translation>Der Datenträger ist voll; es wurde nichts geändert. Schaffen Sie Platz und wiederholen Sie den Schritt.</translation>
    </message>
    <message>
      <source>The disk is full; nothing was exported. Free some room and export again.</source>
      <translation>Der Datenträger ist voll; es wurde nichts exportiert. Schaffen Sie Platz und exportieren Sie noch einmal.</translation>
    </message>
    <message>
      <source>The disk is full; the articles imported so far are kept. Free some room and import again.</source>
      <translation>Der Datenträger ist voll; die bisher importierten Artikel bleiben. Schaffen Sie Platz und importieren Sie noch einmal.</translation>
    </message>
    <message numerus="yes">
      <source>The dossier “{name}”, with introductions and comments: %n article(s)</source>
      <translation>
        <numerusform>Das Dossier „{name}“ mit Einleitungen und Kommentaren: %n Artikel</numerusform>
        <numerusform>Das Dossier „{name}“ mit Einleitungen und Kommentaren: %n Artikel</numerusform>
      </translation>
    </message>
    <message>
      <source>The filter leaves none of the {count} lines.</source>
      <translation>Der Filter lässt keine der {count} Zeilen übrig.</translation>
    </message>
    <message>
      <source>The filter leaves none of them.</source>
      <translation>Der Filter lässt niemanden übrig.</translation>
    </message>
    <message>
      <source>The import ended early; what was read before is kept.</source>
      <translation>Der Import endete vorzeitig; was schon gelesen war, bleibt.</translation>
    </message>
    <message>
      <source>The import goes on. Its report will come when it has ended.</source>
      <translation>Der Import läuft weiter. Sein Bericht kommt, wenn er zu Ende ist.</translation>
    </message>
    <message>
      <source>The import is still running. Cancel it first, then take it back.</source>
      <translation>Der Import läuft noch. Brechen Sie ihn zuerst ab, dann nehmen Sie ihn zurück.</translation>
    </message>
    <message>
      <source>The import was taken back. Redo brings it back.</source>
      <translation>Der Import wurde zurückgenommen. „Wiederherstellen“ holt ihn zurück.</translation>
    </message>
    <message>
      <source>The index is being built anew; until then the old one answers.</source>
      <translation>Der Index wird neu aufgebaut; bis dahin antwortet der alte.</translation>
    </message>
    <message>
      <source>The index is being built; words are found once it is ready.</source>
      <translation>Der Index wird aufgebaut; Wörter werden gefunden, sobald er fertig ist.</translation>
    </message>
    <message>
      <source>The lines were joined. “Search for a list …” looks for each of them alone.</source>
      <translation>Die Zeilen wurden verbunden. „Liste suchen …“ sucht nach jeder für sich.</translation>
    </message>
    <message>
      <source>The list has {count} lines; the limit is {limit}. Divide it.</source>
      <translation>Die Liste hat {count} Zeilen; höchstens {limit} sind möglich. Bitte teilen.</translation>
    </message>
    <message>
      <source>The name is yours from then on: no later run changes it.</source>
      <translation>Der Name ist dann Ihrer: Kein späterer Lauf ändert ihn.</translation>
    </message>
    <message>
      <source>The name must lie within the text, which has {length} characters.</source>
      <translation>Der Name muss im Text liegen; er hat {length} Zeichen.</translation>
    </message>
    <message>
      <source>The name “{form}” of “{name}” is switched off. Switch it on first.</source>
      <translation>Der Name „{form}“ von „{name}“ ist ausgeschaltet. Schalten Sie ihn erst wieder ein.</translation>
    </message>
    <message>
      <source>The names could not be compared; nothing is lost. “recognise” tries again.</source>
      <translation>Die Namen ließen sich nicht vergleichen; nichts ist verloren. „recognise“ versucht es erneut.</translation>
    </message>
    <message>
      <source>The note's span must lie within the text, which has {length} characters.</source>
      <translation>Die Stelle der Notiz muss im Text liegen, der {length} Zeichen hat.</translation>
    </message>
    <message>
      <source>The open article</source>
      <translation>Der aufgeschlagene Artikel</translation>
    </message>
    <message>
      <source>The original beside the article (O)</source>
      <translation>Das Original neben dem Artikel (O)</translation>
    </message>
    <message>
      <source>The original goes on; its beginning is shown.</source>
      <translation>Das Original geht weiter; gezeigt wird sein Anfang.</translation>
    </message>
    <message>
      <source>The original of {path} cannot be read ({reason}). “check” says what is missing.</source>
      <translation>Das Original von {path} ist nicht lesbar ({reason}). „check“ sagt, was fehlt.</translation>
    </message>
    <message>
      <source>The original “{path}” {reason}.</source>
      <translation>Das Original „{path}“ {reason}.</translation>
    </message>
    <message>
      <source>The other one is called</source>
      <translation>Die andere heißt</translation>
    </message>
    <message>
      <source>The parts of a text must lie within it and not overlap.</source>
      <translation>Die Teile eines Textes müssen in ihm liegen und dürfen sich nicht überschneiden.</translation>
    </message>
    <message>
      <source>The program that fills the search index could not be started ({reason}). Nothing is lost; it is tried again with the next change.</source>
      <translation>Das Programm, das den Suchindex füllt, ließ sich nicht starten ({reason}). Nichts ist verloren; bei der nächsten Änderung wird es erneut versucht.</translation>
    </message>
    <message>
      <source>The program that looks for people and organisations could not be started ({reason}). Nothing is lost; “recognise” tries again.</source>
      <translation>Das Programm, das Personen und Organisationen sucht, ließ sich nicht starten ({reason}). Nichts ist verloren; „recognise“ versucht es erneut.</translation>
    </message>
    <message>
      <source>The program that looks for people and organisations ended too early. Nothing is lost; “recognise” tries again.</source>
      <translation>Das Programm, das Personen und Organisationen sucht, endete zu früh. Nichts ist verloren; „recognise“ versucht es erneut.</translation>
    </message>
    <message>
      <source>The program that looks for versions could not be started ({reason}). Nothing is lost; it is tried again later.</source>
      <translation>Das Programm, das Fassungen sucht, ließ sich nicht starten ({reason}). Nichts ist verloren; es wird später wieder versucht.</translation>
    </message>
    <message>
      <source>The program that looks for versions ended too early. Nothing is lost; it is tried again later.</source>
      <translation>Das Programm, das Fassungen sucht, endete zu früh. Nichts ist verloren; es wird später wieder versucht.</translation>
    </message>
    <message>
      <source>The program that relates articles across languages could not be started ({reason}). Nothing is lost; it is tried again later.</source>
      <translation>Das Programm, das Artikel über Sprachen hinweg verbindet, ließ sich nicht starten ({reason}). Nichts ist verloren; es wird später wieder versucht.</translation>
    </message>
    <message>
      <source>The program that relates articles across languages ended too early. Nothing is lost; it is tried again later.</source>
      <translation>Das Programm, das Artikel über Sprachen hinweg verbindet, endete zu früh. Nichts ist verloren; es wird später wieder versucht.</translation>
    </message>
    <message>
      <source>The query has more than {limit} words and conditions. Please use fewer.</source>
      <translation>Die Suche hat mehr als {limit} Wörter und Bedingungen. Bitte nehmen Sie weniger.</translation>
    </message>
    <message>
      <source>The query has {length} characters; the limit is {limit}. Please shorten it.</source>
      <translation>Die Suche hat {length} Zeichen; die Grenze ist {limit}. Bitte kürzen Sie sie.</translation>
    </message>
    <message>
      <source>The query nests more than {limit} brackets. Please simplify it.</source>
      <translation>Die Suche schachtelt mehr als {limit} Klammern. Bitte vereinfachen Sie sie.</translation>
    </message>
    <message>
      <source>The range {value} runs backwards and was turned around.</source>
      <translation>Die Spanne {value} läuft rückwärts und wurde umgedreht.</translation>
    </message>
    <message>
      <source>The same</source>
      <translation>Dieselbe</translation>
    </message>
    <message>
      <source>The saved search “{name}” becomes: {query}</source>
      <translation>Die gespeicherte Suche „{name}“ wird: {query}</translation>
    </message>
    <message>
      <source>The saved search “{name}” will ask for a tag that is gone.</source>
      <translation>Die gespeicherte Suche „{name}“ fragt dann nach einem Schlagwort, das es nicht mehr gibt.</translation>
    </message>
    <message>
      <source>The search engine {name} is not installed. Please install it with “pip install lesesaal[{name}]”, or build the index with Whoosh: “lesesaal reindex --engine whoosh”.</source>
      <translation>Die Suchmaschine {name} ist nicht installiert. Bitte mit „pip install lesesaal[{name}]“ installieren oder den Index mit Whoosh aufbauen: „lesesaal reindex --engine whoosh“.</translation>
    </message>
    <message>
      <source>The search engine {name} of this archive is not installed. Please install it with “pip install lesesaal[{name}]”, or build the index with Whoosh: “lesesaal reindex --engine whoosh”.</source>
      <translation>Die Suchmaschine {name} dieses Archivs ist nicht installiert. Bitte mit „pip install lesesaal[{name}]“ installieren oder den Index mit Whoosh aufbauen: „lesesaal reindex --engine whoosh“.</translation>
    </message>
    <message>
      <source>The search index cannot be read ({reason}); it has to be built again.</source>
      <translation>Der Suchindex ist nicht lesbar ({reason}); er muss neu aufgebaut werden.</translation>
    </message>
    <message>
      <source>The search index cannot be written. Please check the permissions of the archive's folder.</source>
      <translation>Der Suchindex kann nicht geschrieben werden. Bitte prüfen Sie die Rechte des Archivordners.</translation>
    </message>
    <message>
      <source>The search index changes faster than it can be opened; please try again.</source>
      <translation>Der Suchindex ändert sich schneller, als er sich öffnen lässt; bitte versuchen Sie es noch einmal.</translation>
    </message>
    <message>
      <source>The search index could not be filled: the program that does it ended too early. Nothing is lost; it is tried again with the next change, and “reindex” builds the index anew.</source>
      <translation>Der Suchindex konnte nicht gefüllt werden: Das Programm dafür endete zu früh. Nichts ist verloren; bei der nächsten Änderung wird es erneut versucht, und „reindex“ baut den Index neu auf.</translation>
    </message>
    <message>
      <source>The search index has lost its table of contents; it has to be built again.</source>
      <translation>Der Suchindex hat sein Inhaltsverzeichnis verloren; er muss neu aufgebaut werden.</translation>
    </message>
    <message>
      <source>The second is no version of the others, for good</source>
      <translation>Der zweite ist keine Fassung der anderen, ein für alle Mal</translation>
    </message>
    <message numerus="yes">
      <source>The selection: %n annotation(s)</source>
      <translation>
        <numerusform>Die Auswahl: %n Anmerkung</numerusform>
        <numerusform>Die Auswahl: %n Anmerkungen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The selection: %n article(s)</source>
      <translation>
        <numerusform>Die Auswahl: %n Artikel</numerusform>
        <numerusform>Die Auswahl: %n Artikel</numerusform>
      </translation>
    </message>
    <message>
      <source>The tag that takes it over</source>
      <translation>Das Schlagwort, das es übernimmt</translation>
    </message>
    <message>
      <source>The text of article {article} has no version {number}. “text {article}” lists those that it has.</source>
      <translation>Der Text von Artikel {article} hat keine Fassung {number}. „text {article}“ listet die vorhandenen auf.</translation>
    </message>
    <message>
      <source>The text was changed elsewhere meanwhile. Saving again makes your words the present ones;</source>
      <translation>Der Text wurde inzwischen an anderer Stelle geändert. Nochmals speichern setzt die eigenen Worte an seine Stelle;</translation>
    </message>
    <message>
      <source>The trash is empty</source>
      <translation>Der Papierkorb ist leer</translation>
    </message>
    <message>
      <source>The trash is empty.</source>
      <translation>Der Papierkorb ist leer.</translation>
    </message>
    <message>
      <source>The words of this note are no longer in the article.</source>
      <translation>Die Wörter dieser Notiz stehen nicht mehr im Artikel.</translation>
    </message>
    <message>
      <source>There are no articles like number {number}.</source>
      <translation>Es gibt keine Artikel, die Nummer {number} ähnlich sind.</translation>
    </message>
    <message>
      <source>There are no dossiers yet. Type the first one and press Enter.</source>
      <translation>Es gibt noch keine Dossiers. Das erste eintippen und Enter drücken.</translation>
    </message>
    <message>
      <source>There are no pages in “{language}”. There are: en, de, ja.</source>
      <translation>Seiten auf „{language}“ gibt es nicht. Es gibt: en, de, ja.</translation>
    </message>
    <message>
      <source>There are no tags yet. Type the first one and press Enter.</source>
      <translation>Es gibt noch keine Schlagwörter. Tippen Sie das erste und drücken Sie Eingabe.</translation>
    </message>
    <message>
      <source>There are several dossiers “{name}”. Give the whole path, as in “Harbour/Cranes”.</source>
      <translation>Es gibt mehrere Dossiers „{name}“. Den ganzen Pfad angeben, wie in „Hafen/Kräne“.</translation>
    </message>
    <message>
      <source>There can be {limit} rules at most. Remove one first.</source>
      <translation>Es kann höchstens {limit} Regeln geben. Erst eine entfernen.</translation>
    </message>
    <message>
      <source>There can be {limit} sets of synonyms at most. Remove one first.</source>
      <translation>Es kann höchstens {limit} Synonymgruppen geben. Bitte zuerst eine entfernen.</translation>
    </message>
    <message>
      <source>There is a dossier “{name}” already. Choose another name.</source>
      <translation>Es gibt schon ein Dossier „{name}“. Einen anderen Namen wählen.</translation>
    </message>
    <message>
      <source>There is a rule for “{tag}” with this search already.</source>
      <translation>Für „{tag}“ gibt es schon eine Regel mit dieser Suche.</translation>
    </message>
    <message>
      <source>There is a saved search “{name}” already. Choose another name.</source>
      <translation>Eine gespeicherte Suche „{name}“ gibt es schon. Wählen Sie einen anderen Namen.</translation>
    </message>
    <message>
      <source>There is a screening “{name}” already. Choose another name.</source>
      <translation>Es gibt schon eine Durchsicht „{name}“. Einen anderen Namen wählen.</translation>
    </message>
    <message>
      <source>There is a tag “{name}” already.</source>
      <translation>Es gibt schon ein Schlagwort „{name}“.</translation>
    </message>
    <message>
      <source>There is a tag “{name}” already. Merge the two instead.</source>
      <translation>Ein Schlagwort „{name}“ gibt es schon. Führen Sie die beiden stattdessen zusammen.</translation>
    </message>
    <message>
      <source>There is no archive in {path}. “init” makes one.</source>
      <translation>In {path} ist kein Archiv. „Neues Archiv …“ legt eines an.</translation>
    </message>
    <message>
      <source>There is no article {number}. “search” lists the articles and their numbers.</source>
      <translation>Es gibt keinen Artikel {number}.</translation>
    </message>
    <message>
      <source>There is no article {number}; nothing was changed.</source>
      <translation>Es gibt keinen Artikel {number}; es wurde nichts geändert.</translation>
    </message>
    <message>
      <source>There is no dossier {number}. “dossier list” shows all dossiers.</source>
      <translation>Es gibt kein Dossier {number}. „dossier list“ zeigt alle Dossiers.</translation>
    </message>
    <message>
      <source>There is no dossier “{name}”. “dossier list” shows all dossiers.</source>
      <translation>Es gibt kein Dossier „{name}“. „dossier list“ zeigt alle Dossiers.</translation>
    </message>
    <message>
      <source>There is no file {path}.</source>
      <translation>Es gibt keine Datei {path}.</translation>
    </message>
    <message>
      <source>There is no format “{name}”. There are: {names}.</source>
      <translation>Es gibt kein Format „{name}“. Es gibt: {names}.</translation>
    </message>
    <message>
      <source>There is no import {number}.</source>
      <translation>Es gibt keinen Import {number}.</translation>
    </message>
    <message>
      <source>There is no note {number} on a person or organisation.</source>
      <translation>Es gibt keine Notiz {number} zu einer Person oder Organisation.</translation>
    </message>
    <message>
      <source>There is no note {number}. “note list” shows all notes.</source>
      <translation>Es gibt keine Notiz {number}.</translation>
    </message>
    <message>
      <source>There is no other mention in this article.</source>
      <translation>In diesem Artikel gibt es keine weitere Nennung.</translation>
    </message>
    <message>
      <source>There is no other tag to merge into.</source>
      <translation>Es gibt kein anderes Schlagwort zum Zusammenführen.</translation>
    </message>
    <message>
      <source>There is no person or organisation {number}. “entities” lists them.</source>
      <translation>Es gibt keine Person oder Organisation {number}. „entities“ listet sie auf.</translation>
    </message>
    <message>
      <source>There is no rule {number}. “tag rules” shows all of them.</source>
      <translation>Es gibt keine Regel {number}. „tag rules“ zeigt alle.</translation>
    </message>
    <message>
      <source>There is no saved search {number}.</source>
      <translation>Es gibt keine gespeicherte Suche {number}.</translation>
    </message>
    <message>
      <source>There is no screening {number}. “screening list” shows all.</source>
      <translation>Es gibt keine Durchsicht {number}. „screening list“ zeigt alle.</translation>
    </message>
    <message>
      <source>There is no screening “{name}”. “screening list” shows all.</source>
      <translation>Es gibt keine Durchsicht „{name}“. „screening list“ zeigt alle.</translation>
    </message>
    <message>
      <source>There is no search engine “{name}”; there are {names}.</source>
      <translation>Es gibt keine Suchmaschine „{name}“; es gibt {names}.</translation>
    </message>
    <message>
      <source>There is no set of synonyms {number}. “synonyms list” shows all.</source>
      <translation>Es gibt keine Synonymgruppe {number}. „synonyms list“ zeigt alle.</translation>
    </message>
    <message>
      <source>There is no step {number}. “history” lists the steps.</source>
      <translation>Einen Schritt {number} gibt es nicht. „history“ zeigt die Schritte.</translation>
    </message>
    <message>
      <source>There is no such article. “Show all” gives up what narrows them.</source>
      <translation>Es gibt keinen solchen Artikel. „Alle zeigen“ hebt die Einschränkung auf.</translation>
    </message>
    <message>
      <source>There is no suggestion {number}. “review list” shows them.</source>
      <translation>Es gibt keinen Vorschlag {number}. „review list“ zeigt sie.</translation>
    </message>
    <message>
      <source>There is no tag “{name}”. “tag list” shows all tags.</source>
      <translation>Es gibt kein Schlagwort „{name}“.</translation>
    </message>
    <message>
      <source>These are all articles; nobody would be left.</source>
      <translation>Das sind alle Artikel; niemand bliebe übrig.</translation>
    </message>
    <message>
      <source>These words are highlighted already.</source>
      <translation>Diese Wörter sind schon hervorgehoben.</translation>
    </message>
    <message>
      <source>These words are no longer in the text; the note is on the whole now.</source>
      <translation>Diese Wörter stehen nicht mehr im Text; die Notiz gilt nun dem ganzen Artikel.</translation>
    </message>
    <message>
      <source>These words stand at {count} places. At most {limit} can be marked at once; select longer words.</source>
      <translation>Diese Wörter stehen an {count} Stellen. Höchstens {limit} lassen sich auf einmal markieren; längere Wörter auswählen.</translation>
    </message>
    <message>
      <source>These words stand nowhere else in the article, or are highlighted there.</source>
      <translation>Diese Wörter stehen sonst nirgends im Artikel oder sind dort schon hervorgehoben.</translation>
    </message>
    <message>
      <source>They are the same …</source>
      <translation>Es sind dieselben …</translation>
    </message>
    <message>
      <source>They hold for later articles too. The last step is taken back here, each of them with undo.</source>
      <translation>Sie gelten auch für spätere Artikel. Der letzte Schritt wird hier zurückgenommen, jeder frühere mit „Rückgängig“.</translation>
    </message>
    <message>
      <source>This archive is open for reading only.</source>
      <translation>Dieses Archiv ist nur zum Lesen geöffnet.</translation>
    </message>
    <message>
      <source>This article</source>
      <translation>Dieser Artikel</translation>
    </message>
    <message>
      <source>This article has no text.</source>
      <translation>Dieser Artikel hat keinen Text.</translation>
    </message>
    <message>
      <source>This article is in the trash.</source>
      <translation>Dieser Artikel liegt im Papierkorb.</translation>
    </message>
    <message>
      <source>This article is no longer in the archive.</source>
      <translation>Dieser Artikel ist nicht mehr im Archiv.</translation>
    </message>
    <message>
      <source>This article lies in a dossier below; open that one to take it out.</source>
      <translation>Dieser Artikel liegt in einem Dossier darunter; zum Herausnehmen jenes öffnen.</translation>
    </message>
    <message>
      <source>This article lies in a dossier below; open that one to write a comment.</source>
      <translation>Dieser Artikel liegt in einem Dossier darunter; zum Kommentieren jenes öffnen.</translation>
    </message>
    <message>
      <source>This article was not imported from a file; there is no original.</source>
      <translation>Dieser Artikel wurde nicht aus einer Datei importiert; es gibt kein Original.</translation>
    </message>
    <message>
      <source>This is a fault of the program. What you had saved is safe. If you report it, please send this text: it names no articles and was sent nowhere.</source>
      <translation>Das ist ein Fehler des Programms. Was gesichert war, ist sicher. Wenn Sie ihn melden, schicken Sie bitte diesen Text mit: Er nennt keine Artikel und wurde nirgendwohin gesendet.</translation>
    </message>
    <message>
      <source>This is no date. Write 2018, 2018-09, 15.9.2018 or 2018..2020.</source>
      <translation>Das ist kein Datum. Möglich sind 2018, 2018-09, 15.9.2018 oder 2018..2020.</translation>
    </message>
    <message>
      <source>This is not saved yet. Press Esc again to discard it, or Ctrl+Enter to save.</source>
      <translation>Das ist noch nicht gespeichert. Noch einmal Esc verwirft es, Strg+Eingabe speichert es.</translation>
    </message>
    <message>
      <source>This is the first hit.</source>
      <translation>Das ist der erste Treffer.</translation>
    </message>
    <message>
      <source>This is the first note.</source>
      <translation>Das ist die erste Notiz.</translation>
    </message>
    <message>
      <source>This is the last hit.</source>
      <translation>Das ist der letzte Treffer.</translation>
    </message>
    <message>
      <source>This is the last note.</source>
      <translation>Das ist die letzte Notiz.</translation>
    </message>
    <message>
      <source>This leaves nothing over.</source>
      <translation>Das lässt nichts übrig.</translation>
    </message>
    <message numerus="yes">
      <source>This list: %n annotation(s)</source>
      <translation>
        <numerusform>Diese Liste: %n Anmerkung</numerusform>
        <numerusform>Diese Liste: %n Anmerkungen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>This list: %n article(s)</source>
      <translation>
        <numerusform>Diese Liste: %n Artikel</numerusform>
        <numerusform>Diese Liste: %n Artikel</numerusform>
      </translation>
    </message>
    <message>
      <source>This note is on the whole article and stands on no words of it.</source>
      <translation>Diese Notiz gilt dem ganzen Artikel und steht an keinen Wörtern.</translation>
    </message>
    <message>
      <source>This person or organisation was merged with another, or taken back.</source>
      <translation>Diese Person oder Organisation wurde mit einer anderen zusammengeführt oder zurückgenommen.</translation>
    </message>
    <message>
      <source>This query asks for no words in texts, so there are no hits to show.</source>
      <translation>Diese Suche fragt nach keinen Wörtern in Texten; es gibt also keine Treffer zu zeigen.</translation>
    </message>
    <message>
      <source>This query takes too long. Please make it more specific.</source>
      <translation>Diese Suche dauert zu lange. Bitte grenzen Sie sie ein.</translation>
    </message>
    <message>
      <source>This search finds nothing that could be read. Search for something else.</source>
      <translation>Diese Suche findet nichts zum Durchsehen. Etwas anderes suchen.</translation>
    </message>
    <message>
      <source>Tick the articles about the other one.</source>
      <translation>Haken Sie die Artikel über die andere an.</translation>
    </message>
    <message>
      <source>Time that is shown</source>
      <translation>Gezeigte Zeit</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>Titel</translation>
    </message>
    <message>
      <source>Together</source>
      <translation>Zusammen</translation>
    </message>
    <message>
      <source>Together with</source>
      <translation>Zusammen mit</translation>
    </message>
    <message>
      <source>Together with · {span}</source>
      <translation>Zusammen mit · {span}</translation>
    </message>
    <message>
      <source>Trash</source>
      <translation>Papierkorb</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>Noch einmal versuchen</translation>
    </message>
    <message>
      <source>Try the failed ones again</source>
      <translation>Gescheiterte noch einmal versuchen</translation>
    </message>
    <message>
      <source>Two are called “{name}”. Which articles are about the other one? Later articles are told apart alike.</source>
      <translation>Zwei heißen „{name}“. Welche Artikel handeln von der anderen? Spätere Artikel werden ebenso unterschieden.</translation>
    </message>
    <message>
      <source>Type a search; each of its words and filters is counted here.</source>
      <translation>Geben Sie eine Suche ein; jedes Wort und jeder Filter wird hier gezählt.</translation>
    </message>
    <message>
      <source>Undated</source>
      <translation>Ohne Datum</translation>
    </message>
    <message>
      <source>Undecided again</source>
      <translation>Wieder offen</translation>
    </message>
    <message>
      <source>Underline names</source>
      <translation>Namen unterstreichen</translation>
    </message>
    <message>
      <source>Underlined: only in the present text.</source>
      <translation>Unterstrichen: nur im geltenden Text.</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>Rückgängig</translation>
    </message>
    <message>
      <source>Undo: {label}</source>
      <translation>Rückgängig: {label}</translation>
    </message>
    <message>
      <source>Unread</source>
      <translation>Ungelesen</translation>
    </message>
    <message>
      <source>Unsure</source>
      <translation>Unsicher</translation>
    </message>
    <message>
      <source>Version {number}</source>
      <translation>Fassung {number}</translation>
    </message>
    <message>
      <source>Version {number} of {count}</source>
      <translation>Fassung {number} von {count}</translation>
    </message>
    <message>
      <source>Versions</source>
      <translation>Fassungen</translation>
    </message>
    <message>
      <source>Versions are two articles or more. Choose another one beside this.</source>
      <translation>Fassungen sind zwei Artikel oder mehr. Wähle einen weiteren dazu.</translation>
    </message>
    <message>
      <source>Versions as one row</source>
      <translation>Fassungen in einer Zeile</translation>
    </message>
    <message>
      <source>Versions of one article</source>
      <translation>Fassungen desselben Artikels</translation>
    </message>
    <message>
      <source>Versions of the text</source>
      <translation>Fassungen des Textes</translation>
    </message>
    <message>
      <source>Versions of the text of {title}</source>
      <translation>Fassungen des Textes von {title}</translation>
    </message>
    <message>
      <source>Versions of the text …</source>
      <translation>Fassungen des Textes …</translation>
    </message>
    <message>
      <source>Versions: {share} %</source>
      <translation>Fassungen: {share} %</translation>
    </message>
    <message>
      <source>Views and filters</source>
      <translation>Ansichten und Filter</translation>
    </message>
    <message>
      <source>Welcome</source>
      <translation>Willkommen</translation>
    </message>
    <message>
      <source>What</source>
      <translation>Was</translation>
    </message>
    <message>
      <source>What became of each file</source>
      <translation>Was aus jeder Datei wurde</translation>
    </message>
    <message>
      <source>What can be done with the selection</source>
      <translation>Was mit der Auswahl geschehen kann</translation>
    </message>
    <message>
      <source>What can be linked to</source>
      <translation>Worauf verwiesen werden kann</translation>
    </message>
    <message>
      <source>What can be searched</source>
      <translation>Wonach gesucht werden kann</translation>
    </message>
    <message>
      <source>What can be searched (Alt+?)</source>
      <translation>Wonach gesucht werden kann (Alt+?)</translation>
    </message>
    <message>
      <source>What carries “{tag}” goes to:</source>
      <translation>Was „{tag}“ trägt, bekommt stattdessen:</translation>
    </message>
    <message>
      <source>What each line found</source>
      <translation>Was jede Zeile gefunden hat</translation>
    </message>
    <message>
      <source>What each word and filter finds</source>
      <translation>Was jedes Wort und jeder Filter findet</translation>
    </message>
    <message>
      <source>What each word finds …</source>
      <translation>Was jedes Wort findet …</translation>
    </message>
    <message>
      <source>What the articles are found by</source>
      <translation>Wonach die Artikel gefunden werden</translation>
    </message>
    <message>
      <source>What the articles say</source>
      <translation>Was die Artikel sagen</translation>
    </message>
    <message>
      <source>What the step did</source>
      <translation>Was der Schritt getan hat</translation>
    </message>
    <message>
      <source>What this dossier is about. Markdown; Esc or Ctrl+Enter keeps it.</source>
      <translation>Worum es in diesem Dossier geht. Markdown; Esc oder Strg+Enter behält es.</translation>
    </message>
    <message>
      <source>What this link leads to is no longer in the archive.</source>
      <translation>Das Ziel dieses Verweises ist nicht mehr im Archiv.</translation>
    </message>
    <message>
      <source>What to export</source>
      <translation>Was exportiert wird</translation>
    </message>
    <message>
      <source>What was found stands in titles or notes, or is a filter.</source>
      <translation>Was gefunden wurde, steht in Titeln oder Notizen oder ist ein Filter.</translation>
    </message>
    <message>
      <source>What you know, and where from</source>
      <translation>Was Sie wissen, und woher</translation>
    </message>
    <message>
      <source>What you want to remember</source>
      <translation>Was Sie sich merken möchten</translation>
    </message>
    <message>
      <source>What you want to remember. Esc keeps it.</source>
      <translation>Was Sie sich merken möchten. Esc behält es.</translation>
    </message>
    <message>
      <source>What you want to remember. Left empty, the words are only highlighted.</source>
      <translation>Was Sie sich merken möchten. Bleibt es leer, werden die Wörter nur hervorgehoben.</translation>
    </message>
    <message>
      <source>What you were writing when the program ended is here again.</source>
      <translation>Was zuletzt geschrieben wurde, als das Programm endete, ist wieder da.</translation>
    </message>
    <message>
      <source>Whatever the search finds gets the tag, now and whenever articles come. Where you take it off, it stays off.</source>
      <translation>Was die Suche findet, bekommt das Schlagwort: jetzt und sobald neue Artikel kommen. Einmal entfernt, kommt es nicht wieder.</translation>
    </message>
    <message>
      <source>When</source>
      <translation>Wann</translation>
    </message>
    <message>
      <source>When it was written</source>
      <translation>Wann sie entstanden</translation>
    </message>
    <message>
      <source>Where it is</source>
      <translation>Wo er ist</translation>
    </message>
    <message>
      <source>Where shall the archive be kept? Name its folder</source>
      <translation>Wo soll das Archiv liegen? Benennen Sie seinen Ordner</translation>
    </message>
    <message>
      <source>Where to</source>
      <translation>Wohin</translation>
    </message>
    <message>
      <source>Who is it?</source>
      <translation>Wer ist es?</translation>
    </message>
    <message>
      <source>Who is meant</source>
      <translation>Wer gemeint ist</translation>
    </message>
    <message>
      <source>Who stays? The others’ names, notes and tags go there.</source>
      <translation>Wer bleibt? Namen, Notizen und Schlagwörter der anderen gehen dorthin.</translation>
    </message>
    <message>
      <source>Whoever looks alike has been decided about. New articles may bring new suggestions.</source>
      <translation>Über alle, die sich gleichen, ist entschieden. Neue Artikel können neue Vorschläge bringen.</translation>
    </message>
    <message>
      <source>Why this article is in the dossier. Esc or Ctrl+Enter keeps it.</source>
      <translation>Warum dieser Artikel im Dossier liegt. Esc oder Strg+Enter behält es.</translation>
    </message>
    <message>
      <source>Widen the dates to “{value}”.</source>
      <translation>Den Zeitraum auf „{value}“ erweitern.</translation>
    </message>
    <message>
      <source>Windows that are open speak it after the next start.</source>
      <translation>Offene Fenster sprechen sie nach dem nächsten Start.</translation>
    </message>
    <message>
      <source>With a new version</source>
      <translation>Mit neuer Fassung</translation>
    </message>
    <message>
      <source>With articles</source>
      <translation>Mit Artikeln</translation>
    </message>
    <message>
      <source>With my notes</source>
      <translation>Mit meinen Notizen</translation>
    </message>
    <message>
      <source>Within</source>
      <translation>In</translation>
    </message>
    <message>
      <source>Without articles</source>
      <translation>Ohne Artikel</translation>
    </message>
    <message>
      <source>Without its words</source>
      <translation>Ohne Textstelle</translation>
    </message>
    <message>
      <source>Without mere surnames</source>
      <translation>Ohne bloße Nachnamen</translation>
    </message>
    <message>
      <source>Without the words “{words}”</source>
      <translation>Ohne die Wörter „{words}“</translation>
    </message>
    <message>
      <source>Without “{filter}”</source>
      <translation>Ohne „{filter}“</translation>
    </message>
    <message>
      <source>Words</source>
      <translation>Wörter</translation>
    </message>
    <message>
      <source>Words and filters of the search</source>
      <translation>Wörter und Filter der Suche</translation>
    </message>
    <message>
      <source>Words highlighted</source>
      <translation>Worte markiert</translation>
    </message>
    <message>
      <source>Words of a new set, divided by commas</source>
      <translation>Wörter einer neuen Gruppe, durch Kommas getrennt</translation>
    </message>
    <message>
      <source>Words of the note</source>
      <translation>Text der Notiz</translation>
    </message>
    <message>
      <source>Words that begin so are shown while you type.</source>
      <translation>Solange Sie tippen, erscheinen auch Wörter, die so beginnen.</translation>
    </message>
    <message>
      <source>Write a note</source>
      <translation>Eine Notiz schreiben</translation>
    </message>
    <message>
      <source>Write in a window of its own</source>
      <translation>In eigenem Fenster schreiben</translation>
    </message>
    <message>
      <source>Write some words first; then the note can be tagged.</source>
      <translation>Erst einige Wörter schreiben, dann kann die Notiz Schlagwörter bekommen.</translation>
    </message>
    <message>
      <source>Write the introduction</source>
      <translation>Einleitung schreiben</translation>
    </message>
    <message>
      <source>Write why this article is in the dossier (Shift+D)</source>
      <translation>Schreiben, warum dieser Artikel im Dossier liegt (Umschalt+D)</translation>
    </message>
    <message>
      <source>Write words that mean the same into the line below, divided by commas, and press Enter.</source>
      <translation>Schreiben Sie Wörter, die dasselbe meinen, durch Kommas getrennt in die Zeile unten und drücken Sie die Eingabetaste.</translation>
    </message>
    <message>
      <source>Written any time</source>
      <translation>Jederzeit notiert</translation>
    </message>
    <message>
      <source>Written to {path}.</source>
      <translation>Nach {path} geschrieben.</translation>
    </message>
    <message>
      <source>Written today</source>
      <translation>Heute notiert</translation>
    </message>
    <message>
      <source>Years</source>
      <translation>Jahre</translation>
    </message>
    <message>
      <source>Yellow</source>
      <translation>Gelb</translation>
    </message>
    <message>
      <source>a later version</source>
      <translation>spätere Fassung</translation>
    </message>
    <message>
      <source>a legal form marks it as an organisation</source>
      <translation>die Rechtsform macht es zur Organisation</translation>
    </message>
    <message>
      <source>a person named in the article</source>
      <translation>eine Person, die im Artikel genannt ist</translation>
    </message>
    <message>
      <source>a title or role stands before it</source>
      <translation>davor steht ein Titel oder Amt</translation>
    </message>
    <message>
      <source>added</source>
      <translation>hinzugefügt</translation>
    </message>
    <message>
      <source>alone</source>
      <translation>allein</translation>
    </message>
    <message>
      <source>already there</source>
      <translation>schon vorhanden</translation>
    </message>
    <message>
      <source>an organisation named in the article</source>
      <translation>eine Organisation, die im Artikel genannt ist</translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>und %n weitere</numerusform>
        <numerusform>und %n weitere</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and %n more saved search(es)</source>
      <translation>
        <numerusform>und %n weitere gespeicherte Suche</numerusform>
        <numerusform>und %n weitere gespeicherte Suchen</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>and %n more tag(s)</source>
      <translation>
        <numerusform>und %n weiteres Schlagwort</numerusform>
        <numerusform>und %n weitere Schlagwörter</numerusform>
      </translation>
    </message>
    <message>
      <source>and all below it</source>
      <translation>und alle darunter</translation>
    </message>
    <message>
      <source>and {count} more</source>
      <translation>und {count} weitere</translation>
    </message>
    <message>
      <source>another version</source>
      <translation>weitere Fassung</translation>
    </message>
    <message>
      <source>any one letter for each question mark</source>
      <translation>je Fragezeichen ein beliebiger Buchstabe</translation>
    </message>
    <message>
      <source>apart</source>
      <translation>verschieden</translation>
    </message>
    <message>
      <source>article {place} of {count}</source>
      <translation>Artikel {place} von {count}</translation>
    </message>
    <message>
      <source>as the files or folders say</source>
      <translation>wie Dateien oder Ordner sie nennen</translation>
    </message>
    <message>
      <source>at most so many words apart</source>
      <translation>höchstens so viele Wörter auseinander</translation>
    </message>
    <message>
      <source>both are written “{one}”</source>
      <translation>beide werden „{one}“ geschrieben</translation>
    </message>
    <message>
      <source>both are written “{one}”; both with {shared}</source>
      <translation>beide werden „{one}“ geschrieben; beide mit {shared}</translation>
    </message>
    <message>
      <source>both named in one sentence</source>
      <translation>beide in einem Satz genannt</translation>
    </message>
    <message>
      <source>both; a space is enough</source>
      <translation>beides; ein Leerzeichen genügt</translation>
    </message>
    <message>
      <source>brackets</source>
      <translation>Klammern</translation>
    </message>
    <message>
      <source>by this author</source>
      <translation>von diesem Autor</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>geändert</translation>
    </message>
    <message>
      <source>checked</source>
      <translation>geprüft</translation>
    </message>
    <message>
      <source>checked by you</source>
      <translation>von Ihnen geprüft</translation>
    </message>
    <message>
      <source>corrected here</source>
      <translation>hier berichtigt</translation>
    </message>
    <message>
      <source>could not be read</source>
      <translation>nicht lesbar</translation>
    </message>
    <message>
      <source>does not hold the file any more</source>
      <translation>enthält die Datei nicht mehr</translation>
    </message>
    <message>
      <source>dropped</source>
      <translation>weggelegt</translation>
    </message>
    <message>
      <source>either</source>
      <translation>eines von beiden</translation>
    </message>
    <message>
      <source>expands more than any text does and was left alone</source>
      <translation>wird beim Entpacken größer als jeder Text und blieb unberührt</translation>
    </message>
    <message>
      <source>expands to more than its table of contents says and was left alone</source>
      <translation>wird beim Entpacken größer, als sein Inhaltsverzeichnis sagt, und blieb unberührt</translation>
    </message>
    <message>
      <source>first {date}</source>
      <translation>zuerst {date}</translation>
    </message>
    <message>
      <source>first {first}, last {last}</source>
      <translation>zuerst {first}, zuletzt {last}</translation>
    </message>
    <message>
      <source>found several times</source>
      <translation>mehrfach gefunden</translation>
    </message>
    <message numerus="yes">
      <source>from %n you took it off</source>
      <translation>
        <numerusform>bei %n wurde es entfernt</numerusform>
        <numerusform>bei %n wurde es entfernt</numerusform>
      </translation>
    </message>
    <message>
      <source>from a file with this in its path</source>
      <translation>aus einer Datei, in deren Pfad dies steht</translation>
    </message>
    <message>
      <source>from the file</source>
      <translation>aus der Datei</translation>
    </message>
    <message>
      <source>from this paper</source>
      <translation>aus dieser Zeitung</translation>
    </message>
    <message>
      <source>from this place</source>
      <translation>von diesem Ort</translation>
    </message>
    <message>
      <source>from this time</source>
      <translation>aus dieser Zeit</translation>
    </message>
    <message>
      <source>gone</source>
      <translation>weg</translation>
    </message>
    <message>
      <source>hardly the same</source>
      <translation>kaum dieselbe</translation>
    </message>
    <message>
      <source>has a header row but no rows</source>
      <translation>hat eine Kopfzeile, aber keine weiteren Zeilen</translation>
    </message>
    <message>
      <source>has no column that holds the text; name one “text” or “title” in its first row</source>
      <translation>hat keine Spalte mit dem Text; nennen Sie eine in der ersten Zeile „text“ oder „title“</translation>
    </message>
    <message>
      <source>hatched: the archive has no articles of this time</source>
      <translation>schraffiert: aus dieser Zeit hat das Archiv keine Artikel</translation>
    </message>
    <message>
      <source>holds no files</source>
      <translation>enthält keine Dateien</translation>
    </message>
    <message>
      <source>holds no message with a text</source>
      <translation>enthält keine Nachricht mit Text</translation>
    </message>
    <message>
      <source>holds no object with a text or title</source>
      <translation>enthält kein Objekt mit Text oder Titel</translation>
    </message>
    <message>
      <source>holds no text</source>
      <translation>enthält keinen Text</translation>
    </message>
    <message>
      <source>imported {when}</source>
      <translation>importiert {when}</translation>
    </message>
    <message>
      <source>in any order, with so many words among them</source>
      <translation>in beliebiger Reihenfolge, mit so vielen Wörtern dazwischen</translation>
    </message>
    <message>
      <source>in it</source>
      <translation>darin</translation>
    </message>
    <message>
      <source>in one paragraph</source>
      <translation>in einem Absatz</translation>
    </message>
    <message>
      <source>in one sentence</source>
      <translation>in einem Satz</translation>
    </message>
    <message>
      <source>in the archive</source>
      <translation>im Archiv</translation>
    </message>
    <message>
      <source>in the trash</source>
      <translation>im Papierkorb</translation>
    </message>
    <message>
      <source>in this dossier or one in it</source>
      <translation>in diesem Dossier oder einem darin</translation>
    </message>
    <message>
      <source>in this language</source>
      <translation>in dieser Sprache</translation>
    </message>
    <message>
      <source>in this screening; kept, seen, dropped or left in it</source>
      <translation>in dieser Durchsicht; darin behalten, gesehen, weg oder offen</translation>
    </message>
    <message>
      <source>in this state</source>
      <translation>in diesem Zustand</translation>
    </message>
    <message>
      <source>included</source>
      <translation>eingeschlossen</translation>
    </message>
    <message>
      <source>is a picture, not text</source>
      <translation>ist ein Bild, kein Text</translation>
    </message>
    <message>
      <source>is a web page without any text</source>
      <translation>ist eine Webseite ohne Text</translation>
    </message>
    <message>
      <source>is damaged: it has no readable table of contents; make the ZIP archive again</source>
      <translation>ist beschädigt: Das Inhaltsverzeichnis ist nicht lesbar; erstellen Sie das ZIP-Archiv neu</translation>
    </message>
    <message>
      <source>is empty</source>
      <translation>ist leer</translation>
    </message>
    <message>
      <source>is locked with a password; unpack it first</source>
      <translation>ist mit einem Kennwort geschützt; entpacken Sie es zuerst</translation>
    </message>
    <message>
      <source>is named .zip but is no ZIP archive; it may be damaged</source>
      <translation>heißt .zip, ist aber kein ZIP-Archiv; vielleicht ist es beschädigt</translation>
    </message>
    <message>
      <source>is nested too deeply to be read</source>
      <translation>ist zu tief geschachtelt, um gelesen zu werden</translation>
    </message>
    <message>
      <source>is not text</source>
      <translation>ist kein Text</translation>
    </message>
    <message>
      <source>is not text: it holds binary data</source>
      <translation>ist kein Text: enthält Binärdaten</translation>
    </message>
    <message>
      <source>is not text: it is a program</source>
      <translation>ist kein Text: ein Programm</translation>
    </message>
    <message>
      <source>is sound or film, not text</source>
      <translation>ist Ton oder Film, kein Text</translation>
    </message>
    <message>
      <source>kept</source>
      <translation>behalten</translation>
    </message>
    <message>
      <source>last {date}</source>
      <translation>zuletzt {date}</translation>
    </message>
    <message>
      <source>left</source>
      <translation>offen</translation>
    </message>
    <message>
      <source>left open before</source>
      <translation>schon einmal offen gelassen</translation>
    </message>
    <message>
      <source>left out</source>
      <translation>ausgeschlossen</translation>
    </message>
    <message>
      <source>marked by the reader</source>
      <translation>vom Leser markiert</translation>
    </message>
    <message>
      <source>marked by you</source>
      <translation>von Ihnen markiert</translation>
    </message>
    <message>
      <source>named in a list of people under a picture</source>
      <translation>in einer Bildunterschrift aufgezählt</translation>
    </message>
    <message>
      <source>named together with another organisation</source>
      <translation>zusammen mit einer anderen Organisation genannt</translation>
    </message>
    <message>
      <source>names I have checked</source>
      <translation>von mir geprüfte Namen</translation>
    </message>
    <message>
      <source>new</source>
      <translation>neu</translation>
    </message>
    <message>
      <source>new version</source>
      <translation>neue Fassung</translation>
    </message>
    <message>
      <source>no</source>
      <translation>nein</translation>
    </message>
    <message>
      <source>no date</source>
      <translation>ohne Datum</translation>
    </message>
    <message>
      <source>no difference</source>
      <translation>kein Unterschied</translation>
    </message>
    <message>
      <source>no tag itself</source>
      <translation>selbst kein Schlagwort</translation>
    </message>
    <message>
      <source>none</source>
      <translation>keine</translation>
    </message>
    <message>
      <source>not in it</source>
      <translation>nicht darin</translation>
    </message>
    <message>
      <source>not {filter}</source>
      <translation>nicht {filter}</translation>
    </message>
    <message numerus="yes">
      <source>of %n article(s)</source>
      <translation>
        <numerusform>von %n Artikel</numerusform>
        <numerusform>von %n Artikeln</numerusform>
      </translation>
    </message>
    <message>
      <source>off</source>
      <translation>aus</translation>
    </message>
    <message>
      <source>on</source>
      <translation>an</translation>
    </message>
    <message>
      <source>on some of the articles</source>
      <translation>an einigen der Artikel</translation>
    </message>
    <message>
      <source>one or two letters may differ</source>
      <translation>ein oder zwei Buchstaben dürfen abweichen</translation>
    </message>
    <message>
      <source>only a surname</source>
      <translation>nur ein Nachname</translation>
    </message>
    <message>
      <source>only in my notes</source>
      <translation>nur in meinen Notizen</translation>
    </message>
    <message>
      <source>only in the opening of the text</source>
      <translation>nur im Vorspann</translation>
    </message>
    <message>
      <source>only in the text</source>
      <translation>nur im Text</translation>
    </message>
    <message>
      <source>only in the title</source>
      <translation>nur im Titel</translation>
    </message>
    <message>
      <source>only in this article: “{title}”</source>
      <translation>nur in diesem Artikel: „{title}“</translation>
    </message>
    <message>
      <source>only names that I have checked count</source>
      <translation>nur von mir geprüfte Namen zählen</translation>
    </message>
    <message>
      <source>orphaned</source>
      <translation>verwaist</translation>
    </message>
    <message>
      <source>part of a compound word</source>
      <translation>Teil eines zusammengesetzten Wortes</translation>
    </message>
    <message>
      <source>paused</source>
      <translation>angehalten</translation>
    </message>
    <message>
      <source>perhaps the same</source>
      <translation>vielleicht dieselbe</translation>
    </message>
    <message>
      <source>present</source>
      <translation>geltend</translation>
    </message>
    <message>
      <source>probably the same</source>
      <translation>wahrscheinlich dieselbe</translation>
    </message>
    <message>
      <source>put on by a rule</source>
      <translation>von einer Regel vergeben</translation>
    </message>
    <message>
      <source>quarter {number} of {year}</source>
      <translation>{number}. Quartal {year}</translation>
    </message>
    <message>
      <source>read</source>
      <translation>gelesen</translation>
    </message>
    <message>
      <source>read as: {query}</source>
      <translation>gelesen als: {query}</translation>
    </message>
    <message>
      <source>recognised by the name model</source>
      <translation>vom Namensmodell erkannt</translation>
    </message>
    <message>
      <source>said {when} · {count}</source>
      <translation>belegt {when} · {count}</translation>
    </message>
    <message>
      <source>seen</source>
      <translation>gesehen</translation>
    </message>
    <message>
      <source>similar to the article with this number</source>
      <translation>ähnlich dem Artikel mit dieser Nummer</translation>
    </message>
    <message>
      <source>skipped</source>
      <translation>übergangen</translation>
    </message>
    <message>
      <source>some of the articles are in it</source>
      <translation>einige der Artikel liegen darin</translation>
    </message>
    <message>
      <source>source:Bote harbour</source>
      <translation>quelle:Bote Hafen</translation>
    </message>
    <message>
      <source>stands so often in an article</source>
      <translation>steht so oft in einem Artikel</translation>
    </message>
    <message>
      <source>starred</source>
      <translation>markiert</translation>
    </message>
    <message>
      <source>stated by the file</source>
      <translation>aus der Datei</translation>
    </message>
    <message>
      <source>tags: {tags}</source>
      <translation>Schlagwörter: {tags}</translation>
    </message>
    <message>
      <source>taken back</source>
      <translation>zurückgenommen</translation>
    </message>
    <message>
      <source>taken back with its import</source>
      <translation>mit dem Import zurückgenommen</translation>
    </message>
    <message>
      <source>the first without the second</source>
      <translation>das erste ohne das zweite</translation>
    </message>
    <message>
      <source>the first {hits}</source>
      <translation>die ersten {hits}</translation>
    </message>
    <message>
      <source>the only person of this surname in the article</source>
      <translation>die einzige Person dieses Nachnamens im Artikel</translation>
    </message>
    <message>
      <source>the others stay among the versions.</source>
      <translation>die anderen bleiben unter den Fassungen.</translation>
    </message>
    <message>
      <source>the same words are a name elsewhere in the article</source>
      <translation>dieselben Wörter sind an anderer Stelle des Artikels ein Name</translation>
    </message>
    <message>
      <source>the same, in this order</source>
      <translation>ebenso, in dieser Reihenfolge</translation>
    </message>
    <message>
      <source>the short form that the article introduces</source>
      <translation>die Kurzform, die der Artikel einführt</translation>
    </message>
    <message>
      <source>these words side by side, in any quotation marks</source>
      <translation>diese Wörter nebeneinander, in beliebigen Anführungszeichen</translation>
    </message>
    <message>
      <source>this article</source>
      <translation>dieser Artikel</translation>
    </message>
    <message>
      <source>this word only, not its other forms</source>
      <translation>nur dieses Wort, nicht seine anderen Formen</translation>
    </message>
    <message>
      <source>today</source>
      <translation>heute</translation>
    </message>
    <message>
      <source>together</source>
      <translation>zusammen</translation>
    </message>
    <message>
      <source>uncertain</source>
      <translation>unsicher</translation>
    </message>
    <message>
      <source>undated</source>
      <translation>ohne Datum</translation>
    </message>
    <message>
      <source>undone</source>
      <translation>rückgängig gemacht</translation>
    </message>
    <message>
      <source>unknown</source>
      <translation>unbekannt</translation>
    </message>
    <message>
      <source>unknown source</source>
      <translation>Quelle unbekannt</translation>
    </message>
    <message>
      <source>unread</source>
      <translation>ungelesen</translation>
    </message>
    <message>
      <source>very likely the same</source>
      <translation>sehr wahrscheinlich dieselbe</translation>
    </message>
    <message>
      <source>whole period</source>
      <translation>ganzer Zeitraum</translation>
    </message>
    <message>
      <source>with</source>
      <translation>mit</translation>
    </message>
    <message>
      <source>with a date</source>
      <translation>mit Datum</translation>
    </message>
    <message>
      <source>with a note</source>
      <translation>mit Notiz</translation>
    </message>
    <message>
      <source>with a note, a tag, an author and so on</source>
      <translation>mit Notiz, Schlagwort, Autor und so weiter</translation>
    </message>
    <message>
      <source>with notes</source>
      <translation>mit Notizen</translation>
    </message>
    <message>
      <source>with orphaned notes</source>
      <translation>mit verwaisten Notizen</translation>
    </message>
    <message>
      <source>with tags</source>
      <translation>mit Schlagwörtern</translation>
    </message>
    <message>
      <source>with this tag or one below it</source>
      <translation>mit diesem Schlagwort oder einem darunter</translation>
    </message>
    <message>
      <source>without a date</source>
      <translation>ohne Datum</translation>
    </message>
    <message>
      <source>without it</source>
      <translation>ohne</translation>
    </message>
    <message>
      <source>without notes</source>
      <translation>ohne Notizen</translation>
    </message>
    <message>
      <source>without tags</source>
      <translation>ohne Schlagwörter</translation>
    </message>
    <message>
      <source>words that begin so</source>
      <translation>Wörter, die so beginnen</translation>
    </message>
    <message>
      <source>words that fit a regular expression as a whole</source>
      <translation>Wörter, auf die ein regulärer Ausdruck als Ganzes passt</translation>
    </message>
    <message>
      <source>words that hold this</source>
      <translation>Wörter, die dies enthalten</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>ja</translation>
    </message>
    <message>
      <source>yesterday</source>
      <translation>gestern</translation>
    </message>
    <message>
      <source>{archive} – annotations</source>
      <translation>{archive} – Anmerkungen</translation>
    </message>
    <message>
      <source>{articles} in {rows}</source>
      <translation>{articles} in {rows}</translation>
    </message>
    <message>
      <source>{at} of {count}</source>
      <translation>{at} von {count}</translation>
    </message>
    <message>
      <source>{a} and {b}</source>
      <translation>{a} und {b}</translation>
    </message>
    <message>
      <source>{a} and {b}: {shared}</source>
      <translation>{a} und {b}: {shared}</translation>
    </message>
    <message>
      <source>{a} beside {b}</source>
      <translation>{a} neben {b}</translation>
    </message>
    <message>
      <source>{clause}
Click to change it, × or Delete to remove it</source>
      <translation>{clause}
Klick ändert es, × oder Entf entfernt es</translation>
    </message>
    <message>
      <source>{colour}, key {number}</source>
      <translation>{colour}, Taste {number}</translation>
    </message>
    <message>
      <source>{counts}. A click: this form means somebody else.</source>
      <translation>{counts}. Ein Klick: Diese Form meint jemand anderen.</translation>
    </message>
    <message>
      <source>{count} annotation removed</source>
      <translation>{count} Anmerkung entfernt</translation>
    </message>
    <message>
      <source>{count} annotations removed</source>
      <translation>{count} Anmerkungen entfernt</translation>
    </message>
    <message>
      <source>{count} article kept for dossier “{name}”</source>
      <translation>{count} Artikel für Dossier „{name}“ behalten</translation>
    </message>
    <message>
      <source>{count} article marked read</source>
      <translation>{count} Artikel als gelesen markiert</translation>
    </message>
    <message>
      <source>{count} article marked unread</source>
      <translation>{count} Artikel als ungelesen markiert</translation>
    </message>
    <message>
      <source>{count} article moved to the trash</source>
      <translation>{count} Artikel in den Papierkorb gelegt</translation>
    </message>
    <message>
      <source>{count} article put into dossier “{name}”</source>
      <translation>{count} Artikel in Dossier „{name}“ gelegt</translation>
    </message>
    <message>
      <source>{count} article restored</source>
      <translation>{count} Artikel zurückgeholt</translation>
    </message>
    <message>
      <source>{count} article taken out of dossier “{name}”</source>
      <translation>{count} Artikel aus Dossier „{name}“ genommen</translation>
    </message>
    <message>
      <source>{count} articles are too many to be parted from each other at once.</source>
      <translation>{count} Artikel sind zu viele, um sie auf einmal voneinander zu trennen.</translation>
    </message>
    <message>
      <source>{count} articles dropped</source>
      <translation>{count} Artikel weg</translation>
    </message>
    <message>
      <source>{count} articles kept</source>
      <translation>{count} Artikel behalten</translation>
    </message>
    <message>
      <source>{count} articles kept for dossier “{name}”</source>
      <translation>{count} Artikel für Dossier „{name}“ behalten</translation>
    </message>
    <message>
      <source>{count} articles marked read</source>
      <translation>{count} Artikel als gelesen markiert</translation>
    </message>
    <message>
      <source>{count} articles marked unread</source>
      <translation>{count} Artikel als ungelesen markiert</translation>
    </message>
    <message>
      <source>{count} articles moved to the trash</source>
      <translation>{count} Artikel in den Papierkorb gelegt</translation>
    </message>
    <message>
      <source>{count} articles parted from their versions</source>
      <translation>{count} Artikel von ihren Fassungen getrennt</translation>
    </message>
    <message>
      <source>{count} articles put into dossier “{name}”</source>
      <translation>{count} Artikel in Dossier „{name}“ gelegt</translation>
    </message>
    <message>
      <source>{count} articles put together as versions</source>
      <translation>{count} Artikel als Fassungen zusammengelegt</translation>
    </message>
    <message>
      <source>{count} articles restored</source>
      <translation>{count} Artikel zurückgeholt</translation>
    </message>
    <message>
      <source>{count} articles seen</source>
      <translation>{count} Artikel gesehen</translation>
    </message>
    <message>
      <source>{count} articles taken out of dossier “{name}”</source>
      <translation>{count} Artikel aus Dossier „{name}“ genommen</translation>
    </message>
    <message>
      <source>{count} articles to be read again</source>
      <translation>{count} Artikel wieder offen</translation>
    </message>
    <message>
      <source>{count} characters</source>
      <translation>{count} Zeichen</translation>
    </message>
    <message>
      <source>{count} checked by hand</source>
      <translation>{count} von Hand geprüft</translation>
    </message>
    <message>
      <source>{count} entries are nobody</source>
      <translation>{count} Einträge sind niemand</translation>
    </message>
    <message>
      <source>{count} entries confirmed</source>
      <translation>{count} Einträge bestätigt</translation>
    </message>
    <message>
      <source>{count} entries merged into “{into}”</source>
      <translation>{count} Einträge mit „{into}“ zusammengeführt</translation>
    </message>
    <message>
      <source>{count} entries no longer confirmed</source>
      <translation>{count} Einträge nicht mehr bestätigt</translation>
    </message>
    <message>
      <source>{count} entries taken back in</source>
      <translation>{count} Einträge wieder aufgenommen</translation>
    </message>
    <message>
      <source>{count} entries taken for organisations</source>
      <translation>{count} Einträge sind Organisationen</translation>
    </message>
    <message>
      <source>{count} entries taken for persons</source>
      <translation>{count} Einträge sind Personen</translation>
    </message>
    <message>
      <source>{count} new hit for screening “{name}”</source>
      <translation>{count} neuer Treffer für Durchsicht „{name}“</translation>
    </message>
    <message>
      <source>{count} new hits for screening “{name}”</source>
      <translation>{count} neue Treffer für Durchsicht „{name}“</translation>
    </message>
    <message>
      <source>{count} of {all}</source>
      <translation>{count} von {all}</translation>
    </message>
    <message>
      <source>{current} of {count}</source>
      <translation>{current} von {count}</translation>
    </message>
    <message>
      <source>{done} of {all} read</source>
      <translation>{done} von {all} gelesen</translation>
    </message>
    <message>
      <source>{done} of {all} read: {kept} kept, {seen} seen, {dropped} dropped</source>
      <translation>{done} von {all} gelesen: {kept} behalten, {seen} gesehen, {dropped} weg</translation>
    </message>
    <message>
      <source>{done} of {total} files</source>
      <translation>{done} von {total} Dateien</translation>
    </message>
    <message>
      <source>{done} of {total} lines</source>
      <translation>{done} von {total} Zeilen</translation>
    </message>
    <message>
      <source>{found} of {all} articles</source>
      <translation>{found} von {all} Artikeln</translation>
    </message>
    <message>
      <source>{hits} of {lines} have articles. Enter opens the search of a line in the window.</source>
      <translation>{hits} von {lines} haben Artikel. Die Eingabetaste öffnet die Suche einer Zeile im Fenster.</translation>
    </message>
    <message>
      <source>{key} puts it on</source>
      <translation>{key} vergibt es</translation>
    </message>
    <message>
      <source>{ms} ms</source>
      <translation>{ms} ms</translation>
    </message>
    <message>
      <source>{names} in “{title}”</source>
      <translation>{names} in „{title}“</translation>
    </message>
    <message>
      <source>{names} will be read and added to the archive. The files stay where they are, unchanged; copies are kept with the archive. What is there already is not added twice.</source>
      <translation>Ins Archiv kommt: {names}. Die Dateien bleiben unverändert, wo sie sind; Kopien liegen beim Archiv. Was schon da ist, kommt nicht doppelt hinein.</translation>
    </message>
    <message>
      <source>{name} is too large for a list. Divide it.</source>
      <translation>{name} ist zu groß für eine Liste. Bitte teilen.</translation>
    </message>
    <message numerus="yes">
      <source>{name}: %n article(s)</source>
      <translation>
        <numerusform>{name}: %n Artikel</numerusform>
        <numerusform>{name}: %n Artikel</numerusform>
      </translation>
    </message>
    <message>
      <source>{name}: list only these articles</source>
      <translation>{name}: nur diese Artikel aufführen</translation>
    </message>
    <message>
      <source>{name}: only a surname is known</source>
      <translation>{name}: Nur der Nachname ist bekannt</translation>
    </message>
    <message>
      <source>{name}: {shared}. A double click opens the page.</source>
      <translation>{name}: {shared}. Ein Doppelklick öffnet die Seite.</translation>
    </message>
    <message>
      <source>{number} of {count}: “{words}”</source>
      <translation>{number} von {count}: „{words}“</translation>
    </message>
    <message>
      <source>{n} selected</source>
      <translation>{n} ausgewählt</translation>
    </message>
    <message>
      <source>{n} undated</source>
      <translation>{n} ohne Datum</translation>
    </message>
    <message>
      <source>{of}: `{query}`</source>
      <translation>{of}: `{query}`</translation>
    </message>
    <message>
      <source>{part}: {alone} alone, {without} without it</source>
      <translation>{part}: {alone} allein, {without} ohne dies</translation>
    </message>
    <message>
      <source>{path} cannot be reached ({reason}). Check the path.</source>
      <translation>{path} ist nicht erreichbar ({reason}). Prüfen Sie den Pfad.</translation>
    </message>
    <message>
      <source>{path} cannot be read.</source>
      <translation>{path} kann nicht gelesen werden.</translation>
    </message>
    <message>
      <source>{path} cannot be written. Choose another place.</source>
      <translation>{path} kann nicht geschrieben werden. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
      <source>{path} has lost its archive.db. Restore a copy from its folder “backups”.</source>
      <translation>{path} hat seine archive.db verloren. Stellen Sie eine Kopie aus dem Ordner „backups“ wieder her.</translation>
    </message>
    <message>
      <source>{path} holds other files. Choose a new or empty folder, so that nothing is lost.</source>
      <translation>In {path} liegen andere Dateien. Wählen Sie einen neuen oder leeren Ordner, damit nichts verloren geht.</translation>
    </message>
    <message>
      <source>{path} is a file. Choose a new or empty folder for the archive.</source>
      <translation>{path} ist eine Datei. Wählen Sie für das Archiv einen neuen oder leeren Ordner.</translation>
    </message>
    <message>
      <source>{path} is a file. Name a folder to export to.</source>
      <translation>{path} ist eine Datei. Nennen Sie einen Ordner für den Export.</translation>
    </message>
    <message>
      <source>{path} is a folder. Name a file to export to.</source>
      <translation>{path} ist ein Ordner. Nennen Sie eine Datei für den Export.</translation>
    </message>
    <message>
      <source>{path} is not a place to export to. Choose another.</source>
      <translation>Nach {path} lässt sich nicht exportieren. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
      <source>{path} is not an archive of Lesesaal.</source>
      <translation>{path} ist kein Archiv von Lesesaal.</translation>
    </message>
    <message>
      <source>{path} is not an archive, or is damaged. Restore a copy from its folder “backups”.</source>
      <translation>{path} ist kein Archiv oder beschädigt. Stellen Sie eine Kopie aus dem Ordner „backups“ wieder her.</translation>
    </message>
    <message>
      <source>{path} is not empty. Choose a new or empty folder for the archive.</source>
      <translation>{path} ist nicht leer. Wählen Sie für das Archiv einen neuen oder leeren Ordner.</translation>
    </message>
    <message>
      <source>{path} lies within the archive. Choose a place outside it, so that nothing of it is replaced.</source>
      <translation>{path} liegt im Archiv selbst. Einen Ort außerhalb wählen, damit nichts davon ersetzt wird.</translation>
    </message>
    <message>
      <source>{path} was made by a newer Lesesaal. Install the newest version.</source>
      <translation>{path} stammt von einem neueren Lesesaal. Installieren Sie die neueste Version.</translation>
    </message>
    <message>
      <source>{reason}</source>
      <translation>{reason}</translation>
    </message>
    <message>
      <source>{reason}, {score} of 1</source>
      <translation>{reason}, {score} von 1</translation>
    </message>
    <message>
      <source>{share} % of the shorter text stand in both.</source>
      <translation>{share} % des kürzeren Textes stehen in beiden.</translation>
    </message>
    <message>
      <source>{shown} of {all}</source>
      <translation>{shown} von {all}</translation>
    </message>
    <message>
      <source>{some} of {all} articles go to the other one, {rest} stay.</source>
      <translation>{some} von {all} Artikeln gehen an die andere, {rest} bleiben.</translation>
    </message>
    <message>
      <source>{span}. The arrow keys move the handle at {place}, Space takes the other.</source>
      <translation>{span}. Die Pfeiltasten bewegen den Griff bei {place}, die Leertaste wechselt zum anderen.</translation>
    </message>
    <message>
      <source>{tag} becomes {new}</source>
      <translation>{tag} wird {new}</translation>
    </message>
    <message>
      <source>{tag} goes along</source>
      <translation>{tag} geht mit</translation>
    </message>
    <message>
      <source>{title}: {words}</source>
      <translation>{title}: {words}</translation>
    </message>
    <message>
      <source>{values} or {last}</source>
      <translation>{values} oder {last}</translation>
    </message>
    <message>
      <source>{values} or {others}</source>
      <translation>{values} oder {others}</translation>
    </message>
    <message>
      <source>{versions}, open</source>
      <translation>{versions}, aufgeklappt</translation>
    </message>
    <message>
      <source>{what}: less</source>
      <translation>{what}: weniger</translation>
    </message>
    <message>
      <source>{what}: more</source>
      <translation>{what}: mehr</translation>
    </message>
    <message>
      <source>{when}: the archive has no article of this time</source>
      <translation>{when}: Das Archiv hat keinen Artikel aus dieser Zeit</translation>
    </message>
    <message>
      <source>{when}: {naming} {counts}, {rate} per 1,000</source>
      <translation>{when}: {naming} {counts}, {rate} je 1.000</translation>
    </message>
    <message>
      <source>{words}, joined with the one there</source>
      <translation>{words}, vereint mit dem vorhandenen</translation>
    </message>
    <message>
      <source>“has:{value}” is not known (try has:note, has:tag, has:author); it was searched as words.</source>
      <translation>„hat:{value}“ ist nicht bekannt (möglich sind hat:notiz, hat:schlagwort, hat:autor); es wurde als Wörter gesucht.</translation>
    </message>
    <message>
      <source>“is:{value}” is not known (try is:unread, is:starred, is:undated); it was searched as words.</source>
      <translation>„is:{value}“ ist nicht bekannt (möglich sind is:unread, is:starred, is:undated); gesucht wurde nach den Wörtern.</translation>
    </message>
    <message>
      <source>“like:{value}” needs the number of an article, as in like:12; it was searched as words.</source>
      <translation>„ähnlich:{value}“ braucht die Nummer eines Artikels wie in ähnlich:12; es wurde als Wörter gesucht.</translation>
    </message>
    <message>
      <source>“{form}” and “{name}” both stand with {shared}</source>
      <translation>„{form}“ und „{name}“ stehen beide mit {shared}</translation>
    </message>
    <message>
      <source>“{form}” is no name in “{title}”</source>
      <translation>„{form}“ ist kein Name in „{title}“</translation>
    </message>
    <message>
      <source>“{form}” is part of a word here; everywhere needs whole words.</source>
      <translation>„{form}“ ist hier Teil eines Wortes; überall lassen sich nur ganze Wörter kennzeichnen.</translation>
    </message>
    <message>
      <source>“{form}” is “{name}” in “{title}”</source>
      <translation>„{form}“ ist „{name}“ in „{title}“</translation>
    </message>
    <message>
      <source>“{form}” marked everywhere</source>
      <translation>„{form}“ überall markiert</translation>
    </message>
    <message>
      <source>“{form}” marked in “{title}”</source>
      <translation>„{form}“ markiert in „{title}“</translation>
    </message>
    <message>
      <source>“{into}” is below “{tag}”, so it cannot take it over. Rename it first, so that it stands elsewhere.</source>
      <translation>„{into}“ steht unter „{tag}“ und kann es nicht übernehmen. Erst umbenennen, damit es woanders steht.</translation>
    </message>
    <message>
      <source>“{kind}” is no kind. There are person and organisation.</source>
      <translation>„{kind}“ ist keine Art. Es gibt person und organisation.</translation>
    </message>
    <message>
      <source>“{label}” cannot be taken back or done again, because what it changed has been changed since.</source>
      <translation>„{label}“ lässt sich nicht zurücknehmen oder wiederholen, weil das Geänderte seither anders geworden ist.</translation>
    </message>
    <message>
      <source>“{label}” cannot be taken back, because “{later}” came after it and builds on it. Take that back first.</source>
      <translation>„{label}“ lässt sich nicht zurücknehmen, weil „{later}“ danach kam und darauf aufbaut. Das zuerst zurücknehmen.</translation>
    </message>
    <message>
      <source>“{label}” has been taken back already.</source>
      <translation>„{label}“ ist schon zurückgenommen.</translation>
    </message>
    <message>
      <source>“{mark}” had no partner and was left out.</source>
      <translation>„{mark}“ hatte kein Gegenstück und wurde weggelassen.</translation>
    </message>
    <message>
      <source>“{mark}” was read as {limit} words, the limit.</source>
      <translation>„{mark}“ wurde als {limit} Wörter gelesen, die Grenze.</translation>
    </message>
    <message>
      <source>“{mode}” is no way of looking for names. Choose default or thorough.</source>
      <translation>„{mode}“ ist keine Art, Namen zu suchen. Wählen Sie default oder thorough.</translation>
    </message>
    <message>
      <source>“{name}:” had no value and was left out.</source>
      <translation>„{name}:“ hatte keinen Wert und wurde weggelassen.</translation>
    </message>
    <message>
      <source>“{name}” and “{other}” are different</source>
      <translation>„{name}“ und „{other}“ sind verschieden</translation>
    </message>
    <message>
      <source>“{name}” and “{other}” are one already.</source>
      <translation>„{name}“ und „{other}“ sind schon eins.</translation>
    </message>
    <message>
      <source>“{name}” and “{other}” are the same</source>
      <translation>„{name}“ und „{other}“ sind dieselbe</translation>
    </message>
    <message>
      <source>“{name}” and “{other}” left open</source>
      <translation>„{name}“ und „{other}“ offen gelassen</translation>
    </message>
    <message>
      <source>“{name}” confirmed</source>
      <translation>„{name}“ bestätigt</translation>
    </message>
    <message>
      <source>“{name}” has no identity {number} that could be parted from another one.</source>
      <translation>„{name}“ hat keine Identität {number}, die sich abtrennen ließe.</translation>
    </message>
    <message>
      <source>“{name}” in {path} was changed after it was exported. Choose a new or empty folder, so that nothing is lost.</source>
      <translation>„{name}“ in {path} wurde nach dem Export geändert. Wählen Sie einen neuen oder leeren Ordner, damit nichts verloren geht.</translation>
    </message>
    <message>
      <source>“{name}” is named nowhere; there is nothing to split.</source>
      <translation>„{name}“ wird nirgends genannt; es gibt nichts zu trennen.</translation>
    </message>
    <message>
      <source>“{name}” is never called “{form}”.</source>
      <translation>„{name}“ heißt nirgends „{form}“.</translation>
    </message>
    <message>
      <source>“{name}” is no field that can be searched; “{text}” was taken literally.</source>
      <translation>„{name}“ ist kein Feld, in dem man suchen kann; „{text}“ wurde wörtlich genommen.</translation>
    </message>
    <message>
      <source>“{name}” is nobody</source>
      <translation>„{name}“ verworfen</translation>
    </message>
    <message>
      <source>“{name}” is not a detail that can be changed.</source>
      <translation>„{name}“ ist keine Angabe, die sich ändern lässt.</translation>
    </message>
    <message>
      <source>“{name}” is the only “{form}” who is known from that paper</source>
      <translation>„{name}“ ist in dieser Zeitung als einzige „{form}“ bekannt</translation>
    </message>
    <message>
      <source>“{name}” is “{other}” in “{title}”</source>
      <translation>„{name}“ ist „{other}“ in „{title}“</translation>
    </message>
    <message>
      <source>“{name}” merged into “{into}”</source>
      <translation>„{name}“ mit „{into}“ zusammengeführt</translation>
    </message>
    <message>
      <source>“{name}” no longer confirmed</source>
      <translation>„{name}“ nicht mehr bestätigt</translation>
    </message>
    <message>
      <source>“{name}” parted from “{other}”</source>
      <translation>„{name}“ von „{other}“ getrennt</translation>
    </message>
    <message>
      <source>“{name}” renamed “{new}”</source>
      <translation>„{name}“ umbenannt in „{new}“</translation>
    </message>
    <message>
      <source>“{name}” stands in the same paper at about the time at which “{form}” does</source>
      <translation>„{name}“ steht um dieselbe Zeit in derselben Zeitung wie „{form}“</translation>
    </message>
    <message>
      <source>“{name}” taken back in</source>
      <translation>„{name}“ wieder aufgenommen</translation>
    </message>
    <message>
      <source>“{name}” taken for a person</source>
      <translation>„{name}“ ist eine Person</translation>
    </message>
    <message>
      <source>“{name}” taken for an organisation</source>
      <translation>„{name}“ ist eine Organisation</translation>
    </message>
    <message>
      <source>“{name}” was merged into another; choose that one.</source>
      <translation>„{name}“ wurde mit jemand anderem zusammengeführt; wählen Sie diesen Eintrag.</translation>
    </message>
    <message>
      <source>“{name}” was never merged with anybody; there is nothing to part.</source>
      <translation>„{name}“ wurde nie zusammengeführt; es gibt nichts zu trennen.</translation>
    </message>
    <message>
      <source>“{name}” was rejected. Let it count again first.</source>
      <translation>„{name}“ wurde verworfen. Lassen Sie den Namen erst wieder gelten.</translation>
    </message>
    <message>
      <source>“{name}” writes a folder; give its path instead of “-”.</source>
      <translation>„{name}“ schreibt einen Ordner; geben Sie dessen Pfad statt „-“ an.</translation>
    </message>
    <message>
      <source>“{one}” and “{other}” differ by a few letters</source>
      <translation>„{one}“ und „{other}“ unterscheiden sich um wenige Buchstaben</translation>
    </message>
    <message>
      <source>“{one}” and “{other}” differ by a few letters; both with {shared}</source>
      <translation>„{one}“ und „{other}“ unterscheiden sich um wenige Buchstaben; beide mit {shared}</translation>
    </message>
    <message>
      <source>“{one}” and “{other}” differ by a number</source>
      <translation>„{one}“ und „{other}“ unterscheiden sich durch eine Zahl</translation>
    </message>
    <message>
      <source>“{one}” and “{other}” differ by a number; both with {shared}</source>
      <translation>„{one}“ und „{other}“ unterscheiden sich durch eine Zahl; beide mit {shared}</translation>
    </message>
    <message>
      <source>“{one}” and “{other}” differ by the legal form</source>
      <translation>„{one}“ und „{other}“ unterscheiden sich durch die Rechtsform</translation>
    </message>
    <message>
      <source>“{one}” and “{other}” differ by the legal form; both with {shared}</source>
      <translation>„{one}“ und „{other}“ unterscheiden sich durch die Rechtsform; beide mit {shared}</translation>
    </message>
    <message>
      <source>“{one}” and “{other}” have the same letters, parted differently</source>
      <translation>„{one}“ und „{other}“ haben dieselben Buchstaben, anders getrennt</translation>
    </message>
    <message>
      <source>“{one}” and “{other}” have the same letters, parted differently; both with {shared}</source>
      <translation>„{one}“ und „{other}“ haben dieselben Buchstaben, anders getrennt; beide mit {shared}</translation>
    </message>
    <message>
      <source>“{one}” and “{other}” have the same words in another order</source>
      <translation>„{one}“ und „{other}“ haben dieselben Wörter in anderer Reihenfolge</translation>
    </message>
    <message>
      <source>“{one}” and “{other}” have the same words in another order; both with {shared}</source>
      <translation>„{one}“ und „{other}“ haben dieselben Wörter in anderer Reihenfolge; beide mit {shared}</translation>
    </message>
    <message>
      <source>“{one}” and “{other}” may mean the same in two languages</source>
      <translation>„{one}“ und „{other}“ bedeuten in zwei Sprachen vielleicht dasselbe</translation>
    </message>
    <message>
      <source>“{one}” and “{other}” may mean the same in two languages; both with {shared}</source>
      <translation>„{one}“ und „{other}“ bedeuten in zwei Sprachen vielleicht dasselbe; beide mit {shared}</translation>
    </message>
    <message>
      <source>“{one}” and “{other}” may sound the same in two scripts</source>
      <translation>„{one}“ und „{other}“ klingen in zwei Schriften vielleicht gleich</translation>
    </message>
    <message>
      <source>“{one}” and “{other}” may sound the same in two scripts; both with {shared}</source>
      <translation>„{one}“ und „{other}“ klingen in zwei Schriften vielleicht gleich; beide mit {shared}</translation>
    </message>
    <message>
      <source>“{one}” and “{other}”: a first name may be short for the other</source>
      <translation>„{one}“ und „{other}“: Ein Vorname kann die Kurzform sein</translation>
    </message>
    <message>
      <source>“{one}” and “{other}”: a first name may be short for the other; both with {shared}</source>
      <translation>„{one}“ und „{other}“: Ein Vorname kann die Kurzform sein; beide mit {shared}</translation>
    </message>
    <message>
      <source>“{one}” and “{other}”: a first name may be the other's initial</source>
      <translation>„{one}“ und „{other}“: Ein Vorname kann der abgekürzte sein</translation>
    </message>
    <message>
      <source>“{one}” and “{other}”: a first name may be the other's initial; both with {shared}</source>
      <translation>„{one}“ und „{other}“: Ein Vorname kann der abgekürzte sein; beide mit {shared}</translation>
    </message>
    <message>
      <source>“{one}” and “{other}”: one has a double surname</source>
      <translation>„{one}“ und „{other}“: Einmal steht ein Doppelname</translation>
    </message>
    <message>
      <source>“{one}” and “{other}”: one has a double surname; both with {shared}</source>
      <translation>„{one}“ und „{other}“: Einmal steht ein Doppelname; beide mit {shared}</translation>
    </message>
    <message>
      <source>“{one}” and “{other}”: one has more first names</source>
      <translation>„{one}“ und „{other}“: Einmal stehen mehr Vornamen</translation>
    </message>
    <message>
      <source>“{one}” and “{other}”: one has more first names; both with {shared}</source>
      <translation>„{one}“ und „{other}“: Einmal stehen mehr Vornamen; beide mit {shared}</translation>
    </message>
    <message>
      <source>“{one}” and “{other}”: one is a surname alone</source>
      <translation>„{one}“ und „{other}“: Einmal steht nur der Nachname</translation>
    </message>
    <message>
      <source>“{one}” and “{other}”: one is a surname alone; both with {shared}</source>
      <translation>„{one}“ und „{other}“: Einmal steht nur der Nachname; beide mit {shared}</translation>
    </message>
    <message>
      <source>“{one}” and “{other}”: one may be the other's acronym</source>
      <translation>„{one}“ und „{other}“: Das eine kann die Abkürzung sein</translation>
    </message>
    <message>
      <source>“{one}” and “{other}”: one may be the other's acronym; both with {shared}</source>
      <translation>„{one}“ und „{other}“: Das eine kann die Abkürzung sein; beide mit {shared}</translation>
    </message>
    <message>
      <source>“{one}” and “{other}”: one says more than the other</source>
      <translation>„{one}“ und „{other}“: Das eine sagt mehr als das andere</translation>
    </message>
    <message>
      <source>“{one}” and “{other}”: one says more than the other; both with {shared}</source>
      <translation>„{one}“ und „{other}“: Das eine sagt mehr als das andere; beide mit {shared}</translation>
    </message>
    <message>
      <source>“{one}” and “{other}”: only one says junior or senior</source>
      <translation>„{one}“ und „{other}“: Nur einmal steht junior oder senior</translation>
    </message>
    <message>
      <source>“{one}” and “{other}”: only one says junior or senior; both with {shared}</source>
      <translation>„{one}“ und „{other}“: Nur einmal steht junior oder senior; beide mit {shared}</translation>
    </message>
    <message>
      <source>“{operator}” joins words of different fields, which never stand together; it was read as AND.</source>
      <translation>„{operator}“ verbindet Wörter verschiedener Felder, die nie beieinander stehen; es wurde als UND gelesen.</translation>
    </message>
    <message>
      <source>“{part}” cannot be counted in a text; “atleast{count}:” was left out.</source>
      <translation>„{part}“ lässt sich in einem Text nicht zählen; „mindestens{count}:“ wurde weggelassen.</translation>
    </message>
    <message>
      <source>“{part}” has no place in the text, so “{operator}” was read as AND.</source>
      <translation>„{part}“ hat keine Stelle im Text; „{operator}“ wurde als UND gelesen.</translation>
    </message>
    <message>
      <source>“{part}” leaves nothing over: without it there are hits.</source>
      <translation>„{part}“ lässt nichts übrig: ohne es gäbe es Treffer.</translation>
    </message>
    <message>
      <source>“{part}” narrows it down most.</source>
      <translation>„{part}“ engt am stärksten ein.</translation>
    </message>
    <message>
      <source>“{part}” was looked for in the newest {limit} articles only.</source>
      <translation>„{part}“ wurde nur in den neuesten {limit} Artikeln gesucht.</translation>
    </message>
    <message>
      <source>“{pattern}” fits more than {limit} words; only the first were searched.</source>
      <translation>„{pattern}“ passt auf mehr als {limit} Wörter; nur die ersten wurden gesucht.</translation>
    </message>
    <message>
      <source>“{sort}” is no order. Name one or several of these, parted by commas: {names}. A “-” turns one round.</source>
      <translation>„{sort}“ ist keine Reihenfolge. Eines oder mehrere davon nennen, mit Kommas getrennt: {names}. Ein „-“ kehrt um.</translation>
    </message>
    <message>
      <source>“{suffix}” fits single words only and was left out.</source>
      <translation>„{suffix}“ passt nur zu einzelnen Wörtern und wurde weggelassen.</translation>
    </message>
    <message>
      <source>“{text}” has no closing “/” and was taken literally.</source>
      <translation>„{text}“ hat kein schließendes „/“ und wurde wörtlich genommen.</translation>
    </message>
    <message>
      <source>“{text}” was taken literally, without its wildcards.</source>
      <translation>„{text}“ wurde wörtlich genommen, ohne Platzhalter.</translation>
    </message>
    <message>
      <source>“{title}” dropped</source>
      <translation>„{title}“ weg</translation>
    </message>
    <message>
      <source>“{title}” kept</source>
      <translation>„{title}“ behalten</translation>
    </message>
    <message>
      <source>“{title}” parted from its versions</source>
      <translation>„{title}“ von seinen Fassungen getrennt</translation>
    </message>
    <message>
      <source>“{title}” seen</source>
      <translation>„{title}“ gesehen</translation>
    </message>
    <message>
      <source>“{title}” to be read again</source>
      <translation>„{title}“ wieder offen</translation>
    </message>
    <message>
      <source>“{value}” is no date like 2018, 2018-09 or 2018..2020; it was searched as words.</source>
      <translation>„{value}“ ist kein Datum wie 2018, 2018-09 oder 2018..2020; gesucht wurde nach den Wörtern.</translation>
    </message>
    <message>
      <source>“{value}” is not a date. Write {year}, {year}-09 or {year}-09-15.</source>
      <translation>„{value}“ ist kein Datum. Schreiben Sie {year}, {year}-09 oder {year}-09-15.</translation>
    </message>
    <message>
      <source>“{what}” holds no letter or digit and was left out.</source>
      <translation>„{what}“ enthält weder Buchstaben noch Ziffern und wurde weggelassen.</translation>
    </message>
    <message>
      <source>“{words}”</source>
      <translation>„{words}“</translation>
    </message>
    <message>
      <source>“{words}” are synonyms already.</source>
      <translation>„{words}“ sind bereits Synonyme.</translation>
    </message>
    <message>
      <source>“{words}” marked {count} times in “{title}”</source>
      <translation>„{words}“ {count}-mal markiert in „{title}“</translation>
    </message>
    <message>
      <source>“{word}:” counts words and phrases, so it was read for each in the brackets.</source>
      <translation>„{word}:“ zählt Wörter und Wortfolgen und wurde deshalb für alle in der Klammer einzeln gelesen.</translation>
    </message>
    <message>
      <source>“{word}:” was read as {limit}, the limit.</source>
      <translation>„{word}:“ wurde als {limit} gelesen, die Grenze.</translation>
    </message>
    <message>
      <source>“{word}” cannot be a synonym: it needs 1 to {limit} characters and no comma.</source>
      <translation>„{word}“ kann kein Synonym sein: nötig sind 1 bis {limit} Zeichen ohne Komma.</translation>
    </message>
    <message>
      <source>“{word}” had nothing before it and was left out.</source>
      <translation>Vor „{word}“ stand nichts; es wurde weggelassen.</translation>
    </message>
    <message>
      <source>“{word}” had nothing behind it and was left out.</source>
      <translation>Hinter „{word}“ stand nichts; es wurde weggelassen.</translation>
    </message>
    <message>
      <source>“{word}” is no decision. Say same, different or unsure.</source>
      <translation>„{word}“ ist keine Entscheidung. Sagen Sie same, different oder unsure.</translation>
    </message>
    <message>
      <source>“{word}” was searched as it is: “~” needs a word of {least} letters and a number from 1 to {most}.</source>
      <translation>„{word}“ wurde gesucht, wie es ist: „~“ braucht ein Wort von {least} Buchstaben und eine Zahl von 1 bis {most}.</translation>
    </message>
    <message>
      <source>“~{changes}” was read as “~{read}”: one or two letters may differ.</source>
      <translation>„~{changes}“ wurde als „~{read}“ gelesen: Ein oder zwei Buchstaben dürfen abweichen.</translation>
    </message>
  </context>
</TS>
