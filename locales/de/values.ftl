# Wie Werte zu lesen sind: Antworten, Tage, Zeiträume, Anzahlen, was auf welche Weise fehlt, Dringlichkeit, Fundstellen.

yes = ja
no = nein
none = keine
# Steht zwischen Gliedern einer Aufzählung, die selbst Kommas haben.
between-long-items = { "; " }
missing = fehlt: { $field }
# Dasselbe für Menschen, die mit den Feldern des Verzeichnisses nichts zu tun haben.
missing-untold = fehlt: das Verzeichnis sagt dazu nichts
# Steht vor dem Namen eines Feldes, der am Zeilenende nicht getrennt wird.
missing-before = fehlt:
not-on-record = nicht verzeichnet
# Was eine Tatsache im Sinn des Gesetzes sagt, wo das einfache Feld nichts sagt; mit dem Feld der Tatsache.
by-fact = { $says } ({ $field })
by-fact-persons = Personen haben unmittelbar mit ihm zu tun: { $says }
by-fact-content = von Text, Bildern, Ton und Video: { $says }
by-fact-published = sein Text wird zu Fragen von öffentlichem Interesse veröffentlicht: { $says }
not-applicable = entfällt: { $reason }
unknown = unbekannt
unknown-asked = unbekannt (gefragt: { $who })
unknown-asked-day = unbekannt (gefragt am { $day })
unknown-asked-who-day = unbekannt (gefragt: { $who }, am { $day })

# Ein geschütztes Leerzeichen hält Tag und Monat zusammen.
day = { $day }.{ "\u00A0" }{ $month } { $year }
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
n-years = { $n ->
    [one] 1 Jahr
   *[other] { $n } Jahre
}
n-months = { $n ->
    [one] 1 Monat
   *[other] { $n } Monate
}
n-days = { $n ->
    [one] 1 Tag
   *[other] { $n } Tage
}
days-from-to = { $start } bis { $end }
days-from = ab { $start } ({ $missing })
days-until = bis { $end } ({ $missing })
no-systems-named = Zusammenfassungen, die kein System nennen

share = { $n } von { $all } ({ $percent })
share-of-none = 0 von 0
share-too-large = { $n } von { $all } (mehr, als es gibt: Zählung prüfen)
share-of-unknown = { $n }; Grundgesamtheit { $why }
count-missing = unbekannt ({ $missing })
percent = { $whole },{ $tenth }{ "\u00A0" }%
percent-over = über 99,9{ "\u00A0" }%
percent-under = unter 0,1{ "\u00A0" }%

level-must-now = jetzt geschuldet
level-must-by = geschuldet ab { $day }
level-should = empfohlen
level-info = zur Kenntnis
gap-asked = Die Antwort ist unbekannt; gefragt: { $who }.
gap-asked-on = Die Antwort ist unbekannt; gefragt: { $who }, am { $day }.
gap-asked-nobody = niemand genannt
gap-day-unsettled = Von welchem Tag an es geschuldet ist, ist nicht geklärt.
gap-accepted = Hingenommen bis zum { $day } von { $who }: { $reason }.
gap-accepted-owed = Intern hingenommen bis zum { $day } von { $who }: { $reason }. Die Pflicht ist gleichwohl geschuldet.
gap-accepted-owed-from = Hingenommen bis zum { $day } von { $who }: { $reason }. Ab { $begins } ist die Pflicht gleichwohl geschuldet.

cite-article = Art. { $number }{ $place }
cite-articles = Art. { $first } bis { $last }
cite-omnibus = OMN Art. { $number }{ $place }
cite-annex-i = Anhang I { $section } Nummer { $point }
cite-annex-i-section = Anhang I { $section }
cite-annex-iii = Anhang III { $point }
cite-annex = Anhang { $number } { $place }
cite-annex-whole = Anhang { $number }
cite-recital = Erwägungsgrund { $number }
cite-omnibus-recital = OMN Erwägungsgrund { $number }
cite-guideline = { $name } { $place }
cite-gdpr = DSGVO
cite-point = Nummer
cite-points = Nummern
cite-section = Abschnitt
cite-second-subparagraph = Unterabsatz 2
cite-last-subparagraph = letzter Unterabsatz
