# Ce que les pages d’un PDF ajoutent au texte.

pdf-contents = Sommaire
pdf-draft = PROJET
pdf-unsigned = PROJET, non approuvé
pdf-as-of-and-build = Au { $day } · génération { $build }
pdf-page = Page { $page } sur { $pages }
pdf-note = Note
pdf-tip = Conseil
pdf-important = Important
pdf-warning = Avertissement
pdf-caution = Prudence
