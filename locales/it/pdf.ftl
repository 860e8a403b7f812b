# Ciò che le pagine di un PDF aggiungono al testo.

pdf-contents = Indice
pdf-draft = BOZZA
pdf-unsigned = BOZZA, non approvata
pdf-as-of-and-build = Data rif.: { $day } · gen. { $build }
pdf-page = Pagina { $page } di { $pages }
pdf-note = Nota
pdf-tip = Consiglio
pdf-important = Importante
pdf-warning = Avvertenza
pdf-caution = Attenzione
