# Was die Seiten eines PDF dem Text hinzufügen.

pdf-contents = Inhalt
pdf-draft = ENTWURF
pdf-unsigned = ENTWURF, nicht freigegeben
pdf-as-of-and-build = Stichtag { $day } · Build { $build }
pdf-page = Seite { $page } von { $pages }
pdf-note = Hinweis
pdf-tip = Tipp
pdf-important = Wichtig
pdf-warning = Warnung
pdf-caution = Vorsicht
