# Die Information der Arbeitnehmer über ein System: Titel, was jeder Abschnitt sagt, Köpfe und Zeilen; und wie Pflichten zu lesen sind.

workers-notice = Information der Arbeitnehmer: { $system }
workers-purpose = Ein Arbeitgeber informiert die Arbeitnehmer und ihre Vertreter, bevor ein Hochrisiko-KI-System am Arbeitsplatz verwendet wird. Diese Information sagt, was das System tut, wer es überwacht und an wen man sich wenden kann.

title-workers-system = Wer informiert, und worüber
workers-employer = Arbeitgeber
workers-council = Betriebsrat
workers-contact = Kontakt
workers-questions-to = Fragen gehen an
workers-web-page = Webseite
workers-ai-system = KI-System
workers-what-it-is = Was es ist
workers-supplied-by = Geliefert von
workers-status = Stand
workers-in-service-since = In Betrieb seit
workers-owner = Zuständig
workers-class = Einstufung nach der Verordnung
workers-class-high-risk = Hochrisiko-KI-System
workers-class-high-risk-open = Hochrisiko-KI-System; ob eine verbotene Praktik vorliegt, ist offen
workers-class-open = offen: Fragen, die darüber entscheiden, sind noch nicht beantwortet
workers-class-other = nach den verzeichneten Antworten kein Hochrisiko-KI-System

title-workers-duty = Warum informiert wird
workers-duty = Wer als Arbeitgeber ein Hochrisiko-KI-System verwendet, informiert die betroffenen Arbeitnehmer und ihre Vertreter, bevor es am Arbeitsplatz verwendet wird. Vorschriften des Unionsrechts und des nationalen Rechts über die Unterrichtung und Anhörung der Arbeitnehmer gelten daneben; diese Information ersetzt keine davon.
workers-duty-open = Das Verzeichnis enthält eine Information der Arbeitnehmer über dieses System. Ob die Verordnung sie verlangt, ist offen, weil Fragen, von denen es abhängt, noch nicht beantwortet sind.
workers-duty-none = Das Verzeichnis enthält eine Information der Arbeitnehmer über dieses System. Nach seinen Antworten folgt aus der Verordnung keine Pflicht dazu; Vorschriften des Unionsrechts und des nationalen Rechts über die Unterrichtung und Anhörung der Arbeitnehmer können sie gleichwohl verlangen.

title-workers-purpose = Was das System tut, und wozu es nicht da ist
workers-intended-purpose = Zweckbestimmung
workers-made-for = Wozu es gemacht ist
workers-used-for = Wofür wir es verwenden
workers-operators = Wer damit arbeitet
workers-affected = Auf wen es sich auswirkt
workers-puts-out = Was es ausgibt
workers-autonomy = Wie weit es selbst handelt
workers-plain-questions = Fragen in einfachen Worten
workers-evaluates = Bewertet Arbeitnehmer oder verteilt ihre Aufgaben
workers-decides = Trifft oder beeinflusst Entscheidungen über Personen
workers-must-not = Wofür es nicht verwendet werden darf
workers-limits = Bekannte Grenzen

title-workers-oversight = Wer es überwacht
workers-oversight = Wer ein Hochrisiko-KI-System verwendet, überträgt die Aufsicht darüber Menschen, die in der Lage und befugt sind, seine Ausgabe außer Acht zu lassen und es anzuhalten. Über sie ist verzeichnet:
workers-oversight-none = fehlt: keine Zuweisung der Aufsicht nennt dieses System.
workers-watches = Wer überwacht: { $roles }
workers-may = Was sie dürfen: { $authority }
workers-stop-approval = Zum Anhalten brauchen sie eine Zustimmung: { $answer }
workers-override = Wie die Ausgabe außer Acht gelassen oder rückgängig gemacht wird: { $how }

title-workers-data = Daten über Sie
workers-personal-data = Verarbeitet personenbezogene Daten
workers-assessment = Datenschutz-Folgenabschätzung
workers-no-log = Keine Audit-Zusammenfassung nennt ein Protokoll dieses Systems, daher sagt das Verzeichnis nicht, was über Menschen protokolliert wird.

title-workers-rights = Was Sie verlangen können
workers-rights-open = Ob die Verordnung mehr verlangt, ist offen, weil Fragen, von denen es abhängt, noch nicht beantwortet sind. Datenschutzrecht und Arbeitsrecht geben eigene Rechte.
workers-rights-none = Nach den verzeichneten Antworten hilft das System nicht so über Personen zu entscheiden, dass die Verordnung mehr verlangt. Datenschutzrecht und Arbeitsrecht geben eigene Rechte.

title-workers-told = Wer wann informiert wurde

title-workers-gaps = Was fehlt
workers-gaps = Bis dies geschlossen ist, ist die Information nicht vollständig.

title-workers-approval = Freigabe

head-duty-towards-you = Pflicht Ihnen gegenüber
head-our-role = Unsere Rolle
head-in-the-inventory = Im Verzeichnis
head-kept-at-least = Mindestens aufbewahrt
head-kept-at-most = Höchstens aufbewahrt
head-protection = Schutz

standing-now = jetzt geschuldet
standing-from = gilt ab { $day }
standing-unsettled = gilt ab { $day } (Beginn nicht geklärt)
standing-grace = geschuldet, mit Frist bis zum { $day }
showing-shown = gezeigt
showing-partly = teilweise gezeigt
showing-missing = fehlt
showing-contradicted = nicht gezeigt: die verzeichneten Tatsachen sprechen dagegen
showing-unknown = unbekannt
showing-not-applicable = entfällt ({ $reason })
