# L'informazione dei lavoratori su un sistema: titoli, che cosa dice ogni sezione, intestazioni e righe; e come si leggono gli obblighi.

workers-notice = Informazione dei lavoratori: { $system }
workers-purpose = Un datore di lavoro informa i lavoratori e i loro rappresentanti prima che un sistema di IA ad alto rischio sia usato sul lavoro. Questa informazione dice che cosa fa il sistema, chi lo sorveglia e a chi rivolgersi.

title-workers-system = Chi informa, e di che cosa
workers-employer = Datore di lavoro
workers-council = Comitato aziendale
workers-contact = Contatto
workers-questions-to = Indirizzo per le domande
workers-web-page = Pagina web
workers-ai-system = Sistema di IA
workers-what-it-is = Che cos’è
workers-supplied-by = Fornito da
workers-status = Stato
workers-in-service-since = In servizio dal giorno
workers-owner = Responsabile interno
workers-class = Categoria secondo il regolamento
workers-class-high-risk = sistema di IA ad alto rischio
workers-class-high-risk-open = sistema di IA ad alto rischio; è aperto se sia una pratica vietata
workers-class-open = aperta: le domande da cui dipende non hanno ancora risposta
workers-class-other = non ad alto rischio secondo le risposte registrate

title-workers-duty = Perché si informa
workers-duty = Chi usa come datore di lavoro un sistema di IA ad alto rischio informa i lavoratori interessati e i loro rappresentanti prima di usarlo sul lavoro. Le norme del diritto dell’Unione e del diritto nazionale sull’informazione e la consultazione dei lavoratori si applicano inoltre; questa informazione non ne sostituisce nessuna.
workers-duty-open = L’inventario contiene un’informazione dei lavoratori su questo sistema. È aperto se il regolamento la richieda, perché le domande da cui dipende non hanno ancora risposta.
workers-duty-none = L’inventario contiene un’informazione dei lavoratori su questo sistema. Dalle sue risposte non deriva alcun obbligo del regolamento di darla; le norme del diritto dell’Unione e del diritto nazionale sull’informazione e la consultazione dei lavoratori possono richiederla comunque.

title-workers-purpose = Che cosa fa il sistema, e a che cosa non serve
workers-intended-purpose = Finalità prevista
workers-made-for = Per che cosa è fatto
workers-used-for = Per che cosa lo usiamo
workers-operators = Chi ci lavora
workers-affected = Su chi ha un effetto
workers-puts-out = Che cosa produce
workers-autonomy = Fino a che punto agisce da solo
workers-plain-questions = Domande in parole semplici
workers-evaluates = Valuta lavoratori o assegna i loro compiti
workers-decides = Prende o influenza decisioni su persone
workers-must-not = Per che cosa non deve essere usato
workers-limits = Limiti noti

title-workers-oversight = Chi lo sorveglia
workers-oversight = Chi usa un sistema di IA ad alto rischio ne affida la sorveglianza a persone che hanno la capacità e l’autorità di ignorare ciò che produce e di arrestarlo. Su di loro è registrato:
workers-oversight-none = mancante: nessuna assegnazione della sorveglianza nomina questo sistema.
workers-watches = Chi sorveglia: { $roles }
workers-may = Che cosa può fare: { $authority }
workers-stop-approval = Serve un’approvazione per arrestarlo: { $answer }
workers-override = Come ciò che produce viene ignorato o annullato: { $how }

title-workers-data = Dati su di Lei
workers-personal-data = Tratta dati personali
workers-assessment = Valutazione d’impatto sulla protezione dei dati
workers-no-log = Nessuna sintesi di audit nomina un registro di questo sistema; l’inventario non dice quindi che cosa viene registrato sulle persone.

title-workers-rights = Che cosa può chiedere
workers-rights-open = È aperto se il regolamento richieda di più, perché le domande da cui dipende non hanno ancora risposta. Il diritto della protezione dei dati e il diritto del lavoro danno diritti propri.
workers-rights-none = Secondo le risposte registrate, il sistema non aiuta a decidere su persone in un modo che porti il regolamento a chiedere di più. Il diritto della protezione dei dati e il diritto del lavoro danno diritti propri.

title-workers-told = Chi è stato informato, e quando

title-workers-gaps = Che cosa manca
workers-gaps = Finché questi punti restano aperti, l’informazione non è completa.

title-workers-approval = Approvazione

head-duty-towards-you = Obbligo verso di Lei
head-our-role = Il nostro ruolo
head-in-the-inventory = Nell’inventario
head-kept-at-least = Conservato almeno
head-kept-at-most = Conservato al massimo
head-protection = Protezione

standing-now = dovuto ora
standing-from = si applica dal giorno { $day }
standing-unsettled = si applica dal giorno { $day } (inizio non chiarito)
standing-grace = dovuto, con tempo fino al giorno { $day }
showing-shown = documentato
showing-partly = documentato in parte
showing-missing = mancante
showing-contradicted = non documentato: i fatti registrati dicono il contrario
showing-unknown = sconosciuto
showing-not-applicable = non applicabile ({ $reason })
