# Was ein Dokument zum Bearbeiten dem Text hinzufügt.

docx-copy-beside = Eine Bearbeitungskopie; das PDF gleichen Namens liegt daneben, und beide gehören zum Build { $build }. Nach einer Bearbeitung ist sie nicht mehr die Datei, die SHA256SUMS aufführt. Was bleiben soll, gehört in das Inventar.
docx-copy-alone = Eine Kopie zum Bearbeiten eines Dokuments des Builds { $build }. Dieser Build hat kein PDF davon erzeugt; ein eigens erzeugtes PDF trägt die Nummer seines eigenen Builds. Nach einer Bearbeitung ist sie nicht mehr die Datei, die SHA256SUMS aufführt. Was bleiben soll, gehört in das Inventar.
docx-footer = Kopie zum Bearbeiten
docx-footer-draft = { $draft } · Kopie zum Bearbeiten
