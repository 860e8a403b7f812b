# Cómo se leen los valores: respuestas, días, duraciones, recuentos, lo que falta y de qué modo, grados, referencias.

yes = sí
no = no
none = ninguno
# Va entre los elementos de una enumeración que tienen comas propias.
between-long-items = { "; " }
missing = falta: { $field }
# Lo mismo para quien no tiene nada que ver con los campos del inventario.
missing-untold = falta: el inventario no lo dice
# Precede al nombre de un campo, que no se parte al final de la línea.
missing-before = falta:
not-on-record = no consta
# Lo que dice un hecho en el sentido de la ley donde el campo sencillo no dice nada; con el campo del hecho.
by-fact = { $says } ({ $field })
by-fact-persons = hay personas que tratan directamente con él: { $says }
by-fact-content = de texto, imágenes, audio y vídeo: { $says }
by-fact-published = su texto se publica sobre asuntos de interés público: { $says }
not-applicable = no aplicable: { $reason }
unknown = desconocido
unknown-asked = desconocido (preguntado a: { $who })
unknown-asked-day = desconocido (preguntado el { $day })
unknown-asked-who-day = desconocido (preguntado a: { $who }, el { $day })

# Un espacio de no separación mantiene juntos el día y el mes.
day = { $day }{ "\u00A0" }de { $month } de { $year }
month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
n-years = { $n ->
    [one] 1 año
   *[other] { $n } años
}
n-months = { $n ->
    [one] 1 mes
   *[other] { $n } meses
}
n-days = { $n ->
    [one] 1 día
   *[other] { $n } días
}
days-from-to = del { $start } al { $end }
days-from = desde el { $start } ({ $missing })
days-until = hasta el { $end } ({ $missing })
no-systems-named = Resúmenes que no nombran ningún sistema

share = { $n } de { $all } ({ $percent })
share-of-none = 0 de 0
share-too-large = { $n } de { $all } (más de los que hay: revisar los recuentos)
share-of-unknown = { $n }; total: { $why }
count-missing = desconocido ({ $missing })
percent = { $whole },{ $tenth }{ "\u00A0" }%
percent-over = más del 99,9{ "\u00A0" }%
percent-under = menos del 0,1{ "\u00A0" }%

level-must-now = exigible ahora
level-must-by = exigible a partir del { $day }
level-should = recomendado
level-info = a título informativo
gap-asked = La respuesta es desconocida; se preguntó a: { $who }.
gap-asked-on = La respuesta es desconocida; se preguntó a: { $who }, el { $day }.
gap-asked-nobody = persona no indicada
gap-day-unsettled = No está resuelto a partir de qué día es exigible.
gap-accepted = Aceptada hasta el { $day } por { $who }: { $reason }.
gap-accepted-owed = Aceptada internamente hasta el { $day } por { $who }: { $reason }. La obligación sigue siendo exigible.
gap-accepted-owed-from = Aceptada hasta el { $day } por { $who }: { $reason }. A partir del { $begins } la obligación es exigible de todos modos.

cite-article = Art. { $number }{ $place }
cite-articles = Art. { $first } a { $last }
cite-omnibus = OMN Art. { $number }{ $place }
cite-annex-i = Anexo I { $section } punto { $point }
cite-annex-i-section = Anexo I { $section }
cite-annex-iii = Anexo III { $point }
cite-annex = Anexo { $number } { $place }
cite-annex-whole = Anexo { $number }
cite-recital = considerando { $number }
cite-omnibus-recital = OMN considerando { $number }
cite-guideline = { $name } { $place }
cite-gdpr = RGPD
cite-point = punto
cite-points = puntos
cite-section = sección
cite-second-subparagraph = párrafo segundo
cite-last-subparagraph = último párrafo
