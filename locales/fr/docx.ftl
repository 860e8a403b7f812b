# Ce qu’un document à modifier ajoute au texte.

docx-copy-beside = Une copie à modifier du PDF du même nom placé à côté ; les deux relèvent de la génération { $build }. Une fois modifiée, elle n’est plus le fichier que cite SHA256SUMS. Une modification qui doit rester a sa place dans l’inventaire.
docx-copy-alone = Une copie à modifier d’un document de la génération { $build }. Celle-ci n’en a pas produit de PDF ; un PDF produit à part porte le numéro de sa propre génération. Une fois modifiée, elle n’est plus le fichier que cite SHA256SUMS. Une modification qui doit rester a sa place dans l’inventaire.
docx-footer = Copie à modifier
docx-footer-draft = { $draft } · Copie à modifier
