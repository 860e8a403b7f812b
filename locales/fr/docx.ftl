# Ce qu’un document à modifier ajoute au texte.

docx-editable = Un projet à modifier. Ce qui est scellé et vérifié est le PDF du même nom ; une modification qui doit rester a sa place dans l’inventaire.
