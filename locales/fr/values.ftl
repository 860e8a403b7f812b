# Comment se lisent les valeurs : réponses, jours, durées, nombres, ce qui manque et de quelle façon, degrés, références.

yes = oui
no = non
none = néant
# Se place entre les éléments d'une énumération qui ont eux-mêmes des virgules.
between-long-items = { "\u202F; " }
missing = manquant : { $field }
# La même chose pour qui n’a rien à faire des champs de l’inventaire.
missing-untold = manquant{ "\u202F" }: l’inventaire n’en dit rien
# Précède le nom d’un champ, qui n’est pas coupé en fin de ligne.
missing-before = manquant :
not-on-record = non consigné
# Ce que dit un fait au sens de la loi là où le champ simple ne dit rien ; avec le champ du fait.
by-fact = { $says } ({ $field })
by-fact-persons = des personnes ont directement affaire à lui : { $says }
by-fact-content = parmi texte, images, son et vidéo : { $says }
by-fact-published = son texte est publié sur des questions d’intérêt public : { $says }
not-applicable = sans objet : { $reason }
unknown = inconnu
unknown-asked = inconnu (demandé à : { $who })
unknown-asked-day = inconnu (demandé le { $day })
unknown-asked-who-day = inconnu (demandé à : { $who }, le { $day })

# Une espace insécable tient ensemble le jour et le mois.
day = { $day ->
    [1] 1er
   *[other] { $day }
}{ "\u00A0" }{ $month } { $year }
month-1 = janvier
month-2 = février
month-3 = mars
month-4 = avril
month-5 = mai
month-6 = juin
month-7 = juillet
month-8 = août
month-9 = septembre
month-10 = octobre
month-11 = novembre
month-12 = décembre
n-years = { $n ->
    [one] { $n } an
   *[other] { $n } ans
}
n-months = { $n } mois
n-days = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
}
days-from-to = du { $start } au { $end }
days-from = à partir du { $start } ({ $missing })
days-until = jusqu’au { $end } ({ $missing })
no-systems-named = Synthèses qui ne nomment aucun système

# Ici et plus bas, le mot inséré suit un nom masculin.
share = { $n } sur { $all } ({ $percent })
share-of-none = 0 sur 0
share-too-large = { $n } sur { $all } (plus qu’il n’y en a : vérifier les nombres)
share-of-unknown = { $n } ; total { $why }
count-missing = inconnu ({ $missing })
percent = { $whole },{ $tenth }{ "\u202F" }%
percent-over = plus de 99,9{ "\u202F" }%
percent-under = moins de 0,1{ "\u202F" }%

level-must-now = dû dès maintenant
level-must-by = dû à partir du { $day }
level-should = recommandé
level-info = pour information
gap-asked = La réponse est inconnue ; demandée à : { $who }.
gap-asked-on = La réponse est inconnue ; demandée à : { $who }, le { $day }.
gap-asked-nobody = personne non indiquée
gap-day-unsettled = Le jour à partir duquel cela est dû n’est pas tranché.
gap-accepted = Acceptée jusqu’au { $day } par { $who } : { $reason }.
gap-accepted-owed = Acceptée en interne jusqu’au { $day } par { $who } : { $reason }. L’obligation reste due.
gap-accepted-owed-from = Acceptée jusqu’au { $day } par { $who } : { $reason }. À partir du { $begins }, l’obligation est due malgré tout.

cite-article = Art. { $number }{ $place }
cite-articles = Art. { $first } à { $last }
cite-omnibus = OMN Art. { $number }{ $place }
cite-annex-i = Annexe I { $section } point { $point }
cite-annex-i-section = Annexe I { $section }
cite-annex-iii = Annexe III { $point }
cite-annex = Annexe { $number } { $place }
cite-annex-whole = Annexe { $number }
cite-recital = considérant { $number }
cite-omnibus-recital = OMN considérant { $number }
cite-guideline = { $name } { $place }
cite-gdpr = RGPD
cite-point = point
cite-points = points
cite-section = section
cite-second-subparagraph = second alinéa
cite-last-subparagraph = dernier alinéa
