# Begriffe geschlossener Listen, nach Liste und Begriff benannt. Das Englische steht bei den Listen im Programm; Begriffe
# der Verordnung folgen ihrer deutschen Fassung.

Role-Provider = Anbieter
Role-Deployer = Betreiber
Role-Importer = Einführer
Role-Distributor = Händler
Role-AuthorisedRepresentative = Bevollmächtigter
Role-ProductManufacturer = Produkthersteller
Role-GpaiProvider = Anbieter eines KI-Modells mit allgemeinem Verwendungszweck
Role-GpaiModifier = wer ein KI-Modell mit allgemeinem Verwendungszweck verändert

BuiltOrRebranded-None = verwendet wie geliefert
BuiltOrRebranded-BuiltInHouse = im eigenen Haus entwickelt
BuiltOrRebranded-Rebranded = unter unserem eigenen Namen geführt
BuiltOrRebranded-SubstantiallyModified = wesentlich verändert
BuiltOrRebranded-Repurposed = mit anderer Zweckbestimmung versehen

DeploymentForm-Saas = gehosteter Dienst
DeploymentForm-Api = Programmierschnittstelle
DeploymentForm-OnPrem = auf eigenen Rechnern
DeploymentForm-Embedded = in ein Produkt eingebettet
DeploymentForm-IdePlugin = Erweiterung einer Entwicklungsumgebung
DeploymentForm-Cli = Programm für die Kommandozeile

LifecycleStatus-Planned = geplant
LifecycleStatus-InDevelopment = in Entwicklung
LifecycleStatus-InService = in Betrieb
LifecycleStatus-Suspended = ausgesetzt
LifecycleStatus-Withdrawn = zurückgenommen
LifecycleStatus-Recalled = zurückgerufen
LifecycleStatus-Retired = außer Betrieb
LifecycleStatus-Forbidden = verboten

OutputModality-Text = Text
OutputModality-Code = Quellcode
OutputModality-Image = Bilder
OutputModality-Audio = Ton
OutputModality-Video = Video
OutputModality-Score = Bewertungen
OutputModality-Decision = Entscheidungen
OutputModality-Action = Handlungen

Art50Para-P1 = Information darüber, dass Menschen mit KI interagieren
Art50Para-P2 = Kennzeichnung synthetischer Inhalte
Art50Para-P3 = Information der Personen, die einer Emotionserkennung oder biometrischen Kategorisierung ausgesetzt sind
Art50Para-P4Deepfake = Offenlegung von Deepfakes
Art50Para-P4Text = Offenlegung veröffentlichter Texte von öffentlichem Interesse

Art50Status-Applies = gilt
Art50Status-Grace = gilt; Übergangszeit bis zum 2.{ "\u00A0" }Dezember 2026
Art50Status-AttenuatedArtistic = gilt in eingeschränkter Form (offensichtlich künstlerisch)
Art50Status-AttenuatedMarking = gilt; Kennzeichnung in Metadaten genügt (eingebettetes Produkt)
Art50Status-Unknown = unbekannt
Art50Status-ExemptObvious = nicht geschuldet: für die betroffenen Personen offensichtlich
Art50Status-ExemptCrimeLaw = nicht geschuldet: gesetzlich zur Verfolgung von Straftaten zugelassen
Art50Status-ExemptStandardEditing = nicht geschuldet: unterstützt die Standardbearbeitung
Art50Status-ExemptNoSubstantialAlteration = nicht geschuldet: keine wesentliche Veränderung der Eingabe
Art50Status-ExemptNarrowB2b = nicht geschuldet: eng begrenzte Ausgabe für den beruflichen Gebrauch
Art50Status-ExemptEphemeral = nicht geschuldet: flüchtige Inhalte in Echtzeit, über die informiert wird
Art50Status-ExemptEditorial = nicht geschuldet: Überprüfung durch Menschen und redaktionelle Verantwortung
Art50Status-NotTriggeredSourceCode = nicht ausgelöst: Quellcode
Art50Status-NotTriggeredShortStrings = nicht ausgelöst: kurze Zeichenfolgen
Art50Status-NotTriggeredM2m = nicht ausgelöst: nur von Maschinen gelesen
Art50Status-NotTriggeredPersonalUse = nicht ausgelöst: persönliche, nicht berufliche Verwendung

NoticeType-Art50_1 = Information, dass Menschen mit einem KI-System zu tun haben
NoticeType-Art50_3 = Information über Emotionserkennung oder biometrische Kategorisierung
NoticeType-Art50_4Deepfake = Offenlegung eines Deepfakes
NoticeType-Art50_4Text = Offenlegung eines Textes über Angelegenheiten von öffentlichem Interesse
NoticeType-Art26_7 = Information der Arbeitnehmer und ihrer Vertreter
NoticeType-Art26_11 = Information der Personen, dass das System zu Entscheidungen über sie beiträgt
NoticeType-Art86Procedure = Auskunft, wie Personen eine Erläuterung erhalten
NoticeType-Gdpr13_14 = Informationen über personenbezogene Daten

NoticeException-Obvious = für die Betroffenen offensichtlich
NoticeException-AssistiveEditing = unterstützende Standardbearbeitung
NoticeException-NoSubstantialAlteration = keine wesentliche Veränderung der Eingabe
NoticeException-Editorial = Überprüfung durch Menschen und redaktionelle Verantwortung
NoticeException-Artistic = offensichtlich künstlerisches Werk
NoticeException-AuthorisedByLaw = gesetzlich zugelassen
NoticeException-CodeOutOfScope = Quellcode fällt nicht darunter

EditorialLack-Record = einen Eintrag darüber
EditorialLack-Responsible = eine benannte Person, die die redaktionelle Verantwortung trägt
EditorialLack-Review = eine Überprüfung durch einen Menschen

DisclosureMechanism-AssistedBy = Commit-Vermerk Assisted-by
DisclosureMechanism-CoAuthoredBy = Commit-Vermerk Co-Authored-By
DisclosureMechanism-GeneratedBy = Commit-Vermerk Generated-by
DisclosureMechanism-PrLabel = Kennzeichen am Pull-Request
DisclosureMechanism-None = gar nicht

Enforcement-ServerManaged = durch den Server des Lieferanten
Enforcement-Mdm = durch Geräteverwaltung
Enforcement-File = durch eine Datei auf dem Gerät
Enforcement-Gateway = durch ein Gateway
Enforcement-None = nicht durchgesetzt

BypassMode-Disabled = abgeschaltet
BypassMode-Allowed = erlaubt

LoginRestriction-OrgOnly = nur Konten der Organisation
LoginRestriction-Any = jedes Konto

WorksCouncil-None = keiner
WorksCouncil-Exists = besteht
WorksCouncil-Informed = besteht und ist informiert

CodeName-Transparency2026 = Praxisleitfaden zur Transparenz KI-generierter Inhalte

CodeSigned-GpaiTransparency = Praxisleitfaden für KI-Modelle mit allgemeinem Verwendungszweck, Kapitel Transparenz
CodeSigned-GpaiCopyright = Praxisleitfaden für KI-Modelle mit allgemeinem Verwendungszweck, Kapitel Urheberrecht
CodeSigned-GpaiSafety = Praxisleitfaden für KI-Modelle mit allgemeinem Verwendungszweck, Kapitel Sicherheit und Gefahrenabwehr
CodeSigned-Transparency2026S1 = Praxisleitfaden zur Transparenz, Abschnitt 1 (Anbieter)
CodeSigned-Transparency2026S2 = Praxisleitfaden zur Transparenz, Abschnitt 2 (Betreiber)

TrainsOnOurData-Never = nie
TrainsOnOurData-ByDefault = als Voreinstellung
TrainsOnOurData-OptedOut = nein, widersprochen
TrainsOnOurData-Unknown = unbekannt

LogCategoryName-Sessions = Sitzungen
LogCategoryName-ToolUsage = Nutzung von Werkzeugen
LogCategoryName-PromptsAndOutputs = Eingaben und Ausgaben
LogCategoryName-CodeChanges = Änderungen am Code
LogCategoryName-Costs = Kosten
LogCategoryName-PolicyViolations = Verstöße gegen die Richtlinie
LogCategoryName-ApprovalsOverrides = Freigaben und Eingriffe
LogCategoryName-Access = Zugriffe
LogCategoryName-ConfigChanges = Änderungen der Konfiguration
LogCategoryName-Incidents = Vorfälle

HeldBy-Us = der Organisation
HeldBy-Vendor = dem Lieferanten
HeldBy-Both = beiden

Ground-Law = Recht
Ground-Guidance = Leitlinien der Kommission, nicht bindend
Ground-OneSource = Leitlinien, aus einer einzigen Quelle bekannt
Ground-OtherLaw = anderes Unionsrecht
Ground-Practice = Norm oder gute Praxis
Ground-Unsettled = keine gesicherte Auslegung

Kind-Organisation = Organisation
Kind-Vendor = Lieferant
Kind-AiSystem = KI-System
Kind-Model = Modell
Kind-Dataset = Datensatz
Kind-ReviewWorkflow = Prüfablauf
Kind-OversightAssignment = Zuweisung der Aufsicht
Kind-ManagedPolicy = verwaltete Richtlinie
Kind-LiteracyRecord = Eintrag zur KI-Kompetenz
Kind-Notice = Hinweis
Kind-Assessment = Bewertung
Kind-Incident = Vorfall
Kind-AuditSummary = Audit-Zusammenfassung
Kind-Evidence = Nachweis
Kind-Rollout = Einführung eines Werkzeugs
Kind-Waiver = Verzicht

Authority-RejectOutput = eine Ausgabe verwerfen
Authority-Override = sich über eine Ausgabe hinwegsetzen
Authority-SuspendUse = die Verwendung aussetzen
Authority-StopSystem = das System anhalten
Authority-Revert = rückgängig machen
Authority-NotifyAuthority = die Behörde benachrichtigen

Autonomy-Suggest = schlägt vor; ein Mensch handelt
Autonomy-ActWithApproval = handelt, nachdem ein Mensch jeden Schritt freigegeben hat
Autonomy-ActWithinPolicy = handelt selbstständig innerhalb einer Richtlinie
Autonomy-Unattended = handelt unbeaufsichtigt
