# Was ein Dokument zum Bearbeiten dem Text hinzufügt.

docx-editable = Ein Entwurf zum Bearbeiten. Versiegelt und geprüft wird das PDF gleichen Namens; was bleiben soll, gehört in das Inventar.
