# Come si leggono i valori: risposte, giorni, durate, conteggi, ciò che manca e in che modo, gradi, riferimenti.

yes = sì
no = no
none = nessuno
# Sta fra gli elementi di un elenco che hanno virgole proprie.
between-long-items = { "; " }
missing = mancante: { $field }
# Lo stesso per chi non ha a che fare con i campi dell’inventario.
missing-untold = mancante: l’inventario non lo dice
# Precede il nome di un campo, che non va spezzato a fine riga.
missing-before = mancante:
not-on-record = non risulta
# Ciò che dice un fatto ai sensi della legge dove il campo semplice non dice nulla; con il campo del fatto.
by-fact = { $says } ({ $field })
by-fact-persons = persone hanno a che fare direttamente con esso: { $says }
by-fact-content = tra testo, immagini, audio e video: { $says }
by-fact-published = il suo testo è pubblicato su questioni di interesse pubblico: { $says }
not-applicable = non applicabile: { $reason }
unknown = sconosciuto
unknown-asked = sconosciuto (chiesto a: { $who })
unknown-asked-day = sconosciuto (chiesto in data { $day })
unknown-asked-who-day = sconosciuto (chiesto a: { $who }, in data { $day })

# Uno spazio unificatore tiene insieme il giorno e il mese.
day = { $day ->
    [1] 1º
   *[other] { $day }
}{ "\u00A0" }{ $month } { $year }
month-1 = gennaio
month-2 = febbraio
month-3 = marzo
month-4 = aprile
month-5 = maggio
month-6 = giugno
month-7 = luglio
month-8 = agosto
month-9 = settembre
month-10 = ottobre
month-11 = novembre
month-12 = dicembre
n-years = { $n ->
    [one] 1 anno
   *[other] { $n } anni
}
n-months = { $n ->
    [one] 1 mese
   *[other] { $n } mesi
}
n-days = { $n ->
    [one] 1 giorno
   *[other] { $n } giorni
}
days-from-to = { $start } – { $end }
days-from = dal giorno { $start } ({ $missing })
days-until = fino al giorno { $end } ({ $missing })
no-systems-named = Sintesi che non nominano alcun sistema

# Qui e più sotto la parola inserita segue un nome maschile.
share = { $n } su { $all } ({ $percent })
share-of-none = 0 su 0
share-too-large = { $n } su { $all } (più di quanti ce ne sono: verificare i conteggi)
share-of-unknown = { $n }; totale { $why }
count-missing = sconosciuto ({ $missing })
percent = { $whole },{ $tenth }{ "\u00A0" }%
percent-over = oltre il 99,9{ "\u00A0" }%
percent-under = meno dello 0,1{ "\u00A0" }%

level-must-now = dovuto ora
level-must-by = dovuto dal giorno { $day }
level-should = raccomandato
level-info = per conoscenza
gap-asked = La risposta è sconosciuta; chiesta a: { $who }.
gap-asked-on = La risposta è sconosciuta; chiesta a: { $who }, in data { $day }.
gap-asked-nobody = persona non indicata
gap-day-unsettled = Non è risolto da quale giorno sia dovuto.
gap-accepted = Accettata fino al giorno { $day } da { $who }: { $reason }.
gap-accepted-owed = Accettata internamente fino al giorno { $day } da { $who }: { $reason }. L’obbligo resta dovuto.
gap-accepted-owed-from = Accettata fino al giorno { $day } da { $who }: { $reason }. Dal giorno { $begins } l’obbligo è comunque dovuto.

cite-article = Art. { $number }{ $place }
cite-articles = Art. da { $first } a { $last }
cite-omnibus = OMN Art. { $number }{ $place }
cite-annex-i = Allegato I { $section } punto { $point }
cite-annex-i-section = Allegato I { $section }
cite-annex-iii = Allegato III { $point }
cite-annex = Allegato { $number } { $place }
cite-annex-whole = Allegato { $number }
cite-recital = considerando { $number }
cite-omnibus-recital = OMN considerando { $number }
cite-guideline = { $name } { $place }
cite-gdpr = GDPR
cite-point = punto
cite-points = punti
cite-section = sezione
cite-second-subparagraph = secondo comma
cite-last-subparagraph = ultimo comma
