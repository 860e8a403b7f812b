# L'information des travailleurs sur un système : titres, ce que dit chaque section, têtes et lignes ; et comment se lisent les obligations.

workers-notice = Information des travailleurs{ "\u202F" }: { $system }
workers-purpose = Un employeur informe les travailleurs et leurs représentants avant qu’un système d’IA à haut risque soit utilisé au travail. La présente information dit ce que fait le système, qui le surveille et à qui s’adresser.

title-workers-system = Qui informe, et sur quoi
workers-employer = Employeur
workers-council = Comité d’entreprise
workers-contact = Contact
workers-questions-to = Adresse pour les questions
workers-web-page = Page web
workers-ai-system = Système d’IA
workers-what-it-is = Ce que c’est
workers-supplied-by = Fourni par
workers-status = État
workers-in-service-since = En service depuis
workers-owner = Responsable interne
workers-class = Catégorie au sens du règlement
workers-class-high-risk = système d’IA à haut risque
workers-class-high-risk-open = système d’IA à haut risque{ "\u202F" }; la question d’une pratique interdite est ouverte
workers-class-open = ouvert{ "\u202F" }: des questions dont elle dépend n’ont pas encore de réponse
workers-class-other = pas à haut risque d’après les réponses enregistrées

title-workers-duty = Pourquoi cette information est donnée
workers-duty = Quiconque utilise en tant qu’employeur un système d’IA à haut risque informe les travailleurs concernés et leurs représentants avant son utilisation au travail. Les règles du droit de l’Union et du droit national sur l’information et la consultation des travailleurs s’appliquent en outre{ "\u202F" }; la présente information n’en remplace aucune.
workers-duty-open = L’inventaire contient une information des travailleurs sur ce système. La question de savoir si le règlement l’exige est ouverte, parce que des questions dont cela dépend n’ont pas encore de réponse.
workers-duty-none = L’inventaire contient une information des travailleurs sur ce système. D’après ses réponses, aucune obligation du règlement de la donner n’en découle{ "\u202F" }; les règles du droit de l’Union et du droit national sur l’information et la consultation des travailleurs peuvent néanmoins l’exiger.

title-workers-purpose = Ce que fait le système, et ce à quoi il ne sert pas
workers-intended-purpose = Destination
workers-made-for = Ce pour quoi il est fait
workers-used-for = Ce pour quoi nous l’utilisons
workers-operators = Qui travaille avec lui
workers-affected = Sur qui il a un effet
workers-puts-out = Ce qu’il produit
workers-autonomy = Jusqu’où il agit seul
workers-plain-questions = Questions en mots simples
workers-evaluates = Évalue des travailleurs ou répartit leurs tâches
workers-decides = Prend ou influence des décisions sur des personnes
workers-must-not = Ce pour quoi il ne doit pas être utilisé
workers-limits = Limites connues

title-workers-oversight = Qui le surveille
workers-oversight = Quiconque utilise un système d’IA à haut risque en confie le contrôle à des personnes qui ont la capacité et le droit d’écarter ce qu’il produit et de l’arrêter. Voici ce qui est enregistré à leur sujet{ "\u202F" }:
workers-oversight-none = manquant{ "\u202F" }: aucune attribution du contrôle humain ne nomme ce système.
workers-watches = Qui surveille{ "\u202F" }: { $roles }
workers-may = Ce que ces personnes peuvent faire{ "\u202F" }: { $authority }
workers-stop-approval = Un accord leur est nécessaire pour l’arrêter{ "\u202F" }: { $answer }
workers-override = Comment ce qu’il produit est écarté ou annulé{ "\u202F" }: { $how }

title-workers-data = Données vous concernant
workers-personal-data = Traite des données à caractère personnel
workers-assessment = Analyse d’impact relative à la protection des données
workers-no-log = Aucune synthèse d’audit ne nomme un journal de ce système{ "\u202F" }; l’inventaire ne dit donc pas ce qui est journalisé au sujet des personnes.

title-workers-rights = Ce que vous pouvez demander
workers-rights-open = La question de savoir si le règlement exige davantage est ouverte, parce que des questions dont cela dépend n’ont pas encore de réponse. Le droit de la protection des données et le droit du travail donnent des droits propres.
workers-rights-none = D’après les réponses enregistrées, le système n’aide pas à décider au sujet de personnes d’une manière qui amène le règlement à exiger davantage. Le droit de la protection des données et le droit du travail donnent des droits propres.

title-workers-told = Qui a été informé, et quand

title-workers-gaps = Ce qui manque
workers-gaps = Tant que ces points restent ouverts, l’information n’est pas complète.

title-workers-approval = Approbation

head-duty-towards-you = Obligation envers vous
head-our-role = Notre rôle
head-in-the-inventory = Dans l’inventaire
head-kept-at-least = Conservé au moins
head-kept-at-most = Conservé au plus
head-protection = Protection

standing-now = dû maintenant
standing-from = applicable à partir du { $day }
standing-unsettled = applicable à partir du { $day } (début non tranché)
standing-grace = dû, avec un délai jusqu’au { $day }
showing-shown = documenté
showing-partly = documenté en partie
showing-missing = manquant
showing-contradicted = non documenté{ "\u202F" }: les faits enregistrés disent le contraire
showing-unknown = inconnu
showing-not-applicable = sans objet ({ $reason })
